#!/bin/sh
# share/example is what README.md, the manual and the demonstration speak of: a network that somebody
# could have kept for half a year, in which everything occurs.

. tests/tap.sh

cd "$top/share/example" || exit 1
NI_TODAY=2026-11-21
export NI_TODAY

# at_least NUMBER <FILE: it has so many lines.
at_least()
{
	lines=$(wc -l)
	[ "$lines" -ge "$1" ] || echo "# $lines lines"
	ok test "$lines" -ge "$1"
}

# cells ID...: what the contacts have in a column, each once.
cells()
{
	ni-fmt --textconv contacts.csv | sed -n "s/^[^ ]*\.$1: //p" | sort -u
}

it 'every action occurs'
run ni-due -f tsv contacts.csv
status_is 0
err_empty
project action <"$out" >"$tap/actions"
every_action <"$tap/actions"

it 'contacts in three fields and all sectors, a log, notes'
ni-fmt --textconv contacts.csv | grep -c '\.id: ' >"$tap/count"
ok test "$(cat "$tap/count")" -ge 40
cells field >"$tap/fields"
at_least 3 <"$tap/fields"
cells sector >"$tap/sectors"
printf '%s\n' education government nonprofit private >"$tap/all"
same "$tap/sectors" "$tap/all"
at_least 101 <log.csv
find notes -name '*.md' >"$tap/notes"
at_least 15 <"$tap/notes"

it 'referrals three deep, a panel, several scripts, quoted commas and newlines'
run ni-refer --tree
out_like '^│   │   └── '
run ni-notes -f tsv
project file <"$out" | uniq -d >"$tap/panels"
at_least 1 <"$tap/panels"
cells name >"$tap/names"
for letter in 김 森 Е Θ س अ é; do
	like "$tap/names" "$letter"
done
like contacts.csv ',"[^"]*,[^"]*"'
like contacts.csv ',"[^"]*$'

it 'nothing is wrong with it'
run ni-check
status_is 0
out_empty
err_empty
done_testing

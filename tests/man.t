#!/bin/sh
# The manual pages: there is one for each program and format, they say what the programs say, and
# their examples are run.

. tests/tap.sh
. "$top/tests/examples.sh"

# empty WHAT: ok when standard input is empty; else it is what is wrong.
empty()
{
	tap_command=
	cat >"$tap/found"
	[ ! -s "$tap/found" ]
	tap_result $? "$1" && return
	tap_show found "$tap/found"
}

pages=$(cd "$top/man" && ls)
programs=$(cd "$top/bin" && printf '%s\n' ni-*.c | sed 's/\.c$//')

it 'there are pages'
ok [ "$(echo "$programs" | grep -c .)" -ge 4 ]
ok [ "$(echo "$pages" | grep -c .)" -ge 9 ]
for program in $programs; do
	ok grep -qx "\.Nm $program" "$top/man/$program.1"
done

it 'a page in SEE ALSO and elsewhere exists'
for page in $pages; do
	sed -n "s/^\.\(It \)\{0,1\}Xr \([^ ]*\) \([0-9]\).*/\2.\3/p" "$top/man/$page" | while read -r name; do
		case $name in
		diff.1 | git.1 | cron.8 | gitattributes.5) ;;
		*) [ -e "$top/man/$name" ] || echo "$page: $name" ;;
		esac
	done
done | cat >"$tap/found.in"
empty 'none is missing' <"$tap/found.in"

# ---------------------------------------------------------------- usage

# squeeze: all white space is one blank
squeeze()
{
	tr -s ' \t\n' ' ' | sed 's/^ //; s/ $//'
	echo
}

for program in $programs; do
	it "$program.1"
	run "$program" -h
	status_is 0
	sed 's/^usage: //' "$out" | squeeze >"$tap/usage"

	# Each option of -h has its item, and the other way round.
	tr -c 'A-Za-z0-9-' '\n' <"$tap/usage" | grep -E '^(-[A-Za-z]|--[a-z-]+)$' | sort -u >"$tap/said"
	perl -ne '
		if (/^\.Sh (.*)/) { $in = $1 eq "OPTIONS" }
		if ($in && s/^\.It Fl //) {
			for (split / , Fl /) {
				print /^Fl ([a-z-]+)/ ? "--$1\n" : /^([A-Za-z])\b/ ? "-$1\n" : "?\n";
			}
		}' "$top/man/$program.1" | sort -u >"$tap/has"
	same "$tap/said" "$tap/has"

	if ! command -v mandoc >/dev/null; then
		skip 'mandoc is not installed'
		continue
	fi
	mandoc -Tascii -O width=1000 "$top/man/$program.1" | perl -pe '1 while s/.\x08//' |
		sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' | sed '1d; $d' | squeeze >"$tap/synopsis"
	same "$tap/usage" "$tap/synopsis"
done

it 'mandoc -Tlint'
if command -v mandoc >/dev/null; then
	(cd "$top/man" && mandoc -Tlint -W warning ./*) >"$tap/found.in" 2>&1
	empty 'no warning' <"$tap/found.in"
else
	skip 'mandoc is not installed'
fi

# ---------------------------------------------------------------- words

it 'ni-due.1 has each action'
sed -n 's/^\t\[ACTION_[A-Z_]*\] = "\(.*\)",$/\1/p' "$top/src/due.c" >"$tap/actions"
ok [ "$(grep -c . "$tap/actions")" -eq 14 ]
while read -r action; do
	grep -Eqx "\.It Cm $action( Pq waits)?" "$top/man/ni-due.1" || echo "$action"
done <"$tap/actions" >"$tap/found.in"
empty 'none is missing' <"$tap/found.in"

it 'ni-notes.1 has each column'
example
for form in '' --questions --tasks --referrals; do
	# shellcheck disable=SC2086 # no form is no argument
	run ni-notes -f tsv $form
	head -n 1 "$out" | tr '\t' '\n'
done | sort -u >"$tap/columns"
ok [ "$(grep -c . "$tap/columns")" -gt 30 ]
while read -r column; do
	grep -Eq "^\.It Cm (.* )?$column( ,.*)?\$" "$top/man/ni-notes.1" || echo "$column"
done <"$tap/columns" >"$tap/found.in"
empty 'none is missing' <"$tap/found.in"

it 'ni.yaml.5 has each setting with its default'
perl -0ne 'print "$1 No : $2\n" while /\{"([a-z_]+)", SETTING_\w+, AT\(\w+\),\s*"([^"]*)"/g' \
	"$top/src/settings.c" | sort >"$tap/settings"
ok [ "$(grep -c . "$tap/settings")" -ge 16 ]
sed -n 's/^\.It Cm \([a-z_]* No : .*\)/\1/p' "$top/man/ni.yaml.5" | sort >"$tap/described"
same "$tap/settings" "$tap/described"

it 'ni-log.5 has each event'
perl -ne 'print "$1\n" while /\[EVENT_[A-Z]+\] = "([a-z]+)"/g' "$top/src/event.c" >"$tap/events"
ok [ "$(grep -c . "$tap/events")" -eq 11 ]
while read -r event; do
	grep -qx "\.It Cm $event" "$top/man/ni-log.5" || echo "$event"
done <"$tap/events" >"$tap/found.in"
empty 'none is missing' <"$tap/found.in"

it 'ni-contacts.5 has each column'
sed -n 's/^\t\[\(TEXT\|COLUMN\)_[A-Z_]*\] = "\(.*\)",$/\2/p' "$top/fmt/contacts.c" >"$tap/columns"
ok [ "$(grep -c . "$tap/columns")" -eq 17 ]
while read -r column; do
	grep -Eq "^\.It Cm (.* )?$column( ,.*)?\$" "$top/man/ni-contacts.5" || echo "$column"
done <"$tap/columns" >"$tap/found.in"
empty 'none is missing' <"$tap/found.in"

# ------------------------------------------------------------- examples

for page in $pages; do
	it "$page"
	man_blocks "$top/man/$page"
	ok [ -e "$tap/blocks/001.console" ]
	for block in "$tap/blocks"/*; do
		example
		session "$block"
	done
done

done_testing

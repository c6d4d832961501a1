#!/bin/sh
# Reports on share/example, byte for byte: tests/golden/NAME.md is what the options below give on 21
# November 2026. After a change that is meant, `NI_GOLDEN=write prove tests/ni-report-golden.t` writes
# these files anew; then read the difference, line by line.

. tests/tap.sh

golden=$top/tests/golden
cd "$top/share/example" || exit 1

while IFS='|' read -r name options; do
	it "$name: ni-report $options"
	# shellcheck disable=SC2086 # options are words
	run ni-report --today 2026-11-21 $options </dev/null
	status_is 0
	err_empty </dev/null
	[ "${NI_GOLDEN:-}" = write ] && cp "$out" "$golden/$name.md"
	same "$out" "$golden/$name.md"
done <<'EOF'
summary|-s summary
due|-s due
activity|-s activity
interviews|-s interviews
fields|-s fields
questions|-s questions
insights|-s insights
advice|-s advice
openings|-s openings
referrals|-s referrals
people|-s people
quarter|-s summary,activity,fields,openings --period 2026-Q4
adviser|--share -s due,people -i natalie-birch,gordon-whynacht,wanjiru-kamau,hollis-greene
ascii|--ascii -s activity
brief-planned|--contact etienne-comeau
brief-met|--contact nadia
brief-share|--contact rosa-quispe --share
EOF

it 'with --share nothing leads to a file, and none is named'
run ni-report --today 2026-11-21 --share </dev/null
status_is 0
out_unlike '\]\(|notes/|(log|contacts)\.csv'
cut -d , -f 1 contacts.csv | grep -x '[a-z0-9-]*' | grep -vx id >"$tap/ids"
ok test "$(wc -l <"$tap/ids")" -gt 40
: >"$tap/briefs"
while read -r id; do
	run ni-report --today 2026-11-21 --share --contact "$id" </dev/null
	[ "$status" -eq 0 ] || status_is 0
	cat "$out" >>"$tap/briefs"
done <"$tap/ids"
unlike "$tap/briefs" '\]\(|notes/|(log|contacts)\.csv'

it 'all sections are those of each, one after the other'
run ni-report --today 2026-11-21
for name in summary due activity interviews fields questions insights advice openings referrals people; do
	sed 1,4d "$golden/$name.md" | sed '1i\
'
done >"$tap/sections"
sed 1,3d "$out" >"$tap/body"
same "$tap/body" "$tap/sections"

done_testing

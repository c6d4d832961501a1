#!/bin/sh
# ni-log: an event into the log, what it closed and what is next; the log and a person's history.

. tests/tap.sh

# log ARG...: ni-log on 21 November 2026, a Saturday.
log()
{
	run ni-log --today 2026-11-21 "$@"
}

# logged LINE...: it was done without a word of complaint, and these are the log's last lines.
logged()
{
	status_is 0
	err_empty </dev/null
	printf '%s\n' "$@" >"$tap/lines"
	tail -n $# log.csv >"$tap/tail"
	same "$tap/tail" "$tap/lines"
}

# keep: what the log is now, for refused.
keep()
{
	cp log.csv "$tap/log"
}

# refused REGEX: nothing was written, and why.
refused()
{
	status_is 2
	out_empty
	err_like "$1"
	same log.csv "$tap/log"
}

# people: a new network with some people and a log.
people()
{
	network
	file contacts.csv <<'EOF'
id,name,org,referred_by,may_use_name,added,cadence
ann,Ann Lee,Acme,,,2026-11-01,
bob,"Ray, Bob",,,,2026-11-01,
jo-1,Jo Smith,Acme,,,2026-11-01,
jo-2,Jo Smithson,Bolt,,,2026-11-01,
zoe-garcia-ruiz,Zoë García-Ruiz,,ann,yes,2026-11-01,
eve,Eve Fox,,,,2026-11-01,none
EOF
	file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-10,ann,asked,email,,
EOF
	keep
}

# ------------------------------------------------------------ one line

it 'one line is appended, and what it closed and what is next is said'
people
log ann replied --via email Gladly, on Monday
logged '2026-11-21,ann,replied,email,,"Gladly, on Monday"'
out_is <<'EOF'
logged  2026-11-21  ann  replied    via email; Gladly, on Monday
closed  2026-11-24  ann  follow-up  asked 1 time, last on 2026-11-10
next    2026-11-22  ann  reply      Gladly, on Monday
EOF
it 'all other bytes stay'
head -n 2 log.csv >begin
same begin "$tap/log"
it 'it says what ni-due says from then on'
run ni-due --today 2026-11-22 -i ann -f tsv
rows_are 'due action reason' <<'EOF'
2026-11-22|reply|Gladly, on Monday
EOF
it '-q: not a word'
log -q ann contacted
logged '2026-11-21,ann,contacted,,,'
out_empty
it 'the options stand anywhere before the note, and its words end them'
people
log --via phone ann --date 2026-11-20 met -q
logged '2026-11-20,ann,met,phone,,'
log ann met by the -q door --today
logged '2026-11-21,ann,met,,,by the -q door --today'
log ann -- met --vain
logged '2026-11-21,ann,met,,,--vain'
it 'an option among the words of the note is a warning'
log ann met Coffee --via email
status_is 0
err_like "^ni-log: warning: '--via' is taken for a word of the note: options stand before it\$"
log ann met Coffee --until=monday
err_like "warning: '--until' is taken"
log ann met Coffee --untilled
err_empty

it 'every event'
people
for event in asked replied declined met helped thanked reported contacted closed reopened; do
	log -q ann $event
	logged "2026-11-21,ann,$event,,,"
done
log -q ann deferred --until 2026-12-24
logged '2026-11-21,ann,deferred,,2026-12-24,'
it 'an event that is none'
people
log ann thankd
refused "^ni-log: unknown event 'thankd'; did you mean 'thanked'\\? \\(asked, .*reopened\\)\$"
log ann Thanked
refused "did you mean 'thanked'"
log ann phoned
refused "^ni-log: unknown event 'phoned' \\(asked, .* or reopened\\); any other .* 'contacted'\$"
log ann ''
refused "unknown event ''"
log thanked ann
refused "^ni-log: unknown event 'ann'.*; CONTACT stands before EVENT\$"

# -------------------------------------------------------------- the note

it 'a note is quoted where CSV wants it'
people
log -q ann met 'She said "no", twice'
logged '2026-11-21,ann,met,,,"She said ""no"", twice"'
log -q ann met '=======' '<<<<<<<'
logged '2026-11-21,ann,met,,,"======= <<<<<<<"'
it 'a newline, a tab and their like become a blank'
log -q ann met "$(printf 'one\ntwo\tthree\r\nfour\302\205five\342\200\250six\n')"
logged '2026-11-21,ann,met,,,one two three  four five six'
log -q --via "$(printf 'pigeon\npost')" ann met ' ' two ' '
logged '2026-11-21,ann,met,pigeon post,,two'
it 'any other control character, and what is no UTF-8, is refused'
people
log ann met "$(printf 'a\033[31mb')"
refused '^ni-log: NOTE: control character U\+001B$'
log ann met "$(printf 'a\302\233b')"
refused '^ni-log: NOTE: control character U\+009B$'
log ann met a "$(printf 'b\377')"
refused '^ni-log: NOTE: invalid UTF-8$'
log ann met --via "$(printf '\177')"
refused '^ni-log: --via: control character U\+007F$'
it 'a note that no field can hold'
{
	printf 'exec ni-log --today 2026-11-21 ann met'
	awk 'BEGIN {
		for (w = 0; w < 12; w++) {
			printf " "
			for (i = 0; i < 10000; i++)
				printf "0123456789"
		}
	}'
} >long.sh
pipe 'sh long.sh'
refused "^ni-log: nothing was logged: 'log\\.csv' could not be read with the new line\$"
err_like 'more than 1 MiB'

# ------------------------------------------------------------- the dates

it '--date as people say it; a weekday is the last one'
people
for pair in today:2026-11-21 yesterday:2026-11-20 -3d:2026-11-18 -1w:2026-11-14 friday:2026-11-20 \
	Sat:2026-11-14 2026-02-28:2026-02-28; do
	log -q ann met --date "${pair%:*}"
	logged "${pair#*:},ann,met,,,"
done
it '--date that is none, or has not come'
people
for day in 2026-02-30 soon '' 3d 21.11.2026; do
	log ann met --date "$day"
	refused "^ni-log: --date: '$day' is no date \\(YYYY-MM-DD, today, yesterday, -3d or a weekday\\)\$"
done
for day in tomorrow 2026-11-22 +1d; do
	log ann met --date "$day"
	refused "^ni-log: --date: '.*' is after today, 2026-11-21; .* a meeting to come is a note\$"
done
it '--until as people say it; a weekday is the next one'
people
for pair in tomorrow:2026-11-22 +2w:2026-12-05 monday:2026-11-23 saturday:2026-11-28 +3m:2027-02-21 \
	2027-01-15:2027-01-15; do
	log -q ann deferred --until "${pair%:*}"
	logged "2026-11-21,ann,deferred,,${pair#*:},"
done
log -q ann deferred --date 2026-10-06 --until 2026-11-20
logged '2026-10-06,ann,deferred,,2026-11-20,'
it 'deferred needs --until, and nothing else takes it'
people
log ann deferred
refused "^ni-log: 'deferred' needs --until DATE: the day from which to go on\$"
log ann met --until monday
refused "^ni-log: --until is for 'deferred', not for 'met'\$"
log ann deferred --until someday
refused "^ni-log: --until: 'someday' is no date \\(YYYY-MM-DD, today, tomorrow, \\+3d or a weekday\\)\$"
for day in today 2026-11-20; do
	log ann deferred --until $day
	refused "^ni-log: --until: '$day' is not after the day of the event\$"
done
it 'all that is wrong is told at once'
log ann metal --date soon --via "$(printf '\033')"
refused "unknown event 'metal'"
err_like "'soon' is no date"
err_like '[-]-via: control'

# ---------------------------------------------------------------- who

it 'the id, the name, or any part of it'
people
for who in eve EVE 'Eve Fox' 'eve fox' fox 'e F'; do
	log -q "$who" met
	logged '2026-11-21,eve,met,,,'
done
log -q garcia met
logged '2026-11-21,zoe-garcia-ruiz,met,,,'
it 'several who fit are listed, and nothing is written'
people
log smith met
refused "^ni-log: 'smith' fits 2 contacts; say which by the id\$"
err_like 'jo-1: Jo Smith, Acme'
err_like 'jo-2: Jo Smithson, Bolt'
it 'a whole name goes before a part of another'
log -q 'jo smith' met
logged '2026-11-21,jo-1,met,,,'
it 'nobody'
people
log mallory met
refused "^ni-log: no contact 'mallory'; .*ni-refer --add"
log evw met
refused "^ni-log: no contact 'evw'; did you mean 'eve'\\?\$"
log graciaruiz met
refused "^ni-log: no contact 'graciaruiz'; did you mean 'zoe-garcia-ruiz'\\?\$"
log gracia-rui met
refused "^ni-log: no contact 'gracia-rui'; did you mean 'zoe-garcia-ruiz'\\?\$"
for who in '' ' ' ',' 'ann,' 'ann,,eve'; do
	log "$who" met
	refused "^ni-log: no contact ''"
done

it 'several, separated by commas, in their order, each once'
people
log -q 'eve, ann,Eve Fox,jo-2' met At the fair
logged '2026-11-21,eve,met,,,At the fair' '2026-11-21,ann,met,,,At the fair' \
	'2026-11-21,jo-2,met,,,At the fair'
ok test "$(wc -l <log.csv)" -eq 5
it 'a name that has a comma is one name'
people
log -q 'Ray, Bob' met
logged '2026-11-21,bob,met,,,'
log -q 'bob,ann' met
logged '2026-11-21,bob,met,,,' '2026-11-21,ann,met,,,'
it 'a comma that a comparison of names passes over still is one'
people
echo 'al,Alma Novak,,,,,' >>contacts.csv
echo 'reyes,Mano Reyes,,,,,' >>contacts.csv
log -q 'al,ma' met
status_is 2
err_like "'ma' fits 2 contacts"
log -q 'al,mano' met
logged '2026-11-21,al,met,,,' '2026-11-21,reyes,met,,,'
it 'one of several who is nobody: nothing is logged'
people
log ann,mallory,smith met
refused "no contact 'mallory'"
err_like "'smith' fits 2 contacts"
err_like '^ni-log: nothing was logged, because of the errors above$'

# --------------------------------------------------------------- rows

it '- logs once for each id in the rows'
people
log -q - thanked --via email <<'EOF'
name,id
Ann Lee,ann
"Ray, Bob",bob
Ann Lee,ann
EOF
logged '2026-11-21,ann,thanked,email,,' '2026-11-21,bob,thanked,email,,'
ok test "$(wc -l <log.csv)" -eq 4
it '- takes what ni-due prints, in its order'
people
bytes '2026-11-19,eve,met,,,\n2026-11-18,bob,helped,,,\n' >>log.csv
pipe 'ni-due --today 2026-11-21 -a thank | ni-log --today 2026-11-21 - thanked --via email'
logged '2026-11-21,bob,thanked,email,,' '2026-11-21,eve,thanked,email,,'
out_like '^closed +2026-11-20 +bob +thank '
out_like '^closed +2026-11-21 +eve +thank '
run ni-due --today 2026-11-21 -q -a thank
status_is 1
it '- takes rows that have a column contact, as ni-notes prints them, or names'
people
bytes 'contact,file\nann,x\n' >rows
log -q - met <rows
logged '2026-11-21,ann,met,,,'
bytes 'name\nZoë García-Ruiz\n' >rows
log -q - met <rows
logged '2026-11-21,zoe-garcia-ruiz,met,,,'
it 'what the rows say of people besides is not taken'
people
bytes 'id,name,cadence,referred_by\nann,Ann Lee,2w,eve\n' >rows
log - met <rows
status_is 0
err_empty
cp "$out" by-rows
cp "$tap/log" log.csv
log ann met
same "$out" by-rows
it 'an id that is no contact is refused, and then nothing is logged'
people
bytes 'id,name\nann,Ann Lee\nmallory,Mallory\nbob,Bob\ntrent,Trent\n' >rows
log - met <rows
refused "^-:3:1: error: 'mallory' is no contact\$"
err_like "^-:5:1: error: 'trent' is no contact\$"
err_like '^ni-log: nothing was logged, because of the errors above$'
it 'somebody who was only named is no contact yet'
bytes 'due,days,action,reason,anchor,id,name\n,,thank,x,log.csv:2,ann,Ann\n,,add-lead,x,n.md:4,sam,Sam\n' >rows
log - met <rows
refused "^-:3:1: error: 'sam' is no contact yet: ni-refer --add makes one\$"
it 'a row at fault: nothing is logged'
bytes 'id,name\nann,Ann\n-x,Bob\n' >rows
log - met <rows
refused '^-:3:1: error: '
bytes 'id,name\nann,Ann\nbob,"Bob\n' >rows
log - met <rows
refused '^-:3:[0-9]+: error: '
it 'no rows are nobody: nothing is logged, and that is no error'
for input in '' 'id,name\n'; do
	bytes "$input" >rows
	log - met <rows
	status_is 0
	out_empty
	err_empty
	same log.csv "$tap/log"
done
it 'without - standard input is not looked at'
people
echo 'rubbish' >rows
log -q ann met <rows
logged '2026-11-21,ann,met,,,'

# ------------------------------------------------------------ the file

it 'the order of its columns is kept, unknown ones are left empty'
people
bytes 'mood,note,event,contact,via,until,date\n' >log.csv
log -q ann met --via phone
logged ',,met,ann,phone,,2026-11-21'
log -q ann met Well, well
logged ',"Well, well",met,ann,,,2026-11-21'
it 'a note that would be a conflict marker at the start of a line is quoted'
bytes 'note,event,contact,date\n' >log.csv
log -q ann met '======='
logged '"=======",met,ann,2026-11-21'
run ni-log ann
status_is 0
it 'a column that it lacks is refused only when it is wanted'
people
bytes 'date,contact,event\n' >log.csv
keep
log --via phone ann met Coffee
refused "^log\\.csv:1:1: error: no column 'via' for 'phone': add it to the header\$"
err_like "^log\\.csv:1:1: error: no column 'note' for 'Coffee'"
log ann deferred --until monday
refused "no column 'until' for '2026-11-23'"
log -q ann met
logged '2026-11-21,ann,met'
it 'a file with CR LF keeps them'
people
bytes 'date,contact,event,via,until,note\r\n2026-11-10,ann,asked,email,,\r\n' >log.csv
cp log.csv was
log -q ann,bob met
status_is 0
bytes '2026-11-21,ann,met,,,\r\n2026-11-21,bob,met,,,\r\n' >>was
same log.csv was
it 'a last line that lacks its line end gets one, such as the others have'
bytes 'date,contact,event,via,until,note\r\n2026-11-10,ann,asked,email,,' >log.csv
log -q ann met
bytes 'date,contact,event,via,until,note\r\n2026-11-10,ann,asked,email,,\r\n2026-11-21,ann,met,,,\r\n' >was
same log.csv was
bytes 'date,contact,event,via,until,note\n2026-11-10,ann,asked,email,,' >log.csv
log -q ann met
logged '2026-11-10,ann,asked,email,,' '2026-11-21,ann,met,,,'
it 'a byte order mark, and a header in quotes'
bytes '\357\273\277"date","contact","event","a ""mood"""\n' >log.csv
log -q ann met
logged '2026-11-21,ann,met,'
it 'a link stays one, and the mode is kept'
people
mv log.csv real.csv
ln -s real.csv log.csv
chmod 600 real.csv
log -q ann met
logged '2026-11-21,ann,met,,,'
ok test -L log.csv
ok test -n "$(find real.csv -perm 600)"
it 'a network without a log gets one'
people
rm log.csv
log -q ann met
status_is 0
err_empty
file_is log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-21,ann,met,,,
EOF
it 'but not where something is wrong'
for arguments in 'mallory met' 'ann metal' 'ann deferred'; do
	rm -f log.csv
	# shellcheck disable=SC2086 # words
	log $arguments
	status_is 2
	ok test ! -e log.csv
done
it 'a log that is none'
people
for text in '' 'date;contact;event\n' 'date,contact\n' 'date,contact,event\n2026-11-21,ann,"met\n' \
	'date,contact,event\n<<<<<<< ours\n' 'date,contact,event\n2026-11-21,ann,met,x\n'; do
	bytes "$text" >log.csv
	keep
	log ann met
	refused '^log\.csv:[0-9]+:[0-9]+: error: '
done
rm log.csv
mkdir log.csv
log ann met
status_is 2
out_empty
err_like "^ni-log: .*'log\\.csv'.* is a directory"
rmdir log.csv
ln -s nowhere/log.csv log.csv
log ann met
status_is 2
out_empty
err_is <<'EOF'
ni-log: 'log.csv' is a symbolic link to nothing
EOF
ok test -L log.csv
it 'a log that is a link to nothing is not a network without a log'
ln -s real.csv other.csv
for command in log 'log ann' 'log --log other.csv ann'; do
	$command
	status_is 2
	out_empty
	err_like "^ni-log: '(log|other)\\.csv' is a symbolic link to nothing\$"
done
if [ "$(id -u)" -ne 0 ]; then
	it 'a log that may not be written to'
	people
	chmod 444 log.csv
	log ann met
	refused "^ni-log: cannot append to 'log\\.csv': Permission denied\$"
fi
it '--log: another one, which has to be there'
people
cp log.csv other.csv
log -q --log other.csv ann met
status_is 0
same log.csv "$tap/log"
ok test "$(tail -n 1 other.csv)" = '2026-11-21,ann,met,,,'
log --log none.csv ann met
status_is 2
err_like "^ni-log: cannot open 'none\\.csv': No such file or directory\$"
ok test ! -e none.csv
it 'from a folder below, and with -C'
mkdir -p notes/2026
cd notes/2026 || exit 1
log -q ann met
cd ../.. || exit 1
logged '2026-11-21,ann,met,,,'
cd notes || exit 1
log -q -C .. eve met
cd .. || exit 1
logged '2026-11-21,eve,met,,,'

# --------------------------------------------- a network with faults

it 'a fault of syntax in contacts.csv: nothing is logged'
people
bytes 'id,name\nann,Ann\nbob,"Bob\n' >contacts.csv
log ann met
refused '^contacts\.csv:3:[0-9]+: error: '
it 'a ni.yaml of another format: nothing is logged'
people
echo 'format: 99' >ni.yaml
log ann met
refused '^ni\.yaml:1:[0-9]+: error: '
it 'a bad value elsewhere is told once, the event is logged, status 2'
people
echo 'eva,Eva,,,,someday,' >>contacts.csv
echo '2026-02-30,ann,met,,,' >>log.csv
file notes/x.md <<'EOF'
---
contact: ann
---
EOF
log ann met
status_is 2
err_like '^contacts\.csv:8:[0-9]+: error: '
err_like '^log\.csv:3:[0-9]+: error: '
err_like '^notes/x\.md:[0-9]+:[0-9]+: error: '
ok test "$(wc -l <"$err")" -eq 4
ok test "$(tail -n 1 "$err")" = "ni-log: warning: what follows may lack something, because of the errors above"
out_like '^logged  2026-11-21  ann  met'
ok test "$(tail -n 1 log.csv)" = '2026-11-21,ann,met,,,'
it 'each of them makes the answer doubtful; where there is none, nothing is said of that'
log -q bob met
status_is 2
err_unlike 'may lack'
bytes 'id\n' >rows
log - met <rows
status_is 2
err_unlike 'may lack'
log mallory met
status_is 2
err_unlike 'may lack'
people
log ann met
err_empty
while IFS='|' read -r name text; do
	bytes "$text" >"$name"
	log bob met
	status_is 2
	err_like "^$name:[0-9]+:[0-9]+: error: "
	err_like '^ni-log: warning: what follows may lack something, because of the errors above$'
	rm "$name"
done <<'EOF'
ni.yaml|practice:\n  attempts: many\n
notes/y.md|mine
EOF
people
echo 'eva,Eva,,,,someday,' >>contacts.csv
it 'somebody whose own row has one'
log eva met
status_is 2
ok test "$(tail -n 1 log.csv)" = '2026-11-21,eva,met,,,'
out_like '^next +- +eva +- +not known: the row in contacts\.csv has a bad value$'
it 'an id that stands twice: whose event it would be is not known, and nothing is logged'
people
printf '%s\n' 'ann,Ann Roe,,,,,' ',Eve-Fay,,,,,' ',Eve Fay,,,,,' >>contacts.csv
bytes 'id\nann\n' >rows
for who in ann ANN 'Ann Lee' bob,ann - eve-fay; do
	log "$who" met <rows
	refused "^contacts\\.csv:8:1: error: id 'ann' stands twice, first on line 2\$"
	case $who in eve*) id=eve-fay ;; *) id=ann ;; esac
	err_like "^ni-log: id '$id' stands more than once in contacts\\.csv: who is meant cannot be told\$"
	ok test "$(tail -n 1 "$err")" = 'ni-log: nothing was logged, because of the errors above'
done
it 'somebody else is logged'
log -q bob met
status_is 2
ok test "$(tail -n 1 log.csv)" = '2026-11-21,bob,met,,,'
it 'an event of somebody who is no contact is a warning, told once'
people
echo '2026-11-02,ghost,met,,,' >>log.csv
log ann met
status_is 0
err_is <<'EOF'
log.csv:3:12: warning: 'ghost' is no contact
EOF

# ----------------------------------------------- closed, and next

it 'asked: the request is done, and when to follow up'
people
log jo-2 asked --via email
out_is <<'EOF'
logged  2026-11-21  jo-2  asked      via email
closed  2026-11-08  jo-2  request    not asked yet
next    2026-12-05  jo-2  follow-up  asked 1 time, last on 2026-11-21
EOF
it 'asked again: the old reminder is gone, and the last thing to do comes'
log ann asked
out_is <<'EOF'
logged  2026-11-21  ann  asked
closed  2026-11-24  ann  follow-up  asked 1 time, last on 2026-11-10
next    2026-12-05  ann  move-on    2 requests unanswered; try Jo Smith (jo-1)
EOF
it 'deferred: what waits is not closed'
log bob deferred --until 2027-01-15
out_is <<'EOF'
logged  2026-11-21  bob  deferred  until 2027-01-15
next    2027-01-15  bob  request   not asked yet
EOF
it 'closed: nothing is next'
log bob closed
out_is <<'EOF'
logged  2026-11-21  bob  closed
closed  2027-01-15  bob  request  not asked yet
next    -           bob  -        nothing is due any more
EOF
it 'a day before the last thing that happened'
people
log --date 2026-11-05 ann met In the queue
out_is <<'EOF'
logged  2026-11-05  ann  met        In the queue
next    2026-11-07  ann  thank      In the queue
next    2026-11-24  ann  follow-up  asked 1 time, last on 2026-11-10
EOF
it 'keeping in touch: what was not due yet begins anew, and is not said to be closed'
people
bytes '2026-11-12,ann,met,,,\n2026-11-13,ann,thanked,,,\n' >>log.csv
log ann contacted
out_is <<'EOF'
logged  2026-11-21  ann  contacted
next    2027-02-21  ann  keep-in-touch  last contact 2026-11-21 (contacted)
EOF
it 'when it was due, it is closed'
people
bytes 'date,contact,event\n2026-08-12,ann,met\n2026-08-13,ann,thanked\n' >log.csv
log ann contacted
out_is <<'EOF'
logged  2026-11-21  ann  contacted
closed  2026-11-13  ann  keep-in-touch  last contact 2026-08-13 (thanked)
next    2027-02-21  ann  keep-in-touch  last contact 2026-11-21 (contacted)
EOF
it 'what it means for others: who referred them is to be told'
people
log zoe met
out_is <<'EOF'
logged  2026-11-21  zoe-garcia-ruiz  met
closed  2026-11-08  zoe-garcia-ruiz  request      referred by Ann Lee; you may use their name
next    2026-11-23  zoe-garcia-ruiz  thank        met on 2026-11-21
next    2026-12-05  ann              report-back  you met Zoë García-Ruiz on 2026-11-21
EOF
it 'and when they were told, it is closed'
log ann reported
out_like '^closed +2026-12-05 +ann +report-back +you met Zoë García-Ruiz on 2026-11-21$'
it 'what is closed for others'
people
sed 's/ann,yes/ann,/' contacts.csv >new
mv new contacts.csv
log garcia asked
out_is <<'EOF'
logged  2026-11-21  zoe-garcia-ruiz  asked
closed  2026-11-08  zoe-garcia-ruiz  request         referred by Ann Lee; ask first whether you may use their name
next    2026-12-05  zoe-garcia-ruiz  follow-up       asked 1 time, last on 2026-11-21
closed  2026-11-08  ann              get-permission  may you use their name with Zoë García-Ruiz (zoe-garcia-ruiz)?
EOF
it 'two rows that only the person they speak of tells apart'
people
echo 'dan,Dan Orr,,ann,,2026-11-01,' >>contacts.csv
log dan,zoe met
out_like '^next +2026-12-05 +ann +report-back +you met Dan Orr on 2026-11-21$'
out_like '^next +2026-12-05 +ann +report-back +you met Zoë García-Ruiz on 2026-11-21$'
out_like '^closed +2026-11-08 +ann +get-permission +may you use their name with Dan Orr \(dan\)\?$'
it 'what moved for others'
people
sed 's/ann,yes/ann,/' contacts.csv >new
mv new contacts.csv
log zoe deferred --until 2027-01-15
out_is <<'EOF'
logged  2026-11-21  zoe-garcia-ruiz  deferred        until 2027-01-15
next    2027-01-15  zoe-garcia-ruiz  request         referred by Ann Lee; ask first whether you may use their name
next    2027-01-15  ann              get-permission  may you use their name with Zoë García-Ruiz (zoe-garcia-ruiz)?
EOF
it 'notes count: thanks for an interview; a task without a date comes last'
people
file notes/a.md <<'EOF'
---
contact: ann
date: 2026-11-20
outcome: met
rating: 4
---

- [ ] Send her the plan due:2026-12-01
- [ ] Some day
EOF
log ann thanked
out_is <<'EOF'
logged  2026-11-21  ann  thanked
closed  2026-11-22  ann  thank          interview of 2026-11-20; 0 of 2 names given
next    2026-12-01  ann  task           Send her the plan due:2026-12-01
next    2027-02-21  ann  keep-in-touch  last contact 2026-11-21 (thanked)
next    -           ann  task           Some day
EOF
it 'several people, one after the other'
people
log eve,bob met
out_is <<'EOF'
logged  2026-11-21  eve  met
closed  2026-11-08  eve  request  not asked yet
next    2026-11-23  eve  thank    met on 2026-11-21
logged  2026-11-21  bob  met
closed  2026-11-08  bob  request  not asked yet
next    2026-11-23  bob  thank    met on 2026-11-21
EOF
it 'a line that was there already counts once, and that is said'
log bob met
out_is <<'EOF'
logged  2026-11-21  bob  met    the same line was there already, and both count as one
next    2026-11-23  bob  thank  met on 2026-11-21
EOF
it 'the lines align in any script'
people
echo '김민수,김민수,,,,,none' >>contacts.csv
log 김민수,zoe closed
out_like '^logged  2026-11-21  김민수           closed$'
out_like '^logged  2026-11-21  zoe-garcia-ruiz  closed$'

it 'on the example: what it says is the difference of what ni-due lists before and after'
mkdir "$tap/copy"
cp -R "$top/share/example/." "$tap/copy/"
cd "$tap/copy" || exit 1
cp log.csv "$tap/log"
# due_of ID: all rows of theirs, shown or not; whom they named is not theirs
due_of()
{
	ni-due --today 2026-11-21 --within 9999d -i "$1" -f tsv | cut -f 1,3-5 |
		grep -Ev '	(action|add-lead)	'
}
tried=0
for id in ruth-amsel siobhan rosa-quispe sunniva-dahl chloe-petit wanjiru-kamau luc-theriault; do
	due_of "$id" >before
	for event in asked met thanked closed; do
		ni-log --today 2026-11-21 "$id" $event >said
		due_of "$id" >after
		cp "$tap/log" log.csv
		awk -v id="$id" '$3 == id' said | sed -n 's/^next  *\([^ ]*\)  *[^ ]*  *\([^ ]*\)  */\1 \2 /p' |
			sed 's/^- \([a-z]\)/\1/; /^- - /d' >next
		awk -F '\t' '{ print ($1 != "" ? $1 " " : "") $2 " " $3 }' after | cmp -s - next ||
			echo "$id $event: next"
		awk -v id="$id" '$3 == id' said |
			sed -n 's/^closed  *\([^ ]*\)  *[^ ]*  *\([^ ]*\)  */\1 \2 /p' | sed 's/^- //' >closed
		awk -F '\t' 'FILENAME == "after" { is[$2, $4]; next }
			!(($2, $4) in is) && !($2 ~ /^(keep-in-touch|resume)$/ && $1 > "2026-11-21") {
				print ($1 != "" ? $1 " " : "") $2 " " $3
			}' after before | cmp -s - closed || echo "$id $event: closed"
		tried=$((tried + 1))
	done
done >"$tap/differences"
ok test $tried -eq 28
same "$tap/differences" /dev/null

# ------------------------------------------------------------ printing

it 'without arguments: the log, newest first, of one day the last line first'
people
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-10,ann,asked,email,,
2026-11-12,bob,met,,,"Coffee, cake"
2026-11-10,ann,replied,phone,,Yes
2026-11-12,bob,met,,,"Coffee, cake"
2026-09-01,eve,deferred,,2026-12-01,On site
EOF
keep
log
status_is 0
err_empty
out_is <<'EOF'
date,contact,event,via,until,note,anchor
2026-11-12,bob,met,,,"Coffee, cake",log.csv:3
2026-11-10,ann,replied,phone,,Yes,log.csv:4
2026-11-10,ann,asked,email,,,log.csv:2
2026-09-01,eve,deferred,,2026-12-01,On site,log.csv:6
EOF
same log.csv "$tap/log"
it 'in the usual formats'
log -f json
head -n 1 "$out" >first
file_is first <<'EOF'
{"date":"2026-11-12","contact":"bob","event":"met","via":"","until":"","note":"Coffee, cake","anchor":"log.csv:3"}
EOF
log -f tsv
rows_are 'contact event' <<'EOF'
bob|met
ann|replied
ann|asked
eve|deferred
EOF
it 'what it prints can be chosen from and logged upon'
pipe 'ni-log --today 2026-11-21 | grep -e ^date -e replied | ni-log --today 2026-11-21 - contacted'
status_is 0
err_empty
logged '2026-11-21,ann,contacted,,,'
it 'no log, and an empty one: a header'
rm log.csv
log
status_is 0
ok test "$(wc -l <"$out")" -eq 1
ok test ! -e log.csv
bytes 'date,contact,event\n' >log.csv
log
status_is 0
ok test "$(wc -l <"$out")" -eq 1
it 'a bad line is told, the others are printed'
bytes 'date,contact,event\n2026-11-10,ann,met\n2026-11-11,ann,danced\n2026-11-12,ghost,met\n' >log.csv
log
status_is 2
err_like '^log\.csv:3:16: error: '
err_like "^log\\.csv:4:12: warning: 'ghost' is no contact\$"
out_is <<'EOF'
date,contact,event,via,until,note,anchor
2026-11-10,ann,met,,,,log.csv:2
EOF

# note CONTACT DATE FRONT-MATTER <<EOF
note()
{
	printf -- '---\ncontact: %s\ndate: %s\n%s\n---\n' "$1" "$2" "$3"
	cat
}

it 'with a contact only: the whole history, log and notes, newest first'
people
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-10,ann,asked,email,,
2026-11-10,bob,asked,email,,
2026-11-12,ann,thanked,post,,A card
EOF
note ann 2026-11-12 'outcome: met
mode: phone
rating: 4
thanked: 2026-11-14
referrals:
  - name: Sam Ito' >notes/b.md <<'EOF'

# Ann, by phone

## Work

### What do you do?

All sorts.

### Why?

## Private

### How much?

Secret.
EOF
note '[ann, bob]' 2026-11-30 'time: 14:00 EST
mode: video
place: https://meet.example/x' >notes/c.md <<'EOF'

# Panel

### Who?
EOF
note ann 2026-11-18 '' >notes/d.md </dev/null
for outcome in cancelled no-show moved; do
	note ann 2026-10-01 "outcome: $outcome" >notes/$outcome.md </dev/null
done
log ann
status_is 0
err_empty
out_is <<'EOF'
date,contact,event,via,until,note,anchor
2026-11-30,ann,planned interview,video,,Panel; 14:00 EST; https://meet.example/x; 1 question,notes/c.md:1
2026-11-18,ann,unwritten interview,,,,notes/d.md:1
2026-11-12,ann,interview,phone,,"Ann, by phone; rating 4; 2 of 3 questions answered; 1 name given; thanked 2026-11-14",notes/b.md:1
2026-11-12,ann,thanked,post,,A card,log.csv:4
2026-11-10,ann,asked,email,,,log.csv:2
2026-10-01,ann,no-show,,,,notes/no-show.md:1
2026-10-01,ann,moved interview,,,,notes/moved.md:1
2026-10-01,ann,cancelled interview,,,,notes/cancelled.md:1
EOF
it 'of several: one timeline'
log -f tsv bob,lee
rows_are 'date contact event' <<'EOF'
2026-11-30|ann|planned interview
2026-11-30|bob|planned interview
2026-11-18|ann|unwritten interview
2026-11-12|ann|interview
2026-11-12|ann|thanked
2026-11-10|bob|asked
2026-11-10|ann|asked
2026-10-01|ann|no-show
2026-10-01|ann|moved interview
2026-10-01|ann|cancelled interview
EOF
it 'of the people in rows'
bytes 'id,name\nbob,Bob\n' >rows
log -f tsv - <rows
rows_are 'date contact event' <<'EOF'
2026-11-30|bob|planned interview
2026-11-10|bob|asked
EOF
it 'of somebody with whom nothing has happened: a header'
log eve
status_is 0
ok test "$(wc -l <"$out")" -eq 1
it 'of nobody'
log mallory
status_is 2
out_empty
err_like "^ni-log: no contact 'mallory'"
it '--notes: another folder'
mkdir empty
log --notes empty -f tsv ann
rows_are 'event' <<'EOF'
thanked
asked
EOF
it 'a note at fault is told, the rest is printed'
echo x >notes/e.md
log -f tsv bob
status_is 2
err_like '^notes/e\.md:1:1: error: '
out_like 'planned interview'
it 'but the log alone needs no notes'
log
status_is 0
err_empty
rm notes/e.md

it 'what goes with an event only, and what does not'
keep
for option in -q --date=today --via=x --until=monday; do
	log $option ann
	refused '^ni-log: -q, --date, --via and --until are for logging: name an EVENT$'
	err_like '^usage: ni-log'
	log $option
	refused '^ni-log: -q, --date'
done
log -f csv ann met
refused '^ni-log: -f is for printing the log'
err_like '^usage: ni-log'

# --------------------------------------------- when things go wrong

it 'standard output that cannot be written: status 2, and the event is logged'
people
pipe 'ni-log --today 2026-11-21 ann met >&-'
status_is 2
err_like '^ni-log: cannot write standard output'
ok test "$(tail -n 1 log.csv)" = '2026-11-21,ann,met,,,'
it 'a disk that takes a part of a line only: none of it stays'
people
bytes '2026-11-02,bob,contacted,email,,' >>log.csv
have=$(wc -c <log.csv)
awk -v have="$have" 'BEGIN { while (have++ < 999) printf "x"; print "" }' >>log.csv
ok test "$(wc -c <log.csv)" -eq 1000
keep
# ulimit -f counts in blocks of 512 bytes
pipe 'ulimit -f 2; ni-log --today 2026-11-21 ann,bob met'
refused "^ni-log: only 24 of 44 bytes could be appended to 'log\\.csv': nothing was added\$"
it 'many at once lose and tear no line, though none of them finds a log'
people
rm log.csv
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	ni-log --today 2026-11-21 -q "$(echo ann bob eve | cut -d ' ' -f $((i % 3 + 1)))" \
		contacted "number $i of them all" &
done
wait
ok test "$(wc -l <log.csv)" -eq 13
ok test "$(head -n 1 log.csv)" = 'date,contact,event,via,until,note'
ok test "$(grep -cE '^2026-11-21,(ann|bob|eve),contacted,,,number [0-9]+ of them all$' log.csv)" -eq 12
ok test "$(sort -u log.csv | wc -l)" -eq 13

done_testing

#!/bin/sh
# ni-due: what it prints, its options, whose rows it takes, and the settings. The rules themselves
# are in ni-due-rules.t and ni-due-words.t.

. tests/tap.sh

# due ARG... <<EOF: what ni-due lists on 2026-11-21.
due()
{
	run ni-due --today 2026-11-21 -f tsv "$@" </dev/null
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
	rows_are 'due days action id anchor'
}

says()
{
	like "$out" "$1"
}

# -------------------------------------------------------------- output

it 'prints contact rows as CSV, with its columns in front'
network
file contacts.csv <<'EOF'
name,mood,id,added
"Lee, Ann",sunny,ann,2026-11-16
Bob Ray,"said ""no""",bob,2026-11-14
Eve Fox,,eve,2026-11-30
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,eve,replied,email,,"Yes, gladly"
EOF
run ni-due --today 2026-11-21
status_is 0
err_empty
out_like '^due,days,action,reason,anchor,name,mood,id,added$'
out_like '^2026-11-21,0,request,[^,]*,contacts\.csv:3,Bob Ray,"said ""no""",bob,2026-11-14$'
out_like '^2026-11-21,0,reply,"Yes, gladly",log\.csv:2,Eve Fox,,eve,2026-11-30$'
out_like '^2026-11-23,2,request,[^,]*,contacts\.csv:2,"Lee, Ann",sunny,ann,2026-11-16$'

it 'nothing due: a header, status 0'
run ni-due --today 2026-11-21 -a meet
status_is 0
out_is <<'EOF'
due,days,action,reason,anchor,name,mood,id,added
EOF

it '-f json: an object a line, all strings'
run ni-due --today 2026-11-21 -f json -a reply
out_is <<'EOF'
{"due":"2026-11-21","days":"0","action":"reply","reason":"Yes, gladly","anchor":"log.csv:2","name":"Eve Fox","mood":"","id":"eve","added":"2026-11-30"}
EOF

it '-f tsv'
run ni-due --today 2026-11-21 -f tsv -a reply
out_is <<'EOF'
due	days	action	reason	anchor	name	mood	id	added
2026-11-21	0	reply	Yes, gladly	log.csv:2	Eve Fox		eve	2026-11-30
EOF

it '-f table: aligned, and cut to COLUMNS'
COLUMNS=60
export COLUMNS
run ni-due --today 2026-11-21 -f table
unset COLUMNS
status_is 0
out_like '^due +days +action +reason'
out_like '^2026-11-21 +0 +reply +Yes, gladly'
too_long=$(grep -Ec '.{61}' "$out")
ok test "$too_long" -eq 0

it 'anchors are relative to where one is'
mkdir -p a/b
cd a/b || exit 1
run ni-due --today 2026-11-21 -f tsv -a reply
rows_are 'anchor id' <<'EOF'
../../log.csv:2|eve
EOF
run ni-due -C .. -C .. --today 2026-11-21 -f tsv -a reply
rows_are 'anchor id' <<'EOF'
log.csv:2|eve
EOF
cd ../.. || exit 1

# --------------------------------------------------------------- order

it 'order: by day, rank, id (by bytes), and the line as a number; those without a day last'
network
file contacts.csv <<'EOF'
id,name,added
éva,Éva,2026-11-15
zoe,Zoe,2026-11-15
Zed,Zed,2026-11-15
ann,Ann,
bob,Bob,
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,bob,helped,,,
2026-11-08,ann,asked,,,
EOF
file notes/b.md <<'EOF'
---
contact: bob
date: 2026-11-01
outcome: moved
---
- [ ] nine due 2026-11-22

text

- [ ] ten due 2026-11-22
- [ ] never
EOF
file notes/a.md <<'EOF'
---
contact: bob
date: 2026-11-01
outcome: moved
---







- [ ] a due 2026-11-22
EOF
due --within 1d <<'EOF'
2026-11-22|1|thank|bob|log.csv:2
2026-11-22|1|task|bob|notes/a.md:13
2026-11-22|1|task|bob|notes/b.md:6
2026-11-22|1|task|bob|notes/b.md:10
2026-11-22|1|request|Zed|contacts.csv:4
2026-11-22|1|request|zoe|contacts.csv:3
2026-11-22|1|request|éva|contacts.csv:2
2026-11-22|1|follow-up|ann|log.csv:3
||task|bob|notes/b.md:11
EOF

# ------------------------------------------------------------- options

it '-a: only these actions; the others still have their say'
due -a follow-up --within 1d <<'EOF'
2026-11-22|1|follow-up|ann|log.csv:3
EOF
due -a thank,follow-up --within 1d <<'EOF'
2026-11-22|1|thank|bob|log.csv:2
2026-11-22|1|follow-up|ann|log.csv:3
EOF
due -a keep-in-touch,resume --within 1y </dev/null
run ni-due -a thanks
status_is 2
out_empty
err_like "^ni-due: .*'thanks'"

it '-n: at most so many rows, the first ones'
due -n 2 <<'EOF'
2026-11-22|1|thank|bob|log.csv:2
2026-11-22|1|task|bob|notes/a.md:13
EOF
due -n1 -a request <<'EOF'
2026-11-22|1|request|Zed|contacts.csv:4
EOF
due -n 100 -a request -i zoe <<'EOF'
2026-11-22|1|request|zoe|contacts.csv:3
EOF
for number in -1 x '' 1.5 99999999999999999999; do
	run ni-due -n "$number"
	status_is 2
	out_empty
done

it '--within: what is due until then, too'
due -a follow-up </dev/null
due -a follow-up --within=1d <<'EOF'
2026-11-22|1|follow-up|ann|log.csv:3
EOF
due -a follow-up --within 1w <<'EOF'
2026-11-22|1|follow-up|ann|log.csv:3
EOF
due -a follow-up --within 0d </dev/null
for duration in 7 7x -7d d '' '7 d' none; do
	run ni-due --within "$duration"
	status_is 2
	out_empty
done

it '--within counts months as the calendar does'
cat >>contacts.csv <<'EOF'
fay,Fay,2027-02-21
gus,Gus,2027-02-22
EOF
printf '2027-02-20,fay,deferred,,2027-02-28,\n2027-02-20,gus,deferred,,2027-03-01,\n' >>log.csv
run ni-due --today 2027-01-31 --within 1m -f tsv -a request -i fay,gus
rows_are 'due id' <<'EOF'
2027-02-28|fay
EOF

it '-i: only these people'
due -i zoe,éva <<'EOF'
2026-11-22|1|request|zoe|contacts.csv:3
2026-11-22|1|request|éva|contacts.csv:2
EOF
it '-i: an id is compared in NFC'
due -i "$(printf 'e\314\201va')" <<'EOF'
2026-11-22|1|request|éva|contacts.csv:2
EOF

it '-q: prints nothing; status 1 if nothing is due'
run ni-due --today 2026-11-21 -q -a thank
status_is 0
out_empty
run ni-due --today 2026-11-21 -q -a meet
status_is 1
out_empty
err_empty

it '--log and --notes: those of another place'
mkdir other
file other/events.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,replied,,,
EOF
due --log other/events.csv -a reply <<'EOF'
2026-11-21|0|reply|ann|other/events.csv:2
EOF
file other/talks/x.md <<'EOF'
---
contact: zoe
date: 2026-11-21
---
EOF
due --notes other/talks -a meet,task <<'EOF'
2026-11-21|0|meet|zoe|other/talks/x.md:3
EOF
run ni-due --log ''
status_is 2
out_empty
err_is <<'EOF'
ni-due: cannot open '': No such file or directory
EOF
run ni-due --log none.csv
status_is 2
err_like "^ni-due: cannot open 'none\.csv': No such file or directory$"
run ni-due --notes none
status_is 2
err_like "^ni-due: .*'none'"

it '--today, else NI_TODAY'
NI_TODAY=2026-11-22
export NI_TODAY
run ni-due -a follow-up -f tsv
rows_are 'due days action' <<'EOF'
2026-11-22|0|follow-up
EOF
run ni-due -a follow-up -f tsv --today 2026-11-23
rows_are 'due days action' <<'EOF'
2026-11-22|-1|follow-up
EOF
unset NI_TODAY

# ---------------------------------------------------------- selections

it 'the rows of standard input are those that are answered'
network
file contacts.csv <<'EOF'
id,name,org,referred_by,may_use_name,added
ann,Ann Lee,Acme,,,2026-11-14
bob,Bob Ray,Acme,ann,,2026-11-15
EOF
run ni-due --today 2026-11-21 -f tsv - <<'EOF'
id,name,added
bob,Bob Ray,2026-11-10
EOF
err_empty
it 'a column that they have overrides that of contacts.csv; the anchor remains'
rows_are 'due days action id anchor' <<'EOF'
2026-11-17|-4|request|bob|contacts.csv:3
EOF
out_like '^due	days	action	reason	anchor	id	name	added$'
it 'an empty cell is empty'
run ni-due --today 2026-11-21 -f tsv - <<'EOF'
id,added
bob,
EOF
rows_are 'due days action id anchor' <<'EOF'
||request|bob|contacts.csv:3
EOF
it 'a column that they lack comes from contacts.csv'
run ni-due --today 2026-11-21 -f tsv <<'EOF'
id
ann
bob
EOF
rows_are 'due days action id anchor' <<'EOF'
2026-11-21|0|request|ann|contacts.csv:2
2026-11-22|1|get-permission|ann|contacts.csv:3
2026-11-22|1|request|bob|contacts.csv:3
EOF
says 'may you use their name with Bob Ray \(bob\)\?'
it 'without an id it is derived from the name'
run ni-due --today 2026-11-21 -f tsv - <<'EOF'
name,id
Añn!,
Ann,
BOB,
EOF
rows_are 'due action name id' <<'EOF'
2026-11-21|request|Añn!|
2026-11-22|get-permission|Añn!|
2026-11-22|request|BOB|
EOF
it 'without a name either, rows are known by contact, as those of ni-notes'
run ni-due --today 2026-11-21 -f tsv - <<'EOF'
contact,date
bob,2026-11-01
EOF
rows_are 'due action contact date' <<'EOF'
2026-11-22|request|bob|2026-11-01
EOF
it 'who is not in contacts.csv is treated as if added, and has an anchor there'
run ni-due --today 2026-11-21 -f tsv - <<'EOF'
id,name,referred_by,added
zoe,Zoe Kim,ann,2026-11-20
EOF
err_empty
rows_are 'due action id anchor' <<'EOF'
2026-11-27|request|zoe|-:2
EOF
run ni-due --today 2026-11-21 -f tsv - <<'EOF'
name,referred_by,added
Ann,,2026-11-21

"Zoë
Kim",ann,2026-11-20
EOF
rows_are 'due action name anchor' <<'EOF'
2026-11-22|get-permission|Ann|contacts.csv:3
2026-11-27|get-permission|Ann|-:4
2026-11-27|request|Zoë\nKim|-:4
2026-11-28|request|Ann|contacts.csv:2
EOF
it 'rows with one id are one person, with the cells of the first'
run ni-due --today 2026-11-21 -f tsv - <<'EOF'
id,added,org
bob,2026-11-01,One
ann,,
bob,2026-11-02,Two
EOF
err_empty
rows_are 'due action id org' <<'EOF'
2026-11-08|get-permission|ann|
2026-11-08|request|bob|One
|request|ann|
EOF
it 'a file of rows has its own anchors for those that only it has'
file list.csv <<'EOF'
id,name,added
bob,Bob,
zoe,Zoe,
EOF
run ni-due --today 2026-11-21 -f tsv list.csv
rows_are 'action id anchor' <<'EOF'
request|bob|contacts.csv:3
request|zoe|list.csv:3
EOF
it 'several operands: all of their columns, in the order met with'
file more.csv <<'EOF'
id,org,name
kim,Acme,Kim
EOF
run ni-due --today 2026-11-21 list.csv more.csv
out_like '^due,days,action,reason,anchor,id,name,added,org$'
out_like ',more\.csv:2,kim,Kim,,Acme$'
out_like ',list\.csv:3,zoe,Zoe,,$'
it 'several operands: what one lacks and the header has comes from contacts.csv'
file wide.csv <<'EOF'
id,name,org,may_use_name,shoes
ann,Ann,,,
EOF
file contacts.csv.new <<'EOF'
id,name,org,may_use_name,referred_by,shoes
ann,Ann Lee,One,,bob,41
bob,Bob Ray,"Two, Inc",no,ann,"4""2"
EOF
mv contacts.csv contacts.csv.old
mv contacts.csv.new contacts.csv
run ni-due --today 2026-11-21 -f json wide.csv list.csv
out_like '"id":"ann","name":"Ann","org":"","may_use_name":"","shoes":"","added":""'
out_like '"id":"bob","name":"Bob","org":"Two, Inc","may_use_name":"no","shoes":"4\\"2","added":""'
out_like '"id":"zoe","name":"Zoe","org":"","may_use_name":"","shoes":"","added":""'
it 'several operands: so a chain says what the first program said'
for end in '-f tsv' '| ni-due --today 2026-11-21 -f tsv -'; do
	pipe "ni-due --today 2026-11-21 wide.csv list.csv $end"
	rows_are 'due action reason id' <<'EOF'
|get-permission|may you use their name with Ann (ann)?|bob
|request|referred by Bob; ask first whether you may use their name|ann
|request|referred by Ann; do not use their name|bob
|request|not asked yet|zoe
EOF
done
mv contacts.csv.old contacts.csv
it 'those not selected stay known: a suggestion, a referrer'
cat >log.csv <<'EOF'
date,contact,event,via,until,note
2026-10-01,ann,asked,,,
2026-10-02,ann,asked,,,
EOF
due -i ann -a move-on <<'EOF'
2026-10-16|-36|move-on|ann|log.csv:3
EOF
says 'Bob Ray'

it 'the block at the head of the input is replaced'
pipe 'ni-due --today 2026-11-21 -a move-on | ni-due --today 2026-11-21 -a request -'
out_like '^due,days,action,reason,anchor,id,name,org,referred_by,may_use_name,added$'
pipe 'ni-due --today 2026-11-21 --within 1y >one; ni-due --today 2026-11-21 --within 1y - <one >two'
same one two
it 'a column of that block anywhere else has to be renamed'
for header in id,due name,reason,org id,due,days,action,reason,anchor due,days,id; do
	printf '%s\n' "$header" >list.csv
	run ni-due list.csv
	status_is 2
	out_empty
	err_like '^list\.csv:1:[0-9]+: error: .*rename'
done

it 'rows of leads and tasks: the columns of an add-lead row are added at the end'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-20
outcome: met
rating: 4
thanked: n/a
referrals:
  - name: Rosa Quispe
    org: Acme
---
EOF
run ni-due --today 2026-11-21
status_is 0
out_like '^due,days,action,reason,anchor,id,name,org,source,referred_by,added$'
out_like '^2026-11-27,6,add-lead,[^,]*,notes/ann\.md:8,rosa-quispe,Rosa Quispe,Acme,referral,ann,2026-11-20$'

# ------------------------------------------------------------ settings

# setting LINE ARG... <<EOF: what is due with this setting.
setting()
{
	printf 'format: 1\npractice:\n  %s\n' "$1" >ni.yaml
	tap_title=$1
	shift
	due "$@"
}

network
file contacts.csv <<'EOF'
id,name,added
ann,Ann Lee,2026-11-01
EOF
it 'defaults, as PRACTICE has them'
due <<'EOF'
2026-11-08|-13|request|ann|contacts.csv:2
EOF
setting 'request_within: 3d' <<'EOF'
2026-11-04|-17|request|ann|contacts.csv:2
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-10,ann,replied,,,
EOF
setting 'reply_within: 2w' <<'EOF'
2026-11-24|3|reply|ann|log.csv:2
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-10,ann,asked,,,
EOF
setting 'follow_up_after: 11d' <<'EOF'
2026-11-21|0|follow-up|ann|log.csv:2
EOF
setting 'follow_up_after: 12d' </dev/null
setting 'attempts: 1' --within 1m <<'EOF'
2026-11-24|3|move-on|ann|log.csv:2
EOF
setting 'attempts: 3' --within 1m <<'EOF'
2026-11-24|3|follow-up|ann|log.csv:2
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-10,ann,helped,,,
EOF
setting 'thank_within: 1m' <<'EOF'
2026-12-10|19|thank|ann|log.csv:2
EOF
setting 'lapse_after: 9d' -a thank <<'EOF'
2026-11-12|-9|thank|ann|log.csv:2
EOF
setting 'lapse_after: 8d' -a thank </dev/null
rm log.csv
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-29
---
## Research

They make maps.

## Path

- How did you start?
- What next?
- [ ] Read due 2026-12-20
EOF
setting 'prepare_before: 8d' <<'EOF'
2026-11-28|7|prepare|ann|notes/ann.md:1
EOF
says '2 of 10 questions'
setting 'prepare_before: 7d' </dev/null
setting 'questions: 2-4' --within 8d <<'EOF'
2026-11-29|8|meet|ann|notes/ann.md:3
EOF
setting 'questions: 3' --within 8d <<'EOF'
2026-11-28|7|prepare|ann|notes/ann.md:1
2026-11-29|8|meet|ann|notes/ann.md:3
EOF
says '2 of 3 questions'
setting 'task_lead: 29d' <<'EOF'
2026-12-20|29|task|ann|notes/ann.md:13
EOF
setting 'task_lead: 1m' <<'EOF'
2026-12-20|29|task|ann|notes/ann.md:13
EOF
it 'a lead of months is subtracted as the calendar does'
sed -i.old 's/2026-12-20/2027-03-31/' notes/ann.md
printf 'practice:\n  task_lead: 1m\n' >ni.yaml
run ni-due --today 2027-02-27 -f tsv -a task
rows_are due </dev/null
run ni-due --today 2027-02-28 -f tsv -a task
rows_are due <<'EOF'
2027-03-31
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-18
outcome: met
referrals: [{name: A, skip: yes}]
---
## Advice

- [x] Read
EOF
setting 'write_up_within: 4d' -a write-up <<'EOF'
2026-11-22|1|write-up|ann|notes/ann.md:1
EOF
setting 'report_within: 1d' -a report-back <<'EOF'
2026-11-19|-2|report-back|ann|notes/ann.md:9
EOF
setting 'names: 1' -a thank <<'EOF'
2026-11-20|-1|thank|ann|notes/ann.md:3
EOF
says '	interview of 2026-11-18	'
setting 'names: 3' -a thank <<'EOF'
2026-11-20|-1|thank|ann|notes/ann.md:3
EOF
says '	interview of 2026-11-18.+	'
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-07
outcome: met
rating: 1
thanked: n/a
---
EOF
setting 'keep_in_touch: 2w' <<'EOF'
2026-11-21|0|keep-in-touch|ann|notes/ann.md:3
EOF
it 'keep_in_touch: none is no keeping in touch'
setting 'keep_in_touch: none' -a keep-in-touch --within 50y </dev/null
it 'settings of other programs are read, too'
setting 'introduction_words: 60' </dev/null
setting 'minutes: 20' </dev/null
setting 'views: 4' </dev/null

it 'ni.yaml alone makes a network'
mkdir -p new/below
printf 'format: 1\nme:\n  name: Kim Park\n  email: kim@example.org\n' >new/ni.yaml
run ni-due -C new/below --today 2026-11-21 - <<'EOF'
id,name,added
zoe,Zoe,2026-11-20
EOF
status_is 0
out_like '^2026-11-27,6,request,'

it 'what is wrong in ni.yaml is told with its place'
while IFS='|' read -r line column text; do
	bytes "$text" >ni.yaml
	run ni-due --today 2026-11-21 </dev/null
	status_is 2
	err_like "^ni\\.yaml:$line:$column: error: "
done <<'EOF'
2|3|practice:\n  thank_in: 2d\n
2|17|practice:\n  thank_within: soon\n
2|13|practice:\n  attempts: many\n
2|13|practice:\n  attempts: 0\n
2|14|practice:\n  questions: 9-3\n
1|9|format: 2\n
1|1|colour: red\n
3|3|practice:\n  attempts: 2\n  attempts: 3\n
1|11|practice: [1, 2]\n
2|1|practice:\n\tattempts: 2\n
EOF

done_testing

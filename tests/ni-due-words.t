#!/bin/sh
# The words that the rules of ni-due are written in: what a repeated log line, a closed, declined or
# deferred contact, an unanswered request, advice, a promise and nothing are. Each is seen by what
# it makes due.

. tests/tap.sh

# due TODAY ARG... <<EOF: all that ni-due lists on that day.
due()
{
	today=$1
	shift
	run ni-due --today "$today" -f tsv "$@" </dev/null
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
	rows_are 'due days action id anchor'
}

says()
{
	like "$out" "$1"
}

# log LINE...: the log of Ann, without her id: DATE,EVENT[,UNTIL].
log()
{
	echo 'date,contact,event,via,until,note' >log.csv
	for line; do
		echo "$line" | awk -F , '{ print $1 ",ann," $2 ",," $3 "," }' >>log.csv
	done
}

# note NAME DATE OUTCOME [LINE...]: a note of Ann's, thanked and rated.
note()
{
	name=$1
	printf -- '---\ncontact: ann\ndate: %s\noutcome: %s\nrating: 3\nthanked: n/a\n---\n' "$2" "$3" \
		>"notes/$name.md"
	shift 3
	[ $# -eq 0 ] || printf '%s\n' "$@" >>"notes/$name.md"
}

network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF

# ---------------------------------------------------------- the log

it 'log lines that are equal in every cell are one event, the first'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,met,,,coffee
2026-11-19,ann,asked,,,
2026-11-20,ann,met,,,coffee
2026-11-20,ann,"met",,,coffee
EOF
due 2026-11-20 <<'EOF'
2026-11-22|2|thank|ann|log.csv:2
EOF
it 'cells that a line lacks are empty ones'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,met
2026-11-20,ann,met,,,
EOF
due 2026-11-20 <<'EOF'
2026-11-22|2|thank|ann|log.csv:2
EOF
it 'one cell makes another event of it'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,met,,,coffee
2026-11-20,ann,met,post,,coffee
EOF
due 2026-11-20 <<'EOF'
2026-11-22|2|thank|ann|log.csv:3
EOF
it 'a repeated line does not undo what came between'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,closed,,,
2026-11-20,ann,reopened,,,
2026-11-20,ann,closed,,,
EOF
due 2026-11-20 <<'EOF'
2026-11-27|7|request|ann|contacts.csv:2
EOF
it 'events are in the order of their dates, and on one day of their lines'
log 2026-11-20,replied 2026-11-10,asked 2026-11-12,contacted
due 2026-11-20 <<'EOF'
2026-11-21|1|reply|ann|log.csv:2
EOF
log 2026-11-20,replied 2026-11-20,contacted
due 2026-11-20 -a reply </dev/null
log 2026-11-20,contacted 2026-11-20,replied
due 2026-11-20 -a reply <<'EOF'
2026-11-21|1|reply|ann|log.csv:3
EOF

it 'a dealing is any event but deferred, closed and reopened'
for event in asked declined met helped thanked reported contacted; do
	log 2026-11-19,replied "2026-11-20,$event"
	due 2026-11-20 -a reply </dev/null
done
log 2026-11-19,replied 2026-11-20,closed 2026-11-20,reopened 2026-11-20,deferred,2026-11-20
due 2026-11-20 -a reply <<'EOF'
2026-11-20|0|reply|ann|log.csv:2
EOF

it 'a request is no contact: keeping in touch counts from the last word'
log 2026-11-05,asked 2026-11-06,asked
note a 2026-08-01 met
note b 2026-11-10 ''
due 2026-11-20 -a keep-in-touch <<'EOF'
2026-11-01|-19|keep-in-touch|ann|notes/a.md:3
EOF
rm notes/*.md

# ------------------------------------------------------------- notes

it 'a note without an outcome is planned until its date, and unwritten afterwards'
note a 2026-11-21 ''
due 2026-11-21 <<'EOF'
2026-11-20|-1|prepare|ann|notes/a.md:1
2026-11-21|0|meet|ann|notes/a.md:3
EOF
due 2026-11-22 <<'EOF'
2026-11-22|0|write-up|ann|notes/a.md:1
EOF
rm notes/*.md

it 'a note of several contacts counts for each of them'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
bob,Bob Ray
EOF
file notes/deep/er/panel.md <<'EOF'
---
contact:
  - bob
  - ann
date: 2026-11-20
outcome: met
---
- [ ] Write to both of them
EOF
due 2026-11-20 <<'EOF'
2026-11-21|1|write-up|ann|notes/deep/er/panel.md:1
2026-11-21|1|write-up|bob|notes/deep/er/panel.md:1
2026-11-22|2|thank|ann|notes/deep/er/panel.md:5
2026-11-22|2|thank|bob|notes/deep/er/panel.md:5
||task|ann|notes/deep/er/panel.md:8
||task|bob|notes/deep/er/panel.md:8
EOF

# ------------------------------------------------------------ closed

# closed LINE...: after these nobody expects anything of Ann; open: there is something.
closed()
{
	log "$@"
	tap_title="closed: ${*:-nothing}"
	due 2026-11-21 --within 50y </dev/null
}

open()
{
	log "$@"
	tap_title="not closed: $*"
	run ni-due --today 2026-11-21 --within 50y
	out_like ',ann,'
}

network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
closed 2026-11-01,closed
closed 2026-11-01,met 2026-11-01,thanked 2026-11-02,closed
closed 2026-11-01,reopened 2026-11-02,closed
closed 2026-11-03,closed 2026-11-01,reopened
for event in asked thanked reported contacted declined; do
	closed 2026-11-01,met 2026-11-01,thanked 2026-11-02,closed "2026-11-03,$event"
	closed 2026-11-02,closed "2026-11-02,$event"
done
closed 2026-11-02,closed 2026-11-03,deferred,2026-11-04
open 2026-11-01,closed 2026-11-02,reopened
open 2026-11-01,closed 2026-11-01,reopened
for event in replied met helped; do
	open 2026-11-01,closed "2026-11-02,$event" 2026-11-03,thanked
	open 2026-11-01,closed "2026-11-01,$event" 2026-11-01,thanked
	closed "2026-11-01,$event" 2026-11-01,thanked 2026-11-01,closed
done
note a 2026-11-02 met
closed 2026-11-02,closed
open 2026-11-01,closed
note a 2026-11-02 moved
closed 2026-11-01,closed
it 'not closed: an interview that took place since'
note a 2026-11-02 ''
due 2026-11-21 -a resume <<'EOF'
2026-11-16|-5|resume|ann|notes/a.md:3
EOF
rm notes/*.md

# ---------------------------------------------------------- declined

it 'who has declined is left alone: nothing is resumed'
log 2026-10-01,helped 2026-10-01,thanked 2026-10-02,declined
due 2026-11-21 --within 50y </dev/null
for event in asked thanked reported contacted closed deferred,2026-10-04; do
	log 2026-10-01,helped 2026-10-01,thanked 2026-10-02,declined "2026-10-03,$event"
	due 2026-11-21 -a resume --within 50y </dev/null
done
it 'declined: until they reply, meet or help, or it is reopened'
log 2026-10-02,declined 2026-10-03,replied 2026-10-04,contacted
due 2026-11-21 <<'EOF'
2026-10-18|-34|resume|ann|log.csv:4
EOF
for event in met helped; do
	log 2026-10-02,declined "2026-10-03,$event"
	due 2026-11-21 <<'EOF'
2026-10-05|-47|thank|ann|log.csv:3
EOF
done
log 2026-10-02,declined 2026-10-03,helped 2026-10-04,thanked
due 2026-11-21 <<'EOF'
2026-10-18|-34|resume|ann|log.csv:4
EOF
log 2026-10-02,declined 2026-10-03,reopened
due 2026-11-21 <<'EOF'
2026-10-10|-42|request|ann|contacts.csv:2
EOF
it 'declined: keeping in touch goes on with those one has met'
log 2026-10-01,met 2026-10-01,thanked 2026-10-02,declined
due 2027-01-02 <<'EOF'
2027-01-02|0|keep-in-touch|ann|log.csv:4
EOF

# ---------------------------------------------------------- deferred

it 'deferred: by the last such event, even to an earlier day'
log 2026-11-01,deferred,2027-01-01 2026-11-02,deferred,2026-12-01
due 2026-11-30 </dev/null
due 2026-12-01 <<'EOF'
2026-12-01|0|request|ann|contacts.csv:2
EOF
it 'deferred: another dealing ends it'
for event in thanked reported; do
	log 2026-11-01,deferred,2027-01-01 "2026-11-01,$event"
	due 2026-11-21 <<'EOF'
||request|ann|contacts.csv:2
EOF
	log "2026-11-01,$event" 2026-11-01,deferred,2027-01-01
	due 2026-11-21 </dev/null
done
note a 2026-08-01 met
for event in replied declined met helped thanked reported contacted; do
	log 2026-08-02,deferred,2027-01-01 "2026-08-03,$event"
	due 2026-11-21 <<'EOF'
2026-11-03|-18|keep-in-touch|ann|log.csv:3
EOF
done
rm notes/*.md
log 2026-08-02,deferred,2027-01-01 2026-11-02,asked
due 2026-11-21 <<'EOF'
2026-11-16|-5|follow-up|ann|log.csv:3
EOF
it 'deferred: reopened ends it'
log 2026-11-01,deferred,2027-01-01 2026-11-02,reopened
due 2026-11-21 <<'EOF'
2026-11-09|-12|request|ann|contacts.csv:2
EOF
it 'deferred: an interview that was held after it ends it'
log 2026-08-01,deferred,2027-01-01
note a 2026-08-02 met
due 2026-11-02 <<'EOF'
2026-11-02|0|keep-in-touch|ann|notes/a.md:3
EOF
it 'deferred: not one on the same day, one that is off, or that is not written up'
note a 2026-08-01 met
due 2026-12-31 </dev/null
due 2027-01-01 <<'EOF'
2027-01-01|0|keep-in-touch|ann|notes/a.md:3
EOF
for outcome in moved ''; do
	note b 2026-09-01 "$outcome"
	due 2026-12-31 -a keep-in-touch </dev/null
	due 2027-01-01 -a keep-in-touch <<'EOF'
2027-01-01|0|keep-in-touch|ann|notes/a.md:3
EOF
done
rm notes/*.md
it 'deferred: an action that is due later keeps its day, but is not shown before the other'
log 2026-11-20,contacted 2026-11-21,deferred,2026-11-23
due 2026-11-22 </dev/null
due 2026-11-23 <<'EOF'
2026-11-27|4|request|ann|contacts.csv:2
EOF
it 'deferred: until a day that is past it is nothing'
log 2026-11-20,contacted 2026-11-21,deferred,2026-11-21
due 2026-11-21 <<'EOF'
2026-11-27|6|request|ann|contacts.csv:2
EOF
it 'deferred: a task, an interview and thanks do not wait'
log 2026-11-20,helped 2026-11-20,deferred,2027-01-01
note a 2026-11-21 '' '- [ ] Prepare a cake'
due 2026-11-21 <<'EOF'
2026-11-20|-1|prepare|ann|notes/a.md:1
2026-11-21|0|meet|ann|notes/a.md:3
2026-11-22|1|thank|ann|log.csv:2
||task|ann|notes/a.md:8
EOF
rm notes/*.md

# ----------------------------------------------- unanswered requests

# unanswered N LINE...: so many requests are unanswered on 2027-01-01.
unanswered()
{
	number=$1
	shift
	log "$@"
	tap_title="unanswered: $number of $*"
	run ni-due --today 2027-01-01 -a follow-up,move-on -f tsv
	case $number in
	0) rows_are action </dev/null ;;
	1) says 'asked 1 time, last on' ;;
	*) says "$number requests unanswered" ;;
	esac
}

unanswered 1 2026-10-01,asked
unanswered 2 2026-10-01,asked 2026-10-20,asked
unanswered 3 2026-10-01,asked 2026-10-20,asked 2026-10-02,asked
unanswered 1 2026-10-01,asked 2026-10-01,contacted 2026-10-01,asked
unanswered 2 2026-10-01,asked 2026-10-02,contacted 2026-10-03,thanked 2026-10-20,asked
unanswered 2 2026-10-01,asked 2026-10-02,reported 2026-10-03,deferred,2026-10-04 2026-10-20,asked
for event in replied declined met helped reopened; do
	unanswered 0 2026-10-01,asked "2026-10-02,$event"
	unanswered 0 2026-10-02,asked "2026-10-02,$event"
	unanswered 1 2026-10-01,asked "2026-10-02,$event" 2026-10-03,asked
	unanswered 1 2026-10-01,asked "2026-10-02,$event" 2026-10-02,asked
done
it 'unanswered: only after the date of every interview that is not off'
note a 2026-10-10 met
unanswered 0 2026-10-01,asked 2026-10-10,asked
unanswered 1 2026-10-01,asked 2026-10-10,asked 2026-10-11,asked
note b 2026-11-01 moved
unanswered 1 2026-10-11,asked
note b 2027-11-01 ''
unanswered 0 2026-10-11,asked
rm notes/*.md

# ------------------------------------- advice, promises, and nothing

# section TEXT...: a held note with that body.
section()
{
	note a 2026-11-01 met "$@"
}

rm log.csv
for heading in '# Advice' '## ADVICE' '###### advice for me' '## Advice on *law*' '## Adviceful'; do
	it "advice: below $heading"
	section "$heading" '' '- [x] Read'
	due 2026-11-02 -a report-back <<'EOF'
2026-11-15|13|report-back|ann|notes/a.md:10
EOF
done
for heading in '# My advice' 'Advice' '- Advice' '> ## Advice' '####### Advice'; do
	it "advice: not below $heading"
	section "$heading" '' '- [x] Read'
	due 2026-11-02 -a report-back </dev/null
done
it 'advice: to the next heading of the same or a higher level'
section '## Advice' '' '### First' '' '- [x] Read' '' '## Then' '' '- [x] Write'
due 2026-11-02 -a report-back <<'EOF'
2026-11-15|13|report-back|ann|notes/a.md:12
EOF
says 'acted on: Read	'
section '## Advice' '' '# First' '' '- [x] Read'
due 2026-11-02 -a report-back </dev/null

for heading in '# Promised' '## PROMISED' '#### promised by Ann'; do
	it "promised: below $heading"
	section "$heading" '' '- [ ] Send the list' '' '# Else' '' '- [ ] Do it'
	due 2026-11-02 -a task <<'EOF'
||task|ann|notes/a.md:14
EOF
done
it 'promised: what is below another heading is for me to do'
section '## Compromised' '' '- [ ] Send the list'
due 2026-11-02 -a task <<'EOF'
||task|ann|notes/a.md:10
EOF

it 'nothing: a box without text is no task'
section '- [ ]' '- [ ] ' '-' '- [x]' '- [ ]no blank' '- text [ ] here'
due 2026-11-02 -a task </dev/null
it 'nothing: tasks in a code block or a comment are none'
section '```' '- [ ] code' '```' '' '<!--' '- [ ] comment' '-->' '' '    - [ ] indented'
due 2026-11-02 -a task </dev/null
it 'tasks are items of any list, at any depth'
section '1. [ ] First' '2) [x] no' '* [ ] Star' '  + [ ] Inner' '> - [ ] Quoted'
due 2026-11-02 -a task <<'EOF'
||task|ann|notes/a.md:8
||task|ann|notes/a.md:10
||task|ann|notes/a.md:11
||task|ann|notes/a.md:12
EOF
it 'the date of a task is a word of its own; the first counts'
section '- [ ] One due:2026-11-05' '- [ ] Two (due 2026-11-05), not due 2026-11-09' \
	'- [ ] Three 📅 2026-11-05 soon' '- [ ] Four DUE: 2026-11-05' '- [ ] Five overdue:2026-11-05' \
	'- [ ] Six due:2026-11-051' '- [ ] Seven due:2026-11-05.' '- [ ] Eight by 2026-11-05'
due 2026-11-02 -a task <<'EOF'
2026-11-05|3|task|ann|notes/a.md:8
2026-11-05|3|task|ann|notes/a.md:9
2026-11-05|3|task|ann|notes/a.md:10
2026-11-05|3|task|ann|notes/a.md:11
2026-11-05|3|task|ann|notes/a.md:14
||task|ann|notes/a.md:12
||task|ann|notes/a.md:13
||task|ann|notes/a.md:15
EOF

done_testing

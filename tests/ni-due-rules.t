#!/bin/sh
# The fourteen actions of ni-due, one after the other: when each arises, from when it is shown,
# when it is due, what its reason says, and where its anchor points.

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

# says ACTION REGEX: the reason of that action in the last list.
says()
{
	awk -F '\t' -v action="$1" '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["action"] == action { print $at["reason"] }' "$out" >"$tap/reason"
	like "$tap/reason" "$2"
}

# Ten questions and research: nothing to prepare.
prepared()
{
	printf '## Research\n\nRead their annual report.\n\n## Path\n\n'
	for number in 1 2 3 4 5 6 7 8 9 10; do
		echo "- Question number $number?"
	done
}

# held CONTACT DATE [LINE...] >notes/NAME.md: a note with nothing left to do.
held()
{
	printf -- '---\ncontact: %s\ndate: %s\noutcome: met\nrating: 4\nthanked: %s\n' "$1" "$2" "$2"
	shift 2
	[ $# -eq 0 ] || printf '%s\n' "$@"
	echo '---'
}

# ---------------------------------------------------------------- meet

it 'meet: a planned note is shown on its day'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
{
	cat <<'EOF'
---
contact: ann
date: 2026-11-30
time: 14:00 EST
mode: video
minutes: 25
place: https://meet.example/abc
---
EOF
	prepared
} >notes/ann.md
due 2026-11-29 </dev/null
due 2026-11-30 <<'EOF'
2026-11-30|0|meet|ann|notes/ann.md:3
EOF
says meet '14:00 EST'
says meet 'video'
says meet '25'
says meet 'https://meet\.example/abc'
it 'meet: ahead of its day with --within'
due 2026-11-20 --within 10d <<'EOF'
2026-11-30|10|meet|ann|notes/ann.md:3
EOF
due 2026-11-20 --within 9d </dev/null
it 'meet: the day after, the interview has to be written up and thanked for instead'
due 2026-12-01 <<'EOF'
2026-12-01|0|write-up|ann|notes/ann.md:1
2026-12-02|1|thank|ann|notes/ann.md:3
EOF

it 'meet: an interview that is off is none, whatever it is off for'
for outcome in cancelled no-show moved; do
	network
	file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
	file notes/ann.md <<EOF
---
contact: ann
date: 2026-11-30
outcome: $outcome
---
EOF
	due 2026-11-21 --within 50y <<'EOF'
||request|ann|contacts.csv:2
EOF
done

it 'meet: everybody of a panel, and without any detail'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
bob,Bob Ray
EOF
{
	printf -- '---\ncontact: [bob, ann]\ndate: 2026-11-30\n---\n'
	prepared
} >notes/panel.md
due 2026-11-30 <<'EOF'
2026-11-30|0|meet|ann|notes/panel.md:3
2026-11-30|0|meet|bob|notes/panel.md:3
EOF

it 'meet, thank, write-up and task remain for somebody who is closed; nothing else does'
network
file contacts.csv <<'EOF'
id,name,added,cadence
ann,Ann Lee,2026-01-01,1m
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-30,ann,closed,,,moved abroad
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-30
---
- [ ] Bring the book back
EOF
due 2026-11-30 <<'EOF'
2026-11-30|0|meet|ann|notes/ann.md:3
||task|ann|notes/ann.md:5
EOF
due 2026-12-01 <<'EOF'
2026-12-01|0|write-up|ann|notes/ann.md:1
2026-12-02|1|thank|ann|notes/ann.md:3
||task|ann|notes/ann.md:5
EOF

# --------------------------------------------------------------- reply

it 'reply: at once, due a day after theirs; the reason is what they answered'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-10,ann,asked,email,,
2026-11-21,ann,replied,email,,"Tuesday, at ten?"
EOF
due 2026-11-21 <<'EOF'
2026-11-22|1|reply|ann|log.csv:3
EOF
says reply '^Tuesday, at ten\?$'
due 2026-12-21 <<'EOF'
2026-11-22|-29|reply|ann|log.csv:3
EOF

it 'reply: not when there was another dealing since; then nothing is due till things have stopped'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,replied,email,,
2026-11-20,ann,contacted,email,,
EOF
due 2026-12-03 </dev/null
due 2026-12-04 <<'EOF'
2026-12-04|0|resume|ann|log.csv:3
EOF

it 'reply: not with an interview on or after that day, unless it is off'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,replied,email,,
EOF
for date in 2026-11-20 2026-11-25; do
	held ann "$date" >notes/ann.md
	due 2026-11-21 -a reply </dev/null
done
printf -- '---\ncontact: ann\ndate: 2026-11-20\noutcome: moved\n---\n' >notes/ann.md
due 2026-11-21 <<'EOF'
2026-11-21|0|reply|ann|log.csv:2
EOF
held ann 2026-11-19 >notes/ann.md
due 2026-11-21 <<'EOF'
2026-11-21|0|reply|ann|log.csv:2
EOF
rm notes/ann.md

it 'reply: waits while they are deferred'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,replied,email,,call me next year
2026-11-20,ann,deferred,,2027-01-10,
EOF
due 2027-01-09 </dev/null
due 2027-01-10 <<'EOF'
2027-01-10|0|reply|ann|log.csv:2
EOF

# --------------------------------------------------------------- thank

it 'thank: for an interview, from its day, due two days after'
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
referrals:
  - name: Rosa Quispe
    skip: yes
  - name: Sam Ito
    skip: yes
---
EOF
due 2026-11-20 <<'EOF'
2026-11-22|2|thank|ann|notes/ann.md:3
EOF
says thank '^interview of 2026-11-20$'
it 'thank: the reason tells when fewer than two names were given'
sed -i.old '/Sam Ito/,/skip/d' notes/ann.md
due 2026-11-20 <<'EOF'
2026-11-22|2|thank|ann|notes/ann.md:3
EOF
says thank '^interview of 2026-11-20.*[^0-9-]1[^0-9]'
it 'thank: an interview that is held ahead of its date is thanked for from its date'
due 2026-11-19 </dev/null

it 'thank: "thanked" may say that it was done, that none is owed, or that it is not done yet'
for value in 2026-11-21 n/a; do
	printf -- '---\ncontact: ann\ndate: 2026-11-20\noutcome: met\nrating: 4\nthanked: %s\n---\n' \
		"$value" >notes/ann.md
	due 2026-11-21 -a thank </dev/null
done
for value in no '' false; do
	printf -- '---\ncontact: ann\ndate: 2026-11-20\noutcome: met\nrating: 4\nthanked: %s\n---\n' \
		"$value" >notes/ann.md
	due 2026-11-21 -a thank <<'EOF'
2026-11-22|1|thank|ann|notes/ann.md:3
EOF
done

it 'thank: a thanked event with them on or after the date of the interview will do'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,thanked,post,,
EOF
due 2026-11-21 -a thank </dev/null
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-19,ann,thanked,post,,
EOF
due 2026-11-21 -a thank <<'EOF'
2026-11-22|1|thank|ann|notes/ann.md:3
EOF

it 'thank: each of a panel is thanked by themselves'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
bob,Bob Ray
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-21,bob,thanked,email,,
EOF
file notes/panel.md <<'EOF'
---
contact: [ann, bob]
date: 2026-11-20
outcome: met
rating: 4
---
EOF
due 2026-11-21 <<'EOF'
2026-11-22|1|thank|ann|notes/panel.md:3
EOF

it 'thank: for a meeting or for help without a note; the reason is what the log says'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
bob,Bob Ray
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,met,in-person,,coffee at the fair
2026-11-19,bob,helped,email,,two names
EOF
due 2026-11-20 <<'EOF'
2026-11-21|1|thank|bob|log.csv:3
2026-11-22|2|thank|ann|log.csv:2
EOF
says thank '^coffee at the fair$'
says thank '^two names$'
it 'thank: only for the last meeting or help, and until it is done'
cat >>log.csv <<'EOF'
2026-11-20,bob,met,,,lunch
2026-11-20,ann,thanked,,,
EOF
due 2026-11-20 <<'EOF'
2026-11-22|2|thank|bob|log.csv:4
EOF
it 'thank: a meeting of which there is a note is the note'
held bob 2026-11-20 >notes/bob.md
due 2026-11-20 </dev/null
it 'thank: a note that is off is none of a meeting'
printf -- '---\ncontact: bob\ndate: 2026-11-20\noutcome: moved\n---\n' >notes/bob.md
due 2026-11-20 <<'EOF'
2026-11-22|2|thank|bob|log.csv:4
EOF
it 'thank: help on the day of an interview is thanked for by itself'
held bob 2026-11-20 >notes/bob.md
cat >>log.csv <<'EOF'
2026-11-20,bob,helped,,,a book
EOF
due 2026-11-20 <<'EOF'
2026-11-22|2|thank|bob|log.csv:6
EOF

# ------------------------------------------------------------- prepare

it 'prepare: from three days before the interview, due the day before'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-30
---
# Ann

- How did you start?
- What does a day look like?

## The work

1. What is hard about it?

## What would you do otherwise?
EOF
due 2026-11-26 </dev/null
due 2026-11-27 <<'EOF'
2026-11-29|2|prepare|ann|notes/ann.md:1
EOF
says prepare '^4 of 10 questions; no research$'
due 2026-11-30 <<'EOF'
2026-11-29|-1|prepare|ann|notes/ann.md:1
2026-11-30|0|meet|ann|notes/ann.md:3
EOF
due 2026-12-01 -a prepare </dev/null

it 'prepare: enough questions, but no research, and the other way round'
{
	printf -- '---\ncontact: ann\ndate: 2026-11-30\n---\n'
	prepared | sed '/annual/d'
} >notes/ann.md
due 2026-11-28 <<'EOF'
2026-11-29|1|prepare|ann|notes/ann.md:1
EOF
says prepare '^no research$'
{
	printf -- '---\ncontact: ann\ndate: 2026-11-30\n---\n'
	prepared | sed '/number 10/d'
} >notes/ann.md
due 2026-11-28 <<'EOF'
2026-11-29|1|prepare|ann|notes/ann.md:1
EOF
says prepare '^9 of 10 questions$'

it 'prepare: comments, empty items and deeper headings are no research, nor is what is elsewhere'
for text in '## Research

<!-- what do they do? -->' '## Research

-' '## Research

- [ ]' '## Research

### Figures' '# Research

Not at level 2.' '### Research

Too deep.'; do
	{
		printf -- '---\ncontact: ann\ndate: 2026-11-30\n---\n'
		prepared | sed '/annual/d' | sed '/^## Research/,/^$/d'
		printf '\n%s\n' "$text"
	} >notes/ann.md
	due 2026-11-28 <<'EOF'
2026-11-29|1|prepare|ann|notes/ann.md:1
EOF
done

it 'prepare: research in any case and below deeper headings counts'
{
	printf -- '---\ncontact: ann\ndate: 2026-11-30\n---\n'
	prepared | sed '/annual/d' | sed '/^## Research/,/^$/d'
	printf '\n## RESEARCH\n\n### Figures\n\n- 200 people\n'
} >notes/ann.md
due 2026-11-28 </dev/null

# ------------------------------------------------------------ write-up

it 'write-up: an interview that took place and has no outcome yet, due a day after'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-20
rating: 4
thanked: n/a
---
EOF
due 2026-11-21 <<'EOF'
2026-11-21|0|write-up|ann|notes/ann.md:1
EOF
says write-up 'outcome'
it 'write-up: or no rating, from its date on'
printf -- '---\ncontact: ann\ndate: 2026-11-25\noutcome: met\nthanked: n/a\n---\n' >notes/ann.md
due 2026-11-24 </dev/null
due 2026-11-25 <<'EOF'
2026-11-26|1|write-up|ann|notes/ann.md:1
EOF
says write-up 'rating'
it 'write-up: done with an outcome and a rating; none when it is off'
held ann 2026-11-20 >notes/ann.md
due 2026-11-21 -a write-up </dev/null
printf -- '---\ncontact: ann\ndate: 2026-11-20\noutcome: no-show\n---\n' >notes/ann.md
due 2026-11-21 -a write-up </dev/null

# ---------------------------------------------------------------- task

it 'task: a week ahead of its date; without a date at once; done and promised ones never'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
{
	held ann 2026-11-20
	cat <<'EOF'
- [ ] Send the article due:2026-12-05
- [ ] Read her thesis
- [x] Buy a card
- [X] Find a stamp due 2026-11-21

## Promised by her

- [ ] Ask her colleague due 2026-11-21
EOF
} >notes/ann.md
due 2026-11-27 <<'EOF'
||task|ann|notes/ann.md:9
EOF
says task '^Read her thesis$'
due 2026-11-28 <<'EOF'
2026-12-05|7|task|ann|notes/ann.md:8
||task|ann|notes/ann.md:9
EOF
says task 'Send the article'

it 'task: whatever the outcome of the interview, and for everybody of a panel'
network
file contacts.csv <<'EOF'
id,name,added
ann,Ann Lee,2026-11-20
bob,Bob Ray,2026-11-20
EOF
file notes/panel.md <<'EOF'
---
contact: [ann, bob]
date: 2026-11-20
outcome: cancelled
---
Text.

  * [ ] Write about a new day 📅 2026-11-23
EOF
due 2026-11-21 -a task <<'EOF'
2026-11-23|2|task|ann|notes/panel.md:8
2026-11-23|2|task|bob|notes/panel.md:8
EOF

# ------------------------------------------------------ get-permission

it 'get-permission: ask the referrer whether their name may be used, as the request is due'
network
file contacts.csv <<'EOF'
id,name,referred_by,may_use_name,added
ann,Ann Lee,,,
bob,Bob Ray,ann,,2026-11-18
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-21,ann,contacted,,,
EOF
held ann 2026-11-18 >notes/ann.md
due 2026-11-21 <<'EOF'
2026-11-25|4|get-permission|ann|contacts.csv:3
2026-11-25|4|request|bob|contacts.csv:3
EOF
says get-permission '^may you use their name with Bob Ray \(bob\)\?$'
it 'get-permission: a row of the referrer, whether the other is selected or not'
due 2026-11-21 -i ann <<'EOF'
2026-11-25|4|get-permission|ann|contacts.csv:3
EOF
due 2026-11-21 -i bob <<'EOF'
2026-11-25|4|request|bob|contacts.csv:3
EOF
it 'get-permission: not when it is known'
for leave in yes no; do
	file contacts.csv <<EOF
id,name,referred_by,may_use_name,added
ann,Ann Lee,,,
bob,Bob Ray,ann,$leave,2026-11-18
EOF
	due 2026-11-21 <<'EOF'
2026-11-25|4|request|bob|contacts.csv:3
EOF
done
it 'get-permission: not from a referrer who is closed or no contact'
file contacts.csv <<'EOF'
id,name,referred_by,may_use_name,added
ann,Ann Lee,,,
bob,Bob Ray,ann,,2026-11-18
eve,Eve Fox,somebody,,2026-11-18
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-21,ann,closed,,,
EOF
run ni-due --today 2026-11-21 -f tsv
rows_are 'due days action id anchor' <<'EOF'
2026-11-25|4|request|bob|contacts.csv:3
2026-11-25|4|request|eve|contacts.csv:4
EOF
it 'get-permission: waits when the request waits, and not when the referrer is deferred'
file contacts.csv <<'EOF'
id,name,referred_by,may_use_name,added
ann,Ann Lee,,,
bob,Bob Ray,ann,,2026-11-18
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,deferred,,2027-03-01,
2026-11-20,bob,deferred,,2026-12-10,
EOF
due 2026-12-09 </dev/null
due 2026-12-10 <<'EOF'
2026-12-10|0|get-permission|ann|contacts.csv:3
2026-12-10|0|request|bob|contacts.csv:3
EOF
it 'get-permission: no longer when the request is sent'
cat >>log.csv <<'EOF'
2026-12-10,bob,asked,email,,
EOF
due 2026-12-11 </dev/null

# ------------------------------------------------------------- request

it 'request: at once, due a week after they were added'
network
file contacts.csv <<'EOF'
id,name,added,referred_by,may_use_name
ann,Ann Lee,2026-11-20,,
bob,Bob Ray,,ann,yes
eve,Eve Fox,2026-12-01,ann,no
EOF
due 2026-11-21 <<'EOF'
2026-11-27|6|request|ann|contacts.csv:2
2026-12-08|17|request|eve|contacts.csv:4
||request|bob|contacts.csv:3
EOF
says request 'Ann Lee'
it 'request: none after any of asked, replied, declined, met, helped'
for event in asked replied declined met helped; do
	file log.csv <<EOF
date,contact,event,via,until,note
2026-11-21,ann,$event,,,
2026-11-21,bob,$event,,,
2026-11-21,eve,$event,,,
EOF
	due 2026-11-21 -a request </dev/null
done
it 'request: none with an interview that is not off, past or planned'
rm log.csv
for date in 2026-11-01 2026-12-01; do
	printf -- '---\ncontact: [ann, bob, eve]\ndate: %s\n---\n' "$date" >notes/panel.md
	due 2026-11-21 -a request </dev/null
done
rm notes/panel.md
it 'request: a week after the last word, if that is later; what thanks or reports changes nothing'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-19,ann,contacted,linkedin,,
2026-11-18,ann,contacted,linkedin,,
2026-11-21,bob,contacted,linkedin,,
2026-11-21,eve,contacted,linkedin,,
2026-11-22,eve,thanked,linkedin,,
2026-11-22,eve,reported,linkedin,,
EOF
due 2026-11-21 <<'EOF'
2026-11-27|6|request|ann|contacts.csv:2
2026-11-28|7|request|bob|contacts.csv:3
2026-12-08|17|request|eve|contacts.csv:4
EOF
it 'request: anew after reopened'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-06-01,ann,asked,email,,
2026-06-20,ann,declined,email,,
2026-11-30,ann,reopened,,,
2026-06-01,bob,asked,,,
2026-07-01,bob,closed,,,
2026-11-19,bob,reopened,,,
2026-11-10,eve,reopened,,,
2026-11-11,eve,asked,,,
EOF
due 2026-11-21 <<'EOF'
2026-11-26|5|request|bob|contacts.csv:3
2026-12-07|16|request|ann|contacts.csv:2
EOF
it 'request: waits while they are deferred; without a date it is due when that ends'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,deferred,,2026-11-25,
2026-11-20,bob,deferred,,2026-11-25,
2026-11-20,eve,deferred,,2026-11-25,
EOF
due 2026-11-24 </dev/null
due 2026-11-25 <<'EOF'
2026-11-25|0|request|bob|contacts.csv:3
2026-11-27|2|request|ann|contacts.csv:2
2026-12-08|13|request|eve|contacts.csv:4
EOF

# ----------------------------------------------------------- follow-up

it 'follow-up: two weeks after a request without an answer'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-07,ann,asked,email,,
EOF
due 2026-11-20 </dev/null
due 2026-11-21 <<'EOF'
2026-11-21|0|follow-up|ann|log.csv:2
EOF
says follow-up '^asked 1 time, last on 2026-11-07$'
it 'follow-up: two requests on one day are one; the anchor is the last line'
cat >>log.csv <<'EOF'
2026-11-07,ann,asked,linkedin,,
EOF
due 2026-11-21 <<'EOF'
2026-11-21|0|follow-up|ann|log.csv:3
EOF
says follow-up '^asked 1 time, last on 2026-11-07$'
it 'follow-up: waits while they are deferred'
cat >>log.csv <<'EOF'
2026-11-08,ann,deferred,,2026-12-24,
EOF
due 2026-12-23 </dev/null
due 2026-12-24 <<'EOF'
2026-12-24|0|follow-up|ann|log.csv:3
EOF

# ------------------------------------------------------------ add-lead

it 'add-lead: a name from a note that is no contact yet, with the columns of that lead'
network
file contacts.csv <<'EOF'
id,name,org,source,referred_by,may_use_name,added
ann,Ann Lee,Acme,,,,
zoe,Zoe Kim,Initech,online,,,2026-11-20
EOF
{
	held ann 2026-11-20 'referrals:' '  - name: Rosa Quispe' '    org: Acme Health' \
		'    may_use_name: yes' '  - name: Sam Ito' '    skip: yes' '  - name: Zoe Kim' \
		'    org: Globex'
} >notes/ann.md
due 2026-11-20 -a add-lead <<'EOF'
2026-11-27|7|add-lead|rosa-quispe|notes/ann.md:8
2026-11-27|7|add-lead|zoe-kim|notes/ann.md:13
EOF
says add-lead '^named by Ann Lee on 2026-11-20$'
says add-lead '^named by Ann Lee on 2026-11-20.*zoe'
it 'add-lead: the row is the lead'
rows_are 'id name org source referred_by may_use_name added' <<'EOF'
rosa-quispe|Rosa Quispe|Acme Health|referral|ann|yes|2026-11-20
zoe-kim|Zoe Kim|Globex|referral|ann||2026-11-20
EOF
it 'add-lead: a name from a note that is off or planned is a lead too'
for outcome in moved ''; do
	printf -- '---\ncontact: ann\ndate: 2026-11-21\noutcome: %s\nreferrals: [{name: Rosa}]\n---\n' \
		"$outcome" >notes/ann.md
	due 2026-11-20 -a add-lead <<'EOF'
2026-11-28|8|add-lead|rosa|notes/ann.md:5
EOF
done
it 'add-lead: who is named twice is one lead, from the first time'
held ann 2026-11-20 'referrals:' '  - name: Rosa Quispe' >notes/ann.md
held zoe 2026-11-18 'referrals:' '  - name: rosa  quispe' '    org: Acme' >notes/zoe.md
due 2026-11-21 -a add-lead <<'EOF'
2026-11-25|4|add-lead|rosa-quispe|notes/zoe.md:8
EOF
rows_are 'name org referred_by' <<'EOF'
rosa  quispe|Acme|zoe
EOF
it 'add-lead: only if somebody who named the lead is selected'
due 2026-11-21 -a add-lead -i ann <<'EOF'
2026-11-25|4|add-lead|rosa-quispe|notes/zoe.md:8
EOF
rm notes/ann.md
due 2026-11-21 -a add-lead -i ann </dev/null

# --------------------------------------------------------- report-back

it 'report-back: advice that was followed, two weeks after the first of it was done'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
{
	held ann 2026-11-01
	cat <<'EOF'
- [x] Send the form done:2026-11-02

### Advice, in short

- [ ] Learn SQL
- [x] Read "Weapons of Math" done:2026-11-10
- [x] Join the meetup ✅ 2026-11-09
EOF
} >notes/ann.md
due 2026-11-10 -a report-back <<'EOF'
2026-11-23|13|report-back|ann|notes/ann.md:13
EOF
says report-back '^acted on: .*Weapons of Math.*; Join the meetup'
it 'report-back: told on the last of these days; what was done later is told again'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-09,ann,reported,email,,
EOF
due 2026-11-10 -a report-back <<'EOF'
2026-11-24|14|report-back|ann|notes/ann.md:13
EOF
says report-back '^acted on: [^;]*Weapons of Math[^;]*$'
sed -i.old 's/^2026-11-09/2026-11-10/' log.csv
due 2026-11-10 -a report-back </dev/null
rm log.csv
it 'report-back: without a day, advice is taken to be followed on that of the interview'
{
	held ann 2026-11-01
	printf '# Advice\n\n- [x] Read\n'
} >notes/ann.md
due 2026-11-01 -a report-back <<'EOF'
2026-11-15|14|report-back|ann|notes/ann.md:10
EOF
it 'report-back: only of an interview that was held, and of advice'
for outcome in '' moved; do
	{
		printf -- '---\ncontact: ann\ndate: 2026-11-01\noutcome: %s\n---\n' "$outcome"
		printf '# Advice\n\n- [x] Read\n'
	} >notes/ann.md
	due 2026-11-21 -a report-back </dev/null
done
{
	held ann 2026-11-01
	printf '# Advice\n\n- [ ] Read\n\n# My advice\n\n- [x] Write\n'
} >notes/ann.md
due 2026-11-21 -a report-back </dev/null

it 'report-back: the referrer hears that you met whom they named'
network
file contacts.csv <<'EOF'
id,name,referred_by
ann,Ann Lee,
bob,Bob Ray,ann
eve,Eve Fox,ann
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-10-01,ann,contacted,,,
2026-11-12,eve,met,,,
2026-11-12,eve,thanked,,,
2026-11-20,eve,met,,,
2026-11-20,eve,thanked,,,
EOF
held bob 2026-11-10 >notes/bob.md
due 2026-11-20 <<'EOF'
2026-10-08|-43|request|ann|contacts.csv:2
2026-11-24|4|report-back|ann|notes/bob.md:1
2026-11-26|6|report-back|ann|log.csv:3
EOF
says report-back '^you met Bob Ray on 2026-11-10$'
says report-back '^you met Eve Fox on 2026-11-12$'
it 'report-back: a row of the referrer, whether the other is selected or not'
due 2026-11-20 -a report-back -i ann <<'EOF'
2026-11-24|4|report-back|ann|notes/bob.md:1
2026-11-26|6|report-back|ann|log.csv:3
EOF
due 2026-11-20 -a report-back -i bob,eve </dev/null
it 'report-back: of a meeting and a note on one day, the note is the meeting'
held eve 2026-11-12 >notes/eve.md
due 2026-11-20 -a report-back <<'EOF'
2026-11-24|4|report-back|ann|notes/bob.md:1
2026-11-26|6|report-back|ann|notes/eve.md:1
EOF
it 'report-back: not after any word with the referrer since'
for event in thanked reported contacted met helped; do
	file log.csv <<EOF
date,contact,event,via,until,note
2026-11-12,ann,$event,,,
EOF
	due 2026-11-20 -a report-back </dev/null
	sed -i.old 's/^2026-11-12/2026-11-11/' log.csv
	due 2026-11-20 -a report-back <<'EOF'
2026-11-26|6|report-back|ann|notes/eve.md:1
EOF
done
it 'report-back: asking, replies and refusals are no such word; an interview with them is'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-12,ann,asked,,,
2026-11-12,ann,replied,,,
2026-11-12,ann,declined,,,
EOF
due 2026-11-20 -a report-back <<'EOF'
2026-11-24|4|report-back|ann|notes/bob.md:1
2026-11-26|6|report-back|ann|notes/eve.md:1
EOF
held ann 2026-11-12 >notes/ann.md
due 2026-11-20 -a report-back </dev/null
rm notes/ann.md
it 'report-back: not to a referrer who is closed'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-12,ann,closed,,,
EOF
due 2026-11-20 </dev/null

# ------------------------------------------------------------- move-on

it 'move-on: two weeks after the second request without an answer'
network
file contacts.csv <<'EOF'
id,name,org,field
ann,Ann Lee,Acme,law
ben,Ben Cho,,law
bob,Bob Ray,acme,art
cat,Cat Wu,Acme,law
dan,Dan Oz,Initech,music
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-05,ann,asked,email,,
2026-10-20,ann,asked,email,,
2026-11-05,dan,asked,email,,
2026-10-20,dan,asked,email,,
2026-11-05,bob,asked,,,
EOF
due 2026-11-18 -a move-on,follow-up </dev/null
due 2026-11-19 -a move-on,follow-up <<'EOF'
2026-11-19|0|follow-up|bob|log.csv:6
2026-11-19|0|move-on|ann|log.csv:2
2026-11-19|0|move-on|dan|log.csv:4
EOF
says move-on '^2 requests unanswered.*Cat Wu'
says move-on '^2 requests unanswered$'
it 'move-on: the first in file order, selected or not, whom one can ask: not somebody who is closed'
cp log.csv log.old
cat >>log.csv <<'EOF'
2026-11-05,cat,closed,,,
EOF
due 2026-11-19 -i ann <<'EOF'
2026-11-19|0|move-on|ann|log.csv:2
EOF
says move-on '^2 requests unanswered.*Ben Cho'
mv log.old log.csv
it 'move-on: nobody to ask there, somebody of the same field is suggested'
cat >>log.csv <<'EOF'
2026-11-05,cat,asked,email,,
2026-11-05,bob,declined,email,,
EOF
due 2026-11-19 -i ann <<'EOF'
2026-11-19|0|move-on|ann|log.csv:2
EOF
says move-on '^2 requests unanswered.*Ben Cho'
it 'move-on: waits while they are deferred'
cat >>log.csv <<'EOF'
2026-11-06,ann,deferred,,2027-01-01,
EOF
due 2026-12-31 -i ann </dev/null
due 2027-01-01 -i ann <<'EOF'
2027-01-01|0|move-on|ann|log.csv:2
EOF

# ------------------------------------------------------- keep-in-touch

it 'keep-in-touch: three months after the last contact'
network
file contacts.csv <<'EOF'
id,name,cadence
ann,Ann Lee,
EOF
held ann 2026-08-22 >notes/ann.md
due 2026-11-21 </dev/null
due 2026-11-22 <<'EOF'
2026-11-22|0|keep-in-touch|ann|notes/ann.md:3
EOF
says keep-in-touch '^last contact 2026-08-22 \(.*\)$'
it 'keep-in-touch: any later word counts'
held ann 2026-01-10 >notes/ann.md
for event in replied declined met helped thanked reported contacted; do
	file log.csv <<EOF
date,contact,event,via,until,note
2026-02-20,ann,$event,,,
EOF
	due 2026-06-01 <<'EOF'
2026-05-20|-12|keep-in-touch|ann|log.csv:2
EOF
	says keep-in-touch "^last contact 2026-02-20 \\($event\\)\$"
done
held ann 2026-08-22 >notes/ann.md
it 'keep-in-touch: an interview is later than a word of the same day'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-08-22,ann,met,,,
EOF
due 2026-11-22 <<'EOF'
2026-11-22|0|keep-in-touch|ann|notes/ann.md:3
EOF
it 'keep-in-touch: the later file of two interviews on one day'
held ann 2026-08-22 >notes/ann-b.md
due 2026-11-22 <<'EOF'
2026-11-22|0|keep-in-touch|ann|notes/ann.md:3
EOF
rm notes/ann-b.md log.csv
it 'keep-in-touch: months end where they end'
held ann 2026-11-30 >notes/ann.md
due 2027-02-28 <<'EOF'
2027-02-28|0|keep-in-touch|ann|notes/ann.md:3
EOF
it "keep-in-touch: the contact's own cadence"
file contacts.csv <<'EOF'
id,name,cadence
ann,Ann Lee,2w
EOF
due 2026-12-14 <<'EOF'
2026-12-14|0|keep-in-touch|ann|notes/ann.md:3
EOF
it 'keep-in-touch: never with the cadence none'
sed -i.old 's/2w/none/' contacts.csv
due 2030-01-01 </dev/null
it 'keep-in-touch: with a cadence of their own it needs no meeting'
network
file contacts.csv <<'EOF'
id,name,added,cadence
ann,Ann Lee,2026-01-01,1m
bob,Bob Ray,2026-01-01,
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-10-21,ann,helped,,,
2026-10-21,ann,thanked,,,
2026-10-21,bob,helped,,,
2026-10-21,bob,thanked,,,
EOF
due 2026-11-21 <<'EOF'
2026-11-04|-17|resume|bob|log.csv:5
2026-11-21|0|keep-in-touch|ann|log.csv:3
EOF
it 'keep-in-touch: without any contact it counts from the day they were added'
file contacts.csv <<'EOF'
id,name,added,cadence
ann,Ann Lee,2026-10-25,1m
EOF
rm log.csv
printf -- '---\ncontact: ann\ndate: 2026-10-25\nthanked: 2026-10-26\nrating: 3\n---\n' >notes/ann.md
due 2026-11-25 -a keep-in-touch,resume <<'EOF'
2026-11-25|0|keep-in-touch|ann|contacts.csv:2
EOF
it 'keep-in-touch: without that, things have come to a stop'
sed -i.old 's/2026-10-25,/,/' contacts.csv
due 2026-11-25 -a keep-in-touch,resume <<'EOF'
2026-11-08|-17|resume|ann|notes/ann.md:3
EOF
it 'keep-in-touch: waits while they are deferred'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
held ann 2026-08-22 >notes/ann.md
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-09-01,ann,deferred,,2027-01-01,
EOF
due 2026-12-31 </dev/null
due 2027-01-01 <<'EOF'
2027-01-01|0|keep-in-touch|ann|notes/ann.md:3
EOF
it 'keep-in-touch: not while anything else is to be done with them, even if it is not shown yet'
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-20,ann,asked,,,
EOF
due 2026-11-21 </dev/null
due 2026-11-21 --within 50y <<'EOF'
2026-12-04|13|follow-up|ann|log.csv:2
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-08-20,ann,replied,,,
2026-08-23,ann,replied,,,
EOF
due 2026-11-21 <<'EOF'
2026-08-24|-89|reply|ann|log.csv:3
EOF
rm log.csv
{
	printf -- '---\ncontact: ann\ndate: 2026-12-30\n---\n'
	prepared
} >notes/next.md
due 2026-11-22 </dev/null
it 'keep-in-touch: not while there is something to report back'
rm notes/next.md
{
	held ann 2026-08-20
	printf '# Advice\n\n- [x] Read done:2026-11-20\n'
} >notes/ann.md
due 2026-11-21 <<'EOF'
2026-12-04|13|report-back|ann|notes/ann.md:10
EOF
held ann 2026-08-20 >notes/ann.md
file contacts.csv <<'EOF'
id,name,referred_by
ann,Ann Lee,
bob,Bob Ray,ann
EOF
held bob 2026-11-20 >notes/bob.md
due 2026-11-21 <<'EOF'
2026-12-04|13|report-back|ann|notes/bob.md:1
EOF
rm notes/bob.md
it 'keep-in-touch: a task or a write-up does not stand in its way'
file contacts.csv <<'EOF'
id,name,cadence
ann,Ann Lee,2w
EOF
printf -- '---\ncontact: ann\ndate: 2026-11-01\nthanked: n/a\noutcome: met\n---\n- [ ] Do it\n' \
	>notes/next.md
due 2026-11-15 <<'EOF'
2026-11-02|-13|write-up|ann|notes/next.md:1
2026-11-15|0|keep-in-touch|ann|notes/next.md:3
||task|ann|notes/next.md:7
EOF

# -------------------------------------------------------------- resume

it 'resume: two weeks after the last thing, when nothing else will remind of them'
network
file contacts.csv <<'EOF'
id,name,cadence
ann,Ann Lee,
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-01,ann,helped,,,
2026-11-05,ann,thanked,,,
EOF
due 2026-11-18 </dev/null
due 2026-11-19 <<'EOF'
2026-11-19|0|resume|ann|log.csv:3
EOF
says resume '^nothing since thanked on 2026-11-05$'
it 'resume: a week after an interview that came to nothing'
printf -- '---\ncontact: ann\ndate: 2026-11-10\noutcome: cancelled\n---\n' >notes/ann.md
due 2026-11-16 </dev/null
due 2026-11-17 <<'EOF'
2026-11-17|0|resume|ann|notes/ann.md:3
EOF
it 'resume: on one day the note is the last thing'
printf -- '---\ncontact: ann\ndate: 2026-11-05\noutcome: cancelled\n---\n' >notes/ann.md
due 2026-11-12 <<'EOF'
2026-11-12|0|resume|ann|notes/ann.md:3
EOF
it 'resume: waits while they are deferred'
printf -- '---\ncontact: ann\ndate: 2026-11-07\noutcome: cancelled\n---\n' >notes/ann.md
cat >>log.csv <<'EOF'
2026-11-06,ann,deferred,,2026-12-24,
EOF
due 2026-12-23 </dev/null
due 2026-12-24 <<'EOF'
2026-12-24|0|resume|ann|notes/ann.md:3
EOF
it 'resume: when they were deferred last, then'
rm notes/ann.md
due 2026-12-23 </dev/null
due 2026-12-24 <<'EOF'
2026-12-24|0|resume|ann|log.csv:4
EOF
it 'resume: not after a refusal, not when closed, not with the cadence none'
for event in declined closed; do
	file log.csv <<EOF
date,contact,event,via,until,note
2026-11-01,ann,helped,,,
2026-11-05,ann,thanked,,,
2026-11-06,ann,$event,,,
EOF
	due 2030-01-01 </dev/null
done
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-01,ann,helped,,,
2026-11-05,ann,thanked,,,
EOF
sed -i.old 's/Lee,/&none/' contacts.csv
due 2030-01-01 </dev/null

# --------------------------------------------------------------- lapse

it 'thank, write-up, reply and report-back lapse when they are more than 90 days late'
network
file contacts.csv <<'EOF'
id,name,cadence,referred_by
ann,Ann Lee,,
bob,Bob Ray,none,
eve,Eve Fox,none,ann
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-08-22,bob,replied,,,hello
2026-08-09,eve,met,,,
2026-08-09,eve,thanked,,,
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-08-01
outcome: met
---
# Advice

- [x] Read done:2026-08-09
EOF
due 2026-11-21 <<'EOF'
2026-08-23|-90|reply|bob|log.csv:2
2026-08-23|-90|report-back|ann|log.csv:3
2026-08-23|-90|report-back|ann|notes/ann.md:8
EOF
due 2026-11-22 <<'EOF'
2026-11-01|-21|keep-in-touch|ann|notes/ann.md:3
EOF
it 'they arise with --lapsed'
due 2026-11-22 --lapsed <<'EOF'
2026-08-02|-112|write-up|ann|notes/ann.md:1
2026-08-03|-111|thank|ann|notes/ann.md:3
2026-08-23|-91|reply|bob|log.csv:2
2026-08-23|-91|report-back|ann|log.csv:3
2026-08-23|-91|report-back|ann|notes/ann.md:8
EOF
it 'other actions do not lapse'
file log.csv <<'EOF'
date,contact,event,via,until,note
2020-01-01,bob,asked,,,
EOF
due 2026-11-21 -i bob <<'EOF'
2020-01-15|-2502|follow-up|bob|log.csv:2
EOF

done_testing

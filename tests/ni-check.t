#!/bin/sh
# ni-check: every fault at its place, and none where there is none.

. tests/tap.sh

seen=$tap/seen # the rules that some test has met
: >"$seen"

# check ARG...: ni-check on the day of the tests.
check()
{
	run ni-check --today 2026-11-21 "$@"
	sed -n 's/^.* \[\([a-z-]*\)\]$/\1/p' "$out" >>"$seen"
}

# note PATH: front matter on standard input, and a body with an answer.
note()
{
	case $1 in
	*/*) mkdir -p "${1%/*}" ;;
	esac
	{
		echo ---
		cat
		printf '%s\n' --- '# Talk' '' '- Why?' '' '  Because.'
	} >"$1"
}

# sound: a small network without any fault.
sound()
{
	network
	file contacts.csv <<'EOF'
id,name,org,referred_by,may_use_name,email,phone,added
ann,Ann Lee,Acme,,,ann@acme.example,+1 902 555 0101,2026-05-01
bob,Bob Ray,Acme,ann,no,bob@acme.example,902 555 0102 ext. 4,2026-05-02
EOF
	file log.csv <<'EOF'
date,contact,event,via,until,note
2026-05-03,ann,asked,email,,Ann and I
2026-05-04,bob,asked,email,,In my own name
2026-05-05,bob,deferred,,2026-12-01,
EOF
	note notes/2026-05-06-ann.md <<'EOF'
contact: ann
date: 2026-05-06
outcome: met
minutes: 30
EOF
}

# ------------------------------------------------------------- no fault

it 'share/example'
cp -R "$top/share/example" "$tap/work/example"
cd "$tap/work/example" || exit 1
check
status_is 0
out_empty
err_empty
check --strict
status_is 0
out_empty

it 'a sound network'
sound
check --strict
status_is 0
out_empty
err_empty

it 'ni.yaml alone'
network
rmdir notes
: >ni.yaml
check --strict
status_is 0
out_empty
err_empty

# ---------------------------------------------- one fault of every kind

it 'one fault of every kind, each at its line and column'
network
file ni.yaml <<'EOF'
format: 1
me:
  name: Nora
  introduction: one two three four five six
practice:
  introduction_words: 5
  keep_in_tuoch: 3m
  minutes: many
EOF
bytes 'Questions\n\n- Why\342\200\256?\n' >questions.md
file contacts.csv <<'EOF'
id,name,org,refered_by,may_use_name,email,phone,added,cadence,note
ann,Ann Lee,Acme,,,,,2026-05-01,,
bob,Bob Ray,Acme,,,,,2026-02-30,,
c id,Cid Fox,,,,,,2026-05-01,,
ann,Ann Lea,,,,,,2026-05-01,,
dan,,,,,,,2026-05-01,,
eve,Eve Sun,,,perhaps,,,2026-05-01,,
fay,Fay Low,,,,,,2026-05-01,often,
gus,Gus Oak,,,,,,2026-05-01,,"=HYPERLINK(""x"")"
hal,Hal Elm,,,,,,2026-11-22,,
ida,Ida Ash,,,,ida@elm.example,902-555-0133,2026-05-01
joe,Joe Yew,,,,office@x.example; IDA@elm.example,,2026-05-01,,
EOF
file log.csv <<'EOF'
date,contact,event,via,untl,note
2026-05-03,ann,asked,email,,hello
EOF
note 'notes/2026-05-06-ann.md' <<'EOF'
contact: ann
date: 2026-05-06
outcome: mett
rating: 6
minuets: 4
referrals:
  - name: Zoe
    emial: zoe@x.example
  - org: Acme
  - name: "?"
EOF
check
status_is 1
err_empty
out_is <<'EOF'
contacts.csv:1:13: warning: 'refered_by': did you mean 'referred_by'? [misspelt-column]
contacts.csv:3:22: error: added: found '2026-02-30', expected a date, YYYY-MM-DD [bad-date]
contacts.csv:4:1: error: id: found 'c id', expected letters, numbers, '-', '_', '.', beginning with a letter or number, at most 180 bytes [bad-id]
contacts.csv:5:1: error: id 'ann' stands twice, first on line 2 [duplicate-id]
contacts.csv:6:5: error: name: found '', expected a name [missing-name]
contacts.csv:7:15: error: may_use_name: found 'perhaps', expected 'yes', 'no' or nothing [bad-value]
contacts.csv:8:29: error: cadence: found 'often', expected a duration such as 3d, 3bd, 2w, 3m or 1y, or 'none' [bad-value]
contacts.csv:9:30: warning: note: '=HYPERLINK("x")' is a formula to a spreadsheet [formula]
contacts.csv:10:18: warning: added: '2026-11-22' is yet to come [future-date]
contacts.csv:11:55: warning: found 8 cells, the header has 10 [missing-cells]
contacts.csv:12:16: warning: 'joe' may be 'ida' of line 11: the same email [likely-duplicate]
log.csv:1:24: warning: 'untl': did you mean 'until'? [misspelt-column]
ni.yaml:4:17: warning: introduction: 6 words take more than half a minute to say; introduction_words is 5 [long-introduction]
ni.yaml:7:3: error: practice: unknown key 'keep_in_tuoch'; did you mean 'keep_in_touch'? [unknown-setting]
ni.yaml:8:12: error: minutes: found 'many', expected a number from 1 to 1000 [bad-value]
notes/2026-05-06-ann.md:4:10: error: outcome: found 'mett', expected met, cancelled, no-show or moved; did you mean 'met'? [unknown-outcome]
notes/2026-05-06-ann.md:5:9: error: rating: found '6', expected a number from 1 to 5 [bad-value]
notes/2026-05-06-ann.md:6:1: warning: 'minuets': did you mean 'minutes'? [misspelt-key]
notes/2026-05-06-ann.md:9:5: warning: 'emial': did you mean 'email'? [misspelt-key]
notes/2026-05-06-ann.md:10:5: error: referral: missing key 'name' [missing-key]
notes/2026-05-06-ann.md:11:11: error: name: no id can be derived from '?'; give the referral an id [bad-id]
questions.md:3:6: warning: character U+202E is not seen [control-character]
EOF
ok env LC_ALL=C sort -c -t : -k 1,1 -k 2,2n -k 3,3n "$out"

it 'the log, and who refers to whom'
network
file contacts.csv <<'EOF'
id,name,org,referred_by,may_use_name,email,phone,added
ann,Ann Lee,Acme,cid,,,,2026-05-01
bob,Bob Ray,Acme,ann,no,,,2026-05-01
cid,Cid Fox,Acme,bob,,,,2026-05-01
dan,Dan Elm,Acme,dan,,,,2026-05-01
eve,Eve Sun,Acme,nobody,,,,2026-05-01
fay,Fay Low,Acme,ann,,,,
gus,Gustavo Oak,Acme,,,,+1 902 555 0101,2026-05-01
hal,Gustav Oak,Acme,,,,,2026-05-01
ida,GUSTAVO  OAK,,,,,,2026-05-01
joe,Joe Yew,,,,,(902) 555-0101,2026-05-01
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-05-32,ann,asked,email,,
2026-05-03,zed,asked,email,,
2026-05-03,ann,aksed,email,,
2026-05-03,ann,deferred,,,
2026-05-03,ann,deferred,,soon,
2026-05-03,ann,deferred,,2026-05-03,
2026-05-03,ann,contacted,,,"two
lines"
2026-05-03,bob,asked,email,,"From Ann, who said hello"
2026-05-03,bob,asked,,,Planned with the team
2026-05-03,bob,contacted,,,Ann Lee again
2026-11-22,ann,met,,,
2026-05-03,ann
2026-05-03,ann,met,,,,
2026-05-03,?,met,,,
2026-05-03,zac,mett,,,
EOF
check
status_is 1
err_empty
out_is <<'EOF'
contacts.csv:2:18: error: referred in a circle: ann by cid by bob by ann [circular-referral]
contacts.csv:5:18: error: referred in a circle: dan by dan [circular-referral]
contacts.csv:6:18: error: referred_by: 'nobody' is no contact [unknown-contact]
contacts.csv:7:25: warning: added: when they were named is missing, so that the request to them has no day [missing-added]
contacts.csv:9:5: warning: 'hal' may be 'gus' of line 8: nearly the same name at the same organisation [likely-duplicate]
contacts.csv:10:5: warning: 'ida' may be 'gus' of line 8: the same name [likely-duplicate]
contacts.csv:11:17: warning: 'joe' may be 'gus' of line 8: the same phone [likely-duplicate]
log.csv:2:1: error: date: found '2026-05-32', expected a date, YYYY-MM-DD [bad-date]
log.csv:3:12: error: 'zed' is no contact [unknown-contact]
log.csv:4:16: error: event: found 'aksed', expected asked, replied, declined, met, helped, thanked, reported, contacted, deferred, closed or reopened; did you mean 'asked'? [unknown-event]
log.csv:5:26: error: until: found '', expected a date, YYYY-MM-DD, with 'deferred' [missing-until]
log.csv:6:26: error: until: found 'soon', expected a date, YYYY-MM-DD [bad-date]
log.csv:7:26: warning: until: '2026-05-03' is not after the date of the event [date-order]
log.csv:8:1: error: newline in a field: an event is one line [log-newline]
log.csv:10:29: warning: note: names 'ann', whose name may not be used with 'bob' [name-without-leave]
log.csv:13:1: warning: date: '2026-11-22' is yet to come [future-date]
log.csv:14:15: error: event: found '', expected asked, replied, declined, met, helped, thanked, reported, contacted, deferred, closed or reopened [unknown-event]
log.csv:14:15: warning: found 2 cells, the header has 6 [missing-cells]
log.csv:15:23: error: found 7 cells, expected at most the header's 6 [extra-cells]
log.csv:16:12: error: contact: found '?', expected the id of a contact [bad-id]
log.csv:17:12: error: 'zac' is no contact [unknown-contact]
log.csv:17:16: error: event: found 'mett', expected asked, replied, declined, met, helped, thanked, reported, contacted, deferred, closed or reopened; did you mean 'met'? [unknown-event]
EOF

it 'notes'
network
file contacts.csv <<'EOF'
id,name,added
ann,Ann Lee,2026-05-01
bob,Bob Ray,2026-05-01
jo,Jo Smith,2026-05-01
jo-2,"Jo Smith",2026-05-01
EOF
note notes/2026-05-06-ann.md <<'EOF'
contact: [ann, zed]
date: 2026-05-06
outcome: met
minutes: 9
thanked: 2026-05-05
EOF
note notes/2026-05-06-bob.md <<'EOF'
contact: [bob, ann]
date: 2026-05-06
EOF
note notes/2026-05-06-bob-2.md <<'EOF'
contact: bob
date: 2026-05-06
outcome: no-show
EOF
note notes/2026-05-07-jo.md <<'EOF'
contact: ann
date: 2026-05-07
minutes: 121
thanked: 2026-11-22
EOF
note notes/2026-11-30-ann.md <<'EOF'
contact: ann
date: 2026-11-30
outcome: met
EOF
note notes/2026-05-08-ann.md <<'EOF'
contact: ann
date: 2026-05-08
referrals:
  - name: Jo Smith
EOF
note notes/2026-05-09-ann.md <<'EOF'
contact:
  - bob
  - nobody
date: 2026-05-09
date: 2026-05-10
EOF
file notes/2026-05-10-bob.md <<'EOF'
---
contact: bob
date: 2026-05-10
outcome: met
---
- Why?
- [ ] something due:2026-13-01
EOF
file notes/2026-05-11-bob.md <<'EOF'
---
contact: bob
date: 2026-05-11
outcome: met
---
## Questions

- Why?

  <!-- to be asked -->
EOF
bytes -- '---\ncontact: bob\ndate: 2026-05-12\n---\na\033[1mb\nc\342\200\213d\n\302\205\n' \
	>notes/2026-05-12-bob.md
bytes -- '---\ncontact: bob\ndate: 2026-05-13\n' >notes/2026-05-13-bob.md
bytes -- '---\ncontact: bob\ndate: 2026-05-14\n---\n<<<<<<< ours\n=======\n>>>>>>> theirs\n' \
	>notes/2026-05-14-bob.md
bytes -- '---\ncontact: bob\ndate: 2026-05-15\n---\na\rb\n' >notes/2026-05-15-bob.md
bytes -- '---\ncontact: bob\ndate: 2026-05-16\n---\n\377\n' >notes/2026-05-16-bob.md
{
	printf '%s\n' --- 'contact: bob' 'date: 2026-05-17' ---
	head -c 300000 /dev/zero | tr '\0' '\n'
} >notes/2026-05-17-bob.md
check
status_is 1
err_empty
out_is <<'EOF'
contacts.csv:5:6: warning: 'jo-2' may be 'jo' of line 4: the same name [likely-duplicate]
notes/2026-05-06-ann.md:2:16: error: contact: 'zed' is no contact [unknown-contact]
notes/2026-05-06-ann.md:5:10: warning: minutes: 9 is unusual, most talks take 10 to 120 [unusual-minutes]
notes/2026-05-06-ann.md:6:10: warning: thanked: '2026-05-05' is before the interview [date-order]
notes/2026-05-06-bob.md:3:7: error: date: 'ann' has another note on that day: 'notes/2026-05-06-ann.md' [double-note]
notes/2026-05-07-jo.md:1:1: warning: the name of this note is not its date, '-' and a contact's id [file-name]
notes/2026-05-07-jo.md:4:10: warning: minutes: 121 is unusual, most talks take 10 to 120 [unusual-minutes]
notes/2026-05-07-jo.md:5:10: warning: thanked: '2026-11-22' is yet to come [future-date]
notes/2026-05-08-ann.md:5:1: warning: 'Jo Smith' may be 'jo' or 'jo-2': give the referral an id [ambiguous-referral]
notes/2026-05-09-ann.md:6:1: error: key 'date' stands twice, first on line 5 [duplicate-key]
notes/2026-05-10-bob.md:7:21: error: task: found '2026-13-01', expected a date such as 2026-11-30 [bad-date]
notes/2026-05-11-bob.md:4:10: warning: outcome: 'met', and no answer is written down [no-answers]
notes/2026-05-12-bob.md:5:2: warning: character U+001B is not seen [control-character]
notes/2026-05-12-bob.md:7:1: warning: character U+0085 is not seen [control-character]
notes/2026-05-13-bob.md:1:1: error: front matter does not end: expected a line '---' after it [syntax]
notes/2026-05-14-bob.md:5:1: error: merge conflict left here: '<<<<<<< ours' [conflict-marker]
notes/2026-05-14-bob.md:6:1: error: merge conflict left here: '=======' [conflict-marker]
notes/2026-05-14-bob.md:7:1: error: merge conflict left here: '>>>>>>> theirs' [conflict-marker]
notes/2026-05-15-bob.md:5:2: error: carriage return within a line: lines end in LF or CRLF [line-end]
notes/2026-05-16-bob.md:5:1: error: invalid UTF-8 [encoding]
notes/2026-05-17-bob.md:1:1: error: note is larger than 256 KiB [too-large]
notes/2026-11-30-ann.md:3:7: error: date: '2026-11-30' is yet to come, and the outcome is 'met' [held-in-future]
EOF

done_testing

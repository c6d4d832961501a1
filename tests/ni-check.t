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
bytes -- '- Where?\n\n## Path\n\n- Why?\n- why?\n- How\342\200\256?\n' >questions.md
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
questions.md:1:1: error: question without a category: expected a heading above it [question-bank]
questions.md:6:1: warning: question stands twice, first on line 5 [double-question]
questions.md:7:6: warning: character U+202E is not seen [control-character]
EOF
ok env LC_ALL=C sort -c -t : -k 1,1 -k 2,2n -k 3,3n "$out"

it 'an introduction in a script without blanks between words'
network
echo id,name >contacts.csv
printf 'format: 1\nme: {introduction: "%s"}\npractice: {introduction_words: 2}\n' 我叫李明。 >ni.yaml
check
status_is 0
out_empty
sed 's/明/明明/' ni.yaml >longer && mv longer ni.yaml
check
status_is 0
out_is <<'EOF'
ni.yaml:2:20: warning: introduction: 5 characters, counted as 3 words take more than half a minute to say; introduction_words is 2 [long-introduction]
EOF

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
note notes/2026-05-02-ann.md <<'EOF'
contact: ann
date: 2026-05-02
outcome: cancelled
referrals:
  - id: bob
    name: Bob Ray
    may_use_name: yes
  - id: fay
    name: Fay Low
    may_use_name: yes
EOF
check
status_is 1
err_empty
out_is <<'EOF'
contacts.csv:2:18: error: referred in a circle: ann by cid by bob by ann [circular-referral]
contacts.csv:5:18: error: referred in a circle: dan by dan [circular-referral]
contacts.csv:6:18: error: referred_by: 'nobody' is no contact [unknown-contact]
contacts.csv:7:25: warning: added: no date, so that a request to them has no day [missing-added]
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
notes/2026-05-02-ann.md:6:1: warning: may_use_name of 'bob' is 'yes' here, and 'no' in their contact row, which counts [leave-differs]
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

# private LINE: what is said of a body that has LINE, and another paragraph.
private()
{
	printf -- '---\ncontact: ann\ndate: 2026-05-06\n---\n# Talk\n\n%b\n\nSecret\n' "$1" \
		>notes/2026-05-06-ann.md
	check
	status_is 0
}
it 'what is taken for the heading Private, and hides nothing'
sound
only="warning: only '## Private' keeps what follows out of reports [not-private]"
while IFS='|' read -r column text; do
	private "$text"
	echo "notes/2026-05-06-ann.md:7:$column: $only" >told
	out_is <told
done <<'EOF'
1|### Private
1|# Private
1|# private #
1|###### PRIVATE
1|## Private:
1|## Private.
1|## **Private:**
1|## _Private_.
1|## Private notes
1|## private note:
1|### **Private notes**
1|## Privat
1|## privte
1|## Prviate
1|## Rivate
1|## Privat notes
1|## Private?
1|**Private**
1|**Private**\nSecret
1|**Private:**
1|**Private**:
1|*private*
1|__PRIVATE__
1|_Private notes_
1|##Private
1|Private\n===
1|Private:\n---
1|Private notes\n---
3|- **Private**\n\n  Secret
3|- ### Private
3|> # Private
6|1. > # Private
3|> **Private**\n> Secret
1|## Private:\r
1|# Private\n\n## Private
EOF
it 'it is said of each, where it stands'
private 'One\n**Private**\nTwo\n\n## Private\n\nHidden\n\n## More\n\n### Private\n\nThree'
sed "s/7:1/8:1/; p; s/8:1/17:1/" told >both
out_is <both
it 'Private within a quote or list hides no more than that'
while IFS='|' read -r column text; do
	private "$text"
	echo "notes/2026-05-06-ann.md:7:$column: warning: within a quote or list '## Private' hides no more of it than what follows there [not-private]" >told
	out_is <told
done <<'EOF'
3|> ## Private\n> ### Private\n> **Private**
3|- ## private\n\n  ### Private
5|- > ## Private
3|> Private\n> ---
EOF
it 'and what is none, or hides, is not told'
while IFS= read -r text; do
	private "$text"
	out_empty
done <<'EOF'
## Private
## PRIVATE
## *Private*
## Private ##
Private\n---
## Private\n\n### Private\n\n**Private**\n\n- # Private\n\n> ## Private
<details>\n## Private\n\n### Private notes
## Private sector
# Private sector
### Privately held
### Private equity
### Private vote
## Primary
**Private** sector
**Private sector**
**Private** and *public*
Private
Private:
- Private
#private
    ## Private:
```\n### Private\n```
<!--\n### Private\n-->
EOF

# ------------------------------------------- files that cannot be read

# broken NAME PLACE RULE FORMAT: a sound network with that file is found to be at fault at PLACE. Any
# further faults are of that file too.
broken()
{
	sound
	# shellcheck disable=SC2059 # the format is the text
	printf -- "$4" >"$1"
	it "$1 at fault: $3"
	check
	status_is 1
	err_empty
	out_like "^$1:$2: error: .* \\[$3\\]\$"
	sed -n '/^[^:]*:[0-9]*:[0-9]*: \(error\|warning\): .* \[[a-z-]*\]$/d; p' "$out" >odd
	same /dev/null odd
	out_unlike "^log.*unknown-contact|^notes.*unknown-contact"
}

broken contacts.csv 2:5 syntax 'id,name\nann,"Ann\n'
broken contacts.csv 2:6 syntax 'id,name\nann,A"nn\n'
broken contacts.csv 2:6 encoding 'id,name\nann,A\377nn\n'
broken contacts.csv 2:6 encoding 'id,name\nann,A\000nn\n'
broken contacts.csv 2:1 conflict-marker 'id,name\n<<<<<<< ours\nann,Ann\n=======\n>>>>>>> theirs\n'
broken contacts.csv 1:1 header ''
broken contacts.csv 1:1 header 'id;name\n'
broken contacts.csv 1:9 header 'id,name,id\n'
broken contacts.csv 2:1 line-end 'id,name\nann,A\rnn\n'
broken contacts.csv 2:9 extra-cells 'id,name\nann,Ann,x\n'
broken log.csv 1:1 header 'contact,event\n'
broken log.csv 1:1 header ''
broken log.csv 2:12 syntax 'date,contact,event\n2026-05-03,"ann\n'
broken ni.yaml 1:5 syntax 'me: *x\n'
broken ni.yaml 2:1 duplicate-key 'me:\nme:\n'
broken ni.yaml 1:9 bad-value 'format: 2\n'
broken questions.md 1:1 conflict-marker '<<<<<<< ours\n=======\n>>>>>>> theirs\n'
broken questions.md 1:2 encoding 'a\377'
broken questions.md 1:1 question-bank '# Nothing\n'

it 'faults of one file hide none of another'
sound
bytes 'id,name\n"ann' >contacts.csv
bytes 'date,contact\n' >log.csv
bytes 'practice: 1\n' >ni.yaml
note notes/2026-05-06-ann.md <<'EOF'
contact: ann
date: 2026-05-66
EOF
check
status_is 1
out_is <<'EOF'
contacts.csv:2:1: error: quoted field is never closed [syntax]
log.csv:1:1: error: no column 'event' [header]
ni.yaml:1:11: error: practice: found '1', expected keys and values [bad-value]
notes/2026-05-06-ann.md:3:7: error: date: found '2026-05-66', expected a date such as 2026-11-30 [bad-date]
EOF

# ------------------------------------------------- what is no fault

# is RULE FORMAT, is_not RULE FORMAT: whether contacts.csv breaks a rule.
is()
{
	# shellcheck disable=SC2059
	printf -- "$2" >contacts.csv
	check
	out_like " \\[$1\\]\$"
}
is_not()
{
	# shellcheck disable=SC2059
	printf -- "$2" >contacts.csv
	check --strict
	status_is 0
	out_empty
}

network
it 'formula: what a spreadsheet would run'
for cell in '=1+1' '=x' '@SUM(A1)' '+cmd|x!A0' '-2+3+cmd' '-A1' '" =1"' '+1+A1' '+1 902 +555'; do
	is formula "id,name,added,note\\nann,Ann,2026-05-01,$cell\\n"
done
it 'formula: numbers, phone numbers and dashes are none'
for cell in '+1 902 555 0101' '+1 (902) 555-0101 ext. 4; +44 20 5550 0123' -5 - -- '+1.902.555.0101 x4' '=' '@' a=b; do
	is_not formula "id,name,added,note\\nann,Ann,2026-05-01,$cell\\n"
done

it 'likely-duplicate: who may be one person'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,,2026-05-01,\nb,ANN LÉE,,2026-05-01,\n'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,a@x.example\nb,Ann Lee,Ácme,2026-05-01,b@x.example\n'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,\nb,Ann Lee,Elm,2026-05-01,b@x.example\n'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,\nb,Anne Lee,Acme,2026-05-01,\n'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,\nb,nAn Lee,Acme,2026-05-01,\n'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,\nb,Ann Lees,Acme,2026-05-01,\n'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,\nb,AnnL ee,Acme,2026-05-01,\n'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,,2026-05-01,X@y.example\nb,Bob,,2026-05-01,z@y.example; x@Y.example\n'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,a@x.example\nb,Ann Lee,,2026-05-01,b@x.example\n'
is likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,;\nb,Ann Lee,Elm,2026-05-01,b@x.example\n'
is likely-duplicate 'id,name,org,added\na,Ann Lee,Acme,2026-05-01\nb,Ann  Lee,,2026-05-01\n'
is likely-duplicate 'id,name,org,added\na,Юлия Р,Acme,2026-05-01\nb,Юлия Ж,Acme,2026-05-01\n'
is likely-duplicate 'id,name,org,added,phone\na,Ann,,2026-05-01,902 555 0101 x4\nb,Bob,,2026-05-01,fax 902 555 0101\n'
it 'likely-duplicate: who is not'
is_not likely-duplicate 'id,name,org,added,email\na,Ann,,2026-05-01,;\nb,Bob,,2026-05-01,;\n'
is_not likely-duplicate 'id,name,org,added,phone\na,Ann,,2026-05-01,; ;\nb,Bob,,2026-05-01,;\n'
is_not likely-duplicate 'id,name,org,added\na,Ann Lee,,2026-05-01\nb,Anne Lee,,2026-05-01\n'
is_not likely-duplicate 'id,name,org,added\na,김민수,Acme,2026-05-01\nb,김민서,Acme,2026-05-01\n'
is_not likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,a@x.example\nb,Ann Lee,Elm,2026-05-01,b@x.example\n'
is_not likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,a@x.example\nb,Anne Lee,Acme,2026-05-01,b@x.example\n'
is_not likely-duplicate 'id,name,org,added,email\na,Ann Lee,Acme,2026-05-01,\nb,Anne Lee,Elm,2026-05-01,\n'
is_not likely-duplicate 'id,name,org,added,email\na,Li Na,Acme,2026-05-01,\nb,Li Ma,Acme,2026-05-01,\n'
is_not likely-duplicate 'id,name,org,added,phone\na,Ann,,2026-05-01,101\nb,Bob,,2026-05-01,101\n'
is_not likely-duplicate 'id,name,org,added,email\na,Ann,,2026-05-01,a@x.example;a@x.example\n'

it 'likely-duplicate: once for each, by the first reason, and of all who are like another'
network
file contacts.csv <<'EOF'
id,name,org,added,phone
ann,Ann Lee,Acme,2026-05-01,
bob,Ann Lee,Acme,2026-05-01,902 555 0101
cid,Anna Lee,Acme,2026-05-01,
dan,Anna Lea,Acme,2026-05-01,
eve,Ann Lee,Acme,2026-05-01,902 555 0101
EOF
check
out_is <<'EOF'
contacts.csv:3:5: warning: 'bob' may be 'ann' of line 2: the same name [likely-duplicate]
contacts.csv:4:5: warning: 'cid' may be 'ann' of line 2: nearly the same name at the same organisation [likely-duplicate]
contacts.csv:5:5: warning: 'dan' may be 'cid' of line 4: nearly the same name at the same organisation [likely-duplicate]
contacts.csv:6:29: warning: 'eve' may be 'bob' of line 3: the same phone [likely-duplicate]
EOF

it 'derived-id: each row without an id of its own; once where there is no such column'
network
is derived-id 'id,name,added\neve,Eve,2026-05-01\n,Bob Ray,2026-05-01\n,Ann Lee,2026-05-01\n'
out_is <<'EOF'
contacts.csv:3:1: warning: id 'bob-ray' is made from the name: with another spelling they would lose log and notes; ni-fmt --ids -w writes it down [derived-id]
contacts.csv:4:1: warning: id 'ann-lee' is made from the name: with another spelling they would lose log and notes; ni-fmt --ids -w writes it down [derived-id]
EOF
is derived-id 'name,added\nEve,2026-05-01\nBob Ray,2026-05-01\n'
out_is <<'EOF'
contacts.csv:1:1: warning: no column 'id', so that ids are made from the names: with another spelling people would lose log and notes; ni-fmt --ids -w writes them down [derived-id]
EOF
run ni-fmt --ids -w
status_is 0
is_not derived-id "$(cat contacts.csv)\\n"
is_not derived-id 'id,name,added\neve,Eve,2026-05-01\nbob,Bob Ray,2026-05-01\n'

it 'missing-added: each contact without that date; once where there is no such column'
network
is missing-added 'id,name\nann,Ann Lee\nbob,Bob Ray\n'
ok [ "$(wc -l <"$out")" -eq 1 ]
is missing-added 'id,name,added\nann,Ann Lee,\nbob,Bob Ray,2026-05-01\n'
out_is <<'EOF'
contacts.csv:2:13: warning: added: no date, so that a request to them has no day [missing-added]
EOF

it 'misspelt-value: a circle or a mode that is nearly a known one'
is misspelt-value 'id,name,added,circle\nann,Ann,2026-05-01,profesional\nbob,Bob,2026-05-01,comunity\n'
out_is <<'EOF'
contacts.csv:2:20: warning: circle: 'profesional': did you mean 'professional'? [misspelt-value]
contacts.csv:3:20: warning: circle: 'comunity': did you mean 'community'? [misspelt-value]
EOF
is misspelt-value 'id,name,added,circle\nann,Ann,2026-05-01,Personal\n'
for circle in professional community personal new '' now friends; do
	is_not misspelt-value "id,name,added,circle\nann,Ann,2026-05-01,$circle\n"
done
sound
note notes/2026-05-06-ann.md <<'EOF'
contact: ann
date: 2026-05-06
mode: vidoe
EOF
check
status_is 0
out_is <<'EOF'
notes/2026-05-06-ann.md:4:7: warning: mode: 'vidoe': did you mean 'video'? [misspelt-value]
EOF
for mode in in-person phone video writing '' letter; do
	printf '%s\n' 'contact: ann' 'date: 2026-05-06' "mode: $mode" >front
	note notes/2026-05-06-ann.md <front
	check --strict
	status_is 0
	out_empty
done
rm front

it 'repeated-contact: each id that stands a second time'
sound
note notes/2026-05-06-ann.md <<'EOF'
contact: [ann, bob, "ann", ann]
date: 2026-05-06
EOF
check
status_is 0
out_is <<'EOF'
notes/2026-05-06-ann.md:2:21: warning: contact: 'ann' stands twice [repeated-contact]
notes/2026-05-06-ann.md:2:28: warning: contact: 'ann' stands twice [repeated-contact]
EOF
bytes 'id,name,added\nzo\303\253,Zo\303\253,2026-05-01\n' >contacts.csv
rm log.csv notes/*
bytes -- '---\ncontact:\n- zo\303\253\n- zoe\314\210\ndate: 2026-05-06\n---\n' >"$(bytes 'notes/2026-05-06-zo\303\253.md')"
check
out_like ':4:3: warning: .* \[repeated-contact\]$'
sound
note notes/2026-05-06-ann.md <<'EOF'
contact: [ann, bob]
date: 2026-05-06
EOF
check --strict
status_is 0
out_empty

it 'circular-referral: a tail is no part of it, and a long circle is cut short'
network
is circular-referral 'id,name,added,referred_by\nt,Tim,2026-05-01,a\na,Ann,2026-05-01,b\nb,Bob,2026-05-01,a\n'
out_is <<'EOF'
contacts.csv:3:18: error: referred in a circle: a by b by a [circular-referral]
EOF
is circular-referral 'id,name,added,referred_by\na,A1,2026-05-01,b\nb,B2,2026-05-01,c\nc,C3,2026-05-01,d\nd,D4,2026-05-01,e\ne,E5,2026-05-01,f\nf,F6,2026-05-01,a\n'
out_is <<'EOF'
contacts.csv:2:17: error: referred in a circle: a by b by c by d by e by f ... [circular-referral]
EOF

it 'name-without-leave: the name, the id or the first name, as whole words'
network
file contacts.csv <<'EOF'
id,name,added,referred_by,may_use_name
mentor,Ingrid O'Neil,2026-05-01,,
bob,Bob Ray,2026-05-01,mentor,no
al,Al Fox,2026-05-01,,
cid,Cid Elm,2026-05-01,al,no
eve,Ingrid Sun,2026-05-01,mentor,no
fay,Fay Ash,2026-05-01,mentor,
EOF
file log.csv <<'EOF'
date,contact,event,note
2026-05-03,bob,asked,my MENTOR said
2026-05-03,bob,asked,"Through Íngrid's letter"
2026-05-03,bob,asked,"from ingrid o'neil"
2026-05-03,eve,asked,Dear Ingrid
2026-05-03,eve,asked,Dear Ingrid; Ingrid O'Neil sent me
2026-05-03,bob,asked,Ingrids and mentors
2026-05-03,cid,asked,Al said
2026-05-03,cid,asked,Al Fox said
2026-05-03,fay,asked,Ingrid said
2026-05-03,bob,replied,Ingrid said
EOF
check
status_is 0
cut -d : -f 1-3 "$out" >where
file_is where <<'EOF'
log.csv:2:22
log.csv:3:22
log.csv:4:22
log.csv:6:22
log.csv:8:22
log.csv:9:22
EOF

it 'double-note: not with a note that is off'
sound
note notes/2026-05-06-ann-2.md <<'EOF'
contact: ann
date: 2026-05-06
outcome: moved
EOF
check --strict
status_is 0
out_empty

it 'file-name: in folders, in either normal form, with more behind the id'
sound
bytes 'id,name,added\nann,Ann Lee,2026-05-01\nzo\303\253,Zo\303\253,2026-05-01\n' >contacts.csv
rm log.csv
mkdir notes/2026
mv notes/2026-05-06-ann.md notes/2026/2026-05-06-ann-again.md
printf '%s\n' --- "$(bytes 'contact: zo\303\253')" 'date: 2026-05-07' --- >"$(bytes 'notes/2026-05-07-zoe\314\210.md')"
check --strict
status_is 0
out_empty
mv notes/2026/2026-05-06-ann-again.md notes/2026/2026-05-06-anna.md
check
out_like '^notes/2026/2026-05-06-anna\.md:1:1: warning: .* \[file-name\]$'

# ----------------------------------------------- options and operands

it 'warnings alone: status 0, and 1 with --strict'
sound
echo '2026-05-06,ann,thanked' >>log.csv
check
status_is 0
out_is <<'EOF'
log.csv:5:23: warning: found 3 cells, the header has 6 [missing-cells]
EOF
check --strict
status_is 1
out_like missing-cells

it '--ignore'
echo '2026-05-06,ann,thaked,,,' >>log.csv
check --ignore missing-cells
status_is 1
out_like unknown-event
out_unlike missing-cells
check --ignore missing-cells,unknown-event
status_is 0
out_empty
check --ignore missing-cells --ignore unknown-event --strict
status_is 0
out_empty
run ni-check --ignore unknown-evnt
status_is 2
out_empty
err_like "^ni-check: --ignore: unknown rule 'unknown-evnt'; did you mean 'unknown-event'\\?\$"
run ni-check --ignore formula,nothing
status_is 2
err_like "^ni-check: --ignore: unknown rule 'nothing' \\(ni-check --list lists them\\)\$"

it 'FILE: what is found in these files'
sound
echo '2026-05-06,zed,thanked,,,' >>log.csv
note notes/2026-05-07-ann.md <<'EOF'
contact: zed
date: 2026-05-07
EOF
check log.csv
status_is 1
out_is <<'EOF'
log.csv:5:12: error: 'zed' is no contact [unknown-contact]
EOF
check "$PWD/notes/../notes/2026-05-07-ann.md" contacts.csv
status_is 1
cut -d ' ' -f 1 "$out" >where
file_is where <<'EOF'
notes/2026-05-07-ann.md:1:1:
notes/2026-05-07-ann.md:2:10:
EOF
check notes
status_is 1
cut -d ' ' -f 1 "$out" >again
same where again
check .
ok [ "$(wc -l <"$out")" -eq 3 ]
it 'FILE: a sound one, and one that is none of the network'
echo words >README
check contacts.csv README notes/2026-05-06-ann.md
status_is 0
out_empty
err_empty
it 'FILE: one that is not there'
check gone.md log.csv
status_is 2
err_is <<'EOF'
ni-check: cannot open 'gone.md': No such file or directory
EOF
out_like '^log\.csv:5:12: '

it 'FILE: a symbolic link to nothing that is none of the network'
sound
ln -s nowhere LATEST
check LATEST contacts.csv
status_is 0
out_empty
err_empty
check LATEST
status_is 0
out_empty
for file in contacts.csv log.csv ni.yaml questions.md notes/2026-05-07-ann.md; do
	it "FILE: one of the network that is a symbolic link to nothing: $file"
	sound
	rm -f $file
	ln -s nowhere $file
	check $file
	status_is 2
	err_like "$file"
done

it 'from a folder below'
sound
echo '2026-05-06,zed,thanked,,,' >>log.csv
note notes/2026-05-07-ann.md <<'EOF'
contact: zed
date: 2026-05-07
EOF
cd notes || exit 1
check
status_is 1
cut -d ' ' -f 1 "$out" >"$tap/where"
file_is "$tap/where" <<'EOF'
../log.csv:5:12:
2026-05-07-ann.md:1:1:
2026-05-07-ann.md:2:10:
EOF
check 2026-05-07-ann.md
out_unlike log.csv
out_like 2026-05-07-ann.md

it 'what cannot be looked at is status 2, and the rest is told'
sound
echo '2026-05-06,zed,thanked,,,' >>log.csv
mkdir notes/2026-05-08-ann.md
mkfifo notes/2026-05-09-ann.md
check
status_is 2
err_like '^ni-check: .*2026-05-09-ann\.md'
out_like '^log\.csv:5:12: '

it 'output that cannot be written'
pipe 'ni-check --today 2026-11-21 >&-'
status_is 2
err_like '^ni-check: .*standard output'
if [ -c /dev/full ]; then
	pipe 'ni-check --today 2026-11-21 >/dev/full'
	status_is 2
	err_like 'No space left on device'
	pipe 'ni-check --list >/dev/full'
	status_is 2
fi

it 'names and texts with control characters are escaped'
sound
bytes '2026-05-06,ann,\033[1m\342\200\256,,,\n' >>log.csv
check
out_like 'found .\\x1b\[1m\\u\{202e\}'
out_unlike "$(bytes '\033|\342\200\256')"

# -------------------------------- the rules: one table, one page, one test

it '--list'
run ni-check --list
status_is 0
err_empty
head -n 1 "$out" >first
file_is first <<'EOF'
rule,severity,meaning
EOF
sed 1d "$out" | cut -d , -f 1 | sort >"$tap/rules"
ok [ "$(wc -l <"$tap/rules")" -ge 35 ]
sort -u "$tap/rules" >"$tap/once"
same "$tap/rules" "$tap/once"

it 'each rule that a program names is in the table, and each of the table is named'
(
	cd "$top" || exit 1
	{
		perl -0777 -ne 'print "$1\n" while /\bdiag_rule\([^;]*?"([a-z-]+)"\);/g;
			print "$1\n" while /\bCHECK_(?:FOUND|CELL|VALUE)\(\s*[^,"]*,\s*"([a-z-]+)"/g;
			print "$1\n" while /\? "([a-z]+-[a-z-]+)" : "[a-z-]+"\);/g;
			print "$1\n" while /\bexpected\(log[^;]*"([a-z-]+)"\);/g' fmt/*.c src/*.c
	} | sort -u
) >"$tap/named"
same "$tap/rules" "$tap/named"

it 'each is on the page'
sed -n '/^\.Sh RULES/,/^\.Sh FILES/p' "$top/man/ni-check.1" |
	sed -n 's/^\.It Cm //p' | sed 's/ , /\n/g' | sort >"$tap/paged"
same "$tap/rules" "$tap/paged"

it 'each was met by a test above'
sort -u "$seen" >"$tap/met"
same "$tap/rules" "$tap/met"

# ------------------------------------------------------- other programs

it 'the form that compilers print, which Emacs and Vim read'
sound
bytes '2026-05-06,ann,thaked,,,\n2026-05-06,ann,thanked,,\n' >>log.csv
check
ok [ "$(grep -cE '^[^:]+:[1-9][0-9]*:[1-9][0-9]*: (error|warning): .+ \[[a-z-]+\]$' "$out")" -eq 2 ]
it 'Vim as it is, :make'
if command -v vim >/dev/null; then
	cat >script.vim <<'EOF'
set makeprg=ni-check\ --today\ 2026-11-21
silent make!
call writefile(map(filter(getqflist(), 'v:val.valid'), 'bufname(v:val.bufnr).":".v:val.lnum.":".v:val.col'), 'quickfix')
qall!
EOF
	vim -u NONE -i NONE -N -n -es -S script.vim >/dev/null 2>&1
	file_is quickfix <<'EOF'
log.csv:5:16
log.csv:6:25
EOF
else
	skip 'vim is not installed'
fi

it 'the pre-commit hook: which files it is for'
pattern=$(sed -n "s/^  files: '\\(.*\\)'\$/\\1/p" "$top/.pre-commit-hooks.yaml")
printf '%s\n' contacts.csv log.csv ni.yaml questions.md notes/a.md notes/b/c.md sub/contacts.csv \
	README.md my-contacts.csv notes.md | grep -E "$pattern" >files
file_is files <<'EOF'
contacts.csv
log.csv
ni.yaml
questions.md
notes/a.md
notes/b/c.md
sub/contacts.csv
EOF

it 'as a hook of git, on what is to be committed'
if command -v git >/dev/null; then
	sound
	git -c init.defaultBranch=main init -q .
	cat >.git/hooks/pre-commit <<'EOF'
#!/bin/sh
tmp=$(mktemp -d) || exit
trap 'rm -rf "$tmp"' EXIT
git checkout-index -a --prefix="$tmp/" && (cd "$tmp" && ni-check --today 2026-11-21)
EOF
	chmod +x .git/hooks/pre-commit
	git add -A
	GIT="git -c user.name=Nora -c user.email=nora@lindqvist.example"
	pipe "$GIT commit -q -m one"
	status_is 0
	echo '2026-05-06,zed,thanked,,,' >>log.csv
	git add -A
	git show HEAD:log.csv >log.csv
	pipe "$GIT commit -q -m two"
	ok [ "$status" -ne 0 ]
	like "$err" '^log\.csv:5:12: error: '
else
	skip 'git is not installed'
fi

done_testing

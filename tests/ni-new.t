#!/bin/sh
# ni-new: a new note, and the questions in it.

. tests/tap.sh

NI_TODAY=2026-11-21
export NI_TODAY
unset VISUAL EDITOR

# tree: what every file of the network holds.
tree()
{
	find . -type f | sort | xargs cksum
}

# unchanged: nothing was written since `tree >"$tap/before"`.
unchanged()
{
	tree >"$tap/after"
	same "$tap/before" "$tap/after"
}

# questions FILE <<EOF: the questions of a note, in order.
questions()
{
	sed -n 's/^### //p' "$1" >"$tap/questions"
	tap_same "questions of ${1#"$tap"/}" "$tap/questions"
}

# change SED FILE...: edits files in place.
change()
{
	for file in "$@"; do
		[ "$file" != "$1" ] || continue
		sed "$1" "$file" >"$tap/changed" && cat "$tap/changed" >"$file"
	done
}

# note FILE CONTACT DATE [QUESTION...]: a note with these questions, answered.
note()
{
	note_file=$1
	mkdir -p "${1%/*}"
	{
		printf -- '---\ncontact: %s\ndate: %s\n---\n' "$2" "$3"
		shift 3
		[ $# -eq 0 ] || printf '### %s\n\nSo it is.\n\n' "$@"
	} >"$note_file"
}

# a_bank: questions.md with three categories.
a_bank()
{
	file questions.md <<'EOF'
# Mine

## Path

- How did it begin?
- Who helped?
- What next?

## Advice

- What would you do?
- What would you *not* do?

## Closing

- Who else?
- May I use your name?
EOF
}

# ------------------------------------------------------------- the note

network
file contacts.csv <<'EOF'
id,name,org,title,field,sector,referred_by,may_use_name,note
jane,Jane Doe,City Library,,archives,,,,
,Rosa Quispe,"Quispe, Lang & Co.",Map Keeper,archives,private,jane,yes,Rings back in the evening
sam,Sam Ito,,,archives,,rosa-quispe,no,
EOF
a_bank
note notes/2026/2026-03-01-rosa.md rosa-quispe 2026-03-01
change 's/^date:.*/&\
outcome: met\
rating: 4/' notes/2026/2026-03-01-rosa.md

it 'the whole note'
run ni-new rosa-quispe 2026-12-04 '14:00 EST' --mode video --place 'https://meet.example/abc' --questions 4
status_is 0
err_empty
out_is <<'EOF'
notes/2026-12-04-rosa-quispe.md
EOF
file_is notes/2026-12-04-rosa-quispe.md <<'EOF'
---
contact: rosa-quispe
date: 2026-12-04
time: 14:00 EST
mode: video
minutes: 30
place: https://meet.example/abc
# afterwards: met, cancelled, no-show or moved; 1 to 5; the day
outcome:
rating:
thanked:
# referrals:
#   - name: Rosa Quispe
#     org: Acme Health
#     email: rosa@acme.example
#     may_use_name: yes
---

# Rosa Quispe

## Research

<!-- What you find out. As long as there are only comments here, it is none. -->

<!-- The person: Map Keeper at Quispe, Lang & Co.; their way to this work, what they have made or written -->

<!-- The organisation: Quispe, Lang & Co. (private); what it does, what is new there -->

<!-- The field: archives; what is being argued about -->

<!-- In contacts.csv: Rings back in the evening -->

<!-- Named by Jane Doe (jane); you may use their name -->

<!-- They named Sam Ito (sam) -->

<!-- Earlier note: 2026/2026-03-01-rosa.md of 2026-03-01, met, rating 4 -->

## Path

### How did it begin?

### Who helped?

## Advice

<!-- What they advise. What you will do of it is a task: - [ ] TEXT due:2026-12-11 -->

### What would you do?

## Closing

<!-- Ask for 2 names, and with each whether you may say who sent you. They go to referrals, above. -->

### Who else?

## Insights

<!-- What it means for you. How well it fits you is the rating. -->

## Next steps

<!-- Thank them by 2026-12-06. Tasks: - [ ] TEXT due:2026-12-11. What they will do for you goes below a heading Promised. -->
EOF
it 'with little known, and a bank without Advice and Closing'
printf '## Path\n\n- How did it begin?\n' >questions.md
run ni-new jane today --print --questions 1
status_is 0
err_empty
ok [ ! -e notes/2026-11-21-jane.md ]
out_like '^time:$'
out_like '^mode:$'
out_unlike '^place:'
sed '1,/^# J/d' "$out" >body
file_is body <<'EOF'

## Research

<!-- What you find out. As long as there are only comments here, it is none. -->

<!-- The person: their way to this work, what they have made or written -->

<!-- The organisation: City Library; what it does, what is new there -->

<!-- The field: archives; what is being argued about -->

<!-- They named Rosa Quispe (rosa-quispe) -->

## Path

### How did it begin?

## Advice

<!-- What they advise. What you will do of it is a task: - [ ] TEXT due:2026-11-28 -->

## Insights

<!-- What it means for you. How well it fits you is the rating. -->

## Next steps

<!-- Ask for 2 names, and with each whether you may say who sent you. They go to referrals, above. -->

<!-- Thank them by 2026-11-23. Tasks: - [ ] TEXT due:2026-11-28. What they will do for you goes below a heading Promised. -->
EOF
it 'leave to use the name of who named them'
run ni-new sam today --print --questions 1
out_like '^<!-- Named by Rosa Quispe \(rosa-quispe\); do not use their name -->$'
change 's/,no,$/,,/' contacts.csv
run ni-new sam today --print --questions 1
out_like '^<!-- Named by Rosa Quispe \(rosa-quispe\); ask them whether you may use their name -->$'
it 'of many earlier notes the latest ten, none of that day or later'
for day in 01 02 03 04 05 06 07 08 09 10 11 12 20; do
	note notes/sam-$day.md sam 2026-11-$day
done
run ni-new sam 2026-11-20 --print --questions 1
ok [ "$(grep -c '^<!-- Earlier note: ' "$out")" -eq 10 ]
out_like '^<!-- Earlier note: sam-03\.md of 2026-11-03 -->$'
out_unlike 'sam-(02|20)\.md'
it 'of many whom they named the first ten'
{
	printf 'id,name,referred_by\njane,Jane Doe,\n'
	for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
		echo "p$n,Person $n,jane"
	done
} >contacts.csv
run ni-new jane 2026-11-20 --print --questions 1
out_like '^<!-- They named Person 1 \(p1\), .*Person 10 \(p10\), and others -->$'
it 'the example of referrals, once it is no comment'
sed 's/^# \(referrals:\)/\1/; s/^#\(   *\)/\1/' notes/2026-12-04-rosa-quispe.md >notes/2026-12-05-rosa.md
run ni-notes --referrals -f tsv notes/2026-12-05-rosa.md
status_is 0
rows_are 'contact name org email may_use_name' <<'EOF'
rosa-quispe|Rosa Quispe|Acme Health|rosa@acme.example|yes
EOF
it 'the settings names and thank_within'
printf 'practice:\n  names: 1\n  thank_within: 1w\n' >ni.yaml
run ni-new jane 2026-11-20 --print --questions 1
out_like '^<!-- Ask for 1 name, and '
out_like '^<!-- Thank them by 2026-11-27\.'

# ------------------------------------------------------------- prepare

it 'a prompt is not research: prepare stays until something is written'
network
printf 'id,name,org,title\njane,Jane Doe,City Library,Librarian\n' >contacts.csv
run ni-new jane 2026-11-23
run ni-due -a prepare -f tsv
rows_are 'due reason anchor' <<'EOF'
2026-11-22|no research|notes/2026-11-23-jane.md:1
EOF
run ni-notes -f tsv
rows_are 'questions answered open_tasks referrals heading' <<'EOF'
12|0|0|0|Jane Doe
EOF
change 's/^## Research$/&\
\
She moved the maps out of the cellar./' notes/2026-11-23-jane.md
run ni-due -a prepare,meet -f tsv --within 1w
rows_are 'due action' <<'EOF'
2026-11-23|meet
EOF
it 'afterwards, only what is empty is left to be filled in'
change 's/^outcome:$/outcome: met/; s/^rating:$/rating: 4/; s/^thanked:$/thanked: 2026-11-24/' \
	notes/2026-11-23-jane.md
run ni-due --today 2026-11-25 -f tsv
status_is 0
err_empty
rows_are action </dev/null

# ----------------------------------------------------------- questions

network
file contacts.csv <<'EOF'
id,name,field
ann,Ann Lee,Law
bob,Bob Ray,law
eve,Eve Orr,art
EOF
a_bank
it 'what nobody in the field has answered comes first'
note notes/bob.md bob 2026-03-01 'how did IT begin?' 'What would you do?' 'Who else?'
run ni-new ann friday --questions 3
status_is 0
questions notes/2026-11-27-ann.md <<'EOF'
Who helped?
What would you not do?
May I use your name?
EOF
it 'what stands in a note of theirs is never asked again'
run ni-new ann 2026-12-04 --questions 20
status_is 0
err_is <<'EOF'
ni-new: warning: 4 of 20 questions: the bank has no more that 'ann' has not had
EOF
questions notes/2026-12-04-ann.md <<'EOF'
How did it begin?
What next?
What would you do?
Who else?
EOF
it 'when nothing is left'
run ni-new ann 2026-12-05
status_is 0
err_like '^ni-new: warning: 0 of 12 questions: '
questions notes/2026-12-05-ann.md </dev/null
it 'another field has answered nothing'
run ni-new eve friday --questions 4
questions notes/2026-11-27-eve.md <<'EOF'
How did it begin?
Who helped?
What would you do?
Who else?
EOF
it 'a note may be of another field than its contact'
change 's/^date:.*/&\
field: Art/' notes/bob.md
rm notes/2026-11-27-eve.md
run ni-new eve 2026-12-01 --print --questions 1
questions "$out" <<'EOF'
May I use your name?
EOF
it 'without questions.md the bank that comes with ni'
rm questions.md
rm notes/*
run ni-new ann friday
questions notes/2026-11-27-ann.md <<'EOF'
How did you get into this work?
What did you do before, and what of it do you still use?
What does a typical week look like?
What did you do yesterday, from morning to evening?
With whom do you work most closely, and on what?
How much of the day are you by yourself, and how much among people?
What does your organisation do that others like it do not?
Who pays for the work, and what do they expect in return?
What do outsiders get wrong about this job?
What skills does a beginner lack?
What would you do in my place?
Who else should I talk to, and may I say that you sent me?
EOF
it 'one after the other in a field: the whole bank, and nothing twice to one person'
for day in 01 02 03 04 05 06 07; do
	change 's/^### .*/&\
\
Yes./' notes/*.md
	run ni-new bob 2026-12-$day
	[ "$status" -eq 0 ] || status_is 0
done
cat notes/*-bob.md | sed -n 's/^### //p' | sort >asked
grep '^- ' "$top/share/questions.md" | sed 's/^- //' | sort >bank
same asked bank
while IFS='|' read -r setting option count; do
	it "how many: questions: $setting $option"
	printf 'format: 1\npractice:\n  questions: %s\n  minutes: 25\n' "$setting" >ni.yaml
	# shellcheck disable=SC2086 # no option is no argument
	run ni-new eve friday --print $option
	err_empty
	ok [ "$(grep -c '^### .*?$' "$out")" -eq "$count" ]
	out_like '^minutes: 25$'
done <<'EOF'
10-15||12
14-20||14
5-8||8
3||3
10-15|--questions 1|1
10-15|--questions=72|72
EOF
it '--minutes'
run ni-new eve friday --print --minutes 45
out_like '^minutes: 45$'

it 'a bank with a fault: nothing is written'
while IFS='|' read -r place text; do
	bytes "$text" >questions.md
	tree >"$tap/before"
	run ni-new eve friday
	status_is 2
	out_empty
	err_like "^questions\\.md:$place: error: "
	unchanged
done <<'EOF'
1:1|
1:1|## A\n\n- No question\n
2:1|\n- Who?\n
3:7|## A\n\n- Who \377?\n
3:1|## A\n\n<<<<<<< ours\n- Who?\n
EOF
rm questions.md
mkdir questions.md
run ni-new eve friday
status_is 2
out_empty
err_is <<'EOF'
ni-new: 'questions.md' is a directory
ni-new: nothing was written, because of the errors above
EOF
rmdir questions.md
it 'a question that stands twice is a warning'
printf '## A\n\n- Who?\n- why?\n- who ?\n' >questions.md
run ni-new eve friday --questions 2
status_is 0
err_is <<'EOF'
questions.md:5: warning: question stands twice, first on line 3
EOF
questions notes/2026-11-27-eve.md <<'EOF'
Who?
why?
EOF
it 'questions that hold markup are asked as they read'
printf '## A_b_ *c*\n\n- Is `x` more than 1\\. [y]?\n- \\# Or 2 * 3 #?\n- 何？\n' >questions.md
run ni-new eve 2026-12-09 --questions 3
status_is 0
run ni-notes --questions -f tsv notes/2026-12-09-eve.md
rows_are 'category question' <<'EOF'
A_b_ c|Is x more than 1. [y]?
A_b_ c|# Or 2 * 3 #?
A_b_ c|何？
EOF

# ----------------------------------------------------------------- who

network
file contacts.csv <<'EOF'
id,name,org
ann.lee-2,Ann Lee,Acme
,"Ray, Bob",
,Zoë García-Ruiz,
,김민수,
,Елена Соколова,
,Ann Orr,
EOF
while IFS='|' read -r said id; do
	it "CONTACT: $said"
	run ni-new "$said" 2026-12-04
	status_is 0
	err_empty
	echo "notes/2026-12-04-$id.md" >want
	same "$out" want
	run ni-notes -f tsv "notes/2026-12-04-$id.md"
	status_is 0
	err_empty
	echo "$id" >want
	rows_are contact <want
	rm notes/*
done <<'EOF'
ann.lee-2|ann.lee-2
ANN lee|ann.lee-2
Ray, Bob|ray-bob
bob|ray-bob
zoe g|zoe-garcia-ruiz
민수|김민수
СОКОЛОВА|елена-соколова
EOF
rm want
it 'several fit: they are listed'
tree >"$tap/before"
run ni-new ann friday
status_is 2
out_empty
err_is <<'EOF'
ni-new: 'ann' fits 2 contacts; say which by the id
ni-new:   ann.lee-2: Ann Lee, Acme
ni-new:   ann-orr: Ann Orr
EOF
unchanged
it 'nobody fits'
run ni-new 'Rosa Quispe' friday
status_is 2
out_empty
err_is <<'EOF'
ni-new: no contact 'Rosa Quispe'; a line in contacts.csv adds one, or ni-refer --add those who were named in notes
EOF
run ni-new ray-bop friday
err_is <<'EOF'
ni-new: no contact 'ray-bop'; did you mean 'ray-bob'?
EOF
run ni-new 'Rya Bob' friday
err_is <<'EOF'
ni-new: no contact 'Rya Bob'; did you mean 'ray-bob'?
EOF
run ni-new '' friday
status_is 2
unchanged

# -------------------------------------------------- dates, times, values

while IFS='|' read -r said day; do
	it "DATE: $said"
	run ni-new bob "$said"
	status_is 0
	echo "notes/$day-ray-bob.md" >want
	same "$out" want
	rm notes/* want
done <<'EOF'
2026-12-04|2026-12-04
Today|2026-11-21
tomorrow|2026-11-22
+2w|2026-12-05
monday|2026-11-23
saturday|2026-11-28
2026-01-31|2026-01-31
EOF
tree >"$tap/before"
while IFS='|' read -r what contact date time options; do
	it "refused: $what"
	# shellcheck disable=SC2086 # options are words
	run ni-new $options "$contact" "$date" ${time:+"$time"}
	status_is 2
	out_empty
	err_like '^ni-new: '
	err_like '^usage: ni-new '
	unchanged
done <<'EOF'
a day that is none|bob|2026-02-30||
no date|bob|soon||
an empty date|bob|||
a time without its zero|bob|friday|9:30|
no time|bob|friday|noon|
minutes|bob|friday||--minutes 0
minutes of more than a day|bob|friday||--minutes 1441
minutes that are no number|bob|friday||--minutes=half
no questions|bob|friday||--questions 0
too many questions|bob|friday||--questions 1001
-e and --print|bob|friday||-e --print
EOF
it 'refused: no date: the forms of a day to come are told'
run ni-new bob soon
err_like "^ni-new: date: found 'soon', expected YYYY-MM-DD, today, tomorrow, \\+3d or a weekday\$"
it 'refused: operands'
run ni-new bob friday 14:00 EST
status_is 2
err_like "^ni-new: 'EST' is one operand too many"
run ni-new bob
status_is 2
err_like '^ni-new: expected a contact and the date'
err_like '^usage: ni-new '
run ni-new
status_is 2
err_like '^usage: ni-new '
unchanged

# What is given has to come back as it was, whatever YAML would make of it.
while IFS= read -r text; do
	it "a value: $text"
	run ni-new bob 2026-12-04 "09:30 $text" --place "$text" --mode "$text"
	status_is 0
	err_empty
	run ni-notes -f json
	status_is 0
	value=$(printf '%s' "$text" | sed 's/["\\]/\\&/g')
	ok grep -qF "\"time\":\"09:30 $value\",\"mode\":\"$value\",\"minutes\":\"30\",\"place\":\"$value\"" "$out"
	rm -f notes/*
done <<'EOF'
Room #4: left
https://meet.example/a?b=c#d
#4
x #4
no
Null
~
12
1e5
2026-12-04
14:00
- x
? x
: x
x:
[a, b]
{a: b}
&a
*a
!a
|
>
%a
@a
`a`
'a'
"a" and "b"
a \ b
C:\new\x41
---
...
a, b
=
<<
ünder 김 ؟
EOF
it 'what other readers of YAML would take for something else is quoted'
for text in no 12 1e5 2026-12-04 x: '#4'; do
	run ni-new bob 2026-12-04 --print --place "$text"
	ok grep -qxF "place: \"$text\"" "$out"
done
for option in --place --mode; do
	it "$option: control characters"
	for text in 'a\tb' 'a\nb' '\033[31m' 'a\302\205b' '\377' 'a\rb'; do
		run ni-new bob 2026-12-04 $option "$(bytes "$text")"
		status_is 2
		out_empty
		err_like "^ni-new: ${option#--}: found '.*', expected a text in UTF-8 without control characters"
	done
done
run ni-new bob 2026-12-04 "$(bytes '14:00\nrating: 5')"
status_is 2
unchanged

# ------------------------------------------- what is known ends no comment

network
file contacts.csv <<'EOF'
id,name,org,title,field,sector,referred_by,may_use_name,note
a--b,"--> *Ann* <!-- [x] # Lee?? #",-->,"a --!> b
c --> d",-->- [ ] task,--> ## Advice,x--,,"-->

- [ ] Do what? due:2026-12-01

## Promised"
x--,"x --> y",,,,,,,
c,???,,,,,,,
q,Who is Bob？ ؟?,,,,,,,
EOF
note 'notes/a--> ?.md' a--b 2026-01-01
it 'a name and cells that are markup'
run ni-new a--b 2026-12-04
status_is 0
err_empty
run ni-notes -f tsv notes/2026-12-04-a--b.md
rows_are 'contact questions answered open_tasks heading' <<'EOF'
a--b|12|0|0|--> *Ann* <!-- [x] # Lee?? #
EOF
made=notes/2026-12-04-a--b.md
ok [ "$(grep -c -- '^<!-- .* -->$' $made)" -eq "$(grep -c '^<!--' $made)" ]
unlike $made '^<!--.*--!?>.*-->'
like $made '^<!-- The person: a --! > b c -- > d at -- >; '
like $made '^<!-- Named by x -- > y \(x--\); '
like $made '^<!-- Earlier note: a-- > \?\.md of 2026-01-01 -->$'
run ni-due -i a--b -a prepare,task -f tsv --within 1m
rows_are 'action reason' <<'EOF'
prepare|no research
EOF
it 'a name that ends in question marks is no question'
run ni-new c 2026-12-04
status_is 0
like notes/2026-12-04-c.md '^# c$'
run ni-new q 2026-12-04
status_is 0
like notes/2026-12-04-q.md '^# Who is Bob$'
it 'a cell that is long is cut'
{
	printf 'id,name,note\nlong,Long,"'
	head -c 500000 /dev/zero | tr '\0' y
	printf '"\n'
} >contacts.csv
run ni-new long 2026-12-04
status_is 0
ok grep -qxE '<!-- In contacts\.csv: y{200,400}… -->' notes/2026-12-04-long.md
it 'what could not be read again is not written'
{
	printf 'id,name\nlong,'
	head -c 300000 /dev/zero | tr '\0' y
	echo
} >contacts.csv
run ni-new long 2026-12-05
status_is 2
out_empty
err_like "^ni-new: 'notes/2026-12-05-long\\.md' could not be read again as it is meant; nothing was written\$"
ok [ ! -e notes/2026-12-05-long.md ]

# ----------------------------------------------------- nothing overwritten

network
printf 'name\nAnn Lee\nBob Ray\n' >contacts.csv
note notes/old/talk.md ann-lee 2026-12-04
note notes/panel.md '[bob-ray, ann-lee]' 2026-12-05
note notes/2026-12-06-ann-lee.md bob-ray 2026-12-08
tree >"$tap/before"
it 'a second note on a day is refused with the name of the first'
run ni-new ann 2026-12-04
status_is 2
out_empty
err_like "^ni-new: 'ann-lee' has a note of 2026-12-04 already: notes/old/talk\\.md; nothing was written\$"
run ni-new ann 2026-12-05
status_is 2
err_like "^ni-new: 'ann-lee' has a note of 2026-12-05 already: notes/panel\\.md; nothing was written\$"
it 'a file that is there, whatever it is, stays'
run ni-new ann 2026-12-06
status_is 2
out_empty
err_like "^ni-new: 'notes/2026-12-06-ann-lee\\.md' exists already; nothing was written\$"
unchanged
it 'a link to nothing stays one'
ln -s nowhere notes/2026-12-07-ann-lee.md
run ni-new ann 2026-12-07
status_is 2
out_empty
err_is <<'EOF'
ni-new: 'notes/2026-12-07-ann-lee.md' is a symbolic link to nothing
ni-new: nothing was written, because of the errors above
EOF
ok [ ! -e notes/nowhere ]
ok [ -L notes/2026-12-07-ann-lee.md ]
rm notes/2026-12-0[67]-ann-lee.md
it '--print of such a day'
run ni-new ann 2026-12-04 --print
status_is 0
err_empty
out_like '^date: 2026-12-04$'
it 'the same day with somebody else'
run ni-new bob 2026-12-04
status_is 0
it 'nothing but the note is left'
find . -name '.ni-*' >left
ok [ ! -s left ]

# -------------------------------------------------------------- where

it 'from a folder below'
cd notes/old || exit 1
run ni-new ann friday
status_is 0
out_is <<'EOF'
../2026-11-27-ann-lee.md
EOF
cd ../.. || exit 1
ok [ -s notes/2026-11-27-ann-lee.md ]
it '-C'
cd notes || exit 1
run ni-new -C .. ann 2026-12-20
out_is <<'EOF'
notes/2026-12-20-ann-lee.md
EOF
cd .. || exit 1
it 'the folder is made'
rm -r notes
run ni-new ann friday
status_is 0
ok [ -s notes/2026-11-27-ann-lee.md ]
it 'a file where the folder should be'
rm -r notes
echo x >notes
run ni-new ann friday
status_is 2
out_empty
file_is notes <<'EOF'
x
EOF
rm notes
it 'a link to nothing where the folder should be'
ln -s elsewhere notes
run ni-new ann friday
status_is 2
out_empty
err_is <<'EOF'
ni-new: 'notes' is a symbolic link to nothing
ni-new: nothing was written, because of the errors above
EOF
ok [ ! -e elsewhere ]
rm notes
it '--notes'
mkdir other
for folder in other other/; do
	run ni-new ann friday --notes $folder
	status_is 0
	echo other/2026-11-27-ann-lee.md >want
	same "$out" want
	ok [ ! -e notes ]
	run ni-new ann friday --notes $folder
	status_is 2
	err_like 'already: other/2026-11-27-ann-lee\.md'
	rm other/* want
done
run ni-new ann friday --notes none
status_is 2
err_is <<'EOF'
ni-new: 'none' is no directory of notes
ni-new: nothing was written, because of the errors above
EOF
ok [ ! -e none ]

# ------------------------------------------------------------ the editor

file "$tap/bin/an-editor" <<'EOF'
#!/bin/sh
printf '[%s]\n' "$@"
for file do :; done
echo "edited" >>"$file"
[ "$1" != --fail ]
EOF
chmod +x "$tap/bin/an-editor"
cp "$tap/bin/an-editor" "$tap/bin/vi"
mkdir -- 'my notes'
while IFS='|' read -r what visual editor first; do
	it "-e: $what"
	pipe "VISUAL='$visual' EDITOR='$editor' ni-new -e ann friday --notes 'my notes'"
	status_is 0
	err_empty
	made='my notes/2026-11-27-ann-lee.md'
	{
		echo "$made"
		[ -z "$first" ] || echo "[$first]"
		echo "[$made]"
	} >want
	same "$out" want
	like "$made" '^edited$'
	rm want "$made"
done <<'EOF'
VISUAL before EDITOR|an-editor|false|
with an argument|an-editor "a b"|false|a b
EDITOR, when VISUAL is empty||an-editor -w|-w
vi, when neither is set|||
EOF
it '-e: a path that could be an option'
mkdir -- -n
pipe 'VISUAL=an-editor ni-new -e ann friday --notes -n'
out_is <<'EOF'
-n/2026-11-27-ann-lee.md
[./-n/2026-11-27-ann-lee.md]
EOF
it '-e: the note stays when the editor fails'
pipe 'VISUAL="an-editor --fail" ni-new -e ann friday'
status_is 2
out_like '^notes/2026-11-27-ann-lee\.md$'
err_is <<'EOF'
ni-new: the editor 'an-editor --fail' ended with status 1
EOF
like notes/2026-11-27-ann-lee.md '^contact: ann-lee$'
it '-e: a limit of its own kills an editor, as it usually does'
pipe 'VISUAL='\''sh -c "ulimit -c 0; ulimit -f 0; echo x >large"; echo $? >ended; :'\'' ni-new -e ann 2026-11-30'
status_is 0
ok [ "$(kill -l "$(cat ended)")" = XFSZ ]
rm ended large
it '-e: an editor that is not there'
pipe 'VISUAL=no-such-editor ni-new -e ann 2026-11-28'
status_is 2
err_like "^ni-new: the editor 'no-such-editor' ended with status 127\$"
ok [ -s notes/2026-11-28-ann-lee.md ]
it '-e: an editor that is killed'
pipe 'VISUAL="kill -9 \$\$;:" ni-new -e ann 2026-11-29'
status_is 2
err_like "^ni-new: 'sh' was ended by signal 9\$"
ok [ -s notes/2026-11-29-ann-lee.md ]
it '-e: nothing is opened when nothing was written'
pipe 'VISUAL=an-editor ni-new -e ann friday'
status_is 2
out_empty
it 'without -e no editor'
pipe 'VISUAL=an-editor ni-new ann 2026-12-30'
out_is <<'EOF'
notes/2026-12-30-ann-lee.md
EOF

# ---------------------------------------------------------------- faults

# nothing_written COMMAND...: no file, no output, and last why; the errors were told before that.
nothing_written()
{
	tree >"$tap/before"
	run "$@"
	status_is 2
	out_empty
	ok [ "$(tail -n 1 "$err")" = 'ni-new: nothing was written, because of the errors above' ]
	unchanged
}

it 'a bad value in the row of somebody else is told, and the note written'
rm -r notes
mkdir notes
printf 'id,name,added\nann,Ann Lee,2026-02-30\nbob,Bob Ray,\n' >contacts.csv
run ni-new bob friday
status_is 2
out_is <<'EOF'
notes/2026-11-27-bob.md
EOF
err_is <<'EOF'
contacts.csv:2:13: error: added: found '2026-02-30', expected a date, YYYY-MM-DD
EOF
ok [ -s notes/2026-11-27-bob.md ]
it 'in their own row: nothing is written'
nothing_written ni-new ann friday
nothing_written ni-new --print ann friday
err_like '^contacts\.csv:2:13: error: '
it 'a fault in what the note depends on: nothing is written'
while IFS='|' read -r name place text; do
	bytes -- "$text" >"$name"
	nothing_written ni-new bob 2026-12-01
	err_like "^$name:$place: error: "
	nothing_written ni-new --print bob 2026-12-01
	rm "$name"
done <<'EOF'
ni.yaml|2:10|practice:\n  names: many\n
ni.yaml|1:9|format: 2\n
ni.yaml|2:1|practice: [\n
questions.md|1:1|\055 Who?\n
notes/bad.md|1:1|mine
notes/bad.md|4:10|\055--\ncontact: ann\ndate: 2026-03-01\noutcome: fine\n---\n
EOF
it 'a note that cannot be read: nothing is written'
ln -s bad.md notes/bad.md
nothing_written ni-new bob 2026-12-01
err_like "^ni-new: .*'notes/bad\\.md'"
rm notes/bad.md
it 'an id that stands twice: whose note it would be is not known'
rm -f notes/*
printf 'id,name\njane,Jane Doe\njane,Jane Roe\n,Eve-Fay\n,Eve Fay\nbob,Bob Ray\n' >contacts.csv
tree >"$tap/before"
while IFS='|' read -r who id option; do
	# shellcheck disable=SC2086 # no option is no argument
	run ni-new $option "$who" friday
	status_is 2
	out_empty
	err_is <<END
contacts.csv:3:1: error: id 'jane' stands twice, first on line 2
contacts.csv:5:1: error: id 'eve-fay', made from the name, is that of line 4 too: give one of the two an id
ni-new: id '$id' stands more than once in contacts.csv: who is meant cannot be told
ni-new: nothing was written, because of the errors above
END
	unchanged
done <<'EOF'
jane|jane|
Jane Doe|jane|
jane|jane|--print
eve|eve-fay|
EOF
run ni-new bob friday
status_is 2
out_is <<'EOF'
notes/2026-11-27-bob.md
EOF
printf 'id,name,added\nann,Ann Lee,\nbob,Bob Ray,\n' >contacts.csv
it 'a fault of syntax: nothing is written'
while IFS='|' read -r name text; do
	cp contacts.csv "$tap/saved"
	bytes "$text" >"$name"
	tree >"$tap/before"
	run ni-new ann 2026-12-09
	status_is 2
	out_empty
	err_like "^$name:[0-9]+:[0-9]+: error: "
	unchanged
	rm -f ni.yaml
	cp "$tap/saved" contacts.csv
done <<'EOF'
contacts.csv|id,name\nann,"Ann\n
contacts.csv|
contacts.csv|id,org\nann,Acme\n
ni.yaml|practice: [\n
ni.yaml|format: 2\n
EOF
it 'a network without contacts'
network
echo 'format: 1' >ni.yaml
run ni-new ann friday
status_is 2
out_empty
err_like "^ni-new: no contact 'ann'; "
it 'the path cannot be told'
printf 'name\nAnn Lee\n' >contacts.csv
pipe 'ni-new ann friday >&-'
status_is 2
err_like '^ni-new: cannot write standard output: '
ok [ -s notes/2026-11-27-ann-lee.md ]

done_testing

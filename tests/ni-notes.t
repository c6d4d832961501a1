#!/bin/sh
# ni-notes: interview notes as rows, in four forms.

. tests/tap.sh

# ------------------------------------------------------------- a note

network
file contacts.csv <<'EOF'
id,name,field,sector
ann,Ann Lee,law,private
bob,Bob Ray,art,
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-20
time: 14:00 EST
mode: video
minutes: 25
place: "room 3, upstairs"
field: data science
outcome: met
rating: 4
thanked: 2026-11-21
colour: blue        # a key of my own
referrals:
  - name: Rosa Quispe
    org: Acme Health
    title: Analyst
    email: rosa@example.org
    phone: +51 1 555
    may_use_name: yes
    note: knows everybody
    id: rosa
  - name: Sam Ito
    skip: yes
tags: [alum, analytics]
---
# Ann Lee, *analyst*

## Research

Read their report.

## Path

- How did you start?

  By chance, in 2011.

- What next?
- Not a question

### What would you do otherwise?

Everything.

## Advice

- [ ] Learn SQL due:2026-12-01
- [x] Read "Weapons" done:2026-11-21
EOF

it 'a row a note'
run ni-notes
status_is 0
err_empty
out_is <<'EOF'
file,contact,date,time,mode,minutes,place,field,sector,outcome,rating,thanked,questions,answered,referrals,open_tasks,tags,heading
notes/ann.md,ann,2026-11-20,14:00 EST,video,25,"room 3, upstairs",data science,private,met,4,2026-11-21,3,2,2,1,alum;analytics,"Ann Lee, analyst"
EOF

it '--questions'
run ni-notes --questions
status_is 0
err_empty
out_is <<'EOF'
contact,date,category,question,answer,field,sector,anchor
ann,2026-11-20,Path,How did you start?,"By chance, in 2011.",data science,private,notes/ann.md:34
ann,2026-11-20,Path,What next?,,data science,private,notes/ann.md:38
ann,2026-11-20,Path,What would you do otherwise?,Everything.,data science,private,notes/ann.md:41
EOF

it '--tasks'
run ni-notes --tasks -f tsv
status_is 0
err_empty
rows_are 'contact date done due completed section anchor' <<'EOF'
ann|2026-11-20|no|2026-12-01||Advice|notes/ann.md:47
ann|2026-11-20|yes||2026-11-21|Advice|notes/ann.md:48
EOF
out_like '^contact	date	done	due	completed	section	task	anchor$'
out_like '	Learn SQL'
out_like '	Read "Weapons"'

it '--referrals'
run ni-notes --referrals -f tsv
status_is 0
err_empty
out_like '^contact	date	id	name	org	title	email	phone	may_use_name	note	anchor$'
rows_are 'contact date id name org title email phone may_use_name note anchor' <<'EOF'
ann|2026-11-20|rosa|Rosa Quispe|Acme Health|Analyst|rosa@example.org|+51 1 555|yes|knows everybody|notes/ann.md:14
ann|2026-11-20||Sam Ito|||||||notes/ann.md:22
EOF

it 'the forms exclude each other'
for forms in '--questions --tasks' '--tasks --referrals' '--referrals --questions'; do
	# shellcheck disable=SC2086 # two options
	run ni-notes $forms
	status_is 2
	err_like '^usage: ni-notes'
done

it 'a note with nothing but what it must have; field and sector of the contact'
file notes/bob.md <<'EOF'
---
contact: bob
date: 2026-11-19
---
EOF
run ni-notes -f tsv
rows_are 'file contact date time mode minutes place field sector outcome rating thanked questions answered referrals open_tasks tags heading' <<'EOF'
notes/ann.md|ann|2026-11-20|14:00 EST|video|25|room 3, upstairs|data science|private|met|4|2026-11-21|3|2|2|1|alum;analytics|Ann Lee, analyst
notes/bob.md|bob|2026-11-19|||||art|||||0|0|0|0||
EOF

it 'a row for each contact of a panel, in every form'
file notes/panel.md <<'EOF'
---
contact: [bob, ann]
date: 2026-11-18
thanked: n/a
referrals: [{name: Kim}]
tags: one
---
- Why?
- [ ] Do it
EOF
run ni-notes -f tsv notes/panel.md
rows_are 'file contact field sector thanked questions tags' <<'EOF'
notes/panel.md|bob|art||n/a|1|one
notes/panel.md|ann|law|private|n/a|1|one
EOF
for form in questions tasks referrals; do
	run ni-notes --$form -f tsv notes/panel.md
	status_is 0
	rows_are 'contact date' <<'EOF'
bob|2026-11-18
ann|2026-11-18
EOF
done

# ------------------------------------------------------------ operands

it 'notes in the order of their paths, by bytes, in folders too'
network
for name in b.md a/z.md a/B/c.md a-b.md é.md Z.md; do
	file notes/$name <<'EOF'
---
contact: ann
date: 2026-11-18
---
EOF
done
echo 'id,name' >contacts.csv
run ni-notes -f tsv
rows_are file <<'EOF'
notes/Z.md
notes/a-b.md
notes/a/B/c.md
notes/a/z.md
notes/b.md
notes/é.md
EOF
it 'from elsewhere, names are relative to where one is'
mkdir -p below
cd below || exit 1
run ni-notes -f tsv
like "$out" '^\.\./notes/a/z\.md	'
cd .. || exit 1
it 'files and folders as operands, in their order'
run ni-notes -f tsv notes/b.md notes/a
rows_are file <<'EOF'
notes/b.md
notes/a/B/c.md
notes/a/z.md
EOF
run ni-notes -f tsv notes/a/
status_is 0
like "$out" '^notes/a/+B/c\.md	'
it 'without any network'
mkdir -p "$tap/none"
cp -r notes "$tap/none/talks"
cd "$tap/none" || exit 1
run ni-notes -f tsv talks/a
status_is 0
rows_are file <<'EOF'
talks/a/B/c.md
talks/a/z.md
EOF
cd "$tap/work" || exit 1
it 'an operand that is not there is told, the others are read'
cd "$tap/none" || exit 1
run ni-notes -f tsv talks/none.md talks/b.md
status_is 2
err_like "^ni-notes: cannot open 'talks/none\\.md': No such file or directory$"
rows_are file <<'EOF'
talks/b.md
EOF

it 'feeds ni-due'
network
printf 'id,name,added\nann,Ann,2026-11-20\nbob,Bob,2026-11-20\n' >contacts.csv
printf -- '---\ncontact: ann\ndate: 2026-11-20\n---\n' >notes/a.md
pipe 'ni-notes | ni-due --today 2026-11-20 -a meet -f tsv -'
status_is 0
rows_are 'due action contact anchor heading' <<'EOF'
2026-11-20|meet|ann|notes/a.md:3|
EOF

# ---------------------------------------------------------- questions

# body <<EOF: one note with that body, which begins on line 5; then its questions.
body()
{
	{
		printf -- '---\ncontact: ann\ndate: 2026-11-20\n---\n'
		cat
	} >notes/a.md
	run ni-notes --questions -f tsv </dev/null
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
}

# asked <<EOF: category, question, answer and anchor's line of each question in the last body.
asked()
{
	rows_are 'category question answer anchor'
}

it 'questions: list items, and headings, that end in a question mark of some script'
body <<'EOF'
- One?
* Two？
+ هل من شيء؟
1. Four?
2) Five ?
- Six.
- Seven? Or not.

Eight?

# Nine?

Ten?
===

# Eleven
EOF
asked <<'EOF'
|One?||notes/a.md:5
|Two？||notes/a.md:6
|هل من شيء؟||notes/a.md:7
|Four?||notes/a.md:8
|Five ?||notes/a.md:9
|Nine?||notes/a.md:15
|Ten?||notes/a.md:17
EOF

it 'questions: the text is plain, and of the first paragraph only'
body <<'EOF'
- Is *this* `code` [linked](http://example.org), or
  over **two** lines?

  No.
- Is the answer
- An answer

  with a question?
EOF
asked <<'EOF'
|Is this code linked, or over two lines?|No.|notes/a.md:5
EOF

it 'questions: the answer is what follows in the item'
body <<'EOF'
- One?

  First.

  - a list
    - in a list?

  > Last?
- Two?
  - at once
EOF
asked <<'EOF'
|One?|First.\n\n- a list\n  - in a list?\n\n> Last?|notes/a.md:5
|Two?|- at once|notes/a.md:13
EOF

it 'questions: under a heading it is the blocks up to the next heading or question'
body <<'EOF'
## Work

### What is it like?

Hard.

- Is it? I think so.
- Is it so?

#### And what is *not*?

Easy.

### Why?

## Else

Text.
EOF
asked <<'EOF'
Work|What is it like?|Hard.\n\n- Is it? I think so.\n- Is it so?|notes/a.md:7
Work|And what is not?|Easy.|notes/a.md:14
Work|Why?||notes/a.md:18
EOF
it 'questions: deeper headings that are none belong to the answer'
body <<'EOF'
# What is it like?

Hard.

## In winter

Cold.

# Else
EOF
asked <<'EOF'
|What is it like?|Hard.\n\n## In winter\n\nCold.|notes/a.md:5
EOF

it 'questions: in a quote; under a heading that is underlined; the answer may be a quote'
body <<'EOF'
> - Why?
>
>   Because
>   it is.

What then?
==========

> Nothing.
> At all.

So?
---
> No.
EOF
asked <<'EOF'
|Why?|Because\nit is.|notes/a.md:5
|What then?|> Nothing.\n> At all.|notes/a.md:10
|So?|> No.|notes/a.md:16
EOF

it 'questions: the category is the nearest heading above that is no question'
body <<'EOF'
# One

- a?

## Two

- b?

### Three?

## Four

### Five?

# Six

- c?
EOF
asked <<'EOF'
One|a?||notes/a.md:7
Two|b?||notes/a.md:11
Two|Three?||notes/a.md:13
Four|Five?||notes/a.md:17
Six|c?||notes/a.md:21
EOF

it 'questions: a task is none; nor is what stands in code, quotes or comments'
body <<'EOF'
- [ ] Ask what?
- [x] Asked what?
- [] What?

```
- What?
```

<!--
- What?
-->

    - What?
EOF
asked <<'EOF'
|[] What?||notes/a.md:7
EOF

it 'answers: comments, empty items and empty paragraphs are none'
body <<'EOF'
- One?

  <!-- ask this -->
- Two?

  -
- Three?

  Yes <!-- really -->

# Four?

<!-- ... -->

-

- [ ]

# Five?

***
EOF
run ni-notes -f tsv
rows_are 'questions answered' <<'EOF'
5|1
EOF

# ---------------------------------------------------- tasks, headings

# tasks <<EOF: done, due, completed, section, task and anchor of each task in the last body.
tasks()
{
	run ni-notes --tasks -f tsv </dev/null
	[ "$status" -eq 0 ] || status_is 0
	rows_are "$1"
}

it 'tasks: boxes of list items, and nothing else'
body <<'EOF'
- [ ] one
- [x] two
- [X] three
* [ ] four
1. [ ] five
- [y] no
- [ ]no
- [ ]
- no [ ] no
[ ] no

- [ ]	tab
  - [ ] inner
EOF
tasks 'done anchor' <<'EOF'
no|notes/a.md:5
yes|notes/a.md:6
yes|notes/a.md:7
no|notes/a.md:8
no|notes/a.md:9
no|notes/a.md:16
no|notes/a.md:17
EOF

it 'tasks: when they are due and done, in all spellings; the first of several counts'
body <<'EOF'
- [ ] a due:2026-12-01
- [ ] a due 2026-12-01 b
- [ ] a (due: 2026-12-01), due:2026-12-02
- [ ] a 📅 2026-12-01
- [ ] a 📅2026-12-01
- [ ] a DUE:2026-12-01.
- [ ] a
  due:2026-12-01
- [x] a done:2026-12-01 due:2026-12-02
- [x] a done 2026-12-01
- [x] a ✅ 2026-12-01
- [ ] a overdue:2026-12-01
- [ ] a undone 2026-12-01
- [ ] a due:2026-12-01x
- [ ] a due tomorrow
- [ ] a

  due:2026-12-01
EOF
tasks 'done due completed anchor' <<'EOF'
no|2026-12-01||notes/a.md:5
no|2026-12-01||notes/a.md:6
no|2026-12-01||notes/a.md:7
no|2026-12-01||notes/a.md:8
no|2026-12-01||notes/a.md:9
no|2026-12-01||notes/a.md:10
no|2026-12-01||notes/a.md:11
yes|2026-12-02|2026-12-01|notes/a.md:13
yes||2026-12-01|notes/a.md:14
yes||2026-12-01|notes/a.md:15
no|||notes/a.md:16
no|||notes/a.md:17
no|||notes/a.md:18
no|||notes/a.md:19
no|||notes/a.md:20
EOF

it 'tasks: the section is the nearest heading above'
body <<'EOF'
- [ ] a

# One

- [ ] b

## Two?

> - [ ] c

***

- [ ] d

# Three *and* four

- [ ] e
EOF
tasks 'section task anchor' <<'EOF'
|a|notes/a.md:5
One|b|notes/a.md:9
Two?|c|notes/a.md:13
Two?|d|notes/a.md:17
Three and four|e|notes/a.md:21
EOF

it 'heading: the first one, of any level and kind, as plain text'
body <<'EOF'
Text.

Ann *Lee*
---------

# Else
EOF
run ni-notes -f tsv
rows_are heading <<'EOF'
Ann Lee
EOF

it 'open_tasks: those that are not done, promised or not'
body <<'EOF'
- [ ] a
- [x] b

# Promised

- [ ] c
EOF
run ni-notes -f tsv
rows_are open_tasks <<'EOF'
2
EOF

# -------------------------------------------------------- front matter

# front KEY: VALUE <<EOF: the column KEY of a note with this line.
front()
{
	printf -- '---\ncontact: ann\ndate: 2026-11-20\n%s\n---\n' "$1" >notes/a.md
	it "front matter: $1"
	run ni-notes -f tsv </dev/null
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
	rows_are "${1%%:*}"
}

for text in 'time: 09:05' 'time: 23:59 or so' 'mode: in a boat' 'minutes: 1' 'minutes: 1440' 'rating: 5' \
	'outcome: no-show' 'place: "a: b"'; do
	value=${text#*: }
	value=${value#\"}
	front "$text" <<EOF
${value%\"}
EOF
done
front 'tags: one' <<'EOF'
one
EOF
front 'tags: [one, "two three"]' <<'EOF'
one;two three
EOF
front 'tags: []' <<'EOF'

EOF
front 'tags:' <<'EOF'

EOF
front 'outcome:' <<'EOF'

EOF
front 'rating: ""' <<'EOF'

EOF
front 'thanked: n/a' <<'EOF'
n/a
EOF
front 'place: |
  two
  lines' <<'EOF'
two\nlines
EOF
it 'front matter: keys of my own, of any kind, in any case'
front 'Rating: none
mine:
  - {a: b}
Contact: 3
tags: [a]' <<'EOF'
(no Rating)
EOF
it 'front matter: a byte order mark, CR LF, blanks after the dashes'
bytes '\357\273\277---\r\ncontact: ann\r\ndate: 2026-11-20\r\n---\r\n# H\r\n\r\n- Why?\r\n' >notes/a.md
run ni-notes -f tsv
status_is 0
rows_are 'contact date questions heading' <<'EOF'
ann|2026-11-20|1|H
EOF
it 'front matter: contacts in a list, in NFC, each once'
printf -- '---\ncontact: [ann, e\314\201va, ann]\ndate: 2026-11-20\n---\n' >notes/a.md
run ni-notes -f tsv
rows_are contact <<'EOF'
ann
éva
EOF

done_testing

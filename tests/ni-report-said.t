#!/bin/sh
# ni-report's sections of what was said: questions, insights, advice, openings.

. tests/tap.sh

# report ARG...: a report of 2026-11-21.
report()
{
	run ni-report --today 2026-11-21 "$@"
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
}

people()
{
	file contacts.csv <<'EOF'
id,name,org,title,field,sector
ann,Ann Lee,Acme,Judge,law,government
bob,Bob Ray,Bell,,Law,private
cat,Cat Oz,,Cook,,
dan,Dan Fox,Dell,Poet,art,nonprofit
EOF
}

# note ID DATE KEYS... <<EOF: notes/ID-DATE.md, with the body that is given
note()
{
	{
		printf -- '---\ncontact: %s\ndate: %s\n' "$1" "$2"
		name=$(printf '%s' "$1" | tr -d '[], ')-$2.md
		shift 2
		for key; do
			printf '%s\n' "$key"
		done
		printf -- '---\n'
		cat
	} >"$tap/note"
	file "notes/$name" <"$tap/note"
}

# ------------------------------------------------------------ questions

it 'a question is one however it is written, and bears the words of the bank'
network
people
file questions.md <<'EOF'
## Work

- What do you do all day?
- What does it pay?

## Way

- How did you get here?
EOF
note ann 2026-10-01 'outcome: met' <<'EOF'
# Ann

- HOW did you, get here?

  By bus.

  - line 4
  - and *on foot*

## Money

### what does it pay?

Not much.

Then more.
EOF
note bob 2026-10-02 'outcome: met' 'sector: education' <<'EOF'
- How did you get here?

## MONEY.

- May I ask more?
EOF
note cat 2026-10-03 <<'EOF'
## Money

- May I ask, more?

  Yes.
EOF
report -s questions
section '## Questions' <<'EOF'
### Work
#### What does it pay?
Asked of 1 of 3 people, answered by 1.
- **Ann Lee**, Judge, Acme (government), [2026-10-01](notes/ann-2026-10-01.md)
  > Not much.
  >
  > Then more.
### Way
#### How did you get here?
Asked of 2 of 3 people, answered by 1.
- **Ann Lee**, Judge, Acme (government), [2026-10-01](notes/ann-2026-10-01.md)
  > By bus.
  >
  > - line 4
  > - and *on foot*
### MONEY.
#### May I ask more?
Asked of 2 of 3 people, answered by 1.
- **Cat Oz**, Cook, [2026-10-03](notes/cat-2026-10-03.md)
  > Yes.
### Not answered yet
1 of 3 in the bank.
- **Work** (1)
  - What do you do all day?
EOF

it 'of those selected, and of a period'
report -s questions -i bob,cat
section '## Questions' <<'EOF'
### Way
#### How did you get here?
Asked of 1 of 2 people, no answer yet.
### MONEY.
#### May I ask more?
Asked of 2 of 2 people, answered by 1.
- **Cat Oz**, Cook, [2026-10-03](notes/cat-2026-10-03.md)
  > Yes.
### Not answered yet
3 of 3 in the bank.
- **Work** (2)
  - What do you do all day?
  - What does it pay?
- **Way** (1)
  - How did you get here?
EOF
report -s questions --period 2026-10-02..2026-10-02
section '## Questions' <<'EOF'
### Way
#### How did you get here?
Asked of 1 of 1 person, no answer yet.
### MONEY.
#### May I ask more?
Asked of 1 of 1 person, no answer yet.
### Not answered yet
3 of 3 in the bank.
- **Work** (2)
  - What do you do all day?
  - What does it pay?
- **Way** (1)
  - How did you get here?
EOF

it '--share: without what nobody has answered, and its category'
report -s questions -i bob,cat --share
section '## Questions' <<'EOF'
### MONEY.
#### May I ask more?
Asked of 2 of 2 people, answered by 1.
- **Cat Oz**, Cook, 2026-10-03
  > Yes.
### Not answered yet
3 of 3 in the bank.
- **Work** (2)
  - What do you do all day?
  - What does it pay?
- **Way** (1)
  - How did you get here?
EOF
report -s questions -i bob --share
out_like '^No questions answered yet\. '
report -s questions --period 2026-10-02..2026-10-02 --share
out_like '^No questions answered in this period\. '

it '--share: a link or picture that leads to a file is its text'
network
people
mkdir out
note ann 2026-10-01 'outcome: met' <<'EOF'
## Insights

- [this](private/mould.pdf "a title"), [that](/abs/x.md), [*here*](#there), [host](//h.example/x), [both]
- ![a chart](chart.png) and [![in *it*](in.png)](out.md)
- [site](https://s.example/x "its title"), <http://a.example>, [mail](mailto:a@b.example), [call](tel:+1555)
- ![far](https://f.example/p.png)

[both]: ../both.md
EOF
file expected <<'EOF'
### law
- this, that, *here*, host, both
  — Ann Lee (Acme), 2026-10-01
- a chart and in it
  — Ann Lee (Acme), 2026-10-01
- [site](https://s.example/x "its title"), <http://a.example>, [mail](mailto:a@b.example), [call](tel:+1555)
  — Ann Lee (Acme), 2026-10-01
- ![far](https://f.example/p.png)
  — Ann Lee (Acme), 2026-10-01
EOF
report -s insights --share
section '## Insights' <expected
report -s insights --share -o out/report.md
cp out/report.md "$out"
section '## Insights' <expected
report -s insights
out_like '\[this\]\(notes/private/mould\.pdf "a title"\)'
report -s interviews --share
section '## Interviews' <<'EOF'
| Date | Who | Organisation | Field | Mode | Rating | Outcome |
| - | - | - | - | - | -: | - |
| 2026-10-01 | Ann Lee | Acme | law | | | met |
EOF

it 'a panel answers once, somebody who is asked twice answers twice'
network
people
file questions.md <<'EOF'
## Work

- Why?
EOF
note '[bob, dan, nobody]' 2026-10-01 'outcome: met' <<'EOF'
- Why?

  Because.
EOF
note dan 2026-10-09 'outcome: met' <<'EOF'
## Work

- why

  This asks nothing.

- Why?

  I forgot.
EOF
run ni-report --today 2026-11-21 -s questions
status_is 0
section '## Questions' <<'EOF'
### Work
#### Why?
Asked of 2 of 2 people, answered by 2.
- **Bob Ray**, Bell (private); **Dan Fox**, Poet, Dell (nonprofit), [2026-10-01](notes/bobdannobody-2026-10-01.md)
  > Because.
- **Dan Fox**, Poet, Dell (nonprofit), [2026-10-09](notes/dan-2026-10-09.md)
  > I forgot.
EOF
run ni-report --today 2026-11-21 -s questions -i bob
section '## Questions' <<'EOF'
### Work
#### Why?
Asked of 1 of 1 person, answered by 1.
- **Bob Ray**, Bell (private), [2026-10-01](notes/bobdannobody-2026-10-01.md)
  > Because.
EOF

it 'what is planned or off counts where it has an answer, what is unwritten does in any case'
network
people
file questions.md <<'EOF'
## Work

- In the bank?
EOF
note ann 2026-11-21 <<'EOF'
- Not asked?
- Answered before?

  Yes.
EOF
note bob 2026-10-02 'outcome: moved' <<'EOF'
- Not asked?
EOF
note cat 2026-10-03 'outcome: no-show' <<'EOF'
- Sent by mail?

  It was.
EOF
note dan 2026-11-20 <<'EOF'
- Was asked?
EOF
report -s questions
section '## Questions' <<'EOF'
### Other questions
#### Sent by mail?
Asked of 1 of 3 people, answered by 1.
- **Cat Oz**, Cook, [2026-10-03](notes/cat-2026-10-03.md)
  > It was.
#### Was asked?
Asked of 1 of 3 people, no answer yet.
#### Answered before?
Asked of 1 of 3 people, answered by 1.
- **Ann Lee**, Judge, Acme (government), [2026-11-21](notes/ann-2026-11-21.md)
  > Yes.
### Not answered yet
1 of 1 in the bank.
- **Work** (1)
  - In the bank?
EOF

it 'a title is no category, and what is private is not there'
network
people
file questions.md <<'EOF'
## Work

- In the bank?
EOF
note ann 2026-10-01 'outcome: met' <<'EOF'
# Ann at home

- And the cat?

  Fine.

## Private

- In the bank?

  SECRET

- Hidden?

  SECRET
EOF
note bob 2026-10-02 'outcome: met' <<'EOF'
# Work

- More work?

  No.
EOF
note cat 2026-10-03 'outcome: met' <<'EOF'
## Play

- More play?

  Yes.
EOF
report -s questions
out_unlike 'SECRET|Hidden|Private'
section '## Questions' <<'EOF'
### Play
#### More play?
Asked of 1 of 3 people, answered by 1.
- **Cat Oz**, Cook, [2026-10-03](notes/cat-2026-10-03.md)
  > Yes.
### Other questions
#### And the cat?
Asked of 1 of 3 people, answered by 1.
- **Ann Lee**, Judge, Acme (government), [2026-10-01](notes/ann-2026-10-01.md)
  > Fine.
#### More work?
Asked of 1 of 3 people, answered by 1.
- **Bob Ray**, Bell (private), [2026-10-02](notes/bob-2026-10-02.md)
  > No.
### Not answered yet
1 of 1 in the bank.
- **Work** (1)
  - In the bank?
EOF

it 'a fault of the bank costs what cannot be read of it, and nothing else'
network
people
note ann 2026-10-01 'outcome: met' <<'EOF'
- Why?

  Because.

- How so?
EOF
while IFS='|' read -r code place text open; do
	bytes "$text" >questions.md
	run ni-report --today 2026-11-21 </dev/null
	status_is "$code"
	ok test "$(grep -c '^questions\.md' "$err")" -eq 1
	err_like "^questions\.md:$place"
	out_like '^## Summary$'
	out_like '^Asked of 1 of 1 person, answered by 1\.$'
	out_like '^## People$'
	ok test "$(sed -n '/^### Not answered yet/,/^## /s/^  - //p' "$out" | paste -sd ' ' -)" = "$open"
	run ni-report --today 2026-11-21 --contact ann </dev/null
	status_is 0
	err_empty
done <<'EOF'
0|1:1: warning: no question||
0|1:1: warning: no question|# Mine\n\n## A\n\n- None yet\n|
2|1:1: error: question without a category|\055 Who?\n\n## A\n\n- Why?\n- When?\n|When?
2|3:7: error: |## A\n\n- Who \377?\n|
EOF
it 'nor is a file written then, but for a bank without a question'
run ni-report --today 2026-11-21 -o report.md
status_is 2
ok test ! -e report.md
: >questions.md
run ni-report --today 2026-11-21 -o report.md
status_is 0
ok test -s report.md
rm questions.md
mkdir questions.md
run ni-report --today 2026-11-21 -s questions
status_is 2
err_is <<'EOF'
ni-report: 'questions.md' is a directory
ni-report: warning: what follows may lack something, because of the errors above
EOF
out_like '^Asked of 1 of 1 person, answered by 1\.$'
rmdir questions.md
run ni-report --today 2026-11-21 -s questions --all -o report.md
status_is 0
ok test "$(grep -c '^  - ' report.md)" -eq 72

it 'of what nobody has answered three of each category, or all'
file questions.md <<'EOF'
## Work

- One?
- Why?
- Two?
- Three?

## *W*ay

- Four?
- Five?
- Six?
- Seven?
- Eight?
EOF
report -s questions
section '### Not answered yet' <<'EOF'
8 of 9 in the bank; `ni-report -all` lists them.
- **Work** (3)
  - One?
  - Two?
  - Three?
- **Way** (5)
  - Four?
  - Five?
  - Six?
  - and 2 more
EOF
report --all -s questions
section '### Not answered yet' <<'EOF'
8 of 9 in the bank.
- **Work** (3)
  - One?
  - Two?
  - Three?
- **Way** (5)
  - Four?
  - Five?
  - Six?
  - Seven?
  - Eight?
EOF
run ni-report --contact ann --all
status_is 2
err_like "^ni-report: options '--contact' and '--all' exclude each other"

# ------------------------------------------------------------- insights

it 'insights by field, by whom and when'
network
people
note ann 2026-10-05 'outcome: met' <<'EOF'
## Insights

- It is all
  *paper*.
- It is two things:

  1. law
  2. order

## Insights about nothing

- not this
EOF
note bob 2026-10-01 'outcome: met' 'field: LAW' <<'EOF'
## INSIGHTS

I could do this.
- Not for ever.

### Advice

- [ ] Try it
EOF
note '[cat, dan]' 2026-10-02 <<'EOF'
## Insights

| a | b |
| - | - |
| 1 | 2 |
EOF
note cat 2026-10-03 <<'EOF'
## Insights

42 is an answer.

    $ code

## Private

### Insights

- SECRET
EOF
report -s insights
out_unlike 'SECRET|Private|not this'
section '## Insights' <<'EOF'
### art
- \| a \| b \|
  \| - \| - \|
  \| 1 \| 2 \|
  — Cat Oz; Dan Fox (Dell), [2026-10-02](notes/catdan-2026-10-02.md)
### LAW
- I could do this.
  — Bob Ray (Bell), [2026-10-01](notes/bob-2026-10-01.md)
- Not for ever.
  — Bob Ray (Bell), [2026-10-01](notes/bob-2026-10-01.md)
- Try it
  — Bob Ray (Bell), [2026-10-01](notes/bob-2026-10-01.md)
- It is all
  *paper*.
  — Ann Lee (Acme), [2026-10-05](notes/ann-2026-10-05.md)
- It is two things:
  1. law
  2. order
  — Ann Lee (Acme), [2026-10-05](notes/ann-2026-10-05.md)
### No field
- 42 is an answer.
  — Cat Oz, [2026-10-03](notes/cat-2026-10-03.md)
- ```
  $ code
  ```
  — Cat Oz, [2026-10-03](notes/cat-2026-10-03.md)
EOF
it 'whoever is not selected has not said it'
report -s insights -i cat
section '## Insights' <<'EOF'
### No field
- \| a \| b \|
  \| - \| - \|
  \| 1 \| 2 \|
  — Cat Oz, [2026-10-02](notes/catdan-2026-10-02.md)
- 42 is an answer.
  — Cat Oz, [2026-10-03](notes/cat-2026-10-03.md)
- ```
  $ code
  ```
  — Cat Oz, [2026-10-03](notes/cat-2026-10-03.md)
EOF

it 'of very many people the first are named'
network
{
	echo 'id,name'
	for i in 1 2; do
		for k in 0 1 2 3 4 5 6 7 8 9 a; do echo "p$i$k,P$i$k"; done
	done
} | file contacts.csv
{
	echo '---'
	echo "contact: [$(sed -n '2,$s/,.*/,/p' contacts.csv | tr -d '\n')]"
	printf 'date: 2026-10-01\noutcome: met\n---\n## Insights\n\n- Many\n\n## Work\n\n- Why?\n\n  So.\n'
} | file notes/all.md
report -s insights
out_like '; P28; 2 others, \[2026'
report -s questions
out_like '; \*\*P28\*\*; 2 others, \[2026'
out_like '^Asked of 22 of 22 people, answered by 22'

# -------------------------------------------------------------- advice

it 'advice by what became of it'
network
people
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-10-09,ann,reported,,,
2026-10-30,ann,thanked,,,
2026-10-12,ann,reported,,,
2026-10-20,cat,reported,,,
EOF
note ann 2026-10-01 'outcome: met' <<'EOF'
## Advice from Ann

- [ ] Read on due:2026-11-20
- [x] Told on the day done 2026-10-12
- [x] Told later ✅ 2026-10-10
- [x] Not told, done 2026-10-13
- [x] No day
- Only said.

Only
*written*.

## Promised

- [ ] She writes due:2026-12-01
EOF
note '[cat, dan]' 2026-10-02 'outcome: met' <<'EOF'
## Advice

- [x] One was told 📅 2026-10-01 done:2026-10-03
- [ ] Do it due 2026-11-21
- [ ] Any day

  due 2026-01-01
- Why not?
- What else?

  Nothing.

## Private

### Advice

- [ ] SECRET
EOF
note bob 2026-12-01 <<'EOF'
### My advice

- not this

#### Advice

- What should I do?
- [ ] due 2026-11-01
EOF
report -s advice
out_unlike 'SECRET|not this|writes'
section '## Advice' <<'EOF'
### To do
- due 2026-11-01
  — Bob Ray (Bell), [2026-12-01](notes/bob-2026-12-01.md); due 2026-11-01, late
- Read on
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md); due 2026-11-20, late
- Do it
  — Cat Oz; Dan Fox (Dell), [2026-10-02](notes/catdan-2026-10-02.md); due 2026-11-21
- Any day
  due 2026-01-01
  — Cat Oz; Dan Fox (Dell), [2026-10-02](notes/catdan-2026-10-02.md)
### Acted on, not told yet
- One was told
  — Cat Oz; Dan Fox (Dell), [2026-10-02](notes/catdan-2026-10-02.md); done 2026-10-03; not told yet: Dan Fox
- Not told
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md); done 2026-10-13
### Acted on and told
- No day
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md); done, told 2026-10-09
- Told later
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md); done 2026-10-10, told 2026-10-12
- Told on the day
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md); done 2026-10-12, told 2026-10-12
### Other advice
- Only said.
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md)
- Only
  *written*.
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md)
- What else?
  Nothing.
  — Cat Oz; Dan Fox (Dell), [2026-10-02](notes/catdan-2026-10-02.md)
EOF
it 'told is who is selected'
report -s advice -i cat
section '### Acted on and told' <<'EOF'
- One was told
  — Cat Oz, [2026-10-02](notes/catdan-2026-10-02.md); done 2026-10-03, told 2026-10-20
EOF
report -s advice -i dan
section '### Acted on, not told yet' <<'EOF'
- One was told
  — Dan Fox (Dell), [2026-10-02](notes/catdan-2026-10-02.md); done 2026-10-03
EOF

# ------------------------------------------------------------ openings

it 'openings, newest first'
network
people
note ann 2026-10-01 'outcome: met' <<'EOF'
## Openings

- A clerk
- A judge

## Promised

- [ ] Not this
EOF
note cat 2026-10-02 'outcome: met' 'field: pipes | <b>' <<'EOF'
## openings

A cook. See [the page](jobs.md).

> Urgent

## Openings elsewhere

Not this
EOF
report -s openings
out_unlike 'Not this'
section '## Openings' <<'EOF'
- A cook. See [the page](notes/jobs.md).
  — Cat Oz, [2026-10-02](notes/cat-2026-10-02.md); pipes \| \<b>
- > Urgent
  — Cat Oz, [2026-10-02](notes/cat-2026-10-02.md); pipes \| \<b>
- A clerk
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md); law
- A judge
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md); law
EOF

# ----------------------------------------------------------- definitions

it 'a link whose definition stands elsewhere in the note'
network
people
note ann 2026-10-01 'outcome: met' <<'EOF'
[before]: one.md
## Insights

- See [it][Before], [after] and [no], [secret], [code]
- ![image][]

```
[code]: code.md
```

## Private

[secret]: secret.md

## Rest

[after]: https://two.example "Two"
[image]: ../three.png
[after]: four.md
[no]: five.md six
EOF
report -s insights
section '### law' <<'EOF'
- See [it](notes/one.md), [after](https://two.example "Two") and \[no\], \[secret\], \[code\]
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md)
- ![image](three.png)
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md)
- ```
  [code]: code.md
  ```
  — Ann Lee (Acme), [2026-10-01](notes/ann-2026-10-01.md)
EOF
report --contact ann
out_like '\[it\]\(notes/one.md\)'

# ------------------------------------------------------------- private

it 'what stands under Private in a quote, in HTML or code that was not closed, is nowhere'
network
people
note ann 2026-10-01 'outcome: met' <<'EOF'
## Insights

<details>
## Private

- SECRET insight
- [ ] SECRET task

### SECRET question?

SECRET answer

## Openings

- A clerk
EOF
note bob 2026-10-02 'outcome: met' <<'EOF'
### What now?

~~~
Go on

- ## Private

  SECRET
EOF
note cat 2026-11-20 'outcome: met' <<'EOF'
- [ ] Shown

  > # Work
  >
  > ## Private
  >
  > - [ ] SECRET
  > - > - SECRET?
  >   >
  >   >   SECRET
  >
  > # Play
  >
  > - [ ] Shown too
- [ ] Shown last
- Go on?

  And on

  ## PRIVATE

  - SECRET?
EOF
report --contact cat
out_unlike 'SECRET'
ok test "$(grep -c 'I promised:.* Shown' "$out")" -eq 3
report --contact bob
out_unlike 'SECRET|Private'
report --contact ann
out_unlike 'SECRET|Private'
report
out_unlike 'SECRET'
out_like '^- \\<details>$'
out_like '^- A clerk$'
out_like '^  > Go on$'
ok test "$(grep -c ': Shown' "$out")" -eq 6 # due, and in the dossier

# --------------------------------------------------------------- names

it 'a field or category of which nothing is seen, or that is all punctuation, is none'
network
unseen=$(printf '\342\200\213')
mark=$(printf '\357\273\277')
file contacts.csv <<EOF
id,name,org,field
ann,$unseen,Acme,--
bob,$mark,,$unseen
cat,Cat Oz,,law
EOF
note '[ann, cat]' 2026-10-01 'outcome: met' "field: \"$mark\"" <<EOF
# Title

## $unseen

- Why?

## ---

- What?

## Insights

- By Cat's field
EOF
note '[ann, bob]' 2026-10-02 'outcome: met' 'field: "..."' <<EOF
## Insights

- By none
EOF
report -s questions,insights,fields
section '### Other questions' <<'EOF'
#### Why?
Asked of 2 of 3 people, no answer yet.
#### What?
Asked of 2 of 3 people, no answer yet.
EOF
section '## Insights' <<'EOF'
### law
- By Cat's field
  — ann (Acme); Cat Oz, [2026-10-01](notes/anncat-2026-10-01.md)
### No field
- By none
  — ann (Acme); bob, [2026-10-02](notes/annbob-2026-10-02.md)
EOF
ok test "$(grep -c '^### No field$' "$out")" -eq 2
ok test "$(grep -c '^### ' "$out")" -eq 6
report -s people
out_like '^### ann$'
out_like '^### bob$'

# --------------------------------------------------------------- empty

it 'where nothing was said, it is told what the section is'
network
people
note ann 2026-10-01 'outcome: met' <<'EOF'
Nothing.
EOF
for name in Questions Insights Advice Openings; do
	report -s "$(printf '%s' "$name" | tr QIAO qiao)"
	out_like "^No .* yet\. .*\.\$"
	out_unlike 'period'
	ok test "$(sed -n "/^## $name/,\$p" "$out" | grep -c .)" -eq 2
done

it 'of a period it is not told that there is nothing at all'
network
people
note ann 2026-10-01 'outcome: met' <<'EOF'
- Why?

  Because.

## Insights

Numbers.
EOF
report -s interviews,questions,insights,advice,openings --period 2026-11
grep '^No ' "$out" | cut -d . -f 1 >said
file_is said <<'EOF'
No interviews in this period
No questions asked in this period
No insights in this period
No advice in this period
No openings in this period
EOF

done_testing

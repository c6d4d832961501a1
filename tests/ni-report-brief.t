#!/bin/sh
# ni-report --contact: the brief to read before a meeting.

. tests/tap.sh

brief()
{
	run ni-report --today 2026-11-21 --contact "$@"
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
}

# headings_are <<EOF: those of the brief, of all levels. (In what section compares, "--" is "-".)
headings_are()
{
	grep '^#' "$out" >"$tap/headings"
	tap_same headings "$tap/headings"
}

it 'all there is, in the order in which one reads it'
network
file ni.yaml <<'EOT'
me:
  introduction: |
    I am Kim,
    and *curious*.

    # Half a minute.
EOT
file contacts.csv <<'EOT'
id,name,org,title,field,sector,circle,source,referred_by,may_use_name,email,phone,added,note
ann,Ann Lee,Acme,Chemist,law,private,new,referral,bob,yes,a@x.example,555 1,2026-09-01,Likes tea
bob,Bob Ray,Borg,,,,,,,,,,,
cat,Cat Wu,,,,,,,ann,,,,,
EOT
file log.csv <<'EOT'
date,contact,event,via,until,note
2026-08-01,bob,met,,,
2026-09-02,ann,asked,email,,May I?
2026-09-03,ann,replied,email,,Yes
EOT
file notes/1.md <<'EOT'
---
contact: ann
date: 2026-09-10
outcome: met
rating: 4
thanked: 2026-09-11
---
## Career

- How did you begin?

  With a small kit
- What is next?
- Do you like it?
- [ ] Send the list due:2026-11-30
- [x] Send the photo

## Insights

It is about people

- Care counts

## Advice

- [x] Read more done:2026-10-01
- [ ] Write more
- Rest

### What would you do?

Start small

## Promised

- [ ] A name from her due:2026-12-01
- [x] Her slides
- And a coffee

## Private

- Is it a secret?

  A secret
- [ ] Keep the secret
EOT
file notes/2.md <<'EOT'
---
contact: [ann, bob]
date: 2026-10-10
outcome: met
rating: 3
thanked: 2026-10-11
---
- What is NEXT ?

  The move
- Who decides?
EOT
file notes/3.md <<'EOT'
---
contact: ann
date: 2026-11-24
time: 13:00 AST
mode: video
minutes: 25
place: https://meet.example/x_y_
---
# Plan

## Career

- Do you like it?
- How long?

## Work

- What is a day?

## Private

- Secret?
EOT
file notes/4.md <<'EOT'
---
contact: ann
date: 2026-12-24
---
- Later?
EOT
brief ann
headings_are <<'EOT'
# Ann Lee
## Who they are
## How I come to know them
## Timeline
## What they said before
### [2026-10-10](notes/2.md) interview with Bob Ray
### [2026-09-10](notes/1.md) interview
## Promises
## Due
## Questions prepared
## Still unanswered
## My introduction
EOT
out_unlike '[Ss]ecret'
out_like '^Brief of 2026-11-21$'
out_like '^\*\*Next meeting:\*\* \[2026-11-24\]\(notes/3\.md\), 13:00 AST, video, 25 min, https\\://meet\.example/x_y\\_$'
section '## Who they are' <<'EOT'
- **Work:** Chemist, Acme; law, private; circle: new
- **Stands:** met first on 2026-09-10, last on 2026-10-10; next meeting on 2026-11-24
- **Reach:** a@x.example, 555 1
- **Note:** Likes tea
- **Named:** Cat Wu, not asked yet
EOT
section '## How I come to know them' <<'EOT'
- referral; referred by Bob Ray (Borg), you may use their name
- you → Bob Ray (met 2026-08-01, log.csv:2) → Ann Lee (added 2026-09-01, contacts.csv:2, you may use Bob's name)
EOT
section '## Timeline' <<'EOT'
- [2026-12-24](notes/4.md) planned interview
- [2026-11-24](notes/3.md) planned interview, video, 25 min
- [2026-10-10](notes/2.md) interview with Bob Ray, rated 3, thanked 2026-10-11
- [2026-09-10](notes/1.md) interview, rated 4, thanked 2026-09-11
- 2026-09-03 replied, email: Yes
- 2026-09-02 asked, email: May I?
EOT
it 'what they said: answers, insights and advice, each once, the latest interview first'
section '### [2026-10-10](notes/2.md) interview with Bob Ray' <<'EOT'
- **What is NEXT ?**
  The move
EOT
section '### [2026-09-10](notes/1.md) interview' <<'EOT'
- **How did you begin?**
  With a small kit
- **What would you do?**
  Start small
- **Insight:**
  It is about people
- **Insight:**
  Care counts
- **Advice, done 2026-10-01:**
  Read more
- **Advice, not done yet:**
  Write more
- **Advice:**
  Rest
EOT
it 'promises: mine that are open, and theirs'
section '## Promises' <<'EOT'
- **I promised:** Send the list due:2026-11-30 — [2026-09-10](notes/1.md)
- **They promised, not done yet, due 2026-12-01:**
  A name from her
- **They promised, done:**
  Her slides
- **They promised:**
  And a coffee
EOT
it 'what is due, as in ni-due'
section '## Due' <<'EOT'
- 2026-10-15 report-back: acted on: Read more done:2026-10-01 — [notes/1.md:26](notes/1.md)
- 2026-11-23 prepare: 4 of 10 questions; no research — [notes/3.md:1](notes/3.md)
- 2026-11-24 meet: 13:00 AST, video, 25 min, https\://meet.example/x_y\_ — [notes/3.md:3](notes/3.md)
- task: Write more — [notes/1.md:27](notes/1.md)
- task: private — [notes/1.md:45](notes/1.md)
- get-permission: may you use their name with Cat Wu (cat)? — [contacts.csv:4](contacts.csv)
EOT
it 'the questions for the next meeting, and those that are open from before and not among them'
section '## Questions prepared' <<'EOT'
- **Career**
  - Do you like it?
  - How long?
- **Work**
  - What is a day?
EOT
section '## Still unanswered' <<'EOT'
- Who decides? — [2026-10-10](notes/2.md)
EOT
it 'my introduction with its length'
section '## My introduction' <<'EOT'
> I am Kim, and \*curious\*.
>
> \# Half a minute.
9 words, about 4 seconds
EOT
it '--share: no e-mail, phone or note, no link to a file, nor its name'
brief ann --share
out_unlike 'a@x|555|Likes tea|May I|: Yes|meet.example'
out_like '^\*\*Next meeting:\*\* .*, 13:00 AST, video, 25 min$'
out_like '^- 2026-11-24 meet$'
section '## Who they are' <<'EOT'
- **Work:** Chemist, Acme; law, private; circle: new
- **Stands:** met first on 2026-09-10, last on 2026-10-10; next meeting on 2026-11-24
- **Named:** Cat Wu, not asked yet
EOT
out_unlike '\]\(|notes/|log\.csv|contacts\.csv'
section '## Still unanswered' <<'EOT'
- Who decides? — 2026-10-10
EOT

it '--share: how I know them, without the places where that is written'
brief cat --share
section '## How I come to know them' <<'EOT'
- referral; referred by Ann Lee (Acme), ask whether you may use their name
- you → Bob Ray (met 2026-08-01) → Ann Lee (added 2026-09-01, you may use Bob's name) → Cat Wu (referred, ask whether you may use Ann's name)
EOT
cp contacts.csv keep.csv
printf 'dan,Dan Oz,,,,,,,,,,,2026-10-01,\neve,Eve Fox,,,,,,,,,,,,\n' >>contacts.csv
brief dan --share
out_like '^- you → Dan Oz \(added 2026-10-01\)$'
brief eve --share
out_like '^- you → Eve Fox$'
mv keep.csv contacts.csv

it 'the introduction: how much too long, and how it is given where there is none'
printf 'me: {introduction: "one two  three"}\npractice: {introduction_words: 2}\n' >ni.yaml
brief ann
section '## My introduction' <<'EOT'
> one two three
3 words, about 1 second; 1 over 2
EOT
printf 'me: {introduction: Hello}\n' >ni.yaml
brief ann
section '## My introduction' <<'EOT'
> Hello
1 word, about 1 second
EOT
it 'in scripts without blanks between words characters are counted'
printf 'me: {introduction: 我叫李明。我在Acme工作。}\npractice: {introduction_words: 4}\n' >ni.yaml
brief ann
section '## My introduction' <<'EOT'
> 我叫李明。我在Acme工作。
1 word and 8 characters, counted as 5 words, about 2 seconds; 1 over 4
EOT
rm ni.yaml
brief ann
section '## My introduction' <<'EOT'
None yet. It stands in `ni.yaml`, under `me:`, as `introduction:`.
EOT

it 'somebody without anything'
brief cat
headings_are <<'EOT'
# Cat Wu
## Who they are
## How I come to know them
## Timeline
## Due
## Questions prepared
## My introduction
EOT
section '## Who they are' <<'EOT'
- **Stands:** not asked yet
EOT
section '## Timeline' <<'EOT'
Nothing yet.
EOT
section '## Questions prepared' <<'EOT'
No meeting is planned. `ni-new` makes the note for one, with questions to ask.
EOT

it 'a planned meeting without questions says where they go'
printf -- '---\ncontact: cat\ndate: 2026-11-21\n---\n' >notes/cat.md
brief cat
out_like '^\*\*Next meeting:\*\* \[2026-11-21\]\(notes/cat\.md\)$'
section '## Questions prepared' <<'EOT'
None yet. They go into the note of [2026-11-21](notes/cat.md); `ni-new -print` proposes some.
EOT

it 'questions below no heading, and below one again'
printf -- '---\ncontact: cat\ndate: 2026-11-21\n---\n- a?\n\n# B\n\n- b?\n- c?\n\n# D*\n\n- d?\n' >notes/cat.md
brief cat
section '## Questions prepared' <<'EOT'
- a?
- **B**
  - b?
  - c?
- **D\***
  - d?
EOT

it 'what says nothing once it is quoted is left out'
cat >notes/cat2.md <<'EOT'
---
contact: cat
date: 2026-11-01
outcome: met
rating: 1
thanked: n/a
---
- e?

  ## Private

  f

## Insights

- [x](#y "z")
EOT
brief cat
out_unlike '^- \*\*e'
out_like '^- \*\*Insight:\*\*$'
rm notes/cat2.md

it 'who is closed or has declined: said first, with why'
printf '2026-10-01,cat,declined,,,Too busy\n' >>log.csv
brief cat
out_like '^\*\*Declined on 2026-10-01\*\*: Too busy$'
rm notes/cat.md
printf '2026-10-02,cat,closed,,,Leave | it\n' >>log.csv
brief cat
out_like '^\*\*Closed on 2026-10-02\*\*: Leave \\\| it$'
out_unlike '^\*\*Declined'
brief cat --share
out_like '^\*\*Closed on 2026-10-02\*\*$'

it 'answers of the last two interviews; of those before how many, and what was advised'
rm notes/2.md
for day in 01 02 03; do
	printf -- '---\ncontact: bob\ndate: 2026-07-%s\noutcome: met\n---\n- Why?\n\n  Answer %s\n\n# Advice\n\n- Do %s\n' \
		$day $day $day >notes/bob$day.md
done
brief bob
out_like 'Answer 03'
out_like 'Answer 02'
section '### [2026-07-01](notes/bob01.md) interview' <<'EOT'
- Answers: 1, in the note
- **Advice:**
  Do 01
EOT

it 'a long timeline ends in how much there was before'
awk 'BEGIN { for (i = 1; i <= 15; i++) printf "2026-05-%02d,cat,contacted,,,\n", i }' >>log.csv
brief cat
out_like '^- 2026-05-06 contacted$'
out_unlike '^- 2026-05-05 contacted$'
out_like '^- and 5 earlier, from 2026-05-01 on$'

it 'several ways to somebody, of which three are told'
network
{
	echo 'id,name,referred_by'
	for id in a b c d; do
		echo "$id,N$id,"
	done
	echo 'z,Zoe,a'
} >contacts.csv
for id in b c d; do
	printf -- '---\ncontact: %s\ndate: 2026-05-01\noutcome: met\nthanked: n/a\nrating: 1\nreferrals: [{name: Zoe}]\n---\n' $id \
		>notes/$id.md
done
brief z
section '## How I come to know them' <<'EOT'
- referral; referred by Na, ask whether you may use their name; also named by Nb on [2026-05-01](notes/b.md), ask whether you may use their name; also named by Nc on [2026-05-01](notes/c.md), ask whether you may use their name; also named by Nd on [2026-05-01](notes/d.md), ask whether you may use their name
- you → Na (in contacts.csv:2) → Zoe (referred in contacts.csv:6, ask whether you may use Na's name)
- you → Nb (met 2026-05-01, notes/b.md:3) → Zoe (named 2026-05-01, notes/b.md:7, ask whether you may use Nb's name)
- you → Nc (met 2026-05-01, notes/c.md:3) → Zoe (named 2026-05-01, notes/c.md:7, ask whether you may use Nc's name)
- and in other ways: `ni-refer -path` lists them
EOT

it 'who only refer each other are known by nobody'
printf 'id,name,referred_by\na,A,b\nb,B,a\n' >contacts.csv
rm notes/*
brief a
out_like '^- nobody whom I know without a referral named them, or who did$'

it 'whom it is about is told as to ni-log; the error says who else it may be'
network
printf 'id,name,org\nann-lee,Ann Lee,Acme\nann-ray,Ann Ray,Borg\n' >contacts.csv
brief lee
out_like '^# Ann Lee$'
run ni-report --contact ann
status_is 2
out_empty
err_like "'ann' fits 2 contacts"
err_like 'ann-lee: Ann Lee, Acme'
run ni-report --contact nobody -o brief.md
status_is 2
err_like "no contact 'nobody'"
ok test ! -e brief.md
run ni-report --contact borg-rya
status_is 2
err_like "no contact 'borg-rya'; a line"
run ni-report --contact 'Ann Rya'
status_is 2
out_empty
err_like "no contact 'Ann Rya'; did you mean 'ann-ray'?"

done_testing

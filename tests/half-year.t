#!/bin/sh
# Half a year of somebody's use. Mara, a librarian, wants to become an urban planner, and from June
# to November 2026 talks to people about it, twenty in the end. All that she does is a command
# (ni-init, ni-new, ni-log, ni-refer --add) or an edit with sed. What ni-due is to say was worked out
# by hand from the rules in ni-due(1). 1 June was a Monday.

. tests/tap.sh

# on DATE: that day has come.
on()
{
	NI_TODAY=$1
	export NI_TODAY
	it "$1"
}

# did PROGRAM ARG...: it does what it is asked to, without a word of complaint.
did()
{
	run "$@"
	status_is 0
	err_empty </dev/null
}

# due ARG... <<EOF: all that ni-due lists: due, days, action, id (else the name), anchor.
due()
{
	run ni-due -f tsv "$@" </dev/null
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
	project 'due days action id name anchor' <"$out" |
		awk -F '|' -v OFS='|' '{ print $1, $2, $3, $4 == "" ? $5 : $4, $6 }' >"$tap/rows"
	cut -d '|' -f 3 "$tap/rows" >>"$tap/actions"
	tap_same 'rows' "$tap/rows"
}

# because ID ACTION REASON: why, as the last list says it.
because()
{
	project 'id action reason' <"$out" | grep "^$1|$2|" >"$tap/reason"
	printf '%s|%s|%s\n' "$1" "$2" "$3" >"$tap/reason.want"
	same "$tap/reason" "$tap/reason.want"
}

# edit FILE SCRIPT: by sed; a script that finds nothing to change is a slip.
edit()
{
	sed -i.old "$2" "$1"
	! cmp -s "$1" "$1.old" || ok false "edit $1"
	rm "$1.old"
}

# at FILE TEXT: the anchor of the only line with that text.
at()
{
	[ "$(grep -cF -e "$2" "$1")" -eq 1 ] || echo "not one line has: $2"
	printf '%s:%s\n' "$1" "$(grep -nF -e "$2" "$1" | cut -d : -f 1)"
}

# ------------------------------------------------------- June: a beginning

network
rmdir notes

on 2026-06-01
did ni-init planning
out_is <<'EOF'
made planning/
made planning/contacts.csv
made planning/log.csv
made planning/ni.yaml
made planning/questions.md
made planning/notes/
made planning/.gitattributes
made planning/.gitignore
EOF
cd planning || exit 1
due </dev/null

it '2026-06-01, six people she knows of; Leon is an old friend, to be heard of each month'
edit contacts.csv '$a\
judith-okafor,Judith Okafor,City of Harlow,Planner,urban planning,government,personal,direct,,,judith@harlow.example,,,2026-06-01,,,My neighbour\
tomas-ibarra,Tomás Ibarra,Ibarra & Webb,Transport planner,transport,private,professional,alumni,,,,,,2026-06-01,,,\
hye-jin-park,Hye-jin Park,City of Harlow,GIS analyst,urban planning,government,professional,online,,,,,,2026-06-01,,,\
leon-adler,Leon Adler,Leeside Housing,Manager,housing,nonprofit,personal,direct,,,,,,2026-06-01,1m,,\
edith-quayle,Edith Quayle,Harlow University,Professor,urban planning,education,professional,direct,,,,,,2026-06-01,,,\
omar-haddad,Omar Haddad,Haddad Studio,Architect,architecture,private,community,direct,,,,,,2026-06-01,,,'
due <<'EOF'
2026-06-08|7|request|edith-quayle|contacts.csv:6
2026-06-08|7|request|hye-jin-park|contacts.csv:4
2026-06-08|7|request|judith-okafor|contacts.csv:2
2026-06-08|7|request|leon-adler|contacts.csv:5
2026-06-08|7|request|omar-haddad|contacts.csv:7
2026-06-08|7|request|tomas-ibarra|contacts.csv:3
EOF
it '2026-06-01, coffee with Leon; a part of a name is enough, in any case and without accents'
did ni-log leon met Told him my plan
out_is <<'EOF'
logged  2026-06-01  leon-adler  met      Told him my plan
closed  2026-06-08  leon-adler  request  not asked yet
next    2026-06-03  leon-adler  thank    Told him my plan
EOF
did ni-log JUDITH asked --via email
out_is <<'EOF'
logged  2026-06-01  judith-okafor  asked      via email
closed  2026-06-08  judith-okafor  request    not asked yet
next    2026-06-15  judith-okafor  follow-up  asked 1 time, last on 2026-06-01
EOF
did ni-log tomas asked --via email
due <<'EOF'
2026-06-03|2|thank|leon-adler|log.csv:2
2026-06-08|7|request|edith-quayle|contacts.csv:6
2026-06-08|7|request|hye-jin-park|contacts.csv:4
2026-06-08|7|request|omar-haddad|contacts.csv:7
EOF

on 2026-06-03
did ni-log leon thanked --via phone
out_is <<'EOF'
logged  2026-06-03  leon-adler  thanked        via phone
closed  2026-06-03  leon-adler  thank          Told him my plan
next    2026-07-03  leon-adler  keep-in-touch  last contact 2026-06-03 (thanked)
EOF

on 2026-06-05
did ni-log judith replied --via email Gladly, Thursday week
out_is <<'EOF'
logged  2026-06-05  judith-okafor  replied    via email; Gladly, Thursday week
closed  2026-06-15  judith-okafor  follow-up  asked 1 time, last on 2026-06-01
next    2026-06-06  judith-okafor  reply      Gladly, Thursday week
EOF
it '2026-06-05, a Friday: she answers letters on working days only, so Monday will do'
edit ni.yaml '/reply_within/{
s/^#//
s/1d/1bd/
}'
due <<'EOF'
2026-06-08|3|reply|judith-okafor|log.csv:6
2026-06-08|3|request|edith-quayle|contacts.csv:6
2026-06-08|3|request|hye-jin-park|contacts.csv:4
2026-06-08|3|request|omar-haddad|contacts.csv:7
EOF
because judith-okafor reply 'Gladly, Thursday week'
did ni-log edith asked --via email
did ni-log hye-jin asked --via linkedin

on 2026-06-08
did ni-log judith contacted --via email On the 18th, at four
did ni-new judith 2026-06-18 16:00 --mode in-person --place 'City Hall, room 12'
out_is <<'EOF'
notes/2026-06-18-judith-okafor.md
EOF
judith=notes/2026-06-18-judith-okafor.md
it '2026-06-08, Omar is not to be disturbed before his competition is over'
did ni-log omar deferred --until 2026-10-01
out_is <<'EOF'
logged  2026-06-08  omar-haddad  deferred  until 2026-10-01
next    2026-10-01  omar-haddad  request   not asked yet
EOF
due </dev/null

on 2026-06-15
due <<EOF
2026-06-15|0|follow-up|tomas-ibarra|log.csv:4
2026-06-17|2|prepare|judith-okafor|$judith:1
EOF
because judith-okafor prepare 'no research'
it '2026-06-15, the week to come'
due --within 1w <<EOF
2026-06-15|0|follow-up|tomas-ibarra|log.csv:4
2026-06-17|2|prepare|judith-okafor|$judith:1
2026-06-18|3|meet|judith-okafor|$judith:3
2026-06-19|4|follow-up|edith-quayle|log.csv:7
2026-06-19|4|follow-up|hye-jin-park|log.csv:8
EOF
because judith-okafor meet '16:00, in-person, 30 min, City Hall, room 12'
it '2026-06-15, a second letter, and some reading'
did ni-log tomas asked --via email
out_is <<'EOF'
logged  2026-06-15  tomas-ibarra  asked      via email
closed  2026-06-15  tomas-ibarra  follow-up  asked 1 time, last on 2026-06-01
next    2026-06-29  tomas-ibarra  move-on    2 requests unanswered
EOF
edit $judith '/^## Research$/a\
\
She wrote the chapter on allotments in the local plan.'
due </dev/null

on 2026-06-16
did ni-log edith replied --via email Come to my office
did ni-new edith 2026-06-24 11:00 --mode in-person
edith=notes/2026-06-24-edith-quayle.md

on 2026-06-17
did ni-log hye-jin declined --via linkedin No talks outside of the press office
out_is <<'EOF'
logged  2026-06-17  hye-jin-park  declined   via linkedin; No talks outside of the press office
closed  2026-06-19  hye-jin-park  follow-up  asked 1 time, last on 2026-06-05
next    -           hye-jin-park  -          nothing is due any more
EOF

# ------------------------------------------- June: the first conversations

on 2026-06-19
due <<EOF
2026-06-19|0|write-up|judith-okafor|$judith:1
2026-06-20|1|thank|judith-okafor|$judith:3
EOF
because judith-okafor write-up 'no outcome, no rating for the interview of 2026-06-18'
because judith-okafor thank 'interview of 2026-06-18; 0 of 2 names given'
it '2026-06-19, written up: what Judith promised is hers to do'
edit $judith '
s/^outcome:$/outcome: met/
s/^rating:$/rating: 5/
/^# referrals:$/,/^---$/c\
referrals:\
  - name: Priya Raman\
    org: City of Harlow\
    may_use_name: yes\
  - name: Walter Stein\
    org: Stein Surveys\
---
/^### How did you get into this work?$/a\
\
By a summer job in the map room.
/^## Advice$/a\
\
- [ ] Read the local plan due:2026-07-03
/^## Next steps$/a\
\
- [ ] Join the planning society
$a\
\
## Promised\
\
- [ ] She sends me the minutes due:2026-06-20'

on 2026-06-20
did ni-log judith thanked --via post A card with a map
out_is <<'EOF'
logged  2026-06-20  judith-okafor  thanked        via post; A card with a map
closed  2026-06-20  judith-okafor  thank          interview of 2026-06-18
next    2026-07-03  judith-okafor  task           Read the local plan due:2026-07-03
next    2026-09-20  judith-okafor  keep-in-touch  last contact 2026-06-20 (thanked)
next    -           judith-okafor  task           Join the planning society
EOF
due <<EOF
2026-06-25|5|add-lead|priya-raman|$(at $judith 'name: Priya')
2026-06-25|5|add-lead|walter-stein|$(at $judith 'name: Walter')
||task|judith-okafor|$(at $judith 'Join the')
EOF
because priya-raman add-lead 'named by Judith Okafor on 2026-06-18'
did ni-refer --add -f tsv
rows_are 'id name org referred_by may_use_name added' <<'EOF'
priya-raman|Priya Raman|City of Harlow|judith-okafor|yes|2026-06-18
walter-stein|Walter Stein|Stein Surveys|judith-okafor||2026-06-18
EOF

on 2026-06-22
due <<EOF
2026-06-23|1|prepare|edith-quayle|$edith:1
2026-06-25|3|get-permission|judith-okafor|contacts.csv:9
2026-06-25|3|request|priya-raman|contacts.csv:8
2026-06-25|3|request|walter-stein|contacts.csv:9
||task|judith-okafor|$(at $judith 'Join the')
EOF
because judith-okafor get-permission 'may you use their name with Walter Stein (walter-stein)?'
because priya-raman request 'referred by Judith Okafor; you may use their name'
it '2026-06-22, over the fence Judith says yes'
edit contacts.csv '/^walter-stein,/s/,judith-okafor,,/,judith-okafor,yes,/'
due <<EOF
2026-06-23|1|prepare|edith-quayle|$edith:1
2026-06-25|3|request|priya-raman|contacts.csv:8
2026-06-25|3|request|walter-stein|contacts.csv:9
||task|judith-okafor|$(at $judith 'Join the')
EOF
because walter-stein request 'referred by Judith Okafor; you may use their name'
did ni-log priya,walter asked --via email

on 2026-06-25
it '2026-06-25, Edith is thanked, in the note; whom she named Mara knows, or leaves alone, but one'
edit $edith '
s/^outcome:$/outcome: met/
s/^rating:$/rating: 3/
s/^thanked:$/thanked: 2026-06-25/
/^# referrals:$/,/^---$/c\
referrals:\
  - name: Judith Okafor\
  - name: Sam Lund\
    skip: yes\
  - name: Nneka Obi\
    org: City Lab\
    may_use_name: no\
---
/^## Advice$/a\
\
- [ ] Sit in on the planning committee due:2026-07-02'
did ni-refer --add -f tsv
rows_are 'id org referred_by may_use_name added' <<'EOF'
nneka-obi|City Lab|edith-quayle|no|2026-06-24
EOF

# ------------------------------------------------- July: leads and answers

on 2026-07-02
edit $edith '/planning committee/{
s/\[ ]/[x]/
s/$/ done:2026-07-02/
}'

on 2026-07-03
due <<EOF
2026-06-29|-4|move-on|tomas-ibarra|log.csv:11
2026-07-01|-2|request|nneka-obi|contacts.csv:10
2026-07-03|0|task|judith-okafor|$(at $judith 'local plan due')
2026-07-03|0|keep-in-touch|leon-adler|log.csv:5
2026-07-16|13|report-back|edith-quayle|$(at $edith 'planning committee')
||task|judith-okafor|$(at $judith 'Join the')
EOF
because nneka-obi request 'referred by Edith Quayle; do not use their name'
because leon-adler keep-in-touch 'last contact 2026-06-03 (thanked)'
because edith-quayle report-back \
	'acted on: Sit in on the planning committee due:2026-07-02 done:2026-07-02'
did ni-log leon contacted --via phone
out_is <<'EOF'
logged  2026-07-03  leon-adler  contacted      via phone
closed  2026-07-03  leon-adler  keep-in-touch  last contact 2026-06-03 (thanked)
next    2026-08-03  leon-adler  keep-in-touch  last contact 2026-07-03 (contacted)
EOF
did ni-log tomas closed No answer
out_is <<'EOF'
logged  2026-07-03  tomas-ibarra  closed   No answer
closed  2026-06-29  tomas-ibarra  move-on  2 requests unanswered
next    -           tomas-ibarra  -        nothing is due any more
EOF
did ni-log nneka asked --via email
edit $judith '/local plan due/{
s/\[ ]/[x]/
s/$/ done:2026-07-03/
}'

on 2026-07-06
did ni-log edith reported --via email How the committee went
out_is <<'EOF'
logged  2026-07-06  edith-quayle  reported       via email; How the committee went
closed  2026-07-16  edith-quayle  report-back    acted on: Sit in on the planning committee due:2026-07-02 done:2026-07-02
next    2026-10-06  edith-quayle  keep-in-touch  last contact 2026-07-06 (reported)
EOF
did ni-log walter asked --via phone

on 2026-07-07
it '2026-07-07, Priya brings a colleague'
did ni-log priya replied --via email Dario will come too
edit contacts.csv '$a\
dario-conti,Dario Conti,City of Harlow,Planner,urban planning,government,professional,referral,priya-raman,yes,,,,2026-07-07,,,'
did ni-new priya tuesday 10:30 --mode video
out_is <<'EOF'
notes/2026-07-14-priya-raman.md
EOF
panel=notes/2026-07-14-priya-raman.md
edit $panel 's/^contact: priya-raman$/contact: [priya-raman, dario-conti]/'

on 2026-07-13
due --within 1w <<EOF
2026-07-13|0|prepare|dario-conti|$panel:1
2026-07-13|0|prepare|priya-raman|$panel:1
2026-07-14|1|meet|dario-conti|$panel:3
2026-07-14|1|meet|priya-raman|$panel:3
2026-07-17|4|follow-up|nneka-obi|log.csv:19
2026-07-17|4|report-back|judith-okafor|$(at $judith 'local plan due')
2026-07-20|7|move-on|walter-stein|log.csv:21
||task|judith-okafor|$(at $judith 'Join the')
EOF

on 2026-07-16
edit $panel '
s/^outcome:$/outcome: met/
/^# referrals:$/,/^---$/c\
referrals:\
  - name: Agnes Thorsen\
    org: Ministry of Housing\
    may_use_name: yes\
---'
edit $judith '/Join the/s/\[ ]/[x]/'
due <<EOF
2026-07-15|-1|write-up|dario-conti|$panel:1
2026-07-15|-1|write-up|priya-raman|$panel:1
2026-07-16|0|thank|dario-conti|$panel:3
2026-07-16|0|thank|priya-raman|$panel:3
2026-07-17|1|report-back|judith-okafor|$(at $judith 'local plan due')
2026-07-21|5|add-lead|agnes-thorsen|$(at $panel 'name: Agnes')
2026-07-28|12|report-back|judith-okafor|$panel:1
EOF
because priya-raman write-up 'no rating for the interview of 2026-07-14'
edit $panel 's/^rating:$/rating: 4/'
it '2026-07-16, both were thanked yesterday; and Judith hears of it'
did ni-log --date yesterday --via email priya,dario thanked
out_is <<'EOF'
logged  2026-07-15  priya-raman  thanked        via email
closed  2026-07-16  priya-raman  thank          interview of 2026-07-14; 1 of 2 names given
next    2026-10-15  priya-raman  keep-in-touch  last contact 2026-07-15 (thanked)
logged  2026-07-15  dario-conti  thanked        via email
closed  2026-07-16  dario-conti  thank          interview of 2026-07-14; 1 of 2 names given
next    2026-10-15  dario-conti  keep-in-touch  last contact 2026-07-15 (thanked)
EOF
did ni-log judith reported Over the fence
out_is <<'EOF'
logged  2026-07-16  judith-okafor  reported       Over the fence
closed  2026-07-17  judith-okafor  report-back    acted on: Read the local plan due:2026-07-03 done:2026-07-03
closed  2026-07-28  judith-okafor  report-back    you met Priya Raman on 2026-07-14
next    2026-10-16  judith-okafor  keep-in-touch  last contact 2026-07-16 (reported)
EOF
did ni-refer --add -f tsv
rows_are 'id referred_by may_use_name added' <<'EOF'
agnes-thorsen|priya-raman|yes|2026-07-14
EOF

on 2026-07-17
did ni-log nneka asked --via email
on 2026-07-20
did ni-log walter closed
did ni-log agnes asked --via email
on 2026-07-21
did ni-log nneka replied --via email Tuesday by phone
did ni-new nneka tue 09:00 --mode phone --minutes 20
out_is <<'EOF'
notes/2026-07-28-nneka-obi.md
EOF
on 2026-07-28
it '2026-07-28, Nneka is ill'
edit notes/2026-07-28-nneka-obi.md 's/^outcome:$/outcome: cancelled/'
did ni-log nneka contacted Get well soon

# ------------------------------------------------------- August: holidays

on 2026-08-03
did ni-log agnes replied --via email The 12th at noon
on 2026-08-04
due <<'EOF'
2026-08-03|-1|keep-in-touch|leon-adler|log.csv:17
2026-08-04|0|reply|agnes-thorsen|log.csv:31
2026-08-04|0|resume|nneka-obi|notes/2026-07-28-nneka-obi.md:3
EOF
because nneka-obi resume 'nothing since cancelled interview on 2026-07-28'
did ni-log leon contacted
did ni-new agnes 2026-08-12 12:00 --mode video
agnes=notes/2026-08-12-agnes-thorsen.md
due <<'EOF'
2026-08-04|0|resume|nneka-obi|notes/2026-07-28-nneka-obi.md:3
EOF
on 2026-08-05
did ni-log nneka asked --via email
out_is <<'EOF'
logged  2026-08-05  nneka-obi  asked      via email
closed  2026-08-04  nneka-obi  resume     nothing since cancelled interview on 2026-07-28
next    2026-08-19  nneka-obi  follow-up  asked 1 time, last on 2026-08-05
EOF
on 2026-08-10
did ni-log nneka replied --via email After the summer
did ni-new nneka 2026-09-22 09:00 --mode phone --minutes 20
nneka=notes/2026-09-22-nneka-obi.md
it '2026-08-10, the new note tells of the one that came to nothing'
like $nneka '^<!-- .*2026-07-28-nneka-obi\.md.* cancelled'
on 2026-08-13
edit $agnes '
s/^outcome:$/outcome: met/
s/^rating:$/rating: 4/
s/^thanked:$/thanked: 2026-08-13/
/^## Advice$/a\
\
- [ ] Apply for the autumn school due:2026-09-30'
on 2026-08-20
did ni-log priya reported --via email What Agnes told me
out_is <<'EOF'
logged  2026-08-20  priya-raman  reported       via email; What Agnes told me
closed  2026-08-26  priya-raman  report-back    you met Agnes Thorsen on 2026-08-12
next    2026-11-20  priya-raman  keep-in-touch  last contact 2026-08-20 (reported)
EOF

# ------------------------------------------------- September: a career fair

on 2026-09-02
it '2026-09-02, Omar has won, and is there earlier than he said'
did ni-log omar asked --via phone
out_is <<'EOF'
logged  2026-09-02  omar-haddad  asked      via phone
closed  2026-10-01  omar-haddad  request    not asked yet
next    2026-09-16  omar-haddad  follow-up  asked 1 time, last on 2026-09-02
EOF
on 2026-09-16
it '2026-09-16, three whose ids are left to their names'
edit contacts.csv '$a\
,Grace Lindholm,Ibarra & Webb,Engineer,transport,private,new,event,,,,,,2026-09-16,,,\
,Yusuf Demir,Rail North,Timetabler,transport,government,new,event,,,,,,2026-09-16,,,\
,Min-seo Park,Metro Maps,Cartographer,urban planning,private,new,event,,,,,,2026-09-16,,,'
it '2026-09-16, there are two of the name of Park'
cp log.csv "$tap/log"
run ni-log lindholm,demir,park met Career fair
status_is 2
out_empty
err_like 'hye-jin-park'
err_like 'min-seo-park'
same log.csv "$tap/log"
did ni-log lindholm,demir,min-seo met Career fair
out_is <<'EOF'
logged  2026-09-16  grace-lindholm  met      Career fair
closed  2026-09-23  grace-lindholm  request  not asked yet
next    2026-09-18  grace-lindholm  thank    Career fair
logged  2026-09-16  yusuf-demir     met      Career fair
closed  2026-09-23  yusuf-demir     request  not asked yet
next    2026-09-18  yusuf-demir     thank    Career fair
logged  2026-09-16  min-seo-park    met      Career fair
closed  2026-09-23  min-seo-park    request  not asked yet
next    2026-09-18  min-seo-park    thank    Career fair
EOF

on 2026-09-17
due <<'EOF'
2026-09-04|-13|keep-in-touch|leon-adler|log.csv:32
2026-09-16|-1|follow-up|omar-haddad|log.csv:36
2026-09-18|1|thank|Grace Lindholm|log.csv:37
2026-09-18|1|thank|Min-seo Park|log.csv:39
2026-09-18|1|thank|Yusuf Demir|log.csv:38
EOF

on 2026-09-18
it '2026-09-18, a letter of thanks to all to whom she owes one'
pipe 'ni-due -a thank | ni-log - thanked --via email'
status_is 0
err_empty
out_is <<'EOF'
logged  2026-09-18  grace-lindholm  thanked        via email
closed  2026-09-18  grace-lindholm  thank          Career fair
next    2026-12-18  grace-lindholm  keep-in-touch  last contact 2026-09-18 (thanked)
logged  2026-09-18  min-seo-park    thanked        via email
closed  2026-09-18  min-seo-park    thank          Career fair
next    2026-12-18  min-seo-park    keep-in-touch  last contact 2026-09-18 (thanked)
logged  2026-09-18  yusuf-demir     thanked        via email
closed  2026-09-18  yusuf-demir     thank          Career fair
next    2026-12-18  yusuf-demir     keep-in-touch  last contact 2026-09-18 (thanked)
EOF
did ni-log leon contacted
did ni-log omar asked --via phone
due </dev/null

on 2026-09-23
edit $nneka '
s/^outcome:$/outcome: met/
s/^rating:$/rating: 4/
/^# referrals:$/,/^---$/c\
referrals:\
  - {name: Ulla Berg, org: Nordic Mobility, may_use_name: yes}\
  - {name: Chidi Eze, org: City Lab, may_use_name: yes}\
---'
did ni-log nneka thanked --via email
out_is <<'EOF'
logged  2026-09-23  nneka-obi  thanked        via email
closed  2026-09-24  nneka-obi  thank          interview of 2026-09-22
next    2026-12-23  nneka-obi  keep-in-touch  last contact 2026-09-23 (thanked)
EOF
on 2026-09-24
did ni-refer -i nneka-obi --add -f tsv
rows_are 'id referred_by may_use_name added' <<'EOF'
ulla-berg|nneka-obi|yes|2026-09-22
chidi-eze|nneka-obi|yes|2026-09-22
EOF
did ni-log ulla,chidi asked --via email
on 2026-09-28
edit $agnes '/autumn school/{
s/\[ ]/[x]/
s/$/ done:2026-09-28/
}'
on 2026-09-30
it '2026-09-30, at the fair Grace said that Tomás reads his letters again'
did ni-log tomas reopened
out_is <<'EOF'
logged  2026-09-30  tomas-ibarra  reopened
next    2026-10-07  tomas-ibarra  request   not asked yet
EOF

# ------------------------------------------------------ October: twenty people

on 2026-10-05
edit contacts.csv '$a\
rosa-weiss,Rosa Weiss,Weiss Architects,Architect,architecture,private,professional,alumni,,,,,,2026-10-05,,,\
bartholomew-finch,Bartholomew Finch,Ibarra & Webb,Signal engineer,transport,private,professional,alumni,,,,,,2026-10-05,,,\
kirsten-dahl,Kirsten Dahl,Dahl Homes,Director,housing,private,professional,alumni,,,,,,2026-10-05,,,\
noor-aziz,Noor Aziz,City of Harlow,Head of planning,urban planning,government,professional,alumni,,,,,,2026-10-05,,,'
ok test "$(grep -c '' contacts.csv)" -eq 21

on 2026-10-06
due <<EOF
2026-10-02|-4|move-on|omar-haddad|log.csv:44
2026-10-06|0|report-back|edith-quayle|$nneka:1
2026-10-07|1|request|tomas-ibarra|contacts.csv:3
2026-10-12|6|request|bartholomew-finch|contacts.csv:19
2026-10-12|6|request|kirsten-dahl|contacts.csv:20
2026-10-12|6|request|noor-aziz|contacts.csv:21
2026-10-12|6|request|rosa-weiss|contacts.csv:18
2026-10-12|6|report-back|agnes-thorsen|$(at $agnes 'autumn school')
EOF
because omar-haddad move-on '2 requests unanswered; try Rosa Weiss (rosa-weiss)'
because edith-quayle report-back 'you met Nneka Obi on 2026-09-22'
it '2026-10-06, why does Tomás have to be asked by tomorrow?'
did ni-due --why tomas-ibarra -a request,follow-up,keep-in-touch
out_like '^Tomás Ibarra \(tomas-ibarra\), contacts\.csv:3, on 2026-10-06$'
out_like '^due +request +2026-09-30 \+ 7d = 2026-10-07 \(request_within\), in 1 day$'
out_like '^no +follow-up +no request waits for an answer$'
out_like '^no +keep-in-touch +something else comes first$'
did ni-log edith,agnes reported --via email
out_is <<'EOF'
logged  2026-10-06  edith-quayle   reported       via email
closed  2026-10-06  edith-quayle   report-back    you met Nneka Obi on 2026-09-22
next    2027-01-06  edith-quayle   keep-in-touch  last contact 2026-10-06 (reported)
logged  2026-10-06  agnes-thorsen  reported       via email
closed  2026-10-12  agnes-thorsen  report-back    acted on: Apply for the autumn school due:2026-09-30 done:2026-09-28
next    2027-01-06  agnes-thorsen  keep-in-touch  last contact 2026-10-06 (reported)
EOF
did ni-log omar closed
did ni-log tomas asked --via phone
on 2026-10-07
did ni-log rosa,finch asked --via email
on 2026-10-08
did ni-log chidi helped --via email A list of courses
out_is <<'EOF'
logged  2026-10-08  chidi-eze  helped     via email; A list of courses
closed  2026-10-08  chidi-eze  follow-up  asked 1 time, last on 2026-09-24
next    2026-10-10  chidi-eze  thank      A list of courses
EOF
on 2026-10-09
did ni-log chidi thanked --via email
out_is <<'EOF'
logged  2026-10-09  chidi-eze  thanked  via email
closed  2026-10-10  chidi-eze  thank    A list of courses
next    2026-10-23  chidi-eze  resume   nothing since thanked on 2026-10-09
EOF
did ni-log ulla asked --via email
on 2026-10-12
did ni-log kirsten,noor asked --via email
on 2026-10-14
did ni-log tomas replied --via phone Lunch on the 21st
did ni-new tomas 2026-10-21 '12:30 in the canteen' --mode in-person
tomas=notes/2026-10-21-tomas-ibarra.md
on 2026-10-16
did ni-log judith,leon contacted Showed them my first map
on 2026-10-20
did ni-log ulla declined --via email
on 2026-10-22
edit $tomas '
s/^outcome:$/outcome: met/
s/^rating:$/rating: 5/
s/^thanked:$/thanked: 2026-10-22/
/^## Next steps$/a\
\
- [ ] Apply as a trainee due:2026-11-06
$a\
\
## Openings\
\
A trainee at Ibarra & Webb, from January.'
did ni-log noor replied --via email November the 5th
did ni-new noor 2026-11-05 15:00 --questions 8
noor=notes/2026-11-05-noor-aziz.md
it '2026-10-22, what Judith has answered is not asked first in her field'
ok test "$(grep -c '^### .*?$' $noor)" -eq 8
unlike $noor '^### How did you get into this work\?$'
on 2026-10-26
did ni-log kirsten asked --via email
on 2026-10-30
did ni-log finch replied --via email Friday, at nine

# --------------------------------------------------- November: what came of it

on 2026-11-02
due <<EOF
2026-10-15|-18|keep-in-touch|dario-conti|log.csv:24
2026-10-21|-12|follow-up|rosa-weiss|log.csv:53
2026-10-23|-10|resume|chidi-eze|log.csv:56
2026-11-02|0|reply|bartholomew-finch|log.csv:66
2026-11-04|2|prepare|noor-aziz|$noor:1
2026-11-06|4|task|tomas-ibarra|$(at $tomas 'Apply as')
EOF
because noor-aziz prepare '8 of 10 questions; no research'
did ni-new finch friday 09:00
out_is <<'EOF'
notes/2026-11-06-bartholomew-finch.md
EOF
finch=notes/2026-11-06-bartholomew-finch.md
did ni-log dario contacted --via email
did ni-log rosa asked --via phone
did ni-log chidi contacted --via email
out_is <<'EOF'
logged  2026-11-02  chidi-eze  contacted  via email
closed  2026-10-23  chidi-eze  resume     nothing since thanked on 2026-10-09
next    2026-11-16  chidi-eze  resume     nothing since contacted on 2026-11-02
EOF
on 2026-11-05
edit $tomas '/Apply as/s/\[ ]/[x]/'
it '2026-11-05, Noor does not come: her letter is open again, and Mara asks for another day'
edit $noor 's/^outcome:$/outcome: no-show/'
did ni-log noor asked --via email
out_is <<'EOF'
logged  2026-11-05  noor-aziz  asked      via email
closed  2026-10-23  noor-aziz  reply      November the 5th
next    2026-11-19  noor-aziz  follow-up  asked 1 time, last on 2026-11-05
EOF
on 2026-11-09
edit $finch '
s/^outcome:$/outcome: met/
s/^rating:$/rating: 4/
s/^thanked:$/thanked: 2026-11-09/
/^## Advice$/a\
\
- [ ] Learn to read a signal plan'
on 2026-11-10
did ni-log kirsten closed
on 2026-11-12
did ni-log tomas helped Put in a word for me
on 2026-11-13
did ni-log tomas thanked --via post
on 2026-11-16
did ni-log rosa deferred --until 2027-01-15
out_is <<'EOF'
logged  2026-11-16  rosa-weiss  deferred  until 2027-01-15
next    2027-01-15  rosa-weiss  move-on   2 requests unanswered
EOF
on 2026-11-18
did ni-log --date yesterday chidi met Coffee
out_is <<'EOF'
logged  2026-11-17  chidi-eze  met          Coffee
closed  2026-11-16  chidi-eze  resume       nothing since contacted on 2026-11-02
next    2026-11-19  chidi-eze  thank        Coffee
next    2026-12-01  nneka-obi  report-back  you met Chidi Eze on 2026-11-17
EOF
did ni-log chidi thanked --via email
on 2026-11-20
edit $finch '/signal plan/{
s/\[ ]/[x]/
s/$/ done:2026-11-20/
}'
on 2026-11-23
did ni-log noor replied --via phone Not before January
did ni-log noor deferred --until 2027-01-11
on 2026-11-27
it '2026-11-27, a Friday'
did ni-log tomas replied --via phone When can you start?
out_is <<'EOF'
logged  2026-11-27  tomas-ibarra  replied  via phone; When can you start?
next    2026-11-30  tomas-ibarra  reply    When can you start?
EOF

on 2026-11-30
due <<EOF
2026-11-16|-14|keep-in-touch|leon-adler|log.csv:62
2026-11-20|-10|keep-in-touch|priya-raman|log.csv:35
2026-11-30|0|reply|tomas-ibarra|log.csv:79
2026-12-01|1|report-back|nneka-obi|log.csv:75
2026-12-04|4|report-back|bartholomew-finch|$(at $finch 'signal plan')
EOF
it '2026-11-30, nobody is out of sight but who declined (Hye-jin, Ulla) or is closed (Omar, Walter, Kirsten)'
due --within 1y <<EOF
2026-11-16|-14|keep-in-touch|leon-adler|log.csv:62
2026-11-20|-10|keep-in-touch|priya-raman|log.csv:35
2026-11-30|0|reply|tomas-ibarra|log.csv:79
2026-12-01|1|report-back|nneka-obi|log.csv:75
2026-12-04|4|report-back|bartholomew-finch|$(at $finch 'signal plan')
2026-12-18|18|keep-in-touch|Grace Lindholm|log.csv:40
2026-12-18|18|keep-in-touch|Min-seo Park|log.csv:41
2026-12-18|18|keep-in-touch|Yusuf Demir|log.csv:42
2027-01-06|37|keep-in-touch|agnes-thorsen|log.csv:50
2027-01-06|37|keep-in-touch|edith-quayle|log.csv:49
2027-01-11|42|reply|noor-aziz|log.csv:77
2027-01-15|46|move-on|rosa-weiss|log.csv:68
2027-01-16|47|keep-in-touch|judith-okafor|log.csv:61
2027-02-02|64|keep-in-touch|dario-conti|log.csv:67
2027-02-18|80|keep-in-touch|chidi-eze|log.csv:76
EOF
it '2026-11-30, how it went with Tomás'
did ni-log tomas -f tsv
rows_are 'date event anchor' <<EOF
2026-11-27|replied|log.csv:79
2026-11-13|thanked|log.csv:73
2026-11-12|helped|log.csv:72
2026-10-21|interview|$tomas:1
2026-10-14|replied|log.csv:60
2026-10-06|asked|log.csv:52
2026-09-30|reopened|log.csv:48
2026-07-03|closed|log.csv:18
2026-06-15|asked|log.csv:11
2026-06-01|asked|log.csv:4
EOF
it '2026-11-30, the log of half a year'
file_is log.csv <<'EOF'
date,contact,event,via,until,note
2026-06-01,leon-adler,met,,,Told him my plan
2026-06-01,judith-okafor,asked,email,,
2026-06-01,tomas-ibarra,asked,email,,
2026-06-03,leon-adler,thanked,phone,,
2026-06-05,judith-okafor,replied,email,,"Gladly, Thursday week"
2026-06-05,edith-quayle,asked,email,,
2026-06-05,hye-jin-park,asked,linkedin,,
2026-06-08,judith-okafor,contacted,email,,"On the 18th, at four"
2026-06-08,omar-haddad,deferred,,2026-10-01,
2026-06-15,tomas-ibarra,asked,email,,
2026-06-16,edith-quayle,replied,email,,Come to my office
2026-06-17,hye-jin-park,declined,linkedin,,No talks outside of the press office
2026-06-20,judith-okafor,thanked,post,,A card with a map
2026-06-22,priya-raman,asked,email,,
2026-06-22,walter-stein,asked,email,,
2026-07-03,leon-adler,contacted,phone,,
2026-07-03,tomas-ibarra,closed,,,No answer
2026-07-03,nneka-obi,asked,email,,
2026-07-06,edith-quayle,reported,email,,How the committee went
2026-07-06,walter-stein,asked,phone,,
2026-07-07,priya-raman,replied,email,,Dario will come too
2026-07-15,priya-raman,thanked,email,,
2026-07-15,dario-conti,thanked,email,,
2026-07-16,judith-okafor,reported,,,Over the fence
2026-07-17,nneka-obi,asked,email,,
2026-07-20,walter-stein,closed,,,
2026-07-20,agnes-thorsen,asked,email,,
2026-07-21,nneka-obi,replied,email,,Tuesday by phone
2026-07-28,nneka-obi,contacted,,,Get well soon
2026-08-03,agnes-thorsen,replied,email,,The 12th at noon
2026-08-04,leon-adler,contacted,,,
2026-08-05,nneka-obi,asked,email,,
2026-08-10,nneka-obi,replied,email,,After the summer
2026-08-20,priya-raman,reported,email,,What Agnes told me
2026-09-02,omar-haddad,asked,phone,,
2026-09-16,grace-lindholm,met,,,Career fair
2026-09-16,yusuf-demir,met,,,Career fair
2026-09-16,min-seo-park,met,,,Career fair
2026-09-18,grace-lindholm,thanked,email,,
2026-09-18,min-seo-park,thanked,email,,
2026-09-18,yusuf-demir,thanked,email,,
2026-09-18,leon-adler,contacted,,,
2026-09-18,omar-haddad,asked,phone,,
2026-09-23,nneka-obi,thanked,email,,
2026-09-24,ulla-berg,asked,email,,
2026-09-24,chidi-eze,asked,email,,
2026-09-30,tomas-ibarra,reopened,,,
2026-10-06,edith-quayle,reported,email,,
2026-10-06,agnes-thorsen,reported,email,,
2026-10-06,omar-haddad,closed,,,
2026-10-06,tomas-ibarra,asked,phone,,
2026-10-07,rosa-weiss,asked,email,,
2026-10-07,bartholomew-finch,asked,email,,
2026-10-08,chidi-eze,helped,email,,A list of courses
2026-10-09,chidi-eze,thanked,email,,
2026-10-09,ulla-berg,asked,email,,
2026-10-12,kirsten-dahl,asked,email,,
2026-10-12,noor-aziz,asked,email,,
2026-10-14,tomas-ibarra,replied,phone,,Lunch on the 21st
2026-10-16,judith-okafor,contacted,,,Showed them my first map
2026-10-16,leon-adler,contacted,,,Showed them my first map
2026-10-20,ulla-berg,declined,email,,
2026-10-22,noor-aziz,replied,email,,November the 5th
2026-10-26,kirsten-dahl,asked,email,,
2026-10-30,bartholomew-finch,replied,email,,"Friday, at nine"
2026-11-02,dario-conti,contacted,email,,
2026-11-02,rosa-weiss,asked,phone,,
2026-11-02,chidi-eze,contacted,email,,
2026-11-05,noor-aziz,asked,email,,
2026-11-10,kirsten-dahl,closed,,,
2026-11-12,tomas-ibarra,helped,,,Put in a word for me
2026-11-13,tomas-ibarra,thanked,post,,
2026-11-16,rosa-weiss,deferred,,2027-01-15,
2026-11-17,chidi-eze,met,,,Coffee
2026-11-18,chidi-eze,thanked,email,,
2026-11-23,noor-aziz,replied,phone,,Not before January
2026-11-23,noor-aziz,deferred,,2027-01-11,
2026-11-27,tomas-ibarra,replied,phone,,When can you start?
EOF

it 'half a year has all there is to do'
every_action <"$tap/actions"

done_testing

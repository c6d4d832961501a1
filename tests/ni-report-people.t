#!/bin/sh
# ni-report's section people: a dossier of each person selected.

. tests/tap.sh

people()
{
	run ni-report --today 2026-11-21 -s people "$@"
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
}

it 'a dossier has what four files say of somebody'
network
file contacts.csv <<'EOF'
id,name,org,title,field,sector,circle,source,referred_by,may_use_name,email,phone,added,note
ann,Ann Lee,Acme,Chemist,law,private,new,event,,,a@x.example; b@x.example,555 1,2026-09-01,Likes tea
bob,Bob Ray,Borg,,,,,referral,ann,yes,,,2026-10-11,
cat,Cat Wu,,,,,,,dan,,,,2026-10-12,
dan,Dan Oz,,,,,personal,,,,,,,
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-10-01,ann,asked,email,,Half an hour?
2026-10-01,ann,asked,email,,Half an hour?
2026-10-12,ann,thanked,,,
2026-10-20,bob,asked,post,,
2026-11-20,ann,helped,,,Sent | a name
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-10-10
mode: video
minutes: 25
outcome: met
rating: 4
thanked: 2026-10-12
referrals:
  - {name: Bob Ray, may_use_name: no}
  - {name: Zoe Kim, org: Zed}
---
- [ ] Send the list due:2026-11-20
EOF
file notes/panel.md <<'EOF'
---
contact: [dan, ann, nobody]
date: 2026-11-01
outcome: met
rating: 2
thanked: n/a
referrals:
  - {name: Bob Ray}
---
EOF
run ni-report --today 2026-11-21 -s people
status_is 0
section '### Ann Lee' <<'EOF'
Chemist, Acme; law, private; circle: new
- **Known:** event
- **Stands:** met first on 2026-10-10, last on 2026-11-01
- **Reach:** a@x.example, b@x.example, 555 1
- **Note:** Likes tea
- **Due:** 2026-11-20 task: Send the list due:2026-11-20 — [notes/ann.md:13](notes/ann.md)
- **Due:** 2026-11-22 thank: Sent \| a name — [log.csv:6](log.csv)
- **Named:** Bob Ray (Borg), asked; Zoe Kim (Zed), no contact yet
- **Timeline:**
  - 2026-11-20 helped: Sent \| a name
  - [2026-11-01](notes/panel.md) interview with Dan Oz and nobody, rated 2
  - 2026-10-12 thanked
  - [2026-10-10](notes/ann.md) interview, video, 25 min, rated 4, thanked 2026-10-12
  - 2026-10-01 asked, email: Half an hour?
EOF
it 'who named them first by the column, then by notes; whose name may be used'
section '### Bob Ray' <<'EOF'
Borg
- **Known:** referral; named by Ann Lee (Acme) on [2026-10-10](notes/ann.md), you may use their name; also named by Dan Oz on [2026-11-01](notes/panel.md), ask whether you may use their name
- **Stands:** asked on 2026-10-20, no answer yet
- **Due:** 2026-11-03 follow-up: asked 1 time, last on 2026-10-20 — [log.csv:5](log.csv)
- **Timeline:**
  - 2026-10-20 asked, post
EOF
section '### Cat Wu' <<'EOF'
- **Known:** referral; referred by Dan Oz, ask whether you may use their name
- **Stands:** not asked yet
- **Due:** 2026-10-19 request: referred by Dan Oz; ask first whether you may use their name — [contacts.csv:4](contacts.csv)
EOF
section '### Dan Oz' <<'EOF'
Circle: personal
- **Known:** direct
- **Stands:** met on 2026-11-01
- **Due:** 2026-10-19 get-permission: may you use their name with Cat Wu (cat)? — [contacts.csv:4](contacts.csv)
- **Named:** Bob Ray (Borg), asked; Cat Wu, not asked yet
- **Timeline:**
  - [2026-11-01](notes/panel.md) interview with Ann Lee and nobody, rated 2
EOF
it 'in the order of contacts.csv, whatever the order of the rows, and nobody else'
grep '^### ' "$out" >headings
file_is headings <<'EOF'
### Ann Lee
### Bob Ray
### Cat Wu
### Dan Oz
EOF
printf 'id,name\ncat,Cat Wu\nann,Ann Lee\n' >rows
pipe 'ni-report --today 2026-11-21 -s people rows | grep "^### "'
out_is <<'EOF'
### Ann Lee
### Cat Wu
EOF

it 'a period limits the timeline only'
run ni-report --today 2026-11-21 -s people -i ann --period 2026-11
section '### Ann Lee' <<'EOF'
Chemist, Acme; law, private; circle: new
- **Known:** event
- **Stands:** met first on 2026-10-10, last on 2026-11-01
- **Reach:** a@x.example, b@x.example, 555 1
- **Note:** Likes tea
- **Due:** 2026-11-20 task: Send the list due:2026-11-20 — [notes/ann.md:13](notes/ann.md)
- **Due:** 2026-11-22 thank: Sent \| a name — [log.csv:6](log.csv)
- **Named:** Bob Ray (Borg), asked; Zoe Kim (Zed), no contact yet
- **Timeline:**
  - 2026-11-20 helped: Sent \| a name
  - [2026-11-01](notes/panel.md) interview with Dan Oz and nobody, rated 2
EOF

it '--share: no e-mail, phone or note, nor that of the log'
run ni-report --today 2026-11-21 -s people -i ann --share
section '### Ann Lee' <<'EOF'
Chemist, Acme; law, private; circle: new
- **Known:** event
- **Stands:** met first on 2026-10-10, last on 2026-11-01
- **Due:** 2026-11-20 task: Send the list due:2026-11-20
- **Due:** 2026-11-22 thank
- **Named:** Bob Ray (Borg), asked; Zoe Kim (Zed), no contact yet
- **Timeline:**
  - 2026-11-20 helped
  - 2026-11-01 interview with Dan Oz and nobody, rated 2
  - 2026-10-12 thanked
  - 2026-10-10 interview, video, 25 min, rated 4, thanked 2026-10-12
  - 2026-10-01 asked, email
EOF
run ni-report --today 2026-11-21 -s people -i bob --share
out_like '^- \*\*Known:\*\* referral; named by Ann Lee \(Acme\) on 2026-10-10, you may use their name; also named by Dan Oz on 2026-11-01, '

it 'what is due are the rows that were given'
run ni-report --today 2026-11-21 -s people - <<'EOF'
due,days,action,reason,anchor,id,name
2026-11-02,0,water,the plants,garden.md:3,cat,Cat Wu
2026-11-01,0,feed,the cat,-:1,cat,Cat Wu
EOF
section '### Cat Wu' <<'EOF'
- **Known:** referral; referred by Dan Oz, ask whether you may use their name
- **Stands:** not asked yet
- **Due:** 2026-11-02 water: the plants — [garden.md:3](garden.md)
- **Due:** 2026-11-01 feed: the cat
EOF

it 'where things stand'
network
{
	echo 'id,name'
	for id in new asked twice replied helped met again declined deferred over closed lost reopened planned \
		unwritten off; do
		echo "$id,$id"
	done
} >contacts.csv
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-10-01,asked,asked,,,
2026-10-01,twice,asked,,,
2026-10-15,twice,asked,,,
2026-10-01,replied,asked,,,
2026-10-03,replied,replied,,,
2026-10-05,helped,helped,,,
2026-10-05,met,met,,,
2026-10-05,again,met,,,
2026-10-09,again,met,,,
2026-11-09,again,asked,,,
2026-10-01,declined,asked,,,
2026-10-02,declined,declined,,,
2026-10-02,deferred,replied,,,
2026-10-02,deferred,deferred,,2027-01-01,
2026-10-02,over,deferred,,2026-11-01,
2026-10-05,closed,met,,,
2026-10-06,closed,closed,,,
2026-10-06,lost,closed,,,
2026-10-01,reopened,asked,,,
2026-10-02,reopened,closed,,,
2026-10-03,reopened,reopened,,,
2026-10-01,planned,asked,,,
2026-10-01,off,asked,,,
EOF
printf -- '---\ncontact: planned\ndate: 2026-11-24\n---\n' >notes/p2.md
printf -- '---\ncontact: planned\ndate: 2026-11-21\n---\n' >notes/p1.md
printf -- '---\ncontact: unwritten\ndate: 2026-11-20\n---\n' >notes/u.md
printf -- '---\ncontact: off\ndate: 2026-11-20\noutcome: moved\n---\n' >notes/o.md
people
grep -e '^### ' -e 'Stands:' "$out" | sed 'N; s/### \(.*\)\n- \*\*Stands:\*\*/\1:/' >stands
file_is stands <<'EOF'
new: not asked yet
asked: asked on 2026-10-01, no answer yet
twice: asked 2 times, last on 2026-10-15, no answer yet
replied: replied on 2026-10-03
helped: helped on 2026-10-05
met: met on 2026-10-05
again: met first on 2026-10-05, last on 2026-10-09; asked on 2026-11-09, no answer yet
declined: asked on 2026-10-01; declined on 2026-10-02
deferred: replied on 2026-10-02; deferred until 2027-01-01
over: not asked yet; was deferred until 2026-11-01
closed: met on 2026-10-05; closed on 2026-10-06
lost: never asked; closed on 2026-10-06
reopened: not asked since reopened on 2026-10-03
planned: asked on 2026-10-01; next meeting on 2026-11-21
unwritten: interview to write up, of 2026-11-20
off: asked on 2026-10-01, no answer yet
EOF

it 'what stands under Private is due, and no more is said'
network
printf 'id,name\nann,Ann\n' >contacts.csv
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-01
outcome: met
rating: 3
thanked: n/a
---
## Private
- [ ] Keep the secret
EOF
people
out_unlike secret
out_like '^- \*\*Due:\*\* task: private — \[notes/ann\.md:9\]\(notes/ann\.md\)$'

it 'what became of those whom somebody named'
network
file contacts.csv <<'EOF'
id,name,referred_by
ann,Ann,
a,New,ann
b,Asked,ann
c,Replied,ann
d,Met,ann
e,Closed,ann
f,Both,ann
g,No,ann
h,Later,ann
i,Once,ann
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-10-01,b,asked,,,
2026-10-01,c,replied,,,
2026-10-01,d,met,,,
2026-10-01,e,closed,,,
2026-10-01,f,met,,,
2026-10-02,f,closed,,,
2026-10-01,g,asked,,,
2026-10-02,g,declined,,,
2026-10-01,h,declined,,,
2026-10-02,h,replied,,,
2026-10-01,i,met,,,
2026-10-02,i,declined,,,
EOF
people -i ann
out_like '^- \*\*Named:\*\* New, not asked yet; Asked, asked; Replied, replied; Met, met 2026-10-01; Closed, closed; Both, met, closed 2026-10-01; No, declined; Later, replied; Once, met 2026-10-01$'

it 'of very many people in a note the first are named'
network
awk 'BEGIN { print "id,name"; for (i = 1; i <= 24; i++) print "p" i ",N" i }' >contacts.csv
panel()
{
	awk -v most="$1" 'BEGIN { printf "---\ncontact: ["
		for (i = 1; i <= most; i++) printf "%sp%d", (i > 1 ? ", " : ""), i
		print "]\ndate: 2026-11-24\n---" }' >notes/a.md
	people -i p2
}
panel 21
out_like 'planned interview with N1 and N3 and .* and N20 and N21$'
panel 22
out_like 'planned interview with N1 and N3 and .* and N20 and N21 and 1 other$'
panel 24
out_like ' and N21 and 3 others$'

it 'names that are nothing but what is left out'
network
bytes 'id,name,note\nann,"\342\200\256",\nbob,"# x\n## y","a\n\n- [ ] b"\n' >contacts.csv
people
out_like '^### ann$'
out_like '^### \\# x ## y$'
out_like '^- \*\*Note:\*\* a - \\\[ \\\] b$'

it 'nobody'
echo 'id,name' >contacts.csv
people
out_like '^Nobody yet'

done_testing

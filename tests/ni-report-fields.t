#!/bin/sh
# ni-report -s fields: what was seen of each field, from which sector, and who could tell more.

. tests/tap.sh

report()
{
	run ni-report --today 2026-11-21 -s fields "$@"
	status_is 0
	err_empty </dev/null
}

# note FILE KEYS: a note of front matter only.
note()
{
	printf -- '---\n%b\n---\n' "$2" >"notes/$1.md"
}

network
file contacts.csv <<'EOF'
id,name,org,field,sector
ann,Ann Lee,Acme,law,private
bob,Bob Ray,City,Law!,Government
cat,Cat Wu,Acme,LAW,startup
dan,Dan Oz,,law,
eve,Eve Fox,Globex,law,nonprofit
f1,Fay 1,Globex,law,nonprofit
f2,Fay 2,Globex,law,nonprofit
f3,Fay 3,Globex,law,nonprofit
f4,Fay 4,Globex,law,nonprofit
f5,Fay 5,Globex,law,nonprofit
f6,Fay 6,Globex,law,nonprofit
f7,Fay 7,Globex,law,nonprofit
f8,Fay 8,Globex,law,nonprofit
gus,Gus Li,,Art,
hal,Hal Poe,,,
ian,Ian Day,,,
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-02,f3,asked,,,
2026-11-03,f4,replied,,,
2026-11-03,f5,deferred,,2026-12-01,
2026-11-03,f6,declined,,,
2026-11-03,f7,closed,,,
2026-11-03,f8,met,,,
2026-11-04,f2,helped,,,
EOF
note a 'contact: ann\ndate: 2026-10-01\noutcome: met\nrating: 4\nreferrals: [{name: Zoe Kim, org: Initech}, {name: Yan Ho}]'
note b 'contact: [bob, ann]\ndate: 2026-11-02\noutcome: met\nreferrals: [{name: Zoe Kim}, {name: No, skip: yes}]'
note c 'contact: eve\ndate: 2026-11-30'
note d 'contact: f1\ndate: 2026-11-20'
note e 'contact: ian\ndate: 2026-11-01\noutcome: met\nrating: 3'
note f 'contact: ann\ndate: 2026-12-01\nfield: new media'

it 'fields by sector, with those who could tell more, the nearest first'
report
section '## Fields' <<'EOF'
### Art
No interview held yet; 3 of 3 views still missing.
Who could tell more:
- **government**: nobody yet
- **private**: nobody yet
- **nonprofit**: nobody yet
- **education**: nobody yet
- sector not known:
  - Gus Li, not asked yet
### law
2 interviews held, rated 4.0; 1 of 3 views still missing.
| Sector | Interviews | Rating | Organisations |
| - | -: | -: | - |
| government | 1 | | City; Acme |
| private | 1 | 4.0 | Acme |
| nonprofit | 0 | | |
| education | 0 | | |
| startup | 0 | | |
Who could tell more:
- **nonprofit**:
  - Eve Fox (Globex), interview on 2026-11-30
  - Fay 1 (Globex), to write up: interview of 2026-11-20
  - Fay 4 (Globex), replied on 2026-11-03
  - Fay 2 (Globex), helped on 2026-11-04
  - Fay 3 (Globex), asked on 2026-11-02
  - and 1 more
- **education**: nobody yet
- **startup**:
  - Cat Wu (Acme), not asked yet
- sector not known:
  - Dan Oz, not asked yet
  - Zoe Kim (Initech), named by Ann Lee
  - Yan Ho, named by Ann Lee
### new media
No interview held yet; 3 of 3 views still missing.
Who could tell more:
- **government**: nobody yet
- **private**: nobody yet
- **nonprofit**: nobody yet
- **education**: nobody yet
### No field
1 interview held, rated 3.0.
| Sector | Interviews | Rating | Organisations |
| - | -: | -: | - |
| not known | 1 | 3.0 | |
Not met yet, field not known:
- Hal Poe, not asked yet
EOF

it 'nobody met and nobody to be met without a field: no such group'
report -i ian,bob
out_like '^### No field$'
report -i ian,bob --period 2026-10
out_unlike '^### No field$'
out_like '^### Law'
report -i ian --period 2026-10
section '## Fields' <<'EOF'
No fields yet. They are what the column `field` of `contacts.csv` says, or a note's `field`.
EOF

it 'a period: what was held in it; what is missing is missing whenever'
report --period 2026-11
section '### law' <<'EOF'
1 interview held in this period (2 in all); 1 of 3 views still missing.
| Sector | Interviews | Rating | Organisations |
| - | -: | -: | - |
| government | 1 | | City; Acme |
| private | 0 | | |
| nonprofit | 0 | | |
| education | 0 | | |
| startup | 0 | | |
Who could tell more:
- **nonprofit**:
  - Eve Fox (Globex), interview on 2026-11-30
  - Fay 1 (Globex), to write up: interview of 2026-11-20
  - Fay 4 (Globex), replied on 2026-11-03
  - Fay 2 (Globex), helped on 2026-11-04
  - Fay 3 (Globex), asked on 2026-11-02
  - and 1 more
- **education**: nobody yet
- **startup**:
  - Cat Wu (Acme), not asked yet
- sector not known:
  - Dan Oz, not asked yet
  - Zoe Kim (Initech), named by Ann Lee
  - Yan Ho, named by Ann Lee
EOF
out_like '^No interview held in this period \(0 in all\); 3 of 3 views still missing\.$'

# Of Bob and some of the Fays.
section_law()
{
	section '### Law\!' <<'EOF'
1 interview held; 2 of 3 views still missing.
| Sector | Interviews | Rating | Organisations |
| - | -: | -: | - |
| government | 1 | | City |
| private | 0 | | |
| nonprofit | 0 | | |
| education | 0 | | |
| startup | 0 | | |
Who could tell more:
- **private**: nobody yet
- **nonprofit**:
  - Eve Fox (Globex), interview on 2026-11-30
  - Fay 1 (Globex), to write up: interview of 2026-11-20
  - Fay 4 (Globex), replied on 2026-11-03
  - Fay 2 (Globex), helped on 2026-11-04
  - Fay 3 (Globex), asked on 2026-11-02
  - and 1 more
- **education**: nobody yet
- **startup**:
  - Cat Wu (Acme), not asked yet
- sector not known:
  - Dan Oz, not asked yet
  - Zoe Kim (Initech), named by Bob Ray
  - Yan Ho, named by Ann Lee
EOF
}

it 'counts are of those selected only; all contacts could tell more of their fields, and the leads'
report -i bob,f5,f6
section_law
out_unlike '^### (Art|new media|No field)|Gus|Hal'
it 'for others, who is not selected is not named'
report -i bob,f5,f6 --share
out_like '^- \*\*nonprofit\*\*:'
out_unlike 'Eve Fox|Fay [12347]|Cat Wu|Dan Oz|Yan Ho|Ann Lee'
out_like '^  - Zoe Kim \(Initech\), named by Bob Ray$'
it 'the same of rows in any order'
pipe "grep -E '^(id|bob|f3|f5|f6)' contacts.csv | sort -r | ni-report --today 2026-11-21 -s fields -"
section_law

it 'as many views as the setting says; from a sector heard already if that must be'
printf 'practice:\n  views: 1\n' >ni.yaml
report -i bob
section '### Law\!' <<'EOF'
1 interview held; no view is missing.
| Sector | Interviews | Rating | Organisations |
| - | -: | -: | - |
| government | 1 | | City |
| private | 0 | | |
| nonprofit | 0 | | |
| education | 0 | | |
| startup | 0 | | |
Who could tell more:
- **private**: nobody yet
- **nonprofit**:
  - Eve Fox (Globex), interview on 2026-11-30
  - Fay 1 (Globex), to write up: interview of 2026-11-20
  - Fay 4 (Globex), replied on 2026-11-03
  - Fay 2 (Globex), helped on 2026-11-04
  - Fay 3 (Globex), asked on 2026-11-02
  - and 1 more
- **education**: nobody yet
- **startup**:
  - Cat Wu (Acme), not asked yet
- sector not known:
  - Dan Oz, not asked yet
  - Zoe Kim (Initech), named by Bob Ray
  - Yan Ho, named by Ann Lee
EOF
printf 'practice:\n  views: 9\n' >ni.yaml
note g 'contact: f8\ndate: 2026-11-03\noutcome: met\nrating: 4\nsector: Education'
note h 'contact: f8\ndate: 2026-11-04\noutcome: met\nrating: 5\nsector: nonprofit'
note i 'contact: ann\ndate: 2026-11-05\noutcome: met\nrating: 5\nfield: law.'
report -i ann,bob,f8,f3
section '### law' <<'EOF'
5 interviews held, rated 4.5 on average; 4 of 9 views still missing.
| Sector | Interviews | Rating | Organisations |
| - | -: | -: | - |
| government | 1 | | City; Acme |
| private | 2 | 4.5 | Acme |
| nonprofit | 1 | 5.0 | Globex |
| education | 1 | 4.0 | Globex |
| startup | 0 | | |
Who could tell more:
- **startup**:
  - Cat Wu (Acme), not asked yet
- from a sector heard already:
  - Eve Fox (Globex), interview on 2026-11-30
  - Fay 1 (Globex), to write up: interview of 2026-11-20
  - Fay 4 (Globex), replied on 2026-11-03
  - Fay 2 (Globex), helped on 2026-11-04
  - Fay 3 (Globex), asked on 2026-11-02
  - and 1 more
- sector not known:
  - Dan Oz, not asked yet
  - Zoe Kim (Initech), named by Ann Lee
  - Yan Ho, named by Ann Lee
EOF
note j 'contact: cat\ndate: 2026-11-06\noutcome: met'
printf 'practice:\n  views: 6\n' >ni.yaml
report -i ann,bob,cat,f8,f3
section '### law' <<'EOF'
6 interviews held, rated 4.5 on average; no view is missing.
| Sector | Interviews | Rating | Organisations |
| - | -: | -: | - |
| government | 1 | | City; Acme |
| private | 2 | 4.5 | Acme |
| nonprofit | 1 | 5.0 | Globex |
| education | 1 | 4.0 | Globex |
| startup | 1 | | Acme |
EOF
rm ni.yaml

it 'the nearest first, selected or not; of those as near the selected'
network
printf 'id,name,field,sector\n' >contacts.csv
printf '%s,Who %s,law,private\n' a a b b c c d d e e f f g g >>contacts.csv
printf 'date,contact,event\n2026-11-02,f,asked\n2026-11-02,e,closed\n' >log.csv
note 1 'contact: a\ndate: 2026-10-01\noutcome: met\nsector: government\nreferrals: [{name: Lee Ad}]'
note 2 'contact: g\ndate: 2026-10-02\noutcome: met\nreferrals: [{name: Lee Ad}, {name: Kit Ash}]'
report -i d,g
section '### law' <<'EOF'
1 interview held; 2 of 3 views still missing.
| Sector | Interviews | Rating | Organisations |
| - | -: | -: | - |
| government | 0 | | |
| private | 1 | | |
| nonprofit | 0 | | |
| education | 0 | | |
Who could tell more:
- **government**: nobody yet
- **nonprofit**: nobody yet
- **education**: nobody yet
- sector not known:
  - Lee Ad, named by Who g
  - Kit Ash, named by Who g
EOF
report -i d
section '### law' <<'EOF'
No interview held yet; 3 of 3 views still missing.
Who could tell more:
- **government**: nobody yet
- **private**:
  - Who f, asked on 2026-11-02
  - Who d, not asked yet
  - Who b, not asked yet
  - Who c, not asked yet
- **nonprofit**: nobody yet
- **education**: nobody yet
- sector not known:
  - Lee Ad, named by Who a
  - Kit Ash, named by Who g
EOF

it 'the selected come first also of several sectors taken together, and the leads they named of all leads'
network
printf 'id,name,field,sector\n' >contacts.csv
printf '%s,Who %s,law,%s\n' a a private b b private c c nonprofit d d nonprofit >>contacts.csv
note 1 'contact: a\ndate: 2026-10-01\noutcome: met\nreferrals: [{name: P}, {name: Q}, {name: R}, {name: S}, {name: T}]'
note 2 'contact: c\ndate: 2026-10-02\noutcome: met\nreferrals: [{name: V}, {name: R}]'
note 3 'contact: c\ndate: 2026-10-03\noutcome: met\nsector: private'
printf 'practice:\n  views: 9\n' >ni.yaml
report -i c,d
sed -n '/from a sector/,$p' "$out" >taken
file_is taken <<'EOF'
- from a sector heard already:
  - Who d, not asked yet
  - Who b, not asked yet
- sector not known:
  - R, named by Who c
  - V, named by Who c
  - P, named by Who a
  - Q, named by Who a
  - S, named by Who a
  - and 1 more
EOF
rm ni.yaml

it 'who has a bad value is no suggestion'
printf 'id,name,field,sector,added\na,Ann,law,,\nb,Bob,law,,2026-13-01\nc,Cat,law,,\n' >contacts.csv
rm -f log.csv notes/*
note 1 'contact: b\ndate: 2026-10-01\noutcome: met\nreferrals: [{name: Lee Ad}]'
run ni-report --today 2026-11-21 -s fields -i a
status_is 2
out_like 'Cat'
out_unlike 'Bob|Lee'

it 'nobody'
pipe 'echo id,name | ni-report -s fields -'
section '## Fields' <<'EOF'
No fields yet. They are what the column `field` of `contacts.csv` says, or a note's `field`.
EOF

it 'many organisations'
network
awk 'BEGIN { print "id,name,org,field"; for (i = 1; i <= 14; i++) print "p" i ",P " i ",Org " (i < 13 ? i : 12) ",law" }' \
	>contacts.csv
for i in $(seq 1 14); do note "$i" "contact: p$i\ndate: 2026-11-01\noutcome: met"; done
report
out_like '^\| not known +\| +14 \| +\| Org 1; Org 10; Org 11; Org 12; Org 2; Org 3; Org 4; Org 5; Org 6; Org 7; and 2 more \|$'

it 'names that look like markup are none'
network
file texts <<'EOF'
a|b*c*<script>alert(1)</script>
# heading
- item
1. item
> quote
`code` ~~struck~~
[a](http://example.org)
**bold**
| cell | cell |
</td></table>
==
```
&lt;b&gt;
EOF
awk 'BEGIN { print "id,name,org,field,sector" } {
	gsub(/"/, "\"\"")
	for (i = 1; i <= 2; i++)
		print "p" NR i ",\"" $0 " n\",\"" $0 " o\",\"" $0 " f\",\"" $0 " s" i "\""
	print "---\ncontact: p" NR "1\ndate: 2026-11-01\noutcome: met\n---\n" >"notes/" NR ".md"
}' texts >contacts.csv
printf 'q1,"Q\n\n# One","O\n- x","f\n## y\n","\342\200\256s\n\n---\n"\nq2,Q2,,\342\200\256\302\201,\342\200\256\n' >>contacts.csv
report
count=$(($(wc -l <texts) + 2))
ok test "$(grep -c '^### ' "$out")" -eq "$count"
ok test "$(grep -c '^#' "$out")" -eq "$((count + 2))"
if command -v cmark-gfm >/dev/null 2>&1; then
	cmark-gfm -e table -e strikethrough -e autolink "$out" >report.html
	ok test "$(grep -c '<h3>' report.html)" -eq "$count"
	ok test "$(grep -cE '<h[12]>' report.html)" -eq 2
	ok test "$(grep -c '<table>' report.html)" -eq "$((count - 2))"
	ok test "$(grep -c '<tr>' report.html)" -eq "$(((count - 2) * 7))"
	ok test "$(grep -cE '<(script|em|code|del|img|blockquote|ol|hr|pre|a )' report.html)" -eq 0
	sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' texts >texts.html
	while IFS= read -r text; do
		ok grep -qxF "<h3>$text f</h3>" report.html
		ok grep -qxF "<td>$text s1</td>" report.html
		ok grep -qxF "<li><strong>$text s2</strong>:" report.html
		ok grep -qxF "<td>$text o</td>" report.html
		ok grep -qF "<li>$text n ($text o), not asked yet</li>" report.html
	done <texts.html
else
	skip 'cmark-gfm is not installed'
fi
if command -v pandoc >/dev/null 2>&1; then
	pandoc -f gfm -t json "$out" >report.json
	ok test "$(grep -o '"t":"Header"' report.json | wc -l)" -eq "$((count + 2))"
	ok test "$(grep -o '"t":"Table"' report.json | wc -l)" -eq "$((count - 2))"
	ok test "$(grep -oE '"t":"(RawBlock|RawInline|Emph|Code|CodeBlock|BlockQuote|OrderedList)"' report.json | wc -l)" -eq 0
else
	skip 'pandoc is not installed'
fi

done_testing

#!/bin/sh
# ni-report's section referrals: the tree, the picture, and what came of it.

. tests/tap.sh

referrals()
{
	run ni-report --today 2026-11-21 -s referrals "$@"
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
}

# block LANGUAGE: what stands in the first code block with that language.
block()
{
	awk -v open="\`\`\`$1" '$0 == "```" && inside { exit } inside; $0 == open { inside = 1 }' "$out"
}

some_people()
{
	network
	file contacts.csv <<'EOT'
id,name,org,referred_by,may_use_name
ann,Ann Lee,Acme,,
bob,Bob Ray,,ann,yes
cat,Cat Wu,,ann,no
dan,Dan Oz,,bob,
eve,Eve Fox,,,
fay,Fay Low,,eve,yes
gil,Gil Sun,,,
EOT
	file log.csv <<'EOT'
date,contact,event,via,until,note
2026-10-01,ann,met,,,
2026-10-02,ann,thanked,,,
2026-10-05,bob,met,,,
2026-10-06,bob,thanked,,,
2026-10-07,dan,met,,,
2026-10-08,dan,thanked,,,
2026-10-09,bob,reported,,,
2026-10-10,cat,asked,,,
2026-10-11,cat,replied,,,
2026-10-20,fay,met,,,
EOT
	file notes/cat.md <<'EOT'
---
contact: cat
date: 2026-10-30
outcome: met
rating: 3
thanked: 2026-10-30
referrals:
  - name: Zoe `Kim`
    org: Zed | Co
  - name: Dan Oz
---
EOT
}

it 'a tree of who named somebody and whom they named, and nobody else'
some_people
referrals
block text >tree
file_is tree <<'EOT'
you: 7 people, 5 met
├── Ann Lee (ann), met: 4 people, 3 met
│   ├── Bob Ray (bob), met: 1 person, 1 met
│   │   └── Dan Oz (dan), met; also named by cat
│   └── Cat Wu (cat), met: 1 person, 0 met
│       └── Zoe `Kim` (zoe-kim), lead
└── Eve Fox (eve), contact: 1 person, 1 met
    └── Fay Low (fay), met
EOT
it 'the picture that ni-refer makes'
block mermaid >picture
ni-refer --today 2026-11-21 --mermaid >wanted
same picture wanted
perl "$top/tests/mermaid-grammar.pl" <picture >"$out" 2>"$err"
err_empty
it 'what came of those whom each named; who never had a word since'
referrals
section '### Yields' <<'EOT'
| Who | Named | Asked | Replied | Met | Told since |
| - | -: | -: | -: | -: | - |
| Ann Lee (Acme) | 2 | 2 | 2 | 2 | **not yet** |
| Cat Wu | 2 | 1 | 1 | 1 | 1 of 1 |
| Bob Ray | 1 | 1 | 1 | 1 | 1 of 1 |
| Eve Fox | 1 | 1 | 1 | 1 | **not yet** |
EOT
printf '2026-10-06,ann,reported,,,\n' >>log.csv
referrals
out_like '^\| Ann Lee \(Acme\) .*\| 1 of 2 '

it 'of those selected, and of whom they named: both the tree and the picture'
referrals -i cat,bob,gil
block text >tree
file_is tree <<'EOT'
you: 4 people, 3 met
├── Bob Ray (bob), met: 1 person, 1 met
│   └── Dan Oz (dan), met; also named by cat
└── Cat Wu (cat), met: 1 person, 0 met
    └── Zoe `Kim` (zoe-kim), lead
EOT
block mermaid >picture
ni-refer --today 2026-11-21 --mermaid -i cat,bob,gil >wanted
same picture wanted
out_unlike 'Ann|Eve|Fay|Gil'
referrals -i ann
block text >tree
file_is tree <<'EOT'
you: 3 people, 3 met
└── Ann Lee (ann), met: 2 people, 2 met
    ├── Bob Ray (bob), met
    └── Cat Wu (cat), met
EOT
it 'who was named by somebody selected, and found by somebody who is not, stands by themselves'
referrals -i cat
block text >tree
file_is tree <<'EOT'
you: 3 people, 2 met
├── Cat Wu (cat), met: 1 person, 0 met
│   └── Zoe `Kim` (zoe-kim), lead
└── Dan Oz (dan), met; also named by cat
EOT

it 'nobody named anybody'
referrals -i gil
section '## Referrals' <<'EOT'
Nobody has named anybody yet. Ask for two or three names at the end of each interview, and list them under `referrals:` in its note.
EOT
out_unlike '```'

it 'names cannot end the code blocks, nor begin anything in the table'
network
file contacts.csv <<'EOT'
id,name,org,referred_by
a,"```
```
## x","| y | *z*",
b,"~~~",,a
EOT
referrals
block text >tree
file_is tree <<'EOT'
you: 2 people, 0 met
└── ```\n```\n## x (a), contact: 1 person, 0 met
    └── ~~~ (b), contact
EOT
perl "$top/tests/mermaid-grammar.pl" >"$tap/grammar" 2>"$err" <<EOT
$(block mermaid)
EOT
err_empty
if command -v cmark-gfm >/dev/null 2>&1; then
	cmark-gfm -e table -e strikethrough "$out" >report.html
	grep -o '<h[1-6]>[^<]*' report.html >headings
	file_is headings <<'EOT'
<h1>Networking report
<h2>Referrals
<h3>Tree
<h3>Graph
<h3>Yields
EOT
	like report.html '<td>``` ``` ## x \(\| y \| \*z\*\)</td>'
	ok test "$(grep -c '<pre>' report.html)" -eq 2
else
	skip 'cmark-gfm is not installed'
fi

it 'what is too much for Mermaid is left out, and said so'
network
printf 'id,name,referred_by\nann,Ann,\n' >contacts.csv
awk 'BEGIN { for (i = 1; i <= 500; i++) print "p" i ",P" i ",ann" }' >>contacts.csv
referrals
out_like '^```mermaid$'
echo 'q,Q,ann' >>contacts.csv
referrals
out_unlike mermaid
out_like '^Too many people for Mermaid'
out_like '^    └── Q \(q\), contact$'
printf 'id,name,referred_by\nann,Ann,\n' >contacts.csv
awk 'BEGIN { name = sprintf("%0400d", 0); for (i = 1; i <= 120; i++) print "p" i "," name i ",ann" }' >>contacts.csv
referrals
out_unlike mermaid
awk 'NR < 90' contacts.csv >few.csv
mv few.csv contacts.csv
referrals
out_like '^```mermaid$'

done_testing

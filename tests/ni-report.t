#!/bin/sh
# ni-report: a Markdown report on the rows that it is given.

. tests/tap.sh

# report ARG...: a report of 2026-11-21.
report()
{
	run ni-report --today 2026-11-21 "$@"
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
}

# ------------------------------------------------------------- summary

it 'the summary: how far one has come with those selected'
network
file contacts.csv <<'EOF'
id,name,org,field
ann,Ann Lee,Acme,law
bob,Bob Ray,,law
dan,Dan Oz,,
eve,Eve Fox,,
fay,Fay Wu,,
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-09-01,ann,asked,,,
2026-10-01,ann,asked,,,
2026-10-03,ann,replied,,,
2026-10-01,bob,asked,,,
2026-10-20,dan,met,,,
2026-10-25,dan,thanked,,,
2026-10-01,fay,asked,,,
2026-10-15,fay,met,,,
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-10-10
mode: video
outcome: met
rating: 4
thanked: 2026-10-12
referrals: [{name: Zoe Kim}]
---
EOF
file notes/bob.md <<'EOF'
---
contact: [bob, ann]
date: 2026-11-09
outcome: moved
---
EOF
file notes/sub/bob.md <<'EOF'
---
contact: bob
date: 2026-12-09
mode: phone
field: art
---
EOF
report
out_like '^# '
out_like '2026-11-21'
section '## Summary' <<'EOF'
| | Number | Rate |
| - | -: | - |
| Contacts | 5 | |
| Asked | 3 | 60% of 5 contacts |
| Replied | 2 | 67% of 3 asked |
| Median days to a reply | 23 | of 2 replies |
| Met | 3 | 60% of 5 contacts |
| Thanked in time | 1 | 33% of 3 thank-yous owed |
| Interviews held | 1 | |
| Referrals per interview | 1.0 | of 1 interview |
| Interviews planned | 1 | |
| Interviews to write up | 0 | |
| Interviews cancelled, missed or moved | 1 | |
| Leads | 1 | |
EOF

it 'the interviews, by date, with links to their notes'
section '## Interviews' <<'EOF'
| Date | Who | Organisation | Field | Mode | Rating | Outcome | Note |
| - | - | - | - | - | -: | - | - |
| 2026-10-10 | Ann Lee | Acme | law | video | 4 | met | [notes/ann.md](notes/ann.md) |
| 2026-11-09 | Bob Ray; Ann Lee | Acme | law | | | moved | [notes/bob.md](notes/bob.md) |
| 2026-12-09 | Bob Ray | | art | phone | | planned | [notes/sub/bob.md](notes/sub/bob.md) |
EOF

it 'of those selected only'
report -i dan,eve
section '## Summary' <<'EOF'
| | Number | Rate |
| - | -: | - |
| Contacts | 2 | |
| Asked | 0 | 0% of 2 contacts |
| Replied | 0 | |
| Median days to a reply | | |
| Met | 1 | 50% of 2 contacts |
| Thanked in time | 0 | 0% of 1 thank-you owed |
| Interviews held | 0 | |
| Referrals per interview | | |
| Interviews planned | 0 | |
| Interviews to write up | 0 | |
| Interviews cancelled, missed or moved | 0 | |
| Leads | 0 | |
EOF
out_unlike 'Ann|Bob|Fay|Zoe|notes/a|notes/b'
report -i ann
section '## Interviews' <<'EOF'
| Date | Who | Organisation | Field | Mode | Rating | Outcome | Note |
| - | - | - | - | - | -: | - | - |
| 2026-10-10 | Ann Lee | Acme | law | video | 4 | met | [notes/ann.md](notes/ann.md) |
| 2026-11-09 | Bob Ray; Ann Lee | Acme | law | | | moved | [notes/bob.md](notes/bob.md) |
EOF

it 'thanks that are not late yet are not counted'
printf -- '---\ncontact: eve\ndate: 2026-11-20\noutcome: met\nrating: 1\n---\n' >notes/eve.md
report
out_like '^\| Thanked in time +\| +1 \| 33% of 3 '
run ni-report --today 2026-11-23
out_like '^\| Thanked in time +\| +1 \| 25% of 4 '
it 'within the time of the setting'
printf 'practice:\n  thank_within: 5d\n' >ni.yaml
report
out_like '^\| Thanked in time +\| +2 \| 67% of 3 '
rm ni.yaml notes/eve.md

it 'the title has my name'
printf 'me:\n  name: Kim *Park*\n' >ni.yaml
report
out_like '^Kim \\\*Park\\\*, 2026-11-21$'
rm ni.yaml

# ----------------------------------------------------------------- due

it 'what is due: a task list, in groups'
network
file contacts.csv <<'EOF'
id,name,org,added
ann,Ann Lee,Acme,2026-11-13
bob,Bob Ray,,2026-11-14
cat,Cat Wu,,2026-11-15
dan,Dan Oz,,2026-11-21
eve,Eve Fox,,2026-11-22
fay,Fay Wu,,
EOF
pipe 'ni-due --today 2026-11-21 --within 1y | ni-report --today 2026-11-21 -'
status_is 0
err_empty
section '## Due' <<'EOF'
### Late (1)
- [ ] 2026-11-20 **request** Ann Lee (Acme): not asked yet — [contacts.csv:2](contacts.csv)
### Today (1)
- [ ] 2026-11-21 **request** Bob Ray: not asked yet — [contacts.csv:3](contacts.csv)
### Next seven days (2)
- [ ] 2026-11-22 **request** Cat Wu: not asked yet — [contacts.csv:4](contacts.csv)
- [ ] 2026-11-28 **request** Dan Oz: not asked yet — [contacts.csv:5](contacts.csv)
### Later (1)
- [ ] 2026-11-29 **request** Eve Fox: not asked yet — [contacts.csv:6](contacts.csv)
### No date (1)
- [ ] **request** Fay Wu: not asked yet — [contacts.csv:7](contacts.csv)
EOF

it 'exactly the rows of ni-due that it was given, in their order, and no other'
run ni-report --today 2026-11-21 - <<'EOF'
due,days,action,reason,anchor,id,name,org
2026-11-02,0,water,the plants,garden.md:3,cat,Cat Wu,Acme
2026-11-01,0,thank,"for this, and that",-:9,zoe,Zoe Kim,
2026-11-02,0,water,the plants,garden.md:3,cat,Cat Wu,Acme
EOF
status_is 0
err_empty
section '## Due' <<'EOF'
### Late (3)
- [ ] 2026-11-02 **water** Cat Wu (Acme): the plants — [garden.md:3](garden.md)
- [ ] 2026-11-01 **thank** Zoe Kim: for this, and that
- [ ] 2026-11-02 **water** Cat Wu (Acme): the plants — [garden.md:3](garden.md)
EOF
it 'a row of ni-due with a date that is none is told and left out'
run ni-report --today 2026-11-21 - <<'EOF'
due,days,action,reason,anchor,id
soon,,thank,x,,cat
2026-11-02,,thank,y,,bob
EOF
status_is 2
err_like '^-:2:1: error: '
section '## Due' <<'EOF'
### Late (1)
- [ ] 2026-11-02 **thank** Bob Ray: y
EOF
it 'no rows of ni-due: nothing is due'
pipe 'ni-due --today 2026-11-21 -a meet | ni-report --today 2026-11-21 -'
status_is 0
out_unlike '- \[ \]'
out_like '^## Due$'
it 'every row of ni-due is one item of the list'
cd "$top/share/example" || exit 1
ni-due --today 2026-11-21 --within 1m >"$tap/due.csv" 2>"$err"
ni-due --today 2026-11-21 --within 1m -f json >"$tap/due.json" 2>"$err"
run ni-report --today 2026-11-21 - <"$tap/due.csv"
ok test "$(grep -c '^- \[ \] ' "$out")" -eq "$(wc -l <"$tap/due.json")"
ok test "$(wc -l <"$tap/due.json")" -gt 20
cd "$tap/work" || exit 1

# ------------------------------------------------------------- private

it 'what stands under Private never appears'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
file notes/ann.md <<'EOF'
---
contact: ann
date: 2026-11-18
outcome: met
---
# Ann

- [ ] Open task

## PRIVATE

She is secretly leaving.

- Is it a secret?
- [ ] Keep the secret due 2026-11-22

### Advice

- [x] Tell no secret done 2026-11-20

## Insights

- [ ] Public task
EOF
report
out_unlike 'secret'
out_like 'Open task'
pipe 'ni-due --today 2026-11-21 --within 1y | ni-report --today 2026-11-21 -'
out_unlike 'secret'
out_like 'Open task'
out_like 'Public task'

it 'nor when the rows were made in another folder, where anchors read otherwise'
pipe '(cd notes && ni-due --today 2026-11-21 --within 1y) | ni-report --today 2026-11-21 -'
out_unlike 'secret'
out_like 'Open task'
out_like '\[ann\.md:15\]'

# ------------------------------------------------------------ escaping

it 'names and reasons print as themselves'
network
file texts <<'EOF'
a|b*c*<script>alert(1)</script>
_under_ __scores__ and snake_case
[a link](http://example.org) ![image](x.png)
# heading
- item
+ item
1. item
1) item
> quote
`code` and ``more``
~~struck~~ and ~one~
&amp; &lt; &#42; & so on
back\slash \* \| |
**bold** *it* ***both***
http://example.org/a_b_c www.example.org me@example.org
http://example.org/x*y*z?q=_1_&copy; www.example.org/*a* http:x*y*
<!-- comment --> <b>bold</b> <http://example.org>
=== --- ***
$x$ and $$y$$ :tada: @somebody
[x] done
[^1] note
!
|
\
EOF
printf 'id,name,org\n' >contacts.csv
printf 'date,contact,event,via,until,note\n' >log.csv
awk '{ gsub(/"/, "\"\""); print "p" NR ",\"" $0 "\",\"" $0 "\"" }' texts >>contacts.csv
awk '{ gsub(/"/, "\"\""); print "2026-11-20,p" NR ",replied,,,\"" $0 "\"" }' texts >>log.csv
awk '{ print "---\ncontact: p" NR "\ndate: 2026-11-01\noutcome: met\nrating: 1\nthanked: n/a\n---" \
	>"notes/p" NR ".md" }' texts
report -s due,interviews
cp "$out" report.md
ok test "$(grep -c '^- \[ \] ' report.md)" -eq "$(wc -l <texts)"
unlike report.md '[^\\]<(script|b|!--)'
if command -v cmark-gfm >/dev/null 2>&1; then
	cmark-gfm -e table -e strikethrough -e autolink report.md |
		sed 's/<a href="[^"]*">//g; s/<\/a>//g' >report.html
	sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g' texts >texts.html
	ok test "$(grep -c '<td' report.html)" -gt 20
	number=0
	while IFS= read -r text; do
		number=$((number + 1))
		it "renders as itself: $text"
		# In the list (name, organisation, reason) and in a cell each of the table (name, organisation).
		ok grep -qF "</strong> $text ($text): $text — log.csv:" report.html
		grep -cF -x -e "<td>$text</td>" -e "<td align=\"left\">$text</td>" report.html >cells
		ok test "$(cat cells)" -eq 2
	done <texts.html
	it 'no markup came from the data; the chart is ours'
	ok test "$(grep -v '^<pre><code class="language-mermaid">' report.html |
		grep -cE '<(em|code|script|img|del|b|h4|ol|blockquote|hr)')" -eq 0
else
	skip 'cmark-gfm is not installed'
fi
it 'newlines and control characters'
bytes 'id,name,org\nann,"Ann\n\n# Lee","A\tB\033[31m\342\200\256C"\n' >contacts.csv
rm log.csv notes/*
report
out_like '^- \[ \] \*\*request\*\* Ann # Lee \(A B'
out_unlike "$(printf '\033')|$(printf '\342\200\256')"

it 'links to notes with any name'
network
printf 'id,name\nann,Ann\n' >contacts.csv
for name in 'a b' 'x(1)' '김' 'p%20q' 'a#b?c' '<i>' 'u[1]_*'; do
	printf -- '---\ncontact: ann\ndate: 2026-11-01\noutcome: moved\n---\n' >"notes/$name.md"
done
report
if command -v cmark-gfm >/dev/null 2>&1; then
	cmark-gfm -e table "$out" >report.html
	for link in 'a%20b.md">notes/a b.md' 'p%2520q.md">notes/p%20q.md' 'a%23b%3Fc.md">notes/a#b?c.md' \
		'">notes/김.md' '.md">notes/x(1).md' '.md">notes/&lt;i&gt;.md' '.md">notes/u[1]_*.md'; do
		ok grep -qF "$link</a>" report.html
	done
else
	skip 'cmark-gfm is not installed'
fi

it 'an empty network'
network
echo 'id,name' >contacts.csv
report
for heading in Summary Due Interviews; do
	out_like "^## $heading\$"
done

done_testing

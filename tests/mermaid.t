#!/bin/sh
# What ni-refer --mermaid and ni-report print, read and drawn by Mermaid itself, without a browser: tests/mermaid.mjs.
# Mermaid is what `make deps-extra` puts below build/mermaid, or what NI_MERMAID names.

. tests/tap.sh

mermaid=${NI_MERMAID:-$top/build/mermaid}
command -v node >/dev/null || skip_all 'node is not there'
[ -e "$mermaid/versions" ] || skip_all 'Mermaid is not there: make deps-extra'

# draws FILE: Mermaid draws the chart that is $out, and shows what stands in FILE, whatever the order.
draws()
{
	node "$top/tests/mermaid.mjs" "$mermaid" <"$out" >shown 2>messages
	same messages /dev/null
	sort shown >shown.sorted
	sort "$1" >expected.sorted
	same shown.sorted expected.sorted
}

it 'each state and each permission'
network
file contacts.csv <<'EOF'
id,name,referred_by,may_use_name
ann,Ann Lee,,
bob,Bob Ray,ann,yes
cid,Cid Fox,ann,no
dan,Dan Elm,bob,
EOF
file log.csv <<'EOF'
date,contact,event
2026-01-02,bob,met
2026-01-03,cid,asked
2026-01-04,dan,closed
EOF
cat >notes/a.md <<'EOF'
---
contact: bob
date: 2026-01-02
referrals:
  - name: Zoe Fir
---
EOF
run ni-refer --mermaid
file expected <<'EOF'
ann|Ann Lee|contact
bob|Bob Ray|met
cid|Cid Fox|asked
dan|Dan Elm|closed
zoe-fir|Zoe Fir|lead
ann|may use name|bob
ann|do not use name|cid
bob|ask first|dan
bob|ask first|zoe-fir
EOF
draws expected
perl "$top/tests/mermaid-grammar.pl" <"$out" >parsed
draws parsed

it 'nobody'
network
echo id,name >contacts.csv
run ni-refer --mermaid
draws /dev/null

it 'names with what means something to Mermaid, Markdown, HTML or mathematics are shown as they are'
network
file names <<'EOF'
1. x
2024. Year
1) x
- x
-
+ x
* x
# x
> x
---
===
***
~~~
~~x~~ y
`x`
"`x`"
**x** _y_ __z__
$$x^2$$
[x](y)
![x](y)
http://x.org
www.x.org
a@x.org, b@x.org
fa:fa-car x
x:::met
x --> y
-. x .->
@{ shape: rect }
n0
end
graph
subgraph x
click n0 x
style n0 fill:red
%% x
%%{init: {}}%%
50% x; y
"x" and 'y'
<b>x</b> & <img src=x onerror=alert(1)>
<script>alert(1)</script>
&lt;b&gt; &amp;
#35; #quot;
x\ny \\ \
[x] (y) {z} |a|
[[x]] ((y)) {{z}}
O'Neil, Mary-Ann
Siobhán 김민수 שרה Straße
EOF
{
	printf -- '---\ncontact: me\ndate: 2026-01-02\nreferrals:\n'
	sed "s/'/''/g; s/.*/  - name: '&'/" names | awk '{ print $0; print "    id: lead-" NR "\n    org: Org " NR }'
	echo ---
} >notes/a.md
printf 'id,name\nme,Me\n' >contacts.csv
{
	awk '{ print "lead-" NR "|" $0 "|lead"; print "me|ask first|lead-" NR }' names
	echo 'me|Me|asked'
} >expected
run ni-refer --mermaid
draws expected

# The Mermaid block of ni-report's section: it replaces $out.
block()
{
	run ni-report --today 2026-11-21 -s "$@" contacts.csv
	ok test "$(grep -c '^```mermaid$' "$out")" -eq 1
	sed -n '/^```mermaid$/,/^```$/p' "$out" | sed '1d;$d' >block
	cp block "$out"
}

# charts: it is drawn as the grammar of our own reads it, but for the end of the scale.
charts()
{
	perl "$top/tests/mermaid-grammar.pl" <"$out" | sed 's/^\(y-axis|[^|]*\)|.*/\1/' >expected
	ok test -s expected
	draws expected
}

it 'a report has the graph of its referrals'
network
cp -R "$top/share/example/." .
block referrals
perl "$top/tests/mermaid-grammar.pl" <"$out" >parsed
ok test -s parsed
draws parsed
it 'and a chart of its activity'
block activity
charts
like shown '^bar[|]7[|]9[|]2[|]'
it 'by weeks'
block activity --period 30d
charts
like shown '^x-axis[|]W43[|]W44[|]'
it 'from one year into the next'
block activity --today 2027-01-20 --period 2026-11-01..2027-01-20
charts
like shown '^x-axis[|]W44[|].*[|]W53[|]W01[|]W02[|]W03$'
it 'on its side, by months and by years'
block activity --period 2025-01-01..2026-11-21
charts
like shown '^x-axis[|]2025-01[|]2025-02[|]'
block activity --period 1990-01-01..2026-11-21
charts
like shown '^x-axis[|]1997[|]'
it 'with large numbers'
network
{
	echo id,name
	for i in $(seq 1 1234); do echo "p$i,P $i"; done
} >contacts.csv
{
	echo date,contact,event
	for i in $(seq 1 1234); do echo "2026-11-16,p$i,asked"; done
	for i in $(seq 1 67); do echo "2026-11-09,p$i,met"; done
} >log.csv
block activity
charts
like shown '^bar[|]0[|]1234$'
like shown '^line[|]67[|]0$'
it 'of one row there is none'
run ni-report --today 2026-11-21 -s activity --period 2026-W47 contacts.csv
out_like '^[|] 2026-W47 '
out_unlike mermaid

it 'what is no chart is refused'
for text in 'flowchart LR\n  n0["x]\n' 'flowchart LR\n  n0[1. "x"]\n' 'referrals\n' \
	'xychart-beta\n    x-axis ["a\n' 'xychart-beta\n    bar [1, x]\n'; do
	# shellcheck disable=SC2059 # the text is a format
	printf "$text" | node "$top/tests/mermaid.mjs" "$mermaid" >shown 2>messages
	status=$?
	ok test "$status" -eq 1
	ok test -s messages
done

done_testing

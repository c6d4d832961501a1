#!/bin/sh
# What ni-refer --mermaid prints, read and drawn by Mermaid itself, without a browser: tests/mermaid.mjs.
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

it 'what is no chart is refused'
for text in 'flowchart LR\n  n0["x]\n' 'flowchart LR\n  n0[1. "x"]\n' 'referrals\n'; do
	# shellcheck disable=SC2059 # the text is a format
	printf "$text" | node "$top/tests/mermaid.mjs" "$mermaid" >shown 2>messages
	status=$?
	ok test "$status" -eq 1
	ok test -s messages
done

done_testing

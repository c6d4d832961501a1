#!/bin/sh
# ni-report -s activity: what was done when, as a table with bars and as a chart.

. tests/tap.sh

report()
{
	run ni-report --today 2026-11-21 -s activity "$@"
	status_is 0
	err_empty </dev/null
}

# chart <<EOF: what our grammar reads in the section's Mermaid block.
chart()
{
	awk '/^```/ { inside = !inside; next } inside' "$out" >chart.mmd
	perl "$top/tests/mermaid-grammar.pl" <chart.mmd >parsed 2>messages
	same messages /dev/null
	file_is parsed
}

network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
bob,Bob Ray
cat,Cat Wu
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-11-02,ann,asked,,,
2026-11-02,ann,asked,,,
2026-11-02,ann,asked,phone,,the same day once more
2026-11-02,bob,asked,,,
2026-11-08,bob,replied,,,
2026-11-08,bob,declined,,,
2026-11-09,cat,declined,,,
2026-10-21,cat,met,,,
2026-10-21,cat,met,,,twice that day
2026-11-10,ann,met,,,has a note
2026-11-11,bob,met,,,its note is off
2026-11-12,cat,met,,,its note is to be written up
2026-11-13,cat,helped,,,
2026-11-22,ann,asked,,,tomorrow
EOF
file notes/panel.md <<'EOF'
---
contact: [ann, bob]
date: 2026-11-10
outcome: met
---
EOF
file notes/off.md <<'EOF'
---
contact: bob
date: 2026-11-11
outcome: cancelled
---
EOF
file notes/unwritten.md <<'EOF'
---
contact: cat
date: 2026-11-12
---
EOF
file notes/ahead.md <<'EOF'
---
contact: cat
date: 2026-11-30
outcome: met
---
EOF

it 'by weeks, from the first with something until today, without gaps'
report
section '## Activity' <<'EOF'
| Week | Requests | Replies | Interviews |
| - | - | - | - |
| 2026-W43 | 0 | 0 | 1 █ |
| 2026-W44 | 0 | 0 | 0 |
| 2026-W45 | 2 ██ | 1 █ | 0 |
| 2026-W46 | 0 | 1 █ | 2 ██ |
| 2026-W47 | 0 | 0 | 0 |
```mermaid
xychart-beta
    title "Requests (bars) and interviews (line)"
    x-axis ["W43", "W44", "W45", "W46", "W47"]
    y-axis "each week" 0 -> 2
    bar [0, 0, 2, 0, 0]
    line [1, 0, 0, 2, 0]
```
EOF
chart <<'EOF'
title|Requests (bars) and interviews (line)
x-axis|W43|W44|W45|W46|W47
y-axis|each week|2
bar|0|0|2|0|0
line|1|0|0|2|0
EOF
it 'the grammar refuses what is none'
for change in 's/xychart-beta/xychart/' 's/2, 0, 0\]/2, 0]/' 's/W44/W43/' 's/--> 2/--> 1/' 's/W44"/W44/' \
	's/(bars)/<b>/' '/title/d' '/y-axis/d' '/bar/d;/line \[/d' 's/\[1,/[1, ,/'; do
	sed "$change" chart.mmd >bad.mmd
	ok test "$(cmp -s chart.mmd bad.mmd; echo $?)" -eq 1
	perl "$top/tests/mermaid-grammar.pl" <bad.mmd >parsed 2>messages
	status=$?
	ok test "$status" -ne 0
done

it 'a period: all of it until today, and nothing else'
report --period 2026-10-19..2026-11-08
section '## Activity' <<'EOF'
| Week | Requests | Replies | Interviews |
| - | - | - | - |
| 2026-W43 | 0 | 0 | 1 █ |
| 2026-W44 | 0 | 0 | 0 |
| 2026-W45 | 2 ██ | 1 █ | 0 |
```mermaid
xychart-beta
    title "Requests (bars) and interviews (line)"
    x-axis ["W43", "W44", "W45"]
    y-axis "each week" 0 -> 2
    bar [0, 0, 2]
    line [1, 0, 0]
```
EOF
report --period 2026
out_like '^\| 2026-01 +\| 0 +\| 0 +\| 0 +\|$'
out_like '^\| 2026-10 +\| 0 +\| 0 +\| 1 █ +\|$'
out_like '^\| 2026-11 +\| 2 ██ +\| 2 ██ +\| 2 ██ +\|$'
out_unlike '2026-12'
out_unlike 2025

it 'of those selected only; bars of number signs'
report -i bob --ascii
section '## Activity' <<'EOF'
| Week | Requests | Replies | Interviews |
| - | - | - | - |
| 2026-W45 | 1 # | 1 # | 0 |
| 2026-W46 | 0 | 0 | 2 ## |
| 2026-W47 | 0 | 0 | 0 |
```mermaid
xychart-beta
    title "Requests (bars) and interviews (line)"
    x-axis ["W45", "W46", "W47"]
    y-axis "each week" 0 -> 2
    bar [1, 0, 0]
    line [0, 2, 0]
```
EOF

it 'nothing'
report --period 2027
section '## Activity' <<'EOF'
No requests, replies or interviews in this period, as far as `log.csv` and `notes/` say.
EOF
pipe 'printf "id,name\nzoe,Zoe\n" | ni-report --today 2026-11-21 -s activity -'
status_is 0
section '## Activity' <<'EOF'
No requests, replies or interviews yet. They come from `log.csv`, which `ni-log` writes, and `notes/`.
EOF

it 'one row: no chart'
report --period 2026-W45
section '## Activity' <<'EOF'
| Week | Requests | Replies | Interviews |
| - | - | - | - |
| 2026-W45 | 2 ██ | 1 █ | 0 |
EOF

# ---------------------------------------------------------------- steps

# first DATE: a request on that day, and one today.
first()
{
	printf 'date,contact,event\n%s,ann,asked\n2026-11-21,bob,asked\n' "$1" >log.csv
	rm -f notes/*
	report
}
rows()
{
	grep -c '^| [0-9]' "$out"
}

it 'weeks up to 16 weeks, then months'
first 2026-08-02
ok test "$(rows)" -eq 17
out_like '^\| 2026-W31 '
chart <<'EOF'
title|Requests (bars) and interviews (line)
x-axis|W31|W32|W33|W34|W35|W36|W37|W38|W39|W40|W41|W42|W43|W44|W45|W46|W47
y-axis|each week|1
bar|1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|1
line|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0
EOF
first 2026-08-01
ok test "$(rows)" -eq 4
out_like '^\| Month '
out_like '^\| 2026-08 '
it 'months up to five years, then years'
first 2021-11-22
ok test "$(rows)" -eq 61
out_like '^\| 2021-11 '
out_like '^The chart has the last 30 of these 61 rows\.$'
first 2021-11-21
ok test "$(rows)" -eq 6
out_like '^\| Year '
out_like '^\| 2021 '
it 'more than have room side by side: a chart that lies on its side, of 30 rows at most'
first 2025-12-01
out_like '^xychart-beta$'
first 2025-11-30
out_like '^xychart-beta horizontal$'
out_unlike 'The chart has'
first 2024-06-01
out_unlike 'The chart has'
first 2024-05-31
out_like '^The chart has the last 30 of these 31 rows\.$'
it 'the ends of the calendar'
first 0001-01-01
ok test "$(rows)" -eq 1
out_like '^Left out, since nothing follows for more than ten years: 1 request on 0001-01-01 \(\[log\.csv:2\]'
run ni-report --today 9999-12-31 -s activity --period 9999-12
status_is 0
printf 'date,contact,event\n9999-12-31,ann,asked\n9999-12-05,ann,asked\n' >log.csv
run ni-report --today 9999-12-31 -s activity
section '## Activity' <<'EOF'
| Week | Requests | Replies | Interviews |
| - | - | - | - |
| 9999-W48 | 1 █ | 0 | 0 |
| 9999-W49 | 0 | 0 | 0 |
| 9999-W50 | 0 | 0 | 0 |
| 9999-W51 | 0 | 0 | 0 |
| 9999-W52 | 1 █ | 0 | 0 |
```mermaid
xychart-beta
    title "Requests (bars) and interviews (line)"
    x-axis ["W48", "W49", "W50", "W51", "W52"]
    y-axis "each week" 0 -> 1
    bar [1, 0, 0, 0, 1]
    line [0, 0, 0, 0, 0]
```
EOF
printf 'date,contact,event\n9999-12-31,ann,asked\n' >log.csv
run ni-report --today 9999-12-31 -s activity
section '## Activity' <<'EOF'
| Week | Requests | Replies | Interviews |
| - | - | - | - |
| 9999-W52 | 1 █ | 0 | 0 |
EOF
it 'a week belongs to the year of its Thursday'
run ni-report --today 2027-01-05 -s activity --period 2026-12-27..2027-01-04
status_is 0
out_like '^No requests'
printf 'date,contact,event\n2027-01-01,ann,asked\n' >log.csv
run ni-report --today 2027-01-05 -s activity --period 2026-12-27..2027-01-04
out_like '^\| 2026-W52 +\| 0 '
out_like '^\| 2026-W53 +\| 1 █ '
out_like '^\| 2027-W01 +\| 0 '

# ---------------------------------------------------------------- what is left out, and cut

it 'what nothing follows for more than ten years is left out: a mistyped year, say'
first 2016-11-21
ok test "$(rows)" -eq 11
out_unlike 'Left out'
first 2016-11-20
section '## Activity' <<'EOF'
Left out, since nothing follows for more than ten years: 1 request on 2016-11-20 ([log.csv:2](log.csv)).
| Week | Requests | Replies | Interviews |
| - | - | - | - |
| 2026-W47 | 1 █ | 0 | 0 |
EOF
file log.csv <<'EOF'
date,contact,event
2026-10-05,ann,asked
2006-03-02,ann,replied
0026-03-01,bob,asked
2006-03-02,cat,met
0026-03-01,ann,asked
2026-10-06,ann,replied
1995-03-01,bob,asked
EOF
file notes/old.md <<'EOF'
---
contact: cat
outcome: met
date: 2006-05-01
---
EOF
report
section '## Activity' <<'EOF'
Left out, since nothing follows for more than ten years: 3 requests, 1 reply, 2 interviews, the first on 0026-03-01 ([log.csv:6](log.csv)), the last on 2006-05-01 ([notes/old.md:4](notes/old.md)).
| Week | Requests | Replies | Interviews |
| - | - | - | - |
| 2026-W41 | 1 █ | 1 █ | 0 |
| 2026-W42 | 0 | 0 | 0 |
| 2026-W43 | 0 | 0 | 0 |
| 2026-W44 | 0 | 0 | 0 |
| 2026-W45 | 0 | 0 | 0 |
| 2026-W46 | 0 | 0 | 0 |
| 2026-W47 | 0 | 0 | 0 |
```mermaid
xychart-beta
    title "Requests (bars) and interviews (line)"
    x-axis ["W41", "W42", "W43", "W44", "W45", "W46", "W47"]
    y-axis "each week" 0 -> 1
    bar [1, 0, 0, 0, 0, 0, 0]
    line [0, 0, 0, 0, 0, 0, 0]
```
EOF
report --share
out_like '2 interviews, the first on 0026-03-01, the last on 2006-05-01\.$'
it 'all of it, if nothing follows until the end'
report -i bob
section '## Activity' <<'EOF'
Left out, since nothing follows for more than ten years: 2 requests, the first on 0026-03-01 ([log.csv:4](log.csv)), the last on 1995-03-01 ([log.csv:8](log.csv)).
EOF
report -i bob --period ..2000-01-01
out_like '^Left out, .* 1 request on 0026-03-01 '
out_like '^\| 1995-03 +\| 1 █ '
ok test "$(rows)" -eq 59
report --period ..0050-01-01
out_like '^Left out, .* 2 requests, the first on 0026-03-01 \(\[log\.csv:6\].* the last on 0026-03-01 \(\[log\.csv:4\]'
sed /asked/d log.csv >answers.csv
report --log answers.csv
out_like '^Left out, .* years: 1 reply, 2 interviews, the first on 2006-03-02 \(\[answers\.csv:2\]'
it 'nothing, if a period says where to begin'
report --period 1995-03-01..2026-10-10
ok test "$(rows)" -eq 32
out_like '^\| 1995 +\| 1 █ '
out_unlike 'Left out'

it 'rows that the period cuts'
rm -f notes/*
printf 'date,contact,event\n2026-10-07,ann,asked\n2026-10-31,ann,asked\n' >log.csv
cut_is()
{
	report --period "$1" </dev/null
	sed -n '/^Only/p' "$out" >cuts
	file_is cuts
}
cut_is 2026-10 <<'EOF'
Only in part in this period: 2026-W40 from 2026-10-01, 2026-W44 until 2026-10-31.
EOF
cut_is 2026-10-05..2026-11-01 </dev/null
cut_is 2026-10-05..2026-10-31 <<'EOF'
Only in part in this period: 2026-W44 until 2026-10-31.
EOF
cut_is 2026-10-06..2026-11-01 <<'EOF'
Only in part in this period: 2026-W41 from 2026-10-06.
EOF
cut_is 2026-10-06..2026-10-08 <<'EOF'
Only in part in this period: 2026-W41 from 2026-10-06 until 2026-10-08.
EOF
cut_is 2026-10-05..2026-10-08 <<'EOF'
Only in part in this period: 2026-W41 until 2026-10-08.
EOF
cut_is 2026-05-02..2026-11-20 <<'EOF'
Only in part in this period: 2026-05 from 2026-05-02, 2026-11 until 2026-11-20.
EOF
cut_is 2019-12-31..2025-12-31 </dev/null
cut_is 2019-12-31..2026-10-30 <<'EOF'
Only in part in this period: 2019 from 2019-12-31, 2026 until 2026-10-30.
EOF
cut_is ..2026-10-30 <<'EOF'
Only in part in this period: 2026-W44 until 2026-10-30.
EOF
it 'today cuts nothing, for nothing is left out; nor is there anything before the first day of all'
cut_is 2026-10-05..2026-11-21 </dev/null
cut_is 2026-10-05.. </dev/null
cut_is 2026 </dev/null
report
out_unlike '^Only'

it 'larger numbers: bars in proportion, to an eighth of a block'
{
	echo id,name
	for i in $(seq 1 128); do echo "p$i,P $i"; done
} >contacts.csv
{
	echo date,contact,event
	for i in $(seq 1 128); do echo "2026-11-16,p$i,asked"; done
	for i in $(seq 1 67); do echo "2026-11-16,p$i,replied"; done
	for i in $(seq 1 9); do echo "2026-11-16,p$i,met"; done
} >log.csv
report
out_like '^\| 2026-W47 \| 128 ████████████████ \|  67 ████████▍ +\|   9 █▏ +\|$'
report --ascii
out_like '^\| 2026-W47 \| 128 #{16} \|  67 #{9} \|   9 ## +\|$'
ok test "$(grep -c '.\{81\}' "$out")" -eq 0

done_testing

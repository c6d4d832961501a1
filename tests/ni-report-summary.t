#!/bin/sh
# ni-report -s summary: the figures of a period beside those of the one before.

. tests/tap.sh

report()
{
	run ni-report --today 2026-11-21 -s summary "$@"
	status_is 0
	err_empty </dev/null
}

network
file contacts.csv <<'EOF'
id,name,added
ann,Ann Lee,2026-09-30
bob,Bob Ray,2026-10-01
cat,Cat Wu,2026-10-31
dan,Dan Oz,2026-11-01
eve,Eve Fox,
EOF
file log.csv <<'EOF'
date,contact,event,via,until,note
2026-09-30,ann,asked,,,
2026-10-02,ann,replied,,,
2026-10-01,bob,asked,,,
2026-10-08,bob,asked,,,
2026-11-03,bob,replied,,,
2026-10-31,cat,asked,,,
2026-11-01,cat,helped,,,
2026-11-02,cat,asked,,,
2026-11-04,cat,thanked,,,
2026-11-01,dan,asked,,,
2026-10-31,eve,met,,,
2026-11-02,eve,thanked,,,
2026-11-01,eve,met,,,
EOF
file notes/1.md <<'EOF'
---
contact: ann
date: 2026-09-29
outcome: met
thanked: 2026-09-30
referrals: [{name: Zoe Kim}]
---
EOF
file notes/2.md <<'EOF'
---
contact: [ann, bob]
date: 2026-10-15
outcome: met
referrals:
  - name: Zoe Kim
  - name: Yan Ho
  - name: Xia Ma
    skip: yes
---
EOF
file notes/3.md <<'EOF'
---
contact: cat
date: 2026-10-20
outcome: met
thanked: n/a
---
EOF
file notes/4.md <<'EOF'
---
contact: cat
date: 2026-10-21
outcome: moved
referrals: [{name: Uma Rao}]
---
EOF
file notes/5.md <<'EOF'
---
contact: dan
date: 2026-11-20
---
EOF
file notes/6.md <<'EOF'
---
contact: dan
date: 2026-11-30
---
EOF

it 'a month beside the month before'
report --period 2026-11
section '## Summary' <<'EOF'
What happened from 2026-11-01 to 2026-11-30 (21 of 30 days so far); before: from 2026-10-01 to 2026-10-31.
| | Number | Rate | Before | Rate |
| - | -: | - | -: | - |
| Contacts added | 1 | | 2 | |
| Asked | 2 | 40% of 5 contacts | 2 | 50% of 4 |
| Replied | 0 | 0% of 2 asked | 2 | 100% of 2 |
| Median days to a reply | | | 7.5 | of 2 |
| Met | 1 | 20% of 5 contacts | 4 | 100% of 4 |
| Thanked in time | 1 | 50% of 2 thank-yous owed | 1 | 33% of 3 |
| Interviews held | 0 | | 2 | |
| Referrals per interview | | | 1.5 | of 2 |
| Interviews planned | 1 | | 0 | |
| Interviews to write up | 1 | | 0 | |
| Interviews cancelled, missed or moved | 0 | | 1 | |
| Leads | 0 | | 2 | |
EOF

it 'of all times: each figure once'
report
out_unlike 'What happened|Before'
section '## Summary' <<'EOF'
| | Number | Rate |
| - | -: | - |
| Contacts | 5 | |
| Asked | 4 | 80% of 5 contacts |
| Replied | 3 | 75% of 4 asked |
| Median days to a reply | 2 | of 3 replies |
| Met | 4 | 80% of 5 contacts |
| Thanked in time | 3 | 50% of 6 thank-yous owed |
| Interviews held | 3 | |
| Referrals per interview | 1.3 | of 3 interviews |
| Interviews planned | 1 | |
| Interviews to write up | 1 | |
| Interviews cancelled, missed or moved | 1 | |
| Leads | 3 | |
EOF

it 'an open period has none before'
report --period 2026-11-01..
out_like '^What happened from 2026-11-01 on\.$'
out_like '^\| Asked +\| +2 \| 40% of 5 contacts +\|$'
report --period ..2026-09-30
out_like '^What happened until 2026-09-30\.$'
out_like '^\| Contacts added +\| +1 \| +\|$'
out_like '^\| Asked +\| +1 \| 50% of 2 contacts +\|$'

it 'how far a period has come'
report --period 2026-10
out_like '^What happened from 2026-10-01 to 2026-10-31; before: from 2026-09-01 to 2026-09-30\.$'
report --period 2026-12
out_like '^What happened from 2026-12-01 to 2026-12-31 \(still to come\); before: from 2026-11-01 '
report --period 30d
out_like '^What happened from 2026-10-23 to 2026-11-21; before: from 2026-09-23 to 2026-10-22\.$'
report --period 2026-11-21..2026-11-22
out_like '^What happened from 2026-11-21 to 2026-11-22 \(1 of 2 days so far\); before: '

it 'periods that are none'
for period in 2026-13 2026-W00 2025-W53 2026-Q5 0d 2026-11-02..2026-11-01 .. '' today; do
	run ni-report -s summary --period "$period"
	status_is 2
	err_like "^ni-report: --period: found '$period', expected 2026, 2026-Q4, 2026-11, 2026-W47, "
	out_empty
done

it 'nobody selected'
pipe 'echo id,name | ni-report -s summary --period 2026 -'
status_is 0
section '## Summary' <<'EOF'
No contacts are selected. They are the rows of `contacts.csv`, or of the list that is given.
EOF

done_testing

#!/bin/sh
# ni-due --why: every rule for one person, fired or not; and what ni-due says on a terminal.
# tests/due-random.t compares what --why tells with the rows that ni-due lists.

. tests/tap.sh

network
file ni.yaml <<'EOF'
format: 1
practice:
  follow_up_after: 10bd
EOF
file contacts.csv <<'EOF'
id,name,referred_by,may_use_name,added,cadence
ann,"Ann Lee, Jr.",,,2026-01-10,
bob,Bob Ray,ann,,2026-11-20,
cyd,Cyd Fox,,,2026-01-10,
dee,Dee Orr,,,2026-01-10,none
eve,"Eve
Two Lines",,,2026-01-10,
EOF
file log.csv <<'EOF'
date,contact,event,until,note
2026-11-10,cyd,asked,,
2026-02-01,dee,helped,,sent the salary survey
2026-10-01,eve,contacted,,
2026-10-02,eve,deferred,2027-01-15,
EOF
cat >notes/2026-11-19-ann.md <<'EOF'
---
contact: ann
date: 2026-11-19
outcome: met
rating: 4
referrals:
  - name: Flo Hart
---
- [ ] send her the article due 2026-11-30
EOF

it 'prints every rule, its arithmetic, reason and anchor, and what would end it'
run ni-due --today 2026-11-21 --why ann
status_is 0
err_empty
out_is <<'EOF'
Ann Lee, Jr. (ann), contacts.csv:2, on 2026-11-21

no     meet            no interview is planned
no     reply           they have not replied
due    thank           2026-11-19 + 2d = 2026-11-21 (thank_within), today
                       interview of 2026-11-19; 1 of 2 names given
                       notes/2026-11-19-ann.md:3
                       ends with a `thanked` event, or `thanked:` in the note (n/a: none is owed)
no     prepare         no interview is planned
no     write-up        the interview has an outcome and a rating
later  task            2026-11-30, in 9 days
                       shown from 2026-11-23
                       send her the article due 2026-11-30
                       notes/2026-11-19-ann.md:9
                       ends with `[x]` in the note
due    get-permission  2026-11-20 + 7d = 2026-11-27 (request_within), in 6 days
                       may you use their name with Bob Ray (bob)?
                       contacts.csv:3
                       ends with `may_use_name` in contacts.csv, yes or no
no     request         they were asked, have answered or helped, or an interview was set
no     follow-up       no request waits for an answer
no     add-lead        only for people who are no contacts yet
no     report-back     of what came of their advice and names there is nothing they were not told
no     move-on         no request waits for an answer
no     keep-in-touch   something else comes first
no     resume          something else comes first
EOF

it 'counts business days where the setting does, and tells when a row will be shown'
run ni-due --today 2026-11-21 --why cyd -a follow-up,move-on
out_is <<'EOF'
Cyd Fox (cyd), contacts.csv:4, on 2026-11-21

later  follow-up       2026-11-10 + 10bd = 2026-11-24 (follow_up_after), in 3 days
                       asked 1 time, last on 2026-11-10
                       log.csv:2
                       ends with an answer, or a note of an interview; another `asked` counts anew
no     move-on         they may be asked once more, says `attempts`
EOF

it 'says of a row that it has lapsed, and since when; --lapsed makes it arise'
run ni-due --today 2026-11-21 --why dee -a thank,keep-in-touch
out_is <<'EOF'
Dee Orr (dee), contacts.csv:5, on 2026-11-21

lapsed thank           2026-02-01 + 2d = 2026-02-03 (thank_within), 291 days ago
                       has lapsed, due before 2026-11-21 - 90d = 2026-08-23 (lapse_after); --lapsed makes it arise
                       sent the salary survey
                       log.csv:3
                       ends with a `thanked` event
no     keep-in-touch   keep in touch: none
EOF
run ni-due --today 2026-11-21 --lapsed --why dee -a thank
out_like '^due    thank '

it 'names what a row waits for, and shows a newline in a name as one'
run ni-due --today 2026-11-21 --why eve -a request,resume
out_is <<'EOF'
Eve\nTwo Lines (eve), contacts.csv:6, on 2026-11-21

later  request         2026-10-01 + 7d = 2026-10-08 (request_within), deferred until 2027-01-15, in 55 days
                       not asked yet
                       contacts.csv:6
                       ends with an `asked` event, an answer of theirs, or a note of an interview
no     resume          something else comes first
EOF

it 'knows leads by their id, and that one rule is theirs'
run ni-due --today 2026-11-21 --why flo-hart
out_is <<'EOF'
Flo Hart (flo-hart), a lead, on 2026-11-21

due    add-lead        2026-11-19 + 7d = 2026-11-26 (request_within), in 5 days
                       named by Ann Lee, Jr. on 2026-11-19
                       notes/2026-11-19-ann.md:7
                       ends with a contact of that name (ni-refer --add), or `skip: yes` in the referral
EOF

it 'whom it is about: the id, or any part of the name, of a contact or a lead'
cp "$out" by-id
run ni-due --today 2026-11-21 --why HART
status_is 0
same "$out" by-id
run ni-due --today 2026-11-21 --why 'ann lee'
out_like '^Ann Lee, Jr\. \(ann\), contacts\.csv:'
run ni-due --today 2026-11-21 --why a
status_is 2
out_empty
err_like "^ni-due: 'a' fits [0-9]+ contacts or leads; say which by the id\$"
err_like '^ni-due:   flo-hart: Flo Hart.* \(a lead\)$'

it 'refuses somebody nobody knows, and options that are for lists'
run ni-due --today 2026-11-21 --why nobody
status_is 2
out_empty
err_is <<'EOF'
ni-due: no contact or lead 'nobody'
EOF
run ni-due --today 2026-11-21 --why 'flo-hatr'
status_is 2
out_empty
err_is <<'EOF'
ni-due: no contact or lead 'flo-hatr'; did you mean 'flo-hart'?
EOF
cp contacts.csv kept
echo gil,Gil,,,2026-13-01, >>contacts.csv
run ni-due --today 2026-11-21 --why gil
status_is 2
out_empty
like "$err" "^ni-due: no contact or lead 'gil'\$"
mv kept contacts.csv
for option in -q '-n 3' '-f csv' '-i ann'; do
	# shellcheck disable=SC2086
	run ni-due --why ann $option
	status_is 2
	err_like '^ni-due: options .-f., .-i., .-n. and .-q. are not for .--why.$'
done

# ---------------------------------------------------------------- a terminal

# shown COMMAND: its output on a terminal, with what goes to standard error, without CR.
shown()
{
	TERM=${TERM-xterm} script -qec "$1" /dev/null </dev/null | tr -d '\r' >"$tap/shown"
}

it 'on a terminal marks what is late in red, and counts below'
if ! command -v script >/dev/null; then
	skip 'script(1) is not there to make a terminal'
else
	TERM=xterm shown 'ni-due --today 2026-11-25 -C . -a thank,follow-up,task'
	printf '%s\n' \
		'due         days  action     reason                                 name' \
		'@[31m2026-11-21    -4  thank      interview of 2026-11-19; 1 of 2 name…  Ann Lee, Jr.@[m' \
		'@[31m2026-11-24    -1  follow-up  asked 1 time, last on 2026-11-10       Cyd Fox@[m' \
		'2026-11-30     5  task       send her the article due 2026-11-30    Ann Lee, Jr.' \
		'2 late, 0 today, 1 to come' | tr @ '\033' >"$tap/expected"
	same "$tap/expected" "$tap/shown"
fi

for without in 'NO_COLOR=1' 'TERM=dumb'; do
	it "$without: no colour"
	if ! command -v script >/dev/null; then
		skip 'script(1) is not there to make a terminal'
	else
		shown "env $without ni-due --today 2026-11-25 -a thank"
		like "$tap/shown" '^2026-11-21    -4  thank'
		unlike "$tap/shown" "$(printf '\033')"
	fi
done

it 'on a terminal says that nothing is due; off one says nothing'
if ! command -v script >/dev/null; then
	skip 'script(1) is not there to make a terminal'
else
	shown 'ni-due --today 2026-11-25 -a reply'
	like "$tap/shown" '^nothing is due$'
fi
run ni-due --today 2026-11-25 -a thank -f table
err_empty

done_testing

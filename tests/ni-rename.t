#!/bin/sh
# ni-rename: another id for a person in all files, all or nothing; two people made one.

. tests/tap.sh

# people: a new network, with quotes, comments and line ends of all kinds.
people()
{
	network
	file contacts.csv <<'END'
name,id,org,referred_by,may_use_name,email,phone,added,tags,shoes
Ann Lee,ann,Acme,,,ann@a.example,1,2026-10-01,x;y,
"Ray, Bob", "bob" ,,ann,yes,,,2026-10-02,,9
Zoë García-Ruiz,,"Two
lines", "ann" ,,,,2026-10-03,,
Sam Ito,sam
Ann B. Lee,ann-lee,Acme Ltd,sam,no,ann@A.example;b@b.example,,2026-09-01,y;z,8
END
	file log.csv <<'END'
date,contact,event,via,until,note
2026-10-05,ann,asked,email,,"ann, and ann"
2026-10-06, "ann" ,replied,,,

2026-10-07,ann-lee,asked,,,ann
2026-10-05,ann,asked,email,,"ann, and ann"
2026-10-08,zoe-garcia-ruiz,asked,,,
END
	file notes/2026-10-09-ann.md <<'END'
---
# with ann
contact: 'ann' # ann
date: 2026-10-09
ann: ann
referrals:
  - name: ann
    id: "ann-lee"
  - {name: Bob, id: bob}
tags: [ann, bob]
---
# ann

contact: ann
END
	file notes/2026/2026-10-10-sam+ann.md <<'END'
---
contact: [sam, ann, zoe-garcia-ruiz]
date: 2026-10-10
---
END
	file notes/2026/sam.md <<'END'
---
contact:
  - sam
date: 2026-10-11
referrals:
- id: ann
  name: Somebody
- name: Nobody
---
END
	bytes '\357\273\277---\r\ncontact: ann-lee\r\ndate: 2026-10-12\r\nreferrals: [{name: X, id: ann}]\r\n---\r\nann' \
		>notes/2026-10-12-ann-lee.md
	keep
}

# keep: what all files are now, for unchanged.
keep()
{
	rm -rf "$tap/kept"
	cp -R . "$tap/kept"
}

# unchanged: every file is what it was, under the same name, and there is no other one.
unchanged()
{
	ok diff -r . "$tap/kept"
}

# refused REGEX: nothing was written, and why.
refused()
{
	status_is 2
	out_empty
	err_like "$1"
	unchanged
}

# ------------------------------------------------------------ a new id

it 'a new id in all files, and in the names of notes'
people
run ni-rename ann anna
status_is 0
err_empty
out_is <<'END'
notes/2026-10-09-ann.md: 1 place, now notes/2026-10-09-anna.md
notes/2026-10-12-ann-lee.md: 1 place
notes/2026/2026-10-10-sam+ann.md: 1 place, now notes/2026/2026-10-10-sam+anna.md
notes/2026/sam.md: 1 place
log.csv: 3 places
contacts.csv: 3 places
END
it 'contacts.csv: id and referred_by, and every other byte is kept'
file_is contacts.csv <<'END'
name,id,org,referred_by,may_use_name,email,phone,added,tags,shoes
Ann Lee,anna,Acme,,,ann@a.example,1,2026-10-01,x;y,
"Ray, Bob", "bob" ,,anna,yes,,,2026-10-02,,9
Zoë García-Ruiz,,"Two
lines", "anna" ,,,,2026-10-03,,
Sam Ito,sam
Ann B. Lee,ann-lee,Acme Ltd,sam,no,ann@A.example;b@b.example,,2026-09-01,y;z,8
END
it 'log.csv: contact'
file_is log.csv <<'END'
date,contact,event,via,until,note
2026-10-05,anna,asked,email,,"ann, and ann"
2026-10-06, "anna" ,replied,,,

2026-10-07,ann-lee,asked,,,ann
2026-10-05,anna,asked,email,,"ann, and ann"
2026-10-08,zoe-garcia-ruiz,asked,,,
END
it 'front matter: contact, quotes and comments kept; other keys and the body are not touched'
file_is notes/2026-10-09-anna.md <<'END'
---
# with ann
contact: 'anna' # ann
date: 2026-10-09
ann: ann
referrals:
  - name: ann
    id: "ann-lee"
  - {name: Bob, id: bob}
tags: [ann, bob]
---
# ann

contact: ann
END
it 'front matter: one of a panel'
like notes/2026/2026-10-10-sam+anna.md '^contact: \[sam, anna, zoe-garcia-ruiz\]$'
it "front matter: a referral's id"
like notes/2026/sam.md '^- id: anna$'
it 'front matter: CR LF, a BOM, a list in brackets, no newline at the end'
bytes '\357\273\277---\r\ncontact: ann-lee\r\ndate: 2026-10-12\r\nreferrals: [{name: X, id: anna}]\r\n---\r\nann' >want
same notes/2026-10-12-ann-lee.md want
rm want
it 'and back: each byte of each file, and each name, is what it was'
run ni-rename anna ann
status_is 0
unchanged
it 'no other file is left'
ok [ -z "$(find . -name '.ni-*')" ]
it 'what ni-due says is the same'
people
run ni-due --today 2026-11-21 -f tsv
project 'due action reason' <"$out" | sort >"$tap/due"
ok [ "$(grep -c . "$tap/due")" -gt 4 ]
run ni-rename ann anna
run ni-due --today 2026-11-21 -f tsv
project 'due action reason' <"$out" | sort >"$tap/due-after"
same "$tap/due-after" "$tap/due"

it '-n: shows it and writes nothing'
people
run ni-rename ann anna
cp "$out" "$tap/said"
people
run ni-rename -n ann anna
status_is 0
same "$out" "$tap/said"
unchanged

it 'an id that was made from the name is written into its empty cell'
people
run ni-rename zoe-garcia-ruiz zoe
status_is 0
out_is <<'END'
notes/2026/2026-10-10-sam+ann.md: 1 place
log.csv: 1 place
contacts.csv: 1 place
END
like contacts.csv '^Zoë García-Ruiz,zoe,"Two$'
it 'a row that lacks the cell gets it'
network
file contacts.csv <<'END'
org,name,email,id
Acme,Ann Lee
Bolt,"Bob"
END
run ni-rename ann-lee ann
status_is 0
file_is contacts.csv <<'END'
org,name,email,id
Acme,Ann Lee,,ann
Bolt,"Bob"
END
it 'a header without the column gets it at its end'
network
bytes 'name,org\r\nBob Ray,Acme\r\nAnn Lee\r\n' >contacts.csv
run ni-rename ann-lee ann
status_is 0
bytes 'name,org,id\r\nBob Ray,Acme\r\nAnn Lee,,ann\r\n' >want
same contacts.csv want

it 'ids are compared in NFC, and written in it'
network
bytes 'id,name,referred_by\ne\314\201va,Eva,\nbob,Bob,\303\251va\n' >contacts.csv
bytes 'date,contact,event\n2026-10-01,e\314\201va,asked\n' >log.csv
bytes -- '---\ncontact: "e\314\201va"\ndate: 2026-10-01\n---\n' \
	>"$(bytes 'notes/2026-10-01-e\314\201va.md')"
run ni-rename "$(bytes '\303\251va')" "$(bytes 'e\314\201ve')"
status_is 0
bytes 'id,name,referred_by\n\303\251ve,Eva,\nbob,Bob,\303\251ve\n' >want
same contacts.csv want
bytes 'date,contact,event\n2026-10-01,\303\251ve,asked\n' >want
same log.csv want
bytes -- '---\ncontact: "\303\251ve"\ndate: 2026-10-01\n---\n' >want
same "$(bytes 'notes/2026-10-01-\303\251ve.md')" want

it 'an id that YAML would take for something else is quoted'
people
run ni-rename ann 2026-11-21
status_is 0
like notes/2026/2026-10-10-sam+2026-11-21.md '^contact: \[sam, "2026-11-21", zoe-garcia-ruiz\]$'
like notes/2026-10-09-2026-11-21.md "^contact: '2026-11-21' # ann\$"
run ni-notes -f tsv notes/2026-10-09-2026-11-21.md
rows_are contact <<'END'
2026-11-21
END

it 'names of notes: ids and nothing else'
network
printf 'id,name\nann,Ann\nann-lee,Ann Lee\nbob,Bob\n' >contacts.csv
day=10
for name in ann-lee ann-2 ann_bob bob-ann-3 ann-at-acme ANN ann- ann-lee-again bob-at-ann; do
	printf -- '---\ncontact: [ann, bob]\ndate: 2026-10-%s\n---\n' $day >notes/2026-10-$day-$name.md
	day=$((day + 1))
done
printf -- '---\ncontact: ann\ndate: 2026-09-01\n---\n' >notes/ann.md
printf -- '---\ncontact: ann\ndate: 2026-09-02\n---\n' >notes/2026-02-30-ann.md
printf -- '---\ncontact: bob\ndate: 2026-09-03\n---\n' >notes/2026-09-03-ann.md
run ni-rename ann eve
status_is 0
ls notes >names
file_is names <<'END'
2026-02-30-ann.md
2026-09-03-ann.md
2026-10-10-ann-lee.md
2026-10-11-eve-2.md
2026-10-12-eve_bob.md
2026-10-13-bob-eve-3.md
2026-10-14-eve-at-acme.md
2026-10-15-ANN.md
2026-10-16-eve-.md
2026-10-17-ann-lee-again.md
2026-10-18-bob-at-ann.md
ann.md
END
it 'names of notes: each that ni-check counts as having the id, and still does'
network
printf 'id,name,added\nann,Ann,2026-05-01\nann-lee,Lee,2026-05-01\n' >contacts.csv
for name in ann ann-again ann.second ann-lee-again; do
	printf -- '---\ncontact: [ann, ann-lee]\ndate: 2026-10-10\noutcome: moved\n---\n' >notes/2026-10-10-$name.md
done
name=$(bytes 'notes/2026-10-10-ann-e\314\201t\303\251.md')
cp notes/2026-10-10-ann.md "$name"
run ni-check --strict --today 2026-11-21
status_is 0
run ni-rename ann eve
status_is 0
ls notes >names
file_is names <<END
2026-10-10-ann-lee-again.md
2026-10-10-eve-again.md
$(bytes '2026-10-10-eve-e\314\201t\303\251.md')
2026-10-10-eve.md
2026-10-10-eve.second.md
END
run ni-check --strict --today 2026-11-21
status_is 0

it 'a symbolic link stays one, and modes stay'
people
mkdir real
mv log.csv real/log.csv
ln -s real/log.csv log.csv
chmod 640 contacts.csv notes/2026-10-09-ann.md
run ni-rename ann anna
status_is 0
ok [ -L log.csv ]
like real/log.csv '^2026-10-05,anna,'
ok [ "$(stat -c %a contacts.csv)$(stat -c %a notes/2026-10-09-anna.md)" = 640640 ]

it 'without a log, without notes'
network
rmdir notes
printf 'id,name\nann,Ann' >contacts.csv
run ni-rename ann anna
status_is 0
printf 'id,name\nanna,Ann' >want
same contacts.csv want

it 'NEW that stands somewhere already and is no contact: a warning for each place'
network
file contacts.csv <<'END'
id,name,referred_by
ann,Ann,
bob,"Bob
Ray",
cid,Cid, "eve"
END
file log.csv <<'END'
date,contact,event
2026-10-01,ann,asked
2026-10-02,eve,met
END
printf -- '---\ncontact: ann\ndate: 2026-10-09\nreferrals:\n- name: Eve Ito\n  id: eve\n---\n' >notes/2026-10-09-ann.md
printf -- '---\ndate: 2026-10-10\ncontact: [bob, eve]\n---\n' >notes/2026-10-10-bob.md
run ni-rename -n ann eve
status_is 0
cp "$err" said
run ni-rename ann eve
status_is 0
same "$err" said
sed '/is no contact$/d' "$err" >warnings
file_is warnings <<'END'
notes/2026-10-09-ann.md:5: warning: 'eve' stands here already, and will be who was 'ann'
notes/2026-10-10-bob.md:3: warning: 'eve' stands here already, and will be who was 'ann'
log.csv:3:12: warning: 'eve' stands here already, and will be who was 'ann'
contacts.csv:5: warning: 'eve' stands here already, and will be who was 'ann'
END
like log.csv '^2026-10-01,eve,asked$'
it 'with --merge, where NEW is a contact, there is none'
network
printf 'id,name\nann,Ann\neve,Eve\n' >contacts.csv
printf 'date,contact,event\n2026-10-01,eve,asked\n2026-10-02,ann,asked\n' >log.csv
run ni-rename --merge --force ann eve
status_is 0
err_empty

# ------------------------------------------------------------ refused

it 'OLD that is no contact'
people
run ni-rename eve anna
refused "^ni-rename: no contact 'eve'"
it 'a slip of the finger'
run ni-rename anm anna
refused "did you mean 'ann'"
it 'OLD is an id, not a name'
run ni-rename Sam anna
refused "no contact 'Sam'; did you mean 'sam'"
run ni-rename ray-bob anna
refused "no contact 'ray-bob'; did you mean 'bob'"
it 'NEW that is taken'
run ni-rename ann bob
refused "^ni-rename: 'bob' is a contact already, contacts.csv:3; --merge "
it 'NEW that is made from the name of another contact'
run ni-rename ann zoe-garcia-ruiz
refused "'zoe-garcia-ruiz' is a contact already, contacts.csv:4"
it 'NEW that is the same'
run ni-rename ann ann
refused "'ann' is the id already"
for id in a/b '' -x .hidden 'ann lee' 'a,b' "$(bytes '\377')"; do
	it "NEW that is no id: '$id'"
	run ni-rename -- ann "$id"
	refused "^ni-rename: NEW: found '"
	it "OLD that is no id: '$id'"
	run ni-rename -- "$id" ann
	refused "^ni-rename: OLD: found '"
done
it 'one operand, three operands, --force alone'
run ni-rename ann
refused '^usage: ni-rename'
run ni-rename ann bob eve
refused "'eve' is one operand too many"
run ni-rename --force ann anna
refused '^ni-rename: --force is for --merge'
it 'no network'
mkdir "$tap/none"
run ni-rename -C "$tap/none" ann anna
status_is 2
err_like '^ni-rename: no contacts.csv or ni.yaml in '

# with FILE TEXT REGEX: a file with a fault, and nothing is changed.
with()
{
	people
	bytes "$2" >"$1"
	keep
	run ni-rename ann anna
	refused "$3"
}

it 'a fault in a note, in the log, in contacts.csv'
with notes/bad.md 'no front matter\n' '^notes/bad.md:1:1: error: '
err_like 'nothing was changed'
with log.csv 'date,contact,event\n2026-10-01,ann,asked\n2026-10-01,an"n,asked\n' '^log.csv:3:14: error: '
with log.csv '' '^log.csv:1:1: error: empty file'
with log.csv 'date,contact,event\n2026-10-01,ann,asked,1\n' '^log.csv:2:22: error: '
with contacts.csv 'id,name\nann,Ann\nann,Ann\n' "^contacts.csv:3:1: error: id 'ann' stands twice"
it 'an id that stands where its bytes cannot be told'
people
printf -- '---\ncontact: |\n  ann\ndate: 2026-11-01\n---\n' >notes/block.md
keep
run ni-rename ann anna
refused '^notes/block.md:2:10: error: the id cannot be changed as it is written here'
it 'a note whose new name is taken'
people
printf -- '---\ncontact: sam\ndate: 2026-11-01\n---\n' >notes/2026-10-09-anna.md
keep
run ni-rename ann anna
refused "cannot rename 'notes/2026-10-09-ann.md' to 'notes/2026-10-09-anna.md': File exists"
run ni-rename -n ann anna
refused "cannot rename 'notes/2026-10-09-ann.md' to "
it 'a note whose new name is too long'
people
new=$(printf 'n%.0s' $(seq 180))
id=$(printf 'm%.0s' $(seq 100))
printf -- '---\ncontact: [%s, ann]\ndate: 2026-11-01\n---\n' "$id" >"notes/2026-11-01-$id-ann.md"
keep
run ni-rename ann "$new"
refused 'cannot rename .*: File name too long'

# ------------------------------------------------------------ two people made one

it '--merge: shows what would be lost, and changes nothing'
people
run ni-rename --merge ann-lee ann
status_is 1
out_is <<'END'
contacts.csv:7: name: 'Ann B. Lee' is lost, 'Ann Lee' stays
contacts.csv:7: org: 'Acme Ltd' is lost, 'Acme' stays
END
err_is <<'END'
ni-rename: nothing was changed; --force merges them nevertheless
END
unchanged
it '--merge -n: shows that and what would be changed'
run ni-rename -n --merge ann-lee ann
status_is 0
err_empty
out_is <<'END'
contacts.csv:7: name: 'Ann B. Lee' is lost, 'Ann Lee' stays
contacts.csv:7: org: 'Acme Ltd' is lost, 'Acme' stays
notes/2026-10-09-ann.md: 1 place
notes/2026-10-12-ann-lee.md: 1 place, now notes/2026-10-12-ann.md
log.csv: 1 place
contacts.csv: 7 places
END
unchanged
it '--merge --force: one row with the cells of both'
run ni-rename --merge --force ann-lee ann
status_is 0
err_empty
file_is contacts.csv <<'END'
name,id,org,referred_by,may_use_name,email,phone,added,tags,shoes
Ann Lee,ann,Acme,sam,no,ann@a.example;b@b.example,1,2026-09-01,x;y;z,8
"Ray, Bob", "bob" ,,ann,yes,,,2026-10-02,,9
Zoë García-Ruiz,,"Two
lines", "ann" ,,,,2026-10-03,,
Sam Ito,sam
END
unlike log.csv 'ann-lee'
ok [ -e notes/2026-10-12-ann.md ]
like notes/2026-10-12-ann.md '^contact: ann.$'

# merged ROW ROW: --merge of o into n, whose rows these are, in a new network.
merged()
{
	network
	printf 'id,name,referred_by,may_use_name,tags,note\n%s\n%s\nx,X,,,,\ny,Y,o,,,\n' "$1" "$2" >contacts.csv
	run ni-rename --merge --force o n
	status_is 0
}

it '--merge: nobody is referred by themselves'
merged 'n,N,o,yes,,' 'o,N,x,no,,'
like contacts.csv '^n,N,x,no,,$'
like contacts.csv '^y,Y,n,,,$'
merged 'n,N,,,,' 'o,N,n,no,,'
like contacts.csv '^n,N,,no,,$'
it '--merge: leave to use a name is of the one who referred'
merged 'n,N,x,,,' 'o,N,n,yes,,'
like contacts.csv '^n,N,x,,,$'
out_like "may_use_name: 'yes' is lost, the cell is empty"
merged 'n,N,,no,,' 'o,N,x,yes,,'
like contacts.csv '^n,N,x,yes,,$'
out_like "may_use_name: 'no' is lost, 'yes' stays"
it '--merge: a referrer who was referred by one of the two is lost'
network
file contacts.csv <<'END'
id,name,referred_by
ann,Ann,
bob,Bob,cid
cid,Cid,ann
annie,Ann,bob
END
keep
run ni-rename --merge annie ann
status_is 1
out_is <<'END'
contacts.csv:5: referred_by: 'bob' is lost, the cell is empty
END
unchanged
run ni-rename --merge --force annie ann
status_is 0
file_is contacts.csv <<'END'
id,name,referred_by
ann,Ann,
bob,Bob,cid
cid,Cid,ann
END
merged 'n,N,y,yes,,' 'o,N,x,no,,'
like contacts.csv '^n,N,x,no,,$'
like contacts.csv '^y,Y,n,,,$'
out_like "^contacts.csv:2: referred_by: 'y' is lost, 'x' stays$"
merged 'n,N,x,yes,,' 'o,N,y,no,,'
like contacts.csv '^n,N,x,yes,,$'
out_like "^contacts.csv:3: referred_by: 'y' is lost, 'x' stays$"
it '--merge: a circle of others is no concern of it'
network
printf 'id,name,referred_by\no,N,x\nn,N,\nx,X,y\ny,Y,x\n' >contacts.csv
run ni-rename --merge o n
status_is 0
like contacts.csv '^n,N,x$'
it '--merge: a cell with quotes, commas and a newline'
network
printf 'id,name,note\no,N,"a ""b"", c\nd"\nn,"N",""\n' >contacts.csv
run ni-rename --merge o n
status_is 0
out_is <<'END'
contacts.csv: 2 places
END
file_is contacts.csv <<'END'
id,name,note
n,"N","a ""b"", c
d"
END
it '--merge: the last row, without a newline; an id made from the name stays so'
network
printf 'name,id\r\nNell,\r\nNell X,o' >contacts.csv
run ni-rename --merge --force o nell
status_is 0
printf 'name,id\r\nNell,\r\n' >want
same contacts.csv want
it '--merge: NEW that is no contact'
people
run ni-rename --merge ann eve
refused "no contact 'eve'; without --merge 'ann' gets that id"
it '--merge: both have a note of one day'
printf -- '---\ncontact: ann-lee\ndate: 2026-10-09\n---\n' >notes/2026-10-09-ann-lee.md
keep
run ni-rename --merge --force ann-lee ann
refused "'notes/2026-10-09-ann-lee.md' and 'notes/2026-10-09-ann.md' would both be with 'ann' on 2026-10-09"
for outcome in cancelled moved no-show; do
	it "--merge: both have a note of one day, and one is $outcome"
	people
	printf -- '---\ncontact: ann-lee\ndate: 2026-10-09\noutcome: %s\n---\n' $outcome >notes/2026-10-09-ann-lee-off.md
	run ni-rename --merge --force ann-lee ann
	status_is 0
	like notes/2026-10-09-ann-off.md '^contact: ann$'
	people
	printf -- '---\ncontact: ann\ndate: 2026-10-12\noutcome: %s\n---\n' $outcome >notes/2026-10-12-ann-off.md
	run ni-rename --merge --force ann-lee ann
	status_is 0
	out_like '^notes/2026-10-12-ann-lee.md: 1 place, now notes/2026-10-12-ann.md$'
done
it '--merge: a note with both'
people
run ni-rename --merge --force ann sam
refused "'notes/2026/2026-10-10-sam.ann.md' is with 'ann' and 'sam'"
it '--merge: an id that only the log and notes have'
people
sed 's/^Ann Lee,ann,/Ann Lee,anna,/' contacts.csv >new
mv new contacts.csv
run ni-rename ann anna
status_is 2
err_like "no contact 'ann'; did you mean 'anna'"
run ni-rename --merge ann anna
status_is 0
out_is <<'END'
notes/2026-10-09-ann.md: 1 place, now notes/2026-10-09-anna.md
notes/2026-10-12-ann-lee.md: 1 place
notes/2026/2026-10-10-sam+ann.md: 1 place, now notes/2026/2026-10-10-sam+anna.md
notes/2026/sam.md: 1 place
log.csv: 3 places
contacts.csv: 2 places
END
it '--merge: one who stands nowhere'
keep
run ni-rename --merge eve anna
refused "no contact 'eve'"

done_testing

#!/bin/sh
# ni-refer: who was named in interviews and is no contact yet, and how they become one.

. tests/tap.sh

# refer ARG... <<EOF: the ids and names of what ni-refer lists.
refer()
{
	run ni-refer -f tsv "$@" </dev/null
	[ "$status" -eq 0 ] || status_is 0
	[ ! -s "$err" ] || err_empty </dev/null
	rows_are 'id name'
}

# names CONTACT DATE <<EOF >notes/NAME.md: a note, with the items of referrals given.
names()
{
	printf -- '---\ncontact: %s\ndate: %s\nreferrals:\n' "$1" "$2"
	cat
	echo '---'
}

# ------------------------------------------------------------- leads

it 'the leads are contact rows'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
names ann 2026-11-20 <<'EOF' >notes/ann.md
  - name: Rosa Quispe
    org: Acme Health, Inc.
    title: Analyst
    email: rosa@example.org
    phone: +51 1 555
    note: knows "everybody"
    may_use_name: yes
  - name: Sam Ito
    may_use_name: no
  - name: 김민수
  - name: Left Out
    skip: yes
EOF
run ni-refer -f tsv
status_is 0
err_empty
rows_are 'id name org title email phone note source referred_by may_use_name added' <<'EOF'
rosa-quispe|Rosa Quispe|Acme Health, Inc.|Analyst|rosa@example.org|+51 1 555|knows "everybody"|referral|ann|yes|2026-11-20
sam-ito|Sam Ito||||||referral|ann|no|2026-11-20
김민수|김민수||||||referral|ann||2026-11-20
EOF
it 'as CSV, they are a contacts.csv of their own'
run ni-refer
cp "$out" leads.csv
out_like '^([a-z_]+,)*id(,[a-z_]+)*$'
out_like '"Acme Health, Inc\."'
out_like '"knows ""everybody"""'
run ni-due --today 2026-11-20 -f tsv -a request leads.csv
rows_are 'due id anchor' <<'EOF'
2026-11-27|rosa-quispe|leads.csv:2
2026-11-27|sam-ito|leads.csv:3
2026-11-27|김민수|leads.csv:4
EOF
it 'no leads: a header'
rm notes/ann.md
run ni-refer
status_is 0
ok test "$(wc -l <"$out")" -eq 1
out_like 'id'

it 'in the order note date, file, line'
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Fourth
  - name: Fifth
EOF
names ann 2026-11-20 <<'EOF' >notes/b.md
  - name: Sixth
EOF
names ann 2026-11-19 <<'EOF' >notes/c.md
  - name: Second
  - name: Third
EOF
mkdir notes/sub
names ann 2026-11-18 <<'EOF' >notes/sub/z.md
  - name: First
EOF
refer <<'EOF'
first|First
second|Second
third|Third
fourth|Fourth
fifth|Fifth
sixth|Sixth
EOF

it '-i: those whom these people named'
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
bob,Bob Ray
EOF
rm -r notes/*
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Of Ann
  - name: Of both
EOF
names bob 2026-11-21 <<'EOF' >notes/b.md
  - name: Of both
  - name: Of Bob
EOF
names '[bob, ann]' 2026-11-22 <<'EOF' >notes/panel.md
  - name: Of the panel
EOF
refer -i bob <<'EOF'
of-both|Of both
of-bob|Of Bob
of-the-panel|Of the panel
EOF
rows_are 'id referred_by added' <<'EOF'
of-both|ann|2026-11-20
of-bob|bob|2026-11-21
of-the-panel|bob|2026-11-22
EOF
it 'those whom the given rows named'
file list.csv <<'EOF'
id,name
ann,Ann Lee
EOF
refer list.csv <<'EOF'
of-ann|Of Ann
of-both|Of both
of-the-panel|Of the panel
EOF

# -------------------------------------------------------- who is who

# who CONTACTS REFERRAL <<EOF: the leads, where the one and the other stand.
who()
{
	printf 'id,name,org,email\nann,Ann Lee,,\n%s\n' "$1" >contacts.csv
	printf -- '---\ncontact: ann\ndate: 2026-11-20\nreferrals:\n  - {%s}\n---\n' "$2" >notes/a.md
	it "who is who: '$1' and '$2'"
	refer
}

network
# By id, whatever else.
who 'rosa,Rosa Q,Acme,r@a.org' 'name: Somebody, id: rosa, org: Else, email: x@y.org' </dev/null
who 'éva,Eva,,' "name: Somebody, id: $(printf 'e\314\201va')" </dev/null
who 'rosa,Rosa Q,Acme,' 'name: Somebody, id: Rosa' <<'EOF'
Rosa|Somebody
EOF
# By email, in any case, among several.
who 'rosa,Rosa Q,Acme,r@a.org;Q@B.org' 'name: Somebody, org: Else, email: q@b.ORG' </dev/null
who 'rosa,Rosa Q,Acme,r@a.org; q@b.org' 'name: Somebody, email: q@b.org' </dev/null
who 'rosa,Rosa Q,Acme,r@a.org' 'name: Somebody, email: q@b.org' <<'EOF'
somebody|Somebody
EOF
# By name and organisation, folded.
who 'r1,Rosa Quispe,,' 'name: rosa QUISPE' </dev/null
who 'r1,Rosa Quispe,Acme,' 'name: Rosa Quispe, org: ACME' </dev/null
who 'r1,Rosa Quispe,Acme,' 'name: Rosa Quispe' </dev/null
who 'r1,Rosa Quispe,,' 'name: Rosa Quispe, org: Acme' </dev/null
who 'r1,Rosa  Quispe,"Acme, Inc.",' 'name: Rosa Quispe, org: Acme Inc' </dev/null
who 'r1,Zoë García-Ruiz,,' 'name: zoe garciaruiz' </dev/null
who "r1,Mary O'Neil,," 'name: Mary ONeil' </dev/null
who 'r1,김민수,,' 'name: 김민수' </dev/null
who 'r1,Straße,,' 'name: STRASSE' </dev/null
who 'r1,Rosa Quispe,Acme,' 'name: Rosa Quispe, org: Globex' <<'EOF'
rosa-quispe|Rosa Quispe
EOF
who 'r1,Rosa Quispe,Acme,' 'name: Rosa Quispes, org: Acme' <<'EOF'
rosa-quispes|Rosa Quispes
EOF
# Not with only different emails.
who 'r1,Rosa Quispe,Acme,r@a.org' 'name: Rosa Quispe, org: Acme, email: q@b.org' <<'EOF'
rosa-quispe|Rosa Quispe
EOF
who 'r1,Rosa Quispe,Acme,' 'name: Rosa Quispe, org: Acme, email: q@b.org' </dev/null
who 'r1,Rosa Quispe,Acme,r@a.org' 'name: Rosa Quispe, org: Acme' </dev/null
# The id that is derived from a name is no id that was given.
who 'rosa-quispe,Rosa Q,,' 'name: Rosa Quispe' <<'EOF'
rosa-quispe-2|Rosa Quispe
EOF
# Who named them may be named.
who 'bob,Bob,,' 'name: Ann Lee' </dev/null

it 'two contacts fit by name: neither, and a warning'
printf 'id,name,org,email\nann,Ann Lee,,\nr1,Rosa Quispe,Acme,\nr2,rosa quispe,,\n' >contacts.csv
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Sam
  - name: Rosa Quispe
EOF
run ni-refer -f tsv
status_is 0
rows_are 'id name' <<'EOF'
sam|Sam
rosa-quispe|Rosa Quispe
EOF
err_like '^notes/a\.md:6:[0-9]*:? ?warning: .*r1.*r2'
it 'one of them fits by organisation'
printf 'id,name,org,email\nann,Ann Lee,,\nr1,Rosa Quispe,Acme,\nr2,rosa quispe,Globex,\n' >contacts.csv
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Rosa Quispe
    org: globex
EOF
refer </dev/null
it 'two contacts with that email: the first'
printf 'id,name,org,email\nann,Ann Lee,,\nr1,Rosa,,a@b.org\nr2,Sam,,a@b.org\n' >contacts.csv
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Somebody
    email: a@b.org
EOF
refer </dev/null

it 'one who fits an earlier lead is that lead, and fills its empty columns'
printf 'id,name\nann,Ann Lee\nbob,Bob Ray\n' >contacts.csv
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Rosa Quispe
  - name: Sam Ito
    org: Acme
EOF
names bob 2026-11-21 <<'EOF' >notes/b.md
  - name: rosa quispe
    org: Initech
    email: rosa@example.org
    may_use_name: yes
  - name: Sam Ito
    org: Globex
  - name: R. Q.
    email: ROSA@example.org
    org: Other
    title: Chief
EOF
names ann 2026-11-22 <<'EOF' >notes/c.md
  - name: Rosa Quispe
    may_use_name: no
    phone: "12"
EOF
run ni-refer -f tsv
err_empty
rows_are 'id name org title email phone referred_by may_use_name added' <<'EOF'
rosa-quispe|Rosa Quispe|Initech|Chief|rosa@example.org|12|ann|no|2026-11-20
sam-ito|Sam Ito|Acme||||ann||2026-11-20
sam-ito-2|Sam Ito|Globex||||bob||2026-11-21
EOF

it 'an id that is taken gets -2, -3 and so on'
printf 'id,name,org\nann,Ann Lee,\nkim,K,\nsam,Sam,X\nsam-2,Sammy,\n' >contacts.csv
rm notes/*.md
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Sam
    org: A
  - name: Sam
    org: B
  - name: Kim
    org: A
  - name: Other
    id: other
  - name: Other!
    org: Z
    email: o@z.org
EOF
refer <<'EOF'
sam-3|Sam
sam-4|Sam
kim-2|Kim
other|Other
EOF
it 'an id ties referrals of other names to one lead'
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: The director
    id: dir
  - name: Her deputy
    id: dir
EOF
refer <<'EOF'
dir|The director
EOF
it 'a name of which no id can be made is an error of the note'
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: "!!!"
EOF
run ni-refer -f tsv
status_is 2
err_like '^notes/a\.md:5:[0-9]+: error: '
rows_are id </dev/null

# --------------------------------------------------------------- --all

it '--all: the rows, then the leads; the header gets the columns that the leads need'
network
file contacts.csv <<'EOF'
mood,name,id,note
sunny,"Lee, Ann",ann,
,Bob Ray,,"a ""b"""
EOF
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Rosa Quispe
    org: Acme
    note: first
  - name: Sam Ito
EOF
run ni-refer --all
status_is 0
err_empty
out_is <<'EOF'
mood,name,id,note,org,source,referred_by,added
sunny,"Lee, Ann",ann,,,,,
,Bob Ray,,"a ""b""",,,,
,Rosa Quispe,rosa-quispe,first,Acme,referral,ann,2026-11-20
,Sam Ito,sam-ito,,,referral,ann,2026-11-20
EOF
it '--all: of the rows given'
run ni-refer --all - <<'EOF'
due,days,action,reason,anchor,name
,,request,,x,Bob Ray
EOF
out_is <<'EOF'
due,days,action,reason,anchor,name
,,request,,x,Bob Ray
EOF
it '--all: what the rows lack of these columns comes from contacts.csv'
run ni-refer --all - <<'EOF'
id
ann
bob-ray
new
EOF
out_is <<'EOF'
id,name,org,source,referred_by,added,note
ann,"Lee, Ann",,,,,
bob-ray,Bob Ray,,,,,"a ""b"""
new,,,,,,
rosa-quispe,Rosa Quispe,Acme,referral,ann,2026-11-20,first
sam-ito,Sam Ito,,referral,ann,2026-11-20,
EOF
it '--all: chains'
pipe 'ni-refer --all | ni-due --today 2026-11-20 -a request -f tsv -'
rows_are 'due id anchor' <<'EOF'
2026-11-27|rosa-quispe|-:4
2026-11-27|sam-ito|-:5
||contacts.csv:3
EOF

# --------------------------------------------------------------- --add

# added TEXT <<EOF: contacts.csv holds TEXT (in printf's spelling), and after --add this.
added()
{
	bytes "$1" >contacts.csv
	run ni-refer --add </dev/null
	status_is 0
	err_empty </dev/null
	sed 's/\r$/^M/' contacts.csv >shown
	tap_same 'contacts.csv' shown
	run ni-refer --add </dev/null
	sed 's/\r$/^M/' contacts.csv >again
	same again shown
}

network
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Rosa Quispe
    org: Acme, Inc.
EOF
it '--add: the leads go to the end of contacts.csv; a second time there are none'
added 'id,name,org,source,referred_by,may_use_name,added\nann,Ann Lee,,,,,\n' <<'EOF'
id,name,org,source,referred_by,may_use_name,added
ann,Ann Lee,,,,,
rosa-quispe,Rosa Quispe,"Acme, Inc.",referral,ann,,2026-11-20
EOF
it '--add: the header is extended; all else stays byte for byte'
added 'mood,id, name \n\n "x" ,ann, Ann Lee\n,"bob","Bob\n Ray"\n,eve,Eve\n\n' <<'EOF'
mood,id, name ,org,source,referred_by,added

 "x" ,ann, Ann Lee
,"bob","Bob
 Ray"
,eve,Eve

,rosa-quispe,Rosa Quispe,"Acme, Inc.",referral,ann,2026-11-20
EOF
it '--add: CR LF is kept'
added 'id,name\r\nann,Ann Lee\r\n' <<'EOF'
id,name,org,source,referred_by,added^M
ann,Ann Lee^M
rosa-quispe,Rosa Quispe,"Acme, Inc.",referral,ann,2026-11-20^M
EOF
it '--add: a last line without its newline gets one'
added 'id,name,org,source,referred_by,added\nann,Ann Lee' <<'EOF'
id,name,org,source,referred_by,added
ann,Ann Lee
rosa-quispe,Rosa Quispe,"Acme, Inc.",referral,ann,2026-11-20
EOF
added 'id,name,org,source,referred_by,added\r\nann,Ann Lee' <<'EOF'
id,name,org,source,referred_by,added^M
ann,Ann Lee^M
rosa-quispe,Rosa Quispe,"Acme, Inc.",referral,ann,2026-11-20^M
EOF
it '--add: a header alone, without its newline'
printf 'id,name' >contacts.csv
rm notes/a.md
run ni-refer --add - <<'EOF'
id,name
zoe,Zoe
EOF
status_is 0
file_is contacts.csv <<'EOF'
id,name
zoe,Zoe
EOF
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Rosa Quispe
    org: Acme, Inc.
EOF
it '--add: a byte order mark is kept'
added '\357\273\277id,name\nann,Ann Lee\n' <<EOF
$(printf '\357\273\277')id,name,org,source,referred_by,added
ann,Ann Lee
rosa-quispe,Rosa Quispe,"Acme, Inc.",referral,ann,2026-11-20
EOF

it '--add: prints the rows that it added'
bytes 'id,name,org\nann,Ann Lee,\n' >contacts.csv
run ni-refer --add -f tsv
rows_are 'id name org' <<'EOF'
rosa-quispe|Rosa Quispe|Acme, Inc.
EOF
run ni-refer --add -f tsv
status_is 0
rows_are id </dev/null

it '--add: mode and symbolic link are kept, and nothing is left behind'
mkdir real
bytes 'id,name\nann,Ann Lee\n' >real/people.csv
chmod 640 real/people.csv
ln -sf real/people.csv contacts.csv
run ni-refer --add
status_is 0
ok test -L contacts.csv
like real/people.csv '^rosa-quispe,'
# shellcheck disable=SC2012 # names of our own
ok test "$(ls -l real/people.csv | cut -c 1-10)" = -rw-r-----
ok test "$(ls -A real)" = people.csv
# shellcheck disable=SC2012
ok test "$(ls -A | tr '\n' ' ')" = 'again contacts.csv notes real shown '
rm contacts.csv

it '--add: in a network that has no contacts.csv yet'
network
echo 'format: 1' >ni.yaml
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Rosa Quispe
EOF
run ni-refer --add - <<'EOF'
id,name
ann,Ann Lee
EOF
status_is 0
like contacts.csv '^ann,Ann Lee'
run ni-refer --add
status_is 0
run ni-refer --all -f tsv
rows_are 'id name referred_by added' <<'EOF'
ann|Ann Lee||
rosa-quispe|Rosa Quispe|ann|2026-11-20
EOF

it '--add: with rows given, exactly those of them that are no contacts'
network
bytes 'id,name,tags\nann,Ann Lee,\n' >contacts.csv
names ann 2026-11-20 <<'EOF' >notes/a.md
  - name: Rosa Quispe
  - name: Sam Ito
EOF
run ni-refer --add -f tsv <<'EOF'
name,id,org
Zoe Kim,zoe,Acme
Ann Lee,ann,Other
Bob Ray,,
Zoe Kim,zoe,Twice
EOF
status_is 0
rows_are 'id name' <<'EOF'
zoe|Zoe Kim
|Bob Ray
EOF
file_is contacts.csv <<'EOF'
id,name,tags,org
ann,Ann Lee,
zoe,Zoe Kim,,Acme
,Bob Ray,,
EOF
it '--add: some of the leads, chosen by another program; columns of ni-due are not stored'
bytes 'id,name,tags\nann,Ann Lee,\n' >contacts.csv
pipe "ni-due --today 2026-11-21 -a add-lead | grep -v sam-ito | ni-refer --add -"
status_is 0
file_is contacts.csv <<'EOF'
id,name,tags,source,referred_by,added
ann,Ann Lee,
rosa-quispe,Rosa Quispe,,referral,ann,2026-11-20
EOF
it '--add: an empty list adds nothing'
cp contacts.csv before
run ni-refer --add -
status_is 0
same contacts.csv before

it '--add: refused, with nothing changed, when anything that it depends on has an error'
cp contacts.csv good.csv
for fault in contacts note rows setting; do
	cp good.csv contacts.csv
	printf 'id,name\nzoe,Zoe\n' >list.csv
	case $fault in
	contacts) echo 'x y,Bad Id' >>contacts.csv ;;
	note) printf -- '---\ncontact: ann\n---\n' >notes/b.md ;;
	rows) printf 'eve,Eve,x\n' >>list.csv ;;
	setting) echo 'colour: red' >ni.yaml ;;
	esac
	cp contacts.csv before
	run ni-refer --add list.csv
	status_is 2
	out_empty
	err_like 'error: '
	same contacts.csv before
	rm -f notes/b.md ni.yaml
done
if [ "$(id -u)" -ne 0 ]; then
	it '--add: a folder that cannot be written to'
	cp good.csv contacts.csv
	chmod 555 .
	run ni-refer --add
	chmod 755 .
	status_is 2
	out_empty
	err_like "^ni-refer: .*'contacts\\.csv'.*: Permission denied"
	same contacts.csv good.csv
fi
it '--add: a row without a name, which nobody could read again, is refused'
cp good.csv contacts.csv
for rows in 'id\nzed\n' 'id,name\nzed,\n' 'contact,date\nzed,2026-01-01\n'; do
	bytes "$rows" >list.csv
	run ni-refer --add list.csv
	status_is 2
	out_empty
	err_like "^list.csv:2:1: error: 'zed' cannot be added: the row has no name"
	same contacts.csv good.csv
done

it '--add: so is a value that reads as a merge conflict'
cat >notes/c.md <<'EOF'
---
contact: ann
date: 2026-11-20
outcome: met
referrals:
  - name: Una Lund
    note: |
      said
      <<<<<<< HEAD
      <<<<<<< x
---
EOF
sed 's/^      <<<<<<< HEAD$/      more/' notes/c.md >c.md
printf 'id,name,note\nuna,Una,"said\n<<<<<<< HEAD\n"\n' >list.csv
cp good.csv contacts.csv
rm notes/c.md
run ni-refer --add list.csv
status_is 2
out_empty
err_like 'conflict marker'
same contacts.csv good.csv
rm -f c.md

it '--add: a lead who may be one of two contacts is told, and not added time and again'
bytes 'id,name,email\nann,Ann Lee,\nal,Al,a@x\nal-2,Al,b@x\n' >contacts.csv
cat >notes/c.md <<'EOF'
---
contact: ann
date: 2026-11-20
outcome: met
referrals:
  - name: Al
---
EOF
run ni-refer --add
status_is 0
err_like "warning: 'Al' may be 'al' or 'al-2': give the referral an id"
ok test "$(grep -c ',Al,' contacts.csv)" -eq 2
rm notes/c.md

it '--add: contacts.csv as operand is the network: its leads are added, whatever standard input is'
cp good.csv contacts.csv
printf '' | ni-refer --add contacts.csv >added
ok grep -q Sam added
ok grep -q Sam contacts.csv

it '--add: of two at once, each is done whole or refused: nobody who was said to be added is lost'
bytes 'id,name\n' >contacts.csv
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
	for who in a b; do
		(printf 'id,name\n%s%s,X\n' "$who" "$i" | ni-refer --add - >/dev/null 2>&1 && echo "$who$i" >>said) &
	done
	wait
done
ok test -s said
ok test "$(sort said)" = "$(sed -n 's/,X$//p' contacts.csv | sort)"
ok test -z "$(find . -name '.ni-*')"

it '--add and --all exclude each other'
run ni-refer --add --all
status_is 2
err_like '^ni-refer: '
it '--add: where there is no network'
mkdir -p "$tap/none"
run ni-refer -C "$tap/none" --add - <<'EOF'
id,name
zoe,Zoe
EOF
status_is 2
ok test ! -e "$tap/none/contacts.csv"

# ------------------------------------------------------------- the graph

# Ann named Bob, Cid, Dan (a lead) and herself; a panel of Ann and Bob named Dan again, and Ida; Bob
# referred Eve, who was met, and has not heard of it; Fay refers to herself, Gil to nobody who is
# there; of two ids one is the other but for the case of letters.
referrals()
{
	network
	file contacts.csv <<'EOF'
id,name,org,referred_by,may_use_name,added,mood
ann,Ann Lee,Acme,,,2026-01-01,"so, so"
bob,Bob Ray,"Ácme, ",ann,yes,2026-01-02,
cid,Cid Fox,Elm,ann,,2026-01-03,
eve,Eve Sun,Elm Inc,bob,no,2026-01-04,
fay,Fay Low,,fay,,2026-01-05,
gil,Gil Oak,,zed,,2026-01-06,
ANN,Ann Low,,bob,,2026-01-07,
EOF
	file log.csv <<'EOF'
date,contact,event,via,until,note
2026-02-01,ann,met,,,
2026-02-10,bob,asked,,,
2026-02-11,bob,replied,,,
2026-02-20,bob,met,,,
2026-02-20,ann,thanked,,,
2026-02-21,cid,asked,,,
2026-02-22,eve,asked,,,
2026-03-01,eve,met,,,
2026-03-02,gil,closed,,,
EOF
	names ann 2026-02-01 <<'EOF' >notes/ann.md
  - name: Bob Ray
    may_use_name: no
  - name: Cid Fox
  - name: Dan Elm
    org: Acme
  - name: Ann Lee
  - name: Hal Fir
    skip: yes
EOF
	names '[ann, bob]' 2026-02-20 <<'EOF' >notes/bob.md
  - name: Dan Elm
    may_use_name: yes
  - name: Ida Fir
EOF
}

it '--stats: whom they named, and what came of it'
referrals
run ni-refer --stats -f tsv
status_is 0
err_is <<'EOF'
notes/ann.md:5: warning: may_use_name of 'bob' is 'no' here, and 'yes' in their contact row, which counts
EOF
rows_are 'id named asked replied met thanked mood' <<'EOF'
ann|4|2|1|1|1|so, so
bob|4|1|1|1|0|
EOF
it '--stats: only of the rows that are given'
run ni-refer --stats -i ann -f tsv
rows_are 'id named' <<'EOF'
ann|4
EOF
pipe 'ni-refer --stats -f json <contacts.csv | tail -n 1'
out_is <<'EOF'
{"named":"4","asked":"1","replied":"1","met":"1","thanked":"0","id":"bob","name":"Bob Ray","org":"Ácme, ","referred_by":"ann","may_use_name":"yes","added":"2026-01-02","mood":""}
EOF

it '--stats: nobody named anybody'
network
file contacts.csv <<'EOF'
id,name
ann,Ann Lee
EOF
run ni-refer --stats
status_is 0
err_empty
out_is <<'EOF'
named,asked,replied,met,thanked,id,name
EOF

it 'the same lead from five people is one of each'
network
file contacts.csv <<'EOF'
id,name
a,Ann
b,Bob
c,Cid
d,Dan
e,Eve
EOF
for id in a b c d e; do
	echo '  - name: Zoe Fir' | names $id 2026-02-01 >notes/$id.md
done
run ni-refer --stats -f tsv
rows_are 'id named' <<'EOF'
a|1
b|1
c|1
d|1
e|1
EOF

it 'a name that fits two contacts is of neither'
network
file contacts.csv <<'EOF'
id,name
a,Ann
jo,Jo Fir
jo-2,Jo Fir
EOF
echo '  - name: Jo Fir' | names a 2026-02-01 >notes/a.md
run ni-refer --stats -f tsv
err_like "'Jo Fir' may be 'jo' or 'jo-2'"
rows_are 'id named asked' <<'EOF'
a|1|0
EOF

it 'a lead whom nobody of contacts.csv named first: everything speaks of the first contact'
network
file contacts.csv <<'EOF'
id,name
bob,Bob
cid,Cid
EOF
names stranger 2026-02-01 <<'EOF' >notes/a.md
  - name: Zoe Fir
    may_use_name: yes
EOF
echo '  - {name: Zoe Fir, org: Acme}' | names '[gone, bob]' 2026-02-02 >notes/b.md
echo '  - {name: Zoe Fir, may_use_name: no}' | names cid 2026-02-03 >notes/c.md
run ni-refer -f tsv
rows_are 'id org referred_by may_use_name added' <<'EOF'
zoe-fir|Acme|bob||2026-02-01
EOF
run ni-refer --ask -f tsv
rows_are 'about named_on anchor id' <<'EOF'
zoe-fir|2026-02-02|notes/b.md:5|bob
EOF
run ni-refer --tree bob
out_like '^└── Zoe Fir .zoe-fir., lead; also named by cid$'
run ni-refer --add -f tsv
rows_are 'id org referred_by may_use_name added' <<'EOF'
zoe-fir|Acme|bob||2026-02-01
EOF
run ni-refer --tree bob
out_like '^└── Zoe Fir .zoe-fir., contact; also named by cid$'

it '--path: each step with its date, its place and the permission'
referrals
run ni-refer --path eve
status_is 0
out_is <<'EOF'
you → Ann Lee (met 2026-02-01, log.csv:2) → Bob Ray (named 2026-02-01, notes/ann.md:5, you may use Ann's name) → Eve Sun (added 2026-01-04, contacts.csv:5, you may not use Bob's name)
EOF
run ni-refer --path cid 2>&1
out_like ', ask whether you may use Ann.s name\)$'
run ni-refer --path fay
out_is <<'EOF'
you → Fay Low (added 2026-01-05, contacts.csv:6)
EOF
run ni-refer --path gil
out_is <<'EOF'
you → Gil Oak (added 2026-01-06, contacts.csv:7)
EOF
run ni-refer --path dan-elm
out_is <<'EOF'
you → Ann Lee (met 2026-02-01, log.csv:2) → Dan Elm (named 2026-02-01, notes/ann.md:8, you may use Ann's name)
EOF

it '--path: people are called by the first word of their name, unless it is a title, an initial or before a comma'
network
cat >contacts.csv <<'EOF'
id,name,referred_by,may_use_name
dr,Dr. Jane Doe,,
j,J. R. Hale,dr,yes
kim,"Kim, Min-su",j,no
one,민수,kim,
mary,Mary-Ann O'Neil Hart,one,yes
end,End,mary,
EOF
pipe "ni-refer --path end | grep -o '[a-z ]* use [^)]*'"
out_is <<'EOF'
 you may use Dr. Jane Doe's name
 you may not use J. R. Hale's name
 ask whether you may use Kim, Min-su's name
 you may use 민수's name
 ask whether you may use Mary-Ann's name
EOF

it '--path: ids that differ in case are those of two people'
referrals
run ni-refer --path ANN
out_like '→ Ann Low \(added 2026-01-07'
run ni-refer --path Ann
status_is 2
out_empty
sed '/may_use_name/d' "$err" >told
file_is told <<'EOF'
ni-refer: 'Ann' fits 2 contacts or leads; say which by the id
ni-refer:   ann: Ann Lee, Acme
ni-refer:   ANN: Ann Low
EOF

it 'whom --path and --tree mean: the id, or any part of the name, of contacts and leads'
while IFS='|' read -r said id; do
	for form in --path --tree; do
		run ni-refer "$form" "$id" </dev/null
		cp "$out" by-id
		ok test -s by-id
		run ni-refer "$form" "$said" </dev/null
		status_is 0
		same "$out" by-id
	done
done <<'EOF'
Bob Ray|bob
bob ray|bob
RAY|bob
 eve|eve
elm|dan-elm
Ida|ida-fir
EOF
for form in --path --tree; do
	run ni-refer "$form" ' f'
	status_is 2
	out_empty
	like "$err" "'f' fits 3 contacts or leads; say which by the id\$"
	like "$err" '^ni-refer:   cid: Cid Fox, Elm$'
	like "$err" '^ni-refer:   ida-fir: Ida Fir \(a lead\)$'
done
run ni-refer --path dan-eml
status_is 1
out_empty
like "$err" "^ni-refer: no contact or lead 'dan-eml'; did you mean 'dan-elm'\\?\$"
run ni-refer --path dnaelma
status_is 1
like "$err" "^ni-refer: no contact or lead 'dnaelma'; did you mean 'dan-elm'\\?\$"

it '--path: all shortest ways, in the order of ids'
network
file contacts.csv <<'EOF'
id,name,referred_by
b,Bob,
a,Ann,
d,Dan,a
c,Cid,a
e,Eve,c
EOF
echo '  - id: e' >item
sed 's/$/\n    name: Eve/' item | names d 2026-02-01 >notes/d.md
sed 's/$/\n    name: Eve/' item | names c 2026-02-01 >notes/c.md
{
	sed 's/$/\n    name: Eve/' item
	printf '  - id: %s\n    name: %s\n' d Dan
} | names b 2026-02-01 >notes/b.md
pipe 'ni-refer --path e | sed "s/ ([^)]*)//g"'
out_is <<'EOF'
you → Bob → Eve
EOF
printf '  - id: d\n    name: Dan\n' | names b 2026-02-01 >notes/b.md
pipe 'ni-refer --path e | sed "s/ ([^)]*)//g"'
out_is <<'EOF'
you → Ann → Cid → Eve
you → Ann → Dan → Eve
you → Bob → Dan → Eve
EOF

it '--path: nobody, and no way'
network
file contacts.csv <<'EOF'
id,name,referred_by
a,Ann,b
b,Bob,a
EOF
run ni-refer --path a
status_is 1
out_empty
err_is <<'EOF'
ni-refer: no way leads from you to 'a': nobody whom you know without a referral named them, or who did
EOF
run ni-refer --path zed
status_is 1
out_empty
err_is <<'EOF'
ni-refer: no contact or lead 'zed'
EOF
run ni-refer --path ann
status_is 1
err_like "^ni-refer: no way leads from you to 'a': nobody"
run ni-refer --path ' '
status_is 1
out_empty
err_like "^ni-refer: no contact or lead '"
it '--path: rows are not for it'
run ni-refer --path a contacts.csv
status_is 2
err_like "^ni-refer: '--path' takes no rows: 'contacts\\.csv' is one operand too many\$"
run ni-refer --path a -i b
status_is 2
err_like "option '-i' is not for '--path'"
run ni-refer --path a -f json
status_is 2
err_like "option '-f' is not for '--path'"

it 'a chain of 100,000 contacts'
network
awk 'BEGIN {
	print "id,name,org,referred_by"
	for (i = 0; i < 100000; i++)
		print "c" i ",Name " i ",Acme," (i ? "c" i - 1 : "")
}' >contacts.csv
pipe 'ni-refer --path c99999 | tr "→" "\n" | grep -c Name'
out_is <<'EOF'
100000
EOF
pipe 'ni-refer --stats | wc -l'
out_is <<'EOF'
100000
EOF
sed 's/^c0,Name 0,Acme,$/c0,Name 0,Acme,c99999/' contacts.csv >circle.csv
mv circle.csv contacts.csv
run ni-refer --path c99999
status_is 1

it '--org: who is there, and who is one step away'
referrals
run ni-refer --org ' ACME, Inc' -f tsv
status_is 1
out_empty
err_like "^ni-refer: nobody is known at ' ACME, Inc', nor one step from it\$"
run ni-refer --org ' acmé.' -f tsv
status_is 0
rows_are 'relation state via id name mood' <<'EOF'
there|met||ann|Ann Lee|so, so
there|met||bob|Bob Ray|
there|lead||dan-elm|Dan Elm|
near|asked|ann|cid|Cid Fox|
near|met|bob|eve|Eve Sun|
near|contact|bob|ANN|Ann Low|
EOF
it '--org: never a part of a name'
run ni-refer --org Elm -f tsv
rows_are 'relation state via id' <<'EOF'
there|asked||cid
near|met|cid|ann
EOF
for name in 'El' 'Elm I' '' ' ' '.'; do
	run ni-refer --org "$name"
	status_is 1
	out_empty
	err_like '^ni-refer: nobody is known at '
done

it '--org: a lead whom only people named who are no contacts'
network
file contacts.csv <<'EOF'
id,name,org
ann,Ann,Elm
bob,Bob,Oak
EOF
echo '  - {name: Zoe Fir, org: Acme}' | names stranger 2026-02-01 >notes/a.md
run ni-refer --org acme -f tsv
status_is 0
rows_are 'relation state via id referred_by' <<'EOF'
there|lead||zoe-fir|stranger
EOF
pipe "printf 'id\\nann\\n' | ni-refer --org acme -"
status_is 1
run ni-refer --org acme -i ann </dev/null
status_is 1

it '--ask: by the person to ask'
referrals
run ni-refer --ask -f tsv
status_is 0
rows_are 'about about_name named_on anchor id mood' <<'EOF'
ida-fir|Ida Fir|2026-02-20|notes/bob.md:7|ann|so, so
ANN|Ann Low|2026-01-07|contacts.csv:8|bob|
EOF
it '--ask: a note that says so is as good as the row'
network
file contacts.csv <<'EOF'
id,name,referred_by,may_use_name
ann,Ann Lee,,
bob,Bob Ray,ann,
cid,Cid Fox,ann,
dan,Dan Elm,gil,
gil,Gil Oak,,
EOF
file log.csv <<'EOF'
date,contact,event
2026-02-01,gil,closed
EOF
names ann 2026-02-01 <<'EOF' >notes/ann.md
  - name: Bob Ray
    may_use_name: yes
EOF
run ni-refer --ask -f tsv
err_empty
rows_are 'about id' <<'EOF'
cid|ann
EOF

it '--dupes: pairs with the reason'
network
file contacts.csv <<'EOF'
id,name,org,email,phone
a,Ann Lee,Acme,a@x.example,902 555 0101
b,Bob Ray,Acme,A@X.example,
c,Ann Lée,,,
d,Ann Leee,Acme,,
e,Eve Sun,,a@x.example,(902) 555-0101
f,Fay Low,,,555 0101
EOF
names f 2026-02-01 <<'EOF' >notes/f.md
  - name: Zoe Fir
    phone: 902-555-0101
  - name: Bob Raye
    org: Acme
  - name: Hal Yew
EOF
run ni-refer --dupes -f tsv
status_is 0
err_empty
rows_are 'id like like_name reason anchor' <<'EOF'
b|a|Ann Lee|same email|contacts.csv:3
c|a|Ann Lee|same name|contacts.csv:4
d|a|Ann Lee|nearly the same name at the same organisation|contacts.csv:5
e|a|Ann Lee|same email|contacts.csv:6
e|b|Bob Ray|same email|contacts.csv:6
zoe-fir|a|Ann Lee|same phone|notes/f.md:5
zoe-fir|e|Eve Sun|same phone|notes/f.md:5
bob-raye|b|Bob Ray|nearly the same name at the same organisation|notes/f.md:7
EOF
cp contacts.csv before
run ni-refer --dupes
same before contacts.csv
it '--dupes: of the people who are chosen, each pair, with whomever else; the row is theirs'
run ni-refer --dupes -f tsv -i a
status_is 0
err_empty
rows_are 'id like like_name reason anchor' <<'EOF'
a|b|Bob Ray|same email|contacts.csv:2
a|e|Eve Sun|same email|contacts.csv:2
a|zoe-fir|Zoe Fir|same phone|contacts.csv:2
a|c|Ann Lée|same name|contacts.csv:2
a|d|Ann Leee|nearly the same name at the same organisation|contacts.csv:2
EOF
it '--dupes: of two who are both chosen the row of the later one'
run ni-refer --dupes -f tsv -i e,b
rows_are 'id like reason anchor' <<'EOF'
b|a|same email|contacts.csv:3
b|bob-raye|nearly the same name at the same organisation|contacts.csv:3
e|a|same email|contacts.csv:6
e|b|same email|contacts.csv:6
e|zoe-fir|same phone|contacts.csv:6
EOF
it '--dupes: who named a lead has the row of the lead'
pipe 'grep -e ^id -e ^f, contacts.csv | ni-refer --dupes -f tsv -'
rows_are 'id like reason anchor' <<'EOF'
zoe-fir|a|same phone|notes/f.md:5
zoe-fir|e|same phone|notes/f.md:5
bob-raye|b|nearly the same name at the same organisation|notes/f.md:7
EOF
it '--dupes: a lead whom only people named who are no contacts'
names ghost 2026-02-02 <<'EOF' >notes/ghost.md
  - name: Fay Low
    email: e@x.example
    id: fay-2
EOF
sed 's/^f,.*/f,Fay Low,,f@x.example,/' contacts.csv >other.csv
mv other.csv contacts.csv
pipe 'ni-refer --dupes -f tsv 2>/dev/null | tail -n 1 | cut -f 1,3-5'
out_is <<'EOF'
f	same name	notes/ghost.md:5	fay-2
EOF
pipe 'ni-refer --dupes -f tsv -i f 2>/dev/null | grep ^fay-2 | cut -f 1,3-5'
out_is <<'EOF'
fay-2	same name	contacts.csv:7	f
EOF
rm notes/ghost.md
it '--dupes: every pair, whoever else they are like, by the first reason'
network
file contacts.csv <<'EOF'
id,name,org,email,phone
a,Ann Lee,Acme,,902 555 0101
b,ann lee,Elm,,902 555 0101 ext. 3
c,Anna Lee,ACME,c@x.example,
d,Ann Lee,Fir,d@x.example,
e,Anna Lea,Acme,;,;
f,Al,Acme,;,;
g,Ed,Acme,; ;,101;101
h,Ale,Acme,e@x.example,
i,Lea,acme,,
j,Eve Sun,,,
k,Eva Sun,,,
l,?,Acme,,
EOF
run ni-refer --dupes -f tsv
status_is 0
err_empty
rows_are 'id like reason' <<'EOF'
b|a|same phone
c|a|nearly the same name at the same organisation
d|a|same name
d|b|same name
e|c|nearly the same name at the same organisation
h|f|nearly the same name at the same organisation
EOF
it '--dupes does not read the log'
pipe 'ni-refer --dupes -f tsv --log none.csv | wc -l'
status_is 0
out_is <<'EOF'
7
EOF
it '--dupes: of a crowd each is like the first alone'
for people in 32 33; do
	{
		echo id,name,phone
		i=0
		while [ $((i += 1)) -le $people ]; do echo "p$i,Person $i of many,902 555 0101"; done
	} >contacts.csv
	pipe 'ni-refer --dupes -f tsv | wc -l'
	status_is 0
	out_is <<EOF
$((people > 32 ? people : people * (people - 1) / 2 + 1))
EOF
done

it '--tree: everybody once, below who found them'
referrals
run ni-refer --tree
status_is 0
out_is <<'EOF'
you: 9 people, 3 met
├── Ann Lee (ann), met: 6 people, 2 met
│   ├── Bob Ray (bob), met: 2 people, 1 met
│   │   ├── Eve Sun (eve), met
│   │   └── Ann Low (ANN), contact
│   ├── Cid Fox (cid), asked
│   ├── Dan Elm (dan-elm), lead; also named by bob
│   └── Ida Fir (ida-fir), lead; also named by bob
├── Fay Low (fay), contact
└── Gil Oak (gil), closed
EOF
run ni-refer --tree bob
out_is <<'EOF'
Bob Ray (bob), met: 2 people, 1 met
├── Eve Sun (eve), met
└── Ann Low (ANN), contact
EOF
it '--tree: nobody'
run ni-refer --tree zed
status_is 1
out_empty
err_like "^ni-refer: no contact or lead 'zed'"
run ni-refer --tree ann bob
status_is 2
err_like "^ni-refer: '--tree' takes no rows: 'bob' is one operand too many\$"
it '--tree: a circle, and who hangs on it'
network
file contacts.csv <<'EOF'
id,name,referred_by
a,Ann,b
b,Bob,c
c,Cid,b
d,"Dan
Elm",a
EOF
run ni-refer --tree
out_is <<'EOF'
you: 4 people, 0 met
└── Bob (b), contact: 3 people, 0 met; in a circle, by c
    ├── Ann (a), contact: 1 person, 0 met
    │   └── Dan\nElm (d), contact
    └── Cid (c), contact
EOF
run ni-refer --tree c
out_is <<'EOF'
Cid (c), contact: 3 people, 0 met; in a circle, by b
└── Bob (b), contact: 2 people, 0 met
    └── Ann (a), contact: 1 person, 0 met
        └── Dan\nElm (d), contact
EOF
it '--tree: nobody at all'
network
file contacts.csv <<'EOF'
id,name
EOF
run ni-refer --tree
status_is 0
out_is <<'EOF'
you: 0 people, 0 met
EOF

# A name with what means something to Graphviz, Mermaid, Markdown or HTML.
signs()
{
	network
	file contacts.csv <<'EOF'
id,name,org,referred_by,may_use_name
end,"A ""quoted"" \ <b>&amp; #35; `x` *y* _z_ ;%|{}[]()
two",,,
bob,Bob -->|x| Ray,,end,no
cid.1,Cid,,end,yes
dan_2,Dan,,bob,
eve,Eve,,,
EOF
	file log.csv <<'EOF'
date,contact,event
2026-02-01,bob,asked
2026-02-02,cid.1,met
2026-02-02,dan_2,closed
EOF
	echo '  - name: Zoe "Z" Fir' | names bob 2026-02-01 >notes/bob.md
}

it '--dot: nodes and edges'
signs
run ni-refer --dot
status_is 0
err_empty
file_is "$out" <<'EOF'
digraph referrals {
	rankdir=LR;
	"end" [label="A \"quoted\" \\ <b>&amp;amp; #35; `x` *y* _z_ ;%|{}[]()\\ntwo", tooltip="contact", shape=box, style=filled, fillcolor="#e8e8e8"];
	"bob" [label="Bob -->|x| Ray", tooltip="asked", shape=diamond, style=filled, fillcolor="#fff2b3"];
	"cid.1" [label="Cid", tooltip="met", shape=box, style="rounded,filled", fillcolor="#c6e8c6"];
	"dan_2" [label="Dan", tooltip="closed", shape=octagon, style=filled, fillcolor="#b8b8b8"];
	"zoe-z-fir" [label="Zoe \"Z\" Fir", tooltip="lead", shape=ellipse, style="dashed,filled", fillcolor="#ffffff"];
	"end" -> "bob" [label="do not use name", color="#c62828"];
	"end" -> "cid.1" [label="may use name", color="#2e7d32"];
	"bob" -> "dan_2" [label="ask first", style=dashed];
	"bob" -> "zoe-z-fir" [label="ask first", style=dashed];
}
EOF
it '--dot: only of the rows that are given'
run ni-refer --dot -i bob
out_unlike '"end"'
out_like '"bob" -> "dan_2"'
it '--dot: dot takes it, and shows what stands in the names'
if command -v dot >/dev/null; then
	ni-refer --dot >graph.dot
	dot -Tsvg graph.dot >graph.svg 2>messages
	status=$?
	status_is 0
	same messages /dev/null
	like graph.svg '>A &quot;quoted&quot; \\ &lt;b&gt;&amp;amp; #35;'
	ok test "$(grep -c 'class="node"' graph.svg)" -eq 5
	ok test "$(grep -c 'class="edge"' graph.svg)" -eq 4
else
	skip 'Graphviz is not installed'
fi

it "--mermaid: by a grammar of our own"
run ni-refer --mermaid
status_is 0
err_empty
cp "$out" graph.mmd
perl "$top/tests/mermaid-grammar.pl" <graph.mmd >parsed 2>messages
same messages /dev/null
file_is parsed <<'EOF'
end|A "quoted" \ <b>&amp; #35; `x` *y* _z_ ;%|{}[]()\ntwo|contact
bob|Bob -->|x| Ray|asked
cid.1|Cid|met
dan_2|Dan|closed
zoe-z-fir|Zoe "Z" Fir|lead
end|do not use name|bob
end|may use name|cid.1
bob|ask first|dan_2
bob|ask first|zoe-z-fir
EOF
it 'the grammar refuses what is none'
for change in 's/flowchart/graph/' 's/#34;/"/' 's/:::met/:::mat/' 's/n1 -/n9 -/' 's/"\]/")/' '2d'; do
	sed "$change" graph.mmd >bad.mmd
	perl "$top/tests/mermaid-grammar.pl" <bad.mmd >parsed 2>messages
	status=$?
	ok test "$status" -ne 0
done

it 'drawings of nobody'
network
file contacts.csv <<'EOF'
id,name
ann,Ann
EOF
run ni-refer --dot
out_is <<'EOF'
digraph referrals {
	rankdir=LR;
}
EOF
pipe "ni-refer --mermaid | perl $top/tests/mermaid-grammar.pl"
status_is 0
out_empty

it '--tree: a chain of 100,000'
network
awk 'BEGIN {
	print "id,name,referred_by"
	for (i = 0; i < 100000; i++)
		print "c" i ",Name " i "," (i ? "c" i - 1 : "")
}' >contacts.csv
pipe 'ni-refer --tree | tail -n 1 | sed "s/^ *//"'
out_is <<'EOF'
└── [100000] Name 99999 (c99999), contact
EOF
pipe 'ni-refer --mermaid | wc -l'
out_is <<'EOF'
300005
EOF

it 'forms exclude each other'
for other in --all --add; do
	run ni-refer --stats $other
	status_is 2
	out_empty
	err_like "^ni-refer: options '$other' and '--stats' exclude each other\$"
	err_like '^usage: ni-refer'
done
run ni-refer --path ann --ask
status_is 2
err_like "options '--ask' and '--path' exclude each other"

done_testing

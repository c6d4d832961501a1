#!/bin/sh
# ni-fmt: one form for each kind of file, what stays as it is, and what git shows through it.

. tests/tap.sh

unset TMPDIR

# canonical FILE: ok when formatting it again changes nothing.
canonical()
{
	run ni-fmt -l "$1"
	status_is 0
	out_empty
	err_empty
}

# tree: each file below the working directory, with its bytes and its number.
tree()
{
	find . -type f -exec cksum {} + | LC_ALL=C sort
	find . -type f -exec ls -id {} + | LC_ALL=C sort
}

# untouched COMMAND...: ok when the command leaves each file as it was, and does not replace it.
untouched()
{
	tree >"$tap/before"
	"$@"
	tree >"$tap/after"
	same "$tap/after" "$tap/before"
}

# ------------------------------------------------------------------- CSV

network
while IFS='|' read -r what before after; do
	it "contacts: $what"
	bytes "$before" >contacts.csv
	bytes "$after" >"$tap/form"
	run ni-fmt contacts.csv
	status_is 0
	err_empty
	same "$out" "$tap/form"
	run ni-fmt -w contacts.csv
	status_is 0
	out_empty
	err_empty
	same contacts.csv "$tap/form"
	canonical contacts.csv
	run ni-fmt - <contacts.csv
	same "$out" "$tap/form"
done <<'EOF'
canonical already|id,name\nann,"Lee, Ann"\n|id,name\nann,"Lee, Ann"\n
a header alone|"name"|name\n
a byte order mark|\357\273\277name,org\nAnn,\n|name,org\nAnn,\n
a byte order mark before a quote|\357\273\277"name","org"\nAnn,\n|name,org\nAnn,\n
CR LF|name,org\r\nAnn,Acme\r\n|name,org\nAnn,Acme\n
CR LF and quotes|name,org\r\nAnn,"Acme"\r\n"Bob",\r\n|name,org\nAnn,Acme\nBob,\n
no final newline|name,org\nAnn,Acme|name,org\nAnn,Acme\n
no final newline after a quote|name,org\nAnn,"Acme"|name,org\nAnn,Acme\n
blank lines|\n\nname,org\n\n \t\nAnn,Acme\n\n\r\n|name,org\nAnn,Acme\n
blanks around cells|name , org\n Ann ,\tAcme Health \nBob,  "x, y" \n|name,org\nAnn,Acme Health\nBob,"x, y"\n
quotes without need|"name","org"\n"Ann","Acme ""x"""\n"",""\n|name,org\nAnn,"Acme ""x"""\n,\n
known columns are trimmed|name,org,note\n" Ann","Acme\t","  so, so "\n|name,org,note\nAnn,Acme,"so, so"\n
blanks alone are kept|name,org\nAnn," "\n|name,org\nAnn," "\n
a column of one's own is exact|name,mine\nAnn," x "\n|name,mine\nAnn," x "\n
a newline in a cell|name,note\r\nAnn,"a\n\n b"\r\n|name,note\nAnn,"a\n\n b"\n
a return in a cell is kept|name,note\r\nAnn,"a\r\nb"\r\n|name,note\nAnn,"a\r\nb"\n
short rows are filled|name,org,note\nAnn\n"Bob","x"\n|name,org,note\nAnn,,\nBob,x,\n
one column, an empty cell|name\n""\n  Ann\n|name\n""\nAnn\n
no conflict marker arises|name,x\nAnn,"======="\n "<<<<<<< a"\n|name,x\nAnn,"======="\n"<<<<<<< a",\n
formulas are left alone|name,phone\n"=x","+1 555"\n|name,phone\n=x,+1 555\n
order is kept|org,name\nz,Bob\na,Ann\nz,Bob\n|org,name\nz,Bob\na,Ann\nz,Bob\n
bad values are left|id,name,added,cadence\n" a ",Ann," 2026-01-01 ","soon"\n"",,,\n|id,name,added,cadence\n" a ",Ann," 2026-01-01 ",soon\n,,,\n
letters of all scripts|name\n"Zoë 김민수"\n|name\nZoë 김민수\n
EOF

it 'rows of a stream'
printf 'contact,date\r\n"ann",2026-01-01\r\n' >rows
run ni-fmt <rows
status_is 0
out_is <<'EOF'
contact,date
ann,2026-01-01
EOF
run ni-fmt - </dev/null
status_is 0
out_empty
err_empty
pipe ': | ni-fmt'
status_is 2
err_is <<'EOF'
-:1:1: error: empty file, expected a header line
EOF
it 'rows of ni-due are canonical, its block with them'
printf 'name,org\nAnn,"a, b"\n' >contacts.csv
pipe 'ni-due --today 2026-11-21 | ni-fmt --ids | ni-due --today 2026-11-21 - | ni-fmt -l'
status_is 0
err_empty

# ------------------------------------------------------------------- log

network
while IFS='|' read -r what before after; do
	it "log: $what"
	bytes "$before" >log.csv
	bytes "$after" >"$tap/form"
	run ni-fmt -w log.csv
	status_is 0
	out_empty
	err_empty
	same log.csv "$tap/form"
	canonical log.csv
	bytes "$before" >other
	run ni-fmt other
	same "$out" "$tap/form"
done <<'EOF'
in order already|date,contact,event\n2026-01-01,bob,met\n2026-01-01,ann,met\n2026-01-02,ann,met\n|date,contact,event\n2026-01-01,bob,met\n2026-01-01,ann,met\n2026-01-02,ann,met\n
by date, stable|date,contact,event\n2026-02-01,z,met\n2026-01-01,y,met\n2026-02-01,a,met\n2026-01-01,x,met\n|date,contact,event\n2026-01-01,y,met\n2026-01-01,x,met\n2026-02-01,z,met\n2026-02-01,a,met\n
repeated lines|date,contact,event,note\n2026-01-01,a,met,\n2026-01-01,b,met,\n"2026-01-01",a , met\n2026-01-01,a,met,x\n2026-01-02,a,met,\n|date,contact,event,note\n2026-01-01,a,met,\n2026-01-01,b,met,\n2026-01-01,a,met,x\n2026-01-02,a,met,\n
repeated, other lines between|date,contact,event\n2026-01-01,a,met\n2026-01-03,a,met\n2026-01-02,a,met\n2026-01-03,a,met\n2026-01-01,a,met\n|date,contact,event\n2026-01-01,a,met\n2026-01-02,a,met\n2026-01-03,a,met\n
bad dates go to the end|contact,date,event\nb,2026-1-2,met\na,,met\nc,2026-02-30,met\nd,9999-12-31,met\ne," 2026-01-01",met\n|contact,date,event\nd,9999-12-31,met\nb,2026-1-2,met\na,,met\nc,2026-02-30,met\ne," 2026-01-01",met\n
via and note are trimmed|date,contact,event,via,note,mine\n2026-01-01,a,met," email ","b ","c "\n|date,contact,event,via,note,mine\n2026-01-01,a,met,email,b,"c "\n
ids and dates are not|date,contact,event,until\n2026-01-01,"a ","met "," 2026-02-01"\n|date,contact,event,until\n2026-01-01,"a ","met "," 2026-02-01"\n
a marker is the same with quotes and without|note,date,contact,event\n=======,2026-01-01,a,met\n"=======",2026-01-01,a,met\n|note,date,contact,event\n"=======",2026-01-01,a,met\n
EOF

# ----------------------------------------------------------------- notes

network
while IFS='|' read -r what before after; do
	it "notes: $what"
	bytes -- "$before" >notes/n.md
	bytes -- "$after" >"$tap/form"
	run ni-fmt -w notes/n.md
	status_is 0
	out_empty
	err_empty
	same notes/n.md "$tap/form"
	canonical notes/n.md
	bytes -- "$before" >other
	run ni-fmt other
	same "$out" "$tap/form"
done <<'EOF'
canonical already|---\ncontact: ann # her\ndate: 2026-01-01\n---\n\n# A\n|---\ncontact: ann # her\ndate: 2026-01-01\n---\n\n# A\n
no blank line|---\ncontact: ann\n---\n# A\n|---\ncontact: ann\n---\n\n# A\n
several|---\ncontact: ann\n---\n \n\n\t\n    code\n|---\ncontact: ann\n---\n\n    code\n
no body|---\ncontact: ann\n---|---\ncontact: ann\n---\n
a blank body|---\ncontact: ann\n---\n\n \n|---\ncontact: ann\n---\n
CR LF|\357\273\277---\r\ncontact: ann\r\n---\r\n\r\nA  \r\nB\r\n|---\ncontact: ann\n---\n\nA  \nB\n
no final newline|---\ncontact: ann\n---\n\nA|---\ncontact: ann\n---\n\nA\n
delimiters|---  \ncontact: ann\n---\t\n\nA\n|---\ncontact: ann\n---\n\nA\n
all else stays|---\n# why\n\n'date':   2026-1-1\nrating: 7 \n\n---\n\nA \n\n\n--- \n- [ ] b\t\n\n\n|---\n# why\n\n'date':   2026-1-1\nrating: 7 \n\n---\n\nA \n\n\n--- \n- [ ] b\t\n\n\n
empty front matter|---\n---\nA|---\n---\n\nA\n
EOF

# ---------------------------------------------------- what does not parse

network
while IFS='|' read -r name text error; do
	it "untouched: $name, $error"
	bytes -- "$text" >"$name"
	untouched run ni-fmt -w "$name"
	status_is 2
	out_empty
	err_like "^$name:$error"
	run ni-fmt -l -d "$name"
	status_is 2
	out_empty
	run ni-fmt "$name"
	status_is 2
	out_empty
	rm "$name"
done <<'EOF'
contacts.csv|name\nAnn,x\n|2:5: error: found 2 cells
contacts.csv|name,note\nAnn,"x\n|2:5: error: quoted field is never closed
contacts.csv|name\n\377\n|2:1: error: invalid UTF-8
contacts.csv|name\na\000b\n|2:2: error: NUL byte
contacts.csv|name\n"Ann"x\n|2:6: error: stray quote
contacts.csv|name\na\rb\n|2:1: error: carriage return
contacts.csv|name\n<<<<<<< ours\nAnn\n=======\n>>>>>>> theirs\n|2:1: error: conflict marker
contacts.csv|org\nx\n|1:1: error: no column 'name'
contacts.csv|name,name\nx\n|1:6: error: column 'name' stands twice
contacts.csv||1:1: error: empty file
contacts.csv|\357\273\277\357\273\277x,name\n|1:1: error: the name of a column begins with a byte order mark
log.csv|date,contact\n2026-01-01,a\n|1:1: error: no column 'event'
log.csv|date,contact,event\n2026-01-01,"a\n|2:12: error: quoted field
n.md|contact: ann\n|1:1: error: no front matter
n.md|---\ncontact: ann\n|1:1: error: front matter does not end
n.md|---\ncontact: [ann\n---\n|
n.md|---\ndate: a\ndate: b\n---\n|3:1: error: 
n.md|---\n---\na\rb\n|3:2: error: carriage return
n.md|---\n---\n\377|3:1: error: invalid UTF-8
n.md|---\n---\n<<<<<<< a\n|3:1: error: merge conflict
EOF

it 'a note at the limit does not grow beyond it'
{
	printf -- '---\n---\n'
	head -c 262136 /dev/zero | tr '\0' a
} >n.md
run ni-notes n.md --notes notes
err_like 'missing key' # it can be read
err_unlike 'larger'
untouched run ni-fmt -w n.md
status_is 2
err_is <<'EOF'
n.md:1:1: error: note would be larger than 256 KiB
EOF
printf a >>n.md
run ni-fmt n.md
status_is 2
err_like '^n\.md:1:1: error: note is larger than 256 KiB$'
rm n.md

it 'one file at fault does not keep the others from being done'
printf 'name\n"Ann"\n' >contacts.csv
printf 'name\n"Bob\n' >bad.csv
run ni-fmt -l -w bad.csv none.csv contacts.csv
status_is 2
out_is <<'EOF'
contacts.csv
EOF
err_is <<'EOF'
bad.csv:2:1: error: quoted field is never closed
ni-fmt: cannot open 'none.csv': No such file or directory
EOF
file_is contacts.csv <<'EOF'
name
Ann
EOF

# --------------------------------------------------------------- letters

network
file contacts.csv <<'EOF'
name,org
"Ann",Acme
EOF
file log.csv <<'EOF'
date,contact,event
2026-01-01,ann,met
EOF
file notes/deep/a.md <<'EOF'
---
contact: ann
---
# A
EOF
bytes -- '---\n---\n' >notes/b.md
echo 'no note' >notes/read.me
echo 'no note' >notes/.hidden.md
echo 'none' >ni.yaml

it '-l: all files of the network'
untouched run ni-fmt -l
status_is 1
err_empty
out_is <<'EOF'
contacts.csv
notes/deep/a.md
EOF
run ni-fmt -l -C notes/deep
status_is 1
out_is <<'EOF'
../../contacts.csv
../../notes/deep/a.md
EOF
it '-l: one file, a folder, standard input'
run ni-fmt -l log.csv
status_is 0
out_empty
run ni-fmt -l notes
status_is 1
out_is <<'EOF'
notes/deep/a.md
EOF
run ni-fmt -l notes/
out_is <<'EOF'
notes/deep/a.md
EOF
run ni-fmt -l - log.csv <contacts.csv
status_is 1
out_is <<'EOF'
-
EOF

it '-d: a patch'
untouched run ni-fmt -d
status_is 1
err_empty
out_is <<'EOF'
--- contacts.csv.orig
+++ contacts.csv
@@ -1,2 +1,2 @@
 name,org
-"Ann",Acme
+Ann,Acme
--- notes/deep/a.md.orig
+++ notes/deep/a.md
@@ -1,4 +1,5 @@
 ---
 contact: ann
 ---
+
 # A
EOF
cp "$out" patch
run ni-fmt -d - <log.csv
status_is 0
out_empty
it '-d: temporary files go where TMPDIR says, and go away'
mkdir "$tap/tmp"
pipe "TMPDIR='$tap/tmp' ni-fmt -d contacts.csv"
status_is 1
ok rmdir "$tap/tmp"
pipe "TMPDIR='$tap/tmp' '$NI_BIN/ni-fmt' -d -w contacts.csv" # valgrind has files there too
status_is 2
out_empty
err_like "^ni-fmt: cannot write '$tap/tmp/ni-fmt"
it '-d: without diff'
mkdir "$tap/only"
pipe "PATH='$tap/only' '$NI_BIN/ni-fmt' -d contacts.csv"
status_is 2
out_empty
err_is <<'EOF'
ni-fmt: cannot run 'diff': No such file or directory
EOF
it '-d: a name with control characters'
escape=$(printf '\033')
printf 'name\n"Ann"\n' >"-x$escape.csv"
run ni-fmt -d -- "-x$escape.csv"
status_is 1
err_empty
out_like '^\+\+\+ -x\\x1b\.csv$'
rm -- "-x$escape.csv"
it 'a difference that cannot be printed'
if [ -c /dev/full ]; then
	for letter in -d -l ''; do
		pipe "ni-fmt $letter contacts.csv >/dev/full"
		status_is 2
		err_like '^ni-fmt: '
	done
fi
pipe 'ni-fmt -d contacts.csv >&-'
status_is 2

it 'control characters on a terminal are escaped, in the text and in the patch'
if ! command -v script >/dev/null; then
	skip 'script(1) is not there to make a terminal'
else
	printf 'name\n"A\033[31mB"\n' >odd.csv
	file "$tap/expected" <<'EOF'
name
A\x1b[31mB
--- odd.csv.orig
+++ odd.csv
@@ -1,2 +1,2 @@
 name
-"A\x1b[31mB"
+A\x1b[31mB
EOF
	script -qec 'ni-fmt odd.csv; ni-fmt -d odd.csv' /dev/null </dev/null | tr -d '\r' >"$tap/shown"
	same "$tap/shown" "$tap/expected"
	printf 'name\nA\033[31mB\n' >"$tap/expected"
	run ni-fmt odd.csv
	same "$out" "$tap/expected"
	rm odd.csv
fi

it '-l -d -w together'
chmod 640 contacts.csv
run ni-fmt -l -d -w
status_is 1
out_like '^contacts\.csv$'
out_like '^\+Ann,Acme$'
ok [ -n "$(find contacts.csv -perm 640)" ]
untouched run ni-fmt -ldw
status_is 0
out_empty
if command -v patch >/dev/null; then
	it 'the patch makes the same of it'
	cp contacts.csv want.csv
	cp notes/deep/a.md want.md
	pipe 'patch -s -p0 -R <patch'
	status_is 0
	run ni-fmt -l contacts.csv notes
	status_is 1
	pipe 'patch -s -p0 <patch'
	status_is 0
	same contacts.csv want.csv
	same notes/deep/a.md want.md
else
	skip 'patch is not installed'
fi

it '-w: through a symbolic link'
network
mkdir real
printf 'name\n"Ann"\n' >real/people.csv
ln -s real/people.csv contacts.csv
run ni-fmt -w
status_is 0
ok [ -L contacts.csv ]
file_is real/people.csv <<'EOF'
name
Ann
EOF
it '-w: what was changed meanwhile is not overwritten'
mkdir "$tap/meddle"
file "$tap/meddle/diff" <<'EOF'
#!/bin/sh
# runs between reading and writing
echo Eve >>contacts.csv
exit 1
EOF
chmod +x "$tap/meddle/diff"
printf 'name\n"Ann"\n' >real/people.csv
pipe "PATH='$tap/meddle:$PATH' ni-fmt -d -w contacts.csv"
status_is 2
err_is <<'EOF'
ni-fmt: 'contacts.csv' was changed since it was read; nothing was written
EOF
file_is real/people.csv <<'EOF'
name
"Ann"
Eve
EOF
it '-w: no standard input, no pipe'
run ni-fmt -w -
status_is 2
err_like "^ni-fmt: option '-w' cannot write to standard input"
err_like '^usage: '
mkfifo pipe.csv
pipe 'printf "name\n\"Ann\"\n" >pipe.csv & ni-fmt -w pipe.csv'
status_is 2
err_like "^ni-fmt: 'pipe.csv' is no regular file"

it 'what our own programs write is canonical'
network
pipe 'NI_TODAY=2026-11-21; export NI_TODAY; ni-init && ni-fmt -l &&
	echo ",\"Doe, Jane\",City Library,,,,,alumni,,,,,,2026-11-19,,," >>contacts.csv &&
	ni-log doe asked "she said: \"yes, do\"" && ni-new --place "Room 3, upstairs" doe 2026-11-30'
status_is 0
ok [ -s notes/2026-11-30-doe-jane.md ]
untouched run ni-fmt -l -w
status_is 0
out_empty
file notes/b.md <<'EOF'
---
contact: doe-jane
date: 2026-11-20
outcome: met
referrals:
  - name: "Lee, Sam"
---
EOF
run ni-refer --add
status_is 0
out_like '"Lee, Sam"'
run ni-fmt -l
status_is 0
out_empty

it 'nothing named'
network
printf 'name\nAnn\n' >contacts.csv
run ni-fmt
status_is 2
out_empty
err_like '^ni-fmt: no file named; -l, -d and -w take all files of the network$'
run ni-fmt -l
status_is 0
mkdir "$tap/bare"
for letter in -l -d -w; do
	run ni-fmt -C "$tap/bare" $letter
	status_is 2
	err_like '^ni-fmt: no contacts\.csv or ni\.yaml in .*; ni-init makes one$'
done
it 'files without any network'
run ni-fmt -C "$tap/bare" "$PWD/contacts.csv"
status_is 0
same "$out" contacts.csv

# ------------------------------------------------------------------- ids

it '--ids: a new column before the name'
network
file contacts.csv <<'EOF'
org,name,note
Acme,"Zoë García-Ruiz",a
,"Ray, Bob","b ""c"""
EOF
run ni-fmt --ids contacts.csv
status_is 0
err_empty
out_is <<'EOF'
org,id,name,note
Acme,zoe-garcia-ruiz,Zoë García-Ruiz,a
,ray-bob,"Ray, Bob","b ""c"""
EOF
it '--ids: of the network only contacts.csv'
cp "$out" "$tap/form"
printf 'date,contact,event\n"2026-01-01",ray-bob,met\n' >log.csv
run ni-fmt --ids -l -w
status_is 1
out_is <<'EOF'
contacts.csv
EOF
same contacts.csv "$tap/form"
canonical contacts.csv
untouched run ni-fmt --ids -w
status_is 0
it '--ids: empty cells only'
file contacts.csv <<'EOF'
name,id,"mine"
Ann,a.1,
Bob
김민수,," x "
EOF
run ni-fmt --ids -w
status_is 0
file_is contacts.csv <<'EOF'
name,id,mine
Ann,a.1,
Bob,bob,
김민수,김민수," x "
EOF
it '--ids: a header alone'
printf 'name,org\n' >contacts.csv
run ni-fmt --ids contacts.csv
out_is <<'EOF'
id,name,org
EOF
while IFS='|' read -r what text error; do
	it "--ids: $what"
	bytes "$text" >contacts.csv
	untouched run ni-fmt --ids -w
	status_is 2
	out_empty
	bytes "$error" >"$tap/form"
	same "$err" "$tap/form"
done <<'EOF'
two of one derived id|name\nAnn Lee\nBob\nAnn-Lee\n|contacts.csv:4:1: error: id 'ann-lee', made from the name, is that of line 2 too: give one of the two an id\n
derived like a given one|id,name\nann,x\n,Ann\n|contacts.csv:3:1: error: id 'ann', made from the name, is that of line 2 too: give one of the two an id\n
given like a derived one|id,name\n,Ann\nann,x\n|contacts.csv:3:1: error: id 'ann' is that of line 2 too\n
another normal form|id,name\n\303\251,x\ne\314\201,y\n|contacts.csv:3:1: error: id '\303\251' is that of line 2 too\n
no name|id,name\n,\n|contacts.csv:2:2: error: name: found '', expected a name\n
no letter in the name|name,org\n"?!",x\n|contacts.csv:2:1: error: name: found '?!', expected a letter or number to make an id of, or an id\n
EOF
it '--ids: what has no contact rows'
run ni-fmt --ids log.csv
status_is 2
err_is <<'EOF'
ni-fmt: 'log.csv' has no contact rows to give ids to
EOF
pipe "printf 'contact\nann\n' | ni-fmt --ids"
status_is 2
err_is <<'EOF'
-:1:1: error: no column 'name' to make ids of
EOF

# -------------------------------------------------------------- textconv

network
it '--textconv: contacts'
file contacts.csv <<'EOF'
id,name,org,"odd, name"
jane-doe,Jane Doe,Acme,"two
lines	\n"
,Søren Ø.,,
,?,"x"
,,,
EOF
run ni-fmt --textconv contacts.csv
status_is 0
err_empty
out_is <<'EOF'
columns: id, name, org, odd, name
jane-doe.id: jane-doe
jane-doe.name: Jane Doe
jane-doe.org: Acme
jane-doe.odd, name: two\nlines\t\\n
søren-ø.name: Søren Ø.
row 3.name: ?
row 3.org: x
row 4:
EOF
it '--textconv: log'
file log.csv <<'EOF'
via,date,contact,event,note
email,2026-11-20,jane-doe,thanked,
,2026-11-19,jane-doe,met
EOF
run ni-fmt --textconv log.csv
status_is 0
out_is <<'EOF'
columns: via, date, contact, event, note
2026-11-20 jane-doe thanked
2026-11-20 jane-doe thanked.via: email
2026-11-19 jane-doe met
EOF
it '--textconv: by content, as git names its temporary files'
cp log.csv 'kx1_log.csv'
run ni-fmt --textconv kx1_log.csv
out_like '^2026-11-19 jane-doe met$'
it '--textconv: anything else as it is'
bytes -- '---\r\na: [\r\n' >n.md
bytes 'name\n"Ann\n' >bad.csv
bytes '\000\377\n' >binary
bytes 'name\nAnn\nBob,x\n' >long.csv
: >empty.csv
for name in n.md bad.csv binary long.csv empty.csv; do
	run ni-fmt --textconv $name
	status_is 0
	err_empty
	same "$out" $name
done
it '--textconv: what cannot be read'
run ni-fmt --textconv notes
status_is 0
out_empty
err_is <<'EOF'
ni-fmt: warning: 'notes' is a directory
EOF
run ni-fmt --textconv none
status_is 0
out_empty
err_is <<'EOF'
ni-fmt: warning: cannot open 'none': No such file or directory
EOF
it '--textconv: wrong usage'
run ni-fmt --textconv
status_is 2
err_like '^usage: '
run ni-fmt --textconv contacts.csv log.csv
status_is 2
run ni-fmt --textconv -w contacts.csv
status_is 2

if command -v git >/dev/null; then
	it 'git diff and git log -p'
	GIT_CONFIG_GLOBAL=/dev/null
	GIT_CONFIG_NOSYSTEM=1
	GIT_AUTHOR_NAME=Nora
	GIT_AUTHOR_EMAIL=nora@lindqvist.example
	GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME
	GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
	export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL \
		GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
	unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE
	network
	git init -q .
	git config --file .git/config diff.ni.textconv 'ni-fmt --textconv --'
	printf 'contacts.csv diff=ni\nlog.csv diff=ni\n' >.gitattributes
	printf 'name,org,note\nJane Doe,Acme,"a, b"\nBob,x,\n' >contacts.csv
	printf 'date,contact,event\n' >log.csv
	git add . && git commit -q -m one
	printf 'name,org,note\r\n"Jane Doe",Acme Health,"a, b"\r\n"Bob",x\r\n' >contacts.csv
	echo '2026-11-20,bob,met' >>log.csv
	pipe 'git diff -U0 | grep "^[-+]"'
	out_is <<'EOF'
--- a/contacts.csv
+++ b/contacts.csv
-jane-doe.org: Acme
+jane-doe.org: Acme Health
--- a/log.csv
+++ b/log.csv
+2026-11-20 bob met
EOF
	printf 'name,org\n"Jane\n' >contacts.csv
	git commit -q -a -m two
	pipe 'git log -p -U0 --format=%s | grep "^+[^+]"'
	status_is 0
	out_like '^\+"Jane$'
	out_like '^\+jane-doe\.name: Jane Doe$'
else
	skip 'git is not installed'
fi

done_testing

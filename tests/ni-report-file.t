#!/bin/sh
# ni-report -o FILE: what is written, where, and when nothing is.

. tests/tap.sh

export NI_TODAY=2026-11-21

people()
{
	network
	file contacts.csv <<'EOF'
id,name,org
ann,Ann Lee,Acme
EOF
	file 'notes/2026/1 Ann #1%.md' <<'EOF'
---
contact: ann
date: 2026-11-10
outcome: met
---
# Ann

## Advice

- Read [this](../b%20c.md).
EOF
	cp contacts.csv "$tap/contacts"
}

# refused FILE TEXT: it is not written, and contacts.csv is as it was.
refused()
{
	status_is 2
	out_empty
	err_is <<EOF
ni-report: $2
EOF
	same contacts.csv "$tap/contacts"
	if [ -n "$1" ]; then
		ok test ! -e "$1"
	fi
}

it 'a file gets what standard output would'
people
run ni-report
cp "$out" "$tap/plain"
run ni-report -o report.md
status_is 0
out_empty
err_empty
same report.md "$tap/plain"
it '- is standard output'
run ni-report -o -
status_is 0
same "$out" "$tap/plain"
ok test ! -e ./-

it 'links lead from where the file is'
mkdir -p out/deep
run ni-report -s interviews -o out/deep/report.md
status_is 0
like out/deep/report.md '[(]\.\./\.\./notes/2026/1%20Ann%20%231%25\.md[)]'
run ni-report -s interviews -o notes/2026/report.txt
like notes/2026/report.txt '[(]1%20Ann%20%231%25\.md[)]'
it 'links lead from where the folder really is'
mkdir -p "$tap/elsewhere/real"
ln -s "$tap/elsewhere/real" linked
run ni-report -s interviews -o linked/report.md
status_is 0
like linked/report.md "[(]\.\./\.\./work/$tap_network/notes/2026/1%20Ann%20%231%25\.md[)]"
it 'links from below the network'
(cd out && "$tap/bin/ni-report" -s interviews -o ../out/report.md) || ok false
like out/report.md '[(]\.\./notes/2026/1%20Ann%20%231%25\.md[)]'
it '-C is entered first'
(cd out && "$tap/bin/ni-report" -s interviews -C .. -o out/deep/again.md) || ok false
same out/deep/again.md out/deep/report.md

it 'mode and link stay'
people
printf 'old\n' >kept.md
chmod 640 kept.md
ln -s kept.md link.md
run ni-report -o link.md
status_is 0
ok test -h link.md
same kept.md "$tap/plain"
case $(ls -l kept.md) in
-rw-r-----*) ok true ;;
*) ok false ;;
esac

it 'nothing that is read is overwritten'
people
printf 'date,contact,event,via,until,note\n' >log.csv
printf '# mine\n\n## A\n\n- Why?\n' >questions.md
printf 'format: 1\n' >ni.yaml
for name in contacts.csv ./contacts.csv notes/../contacts.csv; do
	run ni-report -o "$name"
	refused '' "'$name' would be read as the network's contacts; nothing was written"
done
ln contacts.csv hard.md
ln -s contacts.csv soft.md
for name in hard.md soft.md; do
	run ni-report -o "$name"
	refused '' "'$name' would be read as the network's contacts; nothing was written"
done
run ni-report -o log.csv
refused '' "'log.csv' would be read as the network's log; nothing was written"
run ni-report -o ni.yaml
refused '' "'ni.yaml' would be read as the network's settings; nothing was written"
run ni-report -o questions.md
refused '' "'questions.md' would be read as the network's question bank; nothing was written"
run ni-report -o 'notes/2026/1 Ann #1%.md'
refused '' "'notes/2026/1 Ann #1%.md' would be read as a note; nothing was written"
run ni-report --contact ann -o notes/ann.md
refused notes/ann.md "'notes/ann.md' would be read as a note; nothing was written"
cd notes/2026 || exit
run ni-report -o x.md
cd ../.. || exit
refused notes/2026/x.md "'x.md' would be read as a note; nothing was written"
ln -s notes/2026 shortcut
run ni-report -o shortcut/x.md
refused notes/2026/x.md "'shortcut/x.md' would be read as a note; nothing was written"
ln -s "notes/2026/1 Ann #1%.md" note.md
run ni-report -o note.md
refused '' "'note.md' would be read as a note; nothing was written"

it 'nor what will be'
rm log.csv
run ni-report -o log.csv
refused log.csv "'log.csv' would be read as the network's log; nothing was written"

it 'nor rows, another log and other notes'
cp contacts.csv rows.csv
printf 'date,contact,event,via,until,note\n' >other.csv
mkdir other
run ni-report -o rows.csv rows.csv
refused '' "'rows.csv' would be read as rows that were given; nothing was written"
pipe 'ni-report -o rows.csv - <rows.csv'
refused '' "'rows.csv' would be read as rows that were given; nothing was written"
run ni-report --log other.csv -o other.csv
refused '' "'other.csv' would be read as the log; nothing was written"
run ni-report --notes other -o other/x.md
refused other/x.md "'other/x.md' would be read as a note; nothing was written"
same rows.csv contacts.csv

it 'nor notes of the network that are not read this time'
run ni-report --notes other -o 'notes/2026/1 Ann #1%.md'
refused '' "'notes/2026/1 Ann #1%.md' would be read as a note; nothing was written"
like 'notes/2026/1 Ann #1%.md' '^# Ann$'
run ni-report --notes other -o notes/x.md
refused notes/x.md "'notes/x.md' would be read as a note; nothing was written"
it 'nor what a note is a link to'
mkdir elsewhere
file elsewhere/real.md <<'EOF'
---
contact: ann
date: 2026-11-11
outcome: met
---
EOF
cp elsewhere/real.md "$tap/real"
ln -s ../elsewhere/real.md notes/link.md
ln -s elsewhere/real.md twice.md
for name in elsewhere/real.md twice.md; do
	run ni-report -o "$name"
	refused '' "'$name' would be read as a note; nothing was written"
	run ni-report --notes notes -o "$name"
	refused '' "'$name' would be read as a note; nothing was written"
	same elsewhere/real.md "$tap/real"
done
rm notes/link.md
it 'but it may be written when none is'
run ni-report -o elsewhere/real.md
status_is 0
like elsewhere/real.md '^# Networking report$'

it 'what is no note may lie among the notes'
mkdir notes/.drafts
for name in notes/report.txt notes/.report.md notes/.drafts/report.md; do
	run ni-report -o "$name"
	status_is 0
	ok test -s "$name"
done
run ni-report
err_empty

it 'what cannot be written is told'
people
run ni-report -o no/such.md
refused '' "cannot write 'no/such.md': No such file or directory"
run ni-report -o notes
refused '' "'notes' is no regular file; nothing was written"
run ni-report -o /dev/null
refused '' "'/dev/null' is no regular file; nothing was written"
run ni-report -o ''
status_is 2
out_empty
ln -s nowhere dangling.md
run ni-report -o dangling.md
status_is 2
err_like "dangling.md"
ok test ! -e nowhere
if [ "$(id -u)" -ne 0 ]; then
	mkdir closed
	chmod 555 closed
	run ni-report -o closed/report.md
	status_is 2
	err_like "^ni-report: cannot write 'closed/report.md': Permission denied"
	chmod 755 closed
fi

it 'nothing is written where something could not be read'
people
printf 'old\n' >report.md
cp report.md "$tap/old"
printf -- '---\ncontact: ann\ndate: 2026-13-01\n---\n' >notes/bad.md
run ni-report -o report.md
status_is 2
out_empty
err_is <<'EOF'
notes/bad.md:3:7: error: date: found '2026-13-01', expected a date such as 2026-11-30
ni-report: 'report.md' is not written, since not all was read without error
EOF
same report.md "$tap/old"
rm notes/bad.md
printf 'id,name\n"x\n' >contacts.csv
run ni-report -o report.md
status_is 2
out_empty
same report.md "$tap/old"

done_testing

#!/bin/sh
# ni-init: a new network, and that nothing of an old one is lost.

. tests/tap.sh

GIT_CONFIG_GLOBAL=/dev/null
GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=Nora
GIT_AUTHOR_EMAIL=nora@lindqvist.example
GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME
GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME \
	GIT_COMMITTER_EMAIL
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

# empty: enters a new, empty folder.
empty()
{
	network
	rmdir notes
}

# tree: all that there is below the working directory, with its bytes; a file that was replaced has
# another number.
tree()
{
	find . | LC_ALL=C sort
	find . -type f -exec cksum {} + | LC_ALL=C sort
	find . -type f -exec ls -id {} + | LC_ALL=C sort
}

# unchanged: ok when the tree is as tree said it was, in $tap/before.
unchanged()
{
	tree >"$tap/after"
	same "$tap/after" "$tap/before"
}

# ---------------------------------------------------------- what is made

it 'a network in the working directory'
empty
run ni-init
status_is 0
err_empty
out_is <<'EOF'
made contacts.csv
made log.csv
made ni.yaml
made questions.md
made notes/
made .gitattributes
made .gitignore
EOF
find . ! -name . | LC_ALL=C sort >"$tap/found"
file "$tap/want" <<'EOF'
./.gitattributes
./.gitignore
./contacts.csv
./log.csv
./ni.yaml
./notes
./questions.md
EOF
same "$tap/found" "$tap/want"

it 'contacts.csv has every column'
file_is contacts.csv <<'EOF'
id,name,org,title,field,sector,circle,source,referred_by,may_use_name,email,phone,url,added,cadence,tags,note
EOF
tr ',' '\n' <contacts.csv | LC_ALL=C sort >"$tap/found"
sed -n 's/^\t\[\(TEXT\|COLUMN\)_[A-Z_]*\] = "\(.*\)",$/\2/p' "$top/fmt/contacts.c" | LC_ALL=C sort >"$tap/want"
same "$tap/found" "$tap/want"
it 'log.csv has every column'
file_is log.csv <<'EOF'
date,contact,event,via,until,note
EOF
it 'questions.md is the bank that comes with ni'
same questions.md "$top/share/questions.md"
it 'all programs answer for it'
for program in ni-due ni-refer ni-notes ni-report; do
	run "$program" --today 2026-11-21
	status_is 0
	err_empty
done
it 'it is all there is to do to begin'
echo ',"Doe, Jane",,,archives,,,,,,,,,2026-11-20,,,' >>contacts.csv
echo '2026-11-20,doe-jane,replied,email,,Gladly' >>log.csv
run ni-due --today 2026-11-21 -f tsv
err_empty
rows_are 'due action reason name' <<'EOF'
2026-11-21|reply|Gladly|Doe, Jane
EOF

# --------------------------------------------------------------- ni.yaml

it 'ni.yaml: each setting stands in it with its default'
sed -n 's/^#  \([a-z_]*: [^ ]*\) *# .*/\1/p' ni.yaml | LC_ALL=C sort >"$tap/found"
sed -n 's/^\.It Cm \([a-z_]*\) No : \(.*\)/\1: \2/p' "$top/man/ni.yaml.5" | LC_ALL=C sort >"$tap/want"
ok test "$(grep -c . "$tap/want")" -ge 16
same "$tap/found" "$tap/want"
it 'ni.yaml: each has its meaning'
ok test "$(grep -cE '^#  [a-z_]+: [^ ]+ +# [a-z].{7}' ni.yaml)" -eq "$(grep -c . "$tap/want")"
ok test "$(grep -c '.\{101\}' ni.yaml)" -eq 0
it 'ni.yaml: as it is, it sets nothing but the format'
grep -v '^#' ni.yaml >"$tap/found"
file "$tap/want" <<'EOF'
format: 1

me:

practice:
EOF
same "$tap/found" "$tap/want"

# valid WHAT: whether ni.yaml is read without a word.
valid()
{
	run ni-due --today 2026-11-21
	[ "$status" -eq 0 ] && [ ! -s "$err" ]
	tap_result $? "$1" || tap_show 'standard error' "$err"
}

it 'ni.yaml: uncommenting a line gives a valid file'
cp ni.yaml "$tap/commented"
lines=$(grep -c '' ni.yaml)
ok test "$lines" -ge 20
line=0
while [ $line -lt "$lines" ]; do
	line=$((line + 1))
	sed "${line}s/^#//" "$tap/commented" >ni.yaml
	cmp -s ni.yaml "$tap/commented" || valid "line $line"
done
sed 's/^#//' "$tap/commented" >ni.yaml
valid 'all lines'
sed 's/^# //' "$tap/commented" >ni.yaml
valid 'all settings, with the blank after the number sign'
it 'ni.yaml: what is uncommented counts'
sed 's/^#\(  reply_within: \)1d/\14d/' "$tap/commented" >ni.yaml
run ni-due --today 2026-11-21 --within 1w -f tsv
rows_are 'due action' <<'EOF'
2026-11-24|reply
EOF
sed 's/^#\(  reply_within: \)1d/\1soon/' "$tap/commented" >ni.yaml
run ni-due --today 2026-11-21
status_is 2
err_like '^ni\.yaml:[0-9]+:[0-9]+: error: reply_within'

# ------------------------------------------------------- nothing is lost

it 'a second run changes nothing'
empty
run ni-init
tree >"$tap/before"
cp "$out" "$tap/made"
run ni-init
status_is 0
err_empty
sed 's/^made \(.*\)/left \1: exists already/' "$tap/made" >"$tap/want"
same "$out" "$tap/want"
unchanged

it 'what an interrupted run did not make is made by the next'
for name in contacts.csv log.csv ni.yaml questions.md notes .gitattributes .gitignore; do
	cp -R . "$tap/whole"
	rm -r "./$name"
	run ni-init
	status_is 0
	out_like "^made $name/?\$"
	ok test "$(grep -c '^made' "$out")" -eq 1
	ok test "$(grep -c '^left' "$out")" -eq 6
	ok diff -r . "$tap/whole"
	rm -r "$tap/whole"
done
it 'from nothing but a temporary file, too'
empty
echo half >.ni-contacts.csv.99
run ni-init
status_is 0
file_is .ni-contacts.csv.99 <<'EOF'
half
EOF
run ni-due --today 2026-11-21
status_is 0

it 'of two at once, neither fails, and each thing is made by one of them'
count=0
while [ $count -lt 10 ]; do
	count=$((count + 1))
	empty
	ni-init >"$tap/other" 2>"$tap/other.err" &
	run ni-init
	wait $!
	other=$?
	[ "$status$other" = 00 ] && [ ! -s "$err" ] && [ ! -s "$tap/other.err" ] &&
		[ "$(cat "$out" "$tap/other" | sort -u | grep -c '^made')" -eq 7 ] &&
		[ "$(cat "$out" "$tap/other" | grep -c '^made')" -eq 7 ]
	tap_result $? "time $count" || tap_show 'standard error' "$err"
done

it 'the files of an old network stay, whatever is in them'
empty
bytes 'name;org\r\nAnn;x' >contacts.csv
: >log.csv
bytes 'format: 9\n\377' >ni.yaml
mkdir notes elsewhere
echo mine >notes/a.md
echo mine >elsewhere/bank
ln -s elsewhere/bank questions.md
tree >"$tap/before"
run ni-init
status_is 0
err_empty
out_is <<'EOF'
left contacts.csv: exists already
left log.csv: exists already
left ni.yaml: exists already
left questions.md: exists already
left notes/: exists already
made .gitattributes
made .gitignore
EOF
rm .gitattributes .gitignore
unchanged
ok test -L questions.md

it 'what git would not know is said'
file .gitattributes <<'EOF'
*.png binary
# log.csv merge=union
log.csv text
EOF
echo '*.bak' >.gitignore
tree >"$tap/before"
run ni-init
status_is 0
err_empty
out_like "^left \\.gitattributes: exists already; add 'log\\.csv merge=union', 'contacts\\.csv merge=ni', 'contacts\\.csv diff=ni', 'log\\.csv diff=ni'\$"
out_like "^left \\.gitignore: exists already; add '\\.ni-\\*'\$"
unchanged
it 'and is no longer, once it is added'
bytes '*.png binary\nlog.csv\ttext  merge=union diff=ni\r\ncontacts.csv merge=ni diff=ni' >.gitattributes
bytes '*.bak\n.ni-*' >.gitignore
tree >"$tap/before"
run ni-init
out_like '^left \.gitattributes: exists already$'
out_like '^left \.gitignore: exists already$'
unchanged

it 'what is there and is no file is an error'
for name in contacts.csv log.csv ni.yaml questions.md .gitattributes .gitignore; do
	empty
	mkdir "$name"
	tree >"$tap/before"
	run ni-init
	status_is 2
	out_empty
	err_is <<EOF
ni-init: '$name' is there already, and is no regular file
EOF
	unchanged
	empty
	ln -s nowhere "$name"
	tree >"$tap/before"
	run ni-init
	status_is 2
	out_empty
	err_is <<EOF
ni-init: '$name' is a symbolic link to nothing
EOF
	unchanged
done
it 'notes that are no folder are an error'
empty
echo mine >notes
tree >"$tap/before"
run ni-init
status_is 2
out_empty
err_is <<'EOF'
ni-init: 'notes' is there already, and is no folder
EOF
unchanged
rm notes
ln -s nowhere notes
tree >"$tap/before"
run ni-init
status_is 2
out_empty
err_is <<'EOF'
ni-init: 'notes' is a symbolic link to nothing
EOF
unchanged
it 'all such names are told before anything is made, a repository too'
empty
mkdir -p net/log.csv net/.gitignore
echo mine >net/notes
tree >"$tap/before"
run ni-init --git net
status_is 2
out_empty
err_is <<'EOF'
ni-init: 'net/log.csv' is there already, and is no regular file
ni-init: 'net/notes' is there already, and is no folder
ni-init: 'net/.gitignore' is there already, and is no regular file
EOF
unchanged
it 'notes behind a link to a folder are a folder'
empty
mkdir elsewhere
ln -s elsewhere notes
run ni-init
status_is 0
out_like '^left notes/: exists already$'

# ------------------------------------------------------------ the folder

it 'a folder, and what is missing above it'
empty
run ni-init 'a/my network'
status_is 0
err_empty
out_is <<'EOF'
made a/
made a/my network/
made a/my network/contacts.csv
made a/my network/log.csv
made a/my network/ni.yaml
made a/my network/questions.md
made a/my network/notes/
made a/my network/.gitattributes
made a/my network/.gitignore
EOF
ok test -s 'a/my network/contacts.csv'
ok test "$(find . -name '*.csv' | grep -c .)" -eq 2
run ni-init 'a/my network//'
status_is 0
out_unlike '^made'
it 'a path from the root'
run ni-init "$PWD/b"
status_is 0
out_like "^made $PWD/b/contacts\\.csv\$"
ok test -s b/contacts.csv
it 'with -C'
mkdir c
run ni-init -C c d
status_is 0
out_like '^made d/contacts\.csv$'
ok test -s c/d/contacts.csv
run ni-init -C c
status_is 0
out_like '^made contacts\.csv$'
ok test -s c/contacts.csv
it 'a folder behind a link'
mkdir e
ln -s e f
run ni-init f
status_is 0
ok test -s e/contacts.csv
it 'a folder whose name begins with a dash'
run ni-init -- -x
status_is 0
ok test -s ./-x/contacts.csv
it 'a folder whose name has control characters'
run ni-init "$(printf 'x\033[31m')"
status_is 0
out_like '^made x\\x1b\[31m/contacts\.csv$'
it 'no folder'
tree >"$tap/before"
run ni-init ''
status_is 2
out_empty
err_is <<'EOF'
ni-init: cannot make the folder '': No such file or directory
EOF
run ni-init b/contacts.csv
status_is 2
err_is <<'EOF'
ni-init: cannot make the folder 'b/contacts.csv': File exists
EOF
run ni-init b/contacts.csv/g
status_is 2
out_empty
unchanged
it 'two folders'
run ni-init g h
status_is 2
out_empty
err_like "^ni-init: .*'h'"
err_like '^usage: ni-init'
unchanged
it 'an output that cannot be written'
pipe 'ni-init g >&-'
status_is 2
err_like '^ni-init: .*standard output'
ok test -s g/contacts.csv
if [ -c /dev/full ]; then
	pipe 'ni-init h >/dev/full'
	status_is 2
	err_like '^ni-init: .*No space left on device'
	ok test -s h/.gitignore
else
	skip 'there is no /dev/full'
fi

it 'in a folder of a network: refused, since it is more likely a mistake'
empty
run ni-init
mkdir notes/2026
tree >"$tap/before"
run ni-init -C notes
status_is 2
out_empty
err_is <<'EOF'
ni-init: '..' is a network already; 'ni-init .' makes another one here
EOF
run ni-init --git -C notes/2026
status_is 2
err_like "^ni-init: '\\.\\./\\.\\.' is a network already"
unchanged
it 'where it is named, it is meant'
for where in . inner; do
	mkdir -p mentors
	run ni-init -C mentors $where
	status_is 0
	err_is <<'EOF'
ni-init: warning: the folder lies within another network; programs that run in it see only the new one
EOF
	out_like "^made (inner/)?contacts\\.csv\$"
	ok test -s mentors/$where/contacts.csv
	run ni-init -C mentors $where
	status_is 0
	err_empty
	rm -r mentors
done
it 'the rest of a network that begins with ni.yaml'
empty
echo 'format: 1' >ni.yaml
run ni-init
status_is 0
out_like '^left ni\.yaml'
out_like '^made contacts\.csv$'

# ------------------------------------------------------------------- git

# false_git <<EOF: a folder with a git of ours, which is found first.
false_git()
{
	mkdir -p "$tap/false"
	cat >"$tap/false/git"
	chmod +x "$tap/false/git"
}

# link_path DIR: makes a folder of all that PATH finds; a name that stands in two is linked once.
link_path()
{
	mkdir "$1"
	echo "$PATH" | tr ':' '\n' | while IFS= read -r from; do
		ln -s "$from"/* "$1/" 2>/dev/null
	done
}

it 'without --git, git is not run'
empty
false_git <<'EOF'
#!/bin/sh
echo "$@" >"$(dirname "$0")/ran"
EOF
pipe "PATH=$tap/false:\$PATH ni-init"
status_is 0
ok test ! -e "$tap/false/ran"
ok test ! -e .git
it '--git: a git that makes its repository elsewhere'
pipe "PATH=$tap/false:\$PATH ni-init --git"
status_is 2
err_is <<'EOF'
ni-init: git made its repository elsewhere: is GIT_DIR set?
EOF
ok test "$(cat "$tap/false/ran")" = 'init -q -- .'
out_unlike '^made'
it '--git: a git that fails'
false_git <<'EOF'
#!/bin/sh
echo 'fatal: no room' >&2
exit 128
EOF
empty
pipe "PATH=$tap/false:\$PATH ni-init --git"
status_is 2
err_is <<'EOF'
fatal: no room
ni-init: 'git init' failed with status 128
EOF
out_unlike 'made \.git$'
ok test -s .gitignore
it '--git: no git'
link_path "$tap/without"
rm -f "$tap/without/git"
empty
pipe "PATH=$tap/without ni-init --git"
status_is 2
err_is <<'EOF'
ni-init: cannot run 'git': No such file or directory
EOF
ok test -s .gitignore
it '--git: takes no value'
run ni-init --git=yes
status_is 2
err_like "^ni-init: option '--git' takes no value"

if ! command -v git >/dev/null; then
	skip 'git is not installed'
	done_testing
fi

it '--git: a repository'
empty
run ni-init --git net
status_is 0
err_empty
out_like '^made net/contacts\.csv$'
out_like '^made net/\.git$'
cd net || exit 1
ok test "$(git rev-parse --is-inside-work-tree)" = true
it '--git: a second run, and below'
run ni-init --git
status_is 0
out_like '^left \.git: exists already$'
run ni-init --git a/b
status_is 0
out_like '^left a/b/\.\./\.\./\.git: exists already$'
ok test ! -e a/b/.git
rm -r a

it 'git knows what to ignore, and how to merge'
for name in .ni-contacts.csv.123 notes/.ni-a.md.9-1 contacts.csv~ notes/.a.md.swp; do
	ok git check-ignore -q --no-index "$name"
done
for name in contacts.csv log.csv ni.yaml questions.md notes/2026-11-21-ann.md report.md .gitignore; do
	ok test -z "$(git check-ignore --no-index "$name")"
done
ok test "$(git check-attr merge log.csv)" = 'log.csv: merge: union'
ok test "$(git check-attr merge contacts.csv)" = 'contacts.csv: merge: ni'
ok test "$(git check-attr diff contacts.csv)" = 'contacts.csv: diff: ni'
ok test "$(git check-attr diff log.csv)" = 'log.csv: diff: ni'
it 'two logs that grew apart become one'
git add . && git commit -q --no-verify -m begin && git checkout -q -b phone
echo '2026-11-20,ann,asked,email,,' >>log.csv
git commit -q --no-verify -a -m phone && git checkout -q -
echo '2026-11-21,bob,asked,email,,' >>log.csv
git commit -q --no-verify -a -m desk
pipe 'git merge -q -m both phone'
status_is 0
LC_ALL=C sort log.csv >"$tap/found"
file "$tap/want" <<'EOF'
2026-11-20,ann,asked,email,,
2026-11-21,bob,asked,email,,
date,contact,event,via,until,note
EOF
same "$tap/found" "$tap/want"

it '--git: in a work tree whose .git is a file'
git worktree add -q ../tree
cd ../tree || exit 1
ok test -f .git
run ni-init --git
status_is 0
out_like '^left \.git: exists already$'
out_unlike '^set '

# ------------------------------------------------- what git does by ni

# Programs that say how they were called, ni-check also what is where it was called; it finds a fault
# where a file fault stands beside it.
mkdir "$tap/three"
for name in ni-merge ni-fmt ni-check; do
	cat >"$tap/three/$name" <<'EOF'
#!/bin/sh
calls=$(dirname "$0")/calls
echo "${0##*/}" "$@" >>"$calls"
[ "${0##*/}" != ni-check ] || find . -type f | LC_ALL=C sort >>"$calls"
[ ! -e "$(dirname "$0")/fault" ]
EOF
	chmod +x "$tap/three/$name"
done
calls=$tap/three/calls
# Another ni may be installed beside the tools that are needed.
without=$tap/others
link_path "$without"
rm -f "$without"/ni-*
init="PATH='$tap/three:$without' '$tap/bin/ni-init'"

# configured KEY: its value in the repository.
configured()
{
	git config --local --get "$1"
}

# commit MESSAGE: commits what is staged, ni-check being there.
commit()
{
	rm -f "$calls"
	pipe "PATH='$tap/three:$without' git commit -q -m '$1'"
}

it 'in a repository, what there is is set up, and told'
empty
git init -q
pipe "$init"
status_is 0
err_empty
sed 1,7d "$out" >"$tap/told"
file "$tap/want" <<'EOF'
set merge.ni.driver: ni-merge -- %O %A %B %P
set diff.ni.textconv: ni-fmt --textconv --
made .git/hooks/pre-commit
EOF
same "$tap/told" "$tap/want"
ok test "$(configured merge.ni.driver)" = 'ni-merge -- %O %A %B %P'
ok test -n "$(configured merge.ni.name)"
ok test "$(configured diff.ni.textconv)" = 'ni-fmt --textconv --'
ok test -x .git/hooks/pre-commit
it 'a second time changes nothing'
for how in "$init" "$init --git"; do
	tree >"$tap/before"
	pipe "$how"
	status_is 0
	err_empty
	unchanged
	out_unlike '^(made|set) '
	out_like '^left merge\.ni\.driver: is set already$'
	out_like '^left diff\.ni\.textconv: is set already$'
	out_like '^left \.git/hooks/pre-commit: exists already$'
done
it 'the hook looks at what will have been committed, and only at that'
touch 'notes/a b.md'
git add contacts.csv ni.yaml .gitignore notes
commit one
status_is 0
file "$tap/want" <<'EOF'
ni-check
./.gitignore
./contacts.csv
./ni.yaml
./notes/a b.md
EOF
same "$calls" "$tap/want"
it 'a fault keeps it from being committed'
: >"$tap/three/fault"
git add log.csv
commit two
ok test "$status" -ne 0
ok test "$(git diff --cached --name-only)" = log.csv
pipe "PATH='$tap/three:$without' git commit -q --no-verify -m two"
status_is 0
rm "$tap/three/fault"
it 'what was removed is not looked at, what is left is'
git rm -q 'notes/a b.md'
commit three
status_is 0
file "$tap/want" <<'EOF'
ni-check
./.gitignore
./contacts.csv
./log.csv
./ni.yaml
EOF
same "$calls" "$tap/want"
it 'where nothing is left to look at, it is content'
git rm -q --cached contacts.csv ni.yaml
commit four
status_is 0
ok test ! -e "$calls"
it 'without ni-check it says so, and lets it be committed'
git add .gitattributes
pipe "PATH='$without' git commit -q -m five"
status_is 0
err_is <<'EOF'
pre-commit: ni-check is not there: nothing was checked
EOF

it 'git diff and git log -p show cells; the hook finds a fault'
empty
run ni-init --git
status_is 0
echo 'ann,Ann Lee,Acme,,archives,,,,,,,,,2026-11-20,,,' >>contacts.csv
git add .
pipe 'git commit -q -m begin'
status_is 0
sed 's/Acme/Apex/' contacts.csv >changed && mv changed contacts.csv
echo '2026-11-20,ann,asked,email,,' >>log.csv
pipe 'git diff -U0'
status_is 0
out_like '^-ann\.org: Acme$'
out_like '^\+ann\.org: Apex$'
out_like '^\+2026-11-20 ann asked'
pipe 'git commit -q -a -m change && git log -p -1'
status_is 0
out_like '^\+ann\.org: Apex$'
echo 'bob,Bob Ray,Acme,,archives,,,,,,,,,2026-02-30,,,' >>contacts.csv
pipe 'git commit -q -a -m fault'
ok test "$status" -ne 0
err_like '^contacts\.csv:3:[0-9]+: error: '
ok test "$(git log --format=%s -1)" = change
it 'the hook looks at what is staged, whatever the work tree holds'
git reset -q --hard
cp log.csv sound
echo '2026-11-20,zed,asked,email,,' >>log.csv
git add log.csv
cp sound log.csv
mkdir "$tap/copies"
pipe "TMPDIR='$tap/copies' git commit -q -m staged"
ok test "$status" -ne 0
err_like '^log\.csv:3:12: error: '
ok test "$(git log --format=%s -1)" = change
it 'and leaves no copy of it'
ok test -z "$(ls -A "$tap/copies")"
it 'nor does a fault in the work tree keep from being committed what is sound'
echo '2026-11-21,ann,replied,email,,' >>log.csv
git add log.csv
echo '2026-11-20,zed,asked,email,,' >>log.csv
pipe "TMPDIR='$tap/copies' git commit -q -m sound"
status_is 0
ok test "$(git show HEAD:log.csv | tail -n 1)" = '2026-11-21,ann,replied,email,,'
ok test -z "$(ls -A "$tap/copies")"
it 'it finds what a commit breaks in a file that is not staged'
git checkout -q log.csv
sed '/^ann,/d' contacts.csv >changed && mv changed contacts.csv
pipe 'git commit -q -m gone contacts.csv'
ok test "$status" -ne 0
err_like '^log\.csv:2:12: error: '
it 'a contact that only the work tree has is not known to the commit'
git reset -q --hard
echo 'eve,Eve Ott,Acme,,archives,,,,,,,,,2026-11-20,,,' >>contacts.csv
echo '2026-11-20,eve,asked,email,,' >>log.csv
pipe 'git commit -q -m half log.csv'
ok test "$status" -ne 0
err_like '^log\.csv:4:12: error: '
pipe 'git commit -q -m whole contacts.csv log.csv'
status_is 0
it 'a warning does not keep it from being committed'
sed '1s/,added,/,since,/' contacts.csv >changed && mv changed contacts.csv
pipe 'git commit -q -a -m warning'
status_is 0
err_like ': warning: .*\[missing-added\]'

it 'a network in a folder of a repository'
empty
git init -q
mkdir -p "it's/here"
pipe "$init \"it's/here\""
status_is 0
err_empty
out_like "^made it's/here/\\.\\./\\.\\./\\.git/hooks/pre-commit\$"
out_like '^set merge\.ni\.driver: '
: >other
git add .
commit one
status_is 0
file "$tap/want" <<'EOF'
ni-check
./.gitattributes
./.gitignore
./contacts.csv
./log.csv
./ni.yaml
./questions.md
EOF
same "$calls" "$tap/want"
: >"$tap/three/fault"
echo more >>other
git add other
commit two
status_is 0
ok test ! -e "$calls"
echo >>"it's/here/log.csv"
git add .
commit three
ok test "$status" -ne 0
rm "$tap/three/fault"

it 'two networks in one repository: the hook is for the first, which is told'
empty
git init -q
mkdir "it's" other
pipe "$init \"it's\""
status_is 0
pipe "$init other"
status_is 0
err_empty
out_like '^left other/\.\./\.git/hooks/pre-commit: exists already, and checks another folder$'
pipe "$init ."
status_is 0
out_like '^left \.git/hooks/pre-commit: exists already, and checks another folder$'
pipe "$init \"it's\""
status_is 0
out_like "^left it's/\.\./\.git/hooks/pre-commit: exists already\$"

it 'a network in a folder whose name begins with a hyphen'
empty
git init -q
run ni-init -- -net
status_is 0
err_empty
echo 'ann,Ann Lee,Acme,,archives,,,,,,,,,2026-11-20,,,' >>-net/contacts.csv
git add .
pipe 'git commit -q -m begin'
status_is 0
git checkout -q -b phone
sed 's/Ann Lee/Ann Leigh/' ./-net/contacts.csv >changed && mv changed ./-net/contacts.csv
git commit -q -a -m phone
git checkout -q -
sed 's/Acme/Apex/' ./-net/contacts.csv >changed && mv changed ./-net/contacts.csv
git commit -q -a -m desk
pipe 'git merge -q -m both phone'
status_is 0
err_empty
ok test "$(tail -n 1 ./-net/contacts.csv)" = 'ann,Ann Leigh,Apex,,archives,,,,,,,,,2026-11-20,,,'
echo '2026-11-20,zed,asked,email,,' >>-net/log.csv
pipe 'git diff -U0'
status_is 0
err_empty
out_like '^\+2026-11-20 zed asked'
pipe 'git commit -q -a -m fault'
ok test "$status" -ne 0
err_like '^log\.csv:2:12: error: '

it 'what is set is left, whatever it is'
empty
git init -q
git config merge.ni.driver 'mine %A'
file .git/hooks/pre-commit <<'EOF'
#!/bin/sh
EOF
pipe "$init"
status_is 0
out_like '^left merge\.ni\.driver: is set already: mine %A$'
out_like '^left \.git/hooks/pre-commit: exists already$'
out_like '^set diff\.ni\.textconv: '
ok test "$(configured merge.ni.driver)" = 'mine %A'
ok test -z "$(configured merge.ni.name)"
ok test "$(cat .git/hooks/pre-commit)" = '#!/bin/sh'
it 'hooks that are elsewhere'
empty
git init -q
git config core.hooksPath .hooks
mkdir net
pipe "$init net"
status_is 0
out_like '^made net/\.\./\.hooks/pre-commit$'
ok test -x .hooks/pre-commit
ok test ! -e .git/hooks/pre-commit
it 'hooks of all repositories are left'
empty
git init -q
mkdir hooks
printf '[core]\n\thooksPath = %s/hooks\n' "$PWD" >config
pipe "GIT_CONFIG_GLOBAL='$PWD/config' $init"
status_is 0
out_like "^left pre-commit: core\\.hooksPath is set outside of the repository: $PWD/hooks\$"
ok test ! -e hooks/pre-commit
ok test ! -e .git/hooks/pre-commit

if [ -n "${NI_WRAP:-}${NI_VALGRIND:-}" ]; then
	skip 'ni-init is run under another program: nothing stands beside it'
	done_testing
fi
it 'programs that are not found by PATH, but stand beside ni-init'
mkdir "$tap/100% mine"
cp "$tap/bin/ni-init" "$tap/three/ni-merge" "$tap/three/ni-check" "$tap/100% mine/"
empty
git init -q
pipe "PATH='$without' '$tap/100% mine/ni-init'"
status_is 0
ok test "$(configured merge.ni.driver)" = "'$tap/100%% mine/ni-merge' -- %O %A %B %P"
ok test -z "$(configured diff.ni.textconv)"
git add contacts.csv
pipe "PATH='$without' git commit -q -m one"
status_is 0
file "$tap/want" <<'EOF'
ni-check
./contacts.csv
EOF
same "$tap/100% mine/calls" "$tap/want"
it 'and where there is none of them'
empty
git init -q
mkdir "$tap/alone"
cp "$tap/bin/ni-init" "$tap/alone/"
pipe "PATH='$without' '$tap/alone/ni-init'"
status_is 0
ok test "$(grep -c . "$out")" -eq 7
ok test -z "$(configured merge.ni.driver)"
ok test ! -e .git/hooks/pre-commit

done_testing

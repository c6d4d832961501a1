#!/bin/sh
# ni-merge: contacts that grew apart, by hand and by git.

. tests/tap.sh

GIT_CONFIG_GLOBAL=/dev/null
GIT_CONFIG_NOSYSTEM=1
GIT_AUTHOR_NAME=Nora
GIT_AUTHOR_EMAIL=nora@lindqvist.example
GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME
GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
GIT_EDITOR=true
export GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME \
	GIT_COMMITTER_EMAIL GIT_EDITOR
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

# three BASE OURS THEIRS, in printf's spelling: the three files.
three()
{
	bytes "$1" >base
	bytes "$2" >ours
	bytes "$3" >theirs
	cp ours before
}

# merged WHAT BASE OURS THEIRS WANT: no conflict, and these bytes.
merged()
{
	it "$1"
	three "$2" "$3" "$4"
	run ni-merge base ours theirs
	status_is 0
	err_empty
	out_empty
	bytes "$5" >"$tap/want.ours"
	same ours "$tap/want.ours"
}

# alike WHAT BASE OURS THEIRS WANT: the same comes out whoever merges.
alike()
{
	merged "$@"
	merged "$1, the other way round" "$2" "$4" "$3" "$5"
}

# conflict WHAT BASE OURS THEIRS WANT: status 1, and these bytes; each conflict is told.
conflict()
{
	it "$1"
	three "$2" "$3" "$4"
	run ni-merge base ours theirs
	status_is 1
	out_empty
	bytes "$5" >"$tap/want.ours"
	same ours "$tap/want.ours"
	ok test "$(grep -c 'warning: conflict: ' "$err")" -eq "$(grep -c '^<<<<<<< ours' ours)"
	ok test "$(grep -c . "$err")" -eq "$(grep -c '^<<<<<<< ours' ours)"
	grep -n '^<<<<<<< ours' ours | sed 's/:.*//' >"$tap/at"
	sed 's/^ours:\([0-9]*\):.*/\1/' "$err" >"$tap/told"
	same "$tap/told" "$tap/at"
}

# refused WHAT BASE OURS THEIRS: status 129, and nothing is written.
refused()
{
	it "$1"
	three "$2" "$3" "$4"
	run ni-merge base ours theirs
	status_is 129
	out_empty
	err_like '^((base|ours|theirs):|ni-merge: )'
	same ours before
}

network
h='id,name,org\n'
base="${h}ann,Ann,A\nbob,Bob,B\neve,Eve,E\n"

# ----------------------------------------------------------------- cells

merged 'nothing has changed' "$base" "$base" "$base" "$base"
alike 'neighbouring rows' "$base" "${h}ann,Ann,X\nbob,Bob,B\neve,Eve,E\n" \
	"${h}ann,Ann,A\nbob,Bob,Y\neve,Eve,E\n" "${h}ann,Ann,X\nbob,Bob,Y\neve,Eve,E\n"
alike 'two cells of one row' "$base" "${h}ann,Ann,X\nbob,Bob,B\neve,Eve,E\n" \
	"${h}ann,Anna,A\nbob,Bob,B\neve,Eve,E\n" "${h}ann,Anna,X\nbob,Bob,B\neve,Eve,E\n"
alike 'the same change on both sides' "$base" "${h}ann,Ann,X\nbob,Bob,B\neve,Eve,E\n" \
	"${h}ann,Ann,X\nbob,Bob,B\neve,Eve,EE\n" "${h}ann,Ann,X\nbob,Bob,B\neve,Eve,EE\n"
conflict 'a cell changed differently' "$base" "${h}ann,Ann,X\nbob,Bob,B\neve,Eve,EE\n" \
	"${h}ann,Anna,Y\nbob,Bob,B\neve,Eve,E\n" \
	"$h<<<<<<< ours\nann,Ann,X\n=======\nann,Anna,Y\n>>>>>>> theirs\nbob,Bob,B\neve,Eve,EE\n"
it 'a conflict says whose, and what'
err_is <<'EOF'
ours:2: warning: conflict: 'ann' has been changed by both: org
EOF
it 'git says what the file is called'
cp before ours
run ni-merge base ours theirs 'my contacts/contacts.csv'
status_is 1
err_is <<'EOF'
my contacts/contacts.csv:2: warning: conflict: 'ann' has been changed by both: org
EOF
conflict 'two conflicts, one below the other' "$base" "${h}ann,Ann,1\nbob,Bob,2\neve,Eve,E\n" \
	"${h}ann,Ann,3\nbob,Bob,4\neve,Eve,E\n" \
	"$h<<<<<<< ours\nann,Ann,1\n=======\nann,Ann,3\n>>>>>>> theirs\n<<<<<<< ours\nbob,Bob,2\n=======\nbob,Bob,4\n>>>>>>> theirs\neve,Eve,E\n"
alike 'a cell emptied' "$base" "${h}ann,Ann,\nbob,Bob,B\neve,Eve,E\n" "$base" \
	"${h}ann,Ann,\nbob,Bob,B\neve,Eve,E\n"

# ------------------------------------------------------------------ rows

alike 'rows added on both sides both stay, in an order that both sides get' "$base" \
	"${base}zoe,Zoe,\nyan,Yan,\n" "${base}dan,Dan,\nxia,Xia,\n" \
	"${base}dan,Dan,\nxia,Xia,\nzoe,Zoe,\nyan,Yan,\n"
alike 'rows added at several places' "$base" "${h}ann,Ann,A\nann2,A,\nbob,Bob,B\neve,Eve,E\n" \
	"${h}abe,Abe,\nann,Ann,A\nbob,Bob,B\nbob2,B,\neve,Eve,E\n" \
	"${h}abe,Abe,\nann,Ann,A\nann2,A,\nbob,Bob,B\nbob2,B,\neve,Eve,E\n"
alike 'rows added on both sides with one id: cells' "$base" "${base}zoe,Zoe,\n" "${base}zoe,,Z\n" \
	"${base}zoe,Zoe,Z\n"
conflict 'rows added on both sides with one id: cells that differ' "$base" "${base}zoe,Zoe,\n" \
	"${base}zoe,Zo,\n" "$base<<<<<<< ours\nzoe,Zoe,\n=======\nzoe,Zo,\n>>>>>>> theirs\n"
alike 'rows deleted' "$base" "${h}bob,Bob,B\neve,Eve,E\n" "${h}ann,Ann,A\nbob,Bob,B\n" "${h}bob,Bob,B\n"
alike 'a row deleted and its neighbour changed' "$base" "${h}bob,Bob,B\neve,Eve,E\n" \
	"${h}ann,Ann,A\nbob,Bob,X\neve,Eve,E\n" "${h}bob,Bob,X\neve,Eve,E\n"
alike 'all rows deleted' "$base" "$h" "$base" "$h"
conflict 'a row deleted by theirs and changed by ours' "$base" "${h}ann,Ann,X\nbob,Bob,B\neve,Eve,E\n" \
	"${h}bob,Bob,B\neve,Eve,E\n" \
	"$h<<<<<<< ours\nann,Ann,X\n=======\n>>>>>>> theirs\nbob,Bob,B\neve,Eve,E\n"
err_like "'ann' has been changed by ours, deleted by theirs"
conflict 'a row deleted by ours and changed by theirs' "$base" "${h}bob,Bob,B\neve,Eve,E\n" \
	"${h}ann,Ann,X\nbob,Bob,B\neve,Eve,E\n" \
	"$h<<<<<<< ours\n=======\nann,Ann,X\n>>>>>>> theirs\nbob,Bob,B\neve,Eve,E\n"
err_like "'ann' has been deleted by ours, changed by theirs"
alike 'a row that only looks changed is deleted' "$base" "${h}\"ann\", Ann ,A\nbob,Bob,B\neve,Eve,E\n" \
	"${h}bob,Bob,B\neve,Eve,E\n" "${h}bob,Bob,B\neve,Eve,E\n"
alike 'an id changed' "$base" "${h}anna,Ann,A\nbob,Bob,B\neve,Eve,E\n" \
	"${h}ann,Ann,A\nbob,Bob,B\neve,Eve,X\n" "${h}anna,Ann,A\nbob,Bob,B\neve,Eve,X\n"
conflict 'an id changed differently' "$base" "${h}anne,Ann,A\nbob,Bob,B\neve,Eve,E\n" \
	"${h}annie,Ann,A\nbob,Bob,B\neve,Eve,E\n" \
	"$h<<<<<<< ours\nanne,Ann,A\n=======\nannie,Ann,A\n>>>>>>> theirs\nbob,Bob,B\neve,Eve,E\n"
err_like "'ann' has been changed by both: id\$"
conflict 'an id changed differently, and one side has another column' 'id,name,org\nann,Ann,A\n' \
	'id,name,tel,org\nanne,Ann,1,A\n' 'id,name,org\nzoe,Zoe,Z\nannie,Ann,A\n' \
	'id,name,tel,org\nzoe,Zoe,,Z\n<<<<<<< ours\nanne,Ann,1,A\n=======\nannie,Ann,,A\n>>>>>>> theirs\n'
conflict 'ids of two that are the same otherwise, changed differently' 'id,name\na,Ann\nb,Ann\n' \
	'id,name\na1,Ann\nb1,Ann\n' 'id,name\na2,Ann\nb2,Ann\nc2,Ann\n' \
	'id,name\n<<<<<<< ours\na1,Ann\n=======\na2,Ann\n>>>>>>> theirs\n<<<<<<< ours\nb1,Ann\n=======\nb2,Ann\n>>>>>>> theirs\nc2,Ann\n'
conflict 'a name changed differently, where ids come from names' 'name,org\nAnn,A\nBob,B\n' \
	'name,org\nAnne,A\nBob,B\n' 'name,org\nAnnie,A\nBob,B\n' \
	'name,org\n<<<<<<< ours\nAnne,A\n=======\nAnnie,A\n>>>>>>> theirs\nBob,B\n'
err_like "'ann' has been changed by both: name\$"
conflict 'a name changed differently, where that row has no id' "${h},Ann,A\nbob,Bob,B\n" \
	"${h},Anne,A\nbob,Bob,B\n" "${h},Annie,A\nbob,Bob,B\n" \
	"$h<<<<<<< ours\n,Anne,A\n=======\n,Annie,A\n>>>>>>> theirs\nbob,Bob,B\n"
alike 'a row that both deleted, and others that both added' "$base" "${h}bob,Bob,B\neve,Eve,E\nanne,Anne,A\n" \
	"${h}bob,Bob,B\neve,Eve,E\nzoe,Ann,Z\n" "${h}bob,Bob,B\neve,Eve,E\nanne,Anne,A\nzoe,Ann,Z\n"
alike 'a row added as another that was deleted on one side' "$base" "${h}anne,Ann,A\nbob,Bob,B\neve,Eve,E\n" \
	"${h}ann,Ann,A\nbob,Bob,B\neve,Eve,E\nannie,Ann,A\n" \
	"${h}anne,Ann,A\nbob,Bob,B\neve,Eve,E\nannie,Ann,A\n"
alike 'sorted anew on one side' "$base" "${h}eve,Eve,E\nbob,Bob,B\nann,Ann,A\n" \
	"${h}ann,Ann,X\nbob,Bob,B\nbo,Bo,\neve,Eve,E\n" "${h}eve,Eve,E\nbob,Bob,B\nbo,Bo,\nann,Ann,X\n"
merged 'sorted anew on both sides: ours' "$base" "${h}eve,Eve,E\nbob,Bob,B\nann,Ann,A\n" \
	"${h}bob,Bob,B\nann,Ann,X\neve,Eve,E\n" "${h}eve,Eve,E\nbob,Bob,B\nann,Ann,X\n"
alike 'ids are the same in NFC' 'id,name,org\nzoe\314\210,Z,\n' 'id,name,org\nzo\303\253,Z,O\n' \
	'id,name,org\nzoe\314\210,Zo,\n' 'id,name,org\nzo\303\253,Zo,O\n'
merged 'ids added by both are the same in NFC' "$h" 'id,name,org\nzoe\314\210,Z,\n' \
	'id,name,org\nzo\303\253,Z,O\n' 'id,name,org\nzoe\314\210,Z,O\n'
merged 'ids added by both are the same in NFC, the other way round' "$h" 'id,name,org\nzo\303\253,Z,O\n' \
	'id,name,org\nzoe\314\210,Z,\n' 'id,name,org\nzo\303\253,Z,O\n'
conflict 'ids that are the same in NFC, and another cell that differs' "$h" \
	'id,name,org\nzoe\314\210,Z,O\n' 'id,name,org\nzo\303\253,Z,P\n' \
	"$h<<<<<<< ours\nzoe\314\210,Z,O\n=======\nzo\303\253,Z,P\n>>>>>>> theirs\n"
err_like ' has been changed by both: org$'
conflict 'the same, where the id is not the first column' 'org,id\n' 'org,id\nO,zoe\314\210\n' \
	'org,id\nP,zo\303\253\n' \
	'org,id\n<<<<<<< ours\nO,zoe\314\210\n=======\nP,zo\303\253\n>>>>>>> theirs\n'
err_like ' has been changed by both: org$'
alike 'ids derived from names' 'name,org\nAnn Lee,A\nBob,\n' 'name,org\nAnn Lee,X\nBob,\n' \
	'name,org\nAnn Lee,A\nBob,B\n' 'name,org\nAnn Lee,X\nBob,B\n'
alike 'a derived id written into its cell is the same' 'id,name,org\n,Ann Lee,A\n' \
	'id,name,org\nann-lee,Ann Lee,A\n' 'id,name,org\n,Ann Lee,X\n' 'id,name,org\nann-lee,Ann Lee,X\n'

# --------------------------------------------------------------- columns

alike 'a column added' "$base" 'id,name,org,tel\nann,Ann,A,1\nbob,Bob,B,\neve,Eve,E,\n' \
	"${h}ann,Ann,X\nbob,Bob,B\neve,Eve,E\nzoe,Zoe,Z\n" \
	'id,name,org,tel\nann,Ann,X,1\nbob,Bob,B,\neve,Eve,E,\nzoe,Zoe,Z,\n'
alike 'columns added on both sides' "$base" 'id,name,org,tel\nann,Ann,A,1\nbob,Bob,B,\neve,Eve,E,\n' \
	'id,mail,name,org,fax\nann,a@b,Ann,A,2\nbob,,Bob,B,\neve,,Eve,E,3\n' \
	'id,mail,name,org,fax,tel\nann,a@b,Ann,A,2,1\nbob,,Bob,B,,\neve,,Eve,E,3,\n'
alike 'one column added on both sides' "$base" 'id,name,org,tel\nann,Ann,A,1\nbob,Bob,B,\neve,Eve,E,\n' \
	'id,name,org,tel\nann,Ann,A,\nbob,Bob,B,2\neve,Eve,E,\n' \
	'id,name,org,tel\nann,Ann,A,1\nbob,Bob,B,2\neve,Eve,E,\n'
alike 'columns in another order' "$base" 'org,name,id\nA,Ann,ann\nB,Bob,bob\nE,Eve,eve\n' \
	"${h}ann,Ann,X\nbob,Bob,B\neve,Eve,E\nzoe,\"Z, Zoe\",\n" \
	'org,name,id\nX,Ann,ann\nB,Bob,bob\nE,Eve,eve\n,"Z, Zoe",zoe\n'
alike 'a column deleted' "$base" 'id,name\nann,Ann\nbob,Bob\neve,Eve\n' \
	"${h}ann,Anna,A\nbob,Bob,B\neve,Eve,E\nzoe,Zoe,\n" 'id,name\nann,Anna\nbob,Bob\neve,Eve\nzoe,Zoe\n'
alike 'a column deleted with a row that has it' "$base" 'id,name\nann,Ann\nbob,Bob\neve,Eve\n' \
	"${h}ann,Ann,A\neve,Eve,E\n" 'id,name\nann,Ann\neve,Eve\n'
alike 'a column deleted into which somebody new was written' "$base" 'id,name\nann,Ann\nbob,Bob\neve,Eve\n' \
	"${base}zoe,Zoe,Z\n" "${h}ann,Ann,\nbob,Bob,\neve,Eve,\nzoe,Zoe,Z\n"
conflict 'a column deleted in which a cell was changed' "$base" 'id,name\nann,Ann\nbob,Bob\neve,Eve\n' \
	"${h}ann,Ann,X\nbob,Bob,B\neve,Eve,E\n" \
	"$h<<<<<<< ours\nann,Ann,\n=======\nann,Ann,X\n>>>>>>> theirs\nbob,Bob,\neve,Eve,\n"
conflict 'a conflict shows both rows in the columns of the result' "$base" \
	'org,id,name\nX,ann,Ann\nB,bob,Bob\nE,eve,Eve\n' \
	'id,name,org,tel\nann,Ann,"Y, Z",1\nbob,Bob,B,\neve,Eve,E,\n' \
	'org,tel,id,name\n<<<<<<< ours\nX,,ann,Ann\n=======\n"Y, Z",1,ann,Ann\n>>>>>>> theirs\nB,,bob,Bob\nE,,eve,Eve\n'

# ----------------------------------------------------------------- bytes

alike 'what nobody touched stays byte for byte' \
	'"id" , name,note\n\n ann,"Ann" ,"a ""b""\nc"\n\n\nbob , Bob\neve,Eve,\n \n' \
	'"id" , name,note\n\n ann,"Ann" ,"a ""b""\nc"\n\n\nbob , Bob\neve,Eve,x\n \n' \
	'"id" , name,note\n\n ann,"Ann" ,"a ""b""\nc"\n\n\nbob , Bob\neve,Ev,\n \n' \
	'"id" , name,note\n\n ann,"Ann" ,"a ""b""\nc"\n\n\nbob , Bob\neve,Ev,x\n \n'
merged 'of a row that both changed, what was not changed stays as ours has it' \
	'id,name,org,note\nann,Ann,A,"n"\n' 'id,name,org,note\n ann , Ann,"X, Y","n"\n' \
	'id,name,org,note\nann,"Ann",A,"m ""q"""\n' 'id,name,org,note\n ann , Ann,"X, Y","m ""q"""\n'
merged 'quotes that one side took away are away' 'id,name\n"ann","Ann"\n"bob","Bob"\n' \
	'id,name\n"ann","Ann"\n"bob","Bob"\n' 'id,name\nann,Ann\nbob,Bob\n' 'id,name\nann,Ann\nbob,Bob\n'
alike 'rows that end early stay so' "$base" "${h}ann,Ann\nbob,Bob,B\neve,Eve,E\n" "${base}zoe,Zoe\n" \
	"${h}ann,Ann\nbob,Bob,B\neve,Eve,E\nzoe,Zoe\n"
crlf='id,name\r\nann,Ann\r\nbob,Bob\r\n'
alike 'CR LF stays' "$crlf" "${crlf}zoe,Zoe\r\n" 'id,name\r\nann,Anna\r\nbob,Bob\r\n' \
	'id,name\r\nann,Anna\r\nbob,Bob\r\nzoe,Zoe\r\n'
conflict 'CR LF stays, also of markers' "$crlf" 'id,name\r\nann,A\r\nbob,Bob\r\n' \
	'id,name\r\nann,An\r\nbob,Bob\r\n' \
	'id,name\r\n<<<<<<< ours\r\nann,A\r\n=======\r\nann,An\r\n>>>>>>> theirs\r\nbob,Bob\r\n'
alike 'line ends changed on one side' "$crlf" 'id,name\nann,Ann\nbob,Bob\n' 'id,name\r\nann,Anna\r\nbob,Bob\r\n' \
	'id,name\nann,Anna\nbob,Bob\n'
merged 'line ends that are mixed stay so' 'id,name\nann,Ann\r\nbob,Bob\n' 'id,name\nann,Ann\r\nbob,Bo\n' \
	'id,name\nann,Ann\r\nbob,Bob\ncat,Cat\r\n' 'id,name\nann,Ann\r\nbob,Bo\ncat,Cat\r\n'
alike 'no final newline' 'id,name\nann,Ann' 'id,name\nann,Ann\nbob,Bob' 'id,name\nann,Ann\ncat,Cat' \
	'id,name\nann,Ann\nbob,Bob\ncat,Cat'
alike 'a final newline added' 'id,name\nann,Ann' 'id,name\nann,Ann\nbob,Bob\n' 'id,name\nann,Anna' \
	'id,name\nann,Anna\nbob,Bob\n'
alike 'a byte order mark stays' '\357\273\277id,name\nann,Ann\n' '\357\273\277id,name\nann,Anna\n' \
	'\357\273\277id,name\nann,Ann\nbob,Bob\n' '\357\273\277id,name\nann,Anna\nbob,Bob\n'
alike 'a byte order mark is taken away' '\357\273\277id,name\nann,Ann\n' 'id,name\nann,Anna\n' \
	'\357\273\277id,name\nann,Ann\nbob,Bob\n' 'id,name\nann,Anna\nbob,Bob\n'
alike 'one column' 'name\nAnn\n' 'name\nAnn\nBob\n' 'name\nAnn\n"=======x"\n' 'name\nAnn\nBob\n"=======x"\n'
alike 'a cell that would be a conflict marker at the start of its line' 'id,name\nann,<<<<<<< a\n' \
	'name,id\n"<<<<<<< a",ann\n' 'id,name\nann,<<<<<<< a\nbob,<<<<<<< b\n' \
	'name,id\n"<<<<<<< a",ann\n"<<<<<<< b",bob\n'

# --------------------------------------------------------- what is no base

merged 'nothing to begin with: both added the file' '' "${base}zoe,Zoe,Z\n" "${h}ann,Ann,A\ncat,Cat,\n" \
	"${h}ann,Ann,A\nbob,Bob,B\neve,Eve,E\nzoe,Zoe,Z\ncat,Cat,\n"
conflict 'nothing to begin with, and cells differ' '' "${h}ann,Ann,A\n" "${h}ann,Ann,B\n" \
	"$h<<<<<<< ours\nann,Ann,A\n=======\nann,Ann,B\n>>>>>>> theirs\n"
left="$h<<<<<<< ours\nann,Ann,A\n=======\nann,Ann,B\n>>>>>>> theirs\nbob,Bob,B\n"
alike 'a base with a conflict: resolved alike' "$left" "${h}ann,Ann,A\nbob,Bob,X\n" "${h}ann,Ann,A\nbob,Bo,B\n" \
	"${h}ann,Ann,A\nbob,Bo,X\n"
conflict 'a base with a conflict: resolved differently' "$left" "${h}ann,Ann,A\nbob,Bob,B\n" \
	"${h}ann,Ann,B\nbob,Bob,B\n" \
	"$h<<<<<<< ours\nann,Ann,A\n=======\nann,Ann,B\n>>>>>>> theirs\nbob,Bob,B\n"
conflict 'a base with a conflict: deleted on one side' "$left" "${h}bob,Bob,B\n" "${h}ann,Ann,B\nbob,Bob,B\n" \
	"$h<<<<<<< ours\n=======\nann,Ann,B\n>>>>>>> theirs\nbob,Bob,B\n"
alike 'a base with a conflict: deleted on both sides' "$left" "${h}bob,Bob,B\n" "${h}bob,Bob,X\n" "${h}bob,Bob,X\n"

# -------------------------------------------------------------- failures

for side in 2 3 4; do
	for bad in 'id,name\nann,"Ann\n' 'id,name\nann,Ann,x\n' 'org\nA\n' 'id,name\nann,A\377\n' \
		'id,name\nann,Ann\nann,Ann\n' 'id,name\n,!!\n' 'id,id\na,b\n' 'id,name\na,A\0\n'; do
		case $side in
		2) refused "no base: $bad" "$bad" "$base" "$base" ;;
		3) refused "no ours: $bad" "$base" "$bad" "$base" ;;
		4) refused "no theirs: $bad" "$base" "$base" "$bad" ;;
		esac
	done
done
refused 'ours is empty' "$base" '' "$base"
refused 'theirs is empty' "$base" "$base" ''
refused 'ours has conflicts' "$base" "$left" "$base"
refused 'theirs has conflicts' "$base" "$base" "$left"
refused 'nothing is left to tell rows by' "$base" 'id,org\nann,A\nbob,B\neve,E\n' 'name,org\nAnn,A\nBob,B\nEve,E\n'
it 'a fault is told with its place'
three "$base" "$base" "${h}ann,Ann,A\nbob,Bob,B,x\n"
run ni-merge base ours theirs contacts.csv
status_is 129
err_is <<'EOF'
contacts.csv (theirs):3:11: error: found 4 cells, expected at most the header's 3; a field that holds a comma needs quotes around it
EOF
it 'an id twice is told with both lines'
three "$base" "${base}ann,Ann,\n" "$base"
run ni-merge base ours theirs contacts.csv
err_is <<'EOF'
contacts.csv (ours):5:1: error: id 'ann' stands in line 2 too
EOF
it 'a file that is missing'
three "$base" "$base" "$base"
for name in base ours theirs; do
	mv $name away
	run ni-merge base ours theirs
	status_is 129
	err_like "^ni-merge: cannot open '$name': No such file or directory\$"
	mv away $name
done
it 'wrong usage'
for words in '' 'base' 'base ours' 'base ours theirs path more' '-x base ours theirs'; do
	# shellcheck disable=SC2086 # words
	run ni-merge $words
	status_is 129
	out_empty
	err_like '^usage: ni-merge'
done
same ours before
it 'a folder instead of a file'
mkdir folder
run ni-merge base folder theirs
status_is 129
err_like "^ni-merge: .*'folder'"
it 'a result that is larger than what may be written'
awk 'BEGIN { print "id,name"; for (i = 0; i < 4000; i++) printf "id%d,Name %d\n", i, i }' >base
cp base ours
sed 's/^id7,.*/id7,x/' base >theirs
cp ours before
pipe 'trap "" XFSZ; ulimit -f 8; ni-merge base ours theirs'
status_is 129
same ours before
ok test -z "$(find . -name '.ni-*')"
it 'memory that does not suffice'
if [ -n "${NI_REPORTS:-}${NI_WRAP:-}" ]; then
	echo '# not under another program or with sanitizers, which need more memory themselves'
else
	awk 'BEGIN { print "id,name"; for (i = 0; i < 400000; i++) printf "id%d,Name %d\n", i, i }' >base
	cp base ours
	pipe 'ulimit -v 20000; ni-merge base ours base'
	status_is 129
	err_is <<'EOF'
ni: out of memory
EOF
	same ours base
fi

# ------------------------------------------------------------------- git

if ! command -v git >/dev/null; then
	skip 'git is not installed'
	done_testing
fi

# repository: enters a new one, with ni's drivers, these people, and a commit. Its commits run no hooks:
# these contacts have no day on which they were added, and the like.
repository()
{
	network
	git init -q -b main .
	run ni-init
	status_is 0
	people >contacts.csv
	git config core.hooksPath /dev/null
	git add . && git commit -q -m begin
}

# save MESSAGE: commits contacts.csv as standard input says.
save()
{
	cat >contacts.csv
	git commit -q -a -m "$1"
}

# with SCRIPT MESSAGE: commits contacts.csv as sed changes it.
with()
{
	sed "$1" contacts.csv >"$tap/changed"
	save "$2" <"$tap/changed"
}

people()
{
	cat <<'EOF'
id,name,org
ann,Ann,A
bob,Bob,B
eve,Eve,E
EOF
}

it 'git merge: cells, and rows on both sides'
repository
git checkout -q -b other
with 's/Ann,A/Ann,X/; $a zoe,Zoe,' other
git checkout -q main
with 's/Bob,B/Bo,B/; $a yan,Yan,' main
pipe 'git merge -q -m both other'
status_is 0
file_is contacts.csv <<'EOF'
id,name,org
ann,Ann,X
bob,Bo,B
eve,Eve,E
yan,Yan,
zoe,Zoe,
EOF
ok test -z "$(git status --porcelain)"
it 'git merge: the same when the other side merges'
git checkout -q other
pipe 'git merge -q -m both main~1'
status_is 0
ok git diff --quiet main other

it 'git merge: a conflict'
repository
git checkout -q -b other
with 's/Ann,A/Ann,X/; s/Bob,B/Bob,Z/' other
git checkout -q main
with 's/Ann,A/Ann,Y/; s/Eve,E/Eve,F/' main
pipe 'git merge -q -m both other'
status_is 1
err_like "^contacts\\.csv:2: warning: conflict: 'ann' has been changed by both: org\$"
file_is contacts.csv <<'EOF'
id,name,org
<<<<<<< ours
ann,Ann,Y
=======
ann,Ann,X
>>>>>>> theirs
bob,Bob,Z
eve,Eve,F
EOF
ok test "$(git status --porcelain)" = 'UU contacts.csv'
it 'git merge: no program reads a conflict'
run ni-due --today 2026-11-21
status_is 2
err_like '^contacts\.csv:2:1: error: conflict marker'
it 'git merge: a conflict is resolved as any'
sed '/^<<<<<<</d; /^=======/,/^>>>>>>>/d' contacts.csv >chosen
mv chosen contacts.csv
git add contacts.csv && git commit -q -m resolved
ok test -z "$(git status --porcelain)"
run ni-due --today 2026-11-21
status_is 0

it 'git rebase: ours is what is rebased upon'
repository
git checkout -q -b other
with 's/Ann,A/Ann,X/' one
with '$a zoe,Zoe,' two
git checkout -q main
with 's/Ann,A/Anna,A/; $a yan,Yan,' main
git checkout -q other
pipe 'git rebase -q main'
status_is 0
file_is contacts.csv <<'EOF'
id,name,org
ann,Anna,X
bob,Bob,B
eve,Eve,E
yan,Yan,
zoe,Zoe,
EOF
ok test "$(git rev-list --count main..other)" -eq 2

it 'git cherry-pick'
git checkout -q main
with 's/Bob,B/Bob,M/' main
pipe 'git cherry-pick other'
status_is 0
file_is contacts.csv <<'EOF'
id,name,org
ann,Anna,A
bob,Bob,M
eve,Eve,E
yan,Yan,
zoe,Zoe,
EOF
it 'git revert'
pipe 'git revert --no-edit HEAD~1'
status_is 0
ok test "$(grep -c 'bob,Bob,B' contacts.csv)" -eq 1
ok test "$(grep -c zoe contacts.csv)" -eq 1
it 'git stash pop'
sed 's/Eve,E/Eve,S/' contacts.csv >changed && mv changed contacts.csv
git stash -q
with 's/Ann/Annie/' main
pipe 'git stash pop -q'
status_is 0
ok test "$(grep -c 'eve,Eve,S' contacts.csv)" -eq 1

# Two who merge each other's change, and go on: there are two bases then.
it 'a criss-cross merge'
repository
git checkout -q -b other
with 's/Ann,A/Ann,X/' other
git tag o1
git checkout -q main
with 's/Bob,B/Bob,Y/' main
git tag m1
git merge -q -m cross o1
with 's/Eve,E/Eve,M/; $a mia,Mia,' 'after, main'
git checkout -q other
git merge -q -m cross m1
with 's/Bob,Y/Bob,YY/; $a leo,Leo,' 'after, other'
ok test "$(git merge-base --all main other | grep -c .)" -eq 2
pipe 'git merge -q -m both main'
status_is 0
file_is contacts.csv <<'EOF'
id,name,org
ann,Ann,X
bob,Bob,YY
eve,Eve,M
leo,Leo,
mia,Mia,
EOF

it 'a criss-cross merge whose bases contradict each other, resolved alike'
repository
git checkout -q -b other
with 's/Ann,A/Ann,X/; s/Bob,B/Bob,X/' other
git tag o1
git checkout -q main
with 's/Ann,A/Ann,Y/; s/Bob,B/Bob,Y/' main
git tag m1
git merge -q -m cross o1 >/dev/null 2>&1
printf 'id,name,org\nann,Ann,Z\nbob,Bob,X\neve,Eve,M\n' | save 'cross, main'
git checkout -q other
git merge -q -m cross m1 >/dev/null 2>&1
printf 'id,name,org\nann,Ann,Z\nbob,Bob,Y\neve,Eva,E\n' | save 'cross, other'
ok test "$(git merge-base --all main other | grep -c .)" -eq 2
pipe 'git merge -q -m both main'
status_is 1
file_is contacts.csv <<'EOF'
id,name,org
ann,Ann,Z
<<<<<<< ours
bob,Bob,Y
=======
bob,Bob,X
>>>>>>> theirs
eve,Eva,M
EOF

# git first merges what two of the bases made, conflict and all, with the third; ni-merge refuses that as
# it does all sides with markers, and this git goes on.
it 'a criss-cross merge with three bases that contradict each other, resolved alike'
repository
for name in p q r; do
	git checkout -q -b $name main
	with "s/Ann,A/Ann,$name/" $name
done
for name in x y; do
	git checkout -q -b $name p
	for other in q r; do
		git merge -q -m merge $other >/dev/null 2>&1
		people | sed 's/Ann,A/Ann,Z/' | save "$name merges $other"
	done
done
with 's/Eve,E/Eve,Y/' 'after, y'
git checkout -q x
with 's/Bob,B/Bob,X/' 'after, x'
ok test "$(git merge-base --all x y | grep -c .)" -eq 3
pipe 'git merge -q -m both y'
if [ "$status" -le 1 ]; then
	status_is 0
	file_is contacts.csv <<'EOF'
id,name,org
ann,Ann,Z
bob,Bob,X
eve,Eve,Y
EOF
else
	skip 'this git has stopped the merge'
fi

it 'a side that cannot be read: git has a conflict, and nothing is lost'
repository
git checkout -q -b other
with 's/Ann,A/"Ann,X/' other
git checkout -q main
with 's/Bob,B/Bob,Y/' main
cp contacts.csv before
pipe 'git merge -q -m both other'
ok test "$status" -ne 0
err_like '^contacts\.csv \(theirs\):2:5: error: quoted field is never closed$'
same contacts.csv before
if [ -n "$(git ls-files -u)" ]; then
	ok test "$(git ls-files -u | grep -c .)" -eq 3
	it 'and the page says how to go on with an ordinary merge'
	pipe "git -c merge.ni.driver='git merge-file %A %O %B' checkout --merge contacts.csv"
	status_is 0
	like contacts.csv '^<<<<<<< '
	like contacts.csv '^"?ann,"?Ann,X$'
	like contacts.csv '^bob,Bob,Y$'
else
	skip 'this git has stopped the merge'
fi

it 'a clone without ni merges it as ordinary text'
repository
git checkout -q -b other
with 's/Ann,A/Ann,X/; s/Eve,E/Eve,X/' other
git checkout -q main
with 's/Ann,A/Ann,Y/' main
git clone -q . "$tap/clone" 2>/dev/null
cd "$tap/clone" || exit 1
ok test -z "$(git config --get-regexp '^(merge|diff)\.ni')"
pipe 'git merge -q -m both origin/other'
status_is 1
file_is contacts.csv <<'EOF'
id,name,org
<<<<<<< HEAD
ann,Ann,Y
=======
ann,Ann,X
>>>>>>> origin/other
bob,Bob,B
eve,Eve,X
EOF
git merge --abort
it 'and by ni once ni-init was run there'
run ni-init
status_is 0
pipe 'git merge -q -m both origin/other'
status_is 1
like contacts.csv '^>>>>>>> theirs$'
pipe 'git diff --check'
ok test "$status" -ne 0

it 'of a folder, and a name with blanks and quotes'
network
git init -q -b main .
mkdir "it's my"
run ni-init "it's my"
git config core.hooksPath /dev/null
cd "it's my" || exit 1
people >contacts.csv
git add . && git commit -q -m begin
git checkout -q -b other
with 's/Ann,A/Ann,X/' other
git checkout -q main
with 's/Ann,A/Ann,Y/' main
pipe 'git merge -q -m both other'
status_is 1
err_like "^it's my/contacts\\.csv:2: warning: conflict: "
like contacts.csv '^>>>>>>> theirs$'

done_testing

#!/bin/sh
# What all programs do alike: options, operands, standard input, damaged files, exit statuses. Every
# bin/ni-* is held to the first part as soon as it is there; the tables say who else takes what.

. tests/tap.sh

row_programs='ni-due ni-refer ni-report' # contact rows: operands, standard input, the network's
table_programs='ni-due ni-refer ni-notes ni-log' # print rows, in the format of -f
log_programs='ni-due ni-report ni-log'
note_programs='ni-due ni-refer ni-report ni-notes ni-new'
networkless=' ni-init ni-merge ' # need no network, or make one

all=
for program in "$tap/bin"/ni-*; do
	all="$all ${program##*/}"
done

it 'there are programs'
for program in $row_programs $table_programs; do
	ok test -x "$tap/bin/$program"
done
escape=$(printf '\033')
override=$(printf '\342\200\256')

# answer PROGRAM ARG...: the program, so that it answers for each row that it is given.
answer()
{
	program=$1
	shift
	case $program in
	ni-refer) set -- --all "$@" ;;
	ni-new) set -- --print "$@" ann 2026-12-04 ;;
	esac
	run "$program" --today 2026-11-21 "$@"
}

# failed_is PROGRAM: its status says so; git, which runs ni-merge, takes 2 for something else.
failed_is()
{
	case $1 in
	ni-merge) status_is 129 ;;
	*) status_is 2 ;;
	esac
}

# misused PROGRAM: it was called wrongly, and says how to call it.
misused()
{
	failed_is "$1"
	out_empty
	err_like "^$1: "
	err_like "^usage: $1"
}

# ------------------------------------------------------- every program

network
file contacts.csv <<'EOF'
id,name,org
ann,Ann Lee,Acme
bob,"Ray, Bob",
EOF
here=$PWD
mkdir -p "$tap/none"

for program in $all; do
	for option in -h --help; do
		it "$program $option"
		run "$program" $option
		status_is 0
		err_empty
		head -n 1 "$out" >first
		like first "^usage: $program( |\$)"
	done
	it "$program --help: among other options, in a folder without a network, not the last"
	run "$program" -C "$tap/none" --today 2026-11-21 --help --version
	status_is 0
	out_like "^usage: $program"
	it "$program --version"
	run "$program" --version
	status_is 0
	err_empty
	out_like "^($program|ni) .*[0-9]+\\.[0-9]+"
	ok test "$(wc -l <"$out")" -eq 1
	for option in --no-such-option -Z --today=2026-11-21x --help=yes; do
		it "$program $option"
		run "$program" "$option"
		failed_is "$program"
		out_empty
		err_like "^$program: "
	done
	it "$program: an unknown option shows the usage"
	run "$program" --no-such-option
	misused "$program"
	err_like 'no-such-option'
	for option in -C --today; do
		it "$program $option without its value"
		run "$program" $option
		misused "$program"
	done
	for day in '' 2026-02-30 2026-1-1 26-11-21 '2026-11-21 ' 2026/11/21 tomorrow 0000-01-01; do
		it "$program --today '$day'"
		run "$program" --today "$day"
		failed_is "$program"
		out_empty
		err_like "^$program: "
	done
	it "$program with a wrong NI_TODAY"
	NI_TODAY=someday
	export NI_TODAY
	run "$program"
	unset NI_TODAY
	failed_is "$program"
	out_empty
	err_like "^$program: .*someday"
	it "$program -C DIR that is not there, or no folder"
	run "$program" -C nowhere
	failed_is "$program"
	out_empty
	err_like "^$program: .*'nowhere': No such file or directory"
	run "$program" -C contacts.csv
	failed_is "$program"
	err_like "^$program: .*'contacts\\.csv': Not a directory"
	it "$program: help that cannot be written"
	pipe "$program --help >&-"
	failed_is "$program"
	err_like "^$program: "
	if [ -c /dev/full ]; then
		pipe "$program --help >/dev/full"
		failed_is "$program"
		err_like "^$program: .*No space left on device"
	fi
	it "$program: messages have their control characters escaped"
	run "$program" "--x${escape}[31m$override"
	failed_is "$program"
	err_unlike "$escape|$override"
	case $networkless in
	*" $program "*) continue ;;
	esac
	it "$program without a network"
	cd "$tap/none" || exit 1
	run "$program"
	failed_is "$program"
	out_empty
	err_like "^$program: no contacts\\.csv or ni\\.yaml in $tap/none or above; ni-init makes one\$"
	cd "$here" || exit 1
done

# PROGRAM OPTION|ITEM: an empty item of a list is none, wherever it stands.
while IFS='|' read -r call item; do
	it "$call: an empty item"
	for list in '' ',' " $item, " ",$item" "$item,,$item"; do
		# shellcheck disable=SC2086 # a program and its option
		run $call "$list" </dev/null
		status_is 2
		out_empty
		err_like "^${call%% *}: .* ''"
	done
	# shellcheck disable=SC2086
	run $call " $item,$item " </dev/null
	err_empty
done <<'EOF'
ni-due -a|meet
ni-due -i|ann
ni-refer -i|ann
ni-report -i|ann
ni-report -s|due
ni-check --ignore|formula
EOF

# PROGRAM|OPTION|FIRST|LAST
while IFS='|' read -r program option first last; do
	it "$program $option: the last one counts"
	run "$program" --today 2026-11-21 "$option" "$last" </dev/null
	cp "$out" last
	run "$program" --today 2026-11-21 "$option" "$first" </dev/null
	ok test "$(cksum <"$out")" != "$(cksum <last)"
	run "$program" --today 2026-11-21 "$option" "$first" "$option" "$last" </dev/null
	err_empty
	same "$out" last
done <<'EOF'
ni-due|-i|ann|bob
ni-due|-a|request|meet
ni-due|-n|1|2
ni-due|-f|json|csv
ni-refer|-f|json|csv
ni-report|-i|ann|bob
ni-report|-s|due|people
ni-report|--today|2026-11-20|2026-11-21
EOF
it '-C: each is entered from the one before'
mkdir -p far/away
run ni-due --today 2026-11-21 -C far -C away contacts.csv
status_is 2
err_like "^ni-due: cannot open 'contacts\.csv'"
run ni-due --today 2026-11-21 -C far -C away ../../contacts.csv
status_is 0
out_like ',\.\./\.\./contacts\.csv:2,ann'

# ------------------------------------------------------------ operands

file list.csv <<'EOF'
name,id,mood
"Ray, Bob",bob,"so, so"
Ann Lee,ann,
EOF

for program in $row_programs; do
	it "$program: a missing operand"
	answer "$program" none.csv
	status_is 2
	err_like "^$program: cannot open 'none\\.csv': No such file or directory\$"
	answer "$program" list.csv none.csv
	status_is 2
	err_like "^$program: cannot open 'none\\.csv': No such file or directory\$"
	it "$program: a folder as operand"
	answer "$program" notes
	status_is 2
	out_empty
	err_like "^$program: .*'notes'.* [Ii]s a directory\$"
	it "$program: a name with control characters"
	answer "$program" "no${escape}[31m${override}x"
	status_is 2
	err_like '^ni-'
	err_unlike "$escape|$override"
	it "$program: an operand is as good as standard input, named or not"
	answer "$program" - <list.csv
	status_is 0
	err_empty
	out_like 'Ray, Bob'
	cp "$out" by-dash
	answer "$program" <list.csv
	status_is 0
	same "$out" by-dash
	answer "$program" list.csv
	same "$out" by-dash
	pipe "cat list.csv | $program --today 2026-11-21 $([ "$program" != ni-refer ] || echo --all)"
	same "$out" by-dash
	answer "$program" -- list.csv
	same "$out" by-dash
	it "$program: options among operands, and none after --"
	answer "$program" list.csv -i bob --
	status_is 0
	out_like 'Ray, Bob'
	out_unlike 'Ann Lee'
	cp list.csv ./-i
	answer "$program" -- -i
	status_is 0
	same "$out" by-dash
	rm ./-i
	it "$program: from the network, without any operand"
	answer "$program"
	status_is 0
	err_empty
	out_like 'Ann Lee'
	it "$program: contacts.csv as operand is the same"
	cp "$out" by-network
	answer "$program" contacts.csv
	status_is 0
	same "$out" by-network
	cp by-network "$out"
	it "$program: standard input that is closed is none"
	cp "$out" by-network
	pipe "$program --today 2026-11-21 $([ "$program" != ni-refer ] || echo --all) <&-"
	status_is 0
	same "$out" by-network
	pipe "$program --today 2026-11-21 - <&-"
	status_is 0
	err_empty
	it "$program: rows without any network"
	cd "$tap/none" || exit 1
	answer "$program" - <"$here/list.csv"
	status_is 0
	err_empty
	out_like 'Ray, Bob'
	cd "$here" || exit 1
	it "$program: standard output that cannot be written"
	pipe "$program --today 2026-11-21 list.csv >&-"
	status_is 2
	err_like "^$program: .*standard output"
	if [ -c /dev/full ]; then
		pipe "$program --today 2026-11-21 list.csv >/dev/full"
		status_is 2
		err_like "^$program: .*No space left on device"
	fi

	it "$program -i: these people only"
	for choice in ann,bob bob,ann; do
		answer "$program" -i $choice
		status_is 0
		same "$out" by-network
	done
	answer "$program" -i bob
	out_like 'Ray, Bob'
	out_unlike 'Ann Lee'
	it "$program -i: nobody of that id"
	for choice in eve bob,eve ',' ''; do
		answer "$program" -i "$choice"
		status_is 2
		out_empty
		err_like "^$program: "
	done
	answer "$program" -i eve
	err_like eve
	it "$program -i: known, but not among the rows"
	answer "$program" -i bob - <<'EOF'
id,name
ann,Ann Lee
EOF
	status_is 0
	err_empty
	out_unlike 'Ray, Bob|Ann Lee'

	it "$program: zero bytes are an empty list for -"
	answer "$program" -
	status_is 0
	err_empty
	out_unlike 'Ray, Bob|Ann Lee'
	it "$program: zero bytes without it are a mistake"
	pipe ": | $program --today 2026-11-21"
	status_is 2
	out_empty
	err_like "^$program: .*contacts\\.csv.*-"
	: >empty.csv
	answer "$program" <empty.csv
	status_is 2
	out_empty
	err_like "^$program: .*contacts\\.csv.*-"
	it "$program: a file without a header"
	answer "$program" empty.csv
	status_is 2
	out_empty
	err_like '^empty\.csv:1:1: error: '
	it "$program: a header alone is an empty list"
	echo 'id,name' >header.csv
	for input in header.csv -; do
		answer "$program" $input <header.csv
		status_is 0
		err_empty
		out_unlike 'Ray, Bob|Ann Lee'
	done
done

it 'a header alone, and zero bytes'
answer ni-due header.csv
out_is <<'EOF'
due,days,action,reason,anchor,id,name
EOF
answer ni-refer header.csv
out_is <<'EOF'
id,name
EOF

# ---------------------------------------- files that are as good as others

for program in $row_programs; do
	while IFS='|' read -r what text; do
		it "$program: $what"
		bytes "$text" >variant.csv
		answer "$program" list.csv
		cp "$out" plain
		answer "$program" variant.csv
		status_is 0
		err_empty
		same "$out" plain
		answer "$program" - <variant.csv
		same "$out" plain
	done <<'EOF'
no final newline|name,id,mood\n"Ray, Bob",bob,"so, so"\nAnn Lee,ann,
lines that end in CR LF|name,id,mood\r\n"Ray, Bob",bob,"so, so"\r\nAnn Lee,ann,\r\n
CR LF, and none at the end|name,id,mood\r\n"Ray, Bob",bob,"so, so"\r\nAnn Lee,ann,
a byte order mark|\357\273\277name,id,mood\n"Ray, Bob",bob,"so, so"\nAnn Lee,ann,\n
a byte order mark before a quote|\357\273\277"name","id",mood\n"Ray, Bob",bob,"so, so"\nAnn Lee,ann,\n
blank lines|name,id,mood\n\n"Ray, Bob",bob,"so, so"\n\n\nAnn Lee,ann,\n\n
blanks around cells|name,id ,mood\n "Ray, Bob" , bob,"so, so"\n\tAnn Lee , ann , \n
quotes where none are needed|"name","id","mood"\n"Ray, Bob","bob","so, so"\n"Ann Lee","ann",""\n
rows that end early|name,id,mood\n"Ray, Bob",bob,"so, so"\nAnn Lee,ann\n
EOF
done

it 'a quoted cell keeps its blanks, its newlines and its quotes'
bytes 'id,name,note\nann,Ann," a ""b""\n c "\n' >odd.csv
answer ni-refer odd.csv
same "$out" odd.csv
answer ni-due odd.csv
out_like '^,,request,[^,]*,contacts\.csv:2,ann,Ann," a ""b""$'
out_like '^ c "$'
it 'quotes are printed only where they are needed'
bytes 'id,name,note\n"ann","Ann",""\n' >odd.csv
answer ni-refer odd.csv
out_is <<'EOF'
id,name,note
ann,Ann,
EOF
it 'piped values are exact, control characters and all'
bytes 'id,name,note\nann,Ann\033[1m,\342\200\256x\001\n' >odd.csv
answer ni-refer odd.csv
same "$out" odd.csv

# ------------------------------------------------------- damaged files

# damaged WHERE: whatever file it was, the program has printed nothing but the fault, at WHERE.
damaged()
{
	status_is 2
	out_empty
	err_like "^$1: error: "
	err_unlike 'warning'
}

# PLACE|WHAT|TEXT, in printf's spelling.
file faults <<'EOF'
2:6|a NUL|id,name\nann,A\000nn\nbob,Bob\n
2:6|a byte that is no UTF-8|id,name\nann,A\377nn\n
2:5|an overlong form|id,name\nann,\300\200\n
2:5|a surrogate|id,name\nann,\355\240\200\n
2:5|half a character at the end|id,name\nann,\303
1:4|no UTF-8 in the header|id,\377name\nann,Ann\n
3:3|no UTF-8 in a cell over two lines|id,name\nann,"a\nbc\377"\n
[0-9]+:[0-9]+|a quote that does not end|id,name\nann,"Ann\nbob,Bob\n
2:[0-9]+|a stray quote|id,name\nann,A"nn\nbob,Bob\n
2:[0-9]+|text after a quote|id,name\nann,"A"nn\nbob,Bob\n
2:[0-9]+|more cells than the header|id,name\nann,Ann,x\nbob,Bob\n
3:[0-9]+|an empty cell too many|id,name\nann,Ann\nbob,Bob,\n
2:[0-9]+|a CR alone|id,name\nann,A\rbob,B\n
1:[0-9]+|a CR as the end of lines|id,name\rann,Ann\rbob,Bob\r
2:1|conflict markers|id,name\n<<<<<<< ours\nann,Ann\n=======\nann,An\n>>>>>>> theirs\nbob,Bob\n
2:1|what is left of conflict markers|id,name\n=======\nann,An\n
3:1|the end of a conflict|id,name\nann,Ann\n>>>>>>> theirs\n
1:1|a conflict in the header|<<<<<<< ours\nid,name\n=======\nid,name,org\n>>>>>>> theirs\n
1:[0-9]+|semicolons|id;name\nann;Ann\n
1:[0-9]+|tabs|id\tname\nann\tAnn\n
1:[0-9]+|a preamble|Notes:\n"When exporting your connection data, you may notice"\n\nFirst Name,Last Name,URL\n
1:[0-9]+|no name|org,title\nAcme,Boss\n
3:1|two files joined|id,name\nann,Ann\nid,name\nbob,Bob\n
3:1|two files joined, the second with a byte order mark|id,name\nann,Ann\n\357\273\277id,name\nbob,Bob\n
3:1|two files joined, one with fewer columns|id,name,org\nann,Ann,\nid,name\nbob,Bob\n
1:9|a column twice|id,name,id\nann,Ann,x\n
EOF
for program in $row_programs; do
	while IFS='|' read -r place what text; do
		bytes "$text" >bad.csv
		it "$program: $what"
		answer "$program" bad.csv </dev/null
		damaged "bad\\.csv:$place"
		it "$program: $what, on standard input"
		answer "$program" - <bad.csv
		damaged "-:$place"
	done <faults
	it "$program: a cell of 2 MiB"
	{
		printf 'id,name\nann,Ann\nbob,'
		head -c 2097152 /dev/zero | tr '\0' x
		printf '\n'
	} >bad.csv
	answer "$program" bad.csv
	damaged 'bad\.csv:3:[0-9]+'
	{
		printf 'id,name\nann,Ann\nbob,"'
		head -c 2097152 /dev/zero | tr '\0' '\n'
		printf '"\n'
	} >bad.csv
	answer "$program" bad.csv
	damaged 'bad\.csv:[0-9]+:[0-9]+'
	it "$program: a cell of 1 MiB is none too many"
	{
		printf 'id,name,note\nann,Ann Lee,'
		head -c 1048576 /dev/zero | tr '\0' x
		printf '\n'
	} >big.csv
	answer "$program" big.csv
	status_is 0
	it "$program: one fault hides no other"
	bytes 'id,name\nann,A\377nn\nbob,Bob,x\n' >bad.csv
	bytes 'id,name,id\n' >worse.csv
	answer "$program" bad.csv worse.csv
	damaged 'bad\.csv:2:6'
	err_like '^worse\.csv:1:9: error: '
done

it 'the header says what is probably wrong'
for hint in 'id;name|;|comma' 'id	name|tab|comma' 'Notes:|LinkedIn|' 'org,title|name|' 'id,name,id|id|twice'; do
	echo "${hint%%|*}" >bad.csv
	[ "$hint" != 'Notes:|LinkedIn|' ] ||
		printf 'Notes:\n"When exporting"\n\nFirst Name,Last Name\n' >bad.csv
	rest=${hint#*|}
	run ni-due bad.csv
	err_like "error: .*${rest%|*}"
done
it 'a column that is one letter from a known one'
for pair in refered_by:referred_by emal:email tag:tags; do
	printf 'name,id,%s\nAnn Lee,ann,\n' "${pair%:*}" >odd.csv
	for program in $row_programs; do
		answer "$program" odd.csv
		status_is 0
		out_like '.'
		err_like "^odd\\.csv:1:9: warning: .*${pair%:*}.*did you mean .*${pair#*:}"
	done
done
it 'but not if that one is there'
printf 'name,id,tag,tags\nAnn Lee,ann,,\n' >odd.csv
answer ni-due odd.csv
err_empty

# ---------------------------------------- a bad value among good rows

# PLACE|HEADER|ROW: the row is left out, the others are answered.
file values <<'EOF'
3:9|id,name,added|bob,Bob,2026-02-30
3:9|id,name,added|bob,Bob,yesterday
3:9|id,name,cadence|bob,Bob,often
3:9|id,name,cadence|bob,Bob,0x3d
3:9|id,name,may_use_name|bob,Bob,perhaps
3:1|id,name,org|-bob,Bob,
3:1|id,name,org|b/b,Bob,
3:1|id,name,org|b b,Bob,
3:3|name,id,org|B,..,
3:1|name,org,added|!!!,,
EOF
# doubted PROGRAM: it said last that its answer may not be whole.
doubted()
{
	ok test "$(tail -n 1 "$err")" = "$1: warning: what follows may lack something, because of the errors above"
}
for program in $row_programs; do
	while IFS='|' read -r place header row; do
		{
			echo "$header"
			case $header in
			name,org*) printf 'Ann Lee,,\n%s\nEve Fox,,\n' "$row" ;;
			name,id*) printf 'Ann Lee,ann,\n%s\nEve Fox,eve,\n' "$row" ;;
			*) printf 'ann,Ann Lee,\n%s\neve,Eve Fox,\n' "$row" ;;
			esac
		} >bad.csv
		it "$program: $row"
		answer "$program" bad.csv </dev/null
		status_is 2
		err_like "^bad\\.csv:$place: error: "
		[ "$program" = ni-report ] || out_like 'Ann Lee'
		[ "$program" = ni-report ] || out_like 'Eve Fox'
		out_unlike 'Bob|!!!'
		ok test "$(wc -l <"$err")" -eq 2
		doubted "$program"
	done <values
done
it 'doubt is told of what is printed alone'
network
bytes 'id,name,added\nann,Ann Lee,today\nbob,Bob Ray,2026-01-01\n' >contacts.csv
for command in 'ni-due -q' 'ni-refer --add' 'ni-report -o report.md'; do
	# shellcheck disable=SC2086
	run $command --today 2026-11-21
	status_is 2
	out_empty
	err_like '^contacts\.csv:2:13: error: '
	err_unlike 'may lack'
done
for command in 'ni-due --why bob' 'ni-refer --all' 'ni-refer --stats' 'ni-refer --dot' 'ni-refer --tree' \
	'ni-report --contact bob' 'ni-report -o -'; do
	# shellcheck disable=SC2086
	run $command --today 2026-11-21
	status_is 2
	doubted "${command%% *}"
done
bytes 'id,name,adedd\nbob,Bob Ray,2026-01-01\n' >contacts.csv
for program in $row_programs; do
	answer "$program"
	status_is 0
	err_like '^contacts\.csv:1:9: warning: '
	err_unlike 'may lack'
done
it 'each bad value of a row is told'
bytes 'id,name,added,cadence\nann,Ann,today,often\n' >bad.csv
answer ni-due bad.csv
err_like '^bad\.csv:2:9: error: '
err_like '^bad\.csv:2:15: error: '
it 'an id twice is wrong in contacts.csv, and nowhere else'
network
bytes 'id,name\nann,Ann Lee\nbob,Bob Ray\nann,Ann Ray\n' >contacts.csv
for program in $row_programs; do
	answer "$program"
	status_is 2
	err_like '^contacts\.csv:4:1: error: .*ann'
	out_unlike 'Ann Ray'
done
cp contacts.csv list.csv
bytes 'id,name\nann,Ann Lee\nbob,Bob Ray\n' >contacts.csv
for program in $row_programs; do
	answer "$program" list.csv
	status_is 0
	err_empty
done
it 'two names that make one id: both lines, and what to do'
bytes 'name\nZoë García\nAnn\nzoe-garcia\n' >contacts.csv
answer ni-due
status_is 2
err_like '^contacts\.csv:4:1: error: .*2.*id'
it 'control characters of a value are escaped in the message'
bytes 'id,name,added\nann,Ann,\033[31m\342\200\256x\n' >contacts.csv
answer ni-due
status_is 2
err_like '^contacts\.csv:2:9: error: '
err_unlike "$escape|$override"

# -------------------------------------------------- the network's files

network
bytes 'id,name\nann,Ann Lee\nbob,Bob Ray\n' >contacts.csv
for program in $row_programs; do
	while IFS='|' read -r place what text; do
		it "$program: $what, in contacts.csv"
		bytes "$text" >contacts.csv
		answer "$program" </dev/null
		damaged "contacts\\.csv:$place"
	done <"$here/faults"
	bytes 'id,name\nann,Ann Lee\nbob,Bob Ray\n' >contacts.csv
done
for program in $log_programs; do
	while IFS='|' read -r place text; do
		it "$program: the log: $text"
		bytes "date,contact,event,via,until,note\n2026-11-01,ann,met,,,\n$text\n" >log.csv
		answer "$program" </dev/null
		damaged "log\\.csv:$place"
	done <<'EOF'
3:12|2026-11-02,\377nn,met,,,
3:12|2026-11-02,\000nn,met,,,
[34]:[0-9]+|2026-11-02,ann,"met,,,
3:[0-9]+|2026-11-02,ann,met,,,,too many
3:1|<<<<<<< ours\n=======\n>>>>>>> theirs
3:[0-9]+|2026-11-02,ann,met,,,a\rb
EOF
	it "$program: the log: a field never holds a newline"
	bytes 'date,contact,event,via,until,note\n2026-11-01,ann,met,,,"a\nb"\n' >log.csv
	answer "$program"
	status_is 2
	err_like '^log\.csv:2:[0-9]+: error: '
	it "$program: the log: a header that is none"
	for header in 'date;contact;event' 'date,contact' 'date,contact,event,date'; do
		bytes "$header\n" >log.csv
		answer "$program"
		damaged 'log\.csv:1:[0-9]+'
	done
	: >log.csv
	answer "$program"
	damaged 'log\.csv:1:1'
	while IFS='|' read -r place text; do
		it "$program: the log: $text"
		bytes "date,contact,event,via,until,note\n$text\n2026-11-02,bob,replied,,,\n" >log.csv
		answer "$program" </dev/null
		status_is 2
		err_like "^log\\.csv:$place: error: "
		[ "$program" != ni-due ] || out_like ',reply,[^,]*,log\.csv:3,bob,Bob Ray$'
		[ "$program" != ni-due ] || out_like ',request,[^,]*,contacts\.csv:2,ann,Ann Lee$'
	done <<'EOF'
2:1|2026-02-30,ann,met,,,
2:1|,ann,met,,,
2:16|2026-11-01,ann,smiled,,,
2:16|2026-11-01,ann,,,,
2:[0-9]+|2026-11-01,ann,deferred,,,
2:26|2026-11-01,ann,deferred,,soon,
2:12|2026-11-01,,met,,,
2:12|2026-11-01,-ann,met,,,
EOF
	it "$program: the log: somebody who is no contact is a warning"
	bytes 'date,contact,event\n2026-11-01,eve,met\n2026-11-02,bob,replied\n2026-11-03,eve,met\n' \
		>log.csv
	answer "$program"
	status_is 0
	err_like '^log\.csv:2:12: warning: .*eve'
	err_like '^log\.csv:4:12: warning: .*eve'
	it "$program: the log: columns in any order, CR LF, a byte order mark, no final newline"
	bytes '\357\273\277event,note,contact,date\r\nmet,"coffee, tea",ann,2026-11-20' >log.csv
	answer "$program"
	status_is 0
	err_empty
	[ "$program" != ni-due ] || out_like '^2026-11-22,1,thank,"coffee, tea",log\.csv:2,ann'
done
if command -v timeout >/dev/null 2>&1; then
	it 'a file of the network that is a pipe is an error, and nothing is waited for'
	for name in contacts.csv log.csv ni.yaml notes/a.md; do
		network
		[ "$name" = contacts.csv ] || echo 'id,name' >contacts.csv
		mkfifo "$name"
		pipe 'timeout 20 ni-due'
		status_is 2
		err_like "^ni-due: .*'$name'"
	done
else
	skip 'timeout is not installed'
fi
it 'an operand may be a pipe'
network
mkfifo rows
printf 'id,name\nann,Ann Lee\n' >rows &
answer ni-due rows
status_is 0
out_like 'Ann Lee'
wait
it 'a link to nothing is not passed over for a network above'
network
echo 'id,name' >contacts.csv
for name in contacts.csv ni.yaml; do
	rm -rf within
	mkdir within
	ln -s nowhere "within/$name"
	for program in $row_programs $note_programs ni-check; do
		answer "$program" -C within
		status_is 2
		out_empty
		err_like "^$program: '$name' is a symbolic link to nothing\$"
	done
done
it 'a working directory that was removed has no name'
mkdir gone
pipe 'cd gone && rmdir ../gone && ni-due'
status_is 2
err_like '^ni-due: cannot tell the working directory: No such file or directory$'
it 'contacts.csv may be missing where ni.yaml is'
network
echo 'format: 1' >ni.yaml
for program in $row_programs; do
	answer "$program"
	status_is 0
done

# --------------------------------------------------------------- notes

network
bytes 'id,name\nann,Ann Lee\nbob,Bob Ray\n' >contacts.csv
bytes -- '---\ncontact: ann\ndate: 2026-11-20\nreferrals: [{name: Zoe A}]\n---\n' >notes/a.md
bytes -- '---\ncontact: bob\ndate: 2026-11-20\nreferrals: [{name: Zoe Z}]\n---\n' >notes/z.md
cat >notes/m.md <<'EOF'
---
contact: bob
date: 2026-02-30
outcome: fine
rating: 9
referrals: [{name: Zoe M}]
---
EOF
for program in $note_programs; do
	it "$program: a bad note among good ones"
	answer "$program" </dev/null
	status_is 2
	err_like '^notes/m\.md:3:7: error: '
	err_like '^notes/m\.md:4:10: error: '
	err_like '^notes/m\.md:5:9: error: '
	case $program in
	ni-new) # what it writes depends on all notes, and so it says that it has not
		ok test "$(wc -l <"$err")" -eq 4
		out_empty
		;;
	*)
		if [ "$program" = ni-notes ]; then
			ok test "$(wc -l <"$err")" -eq 3
		else
			ok test "$(wc -l <"$err")" -eq 4
			doubted "$program"
		fi
		out_unlike 'Zoe M|notes/m\.md'
		;;
	esac
done
it 'the other notes count'
answer ni-due
out_like ',add-lead,.*,notes/a\.md:4,.*Zoe A'
out_like ',add-lead,.*,notes/z\.md:4,.*Zoe Z'
out_like ',thank,.*,notes/z\.md:3,'
run ni-refer
out_like 'Zoe A'
out_like 'Zoe Z'
answer ni-report
out_like 'notes/a\.md'
out_like 'notes/z\.md'
run ni-notes -f tsv
rows_are 'file contact' <<'EOF'
notes/a.md|ann
notes/z.md|bob
EOF
it 'a note of somebody who is no contact is a warning'
bytes -- '---\ncontact: [ann, eve]\ndate: 2026-11-20\n---\n' >notes/m.md
for program in ni-due ni-report; do
	answer "$program"
	status_is 0
	err_like '^notes/m\.md:2:([0-9]+:)? warning: .*eve'
done

# PLACE|WHAT|TEXT: faults of syntax in a note, its other errors do not matter.
while IFS='|' read -r place what text; do
	it "a note: $what"
	bytes "%b" "$text" >notes/m.md
	run ni-notes -f tsv </dev/null
	status_is 2
	err_like "^notes/m\\.md:$place: error: "
	rows_are file <<'EOF'
notes/a.md
notes/z.md
EOF
done <<'EOF'
1:1|no front matter|# Ann\n
1:1|nothing at all|
[0-9]+:[0-9]+|front matter that does not end|---\ncontact: ann\ndate: 2026-11-20\n
[1-3]:[0-9]+|no contact|---\ndate: 2026-11-20\n---\n
[1-3]:[0-9]+|no date|---\ncontact: ann\n---\n
2:10|an id that is none|---\ncontact: -ann\ndate: 2026-11-20\n---\n
3:1|a key twice|---\ncontact: ann\ncontact: bob\ndate: 2026-11-20\n---\n
2:10|an anchor|---\ncontact: &a ann\ndate: 2026-11-20\n---\n
[24]:[0-9]+|an alias|---\ncontact: &a ann\ndate: 2026-11-20\nplace: *a\n---\n
3:7|a tag|---\ncontact: ann\ndate: !!str 2026-11-20\n---\n
[0-9]+:[0-9]+|no YAML|---\ncontact: [ann\ndate: 2026-11-20\n---\n
2:10|no UTF-8|---\ncontact: \0377nn\ndate: 2026-11-20\n---\n
5:2|no UTF-8 in the body|---\ncontact: ann\ndate: 2026-11-20\n---\na\0377\n
5:2|a NUL in the body|---\ncontact: ann\ndate: 2026-11-20\n---\na\0000\n
[0-9]+:[0-9]+|an escape that makes a control character|---\ncontact: ann\ndate: 2026-11-20\nplace: "\\e[31m"\n---\n
4:10|an outcome that is none|---\ncontact: ann\ndate: 2026-11-20\noutcome: fine\n---\n
4:9|a rating|---\ncontact: ann\ndate: 2026-11-20\nrating: 6\n---\n
4:9|a rating that is no number|---\ncontact: ann\ndate: 2026-11-20\nrating: good\n---\n
4:[0-9]+|minutes|---\ncontact: ann\ndate: 2026-11-20\nminutes: 0\n---\n
4:[0-9]+|minutes of more than a day|---\ncontact: ann\ndate: 2026-11-20\nminutes: 1441\n---\n
4:7|a time|---\ncontact: ann\ndate: 2026-11-20\ntime: 25:00\n---\n
4:10|thanked|---\ncontact: ann\ndate: 2026-11-20\nthanked: maybe\n---\n
[45]:[0-9]+|a referral without a name|---\ncontact: ann\ndate: 2026-11-20\nreferrals:\n  - org: Acme\n---\n
[45]:[0-9]+|referrals that are no list|---\ncontact: ann\ndate: 2026-11-20\nreferrals: Sam\n---\n
[67]:[0-9]+|a task with a date that is none|---\ncontact: ann\ndate: 2026-11-20\n---\n\n- [ ] Go due:2026-02-30\n
[12]:[0-9]+|a list as front matter|---\n- ann\n---\n
EOF
it 'a note: limits'
note_of()
{
	printf -- '---\ncontact: ann\ndate: 2026-11-20\n'
	cat
}
{
	echo 'x: |'
	head -c 66000 /dev/zero | tr '\0' y | fold -w 60 | sed 's/^/  /'
	printf '\n---\n'
} | note_of >notes/m.md
run ni-notes
status_is 2
err_like '^notes/m\.md:[0-9]+:[0-9]+: error: .*64 KiB'
{
	printf 'x: '
	head -c 40 /dev/zero | tr '\0' '['
	head -c 40 /dev/zero | tr '\0' ']'
	printf '\n---\n'
} | note_of >notes/m.md
run ni-notes
status_is 2
err_like '^notes/m\.md:4:[0-9]+: error: .*32'
{
	printf -- '---\n'
	head -c 270000 /dev/zero | tr '\0' y | fold -w 60
} | note_of >notes/m.md
run ni-notes
status_is 2
err_like 'notes/m\.md.*(256 KiB|262144)'
{
	printf -- '---\n'
	head -c 120 /dev/zero | tr '\0' '>'
	printf ' deep\n'
} | note_of >notes/m.md
run ni-notes --questions
status_is 2
err_like '^notes/m\.md:5:[0-9]+: error: .*100'
rm notes/m.md
it 'notes: names that begin with a dot, and those that do not end in .md, are no notes'
mkdir notes/.git
echo x >notes/.a.md
echo x >notes/a.md~
echo x >notes/a.txt
echo x >notes/.git/a.md
ln -s nowhere notes/link
run ni-notes -f tsv
status_is 0
err_empty
rows_are file <<'EOF'
notes/a.md
notes/z.md
EOF
it 'notes: those that cannot be read are an error'
ln -s nowhere notes/gone.md
for program in $note_programs; do
	answer "$program" </dev/null
	status_is 2
	err_like "^$program: 'notes/gone\\.md' is a symbolic link to nothing\$"
done
rm notes/gone.md
it 'notes: a folder among them that cannot be read is an error, and the others are answered'
long=$(printf '%0200d' 0)
(
	cd notes || exit 1
	for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; do
		mkdir "$long" && cd "$long" 2>/dev/null || exit
	done
)
for program in $note_programs; do
	answer "$program" </dev/null
	status_is 2
	err_like "^$program: cannot open 'notes/000.*/0+': File name too long\$"
	case $program in
	ni-new) out_empty ;; # as with a bad note
	ni-refer) out_like 'Zoe A' ;;
	*) out_like 'notes/a\.md' ;;
	esac
done
it 'notes: neither does it keep those of another operand from being read'
run ni-notes -f tsv notes notes/z.md
status_is 2
rows_are file <<'EOF'
notes/a.md
notes/z.md
notes/z.md
EOF
rm -r notes/0*
it 'notes: an operand that cannot be opened, a folder too, is told and passed over'
ln -s loop loop
mkdir notes/closed
chmod 000 notes/closed
for name in none loop $([ "$(id -u)" -eq 0 ] || echo notes/closed); do
	run ni-notes -f tsv "$name" notes/z.md
	status_is 2
	err_like "^ni-notes: cannot open '$name': "
	rows_are file <<'EOF'
notes/z.md
EOF
done
chmod 755 notes/closed
it 'notes: neither does a link in a folder that may be listed and not entered get lost'
if [ "$(id -u)" -ne 0 ]; then
	ln -s ../a.md notes/closed/b.md
	chmod 444 notes/closed
	run ni-notes
	chmod 755 notes/closed
	status_is 2
	err_like "^ni-notes: cannot open 'notes/closed/b\.md': Permission denied\$"
fi
rm -r notes/closed loop
it 'notes: one whose name is no UTF-8, which rows with it could not be either, is told and left out'
latin=$(printf 'notes/\351.md')
if cp notes/a.md "$latin" 2>/dev/null; then
	for program in $note_programs; do
		answer "$program" </dev/null
		status_is 2
		err_like "^$program: 'notes/.xe9\.md' has a name that is not UTF-8\$"
	done
	answer ni-due
	out_like 'Zoe A'
	run ni-notes -f tsv notes/z.md "$latin" notes/a.md
	status_is 2
	rows_are file <<'EOF'
notes/z.md
notes/a.md
EOF
	rm "$latin"
	latin=$(printf '\351.csv')
	printf 'date,contact,event\n' >"$latin"
	for program in $log_programs; do
		answer "$program" --log "$latin" </dev/null
		status_is 2
		out_empty
		err_like "^$program: '.xe9\.csv' has a name that is not UTF-8\$"
	done
	printf 'id,name\nzed,Zed\n' >"$latin"
	for program in $row_programs; do
		answer "$program" "$latin" contacts.csv
		status_is 2
		out_like 'Ann'
		out_unlike 'Zed'
		err_like "^$program: '.xe9\.csv' has a name that is not UTF-8\$"
	done
	rm "$latin"
else
	skip 'names have to be UTF-8 here'
fi
it 'notes: a link to nothing in their place is not a network without notes'
mv notes kept
ln -s elsewhere notes
for program in $note_programs; do
	answer "$program" </dev/null
	status_is 2
	out_empty
	err_like "^$program: 'notes' is a symbolic link to nothing\$"
done
rm notes
mv kept notes

# -------------------------------------------------------------- format

for program in $table_programs; do
	it "$program -f: csv is what comes without, when it is not a terminal"
	answer "$program" </dev/null
	cp "$out" plain
	answer "$program" -f csv </dev/null
	status_is 0
	same "$out" plain
	it "$program -f: one line for each row, and a header but for json"
	rows=$(wc -l <plain)
	answer "$program" -f tsv </dev/null
	ok test "$(wc -l <"$out")" -eq "$rows"
	answer "$program" -f json </dev/null
	ok test "$(wc -l <"$out")" -eq $((rows - 1))
	ok test "$(grep -c '^{".*"}$' "$out")" -eq $((rows - 1))
	answer "$program" -f table </dev/null
	status_is 0
	ok test "$(wc -l <"$out")" -eq "$rows"
	ok test "$(grep -c '.\{81\}' "$out")" -eq 0
	for format in xml '' CSV csv,tsv; do
		it "$program -f '$format'"
		answer "$program" -f "$format"
		status_is 2
		out_empty
		err_like "^$program: "
	done
	it "$program -f without its value"
	run "$program" -f
	misused "$program"
done
it 'tsv escapes tabs, newlines and backslashes; json quotes'
bytes 'id,name,note\nann,Ann,"a\tb\\c\nd""e\001"\n' >odd.csv
answer ni-refer -f tsv odd.csv
out_like '^ann	Ann	a\\tb\\\\c\\nd"e.	?'
answer ni-refer -f json odd.csv
out_like '"note":"a\\tb\\\\c\\nd\\"e\\u0001"'
it 'a table escapes control characters'
bytes 'id,name,note\nann,Ann\033[31m,\342\200\256x\n' >odd.csv
answer ni-refer -f table odd.csv
out_like 'Ann'
out_unlike "$escape|$override"

# ------------------------------------------------- a reader that goes away

network
awk 'BEGIN {
	print "id,name,note"
	for (i = 0; i < 9000; i++)
		print "p" i ",Person " i ",a text that takes some room"
}' >contacts.csv
mkdir -p notes
for program in $table_programs; do
	case $program in
	ni-notes)
		{
			printf -- '---\ncontact: p1\ndate: 2026-11-20\n---\n'
			awk 'BEGIN { for (i = 0; i < 4000; i++) print "- [ ] Do what is to be done " i }'
		} >notes/a.md
		options=--tasks
		;;
	ni-refer) options='--all --today 2026-11-21' ;;
	ni-log)
		awk 'BEGIN {
			print "date,contact,event,note"
			for (i = 0; i < 9000; i++)
				print "2026-11-20,p" i ",met,a text that takes some room"
		}' >log.csv
		options='--today 2026-11-21'
		;;
	*) options='--today 2026-11-21' ;;
	esac
	it "$program: a reader that goes away after one line"
	pipe "{ $program $options; echo \$? >died; } | head -n 1"
	ok test "$(wc -l <"$out")" -eq 1
	err_empty
	ok grep -q '^141$' died
done

# ------------------------------------------------- faults in several files

it 'faults are told in the order of contacts, log, notes'
network
cat >contacts.csv <<'EOF'
id,name,added
ann,Ann Lee,soon
EOF
cat >log.csv <<'EOF'
date,contact,event,via,until,note
soon,ann,met,,,
EOF
mkdir -p notes
for n in 1 2 3; do
	printf -- '---\ncontact: ann\ndate: soon\n---\n' >"notes/$n.md"
done
for program in ni-due ni-report 'ni-log ann'; do
	# shellcheck disable=SC2086
	run $program --today 2026-11-21
	status_is 2
	{
		cat <<'EOF'
contacts.csv:2:13: error: added: found 'soon', expected a date, YYYY-MM-DD
log.csv:2:1: error: date: found 'soon', expected a date, YYYY-MM-DD
notes/1.md:3:7: error: date: found 'soon', expected a date such as 2026-11-30
notes/2.md:3:7: error: date: found 'soon', expected a date such as 2026-11-30
notes/3.md:3:7: error: date: found 'soon', expected a date such as 2026-11-30
EOF
		[ "$program" = 'ni-log ann' ] ||
			echo "$program: warning: what follows may lack something, because of the errors above"
	} >told
	err_is <told
done

it 'after a fault of syntax in a table, the notes are not told of'
printf 'id,name\nann,"Ann\n' >contacts.csv
for program in $log_programs; do
	run "$program" --today 2026-11-21
	status_is 2
	out_empty
	err_like '^contacts\.csv:2:'
	err_unlike '^notes/'
done

# --------------------------------------------------- the forms of a program

# refer_form FORM...: ni-refer in that form, which looks at the graph.
refer_form()
{
	run ni-refer --today 2026-11-21 "$@"
}

network
file contacts.csv <<'EOF'
id,name,org,referred_by
ann,Ann Lee,Acme,
bob,"Ray, Bob",Acme,ann
bob-2,"Ray, Bob",Acme,ann
EOF
cp contacts.csv all.csv
for form in --stats --ask --dupes --dot --mermaid --org=acme; do
	it "ni-refer $form: rows by operand, by standard input, and the network's are the same"
	refer_form $form
	status_is 0
	err_empty
	ok test "$(wc -l <"$out")" -ge 2
	cp "$out" by-network
	refer_form $form all.csv
	same "$out" by-network
	refer_form $form <all.csv
	same "$out" by-network
	it "ni-refer $form: a missing operand"
	refer_form $form none.csv
	status_is 2
	out_empty
	err_like "^ni-refer: cannot open 'none\\.csv': No such file or directory\$"
done
for form in --stats --ask --dupes --org=acme; do
	for format in csv tsv json table; do
		it "ni-refer $form -f $format"
		refer_form $form -f $format
		status_is 0
		out_like 'Ray, Bob|Ann Lee'
	done
done
for form in --stats --ask --dupes --dot --mermaid --org=acme --path=bob --tree '--tree ann'; do
	it "ni-refer $form: output that cannot be written"
	pipe "ni-refer $form >&-"
	status_is 2
	err_like '^ni-refer: '
	if [ -c /dev/full ]; then
		pipe "ni-refer $form >/dev/full"
		status_is 2
		err_like '^ni-refer: .*No space left on device'
	fi
	it "ni-refer $form: without a network"
	pipe "ni-refer -C '$tap/none' $form"
	status_is 2
	out_empty
	err_like '^ni-refer: no contacts\.csv or ni\.yaml in '
	it "ni-refer $form: two forms"
	pipe "ni-refer $form --all"
	status_is 2
	out_empty
	err_like "^ni-refer: options '--all' and '--[a-z]*' exclude each other\$"
done
for form in --dot --mermaid --path=bob --tree; do
	it "ni-refer $form: -f is not for it"
	refer_form $form -f csv
	status_is 2
	err_like "^ni-refer: option '-f' is not for '--[a-z]*'\$"
done

done_testing

# TAP for tests in shell (POSIX sh; dash is enough). A test is run from the top of the tree
# and begins
#
#	. tests/tap.sh
#
#	it TITLE                  what the assertions that follow show
#	network                   enters a new, empty folder, with notes/ in it
#	file PATH <<EOF           writes a file, making its folders
#	bytes FORMAT >PATH        printf, for what a here-document cannot hold
#	run PROGRAM ARG...        runs a program of ours; its standard input is this command's
#	pipe 'SHELL TEXT'         runs a pipeline, in which the programs are found by name
#
# After run or pipe, $status is the exit status, and $out and $err name the files with the output.
#
#	status_is N               ok COMMAND...          file_is PATH <<EOF
#	out_is <<EOF              err_is <<EOF           same FILE FILE
#	out_like REGEX            err_like REGEX         like FILE REGEX
#	out_unlike REGEX          err_unlike REGEX       unlike FILE REGEX
#	out_empty                 err_empty
#	rows_are COLUMNS <<EOF    these columns of TSV output, without its header, joined with '|'
#	section HEADING <<EOF     what stands under this heading of Markdown output, without blank lines
#	                          and the padding of tables
#	every_action <FILE        its lines are the names of all of ni-due's actions, however often
#	skip REASON               skip_all REASON        done_testing (the last line of a test)
#
# An assertion counts in the shell that it runs in: give it a here-document, not a pipe.
# Standard input is /dev/null unless a command is given another, so that a test does the same under
# prove, in a pipe and on a terminal. NI_BIN names another folder of programs; NI_WRAP is put before
# each, for instance NI_WRAP='valgrind -q --error-exitcode=99 --leak-check=full'. A program that
# crashes, or that a sanitizer complains of, fails the test wherever it is run.
#
# shellcheck shell=sh disable=SC2034 # variables for the tests

set -u
top=$PWD
NI_BIN=$(cd "${NI_BIN:-bin}" && pwd) || exit 1
LC_ALL=C.UTF-8
TZ=UTC
export LC_ALL TZ NI_BIN
unset NI_TODAY COLUMNS NO_COLOR
exec </dev/null

tap=$(mktemp -d "${TMPDIR:-/tmp}/ni-test.XXXXXX") || exit 1
# Above the networks of the tests there may be none.
for tap_file in contacts.csv ni.yaml; do
	if [ -e "${TMPDIR:-/tmp}/$tap_file" ] || [ -e "/$tap_file" ]; then
		rmdir "$tap"
		echo "Bail out! there is a $tap_file in ${TMPDIR:-/tmp} or in /: set TMPDIR to another folder"
		exit 1
	fi
done
trap 'rm -rf "$tap"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
out=$tap/out
err=$tap/err
tap_count=0
tap_failed=0
tap_title=
tap_command=
status=0
: >"$out"
: >"$err"
mkdir "$tap/bin" "$tap/work"
cd "$tap/work" || exit 1

# Programs are called through this folder, so that those in pipelines are wrapped too.
for tap_program in "$NI_BIN"/ni-*; do
	if [ ! -x "$tap_program" ] || [ ! -f "$tap_program" ]; then
		continue
	elif [ -z "${NI_WRAP:-}" ]; then
		ln -s "$tap_program" "$tap/bin/"
	else
		printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$NI_WRAP" "$tap_program" \
			>"$tap/bin/${tap_program##*/}"
		chmod +x "$tap/bin/${tap_program##*/}"
	fi
done
PATH=$tap/bin:$PATH

it()
{
	tap_title=$1
}

# tap_result STATUS WHAT: one line of TAP.
tap_result()
{
	tap_count=$((tap_count + 1))
	tap_what="${tap_title:+$tap_title: }$2"
	case $tap_what in
	*"#"*) tap_what=$(printf '%s\n' "$tap_what" | sed 's/#/\\#/g') ;; # TAP's own sign
	esac
	if [ "$1" -eq 0 ]; then
		printf 'ok %d - %s\n' "$tap_count" "$tap_what"
		return 0
	fi
	tap_failed=$((tap_failed + 1))
	printf 'not ok %d - %s\n' "$tap_count" "$tap_what"
	[ -z "$tap_command" ] || printf '# command: %s\n' "$tap_command"
	return 1
}

# tap_show LABEL FILE: a file as diagnostics, long ones cut.
tap_show()
{
	echo "# $1:"
	[ ! -s "$2" ] || head -n 60 "$2" | cut -c 1-400 | sed 's/^/#     /'
}

network()
{
	tap_network=$((${tap_network:-0} + 1))
	mkdir -p "$tap/work/$tap_network/notes"
	cd "$tap/work/$tap_network" || exit 1
}

file()
{
	case $1 in
	*/*) mkdir -p "${1%/*}" ;;
	esac
	cat >"$1"
}

bytes()
{
	# shellcheck disable=SC2059 # the format is the text
	printf "$@"
}

run()
{
	tap_command=$*
	tap_program=$tap/bin/$1
	shift
	status=0
	"$tap_program" "$@" >"$out" 2>"$err" || status=$?
	tap_crash
}

pipe()
{
	tap_command=$1
	status=0
	sh -c "$1" >"$out" 2>"$err" || status=$?
	tap_crash
}

# A test that expects an error must not take a crash for one.
tap_crash()
{
	if [ "$status" -ge 99 ] && [ "$status" -ne 129 ] ||
	    { [ -s "$err" ] && grep -q 'Sanitizer\|runtime error: ' "$err"; }; then
		tap_result 1 'does not crash'
		echo "# status: $status"
		tap_show 'standard error' "$err"
	fi
}

ok()
{
	tap_code=0
	"$@" || tap_code=1
	tap_result $tap_code "$*"
}

status_is()
{
	[ "$status" -eq "$1" ]
	tap_result $? "status $1" && return
	echo "# expected: $1"
	echo "# got: $status"
	tap_show 'standard error' "$err"
}

# tap_same LABEL FILE: standard input is what the file should be.
tap_same()
{
	cat >"$tap/want"
	cmp -s "$tap/want" "$2"
	tap_result $? "$1" && return
	tap_show expected "$tap/want"
	tap_show got "$2"
	[ "$2" = "$err" ] || [ ! -s "$err" ] || tap_show 'standard error' "$err"
}

out_is()
{
	tap_same 'output' "$out"
}

err_is()
{
	tap_same 'standard error' "$err"
}

file_is()
{
	tap_same "$1" "$1"
}

same()
{
	cmp -s "$1" "$2"
	tap_result $? "${1#"$tap"/} is ${2#"$tap"/}" && return
	tap_show "$1" "$1"
	tap_show "$2" "$2"
}

every_action()
{
	sort -u >"$tap/actions.found"
	tap_same 'actions' "$tap/actions.found" <<'EOF'
add-lead
follow-up
get-permission
keep-in-touch
meet
move-on
prepare
reply
report-back
request
resume
task
thank
write-up
EOF
}

# Regular expressions are extended ones, and match by bytes.
like()
{
	LC_ALL=C grep -Eq -e "$2" "$1"
	tap_result $? "${1#"$tap"/} has /$2/" && return
	echo "# expected: /$2/"
	tap_show got "$1"
	[ "$1" = "$err" ] || [ ! -s "$err" ] || tap_show 'standard error' "$err"
}

unlike()
{
	tap_code=0
	LC_ALL=C grep -Eq -e "$2" "$1" && tap_code=1
	tap_result $tap_code "${1#"$tap"/} has no /$2/" && return
	tap_show got "$1"
}

out_like()
{
	like "$out" "$1"
}

err_like()
{
	like "$err" "$1"
}

out_unlike()
{
	unlike "$out" "$1"
}

err_unlike()
{
	unlike "$err" "$1"
}

out_empty()
{
	tap_same 'no output' "$out" </dev/null
}

err_empty()
{
	tap_same 'no message' "$err" </dev/null
}

# project COLUMNS: TSV with a header on standard input, these columns of it out, joined with '|'.
project()
{
	awk -F '\t' -v want="$1" '
		BEGIN { n = split(want, name, " ") }
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{
			line = ""
			for (i = 1; i <= n; i++)
				line = line (i > 1 ? "|" : "") \
					(name[i] in at ? $at[name[i]] : "(no " name[i] ")")
			print line
		}'
}

rows_are()
{
	project "$1" <"$out" >"$tap/rows"
	tap_same 'rows' "$tap/rows"
}

# What stands deeper is part of it; the heading has its number signs: '## Due'.
section()
{
	awk -v heading="$1" '
		/^#/ {
			match($0, /^#+/)
			if (inside && RLENGTH <= level)
				exit
			if ($0 == heading) {
				inside = 1
				level = RLENGTH
				next
			}
		}
		inside && NF' "$out" | sed 's/  *|/ |/g; s/|  */| /g; s/--*/-/g' >"$tap/section"
	tap_same "$1" "$tap/section"
}

# Nothing may be skipped where CI is set: there, what is missing has to be installed.
skip()
{
	if [ -n "${CI:-}" ]; then
		tap_result 1 "may not be skipped under CI: $1"
		return
	fi
	tap_count=$((tap_count + 1))
	echo "ok $tap_count # SKIP $1"
}

skip_all()
{
	if [ -n "${CI:-}" ]; then
		tap_result 1 "may not be skipped under CI: $1"
		done_testing
	fi
	echo "1..0 # SKIP $1"
	exit 0
}

done_testing()
{
	cd "$top" || exit 1
	echo "1..$tap_count"
	if [ "$tap_count" -eq 0 ] || [ "$tap_failed" -ne 0 ]; then
		echo "# $tap_failed of $tap_count failed"
		exit 1
	fi
	exit 0
}

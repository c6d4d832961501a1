#!/bin/sh
# The test library itself: above all, that what fails is seen to fail.

. tests/tap.sh

# A program to test with, and NI_BIN set to where it is.
mkdir tests fake
cp "$top/tests/tap.sh" tests/tap.sh
cat >fake/ni-fake <<'EOF'
#!/bin/sh
case $1 in
say) printf '%s\n' "$2"; exit "${3:-0}" ;;
warn) printf '%s\n' "$2" >&2; exit 2 ;;
cat) cat ;;
crash) kill -s SEGV $$ ;;
rows) printf 'id\tname\tnote\nann\tAnn Lee\t\nbob\tBob\tx\n' ;;
esac
EOF
chmod +x fake/ni-fake
unset CI

# inner: runs a test given on standard input; its TAP is $out.
inner()
{
	{
		echo '. tests/tap.sh'
		cat
	} >inner.t
	tap_command=inner
	status=0
	NI_BIN=fake NI_WRAP=${1:-} sh inner.t >"$out" 2>"$err" || status=$?
}

it 'assertions that hold'
inner <<'EOF'
it 'a title'
run ni-fake say hello
status_is 0
out_is <<'IS'
hello
IS
out_like '^hel+o$'
out_unlike 'x'
err_empty
run ni-fake warn oops
status_is 2
out_empty
err_is <<'IS'
oops
IS
err_like oops
run ni-fake rows
rows_are 'name id' <<'IS'
Ann Lee|ann
Bob|bob
IS
file a/b <<'IS'
text
IS
file_is a/b <<'IS'
text
IS
ok test -f a/b
skip 'no reason'
done_testing
EOF
status_is 0
out_like '^ok 1 - a title: status 0$'
out_like '^ok 13 # SKIP no reason$'
out_like '^1\.\.13$'
out_unlike '^not ok'
err_empty

it 'each assertion can fail'
inner <<'EOF'
run ni-fake say hello 1
status_is 0
out_is </dev/null
out_like '^hello $'
out_unlike 'ell'
out_empty
err_like .
echo x >"$err"
err_is </dev/null
err_unlike x
err_empty
echo none >x
rows_are id <x
file a </dev/null
file_is a <x
same a "$out"
ok false
done_testing
EOF
status_is 1
for number in 1 2 3 4 5 6 7 8 9 10 11 12 13; do
	out_like "^not ok $number - "
done
out_like '^# 13 of 13 failed$'

it 'a failure shows what was expected and what came'
inner <<'EOF'
run ni-fake say hello
out_is <<'IS'
good bye
IS
done_testing
EOF
status_is 1
out_is <<'EOF'
not ok 1 - output
# command: ni-fake say hello
# expected:
#     good bye
# got:
#     hello
1..1
# 1 of 1 failed
EOF

it 'output that only lacks its newline is another output'
inner <<'EOF'
printf hello >"$out"
out_is <<'IS'
hello
IS
done_testing
EOF
status_is 1

it 'a crash and a program that is not there are failures, asserted or not'
inner <<'EOF'
run ni-fake crash
run ni-none
done_testing
EOF
status_is 1
out_like '^not ok 1 - does not crash'
out_like '^not ok 2 - does not crash'

it 'a test without an assertion, or that ends early, fails'
inner <<'EOF'
done_testing
EOF
status_is 1
inner <<'EOF'
ok true
exit 0
EOF
out_unlike '^1\.\.'

it 'nothing is skipped under CI'
inner <<'EOF'
CI=true
skip 'no dot'
skip_all 'no dot either'
EOF
status_is 1
out_like '^not ok 1 - may not be skipped under CI: no dot$'
out_like '^not ok 2 - '
inner <<'EOF'
skip_all 'no dot'
EOF
status_is 0
out_is <<'EOF'
1..0 # SKIP no dot
EOF

it 'standard input is nothing, or what is given'
inner <<'EOF'
run ni-fake cat
out_empty
run ni-fake cat <<'IS'
given
IS
out_is <<'IS'
given
IS
pipe 'ni-fake say piped | ni-fake cat'
out_is <<'IS'
piped
IS
done_testing
EOF
status_is 0

it 'NI_WRAP is put before each program, in pipelines too'
inner 'env WRAPPED=yes' <<'EOF'
cat >"$NI_BIN/ni-env" <<'IS'
#!/bin/sh
echo "$WRAPPED"
IS
pipe 'ni-fake say "two words"'
out_is <<'IS'
two words
IS
done_testing
EOF
status_is 0
cat >fake/ni-env <<'EOF'
#!/bin/sh
echo "$WRAPPED"
EOF
chmod +x fake/ni-env
inner 'env WRAPPED=yes' <<'EOF'
run ni-env
out_like '^yes$'
pipe 'ni-env | cat'
out_like '^yes$'
done_testing
EOF
status_is 0

it 'a network is a folder of its own, which is gone afterwards'
inner <<'EOF'
network
file contacts.csv </dev/null
network
ok test ! -e contacts.csv
ok test -d notes
pwd >&2
done_testing
EOF
status_is 0
ok test ! -e "$(cat "$err")"

done_testing

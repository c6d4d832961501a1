# Examples in manual pages and in README.md as tests. Sourced after tests/tap.sh.
#
# A block of examples is a session: '$ COMMAND', its further lines as '> LINE', then its output,
# standard error included. A line '...' stands for any lines. Each command has to succeed.
#
#	man_blocks PAGE      writes the blocks of the section EXAMPLES, from mdoc source, one a file,
#	                     to $tap/blocks
#	markdown_blocks FILE the same for fenced blocks: those marked console as N.console, those
#	                     marked sh, which are scripts to be pasted, as N.sh
#	example              enters a fresh copy of share/example
#	session FILE         runs a block in the working directory and compares; blanks at the start of a
#	                     line do not count, since uniq -c and wc differ in them
#
# shellcheck shell=sh disable=SC2034,SC2154 # $tap, $top and others are tap.sh's

# What a block calls must not depend on who runs the test.
NI_TODAY=2026-11-21
GIT_AUTHOR_NAME=Nora
GIT_AUTHOR_EMAIL=nora@lindqvist.example
GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME
GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
GIT_CONFIG_GLOBAL=/dev/null
GIT_CONFIG_NOSYSTEM=1
export NI_TODAY GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL \
	GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
unset MAKEFLAGS MFLAGS MAKELEVEL GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

man_blocks()
{
	rm -rf "$tap/blocks"
	mkdir "$tap/blocks"
	perl -CSD -ne '
		BEGIN { $dir = shift }
		if (/^\.Sh (.*)/) { $in = $1 eq "EXAMPLES" }
		if ($in && /^\.Bd /) { open $to, ">", sprintf "%s/%03d.console", $dir, ++$n or die; next }
		if (/^\.Ed/) { undef $to; next }
		next unless $to;
		s/^\\&//;
		s/\\\(aq/\x27/g;
		s/\\e/\\/g;
		print $to $_' "$tap/blocks" "$1"
}

markdown_blocks()
{
	rm -rf "$tap/blocks"
	mkdir "$tap/blocks"
	perl -CSD -ne '
		BEGIN { $dir = shift }
		if ($to && /^```$/) { undef $to; next }
		if (/^```(console|sh)$/) { open $to, ">", sprintf "%s/%03d.%s", $dir, ++$n, $1 or die; next }
		print $to $_ if $to' "$tap/blocks" "$1"
}

example()
{
	tap_example=$((${tap_example:-0} + 1))
	cp -R "$top/share/example" "$tap/work/example.$tap_example"
	chmod -R u+w "$tap/work/example.$tap_example"
	cd "$tap/work/example.$tap_example" || exit 1
}

# The programs that a block calls and that need not be there.
session_lacks()
{
	for tap_need in mlr git make; do
		if grep -Eq "(^[\$>] |[|(&] *)$tap_need " "$1" && ! command -v "$tap_need" >/dev/null; then
			echo "$tap_need is not installed"
			return
		fi
	done
}

session()
{
	tap_lacks=$(session_lacks "$1")
	if [ -n "$tap_lacks" ]; then
		skip "$tap_lacks"
		return
	fi
	# A line with a byte of 1 ends the output of each command: what follows it is the status.
	perl -CSD -e '
		my ($block, $want, $script) = @ARGV;
		open my $in, "<", $block or die;
		open my $to, ">", $want or die;
		open my $run, ">", $script or die;
		my ($n, $open) = (0, 0);
		while (<$in>) {
			if (/^\$ (.*)/s) {
				print $run qq(printf "\\001%s\\n" "\$?"\n) if $n++;
				print $to "\x010\n" if $n > 1;
				print $run $1;
				$open = 1;
			} elsif ($open && /^>(?: (.*))?$/) {
				print $run $1 // "", "\n";
			} else {
				print $to $_;
				$open = 0;
			}
		}
		print $run qq(printf "\\001%s\\n" "\$?"\n);
		print $to "\x010\n"; ' "$1" "$tap/session.want" "$tap/session.sh"
	pipe "exec 2>&1; . '$tap/session.sh'"
	tap_command=$(sed -n 's/^\$ //p' "$1" | tr '\n' ';')
	grep -q '^\$ ' "$1" && perl -CSD -e '
		my ($want, $got) = map { open my $in, "<", $_ or die; [map { s/^ +//r } <$in>] } @ARGV;
		my ($w, $g, $any, $from) = (0, 0, -1, 0);
		while ($g < @$got) {
			if ($w < @$want && $want->[$w] eq "...\n") { $any = $w++; $from = $g }
			elsif ($w < @$want && $want->[$w] eq $got->[$g]) { $w++; $g++ }
			elsif ($any >= 0) { $w = $any + 1; $g = ++$from }
			else { exit 1 }
		}
		$w++ while $w < @$want && $want->[$w] eq "...\n";
		exit($w < @$want)' "$tap/session.want" "$out"
	tap_result $? "$(sed -n 's/^\$ //p' "$1" | head -n 1)" && return
	tap_show expected "$tap/session.want"
	tap_show got "$out"
}

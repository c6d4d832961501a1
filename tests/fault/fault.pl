# What tests/faults.t and tests/at-once.t need: a command run time and again on the same network, each time with another
# of its calls at fault (tests/fault/shim.c), and a look at what it has left.
package Fault;
use strict;
use warnings;
use Cwd ();
use File::Path ();
use File::Temp ();
use POSIX ();

our $top = Cwd::getcwd();
our $bin = $ENV{NI_BIN} // "$top/bin";
our $shim = ($ENV{NI_BUILD} // "$top/build/default") . '/tests/fault/shim.so';
our $tmp = File::Temp->newdir('ni-faults.XXXXXX', TMPDIR => 1);
our $cwd = "$tmp/work";

my ($count, $failed, $held) = (0, 0);
$SIG{$_} = sub { exit 1 } for qw(HUP INT TERM);
END { kill 'KILL', $held if $held }
my $most = 20_000;    # a loop that does not end is a defect of the test

$| = 1;
delete @ENV{qw(COLUMNS NO_COLOR CDPATH)};
@ENV{qw(LC_ALL TZ NI_TODAY)} = qw(C.UTF-8 UTC 2026-11-21);

# A small network.
my $note = "---\ncontact: ann\ndate: 2026-11-20\noutcome: met\nreferrals:\n"
	. "  - name: Ned Poe\n    org: Acme\n  - name: Pat Ray\n---\n# Ann\n\n## Advice\n\nRead.\n";
our %network = (
	'contacts.csv' => "id,name,org\nann,Ann Lee,Acme\nbob,\"Bob, the other\",\n",
	'log.csv' => "date,contact,event,via,until,note\n2026-11-01,ann,asked,email,,\n",
	'notes' => undef,
	'notes/2026-11-20-ann.md' => $note,
);
# A program has its cases here from the commit on that brings its source.
sub there
{
	return -e "$top/bin/$_[0].c";
}

# ---- TAP

sub ok
{
	my ($good, $title, @explain) = @_;
	$count++;
	$failed++ if !$good;
	print $good ? 'ok' : 'not ok', " $count - $title\n";
	return $good if $good;
	my @lines = map { split /\n/ } @explain;
	$#lines = 29 if @lines > 30;
	print "#   $_\n" for @lines;
	return $good;
}

sub finish
{
	chdir $top;
	print "1..$count\n";
	exit($failed ? 1 : 0);
}

# ---- A folder as a value: path => content; a folder's is undef

sub write_file
{
	my ($path, $text) = @_;
	open my $to, '>:raw', $path or die "$path: $!\n";
	print $to $text;
	close $to or die "$path: $!\n";
	return;
}

sub read_file
{
	my ($path) = @_;
	open my $from, '<:raw', $path or return;
	local $/;
	return scalar(<$from>) // '';
}

sub restore
{
	my ($state, $dir) = (@_, $cwd);
	File::Path::remove_tree($dir, {keep_root => 1});
	File::Path::make_path($dir);
	for my $path (sort keys %$state) {
		if (defined $state->{$path}) {
			write_file("$dir/$path", $state->{$path});
		} else {
			mkdir "$dir/$path" or die "$dir/$path: $!\n";
		}
	}
	return;
}

sub look
{
	my ($dir) = (@_, $cwd);
	my %state;
	my @folders = ('');
	while (defined(my $folder = shift @folders)) {
		opendir my $names, "$dir/$folder" or die "$dir/$folder: $!\n";
		for my $name (readdir $names) {
			next if $name eq '.' || $name eq '..';
			my $path = $folder . $name;
			my $is_folder = -d "$dir/$path" && !-l "$dir/$path";
			$state{$path} = $is_folder ? undef : read_file("$dir/$path");
			push @folders, "$path/" if $is_folder;
		}
	}
	return \%state;
}

# One string for a state, in which what a killed writer leaves is called the same for each process.
sub key
{
	my ($state) = @_;
	my $key = '';
	for my $path (sort keys %$state) {
		(my $shown = $path) =~ s{(^|/)(\.ni-.*\.)[0-9]+(-[0-9]+)?$}{$1$2PID};
		$key .= join "\0", $shown, $state->{$path} // '(folder)', '';
	}
	return $key;
}

sub is_left_over
{
	return $_[0] =~ m{(^|/)\.ni-[^/]*\.[0-9]+(-[0-9]+)?$};
}

# ---- Running

# Starts a program of ours; its process is returned. The environment is for it alone.
sub start
{
	my ($command, %with) = @_;
	my $pid = fork // die "fork: $!\n";
	return $pid if $pid;
	chdir($with{dir} // $cwd) or POSIX::_exit(98);
	open STDIN, '<', $with{stdin} // '/dev/null' or POSIX::_exit(98);
	open STDOUT, '>', $with{out} // "$tmp/out" or POSIX::_exit(98);
	open STDERR, '>', $with{err} // "$tmp/err" or POSIX::_exit(98);
	$with{prepare}->() if $with{prepare};
	my %env = %{$with{env} // {}};
	@ENV{keys %env} = values %env;
	my ($program, @arguments) = @$command;
	exec {"$bin/$program"} $program, @arguments or POSIX::_exit(98);
}

# Exit status, or 128 and the signal's number.
sub status_of
{
	my ($wait) = @_;
	return $wait & 127 ? 128 + ($wait & 127) : $wait >> 8;
}

# Runs it: status, standard output, standard error.
sub run
{
	my ($command, %with) = @_;
	my $pid = start($command, %with);
	waitpid $pid, 0;
	my $status = status_of($?);
	return ($status, read_file("$tmp/out"), read_file("$tmp/err"));
}

# ASan's own library is to come first, but may come second.
my $asan = join ':', grep { length } $ENV{ASAN_OPTIONS} // '', 'verify_asan_link_order=0';

# LSan complains of a program that is killed while it looks for leaks.
my %leakless = (ASAN_OPTIONS => join ':', grep { length } $ENV{ASAN_OPTIONS} // '', 'detect_leaks=0');

# Runs it with a fault; the function that met it comes first, or ''.
sub run_fault
{
	my ($fault, $command, %with) = @_;
	unlink "$tmp/met";
	my %env = (%{$with{env} // {}},
		LD_PRELOAD => $shim, NI_FAULT => $fault, NI_FAULT_MET => "$tmp/met", ASAN_OPTIONS => $asan);
	my @result = run($command, %with, env => \%env);
	return (read_file("$tmp/met") // '', @result);
}

# ---- A case: a command, the network before it, and what it does when nothing fails
#
#	name      for titles
#	command   [program, argument...]         stdin   its standard input, a file
#	old       the network before
#	late      what it prints, to standard error or output, where it fails after its work is done
#	blind     true when it reads no file
#	refuses   functions of which it fails, before anything is written, when one call of them fails
#	between   files as they may be too, when one is written in two steps
#	appends   true when it appends to a file, with one write
#	whole     true when one that fails leaves all files as they were, or all as they are to be
#	reads     true when it writes no file
#	again     what the same command does when its work is done already: 'same' (nothing, status 0),
#	          'refused' (nothing, status 2), or 'more' (adds to the file, status 0)

sub begin_case
{
	my (%case) = @_;
	restore($case{old});
	@case{qw(status out err)} = run($case{command}, stdin => $case{stdin});
	$case{new} = look();
	# Its folder may hold what only a look at it shows: an empty one, a link.
	$case{old_key} = key($case{old});
	$case{new_key} = key($case{new});
	my $good = $case{status} == 0 && $case{err} eq '';
	$good &&= $case{new_key} ne $case{old_key} || $case{reads};
	ok($good, "$case{name}: done when nothing fails", "status $case{status}", $case{err});
	return $good ? \%case : undef;
}

# What is wrong with the files of a state: each is to be the old one or the new one.
sub wrong_files
{
	my ($case, $state, $killed) = @_;
	my @wrong;
	for my $path (sort keys %{{%$state, %{$case->{old}}}}) {
		my $is = exists $state->{$path} ? $state->{$path} // '(folder)' : '(none)';
		my @may = map { exists $_->{$path} ? $_->{$path} // '(folder)' : '(none)' }
			$case->{old}, $case->{between} // $case->{old}, $case->{new};
		next if grep { $is eq $_ } @may;
		next if $killed && is_left_over($path);
		push @wrong, "$path is neither the old one nor the new one:\n$is";
	}
	return @wrong;
}

# What is wrong with the next run after this state. A state that was seen before is not tried again.
sub wrong_next
{
	my ($case, $state) = @_;
	my $key = key($state);
	return if $key eq $case->{old_key} || $case->{seen}{$key}++;

	my $done = !grep { !exists $state->{$_} } keys %{$case->{new}};
	$done &&= !grep { ($case->{new}{$_} // '') ne ($state->{$_} // '') } keys %{$case->{new}};
	my ($status, undef, $err) = run($case->{command}, stdin => $case->{stdin});
	my $expected = $done && $case->{again} eq 'refused' ? 2 : 0;
	my @wrong;
	push @wrong, "the next run: status $status, not $expected\n$err" if $status != $expected;
	my $next = look();
	for my $path (sort keys %{$case->{new}}) {
		my $is = $next->{$path} // '(none)';
		my $want = $case->{new}{$path} // '(none)';
		next if $is eq $want;
		next if $done && $case->{again} eq 'more' && $is =~ /^\Q$want\E([^\n]+\n)+\z/;
		push @wrong, "the next run: $path is:\n$is";
	}
	return @wrong;
}

sub wrong_end
{
	my ($case, $state, $status, $out, $err, $killed) = @_;
	my @wrong;
	if ($killed) {
		push @wrong, "status $status, but it was to be killed" if $status != 128 + POSIX::SIGKILL();
	} elsif ($status == 0) {
		push @wrong, 'status 0, but not all files are new' if key($state) ne $case->{new_key};
		push @wrong, "status 0, but it printed:\n$out" if $out ne $case->{out};
	} else {
		push @wrong, "status $status, neither 0 nor 2\n$err" if $status != 2;
		push @wrong, 'it failed without a message' if $err !~ /\S/;
		push @wrong, "it failed, but the new file is there:\n$err"
			if key($state) eq $case->{new_key}
			&& $case->{new_key} ne $case->{old_key}
			&& !($case->{late} && "$err$out" =~ $case->{late});
		push @wrong, "it failed, but some files are new:\n$err"
			if $case->{whole} && key($state) ne $case->{new_key} && key($state) ne $case->{old_key};
	}
	return @wrong;
}

# Each call of FUNCTION in turn has the fault ACTION. Options: says, what the message of each failure
# is to match; refuses, functions that are to make it refuse; harmless, that it may not fail; least,
# how many calls there have to be (1).
sub each_call
{
	my ($case, $function, $action, %with) = @_;
	my $killed = $action =~ /^(kill|torn)/;
	my ($n, $state, %refused, @wrong);
	for ($n = 1; $n <= $most; $n++) {
		restore($case->{old}) if !$state || key($state) ne $case->{old_key};
		my ($met, $status, $out, $err) =
			run_fault("$function:$n:$action", $case->{command}, stdin => $case->{stdin});
		$state = look();
		last if !$met && $status == 0 && key($state) eq $case->{new_key};
		# It was not able to, and has said so.
		delete @$state{grep { is_left_over($_) } keys %$state} if $err =~ /could not be removed/;
		my @found = (wrong_files($case, $state, $killed),
			wrong_end($case, $state, $status, $out, $err, $killed));
		# The next run changes what was left.
		my @next = wrong_next($case, $state);
		push @found, @next;
		push @found, "the fault was not met\n" if !$met;
		push @found, "the message does not match $with{says}:\n$err"
			if $with{says} && $status == 2 && $err !~ $with{says};
		push @found, "it failed\n$err" if $with{harmless} && $status != 0;
		$refused{$met}++ if $status == 2 && key($state) eq $case->{old_key};
		push @wrong, map { "$function:$n: $_" } @found;
		last if @wrong >= 20;
	}
	$n--;
	my $least = $with{least} // 1;
	push @wrong, "only $n calls were met, not $least" if $n < $least;
	push @wrong, 'no call made it refuse' if !$killed && $with{says} && !%refused;
	push @wrong, "no call of $_ made it refuse" for grep { !$refused{$_} } @{$with{refuses} // []};
	ok(!@wrong, "$case->{name}: $function $action, each of $n calls", @wrong);
	return;
}

# ---- kill -9 at any moment

# A case is killed after a part of the time that it takes, by chance, TIMES times.
sub kill_at_random
{
	my ($case, $times) = @_;
	my ($killed, $took, @wrong) = (0, 0.002);
	for my $i (1 .. $times) {
		restore($case->{old});
		my $pid = start($case->{command}, stdin => $case->{stdin}, env => \%leakless);
		select undef, undef, undef, rand $took;
		kill 'KILL', $pid;
		waitpid $pid, 0;
		my $status = status_of($?);
		my $was_killed = $status == 128 + POSIX::SIGKILL();
		# So long that some are killed and some get done, on any machine.
		$took *= $was_killed ? 1.25 : 0.8;
		$killed++ if $was_killed;
		my $state = look();
		push @wrong, map { "run $i: $_" } wrong_files($case, $state, $was_killed),
			wrong_end($case, $state, $status, read_file("$tmp/out"), read_file("$tmp/err"),
			$was_killed), wrong_next($case, $state);
		last if @wrong >= 20;
	}
	push @wrong, 'none was killed' if $killed == 0;
	ok(!@wrong, "$case->{name}: kill -9 at random, $times times", @wrong);
	return;
}

# ---- Two at once: one is stopped before each of its calls in turn, and something else happens

# Waits for a process, but not for one that waits for the one that is held; true when it has ended.
sub ended
{
	my ($pid) = @_;
	for (1 .. 25) {
		return 1 if waitpid($pid, POSIX::WNOHANG()) == $pid;
		select undef, undef, undef, 0.002;
	}
	return '';
}

# The second one runs while the first is stopped, to its end or until it waits for the first.
sub run_beside
{
	my (%with) = @_;
	if (ref $with{meanwhile} eq 'CODE') {
		$with{meanwhile}->();
		kill 'CONT', $held;
		return 0;
	}
	my $other = start($with{meanwhile}, stdin => $with{other_stdin}, out => "$tmp/out2",
		err => "$tmp/err2");
	my $ended = ended($other);
	my $wait = $?;
	kill 'CONT', $held;
	if (!$ended) {
		waitpid $other, 0;
		$wait = $?;
	}
	return status_of($wait);
}

# Meanwhile is a command that runs beside it, or a function. Judge is called with the state, the
# status of the first and of the second, and the standard errors of both; it returns what is wrong.
sub beside
{
	my (%with) = @_;
	my ($n, @wrong);
	for ($n = 1; $n <= $most && @wrong < 20; $n++) {
		restore($with{old});
		write_file("$tmp/err2", '');
		$held = start($with{command}, stdin => $with{stdin},
			env => {LD_PRELOAD => $shim, NI_FAULT => "any:$n:stop", ASAN_OPTIONS => $asan});
		waitpid $held, POSIX::WUNTRACED();
		if (!POSIX::WIFSTOPPED(${^CHILD_ERROR_NATIVE})) {
			undef $held;
			last;
		}
		my $other = run_beside(%with);
		waitpid $held, 0;
		undef $held;
		my $status = status_of($?);
		push @wrong, map { "stopped before call $n: $_" }
			$with{judge}->(look(), $status, $other, read_file("$tmp/err"), read_file("$tmp/err2"));
	}
	$n--;
	push @wrong, "it was stopped only $n times\n" . read_file("$tmp/err") if $n < 20;
	ok(!@wrong, "$with{name}, at each of $n calls", @wrong);
	return;
}

# Count commands run at once; with kill, each is killed after a while by chance. Command is called with
# the number of each; judge with the state and the status of each.
sub crowd
{
	my (%with) = @_;
	my @wrong;
	for my $round (1 .. 5) {
		restore($with{old});
		my @pids = map { start($with{command}->($_), err => "$tmp/err$_", out => "$tmp/out$_",
			env => $with{kill} ? \%leakless : {}) } 0 .. $with{count} - 1;
		for my $pid ($with{kill} ? @pids : ()) {
			select undef, undef, undef, rand 0.001;
			kill 'KILL', $pid;
		}
		my @status = map { waitpid $_, 0; status_of($?) } @pids;
		push @wrong, map { "round $round: $_" } $with{judge}->(look(), @status);
	}
	ok(!@wrong, "$with{name}, $with{count} of them", @wrong);
	return;
}

# ---- A full disk

my $full = qr/No space left|could be appended/;

# What makes a small file system for one command alone; none where that is not allowed.
my ($mount) = grep {
	system("exec 2>/dev/null; $_ sh -c 'mount -t tmpfs -o size=64k tmpfs \"\$1\"' sh '$tmp'") == 0
} 'unshare -m', 'unshare -rm';

my $on_small_disk = <<'EOF';
small=$1 work=$2 pages=$3 tmp=$4 stdin=$5
shift 5
mount -t tmpfs -o size=64k tmpfs "$small" && cp -R "$work/." "$small" || exit 98
dd if=/dev/zero of="$small/.fill" bs=4096 2>/dev/null
full=$(($(wc -c <"$small/.fill") / 4096))
rm "$small/.fill"
dd if=/dev/zero of="$small/.fill" bs=4096 count=$((full - pages)) 2>/dev/null || exit 98
cd "$small" || exit 98
"$@" <"$stdin" >"$tmp/out" 2>"$tmp/err"
status=$?
rm "$small/.fill" && rm -rf "$work" && cp -R "$small" "$work" || exit 98
exit "$status"
EOF

# Runs the case on a disk with so many pages free; what it leaves is found where it is always.
sub run_on_full
{
	my ($case, $pages) = @_;
	my $small = "$tmp/small";
	my ($program, @arguments) = @{$case->{command}};
	-d $small or mkdir $small or die "$small: $!\n";
	restore($case->{old});
	my $status = system split(/ /, $mount), 'sh', '-c', $on_small_disk, 'sh', $small, $cwd, $pages,
		$tmp, $case->{stdin} // '/dev/null', "$bin/$program", @arguments;
	return (status_of($status), read_file("$tmp/out"), read_file("$tmp/err"));
}

# What the case writes has to need more than one page.
sub full_disk
{
	my ($case) = @_;
	my ($refused, @wrong) = (0);
	if (!$mount) {
		my %played = (%$case, name => "$case->{name}: for want of a tmpfs");
		each_call(\%played, 'write', $_, says => $full) for qw(full:0 full:16);
		return;
	}
	for my $pages (0 .. 3) {
		my ($status, $out, $err) = run_on_full($case, $pages);
		my $state = look();
		$refused++ if $status == 2 && $err =~ $full;
		push @wrong, map { "$pages pages free: $_" } wrong_files($case, $state, ''),
			wrong_end($case, $state, $status, $out, $err, ''), wrong_next($case, $state);
	}
	push @wrong, 'the disk was never full' if $refused == 0;
	ok(!@wrong, "$case->{name}: on a tmpfs that is full", @wrong);
	return;
}

my $with_limit = <<'EOF';
cd "$1" && tmp=$2 stdin=$3 blocks=$4 && shift 4 || exit
{
	(ulimit -c 0 && ulimit -f "$blocks" && exec "$@" <"$stdin" 2>&1 >/dev/null)
	echo $? >"$tmp/status"
} | cat >"$tmp/err"
exit "$(cat "$tmp/status")"
EOF

# A file may grow to so many times 512 bytes (as some shells count, 1,024): true short writes, and the
# signal that comes with them, without a mount.
sub file_limit
{
	my ($case, $blocks) = @_;
	my ($program, @arguments) = @{$case->{command}};
	restore($case->{old});
	my $status = status_of(system 'sh', '-c', $with_limit, 'sh', $cwd, $tmp,
		$case->{stdin} // '/dev/null', $blocks, "$bin/$program", @arguments);
	my ($state, $err) = (look(), read_file("$tmp/err"));
	my @wrong = (wrong_files($case, $state, ''),
		wrong_end($case, $state, $status, '', $err, ''), wrong_next($case, $state));
	push @wrong, "status $status, not 2\n$err" if $status != 2;
	push @wrong, "the message is:\n$err" if $err !~ /File too large|could be appended/;
	ok(!@wrong, "$case->{name}: a file may not grow beyond $blocks blocks", @wrong);
	return;
}

1;

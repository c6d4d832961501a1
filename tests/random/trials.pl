# What the tests on random networks have in common: a trial for each seed, told as TAP, and running the
# programs.
#
#     my $programs = Trials::start('ni-report');       the folder of the programs, which must be there
#     my $tried = Trials::each_seed({name => 'said-random', count => 150, generator => 'said.pl'}, \&trial);
#     Trials::ok($passed, $title, $why);               for what is not random
#     Trials::met(\%met, 'changed', ...) if $tried >= 40;    each of these was met in some trial
#     Trials::finish();
#
# NI_RANDOM=N networks, from 1 on, in place of count; from seed NI_SEED on (1); NI_BIN for the programs,
# and NI_WRAP before each. What is empty is as not set. It stops after five failures. trial($seed, $dir)
# has a name for a folder of its own, which it makes, and which is taken away; it returns what is wrong,
# or ''.
package Trials;

use strict;
use warnings;
use Cwd ();
use File::Path ();
use File::Temp ();
use POSIX ();

my $top = File::Temp->newdir();
my ($done, $failed) = (0, 0);
my $bin;

sub start
{
	my @programs = @_;
	$bin = ($ENV{NI_BIN} // '') ne '' ? $ENV{NI_BIN} : Cwd::getcwd() . '/bin';
	$| = 1;
	binmode STDOUT, ':utf8';
	delete @ENV{qw(NI_TODAY COLUMNS)};
	for my $program (@programs) {
		bail_out("$program is not there: run make") if !-x "$bin/$program";
	}
	return $bin;
}

sub bail_out
{
	print "Bail out! $_[0]\n";
	exit 1;
}

# A folder for what is not random, taken away at the end.
sub folder
{
	return $top;
}

sub ok
{
	my ($passed, $title, $why) = @_;
	$done++;
	print $passed ? 'ok' : 'not ok', " $done - $title\n";
	return if $passed;
	$failed++;
	utf8::decode($why);    # some tests work on bytes
	print map { "# $_\n" } split /\n/, $why =~ s/([^\n\t -~\x80-\x{10FFFF}])/sprintf '\\x%02x', ord $1/ger;
	return;
}

# Tells how many networks were tried; 0 if something was wrong with one.
sub each_seed
{
	my ($what, $trial) = @_;
	my $first = number('NI_SEED', 0, 1);
	my $count = number('NI_RANDOM', 1, $what->{count});
	my $before = $failed;
	for my $seed ($first .. $first + $count - 1) {
		my $wrong = eval { $trial->($seed, "$top/$seed") } // "the test died: $@";
		my $again = "again: NI_SEED=$seed NI_RANDOM=1 prove -v tests/$what->{name}.t\n";
		$again .= "files: perl tests/random/$what->{generator} $seed DIRECTORY\n" if $what->{generator};
		ok($wrong eq '', "seed $seed", $wrong =~ s/\n*\z/\n/r . $again);
		File::Path::remove_tree("$top/$seed");
		last if $failed >= 5;
	}
	return $failed == $before ? $count : 0;
}

# No networks would be a test that tests nothing.
sub number
{
	my ($name, $least, $default) = @_;
	my $given = $ENV{$name} // '';
	return $default if $given eq '';
	return $given if $given =~ /\A[0-9]{1,9}\z/ && $given >= $least;
	return bail_out("$name is '$given', not a whole number from $least on");
}

# A test that never meets a conflict shows nothing about conflicts.
sub met
{
	my ($met, @wanted) = @_;
	ok($met->{$_}, "met: $_", "no trial met this\n") for @wanted;
	return;
}

sub finish
{
	print "1..$done\n";
	exit($failed ? 1 : 0);
}

# Runs a program in a folder: exit status or 'signal N', standard output and standard error. Standard
# input is a file, or undef for nothing. All text is bytes.
sub run
{
	my ($folder, $stdin, $program, @args) = @_;
	my @wrap = split ' ', $ENV{NI_WRAP} // '';
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		open(STDIN, '<', $stdin // '/dev/null') && open(STDOUT, '>', "$top/out")
		    && open(STDERR, '>', "$top/err") && chdir($folder)
		    && exec @wrap, "$bin/$program", @args;
		POSIX::_exit(127);
	}
	waitpid $pid, 0;
	return ($? & 127 ? 'signal ' . ($? & 127) : $? >> 8, slurp("$top/out"), slurp("$top/err"));
}

# The same with text as characters.
sub run_text
{
	my ($folder, $stdin, $program, @args) = @_;
	utf8::encode($_) for @args;
	my ($status, @told) = run($folder, $stdin, $program, @args);
	return ($status, map { text_of($_) } @told);
}

sub text_of
{
	my ($bytes) = @_;
	utf8::decode($bytes) or die "no UTF-8: $bytes\n";
	return $bytes;
}

# A file's bytes.
sub slurp
{
	open my $file, '<:raw', $_[0] or die "$_[0]: $!\n";
	local $/;
	return scalar(<$file>) // '';
}

# The records of a CSV that a program wrote, each a list of cells: RFC 4180 with LF.
sub csv
{
	my ($text) = @_;
	my @records;
	pos($text) = 0;
	while (pos($text) < length $text) {
		my @record;
		while (1) {
			if ($text =~ /\G"((?:[^"]|"")*)"/gc) {
				push @record, $1 =~ s/""/"/gr;
			} elsif ($text =~ /\G([^",\n]*)/gc) {
				push @record, $1;
			}
			next if $text =~ /\G,/gc;
			last if $text =~ /\G\n/gc;
			die 'no CSV after ' . substr($text, 0, pos $text) . "\n";
		}
		push @records, \@record;
	}
	return @records;
}

# What is wrong with a list of lines, or ''.
sub same
{
	my ($what, $got, $expected) = @_;
	my ($a, $b) = (join("\n", @$got), join("\n", @$expected));
	return $a eq $b ? '' : "$what: got\n$a\nexpected\n$b\n";
}

1;

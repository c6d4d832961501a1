# What the tests on random networks have in common: a trial for each seed, told as TAP.
#
#     my $programs = Trials::start('ni-report');       the folder of the programs, which must be there
#     Trials::each_seed({name => 'said-random', count => 150, generator => 'said.pl'}, \&trial);
#     Trials::ok($passed, $title, $why);               for what is not random
#     Trials::finish();
#
# NI_RANDOM=N networks in place of count, from seed NI_SEED on (1), and NI_BIN for the programs. It
# stops after five failures. trial($seed, $dir) has a name for a folder of its own, which it makes, and which
# is taken away; it returns what is wrong, or ''.
package Trials;

use strict;
use warnings;
use Cwd ();
use File::Path ();
use File::Temp ();

my $top = File::Temp->newdir();
my ($done, $failed) = (0, 0);

sub start
{
	my @programs = @_;
	my $bin = $ENV{NI_BIN} // Cwd::getcwd() . '/bin';
	$| = 1;
	binmode STDOUT, ':utf8';
	delete @ENV{qw(NI_TODAY COLUMNS)};
	for my $program (@programs) {
		next if -x "$bin/$program";
		print "Bail out! $program is not there: run make\n";
		exit 1;
	}
	return $bin;
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
	print map { "# $_\n" } split /\r?\n/, $why;
	return;
}

sub each_seed
{
	my ($what, $trial) = @_;
	my $first = $ENV{NI_SEED} // 1;
	for my $seed ($first .. $first + ($ENV{NI_RANDOM} // $what->{count}) - 1) {
		my $wrong = eval { $trial->($seed, "$top/$seed") } // "the test died: $@";
		my $again = "again: NI_SEED=$seed NI_RANDOM=1 prove -v tests/$what->{name}.t\n";
		$again .= "files: perl tests/random/$what->{generator} $seed DIRECTORY\n" if $what->{generator};
		ok($wrong eq '', "seed $seed", "$wrong$again");
		File::Path::remove_tree("$top/$seed");
		last if $failed >= 5;
	}
	return;
}

sub finish
{
	print "1..$done\n";
	exit($failed ? 1 : 0);
}

1;

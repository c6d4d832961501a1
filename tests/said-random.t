#!/usr/bin/perl
# ni-report's questions, insights, advice and openings on random networks against a second, literal
# reading. NI_RANDOM=N networks (150), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;
use Cwd ();
use File::Path ();
use File::Temp ();

require './tests/random/said.pl';

$| = 1;
binmode STDOUT, ':utf8';
delete @ENV{qw(NI_TODAY COLUMNS)};

my $program = ($ENV{NI_BIN} // Cwd::getcwd() . '/bin') . '/ni-report';
my $count = $ENV{NI_RANDOM} // 150;
my $first = $ENV{NI_SEED} // 1;
my ($done, $failed) = (0, 0);

if (!-x $program) {
	print "Bail out! ni-report is not there: run make\n";
	exit 1;
}
my $top = File::Temp->newdir();
for my $seed ($first .. $first + $count - 1) {
	my $wrong = eval { trial($seed, "$top/$seed") } // "the test died: $@";
	$done++;
	print $wrong eq '' ? 'ok' : 'not ok', " $done - seed $seed\n";
	if ($wrong ne '') {
		$failed++;
		$wrong .= "again: NI_SEED=$seed NI_RANDOM=1 prove -v tests/said-random.t\n"
		    . "files: perl tests/random/said.pl $seed DIRECTORY\n";
		print map { "# $_\n" } split /\r?\n/, $wrong;
	}
	File::Path::remove_tree("$top/$seed");
	last if $failed >= 5;
}
print "1..$done\n";
exit($failed ? 1 : 0);

# What the program says, with its sentences on empty sections cut to their beginnings.
sub report
{
	my ($dir, @options) = @_;
	my $pid = open my $pipe, '-|';
	die "fork: $!" if !defined $pid;
	if (!$pid) {
		chdir "$dir/net" or die;
		open STDIN, '<', '/dev/null' or die;
		open STDERR, '>', "$dir/err" or die;
		exec $program, '-s', 'questions,insights,advice,openings', @options, 'contacts.csv'
		    or die;
	}
	local $/;
	my $report = <$pipe>;
	close $pipe;
	utf8::decode($report);
	$report =~ s/\A.*?(?=^## )//ms;
	$report =~ s/^(No [a-z ]+\.).*/$1/mg;
	open my $file, '<', "$dir/err" or die "err: $!";
	return ($report, $? . (<$file> // ''));
}

# What is wrong with the report about this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	my $m = Said::make_model($seed);
	Said::write_case($m, $dir);
	my $expected = Said::expected($m);
	my ($report, $told) = report($dir, Said::options($m));
	return "status and messages: $told\n" if $told ne '0';
	return '' if $report eq $expected;
	my @want = split /\n/, $expected, -1;
	my @got = split /\n/, $report, -1;
	my $line = 0;
	$line++ while $line < @want && $line < @got && $want[$line] eq $got[$line];
	return 'options: ' . join(' ', Said::options($m)) . "\nfrom line $line on\n"
	    . join('', map { 'expected: ' . ($want[$_] // '(end)') . "\n     got: " . ($got[$_] // '(end)') . "\n" } $line .. $line + 8);
}

#!/usr/bin/perl
# ni-check on the random networks of tests/random/due.pl. It does not fail on them, and what it calls
# an error is what ni-due has a diagnostic for, or one of the rules that only ni-check has.
# NI_RANDOM=N networks (100), from seed NI_SEED on (1).
use strict;
use warnings;
use utf8;
use Cwd ();
use File::Path ();
use File::Temp ();

require './tests/random/due.pl';

$| = 1;
delete @ENV{qw(NI_TODAY COLUMNS)};
$ENV{LC_ALL} = 'C';

my $bin = Cwd::getcwd() . '/bin';
my $count = $ENV{NI_RANDOM} // 100;
my $first = $ENV{NI_SEED} // 1;
my %own = map { $_ => 1 } qw(circular-referral double-note held-in-future);
my ($done, $failed, $findings) = (0, 0, 0);

if (!-x "$bin/ni-check" || !-x "$bin/ni-due") {
	print "Bail out! bin/ni-check is not there: run make\n";
	exit 1;
}
my $top = File::Temp->newdir();
for my $seed ($first .. $first + $count - 1) {
	my $wrong = trial($seed, "$top/$seed");
	$done++;
	print $wrong eq '' ? 'ok' : 'not ok', " $done - seed $seed\n";
	print map { "# $_\n" } split /\n/, $wrong;
	$failed++ if $wrong ne '';
	File::Path::remove_tree("$top/$seed");
	last if $failed >= 5;
}
$done++;
print $findings > 0 ? 'ok' : 'not ok', " $done - there was something to find\n";
$failed++ if $findings == 0;
print "1..$done\n";
exit($failed ? 1 : 0);

# What is wrong with the answer to this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	File::Path::make_path($dir);
	eval { Due::write_case($seed, $dir) } or return "the generator died: $@";
	my $in = "cd $dir/net && NI_TODAY=2026-11-21";
	my $due = `$in $bin/ni-due contacts.csv 2>&1 >/dev/null`;
	my @lines = split /\n/, `$in $bin/ni-check 2>$dir/err`;
	my $status = $?;
	my $wrong = $status == 0 || $status == 256 ? '' : "status $status\n";
	$wrong .= "something on standard error\n" if -s "$dir/err";
	my ($before, $errors) = ('', 0);
	for (@lines) {
		my ($place, $line, $column, $severity, $text, $rule) =
			/^([^:]+):(\d+):(\d+): (error|warning): (.+) \[([a-z-]+)\]$/
			or return "$wrong what is this: $_\n";
		$findings++;
		my $key = sprintf '%s %09d %09d', $place, $line, $column;
		$wrong .= "out of order: $_\n" if $key lt $before;
		$before = $key;
		next if $severity eq 'warning';
		$errors++;
		next if $own{$rule} || ($rule eq 'unknown-contact' && $place eq 'contacts.csv');
		my ($whom) = $text =~ /('[^']*') is no contact$/;	# of a list, ni-due tells the key's line
		my $told = $whom ? $due =~ /^\Q$place\E:.*: \Q$whom\E is no contact$/m
			: index($due, "$place:$line:") >= 0;
		$wrong .= "ni-due does not mind: $_\n" if !$told;
	}
	$wrong .= "status $status with $errors errors\n" if ($status == 256) != ($errors > 0);
	return $wrong;
}

#!/usr/bin/perl
# ni-check on the random networks of tests/random/due.pl. It does not fail on them, and what it calls
# an error is what ni-due has a diagnostic for, or one of the rules that only ni-check has.
# NI_RANDOM=N networks (100), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;

require './tests/random/due.pl';
require './tests/random/trials.pl';

my %own = map { $_ => 1 } qw(circular-referral double-note held-in-future);
my %met;

Trials::start('ni-check', 'ni-due');
@ENV{qw(LC_ALL NI_TODAY)} = ('C', '2026-11-21');
my $tried = Trials::each_seed({name => 'check-random', count => 100, generator => 'due.pl'}, \&trial);
Trials::met(\%met, 'something to find') if $tried >= 5;
Trials::finish();

# What is wrong with the answer to this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	Due::write_case($seed, $dir);
	my (undef, undef, $due) = Trials::run("$dir/net", undef, 'ni-due');
	my ($status, $out, $err) = Trials::run("$dir/net", undef, 'ni-check');
	my $wrong = $status eq '0' || $status eq '1' ? '' : "status $status\n";
	$wrong .= "on standard error: $err\n" if $err ne '';
	my ($before, $errors) = ('', 0);
	for (split /\n/, $out) {
		my ($place, $line, $column, $severity, $text, $rule) =
			/^([^:]+):(\d+):(\d+): (error|warning): (.+) \[([a-z-]+)\]$/
			or return "$wrong what is this: $_\n";
		$met{'something to find'}++;
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
	$wrong .= "status $status with $errors errors\n" if ($status eq '1') != ($errors > 0);
	return $wrong;
}

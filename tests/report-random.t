#!/usr/bin/perl
# The sections summary, activity and fields of ni-report on random networks against a second, naive
# reading of the manual (tests/random/report.pl).
# NI_RANDOM=N networks (300), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;

require './tests/random/report.pl';
require './tests/random/trials.pl';

Trials::start('ni-report');
$ENV{LC_ALL} = 'C';
Trials::each_seed({name => 'report-random', count => 300, generator => 'report.pl'}, \&trial);
Trials::finish();

# What is wrong with the answer to this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	my $case = Report::write_case($seed, $dir);
	my ($status, $out, $err) =
	    Trials::run_text("$dir/net", undef, 'ni-report', @{$case->{args}}, 'contacts.csv');
	my $wrong = $status eq '0' ? '' : "status $status, not 0\n";
	$wrong .= "unexpected: $err\n" if $err ne '' && !$case->{warnings};
	my @got = grep { $_ ne '' } split /\n/, $out =~ s/^.*?(?=^## )//smr;
	for my $line (@got) {
		$line =~ s/ +\|/ |/g;
		$line =~ s/\| +/| /g;
		$line =~ s/--+/-/g;
	}
	my @expected = @{$case->{expected}};
	for my $i (0 .. (@got > @expected ? $#got : $#expected)) {
		my ($g, $e) = ($got[$i] // '(nothing)', $expected[$i] // '(nothing)');
		next if $g eq $e;
		return "$wrong@{$case->{args}}\nline $i: expected\n$e\ngot\n$g\n";
	}
	return $wrong;
}

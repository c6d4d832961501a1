#!/usr/bin/perl
# ni-report's questions, insights, advice and openings on random networks against a second, literal
# reading. NI_RANDOM=N networks (150), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;

require './tests/random/said.pl';
require './tests/random/trials.pl';

Trials::start('ni-report');
Trials::each_seed({name => 'said-random', count => 150, generator => 'said.pl'}, \&trial);
Trials::finish();

# What the program says, with its sentences on empty sections cut to their beginnings.
sub report
{
	my ($dir, @options) = @_;
	my ($status, $report, $err) = Trials::run_text("$dir/net", undef, 'ni-report',
	    '-s', 'questions,insights,advice,openings', @options, 'contacts.csv');
	$report =~ s/\A.*?(?=^## )//ms;
	$report =~ s/^(No [a-z ]+\.).*/$1/mg;
	return ($report, $status . $err);
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

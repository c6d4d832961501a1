#!/usr/bin/perl
# The sections summary, activity and fields of ni-report on random networks against a second, naive
# reading of the manual (tests/random/report.pl).
# NI_RANDOM=N networks (300), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;
use POSIX ();

require './tests/random/report.pl';
require './tests/random/trials.pl';

my $program = Trials::start('ni-report') . '/ni-report';
$ENV{LC_ALL} = 'C';
Trials::each_seed({name => 'report-random', count => 300, generator => 'report.pl'}, \&trial);
Trials::finish();

# What is wrong with the answer to this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	my $case = Report::write_case($seed, $dir);
	my ($status, $out, $err) = run($dir, $case);
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

# Runs ni-report as the case says: exit status, standard output, standard error.
sub run
{
	my ($dir, $case) = @_;
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		open(STDIN, '<', '/dev/null') && open(STDOUT, '>', "$dir/out")
		    && open(STDERR, '>', "$dir/err") && chdir("$dir/net")
		    && exec {$program} $program, @{$case->{args}}, 'contacts.csv';
		POSIX::_exit(127);
	}
	waitpid $pid, 0;
	return ($? & 127 ? 'signal ' . ($? & 127) : $? >> 8, slurp("$dir/out"), slurp("$dir/err"));
}

sub slurp
{
	open my $f, '<:encoding(UTF-8)', $_[0] or die "$_[0]: $!\n";
	local $/;
	return scalar(<$f>) // '';
}

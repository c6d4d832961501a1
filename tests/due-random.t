#!/usr/bin/perl
# ni-due on random networks against a second, naive reading of its rules (tests/random/due.pl).
# NI_RANDOM=N networks (400), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;
use Unicode::Normalize qw(NFC);

require './tests/random/due.pl';
require './tests/random/trials.pl';

*csv = \&Trials::csv;

Trials::start('ni-due');
$ENV{LC_ALL} = 'C';
Trials::each_seed({name => 'due-random', count => 400, generator => 'due.pl'}, sub {
	my ($seed, $dir) = @_;
	my $wrong = trial($seed, $dir);
	return $wrong eq '' ? '' : $wrong . files($dir);
});
Trials::finish();

# What is wrong with the answer to this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	my $case = eval { Due::write_case($seed, $dir) };
	return "the generator died: $@" if !$case;
	my ($status, $out, $err) = run($dir, $case);
	my $wrong = '';
	$wrong .= "status $status, not 0\n" if $status ne '0';
	$wrong .= "unexpected on standard error\n" if $err ne '' && !$case->{warnings};
	my $rows = eval { rows($out) };
	return $wrong . "output: $@" if !$rows;
	my @expected = map { join "\t", @$_ } @{$case->{expected}};
	$wrong .= difference(\@expected, $rows) if join("\n", @expected) ne join("\n", @$rows);
	$wrong .= "standard error:\n$err" if $wrong ne '' && $err ne '';
	return $wrong ne '' ? $wrong : misexplained($dir, $case);
}

# What --why says of somebody who has rows is the same as these, and its sums are right.
sub misexplained
{
	my ($dir, $case) = @_;
	my @rows = @{$case->{expected}};
	return '' if !@rows || grep { /^-[nfq]/ } @{$case->{args}};
	my $id = $rows[@rows / 2][3];
	my @listed = map { join "\t", @$_[0, 2, 4] } grep { $_->[3] eq $id } @rows;
	my @args = @{$case->{args}};
	my ($narrowed) = grep { $args[$_] eq '-i' } 0 .. $#args; # not for --why, and nothing to it
	splice @args, $narrowed, 2 if defined $narrowed;
	my ($status, $out) = run($dir, {%$case, args => ['--why', $id, @args]});
	my ($wrong, @told) = $status eq '0' ? '' : "--why $id: status $status\n";
	for my $rule ($out =~ /^due [^\n]*\n(?: [^\n]*\n)+/mg) {
		my ($first, @more) = split /\n */, $rule;
		my (undef, $action, $sum) = split /\s+/, $first, 3;
		my @dates = $sum =~ /\d{4}-\d\d-\d\d/g;
		my ($from, $sign, $by, $day) = $sum =~ /^(\S+) ([-+]) (\w+) = ([-\d]+)/;
		$wrong .= "--why $id: $sum\n"
		    if defined $day && Due::add($from, $by, "${sign}1") ne $day;
		push @told, join "\t", $sum =~ /^without/ ? '' : $dates[-1], $action, $more[-2];
	}
	my ($listed, $told) = map { join "\n", sort @$_ } \@listed, \@told;
	return $wrong . ($listed eq $told ? '' : "--why $id, not as listed:\n$listed\nbut:\n$told\n");
}

# Runs ni-due as the case says: exit status, standard output, standard error.
sub run
{
	my ($dir, $case) = @_;
	my $stdin = defined $case->{stdin} ? "$dir/stdin" : undef;
	return Trials::run_text("$dir/$case->{cwd}", $stdin, 'ni-due', @{$case->{args}});
}

# The rows of the output as due, days, action, id, anchor. The id of a row is its id cell, or what is
# derived from its
# name, or its contact cell.
sub rows
{
	my ($header, @records) = csv($_[0]);
	return [] if !$header;
	my $block = join ',', @$header[0 .. 4];
	die "the header begins with $block\n" if $block ne 'due,days,action,reason,anchor';
	my @rows;
	for my $record (@records) {
		die 'a row of ' . @$record . " cells, not " . @$header . "\n"
		    if @$record != @$header;
		my %cell;
		for my $i (0 .. $#$header) {
			die "two columns $header->[$i]\n" if exists $cell{$header->[$i]};
			$cell{$header->[$i]} = $record->[$i];
		}
		die "no reason\n" if $cell{reason} eq '';
		my $id = NFC($cell{id} // '');
		$id = Due::derived_id($cell{name} // '') if $id eq '';
		$id = NFC($cell{contact} // '') if $id eq '';
		push @rows, join "\t", @cell{qw(due days action)}, $id, $cell{anchor};
	}
	return \@rows;
}

# The lines of two lists, marked - for expected and + for got, by the longest common subsequence.
sub difference
{
	my ($expected, $got) = @_;
	my @length;
	for my $i (reverse 0 .. $#$expected) {
		for my $j (reverse 0 .. $#$got) {
			my ($down, $right) = ($length[$i + 1][$j] // 0, $length[$i][$j + 1] // 0);
			$length[$i][$j] = $expected->[$i] eq $got->[$j]
			    ? 1 + ($length[$i + 1][$j + 1] // 0)
			    : $down > $right ? $down : $right;
		}
	}
	my ($i, $j) = (0, 0);
	my $text = "expected (-) and got (+):\n";
	while ($i < @$expected || $j < @$got) {
		if ($i < @$expected && $j < @$got && $expected->[$i] eq $got->[$j]) {
			$text .= "  $expected->[$i++]\n";
			$j++;
		} elsif ($j >= @$got
		    || ($i < @$expected && ($length[$i + 1][$j] // 0) >= ($length[$i][$j + 1] // 0))) {
			$text .= "- $expected->[$i++]\n";
		} else {
			$text .= "+ $got->[$j++]\n";
		}
	}
	return $text;
}

# The files of the case, their lines numbered.
sub files
{
	my ($dir) = @_;
	my $text = '';
	for my $file ("$dir/args", "$dir/cmd", "$dir/stdin", files_below("$dir/net")) {
		next if !-e $file;
		my $name = substr $file, length "$dir/";
		utf8::decode($name);
		my $n = 0;
		$text .= "==== $name\n" . join '', map { $n++; "$n: $_\n" } split /\n/,
		    Trials::text_of(Trials::slurp($file));
	}
	return $text;
}

sub files_below
{
	my ($dir) = @_;
	opendir my $d, $dir or return ();
	my @files;
	for my $name (sort readdir $d) {
		next if $name eq '.' || $name eq '..';
		push @files, -d "$dir/$name" ? files_below("$dir/$name") : "$dir/$name";
	}
	closedir $d;
	return @files;
}

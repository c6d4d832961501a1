#!/usr/bin/perl
# ni-due on random networks against a second, naive reading of its rules (tests/random/due.pl).
# NI_RANDOM=N networks (400), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;
use Cwd ();
use File::Path ();
use File::Temp ();
use POSIX ();
use Unicode::Normalize qw(NFC);

require './tests/random/due.pl';

$| = 1;
binmode STDOUT, ':utf8';
delete @ENV{qw(NI_TODAY COLUMNS)};
$ENV{LC_ALL} = 'C';

my $program = Cwd::getcwd() . '/bin/ni-due';
my $count = $ENV{NI_RANDOM} // 400;
my $first = $ENV{NI_SEED} // 1;
my ($done, $failed) = (0, 0);

if (!-x $program) {
	print "Bail out! bin/ni-due is not there: run make\n";
	exit 1;
}
my $top = File::Temp->newdir();
for my $seed ($first .. $first + $count - 1) {
	my $dir = "$top/$seed";
	my $wrong = trial($seed, $dir);
	$done++;
	print $wrong eq '' ? 'ok' : 'not ok', " $done - seed $seed\n";
	if ($wrong ne '') {
		$failed++;
		explain($seed, $dir, $wrong);
	}
	File::Path::remove_tree($dir);
	last if $failed >= 5;
}
print "1..$done\n";
exit($failed ? 1 : 0);

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
	my @args = map { my $s = $_; utf8::encode($s); $s } @{$case->{args}};
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		my $stdin = defined $case->{stdin} ? "$dir/stdin" : '/dev/null';
		open(STDIN, '<', $stdin) && open(STDOUT, '>', "$dir/out")
		    && open(STDERR, '>', "$dir/err")
		    && chdir("$dir/$case->{cwd}") && exec {$program} $program, @args;
		POSIX::_exit(127);
	}
	waitpid $pid, 0;
	my $status = $? & 127 ? 'signal ' . ($? & 127) : $? >> 8;
	return ($status, slurp("$dir/out"), slurp("$dir/err"));
}

sub slurp
{
	open my $f, '<:encoding(UTF-8)', $_[0] or die "$_[0]: $!\n";
	local $/;
	return scalar(<$f>) // '';
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

# RFC 4180 with LF, quotes only where needed.
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

sub explain
{
	my ($seed, $dir, $wrong) = @_;
	my $text = "again: NI_SEED=$seed NI_RANDOM=1 prove -v tests/due-random.t\n"
	    . "files: perl tests/random/due.pl $seed DIRECTORY\n$wrong";
	for my $file ("$dir/args", "$dir/cmd", "$dir/stdin", files_below("$dir/net")) {
		next if !-e $file;
		my $name = substr $file, length "$dir/";
		utf8::decode($name);
		my $n = 0;
		$text .= "==== $name\n" . join '', map { $n++; "$n: $_\n" } split /\n/,
		    slurp($file);
	}
	$text =~ s/\r/\\r/g;
	print map { "# $_\n" } split /\n/, $text;
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

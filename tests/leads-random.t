#!/usr/bin/perl
# ni-refer on random networks against a second, literal reading of who is a lead.
# NI_RANDOM=N networks (300), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;
use Unicode::Normalize qw(NFC);

require './tests/random/leads.pl';
require './tests/random/trials.pl';

*csv = \&Trials::csv;
*same = \&Trials::same;

Trials::start('ni-refer');
Trials::each_seed({name => 'leads-random', count => 300, generator => 'leads.pl'}, \&trial);
# Rows that have no name, which contacts.csv requires.
for my $rows ("id\nzoe\n", "id,name\nzoe,\n", "contact,date\nzoe,2026-01-01\n") {
	my $dir = Trials::folder() . '/nameless' . length $rows;
	Cases::write_file("$dir/net/contacts.csv", "id,name\nann,Ann\n");
	Cases::write_file("$dir/stdin", $rows);
	run($dir, {args => ['-'], stdin => 1}, '--add');
	my ($status, $out, $err) = run($dir, {args => ['contacts.csv']});
	Trials::ok($status eq '0', 'what --add leaves can be read', contacts($dir) . $err);
}
Trials::finish();

# What is wrong with the answers about this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	my $case = Leads::write_case($seed, $dir);
	return default_form($dir, $case) . all_form($dir, $case) . add_form($dir, $case);
}

sub default_form
{
	my ($dir, $case) = @_;
	my ($status, $out, $err) = run($dir, $case);
	my ($header, @rows) = csv($out);
	return same('default: columns', [sort @$header], [sort @Leads::columns])
	    . same('default: rows', [map { shown($_, @Leads::columns) } named($header, @rows)],
		[map { shown($_, @Leads::columns) } @{$case->{leads}}])
	    . same('default: who fits two', [doubts($err)], $case->{ambiguous})
	    . same('default: status', [$status], [0]);
}

sub all_form
{
	my ($dir, $case) = @_;
	my ($status, $out, $err) = run($dir, $case, '--all');
	my ($header, @rows) = csv($out);
	my %given = map { $_ => 1 } @{$case->{columns}};
	my @added = grep {
		my $column = $_;
		!$given{$column} && grep { $_->{$column} ne '' } @{$case->{leads}};
	} @Leads::columns;
	my @columns = (@{$case->{columns}}, @added);
	my @first = splice @$header, 0, scalar @{$case->{columns}};
	return same('--all: columns of the input', \@first, $case->{columns})
	    . same('--all: columns for the leads', [sort @$header], [sort @added])
	    . same('--all: rows', [map { shown($_, @columns) } named([@first, @$header], @rows)],
		[map { shown($_, @columns) } @{$case->{rows}}, @{$case->{leads}}])
	    . same('--all: status', [$status], [0]);
}

# With rows given, those who are new; else the leads.
sub add_form
{
	my ($dir, $case) = @_;
	my ($status, $out, $err) = run($dir, $case, '--add');
	my $text = contacts($dir);
	# one who may be one of two contacts would be somebody new with each --add
	my @new = $case->{stdin} ? @{$case->{given}} : grep { !$_->{doubtful} } @{$case->{leads}};
	my ($head, $rest) = $case->{contacts} =~ /^([^\r\n]*)(.*)$/s or die;
	return same('--add: nobody new: nothing changes', [$text], [$case->{contacts}]) if !@new;
	$rest .= $rest =~ /^(\r?\n)/ ? $1 : "\n" if $rest !~ /\n\z/;
	my ($extension, $added) = $text =~ /^\Q$head\E([^\r\n]*)\Q$rest\E(.*)$/s
	    or return "--add: bytes that were there have changed: $text\n";
	my ($header) = csv($head . $extension . "\n");
	my @rows = named($header, csv($added =~ s/\r\n\z/\n/r =~ s/\r\n(?=[^\n]*)/\n/gr));
	my %there = map { $_ => 1 } @$header;
	my $wrong = '';
	for my $column (@Leads::columns) {
		my @wanted = map { cell($case, $_, $column) } @new;
		next if $column eq 'id';
		$wrong .= same("--add: $column", [map { $_->{$column} // '' } @rows], \@wanted);
		$wrong .= "--add: column $column is of no use\n" if $extension =~ /,\Q$column\E(,|$)/
		    && !grep { $_ ne '' } @wanted;
	}
	my ($again) = run($dir, {args => ['contacts.csv']});
	$wrong .= same('--add: what it leaves can be read', [$again], [0]);
	return $wrong . same('--add: ids', [map { id_of($_) } @rows], [map { NFC(cell($case, $_,
	    'id')) } @new])
	    . same('--add: status', [$status], [0]);
}

sub cell
{
	my ($case, $person, $column) = @_;
	return ($case->{stdin} ? $person->{cells}{$column} : $person->{$column}) // '';
}

sub id_of
{
	my ($row) = @_;
	return NFC(($row->{id} // '') ne '' ? $row->{id} : Leads::derived($row->{name}));
}

# The lines that a warning says fit two people.
sub doubts
{
	my ($err) = @_;
	return sort map { /^(.*?:\d+):.* may be / ? $1 : () } split /\n/, $err;
}

sub shown
{
	my ($row, @columns) = @_;
	return join '|', map { $row->{$_} // '' } @columns;
}

# Runs ni-refer as the case says: exit status, standard output, standard error.
sub run
{
	my ($dir, $case, @options) = @_;
	my $stdin = $case->{stdin} ? "$dir/stdin" : undef;
	return Trials::run_text("$dir/net", $stdin, 'ni-refer', @options, @{$case->{args}});
}

sub contacts
{
	my ($dir) = @_;
	return Trials::text_of(Trials::slurp("$dir/net/contacts.csv"));
}

sub named
{
	my ($header, @rows) = @_;
	my @named;
	for my $row (@rows) {
		die @$row . ' cells under ' . @$header . " columns\n" if @$row > @$header;
		my %cells;
		@cells{@$header} = (@$row, ('') x (@$header - @$row));
		push @named, \%cells;
	}
	return @named;
}

#!/usr/bin/perl
# The canonical form of files, read naively from ni-fmt(1): for files that parse. All text is bytes.
package Fmt;
use strict;
use warnings;

my %free_text = map { $_ => 1 } qw(name org title field sector circle email phone url tags source
    note);
my %free_log_text = (via => 1, note => 1);

# The rows of a CSV, each a list of cells.
sub rows
{
	my ($text) = @_;
	my @rows;
	$text =~ s/^\xEF\xBB\xBF//;
	pos($text) = 0;
	while (pos($text) < length $text) {
		next if $text =~ /\G[ \t]*\r?(\n|\z)/gc;
		my @row;
		do {
			if ($text =~ /\G[ \t]*"((?:[^"]|"")*)"[ \t]*/gc) {
				push @row, $1 =~ s/""/"/gr;
			} else {
				$text =~ /\G([^",\r\n]*)/gc;
				push @row, $1 =~ s/^[ \t]+|[ \t]+\z//gr;
			}
		} while $text =~ /\G,/gc;
		$text =~ /\G\r?\n|\G\r\z/gc || pos($text) == length $text
		    or die 'no CSV: ' . substr($text, pos $text) . "\n";
		push @rows, \@row;
	}
	return @rows;
}

sub cell
{
	my ($value, $alone) = @_;
	return $alone ? '""' : '' if $value eq '';
	return $value if $value !~ /[",\r\n]|^[ \t]|[ \t]\z|^([<=>|])\1{6}/;
	return '"' . $value =~ s/"/""/gr . '"';
}

sub line
{
	my ($header, @cells) = @_;
	return join(',', map { cell($_ // '', @$header == 1) } @cells[0 .. $#$header]) . "\n";
}

sub trimmed
{
	my ($value) = @_;
	my $rest = $value =~ s/^[ \t]+|[ \t]+\z//gr;
	return $rest ne '' ? $rest : $value;
}

sub table
{
	my ($text, $free, $header) = @_;
	(my $first, my @rows) = rows($text);
	@$header = @$first;
	for my $row (@rows) {
		for my $i (0 .. $#$row) {
			$row->[$i] = trimmed($row->[$i]) if $free->{$first->[$i]};
		}
	}
	return map { line($first, @$_) } @rows;
}

sub contacts
{
	my @lines = table($_[0], \%free_text, \my @header);
	return join '', line(\@header, @header), @lines;
}

sub log_text
{
	my @lines = table($_[0], \%free_log_text, \my @header);
	my ($date) = grep { $header[$_] eq 'date' } 0 .. $#header;
	my %seen;
	my @days = map { [(rows($_))[0][$date] // '', $_] } grep { !$seen{$_}++ } @lines;
	# sort is stable
	return join '', line(\@header, @header), map { $_->[1] } sort { $a->[0] cmp $b->[0] } @days;
}

sub note
{
	my ($text) = @_;
	$text =~ s/^\xEF\xBB\xBF//;
	$text =~ s/\r\n/\n/g;
	my ($front, $body) = $text =~ /^---[ \t]*\n(.*?)^---[ \t]*(?:\n(.*))?\z/ms or die "no note\n";
	$body //= '';
	$body =~ s/^([ \t]*(\n|\z))+//;
	$body .= "\n" if $body !~ /\n\z/ && $body ne '';
	return "---\n$front---\n" . ($body ne '' ? "\n$body" : '');
}

1;

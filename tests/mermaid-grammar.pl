#!/usr/bin/perl
# usage: mermaid-grammar.pl <DIAGRAM
#
# A grammar of our own for what `ni-refer --mermaid` and ni-report print; tests/mermaid.t has Mermaid itself. It
# is a part of Mermaid's.
#
# In a flowchart each node is defined once, with its shape, a label in quotes and a class; each edge is
# between nodes; a label has no ASCII character that could mean something to Mermaid, Markdown or HTML, but for
# entity codes. Prints each node as "ID|LABEL|CLASS" and each edge as "ID|LABEL|ID".
#
# In an xychart-beta there are a title, labels, a scale that begins at 0, and one number for each label in
# each list, none beyond the scale. Prints "title|TITLE", "x-axis|LABEL|...", "y-axis|NAME|MOST", and
# "bar|NUMBER|..." or "line|NUMBER|...".
#
# Or says which line is wrong.
use strict;
use warnings;
binmode STDIN, ':encoding(UTF-8)' or die "stdin: $!";
binmode STDOUT, ':encoding(UTF-8)' or die "stdout: $!";
binmode STDERR, ':encoding(UTF-8)' or die "stderr: $!";

my (%id, %class, %used, @out, $next);
my %shapes = ('([' => '])', '[' => ']', '{' => '}', '(' => ')', '{{' => '}}');

sub wrong
{
	die "line $.: $_[0]\n";
}

# What may stand in quotes: nothing that means something there.
my $quoted = qr/"((?:[^"#&<>`*_\\;%[:cntrl:]]|#\d+;)+)"/;
my ($chart, @labels, $title, $most, $lists);

sub chart_list
{
	my ($name, @numbers) = @_;
	wrong('a list before the axes') if !@labels || !defined $most;
	wrong(@numbers . ' numbers for ' . @labels . ' labels') if @numbers != @labels;
	wrong('beyond the scale') if grep { $_ > $most } @numbers;
	$lists++;
	return join '|', $name, @numbers;
}

sub chart_line
{
	my ($line) = @_;
	if ($line =~ /^    title $quoted$/) {
		wrong('two titles') if defined $title;
		$title = $1;
		return "title|$title";
	} elsif ($line =~ /^    x-axis \[($quoted(?:, $quoted)*)\]$/) {
		wrong('two x-axes') if @labels;
		my %seen;
		@labels = $1 =~ /$quoted/g;
		wrong('a label twice') if grep { $seen{$_}++ } @labels;
		return join '|', 'x-axis', @labels;
	} elsif ($line =~ /^    y-axis $quoted 0 --> ([1-9]\d*)$/) {
		wrong('two y-axes') if defined $most;
		$most = $2;
		return "y-axis|$1|$most";
	} elsif ($line =~ /^    (bar|line) \[(\d+(?:, \d+)*)\]$/) {
		return chart_list($1, split /, /, $2);
	}
	return wrong('no statement');
}

while (my $line = <STDIN>) {
	chomp $line;
	if ($. == 1 && $line =~ /^xychart-beta(?: horizontal)?$/) {
		$chart = 1;
	} elsif ($chart) {
		push @out, chart_line($line);
	} elsif ($. == 1) {
		wrong('no diagram') if $line ne 'flowchart LR';
	} elsif ($line =~ /^  %% ([\w.\-]+)$/) {
		wrong('two comments') if defined $next;
		$next = $1;
	} elsif ($line =~ /^  (n\d+)([(\[{]+)"((?:[A-Za-z0-9 ,'[:^ascii:]]|#\d+;)*)"([)\]}]+):::(\w+)$/) {
		my ($node, $open, $label, $close, $class) = ($1, $2, $3, $4, $5);
		wrong('no id above') if !defined $next;
		wrong('defined twice') if exists $id{$node};
		wrong('no shape') if !exists $shapes{$open} || $shapes{$open} ne $close;
		$label =~ s/#(\d+);/chr $1/ge;
		$id{$node} = $next;
		$used{$class} = 1;
		push @out, "$next|$label|$class";
		undef $next;
	} elsif ($line =~ /^  (n\d+) (?:-- ([a-z ]+) -->|-\. ([a-z ]+) \.->) (n\d+)$/) {
		wrong('an edge of nobody') if !exists $id{$1} || !exists $id{$4};
		push @out, "$id{$1}|" . ($2 // $3) . "|$id{$4}";
	} elsif ($line =~ /^  classDef (\w+) [a-z\-]+:[#\w]+(?:,[a-z\-]+:[#\w]+)*$/) {
		$class{$1} = 1;
	} else {
		wrong('no statement');
	}
}
die "no text\n" if !$.;
die "no title, or no numbers\n" if $chart && (!defined $title || !$lists);
for my $class (sort keys %used) {
	die "class $class is not defined\n" if !$class{$class};
}
print map { "$_\n" } @out;

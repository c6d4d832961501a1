#!/usr/bin/perl
# usage: mermaid-grammar.pl <FLOWCHART
#
# A grammar of our own for what `ni-refer --mermaid` prints; tests/mermaid.t has Mermaid itself. It is a part
# of Mermaid's: each node is defined once, with its shape, a label in quotes and a class; each edge is
# between nodes; a label has no ASCII character that could mean something to Mermaid, Markdown or HTML, but for
# entity codes. Prints each node as "ID LABEL CLASS" and each edge as "ID LABEL ID", or says which line is wrong.
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

while (my $line = <STDIN>) {
	chomp $line;
	if ($. == 1) {
		wrong('no flowchart') if $line ne 'flowchart LR';
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
for my $class (sort keys %used) {
	die "class $class is not defined\n" if !$class{$class};
}
print map { "$_\n" } @out;

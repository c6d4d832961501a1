#!/usr/bin/perl
# The graph forms of ni-refer on random networks against a second, naive reading of the referral
# graph (tests/random/refer.pl). What --dot and --mermaid print is read back by small grammars of
# our own, not by Graphviz or Mermaid.
# NI_RANDOM=N networks (60), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;
use Unicode::Normalize qw(NFC);

require './tests/random/refer.pl';
require './tests/random/trials.pl';

*same = \&Trials::same;

Trials::start(qw(ni-refer ni-check));
Trials::each_seed({name => 'refer-random', count => 60, generator => 'refer.pl'}, \&trial);
Trials::finish();

# What is wrong with the answers about this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	my $m = Refer::write_case($seed, $dir);
	my $wrong = '';
	$wrong .= $_->($dir, $m) for \&stats_form, \&path_form, \&org_form, \&ask_form,
	    \&dupes_form, \&likely_dupes, \&tree_form, \&drawn_forms;
	return $wrong;
}

sub stats_form
{
	my ($dir, $m) = @_;
	my ($status, $out, $err) = run($dir, $m, '--stats', '-f', 'tsv', 'contacts.csv');
	my ($columns, @rows) = table($out);
	my @places = map { /^(.*?:\d+): warning: may_use_name / ? $1 : () } split /\n/, $err;
	return same('--stats: status', [$status], [0])
	    . same('--stats: columns', $columns,
		[qw(named asked replied met thanked), @{$m->{columns}}])
	    . same('--stats: rows', [map { join '|', @$_{@$columns} } @rows],
		[map { join '|', @$_[0 .. 4], cells($m, $_->[5]) } Refer::stats($m)])
	    . same('warnings of leave', [sort @places], [Refer::leave_differs($m)]);
}

sub path_form
{
	my ($dir, $m) = @_;
	my $wrong = '';
	for my $person (some(4, @{$m->{people}})) {
		my ($status, $out, $err) = run($dir, $m, '--path', $person->{id});
		my @chains = Refer::shortest($m, $person->{id});
		my $what = "--path $person->{id}";
		my @expected = map { Refer::path_text($m, @$_) } @chains;
		$wrong .= same("$what: chains", [split /\n/, $out], \@expected)
		    . same("$what: status", [$status], [@chains ? 0 : 1]);
		$wrong .= "$what: nothing is said\n" if !@chains && $err !~ /^ni-refer: /m;
	}
	return $wrong;
}

sub org_form
{
	my ($dir, $m) = @_;
	my $wrong = '';
	for my $org ('Globex', 'Acme', 'acme. INC') {
		my @args = ('--org', $org, '-f', 'tsv', 'contacts.csv');
		my ($status, $out, $err) = run($dir, $m, @args);
		my ($columns, @rows) = table($out);
		my @got = map { join '|', @$_{qw(relation state via id name)} } @rows;
		my @expected = map {
			my ($id, @block) = ($_->[3], @$_[0 .. 2]);
			join '|', @block, id_cell($m, $id), $m->{person}{$id}{name}
		} Refer::org($m, $org);
		$wrong .= same("--org $org: rows", \@got, \@expected)
		    . same("--org $org: status", [$status], [@expected ? 0 : 1]);
		$wrong .= "--org $org: nothing is said\n" if !@expected && $err !~ /^ni-refer: /m;
	}
	return $wrong;
}

sub ask_form
{
	my ($dir, $m) = @_;
	my ($status, $out, $err) = run($dir, $m, '--ask', '-f', 'tsv', 'contacts.csv');
	my ($columns, @rows) = table($out);
	return same('--ask: status', [$status], [0])
	    . same('--ask: columns', $columns,
		[qw(about about_name named_on anchor), @{$m->{columns}}])
	    . same('--ask: rows', [map { join '|', @$_{@$columns} } @rows],
		[map { join '|', @$_[0 .. 3], cells($m, $_->[4]) } Refer::ask($m)]);
}

sub dupes_form
{
	my ($dir, $m) = @_;
	my %chosen = map { $_->{id} => 1 }
	    grep { ($_->{line} + @{$m->{contacts}}) % 3 == 0 } @{$m->{contacts}};
	my $is_chosen = sub {
		my ($person) = @_;
		return $chosen{$person->{id}} if !$m->{is_lead}{$person->{id}};
		return scalar grep { Refer::is_named($m, $_, $person->{id}) } keys %chosen;
	};
	return dupes_rows($dir, $m, sub { 1 }, 'contacts.csv')
	    . (%chosen ? dupes_rows($dir, $m, $is_chosen, '-i', join(',', sort keys %chosen),
		'contacts.csv') : '');
}

sub dupes_rows
{
	my ($dir, $m, $has_row, @args) = @_;
	my ($status, $out, $err) = run($dir, $m, '--dupes', '-f', 'tsv', @args);
	my ($columns, @rows) = table($out);
	my @expected = map {
		my ($who, $like, $reason) = @$_;
		join '|', $like->{id}, $like->{name}, $reason, place($m, $who),
		    id_cell($m, $who->{id}), $who->{name}
	} Refer::dupes_of($m, $has_row);
	return same("--dupes @args: status", [$status], [0])
	    . same("--dupes @args: rows",
		[map { join '|', @$_{qw(like like_name reason anchor id name)} } @rows], \@expected);
}

# The warnings of ni-check are of the same pairs, by stricter rules.
sub likely_dupes
{
	my ($dir, $m) = @_;
	my ($status, $out, $err) = run_other('ni-check', $dir, $m);
	my $warning = qr/^contacts\.csv:(\d+):\d+: warning: '(.*)' may be '(.*)' of line (\d+): (.*)/;
	my @got = map { /$warning \[likely-duplicate\]$/ ? "$1|$2|$4|$3|" . ($5 =~ s/^the //r) : () }
	    split /\n/, $out;
	return same('ni-check: likely-duplicate', \@got,
		[map { join '|', (map { @$_{qw(line id)} } @$_[0, 1]), $_->[2] }
		Refer::likely_dupes($m)]);
}

# Where a contact's row is, or a lead's first referral.
sub place
{
	my ($m, $person) = @_;
	return "contacts.csv:$person->{line}" if !$m->{is_lead}{$person->{id}};
	my ($naming) = grep { $_->{to} eq $person->{id} } @{$m->{namings}};
	return "$naming->{file}:$naming->{line}";
}

# The cell of the id: what is made from the name is not written for a contact.
sub id_cell
{
	my ($m, $id) = @_;
	return $m->{is_lead}{$id} ? $id : $m->{person}{$id}{cells}{id};
}

sub tree_form
{
	my ($dir, $m) = @_;
	my $wrong = '';
	for my $id (undef, map { $_->{id} } some(3, @{$m->{people}})) {
		my @who = defined $id ? $id : ();
		my ($status, $out, $err) = run($dir, $m, '--tree', @who);
		$wrong .= same("--tree @who: lines", [split /\n/, $out], [Refer::tree($m, @who)])
		    . same("--tree @who: status", [$status], [0]);
	}
	my ($status, $out, $err) = run($dir, $m, '--tree', 'nobody');
	return $wrong . same('--tree nobody', [$status, $out], [1, '']);
}

# The whole graph, and what somebody named.
sub drawn_forms
{
	my ($dir, $m) = @_;
	my $wrong = '';
	my ($one) = some(1, grep { Refer::named_by($m, $_->{id}) } @{$m->{contacts}});
	for my $who ([], $one ? ['-i', $one->{id}] : ()) {
		my @rows = @$who ? $one : @{$m->{contacts}};
		my @expected = Refer::drawn($m, map { $_->{id} } @rows);
		my ($status, $out, $err) = run($dir, $m, '--dot', @$who, 'contacts.csv');
		$wrong .= same("--dot @$who", [$status, dot_lines($out)], [0, @expected]);
		($status, $out, $err) = run($dir, $m, '--mermaid', @$who, 'contacts.csv');
		$wrong .= same("--mermaid @$who", [$status, mermaid_lines($out)], [0, @expected]);
	}
	return $wrong;
}

# Nodes as id|label|state, edges as id|label|id. The state is that of the shape.
sub dot_lines
{
	my $graph = read_dot($_[0]);
	my %states = ('ellipse dashed' => 'lead', 'box ' => 'contact', 'diamond ' => 'asked',
	    'box rounded' => 'met', 'octagon ' => 'closed');
	my @nodes = map {
		my $node = $graph->{nodes}{$_};
		my ($style) = ($node->{style} // '') =~ /(dashed|rounded)/;
		my $shape = $node->{shape} . ' ' . ($style // '');
		"$_|" . dot_label($node->{label} // $_) . '|' . ($states{$shape} // $shape)
	} keys %{$graph->{nodes}};
	return ((sort @nodes),
	    sort map { "$_->[0]|" . dot_label($_->[2]{label}) . "|$_->[1]" } @{$graph->{edges}});
}

sub mermaid_lines
{
	my $graph = read_mermaid($_[0]);
	my %states = ('([' => 'lead', '[' => 'contact', '{' => 'asked', '(' => 'met',
	    '{{' => 'closed');
	my ($nodes, @nodes) = ($graph->{nodes});
	for my $node (values %$nodes) {
		my $state = $states{$node->{shape}};
		$state = "$state, not $node->{class}" if $state ne $node->{class};
		$state .= ', of no class' if !$graph->{classes}{$node->{class}};
		push @nodes, "$node->{id}|$node->{label}|$state";
	}
	return ((sort @nodes),
	    sort map { "$nodes->{$_->[0]}{id}|$_->[2]|$nodes->{$_->[1]}{id}" } @{$graph->{edges}});
}

# Not more than so many of a list, from all over it.
sub some
{
	my ($most, @list) = @_;
	my %at = map { int($_ * @list / $most) => 1 } 0 .. $most - 1;
	return @list[sort { $a <=> $b } grep { $_ < @list } keys %at];
}

# The cells of a contact: "Input rows pass through exactly as they are."
sub cells
{
	my ($m, $id) = @_;
	return map { $m->{person}{$id}{cells}{$_} } @{$m->{columns}};
}

# Runs ni-refer in the network: exit status, standard output, standard error.
sub run
{
	return run_other('ni-refer', @_);
}

sub run_other
{
	my ($name, $dir, $m, @args) = @_;
	return Trials::run_text("$dir/net", undef, $name, '--today', $m->{today}, @args);
}

# Rows of TSV as hashes; the names of the columns come first.
sub table
{
	my ($text) = @_;
	my ($header, @lines) = split /\n/, $text;
	my @columns = split /\t/, $header // '', -1;
	my %plain = (t => "\t", n => "\n", r => "\r", '\\' => '\\');
	my @rows;
	for my $line (@lines) {
		my @cells = map { s/\\([tnr\\])/$plain{$1}/gr } split /\t/, $line, -1;
		die "cells do not fit the header: $line\n" if @cells != @columns;
		my %row;
		@row{@columns} = @cells;
		push @rows, \%row;
	}
	return (\@columns, @rows);
}

# A part of Graphviz' language: nodes => {id => attributes}, edges => [[from, to, attributes]].
sub read_dot
{
	my ($text) = @_;
	my %graph = (nodes => {}, edges => []);
	my $id = qr/[A-Za-z_][A-Za-z_0-9]*|-?[0-9]+(?:\.[0-9]+)?|"(?:[^"\\]|\\.)*"/s;
	my @words = $text =~ /\G\s*($id|->|[\[\]{};=,])/gc;
	die 'no DOT: ' . substr($text, pos($text) // 0, 60) . "\n"
	    if substr($text, pos($text) // 0) =~ /\S/;
	my $at = 0;
	my $next = sub { return $words[$at++] // die "DOT ends early\n" };
	my $is = sub { return ($words[$at] // '') eq $_[0] && ++$at };
	my $name = sub {
		my $word = $next->();
		$word =~ /^$id\z/ or die "DOT: '$word' is no id\n";
		return $word =~ /^"(.*)"\z/s ? $1 =~ s/\\"/"/gr : $word;
	};
	my $attributes = sub {
		my %attributes;
		while ($is->('[')) {
			while (!$is->(']')) {
				my $key = $name->();
				$is->('=') or die "DOT: no value of $key\n";
				die "DOT: $key twice\n" if exists $attributes{$key};
				$attributes{$key} = $name->();
				$is->(',') || $is->(';');
			}
		}
		return \%attributes;
	};
	$next->() eq 'digraph' or die "DOT: no digraph\n";
	$name->() if ($words[$at] // '') ne '{';
	$is->('{') or die "DOT: no brace\n";
	while (!$is->('}')) {
		my $keyword = ($words[$at] // '') =~ /^(?:node|edge|graph)\z/i;
		die "DOT: $words[$at] is none of the statements known here\n"
		    if ($words[$at] // '') =~ /^(?:subgraph|digraph|strict)\z/i;
		my $who = $name->();
		if ($is->('->')) {
			die "DOT: $words[$at] is a keyword\n"
			    if $words[$at] =~ /^(?:node|edge|graph|subgraph|digraph|strict)\z/i;
			my $whom = $name->();
			push @{$graph{edges}}, [$who, $whom, $attributes->()];
		} elsif ($is->('=')) {
			$name->();
		} elsif ($keyword) {
			$attributes->();
		} else {
			die "DOT: node $who twice\n" if $graph{nodes}{$who};
			$graph{nodes}{$who} = $attributes->();
		}
		$is->(';');
	}
	die "DOT: more after the end\n" if $at < @words;
	return \%graph;
}

# A label as Graphviz shows it: its backslashes escape.
sub dot_label
{
	return $_[0] =~ s/\\(.)/$1 eq 'n' || $1 eq 'l' || $1 eq 'r' ? "\n" : $1/ger;
}

# A part of Mermaid's flowcharts, a statement a line: nodes => {name => {id, shape, label, class}},
# edges => [[from, to, label]], classes. The id is that of the comment above.
sub read_mermaid
{
	my ($text) = @_;
	my %graph = (nodes => {}, edges => [], classes => {});
	my ($header, @lines) = split /\n/, $text;
	$header =~ /^flowchart (?:TB|TD|BT|LR|RL)$/ or die "Mermaid: $header\n";
	my %closing = ('[' => ']', '(' => ')', '([' => '])', '{' => '}', '{{' => '}}');
	my $name = qr/n[0-9]+/;
	my ($nodes, $id) = ($graph{nodes});
	my $style = qr/[-a-z]+:[^ ,:;]+/;
	for my $line (@lines) {
		if ($line =~ /^ *%% (\S+)$/) {
			$id = $1;
		} elsif ($line =~ /^ *classDef ([a-z]+) ($style(?:,$style)*)$/) {
			$graph{classes}{$1} = $2;
		} elsif ($line =~ /^ *($name) (?:-- ([a-z ]+) -->|-\. ([a-z ]+) \.->) ($name)$/) {
			die "Mermaid: an edge of nobody: $line\n" if !$nodes->{$1} || !$nodes->{$4};
			push @{$graph{edges}}, [$1, $4, $2 // $3];
		} elsif ($line =~ /^ *($name)([\[({]+)"([^"\n]*)"([\])}]+):::([a-z]+)$/) {
			die "Mermaid: $1 twice\n" if $nodes->{$1};
			die "Mermaid: $line\n" if ($closing{$2} // '') ne $4;
			my %node = (id => $id, shape => $2, label => $3, class => $5);
			$nodes->{$1} = {%node, label => unescaped($node{label})};
		} else {
			die "Mermaid: $line\n";
		}
	}
	return \%graph;
}

# What a label shows: #35; is a character; else these mean something to Mermaid, Markdown or HTML.
sub unescaped
{
	my ($label) = @_;
	my $rest = $label =~ s/#[0-9]+;//gr;
	die "Mermaid: '$label' is not escaped\n" if $rest =~ /[^\w ,'[:^ascii:]]|_/a;
	return $label =~ s/#([0-9]+);/chr $1/ger;
}

#!/usr/bin/perl
# ni-rename on random networks. Each file is made of texts and of places where an id stands, so that it is
# known, without reading it, what it has to be with another id, to the byte.
# NI_RANDOM=N networks (100), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use File::Path ();

require './tests/random/trials.pl';

my $e_acute = "\xC3\xA9";
my @ids = ('ann', 'ann-lee', 'bob', 'b.2', "${e_acute}va", 'sam_ito', 'zoe');
my $chance = 1;
my $places = 0;

Trials::start('ni-rename');
my $tried = Trials::each_seed({name => 'rename-random', count => 100}, \&trial);
Trials::ok($places >= 2 * $tried, 'there were many places', "$places\n") if $tried >= 5;
Trials::finish();

# What is wrong with another id for somebody in this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	$chance = $seed * 7919;
	below(2) for 1 .. 3;
	my $files = random_network();
	my $old = pick(@ids);
	my $new = pick('eve', "${e_acute}ve", 'ann-l', 'x.1_2-3');

	write_state($dir, state_of($files));
	my ($status, undef, $err) = Trials::run($dir, undef, 'ni-rename', '--', $old, $new);
	my $wrong = $status eq '0' ? '' : "status $status\n";
	$wrong .= differences(read_state($dir), state_of($files, $old, $new));
	$places += () = render([map { @{$_->{parts}} } values %$files], $old, "\1") =~ /\x01/g;
	return $wrong eq '' ? '' : "$old is $new:\n$wrong$err";
}

sub below
{
	$chance = ($chance * 1103515245 + 12345) & 0x7fffffff;
	return ($chance >> 8) % $_[0];
}

sub pick { return $_[below(scalar @_)] }
sub one_in { return below($_[0]) == 0 }

# A place: an id in one of the ways in which it can be written.
sub place
{
	my ($id, @quotes) = @_;
	my $quote = pick('', @quotes);
	# NFD; only another id is written in NFC.
	return {id => $id, quote => $quote, decomposed => one_in(4)};
}

sub place_in_csv
{
	my ($id) = @_;
	return (pick('', '', ' ', "\t"), place($id, '"'), pick('', '', ' '));
}

sub text_cell { return pick('', 'x', '"a, b"', '"say ""ann"""', 'ann', ' y ', "\"ann\nbob\"") }

# contacts.csv: who has a cell for the id of their own, who has it from the name.
sub contacts
{
	my ($end) = @_;
	my @file = (pick('', "\xEF\xBB\xBF") . "id,name,note,referred_by,own$end");
	for my $id (@ids) {
		my $plain = $id =~ /[^a-z-]/ || one_in(2);
		push @file, $plain ? place_in_csv($id) : {id => $id, derived => 1};
		push @file, ",$id," . text_cell() . ',';
		push @file, place_in_csv(pick(@ids)) if one_in(2);
		push @file, ',' . text_cell() if one_in(2);
		push @file, one_in(9) ? "$end$end" : $end;
	}
	return \@file;
}

sub journal
{
	my ($end) = @_;
	my @file = ("date,contact,event,note$end");
	for (1 .. below(9)) {
		push @file, '2026-10-0' . (1 + below(9)) . ',', place_in_csv(pick(@ids)), ',asked,',
			pick('', 'ann', '"ann, bob"'), $end;
	}
	return \@file;
}

sub place_in_yaml { return place($_[0], '"', "'") }

# A note with some people, and referrals in a block or in brackets.
sub note
{
	my ($end, $date, @people) = @_;
	my @file = (pick('', "\xEF\xBB\xBF") . "---$end" . (one_in(3) ? "# ann$end" : ''));
	my $comment = pick('', ' # ann');
	if (@people == 1 && one_in(2)) {
		push @file, 'contact: ', place_in_yaml($people[0]), "$comment$end";
	} elsif (one_in(2)) {
		push @file, "contact:$comment$end";
		push @file, pick('  - ', '- '), place_in_yaml($_), "$comment$end" for @people;
		@file = map { ref || !/^ *- $/ ? $_ : '  - ' } @file;
	} else {
		push @file, 'contact: [', (map { (place_in_yaml($_), pick(',', ', ')) } @people);
		$file[-1] = "]$comment$end";
	}
	push @file, "date: $date$end", one_in(3) ? "ann: [ann, bob]$end" : '';
	if (one_in(2)) {
		push @file, "referrals:$end";
		push @file, "  - name: ann$end    id: ", place_in_yaml(pick(@ids)), "$end" for 0 .. below(2);
	} elsif (one_in(2)) {
		push @file, 'referrals: [{name: "x, y", id: ', place_in_yaml(pick(@ids)), "}]$end";
	}
	push @file, "---$end" . pick('', "contact: ann$end", "ann\n---\nann");
	return \@file;
}

# What a file is when one id is another.
sub render
{
	my ($file, $old, $new) = @_;
	my $text = '';
	for my $part (@$file) {
		if (!ref $part) {
			$text .= $part;
			next;
		}
		my $is_old = defined $old && $part->{id} eq $old;
		next if $part->{derived} && !$is_old;
		my $id = $is_old ? $new : $part->{id};
		$id =~ s/$e_acute/e\xCC\x81/g if $part->{decomposed} && !$is_old;
		my $quote = $part->{quote} // '';
		$text .= $quote . $id . $quote;
	}
	return $text;
}

sub random_network
{
	my $end = pick("\n", "\n", "\r\n");
	my %files = ('contacts.csv' => {parts => contacts($end)}, 'log.csv' => {parts => journal($end)});
	my $day = 10;
	for (1 .. below(6)) {
		my %people = map { pick(@ids) => 1 } 0 .. below(3);
		my @people = sort keys %people;
		my $date = '2026-10-' . $day++;
		my $folder = pick('', 'old/');
		my $separator = pick('-', '+');
		my $habit = one_in(4) ? 0 : 1;
		my $tail = pick('', '', '-2');
		my $name = sub {
			my ($old, $new) = @_;
			return "notes/${folder}$date-about-ann.md" if !$habit;
			my @called = map { defined $old && $_ eq $old ? $new : $_ } @people;
			return "notes/${folder}$date-" . join($separator, @called) . "$tail.md";
		};
		$files{$name->()} = {parts => note($end, $date, @people), name => $name};
	}
	return \%files;
}

sub state_of
{
	my ($files, $old, $new) = @_;
	my %state;
	for my $path (keys %$files) {
		my $name = $files->{$path}{name} ? $files->{$path}{name}->($old, $new) : $path;
		$state{$name} = render($files->{$path}{parts}, $old, $new);
	}
	return \%state;
}

sub write_state
{
	my ($dir, $state) = @_;
	File::Path::make_path("$dir/notes/old");
	for my $path (keys %$state) {
		open my $to, '>:raw', "$dir/$path" or die "$path: $!\n";
		print $to $state->{$path};
		close $to or die "$path: $!\n";
	}
	return;
}

sub read_state
{
	my ($dir) = @_;
	return {map { substr($_, length "$dir/") => Trials::slurp($_) } split /\0/, `find '$dir' -type f -print0`};
}

sub differences
{
	my ($is, $want) = @_;
	my $wrong = '';
	for my $path (sort keys %{{%$is, %$want}}) {
		my ($got, $expected) = ($is->{$path} // '(none)', $want->{$path} // '(none)');
		$wrong .= "$path is:\n$got\nnot:\n$expected\n" if $got ne $expected;
	}
	return $wrong;
}

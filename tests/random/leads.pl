#!/usr/bin/perl
# A second reading of who is a contact and who is a lead, kept apart from the program's: makes a
# random small network as a model in memory, writes its files, and works out from the model, by the
# most literal reading of each sentence of ni-refer(1), what ni-refer must print. The
# files are never read back.
#
#     perl tests/random/leads.pl SEED DIR      writes DIR/net/ and DIR/stdin, prints what is
# expected
#     perl tests/random/leads.pl --stats N     counts how often each clause was met in N networks
package Leads;

use strict;
use warnings;
use utf8;
use feature 'fc';
use Unicode::Normalize qw(NFC NFD NFKD);

require './tests/random/cases.pl';

*hit = \&Cases::hit;
*write_file = \&Cases::write_file;
*bytes = \&Cases::bytes;

# The columns of a lead, all of which ni-refer prints.
our @columns = qw(id name org title email phone note source referred_by may_use_name added);

# ---- The text, sentence by sentence ----

# "A derived id: NFKD, U+0300-036F dropped, lower case, NFC, each run of anything but letters,
# numbers and marks becomes one `-`, none at the ends, cut at 180 bytes between code points."
# (No name here is that long.)
sub derived
{
	my $id = NFKD($_[0]);
	$id =~ tr/\x{300}-\x{36F}//d;
	$id = NFC(lc $id);
	$id =~ s/[^\p{L}\p{N}\p{M}]+/-/g;
	return $id =~ s/^-|-$//gr;
}

# "Folded: case folded, NFKD, U+0300-036F dropped, NFC, punctuation (P*) dropped, spaces collapsed."
sub folded
{
	my $text = NFKD(fc $_[0]);
	$text =~ tr/\x{300}-\x{36F}//d;
	$text = NFC($text) =~ s/\p{P}//gr;
	return join ' ', split ' ', $text;
}

# "one, or several separated by `;`"; "case ignored"
sub emails
{
	return grep { $_ ne '' } map { s/^\s+|\s+$//gr } split /;/, lc $_[0]{email};
}

sub have_common_email
{
	my ($a, $b) = @_;
	for my $email (emails($a)) {
		return 1 if grep { $_ eq $email } emails($b);
	}
	return 0;
}

sub fit_by_name
{
	my ($a, $b) = @_;
	# "the folded names are equal"
	return 0 if folded($a->{name}) eq '' || folded($a->{name}) ne folded($b->{name});
	# "the folded organisations are equal or one is empty"
	my ($org, $other) = (folded($a->{org}), folded($b->{org}));
	return 0 if $org ne '' && $other ne '' && $org ne $other && hit('name: other organisation');
	# "and they do not have only different emails"
	return 0 if emails($a) && emails($b) && !have_common_email($a, $b)
	    && hit('name: only different emails');
	return 1;
}

# Which of the people (contacts, or leads so far) the referral is: undef if none. Counts in
# $$ambiguous when two fit by name.
sub match
{
	my ($referral, $ambiguous, $kind, @people) = @_;
	# "when its `id` is one's id"
	for my $person (@people) {
		return $person if $referral->{id} ne ''
		    && NFC($referral->{id}) eq NFC($person->{id})
		    && hit("$kind: by id");
	}
	# "else when its `email` is among one's"; two with that email: the first
	for my $person (@people) {
		return $person if have_common_email($referral, $person) && hit("$kind: by email");
	}
	# "else when the folded names are equal, ..."; "Two contacts that fit by name: no match"
	my @fit = grep { fit_by_name($referral, $_) } @people;
	if (@fit > 1) {
		hit("$kind: two fit by name");
		$$ambiguous++;
		return undef;
	}
	hit("$kind: by name") if @fit;
	return $fit[0];
}

# "one that is taken gets `-2`, `-3`, …"
sub free_id
{
	my ($id, @people) = @_;
	my %taken = map { NFC($_->{id}) => 1 } @people;
	return $id if !$taken{$id};
	my $n = 2;
	$n++ while $taken{"$id-$n"};
	hit('id: taken');
	return "$id-$n";
}

# All leads of the model, each with the people who named them; and the file:line of every referral
# that fits two by name.
sub leads
{
	my ($m) = @_;
	my (@leads, @ambiguous);
	# "Referrals are taken in the order note date, file, line"
	my @notes = sort { $a->{date} cmp $b->{date} || bytes($a->{file}) cmp bytes($b->{file}) }
	    @{$m->{notes}};
	for my $note (@notes) {
		for my $referral (@{$note->{referrals}}) {
			next if $referral->{skip} && hit('skip');
			my $doubts = 0;
			next if match($referral, \$doubts, 'contact', @{$m->{contacts}});
			my $doubtful = $doubts; # fits two contacts
			my $lead = match($referral, \$doubts, 'lead', @leads);
			push @ambiguous, ("$note->{file}:$referral->{line}") x $doubts;
			if (!$lead) {
				my $id = NFC($referral->{id});
				$id = derived($referral->{name}) if $id eq '';
				$lead = {map { $_ => '' } @columns};
				$lead->{id} = free_id($id, @{$m->{contacts}}, @leads);
				$lead->{name} = $referral->{name};
				$lead->{source} = 'referral';
				$lead->{added} = $note->{date};
				push @leads, $lead;
			}
			refer($m, $lead, map { NFC($_) } @{$note->{contacts}});
			# "fills its empty columns"
			for my $column (qw(org title email phone note)) {
				next if $lead->{$column} ne '';
				$lead->{$column} = $referral->{$column};
			}
			# only who referred them can give leave to use their name
			if (grep { NFC($_) eq $lead->{referred_by} } @{$note->{contacts}}) {
				$lead->{may_use_name} = $referral->{may_use_name}
				    if $lead->{may_use_name} eq '';
			} elsif ($referral->{may_use_name} ne '' && $lead->{may_use_name} eq '') {
				hit('leave of another is not taken');
			}
			$lead->{doubtful} ||= $doubtful;
			push @{$lead->{namers}}, map { NFC($_) } @{$note->{contacts}};
		}
	}
	return (\@leads, \@ambiguous);
}

# "the first contact who named them; where no contact did, who named them first"; and leave to use
# the name of somebody else is none.
sub refer
{
	my ($m, $lead, @namers) = @_;
	my ($contact) = grep { is_contact($m, $_) } @namers;
	return if is_contact($m, $lead->{referred_by});
	return if !defined $contact && $lead->{referred_by} ne '';
	hit('referred by a contact behind nobody') if $lead->{referred_by} ne '';
	$lead->{referred_by} = $contact // $namers[0];
	$lead->{may_use_name} = '';
	return;
}

sub is_contact
{
	my ($m, $id) = @_;
	return scalar grep { NFC($_->{id}) eq $id } @{$m->{contacts}};
}

# "an `add-lead` row belongs to it when somebody who named the lead does"
sub selected_leads
{
	my ($m, @leads) = @_;
	my %selected = map { NFC($_->{id}) => 1 } @{$m->{selected}};
	my @list = grep { grep { $selected{$_} } @{$_->{namers}} } @leads;
	hit('lead of nobody selected') if @list < @leads;
	return @list;
}

# ---- Chance ----

my $state;

sub below
{
	$state = ($state * 1103515245 + 12345) & 0x7fffffff;
	return int($state / 65536 * $_[0] / 32768);
}

sub pick
{
	return $_[below(scalar @_)];
}

sub one_in
{
	return below($_[0]) == 0;
}

# ---- The model ----

my @names = ('Rosa Quispe', 'rosa quispe', 'Rósa  Quispe', 'ROSA QUISPE.',
    "Mary O'Neil", 'Mary ONeil',
    'Straße', 'STRASSE', '김민수', 'Sam Ito', 'Sam Ito 2', 'Ito', 'Zoë', NFD('Zoë'), 'ﬁn ǅ',
    'FIN dž', 'Α Ω',
    'अनिता', "Rosa\x{a0}Quispe");
my @orgs = ('', '', '', 'Acme', 'ACME', 'Acme, Inc.', 'acme inc', 'Globex', '...', 'Ácme');
my @emails = ('', '', '', '', '', '', '', '', '', '', 'r@a.org', 'R@A.ORG', 'q@b.org',
    'r@a.org;q@b.org', 'q@B.org ; z@z.org', ';',
    'é@x.org');
my @ids = ('', '', '', '', 'rosa', 'rosa-quispe', 'sam-ito-2', 'dir', NFC('zoé'), NFD('zoé'),
    'ito', 'Ito');
my @files = qw(a.md b.md sub/a.md sub-a.md sub/b/c.md é.md Z.md z.md);

sub make_contact
{
	my ($columns) = @_;
	my %cells = (name => pick(@names), id => one_in(2) ? pick(@ids) : '', org => pick(@orgs),
	    email => pick(@emails), mood => pick('', 'a "b"', 'x, y', "two\nlines"),
	    added => '2026-01-05');
	my %cell = map { $_ => $cells{$_} // '' } @$columns;
	my $id = ($cell{id} // '') ne '' ? $cell{id} : derived($cell{name});
	return {id => $id, name => $cell{name}, org => $cell{org} // '',
	    email => $cell{email} // '',
	    cells => \%cell};
}

sub make_table
{
	my ($taken, $count) = @_;
	my @columns = grep { $_ eq 'name' || !one_in(4) } qw(id name org email mood added);
	@columns = reverse @columns if one_in(2);
	my @people;
	for (1 .. $count) {
		my $person = make_contact(\@columns);
		push @people, $person if !$taken->{NFC($person->{id})}++;
	}
	return {columns => \@columns, people => \@people};
}

sub make_referral
{
	my $referral = {name => pick(@names), org => pick(@orgs), email => pick(@emails),
	    id => one_in(4) ? pick(@ids) : '', may_use_name => pick('', '', 'yes', 'no'),
	    skip => one_in(12)};
	$referral->{$_} = one_in(3) ? pick("$_ 1", "$_ 2: x") : '' for qw(title phone note);
	return $referral;
}

sub make_model
{
	my ($seed) = @_;
	$state = $seed * 7919 + 17;
	below(2) for 1 .. 5;
	my $m = {};
	my $taken = {};
	$m->{table} = make_table($taken, 2 + below(7));
	my @contacts = @{$m->{table}{people}};
	my $form = pick(qw(network network ids stdin));
	if ($form eq 'ids') {
		my %chosen = map { NFC($_->{id}) => $_ } map { pick(@contacts) } 1 .. 2;
		$m->{selected} = [values %chosen];
		$m->{args} = ['-i', join ',', sort keys %chosen];
	} elsif ($form eq 'stdin') {
		# Some whom the network has, some not.
		$m->{stdin} = make_table($taken, 1 + below(3));
		my @known = grep { one_in(2) } @contacts;
		my @new = @{$m->{stdin}{people}};
		$m->{selected} = [@known, @new];
		$m->{known} = \@known;
		push @contacts, @new;
		$m->{args} = ['-'];
	} else {
		$m->{selected} = [@contacts];
		$m->{args} = ['contacts.csv'];
	}
	$m->{contacts} = \@contacts;
	my %files = map { pick(@files) => 1 } 1 .. 7;
	for my $file (sort keys %files) {
		my %who = map { (one_in(9) ? 'nobody' : pick(@contacts)->{id}) => 1 } 1 .. pick(1, 1, 1, 2, 3);
		my %once;
		my @who = grep { !$once{NFC($_)}++ } sort keys %who;
		push @{$m->{notes}}, {file => "notes/$file", date => '2026-0' . (1 + below(3))
		    . '-0' . (1 + below(2)),
		    contacts => \@who, referrals => [map { make_referral() } 1 .. below(8)]};
	}
	return $m;
}

# ---- The files ----

sub csv_cell
{
	my ($cell) = @_;
	return $cell if $cell !~ /[",\r\n]|^[ \t]|[ \t]$/ && !one_in(6);
	return '"' . $cell =~ s/"/""/gr . '"';
}

sub csv_text
{
	my ($columns, @people) = @_;
	my $end = one_in(5) ? "\r\n" : "\n";
	my $text = join(',', @$columns) . $end;
	for my $person (@people) {
		my @cells = map { csv_cell($person->{cells}{$_}) } @$columns;
		# A row may lack its last cells, but a blank line is no row.
		pop @cells while @cells > 1 && $cells[-1] eq '' && one_in(3);
		$cells[0] = '""' if join('', @cells) eq '' && @cells == 1;
		$text .= join(',', @cells) . $end;
	}
	$text =~ s/\r?\n\z// if one_in(8);
	return $text;
}

sub yaml
{
	my ($text) = @_;
	return $text if $text =~ /^[A-Za-z][A-Za-z0-9 .-]*$/ && !one_in(3);
	return "'" . $text =~ s/'/''/gr . "'";
}

# Keeps in each referral the line on which its item starts.
sub note_text
{
	my ($note) = @_;
	my @who = map { yaml($_) } @{$note->{contacts}};
	my @lines = ('---', 'contact: ' . (@who == 1 ? $who[0] : '[' . join(', ', @who) . ']'),
	    "date: $note->{date}");
	push @lines, 'outcome: met' if one_in(2);
	push @lines, 'referrals:' if @{$note->{referrals}};
	for my $referral (@{$note->{referrals}}) {
		my @keys = grep { ($referral->{$_} // '') ne '' } qw(name org email id title phone note may_use_name);
		my @pairs = map { "$_: " . yaml($referral->{$_}) } @keys;
		push @pairs, 'skip: yes' if $referral->{skip};
		$referral->{line} = @lines + 1;
		if (one_in(3)) {
			push @lines, '  - {' . join(', ', @pairs) . '}';
		} else {
			push @lines, '  - ' . join("\n    ", @pairs);
			@lines = map { split /\n/ } @lines;
		}
	}
	my $text = join("\n", @lines, '---', 'What was said.', '');
	$text =~ s/\n/\r\n/g if one_in(8);
	return $text;
}

# Writes the case of a seed below $dir. Returns {args, stdin: whether, columns and rows of the
# input,
# leads, ambiguous, contacts: the text of contacts.csv}.
sub write_case
{
	my ($seed, $dir) = @_;
	my $m = make_model($seed);
	my $case = {args => $m->{args}, contacts => csv_text($m->{table}{columns},
	    @{$m->{table}{people}})};
	my @rows = @{$m->{selected}};
	my $columns = $m->{table}{columns};
	write_file("$dir/net/contacts.csv", $case->{contacts});
	write_file("$dir/net/" . $_->{file}, note_text($_)) for @{$m->{notes}};
	if ($m->{stdin}) {
		$columns = [@{$m->{stdin}{columns}}];
		push @$columns, 'id' if !grep { $_ eq 'id' } @$columns;
		my %listed = map { $_ => 1 } @{$m->{table}{people}};
		for my $person (@rows) {
			# The same for a column that the header gets from a lead.
			my %known = $listed{$person} ? %{$person->{cells}} : ();
			my %cells = (%{$person->{cells}}, id => $person->{id});
			# "a column that they lack comes from the network's row of that id, an
			# empty cell is empty"
			$cells{org} = $person->{org} if grep { $_ eq 'org' } @$columns;
			$cells{email} = $person->{email} if grep { $_ eq 'email' } @$columns;
			$person->{cells} = {map { $_ => $cells{$_} // '' } @$columns};
			$person->{shown} = {%known, %{$person->{cells}}};
		}
		write_file("$dir/stdin", csv_text($columns, @rows));
		$case->{stdin} = 1;
	} elsif ($m->{args}[0] eq '-i') {
		my %chosen = map { $_ => 1 } @rows;
		@rows = grep { $chosen{$_} } @{$m->{table}{people}};
	}
	my ($leads, $ambiguous) = leads($m);
	$case->{leads} = [selected_leads($m, @$leads)];
	$case->{ambiguous} = [sort { $a cmp $b } @$ambiguous];
	$case->{columns} = $columns;
	$case->{rows} = [map { $_->{shown} // $_->{cells} } @rows];
	$case->{given} = [grep { my $p = $_; !grep { $_ == $p } @{$m->{table}{people}} } @rows];
	return $case;
}

sub show
{
	my $case = write_case(@_);
	print "args: @{$case->{args}}\n";
	for my $lead (@{$case->{leads}}) {
		print join('|', map { "$_=$lead->{$_}" } grep { $lead->{$_} ne '' } @columns), "\n";
	}
	print "fits two: $_\n" for @{$case->{ambiguous}};
	return;
}

Cases::main(\&show, \&write_case) if !caller;

1;

#!/usr/bin/perl
# A second reading of the referral graph, kept apart from the program's: makes a random small
# network as a model in memory, writes its files, and works out from the model, by the most literal
# reading of each sentence of ni-refer(1), what the forms of ni-refer must answer. The
# files are never read back, and every search is over all pairs or all paths.
#
#     perl tests/random/refer.pl SEED DIR      writes DIR/net/
#     perl tests/random/refer.pl --stats N     counts how often each clause was met in N networks
package Refer;

use strict;
use warnings;
use utf8;
use Unicode::Normalize qw(NFC NFD);

require './tests/random/cases.pl';
require './tests/random/leads.pl';
require './tests/random/due.pl';

*hit = \&Cases::hit;

# ---- Who named whom ----

# For sort: two notes by their files.
sub by_file
{
	return Cases::bytes($a->{file}) cmp Cases::bytes($b->{file});
}

# Adds to the model the leads, and all namings in the order note date, file, line: each of a note's
# people named one person, a contact or a lead.
sub name_people
{
	my ($m) = @_;
	my @notes = sort { $a->{date} cmp $b->{date} || by_file() } @{$m->{notes}};
	my ($leads) = Leads::leads($m);
	# Leads::leads says who is a lead, once all have been filled; here they are filled again,
	# one referral after the other, to see whom each of them means.
	my (@filled, $doubts);
	for my $note (@notes) {
		for my $referral (grep { !$_->{skip} } @{$note->{referrals}}) {
			my $person = Leads::match($referral, \$doubts, 'contact', @{$m->{contacts}})
			    // Leads::match($referral, \$doubts, 'lead', @filled);
			if (!$person) {
				$person = {id => $leads->[@filled]{id}, name => $referral->{name},
				    org => '', email => '', phone => ''};
				push @filled, $person;
			}
			if (grep { $_ == $person } @filled) {
				for my $column (grep { $person->{$_} eq '' } qw(org email phone)) {
					$person->{$column} = $referral->{$column};
				}
			}
			my %naming = (to => $person->{id}, date => $note->{date},
			    file => $note->{file},
			    line => $referral->{line}, leave => $referral->{may_use_name});
			for my $id (@{$note->{contacts}}) {
				push @{$m->{namings}}, {%naming, from => NFC($id)};
			}
		}
	}
	die "the leads differ\n" if @filled != @$leads;
	$m->{leads} = $leads;
	$m->{people} = [@{$m->{contacts}}, @$leads];
	$m->{person} = {map { $_->{id} => $_ } @{$m->{people}}};
	$m->{is_lead} = {map { $_->{id} => 1 } @$leads};
	return;
}

# The people whom somebody named: those referred by them, and those named in their notes, each once.
sub named_by
{
	my ($m, $id) = @_;
	return grep { $_->{id} ne $id && is_named($m, $id, $_->{id}) } @{$m->{people}};
}

sub is_named
{
	my ($m, $from, $to) = @_;
	return 1 if $m->{person}{$to}{referred_by} eq $from;
	return scalar grep { $_->{from} eq $from && $_->{to} eq $to } @{$m->{namings}};
}

# "the contacts whom nobody referred: their referred_by is empty or counts as empty, or is their
# own id"; "a referred_by with an id that nobody has counts as empty"
sub is_direct
{
	my ($m, $person) = @_;
	return 0 if $m->{is_lead}{$person->{id}};
	return 1 if $person->{referred_by} eq '';
	return 1 if $person->{referred_by} eq $person->{id} && hit('referred by themselves');
	return 1 if !$m->{person}{$person->{referred_by}} && hit('referred by nobody');
	return 0;
}

# All shortest chains of ids from me to somebody: every walk of one step, then of two, ...
sub shortest
{
	my ($m, $id) = @_;
	my @walks = map { [$_->{id}] } grep { is_direct($m, $_) } @{$m->{people}};
	while (@walks) {
		my @there = grep { $_->[-1] eq $id } @walks;
		# "in the order of the ids along them"
		my %key = map { $_ => Cases::bytes(join "\0", @$_) } @there;
		return sort { $key{$a} cmp $key{$b} } @there if @there;
		@walks = map { longer($m, @$_) } @walks;
	}
	return;
}

# A walk and one step more, to whom it has not passed.
sub longer
{
	my ($m, @walk) = @_;
	my %passed = map { $_ => 1 } @walk;
	my @next = grep { !$passed{$_} } map { $_->{id} } named_by($m, $walk[-1]);
	return map { [@walk, $_] } @next;
}

# ---- States ----

sub events
{
	my ($m, $id, @kinds) = @_;
	my %kinds = map { $_ => 1 } @kinds;
	return grep { $kinds{$_->{event}} } Due::events_of($m, $id);
}

sub held_notes
{
	my ($m, $id) = @_;
	return grep { Due::held($_) } Due::notes_of($m, $id);
}

# The day of the first meeting with somebody, '' if there was none.
sub first_met
{
	my ($m, $id) = @_;
	my ($day) = sort map { $_->{date} } held_notes($m, $id), events($m, $id, 'met');
	return $day // '';
}

# "a `thanked`, `reported`, `contacted`, `met` or `helped` event with them, or a held note with
# them, is dated on or after that meeting"
sub told_since
{
	my ($m, $id, $day) = @_;
	return grep { $_->{date} ge $day } held_notes($m, $id),
	    events($m, $id, qw(thanked reported contacted met helped));
}

# "The state of a person is the first of these that holds"
sub state
{
	my ($m, $id) = @_;
	return 'lead' if $m->{is_lead}{$id};
	return 'closed' if Due::closed($m, $id);
	return 'met' if first_met($m, $id) ne '';
	return 'contact' if has_request($m, $id);
	return 'asked';
}

# "after the last `reopened` event, if any, no `asked`, `replied`, `declined`, `met` or `helped`
# event; no note that is not off"
sub has_request
{
	my ($m, $id) = @_;
	return 0 if live_notes($m, $id);
	my @events = Due::events_of($m, $id);
	shift @events while grep { $_->{event} eq 'reopened' } @events;
	return !grep { $_->{event} =~ /^(?:asked|replied|declined|met|helped)$/ } @events;
}

sub live_notes
{
	my ($m, $id) = @_;
	return grep { !Due::off($_) } Due::notes_of($m, $id);
}

# "these columns in front, each a number of people"
sub stats_of
{
	my ($m, $id) = @_;
	my @named = map { $_->{id} } named_by($m, $id);
	my @met = grep { first_met($m, $_) ne '' } @named;
	my @replied = grep {
		first_met($m, $_) ne '' || events($m, $_, qw(replied declined helped))
		    || live_notes($m, $_)
	} @named;
	my %replied = map { $_ => 1 } @replied;
	my @asked = grep { $replied{$_} || events($m, $_, 'asked') } @named;
	my @thanked = grep { told_since($m, $id, first_met($m, $_)) } @met;
	hit('stats: met and not thanked') if @thanked < @met;
	return map { scalar @$_ } \(@named, @asked, @replied, @met, @thanked);
}

# All who named somebody: the five numbers and the id. "sorted by met, then named, the highest
# first, then as in contacts.csv"
sub stats
{
	my ($m) = @_;
	my @rows = grep { $_->[0] } map { [stats_of($m, $_->{id}), $_->{id}] } @{$m->{contacts}};
	return sort { $b->[3] <=> $a->[3] || $b->[0] <=> $a->[0] } @rows;
}

# What there is to say of somebody having named another: {date, file, line, leave, noted}.
sub edge
{
	my ($m, $from, $to) = @_;
	my $person = $m->{person}{$to};
	my @namings = grep { $_->{from} eq $from && $_->{to} eq $to } @{$m->{namings}};
	my ($first) = (@namings, {date => $person->{added}, file => 'contacts.csv',
	    line => $person->{line}});
	my ($said) = grep { $_ ne '' } map { $_->{leave} } @namings;
	my $leave = !$m->{is_lead}{$to} && $person->{referred_by} eq $from
	    ? $person->{may_use_name} : '';
	hit('edge: leave of the note') if $leave eq '' && ($said // '') ne '';
	$leave = $said // '' if $leave eq '';
	return {from => $from, to => $to, noted => scalar @namings, leave => $leave,
	    map { $_ => $first->{$_} } qw(date file line)};
}

# file:line of each referral that says of the name of who referred a contact what contacts.csv does
# not: "when a note and contacts.csv disagree the contact's wins and a warning says so"
sub leave_differs
{
	my ($m) = @_;
	my @places;
	for my $naming (grep { !$m->{is_lead}{$_->{to}} } @{$m->{namings}}) {
		my $person = $m->{person}{$naming->{to}};
		next if $person->{referred_by} ne $naming->{from} || !$m->{person}{$naming->{from}};
		# "Nobody names themselves"
		next if $naming->{from} eq $naming->{to} && hit('leave: their own');
		next if $person->{may_use_name} eq '' || $naming->{leave} eq ''
		    || $person->{may_use_name} eq $naming->{leave};
		hit('leave: note and contacts.csv differ');
		push @places, "$naming->{file}:$naming->{line}";
	}
	return sort @places;
}

# "The leads are those whom somebody among the rows named", and all contacts are rows here.
sub is_selected
{
	my ($m, $person) = @_;
	return 1 if !$m->{is_lead}{$person->{id}};
	return 1 if grep { is_named($m, $_->{id}, $person->{id}) } @{$m->{contacts}};
	return !hit('lead of nobody');
}

# Who is at an organisation, and who is near: [relation, state, via, id].
sub org
{
	my ($m, $name) = @_;
	my $folded = Leads::folded($name);
	my @there = grep { Leads::folded($_->{org}) eq $folded } @{$m->{people}};
	hit('org: a lead of nobody') if grep { !is_selected($m, $_) } @there;
	my %there = map { $_->{id} => 1 } @there;
	my @rows = map { ['there', state($m, $_->{id}), '', $_->{id}] } @there;
	for my $person (grep { !$there{$_->{id}} } @{$m->{contacts}}) {
		my $id = $person->{id};
		my @via = grep { is_named($m, $id, $_) || is_named($m, $_, $id) }
		    map { $_->{id} } @there;
		next if !@via;
		hit('org: near');
		hit('org: near by two') if @via > 1;
		push @rows, ['near', state($m, $id), join(';', @via), $id];
	}
	return @rows;
}

# "A contact's referrer is their referred_by; a lead's is the first contact who named them": both are
# in referred_by. Who is no contact named nobody.
sub referrer
{
	my ($m, $person) = @_;
	return $m->{person}{$person->{referred_by}} ? $person->{referred_by} : '';
}

# What is still to be asked: [about, about_name, named_on, anchor, the referrer's id].
sub ask
{
	my ($m) = @_;
	my @rows;
	for my $referrer (@{$m->{contacts}}) {
		next if Due::closed($m, $referrer->{id}) && hit('ask: closed referrer');
		for my $person (@{$m->{people}}) {
			next if referrer($m, $person) ne $referrer->{id} || $person == $referrer;
			my $edge = edge($m, $referrer->{id}, $person->{id});
			next if $edge->{leave} ne '';
			next if state($m, $person->{id}) !~ /^(?:lead|contact)$/;
			hit('ask: ' . ($m->{is_lead}{$person->{id}} ? 'lead' : 'contact'));
			push @rows, [$person->{id}, $person->{name}, $edge->{date},
			    "$edge->{file}:$edge->{line}",
			    $referrer->{id}];
		}
	}
	return @rows;
}

# ---- The graph, drawn ----

# Who found somebody: "a contact's referred_by; of a lead, the first contact of the first note that
# named them". "Nobody names themselves."
sub finder
{
	my ($m, $id) = @_;
	my $finder = referrer($m, $m->{person}{$id});
	return $finder ne $id && $m->{person}{$finder} ? $finder : '';
}

# Those of the circle that somebody is part of, in the order of contacts.csv.
sub circle
{
	my ($m, $id) = @_;
	my %circle;
	for (my $at = finder($m, $id); $at ne '' && !$circle{$at}; $at = finder($m, $at)) {
		$circle{$at} = 1;
	}
	return if !$circle{$id};
	return grep { $circle{$_} } map { $_->{id} } @{$m->{contacts}};
}

# The lines of --tree: everybody below you; or somebody and who is below them.
sub tree
{
	my ($m, $top) = @_;
	my @all = map { $_->{id} } @{$m->{people}};
	return branch($m, $top, $top) if defined $top;
	my @tops = grep { finder($m, $_) eq '' || ((circle($m, $_))[0] // '') eq $_ } @all;
	return ('you' . yield($m, @all), map {
		my $last = $_ eq $tops[-1];
		indented($last, branch($m, $_, $_))
	} @tops);
}

sub indented
{
	my ($last, $first, @rest) = @_;
	my ($corner, $line) = $last ? ('└── ', '    ') : ('├── ', '│   ');
	return ($corner . $first, map { $line . $_ } @rest);
}

# Somebody's line and those below; whose circle begins at $top.
sub branch
{
	my ($m, $id, $top) = @_;
	my @below = children($m, $id, $top);
	my $line = "$m->{person}{$id}{name} ($id), " . state($m, $id);
	my @yield = everybody_below($m, $id, $top);
	$line .= yield($m, @yield) if @yield;
	my $finder = finder($m, $id);
	$line .= "; in a circle, by $finder" if $id eq $top && circle($m, $id)
	    && hit('tree: circle');
	my @others = grep { is_named($m, $_->{id}, $id) && $_->{id} ne $finder
	    && $_->{id} ne $id } @{$m->{contacts}};
	$line .= '; also named by ' . join(', ', map { $_->{id} } @others) if @others
	    && hit('tree: also named');
	return ($line, map { indented($_ eq $below[-1], branch($m, $_, $top)) } @below);
}

sub children
{
	my ($m, $id, $top) = @_;
	return grep { $_ ne $top && finder($m, $_) eq $id } map { $_->{id} } @{$m->{people}};
}

sub everybody_below
{
	my ($m, $id, $top) = @_;
	return map { ($_, everybody_below($m, $_, $top)) } children($m, $id, $top);
}

# "how many people the branch has yielded, at any depth, and how many of them were met"
sub yield
{
	my ($m, @ids) = @_;
	my $met = grep { first_met($m, $_) ne '' } @ids;
	return ': ' . (@ids == 1 ? '1 person' : @ids . ' people') . ", $met met";
}

# "an edge from each of the rows' people to each whom they named, and the people at their ends", as
# lines.
sub drawn
{
	my ($m, @rows) = @_;
	my %words = (yes => 'may use name', no => 'do not use name', '' => 'ask first');
	my (%nodes, @edges);
	for my $from (@rows) {
		for my $to (map { $_->{id} } named_by($m, $from)) {
			$nodes{$_} = 1 for $from, $to;
			push @edges, "$from|$words{edge($m, $from, $to)->{leave}}|$to";
		}
	}
	return ((sort map { "$_|$m->{person}{$_}{name}|" . state($m, $_) } keys %nodes),
	    sort @edges);
}

# A chain as --path tells it.
sub path_text
{
	my ($m, $first, @rest) = @_;
	my $text = 'you → ' . $m->{person}{$first}{name} . ' (' . first_place($m, $first) . ')';
	for my $id (@rest) {
		my $edge = edge($m, $first, $id);
		my $how = $edge->{noted} ? 'named' : $edge->{date} eq '' ? 'referred in' : 'added';
		my %leave = (yes => 'you may use', no => 'you may not use',
		    '' => 'ask whether you may use');
		my $day = $edge->{date} ne '' ? "$edge->{date}, " : '';
		$text .= " → $m->{person}{$id}{name} ($how $day$edge->{file}:$edge->{line}, "
		    . "$leave{$edge->{leave}} " . short_name($m->{person}{$first}{name}) . "'s name)";
		$first = $id;
	}
	return $text;
}

# "the first word of the name; the whole name where that ends in '.' or ','"
sub short_name
{
	my ($name) = @_;
	my ($word) = split /[ \t]/, $name;
	hit('path: ' . ($word eq $name ? 'one word' : $word =~ /[.,]$/ ? 'a title' : 'first word'));
	return $word =~ /[.,]$/ ? $name : $word;
}

# When and where I first met somebody, of equal dates the note; else when they were added.
sub first_place
{
	my ($m, $id) = @_;
	my $person = $m->{person}{$id};
	my $day = first_met($m, $id);
	if ($day eq '') {
		my $added = $person->{added};
		return ($added ne '' ? "added $added, " : 'in ') . "contacts.csv:$person->{line}";
	}
	my ($note) = grep { $_->{date} eq $day } sort { by_file() } held_notes($m, $id);
	return "met $day, $note->{file}:$note->{date_line}" if $note;
	my ($event) = grep { $_->{date} eq $day } events($m, $id, 'met');
	hit('path: met by the log');
	return "met $day, log.csv:$event->{line}";
}

# ---- Who may be one person ----

my @reasons = ('same email', 'same phone', 'same name',
    'nearly the same name at the same organisation');

# "phone numbers by their last nine digits, without what follows an 'x', an extension; a number of
# fewer than seven digits is none"
sub phones
{
	return grep { length >= 7 } map { s/\D//gr =~ s/.*(?=\d{9}$)//r }
	    map { s/^((?:\D*\d){7}[^xX]*)[xX].*/$1/sr } split /;/, $_[0]{phone};
}

sub have_common_phone
{
	my ($a, $b) = @_;
	for my $phone (phones($a)) {
		return 1 if grep { $_ eq $phone } phones($b);
	}
	return 0;
}

# Whether one letter more, less or another, or two that change places, make the one text the other.
sub one_edit
{
	my ($a, $b) = @_;
	($a, $b) = ($b, $a) if length $a > length $b;
	for my $at (0 .. length($b) - 1) {
		my ($head, $tail) = (substr($b, 0, $at), substr($b, $at + 1));
		return 1 if $a eq $head . $tail;
		return 1 if $at < length $a && $a eq $head . substr($a, $at, 1) . $tail;
		my $swapped = $b =~ s/^(.{$at})(.)(.)/$1$3$2/sr;
		return 1 if $a eq $swapped && hit('likeness: letters change places');
	}
	return 0;
}

# "What is empty is like nothing"
sub is_same
{
	my ($a, $b) = map { Leads::folded($_) } @_;
	return $a ne '' && $a eq $b;
}

sub is_near
{
	my ($a, $b) = map { Leads::folded($_) } @_;
	return $a ne '' && $b ne '' && $a ne $b && one_edit($a, $b);
}

# All reasons why two people may be one, the first first.
sub likeness
{
	my ($a, $b) = @_;
	my @reasons;
	push @reasons, 'same email' if Leads::have_common_email($a, $b);
	push @reasons, 'same phone' if have_common_phone($a, $b);
	push @reasons, 'same name' if is_same($a->{name}, $b->{name});
	push @reasons, 'nearly the same name at the same organisation'
	    if is_near($a->{name}, $b->{name}) && is_same($a->{org}, $b->{org});
	return @reasons;
}

# The reasons of ni-check(1): "the same name, unless both their organisations and their emails differ;
# or whose names, of six letters or more, are one letter apart at one organisation, unless their
# emails differ".
sub likely
{
	my ($a, $b) = @_;
	my $emails_differ = Leads::emails($a) && Leads::emails($b)
	    && !Leads::have_common_email($a, $b);
	my @orgs = grep { $_ ne '' } map { Leads::folded($_->{org}) } $a, $b;
	my $orgs_differ = @orgs == 2 && $orgs[0] ne $orgs[1];
	my $short = grep { length(Leads::folded($_->{name})) < 6 } $a, $b;
	return grep {
		!(/^same name/ && $emails_differ && $orgs_differ && hit('likely: another'))
		    && !(/^nearly/ && ($emails_differ || $short) && hit('likely: another spelling'))
	} likeness($a, $b);
}

# "Where rows are given, or chosen with -i, it is every such two of whom one at least is among them; if
# only the earlier one is, the row is theirs": [row, like, reason]s. has_row says who is among them.
sub dupes_of
{
	my ($m, $has_row) = @_;
	my %place = map { $m->{people}[$_]{id} => $_ } 0 .. $#{$m->{people}};
	my %rank = map { $reasons[$_] => $_ } 0 .. $#reasons;
	my @pairs;
	for my $pair (dupes($m)) {
		my ($who, $like, $reason) = @$pair;
		if ($has_row->($who)) {
			push @pairs, $pair;
		} elsif ($has_row->($like)) {
			hit('dupes: the earlier one is chosen');
			push @pairs, [$like, $who, $reason];
		}
	}
	return sort {
		$place{$a->[0]{id}} <=> $place{$b->[0]{id}} || $rank{$a->[2]} <=> $rank{$b->[2]}
		    || $place{$a->[1]{id}} <=> $place{$b->[1]{id}}
	} @pairs;
}

# "Each pair is told once. Rows are in the order of contacts.csv, leads behind contacts; of one person
# in the order of the reasons, then of whom they are like": [who, like, reason]s.
sub dupes
{
	my ($m) = @_;
	my @pairs;
	for my $who (@{$m->{people}}) {
		my @like = grep { is_before($m, $_, $who) } @{$m->{contacts}};
		for my $reason (@reasons) {
			push @pairs, map { [$who, $_, $reason] }
			    grep { ((likeness($_, $who))[0] // '') eq $reason } @like;
		}
	}
	return @pairs;
}

# "Told of the later one, once: by the first of these reasons, with the first contact for whom it
# holds."
sub likely_dupes
{
	my ($m) = @_;
	my @pairs;
	for my $who (@{$m->{contacts}}) {
		my @like = grep { is_before($m, $_, $who) } @{$m->{contacts}};
		my @told;
		for my $reason (@reasons) {
			push @told, map { [$who, $_, $reason] }
			    grep { ((likely($_, $who))[0] // '') eq $reason } @like;
		}
		push @pairs, $told[0] if @told;
	}
	return @pairs;
}

# A contact before another, and any before a lead; a lead is before nobody.
sub is_before
{
	my ($m, $a, $b) = @_;
	return 0 if $m->{is_lead}{$a->{id}};
	return $m->{is_lead}{$b->{id}} || $a->{line} < $b->{line};
}

# ---- The model ----

my @names = ('Rosa Quispe', 'rosa quispe', 'Rósa  Quispe', 'Rosa Quispa', 'Rosa Quisp', 'Sam Ito',
    'Sam "Ito" [x] <b>', "Mary O'Neil", 'Mary ONeil', 'Mary O|Neil\\', 'Ann Lee', 'Ann Lea',
    'Straße', 'STRASSE',
    '김민수', 'Zoë', NFD('Zoë'), 'Bo Ek; end', 'Li #1', 'Dr. Ann Lee', 'Ito, Sam', 'Rosa Qiuspe',
    'Anna Lea', 'An Nlea', 'Ann', 'Bo', 'Jo', '김민서', 'Анна', 'Аяна', 'Зоя Рей', 'Зоя Рый',
    'Rosa Quispes', 'Roza Quispe', "Rosa-Quispé", 'Sam Itö', 'Sam Itoh', 'Sam Ibo');
my @orgs = ('', '', '', 'Acme', 'ACME.', 'Acme, Inc.', 'acme inc', 'Ácme', 'Acm', 'Globex', '...');
# Each a letter from some of the others.
my @chain = ('Ann Lee', 'Ann Lea', 'Anna Lee', 'Anna Lea', 'Ann eLe', 'An Lee', 'Ann Leee', 'ANN LÉE',
    'Bo', 'Jo', 'Joe', '김민수', '김민서', 'Анна', 'Анба', 'Ана');
my @emails = ('', '', '', '', '', '', 'r@a.org', 'R@A.ORG', 'q@b.org', 'r@a.org;q@b.org',
    'q@B.org ; z@z.org', ';', ' ; ', ';q@b.org;');
my @phones = ('', '', '', '', '', '', '902 555 0101', '+1 (902) 555-0101', '555 0101', '123',
    '555-0202; 902 555 0101', '0044 20 7946 0000',
    ';', ' ; 555-0202', 'fax 902 555 0101', '902.555.0101 Ext. 77', '9025550101x7;207946 0000');
my @ids = ('ann', 'Ann', 'rosa-quispe', 'Rosa', 'rosa', 'bo', 'zoé', NFD('zoé'), 'end', 'graph',
    'node', 'subgraph',
    'x.1', 'x_1', 'x-1', '1', '김민수', 'me', 'you');
my @outcomes = ('met', 'met', 'met', '', '', 'cancelled', 'no-show', 'moved');
my @kinds = qw(asked asked asked replied replied declined met met helped thanked thanked
    reported contacted closed closed reopened);
my @files = qw(a.md b.md sub/a.md sub-a.md sub/b/c.md é.md Z.md z.md);

sub make_contacts
{
	my ($m, $count) = @_;
	my %taken;
	my $orgs = Leads::one_in(2);
	my $chain = Leads::one_in(2);
	for (1 .. $count) {
		my %cells = map { $_ => '' } @{$m->{columns}};
		$cells{id} = Leads::one_in(5) ? '' : Leads::pick(@ids);
		$cells{name} = Leads::pick(@names);
		$cells{org} = Leads::pick($orgs ? @orgs : (@orgs, 'Acme', 'Acme', 'Acme', 'Acme'));
		$cells{email} = Leads::pick(@emails);
		$cells{phone} = Leads::pick(@phones);
		$cells{name} = Leads::pick(@chain) if $chain;
		$cells{email} = $cells{phone} = '' if $chain && !Leads::one_in(4);
		$cells{may_use_name} = Leads::pick('', '', '', 'yes', 'no');
		$cells{added} = Leads::pick('', '2026-01-05', '2026-02-06');
		my %person = (cells => \%cells, map { $_ => $cells{$_} }
		    qw(name org email phone may_use_name added));
		$person{id} = NFC($cells{id} ne '' ? $cells{id} : Leads::derived($cells{name}));
		push @{$m->{contacts}}, \%person if !$taken{$person{id}}++;
	}
	return;
}

# Mostly somebody before them, so that there are chains; also anybody (circles), themselves, nobody.
sub make_referrers
{
	my ($m) = @_;
	my @contacts = @{$m->{contacts}};
	for my $at (0 .. $#contacts) {
		my $person = $contacts[$at];
		my $by = Leads::pick('', '', 'before', 'before', 'before', 'before', 'any', 'any',
		    'self', 'nobody');
		my $id = $by eq 'before' && $at ? $contacts[Leads::below($at)]{id}
		    : $by eq 'any' ? Leads::pick(@contacts)->{id}
		    : $by eq 'self' && Leads::one_in(2) ? $person->{id}
		    : $by eq 'nobody' ? Leads::pick('nobody', 'ANN', 'Zoé') : '';
		$person->{referred_by} = NFC($id);
		$person->{cells}{referred_by} = Leads::one_in(3) ? NFD($id) : $id;
	}
	return;
}

sub make_referral
{
	return {name => Leads::pick(@names), org => Leads::pick(@orgs),
	    email => Leads::pick(@emails),
	    phone => Leads::pick(@phones),
	    id => Leads::one_in(3) ? Leads::pick(@ids) : '',
	    may_use_name => Leads::pick('', '', 'yes', 'no'),
	    skip => Leads::one_in(12), title => '', note => ''};
}

sub make_notes
{
	my ($m) = @_;
	my %files = map { Leads::pick(@files) => 1 } 1 .. Leads::below(7);
	for my $file (sort keys %files) {
		my @who = map { Leads::one_in(12) ? 'nobody'
		    : Leads::pick(@{$m->{contacts}})->{id} }
		    1 .. Leads::pick(1, 1, 1, 2, 3);
		my %once;
		@who = grep { !$once{NFC($_)}++ } @who;
		push @{$m->{notes}}, {file => "notes/$file",
		    date => '2026-0' . (1 + Leads::below(7)) . '-0' . (1 + Leads::below(2)),
		    outcome => Leads::pick(@outcomes),
		    thanked => Leads::pick('', '', 'no', 'n/a', '2026-06-10'), contacts => \@who,
		    referrals => [map { make_referral() } 1 .. Leads::below(5)]};
	}
	return;
}

sub make_events
{
	my ($m) = @_;
	my %once;
	for (1 .. Leads::below(16)) {
		my ($month, $day) = (1 + Leads::below(6), 1 + Leads::below(2));
		my $event = {date => "2026-0$month-0$day",
		    contact => Leads::one_in(20) ? 'nobody' : Leads::pick(@{$m->{contacts}})->{id},
		    event => Leads::pick(@kinds)};
		next if $once{join ',', @$event{qw(date contact event)}}++;
		push @{$m->{events}}, $event;
		$event->{line} = 1 + @{$m->{events}};
	}
	return;
}

sub make_model
{
	my ($seed) = @_;
	Leads::make_model($seed); # sets chance going
	my $m = {today => '2026-06-20', contacts => [], notes => [], events => [],
	    namings => []};
	$m->{columns} = [qw(id name org email phone referred_by may_use_name added)];
	$m->{columns} = [reverse @{$m->{columns}}] if Leads::one_in(3);
	make_contacts($m, 2 + Leads::below(9));
	make_referrers($m);
	make_notes($m);
	make_events($m);
	return $m;
}

# ---- The files ----

# Keeps in each referral the line on which its item starts, and in the note that of its date.
sub note_text
{
	my ($note) = @_;
	my @who = map { Leads::yaml($_) } @{$note->{contacts}};
	my @lines = ('---');
	my $contact = 'contact: ' . (@who == 1 ? $who[0] : '[' . join(', ', @who) . ']');
	push @lines, $contact if Leads::one_in(2);
	push @lines, "date: $note->{date}";
	$note->{date_line} = @lines;
	push @lines, $contact if @lines == 2;
	push @lines, "outcome: $note->{outcome}" if $note->{outcome} ne '';
	push @lines, "thanked: $note->{thanked}" if $note->{thanked} ne '';
	push @lines, 'referrals:' if @{$note->{referrals}};
	for my $referral (@{$note->{referrals}}) {
		my @pairs = map { "$_: " . Leads::yaml($referral->{$_}) }
		    grep { $referral->{$_} ne '' } qw(name org email id phone may_use_name);
		push @pairs, 'skip: yes' if $referral->{skip};
		$referral->{line} = @lines + 1;
		push @lines, Leads::one_in(3) ? '  - {' . join(', ', @pairs) . '}'
		    : ("  - $pairs[0]", map { "    $_" } @pairs[1 .. $#pairs]);
	}
	return join "\n", @lines, '---', 'What was said.', '';
}

# Writes the network of a seed below $dir, and returns its model.
sub write_case
{
	my ($seed, $dir) = @_;
	my $m = make_model($seed);
	my $line = 2;
	$_->{line} = $line++ for @{$m->{contacts}};
	my $contacts = join(',', @{$m->{columns}}) . "\n";
	for my $person (@{$m->{contacts}}) {
		$contacts .= join(',',
		    map { Leads::csv_cell($person->{cells}{$_}) } @{$m->{columns}}) . "\n";
	}
	Cases::write_file("$dir/net/contacts.csv", $contacts);
	Cases::write_file("$dir/net/log.csv", join "\n", 'date,contact,event',
	    (map { join ',', @$_{qw(date contact event)} } @{$m->{events}}), '') if @{$m->{events}};
	Cases::write_file("$dir/net/$_->{file}", note_text($_)) for @{$m->{notes}};
	name_people($m);
	return $m;
}

# Everything that is asked of a network, for what it hits.
sub answer
{
	my ($m) = @_;
	leave_differs($m);
	ask($m);
	tree($m);
	org($m, $_) for qw(acme globex);
	hit('stats: thanked') for grep { $_->[4] } stats($m);
	for my $person (@{$m->{people}}) {
		hit('state: ' . state($m, $person->{id}));
		my @chains = shortest($m, $person->{id});
		hit('chains: ' . @chains . ' of ' . (@chains ? @{$chains[0]} : 0));
		edge($m, $person->{id}, $_->{id}) for named_by($m, $person->{id});
		hit('likeness: ' . join ', ', likeness($_, $person)) for @{$m->{contacts}};
	}
	hit("dupes: $_->[2]") for dupes($m);
	hit("likely: $_->[2]") for likely_dupes($m);
	return;
}

Cases::main(\&write_case, sub { answer(write_case(@_)) }) if !caller;

1;

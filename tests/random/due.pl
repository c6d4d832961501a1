#!/usr/bin/perl
# A second reading of the rules of ni-due, kept apart from the program's: makes a random small
# network as a model in memory, writes its files in varied syntax, and works out from the model,
# by the most naive reading of each sentence, the rows that ni-due must print. The files are never
# read back.
#
#     perl tests/random/due.pl SEED DIR      writes DIR/net/, DIR/expected, DIR/args, DIR/cmd, DIR/stdin
#     perl tests/random/due.pl --stats N     counts how often each clause was met in N networks
package Due;

use strict;
use warnings;
use utf8;
use feature 'fc';
use File::Path ();
use Unicode::Normalize qw(NFC NFD NFKD);

require './tests/random/cases.pl';

*hit = \&Cases::hit;
*write_file = \&Cases::write_file;

# ---- Civil days. A date is its text, YYYY-MM-DD: such texts compare as the dates do. ----

sub leap
{
	my ($y) = @_;
	return $y % 4 == 0 && ($y % 100 != 0 || $y % 400 == 0);
}

sub month_days
{
	my ($y, $m) = @_;
	return $m == 2 ? (leap($y) ? 29 : 28) : $m == 4 || $m == 6 || $m == 9 || $m == 11 ? 30 : 31;
}

sub day_number
{
	my ($y, $m, $d) = split /-/, $_[0];
	my $p = $y - 1;
	my $n = 365 * $p + int($p / 4) - int($p / 100) + int($p / 400) + $d;
	$n += month_days($y, $_) for 1 .. $m - 1;
	return $n;
}

sub date_text
{
	return sprintf '%04d-%02d-%02d', @_;
}

sub day_date
{
	my ($n) = @_;
	my $y = int(($n - 1) / 366) + 1;
	$y++ while day_number(date_text($y + 1, 1, 1)) <= $n;
	my $m = 1;
	$m++ while $m < 12 && day_number(date_text($y, $m + 1, 1)) <= $n;
	return date_text($y, $m, $n - day_number(date_text($y, $m, 1)) + 1);
}

# "`m` adds calendar months and clamps to the last day of the month (30 November + 3m = 28
# February), always counted from the anchor; subtracting likewise."
sub add
{
	my ($date, $duration, $sign) = @_;
	my ($n, $unit) = $duration =~ /^(-?\d+)(bd|[dwmy])$/ or die "duration $duration";
	$n *= $sign // 1;
	if ($unit eq 'bd') {
		my ($day, $monday) = (day_number($date), day_number('2026-11-23'));
		while ($n != 0) {
			my $step = $n < 0 ? -1 : 1;
			$day += $step;
			$n -= $step if ($day - $monday) % 7 < 5;
		}
		return day_date($day);
	}
	return day_date(day_number($date) + $n) if $unit eq 'd';
	return day_date(day_number($date) + 7 * $n) if $unit eq 'w';
	$n *= 12 if $unit eq 'y';
	my ($y, $m, $d) = split /-/, $date;
	my $months = $y * 12 + ($m - 1) + $n;
	$y = int($months / 12);
	$m = $months % 12 + 1;
	if ($d > month_days($y, $m)) {
		$d = month_days($y, $m);
		hit('date: month clamped');
	}
	return date_text($y, $m, $d);
}

sub subtract
{
	return add($_[0], $_[1], -1);
}

# ---- Names and ids ----

# "A derived id: NFKD, U+0300-036F dropped, lower case, NFC, each run of anything but letters,
# numbers and marks becomes one `-`, none at the ends, cut at 180 bytes between code points."
sub derived_id
{
	my $s = NFKD($_[0]);
	$s =~ s/[\x{300}-\x{36F}]//g;
	$s = NFC(lc $s);
	$s =~ s/[^\p{L}\p{N}\p{M}]+/-/g;
	$s =~ s/^-+//;
	$s =~ s/-+$//;
	while (bytes_of($s) > 180) {
		chop $s;
	}
	$s =~ s/-+$//;	# "none at the ends" taken as true of the result, after the cut too
	return $s;
}

sub bytes_of
{
	my $s = $_[0];
	utf8::encode($s);
	return length $s;
}

# "Folded: case folded, NFKD, U+0300-036F dropped, NFC, punctuation (P*) dropped, spaces
# collapsed."
sub folded
{
	my $s = NFKD(fc $_[0]);
	$s =~ s/[\x{300}-\x{36F}]//g;
	$s = NFC($s);
	$s =~ s/\p{P}//g;
	$s =~ s/\s+/ /g;
	$s =~ s/^ //;
	$s =~ s/ $//;
	return $s;
}

# ---- Words of the practice ----

# "The order of events is (date, line)"
sub after
{
	my ($a, $b) = @_;
	return $a->{date} gt $b->{date} || ($a->{date} eq $b->{date} && $a->{line} > $b->{line});
}

# "Log lines that are equal in every cell are one event, the first."
sub events_from_lines
{
	my @events;
	LINE: for my $line (sort { $a->{line} <=> $b->{line} } @_) {
		for my $earlier (@events) {
			my $equal = 1;
			for my $column (qw(date contact event via until note extra)) {
				$equal = 0 if $line->{$column} ne $earlier->{$column};
			}
			if ($equal) {
				hit('log: repeated line');
				next LINE;
			}
		}
		push @events, $line;
	}
	return @events;
}

sub events_of
{
	my ($m, $id) = @_;
	my @events = grep { NFC($_->{contact}) eq $id } @{$m->{events}};
	return sort { after($a, $b) ? 1 : after($b, $a) ? -1 : 0 } @events;
}

# The last event of theirs that is of one of the kinds.
sub last_event
{
	my ($m, $id, @kinds) = @_;
	my $last;
	for my $event (events_of($m, $id)) {
		for my $kind (@kinds) {
			$last = $event if $event->{event} eq $kind;
		}
	}
	return $last;
}

# "A note with several contacts counts for each of them." In the order of files, by bytes.
sub notes_of
{
	my ($m, $id) = @_;
	my @notes;
	for my $note (sort { $a->{file} cmp $b->{file} } @{$m->{notes}}) {
		push @notes, $note if grep { NFC($_) eq $id } @{$note->{contacts}};
	}
	return @notes;
}

# "A note is off when its outcome is `cancelled`, `no-show` or `moved`; held when it is `met`;
# with an empty outcome it is planned if its date is T or later, else unwritten."
sub off
{
	my ($note) = @_;
	return $note->{outcome} eq 'cancelled' || $note->{outcome} eq 'no-show'
	    || $note->{outcome} eq 'moved';
}

sub held
{
	return $_[0]{outcome} eq 'met';
}

sub planned
{
	my ($m, $note) = @_;
	return $note->{outcome} eq '' && $note->{date} ge $m->{today};
}

sub unwritten
{
	my ($m, $note) = @_;
	return $note->{outcome} eq '' && $note->{date} lt $m->{today};
}

# "A dealing is any event but `deferred`, `closed`, `reopened`."
sub dealing
{
	my ($event) = @_;
	return $event->{event} ne 'deferred' && $event->{event} ne 'closed'
	    && $event->{event} ne 'reopened';
}

# "A contact moment is a dealing other than `asked`, or a held note (of equal dates the note is
# the later one, of two notes the later file by bytes)."
sub last_moment
{
	my ($m, $id) = @_;
	my ($last, $last_note);
	for my $event (events_of($m, $id)) {
		$last = $event if dealing($event) && $event->{event} ne 'asked';
	}
	for my $note (notes_of($m, $id)) {
		next if !held($note);
		hit('moment: two notes of a day') if $last_note
		    && $note->{date} eq $last_note->{date};
		$last_note = $note if !$last_note || $note->{date} ge $last_note->{date};
	}
	return {date => $last->{date}, anchor => ['log', $last->{line}]} if $last && !$last_note;
	return {date => $last_note->{date}, anchor => [$last_note, $last_note->{date_line}]}
	    if $last_note && !$last;
	return undef if !$last;
	hit('moment: event and note of a day') if $last->{date} eq $last_note->{date};
	return {date => $last->{date}, anchor => ['log', $last->{line}]}
	    if $last->{date} gt $last_note->{date};
	return {date => $last_note->{date}, anchor => [$last_note, $last_note->{date_line}]};
}

# "A contact is closed when the last of its `closed`/`reopened` events is `closed`, unless a
# `replied`, `met` or `helped` event came after it, or the date of a note that is not off lies
# after its date."
sub closed
{
	my ($m, $id) = @_;
	my $last = last_event($m, $id, 'closed', 'reopened');
	return 0 if !$last;
	if ($last->{event} eq 'reopened') {
		hit('closed: reopened') if last_event($m, $id, 'closed');
		return 0;
	}
	for my $event (events_of($m, $id)) {
		if ($event->{event} eq 'replied' || $event->{event} eq 'met'
		    || $event->{event} eq 'helped') {
			return !hit('closed: undone by an event') if after($event, $last);
		}
	}
	for my $note (notes_of($m, $id)) {
		return !hit('closed: undone by a note') if !off($note)
		    && $note->{date} gt $last->{date};
		hit('closed: not undone by a note of that day') if $note->{date} eq $last->{date}
		    && !off($note);
	}
	return hit('closed');
}

# "A contact has declined when the last of its `replied`, `met`, `helped`, `declined`, `reopened`
# events is `declined`."
sub declined
{
	my ($m, $id) = @_;
	my $last = last_event($m, $id, 'replied', 'met', 'helped', 'declined', 'reopened');
	return defined $last && $last->{event} eq 'declined' && hit('declined');
}

# "A contact is deferred by its last `deferred` event, unless a dealing or a `reopened` event came
# after it or a held note's date lies after its date." Returns the day until which the actions
# marked w wait.
sub waits_until
{
	my ($m, $id) = @_;
	my $deferred = last_event($m, $id, 'deferred');
	return undef if !$deferred;
	for my $event (events_of($m, $id)) {
		if (dealing($event) && after($event, $deferred)) {
			hit('deferred: undone by a dealing');
			return undef;
		}
		if ($event->{event} eq 'reopened' && after($event, $deferred)) {
			hit('deferred: undone by reopened');
			return undef;
		}
	}
	for my $note (notes_of($m, $id)) {
		if (held($note) && $note->{date} gt $deferred->{date}) {
			hit('deferred: undone by a held note');
			return undef;
		}
	}
	hit('deferred');
	return $deferred->{until};
}

# "Then the actions marked w wait for its `until`: they are shown from, and due on, the later of
# that and their own date." A row that is shown at once has from ''; one without a due date has
# due ''.
sub waiting
{
	my ($m, $id, $row) = @_;
	my $until = waits_until($m, $id);
	return $row if !defined $until;
	hit("w: $row->{action} waits");
	$row->{from} = $until if $until gt $row->{from};
	if ($until gt $row->{due}) {
		hit("w: $row->{action} waits beyond its date");
		$row->{due} = $until;
	}
	return $row;
}

# "Unanswered requests are the days with an `asked` event after the last `replied`, `declined`,
# `met`, `helped` or `reopened` event, and after the date of every note that is not off."
sub unanswered_days
{
	my ($m, $id) = @_;
	my $answer = last_event($m, $id, 'replied', 'declined', 'met', 'helped', 'reopened');
	my @days;
	ASKED: for my $event (events_of($m, $id)) {
		next if $event->{event} ne 'asked';
		next if $answer && !after($event, $answer);
		for my $note (notes_of($m, $id)) {
			if (!off($note) && !($event->{date} gt $note->{date})) {
				hit('asked: not after a note');
				next ASKED;
			}
		}
		if (grep { $_ eq $event->{date} } @days) {
			hit('asked: twice on a day');
		} else {
			push @days, $event->{date};
		}
	}
	return @days;
}

# ---- Markdown, from the model of a note's body: a list of blocks ----

# Is block $i in the section of a heading that begins with $word ("of any level", "Case does not
# matter")? Decision: a section reaches to the next heading of the same or a higher level.
sub in_section
{
	my ($blocks, $i, $word) = @_;
	HEADING: for my $h (0 .. $i - 1) {
		next if $blocks->[$h]{t} ne 'h';
		next if lc substr($blocks->[$h]{text}, 0, length $word) ne lc $word;
		for my $between ($h + 1 .. $i) {
			next if $blocks->[$between]{t} ne 'h';
			next HEADING if $blocks->[$between]{level} <= $blocks->[$h]{level};
		}
		return 1;
	}
	return 0;
}

# All list items at or below a block, in the order of the document.
sub items_below
{
	my ($block) = @_;
	my @items;
	if ($block->{t} eq 'list') {
		for my $item (@{$block->{items}}) {
			push @items, $item, map { items_below($_) } @{$item->{more}};
		}
	}
	push @items, map { items_below($_) } @{$block->{blocks}} if $block->{t} eq 'quote';
	return @items;
}

# Tasks as {item, advice, promised}, in the order of the document.
sub tasks_of
{
	my ($note) = @_;
	my @tasks;
	for my $i (0 .. $#{$note->{body}}) {
		for my $item (items_below($note->{body}[$i])) {
			next if $item->{kind} ne 'task';
			push @tasks, {item => $item,
			    advice => in_section($note->{body}, $i, 'Advice'),
			    promised => in_section($note->{body}, $i, 'Promised')};
		}
	}
	return @tasks;
}

sub ends_in_question_mark
{
	return $_[0] =~ /[?？؟]$/;
}

# "a question is a heading that ends in `?`, or a list item, not inside an answer and not a task,
# whose first paragraph does."
sub count_questions
{
	my ($note) = @_;
	my @blocks = @{$note->{body}};
	my %in_answer;
	my $n = 0;
	for my $h (0 .. $#blocks) {
		next if $blocks[$h]{t} ne 'h' || !ends_in_question_mark($blocks[$h]{text});
		$n++;
		hit('question: heading');
		# "Its answer is what follows: under a heading, the blocks up to the next heading
		# of the same or a higher level or the next question"
		for my $b ($h + 1 .. $#blocks) {
			last if $blocks[$b]{t} eq 'h' && $blocks[$b]{level} <= $blocks[$h]{level};
			last if $blocks[$b]{t} eq 'h' && ends_in_question_mark($blocks[$b]{text});
			$in_answer{$b} = 1;
		}
	}
	for my $b (0 .. $#blocks) {
		if ($in_answer{$b}) {
			for (items_below($blocks[$b])) {
				hit('question: none, in the answer to a heading')
				    if $_->{kind} eq 'plain' && ends_in_question_mark($_->{text});
			}
			next;
		}
		$n += count_question_items($blocks[$b]);
	}
	return $n;
}

sub count_question_items
{
	my ($block) = @_;
	my $n = 0;
	if ($block->{t} eq 'list') {
		for my $item (@{$block->{items}}) {
			if ($item->{kind} eq 'plain' && ends_in_question_mark($item->{text})) {
				# "in a list item, the item's further blocks" are the answer.
				$n++;
				hit('question: item');
				hit('question: item with further blocks') if @{$item->{more}};
				next;
			}
			hit('question: none, a task') if $item->{kind} eq 'task'
			    && ends_in_question_mark($item->{text});
			$n += count_question_items($_) for @{$item->{more}};
		}
	}
	if ($block->{t} eq 'quote') {
		$n += count_question_items($_) for @{$block->{blocks}};
	}
	return $n;
}

# "HTML comments, empty list items and empty paragraphs are nothing." Decision: headings and
# thematic breaks alone are no content; a box without text is nothing.
sub something
{
	my ($block) = @_;
	return 0 if $block->{t} eq 'comment' || $block->{t} eq 'h' || $block->{t} eq 'hr';
	if ($block->{t} eq 'list') {
		for my $item (@{$block->{items}}) {
			return 1 if $item->{kind} eq 'plain' || $item->{kind} eq 'task';
			for my $more (@{$item->{more}}) {
				return 1 if something($more);
			}
		}
		return 0;
	}
	if ($block->{t} eq 'quote') {
		for my $inner (@{$block->{blocks}}) {
			return 1 if something($inner);
		}
		return 0;
	}
	return 1;
}

# Is there anything "in the section of its level-2 heading Research"?
sub has_research
{
	my ($note) = @_;
	my @blocks = @{$note->{body}};
	my $empty = 0;
	for my $h (0 .. $#blocks) {
		next if $blocks[$h]{t} ne 'h' || lc $blocks[$h]{text} ne 'research';
		if ($blocks[$h]{level} != 2) {
			hit('research: of another level');
			next;
		}
		for my $b ($h + 1 .. $#blocks) {
			last if $blocks[$b]{t} eq 'h' && $blocks[$b]{level} <= 2;
			$empty = 1;
			return hit('research: some') if something($blocks[$b]);
		}
	}
	hit($empty ? 'research: nothing that counts' : 'research: none');
	return 0;
}

# ---- Referrals ----

sub emails
{
	return grep { $_ ne '' } map { s/^\s+//r =~ s/\s+$//r } split /;/, $_[0];
}

# "A referral is a contact when its `id` is one's id; else when its `email` is among one's (case
# ignored); else when the folded names are equal, the folded organisations are equal or one is
# empty, and they do not have only different emails. Two contacts that fit by name: no match, and
# a warning." $kind is for --stats.
sub match
{
	my ($m, $kind, $referral, @people) = @_;
	if ($referral->{id} ne '') {
		for my $person (@people) {
			next if $person->{id} ne NFC($referral->{id});
			hit("$kind: by id");
			return $person;
		}
	}
	if ($referral->{email} ne '') {
		for my $person (@people) {
			for my $email (emails($person->{email})) {
				next if fc $email ne fc $referral->{email};
				hit("$kind: by email");
				return $person;
			}
		}
	}
	my @fit;
	for my $person (@people) {
		next if folded($person->{name}) ne folded($referral->{name});
		my ($a, $b) = (folded($person->{org}), folded($referral->{org}));
		if ($a ne $b && $a ne '' && $b ne '') {
			hit("$kind: none, another organisation");
			next;
		}
		if (emails($person->{email}) && $referral->{email} ne '') {
			hit("$kind: none, another email");	# an equal one was found above
			next;
		}
		push @fit, $person;
	}
	if (@fit == 1) {
		hit("$kind: by name");
		hit("$kind: by name, spelled differently") if $fit[0]{name} ne $referral->{name};
		return $fit[0];
	}
	if (@fit > 1) {
		hit("$kind: ambiguous");
		$m->{warnings} = 1;
	}
	return undef;
}

# "Where a note and the contact's row differ, the row counts, and a warning says so."
sub warn_leave
{
	my ($m, $person, $referral) = @_;
	my ($row, $note) = ($person->{may_use_name}, $referral->{may_use_name});
	return if $row eq '' || $note eq '' || $row eq $note || $person->{referred_by} eq '';
	return if !grep { NFC($_) eq NFC($person->{referred_by}) } @{$referral->{in}{contacts}};
	hit('contact: leave differs');
	$m->{warnings} = 1;
}

# "What matches no contact is a lead. Referrals are taken in the order note date, file, line; one
# that fits an earlier lead by the same test (against that lead's columns as filled so far) is
# that lead, and fills its empty columns."
sub leads
{
	my ($m) = @_;
	my (@referrals, @leads);
	for my $note (@{$m->{notes}}) {
		push @referrals, map { {%$_, in => $note} } @{$note->{referrals}};
	}
	@referrals = sort {
		$a->{in}{date} cmp $b->{in}{date} || $a->{in}{file} cmp $b->{in}{file}
		    || $a->{line} <=> $b->{line} || $a->{n} <=> $b->{n}
	} @referrals;
	for my $referral (@referrals) {
		# "a referral in any note, without `skip`, that is no contact yet"
		if ($referral->{skip}) {
			hit('lead: skip');
			match($m, 'skipped', $referral, @{$m->{people}});	# it may warn
			next;
		}
		my $known = match($m, 'contact', $referral, @{$m->{people}});
		warn_leave($m, $known, $referral) if $known;
		next if $known;
		my $lead = match($m, 'lead', $referral, @leads);
		if ($lead) {
			for my $column (qw(email org)) {
				if ($lead->{$column} eq '' && $referral->{$column} ne '') {
					hit("lead: $column filled");
					$lead->{$column} = $referral->{$column};
				}
			}
			push @{$lead->{named_by}}, @{$referral->{in}{contacts}};
			push @{$lead->{notes}}, $referral->{in};
			next;
		}
		# "A lead's id is its referral's `id`, else derived from the name; one that is
		# taken gets `-2`, `-3`, ..."
		my $id = $referral->{id} ne '' ? NFC($referral->{id})
		    : derived_id($referral->{name});
		my %taken = map { $_->{id} => 1 } @{$m->{people}}, @leads;
		if ($taken{$id}) {
			# An id is "at most 180 bytes": a longer one gives way to its suffix.
			my $n = 2;
			chop $id while bytes_of("$id-$n") > 180;
			$n++ while $taken{"$id-$n"};
			$id = "$id-$n";
			hit('lead: taken id' . ($n > 2 ? ', -3 or more' : ''));
		}
		push @leads, {id => $id, name => $referral->{name}, org => $referral->{org},
		    email => $referral->{email}, named_by => [@{$referral->{in}{contacts}}],
		    notes => [$referral->{in}],
		    date => $referral->{in}{date}, anchor => [$referral->{in}, $referral->{line}]};
	}
	return @leads;
}

# ---- The table: one function a row of it, each returning the rows of one person ----

# The person of that id, or undef: "a contact".
sub contact
{
	my ($m, $id) = @_;
	for my $person (@{$m->{people}}) {
		return $person if $person->{id} eq NFC($id);
	}
	return undef;
}

# "A row of `thank`, `write-up`, `reply` or `report-back` whose due date lies before T -
# `lapse_after` has lapsed: it does not arise (`--lapsed` makes it)."
sub arises
{
	my ($m, $row) = @_;
	return 1 if $row->{due} eq ''
	    || !($row->{due} lt subtract($m->{today}, $m->{set}{lapse_after}));
	hit("lapsed: $row->{action}" . ($m->{lapsed} ? ', made' : ''));
	return $m->{lapsed};
}

# 1: "a planned note | due | the note's date | the note's date line"
sub meet
{
	my ($m, $id) = @_;
	my @rows;
	for my $note (notes_of($m, $id)) {
		next if !planned($m, $note);
		push @rows, {action => 'meet', rank => 1, id => $id, from => $note->{date},
		    due => $note->{date}, anchor => [$note, $note->{date_line}]};
	}
	return @rows;
}

# 2: w; "the last dealing is `replied`, and no note that is not off is dated on or after it | at
# once | replied + `reply_within` | the log line"
sub reply
{
	my ($m, $id) = @_;
	my $last;
	for my $event (events_of($m, $id)) {
		$last = $event if dealing($event);
	}
	return () if !$last || $last->{event} ne 'replied';
	for my $note (notes_of($m, $id)) {
		if (!off($note) && $note->{date} ge $last->{date}) {
			hit('reply: none, a note follows');
			hit('reply: none, a note that day') if $note->{date} eq $last->{date};
			return ();
		}
	}
	my $row = waiting($m, $id, {action => 'reply', rank => 2, id => $id, from => '',
	    due => add($last->{date}, $m->{set}{reply_within}), anchor => ['log', $last->{line}]});
	return arises($m, $row) ? $row : ();
}

# 3a: "a note that is held or unwritten, with `thanked` empty or `no`, and no `thanked` event with
# them on or after its date | its date | its date + `thank_within` | the note's date line"
sub thank_a
{
	my ($m, $id) = @_;
	my @rows;
	NOTE: for my $note (notes_of($m, $id)) {
		next if !held($note) && !unwritten($m, $note);
		if ($note->{thanked} ne '' && $note->{thanked} ne 'no') {
			hit($note->{thanked} eq 'n/a' ? 'thank a: none, n/a'
			    : 'thank a: none, a date');
			next;
		}
		for my $event (events_of($m, $id)) {
			if ($event->{event} eq 'thanked' && $event->{date} ge $note->{date}) {
				hit('thank a: none, thanked event');
				next NOTE;
			}
		}
		my $row = {action => 'thank', rank => 3, id => $id, from => $note->{date},
		    due => add($note->{date}, $m->{set}{thank_within}),
		    anchor => [$note, $note->{date_line}]};
		next if !arises($m, $row);
		hit(held($note) ? 'thank a: held' : 'thank a: unwritten');
		push @rows, $row;
	}
	return @rows;
}

# 3b: "the last `met` or `helped` event, if no `thanked` event is dated on or after it, and, for
# `met`, no note that is not off has the same date | its date | its date + `thank_within` | the
# log line"
sub thank_b
{
	my ($m, $id) = @_;
	my $last = last_event($m, $id, 'met', 'helped');
	return () if !$last;
	for my $event (events_of($m, $id)) {
		if ($event->{event} eq 'thanked' && $event->{date} ge $last->{date}) {
			hit('thank b: none, thanked event');
			return ();
		}
	}
	if ($last->{event} eq 'met') {
		for my $note (notes_of($m, $id)) {
			if (!off($note) && $note->{date} eq $last->{date}) {
				hit('thank b: none, a note has that date');
				return ();
			}
		}
	}
	my $row = {action => 'thank', rank => 3, id => $id, from => $last->{date},
	    due => add($last->{date}, $m->{set}{thank_within}), anchor => ['log', $last->{line}]};
	return () if !arises($m, $row);
	hit("thank b: $last->{event}");
	return $row;
}

# 4: "a planned note with fewer than the least number of questions, or nothing in the section of
# its level-2 heading Research; not for a closed contact | note date - `prepare_before` | note
# date - 1d | the note's line 1"
sub prepare
{
	my ($m, $id) = @_;
	return () if closed($m, $id);
	my @rows;
	for my $note (notes_of($m, $id)) {
		next if !planned($m, $note);
		my $few = count_questions($note) < $m->{set}{questions};
		my $blank = !has_research($note);
		hit('prepare: ' . ($few ? 'few questions' : 'enough questions') . ', '
		    . ($blank ? 'no research' : 'research'));
		hit('prepare: exactly the least number')
		    if count_questions($note) == $m->{set}{questions};
		hit('prepare: one too few') if count_questions($note) == $m->{set}{questions} - 1;
		next if !$few && !$blank;
		push @rows, {action => 'prepare', rank => 4, id => $id,
		    from => subtract($note->{date}, $m->{set}{prepare_before}),
		    due => subtract($note->{date}, '1d'), anchor => [$note, 1]};
	}
	return @rows;
}

# 5: "an unwritten note, or a held one without `rating` | the note's date | note date +
# `write_up_within` | the note's line 1"
sub write_up
{
	my ($m, $id) = @_;
	my @rows;
	for my $note (notes_of($m, $id)) {
		next if !unwritten($m, $note) && !(held($note) && $note->{rating} eq '');
		my $row = {action => 'write-up', rank => 5, id => $id, from => $note->{date},
		    due => add($note->{date}, $m->{set}{write_up_within}), anchor => [$note, 1]};
		next if !arises($m, $row);
		hit(held($note) ? 'write-up: no rating' : 'write-up: unwritten');
		push @rows, $row;
	}
	return @rows;
}

# 6: "an open task item in a note's body, not promised, whatever the outcome | due - `task_lead`;
# without a date at once | the date it names, else none | the task's line"
sub task
{
	my ($m, $id) = @_;
	my @rows;
	for my $note (notes_of($m, $id)) {
		for my $task (tasks_of($note)) {
			next if $task->{item}{done};
			if ($task->{promised}) {
				hit('task: promised');
				next;
			}
			my $due = $task->{item}{due};
			hit($due eq '' ? 'task: no date' : 'task: dated');
			hit('task: of an off note') if off($note);
			push @rows, {action => 'task', rank => 6, id => $id, due => $due,
			    from => $due eq '' ? '' : subtract($due, $m->{set}{task_lead}),
			    anchor => [$note, $task->{item}{line}]};
		}
	}
	return @rows;
}

# 8: w; "after the last `reopened` event, if any, no `asked`, `replied`, `declined`, `met` or
# `helped` event; no note that is not off | at once | the latest of: `added` + `request_within`,
# the last `reopened` + `request_within`, the last `contacted` + `request_within`; none of them:
# none | the contact's line". A closed contact has none.
sub request
{
	my ($m, $id) = @_;
	return () if closed($m, $id);
	my $person = contact($m, $id);
	my $reopened = last_event($m, $id, 'reopened');
	for my $event (events_of($m, $id)) {
		next if $reopened && !after($event, $reopened);
		for my $kind ('asked', 'replied', 'declined', 'met', 'helped') {
			return () if $event->{event} eq $kind;
		}
	}
	for my $note (notes_of($m, $id)) {
		return () if !off($note);
	}
	my $due = '';
	if ($person->{added} ne '') {
		$due = add($person->{added}, $m->{set}{request_within});
		hit('request: added');
	}
	if ($reopened) {
		my $day = add($reopened->{date}, $m->{set}{request_within});
		$due = $day if $day gt $due && hit('request: reopened');
	}
	my $contacted = last_event($m, $id, 'contacted');
	if ($contacted) {
		my $day = add($contacted->{date}, $m->{set}{request_within});
		$due = $day if $day gt $due && hit('request: contacted');
	}
	hit('request: no date') if $due eq '';
	return waiting($m, $id, {action => 'request', rank => 8, id => $id, from => '', due => $due,
	    anchor => $person->{anchor}});
}

# 7: "a contact for whom `request` arises, whose `referred_by` is a contact that is not closed,
# and whose `may_use_name` is empty. The row is the referrer's; it waits when that *request* waits
# | as that `request` | as that `request` | the referred contact's line"
sub get_permission
{
	my ($m, $id) = @_;
	my @rows;
	return () if closed($m, $id);
	for my $referred (@{$m->{people}}) {
		next if $referred->{referred_by} eq '' || NFC($referred->{referred_by}) ne $id;
		my ($request) = request($m, $referred->{id});
		next if !$request;
		if ($referred->{may_use_name} ne '') {
			hit('get-permission: known already');
			next;
		}
		hit('get-permission: of themselves') if $referred->{id} eq $id;
		push @rows, {action => 'get-permission', rank => 7, id => $id,
		    from => $request->{from},
		    due => $request->{due}, anchor => $referred->{anchor}};
	}
	return @rows;
}

# 9: w; "at least one, but fewer than `attempts`, unanswered requests | due | the last `asked` +
# `follow_up_after` | the last `asked` line"
sub follow_up
{
	my ($m, $id) = @_;
	my @days = unanswered_days($m, $id);
	return () if @days < 1 || @days >= $m->{set}{attempts};
	my $asked = last_event($m, $id, 'asked');
	my $due = add($asked->{date}, $m->{set}{follow_up_after});
	return waiting($m, $id,
	    {action => 'follow-up', rank => 9, id => $id, from => $due, due => $due,
	    anchor => ['log', $asked->{line}]});
}

# 10: "a lead: a referral in any note, without `skip`, that is no contact yet. The row bears the
# lead's own columns | at once | note date + `request_within` | the referral's line"; "an
# `add-lead` row belongs to [the selection] when somebody who named the lead does"
sub add_leads
{
	my ($m) = @_;
	my @rows;
	for my $lead (leads($m)) {
		my @selected = grep { $m->{selected}{NFC($_)} } @{$lead->{named_by}};
		if (!@selected) {
			hit('add-lead: not of the selection');
			next;
		}
		hit('add-lead: named more than once') if @{$lead->{named_by}} > 1;
		push @rows, {action => 'add-lead', rank => 10, id => $lead->{id}, from => '',
		    due => add($lead->{date}, $m->{set}{request_within}),
		    anchor => $lead->{anchor}};
	}
	return @rows;
}

# 11a: "a held note with done task items among its advice for which no `reported` event is dated
# on or after the day they were done (unknown: the note's date): one row for the note | at once |
# the earliest of those days (unknown: the note's date) + `report_within` | the first such item's
# line"
sub report_back_a
{
	my ($m, $id) = @_;
	my @rows;
	for my $note (notes_of($m, $id)) {
		next if !held($note);
		my ($first, $earliest);
		TASK: for my $task (tasks_of($note)) {
			next if !$task->{item}{done} || !$task->{advice};
			my $day = $task->{item}{done_day} ne '' ? $task->{item}{done_day}
			    : $note->{date};
			for my $event (events_of($m, $id)) {
				if ($event->{event} eq 'reported' && $event->{date} ge $day) {
					hit('report-back a: reported');
					next TASK;
				}
			}
			hit($task->{item}{done_day} ne '' ? 'report-back a: day known'
			    : 'report-back a: day unknown');
			hit('report-back a: several items') if $first;
			$first = $task->{item} if !$first;
			$earliest = $day if !defined $earliest || $day lt $earliest;
		}
		next if !$first;
		my $row = {action => 'report-back', rank => 11, id => $id, from => '',
		    due => add($earliest, $m->{set}{report_within}),
		    anchor => [$note, $first->{line}]};
		push @rows, $row if arises($m, $row);
	}
	return @rows;
}

# 11b: "a contact whose `referred_by` is a contact that is not closed, at the first meeting with
# it (held note or `met` event; of equal dates the note): the row is the referrer's, unless a
# `thanked`, `reported`, `contacted`, `met` or `helped` event with them, or a held note with them,
# is dated on or after that meeting | at once | the meeting + `report_within` | the note's line 1
# or the log line"
sub report_back_b
{
	my ($m, $id) = @_;
	my @rows;
	return () if closed($m, $id);
	REFERRED: for my $referred (@{$m->{people}}) {
		next if $referred->{referred_by} eq '' || NFC($referred->{referred_by}) ne $id;
		my ($day, $anchor);
		for my $event (events_of($m, $referred->{id})) {
			if ($event->{event} eq 'met' && (!defined $day || $event->{date} lt $day)) {
				$day = $event->{date};
				$anchor = ['log', $event->{line}];
			}
		}
		my $first_note;
		for my $note (notes_of($m, $referred->{id})) {
			$first_note = $note if held($note)
			    && (!$first_note || $note->{date} lt $first_note->{date});
		}
		if ($first_note && (!defined $day || $first_note->{date} le $day)) {
			hit('report-back b: event and note of a day') if defined $day
			    && $day eq $first_note->{date};
			$day = $first_note->{date};
			$anchor = [$first_note, 1];
		}
		next if !defined $day;
		for my $event (events_of($m, $id)) {
			for my $kind ('thanked', 'reported', 'contacted', 'met', 'helped') {
				if ($event->{event} eq $kind && $event->{date} ge $day) {
					hit("report-back b: none, $kind");
					next REFERRED;
				}
			}
		}
		for my $note (notes_of($m, $id)) {
			if (held($note) && $note->{date} ge $day) {
				hit('report-back b: none, a held note');
				next REFERRED;
			}
		}
		my $row = {action => 'report-back', rank => 11, id => $id, from => '',
		    due => add($day, $m->{set}{report_within}), anchor => $anchor};
		next if !arises($m, $row);
		hit($first_note && $first_note->{date} eq $day ? 'report-back b: note'
		    : 'report-back b: met');
		hit('report-back b: the one met is closed') if closed($m, $referred->{id});
		push @rows, $row;
	}
	return @rows;
}

# 12: w; "`attempts` or more unanswered requests | due | the last `asked` + `follow_up_after` |
# the last `asked` line"
sub move_on
{
	my ($m, $id) = @_;
	my @days = unanswered_days($m, $id);
	return () if @days < $m->{set}{attempts};
	my $asked = last_event($m, $id, 'asked');
	my $due = add($asked->{date}, $m->{set}{follow_up_after});
	return waiting($m, $id,
	    {action => 'move-on', rank => 12, id => $id, from => $due, due => $due,
	    anchor => ['log', $asked->{line}]});
}

# 13: w; "a held note or a `met` event, or a `cadence` of its own; cadence not `none`; no `meet`,
# `reply`, `thank`, `request`, `follow-up`, `report-back` or `move-on` row of theirs arises, shown
# or not | due | the last contact moment + `cadence`, else `keep_in_touch`; no moment: `added` +
# cadence; neither: no row | that event's line, that note's date line, or the contact's line"
sub keep_in_touch
{
	my ($m, $id, @rows_of_theirs) = @_;
	my $person = contact($m, $id);
	return () if $person->{cadence} eq 'none';
	my $some = $person->{cadence} ne '';
	for my $note (notes_of($m, $id)) {
		$some = 1 if held($note);
	}
	for my $event (events_of($m, $id)) {
		$some = 1 if $event->{event} eq 'met';
	}
	return () if !$some;
	for my $row (@rows_of_theirs) {
		for my $action ('meet', 'reply', 'thank', 'request', 'follow-up', 'report-back',
		    'move-on') {
			return () if $row->{action} eq $action;
		}
	}
	my $moment = last_moment($m, $id);
	my ($due, $anchor);
	if ($moment) {
		my $own = $person->{cadence} ne '';
		hit($own ? 'keep-in-touch: own cadence' : 'keep-in-touch: the setting');
		$due = add($moment->{date}, $own ? $person->{cadence} : $m->{set}{keep_in_touch});
		$anchor = $moment->{anchor};
	} elsif ($person->{added} ne '') {
		hit('keep-in-touch: added');
		$due = add($person->{added}, $person->{cadence});
		$anchor = $person->{anchor};
	} else {
		hit('keep-in-touch: none, neither');
		return ();
	}
	return waiting($m, $id,
	    {action => 'keep-in-touch', rank => 13, id => $id, from => $due, due => $due,
	    anchor => $anchor});
}

# 14: w; "not closed, not declined, cadence not `none`, and no `keep-in-touch` row, nor one that
# suppresses it, arises: things have come to a stop. The last thing is the latest event (but
# `closed`) or note of theirs (of equal dates the note) | due | `deferred`: its `until`; an off
# note: its date + `request_within`; anything else: its date + `follow_up_after` | that event's
# line, or the note's date line"
sub resume
{
	my ($m, $id, @rows_of_theirs) = @_;
	my $person = contact($m, $id);
	return () if closed($m, $id) || declined($m, $id) || $person->{cadence} eq 'none';
	for my $row (@rows_of_theirs) {
		for my $action ('keep-in-touch', 'meet', 'reply', 'thank', 'request', 'follow-up',
		    'report-back', 'move-on') {
			return () if $row->{action} eq $action;
		}
	}
	my ($event, $note);
	for my $e (events_of($m, $id)) {
		$event = $e if $e->{event} ne 'closed';
	}
	for my $n (notes_of($m, $id)) {
		hit('resume: two notes of a day') if $note && $n->{date} eq $note->{date};
		$note = $n if !$note || $n->{date} ge $note->{date};
	}
	my ($due, $anchor);
	if ($note && (!$event || $note->{date} ge $event->{date})) {
		hit('resume: event and note of a day') if $event && $note->{date} eq $event->{date};
		hit(off($note) ? 'resume: off note' : 'resume: other note');
		$due = add($note->{date}, off($note) ? $m->{set}{request_within}
		    : $m->{set}{follow_up_after});
		$anchor = [$note, $note->{date_line}];
	} elsif ($event) {
		hit("resume: $event->{event}");
		$due = $event->{event} eq 'deferred' ? $event->{until}
		    : add($event->{date}, $m->{set}{follow_up_after});
		$anchor = ['log', $event->{line}];
	} else {
		die "$id: resume with no last thing\n";
	}
	return waiting($m, $id,
	    {action => 'resume', rank => 14, id => $id, from => $due, due => $due,
	    anchor => $anchor});
}

# All rows of one person, shown or not.
sub rows_of
{
	my ($m, $id) = @_;
	my @rows = (meet($m, $id), thank_a($m, $id), thank_b($m, $id), write_up($m, $id),
	    task($m, $id));
	# "A closed contact has no actions but `meet`, `thank`, `write-up` and `task`."
	return @rows if closed($m, $id);
	push @rows, reply($m, $id), prepare($m, $id), get_permission($m, $id), request($m, $id),
	    follow_up($m, $id), report_back_a($m, $id), report_back_b($m, $id), move_on($m, $id);
	my @keep = keep_in_touch($m, $id, @rows);
	my @resume = resume($m, $id, @rows, @keep);
	return @rows, @keep, @resume;
}

# "The law: a contact that is not closed and has not declined, and whose cadence is not `none`,
# always has a row, shown now or at a date that can be computed"
sub check_law
{
	my ($m, $person, @rows) = @_;
	return if closed($m, $person->{id}) || declined($m, $person->{id})
	    || $person->{cadence} eq 'none';
	die "the law is broken for $person->{id}\n" if !@rows;
	for my $row (@rows) {
		die "no day for $row->{action} of $person->{id}\n"
		    if !defined $row->{from} || !defined $row->{due};
	}
}

sub compare_rows
{
	my ($a, $b) = @_;
	# "Rows without a due date come last. The order is due, rank, id (by bytes), anchor (file
	# by bytes, then line as a number)."
	return 1 if $a->{due} eq '' && $b->{due} ne '';
	return -1 if $a->{due} ne '' && $b->{due} eq '';
	return $a->{due} cmp $b->{due} || $a->{rank} <=> $b->{rank} || $a->{id} cmp $b->{id}
	    || $a->{file} cmp $b->{file} || $a->{line} <=> $b->{line};
}

sub anchor_file
{
	my ($m, $what) = @_;
	return relative($m, $what->{path}) if ref $what;
	return $what if $what eq '-';
	return relative($m, $what eq 'log' ? $m->{log_path} : $what);
}

# The rows that must be printed, as lists of due, days, action, id, anchor.
sub expected
{
	my ($m) = @_;
	my @rows;
	for my $person (@{$m->{people}}) {
		my @theirs = rows_of($m, $person->{id});
		check_law($m, $person, @theirs);
		# "These rows are the selection: only they get rows in the output"
		push @rows, @theirs if $m->{selected}{$person->{id}};
	}
	push @rows, add_leads($m);
	# "A row is shown when it is shown from T or earlier, or when its due date is at most T +
	# `--within` (0d)."
	my $horizon = add($m->{today}, $m->{within});
	my @shown;
	for my $row (@rows) {
		hit("action: $row->{action}");
		my $from_now = $row->{from} eq '' || $row->{from} le $m->{today};
		my $soon = $row->{due} ne '' && $row->{due} le $horizon;
		hit('not shown: ' . $row->{action}) if !$from_now && !$soon;
		next if !$from_now && !$soon;
		hit('shown by --within: ' . $row->{action}) if !$from_now;
		hit("due today: $row->{action}") if $row->{due} eq $m->{today};
		$row->{file} = anchor_file($m, $row->{anchor}[0]);
		$row->{line} = $row->{anchor}[1];
		die "no line: $row->{action} of $row->{id}\n" if !$row->{line};
		push @shown, $row;
	}
	@shown = sort { compare_rows($a, $b) } @shown;
	if (@{$m->{actions}}) {
		my %wanted = map { $_ => 1 } @{$m->{actions}};
		@shown = grep { $wanted{$_->{action}} } @shown;
	}
	@shown = @shown[0 .. $m->{at_most} - 1] if defined $m->{at_most} && @shown > $m->{at_most};
	my @lines;
	for my $row (@shown) {
		hit("shown: $row->{action}");
		my $days = $row->{due} eq '' ? ''
		    : day_number($row->{due}) - day_number($m->{today});
		push @lines, [$row->{due}, $days, $row->{action}, $row->{id},
		    "$row->{file}:$row->{line}"];
	}
	return @lines;
}

# ==== The random network. Everything above knows nothing of what follows. ====

sub chance
{
	return rand(100) < $_[0];
}

sub pick
{
	return $_[int rand @_];
}

sub between
{
	my ($low, $high) = @_;
	return $low + int rand($high - $low + 1);
}

sub shuffled
{
	my @in = @_;
	my @out;
	push @out, splice @in, int rand @in, 1 while @in;
	return @out;
}

# One key of a list of key => weight.
sub weighted
{
	my @table = @_;
	my $sum = 0;
	$sum += $table[2 * $_ + 1] for 0 .. @table / 2 - 1;
	my $at = rand $sum;
	while (@table) {
		my ($key, $weight) = splice @table, 0, 2;
		return $key if ($at -= $weight) < 0;
	}
	die 'weights';
}

# A text as it is, or decomposed: ids and names are compared in NFC.
sub spelled
{
	return chance(15) ? NFD($_[0]) : $_[0];
}

my @names = ('Zoë García-Ruiz', "Mary O'Neil", 'Søren Ø.', 'Ana Lima', 'Jean-Luc Crée',
    'Łukasz Żak',
    'Jürgen Weiß', 'Sam Ito', 'Rosa Quispe', 'Андрей Ёлкин', 'Иван Йорк', '김민수', '이 수진', 'अनिता',
    'राज क़ुरैशी', 'محمد أحمد', 'سارة علي', '王小明', 'ガブリエル', 'Nguyễn Thị Hạnh', 'Νίκος Σάββας',
    '4 Winds',
    'Dr. J. Smith, PhD', 'ﬁona Ｊames', 'Ito_San', "D’Arcy (Jo)", 'Éva', 'Eva', 'Bo');
my @orgs = ('', '', 'Acme', 'ACME', 'Ácme', 'Acme Health', 'Globex, Inc.', 'Globex Inc');
my @emails = ('', '', '', 'a@x.example', 'b@x.example', 'A@X.example', 'c@y.example');
my @kinds = (asked => 6, replied => 4, declined => 2, met => 3, helped => 3, thanked => 4,
    reported => 2,
    contacted => 3, deferred => 3, closed => 2, reopened => 2);
my @stories = (['asked'], ['asked', 'asked'], ['asked', 'asked', 'asked'], ['asked', 'deferred'],
    ['asked', 'asked', 'deferred'], ['asked', 'replied', 'met', 'thanked'],
    ['met', 'thanked', 'deferred'],
    ['helped', 'thanked'], ['helped', 'thanked', 'deferred'], ['met', 'thanked', 'contacted'],
    ['replied', 'contacted'],
    ['replied', 'asked'], ['asked', 'declined'], ['asked', 'declined', 'asked'],
    ['asked', 'declined', 'reopened'],
    ['asked', 'closed'], ['asked', 'closed', 'reopened'], ['met', 'thanked', 'closed'],
    ['deferred'],
    ['asked', 'replied', 'deferred'], ['replied', 'deferred', 'closed'], ['contacted', 'reported'],
    ['met', 'thanked', 'reported'], ['asked', 'thanked', 'asked'],
    ['declined', 'helped', 'thanked'], ['met', 'closed'],
    ['thanked', 'deferred'], ['reopened', 'contacted'],
    ['closed', 'replied', 'reopened', 'deferred']);

sub duration
{
	my ($low, $high) = @_;
	my $n = between($low, $high);
	return pick("${n}d", "${n}d", "${n}d", int(($n + 3) / 7) . 'w', "${n}bd");
}

sub make_settings
{
	my %set = (request_within => '7d', reply_within => '1d', follow_up_after => '14d',
	    attempts => 2,
	    questions => 10, prepare_before => '3d', write_up_within => '1d', thank_within => '2d',
	    task_lead => '7d', report_within => '14d', keep_in_touch => '3m', lapse_after => '90d');
	my %own = (request_within => duration(0, 10), reply_within => duration(0, 3),
	    follow_up_after => duration(0, 16), attempts => between(1, 3),
	    questions => between(3, 5),
	    prepare_before => duration(0, 6), write_up_within => duration(0, 3),
	    thank_within => duration(0, 5), task_lead => duration(0, 9),
	    report_within => pick(duration(0, 15), '1m'),
	    keep_in_touch => pick('1w', '2w', '1m', '3m', '1y'),
	    lapse_after => pick('5d', '10d', '30d', '1m', '2m', '90d'));
	my $often = pick(0, 50, 100);
	for my $key (sort keys %own) {
		delete $own{$key} if !chance($key eq 'questions' ? 75 : $often);
	}
	return ({%set, %own}, \%own);
}

# A day of this network: few hot days, so that events, notes and today fall together.
sub some_day
{
	my ($g) = @_;
	return pick(@{$g->{hot}}) if chance(55);
	return add($g->{today}, between(0, $g->{span}) . 'd', chance(12) ? 1 : -1);
}

sub make_days
{
	my $g = {span => pick(2, 5, 12, 30, 120)};
	$g->{today} = chance(50)
	    ? pick('2026-02-28', '2028-02-29', '2026-03-01', '2026-03-31', '2026-05-31',
	    '2026-11-30', '2026-12-31',
	    '2027-01-01', '2028-03-01', '2027-01-31', '2100-02-28')
	    : add('2026-01-01', between(0, 900) . 'd');
	$g->{hot} = [$g->{today}, subtract($g->{today}, '1d')];
	for (1 .. between(1, 4)) {
		push @{$g->{hot}}, subtract($g->{today}, between(0, $g->{span}) . 'd');
	}
	push @{$g->{hot}}, add($g->{today}, between(1, 3) . 'd') if chance(50);
	push @{$g->{hot}}, subtract($g->{today}, pick('1m', '3m', '2w', '1y')) if chance(30);
	$g->{extra} = chance(50);
	$g->{settled} = chance(30);	# nobody to thank: what comes after that
	return $g;
}

sub make_contacts
{
	my ($g) = @_;
	my (@contacts, %taken);
	my $pool = [(shuffled(@names))[0 .. between(4, 16)]];
	$g->{pool} = $pool;
	my $want = between(3, 14);
	for (1 .. 60) {
		last if @contacts >= $want;
		my %c = (name => pick(@$pool), id_cell => '');
		my $long = chance(0.5);
		$c{name} = 'a' . 'ы' x between(85, 95) if $long;
		$c{name} .= ' ' . pick('II', 'Lee', '수', '2') if chance(20);
		$c{name} = spelled($c{name});
		if ((chance(35) && !$long) || $taken{derived_id($c{name})}) {
			$c{id_cell} = pick('c' . between(1, 30), 'Кот-' . between(1, 9),
			    'é.' . between(1, 9), derived_id($c{name}) . '-' . between(2, 3),
			    'X_' . between(1, 9), between(1, 9) . 'th');
			$c{id_cell} = NFD($c{id_cell}) if chance(15);
		}
		$c{id} = $c{id_cell} ne '' ? NFC($c{id_cell}) : derived_id($c{name});
		next if bytes_of($c{id}) > 180 || $taken{$c{id}}++;
		$c{org} = pick(@orgs);
		$c{email} = pick(@emails);
		$c{email} .= pick(';', '; ') . pick('b@x.example', 'd@z.example') if $c{email}
		    && chance(25);
		$c{added} = chance(55) ? some_day($g) : '';
		$c{cadence} = chance(40) ? pick('none', 'none', '1w', '2w', '1m', '3m', '5d', '1y')
		    : '';
		$c{may_use_name} = pick('', '', 'yes', 'no');
		push @contacts, \%c;
	}
	for my $column (qw(org email added cadence may_use_name)) {
		if (chance(10)) {
			$_->{$column} = '' for @contacts;
		}
	}
	for my $c (@contacts) {
		$c->{referred_by} = '';
		next if chance(45);
		$c->{referred_by} = spelled(pick(@contacts)->{id});
		$c->{referred_by} = pick('nobody', $c->{id}) if chance(8);
	}
	return @contacts;
}

sub make_log
{
	my ($g, @contacts) = @_;
	my @lines;
	my @known = chance(15) ? (asked => 3, deferred => 2, closed => 1, reopened => 1) : @kinds;
	@known = (asked => 4, declined => 2, reopened => 2, deferred => 2, closed => 1, thanked => 1)
	    if $g->{settled} && chance(50);
	my @told = @known == @kinds ? @stories : grep { "@$_" =~ /^(asked|deferred| )+$/ } @stories;
	for my $c (@contacts, {id => 'stranger', rare => 1}) {
		next if $c->{rare} && !chance(5);
		my $spelling = spelled($c->{id});
		my @palette = map { weighted(@known) } 1 .. between(1, 4);
		my @kinds_here = map { pick(@palette) } 1 .. pick(0, 0, 1, 1, 2, 2, 3, 4, 6);
		my @days = map { some_day($g) } @kinds_here;
		if (chance($g->{settled} ? 20 : 45)) {
			# A story in its order: rare by chance, and the rules are about such.
			@kinds_here = @{pick(@told)};
			@days = sort map { some_day($g) } @kinds_here;
		}
		for my $note (@{$g->{notes}}) {
			next if !grep { NFC($_) eq $c->{id} } @{$note->{contacts}};
			if (chance(25)) {
				# Little but this, on the day of the note or next to it.
				@kinds_here = @{pick(['deferred'], ['deferred'], ['declined', 'reopened'],
				    ['closed', 'met'], ['asked'], ['helped', 'asked'], ['closed'])};
				@days = sort map { add($note->{date}, between(-1, 1) . 'd') } @kinds_here;
			}
			next if !chance(20);
			push @kinds_here, pick('met', weighted(@known), weighted(@kinds));
			push @days, $note->{date};
		}
		for my $i (0 .. $#kinds_here) {
			my %e = (contact => $spelling, event => $kinds_here[$i], date => $days[$i],
			    via => pick('', '', 'email', 'post'), until => '',
			    note => pick('', '', '', 'a, b', 'said "yes"', ' kept blanks '),
			    extra => $g->{extra} ? pick('', '', 'x') : '');
			$e{until} = chance(50) ? some_day($g)
			    : add($e{date}, between(0, $g->{span}) . 'd')
			    if $e{event} eq 'deferred';
			push @lines, \%e;
			if (chance(9)) {
				push @lines, {%e};
			} elsif (chance(8)) {
				push @lines, {%e, $g->{extra} ? 'extra' : 'via' => 'differs'};
			} elsif (chance(5)) {
				push @lines, {%e, note => 'differs'};
			}
		}
	}
	return chance(40) ? shuffled(@lines) : sort { $a->{date} cmp $b->{date} } @lines;
}

# ---- Notes ----

my @asked = ('How did you start', 'What is a day like', 'What would you change',
    'Who else should I meet',
    "What\nsurprised you", 'Was ist **neu**, und warum', '왜', 'Is it `hard` or not');

sub question_text
{
	return pick(@asked) . pick('?', '?', '?', '？', '؟');
}

sub make_task
{
	my ($g, $note) = @_;
	my %i = (t => 'item', kind => 'task', more => [], due => '', done_day => '',
	    done => chance(45));
	my @words = (pick('read the paper', 'send the CV', 'ask Bo?', 'overdue 2020-01-01 books',
	    'undone done, due soon'));
	if (chance(50)) {
		$i{due} = chance(60) ? some_day($g) : add($g->{today}, between(0, 12) . 'd');
		push @words, dated('due', '📅', $i{due});
		push @words, dated('due', '📅', some_day($g)) if chance(10);
	}
	if ($i{done} && chance(60)) {
		$i{done_day} = chance(50) ? some_day($g) : add($note->{date}, between(0, 5) . 'd');
		push @words, dated('done', '✅', $i{done_day});
		push @words, dated('done', '✅', some_day($g)) if chance(10);
	}
	push @words, pick('please', 'soon.', 'really?') if chance(30);
	$i{text} = join chance(15) ? "\n" : ' ', @words;
	$i{box} = !$i{done} ? '[ ]' : pick('[x]', '[X]');
	if (chance(15)) {
		# Not in the first paragraph: no date of this task.
		push @{$i{more}}, {t => 'p', text => 'due:2026-01-01 done:2026-01-01'};
	}
	return \%i;
}

sub dated
{
	my ($word, $sign, $day) = @_;
	my $w = pick($word, $word, uc $word, ucfirst $word);
	return pick("$w:$day", "$w: $day", "$w $day", "$sign $day", "($w $day)", "$w:$day.");
}

sub plain_item
{
	my ($text, @more) = @_;
	return {t => 'item', kind => 'plain', text => $text, more => [@more]};
}

sub nothing_item
{
	return {t => 'item', kind => pick('empty', 'empty', 'comment', 'box'), text => '',
	    more => []};
}

sub list_of
{
	return {t => 'list', marker => pick('-', '-', '*', '+', '1.', '3)'), items => [@_]};
}

sub question_item
{
	my ($g, $note) = @_;
	my @more;
	if (chance(35)) {
		push @more, {t => 'p', text => pick('They said so.', 'Why do you ask?')}
		    if chance(50);
		push @more, list_of(plain_item('not counted?'), plain_item('nor this'))
		    if chance(50);
		push @more, list_of(make_task($g, $note)) if chance(25);
	}
	my $item = plain_item(question_text(), @more);
	# The item nested in one that is no question and no answer counts.
	return plain_item('about this', list_of($item)) if chance(15);
	return $item;
}

sub heading
{
	my ($level, $text) = @_;
	return {t => 'h', level => $level, text => $text};
}

sub cased
{
	return pick($_[0], $_[0], uc $_[0], lc $_[0]);
}

sub filler
{
	my ($g, $note) = @_;
	return weighted_block($g, $note, p => 5, comment => 3, code => 2, hr => 1, plain => 2,
	    tasks => 4, quote => 1);
}

sub weighted_block
{
	my ($g, $note, @table) = @_;
	my $t = weighted(@table);
	return {t => 'p', text => pick('Some text.', "Two lines\nof text.", 'Is this a question?')}
	    if $t eq 'p';
	return {t => 'comment', lines => pick(['<!-- nothing -->'],
	    ['<!--', '- [ ] no task due:2026-01-01', '', '## Research', '- no question?', '-->'])}
	    if $t eq 'comment';
	return {t => 'code', lines => ['- [ ] no task', '## Advice', '- no question?'],
	    fence => pick('```', '~~~')}
	    if $t eq 'code';
	return {t => 'hr'} if $t eq 'hr';
	return list_of(nothing_item(), chance(40) ? nothing_item() : ()) if $t eq 'nothing';
	return list_of(plain_item(pick('a point', '[ ]no box', '[-] not a task',
	    "a point\nin two lines")))
	    if $t eq 'plain';
	if ($t eq 'quote') {
		return {t => 'quote', blocks => [chance(50) ? {t => 'p', text => 'they said'}
		    : list_of(make_task($g, $note), chance(50) ? plain_item('quoted?') : ())]};
	}
	my @items = map { make_task($g, $note) } 1 .. pick(1, 1, 1, 2, 3);
	push @items, plain_item('with', list_of(make_task($g, $note))) if chance(15);
	push @items, nothing_item() if chance(10);
	return list_of(@items);
}

sub make_research
{
	my ($g, $note) = @_;
	my @blocks = heading(chance(90) ? 2 : pick(1, 3), cased('Research'));
	push @blocks, weighted_block($g, $note, comment => 2, nothing => 2,
	    hr => 1) while chance(40);
	push @blocks, heading(3, 'Sources') if chance(20);
	push @blocks, filler($g, $note) if chance(60);
	return @blocks;
}

sub make_body
{
	my ($g, $note) = @_;
	return if chance(6);
	my @sections;
	push @sections, [make_research($g, $note)] if chance(80);
	my $left = $g->{set}{questions} + pick(-2, -1, -1, 0, 0, 0, 1);
	$left = between(0, 3) if chance(15);
	while ($left > 0) {
		my @blocks;
		push @blocks, heading(pick(2, 2, 3), pick('Questions', 'The work', 'Career path'))
		    if chance(50);
		my $n = between(1, $left);
		if (chance(60)) {
			push @blocks, list_of(map { question_item($g, $note) } 1 .. $n);
		} else {
			for (1 .. $n) {
				push @blocks, heading(pick(2, 3, 3, 4),
				    question_text() =~ s/\n/ /gr);
				push @blocks, filler($g, $note) if chance(30);
				push @blocks, list_of(plain_item('in an answer?')) if chance(20);
				push @blocks, heading(between(3, 5), 'Aside'),
				    list_of(plain_item('in an answer too?')) if chance(15);
			}
			push @blocks, heading(2, 'Rest') if chance(50);
		}
		push @sections, [@blocks];
		$left -= $n;
	}
	if (chance(55)) {
		my @blocks = heading(between(1, 5),
		    cased(pick('Advice', 'Advice from them', 'Advice: read', 'Advice?')));
		push @blocks, filler($g, $note) if chance(30);
		push @blocks, heading(between(2, 6), pick('Books', cased('Promised too')))
		    if chance(25);
		push @blocks, weighted_block($g, $note, tasks => 1);
		push @sections, [@blocks];
	}
	if (chance(40)) {
		my @blocks = heading(between(1, 5), cased(pick('Promised', 'Promised by them')));
		push @blocks, heading(between(2, 6), pick('Details', 'Advice in it')) if chance(30);
		push @blocks, weighted_block($g, $note, tasks => 1);
		push @sections, [@blocks];
	}
	if (chance(40)) {
		push @sections, [heading(between(1, 4),
		    pick('Private', 'Insights', 'My advice', 'Not Promised', 'To do')),
		    filler($g, $note)];
	}
	my @blocks;
	push @blocks, heading(1, 'Interview') if chance(50);
	push @blocks, filler($g, $note) if chance(15);
	push @blocks, map { @$_ } shuffled(@sections);
	return @blocks;
}

# Another spelling of a name that folds to the same.
sub respelled
{
	my ($name) = @_;
	my $s = pick($name, $name, uc $name, lc $name, NFD($name),
	    NFKD($name) =~ s/[\x{300}-\x{36f}]//gr);
	$s =~ s/'/’/g if chance(30);
	$s =~ s/-// if chance(15);
	$s =~ s/ /  /  if chance(10);
	$s = NFC($s) . '.' if chance(10);
	return $s;
}

sub make_referral
{
	my ($g, @contacts) = @_;
	my $c = pick(@contacts);
	my %r = (name => chance(30) ? respelled($c->{name}) : respelled(pick(@{$g->{pool}})),
	    id => '', org => '',
	    email => '', skip => 0, may_use_name => pick('', 'yes', 'no'));
	$r{org} = chance(40) ? $c->{org} : pick(@orgs) if chance(60);
	$r{email} = chance(12) ? (split /; ?/, $c->{email})[0] // ''
	    : pick(@emails, 'l@x.example', 'L@x.example', 'm@x.example') if chance(45);
	$r{email} = uc $r{email} if chance(20);
	$r{id} = pick(spelled($c->{id}), 'lead-' . between(1, 2), spelled('léa'),
	    derived_id($r{name})) if chance(20);
	$r{skip} = 1 if chance(12);
	return \%r;
}

sub make_notes
{
	my ($g, @contacts) = @_;
	my (@notes, %taken);
	my @days = map { some_day($g) } 1 .. 2;
	my @often = (shuffled(@contacts))[0 .. 2];
	for (1 .. pick(0, 1, 2, 3, 4, 5, 7)) {
		my %n = (date => chance(40) ? pick(@days) : some_day($g));
		$n{date} = add($g->{today}, between(0, 5) . 'd') if chance(15);
		$n{file} = pick('', '', '', 'a/', 'a-b/', 'z/deep/', 'Ünder/')
		    . pick('a', 'b', 'z', $n{date}, 'two words', 'é', 'a-1', 'x.y') . '.md';
		next if $taken{$n{file}}++;
		my @who = shuffled(chance(50) ? @often : @contacts);
		$n{contacts} = [map { spelled($_->{id}) } @who[0 .. (chance(25) ? between(1, 2)
		    : 0)]];
		push @{$n{contacts}}, 'stranger' if chance(3);
		if (@notes && chance(28)) {
			# Several notes of a day with the same person.
			$n{date} = $notes[-1]{date};
			$n{contacts}[0] = $notes[-1]{contacts}[0];
			@{$n{contacts}} = $n{contacts}[0];
		}
		$n{outcome} = pick('', '', '', 'met', 'met', 'met', 'cancelled', 'no-show',
		    'moved');
		$n{rating} = chance(50) ? between(1, 5) : '';
		$n{thanked} = pick('', '', 'no', 'n/a', 'n/a', 'n/a', some_day($g), some_day($g));
		$n{thanked} = 'n/a' if $g->{settled};
		if (@notes && $notes[-1]{date} eq $n{date} && chance(60)) {
			$n{outcome} = $notes[-1]{outcome};
			$n{thanked} = $notes[-1]{thanked} = pick('n/a', $notes[-1]{thanked});
		}
		$n{body} = [make_body($g, \%n)];
		$n{referrals} = [map { make_referral($g, @contacts) } 1 .. pick(0, 0, 1, 1, 2, 4)];
		$n{referrals}[$_]{n} = $_ for 0 .. $#{$n{referrals}};
		push @notes, \%n;
	}
	if (chance(3) && !$taken{'s.md'}) {
		# Of somebody who is no contact at all.
		push @notes, {date => some_day($g), file => 's.md', contacts => ['stranger'],
		    outcome => '', rating => '',
		    thanked => '', body => [], referrals => []};
	}
	return @notes;
}

# ---- Writing files ----

sub csv_cell
{
	my ($value) = @_;
	if ($value =~ /[",\r\n]|^\s|\s$/ || chance(12)) {
		$value =~ s/"/""/g;
		return qq("$value");
	}
	return pick(' ', '  ') . $value . pick('', ' ') if chance(4) && $value ne '';
	return $value;
}

# Writes rows (each a hash) under the columns; sets each row's {line} to the line on which it
# starts.
sub csv_text
{
	my ($columns, @rows) = @_;
	my $nl = chance(25) ? "\r\n" : "\n";
	my $text = chance(12) ? "\x{FEFF}" : '';
	my $line = 1;
	$text .= join(',', map { chance(8) ? qq("$_") : $_ } @$columns) . $nl;
	$line++;
	for my $row (@rows) {
		while (chance(4)) {
			$text .= $nl;
			$line++;
		}
		my @cells = map { $row->{$_} // '' } @$columns;
		my $drop = chance(30);
		pop @cells while $drop && @cells > 1 && $cells[-1] eq '';
		my $record = join ',', map { csv_cell($_) } @cells;
		$record =~ s/\n/$nl/g;
		$row->{line} = $line;
		$line += ($record =~ tr/\n//) + 1;
		$text .= $record . $nl;
	}
	$text =~ s/\r?\n\z// if @rows && chance(15);
	return $text;
}

sub yaml_scalar
{
	my ($value) = @_;
	return pick("''", '""') if $value eq '';
	my $style = $value =~ /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .'’_\@\/+-]*\z/ && $value !~ / \z/
	    ? pick('plain', 'plain', 'plain', 'single', 'double') : pick('single', 'double');
	return $value if $style eq 'plain';
	return "'" . $value =~ s/'/''/gr . "'" if $style eq 'single';
	return '"' . $value =~ s/(["\\])/\\$1/gr . '"';
}

sub yaml_pair
{
	my ($key, $value) = @_;
	return "$key:" if $value eq '' && chance(60);
	return "$key: " . yaml_scalar($value) . (chance(6) ? ' # a comment' : '');
}

# Lines are pushed to @$out: the number of the next one is @$out + 1.
sub write_contacts
{
	my ($out, @ids) = @_;
	if (@ids == 1 && chance(80)) {
		push @$out, 'contact: ' . yaml_scalar($ids[0]);
	} elsif (chance(40)) {
		push @$out, 'contact: [' . join(pick(', ', ','), map { yaml_scalar($_) } @ids)
		    . ']';
	} elsif (chance(25)) {
		push @$out, 'contact: [', join(",\n", map { '  ' . yaml_scalar($_) } @ids) . ' ]';
		push @$out, split /\n/, pop @$out;
	} else {
		my $indent = pick('', '  ', '    ');
		push @$out, 'contact:';
		push @$out, "$indent- " . yaml_scalar($_) for @ids;
	}
}

sub referral_pairs
{
	my ($r) = @_;
	my %pairs = (name => $r->{name});
	for my $key (qw(id org email may_use_name)) {
		$pairs{$key} = $r->{$key} if $r->{$key} ne '' || chance(10);
	}
	$pairs{skip} = pick('yes', 'true', 'Yes', 'TRUE') if $r->{skip};
	$pairs{skip} = pick('no', 'false', '') if !$r->{skip} && chance(10);
	$pairs{title} = 'Engineer' if chance(10);
	$pairs{mine} = 'unknown key' if chance(8);
	return map { [$_, $pairs{$_}] } shuffled(sort keys %pairs);
}

sub write_referrals
{
	my ($out, @referrals) = @_;
	return if !@referrals && chance(70);
	if (!@referrals) {
		push @$out, pick('referrals: []', 'referrals:');
		return;
	}
	if (chance(15)) {
		push @$out, 'referrals: [' . join(', ', map { flow_map($_) } @referrals) . ']';
		$_->{line} = @$out for @referrals;
		return;
	}
	if (chance(12)) {
		push @$out, 'referrals: [';
		for my $i (0 .. $#referrals) {
			push @$out, '  ' . flow_map($referrals[$i])
			    . ($i < $#referrals ? ',' : ' ]');
			$referrals[$i]{line} = @$out;
		}
		return;
	}
	my $indent = pick('', '  ', '    ');
	push @$out, 'referrals:';
	for my $r (@referrals) {
		push @$out, pick('', "$indent# a comment", '# - name: nobody') if chance(10);
		if (chance(15)) {
			push @$out, "$indent- " . flow_map($r);
			$r->{line} = @$out;
			next;
		}
		my $lead = "$indent- ";
		$r->{line} = @$out + 1;
		if (chance(8)) {
			# "the line on which [...] the list item starts"
			push @$out, "$indent-";
			$lead = "$indent  ";
		}
		for my $pair (referral_pairs($r)) {
			push @$out, $lead . yaml_pair(@$pair);
			$lead = "$indent  ";
		}
	}
}

sub flow_map
{
	my ($r) = @_;
	return '{' . join(', ', map { "$_->[0]: " . yaml_scalar($_->[1]) } referral_pairs($r))
	    . '}';
}

sub write_front_matter
{
	my ($out, $n) = @_;
	my @keys = (
		sub { write_contacts($out, @{$n->{contacts}}) },
		sub {
			push @$out, 'date: ' . pick('', '', '', '  ') . yaml_scalar($n->{date});
			$n->{date_line} = @$out;
		},
		sub { write_referrals($out, @{$n->{referrals}}) },
	);
	my $pair = sub {
		my ($key, $value) = @_;
		push @keys, sub { push @$out, yaml_pair($key, $value) };
	};
	$pair->('outcome', $n->{outcome}) if $n->{outcome} ne '' || chance(50);
	$pair->('rating', $n->{rating}) if $n->{rating} ne '' || chance(20);
	my $thanked = $n->{thanked} eq 'no' ? pick('no', 'No', 'false', 'FALSE') : $n->{thanked};
	$pair->('thanked', $thanked) if $thanked ne '' || chance(30);
	$pair->('time', pick('14:00', '09:30 EST')) if chance(30);
	$pair->('mode', pick('video', 'phone', 'in-person', 'writing')) if chance(30);
	$pair->('minutes', between(10, 60)) if chance(20);
	$pair->('place', 'https://meet.example/abc') if chance(20);
	$pair->('field', 'law') if chance(10);
	push @keys, sub { push @$out, pick('tags: [alum, x]', 'tags: alum') } if chance(20);
	# Keys of the user's own that hold what looks like ours.
	push @keys, sub { push @$out, 'mine:', '  date: 2020-01-01', '  outcome: met' }
	    if chance(8);
	push @keys, sub { push @$out, 'summary: |', '  date: 2020-01-01', '', '  rating: 5' }
	    if chance(8);
	push @keys, sub { push @$out, '# date: 2020-01-01' } if chance(8);
	push @keys, sub { push @$out, '' } if chance(8);
	push @$out, '---';
	$_->() for shuffled(@keys);
	push @$out, '---';
}

# Blocks are written with a prefix on each line: the indent of an item, the mark of a quote.
sub write_blocks
{
	my ($out, $prefix, @blocks) = @_;
	for my $i (0 .. $#blocks) {
		my $b = $blocks[$i];
		my $tight = $i > 0 && $blocks[$i - 1]{t} eq 'h' && chance(40);
		push @$out, $prefix =~ s/ +\z//r if $i > 0 && !$tight;
		write_block($out, $prefix, $b);
	}
}

sub write_block
{
	my ($out, $prefix, $b) = @_;
	if ($b->{t} eq 'p') {
		push @$out, map { $prefix . $_ } split /\n/, $b->{text};
	} elsif ($b->{t} eq 'h') {
		push @$out, '' if @$out && $out->[-1] ne '';
		if ($b->{level} <= 2 && chance(20)) {
			my $mark = $b->{level} == 1 ? '=' : '-';
			push @$out, $b->{text}, $mark x pick(3, 5);
		} else {
			my $marks = '#' x $b->{level};
			push @$out, pick('', '', '', ' ') . "$marks $b->{text}"
			    . pick('', '', '', " $marks", '  ');
		}
	} elsif ($b->{t} eq 'comment') {
		push @$out, map { $_ eq '' ? $prefix =~ s/ +\z//r : $prefix . $_ } @{$b->{lines}};
	} elsif ($b->{t} eq 'code') {
		push @$out, map { $prefix . $_ } $b->{fence}, @{$b->{lines}}, $b->{fence};
	} elsif ($b->{t} eq 'hr') {
		push @$out, $prefix . pick('***', '* * *', '___');
	} elsif ($b->{t} eq 'quote') {
		write_blocks($out, "$prefix> ", @{$b->{blocks}});
	} elsif ($b->{t} eq 'list') {
		write_list($out, $prefix, $b);
	} else {
		die "block $b->{t}";
	}
}

sub write_list
{
	my ($out, $prefix, $list) = @_;
	my $number = $list->{marker} =~ /^(\d)/ ? $1 : 0;
	for my $item (@{$list->{items}}) {
		my $marker = $list->{marker};
		$marker =~ s/^\d/$number++/e;
		my $inner = $prefix . ' ' x (length($marker) + 1);
		$item->{line} = @$out + 1;
		if ($item->{kind} eq 'empty') {
			push @$out, $prefix . $marker . pick('', ' ');
			next;
		}
		my $text = $item->{kind} eq 'task' ? "$item->{box} $item->{text}"
		    : $item->{kind} eq 'comment' ? '<!-- nothing -->'
		    : $item->{kind} eq 'box' ? pick('[ ]', '[x]', '[ ] ') : $item->{text};
		my ($first, @rest) = split /\n/, $text, -1;
		push @$out, "$prefix$marker $first"
		    . ($item->{kind} eq 'plain' && chance(5) ? ' ' : '');
		push @$out, $inner . $_ for @rest;
		for my $more (@{$item->{more}}) {
			# A paragraph, or a list that could not interrupt one, needs a blank line
			# before it.
			my $joins = $more->{t} eq 'list' && $more->{marker} !~ /^[2-9]/
			    && $more->{items}[0]{kind} ne 'empty';
			push @$out, $prefix =~ s/ +\z//r if !$joins || chance(30);
			write_block($out, $inner, $more);
		}
	}
}

sub note_text
{
	my ($n) = @_;
	my @out;
	write_front_matter(\@out, $n);
	push @out, '' if chance(70);
	write_blocks(\@out, '', @{$n->{body}});
	my $nl = chance(20) ? "\r\n" : "\n";
	return (chance(8) ? "\x{FEFF}" : '') . join($nl, @out) . (chance(15) ? '' : $nl);
}

sub settings_text
{
	my ($own, $least) = @_;
	my %own = %$own;
	$own{questions} = "$own{questions}-" . ($own{questions} + between(0, 5)) if $own{questions};
	$own{names} = between(1, 3) if chance(20);
	my @keys = shuffled(sort keys %own);
	my $text = chance(30) ? "# settings\n" : '';
	$text .= "format: 1\n" if chance(60);
	$text .= "me:\n  name: Ana Meyer\n  email: ana\@me.example\n" if chance(30);
	if (@keys && chance(20)) {
		$text .= 'practice: {' . join(', ', map { "$_: $own{$_}" } @keys) . "}\n";
	} elsif (@keys) {
		$text .= "practice:\n" . join '',
		    map { "  $_: " . yaml_scalar($own{$_}) . "\n" } @keys;
	}
	$text = "format: 1\n" if $text !~ /^\w/m;
	$text =~ s/\n/\r\n/g if chance(10);
	return $text;
}

# A path below the network, relative to the working directory.
sub relative
{
	my ($m, $path) = @_;
	my @to = split m{/}, $path;
	my @from = split m{/}, $m->{below};
	while (@from && @to > 1 && $from[0] eq $to[0]) {
		shift @from;
		shift @to;
	}
	return join '/', ('..') x @from, @to;
}

# ---- The selection ----

# Rows for a stream: hashes of the cells, with a list of columns that they have.
sub make_stream
{
	my ($g, @contacts) = @_;
	my $key = weighted(id => 6, both => 4, name => 2, contact => 1);
	my @columns = $key eq 'both' ? ('id', 'name') : ($key);
	for my $column (qw(org email referred_by may_use_name added cadence)) {
		push @columns, $column if chance(30);
	}
	my @rows;
	for my $c ((shuffled(@contacts))[0 .. between(0, $#contacts)]) {
		my %row = %$c;
		$row{id} = $key eq 'both' ? $c->{id_cell} : spelled($c->{id});
		$row{contact} = spelled($c->{id});
		for my $column (qw(org email referred_by may_use_name added cadence)) {
			next if chance(60);
			my %other = (org => pick(@orgs), email => pick(@emails),
			    referred_by => pick(@contacts)->{id},
			    may_use_name => pick('yes', 'no'), added => some_day($g),
			    cadence => pick('none', '1w', '1m'));
			$row{$column} = chance(40) ? '' : $other{$column};
		}
		push @rows, \%row;
	}
	for (1 .. pick(0, 0, 1, 2)) {
		my %row = (name => spelled(pick(@{$g->{pool}}) . ' ' . pick('Jr', 'Ⅱ', '새')),
		    org => pick(@orgs),
		    email => pick(@emails), referred_by => chance(50) ? pick(@contacts)->{id} : '',
		    may_use_name => pick('', '', 'yes'), added => chance(50) ? some_day($g) : '',
		    cadence => pick('', '', 'none', '1m'));
		$row{id} = chance(50) && $key eq 'both' ? '' : derived_id($row{name});
		$row{id} = 'stranger' if chance(20);
		$row{contact} = $row{id} ne '' ? $row{id} : derived_id($row{name});
		push @rows, \%row;
	}
	@rows = shuffled(@rows);
	push @rows, {%{pick(@rows)}, added => $g->{today}, cadence => '1w', may_use_name => 'no'}
	    if chance(25);
	return (\@columns, @rows);
}

# "a column that they lack comes from the network's row of that id, an empty cell is empty. Rows
# with one id are one person, with the cells of the first [...] A selected person whom
# contacts.csv does not have is treated as if added."
sub select_rows
{
	my ($m, $file, $columns, @rows) = @_;
	$m->{selected} = {};
	my %has = map { $_ => 1 } @$columns;
	for my $row (@rows) {
		my $id = '';
		$id = NFC($row->{id}) if $has{id} && $row->{id} ne '';
		$id = derived_id($row->{name}) if $id eq '' && $has{name};
		$id = NFC($row->{contact}) if !$has{id} && !$has{name};
		if ($m->{selected}{$id}) {
			hit('selection: a person twice');
			next;
		}
		$m->{selected}{$id} = 1;
		my $person = contact($m, $id);
		if (!$person) {
			$person = {id => $id, anchor => [$file, $row->{line}],
			    map { $_ => '' } qw(name org email referred_by may_use_name added cadence)};
			push @{$m->{people}}, $person;
			hit('selection: a person not in contacts.csv');
		}
		for my $column (qw(name org email referred_by may_use_name added cadence)) {
			next if !$has{$column};
			hit('selection: a cell overridden')
			    if $person->{$column} ne $row->{$column};
			$person->{$column} = $row->{$column};
		}
	}
}

# Fills the model's people and selection; returns the operands, and the text for standard input or
# undef.
sub make_selection
{
	my ($g, $m, $dir, @contacts) = @_;
	$m->{people} = [map { {%$_, anchor => ['contacts.csv', $_->{line}]} } @contacts];
	$m->{selected} = {map { $_->{id} => 1 } @contacts};
	my $how = weighted(all => 62, stdin => 25, 'contacts.csv' => 3, file => 6, none => 2);
	hit("selection: $how");
	return ([], undef) if $how eq 'all';
	return ([relative($m, 'contacts.csv')], undef) if $how eq 'contacts.csv';
	if ($how eq 'none') {
		$m->{selected} = {};
		return (['-'], pick('', "id,name\n"));
	}
	my ($columns, @rows) = make_stream($g, @contacts);
	my @all = shuffled(@$columns, chance(20) ? 'shoe_size' : ());
	# The block of an earlier ni-due at the head is replaced.
	unshift @all, qw(due days action reason anchor) if chance(20);
	for my $row (@rows) {
		@$row{qw(due days action reason anchor shoe_size)} = ('2020-01-01', -5, 'task',
		    'old', 'x:1', 40);
	}
	my $text = csv_text(\@all, @rows);
	if ($how eq 'file') {
		write_file("$dir/net/some.csv", $text);
		select_rows($m, 'some.csv', $columns, @rows);
		return ([relative($m, 'some.csv')], undef);
	}
	select_rows($m, '-', $columns, @rows);
	return ([pick('-', ())], $text);
}

sub note_unknown_people
{
	my ($m) = @_;
	for my $id ((map { $_->{contact} } @{$m->{events}}),
	    map { @{$_->{contacts}} } @{$m->{notes}}) {
		$m->{warnings} = 1 if !contact($m, $id);
	}
}

sub make_options
{
	my ($m) = @_;
	my @args = ('--today', $m->{today});
	$m->{within} = '0d';
	$m->{lapsed} = 0;
	$m->{actions} = [];
	if (chance(60)) {
		$m->{within} = pick('0d', '1d', '3d', '1w', '1m', '3m', '10y', '10y', '10y', '10y');
		push @args, '--within', $m->{within};
	}
	if (chance(20)) {
		$m->{lapsed} = 1;
		push @args, '--lapsed';
	}
	if (chance(12)) {
		my @actions = qw(meet reply thank prepare write-up task get-permission request
		    follow-up add-lead report-back move-on keep-in-touch resume);
		$m->{actions} = [(shuffled(@actions))[0 .. between(0, 5)]];
		push @args, '-a', join ',', @{$m->{actions}};
	}
	if (chance(8)) {
		$m->{at_most} = between(1, 6);
		push @args, '-n', $m->{at_most};
	}
	if (chance(10)) {
		# "`-i ID[,...]` narrows the rows to these people."
		my @ids = map { $_->{id} } (shuffled(@{$m->{people}}))[0 .. between(0, 2)];
		push @args, '-i', join ',', map { spelled($_) } @ids;
		my %narrow = map { $_ => 1 } @ids;
		for my $id (keys %{$m->{selected}}) {
			delete $m->{selected}{$id} if !$narrow{$id};
		}
	}
	return @args;
}

sub write_network
{
	my ($g, $m, $dir, $contacts, $log, $notes, $own) = @_;
	my @columns = qw(name org email referred_by may_use_name added cadence note phone);
	@columns = grep {
		my $column = $_;
		$column eq 'note' || chance(30) || grep { ($_->{$column} // '') ne '' } @$contacts;
	} @columns;
	push @columns, pick('shoe_size', 'birthday') if chance(30);
	push @columns, 'id' if chance(75) || grep { $_->{id_cell} ne '' } @$contacts;
	for my $c (@$contacts) {
		$c->{note} = pick('', '', '', 'plain', 'with, comma', "two\nlines",
		    "three\n\n\"lines\"", ' blanks ');
		@$c{qw(phone shoe_size birthday)} = (pick('', '+1 555'), pick('', 42), '');
	}
	my @rows = map { {%$_, id => $_->{id_cell}} } @$contacts;
	write_file("$dir/net/contacts.csv", csv_text([shuffled(@columns)], @rows));
	$contacts->[$_]{line} = $rows[$_]{line} for 0 .. $#rows;

	my @log_columns = grep {
		my $column = $_;
		$column =~ /^(date|contact|event)$/ || chance(50)
		    || grep { $_->{$column} ne '' } @$log;
	} qw(date contact event via until note);
	@log_columns = shuffled(@log_columns, $g->{extra} ? 'extra' : ());
	my $log_text = csv_text(\@log_columns, @$log);
	write_file("$dir/net/$m->{log_path}", $log_text) if @$log || chance(50)
	    || $m->{log_path} ne 'log.csv';
	for my $n (@$notes) {
		$n->{path} = "$m->{notes_path}/$n->{file}";
		write_file("$dir/net/$n->{path}", note_text($n));
	}
	# Given others, the network's own are not read.
	if ($m->{log_path} ne 'log.csv') {
		write_file("$dir/net/log.csv",
		    "date,contact,event\n2020-01-01,$contacts->[0]{id},closed\n");
	}
	if ($m->{notes_path} ne 'notes') {
		write_file("$dir/net/notes/own.md",
		    "---\ncontact: $contacts->[0]{id}\ndate: $m->{today}\n---\n");
		File::Path::make_path("$dir/net/$m->{notes_path}");
	}
	# Files that are no notes.
	write_file("$dir/net/$m->{notes_path}/read.me", "no note\n") if chance(10);
	write_file("$dir/net/$m->{notes_path}/.hidden.md", "no front matter\n") if chance(10);
	write_file("$dir/net/ni.yaml", settings_text($own)) if %$own || chance(30);
}

# Makes network $seed below $dir. Returns {args, below, up, stdin, expected, warnings}.
sub make
{
	my ($seed, $dir) = @_;
	srand $seed;
	my $g = make_days();
	($g->{set}, my $own) = make_settings();
	my @contacts = make_contacts($g);
	my @notes = make_notes($g, @contacts);
	push @{$g->{hot}}, map { $_->{date} } @notes;
	$g->{notes} = \@notes;
	my @log = make_log($g, @contacts);
	my $m = {today => $g->{today}, set => $g->{set}, log_path => 'log.csv',
	    notes_path => 'notes', below => ''};
	$m->{log_path} = pick('other.csv', 'old/log.csv') if chance(5);
	$m->{notes_path} = 'minutes' if chance(5);
	$m->{below} = pick('sub', 'notes', 'notes/a', 'x/y/z') if chance(20);
	my $up = $m->{below} eq '' && chance(12);
	write_network($g, $m, $dir, \@contacts, \@log, \@notes, $own);
	File::Path::make_path("$dir/net/$m->{below}");
	my ($operands, $stdin) = make_selection($g, $m, $dir, @contacts);
	$m->{events} = [events_from_lines(@log)];
	$m->{notes} = \@notes;
	note_unknown_people($m);
	my @args = make_options($m);
	push @args, '--log', relative($m, $m->{log_path}) if $m->{log_path} ne 'log.csv';
	push @args, '--notes', relative($m, $m->{notes_path}) if $m->{notes_path} ne 'notes';
	unshift @args, '-C', 'net' if $up;
	my @rows = expected($m);
	return {model => $m, args => [@args, @$operands], cwd => $up ? '' : "net/$m->{below}",
	    stdin => $stdin,
	    expected => \@rows, warnings => $m->{warnings} ? 1 : 0};
}

sub write_case
{
	my ($seed, $dir) = @_;
	my $case = make($seed, $dir);
	write_file("$dir/args", join '', map { "$_\n" } @{$case->{args}});
	write_file("$dir/expected", join '', map { join("\t", @$_) . "\n" } @{$case->{expected}});
	write_file("$dir/stdin", $case->{stdin}) if defined $case->{stdin};
	write_file("$dir/cmd", "cwd $case->{cwd}\nstdin "
	    . (defined $case->{stdin} ? 'stdin' : '/dev/null')
	    . "\nstatus 0\nstderr " . ($case->{warnings} ? 'any' : 'empty') . "\n");
	return $case;
}

Cases::main(\&write_case, \&make) if !caller;

1;

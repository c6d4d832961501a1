#!/usr/bin/perl
# A second reading of three sections of ni-report, kept apart from the program's: makes a random small
# network as a model in memory, writes its files, and works out from the model, by the most naive reading
# of ni-report(1), what the sections summary, activity and fields must say. What the practice says of
# contacts is that of due.pl. The files are never read back.
#
#     perl tests/random/report.pl SEED DIR     writes DIR/net/, prints the arguments and what is expected
#     perl tests/random/report.pl --stats N    counts how often each clause was met in N networks
package Report;

use strict;
use warnings;
use utf8;

require './tests/random/cases.pl';
require './tests/random/due.pl';

*hit = \&Cases::hit;

# ---- Days and periods ----

my ($first_day, $last_day) = ('0001-01-01', '9999-12-31');

sub within
{
	my ($period, $date) = @_;
	return $date ge $period->{from} && $date le $period->{to};
}

sub next_day
{
	return Due::add($_[0], '1d');
}

# 0 Monday to 6 Sunday; 23 November 2026 was a Monday.
sub weekday
{
	return (Due::day_number($_[0]) - Due::day_number('2026-11-23')) % 7;
}

# ISO 8601: a week belongs to the year of its Thursday, and is counted by the Thursdays.
sub week
{
	my ($date) = @_;
	my $thursday = Due::add($date, (3 - weekday($date)) . 'd');
	my ($year) = split /-/, $thursday;
	my $nth = Due::day_number($thursday) - Due::day_number("$year-01-01");
	return sprintf '%s-W%02d', $year, int($nth / 7) + 1;
}

# A period as it is written, and its days.
sub make_period
{
	my ($today) = @_;
	my ($year, $month) = split /-/, $today;
	my $near = Due::add($today, Due::between(-90, 20) . 'd');
	my $far = Due::add($near, Due::between(0, 60) . 'd');
	my $form = Due::weighted(all => 9, year => 1, quarter => 2, month => 3, week => 2, days => 2,
	    weeks => 1, months => 2, on => 1, until => 1, range => 3);
	hit("period: $form");
	return {from => $first_day, to => $last_day, all => 1} if $form eq 'all';
	return {text => $year, from => "$year-01-01", to => "$year-12-31", length => '1y'}
	    if $form eq 'year';
	if ($form eq 'quarter') {
		my $q = int(($month - 1) / 3);
		my $from = Due::date_text($year, 3 * $q + 1, 1);
		return {text => "$year-Q" . ($q + 1), from => $from, length => '3m',
		    to => Due::subtract(Due::add($from, '3m'), '1d')};
	}
	if ($form eq 'month') {
		my $from = substr($near, 0, 7) . '-01';
		return {text => substr($near, 0, 7), from => $from, length => '1m',
		    to => Due::subtract(Due::add($from, '1m'), '1d')};
	}
	if ($form eq 'week') {
		my $from = Due::subtract($near, weekday($near) . 'd');
		return {text => week($near), from => $from, to => Due::add($from, '6d'), length => '7d'};
	}
	if ($form eq 'days' || $form eq 'weeks' || $form eq 'months') {
		my $length = Due::between(1, 9) . substr $form, 0, 1;
		return {text => $length, from => next_day(Due::subtract($today, $length)), to => $today,
		    length => $length};
	}
	return {text => "$near..", from => $near, to => $last_day} if $form eq 'on';
	return {text => "..$near", from => $first_day, to => $near} if $form eq 'until';
	my $days = Due::day_number($far) - Due::day_number($near) + 1;
	return {text => "$near..$far", from => $near, to => $far, length => "${days}d"};
}

# "the period before, which ends the day before"
sub before
{
	my ($period) = @_;
	return undef if !$period->{length};
	return {from => Due::subtract($period->{from}, $period->{length}),
	    to => Due::subtract($period->{from}, '1d')};
}

# ---- Words ----

sub selected
{
	my ($m) = @_;
	return grep { $m->{selected}{$_->{id}} } @{$m->{people}};
}

# The selected people of a note, in its order.
sub people_of
{
	my ($m, $note) = @_;
	return map { my $id = $_; grep { $_->{id} eq $id } selected($m) } @{$note->{contacts}};
}

# The notes with somebody selected, "by date, then path".
sub notes
{
	my ($m) = @_;
	return sort { $a->{date} cmp $b->{date} || $a->{file} cmp $b->{file} }
	    grep { people_of($m, $_) > 0 } @{$m->{notes}};
}

sub held_of
{
	my ($m, $id) = @_;
	return grep { Due::held($_) } Due::notes_of($m, $id);
}

sub days_of
{
	my ($m, $id, @kinds) = @_;
	my %wanted = map { $_ => 1 } @kinds;
	my %days = map { $_->{date} => 1 } grep { $wanted{$_->{event}} } Due::events_of($m, $id);
	my @days = sort keys %days;
	return @days;
}

sub one_decimal
{
	my ($sum, $count) = @_;
	my $tenths = int($sum * 10 / $count + 0.5 + 1e-9);
	return int($tenths / 10) . '.' . $tenths % 10;
}

# ---- Summary ----

sub thanks
{
	my ($m, $period, $person) = @_;
	my ($owed, $in_time) = (0, 0);
	my @meetings = map { [$_->{date}, $_->{thanked}] }
	    grep { $_->{thanked} ne 'n/a' } held_of($m, $person->{id});
	my %noted = map { $_->{date} => 1 } grep { !Due::off($_) } Due::notes_of($m, $person->{id});
	for my $event (Due::events_of($m, $person->{id})) {
		push @meetings, [$event->{date}, ''] if $event->{event} eq 'helped';
		push @meetings, [$event->{date}, ''] if $event->{event} eq 'met'
		    && !$noted{$event->{date}};
	}
	for my $meeting (@meetings) {
		my ($day, $own) = @$meeting;
		next if !within($period, $day);
		my @given = grep { $_ ge $day } days_of($m, $person->{id}, 'thanked');
		push @given, $own if $own =~ /^\d/;
		my ($given) = sort @given;
		my $limit = Due::add($day, $m->{set}{thank_within});
		next if !defined $given && $limit ge $m->{today} && hit('thanks: still time');
		$owed++;
		$in_time++ if defined $given && $given le $limit;
	}
	return ($owed, $in_time);
}

sub median
{
	my @sorted = sort { $a <=> $b } @_;
	return '' if !@sorted;
	my $half = int(@sorted / 2);
	return $sorted[$half] if @sorted % 2;
	return ($sorted[$half - 1] + $sorted[$half]) / 2;
}

sub figures
{
	my ($m, $period) = @_;
	my %f = map { $_ => 0 } qw(contacts known asked replied met owed in_time held planned unwritten
	    off named leads);
	my @waits;
	for my $person (selected($m)) {
		my ($id, $added) = @$person{qw(id added)};
		$f{contacts}++ if $period->{all} || ($added ne '' && within($period, $added));
		$f{known}++ if $added eq '' || $added le $period->{to};
		my ($asked) = grep { within($period, $_) } days_of($m, $id, 'asked');
		if (defined $asked) {
			$f{asked}++;
			my ($reply) = sort grep { $_ ge $asked } days_of($m, $id, 'replied', 'met', 'helped'),
			    map { $_->{date} } held_of($m, $id);
			if (defined $reply) {
				$f{replied}++;
				hit('replied after the period') if !within($period, $reply);
				push @waits, Due::day_number($reply) - Due::day_number($asked);
			}
		}
		$f{met}++ if grep { within($period, $_) } days_of($m, $id, 'met'),
		    map { $_->{date} } held_of($m, $id);
		my ($owed, $in_time) = thanks($m, $period, $person);
		$f{owed} += $owed;
		$f{in_time} += $in_time;
	}
	for my $note (grep { within($period, $_->{date}) } notes($m)) {
		$f{off}++ if Due::off($note);
		$f{planned}++ if Due::planned($m, $note);
		$f{unwritten}++ if Due::unwritten($m, $note);
		next if !Due::held($note);
		$f{held}++;
		$f{named} += @{$note->{referrals}};
	}
	$f{leads} = grep { within($period, $_->{date}) } @{$m->{leads}};
	$f{median} = median(@waits);
	return \%f;
}

sub share
{
	my ($part, $whole, $one, $many) = @_;
	return '' if $whole == 0;
	my $percent = int($part * 100 / $whole + 0.5);
	return "$percent% of $whole" . (!defined $one ? '' : $whole == 1 ? " $one" : " $many");
}

sub mean_of
{
	my ($count, $one, $many) = @_;
	return '' if $count == 0;
	return "of $count" . (!defined $one ? '' : $count == 1 ? " $one" : " $many");
}

# Each row's name, and its two cells for one period.
sub summary_rows
{
	my ($f, $all, $named) = @_;
	my $word = sub { return $named ? @_ : () };
	return (
		[$all ? 'Contacts' : 'Contacts added', $f->{contacts}, ''],
		['Asked', $f->{asked}, share($f->{asked}, $f->{known}, $word->('contact', 'contacts'))],
		['Replied', $f->{replied}, share($f->{replied}, $f->{asked}, $word->('asked', 'asked'))],
		['Median days to a reply', $f->{median},
		    mean_of($f->{replied}, $word->('reply', 'replies'))],
		['Met', $f->{met}, share($f->{met}, $f->{known}, $word->('contact', 'contacts'))],
		['Thanked in time', $f->{in_time}, share($f->{in_time}, $f->{owed},
		    $word->('thank-you owed', 'thank-yous owed'))],
		['Interviews held', $f->{held}, ''],
		['Referrals per interview', $f->{held} ? one_decimal($f->{named}, $f->{held}) : '',
		    mean_of($f->{held}, $word->('interview', 'interviews'))],
		['Interviews planned', $f->{planned}, ''],
		['Interviews to write up', $f->{unwritten}, ''],
		['Interviews cancelled, missed or moved', $f->{off}, ''],
		['Leads', $f->{leads}, ''],
	);
}

sub days_in_words
{
	my ($period) = @_;
	return "until $period->{to}" if $period->{from} eq $first_day;
	return "from $period->{from} on" if $period->{to} eq $last_day;
	return "from $period->{from} to $period->{to}";
}

sub summary
{
	my ($m) = @_;
	my $period = $m->{period};
	my $before = before($period);
	my @rows = summary_rows(figures($m, $period), $period->{all}, 1);
	my @lines = ('## Summary');
	if (!$period->{all}) {
		my $words = 'What happened ' . days_in_words($period);
		if ($period->{from} gt $m->{today}) {
			$words .= ' (still to come)';
		} elsif ($period->{length} && $period->{to} gt $m->{today}) {
			my ($from, $to, $now) = map { Due::day_number($_) } @$period{qw(from to)}, $m->{today};
			$words .= sprintf ' (%d of %d days so far)', $now - $from + 1, $to - $from + 1;
			hit('period: so far');
		}
		$words .= '; before: ' . days_in_words($before) if $before;
		push @lines, "$words.";
	}
	my @before = $before ? summary_rows(figures($m, $before), 0, 0) : ();
	push @lines, $before ? '| | Number | Rate | Before | Rate |' : '| | Number | Rate |';
	push @lines, $before ? '| - | -: | - | -: | - |' : '| - | -: | - |';
	for my $i (0 .. $#rows) {
		my @cells = @{$rows[$i]};
		push @cells, @{$before[$i]}[1, 2] if $before;
		push @lines, row(@cells);
	}
	return @lines;
}

sub row
{
	return ('| ' . join(' | ', @_) . ' |') =~ s/  +/ /gr;
}

# ---- Activity ----

# What there is, as [day, kind, where it is told], in the order of people; notes come last.
sub doings
{
	my ($m) = @_;
	my @doings;
	my %kind = (asked => 'asked', replied => 'replied', declined => 'replied', met => 'met');
	for my $person (selected($m)) {
		my (%done, %noted);
		$noted{$_->{date}} = 1 for grep { !Due::off($_) } Due::notes_of($m, $person->{id});
		for my $event (Due::events_of($m, $person->{id})) {
			my $kind = $kind{$event->{event}} or next;
			next if $kind eq 'met' && $noted{$event->{date}} && hit('met on the day of a note');
			push @doings, [$event->{date}, $kind, 'log.csv', $event->{line}]
			    if !$done{$kind}{$event->{date}}++;
		}
	}
	push @doings, map { [$_->{date}, 'met', "notes/$_->{file}", 3] } grep { Due::held($_) } notes($m);
	return @doings;
}

# "what lies before more than ten years without any": the day on which the table begins, and a line on
# what lies before it.
sub left_out
{
	my ($to, @doings) = @_;
	my ($begin, $later) = (undef, $to);
	for my $day (sort { $b cmp $a } map { $_->[0] } @doings) {
		last if $later gt Due::add($day, '10y');
		$begin = $later = $day;
	}
	my @left = grep { !defined $begin || $_->[0] lt $begin } @doings;
	return ($begin) if !@left;
	hit('activity: left out');
	my @numbers;
	for (['asked', 'request', 'requests'], ['replied', 'reply', 'replies'],
	    ['met', 'interview', 'interviews']) {
		my ($kind, $one, $many) = @$_;
		my $number = grep { $_->[1] eq $kind } @left;
		push @numbers, "$number " . ($number == 1 ? $one : $many) if $number;
	}
	my ($first, $last) = ($left[0], $left[0]);
	for my $doing (@left) {
		$first = $doing if $doing->[0] lt $first->[0];
		$last = $doing if $doing->[0] ge $last->[0];
	}
	my ($from, $until) = map { "$_->[0] ([$_->[2]:$_->[3]]($_->[2]))" } $first, $last;
	return ($begin, 'Left out, since nothing follows for more than ten years: ' . join(', ', @numbers)
	    . (@left == 1 ? " on $from." : ", the first on $from, the last on $until."));
}

# "Rows that the period cuts", at its beginning and its end.
sub cuts
{
	my ($m, $of, @labels) = @_;
	my ($from, $to) = @{$m->{period}}{qw(from to)};
	my @parts;
	push @parts, "$labels[0] from $from"
	    if $from ne $first_day && $of->(Due::subtract($from, '1d')) eq $labels[0];
	if ($to lt $m->{today} && $of->(next_day($to)) eq $labels[-1]) {
		push @parts, @parts && @labels == 1 ? (pop @parts) . " until $to" : "$labels[-1] until $to";
	}
	return () if !@parts;
	hit('cut: ' . @parts . ' of ' . (@labels > 1 ? 'many rows' : 'one'));
	return 'Only in part in this period: ' . join(', ', @parts) . '.';
}

sub bar
{
	my ($number, $largest) = @_;
	return '' if $number == 0;
	return ' ' . '█' x $number if $largest <= 16;
	my $eighths = $number * 128 / $largest;
	$eighths = int($eighths) + 1 if $eighths != int $eighths;
	hit('activity: an eighth') if $eighths % 8;
	return ' ' . '█' x int($eighths / 8) . ('', '▏', '▎', '▍', '▌', '▋', '▊', '▉')[$eighths % 8];
}

# The label of the day's row, for each step.
my %label = (Week => \&week, Month => sub { return substr $_[0], 0, 7 },
    Year => sub { return substr $_[0], 0, 4 });

sub activity
{
	my ($m) = @_;
	my $to = $m->{period}{to} lt $m->{today} ? $m->{period}{to} : $m->{today};
	my $shown = {from => $m->{period}{from}, to => $to};
	my @doings = grep { within($shown, $_->[0]) } doings($m);
	return ('## Activity', $m->{period}{all}
	    ? 'No requests, replies or interviews yet. They come from `log.csv`, which `ni-log` writes, '
	    . 'and `notes/`.'
	    : 'No requests, replies or interviews in this period, as far as `log.csv` and `notes/` say.')
	    if !@doings && hit('activity: nothing');
	my ($from, @left) = $shown->{from} eq $first_day ? left_out($to, @doings) : $shown->{from};
	return ('## Activity', @left) if !defined $from && hit('activity: all left out');
	my $step = Due::day_number($to) - Due::day_number($from) + 1 <= 16 * 7 ? 'Week'
	    : $to lt Due::add($from, '5y') ? 'Month' : 'Year';
	hit("activity: $step");
	my (@labels, %at, %count);
	for (my $day = $from; $day le $to; $day = next_day($day)) {
		my $label = $label{$step}->($day);
		push @labels, $label if !$at{$label}++;
	}
	$count{$_->[1]}{$label{$step}->($_->[0])}++ for grep { $_->[0] ge $from } @doings;
	my $largest = 0;
	for my $number (map { values %$_ } values %count) {
		$largest = $number if $number > $largest;
	}
	my @lines = ('## Activity', @left, "| $step | Requests | Replies | Interviews |", '| - | - | - | - |');
	my %all;
	for my $label (@labels) {
		my @numbers = map { $count{$_}{$label} // 0 } qw(asked replied met);
		push @lines, row($label, map { $_ . bar($_, $largest) } @numbers);
		push @{$all{bar}}, $numbers[0];
		push @{$all{line}}, $numbers[2];
	}
	return (@lines, cuts($m, $label{$step}, @labels), chart($step, \@labels, \%all));
}

# "of the last 30 rows", and of none where there is nothing to be seen
sub chart
{
	my ($step, $labels, $all) = @_;
	my ($from, $most) = (@$labels > 30 ? @$labels - 30 : 0, 0);
	my @labels = map { $step eq 'Week' ? s/.*-//r : $_ } @$labels[$from .. $#$labels];
	my @bar = @{$all->{bar}}[$from .. $#$labels];
	my @line = @{$all->{line}}[$from .. $#$labels];
	for my $number (@bar, @line) {
		$most = $number if $number > $most;
	}
	return () if @labels < 2 || $most == 0;
	my $wide = {Week => 17, Month => 12, Year => 18}->{$step};
	hit('chart: on its side') if @labels > $wide;
	return (($from ? 'The chart has the last 30 of these ' . @$labels . ' rows.' : ()),
	    '```mermaid', @labels > $wide ? 'xychart-beta horizontal' : 'xychart-beta',
	    '    title "Requests (bars) and interviews (line)"',
	    '    x-axis [' . join(', ', map { "\"$_\"" } @labels) . ']',
	    '    y-axis "each ' . lc($step) . "\" 0 -> $most",
	    '    bar [' . join(', ', @bar) . ']', '    line [' . join(', ', @line) . ']', '```');
}

# ---- Fields ----

# The note's own, "else that of its first selected contact that has one"; nothing is left of some.
sub of_note
{
	my ($m, $note, $key) = @_;
	for my $text ($note->{$key}, map { $_->{$key} } people_of($m, $note)) {
		return $text if Due::folded($text) ne '';
	}
	return '';
}

# Who was not met: [rank, what is said of them], or nothing.
sub nearness
{
	my ($m, $id) = @_;
	return () if held_of($m, $id) || days_of($m, $id, 'met') || Due::closed($m, $id)
	    || Due::declined($m, $id);
	my @notes = Due::notes_of($m, $id);
	my ($planned) = sort map { $_->{date} } grep { Due::planned($m, $_) } @notes;
	return (0, "interview on $planned") if defined $planned;
	my ($unwritten) = sort map { $_->{date} } grep { Due::unwritten($m, $_) } @notes;
	return (1, "to write up: interview of $unwritten") if defined $unwritten;
	my $until = Due::waits_until($m, $id);
	return (6, "deferred until $until") if defined $until && $until gt $m->{today};
	my ($begun, $asked);
	for my $event (Due::events_of($m, $id)) {
		$begun = undef if $event->{event} eq 'reopened';
		$begun = $event if $event->{event} =~ /^(asked|replied|declined|met|helped)$/;
	}
	return (5, 'not asked yet') if !$begun;
	my @unanswered = Due::unanswered_days($m, $id);
	return (4, "asked on $unanswered[-1]") if @unanswered;
	my $talk = Due::last_event($m, $id, 'replied', 'helped');
	return ($talk->{event} eq 'replied' ? 2 : 3, "$talk->{event} on $talk->{date}");
}

# The nearest five of [rank, text, whether not selected]; of equal rank the selected, then as they come.
sub sources
{
	my ($indent, @people) = @_;
	my @sorted = map { my $rank = $_; map { my $other = $_;
	    grep { $_->[0] == $rank && $_->[2] == $other } @people } 0, 1 } 0 .. 7;
	my @lines = map { "$indent- $_->[1]" } @sorted[0 .. (@sorted > 5 ? 4 : $#sorted)];
	push @lines, "$indent- and " . (@sorted - 5) . ' more' if @sorted > 5 && hit('sources: more');
	return @lines;
}

sub shown_person
{
	my ($name, $org) = @_;
	return $org eq '' ? $name : "$name ($org)";
}

sub fields
{
	my ($m) = @_;
	my (%field, %sector, @sectors, %org);	# by the folded name: as first written
	my $name = sub {
		my ($names, $text) = @_;
		my $folded = Due::folded($text);
		return '' if $folded eq '';
		hit('name: written in two ways') if defined $names->{$folded}
		    && $names->{$folded} ne $text;
		$names->{$folded} //= $text;
		return $folded;
	};
	my $sector_name = sub {
		my $known = keys %sector;
		my $folded = $name->(\%sector, $_[0]);
		push @sectors, $folded if keys %sector > $known;
		return $folded;
	};
	$sector_name->($_) for qw(government private nonprofit education);
	my (%views, %heard, %held, %ratings, %orgs, %there, %near, %fieldless);
	for my $note (notes($m)) {
		my $f = $name->(\%field, of_note($m, $note, 'field'));
		my $s = $sector_name->(of_note($m, $note, 'sector'));
		next if !Due::held($note);
		$there{$f}{$s} = $heard{$f}{$s} = 1;
		$views{$f}++;
		next if !within($m->{period}, $note->{date});
		$held{$f}{$s}++;
		push @{$ratings{$f}{$s}}, $note->{rating} if $note->{rating} ne '';
		for my $person (people_of($m, $note)) {
			my $o = $name->(\%org, $person->{org});
			push @{$orgs{$f}{$s}}, $o if $o ne '' && !grep { $_ eq $o } @{$orgs{$f}{$s}};
		}
	}
	for my $person (selected($m)) {
		my $f = $name->(\%field, $person->{field});
		my $s = $sector_name->($person->{sector});
		$there{$f}{$s} = 1;
		my ($rank, $state) = nearness($m, $person->{id}) or next;
		hit("near: $rank");
		push @{$near{$f}{$s}}, [$rank, shown_person(@$person{qw(name org)}) . ", $state", 0];
	}
	# "all contacts and all leads", of those fields that the selected and their notes have: they add
	# no field, but may add a sector.
	my $fields = {map { $_ => 1 } keys %field};
	for my $person (grep { !$m->{selected}{$_->{id}} } @{$m->{people}}) {
		my $f = Due::folded($person->{field});
		next if !$fields->{$f};
		my $s = $sector_name->($person->{sector});
		$there{$f}{$s} = 1;
		my ($rank, $state) = nearness($m, $person->{id}) or next;
		hit("near: $rank, not selected");
		push @{$near{$f}{$s}}, [$rank, shown_person(@$person{qw(name org)}) . ", $state", 1];
	}
	my $all = {%$m, selected => {map { $_->{id} => 1 } @{$m->{people}}}};
	for my $lead (@{$m->{all_leads}}) {
		my %seen;
		for my $note ((grep { people_of($m, $_) } @{$lead->{notes}}),
		    (grep { !people_of($m, $_) } @{$lead->{notes}})) {
			my ($namer) = people_of($m, $note);
			my $other = !$namer;
			($namer) = people_of($all, $note) or next if $other;
			my $f = Due::folded(of_note($other ? $all : $m, $note, 'field'));
			next if $other && !$fields->{$f} || $seen{$f}++;
			hit($other ? 'near: lead, not selected' : 'near: lead');
			$there{$f}{''} = 1;
			# A lead is the selection's if somebody selected named them.
			push @{$near{$f}{''}}, [7, shown_person(@$lead{qw(name org)})
			    . ", named by $namer->{name}", (grep { $_ == $lead } @{$m->{leads}}) ? 0 : 1];
		}
	}
	my @lines = ('## Fields');
	my $wanted = $m->{set}{views};
	for my $f ((sort keys %$fields), $there{''} ? '' : ()) {
		my @own = grep { $there{$f}{$_} } @sectors[4 .. $#sectors];
		my @named = (@sectors[0 .. 3], @own);
		my ($held, @rated) = (0);
		for my $s (@named, '') {
			$held += $held{$f}{$s} // 0;
			push @rated, @{$ratings{$f}{$s} // []};
		}
		# "No field": if somebody was met in the period, or could be
		next if $f eq '' && $held == 0 && !map { @{$near{''}{$_} // []} } @named, '';
		push @lines, '### ' . ($f eq '' ? 'No field' : $field{$f} =~ s/ +/ /gr);
		my $in = $m->{period}{all} ? '' : ' in this period';
		my $text = $held == 0 ? 'No interview held' . ($in || ' yet')
		    : $held == 1 ? "1 interview held$in" : "$held interviews held$in";
		my $sum = 0;
		$sum += $_ for @rated;
		$text .= ', rated ' . one_decimal($sum, scalar @rated) . (@rated > 1 ? ' on average' : '')
		    if @rated;
		my $views = $views{$f} // 0;
		$text .= " ($views in all)" if $in;
		my $missing = $wanted > $views ? $wanted - $views : 0;
		$text .= $missing ? "; $missing of $wanted views still missing" : '; no view is missing'
		    if $f ne '';
		push @lines, "$text.";
		if ($held > 0) {
			push @lines, '| Sector | Interviews | Rating | Organisations |', '| - | -: | -: | - |';
			for my $s (@named, '') {
				next if ($s eq '' || $f eq '') && !$held{$f}{$s};
				my @r = @{$ratings{$f}{$s} // []};
				my $total = 0;
				$total += $_ for @r;
				push @lines, row($s eq '' ? 'not known' : $sector{$s}, $held{$f}{$s} // 0,
				    @r ? one_decimal($total, scalar @r) : '',
				    join '; ', map { $org{$_} } @{$orgs{$f}{$s} // []});
			}
		}
		if ($f eq '') {
			my @all = map { @{$near{''}{$_} // []} } @named, '';
			push @lines, 'Not met yet, field not known:', sources('', @all)
			    if @all;
			next;
		}
		my @unheard = grep { !$heard{$f}{$_} } @named;
		my @again = grep { $heard{$f}{$_} } @named;
		next if $missing == 0 && !@unheard;
		my @gaps = map { ["**$sector{$_}**", @{$near{$f}{$_} // []}] } @unheard;
		push @gaps, ['from a sector heard already', map { @{$near{$f}{$_} // []} } @again]
		    if $missing > @unheard && @again && hit('gap: heard already');
		push @gaps, ['sector not known', @{$near{$f}{''}}] if $near{$f}{''};
		push @lines, 'Who could tell more:';
		for my $gap (@gaps) {
			my ($what, @people) = @$gap;
			push @lines, "- $what:" . (@people ? '' : ' nobody yet'), sources('  ', @people);
		}
	}
	return @lines if @lines > 1;
	return (@lines, 'No fields yet. They are what the column `field` of `contacts.csv` says, or a '
	    . "note's `field`.");
}

# ==== The random network. Everything above knows nothing of what follows. ====

my @fields = ('law', 'law', 'Law', 'LAW.', 'data science', 'Data  Science', 'Pflege', 'pflége', '', '',
    '---');
my @sectors = ('government', 'Government', 'private', 'private', 'nonprofit', 'non-profit', 'education',
    'startup', 'START-UP', '', '', '!');
my @orgs = ('', '', 'Acme', 'ACME', 'Globex Inc', 'Globex, Inc', 'Initech', 'Umbra');
my @names = ('Ann Lee', 'Bob Ray', 'Cat Wu', 'Dan Oz', 'Eve Fox', 'Fay Li', 'Gus Day', 'Hal Poe',
    'Ian Ho', 'Jo Kim');
my @kinds = (asked => 6, replied => 3, declined => 1, met => 2, helped => 1, thanked => 3, deferred => 1,
    closed => 1, reopened => 1, contacted => 1);

sub some_day
{
	my ($m) = @_;
	return Due::subtract($m->{today}, Due::between(3600, 12000) . 'd') if Due::chance($m->{mistyped});
	return Due::pick(@{$m->{hot}}) if Due::chance(30);
	return Due::add($m->{today}, Due::between(0, $m->{reach}) . 'd', Due::chance(5) ? 1 : -1);
}

sub make_people
{
	my ($m) = @_;
	my $n = 0;
	for my $name ((Due::shuffled(@names))[0 .. Due::between(0, 9)]) {
		push @{$m->{people}}, {id => 'p' . ++$n, name => $name, org => Due::pick(@orgs),
		    field => Due::pick(@{$m->{fields}}), sector => Due::pick(@sectors),
		    added => Due::chance(70) ? some_day($m) : '', referred_by => '', email => '',
		    may_use_name => ''};
	}
}

sub make_events
{
	my ($m) = @_;
	my @lines;
	for my $person (@{$m->{people}}) {
		for (1 .. Due::pick(0, 1, 2, 3, 5, $m->{busy})) {
			my $event = {date => some_day($m), contact => $person->{id},
			    event => Due::weighted(@kinds), until => '', via => Due::pick('', 'email'),
			    note => '', extra => ''};
			$event->{until} = Due::add($m->{today}, Due::between(-20, 20) . 'd')
			    if $event->{event} eq 'deferred';
			push @lines, $event;
			push @lines, {%$event} if Due::chance(10);
		}
	}
	$lines[$_]{line} = $_ + 2 for 0 .. $#lines;
	$m->{lines} = \@lines;
	$m->{events} = [Due::events_from_lines(@lines)];
}

sub make_notes
{
	my ($m) = @_;
	$m->{notes} = [];
	return if !@{$m->{people}};
	for my $n (1 .. Due::pick(0, 1, 3, 6, 9)) {
		my @who = (Due::shuffled(@{$m->{people}}))[0 .. (Due::chance(25) ? 1 : 0)];
		my $note = {file => Due::pick('', 'a/', 'b-') . "$n.md", date => some_day($m),
		    contacts => [map { $_->{id} } grep { defined } @who],
		    outcome => Due::pick('met', 'met', 'met', '', '', 'cancelled'),
		    rating => Due::chance(60) ? Due::between(1, 5) : '',
		    thanked => Due::pick('', 'no', 'n/a', some_day($m)),
		    field => Due::chance(25) ? Due::pick(@{$m->{fields}}) : '',
		    sector => Due::chance(25) ? Due::pick(@sectors) : '', referrals => []};
		for my $i (0 .. Due::pick(-1, -1, 0, 1, 2)) {
			push @{$note->{referrals}}, {name => Due::pick(@names, 'Kit Ash', 'Lou Orr', 'Mo Yan'),
			    org => Due::pick('', @orgs), id => '', email => '', may_use_name => '',
			    skip => Due::chance(15), n => $i, line => $i};
		}
		push @{$m->{notes}}, $note;
	}
}

sub write_network
{
	my ($m, $dir) = @_;
	my $text = "id,name,org,field,sector,added\n";
	for my $person (@{$m->{people}}) {
		$text .= join(',', map { /,/ ? "\"$_\"" : $_ } @$person{qw(id name org field sector added)})
		    . "\n";
	}
	Cases::write_file("$dir/net/contacts.csv", $text);
	$text = "date,contact,event,via,until\n";
	$text .= join(',', @$_{qw(date contact event via until)}) . "\n" for @{$m->{lines}};
	Cases::write_file("$dir/net/log.csv", $text);
	Cases::write_file("$dir/net/ni.yaml", "practice:\n  views: $m->{set}{views}\n"
	    . "  thank_within: $m->{set}{thank_within}\n");
	for my $note (@{$m->{notes}}) {
		$text = "---\ncontact: [" . join(', ', @{$note->{contacts}}) . "]\n";
		for my $key (qw(date outcome rating thanked field sector)) {
			$text .= "$key: '$note->{$key}'\n" if $note->{$key} ne '';
		}
		$text .= "referrals:\n" if @{$note->{referrals}};
		for my $r (@{$note->{referrals}}) {
			$text .= "  - {name: $r->{name}" . ($r->{org} ne '' ? ", org: '$r->{org}'" : '')
			    . ($r->{skip} ? ', skip: yes' : '') . "}\n";
		}
		Cases::write_file("$dir/net/notes/$note->{file}", "$text---\n");
	}
}

# Writes the case of a seed below $dir. Returns {args, expected: lines}.
sub write_case
{
	my ($seed, $dir) = @_;
	srand $seed;
	my $m = {people => [], busy => Due::pick(2, 4, 40), reach => Due::pick(10, 60, 200, 900, 4000),
	    mistyped => Due::pick(0, 0, 0, 0, 5, 90),
	    today => Due::add('2026-01-01', Due::between(0, 900) . 'd')};
	$m->{set} = {views => Due::between(1, 7), thank_within => Due::pick('0d', '2d', '1w', '3bd')};
	$m->{hot} = [$m->{today}, map { Due::subtract($m->{today}, Due::between(0, $m->{reach}) . 'd') } 1 .. 3];
	$m->{fields} = [(Due::shuffled(@fields))[0 .. Due::between(0, 4)]];
	make_people($m);
	make_events($m);
	make_notes($m);
	$m->{period} = make_period($m->{today});
	$m->{selected} = {map { $_->{id} => 1 } @{$m->{people}}};
	my @args = ('-s', 'summary,activity,fields', '--today', $m->{today});
	push @args, '--period', $m->{period}{text} if !$m->{period}{all};
	if (@{$m->{people}} && Due::chance(30)) {
		my @ids = map { $_->{id} } grep { Due::chance(60) } @{$m->{people}};
		@ids = ($m->{people}[0]{id}) if !@ids;
		$m->{selected} = {map { $_ => 1 } @ids};
		push @args, '-i', join ',', @ids;
		hit('selection');
	}
	write_network($m, $dir);
	$m->{all_leads} = [Due::leads($m)];
	$m->{leads} = [grep { grep { $m->{selected}{$_} } @{$_->{named_by}} } @{$m->{all_leads}}];
	my @summary = %{$m->{selected}} ? summary($m) : ('## Summary',
	    'No contacts are selected. They are the rows of `contacts.csv`, or of the list that is given.');
	return {args => \@args, expected => [@summary, activity($m), fields($m)],
	    warnings => $m->{warnings}};
}

sub show
{
	my $case = write_case(@_);
	print "@{$case->{args}}\n", map { "$_\n" } @{$case->{expected}};
	return;
}

Cases::main(\&show, \&write_case) if !caller;

1;

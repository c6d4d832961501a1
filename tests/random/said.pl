#!/usr/bin/perl
# A second reading of what was said, kept apart from the program's: makes a random small network as a
# model in memory, writes its files, and works out from the model, by the most literal reading of
# each sentence of ni-report(1), what stands in its sections Questions, Insights, Advice and
# Openings. The files are never read back.
#
#     perl tests/random/said.pl SEED DIR      writes DIR/net/, prints what is expected
#     perl tests/random/said.pl --stats N     counts how often each clause was met in N networks
package Said;

use strict;
use warnings;
use utf8;

require './tests/random/cases.pl';
require './tests/random/leads.pl';

*hit = \&Cases::hit;

my $today = '2026-11-21';

# ---- The text, sentence by sentence ----

# "held when it is met; with an empty outcome it is planned if its date is T or later, else
# unwritten"; "off when its outcome is cancelled, no-show or moved"
sub state
{
	my ($note) = @_;
	return $note->{outcome} eq 'met' ? 'held' : 'off' if $note->{outcome} ne '';
	return $note->{date} ge $today ? 'planned' : 'unwritten';
}

sub talked { return state($_[0]) =~ /held|unwritten/ }

# The people of a note whom the report is about, in its order.
sub people
{
	my ($m, $note) = @_;
	return grep { $_ && $m->{selected}{$_->{id}} } map { my $id = $_; grep { $_->{id} eq $id } @{$m->{contacts}} }
	    @{$note->{ids}};
}

# The interviews of the report by date, then file.
sub interviews
{
	my ($m) = @_;
	return sort { $a->{date} cmp $b->{date} || $a->{file} cmp $b->{file} }
	    grep { people($m, $_) && $_->{date} ge $m->{from} && $_->{date} le $m->{to} } @{$m->{notes}};
}

# "Only those that have an answer" of one that is planned or off; none that is under Private.
sub questions
{
	my ($note) = @_;
	return grep { !$_->{private} && (talked($note) || @{$_->{answer}}) } @{$note->{questions}};
}

# "the date is a link to the note"; with --share "dates are no links"
sub link
{
	my ($m, $note) = @_;
	return $m->{share} ? $note->{date} : "[$note->{date}](notes/$note->{file})";
}

# Name (Organisation)
sub who
{
	my ($person) = @_;
	return $person->{name} . ($person->{org} eq '' ? '' : " ($person->{org})");
}

# **Name**, Title, Organisation (sector): the note's sector, else the person's.
sub whole
{
	my ($note, $person) = @_;
	my $sector = $note->{sector} || $person->{sector};
	hit("the note's sector") if $note->{sector};
	return join(', ', "**$person->{name}**", grep { $_ ne '' } @{$person}{qw(title org)}) . ($sector eq '' ? '' : " ($sector)");
}

# What stands on the lines of a list item below its first.
sub inside
{
	my ($prefix, @paragraphs) = @_;
	return join "\n" . ($prefix =~ s/ +$//r) . "\n", map { "$prefix$_" } @paragraphs;
}

# The distinct texts in the order given, each with a number by its folded form.
sub numbered
{
	my (%number, @texts);
	for my $text (@_) {
		my $folded = Leads::folded($text);
		next if exists $number{$folded};
		$number{$folded} = @texts;
		push @texts, $text;
	}
	return (\%number, @texts);
}

# What a section says that has nothing, without what follows.
sub nothing
{
	my ($m, $what) = @_;
	return "No $what " . ($m->{from} gt '0001-01-01' ? 'in this period' : 'yet') . ".\n";
}

sub expected_questions
{
	my ($m) = @_;
	my @interviews = interviews($m);
	my @asked = map { my $note = $_; map { [$note, $_] } questions($note) } @interviews;
	my %base = map { $_->{id} => 1 } map { people($m, $_) } grep { talked($_) || questions($_) } @interviews;
	my $base = keys %base;
	return nothing($m, 'questions asked') if !@asked && !$m->{share};
	return nothing($m, 'questions answered') if $m->{share} && !grep { @{$_->[1]{answer}} } @asked;

	my ($number, @texts) = numbered(map({ $_->{text} } @{$m->{bank}}), map { $_->[1]{text} } @asked);
	my %category;	# of each text, by number: the bank's, else that of the earliest
	$category{$number->{Leads::folded($_->{text})}} //= $_->{category} for @{$m->{bank}};
	for (@asked) {
		my $i = $number->{Leads::folded($_->[1]{text})};
		hit('a question is another word for one') if $texts[$i] ne $_->[1]{text};
		$category{$i} //= $_->[1]{category};
	}
	my ($place, @names) = numbered(grep { $_ ne '' } map { $category{$_} } 0 .. $#texts);
	my $out = '';
	for my $name (@names, '') {
		my $in = '';
		for my $i (grep { Leads::folded($category{$_}) eq Leads::folded($name) } 0 .. $#texts) {
			my @here = grep { $number->{Leads::folded($_->[1]{text})} == $i } @asked or next;
			my %of = map { $_->{id} => 1 } map { people($m, $_->[0]) } @here;
			my @answers = grep { @{$_->[1]{answer}} } @here;
			# "A question that was asked and that nobody has answered is left out"
			if ($m->{share} && !@answers) {
				hit('left out, with --share');
				next;
			}
			my %by = map { $_->{id} => 1 } map { people($m, $_->[0]) } @answers;
			hit('fewer answered than were asked') if keys %by < keys %of;
			hit('not all were asked') if keys %of < $base;
			$in .= "#### $texts[$i]\n\nAsked of " . keys(%of) . " of $base " . ($base == 1 ? 'person' : 'people') . ', '
			    . (@answers ? 'answered by ' . keys(%by) . ".\n" : "no answer yet.\n");
			for (@answers) {
				my ($note, $question) = @$_;
				hit('a panel answers') if people($m, $note) > 1;
				hit('an answer in a note that is off or planned') if !talked($note);
				$in .= "\n- " . join('; ', map { whole($note, $_) } people($m, $note)) . ', ' . Said::link($m, $note) . "\n\n"
				    . inside('  > ', @{$question->{answer}}) . "\n";
			}
			$in .= "\n";
		}
		next if $in eq '';
		hit('no category') if $name eq '';
		$out .= '### ' . ($name eq '' ? 'Other questions' : $name) . "\n\n$in";
	}
	my ($open, $count, $cut) = ('', 0, 0);
	my ($bank_place, @bank_names) = numbered(map { $_->{category} } @{$m->{bank}});
	for my $name (@bank_names) {
		my @open = grep {
			my $text = Leads::folded($_->{text});
			Leads::folded($_->{category}) eq Leads::folded($name)
			    && !grep { Leads::folded($_->[1]{text}) eq $text && @{$_->[1]{answer}} } @asked
		} @{$m->{bank}};
		next if !@open;
		$count += @open;
		$open .= "- **$name** (" . @open . ")\n";
		# "the first three of them, or, with --all, each"
		my $more = $m->{all} || @open <= 3 ? 0 : @open - 3;
		$open .= "  - $_->{text}\n" for @open[0 .. $#open - $more];
		$open .= "  - and $more more\n" if $more;
		$cut += $more;
		hit('not answered: cut') if $more;
	}
	$out .= "### Not answered yet\n\n$count of " . @{$m->{bank}} . ' in the bank'
	    # a hint for the user
	    . ($cut && !$m->{share} ? '; `ni-report --all` lists them' : '') . ".\n\n$open\n"
	    if $open ne '';
	return $out;
}

# The excerpts of a kind: [note, excerpt], in the order of the interviews. "A prepared question
# without an answer says nothing."
sub said
{
	my ($m, $kind) = @_;
	return map { my $note = $_; map { [$note, $_] } grep { $_->{kinds}{$kind} && !$_->{unanswered} } @{$note->{excerpts}} }
	    interviews($m);
}

sub item
{
	my ($m, $said, $remark, @paragraphs) = @_;
	my ($note, $excerpt) = @$said;
	@paragraphs = @{$excerpt->{text}} if !@paragraphs;
	return '-' . substr(inside('  ', @paragraphs), 1) . "\n" . (@paragraphs > 1 ? "\n" : '') . '  — '
	    . join('; ', map { who($_) } people($m, $note)) . ', ' . Said::link($m, $note) . "$remark\n";
}

# "By field (the note's, else that of the first person in it who has one)"
sub field
{
	my ($m, $note) = @_;
	return $note->{field} if $note->{field} ne '';
	return (grep { $_ ne '' } map { $_->{field} } people($m, $note))[0] // '';
}

sub expected_insights
{
	my ($m) = @_;
	my @all = said($m, 'insight');
	my ($number, @names) = numbered(map { field($m, $_->[0]) } @all);
	my $out = '';
	for my $name (sort { ($a eq '') <=> ($b eq '') || Leads::folded($a) cmp Leads::folded($b) } @names) {
		hit('insights without a field') if $name eq '';
		$out .= '### ' . ($name eq '' ? 'No field' : $name) . "\n\n";
		for (grep { Leads::folded(field($m, $_->[0])) eq Leads::folded($name) } @all) {
			hit('a field by another name') if field($m, $_->[0]) ne $name;
			$out .= item($m, $_, '');
		}
		$out .= "\n";
	}
	return $out || nothing($m, 'insights');
}

sub expected_openings
{
	my ($m) = @_;
	my @all = said($m, 'opening');
	my (@notes, $out);
	for my $said (@all) {
		unshift @notes, $said->[0] if !@notes || $notes[0] != $said->[0];
	}
	for my $note (@notes) {
		my $field = field($m, $note);
		$out .= join '', map { item($m, $_, $field eq '' ? '' : "; $field") } grep { $_->[0] == $note } @all;
	}
	return $out // nothing($m, 'openings');
}

# The first day on or after $day with a reported event of theirs, or undef.
sub told
{
	my ($m, $person, $day) = @_;
	return (sort grep { $_ ge $day } map { $_->[0] } grep { $_->[1] eq $person->{id} && $_->[2] eq 'reported' } @{$m->{log}})[0];
}

sub expected_advice
{
	my ($m) = @_;
	my %in;
	for my $said (said($m, 'advice')) {
		my ($note, $excerpt) = @$said;
		my $task = $excerpt->{task};
		my @people = people($m, $note);
		if (!$task || $excerpt->{kinds}{promised}) {
			hit('advice that they promised') if $task;
			push @{$in{plain}}, [$note->{date}, item($m, $said, '')];
		} elsif (!$task->{done}) {
			my $late = $task->{due} ne '' && $task->{due} lt $today;
			hit('late') if $late;
			push @{$in{todo}}, [$task->{due} || '9999-99-99',
				item($m, $said, ($task->{due} ? "; due $task->{due}" : '') . ($late ? ', late' : ''), $task->{text})];
		} else {
			my $day = $task->{on} || $note->{date};
			my $done = '; done' . ($task->{on} ? " $task->{on}" : '');
			my @days = map { told($m, $_, $day) } @people;
			my @untold = grep { !defined told($m, $_, $day) } @people;
			hit('some were told') if @untold && @untold < @people;
			my $names = @untold < @people ? '; not told yet: ' . join(', ', map { $_->{name} } @untold) : '';
			if (@untold) {
				push @{$in{done}}, [$day, item($m, $said, $done . $names, $task->{text})];
			} else {
				my $last = (sort grep { defined } @days)[-1];
				push @{$in{told}}, [$day, item($m, $said, "$done, told $last", $task->{text})];
			}
		}
	}
	my $out = '';
	my %heading = (todo => 'To do', done => 'Acted on, not told yet', told => 'Acted on and told', plain => 'Other advice');
	for my $state (grep { $in{$_} } qw(todo done told plain)) {
		hit($state);
		my @list = @{$in{$state}};
		my @order = sort { $list[$a][0] cmp $list[$b][0] || $a <=> $b } 0 .. $#list;
		$out .= "### $heading{$state}\n\n" . join('', map { $list[$_][1] } @order) . "\n";
	}
	return $out || nothing($m, 'advice');
}

# What the sections hold, without blank lines at their ends.
sub expected
{
	my ($m) = @_;
	my %section = (Questions => expected_questions($m), Insights => expected_insights($m),
		Advice => expected_advice($m), Openings => expected_openings($m));
	return join "\n", map { "## $_\n\n" . ($section{$_} =~ s/\n+\z/\n/r) } qw(Questions Insights Advice Openings);
}

# ---- A random network ----

sub pick { return $_[int rand @_] }
sub one_in { return int(rand $_[0]) == 0 }
sub words { return join ' ', map { pick(qw(bus car sea law tea hat pen sun)) } 1 .. 1 + int rand 4 }
sub day { return sprintf '2026-11-%02d', 16 + int rand 9 }

my @questions = (['Why so?', 'why, so?', 'WHY SO??'], ['Who pays?', 'who  pays?'], ['How long?', 'How, long?'], ['And then?']);
my @categories = (['Way', 'way', 'WAY,'], ['Work', 'work'], ['Days off', 'days  off']);

# Adds a question with its answer, as a heading or a list item, to the note. Returns its text.
sub add_question
{
	my ($note, $where, $form) = @_;
	my $question = {text => pick(@{pick(@questions)}), private => $where->{private}, category => $where->{category},
		answer => [map { words() } 1 .. pick(0, 0, 1, 1, 1, 2)]};
	$question->{text} =~ s/  / /;
	push @{$note->{questions}}, $question;
	my @answer = @{$question->{answer}};
	if ($form eq 'heading') {
		push @{$note->{excerpts}}, map { {kinds => $where->{kinds}, text => [$_]} } @answer;
		return join '', map { "$_\n\n" } "### $question->{text}", @answer;
	}
	push @{$note->{excerpts}}, {kinds => $where->{kinds}, text => [$question->{text}, @answer], unanswered => !@answer};
	return join '', "- $question->{text}\n", map { "\n  $_\n" } @answer;
}

sub add_task
{
	my ($note, $where) = @_;
	my $task = {done => one_in(2), due => one_in(2) ? day() : '', on => ''};
	my $text = words();
	$task->{on} = day() if $task->{done} && one_in(2);
	$task->{text} = $text;
	$task->{written} = $text . ($task->{due} && pick(" due $task->{due}", " due:$task->{due}")) . ($task->{on} && " done $task->{on}");
	push @{$note->{excerpts}}, {kinds => $where->{kinds}, text => [$task->{written}], task => $task};
	return '- [' . ($task->{done} ? 'x' : ' ') . "] $task->{written}\n";
}

sub add_blocks
{
	my ($note, $where) = @_;
	my $text = '';
	for (1 .. int rand 4) {
		my $form = pick('item', 'item', 'task', 'task', 'paragraph', 'question');
		if ($form eq 'question') {
			$text .= add_question($note, $where, 'item');
		} elsif ($form eq 'task') {
			$text .= add_task($note, $where);
		} else {
			my @text = map { words() } 1 .. ($form eq 'item' ? pick(1, 1, 2) : 1);
			push @{$note->{excerpts}}, {kinds => $where->{kinds}, text => \@text};
			$text .= $form eq 'item' ? '-' . substr(inside('  ', @text), 1) . "\n" : "\n$text[0]\n\n";
		}
	}
	return "$text\n";
}

# What the headings above say, by level.
sub where_of
{
	my ($note, @headings) = @_;
	my %kinds;
	for my $level (2, 3) {
		my $text = $headings[$level] // next;
		$kinds{insight} = 1 if $level == 2 && lc $text eq 'insights';
		$kinds{opening} = 1 if $level == 2 && lc $text eq 'openings';
		$kinds{advice} = 1 if $text =~ /^advice/i;
		$kinds{promised} = 1 if $text =~ /^promised/i;
	}
	my $private = ($headings[2] // '') eq 'Private';
	hit('what is private') if $private;
	return {private => $private, kinds => $private ? {} : \%kinds, category => $headings[3] // $headings[2] // ''};
}

sub add_body
{
	my ($note) = @_;
	my $text = '';
	if (one_in(2)) {
		my $title = pick('Ann', map { $_->[0] } @categories);
		$text = "# $title\n\n";
		# Under its title alone a question has no category.
		$text .= add_question($note, {kinds => {}, category => '', private => 0}, 'item') . "\n" if one_in(2);
	}
	for (1 .. int rand 5) {
		my @headings = (undef, undef, pick(map({ pick(@$_) } @categories), 'Insights', 'Insights', 'INSIGHTS', 'Advice', 'Advice from her',
			'Openings', 'openings', 'Promised', 'Promised', 'Private'));
		$headings[2] =~ s/  / /;
		$text .= "## $headings[2]\n\n";
		if (one_in(3)) {
			$text .= add_question($note, where_of($note, @headings), 'heading') for 1 .. 1 + int rand 2;
			next;
		}
		$text .= add_blocks($note, where_of($note, @headings));
		next if !one_in(3);
		$headings[3] = pick('Advice', 'More', 'Promised too', 'Openings');
		$text .= "### $headings[3]\n\n" . add_blocks($note, where_of($note, @headings));
	}
	return $text;
}

sub make_model
{
	my ($seed) = @_;
	srand $seed;
	my @ids = (qw(ann bob cat dan eve))[0 .. 1 + int rand 4];
	my $m = {from => '0001-01-01', to => '9999-12-31'};
	$m->{contacts} = [map { {id => $_, name => ucfirst "$_ Lee", org => pick('', 'Acme', 'Bell'), title => pick('', 'Judge', 'Cook'),
			field => pick('', 'law', 'Law', 'art'), sector => pick('', 'private', 'education')} } @ids];
	my %selected = map { $_ => 1 } @ids;
	if (one_in(3)) {
		%selected = ();
		$selected{$_} = 1 for map { pick(@ids) } 1 .. 2;
		$m->{option_ids} = [sort keys %selected];
		hit('a selection');
	}
	$m->{selected} = \%selected;
	$m->{all} = one_in(3);
	$m->{share} = one_in(3);
	if (one_in(4)) {
		($m->{from}, $m->{to}) = sort(day(), day());
		hit('a period');
	}
	for my $question (@questions) {
		push @{$m->{bank}}, {text => pick(@$question) =~ s/  / /r, category => (pick(@categories))->[0]} if one_in(2) || $question == $questions[0];
	}
	# Those that no note has, of which there are many in a bank.
	my $category = (pick(@categories))->[0];
	push @{$m->{bank}}, map { {text => "Nobody asks $_?", category => one_in(4) ? (pick(@categories))->[0] : $category} } 1 .. int rand 7;
	# A bank stands in the order of its categories.
	my ($place) = numbered(map { $_->{category} } @{$m->{bank}});
	$m->{bank} = [sort { $place->{Leads::folded($a->{category})} <=> $place->{Leads::folded($b->{category})} } @{$m->{bank}}];
	$m->{log} = [map { [day(), pick(@ids), pick('reported', 'reported', 'thanked')] } 1 .. int rand 20];
	for my $i (1 .. 1 + int rand 6) {
		my %seen;
		my $note = {file => pick('', 'sub/') . pick('a' .. 'd') . "$i.md", date => day(),
			ids => [grep { !$seen{$_}++ } map { pick(@ids) } 1 .. pick(1, 1, 1, 2, 3)],
			outcome => pick('met', 'met', 'met', '', '', 'moved', 'no-show'),
			field => pick('', '', '', 'LAW', 'sea'), sector => pick('', '', 'government'), questions => [], excerpts => []};
		$note->{body} = add_body($note);
		push @{$m->{notes}}, $note;
	}
	return $m;
}

sub write_case
{
	my ($m, $dir) = @_;
	Cases::write_file("$dir/net/contacts.csv", join '', map { join(',', @$_) . "\n" } [qw(id name org title field sector)],
		map { [@{$_}{qw(id name org title field sector)}] } @{$m->{contacts}});
	Cases::write_file("$dir/net/log.csv", join '', map { join(',', @$_) . "\n" } [qw(date contact event)], @{$m->{log}});
	my ($text, $last) = ('', '');
	for (@{$m->{bank}}) {
		$text .= "\n## $_->{category}\n\n" if $_->{category} ne $last;
		$text .= "- $_->{text}\n";
		$last = $_->{category};
	}
	Cases::write_file("$dir/net/questions.md", $text);
	for my $note (@{$m->{notes}}) {
		Cases::write_file("$dir/net/notes/$note->{file}", join '', "---\n", 'contact: [' . join(', ', @{$note->{ids}}) . "]\n",
			map({ $note->{$_} eq '' ? '' : "$_: $note->{$_}\n" } qw(date outcome field sector)), "---\n", $note->{body});
	}
	return;
}

# The options of ni-report for it.
sub options
{
	my ($m) = @_;
	return ('--today', $today, ($m->{all} ? '--all' : ()), ($m->{share} ? '--share' : ()),
		($m->{option_ids} ? ('-i', join ',', @{$m->{option_ids}}) : ()),
		($m->{from} gt '0001-01-01' ? ('--period', "$m->{from}..$m->{to}") : ()));
}

sub show
{
	my ($seed, $dir) = @_;
	my $m = make_model($seed);
	write_case($m, $dir);
	print expected($m);
	return;
}

Cases::main(\&show, sub { expected(make_model($_[0])) }) if !caller;

1;

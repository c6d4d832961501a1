#!/usr/bin/perl
# Reports on networks whose every text is hostile: Markdown, HTML, pipes, newlines, right-to-left
# overrides in names, organisations, fields, questions and answers. Whatever they hold, both
# cmark-gfm and pandoc find the outline that the report was meant to have, no raw HTML, no link that
# runs something, and nothing from under Private; and with --share no email, phone or note, no link or
# picture but those that say in whole where they lead, and no name of a file. So it is with the brief on one of
# the people, and with a report in a folder of its own.
# NI_RANDOM=N networks (40), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use utf8;
use Cwd ();
use File::Path ();
use JSON::PP ();

require './tests/random/cases.pl';
require './tests/random/trials.pl';

Trials::start('ni-report');
my $grammar = Cwd::getcwd() . '/tests/mermaid-grammar.pl';
my $today = '2026-11-21';
my @sections = qw(Summary Due Activity Interviews Fields Questions Insights Advice Openings
    Referrals People);
my @parts = ('Who they are', 'How I come to know them', 'Timeline', 'What they said before', 'Promises', 'Due',
    'Questions prepared', 'Still unanswered', 'My introduction');
for my $parser (qw(cmark-gfm pandoc)) {
	next if grep { -x "$_/$parser" } split /:/, $ENV{PATH};
	print $ENV{CI} ? "not ok 1 - $parser is not installed\n1..1\n"
	    : "1..0 # SKIP $parser is not installed\n";
	exit($ENV{CI} ? 1 : 0);
}
Trials::each_seed({name => 'report-hostile', count => 40}, \&trial);
Trials::finish();

# ---- the hostile network

sub one_of { return $_[int rand @_] }

# What a cell may hold.
sub text
{
	my @hostile = (
		'a|b', '| a | b |', '*bold*', '**x', '_y_', '`code', '``', '<script>alert(1)</script>',
		'<!--', '-->', '<b>', '</details>', '# heading', '## Private', '### deep', '- item', '1. one',
		'> quote', '[x](javascript:alert(1))', '![i](http://h.example/i.png)', '[ref]: /u "t"', '[ref]',
		'&lt;', '&#35;', '\\', '\\|', '~~gone~~', '$x$', '---', '===', '***', "\x{202e}txt.exe",
		"\x{2066}iso", "\x{feff}", "\x{200b}", '```', '~~~', ':::', '[^1]', '[^1]: note', '<http://a.example>',
		'www.a.example/_x_', "two\nlines", "end\n===", "a\n\n# b", "x\n| - |", "\t\tcode", '    four', '%', '"', "'",
		'@user', '#1', 'https://e.example/a*b*', 'Ωμέγα', '森 健', 'سمير', '-', '+', '=', '1)', '!', '[', ']', '[[x]]',
		'{{x}}', '<?php', '<![CDATA[', 'x--y', 'end"] --> A["', 'graph TD', '%%{init}%%', ';', 'click A "u"');
	return join one_of('', ' ', ' '), map { one_of(@hostile, 'word', 'Ann') } 1 .. 1 + int rand 4;
}

sub name { return one_of('', 'N') . text() . one_of('', ' Lee') . int rand 1000 }

sub cell
{
	my ($cell) = @_;
	$cell =~ s/"/""/g;
	return "\"$cell\"";
}

# A front matter's string: JSON's are YAML's.
sub yaml
{
	my ($text) = @_;
	$text =~ s/([\\"])/\\$1/g;
	$text =~ s/\n/\\n/g;
	$text =~ s/\t/\\t/g;
	$text =~ s/([\x{200b}-\x{206f}\x{feff}])/sprintf '\\u%04X', ord $1/ge;
	return "\"$text\"";
}

# Blocks as somebody could write them in an answer, or paste there.
sub blocks
{
	my @blocks = (
		"plain words", "two\nlines of it", "# A heading", "## Private\n\nSECRET", "Setext\n===", "Setext two\n---",
		"- a\n- b\n  - c", "1. one\n2. two", "> quoted\n> # heading", "```\nfenced\n# no heading\n```", "    indented",
		"<div>\n\n# in html\n\n</div>", "<!-- comment -->", "a <b>bold</b> <script>x</script>", "***", "[l](a.md) ![i](../p.png)",
		"[bad](javascript:x) [data](data:text/html,x)", "[bad](JaVa&#115;cript:x)", "| a | b |\n| - | - |\n| 1 | 2 |", "~~gone~~",
		"[ref]\n\n[ref]: http://r.example", "[near]\n\n[near]: near.md 'its title'",
		"[own](private/mould.pdf) [up](/abs/x.pdf) [here](#there) [](mute.md) ![](mute.png) [host](//h.example/x)",
		"[dear](mailto:a\@b.example) ![far](https://f.example/p.png) [![in](in.png)](out.md)",
		"- [ ] box due:2026-12-01\n- [x] done 2026-11-01", "text[^1]\n\n[^1]: foot", "\\# escaped \\* \\|",
		"&lt;script&gt; &amp;", "line  \nbreak\\\nbreak", "\x{202e}override", "* * *\ntext", "- item\n\n      code in it", "-\n\n  late",
		"1) par\n2) en", "+ plus\n+ plus", "`code | pipe`", "**strong *nested* _more_**", "<https://auto.example>", "term\n: def",
		"https://e.example/a*b*<script>x</script>", "www.e.example/~~b~~<b>", "<details>\n## Private\n\nSECRET\n\n- [ ] SECRET",
		"> ## Private\n>\n> - [ ] SECRET\n> - SECRET?", "- ## Private\n\n  SECRET", "[there][ref] [there]");
	my @open = ("```\nunclosed", "<!-- unclosed", "<script>\nunclosed", "<pre>\n\n# x", "~~~ unclosed", "<![CDATA[", "> lazy\ncontinued\n===", "1. x\n   ```\n   in");
	my @list = map { one_of(@blocks) } 1 .. 1 + int rand 3;
	push @list, one_of(@open) if rand() < 0.25;
	return join "\n\n", @list;
}

sub indent
{
	my ($text, $by) = @_;
	$text =~ s/^(?=.)/$by/mg;
	return $text;
}

# One line, and a question.
sub question
{
	my $text = text();
	$text =~ s/\s+/ /g;
	return "$text?";
}

sub body
{
	my $body = "[there]: <javascript:x>\n\n# Title\n\n## Private\n\nSECRET words\n\n- SECRET item?\n\n  SECRET answer\n\n- [x] SECRET task\n\n";
	$body .= "### Advice\n\n- SECRET advice\n\n" if rand() < 0.3;
	my @parts = ('## ' . (text() =~ s/\s+/ /gr), '## Insights', '## Advice from them', '## Openings', '## Promised', '## Research');
	for my $heading (map { one_of(@parts) } 1 .. 4) {
		$body .= "$heading\n\n";
		for (1 .. int rand 4) {
			my $what = int rand 4;
			$body .= '### ' . question() . "\n\n" . blocks() . "\n\n" if $what == 0;
			$body .= '- ' . question() . "\n\n" . indent(blocks(), '  ') . "\n\n" if $what == 1;
			$body .= '- ' . indent(blocks(), '  ') =~ s/^  //r . "\n" if $what == 2;
			$body .= blocks() . "\n\n" if $what == 3;
		}
	}
	return $body;
}

sub day { return sprintf '2026-%02d-%02d', one_of(8 .. 12), one_of(1 .. 28) }

sub write_network
{
	my ($dir) = @_;
	my $people = 2 + int rand 5;
	my $csv = "id,name,org,title,field,sector,circle,source,referred_by,may_use_name,email,phone,added,tags,note\n";
	for my $i (1 .. $people) {
		$csv .= join(',', "p$i", map { cell($_) } name(), map({ rand() < 0.2 ? '' : text() } 1 .. 6),
			one_of('', 'p' . (1 + int rand $people)), one_of('', 'yes', 'no'), "SECRETMAIL$i\@x.example",
			"+47 555 0100 SECRETPHONE$i", one_of('', day()), text(), 'SECRETNOTE ' . text()) . "\n";
	}
	File::Path::make_path("$dir/notes/" . one_of('a b', 'deep'));
	Cases::write_file("$dir/contacts.csv", $csv);
	my $log = "date,contact,event,via,until,note\n";
	for (1 .. 12) {
		my $event = one_of(qw(asked replied met helped thanked reported contacted declined closed));
		$log .= join(',', day(), 'p' . (1 + int rand $people), $event, cell(text() =~ s/\n/ /gr), '',
			cell('SECRETNOTE ' . text() =~ s/\n/ /gr)) . "\n";
	}
	Cases::write_file("$dir/log.csv", $log);
	Cases::write_file("$dir/ni.yaml", "me:\n  name: " . yaml(text()) . "\n  introduction: " . yaml(text()) . "\n") if rand() < 0.7;
	for my $i (1 .. 1 + int rand 4) {
		my $note = "---\ncontact: [p" . (1 + int rand $people) . (rand() < 0.3 ? ', p1x' : '') . "]\ndate: " . day() . "\n";
		$note =~ s/, p1x// if $people < 1;
		$note =~ s/p1x/p$people/ if $note !~ /\[p$people,/;
		$note =~ s/, p1x//;
		$note .= "outcome: met\n" if rand() < 0.7;
		$note .= "mode: " . yaml(text()) . "\nplace: " . yaml(text()) . "\nfield: " . yaml(text()) . "\nsector: " . yaml(text()) . "\n"
		    if rand() < 0.6;
		$note .= "rating: 3\n" if rand() < 0.5;
		$note .= "referrals:\n" . join '', map {
			"  - name: " . yaml(name()) . "\n    org: " . yaml(text()) . "\n    email: SECRETMAIL\@y.example\n    phone: SECRETPHONE 5550100\n    note: "
			    . yaml('SECRETNOTE ' . text()) . "\n" } 1 .. 2 if rand() < 0.6;
		Cases::write_file("$dir/notes/" . one_of('', 'x ', '[y]', '森', '%', '(z') . "$i.md", "$note---\n" . body());
	}
}

# ---- what the parsers see

sub parsed
{
	my ($report, @command) = @_;
	open my $file, '>', Trials::folder() . '/report.md' or die;
	print $file $report;
	close $file or die;
	open my $pipe, '-|', @command, Trials::folder() . '/report.md' or die "@command: $!";
	local $/;
	my $output = <$pipe>;
	close $pipe or die "@command failed";
	return $output;
}

# Headings as "level text", in order, wherever they are; and what else there is that must not be.
sub by_cmark
{
	my ($report) = @_;
	my $xml = parsed($report, qw(cmark-gfm -e table -e strikethrough -e autolink -e tasklist -t xml));
	my (@headings, @wrong);
	utf8::decode($xml);
	push @wrong, "raw HTML: $1" while $xml =~ /<(html_(?:block|inline)[^>]*>[^<]{0,60})/g;
	while ($xml =~ m{(\n *)<heading level="(\d)">(.*?)</heading>}sg) {
		my ($before, $level, $inside) = ($1, $2, $3);
		push @wrong, 'a heading within something' if length $before > 3;
		my $text = join '', $inside =~ m{<text[^>]*>([^<]*)</text>}g;
		$text =~ s/&lt;/</g; $text =~ s/&gt;/>/g; $text =~ s/&quot;/"/g; $text =~ s/&amp;/&/g;
		push @headings, "$level $text";
	}
	my @links = $xml =~ /<(?:link|image) destination="([^"]*)"/g;
	push @wrong, map { "a link: $_" } grep { /^(?!https?:|mailto:|tel:|ftp:)[a-z][a-z0-9+.-]*:/i } @links;
	return (\@headings, \@links, @wrong);
}

sub pandoc_walk
{
	my ($node, $headings, $links, $wrong) = @_;
	if (ref $node eq 'ARRAY') {
		pandoc_walk($_, $headings, $links, $wrong) for @$node;
	} elsif (ref $node eq 'HASH') {
		my $type = $node->{t} // '';
		push @$wrong, "raw $node->{c}[1]" if $type =~ /^Raw(Block|Inline)$/;
		push @$headings, $node->{c}[0] if $type eq 'Header';
		push @$links, $node->{c}[2][0] if $type =~ /^(Link|Image)$/;
		pandoc_walk($_, $headings, $links, $wrong) for values %$node;
	}
	return;
}

sub by_pandoc
{
	my ($report) = @_;
	my $document = JSON::PP->new->utf8->decode(parsed($report, qw(pandoc -f gfm -t json)));
	my (@levels, @links, @wrong);
	pandoc_walk($document->{blocks}, \@levels, \@links, \@wrong);
	my $own = grep { $_->{t} eq 'Header' } @{ $document->{blocks} };
	push @wrong, 'a heading within something' if $own != @levels;
	return (\@levels, \@links, map { "pandoc: $_" } @wrong);
}

# What a reader who has none of the files can do nothing with: links that do not say in whole where
# they lead, whichever parser finds them, and names of the files. (What an empty section is may say
# that it comes from `notes/`.)
sub by_files
{
	my ($report, @links) = @_;
	my @wrong = map { "with --share, a link: $_" } grep { !/^(?:https?|mailto|tel|ftp):/i } @links;
	push @wrong, "with --share, a file: $1" while $report =~ m{(.{0,20}(?:notes/(?!`)|(?:log|contacts)\.csv:).{0,20})}g;
	return @wrong;
}

# Tables of the report's own: each row has the cells of its header, and the parser finds each row.
sub by_tables
{
	my ($report) = @_;
	my @wrong;
	my ($rows, $cells) = (0, 0);
	for my $line (split /\n/, $report =~ s/^```.*?^```$//gmsr) {
		if ($line !~ /^\|/) {
			$cells = 0;
			next;
		}
		my $bars = () = $line =~ /(?<!\\)(?:\\\\)*\|/g;
		push @wrong, "another number of cells: $line" if $cells && $bars != $cells;
		$cells ||= $bars;
		$rows++ if $line !~ /^\|[-: |]+\|$/ || $line !~ /-/;
	}
	my $xml = parsed($report =~ s/^ .*\n//gmr, qw(cmark-gfm -e table -t xml));
	my $found = () = $xml =~ /<table_(?:row|header)>/g;
	push @wrong, "the parser finds $found rows of $rows" if $found != $rows;
	return @wrong;
}

# Our own grammar for Mermaid's diagrams (tests/mermaid-grammar.pl): it fits each.
sub by_mermaid
{
	my ($report) = @_;
	my @wrong;
	while ($report =~ /^```mermaid\n(.*?)^```$/gms) {
		my $chart = Trials::folder() . '/chart';
		open my $file, '>', $chart or die;
		print $file $1;
		close $file or die;
		my $told = `perl "$grammar" <"$chart" 2>&1 >/dev/null`;
		push @wrong, "Mermaid: $told" if $? != 0;
	}
	return @wrong;
}

sub trial
{
	my ($seed, $dir) = @_;
	my $wrong = '';
	srand $seed;
	File::Path::make_path("$dir/out");
	write_network($dir);
	for my $options (['contacts.csv'], ['--share', 'contacts.csv'], ['--contact', 'p1'], ['--share', '--contact', 'p2'],
	    ['--share', '-o', 'out/report.md', 'contacts.csv']) {
		my $share = $options->[0] eq '--share';
		my ($status, $report, $told) =
		    Trials::run($dir, undef, 'ni-report', '--today', $today, @$options);
		$wrong .= "status $status: $told" if $status ne '0';
		$report = Trials::slurp("$dir/out/report.md") if grep { $_ eq '-o' } @$options;
		my ($headings, $links, @faults) = by_cmark($report);
		my ($levels, $also, @others) = by_pandoc($report);
		push @faults, by_files($report, @$links, @$also) if $share;
		push @faults, 'no link' if $options->[0] eq 'contacts.csv' && !grep { /\.(?:md|csv)$/ } @$links;
		$wrong .= "$_\n" for @faults, @others, by_tables($report), by_mermaid($report);
		my @second = map { s/^2 //r } grep { /^2 / } @$headings;
		my @wanted = grep { my $part = $_; grep { $_ eq $part } @second } @parts;
		@wanted = @sections if $options->[-1] eq 'contacts.csv';
		$wrong .= "the sections are: @second\n" if "@second" ne "@wanted" || @second < 5;
		$wrong .= "level-1 headings: " . grep({ /^1 / } @$headings) . "\n" if grep({ /^1 / } @$headings) != 1;
		$wrong .= "pandoc sees other headings\n" if "@$levels" ne join ' ', map { substr $_, 0, 1 } @$headings;
		$wrong .= "what stands under Private: $1\n" while $report =~ /(.{0,40}SECRET(?!MAIL|PHONE|NOTE).{0,40})/g;
		$wrong .= "with --share: $1\n" while $share && $report =~ /(.{0,40}SECRET(?:MAIL|PHONE|NOTE).{0,20})/g;
		$wrong .= "a bidirectional override\n" if $report =~ /\xE2\x80\xAE|\xE2\x81\xA6/;
		$wrong = "@$options:\n$wrong" if $wrong ne '';
		last if $wrong ne '';
	}
	return $wrong;
}

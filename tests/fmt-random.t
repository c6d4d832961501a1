#!/usr/bin/perl
# ni-fmt on random networks: against a naive reading of ni-fmt(1); what all programs read afterwards is
# what they read before; a second time changes nothing. Then the same of files with random damage: either
# they do not parse, and are left as they are, or all that holds of them too.
# NI_RANDOM=N networks (40), from seed NI_SEED on (1). Stops after five failures.
use strict;
use warnings;
use Encode ();
use File::Find ();

require './tests/random/due.pl';
require './tests/random/leads.pl';
require './tests/random/fmt.pl';
require './tests/random/trials.pl';

my $today = '2026-11-21';
my %met; # what the networks had, to be sure that each kind was tried

Trials::start(qw(ni-fmt ni-due ni-refer ni-notes ni-log ni-report));
$ENV{LC_ALL} = 'C';
my $tried = Trials::each_seed({name => 'fmt-random', count => 40}, \&trial);
Trials::met(\%met, 'changed', 'canonical', 'damaged and left', 'damaged and formatted') if $tried >= 40;
Trials::finish();

# What is wrong with the answers about this network, or ''.
sub trial
{
	my ($seed, $dir) = @_;
	my $case = $seed % 3 ? Due::write_case($seed, $dir) : Leads::write_case($seed, $dir);
	my $net = "$dir/net";
	srand $seed;
	my @files = files($net);
	my %before = map { $_ => Trials::slurp("$net/$_") } @files;
	my %answers = answers($net, $case, $dir);
	my $wrong = '';
	my ($status, $out, $err) = Trials::run($net, undef, 'ni-fmt', '-l', '-w', @files);
	my %listed = map { $_ => 1 } split /\n/, $out;
	$wrong .= "ni-fmt -l -w: status $status\n$err" if $status ne (%listed ? 1 : 0) || $err ne '';
	for my $file (@files) {
		my $expected = expected($file, $before{$file});
		$wrong .= same($file, Trials::slurp("$net/$file"), $expected);
		$wrong .= "$file: listed, or not listed\n"
		    if ($before{$file} ne $expected) != !!$listed{$file};
		$met{$listed{$file} ? 'changed' : 'canonical'}++;
	}
	$wrong .= stays($net, @files);
	my %after = answers($net, $case, $dir);
	$wrong .= same("what $_ reads", $after{$_}, $answers{$_}) for sort keys %answers;
	return $wrong ne '' ? $wrong : join '', map { damage($net, $_) } 'contacts.csv',
	    grep { $_ eq 'log.csv' || (m{^notes/.*\.md$} && !int rand 4) } @files;
}

# The files that ni-fmt formats.
sub files
{
	my ($net) = @_;
	my @files;
	File::Find::find({
	    no_chdir => 1,
	    wanted => sub {
		    push @files, substr $_, length "$net/" if m{/[^./][^/]*\.(csv|md)$} && -f;
	    }}, $net);
	return sort @files;
}

sub expected
{
	my ($file, $text) = @_;
	return Fmt::note($text) if $file =~ /\.md$/;
	my ($header) = Fmt::rows($text);
	return Fmt::log_text($text) if grep { $_ eq 'event' } @$header;
	return Fmt::contacts($text);
}

# Formatting again changes nothing.
sub stays
{
	my ($net, @files) = @_;
	my ($status, $out, $err) = Trials::run($net, undef, 'ni-fmt', '-l', @files);
	return $status eq '0' && $out . $err eq '' ? '' : "a second time: status $status\n$out$err";
}

# What each program reads, by cells.
sub answers
{
	my ($net, $case, $dir) = @_;
	my %answers;
	for my $command (['ni-due', '--today', $today], ['ni-refer', '--all'], ['ni-notes'],
	    ['ni-notes', '--questions'], ['ni-notes', '--tasks'], ['ni-notes', '--referrals'],
	    ['ni-log'], ['ni-report', '--today', $today]) {
		$answers{"@$command"} = answer($net, undef, @$command);
	}
	if ($case && defined $case->{cwd}) {
		my @args = map { Encode::encode('UTF-8', $_) } @{$case->{args}};
		my $input = defined $case->{stdin} ? "$dir/stdin" : undef;
		$answers{"ni-due @args"} = answer("$dir/$case->{cwd}", $input, 'ni-due', @args);
	}
	return %answers;
}

# Without lines and anchors, which do change; nor blanks at the ends of free text.
sub answer
{
	my ($folder, $stdin, @command) = @_;
	my ($status, $out, $err) = Trials::run($folder, $stdin, @command);
	my %told = map { s/(:| line )\d+/$1/gr => 1 } split /\n/, $err;
	my $text = $command[0] eq 'ni-report' ? $out =~ s/:\d+//gr =~ s/[ \t]+/ /gr : cells($out);
	return join "\n", "status $status", $text, sort keys %told;
}

sub cells
{
	my ($header, @rows) = Fmt::rows($_[0]);
	my %seen;
	return '' if !$header;
	my @kept = grep { $header->[$_] ne 'anchor' } 0 .. $#$header;
	return join "\n", grep { !$seen{$_}++ } map {
		my $row = $_;
		join '|', map { ($row->[$_] // '') =~ s/^[ \t]+|[ \t]+\z//gr =~ s/[ \t]+/ /gr } @kept;
	} $header, @rows;
}

# A file with a few bytes in it that do not belong there.
sub damage
{
	my ($net, $file) = @_;
	my @bits = ('"', '"', ',', ',', "\n", "\r\n", "\r", ' ', "\t", ' "', '" ', '""', "\xFF", "\0",
	    "\xEF\xBB\xBF", "\n<<<<<<< a\n", '=======', "\n---\n", ': ', '- ', "\xC3\xA9");
	my $whole = Trials::slurp("$net/$file");
	my $text = $whole;
	for (1 .. 1 + int rand 3) {
		substr $text, int rand(1 + length $text), int rand 3, $bits[rand @bits];
	}
	spew("$net/$file", $text);
	my %before = answers($net);
	my ($status, $out, $err) = Trials::run($net, undef, 'ni-fmt', '-w', $file);
	my $wrong = judge($net, $file, $text, $status, $before{reader($file)});
	$wrong .= "output: $out" if $out ne '';
	my %after = answers($net);
	$wrong .= same("what $_ reads", $after{$_}, $before{$_}) for sort keys %before;
	spew("$net/$file", $whole);
	return $wrong eq '' ? '' : "damaged $file: ${wrong}status $status\n${err}text:\n$text\n";
}

# Who reads the file, and prints nothing where it does not parse.
sub reader
{
	my ($file) = @_;
	return $file =~ /\.md$/ ? 'ni-notes' : $file eq 'log.csv' ? 'ni-log' : 'ni-refer --all';
}

# It is formatted if it parses, else left.
sub judge
{
	my ($net, $file, $text, $status, $read) = @_;
	my $parses = $read !~ /^status 2\n\n/;
	if ($status eq '2') {
		$met{'damaged and left'}++;
		return 'not formatted, though it can be read: ' if $file =~ /\.md$/ ? $read =~ /^status 0/
		    : $parses && $text !~ /^(\xEF\xBB\xBF)?"?\xEF\xBB\xBF/;
		return same('what should be left', Trials::slurp("$net/$file"), $text);
	}
	$met{'damaged and formatted'}++;
	return "status $status: " if $status ne '0';
	return 'formatted, though it does not parse: ' if !$parses && $file !~ /\.md$/;
	return stays($net, $file);
}

sub same
{
	my ($what, $got, $expected) = @_;
	return $got eq $expected ? '' : "$what: got\n$got\nexpected\n$expected\n";
}

sub spew
{
	my ($path, $text) = @_;
	open my $f, '>:raw', $path or die "$path: $!\n";
	print {$f} $text or die "$path: $!\n";
	close $f or die "$path: $!\n";
}

#!/usr/bin/perl
# Interrupted, concurrent and failed writes: a file of the network is the old one or the new one, never
# a mixture; nobody is told that it was written when it was not; nothing is left lying about; and the
# next run works. tests/fault/shim.c makes each call of a program fail in turn.
use strict;
use warnings;

BEGIN { require './tests/fault/fault.pl' }

$| = 1;
delete @ENV{qw(COLUMNS NO_COLOR CDPATH)};
$ENV{LC_ALL} = 'C.UTF-8';
$ENV{TZ} = 'UTC';
$ENV{NI_TODAY} = '2026-11-21';

my $tmp = $Fault::tmp;
my $note = "---\ncontact: ann\ndate: 2026-11-20\noutcome: met\nreferrals:\n"
	. "  - name: Ned Poe\n    org: Acme\n  - name: Pat Ray\n---\n# Ann\n\n## Advice\n\nRead.\n";
my %old = (
	'contacts.csv' => "id,name,org\nann,Ann Lee,Acme\nbob,\"Bob, the other\",\n",
	'log.csv' => "date,contact,event,via,until,note\n2026-11-01,ann,asked,email,,\n",
	'notes' => undef,
	'notes/2026-11-20-ann.md' => $note,
);
# With a file that a page or a small limit does not hold.
my $many = join '', map { sprintf "c%03d,Contact %03d,%s\n", $_, $_, 'x' x 20 } 1 .. 300;
my %large = (%old, 'contacts.csv' => $old{'contacts.csv'} . $many);

# A program has its cases here from the commit on that brings its source.
sub there
{
	return -e "$Fault::top/bin/$_[0].c";
}

# What an editor does: it reads, and saves with one line more.
sub save
{
	my ($name, $line, $in_place) = @_;
	my $path = "$Fault::cwd/$name";
	my $text = (Fault::read_file($path) // '') . $line;
	Fault::write_file($in_place ? $path : "$path.new", $text);
	rename "$path.new", $path or die "$path: $!\n" if !$in_place;
	return;
}

# Every way in which every call of a command can fail.
sub every_fault
{
	my ($case) = @_;
	Fault::each_call($case, 'memory', 'ENOMEM', least => 20, says => qr/memory/);
	every_write($case);
	Fault::each_call($case, 'any', 'EINTR', least => 20);
	Fault::each_call($case, 'read', $_, harmless => 1) for $case->{blind} ? () : qw(short:1 EINTR);
	Fault::each_call($case, @$_, harmless => 1) for ['write', 'EINTR'], ['fcntl', 'ENOLCK'];
	Fault::each_call($case, 'write', "full:$_", says => qr/No space left|could be appended/) for 0, 7;
	# What is appended in two parts might be torn: then nothing is.
	Fault::each_call($case, 'write', 'short:1', harmless => !$case->{appends});
	return;
}

# Some of them, for a case that differs from another only in how it begins to write.
sub every_write
{
	my ($case) = @_;
	Fault::each_call($case, 'any', 'kill', least => 20);
	Fault::each_call($case, 'any', 'EIO', least => 20, refuses => $case->{refuses});
	# Not every file system has links.
	Fault::each_call($case, 'linkat', 'EPERM', harmless => 1) if $case->{creates};
	return;
}

# What a disk does; the case needs a file of more than a page.
sub every_disk
{
	my ($case) = @_;
	Fault::each_call($case, 'write', 'torn:100') if !$case->{appends};
	Fault::full_disk($case);
	Fault::file_limit($case);
	Fault::kill_at_random($case, 60);
	return;
}

# ---- ni-refer --add

# It prints the rows after it has added them.
my %add = (command => ['ni-refer', '--add'], again => 'same', late => qr/standard output|out of memory/);

my $case = Fault::begin_case(%add, name => 'ni-refer --add', old => \%old,
	refuses => [qw(read write fsync close fchmod renameat)]);
every_fault($case) if $case;

my %none = (%old, 'ni.yaml' => "format: 1\n");
delete $none{'contacts.csv'};
Fault::write_file("$tmp/given", "id,name\nann,Ann Lee\nzoe,Zoe\n");
$case = Fault::begin_case(%add, name => 'ni-refer --add makes contacts.csv', old => \%none,
	command => ['ni-refer', '--add', '-'], stdin => "$tmp/given",
	creates => 1, refuses => [qw(read write fsync close linkat)]);
every_write($case) if $case;

$case = Fault::begin_case(%add, name => 'ni-refer --add, a large file', old => \%large);
every_disk($case) if $case;

# ---- ni-log: appends, and then says what is next

# A note that cannot be read is told, and the line is logged nevertheless.
my %log = (again => 'more', appends => 1, late => qr/standard output|out of memory|^logged /m);

if (there('ni-log')) {
	my @log = ('ni-log', 'ann', 'thanked', '--via', 'email', 'Was', 'kind');
	$case = Fault::begin_case(%log, name => 'ni-log', command => \@log, old => \%old,
		refuses => [qw(read write fsync)]);
	every_fault($case) if $case;

	my %unended = (%old, 'log.csv' => substr $old{'log.csv'}, 0, -1);
	$case = Fault::begin_case(%log, name => 'ni-log after a line without its end', command => \@log,
		old => \%unended);
	every_write($case) if $case;

	my %no_log = %old;
	delete $no_log{'log.csv'};
	$case = Fault::begin_case(%log, name => 'ni-log makes log.csv', creates => 1, command => \@log, old => \%no_log,
		between => {'log.csv' => "date,contact,event,via,until,note\n"});
	every_write($case) if $case;

	Fault::write_file("$tmp/many", "id\n" . join '', map { sprintf "c%03d\n", $_ } 1 .. 300);
	$case = Fault::begin_case(%log, name => 'ni-log for many', old => \%large,
		command => ['ni-log', '-q', '-', 'contacted'], stdin => "$tmp/many");
	every_disk($case) if $case;
}

# ---- ni-new and ni-init: files that were not there

if (there('ni-new')) {
	# What an earlier note that cannot be read would have changed is not the matter here.
	my %other = (%old, 'notes/2026-11-20-ann.md' => "---\ncontact: bob\ndate: 2026-11-20\n---\n");
	my %new = (command => ['ni-new', 'ann', '2026-11-24'], again => 'refused',
		late => qr{standard output|out of memory|^notes/}m);
	$case = Fault::begin_case(%new, name => 'ni-new', old => \%other,
		creates => 1, refuses => [qw(read write fsync close linkat)]);
	every_fault($case) if $case;
	every_disk($case) if $case;

	my %no_notes = map { $_ => $old{$_} } qw(contacts.csv log.csv);
	$case = Fault::begin_case(%new, name => 'ni-new makes notes', old => \%no_notes);
	every_write($case) if $case;
}

if (there('ni-init')) {
	my %init = (command => ['ni-init', '.'], again => 'same',
		late => qr/standard output|out of memory/);
	$case = Fault::begin_case(%init, name => 'ni-init', old => {}, blind => 1,
		creates => 1, refuses => [qw(write fsync close linkat)]);
	every_fault($case) if $case;
	every_disk($case) if $case;
}

# ---- Two at once: ni-refer --add

# What the judges below have in common: all of contacts.csv is there, and who was said to be added.
sub wrong_contacts
{
	my ($state, %said) = @_;
	my $text = $state->{'contacts.csv'};
	my @wrong;
	push @wrong, "contacts.csv has lost something:\n$text" if index($text, "ann,Ann Lee,Acme") < 0;
	for my $row (sort keys %said) {
		my $times = () = $text =~ /^\Q$row\E/mg;
		my ($status, $err) = @{$said{$row}};
		push @wrong, "$row: status $status, but $times times there\n$err$text"
			if !($status == 0 && $times == 1
				|| $status == 2 && $times == 0 && $err =~ /was changed|exists|has gone/);
	}
	push @wrong, map { "left behind: $_" } grep { Fault::is_left_over($_) } keys %$state;
	return @wrong;
}

Fault::write_file("$tmp/yan", "id,name\ny1,Yan\n");
Fault::write_file("$tmp/zoe", "id,name\nz1,Zoe\n");
Fault::beside(name => 'two ni-refer --add at once: one refuses or both are there', old => \%old,
	command => ['ni-refer', '--add', '-'], stdin => "$tmp/yan",
	meanwhile => ['ni-refer', '--add', '-'], other_stdin => "$tmp/zoe",
	judge => sub {
		my ($state, $first, $second, @err) = @_;
		my @wrong = wrong_contacts($state, 'y1,Yan' => [$first, $err[0]], 'z1,Zoe' => [$second, $err[1]]);
		push @wrong, "neither was done\n@err" if $first != 0 && $second != 0;
		return @wrong;
	});

Fault::beside(name => 'two ni-refer --add that make contacts.csv: one refuses or both are there',
	old => \%none,
	command => ['ni-refer', '--add', '-'], stdin => "$tmp/yan",
	meanwhile => ['ni-refer', '--add', '-'], other_stdin => "$tmp/zoe",
	judge => sub {
		my ($state, $first, $second, @err) = @_;
		$state->{'contacts.csv'} .= "ann,Ann Lee,Acme\n";
		my @wrong = wrong_contacts($state, 'y1,Yan' => [$first, $err[0]], 'z1,Zoe' => [$second, $err[1]]);
		push @wrong, "neither was done\n@err" if $first != 0 && $second != 0;
		return @wrong;
	});

# An editor asks nobody: between the last look at the file and the rename no file system helps.
for my $in_place (0, 1) {
	my $lost = 0;
	my $how = $in_place ? 'in place' : 'by another file';
	Fault::beside(name => "ni-refer --add while an editor saves $how", old => \%old,
		command => ['ni-refer', '--add', '-'], stdin => "$tmp/yan",
		meanwhile => sub { save('contacts.csv', "eve,Eve\n", $in_place) },
		judge => sub {
			my ($state, $status, undef, $err) = @_;
			my $there = $state->{'contacts.csv'} =~ /^eve,Eve$/m;
			return wrong_contacts($state, 'y1,Yan' => [$status, $err]) if $there;
			return $lost++ ? "what the editor saved is lost a second time\n$state->{'contacts.csv'}" : ();
		});
}

# ---- Two at once: ni-log

# A line was said to be logged if and only if it is in the log, once; each line is a whole one.
sub wrong_log
{
	my ($state, %said) = @_;
	my $text = $state->{'log.csv'};
	my @wrong;
	push @wrong, "log.csv has lost something:\n$text" if index($text, "2026-11-01,ann,asked,email,,\n") < 0;
	push @wrong, "log.csv has a line that is not whole:\n$text" if $text !~ /\A(([^,\n]*,){5}[^,\n]*\n)+\z/;
	for my $note (sort keys %said) {
		my $times = () = $text =~ /,\Q$note\E$/mg;
		my ($status, $err) = @{$said{$note}};
		push @wrong, "$note: status $status, and $times times there\n$err$text"
			if $status != 0 || $times != 1;
	}
	push @wrong, map { "left behind: $_" } grep { Fault::is_left_over($_) } keys %$state;
	return @wrong;
}

sub log_command
{
	my ($note) = @_;
	return ['ni-log', '-q', 'ann', 'contacted', $note];
}

if (there('ni-log')) {
	my $header = "date,contact,event,via,until,note\n";
	my $one = "2026-11-01,ann,asked,email,,\n";
	for my $start (['two ni-log at once: both are there', $header . $one],
		['two ni-log at once, and the last line has no end', $header . substr $one, 0, -1],
		['two ni-log at once that make log.csv', undef]) {
		my ($name, $text) = @$start;
		my %state = (%old, 'log.csv' => $text);
		delete $state{'log.csv'} if !defined $text;
		Fault::beside(name => $name, old => \%state, command => log_command('first'),
			meanwhile => log_command('second'),
			judge => sub {
				my ($state, $first, $second, @err) = @_;
				$state->{'log.csv'} .= $one if !defined $text;
				return wrong_log($state, first => [$first, $err[0]], second => [$second, $err[1]]);
			});
	}

	my $judge = sub {
		my ($state, $first, $second, @err) = @_;
		return (wrong_log($state, first => [$first, $err[0]]),
			wrong_contacts($state, 'y1,Yan' => [$second, $err[1]]));
	};
	Fault::beside(name => 'ni-log, and ni-refer --add beside it: both are done', old => \%old,
		command => log_command('first'),
		meanwhile => ['ni-refer', '--add', '-'], other_stdin => "$tmp/yan", judge => $judge);
	Fault::beside(name => 'ni-refer --add, and ni-log beside it: both are done', old => \%old,
		command => ['ni-refer', '--add', '-'], stdin => "$tmp/yan",
		meanwhile => log_command('first'),
		judge => sub { $judge->($_[0], @_[2, 1, 4, 3]) });

	for my $in_place (0, 1) {
		my $how = $in_place ? 'in place' : 'by another file';
		Fault::beside(name => "ni-log while an editor saves the log $how", old => \%old,
			command => log_command('first'),
			meanwhile => sub { save('log.csv', "2026-11-20,bob,asked,,,saved\n", $in_place) },
			judge => sub {
				my ($state, $first, undef, $err) = @_;
				# It wrote to the file that is no more, which the editor had read by then or not.
				return wrong_log($state, saved => [0, '']) if $first == 2 && $err =~ /was replaced/;
				return wrong_log($state, first => [$first, $err], saved => [0, '']);
			});
	}

	Fault::crowd(name => 'many ni-log at once', old => \%old, count => 12, kill => 0,
		command => sub { log_command("number $_[0]") },
		judge => sub {
			my ($state, @status) = @_;
			return wrong_log($state, map { ("number $_" => [$status[$_], '']) } 0 .. $#status);
		});
	Fault::crowd(name => 'many ni-log at once, and kill -9', old => \%old, count => 12, kill => 1,
		command => sub { log_command("number $_[0]") },
		judge => sub {
			my ($state, @status) = @_;
			return wrong_log($state,
				map { ("number $_" => [0, '']) } grep { $status[$_] == 0 } 0 .. $#status);
		});
}

# ---- Programs that only read: a failure is told, never a part of the answer for the whole

for my $command (['ni-due', '-a', 'thank,request'], ['ni-notes'], ['ni-refer'], ['ni-report']) {
	my $reads = Fault::begin_case(name => "@$command", command => $command, old => \%old, reads => 1,
		again => 'same');
	next if !$reads;
	Fault::each_call($reads, 'memory', 'ENOMEM', least => 20, says => qr/memory/)
		if $command->[0] =~ /due|report/;
	Fault::each_call($reads, 'any', 'EIO', least => 10);
	Fault::each_call($reads, 'read', 'short:1', harmless => 1);
}

Fault::finish();

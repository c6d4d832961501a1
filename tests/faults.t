#!/usr/bin/perl
# Interrupted and failed writes: a file of the network is the old one or the new one, never a mixture;
# nobody is told that it was written when it was not; nothing is left lying about; and the next run
# works. tests/fault/shim.c makes each call of a program fail in turn.
use strict;
use warnings;

BEGIN { require './tests/fault/fault.pl' }

my $tmp = $Fault::tmp;
my %old = %Fault::network;
# With a file that a page or a small limit does not hold.
my $many = join '', map { sprintf "c%03d,Contact %03d,%s\n", $_, $_, 'x' x 20 } 1 .. 300;
my %large = (%old, 'contacts.csv' => $old{'contacts.csv'} . $many);

# Every way in which every call of a command can fail.
sub every_fault
{
	my ($case) = @_;
	Fault::each_call($case, 'memory', 'ENOMEM', least => $case->{memory} // 20, says => qr/memory/);
	every_write($case);
	if (!$case->{blind}) {
		Fault::each_call($case, 'any', 'EINTR', least => 20);
		Fault::each_call($case, 'read', $_, harmless => 1) for qw(short:1 EINTR);
	}
	Fault::each_call($case, @$_, harmless => 1) for ['write', 'EINTR'], ['fcntl', 'ENOLCK'];
	Fault::each_call($case, 'write', "full:$_", says => qr/No space left|could be appended/) for 0, 7;
	# What is appended in two parts might be torn: then nothing is.
	Fault::each_call($case, 'write', 'short:1', harmless => !$case->{appends});
	Fault::file_limit($case, 0);
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
	Fault::file_limit($case, 1);
	Fault::kill_at_random($case, 40);
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

if (Fault::there('ni-log')) {
	my @log = ('ni-log', 'ann', 'thanked', '--via', 'email', 'Was', 'kind');
	$case = Fault::begin_case(%log, name => 'ni-log', command => \@log, old => \%old,
		refuses => [qw(read write fsync)]);
	every_fault($case) if $case;
	Fault::kill_at_random($case, 40) if $case;

	my %unended = (%old, 'log.csv' => substr $old{'log.csv'}, 0, -1);
	$case = Fault::begin_case(%log, name => 'ni-log after a line without its end', command => \@log,
		old => \%unended);
	Fault::each_call($case, 'any', 'kill', least => 20) if $case;

	my %no_log = %old;
	delete $no_log{'log.csv'};
	$case = Fault::begin_case(%log, name => 'ni-log makes log.csv', creates => 1, command => \@log, old => \%no_log,
		between => {'log.csv' => "date,contact,event,via,until,note\n"});
	every_write($case) if $case;

	Fault::write_file("$tmp/many", "id\n" . join '', map { sprintf "c%03d\n", $_ } 1 .. 300);
	$case = Fault::begin_case(%log, name => 'ni-log for many', old => \%large,
		command => ['ni-log', '-', 'contacted'], stdin => "$tmp/many");
	every_disk($case) if $case;
	# More than a page: a kill within one write() could leave a part of it.
	every_write($case) if $case;
}

# ---- ni-new and ni-init: files that were not there

if (Fault::there('ni-new')) {
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

if (Fault::there('ni-init')) {
	my %init = (command => ['ni-init', '.'], again => 'same',
		late => qr/standard output|out of memory/);
	$case = Fault::begin_case(%init, name => 'ni-init', old => {}, blind => 1,
		creates => 1, refuses => [qw(write fsync close linkat)]);
	every_fault($case) if $case;
	every_disk($case) if $case;
}

if (Fault::there('ni-fmt')) {
	my %saved = (%old, 'contacts.csv' => $old{'contacts.csv'} =~ s/\n/\r\n/gr);
	my %fmt = (command => ['ni-fmt', '-w', 'contacts.csv'], again => 'same', memory => 8,
		late => qr/standard output|out of memory/);
	$case = Fault::begin_case(%fmt, name => 'ni-fmt -w', old => \%saved,
		refuses => [qw(read write fsync close fchmod renameat)]);
	every_fault($case) if $case;

	my %large_saved = (%large, 'contacts.csv' => $large{'contacts.csv'} =~ s/\n/\r\n/gr);
	$case = Fault::begin_case(%fmt, name => 'ni-fmt -w, a large file', old => \%large_saved);
	every_disk($case) if $case;
}

# ---- ni-report -o: a file beside the network, made or replaced

{
	my %with = (%old, 'report.md' => "old\n");
	my %report = (command => ['ni-report', '-o', 'report.md'], again => 'same',
		late => qr/standard output|out of memory/);
	$case = Fault::begin_case(%report, name => 'ni-report -o', old => \%with,
		refuses => [qw(read write fsync close fchmod renameat)]);
	every_fault($case) if $case;

	$case = Fault::begin_case(%report, name => 'ni-report -o makes a file', old => \%old,
		refuses => [qw(read write fsync close renameat)]);
	every_write($case) if $case;

	my %much = (%large, 'report.md' => "old\n" x 3000);
	$case = Fault::begin_case(%report, name => 'ni-report -o, a large file', old => \%much);
	every_disk($case) if $case;
}

# ---- ni-rename: several files, of which one gets another name

if (Fault::there('ni-rename')) {
	my %people = (%old, 'contacts.csv' => "$old{'contacts.csv'}cy,Cy,ann\n",
		'notes/2026-11-21-cy.md' => "---\ncontact: [cy, ann]\ndate: 2026-11-21\n---\n");
	(my $moved = $old{'notes/2026-11-20-ann.md'}) =~ s/^contact: ann$/contact: eve/m;
	my %rename = (command => ['ni-rename', 'ann', 'eve'], again => 'refused', old => \%people, whole => 1,
		late => qr/standard output/,
		between => {%people, 'notes/2026-11-20-ann.md' => $moved});
	$case = Fault::begin_case(%rename, name => 'ni-rename',
		refuses => [qw(read write fsync close fchmod renameat renameat2 linkat)]);
	if ($case) {
		every_fault($case);
		# Not every file system has links, or names that overwrite none.
		Fault::each_call($case, 'linkat', 'EPERM', harmless => 1);
		Fault::each_call($case, 'renameat2', 'ENOSYS', harmless => 1);
		Fault::kill_at_random($case, 40);
	}
	my %twice = (%people, 'contacts.csv' => "$people{'contacts.csv'}eve,Ann Lee,\n");
	$case = Fault::begin_case(%rename, name => 'ni-rename --merge', old => \%twice,
		command => [qw(ni-rename --merge --force ann eve)]);
	Fault::each_call($case, 'any', 'kill', least => 20) if $case;
}

# ---- Programs that only read: a failure is told, never a part of the answer for the whole

for my $command (['ni-due', '-a', 'thank,request'], ['ni-notes'], ['ni-refer'], ['ni-report'],
	['ni-fmt', 'contacts.csv', 'log.csv']) {
	my $reads = Fault::begin_case(name => "@$command", command => $command, old => \%old, reads => 1,
		again => 'same');
	next if !$reads;
	Fault::each_call($reads, 'memory', 'ENOMEM', least => 20, says => qr/memory/)
		if $command->[0] eq 'ni-report';
	Fault::each_call($reads, 'any', 'EIO', least => 10);
	Fault::each_call($reads, 'read', 'short:1', harmless => 1);
}

Fault::finish();

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
my $many = join '', map { sprintf "c%03d,Contact %03d,%s\n", $_, $_, 'x' x 20 } 1 .. 120;
my %large = (%old, 'contacts.csv' => $old{'contacts.csv'} . $many);

# Every way in which every call of a command can fail.
sub every_fault
{
	my ($case) = @_;
	Fault::each_call($case, 'any', 'kill', least => 20);
	Fault::each_call($case, 'memory', 'ENOMEM', least => 20, says => qr/memory/);
	for my $error (qw(EIO EINTR ENOSPC EPERM)) {
		Fault::each_call($case, 'any', $error, least => 20);
	}
	for my $function (@{$case->{refuses}}) {
		Fault::each_call($case, $function, 'EIO', says => qr/Input.output error/);
	}
	for my $bytes (0, 1, 7) {
		Fault::each_call($case, 'write', "full:$bytes", says => qr/No space left|could be appended/);
	}
	Fault::each_call($case, @$_, harmless => 1)
		for ['read', 'short:1'], ['read', 'EINTR'], ['write', 'EINTR'], ['fcntl', 'ENOLCK'];
	# What is appended in two parts might be torn: then nothing is.
	Fault::each_call($case, 'write', 'short:1', harmless => !$case->{appends});
	return;
}

sub every_disk
{
	my ($case) = @_;
	Fault::each_call($case, 'write', 'torn:100');
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
	refuses => [qw(read write fsync close linkat)]);
every_fault($case) if $case;

$case = Fault::begin_case(%add, name => 'ni-refer --add, a large file', old => \%large);
every_disk($case) if $case;

# ---- Two at once

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
		meanwhile => sub {
			my $path = "$Fault::cwd/contacts.csv";
			my $text = Fault::read_file($path) . "eve,Eve\n";
			Fault::write_file($in_place ? $path : "$path.new", $text);
			rename "$path.new", $path or die "$path: $!\n" if !$in_place;
		},
		judge => sub {
			my ($state, $status, undef, $err) = @_;
			my $there = $state->{'contacts.csv'} =~ /^eve,Eve$/m;
			return wrong_contacts($state, 'y1,Yan' => [$status, $err]) if $there;
			return $lost++ ? "what the editor saved is lost a second time\n$state->{'contacts.csv'}" : ();
		});
}

# ---- Programs that only read: a failure is told, never a part of the answer for the whole

for my $command (['ni-due', '-a', 'thank,request'], ['ni-notes'], ['ni-refer'], ['ni-report']) {
	my $reads = Fault::begin_case(name => "@$command", command => $command, old => \%old, reads => 1,
		again => 'same');
	next if !$reads;
	Fault::each_call($reads, 'memory', 'ENOMEM', least => 20, says => qr/memory/);
	Fault::each_call($reads, 'any', 'EIO', least => 10);
	Fault::each_call($reads, 'read', 'short:1', harmless => 1);
}

Fault::finish();

#!/usr/bin/perl
# Two that write at once: one is stopped before each of its calls in turn (tests/fault/shim.c), and
# another, or an editor, runs meanwhile. Nothing is lost that was said to be written, but where no file
# system can help it.
use strict;
use warnings;

BEGIN { require './tests/fault/fault.pl' }

my $tmp = $Fault::tmp;
my %old = %Fault::network;
my %none = (%old, 'ni.yaml' => "format: 1\n");
delete $none{'contacts.csv'};

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

if (Fault::there('ni-log')) {
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

	# They need more than a page, and replace the file.
	my $contacts = join '', map { sprintf "c%03d,Contact %03d,\n", $_, $_ } 1 .. 300;
	Fault::write_file("$tmp/many", "id\n" . join '', map { sprintf "c%03d\n", $_ } 1 .. 300);
	my %large = (%old, 'contacts.csv' => $old{'contacts.csv'} . $contacts);
	my @many = ('ni-log', '-q', '-', 'contacted', 'all');
	my $judge_many = sub {
		my ($state, $one, $many, @err) = @_;
		my $times = () = $state->{'log.csv'} =~ /,all$/mg;
		return (wrong_log($state, first => [$one, $err[0]]),
			$many == 0 && $times == 300 ? () : "status $many, and $times times there\n$err[1]");
	};
	Fault::beside(name => 'ni-log, and ni-log for many beside it', old => \%large,
		command => log_command('first'), meanwhile => \@many, other_stdin => "$tmp/many",
		judge => $judge_many);
	Fault::beside(name => 'ni-log for many, and ni-log beside it', old => \%large,
		command => \@many, stdin => "$tmp/many", meanwhile => log_command('first'),
		judge => sub { $judge_many->($_[0], @_[2, 1, 4, 3]) });

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

	if (Fault::there('ni-rename')) {
		my @rename = ('ni-rename', 'ann', 'eve');
		my $judge_rename = sub {
			my ($state, $log, $rename, @err) = @_;
			my $new = $state->{'contacts.csv'} =~ /^eve,Ann Lee,/m;
			my @wrong;
			push @wrong, "ni-rename: status $rename\n$err[1]$state->{'contacts.csv'}"
				if $rename != ($new ? 0 : 2) || ($rename == 2 && $err[1] !~ /was changed since/);
			$state->{'log.csv'} =~ s/,eve,/,ann,/g if $new;
			$state->{'contacts.csv'} =~ s/^eve,/ann,/m;
			# One that failed says why; it may have added its line, and not have seen what is next.
			push @wrong, "ni-log: status 2 without a message\n" if $log == 2 && $err[0] !~ /^ni-log: /m;
			return @wrong, wrong_log($state, $log == 2 ? () : (first => [$log, $err[0]]));
		};
		Fault::beside(name => 'ni-log, and ni-rename beside it', old => \%old,
			command => log_command('first'), meanwhile => \@rename, judge => $judge_rename);
		Fault::beside(name => 'ni-rename, and ni-log beside it', old => \%old,
			command => \@rename, meanwhile => log_command('first'),
			judge => sub { $judge_rename->($_[0], @_[2, 1, 4, 3]) });
	}

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

# ---- Two at once: ni-report -o. The file is no source of either: it is the one or the other, whole.

{
	my %report = (%old, 'report.md' => "old\n");
	my @commands = map { ['ni-report', '-s', $_, '-o', 'report.md'] } qw(summary interviews);
	my @new = map {
		Fault::restore(\%report);
		Fault::run($_);
		Fault::look()->{'report.md'};
	} @commands;
	Fault::beside(name => 'two ni-report -o at once: one of the two is there', old => \%report,
		command => $commands[0], meanwhile => $commands[1],
		judge => sub {
			my ($state, $first, $second, @err) = @_;
			my @wrong;
			push @wrong, "status $first and $second\n@err" if $first != 0 || $second != 0;
			push @wrong, "report.md is neither:\n$state->{'report.md'}"
				if !grep { $_ eq $state->{'report.md'} } @new;
			push @wrong, map { "left behind: $_" } grep { Fault::is_left_over($_) } keys %$state;
			return @wrong;
		});
}

Fault::finish();

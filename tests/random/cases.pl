# What the generators of random networks have in common: how often each clause was met, files, and what
# they do when they are run by themselves.
package Cases;

use strict;
use warnings;
use File::Basename ();
use File::Path ();
use File::Temp ();

my %hits;    # package => clause => how often it was met

# Counts a clause for the package that says so; true.
sub hit
{
	$hits{scalar caller}{$_[0]}++;
	return 1;
}

sub bytes
{
	my ($text) = @_;
	utf8::encode($text);
	return $text;
}

# A file of text, with its folder.
sub write_file
{
	my ($path, $text) = @_;
	File::Path::make_path(bytes(File::Basename::dirname($path)));
	open my $file, '>:raw', bytes($path) or die "$path: $!\n";
	print {$file} bytes($text) or die "$path: $!\n";
	close $file or die "$path: $!\n";
	return;
}

# SEED DIR: $show->(SEED, DIR). --stats N: $count->(seed, folder) for N networks, and what was met.
sub main
{
	my ($show, $count) = @_;
	my ($first, $second) = @ARGV;
	die "usage: $0 SEED DIR, or $0 --stats N\n" if @ARGV != 2;
	binmode STDOUT, ':utf8';
	return $show->($first, $second) if $first ne '--stats';
	for my $seed (1 .. $second) {
		my $dir = File::Temp->newdir();
		eval { $count->($seed, "$dir"); 1 } or die "seed $seed: $@";
	}
	my $met = $hits{scalar caller};
	printf "%7d %s\n", $met->{$_}, $_ for sort keys %$met;
	return;
}

1;

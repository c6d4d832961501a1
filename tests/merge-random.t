#!/usr/bin/perl
# ni-merge on random tables that grew apart, against a second, naive reading of what a merge by id and
# column is: maps of cells, kept apart from the program. NI_RANDOM=N merges (300), from seed NI_SEED on
# (1), and a tenth as many by git itself: merges, rebases, cherry-picks and criss-cross merges. Stops
# after five failures.
use strict;
use warnings;
use utf8;
use Cwd ();

require './tests/random/trials.pl';

my $program = Trials::start('ni-merge') . '/ni-merge';
delete @ENV{qw(GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE)};
@ENV{qw(GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_EDITOR)} = ('/dev/null', 1, 'true');
@ENV{map { ("GIT_${_}_NAME", "GIT_${_}_EMAIL") } qw(AUTHOR COMMITTER)} = ('Nora', 'nora@lindqvist.example') x 2;

my $top = Trials::folder();
my $with_git = system('git --version >/dev/null 2>&1') == 0;
my %met;	# what was met in all merges together

my $tried = Trials::each_seed({name => 'merge-random', count => 300}, sub {
	my ($seed, $dir) = @_;
	srand $seed;
	my $wrong = trial();
	return $wrong eq '' && $with_git && $seed % 10 == 1 ? git_trial($dir) : $wrong;
});
Trials::met(\%met, 'changed', 'conflict', 'deleted', 'added', 'added twice', 'deleted and changed',
    'renamed twice', 'column deleted', 'column kept', 'columns moved', 'rows moved', 'byte for byte',
    $with_git ? ('git merge', 'git rebase', 'git cherry-pick', 'git criss-cross') : ()) if $tried >= 100;
Trials::finish();

sub one_of { return $_[int rand @_] }
sub chance { return rand() < $_[0] }

# A table: {columns => [name...], rows => [{id => ..., NAME => ...}...], bytes => {id => row as bytes}}
sub random_table
{
	my @columns = ('id', 'name', grep { chance(0.6) } qw(org field note));
	my %table = (columns => \@columns, rows => []);
	add_row(\%table, "p$_") for 1 .. int rand 9;
	return \%table;
}

sub random_value { return one_of('', 'a', 'b', 'é', 'x, y', 'say "so"', "two\nlines", ' blank ', '=1', '<<<<<<< a') }

sub add_row
{
	my ($table, $id) = @_;
	my %row = (id => $id);
	$row{$_} = random_value() for grep { $_ ne 'id' } @{$table->{columns}};
	splice @{$table->{rows}}, int(rand(1 + @{$table->{rows}})), 0, \%row;
}

# One side's changes to a copy of the base.
sub edit
{
	my ($base, @new) = @_;
	my %table = (columns => [@{$base->{columns}}], rows => [map { {%$_} } @{$base->{rows}}]);
	my @rest = grep { $_ ne 'id' } @{$table{columns}};

	if (chance(0.2)) {
		my $name = one_of(qw(phone url));
		splice @{$table{columns}}, int(rand(1 + @{$table{columns}})), 0, $name;
		for my $row (@{$table{rows}}) { $row->{$name} = random_value() }
	}
	if (chance(0.15) && @rest > 1) {
		my $gone = $rest[-1];
		@{$table{columns}} = grep { $_ ne $gone } @{$table{columns}};
		delete $_->{$gone} for @{$table{rows}};
	}
	@{$table{columns}} = reverse @{$table{columns}} if chance(0.1);
	@{$table{rows}} = reverse @{$table{rows}} if chance(0.1);
	@{$table{rows}} = grep { !chance(0.12) } @{$table{rows}};
	for my $row (@{$table{rows}}) {
		$row->{one_of(grep { $_ ne 'id' } @{$table{columns}})} = random_value()
		    while chance(0.25);
	}
	for my $row (@{$table{rows}}) {
		$row->{id} .= one_of('x', 'y', 'z') if chance(0.1) && $row->{id} =~ /\A[pn]\d+\z/;
	}
	add_row(\%table, $_) for grep { chance(0.25) } @new;
	return \%table;
}

# ------------------------------------------------------------------- bytes

sub quoted
{
	my ($value, $careless) = @_;
	return $value if !$careless && $value !~ /[",\n\r]|^[ \t]|[ \t]$|^[<=>|]/;
	$value =~ s/"/""/g;
	return "\"$value\"";
}

# The table as bytes; style by style another, which means the same. Rows' bytes are kept.
sub write_table
{
	my ($table, $path, $style, $end) = @_;
	$table->{end} = $end;
	$table->{bytes} = {};
	my $text = join(',', @{$table->{columns}}) . $end;
	for my $row (@{$table->{rows}}) {
		# by the id, so that an untouched row has the same bytes on all sides
		my $careless = $style && ord(substr $row->{id}, -1) % 3 == 0;
		my $bytes = join(',', map { quoted($row->{$_}, $careless) } @{$table->{columns}});
		$table->{bytes}{$row->{id}} = $bytes;
		$text .= $bytes . $end;
	}
	write_file($path, $text);
}

sub write_file
{
	my ($path, $text) = @_;
	open my $out, '>', $path or die "$path: $!";
	binmode $out;
	utf8::encode($text);
	print $out $text;
	close $out or die "$path: $!";
}

sub slurp { return Trials::text_of(Trials::slurp($_[0])) }

# The records of a CSV text, each as {bytes, cells}; lines between conflict markers are marked.
sub records
{
	my ($text) = @_;
	my (@records, $within);
	while ($text ne '') {
		if ($text =~ s/\A(<<<<<<< ours|=======|>>>>>>> theirs)\r?\n//) {
			push @records, {marker => substr $1, 0, 1};
			next;
		}
		my @cells;
		my $before = $text;
		for (;;) {
			if ($text =~ s/\A"((?:[^"]|"")*)"//) {
				push @cells, $1 =~ s/""/"/gr;
			} else {
				$text =~ s/\A([^,\r\n]*)//;
				push @cells, $1 =~ s/\A[ \t]+|[ \t]+\z//gr;
			}
			last if $text !~ s/\A,//;
		}
		my $bytes = substr $before, 0, length($before) - length($text);
		$text =~ s/\A\r?\n// or $text eq '' or die "no CSV: $text";
		push @records, {bytes => $bytes, cells => \@cells};
	}
	return @records;
}

# ------------------------------------------------------------ naive merge

# Each row's {as}: its id, or that of the base, if neither side has that but each has a row with another id
# and the same cells. Of several the first belongs to the first.
sub rename_rows
{
	my @tables = @_;
	my @kept = grep { my $c = $_; 3 == grep { grep { $_ eq $c } @{$_->{columns}} } @tables }
	    @{$tables[0]{columns}};
	my @has = map { { map { $_->{id} => 1 } @{$_->{rows}} } } @tables;
	my @alone;
	for my $k (0 .. 2) {
		for my $row (@{$tables[$k]{rows}}) {
			$row->{as} = $row->{id};
			next if grep { $_ != $k && $has[$_]{$row->{id}} } 0 .. 2;
			push @{$alone[$k]{join "\0", map { $row->{$_} } grep { $_ ne 'id' } @kept}}, $row;
		}
	}
	for my $same (keys %{$alone[0] // {}}) {
		my ($b, $o, $t) = map { $alone[$_]{$same} // [] } 0 .. 2;
		while (@$b && @$o && @$t) {
			$o->[0]{as} = $t->[0]{as} = $b->[0]{id};
			shift @$_ for $b, $o, $t;
			$met{'renamed twice'}++;
		}
	}
}

# The result: (columns, {id => row or undef if gone, or 'conflict'}).
sub naive
{
	my ($base, $ours, $theirs) = @_;
	rename_rows($base, $ours, $theirs);
	my ($b, $o, $t) = map { { map { $_->{as} => $_ } @{$_->{rows}} } } $base, $ours, $theirs;
	my %in;
	$in{$_->[0]}{$_->[1]} = 1
	    for map { my ($name, $table) = @$_; map { [$_, $name] } @{$table->{columns}} }
	    (['b', $base], ['o', $ours], ['t', $theirs]);
	my @columns;
	for my $c (sort keys %in) {
		next if !$in{$c}{o} && !$in{$c}{t};
		if ($in{$c}{b} && $in{$c}{o} && $in{$c}{t} || !$in{$c}{b}) {
			push @columns, $c;
			next;
		}
		if ($in{$c}{b} && !($in{$c}{o} && $in{$c}{t})) {
			# deleted on one side: it stays if the other wrote into it
			my $has = $in{$c}{o} ? $o : $t;
			if (grep { ($has->{$_}{$c} // '') ne '' &&
			    $has->{$_}{$c} ne ($b->{$_} ? $b->{$_}{$c} : '') } keys %$has) {
				push @columns, $c;
				$met{'column kept'}++;
			} else {
				$met{'column deleted'}++;
			}
		}
	}
	my %result;
	for my $id (keys %{{%$o, %$t}}) {
		my ($br, $or, $tr) = ($b->{$id}, $o->{$id}, $t->{$id});
		if (!$or || !$tr) {
			my $has = $or // $tr;
			if (!$br) {
				$result{$id} = {map { $_ => $has->{$_} // '' } @columns};
				$met{added}++;
			} elsif (grep { ($has->{$_} // '') ne ($br->{$_} // '') } @columns) {
				$result{$id} = 'conflict';
				$met{'deleted and changed'}++;
			} else {
				$met{deleted}++;
			}
			next;
		}
		$met{'added twice'}++ if !$br;
		my %row;
		$result{$id} = 'conflict' if $or->{id} ne $tr->{id};
		for my $c (grep { $_ ne 'id' } @columns) {
			my ($bc, $oc, $tc) = map { $_ ? $_->{$c} // '' : '' } $br, $or, $tr;
			if ($oc eq $tc) { $row{$c} = $oc }
			elsif ($oc eq $bc) { $row{$c} = $tc; $met{changed}++ }
			elsif ($tc eq $bc) { $row{$c} = $oc; $met{changed}++ }
			else { $result{$id} = 'conflict'; $met{conflict}++ }
		}
		$row{id} = $id;
		$result{$id} //= \%row;
	}
	return (\@columns, \%result, $b, $o, $t);
}

sub same_row
{
	my ($columns, $one, $other) = @_;
	return !grep { ($one->{$_} // '') ne ($other->{$_} // '') } @$columns;
}

sub as_row
{
	my ($columns, $cells) = @_;
	return {map { $columns->[$_] => $cells->[$_] // '' } 0 .. $#$columns};
}

# Whether these of the list stand in it in the order of the other list.
sub in_order
{
	my ($list, $other) = @_;
	my %at = map { $other->[$_] => $_ } 0 .. $#$other;
	my @at = map { $at{$_} } grep { defined $at{$_} } @$list;
	return "@at" eq join ' ', sort { $a <=> $b } @at;
}

# ------------------------------------------------------------------- trial

sub merge
{
	my ($base, $ours, $theirs, $name) = @_;
	my $result = "$top/$name";
	write_file($result, slurp($ours));
	my ($status) = Trials::run($top, undef, 'ni-merge', $base, $result, $theirs, 'contacts.csv');
	return ($status, slurp($result));
}

# What is wrong, or ''.
sub trial
{
	my $base = chance(0.05) ? {columns => ['id', 'name'], rows => []} : random_table();
	my @new = map { "n$_" } 1 .. 4;
	my ($ours, $theirs) = (edit($base, @new), edit($base, @new));
	my ($style, $end) = (chance(0.5), chance(0.2) ? "\r\n" : "\n");
	write_table($base, "$top/base", $style, $end);
	write_table($ours, "$top/ours", $style, $end);
	write_table($theirs, "$top/theirs", $style, $end);
	my ($status, $text) = merge("$top/base", "$top/ours", "$top/theirs", 'result');
	my $files = join '', map { "--- $_\n" . slurp("$top/$_") } qw(base ours theirs result err);
	my $wrong = check($base, $ours, $theirs, $status, $text);
	return "$wrong\n$files" if $wrong ne '';

	# Whoever merges: the same rows and columns in the same order, unless both sides moved some.
	my ($other_status, $other) = merge("$top/base", "$top/theirs", "$top/ours", 'other');
	return "the other way round: status $other_status\n$files" if $other_status ne $status;
	$wrong = check($base, $theirs, $ours, $other_status, $other);
	return "the other way round: $wrong\n$files" if $wrong ne '';
	my @moved = grep { moved($base, $_) } $ours, $theirs;
	return '' if $status ne '0' || @moved || !in_order([ids($ours)], [ids($theirs)]) ||
	    !in_order($ours->{columns}, $theirs->{columns});
	return "another order the other way round\n$files--- other\n$other" if cells($text) ne cells($other);
	return '';
}

# ---------------------------------------------------------------------- git

# A table as it stands in a text.
sub table_of
{
	my ($head, @rows) = records($_[0]);
	my %table = (columns => $head->{cells}, end => $_[0] =~ /\r\n/ ? "\r\n" : "\n", rows => []);
	for my $record (@rows) {
		my $row = as_row($head->{cells}, $record->{cells});
		push @{$table{rows}}, $row;
		$table{bytes}{$row->{id}} = $record->{bytes};
	}
	return \%table;
}

# git in the working directory: its status.
sub git
{
	my $status = system join(' ', 'git', map { "'$_'" } @_) . " >'$top/out' 2>'$top/err'";
	return $status >> 8;
}

# Commits the table, or the text.
sub commit
{
	my ($table, $name) = @_;
	ref $table ? write_table($table, 'contacts.csv', 1, "\n") : write_file('contacts.csv', $table);
	git('add', '.');
	git('commit', '-q', '--allow-empty', '-m', $name) and die "git commit: " . slurp("$top/err");
	git('tag', $name);
}

sub git_trial
{
	my ($dir) = @_;
	my $home = Cwd::getcwd();
	mkdir $dir or die "$dir: $!";
	chdir $dir or die "$dir: $!";
	my $wrong = eval { git_trial_here() };
	my $died = $@;
	chdir $home or die "$home: $!";
	die $died if !defined $wrong;
	return $wrong;
}

sub git_trial_here
{
	my $base = random_table();
	git('init', '-q', '-b', 'ours') and die 'git init';
	write_file('.gitattributes', "contacts.csv merge=ni\n");
	git('config', 'merge.ni.driver', "$program -- %O %A %B %P");
	commit($base, 'base');
	git('checkout', '-q', '-b', 'theirs');
	my $theirs = edit($base, map { "n$_" } 1 .. 4);
	commit($theirs, 'their-first');
	git('checkout', '-q', 'ours');
	my $ours = edit($base, map { "n$_" } 1 .. 4);
	commit($ours, 'our-first');
	my $how = one_of(qw(merge rebase cherry-pick criss-cross criss-cross));
	return criss_cross() if $how eq 'criss-cross';
	if ($how eq 'rebase') {
		# what is rebased is theirs
		git('checkout', '-q', 'theirs');
		return git_result('rebase', $base, $ours, $theirs, git('rebase', '-q', 'ours'));
	}
	return git_result($how, $base, $ours, $theirs,
	    git($how, $how eq 'merge' ? ('-q', '-m', 'both') : '--keep-redundant-commits', 'theirs'));
}

# Whether what git has left is the merge of the three.
sub git_result
{
	my ($how, $base, $ours, $theirs, $status) = @_;
	my $text = slurp('contacts.csv');
	my $said = slurp("$top/out") . slurp("$top/err");
	my $wrong = check($base, $ours, $theirs, $status ? 1 : 0, $text);
	$met{"git $how"}++;
	return $wrong eq '' ? '' : "git $how: $wrong\n$said--- result\n$text";
}

# Each merges the other's first change, and both go on: then there are two bases.
sub criss_cross
{
	my @merged;
	for my $pair (['ours', 'their-first'], ['theirs', 'our-first']) {
		git('checkout', '-q', $pair->[0]);
		return '' if git('merge', '-q', '-m', 'cross', $pair->[1]);
		push @merged, slurp('contacts.csv');
	}
	return '' if $merged[0] ne $merged[1];
	my $base = table_of($merged[0]);
	my @side;
	for my $name (qw(ours theirs)) {
		git('checkout', '-q', $name);
		push @side, edit($base, map { "m$_" } 1 .. 4);
		commit($side[-1], "$name-second");
	}
	git('checkout', '-q', 'ours');
	git('merge-base', '--all', 'ours', 'theirs');
	return 'there are not two bases' if (() = slurp("$top/out") =~ /\n/g) != 2;
	return git_result('criss-cross', $base, @side, git('merge', '-q', '-m', 'both', 'theirs'));
}

sub ids { return map { $_->{as} // $_->{id} } @{$_[0]->{rows}} }

sub cells { return join "\0", map { @{$_->{cells}}, "\1" } records($_[0]) }

sub moved
{
	my ($base, $side) = @_;
	return !in_order([ids($side)], [ids($base)]) || !in_order($side->{columns}, $base->{columns});
}

sub check
{
	my ($base, $ours, $theirs, $status, $text) = @_;
	my ($columns, $result, $b, $o, $t) = naive($base, $ours, $theirs);
	my @records = records($text);
	my @names = @{(shift @records)->{cells}};
	my $conflicts = grep { !ref } values %$result;

	return "columns: @names" if "@{[sort @names]}" ne "@{[sort @$columns]}";
	return "status $status, $conflicts conflicts" if $status ne ($conflicts ? 1 : 0);
	return 'a carriage return came or went'
	    if $text =~ ($ours->{end} eq "\n" ? qr/\r/ : qr/(?<!\r)\n(?!lines)/);

	my $within = '';
	my (%seen, %at_conflict, @order);
	for my $record (@records) {
		if (my $marker = $record->{marker}) {
			return 'markers in disorder'
			    if ($within . $marker) !~ /\A(?:<|<=|=>)\z/;
			$within = $marker eq '>' ? '' : $marker;
			next;
		}
		my $row = as_row(\@names, $record->{cells});
		my $id = $row->{id};
		my $table = $within eq '<' ? $ours : $within eq '=' ? $theirs : undef;
		$id = $_->{as} for $table ? grep { $_->{id} eq $row->{id} } @{$table->{rows}} : ();
		return "more cells than columns: $id" if @{$record->{cells}} > @names;
		return "row of nobody: $id" if !exists $result->{$id};
		if ($within ne '') {
			my $whose = $within eq '<' ? $o : $t;
			return "$id is no conflict" if ref $result->{$id};
			return "$id twice in $within" if $at_conflict{$id}{$within}++;
			return "$id in $within is not that side's"
			    if !$whose->{$id} || !same_row(\@names, $row, $whose->{$id});
			push @order, $id if !$seen{$id}++;
			next;
		}
		return "$id is doubled" if $seen{$id}++;
		return "$id should be a conflict" if !ref $result->{$id};
		return "$id is not the merged row" if !same_row(\@names, $row, $result->{$id});
		push @order, $id;
		my $wrong = bytes_kept($base, $ours, $theirs, \@names, $id, $record->{bytes});
		return $wrong if $wrong ne '';
	}
	return 'conflict without its end' if $within ne '';
	for my $id (keys %$result) {
		return "$id is lost" if !$seen{$id};
		next if ref $result->{$id};
		return "$id: not both sides" if !!$o->{$id} != !!$at_conflict{$id}{'<'} ||
		    !!$t->{$id} != !!$at_conflict{$id}{'='};
	}
	return order_of($base, $ours, $theirs, \@order, 'rows', map { [ids($_)] } $base, $ours, $theirs) ||
	    order_of($base, $ours, $theirs, \@names, 'columns', map { $_->{columns} } $base, $ours, $theirs);
}

# What nobody touched, and what only one side did, has the bytes that it had there.
sub bytes_kept
{
	my ($base, $ours, $theirs, $names, $id, $got) = @_;
	my %same = map { $_->[0] => "@{$_->[1]{columns}}" eq "@$names" } ['o', $ours], ['t', $theirs];
	my ($bb, $ob, $tb) = map { $_->{bytes}{$id} } $base, $ours, $theirs;
	my $want = $same{o} && defined $ob && (!defined $tb || $ob eq $tb ||
	    "@{$base->{columns}}" eq "@{$theirs->{columns}}" && defined $bb && $bb eq $tb) ? $ob
	    : $same{t} && defined $tb && (!defined $ob ||
	    "@{$base->{columns}}" eq "@{$ours->{columns}}" && defined $bb && $bb eq $ob) ? $tb : undef;
	return '' if !defined $want;
	$met{'byte for byte'}++;
	return $got eq $want ? '' : "$id has other bytes: $got";
}

# The order is that of the side that moved something; ours if both or neither did.
sub order_of
{
	my (undef, undef, undef, $got, $what, $b, $o, $t) = @_;
	my $theirs = in_order($o, $b) && !in_order($t, $b);
	$met{"$what moved"}++ if $theirs;
	return in_order($got, $theirs ? $t : $o) ? '' : "$what in another order: @$got";
}

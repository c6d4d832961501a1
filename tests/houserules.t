#!/bin/sh
# The house rules that a program can check: which part may include which, what no part may call, how
# long a file may be, no static state, and what belongs to a program. See CONTRIBUTING.md.
#
# Needs the objects of an ordinary build: NI_BUILD, else build/default.
set -u

build=${NI_BUILD:-build/default}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 0 >"$work/n"

next()
{
	n=$(($(cat "$work/n") + 1))
	echo "$n" >"$work/n"
}

# check NAME: ok when standard input is empty; else it is what broke the rule, a line each. It stands at
# the end of a pipe, so the count is in a file.
check()
{
	next
	cat >"$work/found"
	if [ -s "$work/found" ]; then
		echo "not ok $n - $1"
		sed 's/^/#   /' "$work/found"
	else
		echo "ok $n - $1"
	fi
}

# Sources without comments (code) and without strings and character constants too (bare), each line
# as "file:line:text", so that neither a comment nor a message breaks a rule.
for file in bin/*.c bin/*.h fmt/*.[ch] src/*.[ch] src/base/*.[ch]; do
	[ -e "$file" ] || continue
	echo "$file"
done >"$work/files"
strip_comments='
	my ($file, $bare) = @ARGV;
	open my $in, "<", $file or die "$file: $!";
	local $/;
	my $text = <$in>;
	$text =~ s{("(?:\\.|[^"\\\n])*"|\x27(?:\\.|[^\x27\\\n])*\x27)|(/\*.*?\*/|//[^\n]*)}{
		my $s = defined $1 ? $1 : $2;
		if (defined $2 || ($bare && $s !~ /\.h"$/)) { $s =~ s/[^\n]//g; $s = " $s" }
		$s }gse;
	my $line = 0;
	print "$file:", ++$line, ":$_\n" for split /\n/, $text;'
while IFS= read -r file; do
	perl -e "$strip_comments" "$file" 1
done <"$work/files" >"$work/bare"

# code REGEX: the lines of "bare" whose text matches
code()
{
	grep -E "^[^:]*:[0-9]+:.*$1" "$work/bare"
}
# in_files REGEX: of these, those of the files that match; not_in the others
in_files()
{
	grep -E "^($1):"
}
not_in()
{
	grep -vE "^($1):"
}
base='src/base/[^:]*'
practice='src/[^/:]*'
word='(^|[^A-Za-z0-9_])'

n_files=$(grep -c . "$work/files")
: >"$work/none"
[ "$n_files" -gt 0 ] || echo 'no source file was found' >>"$work/none"
[ "$(grep -c . "$work/bare")" -gt "$n_files" ] || echo 'no line was found' >>"$work/none"
check 'there are sources to look at' <"$work/none"

# ---- Layers

include='#[ 	]*include[ 	]*'
code "$include\"" | in_files 'fmt/[^:]*' | grep -vE "$include\"(fmt|src|src/base)/[^/]*\"" |
	check 'fmt includes fmt, src and src/base only'
code "$include\"" | in_files "$practice" |
	grep -vE "$include\"src/([^/]*|base/(arena|ascii|buf|span|date|utf8|diag|mem)\.h)\"" |
	check 'src includes src and, of src/base, arena, ascii, buf, span, date, utf8, diag and mem only'
code "$include\"" | in_files "$base" | grep -vE "$include\"src/base/[^/]*\"" |
	check 'src/base includes src/base only'
code "$include\"" | sed -n 's/^\([^:]*:[0-9]*\):.*"\(.*\)".*/\1 \2/p' | while read -r where header; do
	[ -e "$header" ] || echo "$where: no $header"
done | check 'include paths start at the root'
code "$include<(csv|yaml|cmark[^>]*)\.h>" | not_in 'fmt/[^:]*' |
	check 'libcsv, libyaml and cmark are included in fmt only'
code "$include<utf8proc\.h>" | not_in 'src/base/utf8[^/:]*' |
	check 'utf8proc is included in src/base/utf8* only'
code "$include<(stdio|unistd|fcntl|dirent|poll|signal|time|sys/[a-z]*)\.h>" | in_files "$practice" |
	check 'src includes no header for input, output or the clock'

# ---- Calls

code "$word(strcpy|strcat|stpcpy|sprintf|vsprintf|strtok|gets|scanf|sscanf|atoi|atol|atoll|atof)[ 	]*\(" |
	check 'no call that cannot know its bounds or tell an error'
code "$word(localtime|gmtime|ctime|asctime|mktime|strptime)[ 	]*\(" |
	check 'no broken-down time from static storage, and no mktime or strptime'
code "$word(setlocale|system|popen|mmap|alloca|setjmp|longjmp|rand|srand)[ 	]*\(" |
	check 'no setlocale, system, popen, mmap, alloca, longjmp, rand'
code "${word}strto(l|ul|ll|ull|imax|umax|d|f|ld)[ 	]*\(" >"$work/strto"
{
	not_in "$base" <"$work/strto"
	[ "$(cut -d : -f 1 "$work/strto" | sort -u | grep -c .)" -le 1 ] || cat "$work/strto"
} | check 'strtol and its like are called in one file of src/base at most'
code "$word(printf|vprintf|puts|putchar|perror|exit|_exit|_Exit|quick_exit|abort)[ 	]*\(|${word}std(in|out|err)([^A-Za-z0-9_]|\$)" |
	in_files "fmt/[^:]*|$practice" | check 'src and fmt print nothing and never exit'
code "$word(getenv|time|clock_gettime|open|openat|fopen|opendir|read|write)[ 	]*\(" |
	in_files "$practice" | check 'src reads no file, no environment and no clock'

# ---- Size

while IFS= read -r file; do
	lines=$(grep -c '' "$file")
	case $file in
	bin/*) most=120 ;;
	*) most=400 ;;
	esac
	[ "$lines" -le "$most" ] || echo "$file: $lines lines; at most $most"
done <"$work/files" | check 'a main has at most 120 lines, any other source 400'
while IFS= read -r file; do
	perl -CSD -ne '
		chomp;
		my $w = $_;
		1 while $w =~ s/^([^\t]*)\t/$1 . " " x (8 - length($1) % 8)/e;
		print "$ARGV:$.: ", length($w), " columns\n" if length($w) > 100;
		print "$ARGV:$.: white space at the end\n" if /\s$/;
		print "$ARGV:$.: indented with spaces\n" if /^ {2,}\S/ && !/^ +\*/;
		' "$file"
done <"$work/files" | check 'lines have at most 100 columns, tabs, and nothing at their end'

# ---- No static state: no symbol in a writable section of any object

# What may stand there, as "source symbol section". cmark's allocator has no context pointer, so what it
# allocates from is one for each thread, and cmark wants its functions in a struct that is not const;
# nothing changes that, nor the empty string that an empty buffer points to.
allowed='^(fmt/markdown[^ ]* [a-z_]* \.t(bss|data)|fmt/markdown_memory\.c ([a-z_]*\.)?functions(\.[0-9]+)? \.data[^ ]*|src/base/buf\.c buf_empty \.bss)$'
while IFS= read -r file; do
	case $file in
	*.h) continue ;;
	esac
	object=$build/${file%.c}.o
	if [ ! -e "$object" ]; then
		echo "$file: no $object: build first"
		continue
	fi
	nm -f sysv "$object" 2>&1 >"$work/symbols" | sed "s|^|$object: |"
	[ -s "$work/symbols" ] || echo "$object: nm says nothing"
	# Columns: name, value, class, type, size, line, section. A table of const pointers is in
	# .data.rel.ro, which is made read-only when it is loaded; names such as __asan_… are the compiler's.
	awk -F '|' -v file="$file" '
		{ gsub(/ /, "", $1); gsub(/ /, "", $7) }
		$7 ~ /^(\*COM\*|\.(bss|data|sbss|sdata|tbss|tdata))/ && $7 !~ /^\.data\.rel\.ro/ && $1 !~ /^(__|\.)/ {
			print file, $1, $7
		}' "$work/symbols"
done <"$work/files" | grep -vE "$allowed" | check 'no static or global variable that can change'

# ---- What belongs to a program, and to the tree

programs=0
for source in bin/ni-*.c; do
	[ -e "$source" ] || continue
	programs=$((programs + 1))
	name=${source#bin/}
	name=${name%.c}
	[ -s "man/$name.1" ] || echo "$name has no man/$name.1"
	[ -s "tests/$name.t" ] || echo "$name has no tests/$name.t"
done >"$work/lacking"
[ "$programs" -gt 0 ] || echo 'no program was found' >>"$work/lacking"
check 'each program has its page and its test' <"$work/lacking"

for source in bin/*; do
	case $source in
	bin/ni-*.c) ;;
	*.c | *.h) echo "$source" ;;
	*) [ -e "$source.c" ] || echo "$source: an executable without its source" ;;
	esac
done | check 'bin holds programs and their sources'

if git -c core.quotePath=no ls-files >"$work/tracked" 2>/dev/null && [ -s "$work/tracked" ]; then
	sed 's|/.*||' "$work/tracked" | sort -u | grep -vxE \
		'bin|fmt|src|tests|man|share|README\.md|Makefile|LICENSE|NEWS\.md|CONTRIBUTING\.md|\.ci|\.clang-format|\.clang-tidy|\.editorconfig|\.gitattributes|\.gitignore|\.mailmap|\.github|\.pre-commit-hooks\.yaml' |
		check 'nothing else stands at the top of the tree'
else
	next
	echo "ok $n - nothing else stands at the top of the tree # skip not a git checkout"
fi

echo "1..$(cat "$work/n")"

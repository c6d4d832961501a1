#!/bin/sh
# Every file of a fuzz target's corpus, and the empty input, through the target built with sanitizers.
# A file that once made a target fail is kept there.
set -u

if [ -z "${NI_FUZZ:-}" ]; then
	echo '1..0 # skip no fuzz targets were built: run it by make check TESTS=tests/fuzz.t'
	exit 0
fi

n=0
for source in tests/fuzz/*.c; do
	target=${source##*/}
	target=${target%.c}
	[ "$target" != driver ] || continue
	n=$((n + 1))
	# Positional parameters: the corpus, if there is one.
	set -- "tests/fuzz/corpus/$target"/*
	if [ ! -e "$1" ]; then
		echo "not ok $n - $target"
		echo "# tests/fuzz/corpus/$target is empty"
		continue
	fi
	if said=$("$NI_FUZZ/$target" /dev/null "$@" 2>&1); then
		echo "ok $n - $target: $# files"
	else
		echo "not ok $n - $target"
		printf '%s\n' "$said" | tail -n 40 | sed 's/^/# /'
	fi
done
if [ "$n" -eq 0 ]; then
	echo '1..0 # skip there is no fuzz target'
else
	echo "1..$n"
fi

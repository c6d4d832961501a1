#!/bin/sh
# README.md: what it tells to paste works, its pipelines print what it says, and its links lead somewhere.

. tests/tap.sh
. "$top/tests/examples.sh"

# A mail program that keeps what it is given.
cat >"$tap/bin/mail" <<'END'
#!/bin/sh
cat >mail.txt
END
chmod +x "$tap/bin/mail"

markdown_blocks "$top/README.md"
it 'README.md'
ok [ "$(find "$tap/blocks" -name '*.console' | grep -c .)" -ge 12 ]
ok [ "$(grep -c '^\*\*[0-9]*\. ' "$top/README.md")" -eq 10 ]

# A script is pasted in an empty folder; the session that follows goes on where it ended, and so does a
# script after that session.
pasted=
went_on=
for block in "$tap/blocks"/*; do
	case $block in
	*.sh)
		if [ -n "$went_on" ]; then
			cd "$went_on" || exit 1
		else
			network
			rmdir notes
		fi
		pipe "set -e; . '$block'; pwd >'$tap/pasted'"
		status_is 0
		out_empty
		err_empty
		pasted=$(cat "$tap/pasted")
		;;
	*)
		if [ -n "$pasted" ]; then
			cd "$pasted" || exit 1
		else
			example
		fi
		session "$block"
		went_on=$pasted
		pasted=
		if grep -q '| mail ' "$block"; then
			like mail.txt '^# Networking report'
		fi
		;;
	esac
done

it 'a link leads to a file'
for name in README.md CONTRIBUTING.md NEWS.md; do
	sed -n 's/.*](\([A-Za-z][A-Za-z.\/]*\)).*/\1/p' "$top/$name"
done | sort -u >"$tap/links"
ok [ -s "$tap/links" ]
while read -r link; do
	ok [ -e "$top/$link" ]
done <"$tap/links"

it 'names each program and no other'
for source in "$top"/bin/ni-*.c; do
	program=${source##*/}
	printf '%s\n' "${program%.c}"
done | sort >"$tap/programs"
grep -o 'ni-[a-z]*' "$top/README.md" | grep -vxE 'ni-(contacts|note)' | sort -u >"$tap/named"
same "$tap/programs" "$tap/named"

it 'is Markdown whose tables are tables'
if command -v cmark-gfm >/dev/null; then
	for name in README.md CONTRIBUTING.md NEWS.md; do
		cmark-gfm -e table "$top/$name" >"$tap/html"
		ok [ "$(grep -c '<table>' "$tap/html")" -eq "$(grep -cE '^\| *-+ *\|' "$top/$name")" ]
		unlike "$tap/html" '<p>.*```'
	done
else
	skip 'cmark-gfm is not installed'
fi

done_testing

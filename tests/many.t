#!/bin/sh
# A network of so many rows that they are divided among the processors: the same has to come out as for
# parts of it that are too small to be divided.
. tests/tap.sh

# people PARTS: contacts and log of as many parts, with 4,000 people each; what is due with people of one
# part comes before what is due with those of the next.
people()
{
	awk -v parts="$1" 'BEGIN {
		print "id,name,org,field,added,referred_by,note" >"contacts.csv"
		print "date,contact,event,via,until,note" >"log.csv"
		split("asked replied met helped declined contacted", kinds, " ")
		for (i = 0; i < parts * 4000; i++) {
			year = 2000 + 2 * int(i / 4000)
			day = sprintf("%d-%02d-%02d", year, i % 6 + 1, i * 7 % 28 + 1)
			id = sprintf("p%d", i * 7919 % 4000 + 4000 * int(i / 4000))
			org = i % 11 ? "Office " i % 97 : "\"Office, of " i % 5 "\""
			note = i % 13 ? (i % 3 ? "" : "plain") : "\"two\nlines, one \"\"quoted\"\"\""
			who = i % 17 ? "" : "p" i % 4000 + 4000 * int(i / 4000)
			name = i % 5 ? "Zoë " i % 9 : "\"Park " i % 9 ", Kim\""
			printf "%s,%s,%s,f%d,%s,%s,%s\n", id, name, org, i % 31, day, who, note >"contacts.csv"
			if (i % 101 == 0)
				print "" >"contacts.csv"
			if (i % 4 == 0)
				continue
			for (k = 0; k < i % 4; k++)
				printf "%s-%02d-%02d,%s,%s,email,,%s\n", year, i % 6 + 1, (i + k) % 28 + 1, id,
					i % 4 == 2 ? "asked" : kinds[(i + k) % 6 + 1],
					i % 19 ? "" : "\"said: \"\"yes, " i "\"\"\"" >"log.csv"
			if (i % 103 == 0)
				print "" >"log.csv"
		}
	}'
}

# part N: the header and the rows of the part of that number, from 1
part()
{
	awk -v n="$1" 'NR == 1 { print; next }
		/^p[0-9]+,/ { part = int(substr($0, 2) / 4000) + 1 }
		part == n' contacts.csv
}

network
people 5
for n in 1 2 3 4 5; do
	part $n >part$n.csv
done

# in_parts FORMAT OPTION...: a filter of all, and of one part after the other
in_parts()
{
	format=$1
	shift
	run ni-due --today 2026-11-21 --lapsed -f "$format" "$@"
	status_is 0
	cp "$out" all
	: >parts
	for n in 1 2 3 4 5; do
		run ni-due --today 2026-11-21 --lapsed -f "$format" "$@" part$n.csv
		status_is 0
		if [ $n -gt 1 ] && [ "$format" != json ]; then
			sed 1d "$out" >>parts
		else
			cat "$out" >>parts
		fi
	done
	same all parts
}

it 'many rows come out as few do'
for format in csv tsv json; do
	in_parts $format
done
ok test "$(grep -c '"action"' all)" -gt 16384
like all '"action":"move-on","reason":"[0-9] requests? unanswered; try Zoë'
like all 'said: ..yes, '
in_parts csv -a move-on,reply

it 'of many, the first'
run ni-due --today 2026-11-21 --lapsed -f json
cp "$out" all
for n in 1 8191 8192 8193 12289; do
	run ni-due --today 2026-11-21 --lapsed -f json -n $n
	status_is 0
	head -n $n all >first
	same "$out" first
done

# The network's files are divided; a pipe is read in one.
it 'a long contacts.csv is read as a pipe is'
run ni-due --today 2026-11-21 --lapsed
cp "$out" all
here=$PWD
network
pipe "cat '$here/contacts.csv' | ni-due --today 2026-11-21 --lapsed --log '$here/log.csv'"
status_is 0
cd "$here" || exit 1
sed "s|,$here/log\\.csv:|,log.csv:|; s|,-:\\([0-9]*\\),p|,contacts.csv:\\1,p|" "$out" >piped
same all piped

it 'a long log is read as a pipe is'
pipe 'cat log.csv | ni-due --today 2026-11-21 --lapsed --log /dev/stdin contacts.csv'
status_is 0
sed 's|,/dev/stdin:|,log.csv:|' "$out" >piped
same all piped

# nth N TEXT FILE: FILE with TEXT as a line more before line N
nth()
{
	awk -v n="$1" -v text="$2" 'NR == n { print text } { print }' "$3"
}

it 'faults in a long contacts.csv are told in the order of lines'
lines=$(grep -c '' contacts.csv)
cp contacts.csv good
nth $((lines - 1)) 'p5,Again,,,,,' good >once
nth $((lines / 4)) 'x1,No Day,,,soon,,' once >twice
nth 9 'x2,No Day,,,soon,,' twice >contacts.csv
run ni-due --today 2026-11-21 --lapsed -q
status_is 2
err_is <<EOF
contacts.csv:9:13: error: added: found 'soon', expected a date, YYYY-MM-DD
contacts.csv:$((lines / 4 + 1)):13: error: added: found 'soon', expected a date, YYYY-MM-DD
contacts.csv:$((lines + 1)):1: error: id 'p5' stands twice, first on line $(grep -n '^p5,' contacts.csv | sed 's/:.*//; q')
EOF
nth $((lines - 9)) 'x3,a "stray' good >contacts.csv
run ni-due --today 2026-11-21
status_is 2
out_empty
err_is <<EOF
contacts.csv:$((lines - 9)):6: error: stray quote: a field with a quote is quoted whole, the quote doubled
EOF
nth 9 'x3,a "stray' good >contacts.csv
run ni-due --today 2026-11-21
status_is 2
out_empty
err_is <<'EOF'
contacts.csv:9:6: error: stray quote: a field with a quote is quoted whole, the quote doubled
EOF
cp good contacts.csv

it 'faults in a long log are told in the order of lines'
lines=$(grep -c '' log.csv)
cp log.csv good
nth $((lines - 9)) '2001-01-01,nobody,met,,,' good >once
nth $((lines / 4)) '2001-01-01,nobody,met,,,' once >twice
nth 9 '2001-01-32,p5,met,,,' twice >log.csv
run ni-due --today 2026-11-21 -q
status_is 2
err_is <<EOF
log.csv:9:1: error: date: found '2001-01-32', expected a date, YYYY-MM-DD
log.csv:$((lines / 4 + 1)):12: warning: 'nobody' is no contact
log.csv:$((lines - 7)):12: warning: 'nobody' is no contact
EOF
nth $((lines - 9)) '2001-01-01,p5,met,a "stray' good >once
nth $((lines / 4)) '2001-01-01,nobody,met,,,' once >log.csv
run ni-due --today 2026-11-21
status_is 2
out_empty
err_is <<EOF
log.csv:$((lines / 4)):12: warning: 'nobody' is no contact
log.csv:$((lines - 8)):21: error: stray quote: a field with a quote is quoted whole, the quote doubled
EOF
cp good log.csv

done_testing

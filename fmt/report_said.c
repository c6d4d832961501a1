/* What was said, as list items: the words, then who said them and when. */
#include "fmt/report_said.h"
#include "fmt/markdown_date.h"
#include "src/base/ascii.h"

/* The prefix of what belongs to a list item. */
#define INSIDE "  "

void page_people(const struct page *page, const struct note *note,
		 void (*add)(const struct page *page, const struct note *note, uint32_t contact))
{
	struct buf *b = &page->sink->buf;
	size_t count = 0;

	for (uint32_t i = 0; i < note->contact_count; i++) {
		if (!report_about(page->report->network, note, i) || count++ >= MOST_PEOPLE)
			continue;
		buf_add_str(b, count > 1 ? "; " : "");
		add(page, note, note->contacts[i]);
	}
	if (count > MOST_PEOPLE)
		buf_add_format(b, "; %zu others", count - MOST_PEOPLE);
}

static void add_name(const struct page *page, const struct note *note, uint32_t contact)
{
	(void)note; /* the name is said without what the note adds */
	page_contact(page, &page->sink->buf, contact);
}

static bool is_letter(char c)
{
	return (unsigned char)c >= 0x80 || ascii_is_letter(c);
}

/* Whether Markdown that begins so is a paragraph, for certain. */
static bool begins_paragraph(struct span s)
{
	size_t i = 0;

	while (i < s.n && strchr("*_\"'([", s.p[i]) != NULL)
		i++;
	if (i == s.n || !ascii_is_digit(s.p[i]))
		return i < s.n && is_letter(s.p[i]);
	i += span_digits(span_skip(s, i));
	return i < s.n && (s.p[i] == ' ' || is_letter(s.p[i]));
}

bool page_is_paragraph(struct span quoted)
{
	if (!begins_paragraph(quoted) || memchr(quoted.p, '|', quoted.n) != NULL)
		return false;
	for (size_t i = 1; i < quoted.n; i++)
		if (quoted.p[i] == '\n' && quoted.p[i - 1] == '\n')
			return false;
	return !span_ends(quoted, SPAN("\\\n"));
}

/* Whether two texts are the same but for white space. */
static bool is_same(struct span a, struct span b)
{
	while (a.n > 0 || b.n > 0) {
		a = span_trim(a);
		b = span_trim(b);
		if (a.n == 0 || b.n == 0 || a.p[0] != b.p[0])
			return a.n == b.n;
		a = span_skip(a, 1);
		b = span_skip(b, 1);
	}
	return true;
}

struct span said_before_dates(const struct said *said)
{
	struct span text = said->excerpt->text, before;

	if (!is_same(text, said_task(said)->text))
		return text;
	before = markdown_before_dates(text);
	return before.n > 0 ? before : text;
}

void page_said(const struct page *page, const struct said *said, struct span text,
	       struct span remark)
{
	struct buf *b = &page->sink->buf;
	size_t start = b->n;

	page_quote(page, b, said->note, text, INSIDE);
	if (b->n == start)
		return;
	b->p[start] = '-';
	if (!page_is_paragraph(span_skip(buf_span(b), start + sizeof(INSIDE) - 1)))
		buf_add_char(b, '\n');
	buf_add_str(b, INSIDE "— ");
	page_people(page, said->note, add_name);
	buf_add_str(b, ", ");
	page_note(page, b, said->note);
	buf_add_span(b, remark);
	page_line(page, "");
}

/* Where the links of a note lead when they stand in another document. */
#include "fmt/gfm.h"
#include "fmt/quote_parts.h"
#include "src/base/ascii.h"

/* Bytes of the scheme that url begins with, 0 if it has none. */
static size_t scheme_length(struct span url)
{
	size_t n = 0;

	while (n < url.n &&
	       (ascii_is_letter(url.p[n]) ||
		(n > 0 && (ascii_is_digit(url.p[n]) || strchr("+-.", url.p[n]) != NULL))))
		n++;
	return n > 0 && n < url.n && url.p[n] == ':' ? n : 0;
}

static bool is_trusted(struct span scheme)
{
	static const char *const schemes[] = {"http", "https", "mailto", "tel", "ftp"};

	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (span_eq_nocase(scheme, span_str(schemes[i])))
			return true;
	return false;
}

/* What browsers leave out of a URL, or trim, before they look at its scheme; and what could reorder
 * text. Blanks within are kept. */
static void clean(struct buf *b, struct span url)
{
	struct buf part = BUF_INIT;

	for (size_t i = 0; i < url.n; i++)
		if ((unsigned char)url.p[i] >= ' ' && url.p[i] != 0x7f)
			buf_add_char(&part, url.p[i]);
	gfm_clean(b, buf_span(&part));
	buf_release(&part);
}

/* Appends a URL whose percent signs are its own, so that Markdown and its reader see just that. */
static void add_encoded(struct buf *b, struct span url, const char *special)
{
	for (size_t i = 0; i < url.n; i++) {
		unsigned char c = (unsigned char)url.p[i];

		if (c <= ' ' || c == 0x7f || strchr(special, c) != NULL)
			buf_add_format(b, "%%%02X", (unsigned)c);
		else if (c == '&' && gfm_is_entity(span_skip(url, i)))
			buf_add_str(b, "&amp;");
		else
			buf_add_char(b, (char)c);
	}
}

/* A colon in a path could make a scheme of what stands before it. */
#define URL_SPECIAL "<>\"\\^`{|}()[]*"
#define PATH_SPECIAL URL_SPECIAL ":"

/* Takes the last segment away from the folder that b is from start on, which ends in a slash or is
 * empty; or goes up. */
static void go_up(struct buf *b, size_t start)
{
	size_t end = b->n > start ? b->n - 1 : start, from = end;

	while (from > start && b->p[from - 1] != '/')
		from--;
	if (end == start && b->n > start)
		return; /* the root: nothing is above it */
	if (end == start || span_is(span_of(b->p + from, end - from), "..")) {
		buf_add_str(b, "../");
		return;
	}
	b->n = from;
	b->p[from] = '\0';
}

/* Appends a path of URLs to the folder that b is from start on. */
static void join(struct buf *b, size_t start, struct span path)
{
	while (path.n > 0) {
		const char *slash = memchr(path.p, '/', path.n);
		size_t length = slash != NULL ? (size_t)(slash - path.p) : path.n;
		struct span segment = span_of(path.p, length);

		path = span_skip(path, length + 1);
		if (span_is(segment, "..")) {
			go_up(b, start);
		} else if (length > 0 && !span_is(segment, ".")) {
			add_encoded(b, segment, PATH_SPECIAL);
			buf_add_str(b, slash != NULL ? "/" : "");
		}
	}
}

/* Appends where the note is, seen from the document, as a URL. */
static void add_note(struct buf *b, const struct quote *quote)
{
	struct buf path = BUF_INIT;

	links_add_path(&path, quote->links, quote->file);
	gfm_path(b, buf_span(&path));
	buf_release(&path);
}

static void add_relative(struct buf *b, const struct quote *quote, struct span url)
{
	size_t start = b->n, length = 0;

	while (length < url.n && url.p[length] != '?' && url.p[length] != '#')
		length++;
	add_note(b, quote);
	if (length > 0) {
		while (b->n > start && b->p[b->n - 1] != '/')
			b->n--;
		b->p[b->n] = '\0';
		join(b, start, span_of(url.p, length));
		if (b->n == start)
			buf_add_str(b, "./");
	}
	add_encoded(b, span_skip(url, length), URL_SPECIAL);
}

bool quote_destination(struct buf *b, const struct quote *quote, struct span url)
{
	struct buf text = BUF_INIT;
	size_t scheme;
	bool leads;

	clean(&text, url);
	scheme = scheme_length(buf_span(&text));
	leads = text.n > 0 &&
		(scheme > 0 ? is_trusted(span_of(text.p, scheme)) : !quote->links->none);
	if (leads && (scheme > 0 || text.p[0] == '/'))
		add_encoded(b, buf_span(&text), URL_SPECIAL);
	else if (leads)
		add_relative(b, quote, buf_span(&text));
	buf_release(&text);
	return leads;
}

#include "fmt/log_entry.h"

#include "src/base/utf8.h"
#include "src/suggest.h"

#define EVENT_LIST                                                                        \
	"asked, replied, declined, met, helped, thanked, reported, contacted, deferred, " \
	"closed or reopened"

/* swapped: what was said for a contact is an event. */
static int refuse_event(struct span said, bool swapped, struct diags *diags)
{
	if (swapped) {
		diag_fail(diags, "unknown event '%.*s'; CONTACT stands before EVENT",
			  SPAN_ARG(said));
		return -1;
	}
	for (int kind = 0; kind < EVENT_KINDS; kind++) {
		const char *name = event_name((enum event_kind)kind);

		if (!span_eq_nocase(said, span_str(name)) && !span_one_edit(said, span_str(name)))
			continue;
		diag_fail(diags, "unknown event '%.*s'; did you mean '%s'? (" EVENT_LIST ")",
			  SPAN_ARG(said), name);
		return -1;
	}
	diag_fail(diags,
		  "unknown event '%.*s' (" EVENT_LIST
		  "); any other word between you is 'contacted'",
		  SPAN_ARG(said));
	return -1;
}

static int read_kind(const struct log_said *said, enum event_kind *kind, struct diags *diags)
{
	int found = event_kind_parse(span_str(said->event));

	if (found < 0)
		return refuse_event(span_str(said->event),
				    event_kind_parse(span_str(said->who)) >= 0, diags);
	*kind = (enum event_kind)found;
	return 0;
}

static int read_day(const char *said, int32_t today, int32_t *day, struct diags *diags)
{
	struct buf now = BUF_INIT;

	*day = today;
	if (!said)
		return 0;
	if (date_parse_said(span_str(said), today, DATE_BACK, day) != 0) {
		diag_fail(diags, "--date: '%s' is no date (" DATE_BACK_FORMS ")", said);
		return -1;
	}
	if (*day <= today)
		return 0;
	date_format(&now, today);
	diag_fail(diags,
		  "--date: '%s' is after today, %s; the log has what has happened, a meeting to "
		  "come is a note",
		  said, now.p);
	buf_release(&now);
	return -1;
}

static int read_until(const char *said, int32_t today, struct log_entry *entry, struct diags *diags)
{
	bool deferred = entry->kind == EVENT_DEFERRED;

	entry->until = DAY_NONE;
	if (!said && !deferred)
		return 0;
	if (!said) {
		diag_fail(diags, "'deferred' needs --until DATE: the day from which to go on");
		return -1;
	}
	if (!deferred) {
		diag_fail(diags, "--until is for 'deferred', not for '%s'",
			  event_name(entry->kind));
		return -1;
	}
	if (date_parse_said(span_str(said), today, DATE_AHEAD, &entry->until) != 0) {
		diag_fail(diags, "--until: '%s' is no date (" DATE_AHEAD_FORMS ")", said);
		return -1;
	}
	if (entry->until > entry->day)
		return 0;
	diag_fail(diags, "--until: '%s' is not after the day of the event", said);
	return -1;
}

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* Tab, newline and their like, among them Unicode's own. */
static bool ends_line(uint32_t c)
{
	return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/*
 * A line of the log is one line of the file, and can be read on a terminal: a newline or tab, as
 * in text that was pasted, becomes a blank; any other control character is refused.
 */
static int one_line(const char *what, struct span text, struct arena *arena, struct span *line,
		    struct diags *diags)
{
	struct buf made = BUF_INIT;
	int result = 0;

	if (utf8_invalid(text) < text.n) {
		diag_fail(diags, "%s: invalid UTF-8", what);
		return -1;
	}
	for (size_t at = 0, from = 0; at < text.n; from = at) {
		uint32_t c = utf8_next(text, &at);

		if (ends_line(c)) {
			buf_add_char(&made, ' ');
		} else if (is_control(c)) {
			diag_fail(diags, "%s: control character U+%04X", what, c);
			result = -1;
			break;
		} else {
			buf_add(&made, text.p + from, at - from);
		}
	}
	*line = arena_copy(arena, span_trim(buf_span(&made)));
	buf_release(&made);
	return result;
}

/* A word that was meant for an option is logged for good: say so at once. */
static void warn_of_option(struct span word, struct diags *diags)
{
	static const char *const names[] = {"--date", "--via", "--until"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (span_is(word, names[i]) ||
		    (span_starts(word, span_str(names[i])) && word.p[strlen(names[i])] == '='))
			diag_add(diags, DIAG_WARNING, SPAN_NONE, 0, 0,
				 "'%s' is taken for a word of the note: options stand before it",
				 names[i]);
}

static int read_note(const struct log_said *said, struct arena *arena, struct span *note,
		     struct diags *diags)
{
	struct buf joined = BUF_INIT;
	int result;

	for (size_t i = 0; i < said->word_count; i++) {
		if (i > 0)
			buf_add_char(&joined, ' ');
		buf_add_str(&joined, said->words[i]);
		warn_of_option(span_str(said->words[i]), diags);
	}
	result = one_line("NOTE", buf_span(&joined), arena, note, diags);
	buf_release(&joined);
	return result;
}

int log_entry_read(const struct log_said *said, int32_t today, struct arena *arena,
		   struct log_entry *entry, struct diags *diags)
{
	size_t errors = diags->errors;

	*entry = (struct log_entry){.until = DAY_NONE};
	(void)read_day(said->date, today, &entry->day, diags); /* errors are counted below */
	if (read_kind(said, &entry->kind, diags) == 0)
		(void)read_until(said->until, today, entry, diags);
	if (said->via)
		(void)one_line("--via", span_str(said->via), arena, &entry->via, diags);
	(void)read_note(said, arena, &entry->note, diags);
	return diags->errors > errors ? -1 : 0;
}

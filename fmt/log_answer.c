#include "fmt/log_answer.h"

#include <stdlib.h>
#include <unistd.h>

#include "src/base/io.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"

enum { CELLS = 5, GAP = 2 };

/* The lines to come; widths are known when all are there. */
struct lines_out {
	struct arena arena;
	struct span *cells; /* CELLS each */
	size_t count, cap;
	size_t widths[CELLS];
	bool escape; /* they go to a terminal */
};

static void put(struct lines_out *out, size_t column, struct span value)
{
	struct span *cell = &out->cells[(out->count - 1) * CELLS + column];
	struct buf text = BUF_INIT;

	if (out->escape)
		utf8_escape(&text, value);
	else
		buf_add_span(&text, value);
	*cell = arena_copy(&out->arena, buf_span(&text));
	if (utf8_width(*cell) > out->widths[column])
		out->widths[column] = utf8_width(*cell);
	buf_release(&text);
}

static void put_line(struct lines_out *out, const char *what, int32_t day, struct span id,
		     const char *name, struct span rest)
{
	char date[10];

	out->count++;
	out->cells = mem_grow(out->cells, &out->cap, out->count * CELLS, sizeof(*out->cells));
	put(out, 0, span_str(what));
	if (day != DAY_NONE)
		date_write(date, day);
	put(out, 1, day != DAY_NONE ? span_of(date, sizeof(date)) : SPAN("-"));
	put(out, 2, id);
	put(out, 3, span_str(name));
	put(out, 4, rest);
}

static void print_line(const struct lines_out *out, const struct span *cells, struct buf *b)
{
	for (size_t i = 0; i < CELLS && cells[i].n > 0; i++) {
		size_t blanks = out->widths[i] + GAP - utf8_width(cells[i]);

		buf_add_span(b, cells[i]);
		for (; i + 1 < CELLS && cells[i + 1].n > 0 && blanks > 0; blanks--)
			buf_add_char(b, ' ');
	}
	buf_add_char(b, '\n');
}

/* Prints the lines and releases them. */
static int print(struct lines_out *out)
{
	struct sink sink = SINK_INIT(STDOUT_FILENO);
	int error;

	for (size_t i = 0; i < out->count; i++) {
		print_line(out, out->cells + i * CELLS, &sink.buf);
		sink_flush_some(&sink);
	}
	(void)sink_flush(&sink); /* the sink remembers */
	error = sink.error;
	sink_release(&sink);
	free(out->cells);
	arena_release(&out->arena);
	return error;
}

/* Whether the line did not count, since an equal one was there. */
static bool is_repeated(const struct log_event *event, size_t person)
{
	const struct network *before = &event->before.network, *after = &event->after.network;
	uint32_t now = network_find(after, event->ids[person]);

	return now != CONTACT_NONE &&
	       after->contacts[now].event_count ==
		       before->contacts[event->people.list[person]].event_count;
}

static void put_part(struct buf *b, const char *before, struct span text)
{
	if (text.n == 0)
		return;
	buf_add_str(b, b->n > 0 ? "; " : "");
	buf_add_str(b, before);
	buf_add_span(b, text);
}

static void put_logged(struct lines_out *out, const struct log_answer *answer, size_t person)
{
	const struct log_entry *entry = &answer->event->entry;
	struct buf rest = BUF_INIT;

	if (entry->until != DAY_NONE) {
		buf_add_str(&rest, "until ");
		date_format(&rest, entry->until);
	}
	put_part(&rest, "via ", entry->via);
	put_part(&rest, "", entry->note);
	if (answer->after && is_repeated(answer->event, person))
		put_part(&rest, "", SPAN("the same line was there already, and both count as one"));
	put_line(out, "logged", entry->day, answer->event->ids[person], event_name(entry->kind),
		 buf_span(&rest));
	buf_release(&rest);
}

/* Whose row in contacts.csv has a bad value has no actions at all. */
static struct span say_nothing(const struct log_event *event, size_t person)
{
	return event->before.network.contacts[event->people.list[person]].left_out
		       ? SPAN("not known: the row in contacts.csv has a bad value")
		       : SPAN("nothing is due any more");
}

static void put_change(struct lines_out *out, const struct log_answer *answer,
		       const struct change *change)
{
	struct due *due = change->kind == CHANGE_CLOSED ? answer->before : answer->after;
	struct buf reason = BUF_INIT;

	if (change->kind == CHANGE_NONE) {
		put_line(out, "next", DAY_NONE, answer->event->ids[change->person], "-",
			 say_nothing(answer->event, change->person));
		return;
	}
	due_reason(due, change->action, &reason);
	put_line(out, change->kind == CHANGE_CLOSED ? "closed" : "next", change->action->due,
		 change->action->id, action_name((enum action_kind)change->action->kind),
		 buf_span(&reason));
	buf_release(&reason);
}

int log_answer_write(struct log_answer *answer)
{
	struct lines_out out = {.escape = isatty(STDOUT_FILENO) == 1};
	size_t count = answer->event->people.count, next = 0;

	for (size_t person = 0; person <= count; person++) {
		if (person < count)
			put_logged(&out, answer, person);
		for (;
		     next < answer->changes->count && answer->changes->list[next].person == person;
		     next++)
			put_change(&out, answer, &answer->changes->list[next]);
	}
	return print(&out);
}

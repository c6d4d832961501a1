#include "fmt/log.h"

#include "fmt/csv_divide.h"
#include "src/base/utf8.h"

const char *const log_columns[] = {"date", "contact", "event", "via", "until", "note", NULL};

static const char *const required[] = {"date", "contact", "event", NULL};

const struct header_rules log_rules = {.known = log_columns, .all_of = required};

void log_write_header(struct buf *b)
{
	for (size_t i = 0; i < LOG_COLUMNS; i++)
		buf_add_format(b, "%s%s", i > 0 ? "," : "", log_columns[i]);
	buf_add_char(b, '\n');
}

/* How many events wait to have their contacts looked up together. */
#define WAITING 64

struct waiting {
	struct event event;
	struct span via; /* with LOG_VIAS */
	size_t length;   /* of its contact's id, in log.ids */
	uint32_t line, column;
};

/* The log, or a part of it that one job reads. */
struct log {
	JOB_ALIGNED struct csv csv;
	struct diags diags;
	struct header header;
	int at[LOG_COLUMNS];
	uint32_t keep;
	const struct network *network; /* for its contacts */
	struct network read;           /* of events alone */
	int more;
	struct waiting waiting[WAITING];
	size_t count;
	struct buf ids; /* of those that wait, one after the other */
	struct buf joined;
};

static struct span cell(const struct log *log, enum log_column column)
{
	return header_cell(&log->csv.row, log->at[column]);
}

/* Gives its contact to an event that waits, and it to the network. */
static void settle(struct log *log, const struct waiting *waiting, struct span id, uint32_t contact)
{
	struct event event = waiting->event;
	struct span shown = log->csv.lines.shown;

	if (contact == CONTACT_NONE) {
		id = utf8_nfc(&log->read.arena, id);
		contact = network_find(log->network, id);
	}
	event.contact = contact;
	if (contact != CONTACT_NONE) {
		network_add_event(&log->read, &event);
		if (log->keep & LOG_VIAS)
			network_add_via(&log->read, waiting->via);
	} else if (utf8_is_id(id)) {
		diag_add(log->csv.diags, DIAG_WARNING, shown, waiting->line, waiting->column,
			 "'%.*s' is no contact", SPAN_ARG(id));
	} else {
		diag_add(log->csv.diags, DIAG_ERROR, shown, waiting->line, waiting->column,
			 "contact: found '%.*s', expected the id of a contact", SPAN_ARG(id));
	}
	if (contact == CONTACT_NONE)
		diag_rule(log->csv.diags, utf8_is_id(id) ? "unknown-contact" : "bad-id");
}

/* Looks up the contacts of all events that wait. */
static void settle_all(struct log *log)
{
	struct span ids[WAITING] = {0};
	uint32_t contacts[WAITING];
	size_t at = 0;

	for (size_t i = 0; i < log->count; i++) {
		ids[i] = span_of(log->ids.p + at, log->waiting[i].length);
		at += log->waiting[i].length;
	}
	network_find_many(log->network, ids, contacts, log->count);
	for (size_t i = 0; i < log->count; i++)
		settle(log, &log->waiting[i], ids[i], contacts[i]);
	log->count = 0;
	buf_clear(&log->ids);
}

/* A fault of the row; those that wait come first, so that all is told in the order of lines. */
static int expected(struct log *log, enum log_column column, const char *form, const char *rule)
{
	settle_all(log);
	header_expected(&log->csv, log->at[column], log_columns[column], form);
	diag_rule(log->csv.diags, rule);
	return -1;
}

static int read_until(struct log *log, const struct event *event, int32_t *until)
{
	struct span text = cell(log, LOG_UNTIL);

	*until = DAY_NONE;
	if (text.n == 0 && event->kind == EVENT_DEFERRED)
		return expected(log, LOG_UNTIL, "a date, YYYY-MM-DD, with 'deferred'",
				"missing-until");
	if (text.n > 0 && date_parse(text, until) != 0)
		return expected(log, LOG_UNTIL, "a date, YYYY-MM-DD", "bad-date");
	return 0;
}

static uint64_t hash_each(const struct span *cells, size_t count)
{
	uint64_t hash = 2;

	for (size_t i = 0; i < count; i++)
		hash = hash_bytes(cells[i], hash);
	return hash;
}

/*
 * Of all cells, so that equal lines are found however they are quoted; missing cells are empty
 * ones. A line that is its cells joined by commas is hashed at once; another one as if it were,
 * unless a cell holds a comma, and then no such line is its equal.
 */
static uint64_t hash_cells(struct log *log)
{
	const struct csv_row *row = &log->csv.row;
	struct span text = row->raw;
	size_t count = row->count;

	while (count > 0 && row->cells[count - 1].n == 0)
		count--;
	if (!row->plain) {
		buf_clear(&log->joined);
		for (size_t i = 0; i < count; i++) {
			if (row->cells[i].n > 0 && memchr(row->cells[i].p, ',', row->cells[i].n))
				return hash_each(row->cells, count);
			if (i > 0)
				buf_add_char(&log->joined, ',');
			buf_add_span(&log->joined, row->cells[i]);
		}
		text = buf_span(&log->joined);
	}
	while (text.n > 0 && text.p[text.n - 1] == ',')
		text.n--;
	return hash_bytes(text, 1);
}

static int unknown_event(struct log *log)
{
	const char *meant = event_suggest(cell(log, LOG_EVENT));
	struct buf form = BUF_INIT;

	buf_add_str(&form, "asked, replied, declined, met, helped, thanked, reported, contacted, "
			   "deferred, closed or reopened");
	if (meant)
		buf_add_format(&form, "; did you mean '%s'?", meant);
	(void)expected(log, LOG_EVENT, form.p, "unknown-event");
	buf_release(&form);
	return -1;
}

static int read_values(struct log *log, struct event *event)
{
	int kind = event_kind_parse(cell(log, LOG_EVENT));
	int bad = 0;

	if (date_parse(cell(log, LOG_DATE), &event->day) != 0)
		bad = expected(log, LOG_DATE, "a date, YYYY-MM-DD", "bad-date");
	if (kind < 0)
		bad = unknown_event(log);
	event->kind = (uint32_t)kind & 0xff;
	if (read_until(log, event, &event->until) != 0)
		bad = -1;
	if (log->csv.row.height > 1) {
		settle_all(log);
		diag_add(log->csv.diags, DIAG_ERROR, log->csv.lines.shown, log->csv.row.line, 1,
			 "newline in a field: an event is one line");
		diag_rule(log->csv.diags, "log-newline");
		bad = -1;
	}
	return bad;
}

static void keep_note(struct log *log, struct event *event)
{
	struct span note;

	if (!(log->keep & EVENT_BIT(event->kind)))
		return;
	note = arena_copy(&log->read.arena, cell(log, LOG_NOTE));
	event->note = note.p;
	event->note_length = (uint32_t)note.n & 0xffffff;
}

/* A row that is left out anyway is not looked up, but its contact has to be an id. */
static void check_id(struct log *log, struct span id)
{
	if (!utf8_is_id(utf8_nfc(&log->read.arena, id)))
		(void)expected(log, LOG_CONTACT, "the id of a contact", "bad-id");
}

static void read_event(struct log *log)
{
	struct span id = cell(log, LOG_CONTACT);
	struct waiting *waiting;
	struct event event = {.line = log->csv.row.line, .until = DAY_NONE};

	if (read_values(log, &event) != 0) {
		check_id(log, id);
		return;
	}
	if (log->count == WAITING)
		settle_all(log);
	event.cells = hash_cells(log);
	keep_note(log, &event);
	waiting = &log->waiting[log->count++];
	*waiting = (struct waiting){.event = event, .length = id.n};
	if (log->keep & LOG_VIAS)
		waiting->via = arena_copy(&log->read.arena, cell(log, LOG_VIA));
	csv_position(&log->csv.row, (size_t)log->at[LOG_CONTACT], &waiting->line, &waiting->column);
	buf_add_span(&log->ids, id);
}

static void read_events(void *job)
{
	struct log *log = job;

	while (log->more > 0 && (log->more = header_next_row(&log->csv, &log->header)) > 0)
		read_event(log);
	settle_all(log);
}

/* Reads the header, which the first one has, for all. */
static void read_header(struct log *logs, size_t count, struct span shown)
{
	struct log *first = &logs[0];

	first->more = header_read(&first->csv, &log_rules, &first->read.arena, &first->header);
	if (first->more == 0) {
		diag_add(&first->diags, DIAG_ERROR, shown, 1, 1,
			 "empty file, expected a header line");
		diag_rule(&first->diags, "header");
		first->more = -1;
	}
	for (size_t k = 0; k < count; k++) {
		logs[k].more = first->more;
		logs[k].header = first->header;
		for (int i = 0; i < LOG_COLUMNS; i++)
			logs[k].at[i] = header_find(&first->header, log_columns[i]);
	}
}

static void release(struct log *log)
{
	network_release(&log->read);
	diags_release(&log->diags);
	buf_release(&log->ids);
	buf_release(&log->joined);
	csv_release(&log->csv);
}

/* Reads the log in these parts; or, if count is 1, in one. A fault of syntax in a part is told only
 * by who reads it in one. */
static int read_in(int fd, const struct csv_part *parts, size_t count, struct span shown,
		   uint32_t keep, struct network *network, struct diags *diags)
{
	struct log logs[JOBS_MOST];
	int result = 0;

	for (size_t k = 0; k < count; k++) {
		struct log *log = &logs[k];

		*log = (struct log){
			.keep = keep, .network = network, .ids = BUF_INIT, .joined = BUF_INIT};
		if (count == 1)
			csv_from_fd(&log->csv, fd, shown, &log->diags);
		else
			csv_from_file_part(&log->csv, fd, &parts[k], shown, &log->diags);
	}
	read_header(logs, count, shown);
	jobs_run(read_events, logs, count, sizeof(*logs));
	for (size_t k = 0; k < count; k++)
		if (logs[k].more < 0)
			result = -1;
	for (size_t k = 0; k < count; k++) {
		if (result == 0 || count == 1) {
			network_adopt_events(network, &logs[k].read);
			diags_adopt(diags, &logs[k].diags);
		}
		release(&logs[k]);
	}
	return result;
}

int log_read(int fd, struct span shown, uint32_t keep, struct network *network, struct diags *diags)
{
	struct csv_part parts[JOBS_MOST];
	size_t count = csv_divide_file(fd, parts);

	if (count > 1 && read_in(fd, parts, count, shown, keep, network, diags) == 0)
		return 0;
	return read_in(fd, parts, 1, shown, keep, network, diags);
}

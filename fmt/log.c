#include "fmt/log.h"

#include "fmt/header.h"
#include "src/base/utf8.h"

enum log_column { LOG_DATE, LOG_CONTACT, LOG_EVENT, LOG_UNTIL, LOG_NOTE, LOG_VIA, LOG_COLUMNS };

static const char *const known[] = {"date", "contact", "event", "until", "note", "via", NULL};
static const char *const required[] = {"date", "contact", "event", NULL};

struct log {
	struct csv csv;
	struct header header;
	int at[LOG_COLUMNS];
	uint32_t keep;
	struct network *network;
};

static struct span cell(const struct log *log, enum log_column column)
{
	return header_cell(&log->csv.row, log->at[column]);
}

static int expected(const struct log *log, enum log_column column, const char *form)
{
	header_expected(&log->csv, log->at[column], known[column], form);
	return -1;
}

/* The contact of the line: 0; 1 if they are none (a warning); -1 if it is no id. */
static int read_contact(struct log *log, uint32_t *contact)
{
	struct span id = cell(log, LOG_CONTACT);
	uint32_t line, column;

	*contact = network_find(log->network, id);
	if (*contact != CONTACT_NONE)
		return 0;
	id = utf8_nfc(&log->network->arena, id);
	if (!utf8_is_id(id))
		return expected(log, LOG_CONTACT, "the id of a contact");
	*contact = network_find(log->network, id);
	if (*contact != CONTACT_NONE)
		return 0;
	csv_position(&log->csv.row, (size_t)log->at[LOG_CONTACT], &line, &column);
	diag_add(log->csv.diags, DIAG_WARNING, log->csv.lines.shown, line, column,
		 "'%.*s' is no contact", SPAN_ARG(id));
	return 1;
}

static int read_until(const struct log *log, const struct event *event, int32_t *until)
{
	struct span text = cell(log, LOG_UNTIL);

	*until = DAY_NONE;
	if (text.n == 0 && event->kind == EVENT_DEFERRED)
		return expected(log, LOG_UNTIL, "a date, YYYY-MM-DD, with 'deferred'");
	if (text.n > 0 && date_parse(text, until) != 0)
		return expected(log, LOG_UNTIL, "a date, YYYY-MM-DD");
	return 0;
}

/* Of all cells, so that equal lines are found however they are quoted; missing cells are empty
 * ones. */
static uint64_t hash_cells(const struct csv_row *row)
{
	size_t count = row->count;
	uint64_t hash = 0;

	while (count > 0 && row->cells[count - 1].n == 0)
		count--;
	for (size_t i = 0; i < count; i++)
		hash = hash_bytes(row->cells[i], hash);
	return hash;
}

static int read_values(struct log *log, struct event *event)
{
	int kind = event_kind_parse(cell(log, LOG_EVENT));
	int bad = 0;

	if (date_parse(cell(log, LOG_DATE), &event->day) != 0)
		bad = expected(log, LOG_DATE, "a date, YYYY-MM-DD");
	if (kind < 0)
		bad = expected(
			log, LOG_EVENT,
			"asked, replied, declined, met, helped, thanked, reported, contacted, "
			"deferred, closed or reopened");
	event->kind = (uint32_t)kind & 0xff;
	if (read_until(log, event, &event->until) != 0)
		bad = -1;
	if (log->csv.row.height > 1) {
		diag_add(log->csv.diags, DIAG_ERROR, log->csv.lines.shown, log->csv.row.line, 1,
			 "newline in a field: an event is one line");
		bad = -1;
	}
	return bad;
}

static void read_event(struct log *log)
{
	struct event event = {.line = log->csv.row.line, .until = DAY_NONE};
	int bad = read_values(log, &event);
	int unknown = read_contact(log, &event.contact);
	struct span note;

	if (bad != 0 || unknown != 0)
		return;
	event.cells = hash_cells(&log->csv.row);
	if (log->keep & EVENT_BIT(event.kind)) {
		note = arena_copy(&log->network->arena, cell(log, LOG_NOTE));
		event.note = note.p;
		event.note_length = (uint32_t)note.n & 0xffffff;
	}
	network_add_event(log->network, &event);
}

int log_read(int fd, struct span shown, uint32_t keep, struct network *network, struct diags *diags)
{
	const struct header_rules rules = {.known = known, .all_of = required};
	struct log log = {.keep = keep, .network = network};
	int more;

	csv_from_fd(&log.csv, fd, shown, diags);
	more = header_read(&log.csv, &rules, &network->arena, &log.header);
	if (more == 0) {
		diag_add(diags, DIAG_ERROR, shown, 1, 1, "empty file, expected a header line");
		more = -1;
	}
	for (int i = 0; i < LOG_COLUMNS; i++)
		log.at[i] = header_find(&log.header, known[i]);
	while (more > 0 && (more = header_next_row(&log.csv, &log.header)) > 0)
		read_event(&log);
	csv_release(&log.csv);
	return more;
}

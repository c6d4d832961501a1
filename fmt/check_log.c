/* What ni-check looks for in log.csv. */
#include <fcntl.h>
#include <unistd.h>

#include "fmt/check_parts.h"
#include "src/base/io.h"
#include "src/base/utf8.h"

struct pass {
	struct check *check;
	struct csv csv;
	struct header header;
	int date, contact, event, until, note;
	struct arena scratch; /* for a row */
};

static struct span cell(const struct pass *p, int column)
{
	return header_cell(&p->csv.row, column);
}

static bool good_until(const struct pass *p)
{
	struct span until = cell(p, p->until);
	int32_t day;

	return until.n > 0 ? date_parse(until, &day) == 0
			   : event_kind_parse(cell(p, p->event)) != EVENT_DEFERRED;
}

/* The reader looks nobody up for a row that has another fault; every fault is to be told. */
static void check_left_out(struct pass *p)
{
	const struct network *network = &p->check->load->network;
	struct span id = cell(p, p->contact);
	int32_t day;

	if (p->csv.row.height == 1 && date_parse(cell(p, p->date), &day) == 0 &&
	    event_kind_parse(cell(p, p->event)) >= 0 && good_until(p))
		return;
	id = utf8_nfc(&p->scratch, id);
	if (utf8_is_id(id) && network_find(network, id) == CONTACT_NONE)
		CHECK_CELL(p->check, "unknown-contact", &p->csv, p->contact, "'%.*s' is no contact",
			   SPAN_ARG(id));
	arena_release(&p->scratch);
}

static void check_days(struct pass *p)
{
	int32_t day, until;

	if (date_parse(cell(p, p->date), &day) != 0)
		return;
	if (day > p->check->today)
		CHECK_CELL(p->check, "future-date", &p->csv, p->date, "date: '%.*s' is yet to come",
			   SPAN_ARG(cell(p, p->date)));
	if (cell(p, p->until).n > 0 && date_parse(cell(p, p->until), &until) == 0 && until <= day)
		CHECK_CELL(p->check, "date-order", &p->csv, p->until,
			   "until: '%.*s' is not after the date of the event",
			   SPAN_ARG(cell(p, p->until)));
}

/* A request that says who sent me, to somebody to whom I may not. */
static void check_leave(struct pass *p)
{
	const struct network *network = &p->check->load->network;
	struct span note = cell(p, p->note);
	uint32_t contact;

	if (note.n == 0 || event_kind_parse(cell(p, p->event)) != EVENT_ASKED)
		return;
	contact = network_find(network, utf8_nfc(&p->scratch, cell(p, p->contact)));
	if (contact != CONTACT_NONE && network->contacts[contact].may_use_name == LEAVE_NO &&
	    check_names_referrer(network, contact, note, &p->scratch))
		CHECK_CELL(p->check, "name-without-leave", &p->csv, p->note,
			   "note: names '%.*s', whose name may not be used with '%.*s'",
			   SPAN_ARG(network_text(network, network->contacts[contact].referred_by,
						 TEXT_ID)),
			   SPAN_ARG(network_text(network, contact, TEXT_ID)));
	arena_release(&p->scratch);
}

static void check_open(struct check *check, int fd, struct span shown)
{
	const struct header_rules rules = {0};
	struct pass p = {.check = check};

	csv_from_fd(&p.csv, fd, shown, &check->quiet);
	if (header_read(&p.csv, &rules, &check->scratch, &p.header) > 0) {
		p.date = header_find(&p.header, "date");
		p.contact = header_find(&p.header, "contact");
		p.event = header_find(&p.header, "event");
		p.until = header_find(&p.header, "until");
		p.note = header_find(&p.header, "note");
		while (csv_next(&p.csv) > 0) {
			check_row(check, &p.csv, &p.header);
			if (p.csv.row.count > p.header.count)
				continue; /* the row is none */
			check_left_out(&p);
			check_days(&p);
			check_leave(&p);
		}
	}
	arena_release(&p.scratch);
	csv_release(&p.csv);
}

void check_log(struct check *check)
{
	struct span path = place_path(&check->load->place, &check->scratch, SPAN("log.csv"));
	int fd = io_open(AT_FDCWD, path.p, path, IO_REGULAR, true, &check->quiet);

	if (fd < 0)
		return;
	check_open(check, fd, path);
	(void)close(fd); /* was only read from */
}

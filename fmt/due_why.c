#include "fmt/due_why.h"

#include <unistd.h>

#include "src/base/io.h"
#include "src/base/utf8.h"
#include "src/person.h"
#include "src/why.h"

/* What is printed, and of whom. */
struct printer {
	struct due due;
	struct why why;
	struct sink out;
	struct buf reason;
};

/* Text for people: what would break its lines is escaped, on a terminal and off. */
static void add_value(struct printer *p, struct span value)
{
	utf8_escape(&p->out.buf, value);
}

static void add_anchor(struct printer *p, uint32_t file, uint32_t line)
{
	add_value(p, p->due.network->files[file]);
	buf_add_format(&p->out.buf, ":%u", line);
}

static void add_duration(struct buf *b, const struct step *step)
{
	buf_add_str(b, step->back ? " - " : " + ");
	duration_format(b, step->by);
	buf_add_str(b, " = ");
	date_format(b, step->day);
	if (step->setting)
		buf_add_format(b, " (%s)", step->setting);
}

/* ", in 3 days" */
static void add_distance(struct buf *b, int32_t day, int32_t today)
{
	long long days = (long long)day - today;

	if (days == 0)
		buf_add_str(b, ", today");
	else if (days < 0)
		buf_add_format(b, ", %lld day%s ago", -days, days == -1 ? "" : "s");
	else
		buf_add_format(b, ", in %lld day%s", days, days == 1 ? "" : "s");
}

/* "2026-11-10 + 14d = 2026-11-24 (follow_up_after), in 3 days" */
static void add_sum(struct printer *p, const struct verdict *verdict)
{
	struct buf *b = &p->out.buf;
	const struct step *step = &verdict->step;
	int32_t due = verdict->action.due;

	if (due == DAY_NONE) {
		buf_add_str(b, "without a date");
		return;
	}
	if (step->from != DAY_NONE)
		date_format(b, step->from);
	if (step->by.unit != 0 && step->from != DAY_NONE)
		add_duration(b, step);
	if (due != step->day) {
		buf_add_str(b, step->from != DAY_NONE ? ", deferred until " : "deferred until ");
		date_format(b, due);
	}
	add_distance(b, due, p->due.options.today);
}

static void begin_detail(struct printer *p)
{
	buf_add_str(&p->out.buf, "                       ");
}

/* Why it has lapsed, or from when it is shown. */
static void add_absence(struct printer *p, const struct verdict *verdict, bool shown)
{
	struct buf *b = &p->out.buf;
	struct duration after = p->due.network->settings.lapse_after;

	if (verdict->lapsed) {
		begin_detail(p);
		buf_add_str(b, "has lapsed, due before ");
		date_format(b, p->due.options.today);
		buf_add_str(b, " - ");
		duration_format(b, after);
		buf_add_str(b, " = ");
		date_format(b, date_subtract(p->due.options.today, after));
		buf_add_str(b, " (lapse_after); --lapsed makes it arise\n");
	} else if (!shown && verdict->action.shown != verdict->action.due) {
		begin_detail(p);
		buf_add_str(b, "shown from ");
		date_format(b, verdict->action.shown);
		buf_add_char(b, '\n');
	}
}

static void begin_rule(struct printer *p, const char *state, enum action_kind kind)
{
	buf_add_format(&p->out.buf, "%-6s %-14s  ", state, action_name(kind));
}

static void add_row(struct printer *p, const struct verdict *verdict)
{
	struct buf *b = &p->out.buf;
	bool shown = due_is_shown(&p->due, &verdict->action);

	begin_rule(p,
		   verdict->lapsed ? "lapsed"
		   : shown         ? "due"
				   : "later",
		   (enum action_kind)verdict->kind);
	add_sum(p, verdict);
	buf_add_char(b, '\n');
	add_absence(p, verdict, shown);
	begin_detail(p);
	buf_clear(&p->reason);
	due_reason(&p->due, &verdict->action, &p->reason);
	add_value(p, buf_span(&p->reason));
	buf_add_char(b, '\n');
	begin_detail(p);
	add_anchor(p, verdict->action.file, due_line(&p->due, &verdict->action));
	buf_add_char(b, '\n');
	begin_detail(p);
	buf_add_format(b, "ends with %s\n", why_ends(&verdict->action));
}

/* Each reason that spares them the rule. */
static void add_reasons(struct printer *p, enum action_kind kind)
{
	bool told = false;

	for (size_t i = 0; i < p->why.count; i++) {
		const struct verdict *verdict = &p->why.list[i];

		if (verdict->kind != kind || !verdict->because)
			continue;
		if (told)
			begin_detail(p);
		else
			begin_rule(p, "no", kind);
		buf_add_format(&p->out.buf, "%s\n", verdict->because);
		told = true;
	}
	if (told)
		return;
	begin_rule(p, "no", kind);
	buf_add_format(&p->out.buf, "%s\n", why_nothing(kind));
}

static void add_rule(struct printer *p, enum action_kind kind)
{
	bool arose = false;

	for (size_t i = 0; i < p->why.count; i++) {
		const struct verdict *verdict = &p->why.list[i];

		if (verdict->kind != kind || verdict->because)
			continue;
		add_row(p, verdict);
		arose = true;
	}
	if (!arose)
		add_reasons(p, kind);
}

static void tell_nobody(const struct load *load, struct span said, struct diags *diags)
{
	struct arena scratch = {0};
	struct span meant = person_suggest(&load->network, &load->leads, said, &scratch);

	if (meant.n > 0)
		diag_fail(diags, "no contact or lead '%.*s'; did you mean '%.*s'?", SPAN_ARG(said),
			  SPAN_ARG(meant));
	else
		diag_fail(diags, "no contact or lead '%.*s'", SPAN_ARG(said));
	arena_release(&scratch);
}

/* Whom said means; or -1, which has been told. */
static int find_person(struct printer *p, const struct load *load, struct span said,
		       struct diags *diags)
{
	const struct network *network = &load->network;
	size_t errors = diags->errors;
	uint32_t number = person_or_lead(network, &load->leads, said, diags);
	bool lead = number != CONTACT_NONE && number >= network->contact_count;

	p->why = (struct why){.contact = lead ? CONTACT_NONE : number, .lead = LEAD_NONE};
	if (lead)
		p->why.lead = number - (uint32_t)network->contact_count;
	else if (number == CONTACT_NONE || network->contacts[number].left_out)
		number = CONTACT_NONE;
	if (number == CONTACT_NONE && diags->errors == errors)
		tell_nobody(load, said, diags);
	return number == CONTACT_NONE ? -1 : 0;
}

/* "Jane Doe (jane-doe), contacts.csv:5, on 2026-11-21" */
static void add_head(struct printer *p, const struct load *load)
{
	struct buf *b = &p->out.buf;
	const struct contact *contact;

	if (p->why.lead != LEAD_NONE) {
		add_value(p, load->leads.list[p->why.lead].name);
		buf_add_str(b, " (");
		add_value(p, load->leads.list[p->why.lead].id);
		buf_add_str(b, "), a lead");
	} else {
		contact = &load->network.contacts[p->why.contact];
		add_value(p, network_name(&load->network, p->why.contact));
		buf_add_str(b, " (");
		add_value(p, network_text(&load->network, p->why.contact, TEXT_ID));
		buf_add_str(b, "), ");
		add_anchor(p, contact->file, contact->line);
	}
	buf_add_str(b, ", on ");
	date_format(b, p->due.options.today);
	buf_add_str(b, "\n\n");
}

int due_why(struct load *load, const struct due_options *options, struct span said,
	    struct diags *diags)
{
	struct due_options all = *options;
	struct printer p = {.out = SINK_INIT(STDOUT_FILENO), .reason = BUF_INIT};

	if (find_person(&p, load, span_trim(said), diags) != 0)
		return 0;
	all.why = &p.why;
	due_compute(&p.due, &load->network, &load->leads, &all);
	add_head(&p, load);
	for (int kind = ACTION_MEET; kind < ACTION_END; kind++)
		if ((options->kinds & ACTION_BIT(kind)) &&
		    (p.why.lead == LEAD_NONE || kind == ACTION_ADD_LEAD))
			add_rule(&p, (enum action_kind)kind);
	(void)sink_flush(&p.out); /* the sink remembers */
	sink_release(&p.out);
	buf_release(&p.reason);
	why_release(&p.why);
	due_release(&p.due);
	return p.out.error;
}

/* From the files to the document. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fmt/bank.h"
#include "fmt/due_jobs.h"
#include "fmt/due_rows.h"
#include "fmt/log.h"
#include "fmt/report_brief.h"
#include "fmt/report_file.h"
#include "fmt/report_items.h"
#include "fmt/report_make.h"
#include "src/base/mem.h"
#include "src/person.h"

/* The days after today that "next seven days" speaks of. */
static const struct duration soon = {REPORT_SOON_DAYS, 'd'};

/* What a document is made of, from the files on. */
struct report_making {
	const struct report_order *order;
	struct load load;
	struct arena arena;
	struct due due;
	struct report_options options;
	struct report report;
	struct report_item *items;
	size_t item_count;
	uint32_t contact; /* whom the brief is about */
};

static bool to_file(const struct report_order *order)
{
	return order->file && strcmp(order->file, "-") != 0;
}

/* Columns and parts of notes that the sections speak of. */
static void want(const struct report_order *order, struct load_options *options)
{
	uint32_t sections = report_sections_bits(&order->view);

	options->block = due_block;
	options->texts = DUE_TEXTS | TEXT_BIT(TEXT_TITLE) | TEXT_BIT(TEXT_SECTOR) |
			 TEXT_BIT(TEXT_CIRCLE) | TEXT_BIT(TEXT_SOURCE) | TEXT_BIT(TEXT_PHONE) |
			 TEXT_BIT(TEXT_NOTE);
	options->event_notes = EVENTS_ALL;
	if (order->contact || (sections & SECTION_BIT(REPORT_PEOPLE)))
		options->event_notes |= LOG_VIAS;
	options->keep_leads = true;
	options->note_want =
		order->contact || (sections & SECTIONS_TEXTS) ? NOTE_TEXTS : NOTE_TASKS;
}

static void find_items(struct report_making *m, struct diags *diags)
{
	struct due_options options = {
		.today = m->order->today, .within = soon, .kinds = UINT32_MAX};

	if (report_items_given(&m->load)) {
		m->item_count = report_items_rows(&m->load, &m->arena, &m->items, diags);
		return;
	}
	due_compute_divided(&m->due, &m->load.network, &m->load.leads, &options);
	m->item_count = report_items_due(&m->arena, &m->due, &m->items);
}

/* The brief is about one contact, who alone is selected. */
static int select_contact(struct report_making *m, struct diags *diags)
{
	struct network *network = &m->load.network;

	m->contact = person_one(network, span_str(m->order->contact), diags);
	if (m->contact == CONTACT_NONE)
		return -1;
	for (uint32_t i = 0; i < network->contact_count; i++)
		network->contacts[i].selected = i == m->contact;
	return 0;
}

static int compute(struct report_making *m, struct diags *diags)
{
	const struct report_order *order = m->order;

	if (order->contact && select_contact(m, diags) != 0)
		return -1;
	m->options = (struct report_options){
		.today = order->today,
		.sections = order->contact ? SECTION_BIT(REPORT_PEOPLE)
					   : report_sections_bits(&order->view),
		.period = order->period,
		.shared = order->view.share,
	};
	if (m->options.sections & SECTION_BIT(REPORT_QUESTIONS))
		(void)bank_load(&m->load.place, DIAG_WARNING, &m->arena, diags,
				&m->options.bank); /* what is wrong is told, and the rest stands */
	leads_find(&m->load.leads, &m->load.network, diags);
	find_items(m, diags);
	report_compute(&m->report, &m->load.network, &m->load.leads, m->items, m->item_count,
		       &m->options);
	return 0;
}

static int write_out(struct report_making *m, struct diags *diags)
{
	const struct report_order *order = m->order;
	bool file = to_file(order);
	struct report_view view = order->view;
	struct sink sink = SINK_INIT(file ? -1 : STDOUT_FILENO);
	int error = 0;

	if (file && links_find(&view.links, order->file, &m->arena, diags) != 0)
		return 0;
	view.links.none = view.share;
	if (order->contact)
		report_brief(&m->report, &view, m->contact, &sink);
	else
		report_render(&m->report, &view, &sink);
	if (!file) {
		(void)sink_flush(&sink); /* the sink remembers */
		error = sink.error;
	} else if (diags->errors == 0) {
		(void)io_replace(order->file, buf_span(&sink.buf), NULL, diags); /* has told */
	} else {
		diag_fail(diags, "'%s' is not written, since not all was read without error",
			  order->file);
	}
	sink_release(&sink);
	return error;
}

static void release(struct report_making *m)
{
	report_release(&m->report);
	due_release(&m->due);
	arena_release(&m->arena);
	load_release(&m->load);
	free(m);
}

struct report_making *report_begin(const struct report_order *order, struct load_options *options,
				   char **operands, size_t count, struct diags *diags)
{
	struct report_making *m = mem_resize(NULL, 1, sizeof(*m));

	*m = (struct report_making){.order = order};
	want(order, options);
	if (load(&m->load, options, operands, count, diags) == 0 &&
	    (!to_file(order) ||
	     report_file_check(order->file, &m->load, options, operands, count, diags) == 0) &&
	    compute(m, diags) == 0) {
		if (!to_file(order)) /* which is not written, and that is told */
			diags_doubt(diags);
		return m;
	}
	release(m);
	return NULL;
}

int report_end(struct report_making *m, struct diags *diags)
{
	int error = write_out(m, diags);

	release(m);
	return error;
}

int report_tell_sections(void)
{
	struct sink sink = SINK_INIT(STDOUT_FILENO);
	int error;

	report_sections_help(&sink);
	(void)sink_flush(&sink); /* the sink remembers */
	error = sink.error;
	sink_release(&sink);
	return error;
}

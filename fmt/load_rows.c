#include "fmt/load_rows.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fmt/contacts_parts.h"
#include "src/base/io.h"
#include "src/base/mem.h"

/* One input on its way in. */
struct input {
	struct load *load;
	struct rows *rows; /* where its rows go */
	size_t table;
	struct csv csv;
	bool keep_leads;
	bool names_only;
	bool is_network; /* contacts.csv of the network, else rows of a stream */
};

/* Two rows of contacts.csv with one id: it names both lines. */
static void tell_twin(const struct input *in, struct span id, uint32_t line, bool derived)
{
	const struct csv *csv = &in->csv;

	if (derived)
		diag_add(csv->diags, DIAG_ERROR, csv->lines.shown, csv->row.line, 1,
			 "id '%.*s', made from the name, is that of line %u too: give one of the "
			 "two an id",
			 SPAN_ARG(id), line);
	else
		diag_add(csv->diags, DIAG_ERROR, csv->lines.shown, csv->row.line, 1,
			 "id '%.*s' stands twice, first on line %u", SPAN_ARG(id), line);
	diag_rule(csv->diags, "duplicate-id");
}

/* A row of contacts.csv. */
static void take_contact(struct input *in, const struct table *table,
			 const struct contact_values *values)
{
	struct network *network = &in->load->network;
	struct span id = values->text[TEXT_ID];
	uint32_t contact = network_find(network, id);
	bool derived = header_cell(&in->csv.row, table->columns.at[TEXT_ID]).n == 0;

	if (contact != CONTACT_NONE) {
		tell_twin(in, id, network->contacts[contact].line, derived);
		network->contacts[contact].doubled = true;
		return;
	}
	contact = network_put(network, values, table->file, in->csv.row.line);
	network->contacts[contact].listed = true;
	if (!values->left_out)
		rows_add(in->rows, &in->csv.row, in->table, contact);
}

/* Whether a row behind ni-due's block is an add-lead row. */
static bool is_lead(const struct input *in, const struct table *table)
{
	const struct header *header = &table->columns.header;

	for (size_t i = 0; i < header->skip; i++)
		if (span_is(header->names[i], "action"))
			return span_is(header_cell(&in->csv.row, (int)i), "add-lead");
	return false;
}

static void take_lead(struct input *in, struct span id)
{
	struct load *l = in->load;

	l->lead_ids = mem_grow(l->lead_ids, &l->lead_cap, l->lead_count + 1, sizeof(*l->lead_ids));
	l->lead_ids[l->lead_count++] = id;
	rows_add(in->rows, &in->csv.row, in->table, CONTACT_NONE);
}

/* A row of a stream: somebody of the network, or somebody treated as if added. */
static void take_selected(struct input *in, const struct table *table,
			  const struct contact_values *values)
{
	struct network *network = &in->load->network;
	uint32_t contact = network_find(network, values->text[TEXT_ID]);

	if (values->left_out)
		return;
	if (contact == CONTACT_NONE && in->keep_leads && is_lead(in, table)) {
		take_lead(in, values->text[TEXT_ID]);
		return;
	}
	if (contact == CONTACT_NONE)
		contact = network_put(network, values, table->file, in->csv.row.line);
	else if (!network->contacts[contact].selected && !in->names_only)
		network_override(network, contact, values);
	network->contacts[contact].selected = true;
	if (!in->names_only)
		network->contacts[contact].left_out = false;
	rows_add(in->rows, &in->csv.row, in->table, contact);
}

static void take_row(struct input *in)
{
	const struct table *table = &in->rows->tables[in->table];
	struct network *network = &in->load->network;
	struct contact_values values;

	if (contact_values_read(&in->csv, &table->columns, network->wanted, &network->arena,
				&values) != 0)
		return;
	if (in->is_network)
		take_contact(in, table, &values);
	else
		take_selected(in, table, &values);
}

static int empty_input(struct input *in, struct span shown, bool empty_is_list)
{
	if (empty_is_list)
		return 0;
	if (span_is(shown, "-"))
		diag_fail(in->csv.diags,
			  "standard input is empty; name contacts.csv to read the network, or '-' "
			  "to take nothing for an empty list");
	else
		diag_add(in->csv.diags, DIAG_ERROR, shown, 1, 1,
			 "empty file, expected a header line");
	diag_rule(in->csv.diags, "header");
	return -1;
}

static size_t count_lines(struct span text)
{
	size_t count = 0;
	struct span line;

	while (span_cut(&text, '\n', &line))
		count++;
	return count;
}

/* Lines are hardly shorter than this; a text of shorter ones gets room as it comes. */
#define LINE_USUAL 32

static void make_room(struct input *in, struct span text)
{
	size_t lines = count_lines(text), usual = text.n / LINE_USUAL;

	network_reserve(&in->load->network, lines);
	network_room(&in->load->network, lines < usual ? lines : usual);
	rows_room(in->rows, lines < usual ? lines : usual);
}

/* Reads an open input whole and takes its rows. */
static int take_input(struct input *in, int fd, struct span shown, const struct header_rules *rules,
		      bool empty_is_list, struct diags *diags)
{
	struct buf text = BUF_INIT;
	struct table *table;
	struct header header;
	int more;

	if (io_read_all(fd, shown, 0, &text, diags) != 0) {
		buf_release(&text);
		return -1;
	}
	in->table = in->rows->table_count;
	table = rows_add_table(in->rows, &text, shown, network_file(&in->load->network, shown));
	csv_from_memory(&in->csv, buf_span(&table->text), shown, diags);
	more = header_read(&in->csv, rules, &in->rows->arena, &header);
	if (more == 0)
		more = empty_input(in, shown, empty_is_list);
	contact_table_init(&table->columns, &header, in->is_network);
	if (more > 0)
		table->header_end = (size_t)(in->csv.row.raw.p + in->csv.row.raw.n - table->text.p);
	if (more > 0 && in->is_network &&
	    contacts_read_parts(&in->csv, in->rows, in->table, &in->load->network) == 0)
		more = 0;
	else if (in->is_network)
		make_room(in, buf_span(&table->text));
	while (more > 0 && (more = header_next_row(&in->csv, &header)) > 0)
		take_row(in);
	csv_release(&in->csv);
	return more;
}

/* contacts.csv of the network; its rows are the selection if everybody is selected. */
static int take_network(struct load *l, const char *const *block, struct diags *diags)
{
	struct rows *rows = l->everybody ? &l->rows : &l->background;
	struct header_rules rules = contacts_rules;
	struct input in = {.load = l, .rows = rows, .is_network = true};
	size_t errors = diags->errors;
	int fd, result;

	fd = io_open(AT_FDCWD, l->contacts_path.p, l->contacts_path, IO_REGULAR, true, diags);
	if (fd < 0)
		return diags->errors > errors ? -1 : 0;
	if (io_stamp(fd, &l->contacts_stamp) != 0) {
		io_fail(diags, "read", l->contacts_path, errno);
		(void)close(fd); /* was only read from */
		return -1;
	}
	rules.block = l->everybody ? block : NULL;
	result = take_input(&in, fd, l->contacts_path, &rules, false, diags);
	(void)close(fd); /* was only read from */
	l->contacts = &rows->tables[0];
	return result;
}

/* Returns 0; 1 if it cannot be opened: it is told and passed over; or -1. */
static int take_operand(struct load *l, const struct load_options *options, const char *name,
			bool empty_is_list, struct diags *diags)
{
	struct header_rules rules = stream_rules(options->block);
	struct input in = {.load = l,
			   .rows = &l->rows,
			   .keep_leads = options->keep_leads,
			   .names_only = options->names_only};
	bool standard = strcmp(name, "-") == 0;
	int fd;
	int result;

	rules.names_only = options->names_only;
	fd = standard ? STDIN_FILENO
		      : io_open_text(AT_FDCWD, name, span_str(name), IO_ANY, false, diags);
	if (fd < 0)
		return 1;
	result = take_input(&in, fd, span_str(name), &rules, standard && empty_is_list, diags);
	if (!standard)
		(void)close(fd); /* was only read from */
	return result;
}

bool standard_input_has_rows(void)
{
	struct stat st;

	return fstat(STDIN_FILENO, &st) == 0 && (S_ISFIFO(st.st_mode) || S_ISREG(st.st_mode));
}

/* Whether the one operand is the network's contacts.csv. */
static bool is_everybody(char **operands, size_t count, struct span path)
{
	struct stat given, known;

	return count == 1 && path.n > 0 && stat(operands[0], &given) == 0 &&
	       stat(path.p, &known) == 0 && given.st_dev == known.st_dev &&
	       given.st_ino == known.st_ino;
}

static int take_operands(struct load *l, const struct load_options *options, char **operands,
			 size_t count, struct diags *diags)
{
	bool failed = false;
	size_t read = 0;

	for (size_t i = 0; i < count; i++) {
		int result = take_operand(l, options, operands[i], true, diags);

		failed = failed || result < 0; /* the others are read for their own faults */
		read += result == 0;
	}
	return read > 0 && !failed ? 0 : -1;
}

int load_rows(struct load *l, const struct load_options *options, char **operands, size_t count,
	      struct diags *diags)
{
	bool from_input = !options->no_rows && count == 0 && standard_input_has_rows();
	bool everybody = options->no_rows || (count == 0 && !from_input);

	if (!l->place.found && everybody && !(options->no_rows && count > 0)) {
		place_missing(diags);
		return -1;
	}
	if (l->place.found)
		l->contacts_path = place_path(&l->place, &l->arena, SPAN("contacts.csv"));
	if (!everybody && is_everybody(operands, count, l->contacts_path))
		everybody = true;
	l->everybody = everybody;
	if (l->place.found && take_network(l, options->block, diags) != 0)
		return -1;
	if (everybody)
		return 0;
	if (from_input)
		return take_operand(l, options, "-", false, diags) == 0 ? 0 : -1;
	return take_operands(l, options, operands, count, diags);
}

#include "fmt/rename.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "fmt/rename_parts.h"
#include "src/base/mem.h"
#include "src/base/utf8.h"
#include "src/person.h"

struct renamed *renaming_add(struct renaming *r, const char *path)
{
	struct renamed *file;

	r->files = mem_grow(r->files, &r->cap, r->count + 1, sizeof(*r->files));
	file = &r->files[r->count++];
	*file = (struct renamed){.change = {.path = path}, .old = BUF_INIT, .text = BUF_INIT};
	return file;
}

bool renaming_is_old(struct renaming *r, struct span text)
{
	return text.n > 0 && span_eq(utf8_nfc(&r->arena, text), r->old);
}

void renaming_look(struct renaming *r, struct span text, struct span file, uint32_t line,
		   uint32_t column)
{
	if (r->to == CONTACT_NONE && text.n > 0 && span_eq(utf8_nfc(&r->arena, text), r->new))
		diag_add(r->diags, DIAG_WARNING, file, line, column,
			 "'%.*s' stands here already, and will be who was '%.*s'", SPAN_ARG(r->new),
			 SPAN_ARG(r->old));
}

int renaming_read(struct renaming *r, struct renamed *file, size_t limit)
{
	struct span shown = span_str(file->change.path);
	size_t errors = r->diags->errors;
	int fd = io_open(AT_FDCWD, file->change.path, shown, IO_REGULAR, true, r->diags);
	int result = 1;

	if (fd < 0)
		return r->diags->errors > errors ? -1 : 0;
	if (io_stamp(fd, &file->change.stamp) != 0) {
		io_fail(r->diags, "read", shown, errno);
		result = -1;
	} else if (io_read_all(fd, shown, limit, &file->old, r->diags) != 0) {
		result = -1;
	}
	(void)close(fd); /* was only read from */
	file->change.old = buf_span(&file->old);
	return result;
}

/* Nobody of that id; with an id that is a slip of the finger away. */
static int tell_nobody(struct renaming *r, struct span id)
{
	const struct people nobody = {0};

	person_tell(&r->load->network, id, &nobody, r->diags);
	return -1;
}

static int check_taken(struct renaming *r)
{
	const struct contact *contact = &r->load->network.contacts[r->to];

	diag_fail(r->diags, "'%.*s' is a contact already, %.*s:%u; --merge makes one of the two",
		  SPAN_ARG(r->new), SPAN_ARG(r->load->contacts_path), contact->line);
	return -1;
}

static int check_people(struct renaming *r)
{
	if (!r->merge) {
		if (r->from == CONTACT_NONE)
			return tell_nobody(r, r->old);
		return r->to == CONTACT_NONE ? 0 : check_taken(r);
	}
	if (r->to != CONTACT_NONE)
		return 0;
	if (r->from == CONTACT_NONE)
		return tell_nobody(r, r->old);
	diag_fail(r->diags, "no contact '%.*s'; without --merge '%.*s' gets that id",
		  SPAN_ARG(r->new), SPAN_ARG(r->old));
	return -1;
}

static int find_people(struct renaming *r, const struct rename_options *options)
{
	const struct network *network = &r->load->network;

	r->old = utf8_nfc(&r->arena, options->old);
	r->new = utf8_nfc(&r->arena, options->new);
	if (span_eq(r->old, r->new)) {
		diag_fail(r->diags, "'%.*s' is the id already", SPAN_ARG(r->old));
		return -1;
	}
	r->from = network_find(network, r->old);
	r->to = network_find(network, r->new);
	return check_people(r);
}

/* contacts.csv comes last: as long as the old id stands there, a run that was killed can be
 * repeated, and does the rest. */
static int plan(struct renaming *r)
{
	size_t errors = r->diags->errors;

	if (rename_notes(r) != 0 || rename_log(r) != 0 || rename_contacts(r) != 0)
		return -1;
	if (r->count == 0)
		return tell_nobody(r, r->old); /* --merge with one who stands nowhere */
	return r->diags->errors > errors ? -1 : 0;
}

static int write_files(const struct renaming *r)
{
	struct io_change *changes = mem_resize(NULL, r->count, sizeof(*changes));
	int result;

	for (size_t i = 0; i < r->count; i++)
		changes[i] = r->files[i].change;
	result = io_change(changes, r->count, r->diags);
	free(changes);
	return result;
}

static void print_files(const struct renaming *r, struct buf *output)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct renamed *file = &r->files[i];

		utf8_escape(output, span_str(file->change.path));
		buf_add_format(output, ": %zu place%s", file->places, file->places == 1 ? "" : "s");
		if (file->change.to) {
			buf_add_str(output, ", now ");
			utf8_escape(output, span_str(file->change.to));
		}
		buf_add_char(output, '\n');
	}
}

static int carry_out(struct renaming *r, const struct rename_options *options, struct buf *output,
		     bool *refused)
{
	buf_add_span(output, buf_span(&r->lost));
	*refused = r->lost.n > 0 && !options->force && !options->dry;
	if (*refused)
		return 0;
	print_files(r, output);
	if (options->dry || write_files(r) == 0)
		return 0;
	buf_clear(output);
	return -1;
}

static void release(struct renaming *r)
{
	for (size_t i = 0; i < r->count; i++) {
		buf_release(&r->files[i].old);
		buf_release(&r->files[i].text);
	}
	free(r->files);
	buf_release(&r->lost);
	arena_release(&r->arena);
}

int rename_person(struct load *l, const struct rename_options *options, struct buf *output,
		  bool *refused, struct diags *diags)
{
	struct renaming r = {.load = l, .merge = options->merge, .lost = BUF_INIT, .diags = diags};
	int result = -1;

	*refused = false;
	if (diags->errors > 0)
		diag_fail(diags, "nothing was changed, because of the errors above");
	else if (find_people(&r, options) == 0 && plan(&r) == 0)
		result = carry_out(&r, options, output, refused);
	release(&r);
	return result;
}

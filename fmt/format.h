/*
 * ni-fmt: files into their canonical form.
 */
#ifndef NI_FMT_FORMAT_H
#define NI_FMT_FORMAT_H

#include "fmt/canonical.h"
#include "src/base/io.h"

struct format_options {
	bool list, diff, write; /* -l, -d, -w; none of them: the text goes to the output */
	bool ids;               /* --ids */
	bool differs;           /* set: a file is not in canonical form */
};

/*
 * Formats the operands: files, folders of notes, '-'. Without any, all files of the network; with
 * ids its contacts.csv alone. A file at fault is told and passed over.
 */
void format_operands(struct format_options *options, char **operands, size_t count,
		     struct sink *out, struct diags *diags);
void format_network(struct format_options *options, struct sink *out, struct diags *diags);

/* Standard input, not named: that it is empty is a fault. */
void format_input(struct format_options *options, struct sink *out, struct diags *diags);

#endif

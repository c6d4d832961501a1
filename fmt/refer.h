/*
 * ni-refer's rows: the leads, the selection with the leads, and leads added to contacts.csv.
 */
#ifndef NI_FMT_REFER_H
#define NI_FMT_REFER_H

#include "fmt/load.h"
#include "fmt/stream.h"

/* The selected leads as contact rows. All return the errno of a write to standard output that
 * failed, or 0. */
int refer_write_leads(struct load *load, enum format format);

/* All input rows, then the selected leads. */
int refer_write_all(struct load *load, enum format format);

/*
 * Appends people to contacts.csv and prints their rows: the selected leads, or, with
 * given, those of the input rows whose id contacts.csv lacks. Columns that its header lacks and
 * that they fill are added to the header; every other byte stays. Nothing is written if diags holds
 * an error. *output_error as above. Returns 0, or -1 with diagnostics.
 */
int refer_add(struct load *load, bool given, enum format format, int *output_error,
	      struct diags *diags);

#endif

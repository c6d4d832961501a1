/*
 * A large contacts.csv in several parts at once.
 */
#ifndef NI_FMT_CONTACTS_PARTS_H
#define NI_FMT_CONTACTS_PARTS_H

#include "fmt/rows.h"

/*
 * Takes the rows that follow the header, which csv has read from the text of that table, into an
 * empty network and as its rows. Returns -1, and has taken nothing, if it does not pay or there is
 * any fault, an id that stands twice too: the rows have to be read one after the other, so that
 * each is told in its place.
 */
int contacts_read_parts(const struct csv *csv, struct rows *rows, size_t table,
			struct network *network);

#endif

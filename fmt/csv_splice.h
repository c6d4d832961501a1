/*
 * One cell of a row of CSV, changed in place.
 */
#ifndef NI_FMT_CSV_SPLICE_H
#define NI_FMT_CSV_SPLICE_H

#include "src/base/buf.h"

/*
 * Appends raw, a row without its line end, with value as its cell number k. The bytes of the other
 * cells stay, and blanks around the cell; what stood in quotes does so again; and a row that lacks
 * the cell gets the commas that it takes. The row is read again: -1, if not just that cell is
 * another one; else 0.
 */
int csv_splice(struct buf *into, struct span raw, size_t k, struct span value);

#endif

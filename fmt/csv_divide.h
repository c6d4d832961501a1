/*
 * Large CSV is read in several parts at once. Rows may be parted at each newline that does not
 * stand between quotes; whether one does, the quotes before it tell, unless a fault of syntax comes
 * first. A part that has one is therefore no reason to tell of it: the whole has to be read again
 * in one.
 */
#ifndef NI_FMT_CSV_DIVIDE_H
#define NI_FMT_CSV_DIVIDE_H

#include "fmt/csv.h"
#include "src/base/jobs.h"

/*
 * Finds the parts, room for JOBS_MOST, of a text or of the file fd, which is read but stays where
 * it is. Returns how many they are: 1 if it does not pay, or cannot be done, and there are no parts
 * then.
 */
size_t csv_divide_text(struct span text, struct csv_part *parts);
size_t csv_divide_file(int fd, struct csv_part *parts);

/* The same into as many parts as count says. */
size_t csv_divide(int fd, struct span text, size_t count, struct csv_part *parts);

#endif

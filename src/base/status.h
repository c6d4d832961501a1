/*
 * The exit status of a program that failed.
 */
#ifndef NI_BASE_STATUS_H
#define NI_BASE_STATUS_H

/*
 * 2; a program for which 2 means something else defines its own, which the linker takes instead. It
 * is a constant, since out of memory ends the program wherever it is.
 */
extern const int status_failed;

#endif

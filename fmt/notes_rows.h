/*
 * Notes as rows, in four forms: notes, questions, tasks, referrals; a row for each contact of a
 * panel.
 */
#ifndef NI_FMT_NOTES_ROWS_H
#define NI_FMT_NOTES_ROWS_H

#include "fmt/writer.h"
#include "src/network.h"

enum notes_form { NOTES_NOTES, NOTES_QUESTIONS, NOTES_TASKS, NOTES_REFERRALS };

/* Writes all notes of the network. Returns the errno of a write that failed, or 0. */
int notes_rows_write(const struct network *network, enum notes_form form, enum format format);

#endif

/*
 * A note file: front matter (ni-note(5)) and a Markdown body, text in, struct note out.
 */
#ifndef NI_FMT_NOTE_H
#define NI_FMT_NOTE_H

#include "src/base/arena.h"
#include "src/base/diag.h"
#include "src/note.h"

#define NOTE_LIMIT (256u * 1024)        /* bytes of a note */
#define FRONT_MATTER_LIMIT (64u * 1024) /* bytes of front matter */
#define BODY_DEPTH 100                  /* container prefixes of a line */

/* A note's file as it was read: for who looks at more than its values. */
struct note_text {
	struct span path, shown;
	struct span text; /* p NULL: it could not be read */
	bool good;        /* the note is one of the network's, the next */
};

struct note_texts {
	struct note_text *list; /* by path */
	size_t count;
};

/* How much of the body is wanted. */
enum note_want {
	NOTE_HEAD,  /* none */
	NOTE_TASKS, /* all of it if it may hold a task, or if the note is planned on today; else
		       none */
	NOTE_BODY,  /* all of it but excerpts */
	NOTE_TEXTS  /* these too */
};

/*
 * Reads a whole note. path and shown are kept as they are (they outlive the note), all other text
 * is copied into the arena. Faults are added to diags as shown:line:column; with any error the note
 * is not to be used and -1 is returned. note->file is left 0.
 */
int note_read(struct span text, struct span path, struct span shown, enum note_want want,
	      int32_t today, struct arena *arena, struct diags *diags, struct note *note);

#endif

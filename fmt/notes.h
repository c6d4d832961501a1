/*
 * The notes folder: every note of it into a network.
 */
#ifndef NI_FMT_NOTES_H
#define NI_FMT_NOTES_H

#include "fmt/note.h"
#include "fmt/place.h"
#include "src/network.h"

struct reading; /* of notes, that goes on */

/*
 * Begins to find and to read the notes below folder, on other processors where there are any.
 * place: the network's folder, whose files are called as place_path calls them, or NULL: as
 * FOLDER/FILE. Both stay until notes_finish(), which has to be called. texts: gets, until then,
 * every file's text, in memory that goes to the network; or NULL.
 */
struct reading *notes_start(const char *folder, const struct place *place, enum note_want want,
			    int32_t today, struct note_texts *texts);

/*
 * Waits for them and puts them into the network in the order of their paths. A note at fault is
 * told and left out, and so are those of a folder below it that could not be read. Returns 0; or
 * -1 if the folder itself could not be read.
 */
int notes_finish(struct reading *reading, struct network *network, struct diags *diags);

/* Both. */
int notes_read(struct network *network, const char *folder, const struct place *place,
	       enum note_want want, int32_t today, struct diags *diags);

/* Reads one open note file. path orders it among the others; both names are kept. */
int notes_read_one(struct network *network, int fd, struct span path, struct span shown,
		   enum note_want want, int32_t today, struct diags *diags);

#endif

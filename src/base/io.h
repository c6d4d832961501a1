/*
 * Files: reading whole, reading by lines, writing through a bounded sink,
 * replacing atomically, appending without tearing. Failures are added to
 * diags as "cannot open 'x': reason" and returned as -1.
 */
#ifndef NI_BASE_IO_H
#define NI_BASE_IO_H

#include <sys/types.h>
#include <time.h>

#include "src/base/arena.h"
#include "src/base/diag.h"

enum io_kind {
	IO_REGULAR, /* a file of the network: must be a regular file */
	IO_ANY      /* an operand: also a pipe or a device, but no directory */
};

/* Adds "cannot WHAT 'SHOWN': reason of the errno value". */
void io_fail(struct diags *diags, const char *what, struct span shown, int error);

/* Whether path, from the open directory dir (or AT_FDCWD), is a symbolic link to nothing, which is
 * told then: "No such file" would puzzle who sees it listed. */
bool io_dangles(int dir, const char *path, struct span shown, struct diags *diags);

/*
 * Opens for reading: O_CLOEXEC, and for IO_REGULAR O_NONBLOCK, so that no pipe is waited for.
 * dir is AT_FDCWD or an open directory, shown names the file in diagnostics. Returns the
 * descriptor, or -1 with a diagnostic (a directory: "'x' is a directory"). With quiet_missing a
 * file that does not exist, nor a link of that name, gives -1 and errno ENOENT without a
 * diagnostic.
 */
int io_open(int dir, const char *path, struct span shown, enum io_kind kind, bool quiet_missing,
	    struct diags *diags);

/* The same for a file whose name gets into rows, which have to be UTF-8: shown too, therefore. */
int io_open_text(int dir, const char *path, struct span shown, enum io_kind kind,
		 bool quiet_missing, struct diags *diags);

/*
 * Appends all that fd gives, but no more than limit + 1 bytes (limit 0: all): one byte too many
 * tells the caller that there is too much. Does not close.
 */
int io_read_all(int fd, struct span shown, size_t limit, struct buf *into, struct diags *diags);

/* Like read(), waiting where needed. */
ssize_t io_read(int fd, char *to, size_t most);

/* Writes all of it, waiting where needed. 0, or -1 with errno. */
int io_write_all(int fd, struct span text);

/*
 * Physical lines, newline included, the last perhaps without. Reads fd in
 * large pieces; or, with fd -1, goes through memory that stays.
 */
struct lines {
	int fd;
	off_t at, end;     /* what of fd is still to be read; end < 0: whatever it gives */
	struct buf buffer; /* with fd >= 0: the piece read and what is left of a line */
	struct span rest;  /* not yet returned */
	bool ended;
	struct span shown;
};

/* Begins to read. shown names the input in diagnostics and is borrowed, as is the text in memory;
 * fd stays the caller's. */
void lines_from_fd(struct lines *l, int fd, struct span shown);
/* The bytes from at to end only, of a file: several can read it at once. */
void lines_from_range(struct lines *l, int fd, off_t at, off_t end, struct span shown);
void lines_from_memory(struct lines *l, struct span text, struct span shown);

/* 1 and the next line; 0 at the end; -1 on a read error or a line over 64 MiB. With an fd the line
 * is valid until the next call. */
int lines_next(struct lines *l, struct span *line, struct diags *diags);

void lines_release(struct lines *l); /* does not close the fd */

/* Output: collects in buf, writes to fd when there is enough. fd -1: collects only. */
struct sink {
	int fd;
	struct buf buf;
	int error; /* errno of the first write that failed; nothing is written after it */
};

#define SINK_INIT(descriptor) ((struct sink){.fd = (descriptor), .buf = BUF_INIT})

/* To be called after each record: writes if a good deal (64 KiB) has come together. */
void sink_flush_some(struct sink *s);
int sink_flush(struct sink *s); /* 0, or -1 with error set */

/* Writes or collects text too, without copying where it can; text is empty then. */
void sink_take(struct sink *s, struct buf *text);

/* Gives back the buffer; what was not written is lost, and fd stays open. */
void sink_release(struct sink *s);

/* What a file was when it was read, to tell whether somebody changed it since. */
struct io_stamp {
	dev_t dev;
	ino_t ino;
	off_t size;
	struct timespec mtime;
	bool exists;
};

/* The stamp of an open file. Returns 0, or -1 with errno. */
int io_stamp(int fd, struct io_stamp *stamp);

/*
 * Replaces path with text atomically: temporary file beside it (.ni-NAME.PID), mode and owner kept,
 * symbolic links resolved, fsync of file and directory, and refused with a diagnostic if the file
 * is no longer what stamp says (stamp NULL: not checked; stamp->exists false: it must not exist,
 * and is created without overwriting). Returns 0 or -1.
 */
int io_replace(const char *path, struct span text, const struct io_stamp *stamp,
	       struct diags *diags);

/* One file of several that change together. */
struct io_change {
	const char *path, *to; /* to: its new name, in the same folder; NULL: it keeps its name */
	struct span old, text; /* what it holds, and will hold; text.p NULL: the same */
	struct io_stamp stamp; /* of when it was read */
};

/*
 * All of the changes, or none: each file's new text is on the disk, under a temporary name, before
 * the first is put in place, as io_replace() does it, in the order given; and if one cannot be,
 * those before it get back what they held. Only a kill between two leaves the later ones as they
 * were. So the caller puts last the file by which it would see that there is still something to do.
 * Returns 0, or -1 with diagnostics.
 */
int io_change(const struct io_change *changes, size_t count, struct diags *diags);

/* Whether a file may get this name: 0; or -1 with a diagnostic, since another file has it. */
int io_name_free(const struct io_change *change, struct diags *diags);

/* Appends text, one or more whole lines, with a single write; a last line that lacks its newline
 * gets one in the same write (CR LF if text ends so). Creates the file if it is missing. Torn
 * never, also with several at once: what a full disk took only a part of is cut off again, and
 * several lines that go beyond a page, within which a kill could come, replace the file as
 * io_replace does. */
int io_append(const char *path, struct span text, struct diags *diags);

/* Makes the folder path, whose parent exists, if it is not there; *made says whether it was made.
 * Returns 0 or -1. */
int io_folder(const char *path, bool *made, struct diags *diags);

/*
 * Names of the files below dir (relative to it, '/'-separated) that end in suffix, at any depth;
 * names that begin with '.' are skipped, symlinked folders not followed. Sorted by bytes, in the
 * arena. What is neither a folder nor a regular file is named too: io_open refuses it. A dir that
 * does not exist, nor a link of that name, gives none (0). A folder below it that cannot be read is
 * an error and lacks. Returns 0 or, with what could be read, -1 if it is dir itself.
 */
int io_walk(const char *dir, struct span shown, const char *suffix, struct arena *a,
	    struct span **names, size_t *count, struct diags *diags);

#endif

/*
 * What is due: the rules of PRACTICE as one pure function from a network and a
 * date to actions.
 */
#ifndef NI_DUE_H
#define NI_DUE_H

#include "src/base/buf.h"
#include "src/graph.h"

/* In the order of rank; the number is the rank. */
enum action_kind {
	ACTION_MEET = 1,
	ACTION_REPLY,
	ACTION_THANK,
	ACTION_PREPARE,
	ACTION_WRITE_UP,
	ACTION_TASK,
	ACTION_GET_PERMISSION,
	ACTION_REQUEST,
	ACTION_FOLLOW_UP,
	ACTION_ADD_LEAD,
	ACTION_REPORT_BACK,
	ACTION_MOVE_ON,
	ACTION_KEEP_IN_TOUCH,
	ACTION_RESUME,
	ACTION_END
};

#define ACTION_BIT(kind) (1u << (kind))

/* A million of these may be in memory at once: 48 bytes each. */
struct action {
	int32_t due;         /* DAY_NONE: no date */
	int32_t shown;       /* shown from; DAY_MIN: at once */
	uint32_t contact;    /* whose row it is; for add-lead the lead's number */
	uint32_t file, line; /* anchor; file counts due.files */
	uint32_t subject;    /* what the reason speaks of: a note, an event, a contact or a lead */
	uint32_t number;     /* which task of the note, how many requests, or a day */
	uint8_t kind;        /* enum action_kind */
	uint8_t about;       /* enum about: which of the reason's forms */
	struct span id;      /* of the contact or lead */
};

enum about { ABOUT_NOTE, ABOUT_EVENT, ABOUT_CONTACT, ABOUT_LEAD };

struct due_options {
	int32_t today;
	struct duration within; /* rows due until today + within are shown too */
	bool lapsed;            /* rows that have lapsed arise */
	bool all;               /* also those that are not shown yet */
	uint32_t kinds;         /* ACTION_BITs to list; suppression looks at all */
	struct why *why;        /* filled with what each rule says of its person; may be NULL */
};

#define DUE_REPORTED 1 /* a report-back row of theirs arises from somebody else's meeting */
#define DUE_UNASKED 2  /* request arises */
#define DUE_KNOWN 4    /* DUE_CLOSED and words are known: many may have one referrer */
#define DUE_CLOSED 8

struct due {
	const struct network *network;
	const struct leads *leads;
	struct graph graph; /* its first layer */
	struct due_options options;
	struct action *list;    /* as they came */
	struct action **sorted; /* in order: due, rank, id, anchor */
	size_t count, cap;
	struct span *files;   /* the network's file names, sorted by bytes */
	uint32_t *file_ranks; /* network file number to place in files */
	int32_t horizon;      /* today + within */
	uint8_t *marks;       /* for each contact: DUE_ bits */
	int32_t *words;       /* for each contact that is DUE_KNOWN: the last word with them */
	struct alternatives *alternatives; /* whom to try instead; made when first asked for */
};

/* Computes the rows of the selected contacts and leads. */
void due_compute(struct due *due, const struct network *network, const struct leads *leads,
		 const struct due_options *options);

/* Gives back what due_compute has made; network and leads stay. */
void due_release(struct due *due);

/*
 * The steps of due_compute. Between due_begin and due_end the contacts may be divided: each range
 * (of so many people) into a branch of its own, several at once, which due_take then takes in, one
 * after the other, and releases. Not with options->why.
 */
void due_begin(struct due *due, const struct network *network, const struct leads *leads,
	       const struct due_options *options);
void due_branch(struct due *branch, const struct due *due, size_t people);
void due_range(struct due *due, size_t first, size_t end);
void due_take(struct due *due, struct due *branch, size_t first, size_t end);
void due_end(struct due *due);

/* "follow-up" and so on; the kind of that name, or 0. */
const char *action_name(enum action_kind kind);
enum action_kind action_parse(struct span name);

/* A list of names with commas between as ACTION_BITs. Returns 0; or -1, and *unknown is a part that
 * is no name. */
int actions_parse(struct span list, uint32_t *kinds, struct span *unknown);

/* Whether a row that arises is shown on that day, or soon enough. */
bool due_is_shown(const struct due *due, const struct action *action);

/* The line of an action's anchor: action->line, but an event's is looked up, far off. */
uint32_t due_line(const struct due *due, const struct action *action);

/* Appends what the row's reason says. For several threads to call it, due_prepare has to be called
 * before. */
void due_reason(struct due *due, const struct action *action, struct buf *b);
void due_prepare(struct due *due);

#endif

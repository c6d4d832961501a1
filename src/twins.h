/*
 * Twins: two entries that may be one person, and why. ni-refer(1) and ni-check(1) say what counts.
 */
#ifndef NI_TWINS_H
#define NI_TWINS_H

#include "src/leads.h"

/* The reasons, in the order in which they are given. */
enum twin_reason { TWIN_EMAIL, TWIN_PHONE, TWIN_NAME, TWIN_SPELLING };

struct twin {
	uint32_t who, like; /* as they are found, like, a contact, is before who: a lower number */
	enum twin_reason reason;
};

/* For qsort: by who, then reason, then like. */
int twin_order(const void *a, const void *b);

/* What more people than this share says little: it pairs each with the first of them only, so that
 * the search, and what it finds, stays linear. */
#define TWINS_CROWD 32

struct twin_list {
	struct twin *list;
	size_t count, cap;
};

/* The search: twins_begin, twins_task for each task, which may be done at once, then twins_end. */
struct twins {
	const struct network *network;
	const struct leads *leads; /* NULL: none */
	bool likely;
	size_t people;      /* contacts, then leads, numbered as in struct graph */
	struct span *names; /* folded */
	uint32_t *orgs;     /* equal numbers: of one organisation; 0: of none */
	bool *has_email;
	uint64_t *members; /* who has a name and an organisation, by organisation, which is in the
			      upper half */
	size_t member_count;
	struct arena arena;
};

/*
 * With leads, and not likely: all pairs of contacts, and of a lead and a contact, each with the
 * first of its reasons; by who, reason, like. likely: the same by stricter rules, fit for a
 * warning, and at most one for each: the first by reason, then like. leads may be NULL. Wants
 * TEXT_ORG, TEXT_EMAIL and TEXT_PHONE; network and leads must outlive the search.
 */
void twins_begin(struct twins *twins, const struct network *network, const struct leads *leads,
		 bool likely);

/* Adds to found, which may be empty, what task number 0 <= task < tasks finds: the first three are
 * people with one email, phone or name, the others, one at least, share the organisations. */
#define TWINS_TASKS_LEAST 4
void twins_task(const struct twins *twins, size_t task, size_t tasks, struct twin_list *found);

/* Puts together what was found, takes the lists, and ends the search. Owned by the caller, with
 * free(). */
struct twin *twins_end(struct twins *twins, struct twin_list *lists, size_t lists_count,
		       size_t *count);

/* All of it at once. */
struct twin *twins_find(const struct network *network, const struct leads *leads, bool likely,
			size_t *count);

#endif

/*
 * A roster: people of one kind (contacts, or leads) who are looked up by what a referral says of
 * them. "A referral is a contact when its id is one's id; else when its email is among one's (case
 * ignored); else when the folded names are equal, the folded organisations are equal or one is
 * empty, and they do not have only different emails."
 */
#ifndef NI_ROSTER_H
#define NI_ROSTER_H

#include "src/base/arena.h"
#include "src/index.h"

#define ROSTER_NONE UINT32_MAX

struct person {
	struct span id, name, org;
	struct span email; /* one, or several separated by ';' */
};

/* How people are compared by name. */
struct folded {
	struct span name, org;
	bool has_email;
};

struct roster {
	const void *owner;
	struct person (*get)(const void *owner, uint32_t number);
	const struct index *ids; /* of their ids in NFC; the owner's */
	struct index emails;     /* the lowest number of each */
	struct index names;      /* a few of each name; the others are in chains */
	struct index chains;     /* the last node of each, whose next is the first */
	struct roster_node *nodes;
	size_t node_count, node_cap;
	struct arena scratch;
};

/* What a search came to. */
struct match {
	uint32_t number; /* ROSTER_NONE: nobody */
	uint32_t rival;  /* number is NONE since two fit by name: they are in first and rival */
	uint32_t first;  /* the lower */
};

/* Makes number, whom get gives, findable by name and by the emails they have now. Numbers are
 * added in ascending order. */
void roster_add(struct roster *roster, uint32_t number);

/* To be called when number, who had been added, has got an organisation, or these emails, where
 * they had none: get gives both by now. */
void roster_add_emails(struct roster *roster, uint32_t number, struct span emails);

/* A person, folded into the arena once for all rosters. */
struct folded roster_fold(struct arena *arena, const struct person *person);

/* Whom somebody who is called so means; folded is what roster_fold makes of person. */
struct match roster_find(struct roster *roster, const struct person *person,
			 const struct folded *folded);

/* The lowest number of the same folded name, or ROSTER_NONE. */
uint32_t roster_namesake(struct roster *roster, const struct folded *folded);

/* Number whose id is id, or ROSTER_NONE. */
uint32_t roster_id(const struct roster *roster, struct span id);

/* Gives back what the roster has made; the ids are the owner's. */
void roster_release(struct roster *roster);

#endif

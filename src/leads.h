/*
 * Leads: people who were named in notes and are no contacts yet (DESIGN "The stream").
 */
#ifndef NI_LEADS_H
#define NI_LEADS_H

#include "src/network.h"

#define LEAD_NONE UINT32_MAX

/* Who named a lead, in the order note date, file, line. */
struct naming {
	uint32_t note;     /* in network.notes */
	uint32_t referral; /* in that note */
	uint32_t who;      /* a lead; in leads.known a contact */
};

struct lead {
	struct span id; /* unique among contacts and leads */
	struct span name, org, title, email, phone, note;
	uint32_t finder;         /* the first contact who named them, or CONTACT_NONE */
	struct span referred_by; /* finder's id; while nobody who named them is a contact, the first
				  * one's */
	enum leave may_use_name; /* theirs: referrals by others do not fill it */
	int32_t added;           /* that note's date */
	uint32_t first_naming, naming_count; /* in leads.namings */
	uint32_t namesake; /* a contact of the same folded name, or CONTACT_NONE */
	bool ambiguous;    /* a referral of theirs fits two contacts: they may be one of those */
	bool selected;     /* somebody who named them is */
};

struct leads {
	struct arena arena;
	struct lead *list; /* in the order first named */
	size_t count, cap;
	struct naming *namings; /* grouped by lead once leads_find is done */
	size_t naming_count;
	struct naming *known; /* of contacts, in the order note date, file, line */
	size_t known_count, known_cap;
};

/*
 * Matches every referral (without skip) to contacts and earlier leads. Warns where two fit by
 * name, and where a note and contacts.csv differ on may_use_name. The network must be joined, with
 * TEXT_ORG and TEXT_EMAIL wanted. A zeroed struct leads is empty.
 */
void leads_find(struct leads *leads, const struct network *network, struct diags *diags);

/* Gives back all of it; the leads are none then. */
void leads_release(struct leads *leads);

#endif

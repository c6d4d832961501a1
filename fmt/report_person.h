/*
 * What the dossiers and the brief say of a person, each as a line or a part of one.
 */
#ifndef NI_FMT_REPORT_PERSON_H
#define NI_FMT_REPORT_PERSON_H

#include "fmt/report_parts.h"

/* Title, organisation; field, sector; circle. Returns false, and adds nothing, if none is known. */
bool person_add_work(const struct page *page, struct buf *b, uint32_t contact);

/* E-mail and phone. Returns false, and adds nothing, if neither is known or to be shown. */
bool person_add_reach(const struct page *page, struct buf *b, uint32_t contact);

/* "personal referral; named by Ann Lee on 2026-10-02, you may use their name" */
void person_add_known(const struct page *page, struct buf *b, uint32_t contact);

/* "met on 2026-10-02; deferred until 2027-01-11" */
void person_add_standing(const struct page *page, struct buf *b,
			 const struct report_person *person);

/* Whom they named, and what became of these; adds nothing if nobody. */
void person_add_named(const struct page *page, struct buf *b, uint32_t contact);

/* Action, reason and place of what is due with them. */
void person_add_item(const struct page *page, struct buf *b, const struct report_item *item);

/* An event or a note of theirs. */
void person_add_happening(const struct page *page, struct buf *b, const struct history_item *item);

/* " with Ann Lee and Bob Ray": who else was there; of very many only the first. */
void person_add_company(const struct page *page, struct buf *b, const struct note *note,
			uint32_t contact);

/* "13:00 AST, video, 25 min, https://…" of a planned note, each after a comma; where it is only for
 * me: it may be a phone number. */
void person_add_appointment(const struct page *page, struct buf *b, const struct note *note);

#endif

#include "src/check.h"

#include "src/suggest.h"

const struct check_rule check_rules[] = {
	{"bad-date", DIAG_ERROR, "a date that is none: dates are YYYY-MM-DD"},
	{"bad-id", DIAG_ERROR, "an id that is none, or a name that none can be made from"},
	{"bad-value", DIAG_ERROR, "a value that is not of the form its column or key has"},
	{"circular-referral", DIAG_ERROR, "people who were referred by one another in a circle"},
	{"conflict-marker", DIAG_ERROR, "a merge that has not been resolved"},
	{"double-note", DIAG_ERROR, "two notes of one person on one day, neither of them off"},
	{"duplicate-id", DIAG_ERROR, "an id that two contacts have"},
	{"duplicate-key", DIAG_ERROR, "a key that stands twice"},
	{"encoding", DIAG_ERROR, "text that is no UTF-8, or has a NUL"},
	{"extra-cells", DIAG_ERROR, "a row with more cells than the header"},
	{"header", DIAG_ERROR,
	 "a table without the columns it needs, or with one of them or the header twice"},
	{"held-in-future", DIAG_ERROR, "an interview that was held on a day that is yet to come"},
	{"line-end", DIAG_ERROR, "a carriage return within a line"},
	{"log-newline", DIAG_ERROR, "an event of the log that goes over several lines"},
	{"missing-key", DIAG_ERROR, "a note without contact or date, a referral without name"},
	{"missing-name", DIAG_ERROR, "a contact or a referral without a name"},
	{"missing-until", DIAG_ERROR, "an event deferred, without the day until which"},
	{"question-bank", DIAG_ERROR, "questions.md without questions, or one without a category"},
	{"syntax", DIAG_ERROR, "quotes, front matter or settings that cannot be read"},
	{"too-large", DIAG_ERROR, "more than what ni reads: length, depth, number of columns"},
	{"unknown-contact", DIAG_ERROR,
	 "a person of the log, a note or referred_by who is no contact"},
	{"unknown-event", DIAG_ERROR, "an event of the log that there is not"},
	{"unknown-outcome", DIAG_ERROR, "an outcome of an interview that there is not"},
	{"unknown-setting", DIAG_ERROR, "a key of ni.yaml that there is not"},
	{"ambiguous-referral", DIAG_WARNING, "a referral that fits two people by name"},
	{"control-character", DIAG_WARNING, "characters that are not seen: controls, directions"},
	{"date-order", DIAG_WARNING, "thanked before the interview, deferred until no later day"},
	{"derived-id", DIAG_WARNING,
	 "an id that is made from the name, for want of one in the row"},
	{"double-question", DIAG_WARNING, "a question that stands twice in questions.md"},
	{"file-name", DIAG_WARNING, "a note that is not called DATE-ID.md"},
	{"formula", DIAG_WARNING, "a cell that a spreadsheet would run as a formula"},
	{"future-date", DIAG_WARNING, "something that happened on a day that is yet to come"},
	{"leave-differs", DIAG_WARNING, "a note and the contact's row differ on may_use_name"},
	{"likely-duplicate", DIAG_WARNING, "two contacts who may be one person"},
	{"long-introduction", DIAG_WARNING, "an introduction that takes too long to say"},
	{"misspelt-column", DIAG_WARNING, "a column one edit away from one that ni knows"},
	{"misspelt-key", DIAG_WARNING, "a key of a note one edit away from one that ni knows"},
	{"misspelt-value", DIAG_WARNING, "a circle or a mode one edit away from one that ni knows"},
	{"missing-added", DIAG_WARNING, "a contact without the date on which the row was added"},
	{"missing-cells", DIAG_WARNING, "a row with fewer cells than the header"},
	{"name-without-leave", DIAG_WARNING,
	 "a request that names a referrer who did not allow it"},
	{"no-answers", DIAG_WARNING, "an interview that was held and has no answer written down"},
	{"not-private", DIAG_WARNING,
	 "a heading that looks like Private, and keeps nothing out of reports"},
	{"repeated-contact", DIAG_WARNING, "a person who stands twice in contact of a note"},
	{"unusual-minutes", DIAG_WARNING, "a talk of less than 10 minutes or more than 2 hours"},
	{0},
};

const struct check_rule *check_rule_find(struct span name)
{
	for (const struct check_rule *rule = check_rules; rule->name; rule++)
		if (span_is(name, rule->name))
			return rule;
	return NULL;
}

const char *check_rule_suggest(struct span name)
{
	for (const struct check_rule *rule = check_rules; rule->name; rule++)
		if (span_is_slip(name, span_str(rule->name)))
			return rule->name;
	return NULL;
}

/*
 * ni-refer's views of the referral graph, each in a file of its own. All write to standard output
 * and set view->error to the errno of a write that failed.
 */
#ifndef NI_FMT_REFER_GRAPH_H
#define NI_FMT_REFER_GRAPH_H

#include "fmt/load.h"
#include "fmt/stream.h"
#include "src/graph.h"

struct view {
	struct load *load; /* its leads are found */
	const struct graph *graph;
	enum format format;
	const char *what; /* a person or the name of an organisation, where the view takes one */
	bool nobody;      /* nobody was found, and standard error says so */
	int error;
	struct diags *diags;
};

/* What is printed in place of the leads, as an option says. In one array. */
struct refer_form {
	int key; /* enum option_key */
	const char *name;
	void (*view)(struct view *view); /* of the graph; NULL: --all and --add */
	bool text;                       /* prints no rows, so that -f means nothing */
	bool one;                        /* of the whole network: takes no rows */
	bool people;                     /* needs neither the log nor who named whom */
};

/* The form that the option with that key asks for, or NULL. */
const struct refer_form *refer_form_of(int key);

/* Builds the graph and writes the form's view of it. what is the option's value; *nobody as in
 * struct view. Returns the errno of a write that failed, or 0; all else is told in diags. */
int refer_write_view(struct load *load, const struct refer_form *form, enum format format,
		     const char *what, int32_t today, bool *nobody, struct diags *diags);

/* The views, but for drawings, which are in fmt/refer_drawn.h. */
void refer_stats(struct view *view);
void refer_path(struct view *view); /* to the person whom view->what means */
void refer_org(struct view *view);  /* people at view->what, and one step from it */
void refer_ask(struct view *view);
void refer_dupes(struct view *view);

/* What the views share. */

/* The contact or lead whom view->what means (src/person.h), which is their id from then on.
 * GRAPH_NONE, and refer_nobody, if there is none; if there are several, that is told in diags. */
uint32_t refer_find(struct view *view);

/* Says on standard error that nobody was found: "ni-refer: BEFOREview->whatAFTER". */
void refer_nobody(struct view *view, const char *before, const char *after);

/* Where a person stands: their row, or the first referral of a lead. */
void refer_anchor(const struct view *view, uint32_t node, struct stream *out);

/* Writes the columns of a contact that has a row, or of a lead, behind a block. Does not end the
 * row. A stream with leads has their columns by refer_extend. */
void refer_person(const struct view *view, uint32_t node, struct stream *out);

/* Whether the person has a row in the output. A lead whom no contact named belongs to nobody's
 * rows, and has one unless some are chosen. */
bool refer_has_row(const struct view *view, uint32_t node);

/* Gives the rows the columns that the leads among the nodes fill. */
void refer_extend(struct view *view, const uint32_t *nodes, size_t count);

#endif

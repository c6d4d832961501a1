#include <unistd.h>

#include "fmt/refer_drawn.h"
#include "fmt/refer_graph.h"
#include "src/base/tool.h"

static void finish(struct view *view, struct sink *out)
{
	(void)sink_flush(out); /* the sink remembers */
	view->error = out->error;
	sink_release(out);
}

static void tree_view(struct view *view)
{
	struct tree_of of = {view->what ? refer_find(view) : GRAPH_NONE, false};
	struct sink out = SINK_INIT(STDOUT_FILENO);

	if (view->what && of.root == GRAPH_NONE)
		return;
	refer_draw_tree(&out, view->graph, &of);
	finish(view, &out);
}

static void dot_view(struct view *view)
{
	struct sink out = SINK_INIT(STDOUT_FILENO);

	refer_draw_dot(&out, view->graph);
	finish(view, &out);
}

static void mermaid_view(struct view *view)
{
	struct sink out = SINK_INIT(STDOUT_FILENO);

	refer_draw_mermaid(&out, view->graph);
	finish(view, &out);
}

static const struct refer_form forms[] = {
	{OPTION_ALL, "--all", NULL, false, false, false},
	{OPTION_ADD, "--add", NULL, false, false, false},
	{OPTION_STATS, "--stats", refer_stats, false, false, false},
	{OPTION_ORG, "--org", refer_org, false, false, false},
	{OPTION_ASK, "--ask", refer_ask, false, false, false},
	{OPTION_DUPES, "--dupes", refer_dupes, false, false, true},
	{OPTION_DOT, "--dot", dot_view, true, false, false},
	{OPTION_MERMAID, "--mermaid", mermaid_view, true, false, false},
	{OPTION_PATH, "--path", refer_path, true, true, false},
	{OPTION_TREE, "--tree", tree_view, true, true, false},
};

const struct refer_form *refer_form_of(int key)
{
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (forms[i].key == key)
			return &forms[i];
	return NULL;
}

int refer_write_view(struct load *load, const struct refer_form *form, enum format format,
		     const char *what, int32_t today, bool *nobody, struct diags *diags)
{
	struct graph graph;
	struct view view = {load, &graph, format, what, false, 0, diags};

	if (form->people) {
		graph_people(&graph, &load->network, &load->leads);
	} else {
		graph_build(&graph, &load->network, &load->leads);
		graph_find_states(&graph, today);
	}
	form->view(&view);
	graph_release(&graph);
	*nobody = view.nobody;
	return view.error;
}

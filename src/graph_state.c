/* What has become of the people of a graph. */
#include "src/graph.h"
#include "src/standing.h"

static void find_state(struct graph *graph, uint32_t number, int32_t today)
{
	const uint32_t replies =
		EVENT_BIT(EVENT_REPLIED) | EVENT_BIT(EVENT_DECLINED) | EVENT_BIT(EVENT_HELPED);
	struct graph_node *node = &graph->nodes[number];
	struct standing standing;
	struct meeting meeting;

	standing_find(&standing, graph->network, number, today);
	if (standing_meeting(&standing, &meeting)) {
		node->met = meeting.day;
		node->met_file = meeting.note ? meeting.note->file : graph->network->log_file;
		node->met_line = meeting.note ? meeting.note->date_line : meeting.event->line;
	}
	node->replied = node->met != DAY_NONE || standing.live_note != DAY_NONE ||
			standing_last(&standing, replies) >= 0;
	node->asked = node->replied || standing.last[EVENT_ASKED] >= 0;
	node->declined = standing.declined;
	node->word = standing_word(&standing);
	node->state = standing.closed               ? GRAPH_CLOSED
		      : node->met != DAY_NONE       ? GRAPH_MET
		      : standing_unasked(&standing) ? GRAPH_CONTACT
						    : GRAPH_ASKED;
}

void graph_find_states(struct graph *graph, int32_t today)
{
	for (uint32_t i = 0; i < graph->count; i++) {
		graph->nodes[i].met = graph->nodes[i].word = DAY_NONE;
		if (!graph_is_lead(graph, i))
			find_state(graph, i, today);
	}
}

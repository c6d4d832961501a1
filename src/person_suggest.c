/* Whom somebody may have meant. */
#include "src/base/utf8.h"
#include "src/person.h"
#include "src/suggest.h"

enum { FEW_LEAST = 5 /* letters of what may be two edits from a word: of less too many are */ };

/* How far what was said is from somebody, the closest first. */
enum distance { DISTANCE_WHOLE, DISTANCE_WORD, DISTANCE_FEW, DISTANCE_NONE };

struct suggestion {
	struct span said; /* folded */
	enum distance distance;
	struct span id; /* of the first at that distance */
	bool several;   /* others are */
};

static bool is_few(struct span said, struct span known)
{
	return said.n >= FEW_LEAST && known.n > 0 && said.p[0] == known.p[0] &&
	       span_few_edits(said, known);
}

static enum distance distance_of(struct span said, struct span id, struct span name)
{
	struct span words = name, word;
	bool few = is_few(said, id) || is_few(said, name);

	/* No edit at all where an id was wanted, and a name was said. */
	if (span_near(said, id) || span_near(said, name))
		return DISTANCE_WHOLE;
	while (span_cut(&words, ' ', &word)) {
		if (span_is_slip(said, word))
			return DISTANCE_WORD;
		few |= is_few(said, word);
	}
	return few ? DISTANCE_FEW : DISTANCE_NONE;
}

static void consider(struct suggestion *s, struct span id, struct span name)
{
	struct arena scratch = {0};
	enum distance distance =
		distance_of(s->said, utf8_fold(&scratch, id), utf8_fold(&scratch, name));

	arena_release(&scratch);
	s->several |= distance == s->distance;
	if (distance >= s->distance)
		return;
	s->distance = distance;
	s->id = id;
	s->several = false;
}

struct span person_suggest(const struct network *network, const struct leads *leads,
			   struct span said, struct arena *scratch)
{
	struct suggestion s = {.said = utf8_fold(scratch, said), .distance = DISTANCE_NONE};

	if (s.said.n == 0)
		return SPAN_NONE;
	for (uint32_t i = 0; i < network->contact_count; i++)
		if (leads ? !network->contacts[i].left_out : network->contacts[i].listed)
			consider(&s, network_text(network, i, TEXT_ID),
				 network_text(network, i, TEXT_NAME));
	for (size_t i = 0; leads && i < leads->count; i++)
		consider(&s, leads->list[i].id, leads->list[i].name);
	return s.distance == DISTANCE_FEW && s.several ? SPAN_NONE : s.id;
}

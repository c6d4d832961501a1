/* ni-rename --merge: the cells of two rows in one. */
#include "fmt/rename_parts.h"
#include "src/base/utf8.h"

/* What a column gets from both. */
struct merged {
	struct span value, lost; /* lost: of the one that is not the value; empty: nothing */
};

/* Who referred one of the two as it stands there; nobody is referred by themselves. */
static struct span named_referrer(struct renaming *r, const struct span *cells)
{
	int column = r->load->contacts->columns.at[TEXT_REFERRED_BY];
	struct span id = column < 0 ? SPAN_NONE : utf8_nfc(&r->arena, cells[column]);

	return span_eq(id, r->old) || span_eq(id, r->new) ? SPAN_NONE : id;
}

/* Whether a referrer was referred, perhaps through others, by one of the two who are to be one. */
static bool leads_back(const struct renaming *r, struct span id)
{
	const struct network *network = &r->load->network;
	uint32_t at = network_find(network, id);

	for (size_t i = 0; i < network->contact_count && at != CONTACT_NONE; i++) {
		if (at == r->from || at == r->to)
			return true;
		at = network->contacts[at].referred_by; /* there may be another circle */
	}
	return false;
}

/* The same, if they can stay. */
static struct span referrer(struct renaming *r, const struct span *cells)
{
	struct span id = named_referrer(r, cells);

	return id.n > 0 && leads_back(r, id) ? SPAN_NONE : id;
}

static struct merged merge_plain(struct span stays, struct span goes)
{
	if (stays.n == 0)
		return (struct merged){goes, SPAN_NONE};
	return (struct merged){stays, span_eq(stays, goes) ? SPAN_NONE : goes};
}

/* Leave to use a name is leave to use that referrer's. */
static struct merged merge_leave(struct renaming *r, const struct span *stays,
				 const struct span *goes, int column)
{
	struct span by = referrer(r, stays), other = referrer(r, goes);

	if (by.n == 0 && other.n > 0)
		return (struct merged){goes[column], span_eq(stays[column], goes[column])
							     ? SPAN_NONE
							     : stays[column]};
	if (by.n > 0 && !span_eq(by, other))
		return (struct merged){stays[column], goes[column]};
	return merge_plain(stays[column], goes[column]);
}

/* The day somebody was first there. */
static struct merged merge_added(struct span stays, struct span goes)
{
	bool earlier = goes.n > 0 && (stays.n == 0 || span_cmp(goes, stays) < 0);

	return (struct merged){earlier ? goes : stays, SPAN_NONE};
}

static bool has_item(struct span list, struct span item)
{
	struct span one;

	while (span_cut(&list, ';', &one))
		if (span_eq_nocase(span_trim(one), item))
			return true;
	return false;
}

/* Those of the one, then those that only the other has. */
static struct merged merge_list(struct renaming *r, struct span stays, struct span goes)
{
	struct buf list = BUF_INIT;
	struct span item, all;

	buf_add_span(&list, stays);
	while (span_cut(&goes, ';', &item)) {
		item = span_trim(item);
		if (item.n == 0 || has_item(buf_span(&list), item))
			continue;
		if (list.n > 0)
			buf_add_char(&list, ';');
		buf_add_span(&list, item);
	}
	all = arena_copy(&r->arena, buf_span(&list));
	buf_release(&list);
	return (struct merged){all, SPAN_NONE};
}

/* "contacts.csv:12: org: 'Acme' is lost, 'Acme Ltd' stays" */
static void tell_lost(struct renaming *r, size_t k, uint32_t contact, const struct merged *merged)
{
	const struct load *l = r->load;
	struct buf *lost = &r->lost;

	utf8_escape(lost, l->contacts_path);
	buf_add_format(lost, ":%u: ", l->network.contacts[contact].line);
	utf8_escape(lost, l->contacts->columns.header.names[k]);
	buf_add_str(lost, ": '");
	utf8_escape(lost, merged->lost);
	buf_add_str(lost, "' is lost, ");
	if (merged->value.n > 0) {
		buf_add_char(lost, '\'');
		utf8_escape(lost, merged->value);
		buf_add_str(lost, "' stays\n");
	} else {
		buf_add_str(lost, "the cell is empty\n");
	}
}

/* A referrer who would close a circle is left out. */
static struct merged merge_referrers(struct renaming *r, const struct span *stays,
				     const struct span *goes)
{
	struct span a = named_referrer(r, stays), b = named_referrer(r, goes);
	struct span kept = referrer(r, stays), other = referrer(r, goes);
	struct merged merged = merge_plain(kept, other);

	if (kept.n < a.n)
		tell_lost(r, (size_t)r->load->contacts->columns.at[TEXT_REFERRED_BY], r->to,
			  &(struct merged){merged.value, a});
	if (other.n < b.n)
		merged.lost = b;
	return merged;
}

static struct merged merge_cell(struct renaming *r, int k, const struct span *stays,
				const struct span *goes)
{
	const int *at = r->load->contacts->columns.at;

	if (k == at[TEXT_REFERRED_BY])
		return merge_referrers(r, stays, goes);
	if (k == at[COLUMN_MAY_USE_NAME])
		return merge_leave(r, stays, goes, k);
	if (k == at[COLUMN_ADDED])
		return merge_added(stays[k], goes[k]);
	if (k == at[TEXT_EMAIL] || k == at[TEXT_PHONE] || k == at[COLUMN_URL] ||
	    k == at[COLUMN_TAGS])
		return merge_list(r, stays[k], goes[k]);
	return merge_plain(stays[k], goes[k]);
}

struct span rename_merged(struct renaming *r, size_t k, const struct span *stays,
			  const struct span *goes)
{
	struct merged merged = merge_cell(r, (int)k, stays, goes);

	if (merged.lost.n > 0)
		tell_lost(r, k, r->from, &merged);
	return merged.value;
}

/* People who share an email, a phone number or a name. */
#include <stdlib.h>

#include "src/base/ascii.h"
#include "src/base/mem.h"
#include "src/twins_parts.h"

#define PHONE_LEAST 7
#define PHONE_DIGITS 9 /* the last: what is before them are codes of countries, or a zero */

/* Values of one kind, and who has them. */
struct values {
	const struct twin_task *task;
	enum twin_reason reason;
	struct span *list;
	uint32_t *owners;
	size_t count, cap, owner_cap;
	struct twin_keys keys;
	struct arena arena;
};

static struct span lower(struct arena *arena, struct span s)
{
	char *copy = arena_alloc(arena, s.n);

	for (size_t i = 0; i < s.n; i++)
		copy[i] = ascii_lower(s.p[i]);
	return span_of(copy, s.n);
}

/* The number without what is behind an x: its extension. */
static struct span without_extension(struct span text)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (digits >= PHONE_LEAST && (text.p[i] == 'x' || text.p[i] == 'X'))
			return span_of(text.p, i);
		digits += ascii_is_digit(text.p[i]);
	}
	return text;
}

/* The digits that count, of a number that has enough; else nothing. */
static struct span phone(struct arena *arena, struct span text)
{
	struct span number = without_extension(text);
	char digits[PHONE_DIGITS];
	size_t count = 0;

	for (size_t i = number.n; i > 0 && count < PHONE_DIGITS; i--)
		if (ascii_is_digit(number.p[i - 1]))
			digits[PHONE_DIGITS - ++count] = number.p[i - 1];
	if (count < PHONE_LEAST)
		return SPAN_NONE;
	return arena_copy(arena, span_of(digits + PHONE_DIGITS - count, count));
}

static void add(struct values *values, struct span value, uint32_t owner)
{
	size_t need = values->count + 1;

	if (value.n == 0)
		return;
	values->list = mem_grow(values->list, &values->cap, need, sizeof(*values->list));
	values->owners =
		mem_grow(values->owners, &values->owner_cap, need, sizeof(*values->owners));
	values->list[values->count] = value;
	values->owners[values->count++] = owner;
}

static void add_emails(struct values *values, uint32_t owner)
{
	struct span rest = twins_text(values->task->twins, owner, TEXT_EMAIL), one;

	while (span_cut(&rest, ';', &one))
		add(values, lower(&values->arena, span_trim(one)), owner);
}

static void add_phones(struct values *values, uint32_t owner)
{
	struct span rest = twins_text(values->task->twins, owner, TEXT_PHONE), one;

	while (span_cut(&rest, ';', &one))
		add(values, phone(&values->arena, one), owner);
}

static void add_name(struct values *values, uint32_t owner)
{
	add(values, values->task->twins->names[owner], owner);
}

static void visit(void *context, uint32_t first, uint32_t second)
{
	struct values *values = context;

	if (span_eq(values->list[first], values->list[second]))
		twins_add(values->task, values->owners[second], values->owners[first],
			  values->reason);
}

void twins_share(const struct twin_task *task, enum twin_reason reason)
{
	void (*const ways[])(struct values * values, uint32_t owner) = {
		[TWIN_EMAIL] = add_emails,
		[TWIN_PHONE] = add_phones,
		[TWIN_NAME] = add_name,
	};
	struct values values = {.task = task, .reason = reason};

	for (uint32_t i = 0; i < task->twins->people; i++)
		ways[reason](&values, i);
	twin_keys_start(&values.keys, values.count);
	for (uint32_t i = 0; i < values.count; i++)
		twin_keys_add(&values.keys, hash_bytes(values.list[i], 0), i);
	twin_keys_pair(&values.keys, values.owners, visit, &values);
	twin_keys_release(&values.keys);
	free(values.list);
	free(values.owners);
	arena_release(&values.arena);
}

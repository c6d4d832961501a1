/* log.csv, of two contacts: what of it becomes an event, and the order into which they are brought.
 */
#include <unistd.h>

#include "fmt/log.h"
#include "tests/fuzz/fuzz.h"

static void put(struct network *network, struct span id)
{
	struct contact_values values = {.text = {[TEXT_ID] = id, [TEXT_NAME] = id}};

	REQUIRE(network_put(network, &values, 0, 1) == network->contact_count - 1);
}

static void check_event(const struct network *network, const struct event *event, struct span text)
{
	REQUIRE(event->kind < EVENT_KINDS);
	REQUIRE(event->contact < network->contact_count);
	REQUIRE(event->line > 1 && event->line <= count_lines(text));
	REQUIRE(event->day >= DAY_MIN && event->day <= DAY_MAX);
	REQUIRE(event->kind != EVENT_DEFERRED || event->until != DAY_NONE);
	REQUIRE(event->until == DAY_NONE || (event->until >= DAY_MIN && event->until <= DAY_MAX));
	REQUIRE(event->note_length == 0 || event->kind == EVENT_REPLIED);
	REQUIRE(event->note_length <= text.n);
}

/* Each contact's events are theirs and in order, and no two of a day are equal. */
static void check_order(const struct network *network)
{
	for (uint32_t c = 0; c < network->contact_count; c++) {
		const struct contact *contact = &network->contacts[c];

		for (uint32_t i = 0; i < contact->event_count; i++) {
			const struct event *event = contact_event(network, contact, i), *before;

			REQUIRE(event->contact == c);
			if (i == 0)
				continue;
			before = contact_event(network, contact, i - 1);
			REQUIRE(before->day < event->day ||
				(before->day == event->day && before->line < event->line &&
				 before->cells != event->cells));
		}
	}
}

static FILE *file_of(struct span text)
{
	FILE *file = tmpfile();

	REQUIRE(file != NULL);
	REQUIRE(text.n == 0 || fwrite(text.p, 1, text.n, file) == text.n);
	REQUIRE(fflush(file) == 0 && lseek(fileno(file), 0, SEEK_SET) == 0);
	return file;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = {(const char *)data, size};
	FILE *file = file_of(text);
	struct network network;
	struct diags diags = {0};
	size_t events = 0;
	int result;

	network_init(&network, 0);
	put(&network, SPAN("a"));
	put(&network, SPAN("\xC3\xA9"));
	result = log_read(fileno(file), SPAN("l"), EVENT_BIT(EVENT_REPLIED), &network, &diags);
	REQUIRE(result == 0 || diags.errors > 0);
	if (text.n > 0)
		require_places(&diags, text, 1);
	for (size_t i = 0; i < network.event_count; i++)
		check_event(&network, &network.events[i], text);
	network_join(&network, &diags);
	check_order(&network);
	for (size_t c = 0; c < network.contact_count; c++)
		events += network.contacts[c].event_count;
	REQUIRE(events <= network.event_count);
	REQUIRE(events > 0 || network.event_count == 0);
	REQUIRE(fclose(file) == 0);
	network_release(&network);
	diags_release(&diags);
	return 0;
}

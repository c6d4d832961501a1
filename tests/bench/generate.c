/*
 * generate DIR CONTACTS EVENTS NOTES: writes contacts.csv, log.csv and
 * notes/YYYY-MM/N.md, a network as people keep them, the same on every run. The
 * folder has to be there.
 *
 * Each person's name is a first name of some script and a surname that spells the
 * person's number, so that names are unlike and ids can be told from numbers.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "src/base/date.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))
#define PICK(g, a) ((a)[below((g), COUNT(a))])

enum { DAYS = 3 * 365, AHEAD = 25, NAME = 160 };

struct generator {
	uint64_t state;
	FILE *out;
	const char *path;
	uint32_t contacts;
	int32_t today;
};

struct name {
	char text[NAME], id[NAME];
};

static const char *const firsts[][2] = {
	{"Rosa", "rosa"},   {"Sam", "sam"},           {"Jane", "jane"},         {"David", "david"},
	{"Maria", "maria"}, {"John", "john"},         {"Aisha", "aisha"},       {"Peter", "peter"},
	{"Zoë", "zoe"},     {"José", "jose"},         {"Mary Ann", "mary-ann"}, {"Linh", "linh"},
	{"Søren", "søren"}, {"François", "francois"}, {"Tom", "tom"},           {"Karen", "karen"},
	{"Olga", "olga"},   {"Ольга", "ольга"},       {"김민수", "김민수"},     {"अनिता", "अनिता"},
	{"Priya", "priya"}, {"Michael", "michael"},   {"Fatima", "fatima"},     {"Ben", "ben"},
	{"Grace", "grace"}, {"Ivan", "ivan"},         {"Chloe", "chloe"},       {"Ahmed", "ahmed"},
	{"Laura", "laura"}, {"Νίκος", "νικος"},       {"Emma", "emma"},         {"Luca", "luca"},
};
static const char *const syllables[] = {"ba", "co", "di", "fe", "gu", "ha", "jo", "ki",
					"le", "mu", "na", "po", "ri", "se", "tu", "va"};
static const char *const orgs[] = {"Acme Health",         "\"Baker, Lind & Co\"",
				   "City of Tacoma",      "Northwind",
				   "University of Otago", "Legal Aid Society",
				   "Umeå kommun",         "\"Harbor Foods, Inc.\"",
				   "Blue Ridge Museum",   "Ministry of Transport",
				   "Kestrel Analytics",   "St Mary's Hospital",
				   "Open Data Trust",     "Lumen Energy",
				   "株式会社みなと",      "Fjord Shipping AS"};
static const char *const titles[] = {
	"Analyst",        "\"Director, Programs\"", "Nurse practitioner",
	"Staff engineer", "Policy adviser",         "Teacher",
	"Counsel",        "Data scientist",         "Editor",
	"Archivist",      "Project manager"};
static const char *const fields[] = {"data science", "law",    "public health",      "museums",
				     "teaching",     "energy", "transport planning", "journalism"};
static const char *const sectors[] = {"government", "private", "nonprofit", "education"};
static const char *const circles[] = {"professional", "community", "personal", "new"};
static const char *const sources[] = {"direct", "event", "alumni", "online"};
static const char *const cadences[] = {"6m", "1y", "2m", "none", "6w"};
static const char *const tags[] = {"alum", "analytics;alum", "mentor", "conference", "chess;choir"};
static const char *const remarks[] = {"\"met at the fair, spring\"", "writes slowly",
				      "\"prefers phone, not mail\"", "knows Ana",
				      "café on Tuesdays"};
static const char *const vias[] = {"email", "email", "phone", "in-person", "linkedin", "post"};
static const char *const modes[] = {"video", "phone", "in-person", "writing"};
static const char *const events[] = {
	"asked",     "asked",     "asked",     "asked",     "asked",     "asked",
	"asked",     "replied",   "replied",   "replied",   "replied",   "met",
	"met",       "helped",    "thanked",   "thanked",   "thanked",   "reported",
	"contacted", "contacted", "contacted", "contacted", "contacted", "contacted",
	"declined",  "closed",    "closed",    "reopened",  "deferred"};
static const char *const happened[] = {"wrote about the spring fair",
				       "coffee near the station",
				       "\"sent slides, and a thank-you\"",
				       "asked for twenty minutes",
				       "news of the course",
				       "answered within the day",
				       "left a message",
				       "introduced me to a colleague"};
static const char *const questions[] = {
	"How did you get into this work?",         "What does a typical week look like?",
	"What surprised you in the first year?",   "Which skills matter most, and which can wait?",
	"How do people here learn of openings?",   "What would you do differently?",
	"Where is the field going in five years?", "Who else should I talk to?"};
static const char *const sentences[] = {
	"Most of the week goes into talking with people who hold the data. ",
	"She moved over from *teaching* after six years and never looked back. ",
	"The first year was mostly paperwork, he said, and then it opened up. ",
	"Small teams of four or five; the budget decides what gets done. ",
	"A certificate helps less than one finished project you can show. ",
	"They hire twice a year, in March and in September (see `jobs` page). ",
	"Pay is about a tenth below the market, the hours are humane. "};
static const char *const chores[] = {"read the report on rural clinics", "send her my portfolio",
				     "write to the alumni office", "sign up for the SQL course"};

static uint64_t draw(struct generator *g)
{
	uint64_t z = g->state += 0x9e3779b97f4a7c15U;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
	return z ^ (z >> 31);
}

static uint32_t below(struct generator *g, size_t n)
{
	return (uint32_t)(draw(g) % n);
}

static int percent(struct generator *g, uint32_t share)
{
	return below(g, 100) < share;
}

static _Noreturn void stop(const char *path)
{
	(void)fprintf(stderr, "generate: %s: %s\n", path, strerror(errno));
	exit(2);
}

__attribute__((format(printf, 2, 3))) static void put(struct generator *g, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (vfprintf(g->out, format, args) < 0)
		stop(g->path);
	va_end(args);
}

static void create(struct generator *g, const char *path)
{
	g->path = path;
	g->out = fopen(path, "w");
	if (!g->out)
		stop(path);
}

static void finish(struct generator *g)
{
	if (fclose(g->out) != 0)
		stop(g->path);
}

static const char *day(int32_t number, char out[11])
{
	date_write(out, number);
	out[10] = '\0';
	return out;
}

static struct name person(uint32_t number)
{
	const char *const *first = firsts[(number * 2654435761U >> 7) % COUNT(firsts)];
	struct name n;
	char surname[24] = "";
	size_t at = 0;

	for (uint32_t rest = number + 4096; rest > 0; rest /= 16, at += 2)
		memcpy(surname + at, syllables[rest % 16], 3);
	(void)snprintf(n.id, sizeof(n.id), "%s-%s", first[1], surname);
	surname[0] = (char)(surname[0] - 'a' + 'A');
	(void)snprintf(n.text, sizeof(n.text), "%s %s", first[0], surname);
	return n;
}

/* ---- The two tables */

static void contact(struct generator *g, uint32_t number)
{
	struct name n = person(number), by = person(below(g, g->contacts));
	int referred = percent(g, 30);
	char added[11];

	put(g, "%s,%s,%s,%s,", percent(g, 90) ? n.id : "", n.text, PICK(g, orgs),
	    percent(g, 50) ? PICK(g, titles) : "");
	put(g, "%s,%s,%s,%s,", PICK(g, fields), PICK(g, sectors), PICK(g, circles),
	    referred ? "referral" : PICK(g, sources));
	put(g, "%s,%s,", referred ? by.id : "",
	    !referred || percent(g, 25) ? ""
	    : percent(g, 80)            ? "yes"
					: "no");
	if (percent(g, 60))
		put(g, "p%" PRIu32 "@%s.example", number, PICK(g, syllables));
	put(g, ",");
	if (percent(g, 40))
		put(g, "+1 206 555 %04" PRIu32, below(g, 10000));
	put(g, ",");
	if (percent(g, 10))
		put(g, "https://%s.example/~p%" PRIu32, PICK(g, syllables), number);
	put(g, ",%s,%s,%s,%s\n", day(g->today - (int32_t)below(g, DAYS), added),
	    percent(g, 15) ? PICK(g, cadences) : "", percent(g, 30) ? PICK(g, tags) : "",
	    percent(g, 20) ? PICK(g, remarks) : "");
}

static uint32_t common_divisor(uint32_t a, uint32_t b)
{
	while (b != 0) {
		uint32_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static void contacts(struct generator *g)
{
	uint32_t step = 7919;

	while (common_divisor(step, g->contacts) != 1)
		step++;
	create(g, "contacts.csv");
	put(g,
	    "id,name,org,title,field,sector,circle,source,referred_by,may_use_name,email,phone,url,"
	    "added,cadence,tags,note\n");
	/* Each number once, in no order. */
	for (uint64_t i = 0; i < g->contacts; i++)
		contact(g, (uint32_t)(i * step % g->contacts));
	finish(g);
}

static void log_lines(struct generator *g, uint32_t count)
{
	char date[11], until[11];

	create(g, "log.csv");
	put(g, "date,contact,event,via,until,note\n");
	for (uint64_t i = 0; i < count; i++) {
		int32_t when = g->today - DAYS + 1 + (int32_t)(i * DAYS / count);
		const char *event = PICK(g, events);
		int deferred = strcmp(event, "deferred") == 0;

		put(g, "%s,%s,%s,%s,%s,%s\n", day(when, date), person(below(g, g->contacts)).id,
		    event, deferred || percent(g, 10) ? "" : PICK(g, vias),
		    deferred ? day(when + 30 + (int32_t)below(g, 150), until) : "",
		    percent(g, 60) ? PICK(g, happened) : "");
	}
	finish(g);
}

/* ---- The notes */

static void referral(struct generator *g)
{
	/* A few are contacts already, the others are named for the first or second time. */
	uint32_t number =
		percent(g, 25) ? below(g, g->contacts) : g->contacts + below(g, g->contacts * 2);
	struct name n = person(number);

	put(g, "  - name: %s\n", n.text);
	if (percent(g, 60))
		put(g, "    org: %s\n", PICK(g, orgs));
	if (percent(g, 30))
		put(g, "    email: p%" PRIu32 "@mail.example\n", number);
	if (percent(g, 10))
		put(g, "    id: %s\n", n.id);
	if (percent(g, 50))
		put(g, "    may_use_name: yes\n");
	else if (percent(g, 10))
		put(g, "    skip: yes\n");
}

static void front_matter(struct generator *g, int32_t when)
{
	int held = when < g->today;
	char date[11], thanked[11];

	put(g, "---\ncontact: %s\n", person(below(g, g->contacts)).id);
	put(g, "date: %s\ntime: %02" PRIu32 ":30 CET\nmode: %s\n", day(when, date),
	    8 + below(g, 10), PICK(g, modes));
	put(g, "minutes: %" PRIu32 "\nplace: https://meet.example/rooms/%08" PRIx64 "\n",
	    15 + below(g, 4) * 5, draw(g) >> 32);
	put(g, "field: %s\nsector: %s\n", PICK(g, fields), PICK(g, sectors));
	if (held && percent(g, 97)) {
		put(g, "outcome: %s\n", percent(g, 92) ? "met" : "cancelled");
		put(g, "rating: %" PRIu32 "\n", 1 + below(g, 5));
		put(g, "thanked: %s\n", percent(g, 93) ? day(when + 1, thanked) : "no");
	} else {
		put(g,
		    "outcome:             # met, cancelled, no-show, moved\nrating:\nthanked:\n");
	}
	if (held && percent(g, 54)) {
		put(g, "referrals:\n");
		for (uint32_t n = 1 + below(g, 3); n > 0; n--)
			referral(g);
	}
	put(g, "tags: [%s, analytics, spring]\n", PICK(g, syllables));
	put(g, "summary: \"%s\"   # my own key\n", PICK(g, questions));
	put(g, "---\n");
}

static void prose(struct generator *g, uint32_t count)
{
	while (count-- > 0)
		put(g, "%s", PICK(g, sentences));
	put(g, "\n\n");
}

static void tasks(struct generator *g, int32_t when)
{
	char date[11];

	put(g, "- [ ] %s due:%s\n- [x] %s", PICK(g, chores),
	    day(when + 20 + (int32_t)below(g, 30), date), PICK(g, chores));
	if (percent(g, 60))
		put(g, " done:%s", day(when + 5, date));
	put(g, "\n");
	if (percent(g, 50))
		put(g, "- [x] %s\n", PICK(g, chores));
	put(g, "\n");
}

static void body(struct generator *g, int32_t when)
{
	put(g, "\n# A talk about %s\n\n## Research\n\n", PICK(g, fields));
	prose(g, 1 + below(g, 2));
	put(g, "## Questions\n\n");
	for (uint32_t n = 2 + below(g, 2); n > 0; n--) {
		put(g, "### %s\n\n", PICK(g, questions));
		prose(g, 1 + below(g, 2));
	}
	put(g, "- %s\n- %s\n\n  ", PICK(g, questions), PICK(g, questions));
	prose(g, 1);
	put(g, "## Advice\n\n");
	if (percent(g, 33))
		tasks(g, when);
	prose(g, 3);
	put(g, "## Insights\n\n");
	prose(g, 1);
	if (percent(g, 20)) {
		put(g, "## Private\n\n> ");
		prose(g, 1);
	}
}

static void notes(struct generator *g, uint32_t count)
{
	char path[64], month[8] = "", date[11];

	if (mkdir("notes", 0777) != 0)
		stop("notes");
	for (uint64_t i = 0; i < count; i++) {
		int32_t when = g->today - DAYS + AHEAD + (int32_t)(i * DAYS / count);

		memcpy(month, day(when, date), 7);
		(void)snprintf(path, sizeof(path), "notes/%s", month);
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			stop(path);
		(void)snprintf(path, sizeof(path), "notes/%s/%s-%07" PRIu64 ".md", month, date, i);
		create(g, path);
		front_matter(g, when);
		body(g, when);
		finish(g);
	}
}

int main(int argc, char **argv)
{
	struct generator g = {.state = 2026};

	if (argc != 5 || date_parse(SPAN("2026-11-21"), &g.today) != 0) {
		(void)fputs("usage: generate DIR CONTACTS EVENTS NOTES\n", stderr);
		return 2;
	}
	if (chdir(argv[1]) != 0)
		stop(argv[1]);
	g.contacts = (uint32_t)strtoul(argv[2], NULL, 10);
	if (g.contacts == 0 || g.contacts > 10000000) {
		(void)fputs("generate: 1 to 10 million contacts\n", stderr);
		return 2;
	}
	contacts(&g);
	log_lines(&g, (uint32_t)strtoul(argv[3], NULL, 10));
	notes(&g, (uint32_t)strtoul(argv[4], NULL, 10));
	return 0;
}

/* ni.yaml: whatever it says, the settings stay within their ranges. */
#include "fmt/settings.h"
#include "tests/fuzz/fuzz.h"

static void check_duration(struct duration duration, bool may_be_none)
{
	REQUIRE(duration.unit == 'd' || duration.unit == 'w' || duration.unit == 'm' ||
		duration.unit == 'y' || (may_be_none && duration.unit == '-'));
	REQUIRE(duration.count <= 9999);
}

static void check(const struct settings *settings)
{
	for (const struct setting *setting = setting_table; setting->name != NULL; setting++) {
		const char *at = (const char *)settings + setting->offset;
		struct duration duration;
		uint32_t number[2] = {0, 0};

		if (setting->kind == SETTING_DURATION ||
		    setting->kind == SETTING_DURATION_OR_NONE) {
			memcpy(&duration, at, sizeof(duration));
			check_duration(duration, setting->kind == SETTING_DURATION_OR_NONE);
			continue;
		}
		memcpy(number, at,
		       setting->kind == SETTING_RANGE ? sizeof(number) : sizeof(*number));
		REQUIRE(number[0] >= 1 && number[0] <= 1000);
		REQUIRE(setting->kind != SETTING_RANGE ||
			(number[1] >= number[0] && number[1] <= 1000));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct span text = {(const char *)data, size};
	struct arena arena = {0};
	struct diags diags = {0};
	struct settings settings;

	settings_init(&settings);
	int result = settings_read(text, SPAN("ni.yaml"), &settings, &arena, &diags);
	REQUIRE((result == 0) == (diags.errors == 0));
	require_places(&diags, text, 1);
	check(&settings);
	REQUIRE(!holds(settings.me_name, '\0') && !holds(settings.me_name, '\r'));
	diags_release(&diags);
	arena_release(&arena);
	return 0;
}

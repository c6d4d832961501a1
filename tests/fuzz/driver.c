/*
 * A main for a fuzz target that is built without libFuzzer: gives the target each file that is
 * named. Under a sanitizer it replays a corpus; under a debugger, one finding.
 */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void fail(const char *path)
{
	(void)fprintf(stderr, "driver: %s: %s\n", path, strerror(errno));
	exit(2);
}

/* The file's bytes in a block of exactly their size, so that a read past the end is found. */
static uint8_t *read_all(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	uint8_t *data = NULL;
	size_t room = 0;
	size_t used = 0;

	if (file == NULL)
		fail(path);
	do {
		room += 65536;
		data = realloc(data, room);
		if (data == NULL)
			fail(path);
		used += fread(data + used, 1, room - used, file);
	} while (used == room);
	if (ferror(file) || fclose(file) != 0)
		fail(path);
	*size = used;
	if (used == 0) {
		free(data);
		return NULL;
	}
	data = realloc(data, used);
	if (data == NULL)
		fail(path);
	return data;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		size_t size;
		uint8_t *data = read_all(argv[i], &size);

		/* Named first: when the target dies, the last line says on what. */
		(void)fprintf(stderr, "%s: %zu bytes\n", argv[i], size);
		(void)LLVMFuzzerTestOneInput(data, size);
		free(data);
	}
	return 0;
}

/* The question bank that comes with ni, share/questions.md. */
#include "fmt/bank.h"

static const unsigned char text[] = {
#include "questions.inc"
};

struct span bank_standard(void)
{
	return span_of((const char *)text, sizeof(text));
}

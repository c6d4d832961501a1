# ni. Needs GNU make: on a BSD say gmake where this file and the README say make.
#
#   make                build bin/ni-* beside their sources
#   make deps           look for what is missing, install it on Debian, else say how (DEPS=no: only say)
#   make deps-extra     the same for the programs that lint and some tests use
#   make demo           deps, build, the filters on share/example
#   make check          deps, build, all tests (TESTS='tests/ni-due.t …': only these)
#   make sanitize       the tests on programs built with ASan and UBSan
#   make race           tests that divide work among threads, on programs built with ThreadSanitizer
#   make valgrind       the tests on programs under valgrind
#   make lint           gcc, clang, clang-tidy, cppcheck, shellcheck, mandoc
#   make fuzz           each target of tests/fuzz for FUZZ_SECONDS (FUZZ='csv …': only these)
#   make bench          times and memory beside bare passes of the libraries
#   make install        to $(DESTDIR)$(PREFIX); uninstall takes it away again
#   make format         clang-format on all C sources
#   make clean
#
# A program is found by its source bin/ni-NAME.c, a unit test by tests/unit/NAME.c, a fuzz target by
# tests/fuzz/NAME.c: a new one needs no line here.

VERSION = 0.1.0

PREFIX = /usr/local
DESTDIR =
BINDIR = $(PREFIX)/bin
DATADIR = $(PREFIX)/share/ni
DOCDIR = $(PREFIX)/share/doc/ni
MANDIR = $(PREFIX)/share/man

CFLAGS ?= -O2 -g
CLANG = clang
GCC = gcc
PKG_CONFIG ?= pkg-config
JOBS := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
FUZZ_SECONDS = 30
PROVE_FLAGS = -j2

# ---- Variants: one tree of objects each, so that none disturbs the others

VARIANT = default
BUILD = build/$(VARIANT)
BIN = $(if $(filter default,$(VARIANT)),bin,$(BUILD)/bin)

NI_WARN = -Wall -Wextra -Wpedantic -Wconversion -Wshadow
LINT_WARN = -Werror -Wformat=2 -Wmissing-prototypes -Wold-style-definition -Wstrict-prototypes -Wvla
SANITIZERS = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

ifeq ($(VARIANT),sanitize)
# A trap, which ASan reports with its place: gcc's UBSan cannot write its report to a file, and a test
# may not look at standard error.
VARIANT_FLAGS = $(SANITIZERS) -fsanitize-undefined-trap-on-error
else ifeq ($(VARIANT),race)
VARIANT_FLAGS = -fsanitize=thread
else ifeq ($(VARIANT),fuzz)
override CC = $(CLANG)
VARIANT_FLAGS = $(SANITIZERS) -fsanitize=fuzzer-no-link
FUZZ_ENGINE = -fsanitize=fuzzer
else ifeq ($(VARIANT),lint-gcc)
override CC = $(GCC)
VARIANT_FLAGS = $(LINT_WARN)
else ifeq ($(VARIANT),lint-clang)
override CC = $(CLANG)
VARIANT_FLAGS = $(LINT_WARN)
else ifneq ($(VARIANT),default)
$(error VARIANT is one of: default, sanitize, race, fuzz, lint-gcc, lint-clang)
endif

# libcsv has no pkg-config file.
PKGS = yaml-0.1 libcmark libutf8proc
PKG_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell $(PKG_CONFIG) --libs $(PKGS) 2>/dev/null)
LIBS = -pthread -lcsv $(or $(strip $(PKG_LIBS)),-lyaml -lcmark -lutf8proc)

NI_CPPFLAGS = -pthread -I. -I$(BUILD) -D_POSIX_C_SOURCE=200809L -DNI_VERSION='"$(VERSION)"'
COMPILE = $(CC) -std=c17 $(NI_CPPFLAGS) $(PKG_CFLAGS) $(CPPFLAGS) $(NI_WARN) $(CFLAGS) $(VARIANT_FLAGS)
LINK = $(CC) $(CFLAGS) $(VARIANT_FLAGS) $(LDFLAGS)

# ---- What there is

LIB_SRC = $(sort $(wildcard fmt/*.c src/*.c src/base/*.c))
BIN_SRC = $(sort $(wildcard bin/ni-*.c))
UNIT_SRC = $(sort $(wildcard tests/unit/*.c))
FUZZ_SRC = $(filter-out tests/fuzz/driver.c,$(sort $(wildcard tests/fuzz/*.c)))
BENCH_SRC = $(sort $(wildcard tests/bench/*.c))
FAULT_SRC = $(sort $(wildcard tests/fault/*.c))
ALL_SRC = $(LIB_SRC) $(BIN_SRC) $(UNIT_SRC) $(FUZZ_SRC) $(BENCH_SRC) $(FAULT_SRC) tests/fuzz/driver.c

LIB = $(BUILD)/libni.a
LIB_OBJ = $(LIB_SRC:%.c=$(BUILD)/%.o)
PROGRAMS = $(BIN_SRC:bin/%.c=$(BIN)/%)
UNIT = $(UNIT_SRC:%.c=$(BUILD)/%)
FUZZERS = $(FUZZ_SRC:%.c=$(BUILD)/%)
BENCH = $(BENCH_SRC:%.c=$(BUILD)/%)
FAULT = $(FAULT_SRC:%.c=$(BUILD)/%.so)
ALL_OBJ = $(ALL_SRC:%.c=$(BUILD)/%.o)
SCRIPTS = $(sort $(wildcard tests/*.sh) $(shell grep -lE '^\#! ?/(usr/)?bin/(env )?(ba)?sh' \
	.ci/* share/* tests/* tests/*/* 2>/dev/null))

TESTS = $(sort $(wildcard tests/*.t)) $(UNIT)

# Inside a recipe: as many jobs as there are processors, unless the caller said how many.
SUBMAKE = $(MAKE) --no-print-directory $(if $(findstring -j,$(MAKEFLAGS)),,-j$(JOBS))

.SUFFIXES:
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: FORCE all unit fuzzers benches everything deps deps-extra demo check sanitize valgrind lint \
	lint-gcc lint-clang lint-tidy lint-cppcheck lint-shell lint-man fuzz bench install uninstall \
	format clean

all: $(PROGRAMS)
unit: $(UNIT) $(FAULT)
fuzzers: $(FUZZERS)
benches: $(BENCH)
everything: $(ALL_OBJ) $(PROGRAMS) $(UNIT) $(FUZZERS) $(BENCH) $(FAULT)

# ---- Building

# One short line a command; V=1 shows the commands themselves.
V =
say = $(if $(V),,@printf '  %s %s\n' $(1) $(2); )

# Rewritten only when it differs, so that other flags, another compiler or a source that went away
# rebuild what they must and nothing is rebuilt otherwise.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(COMPILE) : $(LINK) $(LIBS))' >$@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

$(BUILD)/members: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(LIB_OBJ)' >$@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# The question bank is part of the programs, so that it is found wherever they are put.
BANK = $(BUILD)/questions.inc
$(BANK): share/questions.md
	@mkdir -p $(@D)
	@od -An -v -tu1 $< | sed 's/  */,/g; s/^,//; s/$$/,/' >$@

$(BUILD)/fmt/bank_text.o: $(BANK)

$(ALL_OBJ): $(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$@)$(COMPILE) -MMD -MP -c -o $@ $<

$(LIB): $(LIB_OBJ) $(BUILD)/members
	@rm -f $@
	$(call say,AR,$@)$(AR) rcs $@ $(LIB_OBJ)

$(PROGRAMS): $(BIN)/%: $(BUILD)/bin/%.o $(LIB)
	@mkdir -p $(@D)
	$(call say,LD,$@)$(LINK) -o $@ $< $(LIB) $(LIBS)

$(UNIT): %: %.o $(LIB)
	$(call say,LD,$@)$(LINK) -o $@ $< $(LIB) -lcmocka $(LIBS)

# Under libFuzzer its own main, else the one in driver.c, which replays files.
FUZZ_DRIVER = $(if $(FUZZ_ENGINE),,$(BUILD)/tests/fuzz/driver.o)
$(FUZZERS): %: %.o $(FUZZ_DRIVER) $(LIB)
	$(call say,LD,$@)$(LINK) $(FUZZ_ENGINE) -o $@ $< $(FUZZ_DRIVER) $(LIB) $(LIBS)

$(BENCH): %: %.o $(LIB)
	$(call say,LD,$@)$(LINK) -o $@ $< $(LIB) $(LIBS)

# Loaded before a program's libraries, so never with a sanitizer of its own.
$(FAULT): $(BUILD)/%.so: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,LD,$@)$(CC) -std=c17 $(CPPFLAGS) $(NI_WARN) $(CFLAGS) -fPIC -shared $(LDFLAGS) -o $@ $< -ldl

-include $(ALL_OBJ:.o=.d)

# ---- Dependencies and the demonstration

deps deps-extra: export NI_CC = $(CC)
deps deps-extra: export NI_FLAGS = $(PKG_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS)
deps deps-extra: export NI_PKG_LIBS = $(PKG_LIBS)
deps deps-extra: export NI_CLANG = $(CLANG)
deps deps-extra: export NI_DEPS = $(DEPS)

deps:
	@sh share/deps

deps-extra: deps
	@sh share/deps --extra

demo: deps
	+@$(SUBMAKE) all
	@sh share/demo

# ---- Tests

# The fuzz targets' corpora are replayed by tests/fuzz.t, under sanitizers where the compiler has them.
TRY_SANITIZERS = mkdir -p build && echo 'int main(void) { return 0; }' >build/try.c && \
	$(CC) $(SANITIZERS) -o build/try build/try.c 2>/dev/null && build/try && echo yes
FUZZ_VARIANT = $(if $(shell $(TRY_SANITIZERS)),sanitize,default)

check: deps
	+@$(SUBMAKE) all unit
	+@$(SUBMAKE) VARIANT=$(FUZZ_VARIANT) fuzzers
	@NI_BIN='$(CURDIR)/$(BIN)' NI_BUILD='$(CURDIR)/$(BUILD)' \
		NI_FUZZ='$(CURDIR)/build/$(FUZZ_VARIANT)/tests/fuzz' \
		PROVE_FLAGS='$(PROVE_FLAGS)' sh tests/run $(TESTS)

# The house rules are about sources and ordinary objects.
OTHER_TESTS = $(filter-out tests/houserules.t,$(TESTS))

# Not a part of what a change has to pass: ThreadSanitizer does not start on every kernel.
race: deps
	+@$(SUBMAKE) VARIANT=race race-run
RACE_TESTS = $(if $(filter command,$(origin TESTS)),$(TESTS),tests/many.t tests/ni-check.t tests/ni-due.t \
	tests/ni-refer.t tests/ni-report-golden.t tests/ni-report-people.t)
race-run: all
	@NI_BIN='$(CURDIR)/$(BIN)' NI_BUILD='$(CURDIR)/$(BUILD)' TSAN_OPTIONS=halt_on_error=1:abort_on_error=1 \
		prove $(PROVE_FLAGS) $(RACE_TESTS)
.PHONY: race race-run

sanitize: deps
	+@$(SUBMAKE) VARIANT=sanitize sanitize-run

sanitize-run: all unit fuzzers
	@NI_BIN='$(CURDIR)/$(BIN)' NI_BUILD='$(CURDIR)/$(BUILD)' NI_FUZZ='$(CURDIR)/$(BUILD)/tests/fuzz' \
		NI_REPORTS='$(CURDIR)/$(BUILD)/reports' PROVE_FLAGS='$(PROVE_FLAGS)' sh tests/run $(OTHER_TESTS)
.PHONY: sanitize-run

# tests/faults.t and tests/at-once.t put functions of their own before those that valgrind looks after.
valgrind: deps
	+@$(SUBMAKE) all
	@NI_BIN='$(CURDIR)/$(BIN)' NI_BUILD='$(CURDIR)/$(BUILD)' NI_REPORTS='$(CURDIR)/build/valgrind' \
		NI_VALGRIND=yes NI_RANDOM=$${NI_RANDOM:-5} PROVE_FLAGS='$(PROVE_FLAGS)' sh tests/run $(filter-out tests/fuzz.t tests/faults.t tests/at-once.t $(UNIT),$(OTHER_TESTS))

# ---- Lint

lint: lint-gcc lint-clang lint-tidy lint-cppcheck lint-shell lint-man

# Compiled, not only parsed: gcc's flow warnings come from the optimiser.
lint-gcc lint-clang:
	@echo '== $@'
	+@$(SUBMAKE) VARIANT=$@ everything

lint-tidy: $(BANK)
	@echo '== $@'
	@printf '%s\n' $(ALL_SRC) | xargs -n 3 -P $(JOBS) sh tests/tidy -std=c17 $(NI_CPPFLAGS) $(PKG_CFLAGS) --

lint-cppcheck: $(BANK)
	@echo '== $@'
	@mkdir -p build/cppcheck
	@cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
		--library=posix --suppress=missingInclude --suppress=missingIncludeSystem --suppress=readdirCalled -j $(JOBS) \
		--cppcheck-build-dir=build/cppcheck -I. -I$(BUILD) -D_POSIX_C_SOURCE=200809L -DNI_VERSION='"0"' $(ALL_SRC)

lint-shell:
	@echo '== $@'
	@shellcheck -x -e SC2016,SC2317 $(SCRIPTS)

lint-man:
	@echo '== $@'
	@if ls man/*.[1-9] >/dev/null 2>&1; then mandoc -Tlint -W warning man/*.[1-9]; fi

format:
	clang-format -i $(shell ls bin/*.c fmt/*.[ch] src/*.[ch] src/base/*.[ch] tests/*/*.[ch] 2>/dev/null)

# ---- Fuzzing and measuring

FUZZ = $(notdir $(basename $(FUZZ_SRC)))

# What is found is kept in build/fuzz; a finding's file goes to tests/fuzz/corpus/NAME when it is mended.
fuzz: deps
	+@$(SUBMAKE) VARIANT=fuzz fuzzers
	@for name in $(FUZZ); do \
		echo "== fuzz: $$name, $(FUZZ_SECONDS) s"; \
		mkdir -p "build/fuzz/corpus/$$name" "build/fuzz/found"; \
		set -- "build/fuzz/corpus/$$name"; \
		[ ! -d "tests/fuzz/corpus/$$name" ] || set -- "$$@" "tests/fuzz/corpus/$$name"; \
		[ ! -e "tests/fuzz/$$name.dict" ] || set -- "-dict=tests/fuzz/$$name.dict" "$$@"; \
		"build/fuzz/tests/fuzz/$$name" -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 \
			-verbosity=0 -print_final_stats=1 "-artifact_prefix=build/fuzz/found/$$name-" "$$@" || exit 1; \
	done

bench: deps
	+@$(SUBMAKE) all benches
	@NI_BIN='$(CURDIR)/$(BIN)' NI_BENCH='$(CURDIR)/$(BUILD)/tests/bench' tests/bench/run

# ---- Installing

D = $(DESTDIR)

install: all
	install -d '$(D)$(BINDIR)' '$(D)$(DATADIR)' '$(D)$(DOCDIR)'
	install -m 755 $(PROGRAMS) '$(D)$(BINDIR)'
	for page in man/*.[1-9]; do \
		[ -e "$$page" ] || continue; \
		dir='$(D)$(MANDIR)'/man$${page##*.}; \
		install -d "$$dir" && install -m 644 "$$page" "$$dir" || exit 1; \
	done
	rm -rf '$(D)$(DATADIR)/example'
	cp -R share/example '$(D)$(DATADIR)/example'
	chmod -R u=rwX,go=rX '$(D)$(DATADIR)/example'
	if [ -e share/questions.md ]; then install -m 644 share/questions.md '$(D)$(DATADIR)'; fi
	install -m 644 README.md LICENSE NEWS.md '$(D)$(DOCDIR)'

uninstall:
	for name in $(BIN_SRC:bin/%.c=%); do rm -f '$(D)$(BINDIR)'/"$$name"; done
	for page in man/*.[1-9]; do rm -f '$(D)$(MANDIR)'/man$${page##*.}/"$${page##*/}"; done
	rm -rf '$(D)$(DATADIR)' '$(D)$(DOCDIR)'

clean:
	rm -rf build
	rm -f $(BIN_SRC:%.c=%)

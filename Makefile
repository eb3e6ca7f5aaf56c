# From a fresh clone: `make run` sets up, builds and opens the studio, `make test` sets up, builds and tests.
# `make help` lists the rest.
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := run

# A compiler that includes libtorch's headers takes up to 2 GB.
JOBS ?= $(shell awk -v cores=$$(nproc) '/^MemAvailable/ { jobs = int($$2 / 2097152) } \
	END { print jobs < 1 ? 1 : jobs < cores ? jobs : cores }' /proc/meminfo)
# Each test may use two threads.
TEST_JOBS ?= $(shell echo $$(( ($$(nproc) + 1) / 2 )))
MIX ?= 50% red, 30% black, 20% pearl
tilewright := build/release/bin/tilewright

.PHONY: run
run: build ## Set up, build, and open the studio; without a display render one tile to tile.png
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(tilewright) studio; \
	else \
		$(tilewright) render --mix "$(MIX)" -o tile.png; \
	fi

.PHONY: test
test: build ## Set up, build, and run every test
	@ctest --preset release --parallel $(TEST_JOBS)

.PHONY: build
build: release ## Set up and build

.PHONY: headless
headless: export HEADLESS = 1
headless: build/headless/build.ninja ## Build the command line alone, without Qt
	@$(call compile,headless)

.PHONY: release
release: build/release/build.ninja
	@$(call compile,release)

.PHONY: dev tsan
dev tsan: %: build/%/build.ninja ## Build and test with the address (dev) or the thread (tsan) sanitizer
	@$(call compile,$@)
	@ctest --preset $@ --parallel $(TEST_JOBS)

# Passive: on a busy machine, threads that spin while they wait make everything several times slower.
.PHONY: fidelity
fidelity: build ## Measure how true tiles are to their mixes, write docs/fidelity.md (about 20 minutes)
	@OMP_WAIT_POLICY=passive build/release/tests/fidelity_protocol --out docs

.PHONY: designer
designer: build ## Work in the window as a designer would, and write the pictures of docs/studio.md
	@for look in "light en_US" "dark en_US" "light ru_RU" "dark ru_RU"; do \
		tests/designer/designer build/designer $$look || exit 1; done
	@for picture in light-en-generating light-en-gallery dark-en-compare light-en-wipe dark-ru-difference light-ru-loupe dark-ru-deleted light-en-keys; do \
		convert build/designer/$$picture.png -resize 1200x -quality 84 docs/studio-$$picture.jpg; done

.PHONY: catalog
catalog: build ## Make a catalogue of 60 tiles in every form, check it, and write the pictures of docs/catalog.md
	@tests/catalog/exports build/catalog
	@tests/catalog/window build/catalog/library build/catalog/window light en_US
	@tests/catalog/window build/catalog/library build/catalog/window dark ru_RU
	@tests/catalog/pictures build/catalog docs

.PHONY: bench
bench: build ## Build, and measure the speed of what must be fast
	@for program in build/release/bench/*_bench; do $$program --benchmark_counters_tabular=true; done

.PHONY: bootstrap
bootstrap: ## Only set up: packages of the system, libtorch in .deps
	@GPU=$(GPU) packaging/bootstrap

.PHONY: calibration
starter := resources/models/starter
calibration: build ## Measure anew how the starter model shows each colour
	@$(tilewright) palette calibrate --model $(starter) -o $(starter)/calibration.json
	@cd $(starter) && find . -type f ! -name SHA256SUMS ! -name README.md | LC_ALL=C sort | sed 's|^\./||' \
		| xargs sha256sum > SHA256SUMS

.PHONY: clean
clean: ## Remove what was built; .deps, with libtorch, stays
	rm -rf build

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z ]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "Variables: GPU=1 (with CUDA) or GPU=0, JOBS=N, MIX=\"$(MIX)\""

# CMake configures again by itself; only a new libtorch and new presets need to be told.
build/%/build.ninja: .deps/libtorch/wheels.txt CMakePresets.json
	@cmake --preset $*

.deps/libtorch/wheels.txt: bootstrap ;

# Says nothing when nothing is to be done.
compile = ninja -C build/$(1) -n | grep -q 'no work to do' || ninja -C build/$(1) -j $(JOBS)

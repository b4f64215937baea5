# The commands of this repository. `make` alone lists them.
# Without make, README.md gives the same commands for pip.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_TO_TEST := $(VENV)/.ready-to-test
# What an older Python brings along takes twice as long to choose among all the versions there are.
NEWER_PIP := $(BIN)/pip install --quiet 'pip>=26'
TO_TEST := --quiet --editable '.[dev,guests]'

ADDRESS ?= 127.0.0.1:8000

# The pins hold for the build backend too; newer pips read the second variable for that.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt
export UV_CONSTRAINT := constraints.txt
export UV_BUILD_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Material prints a notice about MkDocs 2 at every start. We pin below 2.
export NO_MKDOCS_2_WARNING := 1
export PYTHONUNBUFFERED := 1
# Every command would read all our modules anew where something outside forbids to keep them.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help

# Tests leave some time of the cores over while they wait for builds and browsers; the other tools use it.
CHECKS := check-format check-lint check-types check-layers
TOGETHER := $(MAKE) --no-print-directory --jobs 2
PYTEST := $(BIN)/python -m tests.in_memory $(BIN)/pytest --numprocesses auto --dist worksteal

.PHONY: help serve build test quick $(CHECKS) suite fast versions fuzz mutants messages release chromium bench clean

help:
	@echo 'make serve     the example handbook on http://$(ADDRESS)/, reloading as you write'
	@echo 'make build     the example handbook in site/, strict'
	@echo 'make quick     format, lint, types, layers and the fast tests'
	@echo 'make test      every check there is'
	@echo 'make versions  the fast tests on every Python from 3.11 to 3.14 that is here, and on the lowest dependencies'
	@echo 'make fuzz      mangled handbooks for two minutes, FOR=600 for ten; then two hundred edits'
	@echo 'make mutants   how many planted faults the tests see, per stage'
	@echo 'make messages  what there is to translate; LANGUAGE=de for a catalogue'
	@echo 'make bench     how fast handbooks of growing size compile and build'
	@echo 'make release   what a release would do; with TAG=yes, the release'
	@echo 'make clean     removes the environment and everything built'

serve: $(READY)
	@$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

build: $(READY)
	@$(BIN)/mkdocs build --strict

test:
	@$(TOGETHER) $(READY_TO_TEST) chromium
	@$(TOGETHER) $(CHECKS) suite

quick: $(READY_TO_TEST)
	@$(TOGETHER) $(CHECKS) fast

check-format: $(READY_TO_TEST)
	@$(BIN)/ruff format --check

check-lint: $(READY_TO_TEST)
	@$(BIN)/ruff check --quiet

check-types: $(READY_TO_TEST)
	@$(BIN)/mypy
	@$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 plugins/journeybook

check-layers: $(READY_TO_TEST)
	@$(BIN)/lint-imports --no-logo --no-cache

suite: $(READY_TO_TEST)
	@$(PYTEST) --durations 15

fast: $(READY_TO_TEST)
	@$(PYTEST) -m 'not slow and not browser and not build and not thorough'

versions: $(READY_TO_TEST)
	@$(BIN)/python -m tests.versions

release: $(READY_TO_TEST)
	@$(BIN)/python -m tests.release $(if $(TAG),--tag)

# Looked for at every run, since the machine may lose or gain a browser without our knowing.
chromium:
	@$(PYTHON) -m tests.browser.finding 2>/dev/null || { \
	  test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	  && echo 'Installing Chromium' && apt-get update -qq \
	  && export DEBIAN_FRONTEND=noninteractive \
	  && { apt-get install -qq --yes chromium-headless-shell >/dev/null 2>&1 \
	    || apt-get install -qq --yes chromium >/dev/null; }; \
	} || echo 'Without Chromium the browser tests are skipped; all others run.'

fuzz: $(READY_TO_TEST)
	@$(BIN)/python -m tests.fuzz $(if $(FOR),--for $(FOR))
	@$(BIN)/python -m tests.fuzz.keeping
	@$(BIN)/python -m tests.fuzz.keeping --served
	@$(BIN)/python -m tests.fuzz.keeping --saved

mutants: $(READY_TO_TEST)
	@$(BIN)/python -m tests.mutants

messages: $(READY_TO_TEST)
	@$(BIN)/python -m tests.catalogues $(LANGUAGE)

bench: $(READY_TO_TEST)
	@$(BIN)/python -m tests.benchmarks

clean:
	rm -rf $(VENV) build dist site .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo 'Python 3.11 or newer is needed. Name one with: make PYTHON=/path/to/python3 ...' >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo 'Python has no venv module. On Debian: apt-get install python3-venv' >&2; exit 1; }
	@echo 'Creating $(VENV)'
	@$(PYTHON) -m venv --clear $(VENV)

$(READY): pyproject.toml constraints.txt | $(VENV)/bin/pip
	@echo 'Installing Journeybook and what it needs'
	@$(NEWER_PIP) || true
	@$(BIN)/pip install --quiet --editable .
	@touch $@

$(READY_TO_TEST): pyproject.toml constraints.txt | $(VENV)/bin/pip
	@echo 'Installing Journeybook, what it needs, the test tools and plugins to test beside'
# uv does it in a fraction of the time, but pip has to where there is a mirror that only pip knows.
# Of all that is installed a quarter is ever imported, and compiled then, by two workers side by side.
	@{ $(BIN)/pip install --quiet --no-compile uv && $(BIN)/uv pip install --python $(BIN)/python $(TO_TEST); } 2>/dev/null \
	  || { $(NEWER_PIP); $(BIN)/pip install --no-compile $(TO_TEST); }
	@touch $(READY) $@

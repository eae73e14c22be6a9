PYTHON ?= python3
JOBS ?= 2
SECONDS ?= 60
MODEL_URL ?= http://127.0.0.1:8091/v1
BIN := .venv/bin
INSTALLED := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help setup test stress fuzz cover mutants record lint types format samples gate ci demo

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(INSTALLED) ## Create .venv with the program and everything that the checks need

$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or later is needed: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: setup ## Audit the example pair (finds what was planted in it)
	@$(BIN)/checker audit examples/source.md examples/republished.md || test $$? -eq 1

test: setup ## Run the tests; JOBS=4 for four at a time
	$(BIN)/python -m pytest -n $(JOBS)

stress: setup ## Audit a thousand times against a server that is wrong in every way, and kill twenty audits
	$(BIN)/python -m tests.stress.storm
	$(BIN)/python -m tests.stress.kills

fuzz: setup ## Fuzz every target for SECONDS (60), watching which lines are reached
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	$(BIN)/python -m tests.fuzz.guided | while read target; do \
	  echo "$$target" && $(BIN)/python -W ignore -m tests.fuzz.guided $$target $(SECONDS) </dev/null 2>.fuzz.log || { cat .fuzz.log; exit 1; }; done

cover: setup ## Measure which lines and branches the tests reach, and fail below the floor
	$(BIN)/python -m pytest -n $(JOBS) --cov --cov-report=term-missing:skip-covered

mutants: setup ## Change the validator, the policy and the pairing in 600 ways; count what the tests notice
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'mutmut>=3.8'
	$(BIN)/mutmut run --max-children $(JOBS)
	$(BIN)/mutmut results

record: setup ## Record the cassettes anew; MODEL_URL is a running OpenAI-compatible server
	$(BIN)/python -m tests.cassettes.record --base-url $(MODEL_URL)

lint: setup ## Check style and layout
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup ## Check types
	$(BIN)/mypy

format: setup ## Put the code into the project's layout
	$(BIN)/ruff check --fix --select I
	$(BIN)/ruff format

samples: setup ## Write the samples in docs/formats anew, after a change to a format
	$(BIN)/python -m tests.reports.samples

gate: setup ## Measure quality and compare with the committed figures
	$(BIN)/python -m benchmarks.gate

ci: lint types test gate ## Everything that must pass before a change is merged

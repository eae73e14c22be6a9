PYTHON ?= python3
JOBS ?= 2
SECONDS ?= 60
MODEL_URL ?= http://127.0.0.1:8091/v1
BIN := .venv/bin
INSTALLED := .venv/.installed
RELEASED := build/release/.installed
EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 315532800)

.DEFAULT_GOAL := help
.PHONY: help setup test stress fuzz cover mutants record lint types format samples reference snippets pictures docs wheel audit sbom gate selftest peers ci demo

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

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

reference: setup ## Write docs/reference anew, after a change to a command, an option, a word or the baseline
	$(BIN)/python -m docs.reference.make

snippets: setup ## Write the output that docs/ shows anew, after a change to a report or a judge
	$(BIN)/python -m tests.docs.renew

pictures: setup ## Take the pictures in docs/ anew; needs Chromium
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[browser]'
	$(BIN)/python -m docs.pictures.make

docs: setup ## Build the documentation as a site in build/site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs-site]'
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict

wheel: setup ## Build the wheel into dist: the same bytes each time
	rm -f dist/*.whl
	SOURCE_DATE_EPOCH=$(EPOCH) $(BIN)/python -m hatchling build --target wheel --directory dist >/dev/null
	sha256sum dist/*.whl

$(RELEASED): pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[release]'
	rm -rf build/release
	$(PYTHON) -m venv --without-pip build/release
	$(BIN)/python -m pip --python build/release/bin/python install --quiet --disable-pip-version-check '.[docs]'
	@touch $@

audit: setup $(RELEASED) ## Ask whether a dependency of the release has a known hole
	$(BIN)/python -m release.audit build/release/lib/python3.*/site-packages

sbom: setup $(RELEASED) ## List what a release is made of, in dist/checker.cdx.json (CycloneDX)
	@mkdir -p dist
	SOURCE_DATE_EPOCH=$(EPOCH) $(BIN)/python -m cyclonedx_py environment --pyproject pyproject.toml --output-reproducible \
		--output-file dist/checker.cdx.json build/release/bin/python

gate: setup ## Measure quality and compare with the committed figures
	$(BIN)/python -m benchmarks.gate

selftest: setup ## What the embedded judge finds on the texts that ship; the floors are just below what was measured
	$(BIN)/checker selftest --judge embedded --min-caught 88 --min-clean 90 --min-held 93

peers: setup ## Compare with other tools, each installed into an environment of its own under .peers
	$(BIN)/python -m benchmarks.peers

ci: lint types test gate selftest ## Everything that must pass before a change is merged

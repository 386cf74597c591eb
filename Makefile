# `make run` and `make test` are all one needs; each sets up what it uses, once.
# As root on Debian or Ubuntu the system's packages are installed too; otherwise one line says which are missing.

PYTHON ?= python3
BIN := .venv/bin
JS := tests/extension
PEERS := tests/benchmarks/peers
PEERS_ENV := build/peers
PY_READY := .venv/.ready
JS_READY := $(JS)/node_modules/.ready

.PHONY: run test matrix attacks ordinary lint extension bench bench-match bench-forms bench-browser bench-memory screenshots looks clean

run: $(PY_READY)
	@.ci/system-packages run
	@$(BIN)/netcurtain filters update || true
	$(BIN)/netcurtain --trial extension

test: lint
	@.ci/system-packages test
	$(BIN)/pytest
	npm --prefix $(JS) test --silent

# Every way of sending, in every place, with every outcome, in both browsers; the table is printed. Parts: make matrix ARGS='-k "Firefox and top"'
matrix: $(PY_READY)
	@.ci/system-packages test
	NETCURTAIN_MATRIX=1 $(BIN)/pytest -q --tb=line tests/end_to_end/matrix $(ARGS)

# Every page of docs/ATTACKS.md, in both browsers; `make test` plays a part of them. One: make attacks ARGS='-k document_opened'
attacks: $(PY_READY)
	@.ci/system-packages test
	NETCURTAIN_ATTACKS=1 $(BIN)/pytest -q --tb=line tests/end_to_end/attacks tests/end_to_end/firefox/test_attacks.py $(ARGS)

# More than thirty ordinary pages, with the extension and without: all that can be driven, in both browsers; `make test` visits twelve in Firefox.
ordinary: $(PY_READY)
	@.ci/system-packages test
	NETCURTAIN_EVERY_PAGE=1 $(BIN)/pytest -q --tb=short tests/end_to_end/ordinary tests/end_to_end/firefox/test_ordinary.py $(ARGS)

lint: $(PY_READY) $(JS_READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	npm --prefix $(JS) run --silent types
	npm --prefix $(JS) run --silent lint
	npm --prefix $(JS) run --silent manifest

# What a person installs, for each browser: build/extension-chrome and build/extension-firefox, and a zip of each. It loads as it lies in extension/ too.
extension: $(JS_READY)
	npm --prefix $(JS) run --silent package

bench: $(PY_READY)
	@.ci/system-packages test
	for script in tests/benchmarks/bench_*.py; do PYTHONPATH=. $(BIN)/python $$script || exit 1; done

# Ours beside the engines of others, which are installed for this alone: make bench-match ARGS=--quick
bench-match: $(PY_READY) $(PEERS_ENV)/.ready
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_match.py $(ARGS)

# How well sensitive forms are known. What the held-out forms say is told with ARGS=--show-test alone.
bench-forms: $(PY_READY)
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_forms.py $(ARGS)

# Page loads with the extension and without: make bench-browser ARGS="--runs 3 --pages 5"
bench-browser: $(PY_READY)
	@.ci/system-packages test
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_browser.py $(ARGS)

# What the extension holds after ten thousand pages.
bench-memory: $(PY_READY)
	@.ci/system-packages test
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_memory.py $(ARGS)

screenshots: $(PY_READY)
	@.ci/system-packages test
	$(BIN)/python -m tests.end_to_end.screenshots
	$(BIN)/python -m tests.end_to_end.window_screenshots

# Card, line, popup and options to look at, in build/looks: four widths, 100 and 200 %, light and dark. One browser: make looks ARGS=firefox
looks: $(PY_READY)
	@.ci/system-packages test
	$(BIN)/python -m tests.end_to_end.every_look build/looks $(ARGS)

$(PY_READY): pyproject.toml
	@.ci/system-packages build
	@command -v $(PYTHON) >/dev/null || { echo "Please install Python 3.11 or newer."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(JS_READY): $(JS)/package.json $(JS)/package-lock.json
	@.ci/system-packages build
	@command -v npm >/dev/null || { echo "Please install Node.js 20 or newer with npm."; exit 1; }
	npm --prefix $(JS) ci --silent
	@touch $@

# What cannot be installed is named in the table, and the rest is measured.
$(PEERS_ENV)/.ready: $(PEERS)/requirements.txt $(PEERS)/package-lock.json
	$(PYTHON) -m venv $(PEERS_ENV)
	@for peer in $$(cat $(PEERS)/requirements.txt); do $(PEERS_ENV)/bin/pip install --quiet --disable-pip-version-check $$peer || touch $@.not; done
	@npm --prefix $(PEERS) ci --silent || touch $@.not
	@if [ -e $@.not ]; then rm $@.not; else touch $@; fi

clean:
	rm -rf .venv $(JS)/node_modules $(PEERS_ENV) $(PEERS)/node_modules

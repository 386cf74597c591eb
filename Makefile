# `make run` and `make test` are all one needs; each sets up what it uses, once.
# As root on Debian or Ubuntu the system's packages are installed too; otherwise one line says which are missing.

PYTHON ?= python3
BIN := .venv/bin
JS := tests/extension
PEERS := tests/benchmarks/peers
PEERS_ENV := build/peers
PACKAGE_ENV := build/package-env
PY_READY := .venv/.ready
JS_READY := $(JS)/node_modules/.ready

.PHONY: run test matrix attacks ordinary planted faults handshakes lint extension package test-package bench bench-match bench-forms bench-browser bench-memory bench-history bench-ui bench-survey audit translations screenshots looks clean

run: $(PY_READY)
	@.ci/system-packages run
	@$(BIN)/netcurtain filters update || true
	$(BIN)/netcurtain --trial extension

# The browsers' tests have a process of their own: their driver keeps a loop running in its thread, and threads that outlive a test.
test: lint
	@.ci/system-packages test
	npm --prefix $(JS) test --silent
	$(BIN)/pytest --ignore=tests/end_to_end
	$(BIN)/pytest tests/end_to_end

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

# A survey of sixty pages with planted trackers, and a table of every planted fact, found or missed; `make test` visits sixteen of them.
planted: $(PY_READY)
	@.ci/system-packages test
	NETCURTAIN_PLANTED=1 $(BIN)/pytest -q --tb=short tests/end_to_end/survey/test_planted.py $(ARGS)

# A history that is killed a thousand times under load, and a hundred power cuts; the counts are printed. `make test` does a few of each.
faults: $(PY_READY)
	NETCURTAIN_FAULTS=1 $(BIN)/pytest -q --tb=short tests/faults $(ARGS)

# A hundred thousand handshakes that somebody made up, and ten thousand that were changed on their way, on each side; `make test` does a few of each.
handshakes: $(PY_READY) $(JS_READY)
	NETCURTAIN_HANDSHAKES=1 $(BIN)/pytest -q tests/link/test_handshakes.py $(ARGS)
	cd $(JS) && NETCURTAIN_HANDSHAKES=1 node --test --test-name-pattern="changed on its way" rogue_server.test.js

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

# What a person installs, for this system, in build/: the wheel, one bundle that needs no Python, and the extension for each browser.
package: $(PY_READY) extension
	@.ci/system-packages package
	rm -rf build/wheel build/bundle
	$(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir build/wheel .
	$(PYTHON) -m venv --clear $(PACKAGE_ENV)
	$(PACKAGE_ENV)/bin/pip install --quiet --disable-pip-version-check build/wheel/*.whl 'pyinstaller>=6.22,<7'
	$(PACKAGE_ENV)/bin/pyinstaller --noconfirm --log-level WARN --distpath build/bundle --workpath build/pyinstaller desktop/packaging/netcurtain.spec
	tar --sort=name --owner=0 --group=0 --numeric-owner -C build/bundle -czf build/netcurtain-$$(uname -s)-$$(uname -m).tar.gz netcurtain
	@ls -l build/wheel/*.whl build/netcurtain-*.tar.gz build/extension-*.zip

# What was packaged, as a person would start it: the wheel in a fresh environment, and the bundle with a browser.
test-package: $(PY_READY)
	@.ci/system-packages test
	NETCURTAIN_PACKAGED=build $(BIN)/pytest -q tests/end_to_end/test_bundle.py tests/test_wheel.py $(ARGS)

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

# A locked history of 100,000 and of a million requests: its size, and how long looking, deleting and opening take.
bench-history: $(PY_READY)
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_history.py $(ARGS)

# Whether the windows stay smooth: a long history, a thousand messages a second, the start, and doing nothing. Some: make bench-ui ARGS="--parts c d"
bench-ui: $(PY_READY)
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_ui.py $(ARGS)

# A survey of a thousand local pages, by one browser at a time and by two; takes some hours. Shorter: make bench-survey ARGS="--pages 60 --workers 2"
bench-survey: $(PY_READY)
	@.ci/system-packages test
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_survey.py --pages 1000 $(ARGS)

# What the libraries' advisories say of what we use; asks the network, and fails where that does not answer.
audit: $(PY_READY) $(JS_READY)
	$(PYTHON) -m venv build/audit && build/audit/bin/pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/pip freeze --exclude-editable | build/audit/bin/pip-audit --disable-pip --no-deps --requirement /dev/stdin
	npm --prefix $(JS) audit

# After sentences changed: each language gets places for new ones, and tells what is still to be said. Translators use: .venv/bin/pyside6-linguist
translations: $(PY_READY)
	$(BIN)/python -m tests.translations.update

# Every screen, in build/screenshots with an index.html to look at; the best of them in docs/screenshots, for the README.
screenshots: $(PY_READY)
	@.ci/system-packages test
	$(BIN)/python -m tests.screenshots
	$(BIN)/python -m tests.screenshots.in_the_browser

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

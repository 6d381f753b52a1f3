# Needs Python 3.11 or newer and make; everything else is set up in .venv.
PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet --no-deps --require-hashes
SAMPLE := articles/baku-dushanbe-culture.txt

.PHONY: setup setup-dev demo test lint bench lock clean

setup: .venv/.installed

setup-dev: .venv/.installed-dev

.venv/.installed: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) -r requirements.txt
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	touch $@

# The main job on a sample article, in a folder of its own: the catalogs of this repository stay as they are.
demo: setup
	rm -rf build/demo
	mkdir -p build/demo/articles
	cp $(SAMPLE) build/demo/articles/
	cp -r glossaries l10n.toml build/demo/
	cd build/demo && ../../$(BIN)/l10n translate $(SAMPLE)
	cd build/demo && ../../$(BIN)/l10n assemble --draft $(SAMPLE)
	@echo
	@echo "The catalogs to review are in build/demo/catalogs, the draft articles in build/demo/translated:"
	@find build/demo/catalogs build/demo/translated -type f

test: setup-dev
	$(BIN)/pytest -n auto

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup-dev
	for script in tests/bench/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

# Pins every dependency with its hashes. What Argos Translate would bring for its own sentence splitting (stanza,
# spacy, torch: several GB) is left out through the overrides in pyproject.toml; such lines are dropped here.
lock: setup-dev
	for group in "" -dev; do \
	  echo "setuptools>=77" | $(BIN)/uv pip compile pyproject.toml - $${group:+--group dev} --universal --python-version 3.11 --quiet \
	    --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  | awk '/^[a-z]/ { keep = !/sys_platform == .never. \\$$/ } keep' > requirements$$group.txt.tmp \
	  && mv requirements$$group.txt.tmp requirements$$group.txt || exit 1; \
	done

clean:
	rm -rf .venv build dist *.egg-info

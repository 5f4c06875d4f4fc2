# Every target sets up what it needs in .venv and nowhere else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
OUT := demo

.PHONY: help demo test check format lint types bench soak pictures screens clean

help:
	@echo "make demo      set up, and run the main job on examples/"
	@echo "make test      set up, and run all tests"
	@echo "make check     format, lint, types, layers and tests, as CI does"
	@echo "make bench     measure against what one would use instead; prints ratios"
	@echo "make soak      the long random runs, a bounded slice of which is in make test"
	@echo "make pictures  take the pictures of the screens anew"
	@echo "make screens   write the golden files of the screens anew; look at what changed"

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "drafter needs Python 3.11 or newer; say make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed
	@sh examples/demo.sh $(BIN)/drafter $(OUT)

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n auto

check: format lint types test

format: $(VENV)/.installed-dev
	$(BIN)/ruff format $(if $(CI),--check) .

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks

soak: $(VENV)/.installed-dev
	DRAFTER_SOAK=1 $(BIN)/python -m pytest -n auto

pictures: $(VENV)/.installed-dev
	$(BIN)/python docs/pictures.py

screens: $(VENV)/.installed-dev
	$(BIN)/python -m tests.tui.screens

clean:
	rm -rf $(VENV) $(OUT) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Onrecord. 'make' lists what can be made. Needs a POSIX shell, GNU make and Python 3.11 or later.

PYTHON ?= python3
VENV ?= .venv
# Version of PyTorch that trains the model, and where its build without CUDA is found.
TORCH ?= 2.13.0
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
# Corpora to train and tune on (make model), and corpora to leave out: WITHOUT="polnear".
DATA ?=
WITHOUT ?=
# More arguments for pytest (make test, make stress): ARGS="-k captions -x".
ARGS ?=

BIN := $(VENV)/bin
READER := src/onrecord/reading/model
EXAMPLES := $(wildcard examples/*.html) $(wildcard examples/*.txt) examples/panel-report.pdf
DEMO_PAGE := build/demo/monitoring-report.html

# One stamp for each set of dependencies; they are set up again only after pyproject.toml has changed.
RUN := $(VENV)/.ready-run
DEV := $(VENV)/.ready-dev
TRAIN := $(VENV)/.ready-train

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test stress lint model bench docs clean

help: ## list the targets
	@echo "Usage: make TARGET"
	@echo
	@sed -n 's/^\([a-z]*\):[^#]*## /  \1	/p' Makefile | awk -F '\t' '{printf "%-10s%s\n", $$1, $$2}'

demo: $(RUN) ## read the example articles and write one of them as a page
	@echo
	@echo "Reading the $(words $(EXAMPLES)) texts in examples/ (all invented): who says what in each, and on whose word."
	@echo
	@$(BIN)/onrecord read $(EXAMPLES) </dev/null
	@mkdir -p $(dir $(DEMO_PAGE))
	@$(BIN)/onrecord read examples/monitoring-report.txt --format html -o $(DEMO_PAGE) </dev/null
	@echo
	@echo "One of them as a page, its text on the left and who says what on the right:"
	@echo "  $(CURDIR)/$(DEMO_PAGE)"
	@echo
	@echo "Try next:"
	@echo "  $(BIN)/onrecord read FILE-OR-ADDRESS            an article of your own"
	@echo "  $(BIN)/onrecord read examples/denial.txt --format json"
	@echo "  $(BIN)/onrecord read --help                     and docs/tutorial-first-reading.md"

test: $(DEV) ## run the tests, those in a browser included
	@sh tools/set-up-browser.sh
	@sh tools/set-up-postgres.sh
	$(BIN)/python -m pytest $(ARGS) </dev/null

stress: $(DEV) ## run the long tests that 'make test' leaves out
	@sh tools/set-up-postgres.sh
	$(BIN)/python -m pytest -m stress $(ARGS) </dev/null

lint: $(DEV) ## check style, types and which part may import which
	$(BIN)/ruff check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

# What an earlier model was tuned to must not color this one, hence 'rm'.
model: have-data $(TRAIN) ## train the reader again: make model DATA=../shared/data [WITHOUT=polnear]
	$(BIN)/python -m training.base --out build/base
	$(BIN)/python -m training.train --data "$(DATA)" --base build/base --out build/first $(addprefix --without ,$(WITHOUT))
	$(BIN)/python -m training.train --data "$(DATA)" --base build/base --out build/second $(addprefix --without ,$(WITHOUT)) \
		--start build/first/checkpoint.pt --epochs 4 --rate 0.6
	rm -f $(READER)/reader.json
	$(BIN)/python -m training.export --checkpoint build/second/checkpoint.pt --base build/base --out $(READER)
ifeq ($(filter polnear,$(WITHOUT)),)
	$(BIN)/python -m training.tune --model $(READER) --data "$(DATA)"
else
	@echo "Trained without PolNeAR, so not tuned on it either; docs/decisions/0003-polnear.md says what this model lacks."
endif

# Asked first, before PyTorch is downloaded in vain.
.PHONY: have-data
have-data:
	@test -n "$(DATA)" || { echo "Say where the corpora are: make model DATA=../shared/data" >&2; exit 2; }
	@test -d "$(DATA)" || { echo "There is no folder $(DATA). Give the folder of the corpora as DATA=..." >&2; exit 2; }

bench: $(RUN) ## measure how fast articles are read here
	$(BIN)/python -m benchmarks.read </dev/null

docs: $(DEV) ## write the command-line reference again from the commands themselves
	$(BIN)/python docs/generate_cli.py
	$(BIN)/python docs/draw_picture.py

clean: ## remove all that make has made, .venv and build included
	rm -rf build dist $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src training tests benchmarks docs examples tools -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN): pyproject.toml
	@sh tools/set-up-python.sh "$(PYTHON)" "$(VENV)" ""
	@touch $@

$(DEV): pyproject.toml
	@sh tools/set-up-python.sh "$(PYTHON)" "$(VENV)" "dev"
	@touch $(RUN) $@

$(TRAIN): pyproject.toml
	@sh tools/set-up-python.sh "$(PYTHON)" "$(VENV)" "train" "torch==$(TORCH)" --extra-index-url "$(TORCH_INDEX)"
	@touch $(RUN) $@

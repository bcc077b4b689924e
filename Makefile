# Everything a newcomer types. Needs make and Python 3.11, 3.12 or 3.13; the rest is set up in .venv from
# requirements.lock (every file checked by its hash). Nothing is set up again until the lock or pyproject changes.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DB := var/whosays.db
BRIEF := var/brief.md
UV := uv==0.13.9

.PHONY: help brief desk pictures test check evaluate first-report lock gazetteer model clean

help: ## what there is to type
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

brief: $(READY) ## the main job: code the example reports and print the situation report
	@mkdir -p var
	@$(BIN)/whosays add examples/reports --db $(DB)
	@$(BIN)/whosays brief --db $(DB) --format markdown > $(BRIEF)
	@$(BIN)/whosays brief --db $(DB)
	@echo "This report is in $(BRIEF); what it rests on is in $(DB) (whosays --help shows what else to ask of it)."

desk: $(READY) ## code the example reports and open the web desk on them
	@mkdir -p var
	@$(BIN)/whosays add examples/reports --db $(DB)
	@$(BIN)/whosays serve --db $(DB)

pictures: $(READY) ## take the pictures of docs/desk.md anew; needs Chromium
	$(BIN)/python -m tools.desk_pictures

test: check ## everything that has to pass before a change lands
	$(BIN)/python -m tools.build_gazetteer --check
	$(BIN)/python -m pytest
	$(BIN)/python -m evaluation.gate

check: $(READY) ## the quick part: style, types, floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(READY) ## scores on a data set: make evaluate DATA=folder-or-file SET=plover
	@test -n "$(DATA)" -a -n "$(SET)" || { echo "usage: make evaluate DATA=folder-or-file SET=name"; exit 2; }
	@$(BIN)/python -m evaluation "$(SET)" --data $(DATA)

first-report: $(READY) ## one report, point by point: make first-report REPORT=file EXPECTED=file.json
	@test -n "$(REPORT)" -a -n "$(EXPECTED)" || { echo "usage: make first-report REPORT=file EXPECTED=file.json"; exit 2; }
	@$(BIN)/python -m evaluation.first_report "$(REPORT)" "$(EXPECTED)"

lock: $(READY) ## pin the newest versions that pyproject.toml allows
	$(BIN)/python -m pip install --quiet $(UV)
	$(BIN)/uv pip compile --upgrade --generate-hashes --no-emit-index-url --no-emit-find-links --universal \
		--python-version 3.11 --extra dev pyproject.toml -o requirements.lock

gazetteer: $(READY) ## build src/whosays/data/gazetteer from resources/
	$(BIN)/python -m tools.build_gazetteer

model: $(READY) ## train src/whosays/data/model: make model CORPORA=folder
	@test -n "$(CORPORA)" || { echo "usage: make model CORPORA=folder"; exit 2; }
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes --requirement training/requirements.lock
	$(BIN)/python -m training prepare --corpora "$(CORPORA)" --work work
	$(BIN)/python -m training train --corpora "$(CORPORA)" --work work
	$(BIN)/python -m training evaluate --work work
	$(BIN)/python -m training card --work work

clean: ## remove what was set up and written here
	rm -rf $(VENV) var

$(READY): requirements.lock pyproject.toml
	@tools/set_up.sh $(VENV) $(UV)
	@touch $@

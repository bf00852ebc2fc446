# ToteTaxi. `make` lists what there is; Python 3.11+ and make are all it needs.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
INSTALLED := .venv/.installed
MANIFESTS := uv.lock $(wildcard pyproject.toml */pyproject.toml services/*/pyproject.toml deploy/local/pyproject.toml)

.DEFAULT_GOAL := help
.PHONY: help install up start status logs stop reset test soak races bench lint types format protos protos-release catalogues gallery

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(INSTALLED) ## install everything into .venv

$(INSTALLED): $(MANIFESTS)
	@$(PYTHON) -c 'import sys; sys.exit("ToteTaxi needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	@test -x $(UV) || { $(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.13,<0.14'; }
	@$(UV) sync --frozen --quiet --compile-bytecode
	@touch $@

up: $(INSTALLED) ## run the whole system here; Ctrl-C stops it
	@exec $(BIN)/python -m local_stack up

start: $(INSTALLED) ## run the whole system in the background; returns when it is ready
	@$(BIN)/python -m local_stack start

status: $(INSTALLED) ## show each part
	@$(BIN)/python -m local_stack status

logs: $(INSTALLED) ## follow the logs; SERVICE=booking for one
	@$(BIN)/python -m local_stack logs $(SERVICE)

stop: $(INSTALLED) ## stop the system; its data is kept
	@$(BIN)/python -m local_stack stop

reset: $(INSTALLED) ## stop the system and forget all its data
	@$(BIN)/python -m local_stack reset

test: $(INSTALLED) ## run every test
	@$(BIN)/pytest -n auto --dist loadgroup

soak: $(INSTALLED) ## pay 300 bookings while everything goes wrong, and count what is left; confirm 1,000 through kills; some minutes
	@$(BIN)/pytest -m soak -s tests/faults

ROUNDS ?= 20

races: $(INSTALLED) ## run booking's tests of many at once twenty times in a row; ROUNDS=3 for fewer
	@$(BIN)/pytest -m race --rounds $(ROUNDS) -n auto --dist loadgroup services/booking

bench: $(INSTALLED) ## measure the speed, as ratios within one run; ONLY="preview batch" for some of it
	@$(BIN)/python tests/load $(ONLY)

lint: $(INSTALLED) ## check style, contracts and imports
	@$(BIN)/ruff format --check --quiet . || { echo 'run `make format`'; false; }
	@$(BIN)/ruff check --quiet .
	@cd protos && ../$(BIN)/buf lint && ../$(BIN)/buf format --diff --exit-code
	@$(BIN)/lint-imports

types: $(INSTALLED) ## check types, strictly
	@$(BIN)/mypy chassis/src gateway/src services/*/src deploy/local/src

format: $(INSTALLED) ## format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix --quiet .

protos: $(INSTALLED) ## generate code from the contracts
	@cd protos && ../$(BIN)/buf format -w && ../$(BIN)/buf lint
	@$(BIN)/python protos/generate.py

protos-release: $(INSTALLED) ## what the contracts say now is what nobody may break
	@cd protos && ../$(BIN)/buf build -o baseline.binpb

NOTIFICATIONS := services/notifications
CATALOGUES := $(NOTIFICATIONS)/src/notifications/catalogues

catalogues: $(INSTALLED) ## bring what mails say into the catalogues of every language; translate what is empty then
	@$(BIN)/pybabel --quiet extract -F $(NOTIFICATIONS)/babel.cfg --no-location --omit-header -o .venv/messages.pot $(NOTIFICATIONS)/src/notifications/templates
	@for language in es fr; do \
	  test -f $(CATALOGUES)/$$language.po || $(BIN)/pybabel --quiet init -i .venv/messages.pot -l $$language -o $(CATALOGUES)/$$language.po; \
	  $(BIN)/pybabel --quiet update -i .venv/messages.pot -l $$language -o $(CATALOGUES)/$$language.po --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 110; done

gallery: $(INSTALLED) ## write a page with every mail in every language; PICTURES=1 for the docs' pictures too
	@$(BIN)/python $(NOTIFICATIONS)/tests/gallery $(if $(PICTURES),--pictures)

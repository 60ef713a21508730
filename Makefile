# One command each. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help run test check fix bench setup lock clean

PYTHON := .venv/bin/python

help: ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

run: ## Install what is needed and start the demo municipality
	@scripts/setup run
	@exec .venv/bin/zaakspoor demo

test: check ## Install what is needed and run every check and every test
	@$(PYTHON) scripts/test.py

check: setup ## The checks that read and do not run: style, layers, types, migrations
	@scripts/check

fix: setup ## Format, and repair what can be repaired by machine
	@$(PYTHON) -m ruff check --fix --quiet .
	@$(PYTHON) -m ruff format .

bench: setup ## Measure (minutes; never part of the tests)
	@$(PYTHON) -m tests.bench

setup: ## Install what developing needs
	@scripts/setup test

lock: setup ## Raise the lock files to the newest versions
	@scripts/lock
	@npm update --package-lock-only

clean: ## Remove everything that was made here, the demo's data too
	rm -rf .venv node_modules var .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find src -name '*.mo' -delete
	rm -rf src/zaakspoor/interfaces/design/built

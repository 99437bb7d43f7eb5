# Every target sets up what it needs by itself; Python 3.11 or newer and make are enough. See docs/operations.md.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
COUNTRY ?= vn
ARGS ?=

RUNTIME = $(PYTHON) tools/bootstrap.py --
DEVELOP = $(PYTHON) tools/bootstrap.py --dev --

.PHONY: help run test test-fast coverage test-pg e2e check format golden messages clean

help:
	@echo "make run [PORT=8000] [COUNTRY=vn|ru]   a demo school on http://127.0.0.1:PORT"
	@echo "make test [ARGS='-k chain']            all tests on SQLite, browser stories included"
	@echo "make test-fast                         all tests on SQLite but the browser stories"
	@echo "make coverage                          the same, and the floors of coverage"
	@echo "make e2e                               the browser stories alone"
	@echo "make test-pg                           all tests but the browser stories on PostgreSQL"
	@echo "make check                             format, lint, types, layers, templates, migrations, messages"
	@echo "make format                            put Python and templates into the house form"
	@echo "make golden                            write the golden files of the reports anew; read the difference"
	@echo "make messages                          add missing messages, empty, to the catalogues"
	@echo "make clean                             forget test leftovers; the demo schools stay"

run:
	@$(RUNTIME) tools/run_demo.py --port $(PORT) --country $(COUNTRY)

test:
	@$(DEVELOP) tools/run_tests.py all -- $(ARGS)

test-fast:
	@$(DEVELOP) tools/run_tests.py fast -- $(ARGS)

coverage:
	@$(DEVELOP) tools/run_tests.py coverage -- $(ARGS)

e2e:
	@$(DEVELOP) tools/run_tests.py e2e -- $(ARGS)

test-pg:
	@$(DEVELOP) tools/run_tests.py postgres -- $(ARGS)

check:
	@$(DEVELOP) tools/run_checks.py

format:
	@$(DEVELOP) tools/run_checks.py --format

messages:
	@$(DEVELOP) tools/check_messages.py --write

golden:
	@$(DEVELOP) -m tests.integration.editorial.report_files
	@$(DEVELOP) -m tests.integration.home.demo_reports

clean:
	rm -rf var/test-* var/e2e-* var/shots var/coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

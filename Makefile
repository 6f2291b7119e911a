# The project's commands. Each sets up what it needs; `make` alone builds the site.
# Without make (Windows), README.md gives the same commands by hand.

VENV := .venv
PY := $(VENV)/bin/python
LOCK := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes
PYTEST := $(PY) -m pytest -n auto --dist loadfile
ZIM_TOOLS := zimwriterfs zimcheck faketime

export NO_MKDOCS_2_WARNING := 1
export PIP_REQUIRE_VIRTUALENV := 1
unexport PYTHONDONTWRITEBYTECODE # else each process of a test compiles the program again

.DEFAULT_GOAL := site
.PHONY: help site test test-fast test-content lint serve offline zim epub bench golden mutants lock sbom clean

# Make the environment again if its Python is gone or has been replaced by another version.
$(shell [ ! -d $(VENV) ] || $(PY) -c 'import pip' 2>/dev/null || rm -f $(VENV)/*.stamp)

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

site: $(VENV)/run.stamp ## check the content and build site/
	$(PY) -m generator site
	@$(PY) -m generator schemas >/dev/null

test-fast: lint ## the lints, and the tests that need no built site
	$(PYTEST) --hypothesis-profile quick -m "not site and not browser and not tools"

test: lint ## every lint and test
	$(PY) -m tests.browser --install
	$(PY) -m tests.nu --install
	$(PY) -m tests.tools --install $(ZIM_TOOLS) zimdump epubcheck pdftotext
	$(PYTEST)

test-content: $(VENV)/dev.stamp ## the tests that new content can break
	$(PY) -m tests.browser --install
	$(PYTEST) -m real

lint: $(VENV)/dev.stamp
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

serve: $(VENV)/run.stamp ## a preview that follows edits to the content
	$(PY) -m generator serve

offline: site ## dist/attested-offline.zip: the site, to be opened from disk
	$(PY) -m generator offline

zim: site ## dist/attested.zim: the site, for Kiwix
	$(PY) -m tests.tools --install $(ZIM_TOOLS)
	$(PY) -m generator zim

epub: site ## dist/attested.epub: the records as a book
	$(PY) -m generator epub

bench: $(VENV)/bench.stamp ## the benchmarks
	$(PY) -m benchmarks

golden: $(VENV)/dev.stamp ## rewrite the expected pages of the tests; read the diff
	$(PY) -m pytest --update-golden -k "golden or program_needs"

mutants: $(VENV)/dev.stamp ## plant mistakes in the records and in the code, and see which are noticed
	$(PY) -m tests.mutations
	$(PY) -m tests.mutants

lock: $(VENV)/dev.stamp ## resolve the dependencies again; UPGRADE=1 for the newest
	$(LOCK) pyproject.toml --output-file requirements/run.txt
	$(LOCK) pyproject.toml --group dev --constraints requirements/run.txt --output-file requirements/dev.txt
	$(LOCK) --group bench --output-file requirements/bench.txt
	$(LOCK) --group audit --output-file requirements/audit.txt
	$(LOCK) --group fuzz --output-file requirements/fuzz.txt

sbom: $(VENV)/dev.stamp ## dist/sbom.cdx.json: what the program is made of, with licences and hashes
	$(PY) -m tools.sbom

clean: ## remove everything that these commands made
	rm -rf $(VENV) build site site.prev dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(INSTALL) --requirement requirements/dev.txt
	@touch $@

$(VENV)/bench.stamp: requirements/bench.txt $(VENV)/dev.stamp
	$(INSTALL) --requirement requirements/bench.txt
	@touch $@

# Find the first Python that is new enough and can make an environment, or say what is missing.
$(VENV)/run.stamp: requirements/run.txt
	@command -v git >/dev/null || { echo "git is missing: install the package 'git'." >&2; exit 1; }
	@found=; \
	for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		found=$$python; break; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Python 3.11 or newer is missing: install it, or name one: make PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$found lacks the modules venv and ensurepip: on Debian or Ubuntu install" \
			"the package 'python3-venv'." >&2; \
		exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$("$$found" --version)"; \
	"$$found" -m venv --clear $(VENV)
	$(INSTALL) --requirement requirements/run.txt
	@touch $@

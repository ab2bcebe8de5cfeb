# Everything a fresh machine with Python 3.11 or newer needs is set up by the targets themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
CEL := build/cel/ready
VALIDATORS := build/validators/ready
MERMAID := build/mermaid/ready
BPMN := build/bpmn/ready
AXE := build/axe/ready
EDITORS := build/editors/ready
CHROMIUM := build/chromium/ready
DEMO := build/demo

.PHONY: demo test check texts docs pictures new-rule format bench soak clean

demo: $(READY) texts
	@mkdir -p $(DEMO)
	$(BIN)/processctl lint examples/before --exit-zero
	$(BIN)/processctl render examples/before -o $(DEMO)/before.svg
	$(BIN)/processctl render examples/before -o $(DEMO)/before.png
	$(BIN)/processctl site build examples/after -o $(DEMO)/site
	$(BIN)/processctl assess examples/before --format html --force -o $(DEMO)/assessment.html
	$(BIN)/processctl diff examples/change/main examples/change/proposal
	$(BIN)/processctl diff examples/change/main examples/change/proposal --format html --force -o $(DEMO)/change.html
	@echo "The drawing: $(DEMO)/before.svg and $(DEMO)/before.png; how far the company is: $(DEMO)/assessment.html;"
	@echo "what a change does to the leads: $(DEMO)/change.html; what a newcomer reads: $(DEMO)/site/index.html"

test: $(READY) texts $(CEL) $(VALIDATORS) $(MERMAID) $(BPMN) $(AXE) $(EDITORS) $(CHROMIUM)
	$(BIN)/python -m pytest -n auto

check: $(READY) texts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

# The compiled catalogues are not in git: what cannot be reviewed must not be able to differ.
texts: $(READY)
	@$(BIN)/python hatch_build.py

# The pages of the rules are written from the rules themselves; a test says when they are stale.
docs: $(READY)
	$(BIN)/python -m scripts.generate_docs

# Every picture of README and docs; a test says when one is stale.
pictures: $(READY) texts
	$(BIN)/python -m scripts.make_pictures

# make new-rule CODE=PC321 NAME=say-the-bad-thing [SEVERITY=warning]
new-rule: $(READY) texts
	$(BIN)/python -m scripts.new_rule "$(CODE)" "$(NAME)" $(SEVERITY)
	$(BIN)/ruff check --quiet --fix --select I processctl/rules/__init__.py
	$(BIN)/ruff format --quiet processctl/rules
	$(BIN)/python -m pytest tests/rules/test_cases.py -k $(CODE) --update-cases
	$(BIN)/python -m scripts.generate_docs
	@echo "It works, and all tests pass. Now make it yours: CONTRIBUTING.md says how."

bench: $(READY) texts
	$(BIN)/python benchmarks/lint.py
	$(BIN)/python benchmarks/proofs.py
	$(BIN)/python benchmarks/diff.py
	$(BIN)/python benchmarks/layout.py
	$(BIN)/python benchmarks/render.py
	$(BIN)/python benchmarks/site.py
	$(BIN)/python benchmarks/lsp.py

soak: $(READY) texts
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -n auto -m hypothesis --timeout 14400

# CEL's own tests come by npm, once; without it the tests that need them say what to install.
$(CEL): tests/cel/package-lock.json tests/cel/fetch.py tests/cel/suites.cjs tests/npm.py | $(READY)
	-@$(BIN)/python -m tests.cel.fetch && touch $@

# So does what others check our reports with.
$(VALIDATORS): tests/validators/package-lock.json tests/validators/fetch.py tests/npm.py | $(READY)
	-@$(BIN)/python -m tests.validators.fetch && touch $@

# And Mermaid's own command, which draws our Mermaid files.
$(MERMAID): tests/mermaid/package-lock.json tests/mermaid/fetch.py tests/npm.py | $(READY)
	-@$(BIN)/python -m tests.mermaid.fetch && touch $@

# And what they draw our BPMN with.
$(BPMN): tests/bpmn/package-lock.json tests/bpmn/fetch.py tests/npm.py | $(READY)
	-@$(BIN)/python -m tests.bpmn.fetch && touch $@

# And what says whether everybody can use our pages.
$(AXE): tests/axe/package-lock.json tests/axe/fetch.py tests/npm.py | $(READY)
	-@$(BIN)/python -m tests.axe.fetch && touch $@

# And what the editors' tests need: the extension's packages, another YAML server; Neovim and Emacs where
# they can be installed.
$(EDITORS): editors/vscode/package-lock.json tests/editors/package-lock.json tests/editors/fetch.py tests/npm.py | $(READY)
	-@$(BIN)/python -m tests.editors.fetch && touch $@

# Drawings and pages are looked at in a real browser: Chromium, installed here where that can be done.
$(CHROMIUM): tests/browser/chromium.py | $(READY)
	-@$(BIN)/python -m tests.browser.chromium && mkdir -p $(@D) && touch $@

clean:
	rm -rf $(VENV) build dist

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-build-isolation --editable .
	@touch $(READY)

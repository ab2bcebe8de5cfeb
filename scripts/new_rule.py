"""Begins a new rule: its module, its place in the list, cases, Finnish words and page.

The rule that it writes works, and all tests pass: it objects to stages that have the rule's name as a
tag. Then replace, piece by piece, what it checks and says, and let the tests tell what is missing.

    make new-rule CODE=PC321 NAME=stage-that-nobody-likes
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from hatch_build import compile_catalogues
from processctl.rules import RULES

REPOSITORY = Path(__file__).resolve().parent.parent
RULES_FOLDER = REPOSITORY / "processctl" / "rules"
LOCALE = REPOSITORY / "processctl" / "locale" / "fi" / "LC_MESSAGES"
CASES = REPOSITORY / "tests" / "rules" / "cases"
SEVERITIES = ("error", "warning", "info")

# English and Finnish, for the module and for its page.
_WORDS = {
    'Stage "{stage}" has the tag "{tag}".': 'Vaiheella "{stage}" on tunniste "{tag}".',
    "Take the tag away.": "Poista tunniste.",
}
_PAGE = {
    "summary": ("A stage has the tag `NAME`.", "Vaiheella on tunniste `NAME`."),
    "checks": ("No stage has the tag `NAME`.", "Millään vaiheella ei ole tunnistetta `NAME`."),
    "matters": (
        "Say here what happens to the customer when nobody minds `NAME`.",
        "Kerro tässä, mitä asiakkaalle tapahtuu, kun kukaan ei välitä kohdasta `NAME`.",
    ),
    "where": ("On the `tags` of the stage with `NAME`.", "Vaiheen avaimessa `tags`, jossa on `NAME`."),
    "disagree": (
        "Say here when `NAME` is right as it is.",
        "Kerro tässä, milloin `NAME` on oikein näin.",
    ),
}  # fmt: skip
_MODULE = '''"""{summary}

## What it checks
{checks}

## Why it matters
{matters}

## Where
{where}

## Bad
```yaml
stages:
  offer: {{start: true, tags: [{name}]}}
```

## Good
```yaml
stages:
  offer: {{start: true}}
```

## When to disagree
{disagree}
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Rule, stage_at
from processctl.texts import say

_TAG = "{name}"


def check(journey: Journey) -> Iterator[Found]:
    """Find stages with the tag."""
    for name, stage in journey.stages.items():
        if _TAG in stage.tags:
            yield Found(
                say('Stage "{{stage}}" has the tag "{{tag}}".', stage=stage.title, tag=_TAG),
                stage_at(name, "tags"),
                hint=say("Take the tag away."),
            )


RULE = Rule("{code}", "{name}", "{severity}", __doc__, check)
'''
_CASE = """\
processctl: 1
process: {{owner: anna}}
people: {{anna: {{}}}}
stages:
  offer:
    start: true
    owner: anna
    tags: [{tag}]
    does: [Write the offer]
    within: 2 days
    late: {{tell: anna}}
    exits: [{{to: customer, when: buys}}, {{to: closed_lost, when: otherwise}}]
  customer: {{owner: anna, outcome: won}}
  closed_lost: {{owner: anna, outcome: lost, about: For good}}
criteria: {{buys: {{judged_by: anna}}}}
"""


def scaffold(code: str, name: str, severity: str) -> list[Path]:
    """Write everything a new rule consists of; returns the files that are new.

    Raises:
        SystemExit: the code, name or severity will not do.
    """
    _refuse_what_will_not_do(code, name, severity)
    family = next(RULES_FOLDER.glob(f"{_family(code)}_*"))
    module = name.replace("-", "_")
    texts = {key: english.replace("NAME", name) for key, (english, _) in _PAGE.items()}
    file = family / f"{module}.py"
    source = _MODULE.format(code=code, name=name, severity=severity, **texts)
    file.write_text(source, encoding="utf-8")
    _register(family.name, module, code)
    _translate(f"rules_{_family(code)}", _WORDS)
    finnish = {english.replace("NAME", name): words.replace("NAME", name)
               for english, words in _PAGE.values()}  # fmt: skip
    _translate(f"pages_{_family(code)}", finnish)
    cases = CASES / code
    cases.mkdir()
    (cases / "fires.yaml").write_text(_CASE.format(tag=name), encoding="utf-8")
    (cases / "another_tag.yaml").write_text(_CASE.format(tag="fine"), encoding="utf-8")
    compile_catalogues(REPOSITORY)
    return [file, *sorted(cases.iterdir())]


def _family(code: str) -> str:
    return "pc99" if code.startswith("PC99") else code[:-2].lower()


def _refuse_what_will_not_do(code: str, name: str, severity: str) -> None:
    if not re.fullmatch(r"PC[1-9][0-9]{2}", code):
        sys.exit(f'"{code}" is no code: write CODE=PC and three digits, the first one the family.')
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", name):
        sys.exit(f'"{name}" is no name: write NAME=say-the-bad-thing.')
    if severity not in SEVERITIES:
        sys.exit(
            f'"{severity}" is no severity: write SEVERITY= and one of {", ".join(SEVERITIES)}.'
        )
    taken = next((rule for rule in RULES if code == rule.code or name == rule.name), None)
    if taken is not None:
        sys.exit(f"{taken.code} {taken.name} is there already.")
    if not list(RULES_FOLDER.glob(f"{_family(code)}_*")):
        sys.exit(f"There is no family {_family(code).upper()} below processctl/rules.")


def _register(family: str, module: str, code: str) -> None:
    """Put the rule into the one list, behind the rule with the next lower code."""
    file = RULES_FOLDER / "__init__.py"
    text = file.read_text("utf-8")
    head = f"from processctl.rules.{family} import (\n"
    if head not in text:
        raise SystemExit(f"{file.name} imports nothing from {family}: add the rule by hand.")
    text = text.replace(head, f"{head}    {module},\n")
    before = [rule for rule in RULES if rule.code < code and len(rule.code) == len(code)]
    lower = max(before, key=lambda rule: rule.code).name.replace("-", "_")
    line = f"    {lower}.RULE,\n"
    text = text.replace(line, f"{line}    {module}.RULE,\n")
    file.write_text(text, encoding="utf-8")


def _translate(catalogue: str, words: dict[str, str]) -> None:
    file = LOCALE / f"{catalogue}.po"
    text = file.read_text("utf-8")
    for english, finnish in words.items():
        text += f"\nmsgid {_quoted(english)}\nmsgstr {_quoted(finnish)}\n"
    file.write_text(text, encoding="utf-8")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def main() -> None:
    """Begin the rule that the arguments name."""
    if len(sys.argv) not in (3, 4):
        sys.exit("Say which: make new-rule CODE=PC321 NAME=say-the-bad-thing [SEVERITY=warning]")
    code, name, *rest = sys.argv[1:]
    for file in scaffold(code, name, rest[0] if rest else "warning"):
        print(file.relative_to(REPOSITORY).as_posix())


if __name__ == "__main__":
    main()

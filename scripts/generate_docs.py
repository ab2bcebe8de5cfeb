"""Writes what is derived from the rules and kinds of change: pages below ``docs/``.

``documents()`` is pure, so that a test can hold it against what is on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from processctl.compare.kinds import KINDS
from processctl.lint.orders import ORDERS, Order
from processctl.lint.questions import QUESTIONS
from processctl.lint.result import PHASES
from processctl.reports.kind_page import kind_page
from processctl.reports.rule_page import rule_page
from processctl.rules import RULES, Rule
from processctl.texts import translator

REPOSITORY = Path(__file__).resolve().parent.parent
FOLDER = "docs/rules"
CHANGES = "docs/changes"
FAMILIES = {
    "PC0": "Reading",
    "PC1": "Names",
    "PC2": "Ownership",
    "PC3": "Flow",
    "PC4": "Handoffs",
    "PC5": "Criteria",
    "PC6": "Customer data",
    "PC7": "Feedback and forums",
    "PC8": "Goals and metrics",
    "PC9": "Change and improvement",
    "PC99": "The linter's own",
}
_SCOPES = {
    "stage": "on the same stage",
    "place": "on the same stage",
    "about": "about the same teams, field, forum, goal or metric",
    "anywhere": "anywhere in the process",
}


def documents() -> dict[str, str]:
    """Every generated file: its path from the repository's root, and its text."""
    english = translator("en")
    pages = {f"{FOLDER}/{rule.name}.md": rule_page(rule, english) for rule in RULES}
    changes = {f"{CHANGES}/{kind.name}.md": kind_page(kind, english) for kind in KINDS}
    return {
        **pages,
        **changes,
        f"{CHANGES}/README.md": _changes(),
        f"{FOLDER}/README.md": _index(),
        f"{FOLDER}/order.md": _order(),
    }


def _changes() -> str:
    lines = [
        "# The kinds of change",
        "",
        f"`processctl diff` tells {len(KINDS)} kinds of change. *Breaking* is what somebody relied on, of *behaviour*",
        "what goes another way, *clarifying* what changes only words. A code is for machines, the name is for",
        "people; `processctl explain NAME` shows a page in the terminal.",
        "",
        "| kind | level | tells |",
        "| --- | --- | --- |",
        *(
            f"| [{kind.code} {kind.name}]({kind.name}.md) | {kind.level} | {kind.summary} |"
            for kind in KINDS
        ),
    ]
    return "\n".join(lines) + "\n"


def _link(rule: Rule) -> str:
    return f"[{rule.code} {rule.name}]({rule.name}.md)"


def _index() -> str:
    return "\n".join([*_by_family(), *_by_question()]) + "\n"


def _by_family() -> Iterator[str]:
    yield "# The rules"
    yield ""
    yield f"{len(RULES)} rules. A code is for machines, the name is for people; both work everywhere."
    yield '`processctl explain NAME` shows a page in the terminal. "Off" are rules that run where a'
    yield "workspace gives them a severity, or sets the option that they wait for."
    yield "[Which finding speaks where two would](order.md) is a page of its own."
    for family, title in FAMILIES.items():
        yield ""
        yield f"## {family} {title}"
        yield ""
        yield "| rule | severity | finds |"
        yield "| --- | --- | --- |"
        for rule in RULES:
            if rule.family == family:
                yield f"| {_link(rule)} | {_severity(rule)} | {rule.summary} |"


def _severity(rule: Rule) -> str:
    waits = not rule.enabled or any(option.shown is None for option in rule.options)
    return f"{rule.severity}, off" if waits else rule.severity


def _by_question() -> Iterator[str]:
    english = translator("en")
    by_code = {rule.code: rule for rule in RULES}
    yield ""
    yield "# By question"
    yield ""
    yield "The questions that a process has to answer on the way to working together, and the rules that"
    yield "object where it only seems to. `processctl assess` judges a process by them."
    for phase, name in PHASES:
        yield ""
        yield f"## Phase {phase}: {english.render(name)}"
        yield ""
        yield "| question | rules |"
        yield "| --- | --- |"
        for question in QUESTIONS:
            if question.phase == phase:
                rules = [_link(by_code[code]) for code in question.rules if code in by_code]
                words = english.render(question.words)
                yield f"| {question.id} {words} | {', '.join(rules) or 'judged by `assess` itself'} |"


def _order() -> str:
    lines = [
        "# Which finding speaks",
        "",
        "One cause, one finding. Where two rules would tell the same hole, the first of a row is told",
        "and the others stay silent. The rows are applied from the top. A finding that an `ignore` hides",
        "still stands above others, but where the row says otherwise.",
        "",
        "| told | silent | where | why |",
        "| --- | --- | --- | --- |",
        *(_order_row(order) for order in ORDERS),
    ]
    return "\n".join(lines) + "\n"


def _order_row(order: Order) -> str:
    by_code = {rule.code: rule for rule in RULES}
    loses = ", ".join(_named(code, by_code) for code in order.loses)
    if order.but:
        loses += f" but for {', '.join(order.but)}"
    told = _named(order.winner, by_code) + (" unless it is ignored" if order.only_if_told else "")
    return f"| {told} | {loses} | {_SCOPES[order.scope]} | {order.why} |"


def _named(code: str, by_code: Mapping[str, Rule]) -> str:
    if code in by_code:
        return _link(by_code[code])
    return f"all of {code}" if code else "every rule"


def write() -> None:
    """Write what has changed, and take away pages of rules that are no more."""
    wanted = documents()
    for name, text in wanted.items():
        file = REPOSITORY / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, encoding="utf-8")
    for file in (*(REPOSITORY / FOLDER).glob("*.md"), *(REPOSITORY / CHANGES).glob("*.md")):
        if file.relative_to(REPOSITORY).as_posix() not in wanted:
            file.unlink()


if __name__ == "__main__":
    write()

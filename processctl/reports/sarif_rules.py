"""Rules as SARIF describes them: their names, their pages, how grave they are."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.reports.rule_page import HEADINGS, rule_page
from processctl.rules.page import Block, blocks
from processctl.rules.rule import Rule
from processctl.texts import Translator, page_translator
from processctl.texts.severity import Severity

LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
# What GitHub sorts by; nothing here is a matter of security.
_PROBLEMS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "recommendation"}
_TOPICS = {
    "PC0": "reading",
    "PC1": "names",
    "PC2": "ownership",
    "PC3": "flow",
    "PC4": "handoffs",
    "PC5": "criteria",
    "PC6": "data",
    "PC7": "feedback",
    "PC8": "goals",
    "PC9": "change",
    "PC99": "linter",
}


def descriptor(rule: Rule, language: str) -> dict[str, object]:
    """A rule with its whole page, in a language that it has one in."""
    speaker = page_translator(language)
    page = rule.pages.get(language, rule.page)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _bare(speaker.phrase(rule.summary_in(language)))},
        "fullDescription": {"text": "\n\n".join(_paragraphs(blocks(page), speaker))},
        "help": {
            "text": "\n\n".join(_said(blocks(page), speaker)),
            "markdown": rule_page(rule, speaker),
        },
        "defaultConfiguration": {"enabled": rule.enabled, "level": LEVELS[rule.severity]},
        "properties": {
            "precision": "high",
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": [_TOPICS.get(rule.family, "process"), rule.name],
        },
    }


def _paragraphs(parts: tuple[Block, ...], speaker: Translator) -> Iterator[str]:
    """The bad thing, and what is checked: all up to the second heading."""
    headings = 0
    for part in parts:
        headings += part.kind == "heading"
        if headings > 1:
            return
        if part.kind in ("paragraph", "item"):
            yield _bare(speaker.phrase(part.text))


def _said(parts: tuple[Block, ...], speaker: Translator) -> Iterator[str]:
    """A page without the signs of Markdown."""
    for part in parts:
        if part.kind == "code":
            yield "\n".join(part.text.splitlines()[1:-1])
        elif part.kind == "heading":
            heading = HEADINGS.get(part.text)
            yield f"{speaker.render(heading) if heading is not None else part.text}:"
        else:
            yield f"{'- ' if part.kind == 'item' else ''}{_bare(speaker.phrase(part.text))}"


def _bare(text: str) -> str:
    return text.replace("`", "")

"""The answers as a file: YAML in the canonical form, and what is still to be answered at its end."""

from __future__ import annotations

import json
from collections.abc import Iterator

from processctl.interview.ask import Answers
from processctl.interview.document import Data, document
from processctl.interview.questions import SCRIPT
from processctl.lint.questions import QUESTIONS
from processctl.texts import Translator, say

_SCHEMA_LINE = "# yaml-language-server: $schema=./processctl.schema.json"


def process_file(answers: Answers, speaker: Translator) -> str:
    """The text of ``processctl.yaml`` for the answers of one interview."""
    lines = [_SCHEMA_LINE, "#", f"# {speaker.render(_HEAD)}"]
    for section, value in document(answers, speaker).items():
        if section not in ("processctl", "process"):
            lines.append("")
        lines += _entry(section, value, "")
    return "\n".join([*lines, *_open(answers, speaker)]) + "\n"


_HEAD = say('What you have said, and no more. "processctl lint" shows what is missing.')


def _open(answers: Answers, speaker: Translator) -> Iterator[str]:
    """The questions that nothing was answered to, as a comment."""
    answered = {ask.question for ask in SCRIPT if answers.get(ask.key, "").strip()}
    asked = {ask.question for ask in SCRIPT if ask.question}
    left = [one for one in QUESTIONS if one.id in asked - answered]
    if left:
        yield ""
        yield f"# {speaker.render(say('Not answered yet:'))}"
        for question in left:
            yield f"#   {question.id} {speaker.render(question.words)}"


def _entry(key: str, value: Data, indent: str) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield f"{indent}{key}:"
        for name, part in value.items():
            yield from _entry(name, part, indent + "  ")
    elif isinstance(value, list) and value:
        yield f"{indent}{key}:"
        for item in value:
            yield from _item(item, indent + "  ")
    else:
        yield f"{indent}{key}: {_scalar(value)}"


def _item(value: Data, indent: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{indent}- {_scalar(value)}"
        return
    mark = "- "
    for name, part in value.items():
        first, *rest = _entry(name, part, indent + "  ")
        yield f"{indent}{mark}{first.lstrip()}"
        yield from rest
        mark = "  "


def _scalar(value: Data) -> str:
    """Texts in quotes throughout: which of them need none, the formatter knows."""
    return json.dumps(value, ensure_ascii=False)

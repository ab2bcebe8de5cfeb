"""The answers as a file: YAML in the canonical form, and what is still to be answered at its end."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.interview.ask import Answers
from processctl.interview.document import document
from processctl.interview.questions import SCRIPT
from processctl.lint.questions import QUESTIONS
from processctl.reading.data_text import entry
from processctl.texts import Translator, say

_SCHEMA_LINE = "# yaml-language-server: $schema=./processctl.schema.json"


def process_file(answers: Answers, speaker: Translator) -> str:
    """The text of ``processctl.yaml`` for the answers of one interview."""
    lines = [_SCHEMA_LINE, "#", f"# {speaker.render(_HEAD)}"]
    for section, value in document(answers, speaker).items():
        if section not in ("processctl", "process"):
            lines.append("")
        lines += entry(section, value)
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

"""What is asked: one thing at a time, in words that need no knowledge of the language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.model.values import cadence, duration, rate
from processctl.texts import Message, say

Form: TypeAlias = Literal["text", "list", "duration", "rhythm", "rate", "count"]
Answers: TypeAlias = Mapping[str, str]
"""What was answered, by the key of what was asked; a list as it was typed, with commas."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is asked.

    ``question`` is the id of the question of the roadmap that it belongs to, ``key`` what the answer
    is kept under. It is asked only where ``after``, another key, was answered.
    """

    question: str
    key: str
    words: Message
    form: Form = "text"
    after: str | None = None


def trouble(form: Form, answer: str) -> Message | None:
    """What is wrong with an answer; None for one that can be written."""
    fits, words = _FORMS[form]
    return None if fits(answer) else words


def listed(answer: str) -> list[str]:
    """The parts of an answer that is a list: commas part them, but not those inside parentheses."""
    parts, depth = [""], 0
    for sign in answer:
        depth += (sign == "(") - (sign == ")" and depth > 0)
        if sign in ",;" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def _is_text(answer: str) -> bool:
    return len(answer) <= 500 and answer.isprintable()


def _is_list(answer: str) -> bool:
    return _is_text(answer) and bool(listed(answer))


def _is_count(answer: str) -> bool:
    return answer.isascii() and answer.isdecimal() and 0 < int(answer) <= 1000


_FORMS: dict[Form, tuple[Callable[[str], bool], Message]] = {
    "text": (_is_text, say("That is too long, or holds signs that cannot be shown.")),
    "list": (_is_list, say("Write one or several things with commas between them.")),
    "duration": (
        lambda answer: (found := duration(answer)) is not None and found.since is None,
        say('Write a time such as "2 business days", "4 business hours" or "3 months".'),
    ),
    "rhythm": (
        lambda answer: (found := cadence(answer)) is not None and found.unit != "case",
        say('Write how often: "week", "2 weeks", "month" or "quarter".'),
    ),
    "rate": (lambda answer: rate(answer) is not None, say('Write how many: "40 per month".')),
    "count": (_is_count, say("Write a whole number above 0.")),
}

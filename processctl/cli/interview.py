"""Asking at a terminal: one thing at a time, each of which may be passed over."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from processctl.interview.ask import Ask
    from processctl.texts import Translator


def at_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def ask_all(script: Sequence[Ask], speaker: Translator) -> dict[str, str]:
    """The answers by key; those that were passed over are left out.

    The end of the input (Ctrl-D) ends the questions: what was said until then counts.
    """
    from processctl.lint.questions import QUESTIONS
    from processctl.texts import say

    with suppress(ImportError):  # not everywhere; it lets people correct what they type
        import readline  # noqa: F401 - being there is what it does

    words = {question.id: speaker.render(question.words) for question in QUESTIONS}
    click.echo(
        speaker.render(
            say(
                "I ask, you answer in your own words. Enter passes a question over, Ctrl-D ends the "
                "questions, Ctrl-C leaves everything as it was."
            )
        )
    )
    answers: dict[str, str] = {}
    heading = ""  # the first questions are of the whole
    for ask in script:
        if ask.after is not None and ask.after not in answers:
            continue
        if ask.question != heading:
            heading = ask.question
            click.echo()
            click.secho(f"{heading} {words[heading]}", bold=True)
        said = _ask(ask, speaker)
        if said is None:
            click.echo()
            break
        if said:
            answers[ask.key] = said
    return answers


def _ask(ask: Ask, speaker: Translator) -> str | None:
    """What was answered: nothing (``""``) where it was passed over, None at the end of the input."""
    from processctl.interview.ask import trouble

    click.echo(f"  {speaker.render(ask.words)}")
    while True:
        try:
            said = input("  > ").strip()
        except EOFError:
            return None
        wrong = trouble(ask.form, said) if said else None
        if wrong is None:
            return said
        click.secho(f"  {speaker.render(wrong)}", fg="yellow")

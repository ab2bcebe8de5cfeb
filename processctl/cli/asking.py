"""Asking at a terminal for what a walk lacks, until it is at its end or nobody answers any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from processctl.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from processctl.reports.walk import WalkReport
    from processctl.texts import Message
    from processctl.trying.ground import Ground
    from processctl.trying.plan import Known, Plan
    from processctl.trying.told import Walk

T = TypeVar("T")
_YES = frozenset({"y", "yes", "true", "k", "kyllä"})
_NO = frozenset({"n", "no", "false", "e", "ei"})


def walk_asking(ground: Ground, plan: Plan, today: date, report: WalkReport) -> tuple[Plan, Walk]:
    """Let a case walk, ask for what it lacks, and tell each stop when the case has left it."""
    from processctl.trying.ask import with_answers
    from processctl.trying.walk import walk

    told = 0
    while True:
        done = walk(ground, plan, today)
        settled = len(done.stops) - 1 if done.end in ("lacks", "several") else len(done.stops)
        for number in range(told, settled):
            _echo(*report.stop(number + 1, done.stops[number]))
        told = max(told, settled)
        has, yes, no = _answers(ground, done, report)
        if not (has or yes or no):
            return plan, done
        plan = with_answers(plan, done, has, yes, no)


def _answers(
    ground: Ground, done: Walk, report: WalkReport
) -> tuple[dict[str, Known], frozenset[str], frozenset[str]]:
    """One answer to what the end of a walk asks: a value, a yes or a no; nothing if there is none."""
    if done.end == "several":
        stage = _choice(done, report)
        return {}, frozenset((stage,) if stage else ()), frozenset()
    if done.end != "lacks":
        return {}, frozenset(), frozenset()
    from processctl.trying.words import asked_exit, lack_in_words

    journey, name = ground.journey, done.lacks[0]
    stage = report.words(
        say('In the stage "{stage}":', stage=journey.stages[done.stops[-1].stage].title)
    )
    if name in journey.model.fields:
        from processctl.trying.ask import form_in_words, read_value

        field = journey.model.fields[name]
        question = report.words(say('what is "{field}"?', field=field.title))
        _echo(f"{stage} {question} ({report.words(form_in_words(field))})")
        value: Known | None = _ask(lambda text: read_value(journey, name, text), report)
        return ({} if value is None else {name: value}), frozenset(), frozenset()
    _echo(f"{stage} {report.words(lack_in_words(journey, name))}?")
    answer = _ask(_yes_or_no, report)
    exit_ = asked_exit(journey, name)
    said = exit_.to.id if exit_ is not None and exit_.to is not None else name
    if answer is None:
        return {}, frozenset(), frozenset()
    return {}, frozenset((said,) if answer else ()), frozenset(() if answer else (said,))


def _choice(done: Walk, report: WalkReport) -> str | None:
    """Which of several exits that hold the case takes."""
    from processctl.trying.words import end_in_words

    journey = report.journey
    targets = tuple(
        dict.fromkeys(
            look.way.exit.to.id
            for look in done.stops[-1].looks
            if look.holds and look.way.exit.to is not None
        )
    )
    _echo(report.words(end_in_words(journey, done)))
    return _numbered(targets, report)


def choose_start(report: WalkReport, starts: Sequence[str]) -> str | None:
    """Where the case begins, of several starts."""
    _echo(report.words(say("Where does the case begin?")))
    return _numbered(starts, report)


def _numbered(stages: Sequence[str], report: WalkReport) -> str | None:
    """One of several stages, by its number or its id."""
    from processctl.proofs.words import stage_in_words

    for number, name in enumerate(stages, 1):
        _echo(f"  {number}. {report.words(stage_in_words(report.journey.model, name))}")

    def read(text: str) -> str | Message:
        if text in stages:
            return text
        by_number = {str(number): name for number, name in enumerate(stages, 1)}
        return by_number.get(text) or say("Write a number from 1 to {count}.", count=len(stages))

    return _ask(read, report)


def _yes_or_no(text: str) -> bool | Message:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    return say('Write "yes" or "no".')


def _ask(read: Callable[[str], T | Message], report: WalkReport) -> T | None:
    """What was answered, once it can be read; None at the end of the input (Ctrl-D)."""
    from processctl.texts import Message

    while True:
        try:
            said = input("  > ").strip()
        except EOFError:
            _echo("")
            return None
        value = read(said)
        if not isinstance(value, Message):
            return value
        click.secho(f"  {report.words(value)}", fg="yellow")


def _echo(*lines: str) -> None:
    for line in lines:
        click.echo(line)

"""Processes at random, as text: small enough to try every case, with everything the language has."""

from __future__ import annotations

from random import Random

from tests.proofs.generated_conditions import (
    Vocabulary,
    condition,
    declarations,
    partition,
    quoted,
    vocabulary,
)

_HEAD = """\
processctl: 1
teams: {sales: {}, care: {}}
roles:
  ann: {team: sales}
  bob: {team: sales}
  cecilia: {team: care}
"""
_MOST_JUDGEMENTS = 2
_OWNERS = ("ann", "bob", "cecilia")


def process(chance: Random) -> str:
    """The text of a process."""
    words = vocabulary(chance)
    count = chance.randint(2, 6)
    stages = [f"s{number}" for number in range(count)]
    lines = [*declarations(words, chance), "stages:"]
    for number in range(count):
        lines += _stage(chance, words, stages, number)
    lines.append("promises:")
    for number in range(2):
        ends = f"from: {chance.choice(stages)}, never: {chance.choice(stages)}"
        assumed = quoted(condition(chance, words, 1))
        lines.append(f"  p{number}: {{{ends}, assuming: {assumed}}}")
    return _HEAD + "\n".join(lines) + "\n"


def _stage(chance: Random, words: Vocabulary, stages: list[str], number: int) -> list[str]:
    is_last = number == len(stages) - 1
    lines = [f"  {stages[number]}:", f"    owner: {chance.choice(_OWNERS)}"]
    if number == 0 or chance.random() < 0.1:
        lines += _start(chance, words)
    if number and chance.random() < 0.3:
        lines.append(f"    entry: {quoted(condition(chance, words, 1))}")
    captured = [name for name in words.fields if chance.random() < 0.3]
    if captured:
        lines.append(f"    captures: [{', '.join(captured)}]")
    if is_last or chance.random() < 0.07:
        lines.append(f"    outcome: {chance.choice(('won', 'won', 'lost'))}")
    if number and chance.random() < 0.04:
        lines.append("    status: planned")
    for key, odds in (("waits", 0.08), ("in_order", 0.25), ("free_choice", 0.07)):
        if chance.random() < odds:
            lines.append(f"    {key}: true")
    lines += _clocks(chance, stages, "    ")
    if chance.random() < 0.12:
        lines.append(f"    holds: {{at_most: 5, full: {{to: {chance.choice(stages)}}}}}")
    lines += _variants(chance, words, stages)
    if not is_last or chance.random() < 0.3:
        lines += _exits(chance, words, stages, number)
    return lines


def _start(chance: Random, words: Vocabulary) -> list[str]:
    keys = []
    brought = [name for name in words.fields if chance.random() < 0.3]
    if brought:
        keys.append(f"brings: [{', '.join(brought)}]")
    if chance.random() < 0.3:
        keys.append(f"when: {quoted(condition(chance, words, 1))}")
    return [f"    start: {{{', '.join(keys)}}}" if keys else "    start: true"]


def _clocks(chance: Random, stages: list[str], indent: str) -> list[str]:
    lines = []
    if chance.random() < 0.15:
        step = f"to: {chance.choice(stages)}"
        if chance.random() < 0.3:
            step += f", at_most: 2, then: {chance.choice(stages)}"
        key, after = chance.choice((("late", ""), ("idle", "after: 2 days, ")))
        lines += [f"{indent}within: 3 days", f"{indent}{key}: {{{after}{step}}}"]
    if chance.random() < 0.15:
        silent = chance.choice(("tell: ann", f"to: {chance.choice(stages)}"))
        lines.append(f"{indent}accepts: {{by: ann, within: 1 day, silent: {{{silent}}}}}")
    return lines


def _variants(chance: Random, words: Vocabulary, stages: list[str]) -> list[str]:
    lines: list[str] = []
    for segment in words.segments:
        if chance.random() < 0.3:
            inner = _clocks(chance, stages, "        ")
            captured = [name for name in words.fields if chance.random() < 0.3]
            if captured:
                inner.append(f"        captures: [{', '.join(captured)}]")
            if inner:
                lines += [f"      {segment}:", *inner]
    return ["    varies:", *lines] if lines else []


def _exits(chance: Random, words: Vocabulary, stages: list[str], number: int) -> list[str]:
    count = chance.choice((1, 2, 2, 2, 3, 3, 4))
    tests: list[str] = [condition(chance, words, 1) for _ in range(count)]
    if count > 1 and chance.random() < 0.6:
        tests = partition(chance, words, count)
    if chance.random() < 0.2:
        tests[chance.randrange(len(tests))] = condition(chance, words, 1)
    whens = [f"when: {quoted(test)}" for test in tests]
    if chance.random() < 0.15 and words.unnamed_judgements < _MOST_JUDGEMENTS:
        words.unnamed_judgements += 1  # each doubles the number of cases
        whens[chance.randrange(len(whens))] = "when: {says: Somebody thinks so}"
    if chance.random() < 0.2:
        whens[-1] = "when: otherwise"
        if chance.random() < 0.15:
            chance.shuffle(whens)
    if chance.random() < 0.06:
        whens[chance.randrange(len(whens))] = ""
    lines = ["    exits:"]
    for place, when in enumerate(whens):
        onward = stages[number + 1 :] or stages
        target = chance.choice(onward if chance.random() < 0.75 else stages)
        if place == 0 and onward is not stages:
            target = onward[0]
        lines += _exit(chance, words, stages, target, when)
    return lines


def _exit(
    chance: Random, words: Vocabulary, stages: list[str], target: str, when: str
) -> list[str]:
    if chance.random() < 0.07:
        target = "origin"
    keys = [f"to: {target}", when] if when else [f"to: {target}"]
    reset = [name for name in words.fields if chance.random() < 0.08]
    if reset:
        keys.append(f"resets: [{', '.join(reset)}]")
    if chance.random() < 0.08:
        keys.append("return: true")
    if chance.random() < 0.08:
        keys.append(f"at_most: 2, then: {chance.choice(stages)}")
    if chance.random() < 0.06:
        silent = chance.choice(("tell: ann", f"to: {chance.choice(stages)}"))
        keys.append(f"handoff: {{by: ann, within: 1 day, silent: {{{silent}}}}}")
    if chance.random() < 0.04:
        keys.append("status: planned")
    return [f"      - {{{', '.join(keys)}}}"]

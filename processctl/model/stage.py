"""Stages: where a case is, what is done with it, for how long, and where it goes next."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from processctl.model.build import Part, Reader, build, key, key_or
from processctl.model.condition import Condition, Expression, condition, expression
from processctl.model.element import Dated, Element
from processctl.model.exit import Contract, Exit, Step, contract, field_ids, stage_id
from processctl.model.parse import (
    WHO,
    cadence,
    duration,
    is_id,
    number,
    one_or_many,
    part,
    rate,
    share,
    text,
    texts,
    to,
    truth,
    who,
    whole,
    whos,
    word,
)
from processctl.model.reference import Reference, References
from processctl.model.values import Cadence, Duration, Rate
from processctl.reading import nodes
from processctl.reading.nodes import Node, is_empty
from processctl.reading.problem import Path
from processctl.texts import Text


@dataclass(frozen=True, kw_only=True)
class Shortage(Part):
    """What happens when too few cases are born."""

    do: Text | None = key(text)
    owner: Reference | None = key(who)


@dataclass(frozen=True, kw_only=True)
class Start(Part):
    """Cases are born in this stage."""

    sources: tuple[Text, ...] = key_or(texts, (), "from")
    brings: References = key_or(field_ids, ())
    when: Condition | None = key(condition)
    expects: Rate | None = key(rate)
    short: Shortage | None = key(part(Shortage))


def _start(reader: Reader, node: Node, path: Path) -> Start | None:
    if isinstance(node, nodes.Scalar) and node.value is not True:
        return None
    return build(Start, reader, node, path)


@dataclass(frozen=True, kw_only=True)
class Work(Part):
    """Something that is done in a stage."""

    says: Text | None = key(text)
    by: Reference | None = key(to(*WHO, "systems"))
    within: Duration | None = key(duration)


def _work(reader: Reader, node: Node, path: Path) -> Work | None:
    if isinstance(node, nodes.Mapping) and not node.entries.keys() & {"says", "by", "within"}:
        return build(Work, reader, node, path, says=text(reader, node, path))
    if isinstance(node, nodes.Scalar):
        words = text(reader, node, path)
        return build(Work, reader, node, path, says=words) if words else None
    return build(Work, reader, node, path)


_works = one_or_many(_work)


@dataclass(frozen=True, kw_only=True)
class Full(Part):
    """What happens to a case that meets a full stage."""

    to: Reference | None = key(stage_id)
    tell: References = key_or(whos, ())


@dataclass(frozen=True, kw_only=True)
class Holds(Part):
    """How many cases a stage can hold."""

    at_most: int | None = key(whole)
    per: str | None = key(word)
    full: Full | None = key(part(Full))


@dataclass(frozen=True, kw_only=True)
class Touch(Part):
    """What is done again and again while a case rests."""

    every: Cadence | None = key(cadence)
    does: tuple[Work, ...] = key_or(_works, ())
    owner: Reference | None = key(who)


@dataclass(frozen=True, kw_only=True)
class Continues(Part):
    """The edge of the model: the case goes on in another process."""

    process: Text | None = key(text, "in")
    owner: Reference | None = key(who)


def _continues(reader: Reader, node: Node, path: Path) -> Continues | None:
    if isinstance(node, nodes.Mapping):
        return build(Continues, reader, node, path)
    words = text(reader, node, path)
    return build(Continues, reader, node, path, process=words) if words else None


@dataclass(frozen=True, kw_only=True)
class Clocked(Part):
    """Owner, clocks, work and contract: what a segment may have otherwise."""

    owner: References = key_or(whos, ())
    within: Duration | None = key(duration)
    late: tuple[Step, ...] = key_or(one_or_many(part(Step)), ())
    idle: tuple[Step, ...] = key_or(one_or_many(part(Step)), ())
    captures: References = key_or(field_ids, ())
    does: tuple[Work, ...] = key_or(_works, ())
    accepts: Contract | None = key(contract)


def _value(reader: Reader, node: Node, path: Path) -> Fraction | Reference | None:
    """What a case is worth: an amount, or the field that holds it."""
    if isinstance(node, nodes.Scalar) and is_id(node.text):
        return to("fields")(reader, node, path)
    return number(reader, node, path)


def _outcome(reader: Reader, node: Node, path: Path) -> str | None:
    """What a stage counts as. A word that nobody declared still makes it a result."""
    found = word(reader, node, path)
    if found is not None and found not in reader.outcomes and is_id(found):
        reader.references.append(Reference(found, path, ("outcomes",), None))
    return found


@dataclass(frozen=True, kw_only=True)
class Variant(Clocked):
    """What is otherwise for the cases of one segment."""

    segment: Reference


def _varies(reader: Reader, node: Node, path: Path) -> tuple[Variant, ...] | None:
    if not isinstance(node, nodes.Mapping):
        return None
    variants = []
    for name, entry in node.entries.items():
        here = (*path, name)
        key_node = nodes.Scalar(name, "plain", entry.key.start, entry.key.end)
        segment = to("segments")(reader, key_node, here)
        if segment is not None and not is_empty(entry.value):
            variants.append(build(Variant, reader, entry.value, here, segment=segment))
    return tuple(variants)


@dataclass(frozen=True, kw_only=True)
class Stage(Clocked, Element, Dated):
    """A step of the journey: a case is in exactly one at a time."""

    means: Text | None = key(text)
    phase: str | None = key(word)
    source: str | None = key(word)
    start: Start | None = key(_start)
    entry: Expression | None = key(expression)
    responsible: References = key_or(whos, ())
    consulted: References = key_or(whos, ())
    informed: References = key_or(whos, ())
    systems: References = key_or(one_or_many(to("systems")), ())
    waits: bool = key_or(truth, False)
    holds: Holds | None = key(part(Holds))
    touch: Touch | None = key(part(Touch))
    in_order: bool = key_or(truth, False)
    free_choice: bool = key_or(truth, False)
    outcome: str | None = key(_outcome)
    again: Reference | None = key(stage_id)
    continues: Continues | None = key(_continues)
    value: Fraction | Reference | None = key(_value)
    paid: Duration | None = key(duration)
    chance: Fraction | None = key(share)
    varies: tuple[Variant, ...] = key_or(_varies, ())
    exits: tuple[Exit, ...] = key_or(one_or_many(part(Exit)), ())

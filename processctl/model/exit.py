"""Ways out of a stage: where a case goes, on what condition, and the contract it is handed over by."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from processctl.model.build import Part, Reader, build, key, key_or
from processctl.model.condition import Condition, condition
from processctl.model.element import Dated, Described
from processctl.model.parse import (
    duration,
    one_or_many,
    part,
    reference_or_text,
    share,
    text,
    texts,
    to,
    truth,
    whole,
    whos,
)
from processctl.model.reference import Reference, References
from processctl.model.values import Duration
from processctl.reading import nodes
from processctl.reading.nodes import Node
from processctl.reading.problem import Path
from processctl.texts import Text

Reasons: TypeAlias = "Reference | tuple[Text, ...]"
stage_id = to("stages")
field_ids = one_or_many(to("fields"))


def _reasons(reader: Reader, node: Node, path: Path) -> Reasons | None:
    """A choice field by its id, or a list of texts."""
    if isinstance(node, nodes.Sequence):
        return texts(reader, node, path)
    return to("fields")(reader, node, path)


@dataclass(frozen=True, kw_only=True)
class Transition(Part):
    """What every way out of a stage may say: where to, how often, and whether it is a return."""

    to: Reference | None = key(stage_id)
    returns: bool = key_or(truth, False, "return")
    reasons: Reasons | None = key(_reasons)
    at_most: int | None = key(whole)
    then: Reference | None = key(stage_id)


@dataclass(frozen=True, kw_only=True)
class Step(Transition):
    """One thing that happens when time is up: somebody is told, or the case moves on."""

    after: Duration | None = key(duration)
    tell: References = key_or(whos, ())


@dataclass(frozen=True, kw_only=True)
class Silent(Part):
    """What happens when nobody accepts a case in time."""

    tell: References = key_or(whos, ())
    to: Reference | None = key(stage_id)


@dataclass(frozen=True, kw_only=True)
class Contract(Part):
    """What it takes to hand a case over: what has to be known, who accepts it, and by when.

    ``mode`` is ``automatic`` (accepted on arrival), ``here`` (this stage is the acceptance) or
    ``declared``.
    """

    mode: Literal["automatic", "here", "declared"] = "declared"
    here: bool = key_or(truth, False)
    needs: tuple[Reference | Text, ...] = key_or(one_or_many(reference_or_text("fields")), ())
    by: References = key_or(whos, ())
    within: Duration | None = key(duration)
    silent: Silent | None = key(part(Silent))


def contract(reader: Reader, node: Node, path: Path) -> Contract | None:
    """A contract that is written out, or one of the words ``automatic`` and ``here``."""
    if isinstance(node, nodes.Mapping):
        here = node.get("here")
        is_here = isinstance(here, nodes.Scalar) and here.value is True
        return build(Contract, reader, node, path, mode="here" if is_here else "declared")
    if isinstance(node, nodes.Scalar) and node.text in ("automatic", "here"):
        return build(Contract, reader, node, path, mode=node.text)
    return None


def _exit_to(reader: Reader, node: Node, path: Path) -> Reference | None:
    """Where an exit leads: ``origin`` is no stage, but the one the case came from."""
    if isinstance(node, nodes.Scalar) and node.text == "origin":
        return Reference("origin", path, ("stages",), "origin")
    return stage_id(reader, node, path)


@dataclass(frozen=True, kw_only=True)
class Exit(Transition, Described, Dated):
    """A way out that somebody, or a condition, takes."""

    to: Reference | None = key(_exit_to)
    when: Condition | None = key(condition)
    because: Text | None = key(text)
    resets: References = key_or(field_ids, ())
    handoff: Contract | None = key(contract)
    share: Fraction | None = key(share)
    takes: Duration | None = key(duration)

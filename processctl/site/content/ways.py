"""Ways out of a stage in words: when a case goes there, why, how often at most, and what then."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Edge
from processctl.model.exit import Exit, Step
from processctl.model.reference import Reference
from processctl.texts import Quantity, say
from processctl.views.lines import label
from processctl.views.wording import Wording


def ways_out(words: Wording, stage: str) -> list[Edge]:
    """Every way out of a stage, in the order written, planned ones included.

    What happens when a way was gone often enough is told with that way.
    """
    return [
        edge
        for edge in words.journey.edges
        if edge.source == stage and edge.kind != "then" and not _is_retired(edge)
    ]


def goes_on_to(words: Wording, stage: str) -> list[str]:
    """The stages that cases may go on to, each once, in the order written; also when a limit is reached."""
    edges = words.journey.edges
    ahead = (edge.target for edge in edges if edge.source == stage and not _is_retired(edge))
    return list(dict.fromkeys(ahead))


def ways_in(words: Wording, stage: str) -> list[Edge]:
    """Every way into a stage, those on which cases are handed back last."""
    edges = [one for one in words.journey.edges if one.target == stage and not _is_retired(one)]
    return sorted(edges, key=lambda edge: edge.returns)


def _is_retired(edge: Edge) -> bool:
    return isinstance(edge.way, Exit) and edge.way.status == "retired"


def when(words: Wording, edge: Edge) -> Iterator[str]:
    """On what condition and for which reasons a case goes this way, and how often it may."""
    told = [words.say(part) for part in label(words, edge, None)]
    yield from told or [words.say(say("always"))]
    reasons = edge.reasons
    field = words.journey.model.fields.get(reasons.id) if isinstance(reasons, Reference) else None
    if edge.kind != "then" and field is not None and field.options:
        options = ", ".join(map(words.say, field.options.values()))
        yield words.say(say("one of: {options}", options=options))
    way = edge.way
    if edge.kind != "then" and isinstance(way, Exit | Step) and way.then is not None:
        times = Quantity("{count} time", "{count} times", way.at_most or 1)
        then = words.reference(way.then)
        yield words.say(say('at most {times}, then to "{stage}"', times=times, stage=then))


def in_one_line(words: Wording, edge: Edge) -> str:
    """The same as one line."""
    return "; ".join(when(words, edge)).replace(":; ", ": ")

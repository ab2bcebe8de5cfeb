"""What a result comes to, as messages: how much was found, and what was looked at."""

from __future__ import annotations

from processctl.lint.result import Result
from processctl.texts import Argument, Listing, Message, Quantity, say


def found(result: Result) -> Listing | Message:
    """How many findings there are of each severity."""
    counts = (
        Quantity("{count} error", "{count} errors", result.count("error")),
        Quantity("{count} warning", "{count} warnings", result.count("warning")),
        Quantity("{count} note", "{count} notes", result.count("info")),
    )
    there = tuple(count for count in counts if count.count)
    return Listing(there, quoted=False) if there else say("no findings")


def scope(result: Result) -> tuple[Argument, ...]:
    """How much was looked at, and what is not told."""
    told: list[Argument] = [
        Quantity("{count} stage", "{count} stages", result.scope.stages),
        Quantity("{count} file", "{count} files", len(result.scope.sources)),
    ]
    if result.scope.passed_over:
        passed = Quantity("{count} file", "{count} files", result.scope.passed_over)
        told.append(say("{files} of other tools passed over", files=passed))
    if result.silenced:
        told.append(say("{count} silenced", count=len(result.silenced)))
    return tuple(told)

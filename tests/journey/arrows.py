"""Journeys drawn with arrows, for tests of what the graph answers."""

from __future__ import annotations

from pathlib import Path

from processctl.journey import Journey, make_journey
from processctl.model.model import read_model
from processctl.reading.workspace import load


def journey_of(
    folder: Path, arrows: str, *, starts: str = "", results: str = "", teams: str = ""
) -> Journey:
    """A journey from text such as ``a>b b~a``: ``>`` is an exit and ``~`` a return.

    ``a|b`` is an exit that is only planned. ``starts`` and ``results`` name stages; ``teams`` says
    whose they are, ``a:sales b:care``, and stages that it leaves out have no owner.
    """
    exits: dict[str, list[str]] = {}
    for arrow in arrows.split():
        sign = next(sign for sign in ">~|" if sign in arrow)
        source, target = arrow.split(sign)
        more = {"~": ", return: true", "|": ", status: planned", ">": ""}[sign]
        exits.setdefault(source, []).append(f"{{to: {target}{more}}}")
        exits.setdefault(target, [])
    for name in (*starts.split(), *results.split()):
        exits.setdefault(name, [])
    owners = dict(pair.split(":") for pair in teams.split())
    lines = ["processctl: 1", "stages:"]
    for name, out in exits.items():
        keys = [f"exits: [{', '.join(out)}]"] if out else []
        keys += ["start: true"] if name in starts.split() else []
        keys += ["outcome: won"] if name in results.split() else []
        keys += [f"owner: {owners[name]}"] if name in owners else []
        lines.append(f"  {name}: {{{', '.join(keys)}}}")
    if owners:
        lines.append("teams:")
        lines += [f"  {team}: {{}}" for team in sorted(set(owners.values()))]
    (folder / "processctl.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return make_journey(read_model(load(folder)))

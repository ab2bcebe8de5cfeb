"""Processes to draw as BPMN: the examples, the starter, hostile names, and odd but legal ones."""

from __future__ import annotations

import json
from pathlib import Path

from processctl.bpmn import write_bpmn
from processctl.diagrams import Options
from processctl.journey import Journey
from processctl.lint.run import read_journey
from processctl.reading.limits import Limits
from tests.cli.program import REPOSITORY, STARTER, write
from tests.diagrams.diagram_sketches import HOSTILE

EXAMPLES = (
    "before", "after", "change/main", "change/proposal", "espocrm", "gitlab", "gitlab_success",
    "posthog", "revops", "sourcegraph",
)  # fmt: skip
ODD = """
processctl: 1
process: {name: Odd, languages: [en], outcomes: {paused: {name: Paused, counts_as: neutral}}}
teams: {ours: {}}
roles: {boss: {team: ours}}
stages:
  alone: {owner: boss, start: true, outcome: won}
  circle:
    owner: boss
    start: {from: [Web, Fair], expects: 4 per week}
    outcome: paused
    within: 3 business days
    late: [{after: 5 days, to: circle, return: true, at_most: 2, then: alone}, {after: 9 days, to: elsewhere}]
    idle: {after: 2 weeks, to: alone}
    holds: {at_most: 3, per: stage, full: {to: elsewhere}}
    accepts: {by: boss, within: 4 business hours, silent: {to: circle}}
    exits:
      - {to: circle, when: {says: Again}}
      - {to: circle, when: {says: And again}}
      - {to: elsewhere, when: otherwise}
  elsewhere: {continues: {in: Another process}, exits: [{to: circle, when: {says: It comes back}}]}
  nowhere: {within: 30 days since circle, late: {to: circle}}
  dreamt: {status: planned, exits: [{to: alone}]}
"""


def _hostile() -> str:
    """Every text of a process that goes into the file, with signs that mean something to XML."""
    names = [name for name in HOSTILE if "\ud800" not in name]
    stages = {
        f"s{number}": {
            "name": name,
            "owner": "boss",
            "means": name,
            "start": {"from": [name]},
            "exits": [
                {"to": f"s{(number + 1) % len(names)}", "when": {"says": name}},
                {"to": f"s{(number + 3) % len(names)}", "when": {"says": name[::-1]}},
            ],
        }
        for number, name in enumerate(names)
    }
    process = {"name": names[0], "about": "".join(names)}
    teams = {"ours": {"name": names[1]}}
    roles = {"boss": {"name": names[2], "team": "ours"}}
    sections = {"process": process, "teams": teams, "roles": roles, "stages": stages}
    return json.dumps({"processctl": 1, **sections}, ensure_ascii=False)


def journey(name: str, folder: Path) -> Journey:
    """One of them; ``folder`` takes those that are no example."""
    written = {"starter": STARTER, "odd": ODD, "hostile": _hostile()}
    place = REPOSITORY / "examples" / name
    if name in written:
        place = write(folder, processctl=written[name])
    read = read_journey(place, Limits())
    assert read.model.workspace.problems == ()
    return read


NAMES = (*EXAMPLES, "starter", "odd", "hostile")


def drawn(name: str, folder: Path, language: str = "en") -> bytes:
    """One of them as BPMN."""
    return write_bpmn(journey(name, folder), language, Options())

"""A process in which every name that people can give is one that means harm, or is hard to draw."""

from __future__ import annotations

import json
from pathlib import Path

from processctl.journey import Journey
from tests.diagrams.diagram_sketches import HOSTILE
from tests.views.reading import written

NAMES = (
    *(name for name in HOSTILE if "\ud800" not in name and "\x00" not in name),
    "javascript:alert(1)",
    "Sopimusneuvotteluvaiheenvahvistusmenettelyvastuuhenkilöasiakas",
    "x" * 60,
    "a" + "\u0301" * 40,
    '"];x-->y;click x call alert()',
    "subgraph end\n%% }",
    "](javascript:alert(1)) ![x](http://example.com/x.png)",
    "</text><a href='javascript:alert(1)'>x</a>",
    '<img src=x onerror="alert(1)">',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "شركة العملاء المحتملين",
)

_TEXT = """\
process:
  name: {0}
  phases: {{find: {1}, win: {2}}}
teams:
  a: {{name: {3}, lead: one}}
  b: {{name: {4}}}
roles:
  one: {{name: {5}, team: a, held_by: [ann]}}
  two: {{name: {6}, team: b}}
people:
  ann: {{name: {7}}}
systems:
  crm: {{name: {8}}}
fields:
  size: {{name: {9}, type: integer, system: [crm], owner: one, why: {10}}}
  why: {{name: {11}, type: text, system: [crm]}}
criteria:
  ready: {{name: {12}, test: size > 3}}
segments:
  large: {{name: {13}, test: size > 9}}
feedback:
  back:
    name: {14}
    from: two
    to: one
    about: [second]
    carries: [size, {15}]
    in: weekly
    changes: {16}
  forth: {{name: {17}, from: one, to: two, carries: [{18}], every: week, status: planned}}
forums:
  weekly: {{name: {19}, every: week, members: [a, b], agenda: [{20}], decides: [{21}]}}
goals:
  grow: {{name: {22}, says: {23}, strategy: {24}, target: {{value: 5, by: 2027-01-01}}, owner: one}}
metrics:
  sold: {{name: {25}, kind: outcome, counts: won, goal: grow, teams: [a, b], owner: two}}
stages:
  first:
    name: {26}
    phase: find
    start: {{from: [{27}], brings: [why], expects: 3 per week}}
    means: {28}
    owner: one
    does: [{29}]
    captures: [size]
    within: 2 days
    late: {{after: 1 day, tell: two}}
    exits:
      - {{to: second, when: ready, because: {30}}}
      - {{to: gone, when: {{says: {31}, judged_by: one}}, reasons: [{32}, {33}]}}
      - {{to: second, when: large}}
      - {{to: away, when: otherwise}}
  second:
    name: {34}
    phase: win
    owner: two
    accepts: {{needs: [size, {35}], by: two, within: 1 day, silent: {{tell: one, to: first}}}}
    captures: [why]
    exits:
      - {{to: sold, when: size > 4}}
      - {{to: first, return: true, when: otherwise, reasons: why, at_most: 2, then: gone}}
  third: {{name: {36}, status: planned, owner: two, exits: [{{to: sold}}]}}
  sold: {{name: {37}, outcome: won, owner: two}}
  gone: {{name: {38}, outcome: lost, owner: one}}
  away: {{name: {39}, continues: {{in: {40}, owner: one}}}}
  alone: {{name: {41}}}
"""
PLACES = 42


def hostile(folder: Path, shift: int) -> Journey:
    """The process with its names in their places; with each ``shift`` every one in another."""
    names = [
        json.dumps(NAMES[(place + shift) % len(NAMES)], ensure_ascii=False)
        for place in range(PLACES)
    ]
    return written(folder / str(shift), _TEXT.format(*names))


SHIFTS = tuple(range(0, len(NAMES), 5))

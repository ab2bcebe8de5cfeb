"""Data and goals as tables: what is recorded, read and measured where."""

from __future__ import annotations

from pathlib import Path

from tests.views.reading import journey, table, written

DATA = """\
process: {name: Ours, phases: {find: Find, win: Win}}
teams: {a: {}, b: {}}
systems: {crm: {}, web: {}}
fields:
  mail: {type: text, system: web, owner: a, personal: {basis: consent, kept: 2 years}}
  size: {type: integer, system: crm}
  big: {type: boolean, is: size > 5}
  ghost: {type: integer, why: The law wants it}
feedback:
  back: {from: b, to: a, carries: [size], every: week}
stages:
  two:
    phase: win
    owner: b
    accepts: {needs: [mail], within: 1 day}
    captures: [size]
    exits: [{to: end, when: ghost > 1}]
  one:
    phase: find
    start: {brings: [mail]}
    owner: a
    captures: [size]
    exits: [{to: two, when: big}]
  end: {outcome: won, owner: b}
"""


def test_data_by_system_stage_and_phase(tmp_path: Path) -> None:
    drawn = table(written(tmp_path, DATA), "data")
    assert drawn.title == "Ours: which data is recorded and read where"
    assert [column.id for column in drawn.columns] == ["one", "two"]
    phases, teams = drawn.column_groups
    assert [(group.name, group.members) for group in phases] == [
        ("Find", ("one",)), ("Win", ("two",)),
    ]  # fmt: skip
    assert [group.name for group in teams] == ["a", "b"]
    (systems,) = drawn.row_groups
    assert [(group.name, group.members) for group in systems] == [
        ("web", ("mail",)), ("crm", ("size",)), ("in no system", ("big", "ghost")),
    ]  # fmt: skip
    assert {(cell.row, cell.column, cell.sign) for cell in drawn.cells} == {
        ("mail", "one", "brings"),
        ("mail", "two", "reads"),
        ("size", "one", "rewrites"),
        ("size", "two", "records"),
        ("big", "one", "reads"),
        ("ghost", "two", "reads"),
    }
    rows = {row.id: row for row in drawn.rows}
    assert rows["mail"].facts == ("a", "personal data, kept for 2 years")
    assert rows["size"].after == ("back",)
    assert rows["big"].facts == ('computed: "size" is more than 5',)
    assert (rows["ghost"].facts, rows["ghost"].warnings) == (
        ("The law wants it",), ("recorded nowhere",),
    )  # fmt: skip
    assert not any(rows[name].warnings for name in ("mail", "size", "big"))


def test_data_as_boxes_and_lines_says_the_same(tmp_path: Path) -> None:
    drawn = table(written(tmp_path, DATA), "data")
    lines = {(line.source, line.target, line.kind) for line in drawn.graph.lines}
    assert lines == {
        ("in:one", "field:mail", "records"),
        ("field:mail", "out:two", "reads"),
        ("in:one", "field:size", "records"),
        ("field:size", "out:one", "reads"),
        ("in:two", "field:size", "records"),
        ("field:big", "out:one", "reads"),
        ("field:ghost", "out:two", "reads"),
    }
    assert {box.phase for box in drawn.graph.boxes} == {"in", "field", "out"}


GOALS = """\
process: {outcomes: {}}
teams: {a: {}}
goals:
  sub: {says: Quick, parent: top, owner: a}
  top: {says: More, strategy: Lead, target: {value: 60, by: 2027-12-31}}
  alone: {says: Nothing yet}
metrics:
  sales: {kind: outcome, counts: won, goal: top, teams: [a], target: {value: 2.5}}
  speed: {kind: speed, times: [one, end], goal: sub, owner: a}
  share: {kind: quality, ratio: [one, end], goal: sub}
  loose: {kind: volume, counts: one}
stages:
  one: {start: true, owner: a, exits: [{to: end}, {to: gold}]}
  end: {outcome: won, owner: a}
  gold: {outcome: won, owner: a}
"""


def test_goals_by_strategy_with_what_measures_them(tmp_path: Path) -> None:
    drawn = table(written(tmp_path, GOALS), "goals")
    strategies, goals = drawn.row_groups
    assert [(group.name, group.members) for group in strategies] == [
        ("Lead", ("sales", "speed", "share")),
        ("without a strategy", ("goal:alone", "loose")),
    ]
    assert [(group.name, group.members, group.facts) for group in goals] == [
        ("top", ("sales",), ("More", "60 by 31 December 2027")),
        ("sub", ("speed", "share"), ("Quick", "a", 'part of "top"')),
        ("alone", ("goal:alone",), ("Nothing yet",)),
        ("for no goal", ("loose",), ()),
    ]
    rows = {row.id: row for row in drawn.rows}
    assert rows["sales"].facts == ("outcome · 2.5",)
    assert rows["sales"].after == ("a",)
    assert rows["goal:alone"].warnings == ("nothing measures it",)
    assert {(cell.row, cell.column, cell.sign) for cell in drawn.cells} == {
        ("sales", "end", "counts"),
        ("sales", "gold", "counts"),
        ("share", "one", "whole"),
        ("share", "end", "part"),
        ("loose", "one", "counts"),
    }
    assert [(span.row, span.first, span.last) for span in drawn.spans] == [("speed", "one", "end")]


def test_goals_as_a_tree(tmp_path: Path) -> None:
    graph = table(written(tmp_path, GOALS), "goals").graph
    assert {(line.source, line.target) for line in graph.lines} == {
        ("strategy:Lead", "goal:top"),
        ("goal:top", "goal:sub"),
        ("goal:top", "metric:sales"),
        ("goal:sub", "metric:speed"),
        ("goal:sub", "metric:share"),
        ("metric:sales", "stage:end"),
        ("metric:sales", "stage:gold"),
        ("metric:speed", "stage:one"),
        ("metric:speed", "stage:end"),
        ("metric:share", "stage:one"),
        ("metric:share", "stage:end"),
        ("metric:loose", "stage:one"),
    }


def test_goals_that_serve_each_other_are_told_once_each(tmp_path: Path) -> None:
    text = (
        "goals: {a: {says: A, parent: b}, b: {says: B, parent: a}}\nstages: {one: {start: true}}\n"
    )
    _, goals = table(written(tmp_path, text), "goals").row_groups
    assert sorted(group.name for group in goals) == ["a", "b"]


def test_in_finnish() -> None:
    goals = table(journey("after"), "goals", "fi")
    assert goals.after_title == "Tiimit"
    assert goals.title.startswith("Ensikontaktista pysyvään asiakkuuteen: tavoitteet")

"""One mistake of every kind in every section: where it is found, and the words for it."""

from __future__ import annotations

from typing import Any

import pytest

from processctl.reading.form import FormChecker, FormProblem, sections
from processctl.texts import translator
from tests.reading.form_data import FORMS, Place, changed, everything, load, places, renamed

CHECKER = FormChecker()
ENGLISH, FINNISH = translator("en"), translator("fi")


def _check(where: str, value: object) -> list[FormProblem]:
    """``@stages`` is a whole section, ``stage`` one element."""
    if where.startswith("@"):
        return CHECKER.check_section(where[1:], value)
    return CHECKER.check(where, value)


def _table() -> list[tuple[str, dict[str, Any]]]:
    table = load((FORMS / "mistakes.yaml").read_text(encoding="utf-8"))
    assert isinstance(table, dict)
    return [(where, row) for where, rows in table.items() for row in rows]


@pytest.mark.parametrize(
    ("where", "row"), _table(), ids=[f"{where}: {row['write']}"[:60] for where, row in _table()]
)
def test_one_mistake_gives_one_problem_in_plain_words(where: str, row: dict[str, Any]) -> None:
    problems = _check(where, load(row["write"]))
    assert len(problems) == 1, [ENGLISH.render(each.message) for each in problems]
    problem = problems[0]
    assert list(problem.path) == row["at"]
    assert problem.at_key == row.get("key", False)
    assert ENGLISH.render(problem.message) == row["en"]
    assert FINNISH.render(problem.message) == row["fi"]
    assert (ENGLISH.render(problem.hint) if problem.hint else None) == row.get("hint")
    assert (FINNISH.render(problem.hint) if problem.hint else None) == row.get("vihje")
    assert row["fi"] != row["en"]


def test_the_table_has_every_section_and_every_kind_of_element() -> None:
    wheres = {where for where, _ in _table()}
    for section, (definition, is_map) in sections().items():
        assert definition in wheres or f"@{section}" in wheres
        assert not is_map or {definition, f"@{section}"} <= wheres


def _misspelt(key: str) -> str:
    return f"{key[:-1]}{key[-1]}{key[-1]}" if len(key) > 2 else f"{key}{key[-1]}"


SECTION_NAMES = list(sections())


@pytest.mark.parametrize("section", SECTION_NAMES)
def test_every_misspelt_key_is_found_and_its_meaning_guessed(section: str) -> None:
    data = everything()[section]
    for path, _ in places(data):
        parent = _at(data, path[:-1]) if path else None
        if not isinstance(parent, dict) or not _is_key_of_the_language(section, path):
            continue
        wrong = _misspelt(str(path[-1]))
        problems = CHECKER.check_section(section, renamed(data, path, wrong))
        problems = [each for each in problems if not _is_companion(each, str(path[-1]))]
        assert [(each.path, each.at_key) for each in problems] == [((*path[:-1], wrong), True)]
        assert problems[0].meant == path[-1], wrong


def _is_companion(problem: FormProblem, key: str) -> bool:
    """Not a second mistake: what stands alone now that its companion has another name."""
    return problem.missing_key is not None and problem.missing_key != key


def _at(data: Any, path: Place) -> Any:
    for step in path:
        data = data[step]
    return data


def _is_key_of_the_language(section: str, path: Place) -> bool:
    """Whether the key at a place is the language's rather than an id, a field or a language."""
    is_map = sections()[section][1]
    if is_map and len(path) == 1:
        return False
    languages = {"en", "fi"}
    holders = {"has", "case", "ignore", "severity", "options", "phases", "outcomes", "varies"}
    inside = {"max_stages", "for"}
    parent = path[-2] if len(path) > 1 else ""
    return path[-1] not in languages | inside and parent not in holders


@pytest.mark.parametrize("section", SECTION_NAMES)
def test_every_value_of_the_wrong_kind_is_found_at_its_place(section: str) -> None:
    data = everything()[section]
    for path, value in places(data):
        if not path or set(path) & {"has", "options"} or _is_value_of_a_field(path):
            continue
        if path[-1] in ("times", "ratio"):  # two mistakes there: the kind and the count
            continue
        problems = CHECKER.check_section(section, changed(data, path, [[["deep"]]]))
        assert problems, path
        assert len(problems) == 1, (path, [ENGLISH.render(each.message) for each in problems])
        assert problems[0].path[: len(path)] == path
        assert FINNISH.render(problems[0].message) != ENGLISH.render(problems[0].message), value


def _is_value_of_a_field(path: Place) -> bool:
    return "case" in path and path[-1] != "case"


def test_problems_come_in_the_order_of_their_places() -> None:
    stage = load("{exits: [{to: A}, {tto: b}], within: x, ownerr: y, captures: [A, b, C]}")
    found = [each.path for each in CHECKER.check("stage", stage)]
    assert found == sorted(found)
    assert len(found) == 6


def test_two_keys_that_mean_the_same_are_one_mistake() -> None:
    (problem,) = CHECKER.check("exit", load("{to: a, when: {en: They leave, fi: He lähtevät}}"))
    assert (problem.path, problem.meant) == (("when", "en"), "says")


def test_a_misspelt_key_is_not_also_missing() -> None:
    (problem,) = CHECKER.check("stage", load("late: [{afterr: 1 day, tell: ida}]"))
    assert problem.meant == "after"
    (problem,) = CHECKER.check("exit", load("{to: a, at_mots: 2, then: b}"))
    assert problem.meant == "at_most"


def test_a_missing_key_is_named() -> None:
    (problem,) = CHECKER.check("exit", {})
    assert (problem.path, problem.at_key, problem.missing_key) == ((), True, "to")
    (problem,) = CHECKER.check("stage", load("exits: [{when: a}]"))
    assert (problem.path, problem.at_key) == (("exits", 0), False), "an item of a list has no key"


def test_an_element_is_called_by_its_id() -> None:
    (problem,) = CHECKER.check("stage", "New", called="new_lead")
    assert ENGLISH.render(problem.message) == (
        '"new_lead" wants a map, and here stands the text "New".'
    )
    (problem,) = CHECKER.check("stage", "New")
    assert ENGLISH.render(problem.message) == 'Here should stand a map, not the text "New".'
    (problem,) = CHECKER.check("exit", None)
    assert ENGLISH.render(problem.message) == "This is empty."


@pytest.mark.parametrize(
    ("definition", "word", "said"),
    [
        ("new_id", "New Lead", '"New Lead" is not an id.'),
        ("new_id", "origin", '"origin" cannot be an id'),
        ("new_stage_id", "won", 'A stage cannot have the id "won"'),
        ("new_stage_id", "otherwise", '"otherwise" cannot be an id'),
    ],
)
def test_an_id_is_checked_alone(definition: str, word: str, said: str) -> None:
    (problem,) = CHECKER.check(definition, word)
    assert ENGLISH.render(problem.message).startswith(said)


def test_a_good_id_passes() -> None:
    assert CHECKER.check("new_id", "won") == []
    assert CHECKER.check("new_stage_id", "new_lead") == []
    assert CHECKER.check("new_stage_id", "x_Any thing") == []


def test_the_version_of_the_language() -> None:
    assert CHECKER.check_section("processctl", 1) == []
    (problem,) = CHECKER.check_section("processctl", "one")
    assert ENGLISH.render(problem.message) == (
        '"processctl" is the version of the language, and there is only 1.'
    )


def test_keys_that_are_no_text_do_not_break_the_check() -> None:
    (problem,) = CHECKER.check_section("stages", {7: None})
    assert problem.path == ("7",)
    (problem,) = CHECKER.check("stage", {True: "x"})
    assert problem.path == ("true",)
    (problem,) = CHECKER.check("stage", {None: "x"})
    assert problem.path == ("",)

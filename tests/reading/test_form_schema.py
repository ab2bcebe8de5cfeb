"""The schema itself: sound, complete, explained, and of the one shape that the checks rely on."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from processctl.reading.form import FormChecker, load_schema, section_definition, sections
from processctl.reading.form_schema import definitions, part
from tests.reading.form_data import Place, changed, everything, load, places

HEADERS = "name about links tags ignore"
# What the language says that each kind of element has, headers apart.
KEYS = {
    "process": "id name version owner case languages calendar review currency phases outcomes",
    "calendar": "country region days hours timezone closed",
    "review": "every in last",
    "outcome": "counts_as",
    "team": "lead members external email accounts",
    "accounts": "github gitlab",
    "role": "team held_by backup assigns",
    "assignment": "how fallback",
    "person": "email phone accounts away",
    "absence": "from until stand_in",
    "system": "owner kind url replaces problems",
    "problems": "tell in",
    "defaults": "fields",
    "field_defaults": "system owner",
    "field": "type options min max unit pattern optional is system property owner why personal",
    "personal": "basis kept",
    "criterion": "says test judged_by examples",
    "criterion_example": "case holds",
    "stage": "means phase status since until source start entry accepts owner responsible consulted"
    " informed does systems captures waits holds within late idle touch in_order free_choice"
    " outcome again continues value paid chance varies exits",
    "start": "from brings when expects short",
    "shortage": "do owner",
    "contract": "here needs by within silent",
    "silence": "tell to",
    "activity": "says by within",
    "capacity": "at_most per full",
    "overflow": "to tell",
    "touch": "every does owner",
    "continuation": "in owner",
    "variant": "owner within late idle captures does accepts",
    "exit": "to when because status since until at_most then return reasons resets handoff share"
    " takes",
    "handoff": "needs by within silent",
    "judgement": "says judged_by",
    "step": "after tell to return reasons at_most then",
    "timed_step": "after tell to return reasons at_most then",
    "feedback": "from to about carries when in every changes owner status",
    "forum": "every first at lasts members chair agenda notes decides",
    "goal": "says strategy target segments owner parent",
    "goal_target": "metric value by",
    "metric": "kind counts times ratio reads says unit target teams owner goal system",
    "metric_target": "value by",
    "segment": "says test",
    "campaign": "segment goal teams feeds starts ends owner budget",
    "promise": "from to reaches within passes never assuming",
    "case": "says from has steps path ends",
    "case_step": "in has yes after",
    "skill": "needed_in held_by says",
    "change": "led_by participants reports_to documented_in target started conflicts",
    "conflict": "says settled",
    "improvement": "says owner due stages goal priority status expects resources",
    "lint": "severity options fail_on",
    "ignored": "because until",
}
WITHOUT_HEADERS = {"defaults", "change", "lint"}  # sections that are no element with an id
SECTIONS = {
    "process": ("process", False), "teams": ("team", True), "roles": ("role", True),
    "people": ("person", True), "systems": ("system", True), "defaults": ("defaults", False),
    "fields": ("field", True), "criteria": ("criterion", True), "stages": ("stage", True),
    "feedback": ("feedback", True), "forums": ("forum", True), "goals": ("goal", True),
    "metrics": ("metric", True), "segments": ("segment", True), "campaigns": ("campaign", True),
    "promises": ("promise", True), "cases": ("case", True), "skills": ("skill", True),
    "change": ("change", False), "improvements": ("improvement", True), "lint": ("lint", False),
}  # fmt: skip
WITH_HEADERS = {
    *({name for name, _ in SECTIONS.values()} - WITHOUT_HEADERS),
    *("exit", "outcome"),
}
MAPS_OF_IDS = [name for name, (_, is_map) in SECTIONS.items() if is_map]


@pytest.fixture(scope="module")
def checker() -> FormChecker:
    return FormChecker()


def _schemas(schema: object, place: Place = ()) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every schema within the schema."""
    if not isinstance(schema, dict):
        return
    yield place, schema
    for keyword in ("properties", "dependentSchemas", "$defs"):
        for name, inner in schema.get(keyword, {}).items():
            yield from _schemas(inner, (*place, keyword, name))
    for keyword in ("additionalProperties", "items", "propertyNames", "if", "then", "else", "not"):
        yield from _schemas(schema.get(keyword), (*place, keyword))


ALL = list(_schemas(load_schema()))


def _standard() -> Draft202012Validator:
    """The library's own validator, with everything of the library's own."""
    return Draft202012Validator(load_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_is_a_schema() -> None:
    assert validator_for(load_schema()) is Draft202012Validator
    Draft202012Validator.check_schema(load_schema())


def test_every_kind_of_element_has_its_keys() -> None:
    for name, keys in KEYS.items():
        headers = HEADERS.split() if name in WITH_HEADERS else []
        known = part(part(definitions(), name), "properties")
        assert sorted(known) == sorted({*keys.split(), *headers}), name


def test_every_closed_map_of_the_schema_is_in_the_table() -> None:
    closed = {name for name, held in definitions().items() if "properties" in dict(held)}  # type: ignore[call-overload]
    assert closed == set(KEYS)


def test_the_sections_are_read_off_the_schema() -> None:
    assert dict(sections()) == SECTIONS
    assert section_definition("stages") == ("stage", True)
    with pytest.raises(KeyError):
        section_definition("processctl")


def test_only_the_first_file_has_keys_that_are_no_sections() -> None:
    others = set(part(load_schema(), "properties")) - set(SECTIONS)
    assert others == {"processctl", "uses", "include", "exclude"}


def test_every_key_is_explained() -> None:
    for place, schema in ALL:
        for name, shape in schema.get("properties", {}).items():
            if shape is False:
                continue
            words = part(definitions(), shape["$ref"].split("/")[-1]) if "$ref" in shape else {}
            words = {**words, **shape}
            assert words.get("title"), (*place, name)
            assert words.get("description"), (*place, name)
    for name, shape in definitions().items():
        assert {"title", "description"} <= set(dict(shape)), name  # type: ignore[call-overload]


def test_examples_are_well_formed() -> None:
    for place, schema in ALL:
        for example in schema.get("examples", []):
            check = Draft202012Validator({**schema, "$defs": load_schema()["$defs"]})
            assert check.is_valid(example), (*place, example)


def test_patterns_span_the_whole_text() -> None:
    """The check matches whole texts; a pattern that did not say so would differ in an editor."""
    for place, schema in ALL:
        pattern = schema.get("pattern", "^$")
        assert pattern.startswith("^"), place
        assert pattern.endswith("$"), place
        assert not re.search(r"\\[dw]", pattern), "other alphabets have digits and letters too"


def test_the_shape_that_the_quick_checks_rely_on() -> None:
    allowed = {
        "$schema", "$ref", "$defs", "title", "description", "examples", "type", "properties",
        "patternProperties", "additionalProperties", "propertyNames", "items", "required", "if",
        "then", "else", "not", "enum", "const", "pattern", "format", "minLength", "minProperties",
        "minItems", "maxItems", "uniqueItems", "minimum", "maximum", "dependentRequired",
        "dependentSchemas",
    }  # fmt: skip
    for place, schema in ALL:
        assert set(schema) <= allowed, (*place, set(schema) - allowed)
        assert schema.get("patternProperties", {"^x_": True}) == {"^x_": True}, place
        if "additionalProperties" in schema:
            assert "patternProperties" in schema, place
        if "$ref" in schema:
            assert set(schema) <= {"$ref", "title", "description", "examples"}, place


def test_everything_is_well_formed(checker: FormChecker) -> None:
    assert list(_standard().iter_errors(everything())) == []
    for section, value in everything().items():
        if section in SECTIONS:
            assert checker.check_section(section, value) == [], section


def test_everything_uses_every_key() -> None:
    data = everything()
    used = {
        (name, key)
        for path, value in places(data)
        if isinstance(value, dict)
        for name in [_definition_at(data, path)]
        for key in value
    }
    for name, keys in KEYS.items():
        for key in keys.split():
            assert (name, key) in used, (name, key)


def _definition_at(data: Any, path: Place) -> str:
    """The definition of the map at a place in well-formed data."""
    shape: Mapping[str, Any] = load_schema()
    name = ""
    for step in (*path, None):
        while True:
            if "$ref" in shape:
                name = shape["$ref"].split("/")[-1]
                shape = part(definitions(), name)
            elif "if" in shape:
                way = Draft202012Validator(shape["if"]).is_valid(data)
                shape = shape.get("then" if way else "else", {})
            else:
                break
        if step is None:
            return name if "properties" in shape else ""
        inner = (
            shape.get("items") if isinstance(step, int) else shape.get("properties", {}).get(step)
        )
        shape = inner if inner is not None else shape.get("additionalProperties") or {}
        data = data[step]
    return name


@pytest.mark.parametrize("section", MAPS_OF_IDS)
def test_an_element_may_be_empty(checker: FormChecker, section: str) -> None:
    assert checker.check_section(section, {"one": None, "two": {}}) == []
    assert checker.check(SECTIONS[section][0], None) == []
    assert checker.check_section(section, None) == []


def test_a_bare_list_of_stages_loads(checker: FormChecker) -> None:
    assert checker.check_section("stages", load("{new: {}, assigned: }")) == []


def _with_extras(value: object) -> object:
    if isinstance(value, dict):
        extra = {"x_Own-key": [1, {"any": None}]}
        return {key: _with_extras(held) for key, held in value.items()} | extra
    return [_with_extras(item) for item in value] if isinstance(value, list) else value


def test_every_map_takes_keys_of_the_writers_own(checker: FormChecker) -> None:
    spoilt = _with_extras(everything())
    assert isinstance(spoilt, dict)
    assert _standard().is_valid(spoilt)
    for section in SECTIONS:
        assert checker.check_section(section, spoilt[section]) == []


WRONG: list[object] = [
    None, True, 0, -1, 7, 2.5, "", "a", "a b", "A", "2026-02-30", "2 dayz", [], [[]],
    ["a", "a b"], [None], {}, {"a": None}, {"a b": "c"}, {"en": ""}, {"says": "x"}, {"to": "a"},
]  # fmt: skip


@pytest.mark.parametrize("section", SECTIONS)
def test_our_keywords_judge_as_those_of_the_library(checker: FormChecker, section: str) -> None:
    """Whatever is put wherever: ill formed for the library, and only then for us."""
    definition, is_map = SECTIONS[section]
    library = Draft202012Validator(
        {**part(definitions(), definition), "$defs": load_schema()["$defs"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    data = everything()[section]
    for element in data.values() if is_map and isinstance(data, dict) else [data]:
        for number, (path, _) in enumerate(places(element)):
            for wrong in WRONG[number % 4 :: 4]:  # all of them everywhere would take minutes
                spoilt = changed(element, path, wrong)
                ours = checker.check(definition, spoilt)
                assert (ours == []) == library.is_valid(spoilt), (path, wrong)


def test_a_line_break_at_the_end_is_no_part_of_a_value(checker: FormChecker) -> None:
    """Python's "$" lets it pass, and so the library does."""
    assert checker.check("duration", "2 days") == []
    assert checker.check("duration", "2 days\n") != []


def test_jsonschema_is_imported_only_when_something_is_checked() -> None:
    program = "import sys; import processctl.reading.form; print('jsonschema' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout == "False\n"

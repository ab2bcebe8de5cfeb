"""The interview's file: what was said and nothing else, whatever was said."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from processctl.interview.ask import Answers, Ask, listed, trouble
from processctl.interview.questions import SCRIPT
from processctl.interview.write import process_file
from processctl.lint.questions import QUESTIONS
from processctl.lint.result import Result
from processctl.lint.run import lint_workspace
from processctl.texts import LANGUAGES, translator
from tests.lint.linting import codes

TODAY = date(2026, 11, 23)
GOOD = {
    "text": "Head of sales",
    "list": "Call them, write to them",
    "duration": "2 business days",
    "rhythm": "month",
    "rate": "40 per month",
    "count": "2",
}
EVERYTHING: Answers = {ask.key: f"{ask.key} {GOOD[ask.form]}" if ask.form in ("text", "list") else GOOD[ask.form] for ask in SCRIPT}  # fmt: skip


def lint(answers: Answers, language: str = "en") -> Result:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "processctl.yaml"
        file.write_text(process_file(answers, translator(language)), encoding="utf-8")
        return lint_workspace(Path(folder), TODAY)


def broken(result: Result) -> list[str]:
    """Findings that say that the file is not what it was meant to be."""
    return [code for code in codes(result) if code.startswith(("PC0", "PC1", "PC501", "PC302"))]


def test_the_script_asks_every_question_of_the_phase_and_in_its_order() -> None:
    asked = list(dict.fromkeys(ask.question for ask in SCRIPT if ask.question))
    assert asked == [question.id for question in QUESTIONS if question.phase == 2]
    keys = [ask.key for ask in SCRIPT]
    assert len(set(keys)) == len(keys)
    assert {ask.after for ask in SCRIPT} - {None} <= set(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_said_is_a_process_with_findings_and_nothing_invented(language: str) -> None:
    text = process_file({}, translator(language))
    document = yaml.safe_load(text)
    assert set(document) == {"processctl", "process", "stages"}
    assert document["process"] == {"languages": [language]}
    assert [set(stage) for stage in document["stages"].values()] == [
        {"name", "start", "exits"},
        {"name", "exits"},
        {"name", "outcome"},
    ]
    result = lint({}, language)
    assert broken(result) == []
    assert {"PC201", "PC202", "PC306"} <= set(codes(result))
    assert all(one.verdict == "open" for one in result.answers if one.phase == 2)
    assert text.count("\n#   H") == 18


def test_everything_said_leaves_little_open() -> None:
    result = lint(EVERYTHING)
    assert broken(result) == []
    of_phase = [one for one in result.answers if one.phase == 2]
    assert [one.id for one in of_phase if one.verdict == "open"] == ["H13"]  # data that decides
    assert "#   H" not in process_file(EVERYTHING, translator("en"))


@pytest.mark.parametrize("ask", SCRIPT, ids=lambda ask: str(ask.key))
def test_each_answer_alone_stands_in_the_file(ask: Ask) -> None:
    one = ask
    said = GOOD[one.form] if one.form not in ("text", "list") else "Zebra crossing"
    alone = {**{key: EVERYTHING[key] for key in _before(one.key)}, one.key: said}
    assert said in process_file(alone, translator("en")).replace('"', "")
    assert broken(lint(alone)) == []


def _before(key: str) -> list[str]:
    """What has to be answered for something to be asked."""
    after = {ask.key: ask.after for ask in SCRIPT}[key]
    return [*_before(after), after] if after is not None else []


_WORDS = st.one_of(
    st.text(min_size=1, max_size=40),
    st.sampled_from(
        [
            "won",
            "otherwise",
            "no",
            "12:30",
            "email",
            "new_lead",
            "sales",
            "# x",
            "- x",
            "a: b",
            "{x}",
            "!x",
            "'",
            '"',
            "Ärjä & Öy",
            "🚀",
            "<b>",
            "*a",
            "[x]",
            "%",
            "1",
            "null",
            "x" * 300,
            "in",
            "marketing",
        ]
    ),
)


@st.composite
def _interviews(draw: st.DrawFn) -> dict[str, str]:
    """What somebody may answer, within what the questions accept."""
    answers: dict[str, str] = {}
    for ask in SCRIPT:
        if ask.after is not None and ask.after not in answers:
            continue
        if draw(st.booleans()):
            free = ask.form in ("text", "list")
            said = draw(_WORDS).strip() if free else GOOD[ask.form]
            if said and trouble(ask.form, said) is None:
                answers[ask.key] = said
    return answers


@example({"acceptor": "X:0"}, "en")
@example({"first_contact": "0X", "fields": "0", "data_owner": "X"}, "en")
@given(_interviews(), st.sampled_from(LANGUAGES))
def test_whatever_is_said_can_be_read(answers: dict[str, str], language: str) -> None:
    result = lint(answers, language)
    # Two teams may be given one name; that is told, and the file is still what was said.
    assert set(broken(result)) <= {"PC104"}, process_file(answers, translator(language))
    assert not result.failed


@given(_interviews())
def test_what_was_said_is_there(answers: dict[str, str]) -> None:
    document = yaml.safe_load(process_file(answers, translator("en")))
    held = set(_texts(document))
    for ask in SCRIPT:
        said = " ".join(answers.get(ask.key, "").split())
        for words in listed(said) if ask.form == "list" else [said]:
            found = words in held or words[:1].upper() + words[1:] in held
            # What is known by a field of the same words is named by its id.
            assert not words or found or ask.form == "count" or ask.key in ("needs", "handover_needs", "lead_quality", "behaviour") or _same(words, held)  # fmt: skip


def _same(words: str, held: set[str]) -> bool:
    """Whether a title was said before in other letters: it is one role."""
    return words.casefold() in {one.casefold() for one in held}


def _texts(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _texts(value)]
    if isinstance(data, list):
        return [text for value in data for text in _texts(value)]
    return [data] if isinstance(data, str) else []


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("a, b", ["a", "b"]),
        ("a (b, c), d;e", ["a (b, c)", "d", "e"]),
        (" , ,a,", ["a"]),
        ("a), b", ["a)", "b"]),
        ("a (b, c", ["a (b, c"]),
    ],
)
def test_a_list_is_parted_at_its_commas(said: str, parts: list[str]) -> None:
    assert listed(said) == parts


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        (
            "duration",
            ["2 business days", "1 hour"],
            ["2", "two days", "2 dayz", "2 days since offer"],
        ),
        ("rhythm", ["week", "2 weeks"], ["weekly", "case", "7"]),
        ("rate", ["40 per month"], ["40", "many", "40 per business day"]),
        ("count", ["1", "20"], ["0", "-1", "1.5", "x", "²"]),
        ("text", ["x"], ["\x1b[31m", "x" * 501]),
        ("list", ["x", "x, y"], [",", "\x07"]),
    ],
)
def test_answers_of_a_wrong_form_are_asked_again(
    form: str, good: list[str], bad: list[str]
) -> None:
    known = next(ask.form for ask in SCRIPT if ask.form == form)
    assert [said for said in good if trouble(known, said) is not None] == []
    assert [said for said in bad if trouble(known, said) is None] == []

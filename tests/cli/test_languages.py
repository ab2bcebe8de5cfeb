"""Which language is spoken: on the terminal, and in what programs and files get."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from processctl.cli.reporting import FORMATS
from tests.cli.program import NO_OWNER, call, run, starter

FINNISH = '" ei ole omistajaa.'
ENGLISH = '" has no owner.'


def unescaped(report: str) -> str:
    """A report with its quotation marks as they are in words."""
    return unescape(report).replace('\\"', '"')


LOCALES = [
    ({}, ENGLISH),
    ({"LANG": "fi_FI.UTF-8"}, FINNISH),
    ({"LANG": "fi"}, FINNISH),
    ({"LANG": "fi_FI@euro"}, FINNISH),
    ({"LANG": "sv_FI.UTF-8"}, ENGLISH),
    ({"LANG": "C.UTF-8"}, ENGLISH),
    ({"LANG": "C"}, ENGLISH),
    ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fi_FI.UTF-8"}, FINNISH),
    ({"LANG": "fi_FI.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, ENGLISH),
    ({"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "fi_FI"}, FINNISH),
    ({"LANG": "fi_FI", "LC_MESSAGES": "fi_FI", "LC_ALL": "C"}, ENGLISH),
    ({"LANG": "fi_FI", "LC_ALL": ""}, FINNISH),
    ({"LC_TIME": "fi_FI.UTF-8"}, ENGLISH),
]


@pytest.mark.parametrize(("locale", "words"), LOCALES)
def test_the_locale_of_messages_chooses_the_language(
    locale: dict[str, str], words: str, tmp_path: Path
) -> None:
    starter(tmp_path, NO_OWNER)
    assert words in call("lint", cwd=tmp_path, env=locale).out


@pytest.mark.parametrize(("asked", "words"), [("fi", FINNISH), ("en", ENGLISH)])
@pytest.mark.parametrize("locale", ["fi_FI.UTF-8", "en_GB.UTF-8"])
@pytest.mark.parametrize("form", sorted(FORMATS))
def test_what_is_asked_for_wins(
    asked: str, words: str, locale: str, form: str, tmp_path: Path
) -> None:
    starter(tmp_path, NO_OWNER)
    done = call("lint", "--lang", asked, "--format", form, cwd=tmp_path, env={"LC_ALL": locale})
    assert words in unescaped(done.out)


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"text"}))
@pytest.mark.parametrize("languages", ["[en]", "[fi, en]", "[sv]"])
def test_reports_for_programs_are_english_whatever_the_locale(
    form: str, languages: str, tmp_path: Path
) -> None:
    starter(tmp_path, NO_OWNER, ("  languages: [en]\n", f"  languages: {languages}\n"))
    told = {
        call("lint", "--format", form, cwd=tmp_path, env={"LC_ALL": locale}).out
        for locale in ("fi_FI.UTF-8", "en_GB.UTF-8")
    }
    assert len(told) == 1
    assert ENGLISH in unescaped(told.pop())


def test_text_in_a_file_does_not_follow_the_locale(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    done = call("lint", "--output", "text:a.txt", cwd=tmp_path, env={"LC_ALL": "fi_FI.UTF-8"})
    assert FINNISH in done.out
    assert ENGLISH in (tmp_path / "a.txt").read_text("utf-8")


def test_names_follow_the_language(tmp_path: Path) -> None:
    starter(
        tmp_path, NO_OWNER, ("    name: In sales\n", "    name: {en: In sales, fi: Myynnissä}\n")
    )
    assert 'Vaiheella "Myynnissä" ei ole' in run("lint", "--lang", "fi", cwd=tmp_path).out
    assert 'Stage "In sales" has no' in run("lint", "--lang", "en", cwd=tmp_path).out


def test_rules_and_errors_of_drawing_follow_the_locale(tmp_path: Path) -> None:
    finnish = call("rules", cwd=tmp_path, env={"LANG": "fi_FI.UTF-8"})
    assert finnish.out != call("rules", cwd=tmp_path).out
    assert finnish.out == call("rules", "--lang", "fi", cwd=tmp_path).out
    starter(tmp_path)
    error = call(
        "render", "-o", "x.svg", "--dot", "nowhere", cwd=tmp_path, env={"LANG": "fi_FI.UTF-8"}
    ).err
    assert "could not be started" not in error
    assert "nowhere" in error

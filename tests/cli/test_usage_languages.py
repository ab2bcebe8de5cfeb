"""Every kind of wrong usage, and what cannot be done, told in English and in Finnish."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from processctl.cli.trouble import _REASONS, reason
from processctl.texts import translator, usage_translator
from tests.cli.program import REPOSITORY, call, environment, git, run, starter
from tests.texts.test_catalogue import CATALOGUES, entries

FINNISH = {"LANG": "fi_FI.UTF-8"}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Two workspaces, one without stages, and what is none."""
    starter(tmp_path / "work")
    starter(tmp_path / "other")
    (tmp_path / "blank").mkdir()
    (tmp_path / "blank" / "processctl.yaml").write_text("processctl: 1\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "notes.txt").write_text("notes\n")
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "processctl.schema.json").write_text("{}\n")
    (tmp_path / "mine.svg").write_text("<svg/>\n")
    return tmp_path


# The command line, and what is said of it.
USAGE = [
    # click's
    ("lint --nosuch", "No such option '--nosuch'.", "Valitsinta '--nosuch' ei ole."),
    ("--nosuch", "No such option '--nosuch'.", "Valitsinta '--nosuch' ei ole."),
    ("lint --statistic", "Did you mean '--statistics'?", "Tarkoititko '--statistics'?"),
    ("lint --skim", "(Did you mean one of: '--limit', '--skip'?)",
     "(Tarkoititko jotakin näistä: '--limit', '--skip'?)"),
    ("lint --format", "Option '--format' requires an argument.",
     "Valitsin '--format' tarvitsee arvon."),
    ("lint --quiet=1", "Option '--quiet' does not take a value.", "Valitsin '--quiet' ei ota arvoa."),
    ("lint --format x", "Invalid value for '--format': 'x' is not one of 'text', 'json', 'github', 'sarif', 'junit', 'gitlab', 'checkstyle', 'rdjson', 'markdown', 'html'.",
     "Virheellinen arvo kohdassa '--format': 'x' ei ole mikään näistä: 'text', 'json', 'github', 'sarif', 'junit', 'gitlab', 'checkstyle', 'rdjson', 'markdown', 'html'."),
    ("lint --lang sv", "'sv' is not one of 'en', 'fi'.", "'sv' ei ole mikään näistä: 'en', 'fi'."),
    ("lint --today x", "'x' does not match the format '%Y-%m-%d'.",
     "'x' ei ole muotoa '%Y-%m-%d'."),
    ("explain", "Missing argument 'RULE'.", "Argumentti puuttuu: 'SÄÄNTÖ'."),
    ("init", "Missing argument 'DIR'.", "Argumentti puuttuu: 'KANSIO'."),
    ("explain a b", "Got unexpected extra argument (b)", "Ylimääräinen argumentti (b)"),
    ("explain a b c", "Got unexpected extra arguments (b c)", "Ylimääräisiä argumentteja (b c)"),
    ("config nosuch", "No such command 'nosuch'.", "Komentoa 'nosuch' ei ole."),
    ("config --lang", "Option '--lang' requires an argument.", "Valitsin '--lang' tarvitsee arvon."),
    # commands, rules, limits and sections that there are not
    ("lnt", 'There is no command "lnt". Did you mean "lint"?',
     'Komentoa "lnt" ei ole. Tarkoititko "lint"?'),
    ("zebra", 'There is no command "zebra".', 'Komentoa "zebra" ei ole.'),
    ("explain zebra", 'There is no rule "zebra". "processctl rules" lists them.',
     'Sääntöä "zebra" ei ole. Komento "processctl rules" luettelee ne.'),
    ("explain PC20", 'There is no rule "PC20".', 'Sääntöä "PC20" ei ole.'),
    ("lint --select stage-witout-owner", 'Did you mean "stage-without-owner"?',
     'Tarkoititko "stage-without-owner"?'),
    ("lint --skip zebra", 'There is no rule "zebra". "processctl rules" lists them.',
     'Sääntöä "zebra" ei ole. Komento "processctl rules" luettelee ne.'),
    ("lint --limit zebra=1", 'there is no limit "zebra". There are file_size, files',
     'rajaa "zebra" ei ole. Vaihtoehdot ovat file_size, files'),
    ("lint --limit filez=1", 'there is no limit "filez". Did you mean "files"?',
     'rajaa "filez" ei ole. Tarkoititko "files"?'),
    ("lint --limit files=0", '"0" is no number above 0', '"0" ei ole lukua nolla suurempi luku'),
    ("lint --limit depth=900", "depth can be raised to 200, no further",
     "rajaa depth voi nostaa enintään arvoon 200"),
    ("rename offer quote work", '"offer" is no SECTION.OLD: write the section too, "stages.offer" say.',
     '"offer" ei ole muotoa OSIO.VANHA: kirjoita myös osio, esimerkiksi "stages.offer".'),
    ("rename zebra.x y work", 'There is no section "zebra" with ids. There are ',
     'Osiota "zebra", jossa olisi tunnisteita, ei ole. Vaihtoehdot ovat '),
    ("rename stages.x x work", '"x" has that id already.', 'Tunniste on jo "x".'),
    ("rename stages.zebra y work", 'There is no "zebra" under "stages".',
     'Osiossa "stages" ei ole tunnistetta "zebra".'),
    # options that say nothing together
    ("lint --unsafe", 'With "--unsafe" alone nothing is mended', 'Pelkkä "--unsafe" ei korjaa mitään'),
    ("lint --diff --quiet", "--diff shows changes and no report",
     "--diff näyttää muutokset eikä raporttia"),
    ("lint -", '"-" and --stdin-filename FILE belong together.',
     'Polku "-" ja valitsin --stdin-filename TIEDOSTO kuuluvat yhteen.'),
    ("lint - work --stdin-filename x.yaml --fix", 'With "-", --fix and --diff take no other paths.',
     'Polun "-" kanssa --fix ja --diff eivät ota muita polkuja.'),
    ("fmt - work", '"-" stands alone, or with --stdin-filename FILE.',
     'Polku "-" annetaan yksin tai valitsimen --stdin-filename TIEDOSTO kanssa.'),
    ("fmt - --limit file_size=1", '"-" has more than 1 bytes; --limit file_size=N allows more.',
     'Tiedostossa "-" on yli 1 tavua; --limit file_size=N sallii enemmän.'),
    ("fmt - --stdin-filename x.yaml", '"x.yaml": The text is not UTF-8: line 1 holds other bytes.',
     '"x.yaml": Teksti ei ole UTF-8-muodossa: rivillä 1 on muita tavuja.'),
    # places
    ("lint nowhere", '"nowhere" does not exist.', 'Polkua "nowhere" ei ole.'),
    ("lint empty", 'There is no processctl.yaml in "empty", above it or below it. "processctl init DIR" begins a process.',
     'Tiedostoa processctl.yaml ei ole kansiossa "empty" eikä sen ylä- tai alapuolella. Komento "processctl init KANSIO" aloittaa prosessin.'),
    ("render empty/notes.txt", '"empty/notes.txt" belongs to no workspace',
     '"empty/notes.txt" ei kuulu mihinkään työtilaan'),
    ("render", "Here are several workspaces (blank, other, work): name one of them.",
     "Työtiloja on useita (blank, other, work): nimeä niistä yksi."),
    ("render blank", "There are no stages to draw.", "Piirrettäviä vaiheita ei ole."),
    ("render work -o x.gif", 'The ending ".gif" says nothing of a drawing; there are .svg, .png, .pdf, .dot, .mmd, .bpmn.',
     'Pääte ".gif" ei kerro, mitä piirretään; päätteet ovat .svg, .png, .pdf, .dot, .mmd, .bpmn.'),
    ("render work -o x.mmd --theme dark",
     "The page that draws Mermaid chooses its colours: leave --theme out.",
     "Mermaidin värit valitsee sivu, joka sen piirtää: jätä --theme pois."),
    ("render work -o x.svg --paper a4",
     'Paper is for PDF: draw into a file that ends in .pdf, or leave "--paper a4" out.',
     'piirrä tiedostoon, jonka pääte on .pdf, tai jätä "--paper a4" pois.'),
    ("render work -o x.png --link-base site", "A PNG picture has no links:",
     "PNG-kuvassa ei voi olla linkkejä:"),
    ("render work -o x.svg --link-base a?b", 'Pages cannot stand below "a?b":',
     'Sivut eivät voi olla osoitteen "a?b" alla:'),
    ("render work -o x.pdf --link-base site", 'nothing leads to "site":',
     'siitä ei pääse osoitteeseen "site":'),
    ("render work -o mine.svg", '"mine.svg" exists, and processctl did not write it.',
     'Tiedosto "mine.svg" on olemassa, eikä processctl ole kirjoittanut sitä.'),
    ("render work -o nowhere/x.svg", 'There is no folder "nowhere".', 'Kansiota "nowhere" ei ole.'),
    ("assess work -o empty", '"empty" is a folder; name a file.', '"empty" on kansio; anna tiedosto.'),
    ("assess blank", '"blank" has no stages yet', 'Työtilassa "blank" ei ole vielä vaiheita'),
    ("assess work other --format html", 'The format "html" shows one workspace, and here are 2',
     'Muoto "html" näyttää yhden työtilan, ja työtiloja on nyt 2'),
    ("init mine.svg", '"mine.svg" is a file; name a folder.', '"mine.svg" on tiedosto; anna kansio.'),
    ("init work/new", '"work/new" lies in a workspace already: ', 'Kansio "work/new" on jo työtilassa: '),
    ("init half", '"half/processctl.schema.json" exists already',
     'Tiedosto "half/processctl.schema.json" on jo olemassa'),
    ("init mine.svg/new", '"mine.svg/new" cannot be made: Not a directory.',
     'Kansiota "mine.svg/new" ei voi luoda: se ei ole kansio.'),
]  # fmt: skip


@pytest.mark.parametrize(("line", "english", "finnish"), USAGE, ids=[line for line, _, _ in USAGE])
def test_wrong_usage_is_told_in_both_languages(
    line: str, english: str, finnish: str, place: Path
) -> None:
    stdin = b"\xff\xfe\xfd: 1\n"
    for words, other, first, env in (
        (english, finnish, ("Usage: ", "Error: "), {}),
        (finnish, english, ("Käyttö: ", "Virhe: "), FINNISH),
    ):
        done = call(*line.split(), cwd=place, env=env, stdin=stdin)
        assert (done.status, done.out) == (2, "")
        assert words in done.err
        assert other not in done.err
        assert done.err.startswith(first)
        assert f"\n{first[1]}" in f"\n{done.err}"


@pytest.mark.parametrize(
    "line", ["lint --lang fi --zebra", "lint --zebra --lang fi", "--lang fi lint --zebra",
             "lint --zebra --lang=fi"],
)  # fmt: skip
def test_lang_before_or_behind_the_error_chooses_its_language(line: str, place: Path) -> None:
    done = run(*line.split(), cwd=place, env={"LANG": "en_GB.UTF-8"})
    assert done.err == (
        "Käyttö: processctl lint [VALITSIMET] [POLUT]...\n"
        "Ohjeen näyttää 'processctl lint --help'.\n\n"
        "Virhe: Valitsinta '--zebra' ei ole.\n"
    )
    english = run(*line.replace("fi", "en").split(), cwd=place, env=FINNISH)
    assert english.err == (
        "Usage: processctl lint [OPTIONS] [PATHS]...\n"
        "Try 'processctl lint --help' for help.\n\n"
        "Error: No such option '--zebra'.\n"
    )
    assert (done.status, english.status) == (2, 2)


def test_a_command_that_is_missing(place: Path) -> None:
    assert "Error: Missing command.\n" in call("--lang", "en", cwd=place).err
    assert "Virhe: Komento puuttuu.\n" in call("--lang", "fi", cwd=place).err


def test_a_revision_that_git_does_not_know(place: Path) -> None:
    git(place, "init", "--quiet")
    line = ("assess", "work", "--since", "nosuch")
    english, finnish = call(*line, cwd=place), call(*line, "--lang", "fi", cwd=place)
    assert (english.status, finnish.status) == (2, 2)
    assert "nosuch" in finnish.err
    assert finnish.err.splitlines()[-1].startswith("Virhe: ")
    assert english.err.splitlines()[-1].removeprefix("Error: ") not in finnish.err


def test_what_may_not_be_written_or_removed(place: Path) -> None:
    cache = place / "work" / ".processctl_cache"
    cache.mkdir()
    (cache / "CACHEDIR.TAG").write_text("")
    closed = (cache, place / "work", place / "empty")
    for folder in closed:
        folder.chmod(0o555)
    try:
        told = {
            line: run(*line.split(), cwd=place, env=FINNISH, powerless=True)
            for line in ("render work -o work/x.svg", "init empty/new", "clean work")
        }
    finally:
        for folder in closed:
            folder.chmod(0o755)
    assert [done.status for done in told.values()] == [2, 2, 2]
    assert [done.err for done in told.values()] == [
        'Virhe: Tiedostoa "work/x.svg" ei voi kirjoittaa: oikeudet eivät riitä.\n',
        'Virhe: Kansiota "empty/new" ei voi luoda: oikeudet eivät riitä.\n',
        'Virhe: Kansiota "work/.processctl_cache" ei voi poistaa: oikeudet eivät riitä.\n',
    ]


def test_a_full_disk(place: Path) -> None:
    for language, words in (
        ("en", "Error: The output cannot be written: No space left on device.\n"),
        ("fi", "Virhe: Tulostetta ei voi kirjoittaa: levy on täynnä.\n"),
    ):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "processctl", "rules", "--lang", language],
                cwd=place,
                env=environment(),
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert (done.returncode, done.stderr.decode()) == (2, words)


def test_a_fault_of_our_own(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("no such thing")

    monkeypatch.setattr("processctl.lint.run.lint_workspace", break_down)
    done = call("lint", "work", cwd=place, env={**FINNISH, "PROCESSCTL_TRACEBACK": ""})
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith("processctl kaatui (ZeroDivisionError: no such thing). Vika on ")


def test_names_cannot_steer_the_terminal(place: Path) -> None:
    for env in ({}, FINNISH):
        done = call("lint", "no\x1b[31m\u202ewhere", cwd=place, env=env)
        assert done.status == 2
        assert '"no\ufffd[31m\ufffdwhere"' in done.err


def test_the_systems_reasons_are_said_as_the_system_says_them() -> None:
    if sys.platform == "linux":
        for number, message in _REASONS.items():
            assert message.template == os.strerror(number)
    finnish = usage_translator("fi")
    assert finnish.render(reason(OSError(errno.EACCES, "x"))) == "oikeudet eivät riitä"
    assert finnish.render(reason(OSError(errno.EXDEV, "rare words"))) == "rare words"
    assert finnish.render(reason(BlockingIOError())) == "BlockingIOError"


def test_errors_are_raised_as_messages() -> None:
    """What click shows as it is given can have one language only; these lines are said already."""
    given = {
        file.name
        for file in (REPOSITORY / "processctl" / "cli").glob("*.py")
        if re.search(r"raise click\.\w+\(", file.read_text("utf-8"))
    }
    assert given == {"rename.py"}


def test_errors_of_usage_are_not_loaded_by_those_who_make_none() -> None:
    usage = entries(next(file for file in CATALOGUES if file.stem == "usage"))
    assert all(translator("fi").phrase(english) == english for english in usage)

"""Help in English and in Finnish: all of it, and neither in the other's way."""

from __future__ import annotations

import ast
import gettext
import os
import re
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from processctl.cli.group import _COMMANDS, program
from tests.cli.help_texts import commands, said_by
from tests.cli.program import call, run
from tests.texts.test_catalogue import CATALOGUES, entries

FINNISH = {"LANG": "fi_FI.UTF-8"}
ALL = sorted(commands())

# What click can say, and processctl gives no occasion to say.
NO_OCCASION = {
    "Aborted!",  # main() ends an interrupt itself
    "(dynamic)", "required", "env var: {var}", "Positional arguments",  # of no option, no argument
    "Do you want to continue?", "Confirm the action without prompting.",
    "Takes {nargs} values but 1 was given.", "Takes {nargs} values but {len} were given.",
    "Argument {name!r} takes {nargs} values.", "Value must be an iterable.",
    "{len_type} values are required, but {len_value} was given.",
    "{len_type} values are required, but {len_value} were given.",
    "deprecated", "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Missing parameter", "Missing parameter: {param_name}", "Missing {param_type}",
    "unknown error", "Could not open file {filename!r}: {message}",
    "Choose from:\n\t{choices}", "Choice({choices})",
    "{value} is not in the range {range}.", "{value!r} is not a valid {number_type}.",
    "{value!r} is not a valid boolean. Recognized values: {states}",
    "{value!r} is not a valid UUID.",
    "{name} {filename!r} does not exist.", "{name} {filename!r} is a file.",
    "{name} {filename!r} is a directory.", "{name} {filename!r} is not writable.",
    "{name} {filename!r} is not executable.",
    # Asked for when a command is defined, once for all languages; help.po has what is shown of it.
    "file", "directory", "path", "Show the version and exit.",
    "%(prog)s, version %(version)s",  # the same in every language: programs read it
}  # fmt: skip

FOR_PROGRAMMERS = ("raise TypeError(", "raise ValueError(")


def catalogue(name: str) -> dict[str, str]:
    return entries(next(file for file in CATALOGUES if file.stem == name))


def clicks_own() -> set[str]:
    """What click says to users by gettext; errors in the definition of a command are for us."""
    found: set[str] = set()
    for module in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        source = (Path(click.__file__).parent / f"{module}.py").read_text("utf-8")
        found |= set(_translated(ast.parse(source)))
    return found


def _translated(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Raise) and ast.unparse(node).startswith(FOR_PROGRAMMERS):
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        forms = {"_": 1, "ngettext": 2}.get(node.func.id, 0)
        for argument in node.args[:forms]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value
    for child in ast.iter_child_nodes(node):
        yield from _translated(child)


def test_every_text_of_help_has_a_finnish_one_and_none_is_left_over() -> None:
    known = catalogue("help")
    said = {text for words in ALL for text in said_by(words)} | set(_COMMANDS.values())
    assert {text for text in said if not known.get(text)} == set()
    assert known.keys() - said == set()


def test_what_click_can_say_has_a_finnish_one_and_nothing_is_left_over() -> None:
    known = catalogue("click")
    assert clicks_own() - NO_OCCASION - known.keys() == set()
    assert known.keys() - clicks_own() == set()
    assert "" not in known.values()


def test_clicks_finnish_takes_no_more_than_click_gives() -> None:
    for english, finnish in catalogue("click").items():
        assert _places(finnish) <= _places(english), english


def _places(template: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(template)} - {None}


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_in_finnish_holds_nothing_english(words: tuple[str, ...], tmp_path: Path) -> None:
    done = call(*words, "--help", cwd=tmp_path, env=FINNISH)
    assert (done.status, done.err) == (0, "")
    shown = " ".join(done.out.split())
    for text in (
        *said_by(words),
        "Usage:",
        "Options:",
        "Commands:",
        "Show this message",
        "default:",
    ):
        assert not re.search(rf"(?<!\w){re.escape(text)}(?!\w)", shown), text


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_both_languages_show_the_same_options_and_examples(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    english, finnish = (
        call(*words, "--lang", language, "--help", cwd=tmp_path).out for language in ("en", "fi")
    )
    for pattern in (r"^  (-\S+)", r"^    (processctl(?: ?\S+)+)"):
        assert re.findall(pattern, english, re.M) == re.findall(pattern, finnish, re.M) != []


@pytest.mark.parametrize(
    "arguments",
    [
        ("lint", "--help", "--lang", "fi"),
        ("lint", "--lang", "fi", "--help"),
        ("lint", "--help", "--lang=fi"),
        ("--lang", "fi", "lint", "--help"),
        ("--lang", "en", "lint", "--lang", "fi", "--help"),
        ("--lang", "fi", "--help"),
        ("--help", "--lang", "fi"),
        ("config", "--help", "--lang", "fi"),
        ("--lang", "fi", "config", "show", "--help"),
    ],
)
@pytest.mark.parametrize("locale", ["C", "en_GB.UTF-8", "fi_FI.UTF-8"])
def test_lang_anywhere_chooses_the_language(
    arguments: tuple[str, ...], locale: str, tmp_path: Path
) -> None:
    assert call(*arguments, cwd=tmp_path, env={"LC_ALL": locale}).out.startswith("Käyttö:")
    english = [{"fi": "en", "--lang=fi": "--lang=en"}.get(word, word) for word in arguments]
    assert call(*english, cwd=tmp_path, env={"LC_ALL": locale}).out.startswith("Usage:")


@pytest.mark.parametrize(
    "arguments", [("--", "--lang", "fi"), ("--lang", "sv"), ("--lang",), ("x", "lang", "fi")]
)
def test_what_asks_for_no_language_leaves_the_locales(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    assert call("explain", "--no", *arguments, cwd=tmp_path).err.startswith("Usage:")
    assert call("explain", "--no", *arguments, cwd=tmp_path, env=FINNISH).err.startswith("Käyttö:")


def test_lang_before_a_command_is_the_commands(tmp_path: Path) -> None:
    finnish = call("explain", "PC201", "--lang", "fi", cwd=tmp_path).out
    assert call("--lang", "fi", "explain", "PC201", cwd=tmp_path).out == finnish
    assert call("--lang", "en", "explain", "PC201", "--lang", "fi", cwd=tmp_path).out == finnish
    assert call("explain", "PC201", cwd=tmp_path).out != finnish


def test_nothing_of_a_run_in_finnish_stays(tmp_path: Path) -> None:
    before = call("lint", "--help", cwd=tmp_path).out
    domain, environment = gettext.textdomain(), dict(os.environ)
    assert call("lint", "--help", cwd=tmp_path, env=FINNISH).out != before
    assert (gettext.textdomain(), dict(os.environ)) == (domain, environment)
    assert call("lint", "--help", cwd=tmp_path).out == before
    assert program.get_help(click.Context(program)).startswith("Usage:")


def test_the_language_of_other_programs_does_not_matter(tmp_path: Path) -> None:
    env = {"LANGUAGE": "fi", "LANG": "en_GB.UTF-8"}
    assert call("lint", "--help", cwd=tmp_path, env=env).out.startswith("Usage:")


@pytest.mark.parametrize(
    ("line", "offered"),
    [("lin", "lint"), ("lint --stat", "--statistics"), ("--lang fi rend", "render")],
)
@pytest.mark.parametrize("locale", ["C.UTF-8", "fi_FI.UTF-8"])
def test_completion_explains_in_the_locales_language(
    line: str, offered: str, locale: str, tmp_path: Path
) -> None:
    words = {
        "lint": ("Find the places", "Etsi kohdat"),
        "--statistics": ("Count findings", "Laske havainnot"),
        "render": ("Draw the process", "Piirrä prosessi"),
    }[offered]
    env = {
        "_PROCESSCTL_COMPLETE": "fish_complete",
        "COMP_WORDS": f"processctl {line}",
        "COMP_CWORD": line.rsplit(maxsplit=1)[-1],
        "LANG": locale,
        "PYTHONUTF8": "1",
    }
    done = run(cwd=tmp_path, env=env)
    assert (done.status, done.err) == (0, "")
    assert offered in done.out
    assert words[locale.startswith("fi")] in done.out

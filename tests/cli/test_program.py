"""The program itself: its help, its version, its words for a command that is none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from processctl import __version__
from processctl.cli.group import program
from processctl.cli.reporting import FORMATS
from processctl.rules import RULES
from tests.cli.program import call, environment, needed, run

COMMANDS = [
    "assess", "baseline", "clean", "codeowners", "config", "diff", "explain", "fmt", "hook", "import", "init",
    "lint", "log", "lsp", "prove", "rename", "render", "rules", "schema", "site", "test", "try",
]  # fmt: skip
PASSES_ON = {"hook": ("lint", "test")}  # takes their options, too
HEAVY = {"networkx", "jsonschema", "graphviz", "lark", "yaml", "rich", "jinja2", "z3", "fontTools"}


def test_the_version(tmp_path: Path) -> None:
    done = run("--version", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, f"processctl, version {__version__}\n", "")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command(option: str, tmp_path: Path) -> None:
    done = run(option, cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    listed = done.out.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in listed if line[2:3].strip()] == COMMANDS


def test_the_commands_are_those_the_tests_know() -> None:
    assert program.list_commands(click.Context(program)) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_shows_examples_that_are_its_own(command: str, tmp_path: Path) -> None:
    done = call(command, "--help", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert f"Usage: processctl {command}" in done.out
    examples = done.out.split("Examples:\n")[1].split("\n\n")[0].splitlines()
    assert any(line.strip().startswith(f"processctl {command}") for line in examples)
    found = program.get_command(click.Context(program), command)
    assert found is not None
    known = {option for part in found.params
             for option in (*part.opts, *part.secondary_opts)}  # fmt: skip
    for other in PASSES_ON.get(command, ()):
        passed = program.get_command(click.Context(program), other)
        assert passed is not None
        known |= {option for part in passed.params for option in part.opts}
    own = [line for line in examples if line.strip().startswith(f"processctl {command}")]
    used = [word for line in own for word in line.split("|")[0].split()
                 if word[0] == "-" and word != "-"]  # fmt: skip
    assert set(used) <= known


def loaded_by(*arguments: str, cwd: Path) -> set[str]:
    """The packages that are loaded after a command has run."""
    script = (
        "import sys, json\n"
        f"sys.argv = {['processctl', *arguments]!r}\n"
        "from processctl.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=cwd, env=environment(), capture_output=True, check=True
    )
    return {name.split(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["lint", "--help"], ["nonsense"]])
def test_asking_for_help_loads_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    loaded = loaded_by(*arguments, cwd=tmp_path)
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_linting_loads_neither_drawing_nor_pages(tmp_path: Path) -> None:
    assert loaded_by("lint", cwd=tmp_path) & {"graphviz", "fontTools", "jinja2", "rich"} == set()


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("lnt", 'There is no command "lnt". Did you mean "lint"?'),
        ("rendr", 'Did you mean "render"?'),
        ("rule", 'Did you mean "rules"?'),
        ("zebra", 'There is no command "zebra".\n'),
    ],
)
def test_an_unknown_command_gets_a_suggestion(word: str, words: str, tmp_path: Path) -> None:
    done = call(word, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert words in done.err


def test_an_unknown_option_and_no_command_at_all(tmp_path: Path) -> None:
    assert call("--colour", cwd=tmp_path).status == 2
    bare = run(cwd=tmp_path)
    assert bare.status == 2
    assert "Usage: processctl" in bare.out + bare.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str, tmp_path: Path) -> None:
    needed("bash", "install it: completion asks it for its version")
    done = run(cwd=tmp_path, env={"_PROCESSCTL_COMPLETE": f"{shell}_source"})
    assert (done.status, done.err) == (0, "")
    assert f"_PROCESSCTL_COMPLETE={shell}_complete" in done.out


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("processctl li", {"lint"}),
        ("processctl r", {"rename", "render", "rules"}),
        ("processctl lint --stat", {"--statistics"}),
        ("processctl lint --format ", set(FORMATS)),
        ("processctl schema --lang ", {"en", "fi"}),
    ],
)
def test_completion_offers_what_fits(line: str, offered: set[str], tmp_path: Path) -> None:
    env = {
        "_PROCESSCTL_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
    }
    done = run(cwd=tmp_path, env=env)
    assert {entry.split(",")[1] for entry in done.out.split()} == offered


# rules and explain


def test_rules_lists_every_rule_in_order(tmp_path: Path) -> None:
    lines = call("rules", cwd=tmp_path).out.splitlines()
    assert [line.split()[:3] for line in lines] == [[r.code, r.severity, r.name] for r in RULES]
    assert all(len(line.split()) > 4 for line in lines)


@pytest.mark.parametrize("word", ["PC201", "pc201", "stage-without-owner"])
def test_explain_takes_codes_and_names(word: str, tmp_path: Path) -> None:
    done = call("explain", word, cwd=tmp_path)
    assert done.status == 0
    assert done.out.startswith("# PC201 stage-without-owner\n\n*error · since version 0.1.0")
    assert "```yaml\n" in done.out


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained(rule: object, tmp_path: Path) -> None:
    code = getattr(rule, "code", "")
    assert len(call("explain", code, cwd=tmp_path).out.splitlines()) > 10


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("stage-witout-owner", 'Did you mean "stage-without-owner"?'),
        ("PC20", "There is no rule"),
        ("zebra", '"processctl rules" lists them.'),
    ],
)
def test_explain_of_no_rule_is_wrong_usage(word: str, words: str, tmp_path: Path) -> None:
    done = call("explain", word, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert words in done.err


def test_explain_needs_a_rule(tmp_path: Path) -> None:
    assert call("explain", cwd=tmp_path).status == 2

"""``lint``: what is shown, what is left out, and the exit status that comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.lint import run as lint_run
from processctl.lint.plugins import registry
from processctl.rules import RULES
from processctl.rules.rule import Rule
from tests.cli.program import NO_ESCALATION, NO_OWNER, PC201, PC307, STARTER, call, run, starter


def severity(word: str) -> str:
    """Settings that make the missing owner an error, a warning or a note."""
    return f"lint:\n  severity: {{PC201: {word}}}\n"


def test_the_starter_is_clean_and_says_so(tmp_path: Path) -> None:
    done = run("lint", starter(tmp_path), cwd=tmp_path)
    assert done.status == 0
    assert done.out.startswith("From first contact to customer: no findings (5 stages, 1 file).\n")
    assert "It answers" in done.out
    assert done.err == ""


def test_a_finding_is_told_with_its_place_and_ends_with_1(tmp_path: Path) -> None:
    done = run("lint", cwd=starter(tmp_path, NO_OWNER))
    assert done.status == 1
    first, snippet, marks, *_ = done.out.splitlines()
    line = STARTER.split("  in_sales:")[0].count("\n") + 1
    assert first.startswith(f'processctl.yaml:{line}:3: error: Stage "In sales" has no owner. [PC2')
    assert (snippet, marks) == (f"{line:>5} |   in_sales:", "      |   ^^^^^^^^")
    assert "From first contact to customer: 1 error (5 stages, 1 file)." in done.out


STATUSES = [
    # severity of the finding, under lint.fail_on, --fail-on, status
    ("error", None, None, 1),
    ("warning", None, None, 0),
    ("info", None, None, 0),
    ("error", "never", None, 0),
    ("error", "error", "never", 0),
    ("warning", "warning", None, 1),
    ("warning", None, "warning", 1),
    ("warning", "warning", "error", 0),
    ("info", None, "warning", 0),
    ("info", "info", None, 1),
    ("info", None, "info", 1),
    ("error", None, "info", 1),
    ("off", None, "info", 0),
]


@pytest.mark.parametrize(("word", "setting", "option", "status"), STATUSES)
def test_what_fails(
    word: str, setting: str | None, option: str | None, status: int, tmp_path: Path
) -> None:
    settings = severity(word) + (f"  fail_on: {setting}\n" if setting else "")
    starter(tmp_path, NO_OWNER, behind=settings)
    options = ["--fail-on", option] if option else []
    assert call("lint", *options, cwd=tmp_path).status == status


def test_exit_zero_shows_findings_and_ends_with_0(tmp_path: Path) -> None:
    done = call("lint", "--exit-zero", cwd=starter(tmp_path, NO_OWNER))
    assert (done.status, "[PC201 " in done.out) == (0, True)


def test_fail_on_in_a_form_that_is_none_counts_as_error(tmp_path: Path) -> None:
    starter(tmp_path, behind="lint: {fail_on: sometimes}\n")
    done = call("lint", "--format", "json", cwd=tmp_path)
    assert (done.status, done.codes) == (1, ["PC003"])


NARROWED = [
    (["--select", "PC201"], [PC201]),
    (["--select", "pc201"], [PC201]),
    (["--select", "stage-without-owner"], [PC201]),
    (["--select", "PC2"], [PC201]),
    (["--select", "PC"], [PC307, PC201]),
    (["--select", "PC2", "--select", "stage-without-escalation"], [PC307, PC201]),
    (["--skip", "PC201"], [PC307]),
    (["--skip", "PC3"], [PC201]),
    (["--skip", "stage-without-escalation"], [PC201]),
    (["--select", "PC2", "--skip", "PC201"], []),
    (["--select", "PC4"], []),
]


@pytest.mark.parametrize(("options", "codes"), NARROWED)
def test_select_and_skip(options: list[str], codes: list[str], tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER, NO_ESCALATION)
    done = call("lint", "--format", "json", *options, cwd=tmp_path)
    assert done.codes == codes
    assert done.status == (1 if PC201 in codes else 0)


def test_a_narrowed_run_does_not_say_what_the_process_answers(tmp_path: Path) -> None:
    """What is left out could be what keeps a question open."""
    starter(tmp_path, NO_OWNER)
    assert "It answers" in call("lint", cwd=tmp_path).out
    for option in ("--select", "--skip"):
        assert "It answers" not in call("lint", option, "PC2", cwd=tmp_path).out


WRONG = [
    (["--select", "PC777"], 'There is no rule "PC777"'),
    (["--select", "stage-without-owners"], 'Did you mean "stage-without-owner"?'),
    (["--skip", "stage-witout-owner"], 'Did you mean "stage-without-owner"?'),
    (["--skip", "zebra"], '"processctl rules" lists them.'),
    (["--select", ""], 'There is no rule ""'),
    (["--fail-on", "sometimes"], "'sometimes' is not one of"),
    (["--format", "xml"], "'xml' is not one of"),
    (["--lang", "sv"], "'sv' is not one of 'en', 'fi'"),
    (["--today", "2026-13-01"], "'2026-13-01' does not match the format"),
    (["--today", "tomorrow"], "does not match the format"),
    (["--limit", "file=3"], 'there is no limit "file". Did you mean "files"?'),
    (["--limit", "zebra=3"], "There are file_size, files, depth"),
    (["--limit", "files"], '"" is no number above 0'),
    (["--limit", "files=0"], '"0" is no number above 0'),
    (["--limit", "files=-1"], '"-1" is no number above 0'),
    (["--limit", "files=many"], '"many" is no number above 0'),
    (["--limit", "files=" + "9" * 5000], "is no number above 0"),
    (["--limit", "depth=100000"], "depth can be raised to 200"),
    (["--limit", "expression_depth=201"], "expression_depth can be raised to 200"),
    (["--stdin-filename", "a.yaml"], "belong together"),
    (["-"], "belong together"),
    (["nowhere"], '"nowhere" does not exist.'),
    (["--verbos"], "No such option"),
]


@pytest.mark.parametrize(("options", "words"), WRONG)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(
    options: list[str], words: str, tmp_path: Path
) -> None:
    done = call("lint", *options, cwd=starter(tmp_path))
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert len(done.err.splitlines()) <= 5


def test_limits_are_raised_by_name(tmp_path: Path) -> None:
    deep = "x_notes: " + "[" * 100 + "]" * 100 + "\n"
    starter(tmp_path, behind=deep)
    assert call("lint", "--format", "json", cwd=tmp_path).codes == ["PC005"]
    assert call("lint", "--limit", "depth=150", cwd=tmp_path).status == 0
    again = call("lint", "--limit", "depth=150", "--limit", "file_size=10", cwd=tmp_path)
    assert again.status == 1
    assert "up to 10 are read" in again.out


DEEP = "[" * 190 + "]" * 190
PARENTHESES = "(" * 195 + "worth_a_call" + ")" * 195
NEGATIONS = "!(" * 97 + "worth_a_call" + ")" * 97


@pytest.mark.parametrize(
    ("limit", "change"),
    [
        ("depth", ("    name: New lead\n", f"    name: {DEEP}\n")),
        ("depth", ("    captures: [lost_reason]\n", f"    captures: {DEEP}\n")),
        ("depth", ("  buys:\n", f"  deep: {DEEP}\n  buys:\n")),
        ("expression_depth", ("        when: buys\n", f"        when: '{PARENTHESES}'\n")),
        ("expression_depth", ("        when: buys\n", f"        when: '{NEGATIONS}'\n")),
    ],
)
def test_the_highest_limits_can_be_borne(
    limit: str, change: tuple[str, str], tmp_path: Path
) -> None:
    """What is allowed at most has to be read without the interpreter's own limit being met."""
    starter(tmp_path, change)
    assert "PC005" in call("lint", "--format", "json", cwd=tmp_path).codes
    done = call("lint", "--format", "json", "--limit", f"{limit}=200", cwd=tmp_path)
    assert done.status in (0, 1)
    assert not {"PC005", "PC999"} & set(done.codes)


def test_today_decides_about_dates(tmp_path: Path) -> None:
    silenced = (
        NO_OWNER[0],
        "    ignore: {PC201: {because: Found soon, until: 2027-03-31}}\n" + NO_OWNER[1],
    )
    starter(tmp_path, silenced)
    before = call("lint", "--today", "2027-03-31", "--format", "json", cwd=tmp_path)
    after = call("lint", "--today", "2027-04-01", "--format", "json", cwd=tmp_path)
    assert (before.status, before.codes) == (0, [])
    assert before.report["workspaces"][0]["counts"]["silenced"] == 1
    assert after.status == 1
    assert sorted(after.codes) == [PC201, "PC992"]


MANY_STAGES = "".join(f"  loose_{n}: {{name: Loose {n}, owner: sales_rep}}\n" for n in range(8))


def test_verbose_lists_what_is_counted_otherwise(tmp_path: Path) -> None:
    starter(tmp_path, ("\nfeedback:\n", f"{MANY_STAGES}\nfeedback:\n"))
    short = call("lint", cwd=tmp_path)
    long = call("lint", "--verbose", cwd=tmp_path)
    assert short.out.count("[PC302 unreachable-stage]") == 5
    assert "… 3 more findings of PC302 unreachable-stage (all of them: --verbose)" in short.out
    assert long.out.count("[PC302 unreachable-stage]") == 8
    assert "--verbose" not in long.out


def test_quiet_shows_findings_only(tmp_path: Path) -> None:
    clean = call("lint", "--quiet", cwd=starter(tmp_path / "clean"))
    leaky = call("lint", "--quiet", cwd=starter(tmp_path / "leaky", NO_OWNER))
    assert clean.out == ""
    assert leaky.out.splitlines()[-2].startswith("      help: ")
    assert "It answers" not in leaky.out


def test_statistics_count_by_rule(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER, NO_ESCALATION, ("\nfeedback:\n", f"{MANY_STAGES}\nfeedback:\n"))
    done = call("lint", "--statistics", "--quiet", cwd=tmp_path)
    assert done.out.splitlines() == [
        "     8  PC302  error  unreachable-stage",
        "     1  PC201  error  stage-without-owner",
        "     1  PC307  warning  stage-without-escalation",
    ]
    assert done.status == 1


def test_timings_name_every_rule_that_ran(tmp_path: Path) -> None:
    done = call("lint", "--timings", "--quiet", cwd=starter(tmp_path, behind=severity("off")))
    told = [line.split() for line in done.out.splitlines()]
    assert {line[-1] for line in told} == {rule.code for rule in RULES if rule.enabled} - {"PC201"}
    milliseconds = [float(line[0]) for line in told]
    assert milliseconds == sorted(milliseconds, reverse=True)


def test_a_rule_that_breaks_down_ends_with_3_and_the_rest_still_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(journey: object) -> list[object]:
        raise ZeroDivisionError(journey)

    broken = Rule("PC306", "stage-without-deadline", "warning", RULES[0].page, break_down)  # type: ignore[arg-type]  # never returns
    monkeypatch.setattr(
        "processctl.rules.RULES", tuple(broken if r.code == "PC306" else r for r in RULES)
    )
    registry.cache_clear()
    starter(tmp_path, NO_OWNER)
    done = call("lint", "--format", "json", "--exit-zero", cwd=tmp_path)
    registry.cache_clear()
    assert (done.status, done.codes) == (3, ["PC999", PC201])
    assert "ZeroDivisionError" in done.report["workspaces"][0]["findings"][0]["message"]


def test_what_breaks_down_itself_ends_with_3_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("no such thing")

    monkeypatch.setattr(lint_run, "lint_workspace", break_down)
    starter(tmp_path)
    done = call("lint", cwd=tmp_path, env={"PROCESSCTL_TRACEBACK": ""})
    assert (done.status, done.out) == (3, "")
    assert "ZeroDivisionError: no such thing" in done.err
    assert "please report it" in done.err
    with pytest.raises(ZeroDivisionError):
        call("lint", cwd=tmp_path, env={"PROCESSCTL_TRACEBACK": "1"})

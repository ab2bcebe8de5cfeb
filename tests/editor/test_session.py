"""A session says what ``processctl lint`` says, and works out no more than it has to."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.editor.session import Session, State
from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.lint.run import lint_workspace
from tests.lsp.generated import write_process

TODAY = date(2026, 11, 26)
EXAMPLES = Path(__file__).parents[2] / "examples"
MARKER = """processctl: 1
process: {name: A process, owner: boss, languages: [en]}
teams: {sales: {lead: boss}, care: {lead: nurse}}
roles: {boss: {team: sales, held_by: [anna]}, nurse: {team: care, held_by: [olli]}}
people: {anna: {}, olli: {}}
fields:
  score: {type: integer, min: 0, max: 100}
  size: {type: choice, options: [small, large]}
criteria:
  ready: {says: Ready, test: score >= 50}
"""
STAGES = """stages:
  first:
    start: {from: [web], brings: [score, size]}
    owner: boss
    within: 2 days
    exits:
      - to: second
        when: ready and size == "large"
      - to: lost
        when: score < 50
  second:
    owner: nurse
    accepts: {needs: [score], by: nurse, within: 1 day, silent: {tell: boss}}
    exits:
      - {to: first, when: score > 90, return: true}
      - {to: won_one, when: otherwise}
  won_one: {outcome: won, owner: nurse}
  lost: {outcome: lost, owner: boss}
"""
PIECES = (
    "\n", "  ", "    ", ":", "{", "}", "[", "]", "- ", "#", '"', "'", "&a ", "*a", "owner: ",
    "boss", "score", " >= 50", "when: ", "second", "not ", "x_note: 1\n", "processctl: 1\n",
    "roles:\n  more: {}\n", "ä🎉", "\u2028", "ignore: {dead-end: {because: so}}",
)  # fmt: skip


def told(finding: Finding, root: Path) -> tuple[object, ...]:
    """All that a finding says, wherever the workspace lies."""
    span = finding.span
    return (
        finding.code, finding.severity, finding.element, finding.path, finding.message, finding.hint,
        span.source.path.relative_to(root), span.start, span.end, finding.witness, finding.case,
        finding.story, finding.ids, finding.ordinal, finding.fingerprint,
        tuple((one.message, one.span.start, one.span.end) for one in finding.related),
        tuple(told(one, root) for one in finding.members),
    )  # fmt: skip


def same(state: State, result: Result) -> None:
    mine = [told(one, state.root) for one in state.result.findings]
    assert mine == [told(one, result.scope.root) for one in result.findings]
    hidden = [told(one, state.root) for one in state.result.silenced]
    assert hidden == [told(one, result.scope.root) for one in result.silenced]


Edit = tuple[int, float, int, str]
edits = st.lists(
    st.tuples(st.integers(0, 1), st.floats(0, 1), st.integers(0, 25), st.sampled_from(PIECES)),
    min_size=1,
    max_size=5,
)


@given(edits)
def test_whatever_is_typed_a_session_says_what_lint_says(typed: list[Edit]) -> None:
    with TemporaryDirectory() as here, TemporaryDirectory() as there:
        one, other = Path(here) / "w", Path(there) / "w"
        for root in (one, other):
            root.mkdir()
            (root / "processctl.yaml").write_text(MARKER, encoding="utf-8")
            (root / "stages.yaml").write_text(STAGES, encoding="utf-8")
        session = Session()
        texts = {one / "processctl.yaml": MARKER, one / "stages.yaml": STAGES}
        for number, place, over, piece in typed:
            file = sorted(texts)[number]
            text = texts[file]
            at = round(place * len(text))
            texts[file] = text[:at] + piece + text[at + over :]
            (other / file.name).write_text(texts[file], encoding="utf-8", newline="")
            same(session.judge(one, texts, TODAY), lint_workspace(other, TODAY))


@pytest.mark.parametrize("name", ["after", "before", "gitlab", "sourcegraph"])
def test_an_example_that_is_written_line_by_line(name: str, tmp_path: Path) -> None:
    """Each file in turn loses its lines from the end, some at a time, and gets them back."""
    root = shutil.copytree(EXAMPLES / name, tmp_path / name)
    session = Session()
    for file in sorted(root.glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        lines = text.splitlines(keepends=True)
        for share in (0.9, 0.4, 1.0):
            newer = "".join(lines[: round(len(lines) * share)])
            overlaid = session.judge(root, {file: newer}, TODAY)
            same(overlaid, lint_workspace(root, TODAY, overrides={file: newer}))


class TestWhatIsWorkedOut:
    """``made`` counts it."""

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        write_process(tmp_path / "w", 30)
        return tmp_path / "w"

    def judged(self, session: Session, root: Path, old: str, new: str) -> dict[str, int]:
        file = root / "stages_000.yaml"
        text = file.read_text()
        assert old in text
        session.judge(root, {file: text}, TODAY)
        session.judge(root, {file: text.replace(old, new, 1)}, TODAY)
        return dict(session.made(root))

    def test_a_word_in_one_stage(self, root: Path) -> None:
        made = self.judged(Session(), root, "What matters in step 7,", "What counts in step 7,")
        assert made == {
            "file": 1,
            "form": 1,
            "element": 1,
            "condition": 3,
            "question": 0,
        }  # those of its exits

    def test_a_number_in_one_condition(self, root: Path) -> None:
        session = Session()
        file = root / "stages_000.yaml"
        session.judge(root, {}, TODAY)
        all_ = session.made(root)
        line = next(one for one in file.read_text().splitlines() if "when: " in one)
        made = self.judged(session, root, line, line.replace(" >= ", " > "))
        assert made["form"] == made["element"] == 1
        assert made["condition"] == 3  # of the exits of one stage
        assert all_["condition"] > 30
        assert 0 < made["question"] < all_["question"] / 5

    def test_nothing(self, root: Path) -> None:
        session = Session()
        session.judge(root, {}, TODAY)
        session.judge(root, {}, TODAY)
        assert dict(session.made(root)) == {"condition": 0, "question": 0}

    def test_what_was_given_up_is_not_lost(self, root: Path) -> None:
        class StopError(Exception):
            pass

        session = Session()
        session.judge(root, {}, TODAY)
        left = iter([None, None])

        def between() -> None:
            if next(left, "done") == "done":
                raise StopError

        with pytest.raises(StopError):
            session.judge(root, {}, TODAY, between)
        session.judge(root, {}, TODAY)
        assert dict(session.made(root)) == {"condition": 0, "question": 0}


class TestTheDisk:
    def write(self, root: Path, **files: str) -> None:
        root.mkdir(exist_ok=True)
        (root / "processctl.yaml").write_text(MARKER)
        for name, text in files.items():
            (root / f"{name}.yaml").write_text(text)

    def stages(self, state: State) -> set[str]:
        return set(state.journey.model.stages)

    def test_a_file_that_is_not_saved_yet_belongs_to_its_workspace(self, tmp_path: Path) -> None:
        self.write(tmp_path)
        state = Session().judge(tmp_path, {tmp_path / "new" / "more.yaml": STAGES}, TODAY)
        assert "first" in self.stages(state)

    def test_not_below_a_workspace_of_its_own(self, tmp_path: Path) -> None:
        self.write(tmp_path, stages=STAGES)
        inner = tmp_path / "inner"
        texts = {
            inner / "processctl.yaml": MARKER,
            inner / "more.yaml": "stages:\n  inside: {}\n",
        }
        assert "inside" not in self.stages(Session().judge(tmp_path, texts, TODAY))
        assert self.stages(Session().judge(inner, texts, TODAY)) == {"inside"}

    def test_a_file_is_the_same_by_whichever_name_it_was_opened(self, tmp_path: Path) -> None:
        self.write(tmp_path / "real", stages="stages: {}\n")
        (tmp_path / "link").symlink_to(tmp_path / "real")
        texts = {tmp_path / "link" / "stages.yaml": STAGES}
        assert "first" in self.stages(Session().judge(tmp_path / "real", texts, TODAY))

    def test_what_others_save_is_read_again(self, tmp_path: Path) -> None:
        self.write(tmp_path, stages=STAGES)
        session = Session()
        assert "first" in self.stages(session.judge(tmp_path, {}, TODAY))
        file = tmp_path / "stages.yaml"
        file.write_text(STAGES.replace("first", "found"))
        os.utime(file, ns=(1, 1))
        assert "found" in self.stages(session.judge(tmp_path, {}, TODAY))
        file.unlink()
        assert self.stages(session.judge(tmp_path, {}, TODAY)) == set()

    def test_what_git_ignores_now_is_left_out(self, tmp_path: Path) -> None:
        subprocess.run(["git", "init", "-q", tmp_path], check=True)
        self.write(tmp_path, stages=STAGES)
        session = Session()
        assert "first" in self.stages(session.judge(tmp_path, {}, TODAY))
        (tmp_path / ".gitignore").write_text("stages.yaml\n")
        assert self.stages(session.judge(tmp_path, {}, TODAY)) == set()

    def test_an_editor_s_text_is_held_to_the_limits_of_files(self, tmp_path: Path) -> None:
        self.write(tmp_path, stages=STAGES)
        texts = {tmp_path / "stages.yaml": STAGES + "#" * 5_000_000}
        found = Session().judge(tmp_path, texts, TODAY).result.findings
        assert "over-limit" in [one.name for one in found]


def test_names_stay_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    TestTheDisk().write(tmp_path, stages=STAGES)
    session = Session()
    session.judge(tmp_path, {}, TODAY)
    state = session.judge(tmp_path, {tmp_path / "stages.yaml": STAGES + "    own [\n"}, TODAY)
    assert "first" not in state.journey.model.stages
    assert "first" in state.names.model.stages


@pytest.mark.parametrize(
    "half", ["    own\n", "    owner: [\n", '    owner: "bo\n', "\towner: boss\n", "- x\n"]
)
def test_a_file_that_could_never_be_read_has_names_all_the_same(half: str, tmp_path: Path) -> None:
    broken = STAGES.replace("    within: 2 days\n", half)
    TestTheDisk().write(tmp_path, stages=broken)
    state = Session().judge(tmp_path, {}, TODAY)
    assert "first" not in state.journey.model.stages
    assert {"first", "second"} <= set(state.names.model.stages)

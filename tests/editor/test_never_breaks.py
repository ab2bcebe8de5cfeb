"""Whatever somebody has typed, no question about it breaks down."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from processctl.criteria.tokens import tokens
from processctl.editor.actions import actions, changed_files
from processctl.editor.calls import going_on, leading_to
from processctl.editor.complete import complete
from processctl.editor.cursor import cursor_at
from processctl.editor.hover import hover
from processctl.editor.lenses import hints, lenses
from processctl.editor.links import addresses, used_workspaces
from processctl.editor.notes import by_file, notes_of
from processctl.editor.outline import folds, outline
from processctl.editor.references import definition, references
from processctl.editor.session import Session
from processctl.editor.target import target_at
from processctl.editor.tokens import coloured
from processctl.reading.edit import apply
from processctl.reading.source import Source
from tests.editor.test_session import MARKER, PIECES, STAGES, TODAY

Edit = tuple[float, int, str]
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(PIECES)), min_size=1, max_size=6
)


def mutated(text: str, typed: list[Edit]) -> str:
    for place, over, piece in typed:
        at = round(place * len(text))
        text = text[:at] + piece + text[at + over :]
    return text


@given(edits, st.lists(st.floats(0, 1), min_size=3, max_size=6))
def test_all_that_an_editor_asks(typed: list[Edit], places: list[float]) -> None:
    text = mutated(STAGES, typed)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        file = root / "stages.yaml"
        (root / "processctl.yaml").write_text(MARKER, encoding="utf-8")
        file.write_text(STAGES, encoding="utf-8")
        session = Session()
        session.judge(root, {}, TODAY)
        state = session.judge(root, {file: text}, TODAY)
        source = Source(file, text)
        notes = by_file(notes_of(state.result, "fi")).get(file, [])
        now = {file: text}.get
        for place in places:
            offset = round(place * len(text))
            model = state.names.model
            for offer in complete(source, offset, model, "en"):
                assert offer.start <= offset
                assert offer.start <= offer.end <= len(text)
            hover(source, offset, state.names, notes, "fi")
            target = target_at(source, offset, model, "en")
            if target is not None and target.named is not None:
                span = definition(state, target.named, now)
                assert span is None or span.end <= len(now(span.source.path) or span.source.text)
                for one in references([state], target.named, now):
                    assert one.source.text == (now(one.source.path) or one.source.text)
        for entry in outline(source):
            assert entry.whole.start <= entry.key.start <= entry.key.end <= len(text)
        for first, last in folds(source):
            assert 1 <= first < last <= source.lines
        list(addresses(source))
        list(used_workspaces(Source(root / "processctl.yaml", text)))
        list(coloured(source, state.journey.model))
        list(lenses(source, state.journey, notes, "fi"))
        list(hints(source, 0, len(text), state.journey, "fi"))
        for action in actions(notes, state.journey, "fi"):
            assert action.edits
        for stage in state.journey.model.stages:
            assert {one.stage for one in leading_to(state.journey, stage)} <= {
                *state.journey.model.stages
            }
            list(going_on(state.journey, stage))


@given(edits, st.randoms(use_true_random=False))
def test_what_is_offered_against_a_finding_leaves_a_text_that_can_be_read(
    typed: list[Edit], chance: Random
) -> None:
    text = mutated(STAGES, typed)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "stages.yaml"
        (Path(folder) / "processctl.yaml").write_text(MARKER, encoding="utf-8")
        session = Session()
        state = session.judge(Path(folder), {file: text}, TODAY)
        if not state.journey.certain:
            return
        there = list(actions(notes_of(state.result, "en"), state.journey, "en"))
        for action in chance.sample(there, min(3, len(there))):
            texts = {file: text, Path(folder) / "processctl.yaml": MARKER}
            for path, made in changed_files(action.edits).items():
                texts[path] = apply(texts[path], made)
            after = session.judge(Path(folder), texts, TODAY)
            assert after.journey.certain, action.title


@given(st.text(alphabet="ab:-[]{}'\"#|> \n\r\t&*!,", max_size=80), st.integers(0, 80))
def test_any_text_has_a_cursor(text: str, offset: int) -> None:
    cursor = cursor_at(text, offset)
    assert 0 <= cursor.start <= cursor.offset <= cursor.end <= len(text)
    assert cursor.offset == min(offset, len(text))


@given(st.text(max_size=60), st.integers(0, 60))
def test_any_sign_can_stand_in_a_condition(text: str, offset: int) -> None:
    source = Source(Path("x.yaml"), f"stages:\n  a:\n    entry: {text}")
    tokens(text)
    cursor_at(source.text, len(source.text) - len(text) + offset)

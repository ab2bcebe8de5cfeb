"""Places of an older text in a newer one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from processctl.editor.moved import Moved

texts = st.text(alphabet="ab\n", max_size=12)


@given(texts, texts, texts, texts)
def test_what_has_not_changed_is_found_where_it_is(
    head: str, before: str, now: str, tail: str
) -> None:
    moved = Moved(head + before + tail, head + now + tail)
    for start in range(len(moved.before) + 1):
        for end in range(start, len(moved.before) + 1):
            place = moved.stretch(start, end)
            if place is not None:
                assert moved.now[slice(*place)] == moved.before[start:end]
                assert 0 <= place[0] <= place[1] <= len(moved.now)
            else:  # signs that are the same on both sides may count to either
                assert end > len(head)
        at = moved.offset(start)
        assert at is None or 0 <= at <= len(moved.now)


def test_a_word_that_was_written_over_is_nowhere() -> None:
    moved = Moved("one two three", "one 2 three")
    assert moved.stretch(0, 3) == (0, 3)
    assert moved.stretch(4, 7) is None
    assert moved.stretch(8, 13) == (6, 11)
    assert Moved("one two", "one owt").stretch(4, 7) is None

"""URIs and positions, as clients of all systems write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from processctl.lsp.positions import Positions
from processctl.lsp.uris import is_untitled, path_of, uri_of
from processctl.reading.source import Source


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///home/anna/sell.yaml", "/home/anna/sell.yaml"),
        ("file:///home/anna/our%20process/%C3%A4%C3%B6.yaml", "/home/anna/our process/äö.yaml"),
        ("file://localhost/home/x.yaml", "/home/x.yaml"),
        ("file:///home/anna/../olli/x.yaml", "/home/olli/x.yaml"),
    ],
)
def test_paths_of_unix(uri: str, path: str) -> None:
    assert path_of(uri, windows=False) == Path(path)


@pytest.mark.parametrize("uri", ["file:///c%3A/Users/Anna/x.yaml", "file:///C:/Users/Anna/x.yaml"])
def test_a_drive_is_the_same_however_it_is_written(uri: str) -> None:
    assert str(path_of(uri, windows=True)).replace("\\", "/") == "c:/Users/Anna/x.yaml"
    assert path_of(uri, windows=False) == Path("/c:/Users/Anna/x.yaml")


def test_a_share_keeps_its_server() -> None:
    found = path_of("file://server/share/x.yaml", windows=True)
    assert str(found).replace("\\", "/") == "//server/share/x.yaml"


def test_what_has_no_file_gets_a_path_that_none_has() -> None:
    one, other = path_of("untitled:Untitled-1"), path_of("untitled:Untitled-2")
    assert one != other
    assert is_untitled(one)
    assert not is_untitled(path_of("file:///x.yaml"))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0/"), min_size=1))
def test_a_path_comes_back_from_its_uri(name: str) -> None:
    if name in (".", ".."):
        return
    path = Path("/folder") / name
    assert path_of(uri_of(path), windows=False) == path


texts = st.text(alphabet="aä🎉: \n\r", max_size=40)


@given(texts, st.integers(0, 40), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_an_offset_comes_back_from_its_position(text: str, offset: int, encoding: str) -> None:
    source, positions = Source(Path("x.yaml"), text), Positions(encoding)
    offset = min(offset, len(text))
    if text[offset - 1 : offset + 1] == "\r\n":
        return  # there is no position between the two
    assert positions.offset(source, positions.position(source, offset)) == offset


def test_a_position_behind_the_end_is_the_end() -> None:
    source, positions = Source(Path("x.yaml"), "ab\ncd"), Positions()
    assert positions.offset(source, Position(0, 99)) == 2
    assert positions.offset(source, Position(9, 0)) == 5


def test_a_line_ends_where_the_protocol_says() -> None:
    """Not at the signs at which Python ends lines as well."""
    source = Source(Path("x.yaml"), "a\u2028b\x85c\nd")
    assert Positions().offset(source, Position(1, 0)) == 6

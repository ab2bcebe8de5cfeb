"""Texts inside of JSON, XML and addresses: whatever they hold comes back, and steers nothing."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote_to_bytes

from hypothesis import given
from hypothesis import strategies as st

from processctl.reports.json_text import json_text
from processctl.reports.sarif_places import text as sarif_text
from processctl.reports.uris import reference
from processctl.reports.xml_text import attribute, content

# Surrogates by themselves too: names of files that are no UTF-8 have them.
anything = st.text(st.characters(exclude_categories=())) | st.text(
    "\u202e\x9b\x1b\u2028\x7f\ufeff\"\\&<>]'a{0}[("
)


@given(anything)
def test_json_gives_a_text_back_and_is_printable(text: str) -> None:
    told = json_text({"a": text})
    assert json.loads(told) == {"a": text}
    told.encode()
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", told
    )


@given(anything)
def test_xml_gives_a_text_back_but_for_what_it_cannot_hold(text: str) -> None:
    document = ET.fromstring(f"<a b={attribute(text)}>{content(text)}</a>".encode())  # noqa: S314 - our own
    for told in (document.get("b"), document.text or ""):
        assert told is not None
        assert len(told) == len(text)
        held = "".join(
            old if new != "\ufffd" else "\ufffd" for old, new in zip(text, told, strict=True)
        )
        assert held == told
    assert (document.text or "").count("\ufffd") <= len(
        re.findall("[^\t\n\x20-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]", text)
    )


@given(
    st.lists(
        st.binary(min_size=1, max_size=8).filter(
            lambda name: not {0, 47} & set(name) and name not in (b".", b"..")
        ),
        min_size=1,
        max_size=3,
    )
)
def test_a_path_is_an_address_that_leads_back(parts: list[bytes]) -> None:
    path = Path("/base", *map(os.fsdecode, parts))
    address, inside = reference(path, Path("/base"))
    assert inside
    assert re.fullmatch(r"[A-Za-z0-9._~%/-]+", address)
    assert unquote_to_bytes(address) == b"/".join(parts)


def test_a_message_in_sarif_has_no_link_and_no_argument() -> None:
    assert sarif_text('Stage "[a](http://x)" {0} {name}') == 'Stage "[a] (http://x)" {{0}} {name}'

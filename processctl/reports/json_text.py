"""JSON that people may look at: letters as they are, and no sign that steers a terminal."""

from __future__ import annotations

import json
import re

# What json leaves as it is, and a terminal or an editor does not: C1 and delete, surrogates,
# line ends of other kinds, and signs that turn the direction of text.
_STEERING = re.compile(r"[\x7f-\x9f\ud800-\udfff\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def json_text(document: object) -> str:
    """A document as JSON, keys in the order given; such signs occur in strings only, as escapes."""
    return _STEERING.sub(_escape, json.dumps(document, ensure_ascii=False, indent=2))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"

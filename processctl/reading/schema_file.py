"""The files of JSON Schema that come along: of the language, and of what programs read."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import cast


def schema_file(name: str) -> dict[str, object]:
    """The schema in a file of the folder of schemas."""
    packaged = resources.files("processctl") / "schemas" / name
    if packaged.is_file():
        text = packaged.read_text(encoding="utf-8")
    else:  # a checkout keeps it where editors and people look for it
        beside = Path(__file__).parents[2] / "schemas" / name
        text = beside.read_text(encoding="utf-8")
    return cast("dict[str, object]", json.loads(text))

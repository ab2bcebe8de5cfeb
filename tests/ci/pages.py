"""The files for CI that are shown in the documents, with something for what a reader has to fill in."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.program import REPOSITORY

_FILE = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_FILLED = {"REPOSITORY": "acme/processctl", "REVISION": "0123456789abcdef" * 2 + "01234567"}


def shown(page: str = "docs/ci.md") -> dict[str, str]:
    """The text of each file that a page shows, by its path."""
    text = (REPOSITORY / page).read_text("utf-8")
    for place, word in _FILLED.items():
        text = text.replace(place, word)
    return dict(_FILE.findall(text))


def write_shown(folder: Path) -> list[Path]:
    """Write the workflows that the pages show into a folder; return them."""
    written = []
    for name, text in (*shown().items(), *shown("docs/site.md").items()):
        if name.startswith(".github/workflows/"):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            written.append(file)
    return written

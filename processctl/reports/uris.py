"""Paths as URI references, for reports that say where a file is in that form (RFC 3986)."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def reference(path: Path, base: Path) -> tuple[str, bool]:
    """``path`` as a URI reference, and whether that counts from the folder ``base``.

    What lies outside of it is told absolutely: a reference that climbs is none that SARIF allows.
    Every byte of a name that is not plain ASCII is given by its number.
    """
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links
    root = Path(os.path.abspath(base))  # noqa: PTH100 - see above
    if not absolute.is_relative_to(root):
        return absolute.as_uri(), False
    inner = absolute.relative_to(root).as_posix()
    # A colon in the first part would be read as the end of a scheme.
    return quote(os.fsencode(inner), safe="/"), True

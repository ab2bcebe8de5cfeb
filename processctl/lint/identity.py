"""Who judges: this version of processctl with its rules, told without loading any of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import processctl
from processctl.lint.plugins import offers


def identity() -> str:
    """A name that is another one as soon as the program's code is another one.

    The version alone would do for what is installed; whoever works on the rules changes them without
    changing it.
    """
    name = sha256(processctl.__version__.encode())
    folder = os.path.dirname(processctl.__file__)  # noqa: PTH120 - ten times as fast, and on every run
    schemas = f"{os.path.dirname(folder)}/schemas"  # noqa: PTH120 - where a checkout has them
    for metadata in offers():
        name.update(_plugin(metadata).encode())
    for part in sorted([*_code(folder), *(_code(schemas) if os.path.isdir(schemas) else ())]):  # noqa: PTH112 - see above
        name.update(part.encode())
    return name.hexdigest()


def _plugin(metadata: Path) -> str:
    """A package that offers rules: what it says of itself, and the code of its folders."""
    said = [(metadata / "entry_points.txt").read_text("utf-8", "replace")]
    for line in said[0].splitlines():
        module = line.partition("=")[2].strip().partition(":")[0].partition(".")[0]
        found = find_spec(module) if module.isidentifier() else None
        for folder in (found.submodule_search_locations or ()) if found else ():
            said.extend(sorted(_code(folder)))
        if found is not None and found.origin is not None and os.path.isfile(found.origin):  # noqa: PTH113
            status = Path(found.origin).stat()
            said.append(f"{found.origin}:{status.st_size}:{status.st_mtime_ns}")
    return "\n".join(said)


def _code(folder: str) -> Iterator[str]:
    """Name, size and time of every file of code below a folder."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(("__", ".")):
                yield from _code(entry.path)
        elif entry.name.endswith((".py", ".lark", "v1.json")):
            status = entry.stat()
            yield f"{Path(entry.path).name}:{status.st_size}:{status.st_mtime_ns}"

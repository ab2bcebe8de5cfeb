"""The secret of this user that seals the caches: kept where no pull request can put a file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_LENGTH = 32


def secret() -> bytes | None:
    """The secret, made when it is first wanted; None where there is no place to keep one."""
    file = _file()
    try:
        found = _read(file)
        if found is None:
            _make(file)
            found = _read(file)
    except OSError:
        return None
    return found


def _file() -> Path:
    """Where it is kept: below XDG_CACHE_HOME, as the XDG base directory specification has it."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.expanduser() fails where there is no home
    folder = base if os.path.isabs(base) else f"{home}/.cache"  # noqa: PTH117 - a mere text so far
    return Path(folder) / "processctl" / "secret"


def _read(file: Path) -> bytes | None:
    """The secret, if it is there whole."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    return content if len(content) == _LENGTH else None


def _make(file: Path) -> None:
    """Put a new secret there in one step, unless another run is quicker."""
    from secrets import token_bytes
    from tempfile import mkstemp

    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = mkstemp(prefix=".secret.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(token_bytes(_LENGTH))
        with suppress(FileExistsError):
            os.link(temporary, file)
    finally:
        Path(temporary).unlink(missing_ok=True)

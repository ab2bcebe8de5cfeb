"""Files that a command writes: what may be replaced, and what somebody else made."""

from __future__ import annotations

import os
from pathlib import Path

from processctl.cli.trouble import UsageError
from processctl.texts import say


def check_target(output: Path, *, force: bool) -> None:
    """Refuse to replace what somebody else made.

    Raises:
        UsageError: the file is somebody's, or there is no place for it.
    """
    from processctl.diagrams import is_ours
    from processctl.reading.files import is_folder

    if is_folder(output):
        raise UsageError(say('"{path}" is a folder; name a file.', path=str(output)))
    if not is_folder(output.parent):
        raise UsageError(say('There is no folder "{folder}".', folder=str(output.parent)))
    if not os.path.lexists(output) or force:
        return
    try:
        ours = output.is_file() and is_ours(output.read_bytes())
    except OSError:
        ours = False
    if not ours:
        raise UsageError(
            say(
                '"{file}" exists, and processctl did not write it. --force replaces it.',
                file=str(output),
            )
        )

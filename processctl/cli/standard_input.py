"""A file that comes by standard input."""

from __future__ import annotations

import sys

from processctl.cli.trouble import UsageError
from processctl.texts import say


def read_standard_input(name: str, size_limit: int) -> tuple[str, bytes]:
    """Its text without a byte order mark, and its bytes.

    ``name`` is what it is called in errors; ``size_limit`` is in bytes.

    Raises:
        UsageError: it is too long, or no text.
    """
    from processctl.reading.files import Unreadable, decode

    content = sys.stdin.buffer.read(size_limit + 1)
    if len(content) > size_limit:
        raise UsageError(
            say(
                '"{file}" has more than {limit} bytes; --limit file_size=N allows more.',
                file=name,
                limit=size_limit,
            )
        )
    text = decode(content)
    if isinstance(text, Unreadable):
        raise UsageError(say('"{file}": {why}', file=name, why=text.message))
    return text, content

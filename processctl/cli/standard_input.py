"""A file that comes by standard input."""

from __future__ import annotations

import sys

import click


def read_standard_input(name: str, size_limit: int) -> tuple[str, bytes]:
    """Its text without a byte order mark, and its bytes.

    ``name`` is what it is called in errors; ``size_limit`` is in bytes.

    Raises:
        click.UsageError: it is too long, or no text.
    """
    from processctl.reading.files import Unreadable, decode
    from processctl.texts import translator

    content = sys.stdin.buffer.read(size_limit + 1)
    if len(content) > size_limit:
        raise click.UsageError(
            f'"{name}" has more than {size_limit} bytes; --limit file_size=N allows more.'
        )
    text = decode(content)
    if isinstance(text, Unreadable):
        raise click.UsageError(f'"{name}": {translator("en").render(text.message)}')
    return text, content

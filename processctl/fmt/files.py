"""The files of a workspace as the formatter sees them: which are to be formatted, and their bytes."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from processctl.fmt.document import format_text
from processctl.reading.files import MARKER, Unreadable, decode, workspace_above
from processctl.reading.limits import Limits
from processctl.reading.problem import Problem
from processctl.reading.source import BYTE_ORDER_MARK, Source, Span
from processctl.reading.workspace import Workspace

_UNREAD = ("invalid-yaml", "duplicate-key", "refused-yaml-feature", "over-limit", "unreadable-file")


def format_bytes(content: bytes, path: Path, limits: Limits) -> bytes | tuple[Problem, ...]:
    """A file's bytes in canonical form, or why they cannot be read.

    Raises:
        NotProvedError: formatting would change more than the form.
    """
    text = decode(content)
    if isinstance(text, Unreadable):
        nowhere = Span(Source(path, ""), 0, 0)
        return (Problem("unreadable-file", nowhere, text.message, text.hint),)
    mark = BYTE_ORDER_MARK if content.startswith(codecs.BOM_UTF8) else ""
    result = format_text(mark + text, path, limits)
    return result if isinstance(result, tuple) else result.text.encode()


def unread(workspace: Workspace) -> tuple[Problem, ...]:
    """Why files of a workspace were not read. What can be read and is merely wrong does not count."""
    root = os.path.abspath(workspace.root)  # noqa: PTH100 - resolve() follows links
    own = {source.path for source in workspace.own}

    def is_unread(problem: Problem) -> bool:
        path, span = problem.span.source.path, problem.span
        if path in own:  # a problem without a place is about all files, and told of the marker
            return problem.kind == "over-limit" and span.start == span.end == 0
        above = workspace_above(Path(os.path.abspath(path)))  # noqa: PTH100 - as above
        is_here = above is not None and str(above) == root
        return is_here and (problem.kind in _UNREAD or path.name == MARKER)

    return tuple(filter(is_unread, workspace.problems))

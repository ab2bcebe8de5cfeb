"""The marker file ``processctl.yaml``: which files it takes in, and which workspaces it uses."""

from __future__ import annotations

from pathlib import Path

from processctl.reading.nodes import Mapping as MapNode
from processctl.reading.nodes import Node, Scalar, is_empty
from processctl.reading.nodes import Sequence as ListNode
from processctl.reading.problem import Problem
from processctl.reading.source import Source, Span
from processctl.texts import say


def bad_use(
    span: Span, written: str, target: Path, edge: Path, chain: tuple[Path, ...], *, there: bool
) -> Problem | None:
    """What is wrong with an entry of ``uses``.

    ``target`` is where it leads, ``edge`` the folder that nothing may lead out of, ``chain`` the
    workspaces that led here; ``there`` says whether it holds a marker file.
    """
    if not target.is_relative_to(edge) or Path(written).is_absolute():
        message = say('The path "{path}" leads out of the repository.', path=written)
        hint = say(
            "Only workspaces in the same repository can be used: others do not have the rest."
        )
        return Problem("uses-outside-repository", span, message, hint, ids=(written,))
    if target in chain:
        message = say('The workspace "{path}" uses this one in turn.', path=written)
        hint = say("Put what both need into a third workspace that both use.")
        return Problem("uses-cycle", span, message, hint, ids=(written,))
    if not there:
        message = say('There is no workspace in "{path}".', path=written)
        hint = say("Name a folder that holds a processctl.yaml, as seen from this file's folder.")
        return Problem("unreadable-file", span, message, hint, ids=(written,))
    return None


def globs(marker: MapNode, key: str) -> list[str]:
    """The patterns under ``include`` or ``exclude``."""
    return [item.text for item in _words(marker.get(key))]


def uses(marker: MapNode) -> list[Scalar]:
    """The workspaces whose vocabulary is used."""
    return _words(marker.get("uses"))


def _words(node: Node | None) -> list[Scalar]:
    items: list[Node] = node.items if isinstance(node, ListNode) else []
    return [item for item in items if isinstance(item, Scalar) and not is_empty(item)]


def no_map(source: Source, root: Node | None) -> Problem:
    """A marker file that holds no sections."""
    hint = say('Begin with "processctl: 1". The command "processctl init" writes a whole starter.')
    if is_empty(root):
        return Problem("schema-violation", Span(source, 0, 0), say("This file is empty."), hint)
    assert root is not None  # noqa: S101 - None is empty
    end = min(root[-1], root[-2] + 1)
    message = say('This file is no map of sections ("key: value").')
    return Problem("schema-violation", Span(source, root[-2], end), message, hint)

"""How much a workspace may hold: a pull request's YAML is a stranger's."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, each raised only on the command line (``--limit NAME=N``), never by a file."""

    file_size: int = 4 * 1024 * 1024  # bytes
    files: int = 5_000
    depth: int = 64  # maps and lists inside each other
    alias_nodes: int = 10_000  # nodes that the aliases of one file stand for
    expression_length: int = 4_000  # characters
    expression_depth: int = 64

    def raised(self, name: str, value: int) -> Limits:
        """These limits with one of them changed.

        Raises:
            KeyError: there is no limit of that name.
        """
        if name not in limit_names():
            raise KeyError(name)
        return replace(self, **{name: value})


def limit_names() -> tuple[str, ...]:
    """The names that ``--limit`` knows."""
    return tuple(field.name for field in fields(Limits))

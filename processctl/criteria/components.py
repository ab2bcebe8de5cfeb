"""Strongly connected components, by Tarjan's algorithm without recursion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def components(edges: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Sets of names that reach each other; a set comes after all those that it leads to.

    Every target of an edge has to be a key. Takes time linear in names and edges. See Tarjan,
    "Depth-first search and linear graph algorithms", 1972.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_names: list[str] = []
    is_open: set[str] = set()
    found: list[tuple[str, ...]] = []
    for root in edges:
        if root in number:
            continue
        path: list[tuple[str, Iterator[str]]] = []
        entering: str | None = root
        while entering is not None or path:
            if entering is not None:
                number[entering] = lowest[entering] = len(number)
                open_names.append(entering)
                is_open.add(entering)
                path.append((entering, iter(edges[entering])))
                entering = None
            name, ahead = path[-1]
            for other in ahead:
                if other not in number:
                    entering = other
                    break
                if other in is_open:
                    lowest[name] = min(lowest[name], number[other])
            if entering is not None:
                continue
            path.pop()
            if path:
                above = path[-1][0]
                lowest[above] = min(lowest[above], lowest[name])
            if lowest[name] == number[name]:
                together = [open_names.pop()]
                while together[-1] != name:
                    together.append(open_names.pop())
                is_open.difference_update(together)
                found.append(tuple(together))
    return found

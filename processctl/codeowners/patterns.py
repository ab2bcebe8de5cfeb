"""Paths as patterns of CODEOWNERS that GitHub and GitLab read alike."""

from __future__ import annotations

from collections.abc import Iterable

# Some of these cannot be escaped on one of the services; "?" stands for any one sign on both. Of signs
# beyond ASCII it may be one byte: for those that are not written there "*" stands.
_SPECIAL = frozenset("*?[]\\#")


def pattern(path: str) -> str:
    """The pattern of one path, which counts from the repository and has forward slashes."""
    return "/" + "".join(map(_written, path))


def _written(sign: str) -> str:
    if sign == " ":
        return "\\ "
    if sign.isprintable():
        return "?" if sign in _SPECIAL else sign
    return "?" if sign.isascii() else "*"


def folder_patterns(folder: str, files: Iterable[str]) -> tuple[str, ...]:
    """Patterns for all that lies in the folder of a workspace.

    A workspace that is the whole repository (``.``) shares it with other things: there it is the
    YAML files, where ``files`` of the workspace lie.
    """
    if folder != ".":
        return (f"{pattern(folder)}/",)
    tops = sorted({file.split("/")[0] for file in files if "/" in file})
    places = ["", *(f"{pattern(top)}/**" for top in tops)]
    return tuple(f"{place}/*.{ending}" for place in places for ending in ("yaml", "yml"))

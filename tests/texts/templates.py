"""Every message that the code can say, read off the code itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import processctl

PACKAGE = Path(processctl.__file__).parent
_SAYING = {"say", "phrase"}


def templates() -> dict[str, str]:
    """The templates of all messages, with the file that says each."""
    found: dict[str, str] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        for template in _templates(tree):
            found.setdefault(template, file.relative_to(PACKAGE).as_posix())
    return found


def _templates(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            if name in _SAYING:
                yield from _literals(node.args[:1])
            elif name == "Quantity":
                yield from _literals(node.args[:2])
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            names = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            if any(isinstance(one, ast.Name) and one.id in _TABLES for one in names) and node.value:
                yield from _strings(node.value)


# Tables of templates that are chosen from at run time.
_TABLES = {"_WORDS", "_BUSINESS_WORDS", "_PER"}


def _literals(arguments: list[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
        elif isinstance(argument, ast.IfExp):
            yield from _literals([argument.body, argument.orelse])


def _strings(value: ast.expr) -> Iterator[str]:
    for node in ast.walk(value):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "{" in node.value:
            yield node.value

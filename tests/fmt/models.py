"""What a file means: the model that is read from it, and every value in it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import yaml

from processctl.model.model import read_model
from processctl.reading.nodes import Mapping, Node, Scalar
from processctl.reading.workspace import load

MARKER = "processctl.yaml"


def model_of(text: str, folder: Path) -> tuple[Any, ...]:
    """The model of a workspace that holds ``text``, and its data with the order of its ids."""
    folder.mkdir(parents=True)
    root = yaml.compose(text.replace("\t", " "), Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    keys = [key.value for key, _ in root.value]
    name = MARKER if "processctl" in keys else "part.yaml"
    if name != MARKER:
        (folder / MARKER).write_text("processctl: 1\n", encoding="utf-8")
    (folder / name).write_bytes(text.encode())
    workspace = load(folder)
    model = read_model(workspace)
    typed = {one.name: getattr(model, one.name) for one in fields(model) if one.name in _TYPED}
    sections = {section: list(items) for section, items in workspace.sections.items.items()}
    values = {
        path: plain(declared.value)
        for path, declared in (
            *((f"{section}.{name}", one) for section, name, one in workspace.sections.elements()),
            *workspace.sections.singles.items(),
        )
    }
    problems = sorted(repr((one.kind, one.message, one.path)) for one in workspace.problems)
    return typed, sections, values, problems


_TYPED = frozenset({
    "process", "change", "defaults", "lint", "teams", "roles", "people", "systems", "fields",
    "criteria", "segments", "stages", "feedback", "forums", "goals", "metrics", "campaigns",
    "promises", "cases", "skills", "improvements",
})  # fmt: skip


def plain(node: Node) -> object:
    """The values below a node; of numbers their digits too, for some are texts."""
    if isinstance(node, Scalar):
        value = node.value
        return (value, node.text) if isinstance(value, int | float) else value
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items]

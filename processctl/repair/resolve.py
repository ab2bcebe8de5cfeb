"""From a repair in symbols to edits of a file's text: late, and in one place."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.criteria.places import source_span
from processctl.model.model import Model
from processctl.reading.edit import TextEdit
from processctl.reading.nodes import Scalar, written
from processctl.reading.source import Span
from processctl.repair.insert import Stubs
from processctl.repair.remove import remove
from processctl.repair.route import Routes
from processctl.repair.sort import sort
from processctl.repair.splice import Splice, edits, joined
from processctl.repair.stub_text import Say
from processctl.rules.repair import Append, Edit, Insert, Remove, Repair, Sort, Surround


@dataclass(frozen=True)
class Resolver:
    """Makes edits of text for the files of one model."""

    model: Model
    routes: Routes
    stubs: Stubs

    @classmethod
    def of(cls, model: Model, say: Say) -> Resolver:
        """For a model; ``say`` puts questions to a reader into the language of the file."""
        routes = Routes(model)
        return cls(model, routes, Stubs(routes, say))

    def splice(self, repair: Repair) -> Splice | None:
        """The edits of a repair; None where one of them cannot be made in the text as it is."""
        parts = [self._edit(edit) for edit in repair.edits]
        found = [part for part in parts if part is not None]
        return joined(found) if found and len(found) == len(parts) else None

    def _edit(self, edit: Edit) -> Splice | None:
        match edit:
            case TextEdit(span):
                own = span.source in self.model.workspace.sources
                return edits(span, edit) if own else None
            case Surround():
                return self._surround(edit)
            case Insert():
                return self.stubs.insert(edit)
            case Append():
                return self.stubs.append(edit)
            case Remove(path, keep):
                route = self.routes.to(path)
                return remove(route, keep) if route is not None else None
            case Sort(path, order, file):
                route = self.routes.to(path, file)
                return sort(route, order) if route is not None else None

    def _surround(self, edit: Surround) -> Splice | None:
        span = part_of_scalar(self.model, edit.path, edit.inside)
        if span is None:
            return None
        source = span.source
        before = TextEdit(Span(source, span.start, span.start), edit.before)
        behind = TextEdit(Span(source, span.end, span.end), edit.behind)
        return Splice((before, behind), (span,))


def part_of_scalar(
    model: Model, path: tuple[str | int, ...], inside: tuple[int, int]
) -> Span | None:
    """Where a part of the text at ``path`` is written, in whatever style."""
    found = model.workspace.sections.node(path)
    if found is None or found[0] not in model.workspace.sources:
        return None
    source, _, node = found
    if not isinstance(node, Scalar):
        return None
    raw = written(source.text, node)
    start, end = source_span(raw, node.style, node.text, inside)
    if (start, end) == (0, 0):
        return None
    return Span(source, node.start + start, node.start + end)

"""The form of what was read: each element against the schema, told at its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from processctl.reading.form import FormChecker, FormProblem
from processctl.reading.form import sections as known_sections
from processctl.reading.memory import NOTHING, Remembers, content
from processctl.reading.nearest import nearest
from processctl.reading.nodes import Mapping, Node, Scalar, Sequence, data, is_empty
from processctl.reading.problem import Path, Problem
from processctl.reading.sections import Declared, Sections, first_line
from processctl.reading.source import Source, Span
from processctl.texts import say

LANGUAGE_VERSION = 1
MARKER_KEYS = ("processctl", "uses", "include", "exclude")


def wrong_version(source: Source, marker: Mapping) -> Problem | None:
    """The language version, checked before anything else: another one may mean anything."""
    entry = marker.entries.get("processctl")
    if entry is None or is_empty(entry.value):
        span = Span(source, entry.key.start, entry.key.end) if entry else Span(source, 0, 0)
        return Problem(
            "schema-violation",
            span,
            say("The file does not say which version of the language it is written in."),
            say('Write "processctl: 1" on its first line.'),
            path=("processctl",),
        )
    value = entry.value.value if isinstance(entry.value, Scalar) else None
    if value == LANGUAGE_VERSION and not isinstance(value, bool):
        return None
    span = first_line(source, entry.value[-2], entry.value[-1])
    if isinstance(value, int) and not isinstance(value, bool) and value > LANGUAGE_VERSION:
        return Problem(
            "unsupported-language-version",
            span,
            say(
                "This process is written in version {written} of the language; "
                "this processctl reads version {known}.",
                written=value,
                known=LANGUAGE_VERSION,
            ),
            say('Install a newer processctl, or write "processctl: 1".'),
            path=("processctl",),
        )
    return Problem(
        "schema-violation",
        span,
        say("The version of the language is the number 1, and here stands something else."),
        say('Write "processctl: 1".'),
        path=("processctl",),
    )


def check_top_level(
    source: Source, root: Node | None, *, strict: bool, marker: bool = False
) -> list[Problem]:
    """Keys of a file that are no sections, and sections of the wrong kind.

    ``strict`` is for files known to be ours; in others only a near miss of a section's name counts.
    """
    if not isinstance(root, Mapping):
        return []
    problems = []
    known = set(known_sections())
    allowed = known | set(MARKER_KEYS) if marker else known
    for key, entry in root.entries.items():
        if key in allowed or key.startswith("x_"):
            continue
        near = nearest(key, sorted(allowed))
        if not strict and near is None:
            continue
        if key in MARKER_KEYS:
            message = say('"{key}" may stand in processctl.yaml only.', key=key)
            hint = say("Move it there.")
        else:
            message = say('The language has no section "{key}".', key=key)
            hint = (
                say('Did you mean "{name}"?', name=near)
                if near
                else say('Notes of your own go under a key that begins with "x_".')
            )
        span = Span(source, entry.key.start, entry.key.end)
        meant: Path = (near,) if near else ()
        problems.append(Problem("schema-violation", span, message, hint, path=meant, ids=(key,)))
    return problems


def meant_section(key: str) -> str | None:
    """The section that a key which is none was most likely meant to be."""
    near = None if key.startswith("x_") else nearest(key, sorted((*known_sections(), *MARKER_KEYS)))
    return near if near in known_sections() else None


def check_elements(
    sections: Sections,
    checker: FormChecker,
    met: Iterable[Problem],
    memory: Remembers = NOTHING,
) -> tuple[list[Problem], set[Path]]:
    """Every element against the schema; those of a shared vocabulary are its own workspace's.

    Where reading has already ``met`` a problem, its form is that problem's consequence. Also returns
    the paths that cannot be read: a misspelt key makes the key that was meant one.
    """
    problems: list[Problem] = []
    unread: set[Path] = set()
    told = _Told(met)
    outcome_words = _outcome_words(sections)

    def take(declared: Declared, path: Path, found: list[FormProblem]) -> None:
        for problem in found:
            placed = _problem(declared, path, problem)
            if placed.span in told:
                unread.add(placed.path)
            else:
                problems.append(placed)
            if problem.meant is not None:
                unread.add((*path, *problem.path[:-1], problem.meant))

    def form(definition: str, node: Node, called: str = "") -> list[FormProblem]:
        return memory.of(
            "form",
            lambda: (definition, called, content(node)),
            lambda: checker.check(definition, data(node), called),
        )

    for section, (definition, is_map) in known_sections().items():
        heading = sections.headings.get(section)
        if is_map and heading is not None and not isinstance(heading.value, Mapping):
            take(heading, (section,), checker.check_section(section, data(heading.value)))
        for name, declared in sections.items.get(section, {}).items():
            if declared.shared:
                continue
            path = (section, name)
            id_definition = "new_stage_id" if section == "stages" else "new_id"
            key = Scalar(name, "double", 0, 0)  # an id is a text, whatever it looks like
            take(declared, path, [_of_key(one) for one in form(id_definition, key)])
            if section == "stages" and name in outcome_words:
                problems.append(_named_like_an_outcome(declared, path))
            take(declared, path, form(definition, declared.value, name))
    for section, declared in sections.singles.items():
        if section != "processctl":
            found = checker.check_section(section, data(declared.value))
            take(declared, (section,), found)
    return problems, unread


def _outcome_words(sections: Sections) -> frozenset[str]:
    """The words for outcomes that the process declares itself."""
    process = sections.singles.get("process")
    declared = (
        process.value.get("outcomes") if process and isinstance(process.value, Mapping) else None
    )
    return frozenset(declared.entries) if isinstance(declared, Mapping) else frozenset()


def _named_like_an_outcome(declared: Declared, path: Path) -> Problem:
    message = say(
        'A stage cannot have the id "{key}": that is a word for an outcome.', key=declared.key.text
    )
    hint = say("Give the stage another id: where the word is used, it means every such outcome.")
    return Problem("schema-violation", declared.key_span, message, hint, path=path)


class _Told:
    """The stretches of all files that a problem has been told of already."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self._spans: dict[int, list[tuple[int, int]]] = {}
        for problem in problems:
            span = problem.span
            self._spans.setdefault(id(span.source), []).append((span.start, span.end))
        for spans in self._spans.values():
            spans.sort()

    def __contains__(self, span: Span) -> bool:
        """Whether a stretch begins where another does, or inside it."""
        spans = self._spans.get(id(span.source), [])
        before = bisect_right(spans, (span.start, len(span.source.text)))
        if before == 0:
            return False
        start, end = spans[before - 1]
        return span.start == start or span.start < end


def _of_key(problem: FormProblem) -> FormProblem:
    return replace(problem, at_key=True)


def _problem(declared: Declared, path: Path, found: FormProblem) -> Problem:
    """The problem at its place: the key, or the value, that a path inside an element leads to."""
    key, node = declared.key, declared.value
    for step in found.path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            key, node = node.entries[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            key = Scalar("", "plain", node[-2], node[-1])
        else:
            break
    at_value = not found.at_key and isinstance(node, Scalar) and node.end > node.start
    place = node if at_value else key
    span = first_line(declared.source, place[-2], place[-1])
    ids = tuple(str(step) for step in found.path)
    return Problem(
        "schema-violation", span, found.message, found.hint, path=(*path, *found.path), ids=ids
    )

"""Checks the form of a workspace file against the schema, one element at a time.

The schema says what is well formed, and jsonschema where it is not so; the words are ours, for its
own are written for people who know what a regular expression is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from processctl.reading.form_keywords import BAD_KEY, FORBIDDEN_KEY, UNKNOWN_KEY, validators
from processctl.reading.form_schema import Inlined, load_schema, part, sections
from processctl.reading.form_trouble import FormProblem, trouble_of
from processctl.reading.form_words import explain

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

__all__ = ["FormChecker", "FormProblem", "load_schema", "section_definition", "sections"]

# Of several errors at one place, the first of these is the mistake and the others follow from it.
_FIRST = (UNKNOWN_KEY, BAD_KEY, FORBIDDEN_KEY, "type", "enum", "const", "pattern", "format")


def section_definition(section: str) -> tuple[str, bool]:
    """The definition that checks an item of a section, and whether the section is a map of ids.

    In a map of ids, a key that begins with ``x_`` is the writer's own and no item.

    Raises:
        KeyError: if there is no such section.
    """
    return sections()[section]


class FormChecker:
    """Checks elements; making one compiles the schema, so make one for a whole run."""

    def __init__(self) -> None:
        self._schema = Inlined()
        for name, _ in sections().values():
            self._schema.definition(name)
        self._validator = validators(self._schema)

    def check(self, definition: str, value: object, called: str = "") -> list[FormProblem]:
        """What is wrong with the form of one element or value.

        Args:
            definition: The name of its definition in the schema: ``stage``, ``role``, ``new_id``.
            value: The element as plain data.
            called: The id or key that the element stands under, to name it by.
        """
        return self._problems(self._schema.definition(definition), value, called)

    def check_section(self, section: str, value: object) -> list[FormProblem]:
        """What is wrong with a whole section: its own form, its ids, and every item in it."""
        shape = part(part(self._schema.file, "properties"), section)
        return self._problems(shape, value, section)

    def _problems(self, schema: dict[str, object], value: object, called: str) -> list[FormProblem]:
        errors = list(self._validator(schema).iter_errors(value))
        return _one_each(self._explained(errors, called)) if errors else []

    def _explained(self, errors: Iterable[ValidationError], called: str) -> Iterator[FormProblem]:
        for error in sorted(errors, key=_rank):
            fits: Callable[[str], bool] = self._validator(error.schema).is_valid
            yield explain(trouble_of(error, self._schema.name_of(error.schema), called, fits))


def _rank(error: ValidationError) -> int:
    return _FIRST.index(error.validator) if error.validator in _FIRST else len(_FIRST)


def _one_each(problems: Iterable[FormProblem]) -> list[FormProblem]:
    """One problem for one mistake, in the order of their places."""
    kept: dict[tuple[object, ...], FormProblem] = {}
    for problem in problems:
        kept.setdefault(_mistake(problem), problem)
    unknown = [each for each in kept.values() if each.at_key and each.missing_key is None]
    found = [
        each
        for each in kept.values()
        if not (each.missing_key and _is_only_misspelt(each, unknown))
    ]
    return sorted(found, key=lambda each: each.path)


def _mistake(problem: FormProblem) -> tuple[object, ...]:
    """What is the same for problems that come from the same mistake."""
    if problem.meant:
        return (problem.path[:-1], problem.meant, "meant")
    return (problem.path, problem.missing_key)


def _is_only_misspelt(missing: FormProblem, unknown: Iterable[FormProblem]) -> bool:
    """Whether a missing key stands there after all, under a name that nobody knows."""
    return any(
        (each.path[:-1] == missing.path and each.meant in (None, missing.missing_key))
        or (each.path[:-1] == missing.path[:-1] and each.meant == missing.missing_key)
        for each in unknown
    )

"""The keywords of JSON Schema that the language uses, made quick.

jsonschema resolves, evolves and copies at every step down, so that any schema of any draft works:
ten times the work that our one schema needs. It lets keywords be replaced, so these are ours; they
give the same verdict as the library's own (a test compares the two), over a schema without
references. The errors carry no words: what is wrong is in their keyword, and where it says so, the
offending key is their message.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias, cast

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

    from processctl.reading.form_schema import Inlined, Schema

UNKNOWN_KEY = "unknownKey"
FORBIDDEN_KEY = "forbiddenKey"
BAD_KEY = "badKey"

Errors: TypeAlias = "Iterator[ValidationError]"


class Check(Protocol):
    """What is used of a validator of jsonschema."""

    def iter_errors(self, instance: object, /) -> Errors:
        """Everything that is wrong with a value."""

    def is_valid(self, instance: object, /) -> bool:
        """Whether nothing is wrong with it."""


_CLASSES: Mapping[str, tuple[type, ...]] = {
    "string": (str,), "object": (dict,), "array": (list,), "boolean": (bool,),
    "null": (type(None),), "number": (int, float), "integer": (int,),
}  # fmt: skip


def is_of(kind: str, value: object) -> bool:
    """Whether a value is of a JSON type; a truth value is no number, and 2.0 is a whole one."""
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _CLASSES[kind])


def is_extra(key: object) -> bool:
    """Whether a key is the writer's own (``x_…``), which is kept and never checked."""
    return isinstance(key, str) and key.startswith("x_")


def validators(inlined: Inlined) -> Callable[[object], Check]:
    """Make one validator for every part of the schema; the answer finds the one of a part."""
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.exceptions import ValidationError
    from jsonschema.validators import extend

    compiled: dict[int, Check] = {}
    patterns: dict[str, re.Pattern[str]] = {}

    def below(schema: object, value: object, step: str | int) -> Errors:
        for error in compiled[id(schema)].iter_errors(value):
            error.path.appendleft(step)
            yield error

    def wrong(keyword: str, value: object, schema: Schema, message: str = "") -> ValidationError:
        return ValidationError(
            message, validator=keyword, validator_value=schema.get(keyword), instance=value,
            schema=schema,
        )  # fmt: skip

    def members(
        _: Check, properties: Mapping[str, object], value: object, schema: Schema
    ) -> Errors:
        if not isinstance(value, dict):
            return
        rest = schema.get("additionalProperties", True)
        for key, held in value.items():
            inner = properties.get(key, rest)
            if inner is True or is_extra(key):
                continue
            if inner is False:
                kind = FORBIDDEN_KEY if key in properties else UNKNOWN_KEY
                error = wrong(kind, value, schema, key_text(key))
                error.path.appendleft(key_text(key))
                yield error
            else:
                yield from below(inner, held, key_text(key))

    def others(validator: Check, _: object, value: object, schema: Schema) -> Errors:
        if "properties" not in schema:
            yield from members(validator, {}, value, schema)

    def key_names(_: Check, inner: object, value: object, schema: Schema) -> Errors:
        if isinstance(value, dict):
            check = compiled[id(inner)]
            for key in value:
                if not is_extra(key) and (not isinstance(key, str) or not check.is_valid(key)):
                    error = wrong(BAD_KEY, value, schema, key_text(key))
                    error.path.appendleft(key_text(key))
                    yield error

    def items(_: Check, inner: object, value: object, __: Schema) -> Errors:
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from below(inner, item, index)

    def choose(_: Check, condition: object, value: object, schema: Schema) -> Errors:
        way = "then" if compiled[id(condition)].is_valid(value) else "else"
        if way in schema:
            yield from compiled[id(schema[way])].iter_errors(value)

    def depends(_: Check, needs: Mapping[str, object], value: object, __: Schema) -> Errors:
        if isinstance(value, dict):
            for key, inner in needs.items():
                if key in value:
                    yield from compiled[id(inner)].iter_errors(value)

    def refuses(_: Check, inner: object, value: object, schema: Schema) -> Errors:
        if compiled[id(inner)].is_valid(value):
            yield wrong("not", value, schema)

    def required(_: Check, needed: Sequence[str], value: object, schema: Schema) -> Errors:
        if isinstance(value, dict):
            for key in needed:
                if key not in value:
                    yield wrong("required", value, schema, key)

    def together(
        _: Check, needs: Mapping[str, Sequence[str]], value: object, schema: Schema
    ) -> Errors:
        if isinstance(value, dict):
            for key, needed in needs.items():
                for other in needed:
                    if key in value and other not in value:
                        error = wrong("dependentRequired", value, schema, other)
                        error.path.appendleft(key)
                        yield error

    def kind_of(_: Check, kinds: str | Sequence[str], value: object, schema: Schema) -> Errors:
        allowed = (kinds,) if isinstance(kinds, str) else kinds
        if not any(is_of(kind, value) for kind in allowed):
            yield wrong("type", value, schema)

    def words(_: Check, allowed: Sequence[str], value: object, schema: Schema) -> Errors:
        if not isinstance(value, str) or value not in allowed:
            yield wrong("enum", value, schema)

    def matches(_: Check, pattern: str, value: object, schema: Schema) -> Errors:
        if isinstance(value, str):
            if pattern not in patterns:
                patterns[pattern] = re.compile(pattern)
            # In Python "$" also stands before a last line break; in JSON Schema it does not.
            if not patterns[pattern].fullmatch(value):
                yield wrong("pattern", value, schema)

    def long_enough(_: Check, least: int, value: object, schema: Schema) -> Errors:
        if isinstance(value, str) and len(value) < least:
            yield wrong("minLength", value, schema)

    ours: dict[str, Callable[..., Iterable[ValidationError]]] = {
        "properties": members, "additionalProperties": others, "propertyNames": key_names,
        "items": items, "if": choose, "dependentSchemas": depends, "not": refuses,
        "required": required, "dependentRequired": together, "type": kind_of, "enum": words,
        "pattern": matches, "minLength": long_enough,
    }  # fmt: skip
    quick = extend(Draft202012Validator, ours)  # type: ignore[no-untyped-call]  # in its stubs
    dates = FormatChecker(formats=["date"])
    for each in inlined.parts:
        compiled[id(each)] = cast("Check", quick(each, format_checker=dates))
    return lambda schema: compiled[id(schema)]


def key_text(key: object) -> str:
    """A key as it was written, near enough: YAML makes a number or a truth value of some."""
    if key is None:
        return ""
    return str(key).lower() if isinstance(key, bool) else str(key)

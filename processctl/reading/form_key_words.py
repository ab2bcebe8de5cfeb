"""The words for keys: unknown, badly named, missing, or one too many."""

from __future__ import annotations

from processctl.reading import form_hints as hints
from processctl.reading.form_phrases import EITHER, ELEMENTS
from processctl.reading.form_repair import meant_key
from processctl.reading.form_schema import part
from processctl.reading.form_trouble import FormProblem, Path, Trouble, no_id, short
from processctl.texts import say


def unknown_key(trouble: Trouble) -> FormProblem:
    """A key that the map does not know."""
    key, known = trouble.detail, part(trouble.schema, "properties")
    held = trouble.value if isinstance(trouble.value, dict) else {}
    message = say(
        '{element} has no key "{key}".', element=ELEMENTS[trouble.definition], key=short(key)
    )
    meant = meant_key(key, set(known) - set(held))
    if meant is None and "says" in known and hints.is_language(key):
        return FormProblem(trouble.path, True, message, hints.UNDER_SAYS, meant="says")
    return FormProblem(trouble.path, True, message, hints.for_key(meant, known), meant=meant)


def forbidden_key(trouble: Trouble) -> FormProblem:
    """A key that another one excludes."""
    return FormProblem(trouble.path, True, EITHER[trouble.detail], None)


def bad_key(trouble: Trouble) -> FormProblem:
    """A key of a map of ids, or of a text in several languages, that is none."""
    key = trouble.detail
    if trouble.definition == "text":
        message = say(
            '"{key}" is not a language. Here a text stands for each language, for example "en: …" '
            'and "fi: …".',
            key=short(key),
        )
        return FormProblem(trouble.path, True, message, None)
    names = part(trouble.schema, "propertyNames")
    if "not" not in names:  # the id of something that is declared elsewhere
        return FormProblem(trouble.path, True, no_id(key), hints.for_new_id(key, named=False))
    items = part(part(trouble.schema, "additionalProperties"), "properties")
    return bad_new_id(key, trouble.path, named="name" in items)


def bad_new_id(written: str, path: Path, *, named: bool = True) -> FormProblem:
    """An id that is not well formed, or taken by the language itself."""
    message, hint = no_id(written), hints.for_new_id(written, named=named)
    if written in ("otherwise", "origin"):
        message = say('"{key}" cannot be an id: it has a meaning of its own.', key=written)
    elif written in ("won", "lost"):
        message = say(
            'A stage cannot have the id "{key}": that is a word for an outcome.', key=written
        )
        hint = hints.outcome_stage(written)
    return FormProblem(path, True, message, hint)


def missing_key(trouble: Trouble) -> FormProblem:
    """A map without a key that it cannot do without."""
    message = say(
        '{element} needs the key "{key}".',
        element=ELEMENTS[trouble.definition], key=trouble.detail,
    )  # fmt: skip
    at_key = not trouble.path or isinstance(trouble.path[-1], str)
    hint = hints.for_missing(trouble.definition, trouble.detail)
    return FormProblem(trouble.path, at_key, message, hint, missing_key=trouble.detail)


def missing_companion(trouble: Trouble) -> FormProblem:
    """A key without the other that belongs to it."""
    message = say(
        '"{key}" needs the key "{other}" beside it.', key=trouble.key, other=trouble.detail
    )
    hint = hints.for_missing(trouble.definition, trouble.detail)
    return FormProblem(trouble.path, True, message, hint, missing_key=trouble.detail)

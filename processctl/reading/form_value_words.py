"""The words for values: of the wrong kind or form, out of range, or missing."""

from __future__ import annotations

from processctl.reading import form_hints as hints
from processctl.reading.form_key_words import bad_new_id
from processctl.reading.form_phrases import FORMS, KINDS
from processctl.reading.form_trouble import FormProblem, Trouble, about, no_id, short
from processctl.texts import Message, say


def bad_form(trouble: Trouble) -> FormProblem:
    """A text that is not of the form that is wanted."""
    value = str(trouble.value)
    if trouble.definition in ("new_id", "new_stage_id"):
        return bad_new_id(value, trouble.path)
    form = FORMS.get(trouble.definition)
    message = about(form, value) if form else no_id(value)
    if trouble.keyword == "format":
        message = say('"{value}" is not a day of the calendar.', value=value)
    hint = hints.for_form(trouble.definition, value, trouble.fits)
    return FormProblem(trouble.path, False, message, hint)


def wrong_word(trouble: Trouble) -> FormProblem:
    """A word that is not among those allowed."""
    allowed = trouble.schema.get("enum")
    if not isinstance(trouble.value, str) or not trouble.value or not isinstance(allowed, list):
        return wrong_kind(trouble)
    message = say(
        '"{value}" is not a word that "{key}" knows.', value=short(trouble.value), key=trouble.key
    )
    return FormProblem(trouble.path, False, message, hints.for_word(trouble.value, allowed))


def wrong_kind(trouble: Trouble) -> FormProblem:
    """A value of another kind than is wanted."""
    if _is_empty(trouble.value):
        return empty(trouble)
    wanted, found, step = trouble.wanted, _found(trouble.value), trouble.path[-1:]
    place = (trouble.key, bool(step) and isinstance(step[0], int))
    if step and isinstance(step[0], int):
        message = say(
            'Each item of "{key}" has to be {wanted}, and item {number} is {found}.',
            key=trouble.key, wanted=wanted, found=found, number=step[0] + 1,
        )  # fmt: skip
    elif trouble.key:
        message = say(
            '"{key}" wants {wanted}, and here stands {found}.',
            key=trouble.key, wanted=wanted, found=found,
        )  # fmt: skip
    else:
        message = say("Here should stand {wanted}, not {found}.", wanted=wanted, found=found)
    hint = hints.for_kind(trouble.definition, place, trouble.schema, trouble.value)
    return FormProblem(trouble.path, False, message, hint)


def empty(trouble: Trouble) -> FormProblem:
    """Nothing where something is wanted."""
    step = trouble.path[-1:]
    hint = say("Write {wanted} there, or leave it out.", wanted=trouble.wanted)
    if step and isinstance(step[0], int):
        message = say('Item {number} of "{key}" is empty.', number=step[0] + 1, key=trouble.key)
    elif trouble.key:
        message = say('"{key}" is empty.', key=trouble.key)
    else:
        message = say("This is empty.")
    return FormProblem(trouble.path, False, message, hint)


def out_of_range(trouble: Trouble) -> FormProblem:
    """A number that is too small or too large."""
    least, most = trouble.schema.get("minimum", 0), trouble.schema.get("maximum")
    found = _found(trouble.value)
    if most is None:
        message = say(
            '"{key}" wants a number that is {least} or more, and here stands {found}.',
            key=trouble.key, least=str(least), found=found,
        )  # fmt: skip
    else:
        message = say(
            '"{key}" wants a number from {least} to {most}, and here stands {found}.',
            key=trouble.key, least=str(least), most=str(most), found=found,
        )  # fmt: skip
    return FormProblem(trouble.path, False, message, hints.for_share(trouble.value))


def wrong_count(trouble: Trouble) -> FormProblem:
    """A list that is too short or too long."""
    if _is_empty(trouble.value):
        return empty(trouble)
    count = len(trouble.value) if isinstance(trouble.value, list) else 1
    message = say(
        '"{key}" wants a list of exactly two stages, and this one has {count}.',
        key=trouble.key, count=count,
    )  # fmt: skip
    return FormProblem(trouble.path, False, message, None)


def twice(trouble: Trouble) -> FormProblem:
    """A list that holds the same thing twice."""
    items = [str(item) for item in trouble.value] if isinstance(trouble.value, list) else []
    place = next((place for place, item in enumerate(items) if item in items[:place]), 0)
    message = say('"{value}" stands twice in "{key}".', value=short(items[place]), key=trouble.key)
    return FormProblem((*trouble.path, place), False, message, None)


def wrong_version(trouble: Trouble) -> FormProblem:
    """Another language version than ours."""
    message = say('"{key}" is the version of the language, and there is only 1.', key=trouble.key)
    return FormProblem(trouble.path, False, message, hints.example("processctl: 1"))


def _found(value: object) -> Message:
    if isinstance(value, bool):
        return say("the value {value}", value="true" if value else "false")
    if isinstance(value, int | float):
        return say("the number {value}", value=str(value))
    if isinstance(value, str):
        return say('the text "{value}"', value=short(value))
    return KINDS["array"] if isinstance(value, list) else KINDS["object"]


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [], {})

"""How to mend a mistake in the form of an element, where that can be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from processctl.reading.form_repair import as_id, guesses
from processctl.reading.form_schema import definitions, part
from processctl.reading.nearest import nearest
from processctl.texts import Listing, Message, say

UNDER_SAYS = say('Put the text of every language under "says".')

FEW = 8  # more keys than this in a hint is a list nobody reads
HUNDRED = 100
SMALL = 2  # 1.5 is rather a share that is too large than a percentage
LONG = 60  # an example longer than this is no help
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_TRUTH = {"yes": "true", "on": "true", "no": "false", "off": "false"}
# Where a map is wanted and a text stands, the key that the text most likely belongs under.
_KEY_OF_A_TEXT = {
    "exit": "to",
    "ignored": "because",
    "step": "tell",
    "silence": "tell",
    "timed_step": "after",
}
_HEADERS = frozenset({"name", "about", "links", "tags", "ignore"})


def is_language(key: str) -> bool:
    """Whether a key looks like the code of a language."""
    return _LANGUAGE.fullmatch(key) is not None


def example(shown: str) -> Message:
    """A line to write instead."""
    return say("For example: {example}", example=shown)


def for_key(meant: str | None, known: Iterable[str]) -> Message:
    """What to write instead of an unknown key."""
    if meant:
        return say('Did you mean "{meant}"?', meant=meant)
    own = [key for key in known if key not in _HEADERS]
    if len(own) <= FEW:
        return say("The keys here are {keys}.", keys=Listing(tuple(own)))
    return say('A key of your own begins with "x_".')


def for_new_id(written: str, *, named: bool) -> Message | None:
    """An id for what somebody wrote as one; ``named`` where it can have a name besides."""
    proposed = as_id(written)
    if not proposed or proposed == written:
        return None
    if not named:
        return say('Did you mean "{meant}"?', meant=proposed)
    return say(
        'Write "{proposed}"; the name that people see stands under "name".', proposed=proposed
    )


def outcome_stage(word: str) -> Message:
    """An id for a stage that was called like its outcome."""
    return say(
        'Write for example "closed_{outcome}", and under it "outcome: {outcome}".', outcome=word
    )


def for_form(definition: str, written: str, fits: Callable[[str], bool]) -> Message | None:
    """The well-formed value that was most likely meant."""
    for guess in guesses(definition, written):
        if guess != written and fits(guess):
            return say('Did you mean "{meant}"?', meant=guess)
    return None


def for_word(written: str, allowed: Iterable[str]) -> Message:
    """The word that was most likely meant, and all that are allowed."""
    words = tuple(allowed)
    meant = nearest(written, words)
    if meant:
        return say(
            'Did you mean "{meant}"? Allowed are {words}.', meant=meant, words=Listing(words)
        )
    return say("Allowed are {words}.", words=Listing(words))


def for_share(value: object) -> Message | None:
    """A percentage as a share."""
    if isinstance(value, int | float) and SMALL <= value <= HUNDRED:
        percent, share = f"{value:g}", f"{value / HUNDRED:g}"
        return say("{percent} % is written {share}.", percent=percent, share=share)
    return None


def for_kind(
    definition: str, place: tuple[str, bool], schema: Mapping[str, object], value: object
) -> Message | None:
    """How to write a value of the right kind.

    The place is the key that the value stands under, and whether in a list there.
    """
    key, in_list = place
    kinds = schema.get("type")
    if kinds == "array":
        listed = f"{key}: [{_shown(value)}]"
        return say("Write a list: {example}", example=listed) if len(listed) < LONG else None
    if isinstance(value, str):
        return _for_text(definition, key, kinds, value)
    if isinstance(value, list):
        return _for_list(key, schema, value)
    shown = part(definitions(), definition).get("examples")
    if key and isinstance(shown, list):
        return example(f"{key}: {_shown([shown[0]] if in_list else shown[0])}")
    return None


def _for_list(key: str, schema: Mapping[str, object], value: list[object]) -> Message | None:
    if "propertyNames" in schema and value:
        return say(
            'Write ids with colons, one on each line: "{example}:"', example=_shown(value[0])
        )
    if key and schema.get("type") == "string" and len(value) == 1 and isinstance(value[0], str):
        return say("Write it without brackets: {example}", example=f"{key}: {_shown(value[0])}")
    return None


def _for_text(definition: str, key: str, kinds: object, value: str) -> Message | None:
    word = value.strip().casefold()
    if kinds == "boolean" and word in _TRUTH:
        return say('Write {truth} instead of "{word}".', truth=_TRUTH[word], word=value)
    if kinds in ("number", "integer"):
        return _for_number(key, value)
    named = "name" in part(part(definitions(), definition), "properties")
    inner = _KEY_OF_A_TEXT.get(definition, "name" if named else None)
    return example(f"{{{inner}: {_shown(value)}}}") if inner else None


def _for_number(key: str, value: str) -> Message | None:
    digits = value.replace(" ", "").replace(",", ".")
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", digits):
        return example(f"{key}: {digits}")
    percent = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)%", digits)
    return for_share(float(percent[1])) if percent and key in ("share", "chance") else None


def for_missing(definition: str, key: str) -> Message | None:
    """The missing key with a value that could stand there."""
    shape = part(part(definitions(), definition), "properties")
    shown = part(shape, key).get("examples")
    return example(f"{key}: {_shown(shown[0])}") if isinstance(shown, list) else None


def _shown(value: object) -> str:
    """A value as YAML on one line, with quotes where YAML needs them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(_shown(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_shown(item)}' for key, item in value.items())}}}"
    text = str(value)
    return text if re.fullmatch(r"[\w ./+-]+", text) else f'"{text}"'

"""Messages as plain data, and back; what has another form raises ValueError."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from processctl.texts import Argument, Listing, Message, Quantity, Text

Plain: TypeAlias = "bool | int | str | Sequence[Plain] | Mapping[str, Plain] | None"


def of(argument: Argument) -> Plain:
    """A message, or what stands in one."""
    if isinstance(argument, str | int):
        return argument
    if isinstance(argument, Text):
        return {"text": of_text(argument)}
    if isinstance(argument, Quantity):
        return {"one": argument.one, "many": argument.many, "count": argument.count}
    if isinstance(argument, Listing):
        items = [of(item) for item in argument.items]
        return {"items": items, "word": argument.word, "quoted": argument.quoted}
    return {
        "say": argument.template,
        "with": {name: of(value) for name, value in argument.arguments},
        "in": [list(version) for version in argument.versions],
    }


def of_text(text: Text) -> Plain:
    """A user's words."""
    return [list(version) for version in text.versions]


def argument(plain: Plain) -> Argument:
    """What stands in a message."""
    if isinstance(plain, str | int):
        return plain
    held = as_map(plain)
    if "text" in held:
        return text(held["text"])
    if "count" in held:
        return Quantity(as_word(held["one"]), as_word(held["many"]), as_whole(held["count"]))
    if "items" in held:
        items = tuple(argument(item) for item in as_list(held["items"]))
        return Listing(items, "or" if held["word"] == "or" else "and", held["quoted"] is True)
    return message(plain)


def message(plain: Plain) -> Message:
    """A message."""
    held = as_map(plain)
    arguments = {name: argument(one) for name, one in as_map(held["with"]).items()}
    return Message(
        as_word(held["say"]), tuple(sorted(arguments.items())), text(held["in"]).versions
    )


def text(plain: Plain) -> Text:
    """A user's words."""
    versions = (as_words(version) for version in as_list(plain))
    return Text(tuple((language, words) for language, words in versions))


def as_map(plain: Plain) -> Mapping[str, Plain]:
    """A map; anything else raises."""
    if not isinstance(plain, dict):
        raise ValueError("a map is wanted")  # noqa: TRY004 - one kind of error for whoever asks
    return plain


def as_list(plain: Plain) -> Sequence[Plain]:
    """A list; anything else raises."""
    if not isinstance(plain, list):
        raise ValueError("a list is wanted")  # noqa: TRY004 - see above
    return plain


def as_word(plain: Plain) -> str:
    """A text; anything else raises."""
    if not isinstance(plain, str):
        raise ValueError("a text is wanted")  # noqa: TRY004 - see above
    return plain


def as_whole(plain: Plain) -> int:
    """A whole number; anything else raises."""
    if not isinstance(plain, int):
        raise ValueError("a number is wanted")  # noqa: TRY004 - see above
    return plain


def as_step(plain: Plain) -> str | int:
    """A step of a path."""
    return plain if isinstance(plain, int) else as_word(plain)


def as_words(plain: Plain) -> tuple[str, ...]:
    """Several texts."""
    return tuple(as_word(one) for one in as_list(plain))

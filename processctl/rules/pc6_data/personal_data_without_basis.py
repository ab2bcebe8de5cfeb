"""Data about a person is kept, and nothing says what allows it.

## What it checks
Every field with `personal` names the legal `basis`: consent, a contract, a duty by law, a legitimate interest. A
text field, or a date, whose id sounds like a person (`email`, `phone`, `last_name`) says `personal` at all; that is
a note, for a name can deceive. Fields of a shared vocabulary are asked for where they are declared.

## Why it matters
The customer asks why you have their number and who gave it to you. They have a right to an answer within a month,
and whoever picks up the phone has none.

## Where
On `personal`; where that is missing, on the id of the field.

## Bad
```yaml
fields: {email: {type: text, personal: {kept: 24 months}}}
```

## Good
```yaml
fields: {email: {type: text, personal: {basis: consent, kept: 24 months}}}
```

## When to disagree
An address that is nobody's in particular, `info@…` say: leave `personal` out, and the word out of the option.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from processctl.journey import Journey
from processctl.model.customer_data import Field
from processctl.rules.option import word_list
from processctl.rules.rule import Everywhere, Found, Given, Place, Rule
from processctl.texts import Message, say

NAMES = word_list(
    "names",
    say("Ids of fields that are about a person; each counts as part of a longer id too."),
    (
        "email",
        "phone",
        "mobile",
        "first_name",
        "last_name",
        "full_name",
        "contact_name",
        "date_of_birth",
        "linkedin",
        "sahkoposti",
        "puhelin",
        "puhelinnumero",
        "etunimi",
        "sukunimi",
        "yhteyshenkilo",
        "syntymaaika",
    ),
)
_TYPES = ("text", "date")


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find personal data without a legal basis, and what looks like personal data and is not said to be."""
    names = tuple(name.split("_") for name in given.value(NAMES))
    for field in _own(journey):
        if field.personal is not None:
            if field.personal.lacks("basis"):
                yield Found(
                    say(
                        'Nothing says what allows you to keep the personal data in the field "{field}".',
                        field=field.title,
                    ),
                    Place(field.personal.path, at_key=True),
                    hint=_hint(field),
                    about=(f"fields.{field.id}",),
                )
        elif field.lacks("personal") and field.type in _TYPES and _is_about_somebody(field, names):
            yield Found(
                say(
                    'The field "{field}" looks like personal data, and nothing says on what basis it '
                    "is kept.",
                    field=field.title,
                ),
                Place(field.path, at_key=True),
                hint=say('Say so: "personal: {{basis: consent, kept: 24 months}}".'),
                severity="info",
            )


def _hint(field: Field) -> Message:
    if field.personal is not None and field.personal.lacks("kept"):
        return say(
            'Name the basis ("basis: consent"), and how long it is kept ("kept: 24 months").'
        )
    return say('Name the basis, for example "basis: consent" or "basis: contract".')


def _own(journey: Journey) -> list[Field]:
    return [field for field in journey.model.fields.values() if not field.shared]


def _is_about_somebody(field: Field, names: Sequence[Sequence[str]]) -> bool:
    words = field.id.split("_")
    return any(
        words[start : start + len(name)] == list(name)
        for name in names
        for start in range(len(words) - len(name) + 1)
    )


def _population(journey: Journey) -> int:
    return sum(field.personal is not None for field in _own(journey))


def _none_has_one(count: int) -> Message:
    return say("No personal data has a legal basis ({count} fields).", count=count)


RULE = Rule(
    "PC607",
    "personal-data-without-basis",
    "error",
    __doc__,
    everywhere=Everywhere("fields", _population, _none_has_one),
    judge=judge,
    options=(NAMES,),
)

"""A text lacks one of the languages of the process.

## What it checks
A text that is given in several languages is given in all that `process.languages` names. A plain text is the same in every language, and is not asked.

## Why it matters
The colleague who reads Finnish finds a hole in the picture, or an English word where the handoff is decided.

## Where
On the text; where every text lacks the same language, once on `languages`.

## Bad
```yaml
process: {languages: [en, fi]}
stages:
  offer: {start: true, name: {en: Offer}}
  customer: {outcome: won, name: {en: Customer, fi: Asiakas}}
```

## Good
```yaml
process: {languages: [en, fi]}
stages:
  offer: {start: true, name: {en: Offer, fi: Tarjous}}
```

## When to disagree
While a translation is being made: then name the language under `languages` when it is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.reading.problem import Path
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import Message, Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find texts that are not there in a language of the process."""
    model = journey.model
    wanted = model.process.languages
    lacking: dict[str, list[Path]] = {}
    for path, text in model.texts:
        for language in wanted:
            if language not in text.languages:
                lacking.setdefault(language, []).append(path)
    for language, paths in lacking.items():
        if len(paths) == len(model.texts) > 1:
            yield _everywhere(language, len(paths))
            continue
        for path in paths:
            yield Found(
                say('This text is not there in language "{language}".', language=language),
                Place(path),
                hint=_hint(language),
                ids=(language, *map(str, path[2:])),
            )


def _everywhere(language: str, count: int) -> Found:
    texts = Quantity("{count} text", "{count} texts", count)
    return Found(
        say('No text is there in language "{language}" ({texts}).', language=language, texts=texts),
        Place(("process", "languages"), at_key=True),
        hint=say("Translate them, or take the language off the list."),
        ids=(language,),
    )


def _hint(language: str) -> Message:
    return say(
        'Add it: "{language}: ...". A plain text holds for every language.', language=language
    )


RULE = Rule("PC103", "missing-translation", "warning", __doc__, check)

"""Rules of other packages: found by entry point, told apart from our own, and never trusted to work.

A package offers a rule, or a tuple of rules, under the entry point group ``processctl.rules``.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.reading.source import Span
from processctl.texts import LANGUAGES, Message, say, translator

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from processctl.rules.rule import Found, Rule

GROUP = "processctl.rules"
_CODE = re.compile(r"(?!PC)[A-Z]{2,8}[0-9]{1,4}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


@dataclass(frozen=True)
class Registry:
    """All rules there are: our own, then those of other packages by code.

    ``failures`` say which packages' rules could not be taken, and why; a pair of the entry point's
    name and the words.
    """

    rules: tuple[Rule, ...]
    failures: tuple[tuple[str, Message], ...] = ()


@dataclass
class _Taken:
    codes: set[str]
    names: set[str]
    rules: list[Rule] = field(default_factory=list)
    failures: list[tuple[str, Message]] = field(default_factory=list)


@lru_cache(maxsize=1)
def registry() -> Registry:
    """Our own rules and those that are installed beside them."""
    from processctl.rules import RULES

    if not offers():
        return Registry(RULES)
    from importlib.metadata import entry_points

    points = sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))
    return with_plugins(RULES, points)


def with_plugins(own: tuple[Rule, ...], points: Iterable[EntryPoint]) -> Registry:
    """Some rules, and those that entry points offer."""
    taken = _Taken({rule.code for rule in own}, {rule.name for rule in own})
    for point in points:
        try:
            offered = _rules_of(point.load())
        except (Exception, SystemExit) as error:  # whatever code of strangers may raise
            taken.failures.append((point.name, _cannot_be_loaded(point.name, error)))
            continue
        for rule in offered:
            trouble = _trouble(rule, taken)
            if trouble is not None:
                taken.failures.append((point.name, trouble))
                continue
            taken.codes.add(rule.code)
            taken.names.add(rule.name)
            taken.rules.append(rule)
    theirs = sorted(taken.rules, key=lambda rule: rule.code)
    return Registry((*own, *theirs), tuple(taken.failures))


def _rules_of(offered: object) -> tuple[Rule, ...]:
    from processctl.rules.rule import Rule

    rules = offered if isinstance(offered, tuple | list) else (offered,)
    found = tuple(rule for rule in rules if isinstance(rule, Rule))
    if len(found) != len(rules) or not found:
        raise TypeError("an entry point names a Rule, or a tuple of them")
    return found


def _cannot_be_loaded(name: str, error: BaseException) -> Message:
    return say(
        'The rules of the package "{package}" cannot be loaded ({error}).',
        package=name,
        error=type(error).__name__,
    )


def _trouble(rule: Rule, taken: _Taken) -> Message | None:
    """Why a rule of another package cannot be taken."""
    if not _CODE.fullmatch(rule.code):
        return say(
            'The rule "{rule}" of another package has the code "{code}": a code is two to eight '
            'capital letters that do not begin with "PC", and a number.',
            rule=rule.name,
            code=rule.code,
        )
    if not _NAME.fullmatch(rule.name):
        return say(
            'The rule {code} has the name "{rule}": a name is small letters, several words with '
            "hyphens between them.",
            code=rule.code,
            rule=rule.name,
        )
    if rule.code in taken.codes or rule.name in taken.names:
        return say(
            'There is a rule "{code} {rule}" already: another package has to choose other words.',
            code=rule.code,
            rule=rule.name,
        )
    return None


def checked(rule: Rule, found: Found) -> Found:
    """What a rule found, if it has the form of a finding.

    mypy watches over our own rules. Those of other packages are tried here, one by one, so that a
    wrong one breaks down alone and not the report.

    Raises:
        Exception: of whatever kind, if it has not.
    """
    if rule.code.startswith("PC"):
        return found
    words = (found.message, found.hint, *(also.message for also in found.also))
    for message in words:
        if message is not None:
            for language in LANGUAGES:
                translator(language).render(message)
    for where in (found.where, *(also.where for also in found.also)):
        if not (isinstance(where, Span) or (isinstance(where.path, tuple) and where.path)):
            raise TypeError("a place is a path of keys")
    if not all(isinstance(one, str) for one in (*found.ids, *found.witness, *found.about)):
        raise TypeError("ids, witness and about are texts")
    return found


def offers() -> tuple[Path, ...]:
    """The installed packages that offer rules, as the folders of their metadata.

    Reading all metadata takes longer than a remembered result takes as a whole, so that this looks
    for the words in the one file that has them.
    """
    return tuple(dict.fromkeys(_offers()))


def _offers() -> Iterator[Path]:
    for folder in dict.fromkeys(sys.path):
        try:
            entries = [one.path for one in os.scandir(folder or ".") if one.name.endswith("-info")]
        except OSError:
            continue
        for entry in sorted(entries):
            file = Path(entry, "entry_points.txt")
            try:
                content = file.read_bytes()
            except OSError:
                continue
            if GROUP.encode() in content:
                yield file.parent

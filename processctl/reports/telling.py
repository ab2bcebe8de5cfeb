"""What every format needs: a result, where its paths count from, and a language."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reading.source import Source
from processctl.texts import LEFT_OUT, Argument, Text, Translator, say, translator

if TYPE_CHECKING:
    from processctl.lint.fix import Outcome

LONGEST = 2_000
LONGEST_WAY = 12
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@dataclass(frozen=True)
class Telling:
    """Results of one run, the folder that shown paths count from, and the language of the words.

    ``passed_over`` are named files that belong to no workspace, ``outcomes`` what was mended before
    the results, one for each of them, if anything was to be. ``fail_on`` is from which severity on
    the run was asked to fail, if it was.
    """

    results: tuple[Result, ...]
    base: Path
    language: str
    passed_over: tuple[Path, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    fail_on: str | None = None

    @cached_property
    def _translator(self) -> Translator:
        return translator(self.language)

    def words(self, argument: Argument) -> str:
        """An argument in this language, on one line and without signs that steer a terminal.

        Names may be as long as a file, and stand in as many messages as they like: what is longer
        than anybody reads is cut.
        """
        said = self._translator.render(argument)
        return plain(said if len(said) <= LONGEST else f"{said[:LONGEST]}…")

    def way(self, result: Result, finding: Finding) -> str:
        """The way of stages that shows a finding; of a long one the middle is left out."""
        shown = [one if one == LEFT_OUT else f'"{one}"' for one in self.stages(result, finding)]
        return f"{self.words(say('the way there'))}: {' → '.join(shown)}"

    def stages(self, result: Result, finding: Finding) -> list[str]:
        """The titles of the stages on that way, in order."""
        titles = result.scope.stage_titles
        way, left_out = finding.witness, LEFT_OUT in finding.witness
        if left_out or len(way) > LONGEST_WAY:
            first = 1 if left_out else LONGEST_WAY // 2
            way = (*way[:first], LEFT_OUT, *way[first - LONGEST_WAY :])
        return [self.words(titles.get(stage) or Text((("", stage),))) for stage in way]

    def identity(self, result: Result, finding: Finding) -> str:
        """A fingerprint that tells findings of all workspaces apart.

        That of the finding itself in a workspace that is the base, so that it is the same everywhere.
        """
        root = relative(result.scope.root, self.base)
        if root == ".":
            return finding.fingerprint
        parts = f"{root}\0{finding.fingerprint}".encode("utf-8", "surrogatepass")
        return sha256(parts).hexdigest()[:32]

    def path(self, source: Source) -> str:
        """A file's path from the base, with forward slashes."""
        return relative(source.path, self.base)


def relative(path: Path, base: Path) -> str:
    """``path`` as seen from ``base``, with forward slashes."""
    try:
        shown = os.path.relpath(path, base)
    except ValueError:  # another drive on Windows
        shown = str(path)
    return plain(Path(shown).as_posix())


def plain(text: str) -> str:
    """A text as one line: line ends become spaces, control and direction signs a visible mark.

    Names come from strangers' files: an escape sequence in one could repaint a reader's terminal.
    """
    if text.isprintable():  # nearly every text is, and there are many
        return text
    return "".join(_visible(sign) for sign in text)


def _visible(sign: str) -> str:
    if sign.isprintable() or sign == "\u00a0":
        return sign
    if sign in "\n\r\t\u2028\u2029\x85":
        return " "
    return "\ufffd" if sign in _DIRECTION or unicodedata.category(sign) in ("Cc", "Cs") else sign


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_sign_width(sign) for sign in text)


def _sign_width(sign: str) -> int:
    if sign.isascii():
        return 1
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1

"""What the command line asks to be shown of a result.

Every rule runs whatever is asked for: what one finding says about another must not depend on the
command line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from processctl.lint.result import Result

FAILURE_CODE = "PC999"


class Coded(Protocol):
    """A rule, or a finding of one."""

    @property
    def code(self) -> str:
        """For machines."""

    @property
    def name(self) -> str:
        """For people."""


@dataclass(frozen=True, slots=True)
class Selection:
    """``select`` and ``skip`` hold codes, beginnings of codes, or names of rules."""

    select: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.select or self.skip)

    def wants(self, one: Coded) -> bool:
        """Whether findings of a rule are to be shown.

        A breakdown explains the exit status, so it is told whatever was asked for.
        """
        chosen = not self.select or any(names(word, one) for word in self.select)
        wanted = chosen and not any(names(word, one) for word in self.skip)
        return wanted or one.code == FAILURE_CODE

    def of(self, result: Result) -> Result:
        """The result with the findings that are wanted."""
        return replace(
            result,
            findings=tuple(one for one in result.findings if self.wants(one)),
            silenced=tuple(one for one in result.silenced if self.wants(one)),
            known=tuple(one for one in result.known if self.wants(one)),
            stale=tuple(one for one in result.stale if self.wants(one)),
            earlier=tuple(one for one in result.earlier if self.wants(one)),
        )


def names(word: str, one: Coded) -> bool:
    """Whether a word names a rule: by code, by the beginning of the code, or by name."""
    upper = word.upper()
    family = one.code.rstrip("0123456789")
    return (upper.startswith(family) and one.code.startswith(upper)) or word.lower() == one.name

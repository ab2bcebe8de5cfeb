"""Findings in the making."""

from __future__ import annotations

from typing import NamedTuple

from processctl.rules.rule import Found, Place, Rule


class Raised(NamedTuple):
    """A finding in the making: its rule, and what the check found."""

    rule: Rule
    found: Found

    @property
    def stages(self) -> frozenset[str]:
        """The stages the finding speaks of."""
        return self.own_stage | frozenset(self.found.about)

    @property
    def own_stage(self) -> frozenset[str]:
        """The stage the finding stands on, where it stands on one."""
        where = self.found.where
        own = where.path[1:2] if isinstance(where, Place) and where.path[0] == "stages" else ()
        return frozenset(str(step) for step in own)

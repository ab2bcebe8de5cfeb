"""What a run of the formatter came to, in words."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.texts import Argument, Quantity, Translator, say


@dataclass(slots=True)
class Tally:
    """How many files there were.

    ``left`` could not be read or written, ``passed_over`` belong to no process; ``dry``: nothing was
    to be written.
    """

    dry: bool
    changed: int = 0
    same: int = 0
    left: int = 0
    passed_over: int = 0

    def summary(self, translator: Translator) -> str:
        """The tally as a sentence."""
        changed, same = (_files(count) for count in (self.changed, self.same))
        parts: list[Argument] = [
            say("{files} would be reformatted", files=changed)
            if self.dry
            else say("{files} reformatted", files=changed),
            say("{files} would be left unchanged", files=same)
            if self.dry
            else say("{files} left unchanged", files=same),
        ]
        if self.left:
            parts.append(say("{files} not formatted", files=_files(self.left)))
        if self.passed_over:
            passed_over = _files(self.passed_over)
            parts.append(say("{files} of other tools passed over", files=passed_over))
        return ", ".join(map(translator.render, parts)) + "."


def _files(count: int) -> Quantity:
    return Quantity("{count} file", "{count} files", count)

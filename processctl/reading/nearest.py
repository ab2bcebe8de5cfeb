"""The word that somebody who mistyped most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

CLOSE_ENOUGH = 0.75  # onwer/owner is 0.8, widthin/within 0.92; owner/order, two real words, 0.6
SHORT = 4  # in words this short, one wrong letter of two or three is no likeness
MANY = 2_000  # of so many names only those are compared that begin alike and are about as long
SHORT_ENOUGH = 0.66  # too/to is 0.8, wehn/when 0.75, form/from 0.75; by/to 0.0


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like ``word``, or None where none is like it.

    Letter case, spaces and hyphens are no difference: ``Judged-By`` is ``judged_by``. Of two that
    are equally near, the first in the alphabet is taken, whatever the order they come in.
    """
    wanted = plain(word)
    best: tuple[float, str] | None = None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for candidate in sorted(_likely(wanted, set(candidates))):
        matcher.set_seq1(plain(candidate))
        least = SHORT_ENOUGH if len(wanted) <= SHORT else CLOSE_ENOUGH
        floor = max(least, best[0] if best else 0.0)
        if matcher.real_quick_ratio() < floor or matcher.quick_ratio() < floor:
            continue
        likeness = matcher.ratio()
        if likeness >= least and (best is None or likeness > best[0]):
            best = (likeness, candidate)
    return best[1] if best else None


def _likely(wanted: str, names: set[str]) -> set[str]:
    """Those of many names that are worth the time; none where that leaves too many."""
    if len(names) <= MANY:
        return names
    likely = {
        name for name in names if abs(len(name) - len(wanted)) <= 1 and name[:2] == wanted[:2]
    }
    return likely if len(likely) <= MANY else set()


def plain(word: str) -> str:
    """The word as likeness sees it: small letters, underscores for spaces and hyphens."""
    return word.strip().casefold().replace(" ", "_").replace("-", "_")

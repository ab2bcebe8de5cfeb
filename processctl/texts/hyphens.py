"""Where a long word may be divided at the end of a line.

Browsers and common libraries have no Finnish patterns, but Finnish needs none: a syllable begins at every consonant
that a vowel follows. What a rule cannot know is where one part of a compound ends: "vastaan-ottaja" it divides as
"vas-taa-not-ta-ja", which reads worse and is allowed.
"""

from __future__ import annotations

import re
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
"""Shown, as a hyphen, where a line ends there; nowhere else."""
LONG = 12
"""Letters of a word that is not yet long enough to be divided on a page."""
_LAST = 3
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouyåäöéüõAEIOUYÅÄÖÉÜÕ")


def boundaries(word: str, language: str) -> tuple[int, ...]:
    """The indices in ``word`` before which a hyphen may stand, or the line may end behind one.

    None in languages whose words we leave whole.
    """
    if language != "fi":
        return ()
    found = []
    for part in _LETTERS.finditer(word):
        start, letters = part.start(), part[0]
        if start > 2 and word[start - 1] == "-" and len(letters) > 1:
            found.append(start)
        found += [start + index for index in _syllables(letters)]
    return tuple(found)


def softened(text: str, language: str) -> str:
    """The text with soft hyphens in its long words."""
    if language != "fi":
        return text
    return _LETTERS.sub(lambda word: _soft(word[0]) if len(word[0]) > LONG else word[0], text)


def _soft(word: str) -> str:
    # Two letters alone on a line read worse than a shorter first part.
    edges = (0, *(index for index in _syllables(word) if index <= len(word) - _LAST), len(word))
    return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(edges))


def _syllables(letters: str) -> list[int]:
    """Where syllables begin but the first, which has a vowel and more than one letter."""
    return [
        index
        for index in range(2, len(letters) - 1)
        if letters[index] not in _VOWELS
        and letters[index + 1] in _VOWELS
        and any(letter in _VOWELS for letter in letters[:index])
    ]

"""How wide text is, in pixels, by the fonts that processctl ships; and how it is wrapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from processctl.texts.hyphens import boundaries

ELLIPSIS = "…"
# Where a word that is too long may be cut, besides anywhere.
_JOINTS = "-/_.,:;)"


@dataclass(frozen=True, slots=True)
class Face:
    """The advance widths of one font, in thousandths of its size."""

    advances: dict[int, float]

    def has(self, sign: str) -> bool:
        """Whether the font draws this sign; one that needs no ink counts as drawn."""
        return ord(sign) in self.advances or _is_invisible(sign)

    def width(self, text: str, size: float) -> float:
        """The width of ``text`` at a font size in pixels.

        A sign the font lacks gets a whole em: another font will draw it, and most of those signs
        (emoji, Chinese) are as wide as they are high.
        """
        total = 0.0
        for sign in text:
            advance = self.advances.get(ord(sign))
            if advance is None:
                advance = 0.0 if _is_invisible(sign) else 1000.0
            total += advance
        return total * size / 1000


def font_file(*, bold: bool) -> bytes:
    """The shipped TrueType file."""
    name = "Arimo-Bold.ttf" if bold else "Arimo-Regular.ttf"
    return (resources.files("processctl") / "diagrams" / "fonts" / name).read_bytes()


@lru_cache(maxsize=2)
def face(*, bold: bool = False) -> Face:
    """The widths of the shipped font."""
    from io import BytesIO

    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

    font = TTFont(BytesIO(font_file(bold=bold)), lazy=True)
    scale = 1000 / font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    return Face({code: metrics[name][0] * scale for code, name in font.getBestCmap().items()})


@lru_cache(maxsize=8192)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of ``text`` in pixels."""
    return face(bold=bold).width(text, size)


def shorten(text: str, size: float, limit: float, *, bold: bool = False) -> str:
    """``text``, cut and ended by an ellipsis if it is wider than ``limit`` pixels."""
    if width(text, size, bold=bold) <= limit:
        return text
    end = len(text)
    while end and width(text[:end].rstrip() + ELLIPSIS, size, bold=bold) > limit:
        end -= 1
    return text[:end].rstrip() + ELLIPSIS


def wrap(
    text: str, size: float, limit: float, *, most: int, language: str, bold: bool = False
) -> tuple[str, ...]:
    """``text`` of a language as in ``en`` in at most ``most`` lines of at most ``limit`` pixels.

    What does not fit is cut with an ellipsis in the last line.
    """
    lines = list(_lines(text, size, limit, language, bold=bold))
    if len(lines) <= most:
        return tuple(lines)
    rest = " ".join(lines[most - 1 :])
    last = shorten(rest, size, limit, bold=bold)
    if not last.endswith(ELLIPSIS):
        last = shorten(lines[most - 1] + ELLIPSIS, size, limit, bold=bold)
    return (*lines[: most - 1], last)


def _lines(text: str, size: float, limit: float, language: str, *, bold: bool) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= limit:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, size, limit, language, bold=bold)
        yield from full
    if line:
        yield line


def _pieces(word: str, size: float, limit: float, language: str, *, bold: bool) -> Iterator[str]:
    """A word in parts that fit, cut behind a joint if there is one, else with a hyphen."""
    while width(word, size, bold=bold) > limit and len(word) > 1:
        end = 1
        while end < len(word) and width(word[: end + 1] + "-", size, bold=bold) <= limit:
            end += 1
        joint = max((word.rfind(sign, 0, end) for sign in _JOINTS), default=-1) + 1
        if joint > end // 3:
            yield word[:joint]
            word = word[joint:]
            continue
        # Three letters alone on a line read worse than a shorter first part.
        cut = min(end, max(len(word) - 3, 1))
        cut = max((one for one in boundaries(word, language) if one <= cut), default=cut)
        while cut > 1 and _is_invisible(word[cut]):
            cut -= 1
        yield word[:cut] + ("-" if word[cut - 1].isalnum() and word[cut].isalnum() else "")
        word = word[cut:]
    yield word


def _is_invisible(sign: str) -> bool:
    """Combining marks and joiners take no room of their own."""
    return unicodedata.category(sign) in ("Mn", "Me", "Cf")

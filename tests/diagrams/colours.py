"""Colours as eyes see them: contrast, and what is left of them to those who see fewer.

Contrast is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). The matrices are those of
G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE TVCG 15 (6), 2009, at severity 1.0; they apply to linear RGB.
"""

from __future__ import annotations

from math import dist
from typing import TypeAlias

Linear: TypeAlias = tuple[float, float, float]

_LUMINANCE = (0.2126, 0.7152, 0.0722)
_TO_XYZ = ((0.4124, 0.3576, 0.1805), _LUMINANCE, (0.0193, 0.1192, 0.9505))
_WHITE = (0.9505, 1.0, 1.089)
SIGHTS: dict[str, tuple[Linear, Linear, Linear]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "greyscale": (_LUMINANCE, _LUMINANCE, _LUMINANCE),
}


def linear(colour: str, sight: str = "usual") -> Linear:
    """A ``#rrggbb`` in linear light, as an eye of this kind sees it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, light, strict=True)), 0.0), 1.0)
        for row in SIGHTS[sight]
    )
    return red, green, blue


def contrast(one: str, other: str, sight: str = "usual") -> float:
    dark, light = sorted(
        sum(a * b for a, b in zip(_LUMINANCE, linear(colour, sight), strict=True))
        for colour in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def apart(one: str, other: str, sight: str = "usual") -> float:
    """How far two colours are from each other: ΔE of CIE 1976, where 2.3 is just seen."""
    return dist(_lab(linear(one, sight)), _lab(linear(other, sight)))


def _lab(colour: Linear) -> Linear:
    x, y, z = (
        _root(sum(a * b for a, b in zip(row, colour, strict=True)) / white)
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def blended(colour: str, ground: str) -> str:
    """A colour that may shine through, upon another."""
    if len(colour) == len("#rrggbb"):
        return colour
    share = int(colour[7:], 16) / 255
    parts = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(
        f"{round(over * share + under * (1 - share)):02x}" for over, under in parts
    )

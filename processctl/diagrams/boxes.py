"""How a box is drawn: border, text, and a red strip for what is missing."""

from __future__ import annotations

from dataclasses import replace

from processctl.diagrams import badges, style
from processctl.diagrams.cards import SIGN_WIDTH, WARNING_GAP, Card, Row
from processctl.diagrams.geometry import Rect
from processctl.diagrams.links import safe
from processctl.diagrams.scene import Group, Patch, Plate, Stroke, Text, Thing
from processctl.diagrams.sketch import Box

DOUBLE_GAP = 3.5
STRIP_RADIUS = 6.0
USUAL_RADIUS = 8.0


def box_things(box: Box, card: Card, rect: Rect) -> Group:
    """The box with all that stands in it."""
    things = [*frame(box, rect)]
    things += badges.badge_row(card.badges, rect.left + badges.GAP, rect.top + badges.GAP)
    taken = card.badge_height + card.warning_height
    text = Rect(rect.left, rect.top + card.badge_height, rect.width, rect.height - taken)
    y = text.centre[1] - sum(row.height for row in card.rows) / 2
    for row in card.rows:
        left = rect.centre[0] - row.width / 2
        ink = style.QUIET if box.emphasis == "aside" else row.colour
        things.append(_text(replace(row, colour=ink), left, y))
        y += row.height
    if card.warnings:
        things += _strip(card, rect, style.box_style(box).radius)
    return Group("box", card.full_text, tuple(things), box.id, href=safe(box.href))


def halo(box: Box, rect: Rect) -> tuple[Thing, ...]:
    """What lies below a box that the drawing is about, and below its lines."""
    if box.emphasis != "focus":
        return ()
    around = rect.grown(style.HALO_WIDTH / 2)
    radius = min(style.box_style(box).radius, rect.height / 2) + style.HALO_WIDTH / 2
    return (Plate(around, radius, paper=style.HALO),)


def frame(box: Box, rect: Rect) -> tuple[Thing, ...]:
    """The empty box; also the sample in the legend."""
    look = style.box_style(box)
    radius = min(look.radius, rect.height / 2)
    ink, width, dash = look.border, look.width, look.dash
    if box.mark is not None:
        pass  # what became of it is what this drawing shows
    elif box.planned:
        ink, width, dash = style.PLANNED_BORDER, 1.1, style.PLANNED_DASH
    elif box.problems:
        ink, width = style.WARNING, 2.4
    elif box.is_start:
        width = style.START_WIDTH
    outer = Plate(rect, radius, look.paper, ink, width, dash)
    if not look.double:
        return (outer,)
    inner = Plate(rect.grown(-DOUBLE_GAP), max(radius - DOUBLE_GAP, 0), None, ink, width, dash)
    return outer, inner


def warning_sign(left: float, middle: float) -> tuple[Thing, ...]:
    """A triangle with an exclamation mark, 13 pixels wide; no font is sure to have one."""
    top, bottom = middle - 6.0, middle + 5.5
    corners = ((left + 6.5, top), (left + 13, bottom), (left, bottom))
    stem = ((left + 6.5, top + 4), (left + 6.5, bottom - 4))
    dot = ((left + 6.5, bottom - 2.8), (left + 6.5, bottom - 1.2))
    return (
        Patch(corners, style.WARNING),
        Stroke(stem, style.PAPER, 1.6),
        Stroke(dot, style.PAPER, 1.6),
    )


def _strip(card: Card, rect: Rect, radius: float) -> list[Thing]:
    inside = rect.grown(-1.2)
    height = card.warning_height - 1.2
    strip = Rect(inside.left, inside.bottom - height, inside.width, height)
    # In a box whose corners are rounder than that, it must not cover them.
    round_ = STRIP_RADIUS if radius <= USUAL_RADIUS else min(radius, height / 2)
    things: list[Thing] = [Plate(strip, round_, paper=style.WARNING_PAPER)]
    y = strip.top + WARNING_GAP
    for row in card.warnings:
        left = rect.centre[0] - (row.width + SIGN_WIDTH) / 2
        things += warning_sign(left, y + row.height / 2)
        things.append(_text(row, left + SIGN_WIDTH, y))
        y += row.height
    return things


def _text(row: Row, left: float, top: float) -> Text:
    baseline = top + row.height / 2 + row.size * style.BASELINE
    return Text((left, baseline), row.text, row.size, row.colour, row.bold)

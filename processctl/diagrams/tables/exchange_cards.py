"""The cards of an exchange: teams, what they tell each other, and what nobody tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from processctl.diagrams import badges, style
from processctl.diagrams.boxes import warning_sign
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.scene import Group, Plate, Text, Thing
from processctl.diagrams.sketch import Badge
from processctl.diagrams.tables.exchange import Exchange, Party, Telling
from processctl.texts import Translator, say

CARD = 196.0
LINE = style.SMALL_SIZE * style.LEADING
_PADDING = 10.0
_BETWEEN = 10.0
_NAME_LINE = style.LANE_SIZE * style.LEADING
_SIGN = 18.0


@dataclass(frozen=True, slots=True)
class Card:
    """The lines of a card, and whether it is a party, something told, planned, or missing."""

    kind: str
    name: tuple[str, ...]
    words: tuple[str, ...]
    full: str
    badges: tuple[Badge, ...] = ()

    @property
    def height(self) -> float:
        """The room that the card takes, in pixels, padding included."""
        row = badges.HEIGHT + badges.GAP if self.badges else 0.0
        return len(self.name) * _NAME_LINE + len(self.words) * LINE + row + 2 * _PADDING


Cells: TypeAlias = Mapping[tuple[str, str], tuple[Card, ...]]
"""What stands in a place, by giver and hearer; a team stands where the two are one."""


def cards_of(exchange: Exchange, words: Translator) -> Cells:
    """The cards of every place that has some."""
    cells: dict[tuple[str, str], tuple[Card, ...]] = {}
    language = words.language
    for party in exchange.parties:
        cells[party.id, party.id] = (_party(party, language),)
    for telling in exchange.tellings:
        key = telling.giver, telling.hearer
        cells[key] = (*cells.get(key, ()), _telling(telling, words))
    for silence in exchange.silences:
        text = words.render(say("tells nothing"))
        room = CARD - 2 * _PADDING - _SIGN
        name = wrap(text, style.LANE_SIZE, room, most=3, language=language, bold=True)
        cells.setdefault((silence.giver, silence.hearer), (Card("missing", name, (), text),))
    return cells


def _party(party: Party, language: str) -> Card:
    room = CARD - 2 * _PADDING
    name = wrap(party.name, style.LANE_SIZE, room, most=4, language=language, bold=True)
    words = tuple(
        line
        for fact in party.facts
        for line in wrap(fact, style.SMALL_SIZE, room, most=3, language=language)
    )
    return Card("party", name, words, "\n".join((party.name, *party.facts)))


def _telling(telling: Telling, words: Translator) -> Card:
    room = CARD - 2 * _PADDING
    name = wrap(telling.name, style.SMALL_SIZE, room, most=4, language=words.language, bold=True)
    planned = (words.render(say("planned")),) if telling.planned else ()
    said = (*planned, *telling.words)
    lines = tuple(
        line
        for part in said
        for line in wrap(part, style.SMALL_SIZE, room, most=6, language=words.language)
    )
    kind = "planned" if telling.planned else "told"
    full = "\n".join((telling.name, *said))
    return Card(kind, name, lines, full, badges.that_fit(telling.badges, room))


def height_of(cards: Sequence[Card]) -> float:
    """The height of cards that stand one below the other, in pixels."""
    return sum(card.height for card in cards) + _BETWEEN * max(len(cards) - 1, 0)


def stacked(cards: Sequence[Card], place: Rect) -> Iterator[Thing]:
    """The cards from the top of a place; a team fills it."""
    y = place.top
    for card in cards:
        rect = Rect(place.left, y, place.width, card.height)
        if card.kind == "party":
            rect = Rect(place.left, place.top, place.width, place.height)
        yield _card(card, rect)
        y += card.height + _BETWEEN


def _card(card: Card, rect: Rect) -> Group:
    look = style.BOX_STYLES["team" if card.kind == "party" else "field"]
    ink, wide, dash, paper = look.border, look.width, look.dash, look.paper
    if card.kind == "missing":
        ink, wide, dash, paper = style.WARNING, 1.6, (5.0, 4.0), style.WARNING_PAPER
    elif card.kind == "planned":
        ink, wide, dash = style.PLANNED_BORDER, 1.1, style.PLANNED_DASH
    things: list[Thing] = [Plate(rect, look.radius, paper, ink, wide, dash)]
    middle = card.kind in ("party", "missing")
    size = style.SMALL_SIZE if card.kind in ("told", "planned") else style.LANE_SIZE
    y = rect.centre[1] - card.height / 2 + _PADDING if middle else rect.top + _PADDING
    left = rect.left + _PADDING
    if card.kind == "missing":
        things += warning_sign(left, y + _NAME_LINE / 2)
        left += _SIGN
    colour = style.WARNING if card.kind == "missing" else style.INK
    for line in card.name:
        x = rect.centre[0] - width(line, size, bold=True) / 2 if card.kind == "party" else left
        at = x, y + _NAME_LINE / 2 + size * style.BASELINE
        things.append(Text(at, line, size, colour, bold=True))
        y += _NAME_LINE
    for line in card.words:
        x = rect.centre[0] - width(line, style.SMALL_SIZE) / 2 if card.kind == "party" else left
        things.append(small_text(line, x, y + LINE / 2, ink=style.QUIET))
        y += LINE
    things += badges.badge_row(card.badges, left, y + badges.GAP)
    return Group("box", card.full, tuple(things))


def small_text(line: str, left: float, middle: float, ink: str) -> Text:
    """A line of small text, around a middle y."""
    return Text((left, middle + style.SMALL_SIZE * style.BASELINE), line, style.SMALL_SIZE, ink)

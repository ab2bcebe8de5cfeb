"""Drawings for pages: stages in them lead to their pages, and the page has the fonts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from processctl.diagrams import Drawing, Options, Sketch, write_svg
from processctl.diagrams.files.svg import titled
from processctl.diagrams.links import linked
from processctl.diagrams.sketch import Panel, plain
from processctl.site.addresses import up
from processctl.site.page import Picture
from processctl.views.view import View, drawing_of, is_empty
from processctl.views.wording import Wording


@dataclass
class Drawer:
    """Draws what pages show. What was drawn before is not drawn again: the same drawing gives the same picture.

    ``known`` are drawings without their titles; ``wanted`` has those that the site being built needs, so that a
    long-lived drawer forgets what nobody draws any more. ``count`` is how many have been made.
    """

    known: dict[Drawing, str] = field(default_factory=dict)
    wanted: dict[Drawing, str] = field(default_factory=dict)
    count: int = 0

    def pictures(self, words: Wording, view: View, path: str) -> tuple[Picture, ...]:
        """The picture of a view for the page at ``path``; none where it would be empty."""
        return self.view(words, view, path)[0]

    def view(
        self, words: Wording, view: View, path: str
    ) -> tuple[tuple[Picture, ...], tuple[Panel, ...]]:
        """The same, and the panels of the view, which the page tells as text."""
        drawing = drawing_of(words.journey, view, words.translate.language)
        bare = replace(drawing, panels=())
        if is_empty(bare):
            return (), drawing.panels
        if isinstance(bare, Sketch):
            bare = linked(bare, up(path) or ".")
        return (Picture(self._svg(bare)),), drawing.panels

    def _svg(self, drawing: Drawing) -> str:
        # Whoever holds one role alone has its drawing under another title.
        bare = replace(drawing, title="")
        svg = self.known.get(bare) or self.wanted.get(bare)
        if svg is None:
            svg = write_svg(bare, Options(in_page=True)).decode()
            self.count += 1
        self.wanted[bare] = svg
        return titled(svg, plain(drawing.title)) if drawing.title else svg

    def rest(self) -> None:
        """Forget what the site since the last rest did not need."""
        self.known, self.wanted = self.wanted, {}

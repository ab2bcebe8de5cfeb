"""Paper: everything is on some page, whole and large enough, and every cut line says where it goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree as ET

import pypdf
import pytest

from processctl.cli.places import limits_of, one_workspace
from processctl.diagrams import Box, Lane, Line, Options, Sketch, write_pdf, write_svg
from processctl.diagrams.breaks import Breaks, Cut
from processctl.diagrams.draw import draw
from processctl.diagrams.extent import extent
from processctl.diagrams.geometry import Rect, segments
from processctl.diagrams.heads import head
from processctl.diagrams.ladder import Ladder, Square, Step, ladder_scene
from processctl.diagrams.paper import on_paper
from processctl.diagrams.paper.content import Content
from processctl.diagrams.paper.filling import filled
from processctl.diagrams.paper.page import Document, Page, Window
from processctl.diagrams.paper.plan import Leaf
from processctl.diagrams.paper.sheets import MARGIN, PAPERS, SMALLEST, Paper
from processctl.diagrams.placing.layout import layout
from processctl.diagrams.scene import Group, Plate, Scene, Stroke, Text, texts
from processctl.diagrams.sketch import tidy
from processctl.lint.run import read_journey
from processctl.views.view import drawing_of, parse
from tests.conftest import REPOSITORY
from tests.diagrams.diagram_sketches import at_random, crowded, example, funnel, hostile, long_names

SKETCHES: dict[str, Callable[[], Sketch]] = {
    "funnel": funnel, "fi": lambda: funnel("fi"), "after": lambda: example("after"),
    "posthog": lambda: example("posthog"), "gitlab": lambda: example("gitlab"), "hostile": hostile,
    "long": long_names, "crowded": crowded, "random": lambda: at_random(50, seed=5),
}  # fmt: skip
CASES = [(name, paper) for name in SKETCHES for paper in PAPERS if paper != "wall"]


@cache
def scene_of(name: str) -> Scene:
    return draw(layout(tidy(SKETCHES[name]())))


@cache
def document(name: str, paper: Paper) -> Document:
    return on_paper(scene_of(name), paper)


def views(page: Page, scene: Scene) -> list[Window]:
    """The windows upon the field itself; a page of notes has none."""
    assert scene.breaks is not None
    field = scene.breaks.field
    return [
        window for window in page.windows
        if any(isinstance(thing, Plate) for thing in window.things)
        and field.grown(1).holds(window.view)
    ]  # fmt: skip


def on_page(window: Window, rect: Rect) -> Rect:
    x, y = window.at[0] - window.view.left, window.at[1] - window.view.top
    return Rect(rect.left + x, rect.top + y, rect.width, rect.height)


def millimetres(page: Page) -> tuple[float, float]:
    return page.width / 72 * 25.4, page.height / 72 * 25.4


def words(page: Page) -> list[str]:
    return [text.words for window in page.windows for text in texts(window.things)]


@pytest.mark.parametrize(("name", "paper"), CASES)
def test_sheets_have_their_size_and_a_margin(name: str, paper: Paper) -> None:
    size = (210, 297) if paper == "a4" else (297, 420)
    for page in document(name, paper).pages:
        assert sorted(millimetres(page)) == pytest.approx(size, abs=0.001)
        edge = MARGIN / page.scale
        room = Rect(0, 0, page.width / page.scale, page.height / page.scale).grown(-edge + 1.5)
        for window in page.windows:
            assert room.holds(on_page(window, window.view)), window.view


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("name", ["funnel", "fi", "after", "posthog", "gitlab", "random"])
def test_no_text_is_too_small(name: str, paper: Paper) -> None:
    """A little smaller than asked for, where that saves a page; never much."""
    for page in document(name, paper).pages:
        for window in page.windows:
            for text in texts(window.things):
                assert text.size * page.scale >= 0.9 * SMALLEST, text


@pytest.mark.parametrize(("name", "paper"), CASES)
def test_everything_is_whole_somewhere_and_nothing_is_in_parts(name: str, paper: Paper) -> None:
    scene = scene_of(name)
    seen: dict[int, int] = {}
    for page in document(name, paper).pages:
        for window in page.windows:
            for thing in window.things:
                if isinstance(thing, Group) and thing.kind not in ("line", "lane", "phase"):
                    assert window.view.holds(extent(thing).grown(-2)), thing.title
                    seen[id(thing)] = seen.get(id(thing), 0) + 1
    for thing in scene.things:
        if isinstance(thing, Group) and thing.kind in ("box", "note", "legend"):
            assert seen[id(thing)] == 1, thing.title
        elif isinstance(thing, Group) and thing.kind in ("label", "marker"):
            assert seen[id(thing)] >= 1, thing.title


@pytest.mark.parametrize(("name", "paper"), CASES)
def test_every_piece_of_a_line_is_on_some_page(name: str, paper: Paper) -> None:
    scene = scene_of(name)
    shown = [window.view for page in document(name, paper).pages for window in page.windows
             if any(isinstance(thing, Group) and thing.kind == "line" for thing in window.things)]  # fmt: skip
    for thing in scene.things:
        if isinstance(thing, Group) and thing.kind == "line":
            stroke = thing.things[0]
            assert isinstance(stroke, Stroke)
            for (x1, y1), (x2, y2) in segments(stroke.points):
                for share in (0.01, 0.3, 0.5, 0.7, 0.99):
                    dot = Rect(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share, 0, 0)
                    assert any(view.holds(dot) for view in shown), thing.title


def squeezed(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("name", ["funnel", "fi", "after", "posthog", "gitlab"])
def test_a_line_that_is_cut_says_where_it_goes_on(name: str, paper: Paper) -> None:
    scene, pages = scene_of(name), document(name, paper).pages
    boxes = {thing.key: thing for thing in scene.things
             if isinstance(thing, Group) and thing.kind == "box"}  # fmt: skip
    page_of = {thing.key: number for number, page in enumerate(pages, start=1)
               for window in page.windows for thing in window.things
               if isinstance(thing, Group) and thing.kind == "box"}  # fmt: skip
    page_word = "sivu" if name == "fi" else "page"
    cut = 0
    for thing in scene.things:
        if isinstance(thing, Group) and thing.kind == "line":
            ends = [page_of[key] for key in thing.ends]
            if ends[0] != ends[1]:
                cut += 1
                for here, there, arrow in ((0, 1, "→"), (1, 0, "←")):
                    title = squeezed(boxes[thing.ends[there]].title.split("\n")[0])
                    said = squeezed(" ".join(words(pages[ends[here] - 1])))
                    # A long name may be cut behind its beginning, the page never.
                    start = re.escape(arrow + title[:6])
                    assert re.search(rf"{start}.*?,{page_word}{ends[there]}", said), thing.title
    assert (cut > 0) == (len({page_of[key] for key in boxes}) > 1)


def tag_window(page: Page, field: Window) -> Window | None:
    """The window around another that holds nothing but strokes and words."""
    return next(
        (
            one
            for one in page.windows
            if one is not field
            and one.view.holds(field.view)
            and all(isinstance(thing, Stroke | Text) for thing in one.things)
        ),
        None,
    )


@pytest.mark.parametrize(("name", "paper"), CASES)
def test_tags_cover_nothing(name: str, paper: Paper) -> None:
    pages = document(name, paper).pages
    fields = [(page, field) for page in pages for field in views(page, scene_of(name))]
    tagged = 0
    for page, field in fields:
        around = tag_window(page, field)
        if around is None:
            continue
        tags = [extent(thing) for thing in around.things if isinstance(thing, Text)]
        tagged += len(tags)
        for one, other in combinations([rect.grown(-1) for rect in tags], 2):
            assert not one.meets(other)
        assert not any(rect.meets(field.view) for rect in tags)
        others = [on_page(one, one.view) for one in page.windows if one not in (field, around)]
        for rect in tags:
            assert not any(on_page(around, rect).grown(-1).meets(other) for other in others)
        for thing in around.things:
            if isinstance(thing, Stroke):
                for piece in segments(thing.points):
                    upright = piece[0][0] == piece[1][0]
                    assert not any(rect.grown(-2).meets_segment(piece) for rect in tags if upright)
    assert (tagged > 0) == (len(fields) > 1)


def test_pages_repeat_title_lanes_phases_and_a_map() -> None:
    scene, pages = scene_of("after"), document("after", "a4").pages
    assert len(pages) > 2
    lanes = [thing for thing in scene.things if isinstance(thing, Group) and thing.kind == "lane"]
    for number, page in enumerate(pages, start=1):
        said = words(page)
        assert said[0] == scene.title
        assert f"page {number} of {len(pages)}" in said
        head_window = page.windows[0]
        cells = [thing for thing in head_window.things if isinstance(thing, Plate)]
        here = [cell for cell in cells if cell.paper == "#1f2937"]
        (field,) = views(page, scene)
        assert len(here) == 1
        inside = [text.words for text in texts(head_window.things)
                  if here[0].rect.grown(2).holds(extent(text))]  # fmt: skip
        assert inside == [str(number)]
        for lane in lanes:
            rect = extent(lane)
            seen = min(rect.bottom, field.view.bottom) - max(rect.top, field.view.top)
            assert (squeezed(lane.title) in squeezed("".join(said))) or seen < 30
        assert any(thing.kind == "phase" for window in page.windows for thing in window.things
                   if isinstance(thing, Group))  # fmt: skip


def note(number: int, high: float = 40.0) -> Group:
    return Group("note", "", (Plate(Rect(0, 0, 200, high)),), f"note {number}")


def kinds(leaf: Leaf) -> list[str]:
    return [
        thing.key for window in leaf.windows for thing in window.things if isinstance(thing, Group)
    ]


def test_notes_stand_where_their_numbers_are_or_behind() -> None:
    small, full = (Content(Rect(0, 0, 800, high), (), 800, high) for high in (500.0, 590.0))
    room = (800.0, 600.0)
    leaves = filled((small, small), {0: [note(1)], 1: [note(2)]}, [], room)
    assert [kinds(leaf) for leaf in leaves] == [["note 1"], ["note 2"]]
    # There is no room, so it stands on the last page that has some; or on a page of its own.
    leaves = filled((full, small, full), {0: [note(1)]}, [], room)
    assert [kinds(leaf) for leaf in leaves] == [[], ["note 1"], []]
    leaves = filled((full, full), {0: [note(1)], 1: [note(2)]}, [], room)
    assert [kinds(leaf) for leaf in leaves] == [[], [], ["note 1", "note 2"]]
    # Beside what a page shows there may be room as well.
    narrow = Content(Rect(0, 0, 500, 590), (), 500, 590)
    leaves = filled((narrow,), {0: [note(1), note(2)]}, [], room)
    assert [kinds(leaf) for leaf in leaves] == [["note 1", "note 2"]]
    # What is larger than a page gets one in a smaller scale.
    leaves = filled((full,), {0: [note(1, 1200.0)]}, [], room)
    assert len(leaves) == 2
    assert 0.4 < leaves[1].share < 0.5


@pytest.mark.parametrize("name", ["funnel", "after", "hostile", "gitlab"])
def test_what_can_be_read_on_one_page_stands_on_one(name: str) -> None:
    scene = scene_of(name)
    least = min(text.size for text in texts(scene.things))
    for paper, long, short in (("a4", 297, 210), ("a3", 420, 297)):
        across, down = ((edge - 20) / 25.4 * 72 for edge in (long, short))
        sizes = ((across, down), (down, across))
        fits = any(
            least * min(wide / scene.width, high / scene.height) >= SMALLEST for wide, high in sizes
        )
        if fits:
            assert len(document(name, paper).pages) == 1


def test_every_word_is_in_the_pdf() -> None:
    data = write_pdf(example("after"), Options(paper="a4"))
    reader = pypdf.PdfReader(BytesIO(data), strict=True)
    found = squeezed("".join(page.extract_text() for page in reader.pages))
    assert len(reader.pages) == len(document("after", "a4").pages)
    for thing in scene_of("after").things:
        if isinstance(thing, Group) and thing.kind in ("box", "label", "note", "legend"):
            for text in texts((thing,)):
                assert squeezed(text.words) in found
    outline = [one for one in reader.outline if not isinstance(one, list)]
    assert [one.title for one in outline] == [f"Page {n}" for n in range(1, len(reader.pages) + 1)]


def test_a_table_is_cut_between_its_cells_and_nowhere_else() -> None:
    """What else is drawn needs to say no more than where its cells and headings are."""

    def cell(row: int, column: int) -> Group:
        rect = Rect(100 + column * 300, 30 + row * 120, 300, 120)
        at = rect.left + 10, rect.top + 20
        return Group(
            "cell",
            "",
            (Plate(rect, ink="#d5dae1"), Text(at, f"cell {row}.{column}", 11.5, "#1f2937")),
        )

    cells = tuple(cell(row, column) for row in range(12) for column in range(9))
    columns = tuple(
        head(
            "column",
            f"C{n}",
            Plate(Rect(100 + n * 300, 0, 300, 30), paper="#f1f3f5"),
            13,
            "#1f2937",
            "en",
        )
        for n in range(9)
    )
    rows = tuple(
        head(
            "row",
            f"R{n}",
            Plate(Rect(0, 30 + n * 120, 100, 120), paper="#f1f3f5"),
            13,
            "#1f2937",
            "en",
        )
        for n in range(12)
    )
    panel = Group("panel", "", (Text((0, 1540), "A panel of text", 11.5, "#1f2937"),))
    breaks = Breaks(
        Rect(0, 0, 2800, 1470), 100, 30,
        tuple(Cut(100 + n * 300) for n in range(1, 9)), tuple(Cut(30 + n * 120) for n in range(1, 12)),
    )  # fmt: skip
    scene = Scene("A table", "", "en", 2800, 1560, (*columns, *rows, *cells, panel), breaks=breaks)
    document = on_paper(scene, "a4")
    assert len(document.pages) > 3
    shown: list[str] = []
    for page in document.pages:
        said = words(page)
        here = [text for text in said if text.startswith("cell")]
        for text in here:
            row, column = text.removeprefix("cell ").split(".")
            assert {f"R{row}", f"C{column}"} <= set(said)
        shown += here
    assert sorted(shown) == sorted(
        f"cell {row}.{column}" for row in range(12) for column in range(9)
    )
    assert sum("A panel of text" in words(page) for page in document.pages) == 1


def test_a_note_that_is_longer_than_a_page_gets_a_smaller_one() -> None:
    label = tuple(f"alternative number {number} of a great many" for number in range(90))
    boxes = tuple(Box(f"b{n}", f"Stage {n}", "l", is_start=n == 0) for n in range(12))
    lines = tuple(
        Line(f"n{n}", f"b{n}", f"b{n + 1}", label=label if n == 3 else ()) for n in range(11)
    )
    scene = draw(layout(tidy(Sketch("Long", "en", (Lane("l", "L"),), boxes, lines))))
    pages = on_paper(scene, "a4").pages
    scales = [page.scale for page in pages]
    assert scales[-1] < scales[0]
    last = pages[-1]
    for window in last.windows:
        assert on_page(window, window.view).bottom * last.scale <= last.height - MARGIN + 1
    assert (
        sum(
            "alternative number 89 of a great many" in text
            for page in pages
            for text in words(page)
        )
        == 1
    )


def test_without_places_to_cut_all_stands_on_one_page() -> None:
    steps = tuple(Step(f"Step {n}", "0", (Square("1", "open", ""),)) for n in range(40))
    scene = ladder_scene(Ladder("T", "S", "en", "here", (("open", "o"),), steps))
    (page,) = on_paper(scene, "a4").pages
    assert sorted(millimetres(page)) == pytest.approx((210, 297), abs=0.001)


@pytest.mark.parametrize("name", ["funnel", "after", "posthog"])
def test_the_wall_has_one_sheet_that_says_how_far_it_can_be_read(name: str) -> None:
    (page,) = document(name, "wall").pages
    foot = words(page)[-1]
    found = re.fullmatch(r"(A\d), (\d+) x (\d+) mm, readable up to (\d+) cm away", foot)
    assert found is not None, foot
    assert millimetres(page) == pytest.approx((int(found[2]), int(found[3])), abs=0.001)
    least = min(text.size for text in texts(scene_of(name).things)) * page.scale
    far = int(found[4])
    assert least / SMALLEST * 40 - 10 < far <= least / SMALLEST * 40
    assert far >= 100 or found[1] == "A0"


def test_a_small_drawing_gets_a_small_sheet_for_the_wall() -> None:
    sketch = Sketch("t", "fi", (Lane("l", "L"),), (Box("a", "A", "l"),))
    (page,) = on_paper(draw(layout(sketch)), "wall").pages
    assert sorted(millimetres(page)) == pytest.approx((420, 594), abs=0.001)
    assert re.fullmatch(r"A2, 594 x 420 mm, luettavissa \d+ cm:n päästä", words(page)[-1])


def test_nothing_to_draw_stands_on_one_page() -> None:
    empty = draw(layout(Sketch("", "en", (), ())))
    for paper in ("a4", "a3", "wall", None):
        assert len(on_paper(empty, paper).pages) == 1


@pytest.mark.parametrize("paper", ["a4", "a3", "wall"])
@pytest.mark.parametrize(
    "view", ["data", "goals", "feedback", "stage:opportunity", "role:sales_rep"]
)
def test_every_view_goes_onto_paper_with_all_its_words(view: str, paper: Paper) -> None:
    journey = read_journey(one_workspace(str(REPOSITORY / "examples" / "after")), limits_of(()))
    drawing = drawing_of(journey, parse(view), "en")
    found = pypdf.PdfReader(BytesIO(write_pdf(drawing, Options(paper=paper))), strict=True)
    said = squeezed("".join(page.extract_text() for page in found.pages))
    shown = ET.fromstring(write_svg(drawing)).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314 - our own
    for text in shown:
        assert squeezed(text.text or "") in said, text.text
    assert (len(found.pages) == 1) or paper != "wall"

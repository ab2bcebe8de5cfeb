"""PDF: the picture of the others, with its words, fonts and links inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2  # type: ignore[import-untyped]  # it ships no types
import pytest
from PIL import Image, ImageChops, ImageStat

from processctl.diagrams import Box, Lane, Options, Sketch, write_pdf, write_png, write_svg
from processctl.diagrams.draw import draw
from processctl.diagrams.links import linked
from processctl.diagrams.measure import face
from processctl.diagrams.placing.layout import layout
from processctl.diagrams.scene import texts
from processctl.diagrams.sketch import tidy
from processctl.diagrams.themes import THEMES, Theme
from tests.diagrams.diagram_reader import read
from tests.diagrams.diagram_sketches import crowded, example, funnel, hostile


def opened(data: bytes) -> pypdf.PdfReader:
    """The document, read by a reader that forgives nothing."""
    return pypdf.PdfReader(BytesIO(data), strict=True)


def fonts(reader: pypdf.PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            yield font.get_object()


def squeezed(text: str) -> str:
    """The letters that the font has; blanks are a matter of taste among readers."""
    return "".join(sign for sign in text if ord(sign) in face().advances and not sign.isspace())


def said(sketch: Sketch) -> list[str]:
    return [squeezed(text.words) for text in texts(draw(layout(tidy(sketch))).things)]


@pytest.mark.parametrize(
    "sketch", [funnel("fi"), hostile(), crowded()], ids=["fi", "evil", "crowded"]
)
def test_every_word_is_found_in_two_readers(sketch: Sketch) -> None:
    data = write_pdf(sketch)
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    for found in (opened(data).pages[0].extract_text(), page.get_text_bounded()):
        letters = squeezed(found.replace("\ufffe", "-"))  # a hyphen at the end of a line
        for words in said(sketch):
            assert words in letters


def test_fonts_are_inside_and_hold_only_what_is_needed() -> None:
    reader = opened(write_pdf(example("after")))
    names = set()
    for font in fonts(reader):
        names.add(font["/BaseFont"])
        assert len(font["/FontDescriptor"]["/FontFile2"].get_object().get_data()) < 40_000
        assert "/ToUnicode" in font
    assert {re.sub("^/[A-Z]{6}", "", name) for name in names} == {"+Arimo", "+Arimo-Bold"}


def test_the_page_is_as_large_as_the_drawing() -> None:
    page = read(write_svg(funnel())).page
    box = opened(write_pdf(funnel())).pages[0].mediabox
    assert (float(box.width), float(box.height)) == (page.width * 0.75, page.height * 0.75)


def test_machines_are_told_what_it_is() -> None:
    reader = opened(write_pdf(funnel("fi")))
    root: Any = reader.trailer["/Root"]
    about = reader.metadata
    assert about is not None
    assert root["/Lang"] == "fi"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert about.title == "Ensikontaktista asiakkuudenhoitoon"
    assert (about.subject or "").startswith("Prosessikaavio, jossa on 13 vaihetta")
    assert about.producer == "made by processctl"
    # A date would make every file another one.
    assert about.get("/CreationDate", "D:2000").startswith("D:2000")


def test_bookmarks_are_the_stages() -> None:
    reader = opened(write_pdf(funnel()))
    assert [one.title for one in reader.outline if not isinstance(one, list)] == [
        box.name for box in funnel().boxes
    ]


def keys(reader: pypdf.PdfReader) -> set[str]:
    """What the dictionaries of the document speak of."""
    found: set[str] = set()
    for number in reader.xref[0]:
        thing = reader.get_object(number)
        found |= {str(key) for key in thing} if isinstance(thing, dict) else set()
    return found


def test_names_end_no_string_and_start_nothing() -> None:
    evil = Sketch(
        ") >> endobj /JS (x)", "en", (Lane("l", ")) Tj ET (("),),
        (Box("a", "\\) Tj /JavaScript (app.alert(1)) \\", "l"), Box("b", "(((", "l")),
    )  # fmt: skip
    for sketch in (evil, hostile()):
        reader = opened(write_pdf(sketch))
        assert reader.metadata is not None
        assert reader.metadata.title == sketch.title
        assert [one.title for one in reader.outline if not isinstance(one, list)] == [
            box.name for box in tidy(sketch).boxes
        ]
        actions = {
            "/JavaScript",
            "/JS",
            "/Launch",
            "/OpenAction",
            "/EmbeddedFile",
            "/AA",
            "/Annots",
        }
        assert not keys(reader) & actions
        assert "/MediaBox" in keys(reader)
        page = squeezed(reader.pages[0].extract_text())
        assert squeezed(sketch.lanes[0].name) in page


def links(reader: pypdf.PdfReader) -> list[tuple[str, list[float]]]:
    return [
        (one.get_object()["/A"]["/URI"], [float(part) for part in one.get_object()["/Rect"]])
        for page in reader.pages
        for one in page.get("/Annots", ())
    ]


def test_links_are_where_their_boxes_are() -> None:
    sketch = linked(funnel(), "https://example.org/site")
    reader = opened(write_pdf(sketch))
    high = float(reader.pages[0].mediabox.height)
    frames = [box.frame for box in read(write_svg(sketch)).parts["box"]]
    found = links(reader)
    assert [href for href, _ in found] == [box.href for box in sketch.boxes]
    for (_, rect), frame in zip(found, frames, strict=True):
        assert frame is not None
        corners = (
            frame.left * 0.75,
            high - frame.bottom * 0.75,
            frame.right * 0.75,
            high - frame.top * 0.75,
        )
        assert rect == pytest.approx(corners, abs=0.05)


def test_only_whole_addresses_are_links() -> None:
    assert links(opened(write_pdf(linked(funnel(), "site")))) == []
    evil = (Box("a", "A", "l", href="javascript:x"), Box("b", "B", "l", href="//example.org"))
    assert links(opened(write_pdf(Sketch("t", "en", (Lane("l", "L"),), evil)))) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sketch", [funnel("fi"), example("after")], ids=["funnel", "after"])
def test_it_is_the_picture_of_the_png(sketch: Sketch, theme: Theme) -> None:
    options = Options(theme=theme)
    png = Image.open(BytesIO(write_png(sketch, options))).convert("RGB")
    page = pypdfium2.PdfDocument(write_pdf(sketch, options))[0]
    pdf = page.render(scale=2 / 0.75).to_pil().convert("RGB")
    assert max(abs(pdf.width - png.width), abs(pdf.height - png.height)) <= 2
    # Letters are smoothed in many ways, so both are looked at from afar.
    size = png.width // 8, png.height // 8
    apart = ImageChops.difference(*(one.resize(size, Image.Resampling.BOX) for one in (png, pdf)))
    assert max(ImageStat.Stat(apart).mean) < 1.5
    other = Image.open(BytesIO(write_png(sketch, Options(theme=THEMES[theme == "light"]))))
    away = ImageChops.difference(*(one.convert("RGB").resize(size) for one in (other, pdf)))
    assert max(ImageStat.Stat(away).mean) > 50


def test_a_sign_that_the_font_lacks_is_an_empty_box() -> None:
    """The room of a sign that is no box is white: something is drawn in it, and nothing beside it."""
    for name, dark in (("漢", True), ("\u200d", False)):
        data = write_pdf(Sketch("t", "en", (Lane("l", name),), (Box("a", "A", "l"),)))
        picture = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil().convert("L")
        head = picture.crop((90, 200, 260, picture.height - 250))
        lowest, _ = head.getextrema()
        assert (lowest < 120) == dark, name

"""``site build``: every page is there, leads somewhere, and holds nothing but words."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest

from processctl.site.build import LIST, build
from processctl.site.material import Material
from processctl.site.policy import POLICY
from tests.cli.program import call, files_below, starter
from tests.site.sites import Sites, files_of
from tests.views.hostile import SHIFTS, hostile
from tests.views.reading import NAMES, journey

VOID = {"meta", "link", "img", "br", "hr", "input"}
ALLOWED = {
    "html", "head", "meta", "title", "link", "body", "a", "header", "nav", "ul", "li", "main", "h1", "h2",
    "p", "div", "section", "dl", "dt", "dd", "span", "h3", "br", "b", "footer", "table", "thead", "tbody", "tr", "th", "td",
    "form", "label", "input", "button", "output", "script", "svg", "desc", "metadata", "rect", "g", "text", "path", "polygon", "circle",
}  # fmt: skip


class Reader(HTMLParser):
    """The links, element names and text of a page; elements must be closed in their order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(page: bytes) -> Reader:
    """A page, read strictly."""
    reader = Reader()
    reader.feed(page.decode())
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_a_page(name: str, sites: Sites) -> None:
    files = files_of(sites(name))
    for path, content in files.items():
        if not path.endswith(".html"):
            continue
        for link in read(content).links:
            target = link.split("#")[0]
            if target:
                place = PurePosixPath(path).parent / target
                assert _plain(place) in files, (path, link)


def _plain(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


@pytest.mark.parametrize("name", NAMES)
def test_every_stage_and_everybody_has_a_page_in_both_languages(name: str, sites: Sites) -> None:
    files, model = files_of(sites(name)), journey(name).model
    stages = [one.id for one in model.stages.values() if one.status != "retired"]
    for language in ("en", "fi"):
        for section, names in (
            ("stages", stages), ("teams", model.teams), ("roles", model.roles), ("people", model.people),
        ):  # fmt: skip
            for one in names:
                assert f"{language}/{section}/{one}.html" in files
    english = {path[3:] for path in files if path.startswith("en/")}
    assert english == {path[3:] for path in files if path.startswith("fi/")}


def test_a_page_says_what_its_stage_is_about(sites: Sites) -> None:
    page = read((sites("after") / "en" / "stages" / "offer.html").read_bytes())
    words = " ".join(" ".join(page.words).split())
    for said in (
        "Offer",
        "The customer has our offer",
        "Every way out",
        "Why we lost",
        "tell Sales manager",
    ):
        assert said in words
    assert "../stages/onboarding.html" in page.links


@pytest.mark.parametrize("shift", SHIFTS)
def test_names_are_words_wherever_they_stand(shift: int, tmp_path: Path) -> None:
    for path, content in build(Material(hostile(tmp_path, shift)), ("en",)).items():
        if path.endswith(".html"):
            page = read(content)
            assert page.names <= ALLOWED, path
            assert not any(name.startswith("on") or name == "style" for name in page.attributes)
            assert all(not link.startswith(("javascript:", "http:", "//")) for link in page.links)


def test_nothing_is_asked_from_elsewhere_and_no_script_but_ours_runs(sites: Sites) -> None:
    assert "unsafe" not in POLICY
    assert "script-src 'self';" in POLICY
    assert POLICY.startswith("default-src 'none'")
    for path, content in files_of(sites("after")).items():
        if path.endswith(".html") and path != "index.html":
            assert POLICY.encode() in content, path


def test_the_same_journey_gives_the_same_bytes() -> None:
    assert dict(build(Material(journey("before")), ("fi",))) == dict(
        build(Material(journey("before")), ("fi",))
    )


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    ours = starter(tmp_path / "ours")
    done = call("site", "build", "ours", "-o", "site", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "", "")
    first = {name for name in files_below(tmp_path) if name.startswith("site/")}
    assert {"site/index.html", "site/en/stages/nurtured.html", f"site/{LIST}"} <= first
    text = (ours / "processctl.yaml").read_text("utf-8").replace("nurtured", "waiting")
    (ours / "processctl.yaml").write_text(text, "utf-8")
    (tmp_path / "site" / "mine.txt").write_text("mine")
    assert call("site", "build", "ours", "-o", "site", cwd=tmp_path).status == 0
    second = {name for name in files_below(tmp_path) if name.startswith("site/")}
    assert "site/en/stages/nurtured.html" not in second
    assert {"site/en/stages/waiting.html", "site/mine.txt"} <= second


def test_what_processctl_did_not_write_stays(tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "index.html").write_text("theirs")
    (tmp_path / "file").write_text("mine")
    for target, message in (
        ("theirs", 'In "theirs" there are files that processctl did not write'),
        ("file", '"file" is no folder.'),
    ):
        done = call("site", "build", "ours", "-o", target, cwd=tmp_path)
        assert (done.status, done.out) == (2, "")
        assert message in done.err
    assert files_below(tmp_path / "theirs") == {"index.html": b"theirs"}


def test_a_list_of_files_cannot_reach_out_of_the_folder(tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    (tmp_path / "precious.txt").write_text("mine")
    assert call("site", "build", "ours", "-o", "site", cwd=tmp_path).status == 0
    with (tmp_path / "site" / LIST).open("a") as file:
        file.write("../precious.txt\n")
    assert call("site", "build", "ours", "-o", "site", cwd=tmp_path).status == 0
    assert (tmp_path / "precious.txt").read_text() == "mine"


def test_one_language_is_enough(tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    assert call("site", "build", "ours", "-o", "site", "--lang", "fi", cwd=tmp_path).status == 0
    assert {path.name for path in (tmp_path / "site").iterdir()} == {"index.html", "fi", "assets"}

"""The search: what it knows, what it finds, and how it is used by keyboard and heard by screen readers."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from processctl.site import search
from processctl.site.build import build
from processctl.site.material import Material
from processctl.site.page import Page as SitePage
from tests.site.sites import Sites, opened, served, written
from tests.views.hostile import SHIFTS, hostile

VENDOR = Path(search.__file__).parent / "assets" / "vendor"
LARGEST = 150_000
"""Bytes of all that a search loads."""


def ask(page: Page, words: str) -> list[str]:
    """The titles of what is found, the best first; words are typed as people type them."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.get_by_role("search").get_by_role("status")).not_to_be_empty()
    return page.locator(".found strong").all_inner_texts()


def at(sites: Sites, language: str = "en", path: str = "index.html", name: str = "after") -> str:
    return (sites(name) / language / path).as_uri()


def test_the_index_tells_each_part_of_a_page() -> None:
    html = (
        "<header>no</header><main><p class='eyebrow'>Stage</p><h1>Offer</h1><p>Lead &amp; more</p>"
        "<div><svg><text>no</text></svg></div>"
        "<section><h2 id='who'>Who</h2>"
        "<dl><dt><a href='x'>Owner</a></dt><dd>Ann<br>Bob</dd></dl></section>"
        "<section id='sla'><h2>Agreed</h2><table><thead><tr><th>Time</th><th>Unit</th></tr></thead>"
        "<td>4 ho\u00adurs</td></table></section>"
        "<dl><div id='lead'><dt>Lead</dt><dd>Ann</dd></div></dl></main><nav>no</nav>"
    )
    pages = [(SitePage("a.html", "Offer"), html), (SitePage("roles/b.html", "Ann"), html)]
    assert search.index(pages, "en") == (
        "window.processctlWords = { stemmer: () => new EnglishStemmer(),\n"
        'lines: ["Lead & more","Owner:","Ann","Bob","4 hours","Time","Unit","Who","Agreed","Lead"],\n'
        'pages: [["a.html","Offer",[["","",0],["who","Who",1,-2],["sla","Agreed",4],["lead","Lead",2]],[5,-1]],'
        '["roles/b.html","Ann",[["",""]],[5,-4]]] };\n'
    )


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("name", ["after", "gitlab", "posthog"])
def test_what_a_search_loads_is_small(name: str, language: str, sites: Sites) -> None:
    loaded = [sites(name) / path for path in search.scripts(language)]
    assert sum(path.stat().st_size for path in loaded) < LARGEST


@pytest.mark.parametrize("folder", sorted(VENDOR.iterdir()), ids=lambda folder: folder.name)
def test_what_others_wrote_is_as_they_wrote_it(folder: Path) -> None:
    known = json.loads((folder / "vendored.json").read_text("utf-8"))
    assert known.keys() == {"name", "version", "license", "source", "sha256"}
    assert {file.name for file in folder.iterdir()} == {
        *known["sha256"],
        "LICENSE",
        "vendored.json",
    }
    for name, digest in known["sha256"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "offer", "Offer"),
        ("en", "offers", "Offer"),
        ("en", "OPPORTUN", "Opportunity"),
        ("en", "oportunity", "Opportunity"),
        ("en", "head marketing", "Head of marketing"),
        ("fi", "tarjouksen", "Tarjous"),
        ("fi", "tarjouksista", "Tarjous"),
        ("fi", "myyntimahdollisuudet", "Myyntimahdollisuus"),
        ("fi", "asiakkaan", "Asiakas"),
        ("fi", "mahdollisuus", "Myyntimahdollisuus"),
        ("fi", "kayttoonotto", "Käyttöönotto"),
        ("fi", "KÄYTTÖÖNOT", "Käyttöönotto"),
        ("fi", "kayttöönoto", "Käyttöönotto"),
    ],
)  # fmt: skip
def test_words_are_found(language: str, words: str, found: str, sites: Sites, page: Page) -> None:
    page.goto(at(sites, language))
    titles = [title.split(" · ")[0] for title in ask(page, words)]
    assert found in titles[:3]


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("fi", "sijainen", "Myyjä"),  # a term on the pages of roles
        ("fi", "säilytys", "Tiedot"),  # the head of a column
        ("fi", "tiekartta", "Tiekartta"),
        ("en", "stand-in", "Sales representative"),
        ("en", "roadmap", "Where we are"),
    ],
)
def test_labels_are_found(language: str, words: str, found: str, sites: Sites, page: Page) -> None:
    page.goto(at(sites, language))
    assert found in [title.split(" · ")[0] for title in ask(page, words)]


def test_labels_come_last(sites: Sites, page: Page) -> None:
    said = [
        ("label", "<table><thead><th>Kesto</th></thead></table>"),
        ("part", "<p>Läpimenokeston mittari</p>"),
        ("text", "<p>Kesto on lyhyt</p>"),
    ]
    titles = find(sites, page, said, "kesto")
    assert titles == ["text", "part", "label"]


def test_short_words_that_begin_otherwise_are_no_typing_errors(sites: Sites, page: Page) -> None:
    said = [("early", "<p>Liian aikainen liidi</p>"), ("slow", "<p>Siianen</p>")]
    assert find(sites, page, said, "sijainen") == ["slow"]


def find(sites: Sites, page: Page, said: list[tuple[str, str]], words: str) -> list[str]:
    """The titles of what a search finds in some pages, given by title and text."""
    known = [(SitePage(f"{one}.html", one), f"<main>{html}</main>") for one, html in said]
    page.goto("about:blank")
    for path in search.scripts("fi")[:-1]:
        page.add_script_tag(path=sites("after") / path)
    page.add_script_tag(content=search.index(known, "fi"))
    titles: list[str] = page.evaluate(
        """(words) => {
            const { pages, lines, stemmer } = window.processctlWords;
            const found = new window.processctlFinder(pages, lines, stemmer()).find(words);
            return found.map((one) => one.title);
        }""",
        words,
    )
    return titles


FORMS = {
    "Luovutus": (
        "luovutuksen",
        "luovutusta",
        "luovutukset",
        "luovutuksesta",
        "luovutuksissa",
        "luovtus",
    ),
    "Tarjous": ("tarjouksen", "tarjousta", "tarjoukset", "tarjouksesta", "tarjousten"),
    "Myynti": ("myynnin", "myyntiä", "myynnille", "myynnistä", "myynteihin"),
    "Asiakas": ("asiakkaan", "asiakasta", "asiakkaat", "asiakkaalle", "asiakkaiden", "asiak"),
    "Vaihe": ("vaiheen", "vaihetta", "vaiheet", "vaiheessa", "vaiheeseen"),
    "Päätös": ("päätöksen", "päätöstä", "päätökset", "paatos", "paatoksen"),
    "Käyttöönotto": ("käyttöönoton", "käyttöönottoa", "käyttöönotossa", "kayttoonotto", "otto"),
}


@pytest.mark.parametrize("word", FORMS)
def test_every_form_of_a_finnish_word_finds_the_others(word: str, sites: Sites, page: Page) -> None:
    known = [(SitePage(f"{one}.html", one), f"<main><h1>{one}</h1></main>") for one in FORMS]
    page.goto("about:blank")
    for path in search.scripts("fi")[:-1]:
        page.add_script_tag(path=sites("after") / path)
    page.add_script_tag(content=search.index(known, "fi"))
    find = """(words) => {
        const { pages, lines, stemmer } = window.processctlWords;
        return new window.processctlFinder(pages, lines, stemmer()).find(words)[0]?.title;
    }"""
    assert {form: page.evaluate(find, form) for form in FORMS[word]} == dict.fromkeys(
        FORMS[word], word
    )


def test_what_nobody_wrote_is_not_found(sites: Sites, page: Page) -> None:
    page.goto(at(sites, "fi"))
    assert ask(page, "zzyzx") == []
    assert page.locator(".search [role=status]").inner_text() == "Mitään ei löytynyt."


def test_a_result_leads_to_its_place(sites: Sites, page: Page) -> None:
    page.goto(at(sites, "en", "roles/ceo.html"))
    ask(page, "offer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/stages/offer.html*")
    assert page.locator("h1").inner_text() == "Offer"


def test_it_is_used_by_keyboard_alone(sites: Sites, page: Page) -> None:
    page.goto(at(sites))
    focused = (
        "document.activeElement.id || document.activeElement.querySelector('strong')?.innerText"
    )
    titles = ask(page, "sales")
    assert len(titles) > 2
    stops = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        stops.append(page.evaluate(focused))
    assert stops == [titles[0], titles[1], titles[0], "search", "search"]
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""
    assert page.locator(".found li").count() == 0
    # Where one types, a stroke is a stroke.
    page.keyboard.type("a/b")
    assert page.locator("#search").input_value() == "a/b"


def test_it_closes_when_one_goes_elsewhere(sites: Sites, page: Page) -> None:
    page.goto(at(sites))
    assert ask(page, "offer")
    page.locator("h1").click(position={"x": 3, "y": 3})
    assert page.locator(".found li").count() == 0
    page.locator("#search").fill("")
    assert ask(page, "offer")
    page.keyboard.press("Shift+Tab")
    assert page.locator(".found li").count() == 0


def test_screen_readers_are_told_how_much_was_found(sites: Sites, page: Page) -> None:
    page.goto(at(sites))
    assert page.get_by_role("searchbox", name="Search").count() == 1
    status = page.get_by_role("search").get_by_role("status")
    expect(status).to_be_empty()
    shown = ask(page, "sales")
    count = int(status.inner_text().split()[0])
    assert status.inner_text() == f"{count} pages were found"
    assert len(shown) == min(count, 40)


def test_a_link_can_ask(sites: Sites, page: Page) -> None:
    page.goto(f"{at(sites, 'fi')}?q=tarjouksen")
    expect(page.locator(".found strong").first).to_have_text("Tarjous")
    assert page.locator("#search").input_value() == "tarjouksen"


@pytest.mark.parametrize("is_served", [True, False])
def test_the_address_says_what_is_sought(is_served: bool, sites: Sites, browser: Browser) -> None:
    with served(sites("after")) as address, opened(browser) as (page, complaints):
        page.goto(f"{address}fi/index.html" if is_served else at(sites, "fi"))
        before = page.url
        ask(page, "tarjous & hinta")
        assert page.url == f"{before}?q=tarjous+%26+hinta"
        page.reload()
        assert page.locator("#search").input_value() == "tarjous & hinta"
        page.keyboard.press("Escape")
        assert page.url == before
        assert complaints == []


def test_a_browser_may_refuse_another_address(sites: Sites, page: Page) -> None:
    page.add_init_script("history.replaceState = () => { throw new DOMException('not here'); }")
    page.goto(at(sites))
    assert "Offer" in " ".join(ask(page, "offer"))


def test_it_works_from_a_server(sites: Sites, browser: Browser) -> None:
    with served(sites("after")) as address, opened(browser) as (page, complaints):
        page.goto(f"{address}en/stages/offer.html?q=opportunity")
        expect(page.locator(".found strong").first).to_contain_text("Opportunity")
        assert complaints == []


def test_a_page_without_its_folder_has_no_search(
    sites: Sites, browser: Browser, tmp_path: Path
) -> None:
    folder = written(
        tmp_path, {"en/index.html": (sites("after") / "en" / "index.html").read_bytes()}
    )
    (folder / "assets").mkdir()
    for name in ("site.js", "theme.js", "controls-en.js"):
        (folder / "assets" / name).write_bytes((sites("after") / "assets" / name).read_bytes())
    with opened(browser) as (page, _):
        page.goto((folder / "en" / "index.html").as_uri())
        page.keyboard.press("/")
        expect(page.locator("#search")).to_be_hidden()


@pytest.mark.parametrize("shift", SHIFTS)
def test_hostile_names_are_found_as_words(shift: int, browser: Browser, tmp_path: Path) -> None:
    folder = written(tmp_path / "site", build(Material(hostile(tmp_path, shift)), ("en",)))
    with opened(browser, 360) as (page, complaints):
        page.goto((folder / "en" / "index.html").as_uri())
        found = 0
        for words in ("script", "javascript", "alert", "img", "x" * 60, "العملاء", "Sopimus"):
            found += bool(ask(page, words))
            inside = page.locator(".found").evaluate(
                "(found) => [...found.querySelectorAll('*')].map((one) => one.localName)"
            )
            assert set(inside) <= {"p", "ul", "li", "a", "strong", "span", "mark"}
            links = page.locator(".found a").evaluate_all("(all) => all.map((one) => one.href)")
            assert all(link.startswith(folder.as_uri()) for link in links)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            wide = "(found) => [...found.querySelectorAll('*')].some((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')"
            assert not page.locator(".found").evaluate(wide)
            page.keyboard.press("Escape")
        assert found >= 5
        assert complaints == []

"""Sketches to draw: a funnel in two languages, hostile and long names, loops, and one at random."""

from __future__ import annotations

import random
from pathlib import Path

from processctl.cli.places import limits_of, one_workspace
from processctl.diagrams import Box, Lane, Line, Phase, Sketch
from processctl.diagrams.sketch import BoxKind, LineKind
from processctl.lint.run import read_journey
from processctl.views.journey import sketch_of

EXAMPLES = ("before", "after", "gitlab", "posthog", "espocrm")
HOSTILE = (
    "<script>alert(1)</script>",
    "A & B &lt;b&gt; &amp;",
    'He said "no" \\" and \\',
    r"\N \G \l \n %d {0} {{x}}",
    "line one\nline two\r\n\tthree",
    "]]> <!-- --> <?php ?>",
    "😀 漢字 👩‍👩‍👧 ok",
    "\u202eevil\u202c שלום عربى",
    "<b>html</b>",
    "end; %%{init: {}}%% --> x",
    "1. list item",
    "`code` $$x$$ #quot;",
    "\x00\x07\x1b[31m red \ud800",
)


def funnel(language: str = "en") -> Sketch:
    """A small B2B funnel: three teams, handoffs, returns, deadlines, and things that are wrong."""
    fi = language == "fi"

    def t(en: str, finnish: str) -> str:
        return finnish if fi else en

    marketing, sales = t("Head of marketing", "Markkinointipäällikkö"), t("Sales", "Myynti")
    care = t("Care lead", "Asiakkuuspäällikkö")
    boxes = (
        Box("lead", t("New lead", "Uusi liidi"), "marketing", phase="find", owner=marketing,
            deadline=t("1 business day", "1 työpäivä"), is_start=True,
            expects=t("40 per month", "40 kuukaudessa")),
        Box("nurture", t("Nurtured", "Kypsytettävä"), "marketing", phase="find", owner=marketing,
            deadline=t("12 months", "12 kuukautta"), waits=True),
        Box("mql", t("Ready for sales", "Valmis myynnille"), "marketing", phase="find",
            owner=marketing),
        Box("accepted", t("Accepted by sales", "Myynnin hyväksymä"), "sales", phase="win",
            owner=t("Sales development", "Myynnin kehitys"), deadline=t("2 days", "2 päivää")),
        Box("need", t("Need confirmed", "Tarve vahvistettu"), "sales", phase="win", owner=sales),
        Box("offer", t("Offer sent", "Tarjous lähetetty"), "sales", phase="win",
            problems=("ownerless",)),
        Box("setup", t("Onboarding", "Käyttöönotto"), "care", phase="keep", owner=care),
        Box("customer", t("Customer", "Asiakas"), "care", kind="won", phase="keep", owner=care),
        Box("pilot", t("Paid pilot", "Maksullinen pilotti"), "care", phase="keep", planned=True),
        Box("claim", t("Complaint", "Reklamaatio"), "care", phase="keep", owner=care,
            problems=("dead_end",)),
        Box("lost", t("Deal lost", "Kauppa hävitty"), "end", kind="lost", owner=sales),
        Box("archived", t("Archived", "Arkistoitu"), "end", kind="neutral", owner=marketing),
        Box("partner", t("Sent to a partner", "Siirretty kumppanille"), "end", kind="continues"),
    )  # fmt: skip
    rows: tuple[tuple[str, str, LineKind, tuple[str, ...]], ...] = (
        ("lead", "mql", "exit", (t("The company fits and has asked for contact",
                                   "Yritys sopii ja on pyytänyt yhteydenottoa"),)),
        ("lead", "nurture", "exit", (t("otherwise", "muuten"),)),
        ("lead", "archived", "deadline", (t("after 1 business day", "1 työpäivän jälkeen"),)),
        ("nurture", "mql", "exit", (t("asks for an offer", "pyytää tarjouksen"),)),
        ("nurture", "archived", "idle", (t("no sign for 6 months", "hiljaista 6 kuukautta"),)),
        ("mql", "accepted", "handoff", (t("ready for sales", "valmis myynnille"),
                                        t("accept within 4 hours", "otettava 4 tunnissa"))),
        ("accepted", "nurture", "return", (t("no need, no budget", "ei tarvetta, ei budjettia"),
                                           t("at most 2 times", "enintään 2 kertaa"))),
        ("accepted", "mql", "silent", (t("nobody accepted", "kukaan ei ottanut"),)),
        ("accepted", "archived", "then", (t("after 2 returns", "2 palautuksen jälkeen"),)),
        ("accepted", "need", "exit", (t("need confirmed", "tarve vahvistettu"),)),
        ("need", "offer", "exit", (t("budget known", "budjetti tiedossa"),)),
        ("need", "lost", "exit", (t("no budget", "ei budjettia"),)),
        ("need", "partner", "full", (t("more than 30 open", "yli 30 avoinna"),)),
        ("offer", "need", "return", (t("new terms wanted", "uudet ehdot"),)),
        ("offer", "setup", "handoff", (t("contract signed", "sopimus tehty"),)),
        ("offer", "lost", "deadline", (t("after 14 days", "14 päivän jälkeen"),)),
        ("setup", "customer", "exit", (t("in use", "käytössä"),)),
        ("customer", "need", "exit", (t("a new need", "uusi tarve"),)),
        ("customer", "claim", "exit", (t("something is wrong", "jokin on vialla"),)),
    )  # fmt: skip
    lines = tuple(Line(f"l{at}", *row) for at, row in enumerate(rows))
    planned = Line("p", "setup", "pilot", "exit", (t("to try", "kokeilu"),), planned=True)
    return Sketch(
        title=t("From first contact to customer care", "Ensikontaktista asiakkuudenhoitoon"),
        language=language,
        lanes=(
            Lane("marketing", t("Marketing", "Markkinointi")),
            Lane("sales", sales),
            Lane("care", t("Customer care", "Asiakkuudenhoito")),
            Lane("end", t("Outcomes", "Lopputulokset")),
        ),
        boxes=boxes,
        lines=(*lines, planned),
        phases=(
            Phase("find", t("Find", "Löydä")),
            Phase("win", t("Win", "Voita")),
            Phase("keep", t("Keep", "Pidä")),
        ),
    )


def hostile() -> Sketch:
    """Every text is one that some format could trip over."""
    count = len(HOSTILE)
    kinds: tuple[LineKind, ...] = ("exit", "handoff", "return", "deadline")
    boxes = tuple(
        Box(f"b{at}", name, f"l{at % 3}", owner=name, deadline=name, is_start=at == 0, expects=name)
        for at, name in enumerate(HOSTILE)
    )
    lines = tuple(
        Line(f"e{at}", f"b{at}", f"b{(at + 1) % count}", kinds[at % 4], (HOSTILE[at],))
        for at in range(count)
    )
    lanes = tuple(Lane(f"l{at}", HOSTILE[at]) for at in range(3))
    phases = (Phase("one", HOSTILE[0]),)
    return Sketch(HOSTILE[2], "en", lanes, boxes, lines, phases)


def long_names() -> Sketch:
    """Names that are far too long, and one word that fits nowhere."""
    word = "Markkinointiautomaatiojärjestelmänkäyttöönottosuunnitelma"
    sentence = "The customer has told us in writing what they need and by when and with whom " * 4
    boxes = tuple(
        Box(f"b{at}", f"{word} {sentence}" if at % 2 else word, "a" if at < 3 else "b",
            owner=sentence, deadline=sentence, problems=("ownerless", "dead_end"))
        for at in range(6)
    )  # fmt: skip
    lines = tuple(
        Line(f"e{at}", f"b{at}", f"b{at + 1}", "handoff", (sentence, word, sentence, word, "x"))
        for at in range(5)
    )
    return Sketch(sentence, "fi", (Lane("a", sentence), Lane("b", word)), boxes, lines)


def loops() -> Sketch:
    """Boxes that lead to themselves, and four lines between the same two boxes."""
    boxes = tuple(Box(f"b{at}", f"Stage {at}", "a" if at < 3 else "b") for at in range(5))
    rows: tuple[tuple[str, str, LineKind], ...] = (
        ("b0", "b1", "exit"), ("b0", "b1", "deadline"), ("b0", "b1", "silent"),
        ("b1", "b0", "return"), ("b1", "b1", "exit"), ("b1", "b1", "idle"), ("b1", "b2", "exit"),
        ("b2", "b3", "handoff"), ("b3", "b2", "return"), ("b3", "b3", "exit"), ("b3", "b4", "exit"),
        ("b4", "b0", "return"), ("b4", "b1", "return"),
    )  # fmt: skip
    lines = tuple(
        Line(f"e{at}", source, target, kind, (f"{kind} number {at}",))
        for at, (source, target, kind) in enumerate(rows)
    )
    return Sketch("Loops", "en", (Lane("a", "A"), Lane("b", "B")), boxes, lines)


def example(name: str, language: str = "en") -> Sketch:
    """The drawing of one of the processes in the folder of examples."""
    folder = Path(__file__).parents[2] / "examples" / name
    return sketch_of(read_journey(one_workspace(str(folder)), limits_of(())), language)


def crowded() -> Sketch:
    """Many stages of two teams with lines and returns between all of them, all with long words."""
    long = "only when the customer has agreed to it in writing and nobody objected within the week"
    kinds: tuple[LineKind, ...] = ("exit", "handoff", "return", "deadline", "idle")
    boxes = tuple(Box(f"b{at}", f"Stage {at}", "ab"[at % 2], is_start=not at) for at in range(8))
    lines = tuple(
        Line(f"e{one}.{other}", f"b{one}", f"b{other}", kinds[(one + other) % 5],
             (f"• {one} to {other} {long}", f"• {long} too"), several=True)
        for one in range(8) for other in range(8) if one != other and (one * other) % 3 != 1
    )  # fmt: skip
    return Sketch("Crowded", "en", (Lane("a", "A"), Lane("b", "B")), boxes, lines)


def at_random(count: int, seed: int = 1) -> Sketch:
    """A process of ``count`` stages with handoffs, returns and shortcuts."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    words = [
        "offer",
        "customer",
        "contract",
        "meeting",
        "review",
        "budget",
        "approval",
        "pilot",
        "delivery",
        "renewal",
    ]
    lanes = tuple(Lane(f"t{at}", f"Team {at}") for at in range(4))

    def name(most: int) -> str:
        return " ".join(dice.choice(words) for _ in range(dice.randint(1, most))).capitalize()

    boxes = [
        Box(f"s{at}", name(4), f"t{min(3, max(0, at * 4 // count + dice.choice((-1, 0, 0, 1))))}",
            owner=name(2), deadline="5 days", is_start=at == 0)
        for at in range(count)
    ]  # fmt: skip
    ends: tuple[BoxKind, ...] = ("won", "lost", "neutral")
    boxes += [Box(f"o{at}", name(2), "end", kind=kind) for at, kind in enumerate(ends)]
    rows: list[tuple[str, str, LineKind]] = []
    for at in range(count - 1):
        same = boxes[at].lane == boxes[at + 1].lane
        rows.append((f"s{at}", f"s{at + 1}", "exit" if same else "handoff"))
        if dice.random() < 0.3:
            rows.append((f"s{at}", f"s{min(count - 1, at + dice.randint(2, 4))}", "exit"))
        if dice.random() < 0.3 and at > 2:
            rows.append((f"s{at}", f"s{at - dice.randint(1, 3)}", "return"))
        if dice.random() < 0.2:
            rows.append((f"s{at}", f"o{dice.randrange(3)}", "deadline"))
    lines = tuple(Line(f"l{at}", *row, (name(6),)) for at, row in enumerate(rows))
    return Sketch("At random", "en", (*lanes, Lane("end", "Outcomes")), tuple(boxes), lines)

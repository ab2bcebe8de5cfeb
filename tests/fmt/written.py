"""Process files as nobody would write them: any keys, any style, comments wherever YAML allows one."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

KEYS = (
    "name", "about", "owner", "means", "accepts", "does", "exits", "late", "captures", "tags", "to",
    "when", "says", "en", "fi", "from", "then", "zebra", "x_own", "x_other", "no", "12", "true",
)  # fmt: skip
SECTIONS = (
    "process", "teams", "roles", "people", "fields", "criteria", "stages", "forums", "metrics",
    "change", "lint", "x_top", "unknown",
)  # fmt: skip
PLAIN = (
    "offer", "no", "on", "12:30", "2.10", "0777", "1e3", "true", "null", "~", "2026-09-01", "y",
    "lead_score >= 50 and consent", "Myynnin hyväksymä liidi", "a - b", "it's", "50 %", "-5", "08",
    "https://example.com/#x", "x:y", "a#b", "100 000 €", "=", ".inf", "1_000", "0x1F", "+1",
)  # fmt: skip
BLOCK_ONLY = ("a, b", "{x} y"[4:] + " [z]", "what? {no}")
QUOTED = (
    "", " ", "a", "no", "12", "a: b", "a # b", "# a", 'say "so"', "it's", 'both " and \'', "a, b",
    "back\\slash", "- a", "[x]", "two  spaces", " in front", "behind ", "tab\tin", "line\nbreak",
    "\u2028", "*a", "&a", "!a", "null", "true", "2026-09-01", "a:", ":a", "?", "-", "@x", "%x",
    "Yes, a problem", "käyttö", "😀", "a\n\nb", "\x07",
)  # fmt: skip
LINES = ("text", "  more", "# no comment", "", "a: b", "- c", "\ttab", "long " * 30 + "end", " one")
WORDS = ("word", "a", "to", "long" * 12, "wörd", "x-y", "- z"[2:], "it's")
COMMENTS = (
    "# {}",
    "#{}",
    "#  {} #twice",
    "#### {}",
    "# ---- {} ----",
    "#\t{}",
    "# {}: key: [x",
    "#1 {}",
)


@dataclass
class Writer:
    """Writes one file by what ``draw`` decides; every comment holds a number of its own."""

    draw: st.DrawFn
    lines: list[str] = field(default_factory=list)
    count: int = 0
    anchors: list[str] = field(default_factory=list)

    def of(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def chance(self, percent: int) -> bool:
        return self.draw(st.integers(0, 99)) < percent

    def number(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))

    def comment(self) -> str:
        self.count += 1
        return self.of(*COMMENTS).format(f"c{self.count}")

    def beside(self, percent: int = 20) -> str:
        return (
            f"{self.of(' ', '   ', '          ')}{self.comment()}" if self.chance(percent) else ""
        )

    def between(self, indent: int) -> None:
        """Blank lines and comments before something at ``indent``."""
        while self.chance(30):
            if self.chance(40):
                self.lines.append(self.of("", "", "  "))
            else:
                column = self.of(
                    *map(str, {indent, indent, indent + 2, max(indent - 2, 0), indent + 5})
                )
                self.lines.append(" " * int(column) + self.comment())

    def quoted(self, text: str) -> str:
        if self.chance(50) and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        escapes = {
            "\\": "\\\\",
            '"': '\\"',
            "\n": "\\n",
            "\t": "\\t",
            "\u2028": "\\L",
            "\x07": "\\a",
        }
        return '"' + "".join(escapes.get(sign, sign) for sign in text) + '"'

    def scalar(self, *, flow: bool) -> str:
        if self.chance(50):
            return self.of(*PLAIN, *(() if flow else BLOCK_ONLY))
        return self.quoted(self.of(*QUOTED))

    def key(self, name: str) -> str:
        return self.quoted(name) if self.chance(10) else name

    def names(self, choices: tuple[str, ...], most: int) -> list[str]:
        return self.draw(st.lists(st.sampled_from(choices), min_size=1, max_size=most, unique=True))

    def map(self, indent: int, depth: int, names: list[str], lead: str | None = None) -> None:
        for name in names:
            if lead is None:
                self.between(indent)
            explicit = self.chance(3)
            head = (" " * indent if lead is None else lead) + ("? " if explicit else "")
            label = head + self.key(name)
            if explicit:
                self.lines.append(label)
                label = " " * indent
            self.value(f"{label}:", indent, depth, is_item=False)
            lead = None

    def list(self, indent: int, depth: int) -> None:
        for _ in range(self.number(1, 3)):
            self.between(indent)
            self.value(" " * indent + "-", indent, depth, is_item=True)

    def value(self, label: str, indent: int, depth: int, *, is_item: bool) -> None:
        kind = self.number(0, 11 if depth else 7)
        inner = indent + self.number(1, 4)
        anchor = ""
        if self.chance(6):
            anchor = f" &a{len(self.anchors)}"
        if kind <= 2:
            self.lines.append(f"{label}{anchor} {self.scalar(flow=False)}{self.beside()}")
        elif kind == 3:
            if self.anchors and self.chance(50):
                self.lines.append(f"{label} *{self.of(*self.anchors)}{self.beside()}")
                return
            anchor = ""
            self.lines.append(f"{label}{self.beside(10)}")
        elif kind == 4:
            self.folded_words(f"{label}{anchor}", inner)
        elif kind == 5:
            self.block_scalar(f"{label}{anchor}", indent, inner)
        elif kind <= 7:
            self.flow(f"{label}{anchor}", inner, depth)
        elif is_item and kind <= 9 and not anchor:
            lead = label + " " * self.number(1, 3)
            self.map(len(lead), depth - 1, self.names(KEYS, 3), lead)
        else:
            self.lines.append(f"{label}{anchor}{self.beside()}")
            if kind <= 10:
                self.map(inner, depth - 1, self.names(KEYS, 4))
            else:
                self.list(indent if not is_item and self.chance(40) else inner, depth - 1)
        if anchor:
            self.anchors.append(anchor.strip(" &"))

    def folded_words(self, label: str, inner: int) -> None:
        mark = self.of("", '"', "'")
        words = [self.of(*WORDS) for _ in range(self.number(2, 30))]
        words = [word.replace("'", "''") for word in words] if mark == "'" else words
        lines = [""]
        for word in words:
            lines[-1] += f" {word}"
            if self.chance(25):
                lines.append("")
                if self.chance(20):
                    lines.append("")
        lines = [line.strip() for line in lines]
        while not lines[-1]:
            lines.pop()
        first, *rest = lines
        last = "" if rest else self.beside()
        self.lines.append(f"{label} {mark}{first}{'' if rest else mark}{last}")
        for number, line in enumerate(rest):
            end = mark + self.beside() if number == len(rest) - 1 else ""
            self.lines.append(f"{' ' * inner}{line}{end}" if line or end else "")

    def block_scalar(self, label: str, indent: int, inner: int) -> None:
        style, chomping = self.of("|", ">"), self.of("", "-", "+")
        told = inner - indent if self.chance(30) else 0
        header = style + (f"{told}{chomping}" if told else chomping)
        self.lines.append(f"{label} {header}{self.beside()}")
        lines = [self.of(*LINES) for _ in range(self.number(0, 4))]
        if not told:
            lines = ["text", *lines]
        self.lines += (" " * inner + line if line else "" for line in lines)

    def flow(self, label: str, inner: int, depth: int) -> None:
        self.lines.append(f"{label} ")
        self.flow_value(inner, min(depth, 2))
        self.lines[-1] += self.beside()

    def flow_break(self, inner: int, percent: int = 12) -> None:
        if self.chance(percent):
            self.lines[-1] += self.beside(50)
            while self.chance(25):
                self.lines.append(" " * inner + self.comment() if self.chance(70) else "")
            self.lines.append(" " * inner)

    def flow_value(self, inner: int, depth: int) -> None:
        is_map = self.chance(50)
        self.lines[-1] += "{" if is_map else "["
        names = self.names(KEYS, 4) if self.chance(90) else []
        for number, name in enumerate(names):
            self.flow_break(inner)
            if is_map:
                self.lines[-1] += f"{self.key(name)}: "
                self.flow_break(inner, 4)
            if depth and self.chance(25):
                self.flow_value(inner, depth - 1)
            else:
                self.lines[-1] += self.scalar(flow=True)
            if number < len(names) - 1 or self.chance(10):
                self.flow_break(inner, 4)
                self.lines[-1] += ", "
        self.flow_break(inner)
        self.lines[-1] += "}" if is_map else "]"


@st.composite
def files(draw: st.DrawFn) -> str:
    """The text of a file with sections; a few of them YAML refuses."""
    writer = Writer(draw)
    if writer.chance(15):
        if writer.chance(50):
            writer.lines += ["%YAML 1.2"]
        writer.between(0)
        writer.lines += [f"---{writer.beside()}"]
    writer.map(0, 3, writer.names(SECTIONS, 4))
    writer.between(0)
    if writer.chance(10):
        writer.lines.append(f"...{writer.beside()}")
        if writer.chance(50):
            writer.lines.append(writer.comment())
    end = writer.of("\n", "\n", "\r\n", "\r")
    return end.join(writer.lines) + (end if writer.chance(90) else "")

"""How good drawings are, in numbers: ours beside those that other engines make of the same process.

Ours are counted in the whole drawing, lanes and all. Mermaid draws what `processctl render` writes
for it, in the Chromium of this machine; D2, ELK and Graphviz get boxes and labels of our sizes. Run
it with Node.js and Chromium installed: `python benchmarks/layout.py`.
"""

from __future__ import annotations

import argparse
import base64
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from engines import fetch
from picture import HEAD, Drawn, Frame, Numbers, Point, numbers, row, simpler

from processctl.cli.places import limits_of, one_workspace
from processctl.diagrams import Sketch, write_mermaid
from processctl.diagrams.cards import card
from processctl.diagrams.engine import shipped_engine
from processctl.diagrams.files.names import names
from processctl.diagrams.geometry import Rect, cut
from processctl.diagrams.placing.labels import words
from processctl.diagrams.placing.layout import layout
from processctl.diagrams.sketch import Line, tidy
from processctl.lint.run import read_journey
from processctl.texts import translator
from processctl.views.journey import sketch_of

EXAMPLES = (
    "after",
    "before",
    "revops",
    "gitlab",
    "gitlab_success",
    "posthog",
    "sourcegraph",
)
REPOSITORY = Path(__file__).resolve().parent.parent
ENGINES = Path(__file__).resolve().parent / "engines"
# A number on a line, for words that are too long to stand beside it.
NUMBER = 16.0


def sketch(example: str) -> Sketch:
    """What the drawing of an example shows."""
    folder = REPOSITORY / "examples" / example
    return tidy(sketch_of(read_journey(one_workspace(str(folder)), limits_of(())), "en"))


def ours(drawn: Sketch) -> Drawn:
    """Our drawing: lanes and phases, without the title, the notes and the legend."""
    picture = layout(drawn)
    number = {line.id: at for at, line in enumerate(drawn.lines)}
    return Drawn(
        picture.places.whole.width,
        picture.places.whole.height,
        {box: _frame(rect) for box, rect in picture.places.boxes.items()},
        [(_frame(label.rect), number[label.line]) for label in picture.labels],
        [
            (
                line.source,
                line.target,
                cut(picture.routes[line.id], None, picture.joints.get(line.id)),
            )
            for line in drawn.lines
        ],
        len(picture.markers),
    )


def graph(drawn: Sketch) -> dict[str, Any]:
    """The same for the others: ids that need no quoting, sizes in pixels."""
    said = translator(drawn.language)
    cards = {box.id: card(box, said) for box in drawn.boxes}
    box_id = {box.id: f"b{at}" for at, box in enumerate(drawn.boxes)}
    lane_id = {lane.id: f"l{at}" for at, lane in enumerate(drawn.lanes)}

    def line(one: Line) -> dict[str, Any]:
        text = words(one, drawn.language)
        fits = text is not None and bool(text.lines)
        return {
            "source": box_id[one.source],
            "target": box_id[one.target],
            "label": list(text.lines) if text and fits else ["(1)"] if text else [],
            "width": text.width if text and fits else NUMBER,
            "height": text.height if text and fits else NUMBER,
        }

    return {
        "lanes": [{"id": lane_id[lane.id], "name": lane.name} for lane in drawn.lanes],
        "phases": [{"id": phase.id} for phase in drawn.phases],
        "boxes": [
            {
                "id": box_id[box.id],
                "name": box.name,
                "lane": lane_id[box.lane],
                "phase": box.phase,
                "width": cards[box.id].width,
                "height": cards[box.id].height,
            }
            for box in drawn.boxes
        ],
        "lines": [line(one) for one in drawn.lines],
    }


def by_node(given: dict[str, Any], modules: Path) -> dict[str, Drawn]:
    """The drawings of D2 and ELK."""
    script = fetch.script(modules, "draw.mjs")
    done = subprocess.run(
        ["node", str(script)], input=json.dumps(given).encode(), capture_output=True, check=True
    )
    notes = sum(line["label"] == ["(1)"] for line in given["lines"])
    return {found["engine"]: _drawn(found, notes) for found in json.loads(done.stdout)}


def by_mermaid(drawn: Sketch, modules: Path) -> Drawn:
    """The drawing of Mermaid, read in Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Chromium is missing: install it to read what Mermaid draws.")
    source = base64.b64encode(write_mermaid(drawn)).decode()
    page = (ENGINES / "mermaid.html").read_text(encoding="utf-8")
    page = page.replace('"SOURCE"', json.dumps(source)).replace("MODULES", modules.as_uri())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu"]
        command += [f"--user-data-dir={folder}/profile", "--virtual-time-budget=60000"]
        command += ["--dump-dom", file.as_uri()]
        dom = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    answer = re.search(r'<pre id="answer">(.*?)</pre>', dom, re.DOTALL)
    if answer is None:
        raise SystemExit("Mermaid drew nothing.")
    found = json.loads(html.unescape(answer[1]))
    order = {line: at for at, line in enumerate(_order(found["lines"], drawn))}
    ids = names((box.id for box in drawn.boxes), "s_")
    way = dict(found["lines"])
    found["lines"] = [
        (ids[line.source], ids[line.target], way[one])
        for one, line in zip(order, drawn.lines, strict=True)
    ]
    found["labels"] = [
        (frame, number)
        for frame, line in found["labels"]
        if frame[2] - frame[0] > 1
        for name, number in order.items()
        if name.removeprefix("drawn-") == line
    ]
    return _drawn(found, 0)


def _order(lines: list[Any], drawn: Sketch) -> list[str]:
    """Mermaid's names of our lines: they tell from where to where each leads."""
    ids = names((box.id for box in drawn.boxes), "s_")
    left = [name for name, _ in lines]
    found = []
    for line in drawn.lines:
        mark = f"-L_{ids[line.source]}_{ids[line.target]}_"
        found.append(next(name for name in left if mark in name))
        left.remove(found[-1])
    return found


def by_graphviz(given: dict[str, Any]) -> Drawn:
    """The drawing of `dot`, with a cluster for each lane."""
    inch = 72.0
    rows = ["digraph { rankdir=LR; node [shape=box, fixedsize=true]; edge [fontsize=11];"]
    for lane in given["lanes"]:
        rows.append(f"subgraph cluster_{lane['id']} {{")
        rows += [
            f'{box["id"]} [label="", width={box["width"] / inch:.4f}, height={box["height"] / inch:.4f}];'
            for box in given["boxes"]
            if box["lane"] == lane["id"]
        ]
        rows.append("}")
    for line in given["lines"]:
        # A table is as large as it says, whatever the engine knows of our font.
        size = f'FIXEDSIZE="TRUE" WIDTH="{line["width"]:.0f}" HEIGHT="{line["height"]:.0f}"'
        label = f'<<TABLE BORDER="0"><TR><TD {size}></TD></TR></TABLE>>' if line["label"] else '""'
        rows.append(f"{line['source']} -> {line['target']} [label={label}];")
    command = [str(shipped_engine()), "-Kdot", "-Tjson"]
    text = "\n".join([*rows, "}"])
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    answer = json.loads(done.stdout)
    nodes = {one["_gvid"]: one for one in answer["objects"] if "width" in one}
    boxes: dict[str, Frame] = {}
    for one in nodes.values():
        (x, y), wide, high = _numbers(one["pos"]), float(one["width"]), float(one["height"])
        boxes[one["name"]] = (x - wide * inch / 2, y - high * inch / 2, x + wide * inch / 2, y + high * inch / 2)  # fmt: skip
    labels: list[tuple[Frame, int]] = []
    lines: list[tuple[str, str, list[Point]]] = []
    for number, (edge, line) in enumerate(zip(answer["edges"], given["lines"], strict=True)):
        if "lp" in edge:
            x, y = _numbers(edge["lp"])
            wide, high = line["width"] / 2, line["height"] / 2
            labels.append(((x - wide, y - high, x + wide, y + high), number))
        points = [_point(word) for word in edge["pos"].split() if word[0] not in "es"]
        head = [_point(word[2:]) for word in edge["pos"].split() if word[0] == "e"]
        lines.append((line["source"], line["target"], [*_flat(points), *head]))
    _, _, right, top = _numbers(answer["bb"])
    return Drawn(right, top, boxes, labels, lines, _notes(given))


def _numbers(text: str) -> list[float]:
    return [float(word) for word in text.split(",")]


def _point(text: str) -> Point:
    x, y = _numbers(text)[:2]
    return x, y


def _flat(points: list[Point]) -> list[Point]:
    """A curve of Graphviz as straight pieces."""
    found = [points[0]]
    for at in range(0, len(points) - 3, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[at : at + 4]
        for step in range(1, 13):
            t, u = step / 12, 1 - step / 12
            a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            found.append((a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy))
    return found


def _notes(given: dict[str, Any]) -> int:
    return sum(line["label"] == ["(1)"] for line in given["lines"])


def _drawn(found: dict[str, Any], notes: int) -> Drawn:
    labels = [(tuple(frame), number) for frame, number in found["labels"]]
    lines = [(one, other, simpler([(x, y) for x, y in way])) for one, other, way in found["lines"]]
    boxes = {box: tuple(frame) for box, frame in found["boxes"].items()}
    return Drawn(found["width"], found["height"], boxes, labels, lines, notes)


def _frame(rect: Rect) -> Frame:
    return rect.left, rect.top, rect.right, rect.bottom


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ours", action="store_true", help="leave the other engines out")
    parser.add_argument("examples", nargs="*", default=list(EXAMPLES))
    arguments = parser.parse_args()
    modules = None if arguments.ours else fetch.packages()
    sums: dict[str, list[Numbers]] = {}
    print(f"| process | engine | {HEAD} |")
    print("| --- | --- | " + " | ".join(["---:"] * 7) + " |")
    for example in arguments.examples:
        drawn = sketch(example)
        found = {"processctl": ours(drawn)}
        if modules is not None:
            given = graph(drawn)
            found["Graphviz dot, clusters"] = by_graphviz(given)
            found["Mermaid"] = by_mermaid(drawn, modules)
            found |= by_node(given, modules)
        for engine, one in found.items():
            counted = numbers(one)
            sums.setdefault(engine, []).append(counted)
            print(f"| {example} | {engine} | {row(counted)} |", flush=True)
    for engine, several in sums.items():
        print(f"| together | {engine} | {row(Numbers.together(several))} |")


if __name__ == "__main__":
    main()

"""The goals as boxes and lines: strategy, goal, metric, stage, each with what serves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from processctl.diagrams.sketch import Box, Lane, Line, Phase, Sketch
from processctl.model.aims import Goal, Metric
from processctl.texts import say
from processctl.views.boxes import kind_of, owner_words
from processctl.views.measured import measured
from processctl.views.wording import Wording

_LANE = "goals"


def goal_tree(words: Wording, title: str) -> Sketch:
    """Strategies, goals, metrics and stages as headed columns."""
    tree = _Tree(words)
    tree.grow()
    used = {box.phase for box in tree.boxes.values()}
    phases = (
        Phase("strategy", words.say(say("Strategy"))),
        Phase("goal", words.say(say("Goals"))),
        Phase("metric", words.say(say("Metrics"))),
        Phase("stage", words.say(say("Stages"))),
    )
    return Sketch(
        title=title,
        language=words.translate.language,
        lanes=(Lane(_LANE, ""),),
        phases=tuple(phase for phase in phases if phase.id in used),
        boxes=tuple(tree.boxes.values()),
        lines=tuple(tree.lines),
    )


@dataclass
class _Tree:
    """Boxes by kind and id, and lines between them, each in the order written."""

    words: Wording
    boxes: dict[str, Box] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def grow(self) -> None:
        model = self.words.journey.model
        for goal in model.goals.values():
            self._above(goal)
        for metric in model.metrics.values():
            self._measure(metric)

    def _above(self, goal: Goal) -> None:
        """The goal, below the one that it serves, or else below its strategy."""
        self._box(f"goal:{goal.id}", Box("", self.words.say(goal.title), _LANE, "goal", "goal"))
        if goal.parent is not None and goal.parent.id in self.words.journey.model.goals:
            self._line(f"goal:{goal.parent.id}", f"goal:{goal.id}")
        elif goal.strategy is not None:
            name = self.words.say(goal.strategy)
            self._box(f"strategy:{name}", Box("", name, _LANE, "strategy", "strategy"))
            self._line(f"strategy:{name}", f"goal:{goal.id}")

    def _measure(self, metric: Metric) -> None:
        model = self.words.journey.model
        known = f"metric:{metric.id}"
        self._box(known, Box("", self.words.say(metric.title), _LANE, "metric", "metric"))
        if metric.goal is not None and metric.goal.id in model.goals:
            self._line(f"goal:{metric.goal.id}", known)
        for name in dict.fromkeys(_stages(self.words, metric)):
            stage = model.stages[name]
            box = Box(
                "", self.words.say(stage.title), _LANE, kind_of(self.words, stage), "stage",
                owner=owner_words(self.words, stage),
            )  # fmt: skip
            self._box(f"stage:{name}", box)
            self._line(known, f"stage:{name}")

    def _box(self, known: str, box: Box) -> None:
        self.boxes.setdefault(known, replace(box, id=known))

    def _line(self, source: str, target: str) -> None:
        self.lines.append(Line(f"{source}→{target}", source, target, "serves"))


def _stages(words: Wording, metric: Metric) -> Iterator[str]:
    """The stages that a metric looks at."""
    for reference in (metric.counts, *metric.times, *metric.ratio):
        yield from measured(words.journey, reference)

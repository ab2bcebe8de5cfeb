"""From a journey to a BPMN diagram: which element stands for what. ``docs/bpmn.md`` has the table.

What is only planned is left out: BPMN has no sign for it, and a reader would take it for true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from processctl.bpmn.chart import Chart, Colour, Flow, Marks, Node
from processctl.bpmn.ways import Bundle, bundles, length_text
from processctl.bpmn.wording import about_process, about_stage, about_start, outcome_words
from processctl.diagrams.files.names import names
from processctl.diagrams.sketch import plain
from processctl.journey import Journey
from processctl.model.stage import Stage
from processctl.texts import Argument, say
from processctl.views.boxes import in_order, kind_of, lane_of
from processctl.views.journey import shown_stages, title_of
from processctl.views.wording import Wording, wording


def chart_of(journey: Journey, language: str) -> Chart:
    """What a BPMN diagram of the journey holds, in a language as in ``en``."""
    words = wording(journey, language)
    stages = tuple(stage for stage in shown_stages(journey) if stage.live)
    out: dict[str, list[Bundle]] = defaultdict(list)
    for bundle in bundles(words):
        out[bundle.source].append(bundle)
    tokens = names(stage.id for stage in stages)
    parts = {
        stage.id: _Part(words, stage, tokens[stage.id], tuple(out[stage.id])) for stage in stages
    }
    return Chart(
        title=plain(title_of(words)) or words.say(say("Process")),
        language=language,
        documentation=_told(words, about_process(words, {stage.id for stage in stages})),
        lanes=in_order([lane_of(words, stage) for stage in stages]),
        nodes=tuple(node for part in parts.values() for node in part.nodes()),
        flows=tuple(flow for part in parts.values() for flow in part.flows(parts)),
    )


def _told(words: Wording, sentences: Iterable[Argument | str]) -> tuple[str, ...]:
    """Sentences, each once."""
    said = (plain(words.say(sentence)) for sentence in sentences)
    return tuple(dict.fromkeys(one for one in said if one))


@dataclass(frozen=True)
class _Part:
    """One stage with all that stands around it. ``token`` is its name in the ids of elements."""

    words: Wording
    stage: Stage
    token: str
    out: tuple[Bundle, ...]

    @property
    def main(self) -> str:
        """The element that is the stage itself."""
        return f"stage_{self.token}"

    @property
    def entry(self) -> str:
        """The element that a case comes to first."""
        return f"outcome_{self.token}" if self._passes else self.main

    @property
    def _is_end(self) -> bool:
        """Whether it is a result that a case never leaves."""
        return (self.stage.outcome is not None or self.stage.continues is not None) and not self.out

    @property
    def _passes(self) -> bool:
        """Whether it counts as a result, and the case goes on all the same."""
        return self.stage.outcome is not None and not self._is_end

    @property
    def _chooses(self) -> bool:
        return sum(bundle.by_choice for bundle in self.out) > 1

    @property
    def _default(self) -> Bundle | None:
        """The way that a case goes where no other is open: "otherwise", or one without a condition."""
        chosen = [bundle for bundle in self.out if bundle.by_choice] if self._chooses else []
        named = (bundle for bundle in chosen if bundle.is_otherwise)
        return next(named, next((bundle for bundle in chosen if not bundle.name()), None))

    @property
    def _lane(self) -> str:
        return lane_of(self.words, self.stage).id

    @property
    def _title(self) -> str:
        return plain(self.words.say(self.stage.title)) or self.stage.id

    @property
    def _colour(self) -> Colour | None:
        kind = kind_of(self.words, self.stage)
        return kind if kind == "won" or kind == "lost" else None

    def nodes(self) -> Iterator[Node]:
        """Its elements: what comes before it, itself, and what leads on."""
        if self.stage.start is not None:
            yield self._start()
        if self._is_end:
            yield self._end()
            return
        if self._passes:
            yield self._milestone()
        yield self._task()
        if self._chooses:
            yield Node(f"gateway_{self.token}", "gateway", self.stage.id, "", self._lane)
        for bundle in self.out:
            if not bundle.by_choice:
                yield bundle.event(self.main, self._lane, _told(self.words, bundle.about()))

    def flows(self, parts: Mapping[str, _Part]) -> Iterator[Flow]:
        """The flows between them, and those to the other stages."""
        token = self.token
        if self.stage.start is not None:
            yield Flow(f"from_start_{token}", f"start_{token}", self.entry)
        if self._passes:
            yield Flow(f"from_outcome_{token}", f"outcome_{token}", self.main)
        if self._chooses:
            yield Flow(f"to_gateway_{token}", self.main, f"gateway_{token}")
        for bundle in self.out:
            source = f"gateway_{token}" if self._chooses else self.main
            told: tuple[str, ...] = ()
            if bundle.by_choice:
                told = _told(self.words, bundle.about())
            else:
                source = f"event_{bundle.number}"
            target, chosen = parts[bundle.target].entry, self._chooses and bundle.by_choice
            default = bundle == self._default
            yield bundle.flow(source, target, chosen=chosen, default=default, told=told)

    def _start(self) -> Node:
        start = self.stage.start
        sources = ", ".join(self.words.say(text) for text in start.sources) if start else ""
        return Node(
            f"start_{self.token}",
            "start",
            self.stage.id,
            plain(sources) or self.words.say(say("Start")),
            self._lane,
            _told(self.words, about_start(self.words, self.stage)),
            message=bool(sources),
        )

    def _outcome_marks(self) -> Marks:
        """What the stage counts as, for our own reader; a word of the process's own with its sort."""
        outcome = self.stage.outcome
        if outcome is None:
            return ()
        name = plain(self.words.say(outcome_words(self.words, outcome)))
        kind = self.words.journey.model.outcomes.get(outcome, "neutral")
        own = (
            (("counts_as", kind), ("outcome_name", name)) if outcome not in ("won", "lost") else ()
        )
        return (("outcome", outcome), *own)

    def _continues_marks(self) -> Marks:
        continues = self.stage.continues
        if continues is None:
            return ()
        process = plain(self.words.say(continues.process)) if continues.process else ""
        return (("continues", process or self._title),)

    def _owner_marks(self) -> Marks:
        """Who answers for an end: BPMN knows performers of tasks only."""
        names = "; ".join(self._owners())
        return (("owner", names),) if names else ()

    def _owners(self) -> tuple[str, ...]:
        elsewhere = self.stage.continues.owner if self.stage.continues else None
        references = self.stage.owner or ((elsewhere,) if elsewhere else ())
        return _told(self.words, (self.words.reference(one) for one in references))

    def _milestone(self) -> Node:
        outcome = self.stage.outcome or ""
        name = plain(self.words.say(outcome_words(self.words, outcome)))
        return Node(
            f"outcome_{self.token}",
            "milestone",
            self.stage.id,
            name or outcome,
            self._lane,
            colour=self._colour,
            marks=self._outcome_marks(),
        )

    def _end(self) -> Node:
        return Node(
            self.main,
            "end",
            self.stage.id,
            self._title,
            self._lane,
            _told(self.words, about_stage(self.words, self.stage)),
            message=self.stage.continues is not None,
            colour=self._colour,
            marks=(*self._outcome_marks(), *self._continues_marks(), *self._owner_marks()),
        )

    def _task(self) -> Node:
        within = self.stage.within
        counts = within is not None and within.since is None
        deadline = (("within", length_text(within)),) if within is not None and counts else ()
        return Node(
            self.main,
            "call" if self.stage.continues is not None else "task",
            self.stage.id,
            self._title,
            self._lane,
            _told(self.words, about_stage(self.words, self.stage)),
            owners=self._owners(),
            marks=(*deadline, *self._continues_marks()),
        )

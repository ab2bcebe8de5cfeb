"""The theorem in words: stage by stage, and the headline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from processctl.lint.result import Result
from processctl.lint.theorem import Claim, ClaimKind, StageTheorem, Standing, Theorem
from processctl.reports.telling import Telling
from processctl.texts import Argument, Listing, Message, Quantity, say

_SIGNS: dict[Standing, str] = {"proved": "✓", "broken": "✗", "open": "?", "unread": "?"}
_COLOURS: dict[Standing, str] = {
    "proved": "green", "broken": "red", "open": "yellow", "unread": "yellow",
}  # fmt: skip
_PROVED: dict[ClaimKind, Message] = {
    "owner": say("Every case has an owner."),
    "deadline": say("Every case has a deadline."),
    "step": say("Every case fits exactly one exit, or is allowed to wait."),
    "result": say("At least one way leads from here to a result."),
    "door": say("Whoever is sent here is let in."),
}
_OPEN = say("Whether every case fits one exit could not be decided within the limits.")
_HIDDEN = say("Until that is mended, nothing more is proved here.")
_UNREAD = say("Not proved: something that this rests on cannot be read.")


def _no_paint(text: str, **_: object) -> str:
    return text


@dataclass(frozen=True)
class TheoremText:
    """Tells a theorem; ``result`` is the run of the linter that it is put together from."""

    theorem: Theorem
    result: Result
    telling: Telling
    paint: Callable[..., str] = field(default=_no_paint)

    def lines(self, only: tuple[str, ...] = ()) -> Iterator[str]:
        """The theorem stage by stage, of some stages only if they are named, and its headline."""
        yield self.paint(self.telling.words(self.result.scope.title), bold=True)
        yield ""
        for stage in self.theorem.stages:
            if not only or stage.stage in only:
                yield from self._stage(stage)
                yield ""
        yield self.paint(self.telling.words(self.headline()), bold=True)
        still_open = self._still_open()
        if still_open is not None and still_open != self.headline():
            yield self.paint(self.telling.words(still_open), bold=True)

    def headline(self) -> Message:
        """What the whole comes to, in one sentence."""
        stages = Quantity("{count} stage", "{count} stages", len(self.theorem.stages))
        broken = [one for one in self.theorem.unproved if one.is_broken]
        case, still_open = self._case(), self._still_open()
        if broken:
            return say(
                "A {case} can be left behind. Look at {names} ({count} of {stages}).",
                case=case,
                count=len(broken),
                stages=stages,
                names=Listing(tuple(stage.title for stage in broken)),
            )
        return still_open or say(
            "No {case} left behind: proved for {stages}.", case=case, stages=stages
        )

    def _still_open(self) -> Message | None:
        """Of which stages it is not known, if there are any."""
        unknown = [one.title for one in self.theorem.unproved if not one.is_broken]
        if not unknown:
            return None
        return say(
            "Not proved that no {case} is left behind: {names} could not be judged.",
            case=self._case(),
            names=Listing(tuple(unknown)),
        )

    def _case(self) -> Argument:
        """What the process calls its cases, if it does so in this language."""
        case = self.theorem.case
        if case is None:
            return say("case")
        known = case.languages or self.result.scope.languages
        return case if self.telling.language in known else say("case")

    def _stage(self, stage: StageTheorem) -> Iterator[str]:
        words = self.telling.words
        yield self.paint(f"{words(stage.title)} ({words(stage.stage)})", bold=True)
        if not stage.claims:
            yield f"  - {words(say('No case comes here.'))}"
        hidden: set[str] = set()
        for claim in stage.claims:
            if claim.standing == "unread" and claim.finding is not None:
                if claim.finding.fingerprint in hidden:
                    continue  # what hides several claims is told once
                hidden.add(claim.finding.fingerprint)
            yield from self._claim(claim)

    def _claim(self, claim: Claim) -> Iterator[str]:
        words, finding = self.telling.words, claim.finding
        sign = self.paint(_SIGNS[claim.standing], fg=_COLOURS[claim.standing])
        if claim.standing == "proved":
            yield f"  {sign} {words(_PROVED[claim.kind])}"
        elif claim.standing == "open":
            yield f"  {sign} {words(_OPEN)}"
        elif finding is None:
            yield f"  {sign} {words(_UNREAD)}"
        else:
            yield f"  {sign} {words(finding.message)} [{finding.code} {finding.name}]"
            line, column = finding.span.first
            yield f"      {self.telling.path(finding.span.source)}:{line}:{column}"
            if claim.standing == "unread":
                yield f"      {words(_HIDDEN)}"
            if claim.kind != "deadline":  # whoever is there stays, whatever else the finding shows
                if finding.witness:
                    yield f"      {self.telling.way(self.result, finding)}"
                for sentence in finding.story:
                    yield f"      {words(sentence)}"
            if finding in self.result.silenced:
                yield f"      {words(say('Accepted: an ignore says why.'))}"

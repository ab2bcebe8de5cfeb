"""For people at a terminal: each finding with its line underlined, then what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from processctl.lint.finding import Finding
from processctl.lint.result import PHASES, Result
from processctl.reading.source import Span
from processctl.reports.fixes import fix_lines, fixable
from processctl.reports.known import known_lines
from processctl.reports.summary import found, scope
from processctl.reports.telling import Telling, plain, width
from processctl.texts import Quantity, say
from processctl.texts.severity import Severity, severity_word

SHOWN_OF_ONE_RULE = 5
_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "blue"}
_LONGEST_LINE = 120
_TAB = "    "


Paint = Callable[..., str]


def _no_paint(text: str, **_: object) -> str:
    return text


@dataclass(frozen=True)
class TextReport:
    """Writes a result as text.

    ``paint`` colours a text (``click.style``); ``verbose`` lists what is otherwise counted. Of a
    ``narrowed`` run it cannot be said which questions the process answers: findings are left out.
    """

    telling: Telling
    paint: Paint = field(default=_no_paint)
    verbose: bool = False
    quiet: bool = False
    statistics: bool = False
    timings: bool = False
    narrowed: bool = False

    def lines(self) -> Iterator[str]:
        """The report, line by line."""
        for number, result in enumerate(self.telling.results):
            if self.telling.outcomes and not self.quiet:
                yield from fix_lines(self.telling, self.telling.outcomes[number])
            yield from self._result(result)

    def _result(self, result: Result) -> Iterator[str]:
        if self.statistics:
            yield from self._statistics(result)
        else:
            yield from self._findings(result)
        if self.timings:
            yield from self._timings(result)
        if not self.quiet:
            yield self._summary(result)
            yield from known_lines(self.telling, result, verbose=self.verbose)
            yield from (self.telling.words(one) for one in fixable(result))
            yield from self._questions(result)

    def _findings(self, result: Result) -> Iterator[str]:
        told: dict[str, int] = {}
        total: dict[str, int] = {}
        for finding in result.findings:
            total[finding.code] = total.get(finding.code, 0) + 1
        for finding in result.findings:
            told[finding.code] = told.get(finding.code, 0) + 1
            if self.verbose and finding.members:
                for member in finding.members:
                    yield from self._finding(result, member)
            elif self.verbose or told[finding.code] <= SHOWN_OF_ONE_RULE:
                yield from self._finding(result, finding)
        for code, count in sorted(total.items()):
            if not self.verbose and count > SHOWN_OF_ONE_RULE:
                name = next(one.name for one in result.findings if one.code == code)
                more = Quantity(
                    "{count} more finding", "{count} more findings", count - SHOWN_OF_ONE_RULE
                )
                message = say(
                    "{more} of {code} {name} (all of them: --verbose)",
                    more=more,
                    code=code,
                    name=name,
                )
                yield self.paint(f"… {self.telling.words(message)}", dim=True)
                yield ""

    def alone(self, finding: Finding) -> Iterator[str]:
        """One finding, of which nothing but itself is told."""
        yield from self._finding(None, finding)

    def _finding(self, result: Result | None, finding: Finding) -> Iterator[str]:
        words = self.telling.words
        line, column = finding.span.first
        place = self.paint(f"{self.telling.path(finding.span.source)}:{line}:{column}", bold=True)
        severity = self.paint(
            words(severity_word(finding.severity)), fg=_COLOURS[finding.severity], bold=True
        )
        rule = self.paint(f"[{finding.code} {finding.name}]", dim=True)
        yield f"{place}: {severity}: {words(finding.message)} {rule}"
        yield from self._snippet(finding.span, finding.severity)
        if finding.witness and result is not None:
            yield f"      {self.telling.way(result, finding)}"
        for sentence in finding.story:
            yield f"      {words(sentence)}"
        for relation in finding.related[:SHOWN_OF_ONE_RULE]:
            at, _ = relation.span.first
            where = f"{self.telling.path(relation.span.source)}:{at}"
            yield f"      {self.paint(where, dim=True)}: {words(relation.message)}"
        if finding.hint is not None:
            yield f"      {self.paint(words(say('help')), fg='green')}: {words(finding.hint)}"
        yield ""

    def _snippet(self, span: Span, severity: Severity) -> Iterator[str]:
        if not span.source.text:
            return
        line, column = span.first
        last_line, last_column = span.last
        raw = span.source.line(line)
        end = last_column if last_line == line else len(raw) + 1
        start = column - 1
        shown_from = (
            max(0, min(start - 20, len(raw) - _LONGEST_LINE)) if len(raw) > _LONGEST_LINE else 0
        )
        before = _shown(raw[shown_from:start])
        marked = _shown(raw[start : min(end - 1, shown_from + _LONGEST_LINE)])
        after = _shown(raw[start + len(raw[start : end - 1]) : shown_from + _LONGEST_LINE])
        cut = ("…" if shown_from else "", "…" if len(raw) > shown_from + _LONGEST_LINE else "")
        gutter = f"{line:>5} | "
        yield f"{self.paint(gutter, fg='cyan')}{cut[0]}{before}{marked}{after}{cut[1]}"
        room = " " * (width(cut[0]) + width(before))
        marks = self.paint("^" * max(width(marked), 1), fg=_COLOURS[severity], bold=True)
        yield f"{self.paint('      | ', fg='cyan')}{room}{marks}"

    def _summary(self, result: Result) -> str:
        words = self.telling.words
        there = bool(result.findings)
        colour = "red" if result.count("error") else "yellow" if there else "green"
        shown = self.paint(words(found(result)), fg=colour, bold=True)
        looked_at = ", ".join(words(part) for part in scope(result))
        return f"{words(result.scope.title)}: {shown} ({looked_at})."

    def _questions(self, result: Result) -> Iterator[str]:
        """Which questions the process answers, phase by phase, and which to take up next."""
        judged = result.answers
        if self.narrowed or not judged:
            return
        words = self.telling.words
        answered = sum(one.verdict == "answered" for one in judged)
        head = say(
            "It answers {answered} of the {all} questions on the way to working together:",
            answered=answered,
            all=len(judged),
        )
        yield words(head)
        for phase, name in PHASES:
            of_phase = [one for one in judged if one.phase == phase]
            yield "  " + words(
                say(
                    "{phase}. {name}: {answered} answered, {partly} partly, {open} open",
                    phase=phase,
                    name=name,
                    answered=sum(one.verdict == "answered" for one in of_phase),
                    partly=sum(one.verdict == "partly" for one in of_phase),
                    open=sum(one.verdict == "open" for one in of_phase),
                )
            )
        following = next((one for one in judged if one.verdict != "answered"), None)
        if following is not None:
            yield words(say("Next: {id} {question}", id=following.id, question=following.words))

    def _statistics(self, result: Result) -> Iterator[str]:
        counts: dict[tuple[str, str, Severity], int] = {}
        for finding in result.findings:
            key = (finding.code, finding.name, finding.severity)
            counts[key] = counts.get(key, 0) + max(1, len(finding.members))
        for (code, name, severity), count in sorted(
            counts.items(), key=lambda one: (-one[1], one[0])
        ):
            word = self.telling.words(severity_word(severity))
            yield f"{count:>6}  {code}  {self.paint(word, fg=_COLOURS[severity])}  {name}"

    def _timings(self, result: Result) -> Iterator[str]:
        for code, seconds in sorted(result.seconds.items(), key=lambda one: (-one[1], one[0])):
            yield f"{seconds * 1000:>9.2f} ms  {code}"


def _shown(text: str) -> str:
    return plain(text.replace("\t", _TAB))

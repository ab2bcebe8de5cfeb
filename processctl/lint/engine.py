"""Runs the rules over a journey and makes findings of what they found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from time import perf_counter

from processctl.journey import Journey
from processctl.lint.element import element_of
from processctl.lint.finding import Finding, Relation, fingerprint
from processctl.lint.ignores import silencers
from processctl.lint.own import FAILURE, settings_findings, silencer_findings
from processctl.lint.plugins import checked
from processctl.lint.precedence import without_silenced
from processctl.lint.questions.judge import answers
from processctl.lint.raised import Raised
from processctl.lint.result import Result
from processctl.lint.scope import scope_of
from processctl.lint.settings import options_of, overridden, severity_of
from processctl.reading.edit import TextEdit
from processctl.reading.problem import Path
from processctl.reading.source import Source, Span
from processctl.repair.mend import Mend
from processctl.repair.resolve import Resolver
from processctl.rules.repair import Repair
from processctl.rules.rule import Clock, Found, Given, Place, Rule, Where
from processctl.texts import LANGUAGES, say, translator
from processctl.texts.severity import Severity


def lint(
    journey: Journey,
    rules: Sequence[Rule],
    today: date,
    failures: Iterable[Found] = (),
    language: str | None = None,
    *,
    every: bool = False,
    questions: bool = True,
    between: Callable[[], None] = lambda: None,
) -> Result:
    """Judge a journey as on the day ``today``.

    ``failures`` are of rules that could not even be loaded. What a repair writes into a file is in
    ``language``, else in the process's first. With ``every``, findings are kept that others stand
    above: one cause is then told as often as it breaks something. Without ``questions``, those of the
    roadmap are not answered. ``between`` is called before each
    rule: what it raises ends the run.
    """
    settings = journey.model.lint
    clock = Clock(today)
    severities = {rule.code: severity_of(rule, settings) for rule in rules}
    active = [rule for rule in rules if severities[rule.code] is not None]
    seconds: dict[str, float] = {}
    raised = [Raised(FAILURE, found) for found in failures]
    failed = bool(raised)
    for rule in active:
        between()
        before = perf_counter()
        try:
            given = Given(clock, options_of(rule, settings))
            raised.extend(Raised(rule, checked(rule, one)) for one in rule.run(journey, given))
        except (Exception, SystemExit) as error:
            failed = True
            raised.append(Raised(FAILURE, _failure(rule, error)))
        seconds[rule.code] = perf_counter() - before
    ignores = silencers(journey.model)

    def ignored(one: Raised, *, mark: bool = False) -> bool:
        return ignores.hides(one.rule, _path(one.found.where), clock, mark=mark)

    told = raised if every else without_silenced(raised, ignored)
    hidden = [one for one in told if ignored(one, mark=True)]
    hidden_ids = {id(one) for one in hidden}
    left = [one for one in told if id(one) not in hidden_ids]
    told_ids = {id(one) for one in told}
    explained = {
        fingerprint(one.rule.code, element_of(journey.model, _path(one.found.where)), one.found.ids)
        for one in raised
        if id(one) not in told_ids
    }
    unsaid = Counter(one.rule.code for one in raised) - Counter(one.rule.code for one in left)
    ran = {rule.code for rule in active}
    own = [
        *silencer_findings(ignores, rules, ran, clock, raised),
        *settings_findings(journey.model, rules),
    ]
    spoken = next((one for one in journey.model.languages if one in LANGUAGES), "en")
    resolve = _Resolver(journey, severities, language or spoken)
    shown = [
        *_grouped(journey, left, unsaid, resolve),
        *(resolve(Raised(rule, found)) for rule, found in own if severities.get(rule.code, True)),
    ]
    findings = _in_order(shown)
    silenced = _in_order(
        replace(resolve(one), because=ignores.reason(one.rule, _path(one.found.where), clock))
        for one in hidden
    )
    return Result(
        scope_of(journey, (*findings, *silenced)),
        findings,
        silenced,
        answers(journey, findings) if questions else (),
        failed,
        clock.was_read,
        seconds,
        explained=frozenset(explained),
    )


def _path(where: Where) -> Path:
    return where.path if isinstance(where, Place) else ()


def _failure(rule: Rule, error: BaseException) -> Found:
    return Found(
        say(
            'The rule "{rule}" broke down ({error}); what it would have found is not known.',
            rule=rule.name,
            error=type(error).__name__,
        ),
        Place(("processctl",), at_key=True),
        hint=say("This is a fault of processctl, not of your process. Please report it."),
        ids=(rule.code,),
    )


@dataclass(frozen=True)
class _Resolver:
    """Makes findings: places become spans here, in one place and late."""

    journey: Journey
    severities: dict[str, Severity | None]
    language: str

    def __call__(self, one: Raised) -> Finding:
        rule, found = one
        configured = self.severities.get(rule.code) or rule.severity
        is_set = overridden(rule, self.journey.model.lint)
        severity = configured if is_set else (found.severity or configured)
        path = _path(found.where)
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=severity,
            message=found.message,
            span=self.span(found.where),
            element=element_of(self.journey.model, path),
            path=path,
            hint=found.hint,
            related=tuple(Relation(also.message, self.span(also.where)) for also in found.also),
            witness=found.witness,
            case=found.case,
            story=found.story,
            ids=found.ids,
            mend=self._mend(found.repair),
        )

    @cached_property
    def _repairs(self) -> Resolver:
        return Resolver.of(self.journey.model, translator(self.language).render)

    def _mend(self, repair: Repair | None) -> Mend | None:
        """A repair as edits of text; None where it cannot be made in the text as it is."""
        splice = self._repairs.splice(repair) if repair is not None else None
        if repair is None or splice is None:
            return None
        paths = (edit.path for edit in repair.edits if not isinstance(edit, TextEdit))
        elements = frozenset(".".join(map(str, path[:2])) for path in paths)
        return Mend(repair.kind, splice, elements)

    def span(self, where: Where) -> Span:
        if isinstance(where, Span):
            return where
        workspace = self.journey.model.workspace
        span = workspace.sections.span(where.path, at_key=where.at_key)
        if span is None:
            marker = next(iter(workspace.sources), None)
            return Span(marker or Source(workspace.root / "processctl.yaml", ""), 0, 0)
        if where.inside is not None:
            return self._inside(where, span)
        return span

    def _inside(self, where: Place, whole: Span) -> Span:
        from processctl.criteria.places import source_span
        from processctl.reading.nodes import Scalar, written

        found = self.journey.model.workspace.sections.node(where.path)
        source, _, scalar = found if found is not None else (whole.source, None, None)
        if not isinstance(scalar, Scalar) or where.inside is None:
            return whole
        raw = written(source.text, scalar)
        first, end = source_span(raw, scalar.style, scalar.text, where.inside)
        return Span(source, scalar.start + first, scalar.start + end)


def _grouped(
    journey: Journey,
    left: list[Raised],
    unsaid: Mapping[str, int],
    resolve: Callable[[Raised], Finding],
) -> list[Finding]:
    """Say once what nothing in a section has.

    ``unsaid`` counts by rule what is not told, silenced or explained by a stronger finding: it
    lacks the thing as well.
    """
    by_rule: dict[str, list[Raised]] = {}
    for one in left:
        by_rule.setdefault(one.rule.code, []).append(one)
    findings: list[Finding] = []
    for raised in by_rule.values():
        rule = raised[0].rule
        members = tuple(resolve(one) for one in raised)
        everywhere = rule.everywhere
        if (
            everywhere is None
            or len(raised) < 2
            or len(raised) + unsaid.get(rule.code, 0) < everywhere.population(journey)
        ):
            findings.extend(members)
            continue
        has_section = everywhere.section in journey.model.workspace.sections.headings
        first = _path(raised[0].found.where)
        place = Place((everywhere.section,) if has_section else first[:1], at_key=True)
        found = Found(everywhere.message(len(raised)), place, hint=raised[0].found.hint)
        whole = resolve(Raised(rule, found))
        severities = {member.severity for member in members}
        worst: Severity = next(
            (severity for severity in ("error", "warning") if severity in severities), "info"
        )
        findings.append(replace(whole, members=_in_order(members), severity=worst))
    return findings


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sorted, and those that only their place tells apart numbered."""
    seen: dict[tuple[str, str, tuple[str, ...]], int] = {}
    ordered = []
    for finding in sorted(findings, key=lambda one: one.order):
        key = (finding.code, finding.element, finding.ids)
        seen[key] = seen.get(key, 0) + 1
        ordered.append(replace(finding, ordinal=seen[key]) if seen[key] > 1 else finding)
    return tuple(ordered)

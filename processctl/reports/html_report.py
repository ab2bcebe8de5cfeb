"""For people who open a file: the result as one page of HTML that needs nothing else.

It can be sent, printed, and kept with a build. There is no script in it, and it loads nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from processctl.lint.finding import Finding, Relation
from processctl.lint.plugins import registry
from processctl.lint.result import Result
from processctl.reports.html_snippet import snippet
from processctl.reports.known import known_words
from processctl.reports.page import drawing, page
from processctl.reports.summary import found, scope
from processctl.reports.telling import Telling
from processctl.reports.words import place
from processctl.rules.page import blocks
from processctl.rules.rule import Rule
from processctl.texts import Message, Translator, page_translator, say
from processctl.texts.severity import SEVERITIES, SEVERITY_SIGNS, Severity, severity_word

_PLURALS: dict[Severity, Message] = {
    "error": say("Errors"), "warning": say("Warnings"), "info": say("Notes"),
}  # fmt: skip
_WHY = "Why it matters"


def html_report(telling: Telling, drawings: Sequence[str | None]) -> str:
    """The results as one document; ``drawings`` are SVG of our own, None where there is none."""
    words = telling.words
    teller = _Teller(telling)
    title = (
        words(telling.results[0].scope.title)
        if len(telling.results) == 1
        else words(say("What processctl found"))
    )
    return page(
        "report.html.j2",
        language=telling.language,
        title=title,
        workspaces=[
            teller.workspace(number, result, drawings[number])
            for number, result in enumerate(telling.results)
        ],
        labels={
            "contents": words(say("Contents")),
            "journey": words(say("The journey")),
            "no_drawing": words(say("The journey could not be drawn.")),
            "happens": words(say("What happens")),
            "mend": words(say("What helps")),
            "related": words(say("See also")),
            "why": words(say("Why it matters")),
            "silenced": words(say("Silenced")),
            "clean": words(say("Nothing to mend was found.")),
            "nothing": words(say("No process was found to look at.")),
        },
    ).rstrip("\n")


class _Teller:
    """Makes plain data of results, for the template to lay out."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._rules = {rule.code: rule for rule in registry().rules}
        self._speaker = page_translator(telling.language)

    def workspace(self, number: int, result: Result, svg: str | None) -> dict[str, object]:
        """One process: what it comes to, its drawing, its findings from the gravest on."""
        words = self._telling.words
        counts = {severity: result.count(severity) for severity in SEVERITIES}
        return {
            "id": f"process-{number + 1}",
            "title": words(result.scope.title),
            "found": words(found(result)),
            "scope": ", ".join(words(part) for part in scope(result)),
            "known": [words(one) for one in known_words(result)],
            "fails": result.fails(self._telling.fail_on),
            "drawing": drawing(svg) if svg is not None else None,
            "has_stages": result.scope.stages > 0,
            "parts": [
                {
                    "severity": severity,
                    "sign": SEVERITY_SIGNS[severity],
                    "name": words(_PLURALS[severity]),
                    "count": counts[severity],
                    "findings": [
                        self._finding(result, finding)
                        for finding in result.findings
                        if finding.severity == severity
                    ],
                }
                for severity in SEVERITIES
            ],
            "silenced": [self._finding(result, finding) for finding in result.silenced],
        }

    def _finding(self, result: Result, finding: Finding) -> dict[str, object]:
        words = self._telling.words
        rule = self._rules.get(finding.code)
        others: list[Relation | Finding] = [*finding.related, *finding.members]
        return {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity,
            "sign": SEVERITY_SIGNS[finding.severity],
            "word": words(severity_word(finding.severity)),
            "message": words(finding.message),
            "place": place(self._telling, finding.span),
            "lines": snippet(finding.span),
            "way": self._telling.stages(result, finding) if finding.witness else [],
            "story": [words(sentence) for sentence in finding.story],
            "hint": words(finding.hint) if finding.hint is not None else None,
            "related": [self._other(one) for one in others],
            "why": _why(rule, self._speaker) if rule is not None else [],
            "because": words(finding.because) if finding.because is not None else None,
        }

    def _other(self, one: Finding | Relation) -> dict[str, str]:
        return {"place": place(self._telling, one.span), "words": self._telling.words(one.message)}


def _why(rule: Rule, speaker: Translator) -> list[str]:
    """What its page says of why a rule matters."""
    told: list[str] = []
    inside = False
    for part in blocks(rule.pages.get(speaker.language, rule.page)):
        if part.kind == "heading":
            inside = part.text == _WHY
        elif inside and part.kind in ("paragraph", "item"):
            told.append(speaker.phrase(part.text).replace("`", ""))
    return told

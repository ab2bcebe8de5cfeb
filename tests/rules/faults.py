"""Faults to plant into the clean process, one at a time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """``old`` stands once in the clean process and becomes ``new``.

    The one finding it makes is ``code``'s, on a line that holds ``at``.
    """

    name: str
    code: str
    old: str
    new: str
    at: str


_RETURN_OF_SALES = """\
      - to: nurture
        when: otherwise
        return: true
        reasons: refusal
        at_most: 2
        then: closed_lost
"""
_RETURN_OF_CARE = """\
      - to: offer
        when: otherwise
        return: true
        reasons: offer_gap
        at_most: 1
        then: closed_lost
"""
_CONTRACT = """\
    accepts:
      needs: [email, score]
      by: sdr
      within: 4 business hours
      silent: {tell: sales_lead}
"""
_QUALITY = """\
  lead_quality:
    from: sales
    to: marketing
    about: [first_call, closed_lost]
    carries: [refusal]
    in: weekly_pipeline
    changes: Scoring rules and campaign targeting
"""
_SIGNALS = """\
  buying_signals:
    from: marketing
    to: sales
    carries: [score]
    in: weekly_pipeline
    changes: Whom sales calls first
"""
_PLANNED_RETURN = _RETURN_OF_SALES.replace("return: true", "return: true\n        status: planned")

FAULTS = (
    Fault("an owner is taken away", "PC201", "    owner: sdr\n", "", "first_call:"),
    Fault(
        "the owner of the giving stage is taken away",
        "PC201",
        "  nurture:\n    means: Not ready to buy yet\n    owner: marketing_lead\n",
        "  nurture:\n    means: Not ready to buy yet\n",
        "nurture:",
    ),
    Fault(
        "the owner of the stage that cases are given back to is taken away",
        "PC201",
        "    means: The customer has an offer\n    owner: sales_lead\n",
        "    means: The customer has an offer\n",
        "offer:",
    ),
    Fault("an owner is misspelled", "PC101", "    owner: sdr\n", "    owner: sdrr\n", "sdrr"),
    Fault("a team is misspelled", "PC101", "sdr: {team: sales", "sdr: {team: salse", "salse"),
    Fault(
        "the target of a return is misspelled",
        "PC101",
        "      - to: nurture\n        when: otherwise",
        "      - to: nurtur\n        when: otherwise",
        "nurtur",
    ),
    Fault(
        "the only condition of a handoff is taken away",
        "PC401",
        "    exits:\n      - to: first_call\n        when: ready_for_sales\n\n  first_call",
        "    exits:\n      - to: first_call\n\n  first_call",
        "- to: first_call",
    ),
    Fault(
        "one of several exits, a handoff, loses its condition",
        "PC516",
        "      - to: first_call\n        when: ready_for_sales\n      - to: nurture",
        "      - to: first_call\n      - to: nurture",
        "- to: first_call",
    ),
    Fault("a contract is taken away", "PC402", _CONTRACT, "", "first_call:"),
    Fault(
        "the contract of another team's last stage is taken away",
        "PC402",
        """\
    accepts:
      needs: [need]
      by: care_lead
      within: 2 business days
      silent: {tell: growth_lead}
""",
        "",
        "delivery:",
    ),
    Fault("nobody accepts", "PC402", "      by: sdr\n", "", "accepts:"),
    Fault("nothing need be known", "PC402", "      needs: [email, score]\n", "", "accepts:"),
    Fault("acceptance has no time", "PC402", "      within: 4 business hours\n", "", "accepts:"),
    Fault("a return is taken away", "PC403", _RETURN_OF_SALES, "", "- to: first_call"),
    Fault("the return of care is taken away", "PC403", _RETURN_OF_CARE, "", "- to: delivery"),
    Fault(
        "a return loses its mark",
        "PC403",
        "        return: true\n        reasons: refusal\n",
        "        reasons: refusal\n",
        "- to: nurture",
    ),
    Fault(
        "a bare return loses its mark",
        "PC403",
        _RETURN_OF_SALES,
        "      - to: nurture\n        when: otherwise\n",
        "- to: nurture",
    ),
    Fault(
        "a return to a stage with a contract loses its mark",
        "PC403",
        "        return: true\n        reasons: offer_gap\n",
        "        reasons: offer_gap\n",
        "- to: offer",
    ),
    Fault(
        "a bare return to a stage with a contract loses its mark",
        "PC403",
        _RETURN_OF_CARE,
        "      - to: offer\n        when: otherwise\n",
        "- to: offer",
    ),
    Fault("a return is only planned", "PC414", _RETURN_OF_SALES, _PLANNED_RETURN, "- to: first_c"),
    Fault("a return loses its reasons", "PC404", "        reasons: refusal\n", "", "- to: nurture"),
    Fault(
        "reasons are not carried",
        "PC405",
        "    carries: [refusal]\n",
        "    carries: [need]\n",
        "reasons: refusal",
    ),
    Fault("the loop with the reasons is taken away", "PC702", _QUALITY, "", "buying_signals:"),
    Fault(
        "the loop with the reasons is only planned",
        "PC702",
        _QUALITY,
        _QUALITY + "    status: planned\n",
        "buying_signals:",
    ),
    Fault("two teams stop talking", "PC701", _QUALITY + _SIGNALS, "", "- to: first_call"),
    Fault(
        "a return goes past the giver",
        "PC406",
        "      - to: offer\n        when: otherwise",
        "      - to: new_lead\n        when: otherwise",
        "- to: new_lead",
    ),
    Fault(
        "a return has no limit",
        "PC407",
        "        at_most: 2\n        then: closed_lost\n",
        "",
        "- to: nurture",
    ),
    Fault("the giver accepts", "PC410", "      by: sdr\n", "      by: marketing_lead\n", "by: m"),
    Fault(
        "silence has no consequence", "PC413", "      silent: {tell: sales_lead}\n", "", "accepts"
    ),
    Fault(
        "a team has no seat",
        "PC705",
        "members: [marketing, sales]",
        "members: [sales]",
        "members: [sales]",
    ),
    Fault(
        "the common goal is taken away",
        "PC801",
        "    teams: [marketing, sales, care]\n    owner: growth_lead\n    goal: sixty_customers\n",
        "    teams: [marketing, sales]\n    owner: growth_lead\n    goal: sixty_customers\n",
        "metrics:",
    ),
    Fault("nobody leads the change", "PC901", "  led_by: growth_lead\n", "", "change:"),
    Fault("the change is told nobody", "PC902", "  reports_to: growth_board\n", "", "change:"),
    Fault(
        "the change has no end in view",
        "PC903",
        "  target: One weekly pipeline meeting instead of two\n",
        "",
        "change:",
    ),
    Fault("the review is late", "PC904", "last: 2026-10-01", "last: 2026-07-01", "review:"),
    Fault("the review has no rhythm", "PC905", "review: {every: quarter, ", "review: {", "review:"),
    Fault(
        "nobody works on an improvement",
        "PC906",
        "    says: Lost reasons in the CRM\n    owner: sales_lead\n",
        "    says: Lost reasons in the CRM\n",
        "reasons_in_crm:",
    ),
    Fault("an improvement is late", "PC907", "due: 2026-12-31", "due: 2026-11-01", "due:"),
    Fault(
        "a campaign loses its goal",
        "PC908",
        "  autumn_fair:\n    goal: sixty_customers\n",
        "  autumn_fair:\n",
        "autumn_fair:",
    ),
    Fault(
        "a campaign is left to one team",
        "PC909",
        "    teams: [marketing, sales]\n    feeds",
        "    teams: [marketing]\n    feeds",
        "teams: [marketing]",
    ),
    Fault("nobody has a skill", "PC910", "    held_by: [pekka]\n", "", "solution_selling:"),
    Fault("a quarrel goes on", "PC911", ", settled: 2026-09-14", "", "Sales ignored"),
    Fault("a campaign ends too late", "PC912", "ends: 2026-11-30", "ends: 2028-01-31", "ends:"),
)

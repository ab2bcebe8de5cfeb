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
_METRICS = """\
    kind: outcome
    counts: customer
    teams: [marketing, sales, care]
    owner: growth_lead
    goal: sixty_customers
  losses:
    kind: quality
    counts: closed_lost
    teams: [marketing, sales]
"""
_WON = """\
    means: The delivery is accepted
    owner: care_lead
    outcome: won
    again: new_lead
    touch: {every: quarter, does: [Review meeting]}
    exits:
      - to: former_customer
        when: {says: The customer gives notice, judged_by: care_lead}
"""
_NO_OWNER = "    ignore: {stage-without-owner: {because: The portal does it all}}\n"
_PLANNED_RETURN = _RETURN_OF_SALES.replace("return: true", "return: true\n        status: planned")

FAULTS = (
    Fault(
        "a returned lead comes straight back",
        "PC512",
        "    captures: [score]\n    within: 12 months\n",
        "    within: 12 months\n",
        "- to: nurture",
    ),
    Fault(
        "a part of a condition says nothing",
        "PC518",
        "    test: score >= 50\n",
        "    test: score >= 50 and score >= 20\n",
        "score >= 20",
    ),
    Fault(
        "a lead fits no exit",
        "PC503",
        "        when: not ready_for_sales\n\n  nurture",
        "        when: score < 40\n\n  nurture",
        "exits:",
    ),
    Fault(
        "a lead fits two exits",
        "PC504",
        "        when: not ready_for_sales\n\n  nurture",
        "        when: score < 60\n\n  nurture",
        "score < 60",
    ),
    Fault(
        "an exit asks for too much",
        "PC505",
        "      - to: first_call\n        when: ready_for_sales\n\n  first_call",
        "      - to: first_call\n        when: ready_for_sales and score > 100\n\n  first_call",
        "score > 100",
    ),
    Fault(
        "an exit asks for nothing",
        "PC506",
        "        when: not ready_for_sales\n\n  nurture",
        "        when: score >= 0\n\n  nurture",
        "score >= 0",
    ),
    Fault(
        "a lead is sent that is not let in",
        "PC507",
        "    entry: has(need)\n",
        "    entry: has(need) and score >= 60\n",
        "when: deal_signed",
    ),
    Fault(
        "two bands leave a crack",
        "PC515",
        "        when: not ready_for_sales\n\n  nurture",
        "        when: score < 49\n\n  nurture",
        "exits:",
    ),
    Fault(
        "a no has nowhere to go",
        "PC517",
        "    late: {to: closed_lost}\n    exits:\n      - to: delivery\n        when: deal_signed\n      - to: closed_lost\n        when: otherwise\n",
        "    late: {tell: growth_lead}\n    exits:\n      - to: delivery\n        when: deal_signed\n",
        "deal_signed",
    ),
    Fault(
        "new leads are no longer scored",
        "PC601",
        "    captures: [email, company, score]\n",
        "    captures: [email, company]\n",
        "when: ready_for_sales",
    ),
    Fault(
        "a handoff needs what only the receiver asks for",
        "PC408",
        "      needs: [email, score]\n",
        "      needs: [email, score, refusal]\n",
        "needs: [email, score, refusal]",
    ),
    Fault(
        "sales is to hear of a lead within a day",
        "PC314",
        "processctl: 1\n",
        "processctl: 1\nlint: {options: {slow-promise: {max: 1 day}}}\n",
        "new_lead:",
    ),
    Fault(
        "a promise that the return breaks",
        "PC514",
        "skills:\n",
        "promises: {never_raw_again: {from: first_call, never: nurture}}\nskills:\n",
        "never: nurture",
    ),
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
        "a circle has no limit",
        "PC305",
        "      - to: customer\n        when: can_deliver\n",
        """\
      - to: customer
        when: can_deliver
      - to: delivery
        when: {says: Something was broken on the way, judged_by: care_lead}
""",
        "delivery:",
    ),
    Fault(
        "nobody knows where leads come from",
        "PC308",
        "      from: [Web form, Trade fair]\n",
        "",
        "start:",
    ),
    Fault(
        "nothing is done when leads are few",
        "PC309",
        "      short: {do: Run the reserve campaign, owner: marketing_lead}\n",
        "",
        "start:",
    ),
    Fault(
        "a stage loses its meaning",
        "PC313",
        "    means: Sales calls the contact\n",
        "",
        "first_call:",
    ),
    Fault(
        "nothing more is sold to customers",
        "PC316",
        "    again: new_lead\n    touch",
        "    touch",
        "customer:",
    ),
    Fault(
        "nothing happens when a stage is full",
        "PC317",
        "    means: Sales calls the contact\n",
        "    means: Sales calls the contact\n    holds: {at_most: 20, per: person}\n",
        "holds:",
    ),
    Fault(
        "work leads nowhere",
        "PC318",
        "  former_customer: {",
        """\
  onboarding:
    means: The customer learns to use it
    start: {from: [Partners]}
    owner: care_lead
    does: [Train the people]
    within: 20 days
    late: {to: closed_lost}

  former_customer: {""",
        "onboarding:",
    ),
    Fault(
        "nobody knows when we work",
        "PC319",
        '  calendar: {country: FI, hours: "08:00-16:00", timezone: Europe/Helsinki}\n',
        "",
        "process:",
    ),
    Fault(
        "whoever is lost never comes back",
        "PC320",
        "owner: sales_lead, outcome: lost, again: new_lead}",
        "owner: sales_lead, outcome: lost}",
        "closed_lost:",
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
        "a contract stands where nothing is handed over",
        "PC412",
        "    means: Not ready to buy yet\n",
        "    means: Not ready to buy yet\n    accepts: automatic\n",
        "accepts:",
    ),
    Fault(
        "a second exit has another limit",
        "PC415",
        "      - to: closed_lost\n        when: otherwise\n\n  delivery",
        """\
      - to: closed_lost
        when: score < 70
      - to: closed_lost
        when: score < 60 and has(need)
        at_most: 2
        then: closed_lost
      - to: closed_lost
        when: otherwise

  delivery""",
        "- to: closed_lost",
    ),
    Fault(
        "a field has no system",
        "PC602",
        "need: {type: text, system: crm,",
        "need: {type: text,",
        "need:",
    ),
    Fault(
        "a field has no owner",
        "PC603",
        "need: {type: text, system: crm, owner: sales_lead}",
        "need: {type: text, system: crm}",
        "need:",
    ),
    Fault(
        "a field is recorded for nothing",
        "PC604",
        "company: {type: text, why: One of us calls each company,",
        "company: {type: text,",
        "company:",
    ),
    Fault(
        "a field is recorded outside its system",
        "PC606",
        "fields:\n  email:\n    type: text\n    system: crm\n",
        """\
  mailer: {owner: marketing_lead, problems: {tell: marketing_lead}}

fields:
  email:
    type: text
    system: mailer
""",
        "captures: [email, company, score]",
    ),
    Fault(
        "personal data has no basis",
        "PC607",
        "personal: {basis: consent, kept: 24 months}",
        "personal: {kept: 24 months}",
        "personal:",
    ),
    Fault(
        "personal data is not said to be personal",
        "PC607",
        "    personal: {basis: consent, kept: 24 months}\n",
        "",
        "email:",
    ),
    Fault(
        "personal data is kept for ever",
        "PC608",
        "personal: {basis: consent, kept: 24 months}",
        "personal: {basis: consent}",
        "personal:",
    ),
    Fault(
        "nobody is told of wrong data",
        "PC610",
        "    problems: {tell: sales_lead, in: weekly_pipeline}\n",
        "",
        "crm:",
    ),
    Fault(
        "a team has no seat",
        "PC705",
        "members: [marketing, sales]",
        "members: [sales]",
        "members: [sales]",
    ),
    Fault(
        "feedback changes nothing",
        "PC703",
        "    changes: Whom sales calls first\n",
        "",
        "buying_signals:",
    ),
    Fault(
        "nobody knows when feedback is given",
        "PC704",
        "    in: weekly_pipeline\n    changes: Whom sales calls first\n",
        "    changes: Whom sales calls first\n",
        "buying_signals:",
    ),
    Fault(
        "a forum has no rhythm",
        "PC706",
        "  weekly_pipeline:\n    every: week\n",
        "  weekly_pipeline:\n",
        "weekly_pipeline:",
    ),
    Fault(
        "a forum has no rhythm, no chair and no agenda",
        "PC706",
        "  delivery_round:\n    every: week\n    lasts: 30 minutes\n    members: [sales, care]\n"
        "    chair: growth_lead\n    agenda: [Coming deliveries, What the offers missed]\n",
        "  delivery_round:\n    members: [sales, care]\n",
        "delivery_round:",
    ),
    Fault(
        "nobody leads a forum",
        "PC707",
        "    members: [sales, care]\n    chair: growth_lead\n",
        "    members: [sales, care]\n",
        "delivery_round:",
    ),
    Fault(
        "a forum has no agenda",
        "PC708",
        "    agenda: [Process and results]\n",
        "",
        "growth_board:",
    ),
    Fault(
        "nobody learns from the lost",
        "PC709",
        "about: [first_call, closed_lost]",
        "about: [first_call]",
        "outcome: lost",
    ),
    Fault(
        "nobody learns from customers, nor from those who left",
        "PC709",
        "about: [delivery, customer, former_customer]",
        "about: [delivery]",
        "outcome: won",
    ),
    Fault(
        "a forum meets too rarely",
        "PC710",
        "    agenda: [Process and results]\n\ngoals:\n",
        "    agenda: [Process and results]\n\n"
        "lint: {options: {rarer-than-useful: {max: month}}}\n\ngoals:\n",
        "every: quarter",
    ),
    Fault(
        "two teams aim apart",
        "PC801",
        "    teams: [marketing, sales, care]\n    owner: growth_lead\n    goal: sixty_customers\n",
        "    teams: [marketing, sales]\n    owner: growth_lead\n    goal: sixty_customers\n"
        "  in_time: {kind: quality, counts: delivery, teams: [care], owner: care_lead}\n",
        "metrics:",
    ),
    Fault(
        "a role that nothing names",
        "PC102",
        "  care_lead: {team",
        "  intern: {team: care, held_by: [olli], backup: anna}\n  care_lead: {team",
        "intern:",
    ),
    Fault(
        "a criterion that decides nothing",
        "PC102",
        "criteria:\n",
        "criteria:\n  ripe: {says: It is ripe}\n",
        "ripe:",
    ),
    Fault(
        "two stages of one name",
        "PC104",
        "    means: Not ready to buy yet\n",
        "    means: Not ready to buy yet\n    name: Offer\n",
        "offer:",
    ),
    Fault(
        "nobody stands in",
        "PC204",
        "held_by: [olli], backup: anna",
        "held_by: [olli]",
        "care_lead:",
    ),
    Fault(
        "a person owns a stage",
        "PC204",
        "    means: Not ready to buy yet\n    owner: marketing_lead\n",
        "    means: Not ready to buy yet\n    owner: mari\n",
        "owner: mari",
    ),
    Fault(
        "one role has more than was agreed",
        "PC205",
        "skills:\n",
        "lint: {options: {overloaded-owner: {max_stages: 2}}}\nskills:\n",
        "care_lead:",
    ),
    Fault("a team has no lead", "PC206", "care: {lead: care_lead}", "care: {}", "care: {}"),
    Fault(
        "nobody answers for the CRM", "PC207", "    owner: sales_lead\n    kind", "    kind", "crm:"
    ),
    Fault(
        "sales records again", "PC208", "captures: [need", "captures: [company, need", "captures:"
    ),
    Fault("somebody has no part", "PC209", "  olli: {", "  ida: {}\n  olli: {", "ida:"),
    Fault(
        "no metric says how a team does",
        "PC809",
        "    teams: [marketing, sales, care]\n    owner: growth_lead\n    goal: sixty_customers\n",
        "    teams: [marketing, sales]\n    owner: growth_lead\n    goal: sixty_customers\n",
        "care:",
    ),
    Fault(
        "a goal has no strategy",
        "PC802",
        "    strategy: Lead the manufacturing market\n",
        "",
        "sixty_customers:",
    ),
    Fault("a goal has no day", "PC803", "value: 60, by: 2027-12-31}", "value: 60}", "target:"),
    Fault(
        "a goal has no target",
        "PC803",
        "    target: {metric: new_customers, value: 60, by: 2027-12-31}\n",
        "",
        "sixty_customers:",
    ),
    Fault(
        "a metric serves no goal",
        "PC804",
        "    owner: sales_lead\n    goal: sixty_customers\n  time",
        "    owner: sales_lead\n  time",
        "losses:",
    ),
    Fault(
        "nobody follows a metric",
        "PC805",
        "    teams: [marketing, sales]\n    owner: sales_lead\n    goal",
        "    teams: [marketing, sales]\n    goal",
        "losses:",
    ),
    Fault(
        "sales is measured up to its own handoff",
        "PC806",
        _METRICS,
        _METRICS.replace("counts: customer", "ratio: [new_lead, customer]")
        .replace("[marketing, sales, care]", "[marketing, care]")
        .replace("[marketing, sales]", "[sales]")
        .replace("counts: closed_lost", "counts: first_call"),
        "losses:",
    ),
    Fault(
        "sales is measured by volume alone",
        "PC807",
        _METRICS,
        _METRICS.replace("[marketing, sales, care]", "[marketing, care]").replace(
            "kind: quality", "kind: volume"
        ),
        "losses:",
    ),
    Fault(
        "nobody counts the lost", "PC808", "counts: closed_lost", "counts: offer", "outcome: lost"
    ),
    Fault(
        "nobody measures where cases change teams",
        "PC810",
        "    times: [new_lead, customer]\n",
        "    times: [delivery, customer]\n",
        "first_call:",
    ),
    Fault(
        "shares make less than all",
        "PC811",
        "        when: can_deliver\n      - to: offer\n",
        "        when: can_deliver\n        share: 0.9\n      - to: offer\n        share: 0.05\n",
        "exits:",
    ),
    Fault(
        "the chance is another than the shares give",
        "PC811",
        "    within: 20 days\n    late: {tell: growth_lead}\n    exits:\n      - to: customer\n",
        "    within: 20 days\n    late: {tell: growth_lead}\n    chance: 0.5\n    exits:\n      - to: customer\n        share: 0.9\n",
        "chance:",
    ),
    Fault(
        "nobody answers for a goal",
        "PC812",
        "by: 2027-12-31}\n    owner: growth_lead\n",
        "by: 2027-12-31}\n",
        "sixty_customers:",
    ),
    Fault("a goal is past", "PC813", "by: 2027-12-31", "by: 2025-12-31", "target:"),
    Fault("nobody leads the change", "PC901", "  led_by: growth_lead\n", "", "change:"),
    Fault("the change is told nobody", "PC902", "  reports_to: growth_board\n", "", "change:"),
    Fault(
        "the change has no end in view",
        "PC903",
        "  target: One weekly pipeline meeting instead of two\n",
        "",
        "change:",
    ),
    Fault(
        "a number is written as a text",
        "PC502",
        "    test: score >= 50\n",
        '    test: score >= "50"\n',
        "test:",
    ),
    Fault(
        "a field has no room",
        "PC502",
        "score: {type: integer, min: 0, max: 100,",
        "score: {type: integer, min: 100, max: 0,",
        "score:",
    ),
    Fault(
        "a choice has no options",
        "PC502",
        "refusal: {type: choice, options: [no_need, no_budget],",
        "refusal: {type: choice,",
        "refusal:",
    ),
    Fault(
        "time is counted from what is no date",
        "PC502",
        "    within: 30 days\n    late: {to: closed_lost}\n",
        "    within: 30 days since score\n    late: {to: closed_lost}\n",
        "within: 30 days since score",
    ),
    Fault(
        "nobody owns a stage, which is accepted, and somebody has to judge there",
        "PC509",
        _WON,
        _WON.replace("    owner: care_lead\n", _NO_OWNER).replace(", judged_by: care_lead", ""),
        "when: {says: The customer gives notice}",
    ),
    Fault(
        "a criterion is written elsewhere only",
        "PC520",
        "    says: The customer says what they need and by when\n    judged_by: sdr\n",
        "    links: [https://example.com/handbook]\n",
        "links:",
    ),
    Fault(
        "an example contradicts its criterion",
        "PC521",
        "    test: score >= 50\n",
        "    test: score >= 50\n    examples: [{case: {score: 49}, holds: true}]\n",
        "examples:",
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
        "    teams: [marketing, sales]\n    ends",
        "    teams: [marketing]\n    ends",
        "teams: [marketing]",
    ),
    Fault("nobody has a skill", "PC910", "    held_by: [pekka]\n", "", "solution_selling:"),
    Fault("a quarrel goes on", "PC911", ", settled: 2026-09-14", "", "Sales ignored"),
    Fault("a campaign ends too late", "PC912", "ends: 2026-11-30", "ends: 2028-01-31", "ends:"),
)

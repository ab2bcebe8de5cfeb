"""Faults to plant into the clean example, one at a time."""

from __future__ import annotations

import re
from typing import TypeAlias

from tests.conftest import REPOSITORY

AFTER = REPOSITORY / "examples" / "after"
Edit: TypeAlias = tuple[
    str, str, str
]  # file, the stretch before (nothing: a new file), the stretch after
Fault: TypeAlias = tuple[
    str, list[Edit], str, str
]  # what, the edits, code, the line of the finding


def stage(file: str, name: str) -> str:
    """The text of one stage, from its id to the next one's."""
    lines = (AFTER / file).read_text("utf-8").splitlines(keepends=True)
    first = lines.index(f"  {name}:\n")
    last = next(
        (
            number
            for number in range(first + 1, len(lines))
            if lines[number].startswith("  ") and lines[number][2] not in " #"
        ),
        len(lines),
    )
    return "".join(lines[first:last])


def without(text: str, *parts: str) -> str:
    for part in parts:
        assert text.count(part) == 1, part
        text = text.replace(part, "")
    return text


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def each_field_says(key: str, value: str, but: str) -> str:
    """The file of the data, where what `defaults` said stands in each field, but in one."""
    text = replaced((AFTER / "data.yaml").read_text("utf-8"), DEFAULTS[key], "")
    head, fields, tail = re.split(r"(?m)^(?=fields:|criteria:)", text)
    first, *others = re.split(r"(?m)^(?=  [a-z_]+:\n)", fields)
    return (
        head
        + first
        + "".join(
            one
            if f"\n    {key}:" in one or "\n    is:" in one or one.startswith(f"  {but}:")
            else one.replace("\n", f"\n    {key}: {value}\n", 1)
            for one in others
        )
        + tail
    )


def lines_from(text: str, first: str, until: str) -> str:
    """A stretch of lines: from the one that holds ``first`` up to the one that holds ``until``."""
    start = text.rindex("\n", 0, text.index(first)) + 1
    end = text.rindex("\n", 0, text.index(until, start)) + 1
    return text[start:end]


DEFAULTS = {"system": "system: crm, ", "owner": ", owner: sales_manager"}
DATA = (AFTER / "data.yaml").read_text("utf-8")
SAL, ONBOARDING = stage("sell.yaml", "sal"), stage("serve.yaml", "onboarding")
OPPORTUNITY, CUSTOMER = stage("sell.yaml", "opportunity"), stage("serve.yaml", "customer")
NURTURE, MQL = stage("attract.yaml", "nurture"), stage("attract.yaml", "mql")
WEB, PAUSED = stage("attract.yaml", "web_contact"), stage("sell.yaml", "paused")
LOOP = stage("together.yaml", "lead_quality")
TARGET = lines_from((AFTER / "together.yaml").read_text("utf-8"), "  target:\n", "  conflicts:")
FAIR, ARCHIVED = stage("attract.yaml", "fair_contact"), stage("attract.yaml", "archived")
UNCLAIMED, FORMER = stage("sell.yaml", "unclaimed"), stage("serve.yaml", "former_customer")
EMAIL, PHONE = stage("data.yaml", "email"), stage("data.yaml", "phone")
NEED = lines_from(DATA, "    name: {en: Need confirmed", "  known_well_enough:")
AUTOMATION = stage("people.yaml", "automation")
RENEWAL, MORE = stage("serve.yaml", "renewal"), stage("sell.yaml", "more_sales")
AIMS = (AFTER / "aims.yaml").read_text("utf-8")
# The metrics, all of them together: what several edits have to say at once.
MARKETING_APART = AIMS.replace("[marketing, sales, care]", "[sales, care]").replace(
    "ratio: [sal, opportunity]\n    teams: [marketing, sales]",
    "ratio: [sal, opportunity]\n    teams: [sales]",
)
NO_LOSSES = AIMS.replace("counts: lost\n", "counts: at_risk\n").replace(
    "ratio: [renewal, customer]", "counts: renewal"
)
NO_WAY_THROUGH = (
    AIMS.replace("times: [onboarding, customer]", "counts: at_risk")
    .replace("ratio: [renewal, customer]", "counts: renewal")
    .replace("ratio: [more_sales, offer]", "counts: more_sales")
    .replace("    reads: [usage_rate]\n", "")
)
EACH_TEAM_FOR_ITSELF = (
    AIMS.replace("teams: [marketing, sales, care]", "teams: [marketing, sales]")
    .replace(
        "teams: [sales, care]\n    owner: sales_manager", "teams: [care]\n    owner: care_manager"
    )
    .replace("teams: [care, sales]", "teams: [care]")
    .replace("    parent: growth_2030\n", "")
)
WITHOUT_CARE = (
    AIMS.replace(", care]", "]")
    .replace("[care, sales]", "[sales]")
    .replace("[care]", "[sales]")
    .replace(
        "teams: [marketing]\n    feeds: web_contact",
        "teams: [marketing, care]\n    feeds: web_contact",
    )
)
WEB_CONTACTS, GOAL = stage("aims.yaml", "web_contacts"), stage("aims.yaml", "growth_2030")
AGENDA = lines_from(
    (AFTER / "together.yaml").read_text("utf-8"), "- {en: Cases passed on", "  growth_board:"
)
ONBOARDING_RETURN = lines_from(ONBOARDING, "- to: offer", "share: 0.05") + "        share: 0.05\n"

GOES_ROUND = """\
    does: [{en: Ask again, fi: Kysytään uudelleen}]
    within: 1 month
    late: {tell: growth_lead}
    exits:
      - {to: win_back, at_most: 3, then: win_back}

  win_back:
    name: {en: To be won back, fi: Voitettava takaisin}
    means: {en: Somebody calls again, fi: Joku soittaa uudelleen}
    phase: serve
    owner: care_manager
    does: [{en: Call, fi: Soitetaan}]
    within: 1 month
    late: {tell: growth_lead}
    exits:
      - {to: former_customer, at_most: 3, then: former_customer}
"""
SILENCED = "    ignore: {stage-without-owner: {because: {en: A trial, fi: Kokeilu}}}\n"
SILENCED_TILL_JANUARY = SILENCED.replace("}}}", "}, until: 2026-01-31}}")

_OF_ONE_EDIT: list[tuple[str, str, str, str, str, str]] = [
    # what, file, the stretch before, the stretch after, code, the line of the finding
    ("owner removed", "sell.yaml", OPPORTUNITY, replaced(OPPORTUNITY, "    owner: sales_rep\n", ""),
     "PC201", "opportunity:"),
    ("owner misspelt", "sell.yaml", SAL, replaced(SAL, "    owner: sdr\n", "    owner: sdrr\n"),
     "PC101", "owner: sdrr"),
    ("owner's key misspelt", "sell.yaml", SAL, replaced(SAL, "    owner: sdr\n", "    onwer: sdr\n"),
     "PC003", "onwer: sdr"),
    ("exits misspelt", "sell.yaml", OPPORTUNITY, replaced(OPPORTUNITY, "    exits:\n", "    exit:\n"),
     "PC003", "exit:"),
    ("exits cut", "sell.yaml", OPPORTUNITY,
     OPPORTUNITY[: OPPORTUNITY.index("    exits:\n")].replace("      to: nurture\n      return: true\n      reasons:\n        - {en: No decision in 45 days, fi: Ei päätöstä 45 päivässä}\n      at_most: 2\n      then: closed_lost\n", "")
     .replace("            to: nurture\n            return: true\n            reasons:\n              - {en: No decision in 90 days, fi: Ei päätöstä 90 päivässä}\n            at_most: 2\n            then: closed_lost\n", "") + "\n",
     "PC303", "opportunity:"),
    ("exit to a stage that nothing else leads to", "attract.yaml", MQL,
     replaced(MQL, "- to: sal", "- to: archived"), "PC302", "sal:"),
    ("target misspelt", "attract.yaml", MQL, replaced(MQL, "- to: sal", "- to: sall"), "PC101", "- to: sall"),
    ("target a role", "attract.yaml", MQL, replaced(MQL, "- to: sal", "- to: sdr"), "PC105", "- to: sdr"),
    ("return path dropped", "serve.yaml", ONBOARDING, replaced(ONBOARDING, ONBOARDING_RETURN, ""),
     "PC403", "- to: onboarding"),
    ("return not marked", "sell.yaml", SAL, replaced(SAL, "        return: true\n", ""),
     "PC403", "- to: nurture  # sales gives the lead back, and says why"),
    ("return without reasons", "sell.yaml", SAL, replaced(SAL, "        reasons: return_reason\n", ""),
     "PC404", "- to: nurture  # sales gives the lead back, and says why"),
    ("return without limit", "sell.yaml", SAL,
     replaced(SAL, "        at_most: 2\n        then: archived\n", ""),
     "PC407", "- to: nurture  # sales gives the lead back, and says why"),
    ("return only planned", "serve.yaml", ONBOARDING,
     replaced(ONBOARDING, "        return: true\n", "        return: true\n        status: planned\n"),
     "PC414", "- to: onboarding"),
    ("return to customer care not marked", "sell.yaml", MORE, replaced(MORE, "        return: true\n", ""),
     "PC403", "- to: customer"),
    ("contract removed", "sell.yaml", SAL, replaced(SAL, lines_from(SAL, "    accepts:", "    owner:"), ""),
     "PC402", "sal:"),
    ("acceptor removed", "sell.yaml", SAL, replaced(SAL, "      by: sdr\n      within", "      within"), "PC402", "accepts:"),
    ("wrong acceptor", "sell.yaml", SAL, replaced(SAL, "      by: sdr\n      within", "      by: care_manager\n      within"),
     "PC410", "by: care_manager"),
    ("silence unanswered", "sell.yaml", OPPORTUNITY,
     OPPORTUNITY.replace("      silent: {tell: sales_manager}\n", "", 1), "PC413", "accepts:"),
    ("criteria of a handoff removed", "sell.yaml", SAL, replaced(SAL, "    entry: ready_for_sales\n", ""),
     "PC401", "- to: sal"),
    ("feedback loop removed", "together.yaml", LOOP, "", "PC702", "buying_signals:"),
    ("forum without a party", "together.yaml", "members: [marketing, sales, care, growth_lead]", "members: [sales, care, growth_lead]",
     "PC705", "members: [sales, care, growth_lead]"),
    ("deadline removed", "sell.yaml", stage("sell.yaml", "unclaimed"),
     replaced(stage("sell.yaml", "unclaimed"), "    within: 4 business hours\n    late: {tell: ceo}\n", ""),
     "PC306", "unclaimed:"),
    ("escalation removed", "sell.yaml", stage("sell.yaml", "unclaimed"),
     replaced(stage("sell.yaml", "unclaimed"), "    late: {tell: ceo}\n", ""),
     "PC307", "within: 4 business hours"),
    ("work removed", "attract.yaml", MQL, replaced(MQL, lines_from(MQL, "    does:", "    systems:"), ""),
     "PC312", "mql:"),
    ("touch removed", "serve.yaml", CUSTOMER, replaced(CUSTOMER, lines_from(CUSTOMER, "    # What is done again", "    in_order:"), ""),
     "PC311", "customer:"),
    ("field no longer captured", "sell.yaml", PAUSED, replaced(PAUSED, "captures: [pause_until, lost_reason]", "captures: [lost_reason]"),
     "PC605", "when: pause_is_over"),
    ("condition removed from one of several", "serve.yaml", RENEWAL, replaced(RENEWAL, "        when: otherwise\n", ""),
     "PC516", "- to: former_customer"),
    ("condition broken", "attract.yaml", NURTURE, replaced(NURTURE, "when: ready_for_sales", "when: ready_for_sales and"),
     "PC501", "when: ready_for_sales and"),
    ("duration misspelt", "sell.yaml", SAL, replaced(SAL, "within: 5 business days", "within: 5 business dayz"),
     "PC003", "within: 5 business dayz"),
    ("two owners", "sell.yaml", SAL, replaced(SAL, "    owner: sdr\n", "    owner: [sdr, sales_rep]\n"),
     "PC211", "owner: [sdr, sales_rep]"),
    ("feedback that changes nothing", "together.yaml",
     "    changes: {en: What sales talks about and sends, fi: Mistä myynti puhuu ja mitä se lähettää}\n", "",
     "PC703", "buying_signals:"),
    ("feedback without rhythm", "together.yaml", "    every: case\n", "", "PC704", "coming_deals:"),
    ("forum without rhythm", "together.yaml", "    every: month\n    first: 2026-09-15\n", "    first: 2026-09-15\n",
     "PC706", "data_hour:"),
    ("forum without chair", "together.yaml", "    members: [marketing, sales, care]\n    chair: sales_manager\n",
     "    members: [marketing, sales, care]\n", "PC707", "data_hour:"),
    ("forum without agenda", "together.yaml", "    agenda:\n" + AGENDA, "", "PC708", "partner_meeting:"),
    ("results that nobody hears of", "processctl.yaml",
     "Päättyi myynnin ulkopuolelle}\n      counts_as: neutral", "Päättyi myynnin ulkopuolelle}\n      counts_as: lost",
     "PC709", "outcome: elsewhere"),
    ("forum that meets too rarely", "processctl.yaml", "processctl: 1\n",
     "processctl: 1\nlint: {options: {rarer-than-useful: {max: 2 months}}}\n", "PC710", "every: quarter"),
    ("goal without strategy", "aims.yaml", GOAL, replaced(GOAL, lines_from(GOAL, "    strategy:", "    target:"), ""),
     "PC802", "growth_2030:"),
    ("goal without a day", "aims.yaml", "{metric: renewals, value: 90, by: 2030-12-31}", "{metric: renewals, value: 90}",
     "PC803", "target: {metric: renewals, value: 90}"),
    ("metric without goal", "aims.yaml", WEB_CONTACTS, replaced(WEB_CONTACTS, "    goal: growth_2030\n", ""),
     "PC804", "web_contacts:"),
    ("metric without owner", "aims.yaml", WEB_CONTACTS, replaced(WEB_CONTACTS, "    owner: marketing_lead\n", ""),
     "PC805", "web_contacts:"),
    ("marketing is measured up to its own handoff", "aims.yaml", AIMS,
     MARKETING_APART.replace("counts: elsewhere", "counts: web_contact"), "PC806", "web_contacts:"),
    ("marketing is measured by volume alone", "aims.yaml", AIMS,
     MARKETING_APART.replace("kind: quality\n    ratio: [fair_contact, mql]", "kind: volume\n    ratio: [fair_contact, mql]")
     .replace("kind: quality\n    ratio: [nurture, mql]", "kind: volume\n    ratio: [nurture, mql]"),
     "PC807", "web_contacts:"),
    ("nobody counts the lost", "aims.yaml", AIMS, NO_LOSSES, "PC808", "outcome: lost"),
    ("no metric says how care does", "aims.yaml", AIMS, WITHOUT_CARE, "PC809", "care:"),
    ("nobody measures where care gets its cases", "aims.yaml", AIMS, NO_WAY_THROUGH, "PC810", "onboarding:"),
    ("shares that make less than all", "serve.yaml", ONBOARDING, replaced(ONBOARDING, "share: 0.95", "share: 0.9"),
     "PC811", "exits:"),
    ("goal without owner", "aims.yaml", "    owner: ceo\n", "", "PC812", "growth_2030:"),
    ("goal past its day", "aims.yaml", "value: 200, by: 2030-12-31}\n    segments",
     "value: 200, by: 2026-01-31}\n    segments", "PC813",
     "target: {metric: new_customers, value: 200, by: 2026-01-31}"),
    ("a criterion nobody uses", "data.yaml", "criteria:\n", "criteria:\n  ripe: {says: {en: Ripe, fi: Kypsä}}\n", "PC102",
     "ripe: {says: {en: Ripe, fi: Kypsä}}"),
    ("a translation missing", "sell.yaml", "name: {en: Paused by the customer, fi: Tauolla asiakkaan pyynnöstä}",
     "name: {en: Paused by the customer}", "PC103", "name: {en: Paused by the customer}"),
    ("two stages of one name", "sell.yaml", "name: {en: More to a customer, fi: Lisämyynti}",
     "name: {en: More to a customer, fi: Tarjous}", "PC104", "name: {en: More to a customer, fi: Tarjous}"),
    ("nobody stands in", "people.yaml", "    held_by: [riikka]\n    backup: care_specialist\n", "    held_by: [riikka]\n",
     "PC204", "care_manager:"),
    ("a team without a lead", "people.yaml", "    lead: care_manager\n", "", "PC206", "care:"),
    ("a system without an owner", "people.yaml", "    kind: crm\n    owner: sales_manager\n", "    kind: crm\n", "PC207", "crm:"),
    ("sales records again", "sell.yaml", "    captures: [phone, interests, return_reason]", "    captures: [phone, interests, industry, return_reason]",
     "PC208", "captures: [phone, interests, industry, return_reason]"),
    ("somebody without a part", "people.yaml", "  aki: {name: Aki", "  ida: {name: Ida}\n  aki: {name: Aki", "PC209", "ida: {name: Ida}"),
    ("change without a leader", "together.yaml", "change:\n  led_by: growth_lead\n", "change:\n",
     "PC901", "change:"),
    ("change reported to nobody", "together.yaml", "  reports_to: growth_board\n", "", "PC902", "change:"),
    ("change without an end in view", "together.yaml", TARGET, "", "PC903", "change:"),
    ("review overdue", "processctl.yaml", "review: {every: quarter, in: growth_board}",
     "review: {every: quarter, in: growth_board, last: 2026-01-15}", "PC904",
     "review: {every: quarter, in: growth_board, last: 2026-01-15}"),
    ("review without rhythm", "processctl.yaml", "review: {every: quarter, in: growth_board}",
     "review: {in: growth_board}", "PC905", "review: {in: growth_board}"),
    ("improvement without owner", "aims.yaml", "    owner: marketing_lead\n    due: 2030-06-30\n",
     "    due: 2030-06-30\n", "PC906", "order_on_the_web:"),
    ("improvement overdue", "aims.yaml", "    due: 2030-06-30\n", "    due: 2026-06-30\n", "PC907", "due: 2026-06-30"),
    ("campaign without goal", "aims.yaml", "    goal: growth_2030\n    teams: [marketing, sales]\n    feeds: fair_contact\n",
     "    teams: [marketing, sales]\n    feeds: fair_contact\n", "PC908", "factory_fair:"),
    ("campaign of one team", "aims.yaml", "    teams: [marketing, sales]\n    feeds: fair_contact\n",
     "    teams: [marketing]\n    feeds: fair_contact\n", "PC909", "teams: [marketing]"),
    ("skill that nobody has", "together.yaml", "    held_by: [toni, heidi]\n", "", "PC910", "first_calls:"),
    ("quarrel not settled", "together.yaml", "      settled: 2026-02-16\n", "", "PC911", "- says:"),
    ("campaign that ends too late", "aims.yaml", "ends: 2027-11-30", "ends: 2032-11-30", "PC912", "ends: 2032-11-30"),
    ("a key twice", "sell.yaml", SAL, replaced(SAL, "    owner: sdr\n", "    owner: sdr\n    owner: sdr\n"),
     "PC002", "owner: sdr"),
    ("a comma in a text", "attract.yaml", NURTURE, replaced(NURTURE, "{en: Invite to a webinar, ", "{en: Invite, to a webinar, "),
     "PC001", "- {en: Invite, to a webinar, fi: Kutsutaan webinaariin}"),
    ("a circle without limit", "sell.yaml", UNCLAIMED,
     replaced(UNCLAIMED, "        at_most: 1\n        then: nurture\n", ""), "PC305", "sal:"),
    ("a start without sources", "attract.yaml", ARCHIVED,
     replaced(ARCHIVED, "    outcome: lost\n", "    start: true\n    outcome: lost\n"), "PC308", "start: true"),
    ("no plan for too few leads", "attract.yaml", FAIR,
     replaced(FAIR, lines_from(FAIR, "short:", "    owner: marketing_lead\n    does"), ""),
     "PC309", "start:"),
    ("a stage that says not what it means", "sell.yaml", OPPORTUNITY,
     replaced(OPPORTUNITY, lines_from(OPPORTUNITY, "means:", "phase:"), ""), "PC313", "opportunity:"),
    ("a win after which nothing is sold", "serve.yaml", FORMER,
     replaced(FORMER, "    outcome: lost\n    again: web_contact\n", "    outcome: won\n"), "PC316", "former_customer:"),
    ("no plan for a full stage", "sell.yaml", SAL,
     replaced(SAL, "      full: {to: unclaimed, tell: sales_manager}\n", ""), "PC317", "holds:"),
    ("only the clock leads on", "sell.yaml", PAUSED,
     PAUSED[: PAUSED.index("      - to: closed_lost\n")] + "\n", "PC318", "paused:"),
    ("no working hours", "processctl.yaml", '    hours: "08:00-16:00"\n', "", "PC319", "calendar:"),
    ("lost for good", "attract.yaml", ARCHIVED,
     ARCHIVED[: ARCHIVED.index("    again:")] + "\n", "PC320", "archived:"),
    ("a contract where nothing is handed over", "attract.yaml", NURTURE,
     replaced(NURTURE, "    waits: true", "    accepts: automatic\n    waits: true"), "PC412", "accepts: automatic"),
    ("a second exit with another limit", "attract.yaml", NURTURE,
     replaced(NURTURE, "      - to: mql\n", "      - {to: mql, when: ready_for_sales and lead_score >= 70, at_most: 2, then: archived}\n      - to: mql\n"),
     "PC415", "- to: mql"),
    ("a field that nobody needs", "data.yaml", PHONE,
     replaced(PHONE, "    why: {en: The first call, fi: Ensimmäinen puhelu}\n", ""), "PC604", "phone:"),
    ("fields recorded outside their system", "sell.yaml", SAL,
     replaced(SAL, "    systems: [crm]\n", "    systems: [help_desk]\n"), "PC606", "captures: [phone, interests, return_reason]"),
    ("personal data without a basis", "data.yaml", EMAIL,
     replaced(EMAIL, "basis: consent, ", ""), "PC607", "personal: {kept: 24 months}"),
    ("personal data that is not said to be", "data.yaml", EMAIL,
     replaced(EMAIL, "    personal: {basis: consent, kept: 24 months}\n", ""), "PC607", "email:"),
    ("personal data kept for ever", "data.yaml", EMAIL,
     replaced(EMAIL, ", kept: 24 months", ""), "PC608", "personal: {basis: consent}"),
    ("wrong data is nobody's business", "people.yaml", AUTOMATION,
     replaced(AUTOMATION, "    problems: {tell: marketing_lead, in: data_hour}\n", ""), "PC610", "automation:"),
    ("leads that fit no exit", "attract.yaml", FAIR, replaced(FAIR, "when: otherwise", "when: employees < 20"),
     "PC503", "exits:"),
    ("leads that fit two exits", "data.yaml", 'test: request == "support"', 'test: request in ["support", "application"]',
     "PC504", "when: asks_for_a_job"),
    ("an exit that asks for too much", "attract.yaml", NURTURE,
     replaced(NURTURE, "when: ready_for_sales", "when: ready_for_sales and lead_score > 100"),
     "PC505", "when: ready_for_sales and lead_score > 100"),
    ("an exit that asks for nothing", "attract.yaml", FAIR, replaced(FAIR, "when: otherwise", "when: employees >= 1"),
     "PC506", "when: employees >= 1"),
    ("leads that are sent and not let in", "attract.yaml", FAIR,
     replaced(FAIR, "when: ready_for_sales", "when: fits and lead_score >= 40"), "PC507", "when: fits and lead_score >= 40"),
    ("a no that has nowhere to go", "attract.yaml", MQL,
     replaced(MQL, "- to: sal", "- {to: sal, when: {says: {en: Enough is known, fi: Tiedämme riittävästi}}}"),
     "PC517", "- {to: sal, when: {says: {en: Enough is known, fi: Tiedämme riittävästi}}}"),
    ("two segments that overlap", "sell.yaml", "    varies:\n      key_accounts:\n",
     "    varies:\n      manufacturing_companies: {within: 40 days}\n      key_accounts:\n", "PC513", "key_accounts:"),
    ("a part of a condition that says nothing", "data.yaml", "test: usage_rate >= 40\n",
     "test: usage_rate >= 40 and usage_rate >= 20\n", "PC518", "test: usage_rate >= 40 and usage_rate >= 20"),
    ("nobody answers for the whole", "processctl.yaml", "  owner: growth_lead           # answers for the whole journey\n", "",
     "PC202", "process:"),
    ("a role that nobody holds", "people.yaml", "    held_by: [riikka]\n", "", "PC203", "care_manager:"),
    ("what is left in a queue", "people.yaml", "how: queue, fallback: sales_manager", "how: queue",
     "PC210", "assigns: {how: queue}"),
    ("two stages that never end", "serve.yaml", "    outcome: lost\n    again: web_contact\n", GOES_ROUND,
     "PC304", "former_customer:"),
    ("reasons that nobody hears", "together.yaml", "carries: [return_reason, lost_reason]", "carries: [lost_reason]",
     "PC405", "reasons: return_reason"),
    ("given back past the giver", "serve.yaml", ONBOARDING, replaced(ONBOARDING, "- to: offer", "- to: nurture"),
     "PC406", "- to: nurture"),
    ("and beside or", "data.yaml", "days_since(last_contact) > 120", "days_since(last_contact) > 120 and has(usage_rate)",
     "PC522", "test: usage_rate < 40 or days_since(last_contact) > 120 and has(usage_rate)"),
    ("an option misspelt", "data.yaml", 'test: request == "support"', 'test: request == "suport"',
     "PC502", 'test: request == "suport"'),
    ("a value that its field cannot hold", "proofs.yaml", "budget: 25000, decision_maker_met: true",
     "budget: much, decision_maker_met: true", "PC502", "has: {budget: much, decision_maker_met: true}"),
    ("a criterion that is written elsewhere only", "data.yaml", NEED,
     '    name: {en: Need confirmed, fi: Tarve vahvistettu}\n    links: ["https://example.com/handbook#need"]\n',
     "PC520", 'links: ["https://example.com/handbook#need"]'),
    ("an example that contradicts its criterion", "data.yaml", "      - case: {employees: 19, industry: food}\n        holds: false\n",
     "      - case: {employees: 19, industry: food}\n        holds: true\n", "PC521", "holds: true"),
    ("a field without a system", "data.yaml", DATA, each_field_says("system", "crm", but="budget"), "PC602", "budget:"),
    ("a field without an owner", "data.yaml", DATA, each_field_says("owner", "sales_manager", but="budget"), "PC603", "budget:"),
    ("teams without a common goal", "aims.yaml", AIMS, EACH_TEAM_FOR_ITSELF, "PC801", "metrics:"),
    ("a newer language", "processctl.yaml", "processctl: 1\n", "processctl: 2\n", "PC004", "processctl: 2"),
    ("a condition that is too deep", "sell.yaml", "when: need_confirmed\n", f"when: {'not ' * 70}need_confirmed\n",
     "PC005", f"when: {'not ' * 70}need_confirmed"),
    ("a vocabulary that is not there", "processctl.yaml", "processctl: 1\n", "processctl: 1\nuses: [words]\n",
     "PC006", "uses: [words]"),
    ("a field declared twice", "sell.yaml", "stages:\n", "fields: {email: {type: text}}\nstages:\n",
     "PC007", "fields: {email: {type: text}}"),
    ("a type tag", "sell.yaml", SAL, replaced(SAL, "    owner: sdr\n", "    owner: !person sdr\n"), "PC008", "owner: !person sdr"),
    ("a vocabulary from elsewhere", "processctl.yaml", "processctl: 1\n", "processctl: 1\nuses: [../../..]\n",
     "PC009", "uses: [../../..]"),
    ("contacts of the fair are no longer scored", "attract.yaml", FAIR, replaced(FAIR, "behaviour_score, ", ""),
     "PC601", "when: ready_for_sales"),
    ("nobody asks at the fair for an address", "attract.yaml", FAIR, replaced(FAIR, "captures: [email, ", "captures: ["),
     "PC408", "needs: [email, contact_name, company, industry, employees, brief]"),
    ("sales hears of a contact too late", "processctl.yaml", "processctl: 1\n",
     "processctl: 1\nlint: {options: {slow-promise: {max: 373 days}}}\n", "PC314", "fair_contact:"),
    ("a promise that forgets who goes elsewhere", "proofs.yaml", "reaches: [won, lost, partner, elsewhere]",
     "reaches: [won, lost, partner]", "PC514", "reaches: [won, lost, partner]"),
    ("nothing to silence", "sell.yaml", SAL, replaced(SAL, "    owner: sdr\n", "    owner: sdr\n" + SILENCED),
     "PC991", SILENCED.strip()),
    ("silenced for too long", "sell.yaml", SAL, replaced(SAL, "    owner: sdr\n", "    owner: sdr\n" + SILENCED_TILL_JANUARY),
     "PC992", SILENCED_TILL_JANUARY.strip()),
    ("a setting for no rule", "processctl.yaml", "processctl: 1\n",
     "processctl: 1\nlint: {severity: {stage-without-owners: info}}\n", "PC993", "lint: {severity: {stage-without-owners: info}}"),
]  # fmt: skip

_OF_SEVERAL_EDITS: list[Fault] = [
    ("feedback that waits for a judgement of nobody",
     [("data.yaml", "criteria:\n", "criteria:\n  large_deal: {says: {en: It fills a week, fi: Se täyttää viikon}}\n"),
      ("together.yaml", "    when: offer_sum >= 10000\n", "    when: large_deal\n"),
      ("together.yaml", "fi: Milloin väki ja anturit varataan}\n    owner: sales_manager\n",
       "fi: Milloin väki ja anturit varataan}\n")],
     "PC509", "large_deal: {says: {en: It fills a week, fi: Se täyttää viikon}}"),
    ("two vocabularies that use each other",
     [("processctl.yaml", "processctl: 1\n", "processctl: 1\nuses: [words]\n"),
      ("words/processctl.yaml", "", "processctl: 1\nuses: [..]\n")], "PC010", "uses: [..]"),
    ("bands with a crack",
     [("serve.yaml", RENEWAL, replaced(replaced(RENEWAL,
        "when: {says: {en: The customer goes on, fi: Asiakas jatkaa}, judged_by: care_manager}", "when: usage_rate >= 40"),
        "when: otherwise", "when: usage_rate <= 39"))], "PC515", "exits:"),
    ("points that may be missing where leads wait",
     [("data.yaml", "fi: Pisteet toiminnasta}\n    type: integer\n", "fi: Pisteet toiminnasta}\n    type: integer\n    optional: true\n"),
      ("attract.yaml", NURTURE, replaced(replaced(NURTURE, "late: {to: archived}", "late: {tell: growth_lead}"),
        "when: ready_for_sales\n", "when: ready_for_sales\n        at_most: 3\n        then: archived\n")),
      ("proofs.yaml", "    reaches: [won, lost, partner, elsewhere]\n", "    reaches: [won, lost, partner, elsewhere, nurture]\n")],
     "PC519", "when: ready_for_sales"),
    ("a question that is too intricate",
     [("data.yaml", "segments:\n", "".join(
         f"  sign_{number}: {{says: {{en: Sign {number}, fi: Merkki {number}}}, judged_by: sdr}}\n" for number in range(6))
         + "\nsegments:\n"),
      ("sell.yaml", SAL, replaced(SAL, "when: need_confirmed",
       "when: 'need_confirmed and (sign_0 ? sign_1 : sign_2 ? sign_3 : sign_4 ? sign_5 : sign_0)'"))],
     "PC510", "exits:"),
    ("two criteria that say the same",
     [("data.yaml", "  contract_ends_soon:\n",
       "  used_well: {says: {en: Used well, fi: Hyvin käytössä}, test: not (usage_rate < 40)}\n  contract_ends_soon:\n"),
      ("serve.yaml", "when: more_to_sell", "when: more_to_sell and used_well")],
     "PC508", "used_well: {says: {en: Used well, fi: Hyvin käytössä}, test: not (usage_rate < 40)}"),
    ("an owner of too much",
     [("processctl.yaml", "processctl: 1\n", "processctl: 1\nlint: {options: {overloaded-owner: {max_stages: 5}}}\n"),
      ("attract.yaml", "    owner: care_manager\n    systems: [help_desk]\n", "    owner: care_specialist\n    systems: [help_desk]\n")],
     "PC205", "marketing_lead:"),
    ("no start",
     [("attract.yaml", lines_from(WEB, "    start:", "    owner: marketing_lead\n    resp"), ""),
      ("attract.yaml", lines_from(FAIR, "    start:", "    owner: marketing_lead\n    does"), "")],
     "PC301", "stages:"),
    ("no lead is ever lost",
     [(file, "    outcome: lost\n", "    outcome: elsewhere\n") for file in ("attract.yaml", "sell.yaml", "serve.yaml")]
     + [("aims.yaml", "counts: lost\n", "counts: archived\n")], "PC310", "stages:"),
    ("criteria that rest on each other",
     [("data.yaml", 'test: request == "support"', 'test: request == "support" and not asks_for_a_job'),
      ("data.yaml", 'test: request == "application"', 'test: request == "application" and not asks_for_help')],
     "PC511", 'test: request == "support" and not asks_for_a_job'),
    ("no feedback with the partner",
     [("together.yaml", stage("together.yaml", "partner_results"), ""),
      ("together.yaml", stage("together.yaml", "partner_cases"), "")], "PC701", "- to: partner_sale"),
]  # fmt: skip
FAULTS: list[Fault] = [
    *((what, [(file, old, new)], code, at) for what, file, old, new, code, at in _OF_ONE_EDIT),
    *_OF_SEVERAL_EDITS,
]

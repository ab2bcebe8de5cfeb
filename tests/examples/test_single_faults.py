"""One fault planted in the clean example gives its one finding, at its line, and no other."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from processctl.lint.run import lint_workspace
from tests.conftest import REPOSITORY

AFTER = REPOSITORY / "examples" / "after"
TODAY = date(2026, 11, 23)


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


def lines_from(text: str, first: str, until: str) -> str:
    """A stretch of lines: from the one that holds ``first`` up to the one that holds ``until``."""
    start = text.rindex("\n", 0, text.index(first)) + 1
    end = text.rindex("\n", 0, text.index(until, start)) + 1
    return text[start:end]


SAL, ONBOARDING = stage("sell.yaml", "sal"), stage("serve.yaml", "onboarding")
OPPORTUNITY, CUSTOMER = stage("sell.yaml", "opportunity"), stage("serve.yaml", "customer")
NURTURE, MQL = stage("attract.yaml", "nurture"), stage("attract.yaml", "mql")
WEB, PAUSED = stage("attract.yaml", "web_contact"), stage("sell.yaml", "paused")
LOOP = stage("together.yaml", "lead_quality")
TARGET = lines_from((AFTER / "together.yaml").read_text("utf-8"), "  target:\n", "  conflicts:")
FAIR, ARCHIVED = stage("attract.yaml", "fair_contact"), stage("attract.yaml", "archived")
UNCLAIMED, FORMER = stage("sell.yaml", "unclaimed"), stage("serve.yaml", "former_customer")
EMAIL, PHONE = stage("data.yaml", "email"), stage("data.yaml", "phone")
AUTOMATION = stage("people.yaml", "automation")
RENEWAL, MORE = stage("serve.yaml", "renewal"), stage("sell.yaml", "more_sales")
ONBOARDING_RETURN = lines_from(ONBOARDING, "- to: offer", "share: 0.05") + "        share: 0.05\n"

FAULTS: list[tuple[str, str, str, str, str, str]] = [
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
    ("a start without sources", "attract.yaml", NURTURE,
     replaced(NURTURE, "    waits: true", "    start: true\n    waits: true"), "PC308", "start: true"),
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
     replaced(NURTURE, "      - to: mql\n", "      - {to: mql, when: lead_score >= 50, at_most: 2, then: archived}\n      - to: mql\n"),
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
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault[0].replace(" ", "-"))
def test_one_fault_gives_one_finding(
    fault: tuple[str, str, str, str, str, str], tmp_path: Path
) -> None:
    _, name, before, after, code, line = fault
    folder = tmp_path / "after"
    shutil.copytree(AFTER, folder)
    file = folder / name
    file.write_text(replaced(file.read_text("utf-8"), before, after), encoding="utf-8")
    result = lint_workspace(folder, TODAY)
    found = [(one.code, one.span.source.line(one.span.first[0]).strip()) for one in result.findings]
    assert found == [(code, line)]

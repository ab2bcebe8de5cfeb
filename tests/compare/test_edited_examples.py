"""Small edits of the processes in ``examples``, and of what class a reviewer takes each to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compare.telling_cases import NOTHING, compared, told
from tests.conftest import REPOSITORY

EXAMPLES = REPOSITORY / "examples"

B, H, C, N = "breaking", "behaviour", "clarifying", NOTHING
RETURN = "return: true\n        reasons: rejection_reason\n        resets: [engagement_score, lead_score]"
EDITS = (
    # class, codes told, example, file, and what is written instead of what
    (N, "", "posthog", "routing.yaml", "stages:\n", "# Whose lead it is.\n\nstages:\n"),
    (N, "", "after", "sell.yaml", "captures: [phone, interests, return_reason]",
     "captures: [return_reason, phone, interests]"),
    (C, "CH903", "posthog", "routing.yaml", "not (sees_the_scheduler and booked_a_demo)",
     "(not sees_the_scheduler or not booked_a_demo)"),
    (C, "CH903", "posthog", "routing.yaml",
     "      - to: new\n        when: mid_spend\n      - to: new\n        when: scale_plan_and_fit\n",
     "      - to: new\n        when: mid_spend or scale_plan_and_fit\n"),
    (B, "CH101", "posthog", "routing.yaml",
     "when: kind == \"sales\" and not (sees_the_scheduler and booked_a_demo)",
     "when: kind == \"sales\" and not booked_a_demo"),
    (C, "CH902", "posthog", "routing.yaml", "means: Somebody has sent the form",
     "means: A person has sent the form"),
    (H, "CH102", "posthog", "routing.yaml", "      - to: spam_dropped\n        when: kind",
     "      - to: support_ticket\n        when: kind"),
    (B, "CH101", "posthog", "routing.yaml",
     "      - to: spam_dropped\n        when: kind == \"spam\"\n", ""),
    (B, "CH201", "posthog", "routing.yaml", "    owner: campaign_runner\n", ""),
    (B, "CH505 CH101", "posthog", "data.yaml", "options: [sales, support, spam]",
     "options: [sales, support, spam, press]"),
    (B, "CH111", "posthog", "routing.yaml",
     "    start:\n      from:\n        - Sign-up for the product\n        - Startup plan\n", ""),
    (H, "CH603", "revops", "stages.yaml", RETURN, "reasons: rejection_reason"),
    (B, "CH308", "revops", "stages.yaml", "within: 48 hours", "within: 72 hours"),
    (C, "CH903", "revops", "stages.yaml", "within: 48 hours", "within: 2 days"),
    (H, "CH309", "revops", "stages.yaml", "within: 48 hours", "within: 24 hours"),
    (B, "CH108", "revops", "stages.yaml",
     "entry: (fit_reached and engagement_reached) or high_intent",
     "entry: fit_reached and engagement_reached"),
    (B, "CH401", "revops", "stages.yaml", "needs: [What the lead has done lately]",
     "needs: [What the lead has done lately, budget]"),
    (H, "CH405", "revops", "stages.yaml", "      by: sales_rep\n      within: 4 business hours",
     "      by: sales_manager\n      within: 4 business hours"),
    (B, "CH401", "gitlab", "leads.yaml", "of their own\n        handoff: {within: 1 business day}",
     "of their own\n        handoff: {within: 1 business hour}"),
    (H, "CH310", "gitlab", "leads.yaml", "    waits: true\n    idle:\n      after: 2 years\n      to: deleted\n    exits:\n      - to: inquiry",
     "    waits: true\n    idle:\n      after: 2 years\n      to: inquiry\n    exits:\n      - to: inquiry"),
    (H, "CH603", "after", "sell.yaml", "        at_most: 2\n        then: archived\n        share: 0.5",
     "        at_most: 3\n        then: archived\n        share: 0.5"),
    (H, "CH603", "after", "sell.yaml", "at_most: 25", "at_most: 30"),
    (H, "CH402", "after", "sell.yaml", "needs: [email, contact_name, company, industry, employees, brief]",
     "needs: [email, contact_name, company, industry, employees]"),
    (H, "CH405", "after", "sell.yaml", "silent: {tell: sales_manager, to: unclaimed}",
     "silent: {tell: ceo, to: unclaimed}"),
    (H, "CH603", "after", "sell.yaml", "consulted: [marketing_lead]", "consulted: [ceo]"),
    (C, "CH902", "after", "sell.yaml", "fi: Ei päätöstä 45 päivässä", "fi: Ei päätöstä ajoissa"),
    (C, "CH902", "after", "sell.yaml", "        because:\n          en: A lead that is too early is not lost",
     "        because:\n          en: Too early is not lost"),
    (B, "CH308", "after", "sell.yaml", "within: 60 days", "within: 90 days"),
    (H, "CH801", "after", "sell.yaml", "at_most: 25", "at_most: 30"),
)  # fmt: skip


@pytest.mark.parametrize("number", range(len(EDITS)))
def test_an_edit_is_of_the_class_that_a_reviewer_expects(number: int) -> None:
    wanted, codes, example, file, old, new = EDITS[number]
    path: Path = EXAMPLES / example / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    found = compared(EXAMPLES / example, EXAMPLES / example, {path: text.replace(old, new, 1)})
    assert (found.level or NOTHING) == wanted, told(found)
    assert {*codes.split()} <= {one.kind.code for one in found.changes}, told(found)

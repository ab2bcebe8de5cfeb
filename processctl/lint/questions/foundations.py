"""Phase 1, foundations: goals, the change, forums, roles."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.lint.questions.question import Evidence, Question, evidence, paths
from processctl.reading.problem import Path
from processctl.texts import say


def _numbers(journey: Journey) -> Evidence:
    goals = [one for one in journey.model.goals.values() if one.target is not None]
    return evidence(
        paths(goals, "target"),
        (
            not any(one.segments for one in goals),
            say('Name the segments that the customers are to come from: "segments" on the goal.'),
        ),
    )


def _strategy(journey: Journey) -> Evidence:
    goals = (one for one in journey.model.goals.values() if one.strategy is not None)
    return evidence(paths(goals, "strategy"))


def _of_change(key: str) -> tuple[Path, ...]:
    return (("change", key),)


def _target_state(journey: Journey) -> Evidence:
    change = journey.model.change
    return evidence(_of_change("target") if change is not None and change.target else ())


def _forums(journey: Journey) -> Evidence:
    forums = [
        one
        for one in journey.model.forums.values()
        if not one.shared and (one.members or one.every)
    ]
    return evidence(paths(forums))


def _leader(journey: Journey) -> Evidence:
    change = journey.model.change
    if change is None or change.led_by is None:
        return Evidence()
    return evidence(
        _of_change("led_by"),
        (not change.participants, say('Say who takes part: "participants" under "change".')),
    )


def _reporting(journey: Journey) -> Evidence:
    change = journey.model.change
    if change is None:
        return Evidence()
    written, told = change.documented_in is not None, change.reports_to is not None
    found = [key for key, there in (("documented_in", written), ("reports_to", told)) if there]
    return evidence(
        (("change", key) for key in found),
        (not written, say('Say where it is written down: "documented_in" under "change".')),
        (not told, say('Say who hears of it: "reports_to" under "change".')),
    )


def _conflicts(journey: Journey) -> Evidence:
    change = journey.model.change
    return evidence(_of_change("conflicts") if change is not None and change.conflicts else ())


def _roles(journey: Journey) -> Evidence:
    return evidence(paths((journey.stages[name] for name in journey.owners), "owner"))


FOUNDATIONS: tuple[Question, ...] = (
    Question(
        "F1", 1, say("How many new customers, how much growth, from which segments?"), _numbers,
        say('Write under "goals" how many new customers you want by when: "target".'),
        ("PC803", "PC812", "PC813"),
    ),
    Question(
        "F2", 1, say("How do those goals follow from the company's strategy?"), _strategy,
        say('Say on each goal which part of the strategy it serves: "strategy".'),
        ("PC802",),
    ),
    Question(
        "F3", 1, say("What will be different in daily work when the change is done?"), _target_state,
        say('Describe under "change" what will be different in daily work: "target".'),
        ("PC903",),
    ),
    Question(
        "F4", 1, say("Which forums meet, who comes, how often, and about what?"), _forums,
        say('Write under "forums" which meetings you have: "every", "members", "agenda".'),
        ("PC705", "PC706", "PC707", "PC708", "PC710"),
    ),
    Question(
        "F5", 1, say("Who leads the change, and who takes part?"), _leader,
        say('Agree on who leads the change: "led_by" under "change".'),
        ("PC901",),
    ),
    Question(
        "F6", 1, say("Where is it written down, and to whom is it reported?"), _reporting,
        say('Say under "change" where it is written down and who hears of it.'),
        ("PC902",),
    ),
    Question(
        "F7", 1, say("Are old conflicts settled?"), _conflicts,
        say('Talk old quarrels over, and write down when each was settled: "conflicts" under "change".'),
        ("PC911",),
    ),
    Question(
        "F8", 1, say("Who has which role and responsibility?"), _roles,
        say('Give each stage an owner, and each role a person who holds it.'),
        ("PC201", "PC202", "PC203", "PC204", "PC205", "PC206", "PC208", "PC209", "PC210", "PC211"),
    ),
)  # fmt: skip

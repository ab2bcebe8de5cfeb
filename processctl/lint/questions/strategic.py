"""Phase 3, strategic: improvements, joint plans, data, reporting that follows the strategy."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.journey.owner import resolve_owner
from processctl.journey.reads import readers
from processctl.lint.questions.forecast import forecast
from processctl.lint.questions.question import Evidence, Question, evidence, paths
from processctl.lint.questions.talk import backward, forward
from processctl.model.aims import Improvement
from processctl.texts import Listing, say


def _priorities(journey: Journey) -> Evidence:
    improvements = _pursued(journey)
    return evidence(
        paths(improvements, "priority"),
        (
            not any(one.priority for one in improvements),
            say('Say which of the improvements comes first: "priority".'),
        ),
        (
            not any(one.resources for one in improvements),
            say('Say what is put into them: "resources".'),
        ),
    )


def _pursued(journey: Journey) -> list[Improvement]:
    return [one for one in journey.model.improvements.values() if one.status != "dropped"]


def _whole_moves(journey: Journey) -> Evidence:
    """Improvements by team, the owner's and those of the stages that are to become better."""
    improvements = _pursued(journey)
    moved = {team for one in improvements for team in _teams(journey, one)}
    model = journey.model
    working = {owner.team for owner in journey.owners.values() if owner.team in model.teams}
    behind = [
        team
        for name, team in model.teams.items()
        if name in working and name not in moved and not team.external
    ]
    return evidence(
        paths(improvements) if moved else (),
        (
            bool(behind),
            say(
                "Plan something for {teams} too: nothing is to become better there.",
                teams=Listing(tuple(team.title for team in behind)),
            ),
        ),
    )


def _teams(journey: Journey, improvement: Improvement) -> set[str]:
    owners = [journey.owners.get(stage.id) for stage in improvement.stages]
    if improvement.owner is not None:
        owners.append(resolve_owner(journey.model, improvement.owner))
    return {owner.team for owner in owners if owner is not None and owner.team is not None}


def _plans(journey: Journey) -> Evidence:
    model = journey.model
    campaigns = [one for one in model.campaigns.values() if one.goal is not None]
    improvements = [one for one in _pursued(journey) if one.goal is not None]
    return evidence((*paths(campaigns, "goal"), *paths(improvements, "goal")))


def _joint_campaigns(journey: Journey) -> Evidence:
    campaigns = journey.model.campaigns.values()
    return evidence(
        paths(one for one in campaigns if len(one.teams) > 1 and one.segment is not None)
    )


def _data(journey: Journey) -> Evidence:
    read = readers(journey)
    used = [
        stage
        for stage in journey.stages.values()
        if any(field.id in read for field in stage.captures)
    ]
    return evidence(paths(used, "captures"))


def _content(journey: Journey) -> Evidence:
    told, heard = backward(journey), forward(journey)
    return evidence((*paths(told), *paths(heard)) if told and heard else ())


def _work(journey: Journey) -> Evidence:
    stages = journey.stages.values()
    working = [one for one in stages if one.does]
    return evidence(
        paths(working, "does"),
        (
            not any(one.systems for one in stages),
            say('Say which systems people work with in each stage: "systems".'),
        ),
        (
            not any(one.stages for one in _pursued(journey)),
            say('Say which stages are to work better: "improvements" with their "stages".'),
        ),
    )


def _reporting(journey: Journey) -> Evidence:
    return evidence(paths((one for one in journey.model.metrics.values() if one.goal), "goal"))


def _one_direction(journey: Journey) -> Evidence:
    return evidence(
        paths((one for one in journey.model.metrics.values() if len(one.teams) > 1), "teams")
    )


STRATEGIC: tuple[Question, ...] = (
    Question(
        "S1", 3, say("Which improvements matter most, and who works on them?"), _priorities,
        say('List under "improvements" what is to become better, who does it and by when.'),
        ("PC906", "PC907"),
    ),
    Question(
        "S2", 3, say("Does the whole move together, or one team ahead of the others?"), _whole_moves,
        say('Plan improvements for every team: "improvements" with their "stages" and "owner".'),
    ),
    Question(
        "S3", 3, say("Do the plans of all teams serve the same goals?"), _plans,
        say('Say for each campaign and improvement which goal it serves: "goal".'),
        ("PC908", "PC912"),
    ),
    Question(
        "S4", 3, say("Are there joint campaigns for chosen segments?"), _joint_campaigns,
        say('Plan a campaign of several teams for one segment: "campaigns" with "teams" and "segment".'),
        ("PC909",),
    ),
    Question(
        "S5", 3, say("Which data is born where, and used where?"), _data,
        say('Let conditions, contracts or metrics use what the stages record under "captures".'),
        ("PC601", "PC604", "PC605"),
    ),
    Question(
        "S6", 3, say("How do sales talks shape what marketing writes, and how is it used?"), _content,
        say('Write down both ways: "feedback" from sales to marketing, and from marketing to sales.'),
        ("PC702", "PC703", "PC704"),
    ),
    Question(
        "S7", 3, say("How do people and systems work at each point?"), _work,
        say('Say in each stage what is done, and with which systems: "does" and "systems".'),
        ("PC312",),
    ),
    Question(
        "S8", 3, say("Which customers, revenue and cash flow can be forecast from the process?"), forecast,
        say('Say how many cases come and which share goes which way: "expects" and "share".'),
        ("PC811",),
    ),
    Question(
        "S9", 3, say("Does reporting follow the strategy rather than activity?"), _reporting,
        say('Tie the metrics to goals: "goal" on each of them.'),
        ("PC801", "PC804", "PC805", "PC807", "PC808", "PC810"),
    ),
    Question(
        "S10", 3, say("Do metrics and incentives pull in one direction?"), _one_direction,
        say('Measure something that several teams answer for together: "teams" on a metric.'),
        ("PC801", "PC806", "PC809"),
    ),
)  # fmt: skip

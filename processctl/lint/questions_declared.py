"""What would answer a question, where that takes more than one look at the model."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.journey.owner import resolve_owner
from processctl.journey.search import reach


def first_contact(journey: Journey) -> bool:
    """Whether a new lead has an owner and a time."""
    return any(name in journey.owners and journey.stages[name].within for name in journey.starts)


def has_accepted_handoff(journey: Journey) -> bool:
    """Whether some handoff between teams has a contract."""
    return any(one.across and one.terms is not None for one in journey.handoffs)


def work_after_handoff(journey: Journey) -> bool:
    """Whether a stage that receives from another team says what is done in it."""
    return any(one.across and journey.stages[one.edge.target].does for one in journey.handoffs)


def handoff_into_winner(journey: Journey) -> bool:
    """Whether cases are handed to a team that looks after those who were won."""
    carers = {
        journey.owners[name].team
        for name, kind in journey.outcomes.items()
        if kind == "won" and name in journey.owners
    }
    return any(one.across and one.receiver.team in carers for one in journey.handoffs)


def cross_selling(journey: Journey) -> bool:
    """Whether an owned won stage leads to a won stage again."""
    won = {name for name, kind in journey.outcomes.items() if kind == "won"}
    for name in won:
        following = [edge.target for edge in journey.out[name]]
        if name in journey.owners and won & reach(journey.graph, following).keys():
            return True
    return False


def drop_outs(journey: Journey) -> bool:
    """Whether anything says where customers are lost."""
    return "lost" in journey.outcomes.values()


def lost_with_reasons(journey: Journey) -> bool:
    """Whether a return or a way to a loss carries reasons."""
    return any(
        exit_.reasons
        for stage in journey.stages.values()
        for exit_ in stage.exits
        if exit_.status in ("live", "trial")
    )


def feedback_between(journey: Journey, *, back: bool) -> bool:
    """Whether a loop runs between two teams of a handoff: back to the giver, or with it."""
    pairs = {(one.giver.team, one.receiver.team) for one in journey.handoffs if one.across}
    for loop in journey.model.feedback.values():
        if not loop.live:
            continue
        givers = {owner.team for one in loop.givers if (owner := resolve_owner(journey.model, one))}
        hearers = {
            owner.team for one in loop.hearers if (owner := resolve_owner(journey.model, one))
        }
        for giver in givers:
            for hearer in hearers:
                if ((hearer, giver) if back else (giver, hearer)) in pairs:
                    return True
    return False


def joint_campaigns(journey: Journey) -> bool:
    """Whether several teams run a campaign for a segment."""
    return any(
        len(one.teams) > 1 and one.segment is not None for one in journey.model.campaigns.values()
    )


def knowledge_reaches_goals(journey: Journey) -> bool:
    """Whether a feedback loop is heard by somebody who owns a goal, or in the board of reviews."""
    owners = {goal.owner.id for goal in journey.model.goals.values() if goal.owner is not None}
    review = journey.model.process.review
    board = review.forum.id if review is not None and review.forum is not None else None
    return any(
        loop.live
        and (
            any(hearer.id in owners for hearer in loop.hearers)
            or (board is not None and loop.forum is not None and loop.forum.id == board)
        )
        for loop in journey.model.feedback.values()
    )

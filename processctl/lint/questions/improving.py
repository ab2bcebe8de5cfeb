"""Phase 4, improving: reviews, what reaches the strategy, skills."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.lint.questions.question import Evidence, Question, evidence, paths
from processctl.model.meeting import Feedback
from processctl.texts import say


def _review(journey: Journey) -> Evidence:
    review = journey.model.process.review
    if review is None:
        return Evidence()
    return evidence(
        (review.path,),
        (review.forum is None, say('Say where the review is held: "in" under "process.review".')),
    )


def _knowledge(journey: Journey) -> Evidence:
    """Feedback that somebody hears who owns a goal, or that is told where the process is reviewed."""
    loops = [one for one in journey.model.feedback.values() if one.live and _is_heard(journey, one)]
    return evidence(
        paths(loops),
        (
            not any(one.carries for one in loops),
            say('Say what is told: "carries" on the feedback that reaches the owner of a goal.'),
        ),
        (
            not any(one.changes for one in loops),
            say('Say what it may change in the goals or the strategy: "changes".'),
        ),
    )


def _is_heard(journey: Journey, loop: Feedback) -> bool:
    model = journey.model
    owners = {goal.owner.id for goal in model.goals.values() if goal.owner is not None}
    review = model.process.review
    board = review.forum.id if review is not None and review.forum is not None else None
    in_board = board is not None and loop.forum is not None and loop.forum.id == board
    return in_board or any(hearer.id in owners for hearer in loop.hearers)


def _skills(journey: Journey) -> Evidence:
    skills = [one for one in journey.model.skills.values() if one.needed_in or one.held_by]
    return evidence(paths(skills))


IMPROVING: tuple[Question, ...] = (
    Question(
        "C1", 4, say("Are the process and its results reviewed regularly?"), _review,
        say('Agree on when and where the process is looked over: "review" under "process".'),
        ("PC904", "PC905"),
    ),
    Question(
        "C2", 4, say("Does knowledge of customers and competitors reach the strategy?"), _knowledge,
        say('Write down how what sales and care hear reaches those who own the goals: "feedback" '
            'whose "to" owns a goal, or whose "in" is the forum of the review.'),
    ),
    Question(
        "C3", 4, say("Do people's skills grow as the need changes?"), _skills,
        say('List under "skills" what the stages need, and who has it.'),
        ("PC910",),
    ),
)  # fmt: skip

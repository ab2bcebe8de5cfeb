"""The questions that a process has to answer, and which of them this one answers.

They restate a Finnish article on why sales and marketing fail to work together in small and
mid-size B2B companies, and its roadmap of four phases. A question is *open* while nothing that could
answer it is declared, *partly* answered while a rule objects to what is declared, else *answered*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from processctl.journey import Journey
from processctl.lint.finding import Finding
from processctl.lint.questions_declared import (
    cross_selling,
    drop_outs,
    feedback_between,
    first_contact,
    handoff_into_winner,
    has_accepted_handoff,
    joint_campaigns,
    knowledge_reaches_goals,
    lost_with_reasons,
    work_after_handoff,
)
from processctl.lint.result import Answer, Phase, Verdict
from processctl.texts import Message, say


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its id, phase and words, what would answer it, and the rules that judge that."""

    id: str
    phase: Phase
    words: Message
    declared: Callable[[Journey], bool]
    rules: tuple[str, ...] = ()


def answers(journey: Journey, findings: Iterable[Finding]) -> tuple[Answer, ...]:
    """Judge every question, in order; none of a process without a stage, which is not begun."""
    if not journey.model.stages:
        return ()
    codes = {finding.code for finding in findings}
    return tuple(
        Answer(one.id, one.phase, one.words, _verdict(one, journey, codes)) for one in QUESTIONS
    )


def _verdict(question: Question, journey: Journey, codes: set[str]) -> Verdict:
    if not question.declared(journey):
        return "open"
    return "partly" if codes.intersection(question.rules) else "answered"


def _stages(journey: Journey, has: Callable[..., object]) -> bool:
    return any(has(stage) for stage in journey.stages.values())


def _goals(journey: Journey, has: Callable[..., object]) -> bool:
    return any(has(goal) for goal in journey.model.goals.values())


QUESTIONS: tuple[Question, ...] = (
    Question("F1", 1, say("How many new customers, how much growth, from which segments?"),
             lambda j: _goals(j, lambda goal: goal.target), ("PC803", "PC812", "PC813")),
    Question("F2", 1, say("How do those goals follow from the company's strategy?"),
             lambda j: _goals(j, lambda goal: goal.strategy), ("PC802",)),
    Question("F3", 1, say("What will be different in daily work when the change is done?"),
             lambda j: j.model.change is not None and j.model.change.target is not None, ("PC903",)),
    Question("F4", 1, say("Which forums meet, who comes, how often, and about what?"),
             lambda j: any(forum.members or forum.every for forum in j.model.forums.values()),
             ("PC705", "PC706", "PC707", "PC708")),
    Question("F5", 1, say("Who leads the change, and who takes part?"),
             lambda j: j.model.change is not None and j.model.change.led_by is not None, ("PC901",)),
    Question("F6", 1, say("Where is it written down, and to whom is it reported?"),
             lambda j: j.model.change is not None and j.model.change.reports_to is not None,
             ("PC902",)),
    Question("F7", 1, say("Are old conflicts settled?"),
             lambda j: j.model.change is not None and bool(j.model.change.conflicts), ("PC911",)),
    Question("F8", 1, say("Who has which role and responsibility?"),
             lambda j: bool(j.owners),
             ("PC201", "PC202", "PC203", "PC204", "PC206", "PC209", "PC210", "PC211")),
    Question("H1", 2, say("How are leads born, and how are they prepared?"),
             lambda j: any(j.stages[name].does or j.stages[name].captures for name in j.starts),
             ("PC301", "PC308", "PC312")),
    Question("H2", 2, say("Who contacts a new lead, and how soon?"), first_contact,
             ("PC201", "PC306", "PC307")),
    Question("H3", 2, say("When does a contact become a lead that marketing calls qualified?"),
             lambda j: bool(j.model.criteria)
             or _stages(j, lambda stage: any(exit_.when for exit_ in stage.exits)),
             ("PC501", "PC503", "PC509", "PC511", "PC516", "PC520", "PC522")),
    Question("H4", 2, say("When does a lead move from marketing to sales?"),
             lambda j: any(one.across for one in j.handoffs), ("PC401", "PC501", "PC516")),
    Question("H5", 2, say("How does sales accept a lead?"), has_accepted_handoff,
             ("PC402", "PC410", "PC413")),
    Question("H6", 2, say("How does sales return a lead that is not ready, and what then?"),
             lambda j: any(edge.live and edge.returns for edge in j.edges),
             ("PC403", "PC404", "PC406", "PC407", "PC414")),
    Question("H7", 2, say("What does sales do with a lead it has taken?"), work_after_handoff,
             ("PC306", "PC307", "PC312")),
    Question("H8", 2, say("What is done when there are too few leads?"),
             lambda j: _stages(j, lambda stage: stage.start and stage.start.short), ("PC309",)),
    Question("H9", 2, say("How is a new customer handed to those who look after them?"),
             handoff_into_winner, ("PC401", "PC402", "PC413")),
    Question("H10", 2, say("What does customer care do, in so many words?"),
             lambda j: any(kind == "won" and (j.stages[name].touch or j.stages[name].does)
                           for name, kind in j.outcomes.items()), ("PC311",)),
    Question("H11", 2, say("Who owns selling more to those who are customers?"), cross_selling,
             ("PC201", "PC316")),
    Question("H12", 2, say("Where do customers drop out of the process?"), drop_outs,
             ("PC302", "PC303", "PC304", "PC310", "PC315", "PC503")),
    Question("H13", 2, say("Which customer data matters?"),
             lambda j: any(j.conditions.fields(exit_.when) for stage in j.stages.values()
                           for exit_ in stage.exits), ("PC604", "PC605")),
    Question("H14", 2, say("What is recorded where, when and by whom?"),
             lambda j: _stages(j, lambda stage: stage.captures),
             ("PC602", "PC603", "PC605", "PC606")),
    Question("H15", 2, say("What happens when recorded data is wrong?"),
             lambda j: any(system.problems for system in j.model.systems.values()), ("PC610",)),
    Question("H16", 2, say("How does sales tell marketing how good the leads are?"),
             lambda j: feedback_between(j, back=True) and lost_with_reasons(j),
             ("PC405", "PC701", "PC702", "PC709")),
    Question("H17", 2, say("How does marketing tell sales what customers do?"),
             lambda j: feedback_between(j, back=False), ("PC701", "PC702")),
    Question("H18", 2, say("Do the systems in use support this, or need renewal?"),
             lambda j: bool(j.model.systems) and bool(j.model.improvements), ("PC207", "PC906")),
    Question("S1", 3, say("Which improvements matter most, and who works on them?"),
             lambda j: any(one.priority for one in j.model.improvements.values()),
             ("PC906", "PC907")),
    Question("S2", 3, say("Does the whole move together, or one team ahead of the others?"),
             lambda j: len({owner.team for one in j.model.improvements.values()
                            for stage in one.stages
                            for owner in (j.owners.get(stage.id),) if owner}) > 1),
    Question("S3", 3, say("Do the plans of all teams serve the same goals?"),
             lambda j: any(one.goal for one in j.model.campaigns.values())
             or any(one.goal for one in j.model.improvements.values()),
             ("PC908", "PC912")),
    Question("S4", 3, say("Are there joint campaigns for chosen segments?"), joint_campaigns,
             ("PC909",)),
    Question("S5", 3, say("Which data is born where, and used where?"),
             lambda j: _stages(j, lambda stage: stage.captures)
             and bool(j.model.criteria or j.model.metrics), ("PC604", "PC605", "PC601")),
    Question("S6", 3, say("How do sales talks shape what marketing writes, and how is it used?"),
             lambda j: feedback_between(j, back=True) and feedback_between(j, back=False),
             ("PC702", "PC703")),
    Question("S7", 3, say("How do people and systems work at each point?"),
             lambda j: _stages(j, lambda stage: stage.does)
             and _stages(j, lambda stage: stage.systems), ("PC312",)),
    Question("S8", 3, say("Which customers, revenue and cash flow can be forecast from the process?"),
             lambda j: _stages(j, lambda stage: stage.start and stage.start.expects)
             and _stages(j, lambda stage: any(exit_.share is not None for exit_ in stage.exits))),
    Question("S9", 3, say("Does reporting follow the strategy rather than activity?"),
             lambda j: any(metric.goal for metric in j.model.metrics.values()),
             ("PC801", "PC804", "PC807", "PC808")),
    Question("S10", 3, say("Do metrics and incentives pull in one direction?"),
             lambda j: any(len(metric.teams) > 1 for metric in j.model.metrics.values()),
             ("PC801", "PC806", "PC809")),
    Question("C1", 4, say("Are the process and its results reviewed regularly?"),
             lambda j: j.model.process.review is not None, ("PC904", "PC905")),
    Question("C2", 4, say("Does knowledge of customers and competitors reach the strategy?"),
             knowledge_reaches_goals),
    Question("C3", 4, say("Do people's skills grow as the need changes?"),
             lambda j: bool(j.model.skills), ("PC910",)),
)  # fmt: skip

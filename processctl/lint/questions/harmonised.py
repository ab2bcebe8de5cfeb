"""Phase 2, harmonised: the way of a lead from stage to stage and from team to team."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.journey.search import reach
from processctl.lint.questions.question import Evidence, Question, evidence, paths
from processctl.lint.questions.regions import caring, into_care, receiving, starting, winning
from processctl.lint.questions.talk import backward, exits_with_reasons, forward
from processctl.model.condition import Otherwise
from processctl.reading.problem import Path
from processctl.texts import say


def _birth(journey: Journey) -> Evidence:
    starts = [journey.stages[name] for name in journey.starts]
    prepared = [one for one in starts if one.does or one.captures]
    return evidence(paths(prepared, "start"))


def _first_contact(journey: Journey) -> Evidence:
    owned = [journey.stages[name] for name in journey.starts if name in journey.owners]
    return evidence(
        paths(owned, "within", "owner"),
        (
            not any(one.within for one in owned),
            say('Say how soon a new lead is contacted: "within" on the stage where it is born.'),
        ),
    )


def _criteria(journey: Journey) -> Evidence:
    found: list[Path] = [
        one.path for one in journey.model.criteria.values() if one.test or one.judged_by or one.says
    ]
    for stage in journey.stages.values():
        for exit_ in stage.exits:
            if exit_.when is not None and not isinstance(exit_.when, Otherwise):
                found.append((*exit_.path, "when"))
    return evidence(found)


def _handoffs(journey: Journey) -> Evidence:
    return evidence(one.edge.path for one in journey.handoffs if one.across)


def _acceptance(journey: Journey) -> Evidence:
    agreed = [one for one in journey.handoffs if one.across and one.terms is not None]
    return evidence(
        dict.fromkeys(
            ("stages", one.edge.target, "accepts")
            if journey.stages[one.edge.target].accepts is not None
            else (*one.edge.path, "handoff")
            for one in agreed
        )
    )


def _returns(journey: Journey) -> Evidence:
    returns = [edge for edge in journey.edges if edge.live and edge.returns]
    return evidence(dict.fromkeys(edge.path for edge in returns))


def _after_the_handoff(journey: Journey) -> Evidence:
    received = receiving(journey)
    stages = [one for name, one in journey.stages.items() if name in received]
    return evidence(paths((one for one in stages if one.does), "does"))


def _shortage(journey: Journey) -> Evidence:
    planned = [
        journey.stages[name].start
        for name in journey.starts
        if (start := journey.stages[name].start) is not None and start.short is not None
    ]
    return evidence((*one.path, "short") for one in planned if one is not None)


def _into_care(journey: Journey) -> Evidence:
    return evidence(one.edge.path for one in into_care(journey))


def _care(journey: Journey) -> Evidence:
    won = winning(journey)
    stages = [one for name, one in journey.stages.items() if name in won]
    return evidence(paths((one for one in stages if one.touch or one.does), "touch", "does"))


def _cross_selling(journey: Journey) -> Evidence:
    won = winning(journey)
    leading = reach(journey.graph.reverse(copy=False), won)
    found = [
        stage
        for name, stage in journey.stages.items()
        if name in won
        and name in journey.owners
        and any(edge.target in leading for edge in journey.out[name])
    ]
    return evidence(paths(found, "owner"))


def _losses(journey: Journey) -> Evidence:
    lost = [journey.stages[name] for name, kind in journey.outcomes.items() if kind == "lost"]
    return evidence(
        paths(lost, "outcome"),
        (
            not exits_with_reasons(journey),
            say('Record why they are lost: "reasons" on the exits that lead there.'),
        ),
    )


def _what_matters(journey: Journey) -> Evidence:
    read = {
        name
        for stage in journey.stages.values()
        for condition in (stage.entry, *(exit_.when for exit_ in stage.exits))
        for name in journey.conditions.fields(condition)
    }
    return evidence(one.path for name, one in journey.model.fields.items() if name in read)


def _recording(journey: Journey) -> Evidence:
    return evidence(paths((one for one in journey.stages.values() if one.captures), "captures"))


def _bad_data(journey: Journey) -> Evidence:
    systems = (one for one in journey.model.systems.values() if one.problems is not None)
    return evidence(paths(systems, "problems"))


def _lead_quality(journey: Journey) -> Evidence:
    loops = backward(journey)
    return evidence(
        paths(loops),
        (
            not exits_with_reasons(journey),
            say('Say why leads are given back or lost: "reasons" on those exits.'),
        ),
    )


def _behaviour(journey: Journey) -> Evidence:
    return evidence(paths(forward(journey)))


def _systems(journey: Journey) -> Evidence:
    model = journey.model
    plans = [one for one in model.systems.values() if one.replaces is not None]
    return evidence(
        paths(model.systems.values()),
        (
            not plans and not model.improvements,
            say(
                'Say which of them is to be renewed: "improvements", or "replaces" on the new one.'
            ),
        ),
    )


_OWNED = ("PC201", "PC203", "PC204")
_IN_TIME = ("PC306", "PC307")

HARMONISED: tuple[Question, ...] = (
    Question(
        "H1", 2, say("How are leads born, and how are they prepared?"), _birth,
        say('Say on the stage where leads are born what is done with them: "start", "does", "captures".'),
        ("PC301", "PC308", "PC312", "PC313"), starting,
    ),
    Question(
        "H2", 2, say("Who contacts a new lead, and how soon?"), _first_contact,
        say('Give the stage where leads are born an owner and a deadline: "owner", "within", "late".'),
        (*_OWNED, *_IN_TIME), starting,
    ),
    Question(
        "H3", 2, say("When does a contact become a lead that marketing calls qualified?"), _criteria,
        say('Write under "criteria" what makes a lead ready, and use it as "when" on an exit.'),
        ("PC501", "PC502", "PC503", "PC504", "PC505", "PC506", "PC508", "PC509", "PC510", "PC511",
         "PC513", "PC515", "PC516", "PC517", "PC518", "PC519", "PC520", "PC521", "PC522"),
    ),
    Question(
        "H4", 2, say("When does a lead move from marketing to sales?"), _handoffs,
        say("Draw the handoff: an exit from a stage that marketing owns to one that sales owns."),
        ("PC401", "PC408", "PC412", "PC415", "PC501", "PC507", "PC516"),
    ),
    Question(
        "H5", 2, say("How does sales accept a lead?"), _acceptance,
        say('Agree on who accepts a lead, in what time, and what has to be known: "accepts".'),
        ("PC402", "PC410", "PC413"),
    ),
    Question(
        "H6", 2, say("How does sales return a lead that is not ready, and what then?"), _returns,
        say('Give the lead a way back: an exit with "return: true", "reasons" and "at_most".'),
        ("PC305", "PC403", "PC404", "PC406", "PC407", "PC414", "PC512"),
    ),
    Question(
        "H7", 2, say("What does sales do with a lead it has taken?"), _after_the_handoff,
        say('Say what is done in the stage that receives the lead: "does", "within", "late".'),
        ("PC312", "PC317", "PC318", *_IN_TIME), receiving,
    ),
    Question(
        "H8", 2, say("What is done when there are too few leads?"), _shortage,
        say('Say how many leads you expect and what is done when fewer come: "expects" and "short" under "start".'),
        ("PC309",),
    ),
    Question(
        "H9", 2, say("How is a new customer handed to those who look after them?"), _into_care,
        say("Draw the handoff into customer care: an exit to a stage that customer care owns."),
        ("PC401", "PC402", "PC413"), caring,
    ),
    Question(
        "H10", 2, say("What does customer care do, in so many words?"), _care,
        say('Say what is done again and again for a customer: "touch" on the stage that counts as won.'),
        ("PC311", "PC312"), winning,
    ),
    Question(
        "H11", 2, say("Who owns selling more to those who are customers?"), _cross_selling,
        say("Lead customers with a new need back to sales: an exit from the stage that counts as won."),
        ("PC316", *_OWNED), winning,
    ),
    Question(
        "H12", 2, say("Where do customers drop out of the process?"), _losses,
        say('Give those who do not buy a stage of their own: "outcome: lost".'),
        ("PC302", "PC303", "PC304", "PC310", "PC315", "PC320", "PC503"),
    ),
    Question(
        "H13", 2, say("Which customer data matters?"), _what_matters,
        say('Decide by data: let the "when" of the exits read fields.'),
        ("PC604", "PC605"),
    ),
    Question(
        "H14", 2, say("What is recorded where, when and by whom?"), _recording,
        say('Say in each stage what is recorded: "captures"; and for each field "system" and "owner".'),
        ("PC601", "PC602", "PC603", "PC605", "PC606", "PC607", "PC608"),
    ),
    Question(
        "H15", 2, say("What happens when recorded data is wrong?"), _bad_data,
        say('Say for each system who is told of wrong data, and where it is talked over: "problems".'),
        ("PC610",),
    ),
    Question(
        "H16", 2, say("How does sales tell marketing how good the leads are?"), _lead_quality,
        say('Write down what sales tells marketing about the leads: "feedback" from sales to marketing.'),
        ("PC405", "PC701", "PC702", "PC709"),
    ),
    Question(
        "H17", 2, say("How does marketing tell sales what customers do?"), _behaviour,
        say('Write down what marketing tells sales: "feedback" from marketing to sales.'),
        ("PC701", "PC702"),
    ),
    Question(
        "H18", 2, say("Do the systems in use support this, or need renewal?"), _systems,
        say('List the systems in use under "systems", each with its owner.'),
        ("PC207", "PC906"),
    ),
)  # fmt: skip

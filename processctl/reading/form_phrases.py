"""The words for what is wanted where: noun phrases, and the sentence for every form of value.

A phrase is used in one kind of sentence only, so that a language that inflects can give the whole
phrase its ending: ``ELEMENTS`` stand before "has no key" and "needs the key" and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping

from processctl.texts import Message, say

ELEMENTS: Mapping[str, Message] = {
    "absence": say("An absence"),
    "accounts": say("A list of accounts"),
    "activity": say("A piece of work"),
    "assignment": say("A way of assigning"),
    "calendar": say("A calendar"),
    "campaign": say("A campaign"),
    "capacity": say("The capacity of a stage"),
    "case": say("A tried case"),
    "case_step": say("A step of a case"),
    "change": say("The change"),
    "conflict": say("A conflict"),
    "continuation": say("A continuation elsewhere"),
    "contract": say("A handoff contract"),
    "criterion": say("A criterion"),
    "criterion_example": say("An example of a criterion"),
    "defaults": say("The section of defaults"),
    "exit": say("An exit"),
    "feedback": say("A feedback loop"),
    "field": say("A field"),
    "field_defaults": say("A default of fields"),
    "forum": say("A forum"),
    "goal": say("A goal"),
    "goal_target": say("The target of a goal"),
    "handoff": say("The contract of a handoff"),
    "ignored": say("An ignored finding"),
    "improvement": say("An improvement"),
    "judgement": say("A judgement"),
    "lint": say("The section of checks"),
    "metric": say("A metric"),
    "metric_target": say("The target of a metric"),
    "outcome": say("An outcome"),
    "overflow": say("The plan for a full stage"),
    "person": say("A person"),
    "personal": say("The note on personal data"),
    "problems": say("The plan for problems with data"),
    "process": say("The process"),
    "promise": say("A promise"),
    "review": say("A review"),
    "role": say("A role"),
    "segment": say("A segment"),
    "shortage": say("The plan for too few cases"),
    "silence": say("The plan for nobody accepting"),
    "skill": say("A skill"),
    "stage": say("A stage"),
    "start": say("A start"),
    "step": say("A step"),
    "system": say("A system"),
    "team": say("A team"),
    "timed_step": say("A step with a time of its own"),
    "touch": say("The plan for keeping in touch"),
    "variant": say("A variant"),
}

# What stands after '"owner" wants'.
WANTED: Mapping[str, Message] = {
    "acceptance_word": say('"automatic", "here" or a map'),
    "cadence": say('how often, for example "2 weeks"'),
    "cadence_or_case": say('how often, for example "2 weeks" or "case"'),
    "country": say('a country such as "FI"'),
    "criterion_or_stage": say("the id of a criterion or a stage"),
    "currency": say('a currency such as "EUR"'),
    "date": say("a date"),
    "deadline": say("a duration"),
    "duration": say("a duration"),
    "email": say("an e-mail address"),
    "exit": say('a map with the key "to"'),
    "expression": say("a condition"),
    "field_id": say("the id of a field"),
    "formula": say("a formula"),
    "forum_id": say("the id of a forum"),
    "goal_id": say("the id of a goal"),
    "hours": say("working hours"),
    "ignored": say('a map with the key "because"'),
    "language": say("a language code"),
    "limit": say("a number or a date"),
    "metric_id": say("the id of a metric"),
    "money": say("an amount as a number"),
    "option_texts": say("a list of options, or a map of their texts"),
    "outcome_id": say('an outcome such as "won" or "lost"'),
    "person_id": say("the id of a person"),
    "person_or_role": say("the id of a person or a role"),
    "phase_id": say("the id of a phase"),
    "process_id": say("an id"),
    "rate": say("how many in what time"),
    "reason_field": say("the id of a choice field, or a list of texts"),
    "segment_id": say("the id of a segment"),
    "share": say("a number from 0 to 1"),
    "stage_id": say("the id of a stage"),
    "stage_or_origin": say("the id of a stage"),
    "stage_or_outcome": say("the id of a stage, or an outcome"),
    "start": say("true, or a map of where cases come from"),
    "step": say("a map, or a list of steps"),
    "system_id": say("the id of a system"),
    "team_id": say("the id of a team"),
    "team_or_role": say("the id of a team or a role"),
    "text": say("a text"),
    "time": say("a time of day"),
    "times": say("a whole number"),
    "timezone": say('a time zone such as "Europe/Helsinki"'),
    "url": say("a link"),
    "value": say("a text, a number, true or false, or a list"),
    "version": say("a version number"),
    "who": say("the id of a role, team or person"),
    "who_or_forum": say("the id of a forum, role, team or person"),
    "who_or_system": say("the id of a role, team, person or system"),
    "words": say("a text"),
}

# The same by the kind of value, where the definition has no words of its own.
KINDS: Mapping[str, Message] = {
    "array": say("a list"),
    "boolean": say("true or false"),
    "integer": say("a whole number"),
    "number": say("a number"),
    "object": say("a map"),
    "string": say("a text"),
}

# A text that has not the form it should have. What has no sentence here is an id.
FORMS: Mapping[str, Message] = {
    "cadence": say(
        '"{value}" does not say how often. Write for example "week", "2 weeks" or "quarter".'
    ),
    "cadence_or_case": say(
        '"{value}" does not say how often. Write for example "week", "2 weeks" or "case".'
    ),
    "country": say('"{value}" is not a country. Write its two capital letters, for example "FI".'),
    "currency": say(
        '"{value}" is not a currency. Write its three capital letters, for example "EUR".'
    ),
    "date": say('"{value}" is not a date. Write year, month and day, for example "2026-09-14".'),
    "deadline": say(
        '"{value}" is not a duration. Write a number and a unit, for example "2 business days".'
    ),
    "duration": say(
        '"{value}" is not a duration. Write a number and a unit, for example "30 minutes".'
    ),
    "email": say('"{value}" is not an e-mail address. Write for example "anna@example.com".'),
    "hours": say(
        '"{value}" does not give working hours. Write their beginning and end, for example'
        ' "08:00-16:00".'
    ),
    "language": say('"{value}" is not a language. Write its code, for example "en" or "fi".'),
    "limit": say('"{value}" is neither a number nor a date such as "2026-09-14".'),
    "rate": say(
        '"{value}" is not a rate. Write how many in what time, for example "40 per month".'
    ),
    "time": say('"{value}" is not a time of day. Write hours and minutes, for example "09:30".'),
    "timezone": say('"{value}" is not a time zone. Write for example "Europe/Helsinki".'),
    "url": say('"{value}" is not a link. A link begins with "https://".'),
    "version": say('"{value}" is not a version. Write numbers with points, for example "2.1.0".'),
}
NOT_AN_ID = say(
    '"{value}" is not an id. An id begins with a small letter a-z and has only small letters, '
    "digits and underscores."
)
ID_TOO_LONG = say('"{value}" is too long for an id: 64 characters are the most.')

_ONE_CLAIM = say(
    'A promise says one thing: keep one of "reaches", "passes" and "never", and make promises of '
    "their own of the others."
)
# Two keys that exclude each other, by the key that is one too many.
EITHER: Mapping[str, Message] = {
    "judged_by": say(
        'A criterion is either tested or judged: leave out one of "test" and "judged_by".'
    ),
    "never": _ONE_CLAIM,
    "passes": _ONE_CLAIM,
}

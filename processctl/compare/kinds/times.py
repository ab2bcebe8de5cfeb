"""CH3: by when, and what is promised."""

from processctl.compare.kind import Kind, page

_STAGES = """stages:
  new_lead:
    start: {}
    within: 2 days
    late: {to: archived}
    exits: [{to: customer, when: {says: it is a customer}}]
  customer: {outcome: won}
  archived: {outcome: lost}
"""

_PROMISE = "promises:\n  answered: {from: new_lead, reaches: [won, lost], within: %s}\n"


PROMISE_GONE = Kind("CH301", "promise-gone", "breaking", page(
    """A promise is made no more.

## What it tells
A promise that the process made is not among its promises now.

## Why it matters
Somebody relies on it: a customer who was told so, or a team that plans by it.
""", _STAGES + _PROMISE % "3 days", _STAGES))  # fmt: skip

PROMISE_WEAKER = Kind("CH302", "promise-weaker", "breaking", page(
    """A promise promises less than before.

## What it tells
The time is longer, or is gone; what is to be reached may be more things than before; or what it assumes is more, so that it is about
fewer cases.

## Why it matters
It still reads like a promise. Those who rely on it should know that it is worth less.
""", _STAGES + _PROMISE % "3 days", _STAGES + _PROMISE % "5 days"))  # fmt: skip

PROMISE_BROKEN = Kind("CH303", "promise-broken", "breaking", page(
    """A promise that was kept is broken now.

## What it tells
The promise itself may be the same. It was kept by every case, and now there is a case that breaks it; `processctl lint` shows the way
of that case (PC514).

## Why it matters
What was promised to the customer does not come true any more, although nobody has touched the promise.
""", _STAGES + _PROMISE % "3 days",
    _STAGES.replace("2 days", "9 days") + _PROMISE % "3 days"))  # fmt: skip

PROMISE_STRONGER = Kind("CH304", "promise-stronger", "behaviour", page(
    """A promise is new, or promises more than before.

## What it tells
The promise is new, its time is shorter, or it is about more cases.

## Why it matters
Those who have to keep it should agree to it first.
""", _STAGES + _PROMISE % "5 days", _STAGES + _PROMISE % "3 days"))  # fmt: skip

PROMISE_CHANGED = Kind("CH305", "promise-changed", "behaviour", page(
    """A promise promises something else.

## What it tells
It is neither more nor less than before, or that cannot be decided: it begins or ends in another stage, say.

## Why it matters
Whoever relied on the old one should read the new one.
""", _STAGES + _PROMISE % "3 days",
    _STAGES + (_PROMISE % "3 days").replace("reaches: [won, lost]", "reaches: [customer, lost]")))  # fmt: skip

PROMISE_KEPT = Kind("CH306", "promise-kept", "behaviour", page(
    """A promise that was broken is kept now.

## What it tells
There was a case that broke the promise, and now every case keeps it.

## Why it matters
It can be told to customers from now on.
""", _STAGES.replace("2 days", "9 days") + _PROMISE % "3 days",
    _STAGES + _PROMISE % "3 days"))  # fmt: skip

DEADLINE_GONE = Kind("CH307", "deadline-gone", "breaking", page(
    """A deadline is gone, or nothing happens any more when it has passed.

## What it tells
A stage, or what is done there, had a time limit and has none; or what follows when the time is up is gone.

## Why it matters
What has no deadline is done when there is nothing else to do. The lead is waiting all the while.
""", _STAGES, _STAGES.replace("    late: {to: archived}\n", "")))  # fmt: skip

DEADLINE_LONGER = Kind("CH308", "deadline-longer", "breaking", page(
    """A case may wait longer than before.

## What it tells
A deadline comes later than it did.

## Why it matters
Each deadline is a promise to the one who waits. This one is weaker now.
""", _STAGES, _STAGES.replace("2 days", "3 days")))  # fmt: skip

DEADLINE_SHORTER = Kind("CH309", "deadline-shorter", "behaviour", page(
    """A deadline is new, or comes earlier than before.

## What it tells
A stage, or what is done there, has a time limit that it had not, or a shorter one.

## Why it matters
Those who have to keep it should agree to it first.
""", _STAGES.replace("2 days", "3 days"), _STAGES))  # fmt: skip

DEADLINE_ELSEWHERE = Kind("CH310", "deadline-changed", "behaviour", page(
    """Something else happens when time is up.

## What it tells
Cases go to another stage when a deadline has passed, or somebody else is told.

## Why it matters
Whoever gets these cases from now on, or hears of them, has to know it.
""", _STAGES, _STAGES.replace("late: {to: archived}", "late: {to: customer}")))  # fmt: skip

KINDS = (
    PROMISE_GONE,
    PROMISE_WEAKER,
    PROMISE_BROKEN,
    PROMISE_STRONGER,
    PROMISE_CHANGED,
    PROMISE_KEPT,
    DEADLINE_GONE,
    DEADLINE_LONGER,
    DEADLINE_SHORTER,
    DEADLINE_ELSEWHERE,
)

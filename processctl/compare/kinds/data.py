"""CH5: what is recorded of a case."""

from processctl.compare.kind import Kind, page


def _process(
    brings: str, fields: str = "score: {type: integer, min: 0, max: 100}, note: {type: text}"
) -> str:
    return f"""fields: {{{fields}}}
stages:
  lead:
    start: {{brings: {brings}}}
    exits: [{{to: customer, when: score >= 50}}, {{to: archived, when: otherwise}}]
  customer: {{outcome: won}}
  archived: {{outcome: lost}}
"""


DROPPED = Kind("CH501", "field-dropped", "breaking", page(
    """A field that somebody reads is not recorded any more.

## What it tells
Nothing records the field now, or a stage that recorded it does not; a condition, a handoff, a metric or a feedback loop reads it.

## Why it matters
Decisions are made on it. Without it they are made on nothing, or not at all.
""", _process("[score, note]"), _process("[note]")))  # fmt: skip

NOT_RECORDED = Kind("CH502", "field-not-recorded", "behaviour", page(
    """A field that nobody reads is not recorded any more.

## What it tells
Nothing records the field now, and nothing in the process reads it.

## Why it matters
Less to fill in. Somebody outside the process may still look for it.
""", _process("[score, note]"), _process("[score]")))  # fmt: skip

RECORDED = Kind("CH503", "field-recorded", "behaviour", page(
    """Something more is recorded of each case.

## What it tells
A stage records a field that it did not record before.

## Why it matters
Somebody has to fill it in from now on.
""", _process("[score]"), _process("[score, note]")))  # fmt: skip

NARROWER = Kind("CH504", "values-narrower", "breaking", page(
    """A field can hold fewer values than before.

## What it tells
An option is gone, a limit is narrower, the field holds values of another kind, or has to be filled in.

## Why it matters
Cases that are under way have the old values. Nothing says what becomes of them.
""", _process("[score, note]"),
    _process("[score, note]", "score: {type: integer, min: 0, max: 80}, note: {type: text}")))  # fmt: skip

WIDER = Kind("CH505", "values-wider", "behaviour", page(
    """A field can hold more values than before.

## What it tells
There is an option more, a limit is wider or gone, or the field may be left empty.

## Why it matters
Conditions were written for the old values. Those with new ones may fit none of them.
""", _process("[score, note]", "score: {type: integer, min: 0, max: 80}, note: {type: text}"),
    _process("[score, note]")))  # fmt: skip

KINDS = (DROPPED, NOT_RECORDED, RECORDED, NARROWER, WIDER)

"""Time is counted in business days or hours, and nothing says when you work.

## What it checks
Where anything in force counts in business days, hours or minutes, the process has a `calendar` that says which
days are worked: the `country` whose public holidays count, or `days` or `closed` days of your own. Where it
counts in business hours or minutes, the calendar also has `hours`.

## Why it matters
A lead that comes on Thursday before Easter with "2 business days" is late on Monday for one and on Wednesday
for another. And "4 business hours" from three o'clock is today or tomorrow, depending on who reads it.

## Where
Once, on `calendar`; where that is missing, on `process`, and else on the first line of `processctl.yaml`. The
first place that counts in working time is shown with it. An `ignore` for it stands on `process`.

## Bad
```yaml
process: {name: Sales}
stages:
  new_lead: {start: {from: [Web form]}, within: 4 business hours, exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
process: {name: Sales, calendar: {country: FI, hours: "08:00-16:00"}}
stages:
  new_lead: {start: {from: [Web form]}, within: 4 business hours, exits: [{to: customer}]}
  customer: {outcome: won}
```

## When to disagree
Where each office has hours of its own: write those that the customer can count on.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.working_time import working_times
from processctl.model.process import Calendar
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Listing, Message, Quantity, say

_SHORT = ("minute", "hour")


def check(journey: Journey) -> Iterator[Found]:
    """Find working time that no calendar explains."""
    process = journey.model.process
    calendar = process.calendar
    if not journey.certain or not process.readable("calendar"):
        return
    times = working_times(journey)
    is_short = any(length.unit in _SHORT for length, _ in times)
    missing = tuple(_missing(calendar, is_short=is_short)) if times else ()
    if not missing:
        return
    about = [path for length, path in times if "country" in missing or length.unit in _SHORT]
    yield Found(
        _message(len(about), calendar),
        _place(journey),
        hint=say('Say under "calendar" of the process {parts}.', parts=_parts(missing)),
        also=(Also(say("Working time is counted here first."), Place(about[0])),),
        ids=missing,
    )


def _missing(calendar: Calendar | None, *, is_short: bool) -> Iterator[str]:
    if calendar is None:
        yield "country"
        if is_short:
            yield "hours"
        return
    if all(calendar.lacks(key) for key in ("country", "days", "closed")):
        yield "country"
    if is_short and calendar.lacks("hours"):
        yield "hours"


def _message(count: int, calendar: Calendar | None) -> Message:
    places = Quantity("in {count} place", "in {count} places", count)
    if calendar is None:
        return say(
            "Working time is counted {places}, and no calendar says when you work.",
            places=places,
        )
    return say(
        "Working time is counted {places}, and the calendar does not say enough for it.",
        places=places,
    )


def _parts(missing: tuple[str, ...]) -> Listing:
    words = {
        "country": say('whose public holidays count ("country: FI")'),
        "hours": say('when the working day begins and ends ("hours: 08:00-16:00")'),
    }
    return Listing(tuple(words[key] for key in missing), quoted=False)


def _place(journey: Journey) -> Place:
    if journey.model.process.calendar is not None:
        return Place(("process", "calendar"), at_key=True)
    has_process = "process" in journey.model.workspace.sections.singles
    return Place(("process" if has_process else "processctl",), at_key=True)


RULE = Rule("PC319", "business-time-without-calendar", "warning", __doc__, check)

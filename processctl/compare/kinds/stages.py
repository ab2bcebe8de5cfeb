"""CH1: which stages there are, where cases begin, what stages ask of them, and whether they come to an end."""

from processctl.compare.kind import Kind

ADDED = Kind("CH105", "stage-added", "behaviour", """A stage is new, or comes into force.

## What it tells
The stage is in force now and was not before. Which cases come to it is told where they come from.

## Why it matters
A new stage is new work for somebody: they should hear of it before the first lead arrives.

## Before
```yaml
stages:
  new_lead:
    start: {}
    exits: [{to: customer}]
  customer: {outcome: won}
```

## After
```yaml
stages:
  new_lead:
    start: {}
    exits: [{to: trial}]
  trial:
    exits: [{to: customer}]
  customer: {outcome: won}
```
""")  # fmt: skip

REMOVED = Kind("CH106", "stage-removed", "breaking", """A stage is gone, or not in force any more.

## What it tells
The stage was in force and is not now. A stage that only has another id is recognised as renamed.

## Why it matters
The leads that are in it today are in a stage that does not exist tomorrow. Say where they go before the change is merged.

## Before
```yaml
stages:
  new_lead:
    start: {}
    exits: [{to: trial}]
  trial:
    exits: [{to: customer}]
  customer: {outcome: won}
```

## After
```yaml
stages:
  new_lead:
    start: {}
    exits: [{to: customer}]
  customer: {outcome: won}
```
""")  # fmt: skip

NO_END = Kind("CH107", "no-way-to-an-end", "breaking", """From some stages there is no way to a result any more.

## What it tells
A case in these stages could come to a result before, by however many steps, and cannot now.

## Why it matters
Each step for itself may look right, and still the lead goes round for ever: nobody wins it, and nobody loses it.

## Before
```yaml
stages:
  new_lead:
    start: {}
    exits: [{to: talk}]
  talk:
    exits: [{to: offer}]
  offer:
    exits: [{to: customer}]
  customer: {outcome: won}
```

## After
```yaml
stages:
  new_lead:
    start: {}
    exits: [{to: talk}]
  talk:
    exits: [{to: offer}]
  offer:
    exits: [{to: talk}]
  customer: {outcome: won}
```
""")  # fmt: skip

START_GONE = Kind("CH111", "start-removed", "breaking", """Cases no longer begin in a stage.

## What it tells
A stage was a start and is none now.

## Why it matters
The leads that came in there still come: now nothing says what becomes of them.

## Before
```yaml
stages:
  web_lead:
    start: {from: [web]}
    exits: [{to: customer}]
  fair_lead:
    start: {from: [fairs]}
    exits: [{to: web_lead}]
  customer: {outcome: won}
```

## After
```yaml
stages:
  web_lead:
    start: {from: [web]}
    exits: [{to: customer}]
  fair_lead:
    exits: [{to: web_lead}]
  customer: {outcome: won}
```
""")  # fmt: skip

START_ADDED = Kind("CH113", "start-added", "behaviour", """Cases begin in a stage where none began before.

## What it tells
A stage is a start now and was none.

## Why it matters
New leads come in there: whoever owns the stage should be ready for them.

## Before
```yaml
stages:
  web_lead:
    start: {from: [web]}
    exits: [{to: customer}]
  fair_lead:
    exits: [{to: web_lead}]
  customer: {outcome: won}
```

## After
```yaml
stages:
  web_lead:
    start: {from: [web]}
    exits: [{to: customer}]
  fair_lead:
    start: {from: [fairs]}
    exits: [{to: web_lead}]
  customer: {outcome: won}
```
""")  # fmt: skip

DOOR_NARROWER = Kind("CH108", "door-narrower", "breaking", """A stage refuses cases that it let in before.

## What it tells
What a stage asks of those who come to it (`entry`, or `start.when`) is not met any more by some who met it before.

## Why it matters
They are still sent there. Who gives them away has done all that was agreed, and the door stays closed.

## Before
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: talk, when: score >= 50}, {to: archived, when: otherwise}]
  talk:
    entry: score >= 50
    exits: [{to: customer}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## After
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: talk, when: score >= 50}, {to: archived, when: otherwise}]
  talk:
    entry: score >= 70
    exits: [{to: customer}]
  customer: {outcome: won}
  archived: {outcome: lost}
```
""")  # fmt: skip

DOOR_WIDER = Kind("CH109", "door-wider", "behaviour", """A stage lets in cases that it refused before.

## What it tells
What a stage asks of those who come to it is met by more cases than before.

## Why it matters
The receiving team gets leads that it could send back until now.

## Before
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: talk, when: score >= 50}, {to: archived, when: otherwise}]
  talk:
    entry: score >= 70
    exits: [{to: customer}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## After
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: talk, when: score >= 50}, {to: archived, when: otherwise}]
  talk:
    entry: score >= 50
    exits: [{to: customer}]
  customer: {outcome: won}
  archived: {outcome: lost}
```
""")  # fmt: skip

KINDS = (ADDED, REMOVED, NO_END, START_GONE, START_ADDED, DOOR_NARROWER, DOOR_WIDER)

"""CH1: where the cases go."""

from processctl.compare.kind import Kind

LOST = Kind("CH101", "way-lost", "breaking", """Cases that had a way out of a stage now have none.

## What it tells
Both states are put to the solver at once: is there a case that fitted an exit before, fits none now whatever people judge, and
that no deadline moves on either? The change tells which values such cases have, and shows one.

## Why it matters
Nobody decided that these leads are to be forgotten. A limit was moved in one exit and not in the other, and what lies between
the two stays where it is.

## Before
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score >= 50}, {to: archived, when: score < 50}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## After
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score >= 70}, {to: archived, when: score < 50}]
  customer: {outcome: won}
  archived: {outcome: lost}
```
""")  # fmt: skip

ELSEWHERE = Kind("CH102", "goes-elsewhere", "behaviour", """Cases go to another stage than before.

## What it tells
For each stage that exits lead to, the cases that fit a way there before and now are compared. A condition that is only written
otherwise changes nothing. The change tells which values such cases have, shows one, and says how many cases a month come to the
stage where figures are declared.

## Why it matters
Whoever gets these leads from now on has to know that they come, and whoever had them that they do not.

## Before
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: sales, when: score >= 50}, {to: nurture, when: otherwise}]
  sales: {outcome: won}
  nurture: {outcome: lost}
```

## After
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: sales, when: score >= 70}, {to: nurture, when: otherwise}]
  sales: {outcome: won}
  nurture: {outcome: lost}
```
""")  # fmt: skip

FOUND = Kind("CH103", "way-found", "behaviour", """Cases that fitted no exit now have one.

## What it tells
A gap is closed, in whole or in part: cases that fitted no way out of their stage fit one now.

## Why it matters
Those who were waiting for nothing are going to move all at once: somebody should be ready for them.

## Before
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score >= 70}, {to: archived, when: score < 50}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## After
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: customer, when: score >= 70}, {to: archived, when: score < 70}]
  customer: {outcome: won}
  archived: {outcome: lost}
```
""")  # fmt: skip

CHOICE = Kind("CH104", "other-choice", "behaviour", """Cases can choose among more ways than before, or among fewer.

## What it tells
Some cases fit more exits of a stage than before, or fewer, and at least one as before.

## Why it matters
Where two exits fit, somebody chooses. Who that is, and by what, is worth a word.

## Before
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    free_choice: true
    exits: [{to: sales, when: score >= 50}, {to: partner, when: score < 50}]
  sales: {outcome: won}
  partner: {outcome: won}
```

## After
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
stages:
  new_lead:
    start: {brings: [score]}
    free_choice: true
    exits: [{to: sales, when: score >= 50}, {to: partner, when: score < 70}]
  sales: {outcome: won}
  partner: {outcome: won}
```
""")  # fmt: skip

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

NOT_COMPARED = Kind("CH110", "not-compared", "behaviour", """The ways out of a stage are other ones, and who is concerned could not be decided.

## What it tells
Exits of the stage have changed. One of the two states cannot be read in full there, a field has values of another kind, or the
question was too hard for the time that the solver is given.

## Why it matters
Silence would look like "nobody is concerned". Read both versions yourself here.

## Before
```yaml
fields: {size: {type: integer}}
stages:
  new_lead:
    start: {brings: [size]}
    exits: [{to: customer, when: size >= 50}, {to: archived, when: otherwise}]
  customer: {outcome: won}
  archived: {outcome: lost}
```

## After
```yaml
fields: {size: {type: choice, options: [small, large]}}
stages:
  new_lead:
    start: {brings: [size]}
    exits: [{to: customer, when: size == "large"}, {to: archived, when: otherwise}]
  customer: {outcome: won}
  archived: {outcome: lost}
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
    start: {from: web}
    exits: [{to: customer}]
  fair_lead:
    start: {from: fairs}
    exits: [{to: web_lead}]
  customer: {outcome: won}
```

## After
```yaml
stages:
  web_lead:
    start: {from: web}
    exits: [{to: customer}]
  fair_lead:
    exits: [{to: web_lead}]
  customer: {outcome: won}
```
""")  # fmt: skip

CRITERION = Kind("CH112", "criterion-moved", "behaviour", """A criterion holds for other cases than before.

## What it tells
The test of a criterion or a segment, or what a computed field comes to, is another one, and not for all cases the same. Which cases
go elsewhere for that is told at the stages that ask for it.

## Why it matters
Everybody who says "qualified" means this sentence. From now on it means something else.

## Before
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
criteria: {qualified: {test: score >= 50}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: sales, when: qualified}, {to: nurture, when: otherwise}]
  sales: {outcome: won}
  nurture: {outcome: lost}
```

## After
```yaml
fields: {score: {type: integer, min: 0, max: 100}}
criteria: {qualified: {test: score >= 70}}
stages:
  new_lead:
    start: {brings: [score]}
    exits: [{to: sales, when: qualified}, {to: nurture, when: otherwise}]
  sales: {outcome: won}
  nurture: {outcome: lost}
```
""")  # fmt: skip

KINDS = (
    LOST,
    ELSEWHERE,
    FOUND,
    CHOICE,
    ADDED,
    REMOVED,
    NO_END,
    DOOR_NARROWER,
    DOOR_WIDER,
    NOT_COMPARED,
    START_GONE,
    CRITERION,
)

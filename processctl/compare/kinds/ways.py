"""CH1: where the cases go."""

from processctl.compare.kind import Kind

LOST = Kind("CH101", "way-lost", "breaking", """Cases that had a way out of a stage now have none.

## What it tells
Both states are put to the solver at once: is there a case that fitted an exit before, fits none now whatever people judge, and
that no deadline moves on either? The change tells which values such cases have, and shows one. It is told too of cases that never
came to the stage before, or had other values: where there was no gap, there is one now.

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

KINDS = (LOST, ELSEWHERE, FOUND, CHOICE, NOT_COMPARED, CRITERION)

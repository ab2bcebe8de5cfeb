"""CH2: who answers for what."""

from processctl.compare.kind import Kind

GONE = Kind("CH201", "owner-gone", "breaking", """Something that somebody answered for has no owner any more.

## What it tells
An `owner` is gone from a stage, or from a team's lead, a system, a field, a metric, a goal or the process itself; or nobody holds
a role any more that owns stages.

## Why it matters
What everybody is responsible for nobody does. A lead without an owner is called by nobody.

## Before
```yaml
roles: {seller: {held_by: [anna]}}
people: {anna: {}}
stages:
  talk:
    start: {}
    owner: seller
    exits: [{to: customer}]
  customer: {outcome: won}
```

## After
```yaml
roles: {seller: {held_by: [anna]}}
people: {anna: {}}
stages:
  talk:
    start: {}
    exits: [{to: customer}]
  customer: {outcome: won}
```
""")  # fmt: skip

CHANGED = Kind("CH202", "owner-changed", "behaviour", """Somebody else answers for it.

## What it tells
The accountable owner is another one than before, or somebody else holds a role. Where the same person answers, by name or in a
role, the change is clarifying.

## Why it matters
Both should know it on the same day: whoever hands over, and whoever takes over.

## Before
```yaml
roles: {seller: {}, helper: {}}
stages:
  talk:
    start: {}
    owner: seller
    exits: [{to: customer}]
  customer: {outcome: won}
```

## After
```yaml
roles: {seller: {}, helper: {}}
stages:
  talk:
    start: {}
    owner: helper
    exits: [{to: customer}]
  customer: {outcome: won}
```
""")  # fmt: skip

ADDED = Kind("CH203", "owner-added", "behaviour", """Somebody answers for what nobody answered for.

## What it tells
Where there was no owner, there is one now.

## Why it matters
Good news, if the owner has heard it.

## Before
```yaml
roles: {seller: {}}
stages:
  talk:
    start: {}
    exits: [{to: customer}]
  customer: {outcome: won}
```

## After
```yaml
roles: {seller: {}}
stages:
  talk:
    start: {}
    owner: seller
    exits: [{to: customer}]
  customer: {outcome: won}
```
""")  # fmt: skip

KINDS = (GONE, CHANGED, ADDED)

"""The declarations of a section stand in no order.

## What it checks
In each file the ids of `teams`, `roles`, `people`, `systems`, `fields`, `criteria`, `segments` and `skills` stand in the order of the alphabet. The order of stages has a meaning, and is not asked.

## Why it matters
In a list of sixty fields nobody finds the one that is there already, and so it is declared twice under two names.

## Where
On the first id of a file's section that stands too late.

## Bad
```yaml
process: {languages: [en]}
teams: {sales: {}, marketing: {}}
lint: {severity: {unordered-declarations: info}}
```

## Good
```yaml
process: {languages: [en]}
teams: {marketing: {}, sales: {}}
lint: {severity: {unordered-declarations: info}}
```

## When to disagree
Where the order of teams or roles tells a story: that is why the rule is off until a workspace asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from processctl.journey import Journey
from processctl.rules.repair import Repair, Sort
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say

SECTIONS = ("teams", "roles", "people", "systems", "fields", "criteria", "segments", "skills")


def check(journey: Journey) -> Iterator[Found]:
    """Find sections whose ids are not in order, file by file."""
    for section in SECTIONS:
        files: dict[Path, list[str]] = {}
        for name, item in journey.model.workspace.sections.items.get(section, {}).items():
            if not item.shared:
                files.setdefault(item.source.path, []).append(name)
        for file, names in files.items():
            late = next((pair for pair in pairwise(names) if pair[1] < pair[0]), None)
            if late is not None:
                yield Found(
                    say(
                        'Under "{section}", "{name}" stands behind "{other}".',
                        section=section,
                        name=late[1],
                        other=late[0],
                    ),
                    Place((section, late[1]), at_key=True),
                    hint=say("Put the ids of the section into the order of the alphabet."),
                    repair=Repair("safe", (Sort((section,), tuple(sorted(names)), file),)),
                )


RULE = Rule(
    "PC106", "unordered-declarations", "info", __doc__, check, repairs="safe", enabled=False
)

"""CH6 to CH9: everything else that is declared, how it is checked, its version, and its words."""

from processctl.compare.kind import Kind, page

_STAGES = "stages: {lead: {start: {}, exits: [{to: customer}]}, customer: {outcome: won}}\n"
_SCORE = """fields: {score: {type: integer, min: 0, max: 100}}
stages:
  lead:
    start: {brings: [score]}
    exits: [{to: customer, when: %s}, {to: archived, when: otherwise}]
  customer: {outcome: won}
  archived: {outcome: lost}
"""

ADDED = Kind("CH601", "element-added", "behaviour", page(
    """Something new is declared.

## What it tells
A team, a role, a feedback loop, a forum, a goal, a metric or the like is new. Stages, promises and what is recorded have kinds of
their own.

## Why it matters
Whoever is named in it should know.
""", _STAGES, _STAGES + "forums: {pipeline: {every: week}}\n"))  # fmt: skip

REMOVED = Kind("CH602", "element-removed", "behaviour", page(
    """Something is not declared any more.

## What it tells
A team, a role, a feedback loop, a forum, a goal, a metric or the like is gone.

## Why it matters
What was agreed on once is forgotten when nobody sees it go.
""", _STAGES + "forums: {pipeline: {every: week}}\n", _STAGES))  # fmt: skip

CHANGED = Kind("CH603", "element-changed", "behaviour", page(
    """Something is arranged otherwise.

## What it tells
Keys of an element say something else, and no other kind tells of them: how often a forum meets, what a metric counts, how many
cases a stage can hold.

## Why it matters
People work by it.
""", _STAGES + "forums: {pipeline: {every: week}}\n",
    _STAGES + "forums: {pipeline: {every: month}}\n"))  # fmt: skip

CHECK_WEAKER = Kind("CH701", "check-weaker", "behaviour", page(
    """Less is checked than before, or less of what is found is shown.

## What it tells
A rule is switched off or made milder, a finding is ignored, the run fails later, a case that tested the process is gone, or files
are left out. It is told first: such a change hides what others would have said of the rest.

## Why it matters
A pull request that switches off the check that would stop it should be seen to do so.
""", _STAGES, _STAGES + "lint: {severity: {stage-without-owner: off}}\n"))  # fmt: skip

CHECK_STRICTER = Kind("CH702", "check-stricter", "clarifying", page(
    """More is checked than before.

## What it tells
A rule is switched on or made stricter, an `ignore` is gone, or a case that tests the process is new.

## Why it matters
What was silent until now may be told tomorrow.
""", _STAGES + "lint: {severity: {stage-without-owner: off}}\n", _STAGES))  # fmt: skip

NOT_RAISED = Kind("CH801", "version-not-raised", "behaviour", page(
    """The process has changed more than its version says.

## What it tells
By semantic versioning (semver.org, 2.0.0) a breaking change raises the first number, a change of behaviour the second, a clarification
the third. While the first number is 0, a breaking change raises the second. The change is as grave as the gravest one that the version
does not tell of.

## Why it matters
Others read the version to know whether they have to read the rest.
""", "process: {version: 1.0.0}\n" + _SCORE % "score >= 50",
    "process: {version: 1.0.1}\n" + _SCORE % "score >= 70"))  # fmt: skip

LOWERED = Kind("CH802", "version-lowered", "breaking", page(
    """The version is lower than before, or gone.

## What it tells
The version of the process is not there any more, or comes before the old one.

## Why it matters
Two states of the process may bear one version, and nobody can say which is meant.
""", "process: {version: 1.1.0}\n" + _STAGES, "process: {version: 1.0.0}\n" + _STAGES))  # fmt: skip

RAISED = Kind("CH803", "version-raised", "clarifying", page(
    """The version tells how much has changed.

## What it tells
The process has another version, and it is raised as far as the changes ask for; or it has a version for the first time.

## Why it matters
Nothing to worry about: whoever reads the version knows whether to read the rest.
""", "process: {version: 1.0.0}\n" + _SCORE % "score >= 50",
    "process: {version: 1.1.0}\n" + _SCORE % "score >= 70"))  # fmt: skip

RENAMED = Kind("CH901", "renamed", "clarifying", page(
    """An element has another id.

## What it tells
Something is gone, and something that says the same and is named in the same places is new: it is taken for the same. More than half
has to be in common.

## Why it matters
Links and searches for the old id lead nowhere now.
""", "roles: {sdr: {team: sales}}\nteams: {sales: {}}\n" + _STAGES,
    "roles: {sales_development: {team: sales}}\nteams: {sales: {}}\n" + _STAGES))  # fmt: skip

REWORDED = Kind("CH902", "reworded", "clarifying", page(
    """Something is said in other words.

## What it tells
Names, explanations, links, tags, plans and dates of review are other ones. No case goes elsewhere for that.

## Why it matters
People read it. Nothing in the process follows from it.
""", _STAGES, _STAGES.replace("{start: {}, ", "{means: somebody has asked for more, start: {}, ")))  # fmt: skip

SAME_MEANING = Kind("CH903", "same-meaning", "clarifying", page(
    """A condition is written otherwise and means the same.

## What it tells
Proved: for every case the old and the new condition come to the same, and so do the ways out of the stage. Or a time is written in
another unit, and is as long.

## Why it matters
Nothing to worry about; that is worth knowing too.
""", _SCORE % "score >= 50", _SCORE % "not (score < 50)"))  # fmt: skip

KINDS = (
    ADDED,
    REMOVED,
    CHANGED,
    CHECK_WEAKER,
    CHECK_STRICTER,
    NOT_RAISED,
    LOWERED,
    RAISED,
    RENAMED,
    REWORDED,
    SAME_MEANING,
)

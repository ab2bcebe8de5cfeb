"""CH4: what teams have agreed on for the moment when one gives a case to the other."""

from processctl.compare.kind import Kind, page

_HEAD = """teams: {marketing: {}, sales: {}}
roles: {marketer: {team: marketing}, seller: {team: sales}}
fields: {budget: {type: money}, need: {type: text}}
"""


def _process(
    handoff: str, back: str = ", {to: lead, return: true, when: {says: it is too early}}"
) -> str:
    return f"""{_HEAD}stages:
  lead:
    start: {{brings: [budget, need]}}
    owner: marketer
    exits: [{{to: talk, when: {{says: it is ripe}}, handoff: {handoff}}}]
  talk:
    owner: seller
    exits: [{{to: customer, when: {{says: they buy}}}}{back}]
  customer: {{outcome: won}}
"""


HARDER = Kind("CH401", "contract-harder", "breaking", page(
    """A handoff asks for more than before.

## What it tells
More has to be known when a case is handed over, or there is less time to accept it. A contract that is new asks for more, too.

## Why it matters
Who gives the case away has done all that was agreed until now. From tomorrow it is not enough, and nobody has told them.
""", _process("{needs: [budget], by: seller, within: 2 days}"),
    _process("{needs: [budget, need], by: seller, within: 2 days}")))  # fmt: skip

EASIER = Kind("CH402", "contract-easier", "behaviour", page(
    """A handoff asks for less than before.

## What it tells
Less has to be known when a case is handed over.

## Why it matters
The receiving team gets cases of which it knows less than it was used to.
""", _process("{needs: [budget, need], by: seller, within: 2 days}"),
    _process("{needs: [budget], by: seller, within: 2 days}")))  # fmt: skip

GONE = Kind("CH403", "contract-gone", "breaking", page(
    """What was agreed on for a handoff is gone.

## What it tells
The contract of a handoff, or a part of it, is not there any more: what has to be known, who accepts it, or by when.

## Why it matters
What is not written down is argued about: "sales can't use our leads", "the leads are no good".
""", _process("{needs: [budget], by: seller, within: 2 days}"),
    _process("{needs: [budget], by: seller}")))  # fmt: skip

SLOWER = Kind("CH404", "acceptance-slower", "breaking", page(
    """There is more time to accept a case than before.

## What it tells
The time within which a case has to be accepted is longer.

## Why it matters
It is the lead who waits. A promise to the giving team, and to the customer, is weaker now.
""", _process("{needs: [budget], by: seller, within: 2 days}"),
    _process("{needs: [budget], by: seller, within: 5 days}")))  # fmt: skip

CHANGED = Kind("CH405", "contract-changed", "behaviour", page(
    """Something else is agreed on for a handoff.

## What it tells
Somebody else accepts the cases, they are accepted in another way, or something else happens when nobody does.

## Why it matters
Both teams have to know it before the first case is handed over.
""", _process("{needs: [budget], by: seller, within: 2 days}"),
    _process("{needs: [budget], by: sales, within: 2 days}")))  # fmt: skip

RETURN_GONE = Kind("CH406", "return-gone", "breaking", page(
    """A case can no longer be given back.

## What it tells
From a stage cases could be given back to the team that handed them over, and cannot now.

## Why it matters
Whoever cannot give a lead back lets it lie. It has nowhere to go, and the givers never hear that it was none.
""", _process("{needs: [budget], by: seller, within: 2 days}"),
    _process("{needs: [budget], by: seller, within: 2 days}", "")))  # fmt: skip

RETURN_ADDED = Kind("CH407", "return-added", "behaviour", page(
    """A case can be given back where it could not.

## What it tells
From a stage cases can be given back to the team that handed them over, and could not before.

## Why it matters
The giving team is going to get cases back: somebody has to be there for them.
""", _process("{needs: [budget], by: seller, within: 2 days}", ""),
    _process("{needs: [budget], by: seller, within: 2 days}")))  # fmt: skip

KINDS = (HARDER, EASIER, GONE, SLOWER, CHANGED, RETURN_GONE, RETURN_ADDED)

"""The contrary of a condition holds exactly where the condition does not, also of cases that lack a value."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from processctl.criteria import NOWHERE, Node, Not, evaluate
from processctl.criteria.evaluate import Value
from processctl.journey.negation import contrary
from processctl.model.model import Model
from tests.views.reading import written

PROCESS = """
fields:
  size: {{type: integer}}
  budget: {{type: integer, optional: true}}
  asked: {{type: integer}}
  left: {{is: budget - size}}
  met: {{type: boolean, optional: true}}
  branch: {{type: choice, options: [food, energy], optional: true}}
criteria:
  ours: {{says: Good, test: '{test}'}}
  known: {{says: Known, test: has(asked)}}
"""
VALUES: dict[str, tuple[Value | None, ...]] = {
    "size": (0, 1, 2),
    "budget": (None, 0, 1, 2),
    "asked": (None, 1),
    "met": (None, True, False),
    "branch": (None, "food", "energy"),
}


@pytest.mark.parametrize("sign", ["<", "<=", "==", "!=", ">=", ">"])
@pytest.mark.parametrize("condition", [
    "size {} 1", "1 {} budget", "asked {} 1", "budget {} size", "budget + 1 {} size * 2", "left {} 0",
    "size {} 1 and budget > 0", "met or budget {} 1", "at_least(1, met, budget {} 1)",
    "at_least(2, met, known, budget {} 1)", "not (budget {} 1)", "not (met and not (asked {} 1))",
    'budget {} 1 and not (branch in ["food"])',
])  # fmt: skip
def test_it_holds_where_the_condition_does_not(condition: str, sign: str, tmp_path: Path) -> None:
    model = written(tmp_path, PROCESS.format(test=condition.format(sign).replace("'", "''"))).model
    test = model.criteria["ours"].test
    assert test is not None
    assert test.tree is not None
    told, plain = contrary(model, test.tree), Not(NOWHERE, test.tree)
    for chosen in product(*VALUES.values()):
        case = {
            name: value for name, value in zip(VALUES, chosen, strict=True) if value is not None
        }
        assert holds(model, told, case) is holds(model, plain, case), case


def holds(model: Model, node: Node, case: dict[str, Value]) -> object:
    definitions: dict[str, Node] = {}
    for name, criterion in model.criteria.items():
        if criterion.test is not None and criterion.test.tree is not None:
            definitions[name] = criterion.test.tree
    formula = model.fields["left"].computed
    assert formula is not None
    assert formula.tree is not None
    definitions["left"] = formula.tree
    return evaluate(node, case, definitions, None, model.criteria.keys())


def test_what_may_be_missing(tmp_path: Path) -> None:
    model = written(tmp_path, PROCESS.format(test="size > 1")).model
    assert model.may_be_missing == {"budget", "asked", "left", "met", "branch"}

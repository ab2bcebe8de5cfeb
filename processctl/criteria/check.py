"""Whether the parts of a condition fit together: the type of each, from below.

The types are those of the language: numbers of all kinds compare with each other; a text that is
written out stands for an option or a day where it is compared with one. Where a part does not fit,
or is not known, nothing is said of what is built upon it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from processctl.criteria import mismatch
from processctl.criteria.agree import Agreement, Part
from processctl.criteria.mismatch import Mismatch
from processctl.criteria.nodes import (
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Conditional,
    DaysSince,
    DaysUntil,
    Has,
    In,
    Literal,
    Name,
    Negate,
    Node,
    Not,
    Or,
)
from processctl.criteria.types import BOOLEAN, DECIMAL, INTEGER, MONEY, TEXT, Names, Type
from processctl.criteria.walk import fold


def mismatches(node: Node, names: Names, wanted: Type | None = BOOLEAN) -> tuple[Mismatch, ...]:
    """As ``Checker(names).check(node, wanted)``; keep the checker for several conditions."""
    return Checker(names).check(node, wanted)


class Checker:
    """Checks conditions over the same names. Takes time linear in the size of each condition."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._agreement = Agreement()

    def check(self, node: Node, wanted: Type | None = BOOLEAN) -> tuple[Mismatch, ...]:
        """All that does not fit, in the order written; ``wanted`` is the type of the whole.

        None where it can be of any type.
        """
        found: list[Mismatch] = []
        one_pass = _Pass(self._names, self._agreement, found.append)
        whole = fold(node, one_pass.part)
        if wanted == BOOLEAN:
            one_pass.holds(whole)
        elif wanted is not None:
            found += self._agreement.computed(whole, wanted)
        return tuple(sorted(found, key=lambda one: one.span))


class _Pass(NamedTuple):
    """One walk over one condition."""

    names: Names
    agreement: Agreement
    tell: Callable[[Mismatch], None]

    def part(self, node: Node, parts: list[Part]) -> Part:
        """What is known of ``node``, from what is known of its parts."""
        match node:
            case Literal():
                return _literal(node)
            case Name(id=name):
                return Part(node, self.names.type_of(name))
            case And() | Or() | Not() | AtLeast():
                for part in parts:
                    self.holds(part)
                return Part(node, BOOLEAN)
            case Compare(operator=sign):
                left, right = parts
                self._tell(self.agreement.compared(node, left, right, sign))
                return Part(node, BOOLEAN)
            case In(options=Name() as name):
                item, several = parts
                self._tell(self.agreement.contained(node, item, name, several.type))
                return Part(node, BOOLEAN)
            case In():
                item, *options = parts
                self._tell(self.agreement.among(node, item, options))
                return Part(node, BOOLEAN)
            case Arithmetic():
                return self._counted(node, parts)
            case Negate():
                return self._counted(node, parts)
            case Conditional():
                return self._chosen(node, parts)
            case Has(name=name):
                if name.id in self.names.conditions:
                    self.tell(mismatch.no_field(name))
                return Part(node, BOOLEAN)
            case DaysSince(name=name) | DaysUntil(name=name):
                (field,) = parts
                if field.type is not None and field.type.kind != "date":
                    self.tell(mismatch.no_date(name, field.type))
                return Part(node, INTEGER)

    def _tell(self, found: list[Mismatch]) -> None:
        for one in found:
            self.tell(one)

    def holds(self, part: Part) -> None:
        """See to it that a part is a condition."""
        if part.type is not None and part.type.kind != "boolean":
            self.tell(mismatch.no_condition(part.node, part.type))

    def _counted(self, node: Arithmetic | Negate, parts: list[Part]) -> Part:
        wrong = [part for part in parts if part.type is not None and not part.type.is_number]
        if wrong and wrong[0].type is not None:
            self.tell(mismatch.no_number(wrong[0].node, wrong[0].type))  # the rest goes with it
        if wrong or any(part.type is None for part in parts):
            return Part(node, None)
        if isinstance(node, Arithmetic) and node.operators[0] == "*":
            changing = [part for part in parts if not part.constant]
            if len(changing) > 1:
                self.tell(mismatch.not_linear(node))
                return Part(node, None)
        kinds = {part.type.kind for part in parts if part.type is not None}
        kind = MONEY if "money" in kinds else DECIMAL if "decimal" in kinds else INTEGER
        return Part(node, kind, all(part.constant for part in parts))

    def _chosen(self, node: Conditional, parts: list[Part]) -> Part:
        test, yes, no = parts
        self.holds(test)
        kind, problems = self.agreement.either(yes, no)
        self._tell(problems)
        written = yes.written + no.written if yes.written and no.written else ()
        return Part(node, kind, test.constant and yes.constant and no.constant, written)


def _literal(node: Literal) -> Part:
    if isinstance(node.value, str):
        return Part(node, TEXT, True, (node,))
    return Part(node, Type(node.kind), True)

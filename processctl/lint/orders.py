"""One cause, one finding: the table of which finding keeps which others silent, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.lint.raised import Raised
from processctl.rules.rule import Place

Scope: TypeAlias = Literal["stage", "place", "about", "anywhere"]


@dataclass(frozen=True, slots=True)
class Order:
    """``winner`` silences the rules of ``loses``, in a ``scope``, because of ``why``.

    The scope is the same stage, the same stage as the place of both, the same things that both are
    ``about`` (ways from team to team, fields, forums, goals), or anywhere in the process. A winner that was silenced itself
    still wins, unless ``only_if_told``. ``loses`` are codes or beginnings of codes; ``but`` are
    exceptions. ``within`` are the sections that a loser has to stand in, if not any.
    """

    winner: str
    loses: tuple[str, ...]
    why: str
    scope: Scope = "stage"
    only_if_told: bool = False
    but: tuple[str, ...] = ()
    within: tuple[str, ...] = ()

    def gives_way(self, one: Raised) -> bool:
        """Whether a finding is one of those that the winner may silence."""
        where = one.found.where
        stands = where.path[0] if isinstance(where, Place) else ""
        return self.silences(one.rule.code) and (not self.within or stands in self.within)

    def silences(self, code: str) -> bool:
        """Whether findings of a rule give way to the winner's."""
        return code.startswith(self.loses) and not (self.but and code.startswith(self.but))

    def subjects(self, one: Raised) -> frozenset[str]:
        """What has to be the same in the winner and in what it silences."""
        if self.scope == "place":
            return one.own_stage
        return frozenset(one.found.about) if self.scope == "about" else one.stages


ORDERS: tuple[Order, ...] = (
    Order(
        "PC302",
        ("",),
        "what else is wrong with a stage that nothing reaches shows when something does",
        but=("PC0", "PC1", "PC99", "PC302", "PC303"),
    ),
    Order(
        "PC302",
        ("PC303",),
        "the same holds for a dead end that nothing reaches; one that is reached speaks of the "
        "unreached stages that it was cut off from",
        "place",
    ),
    Order(
        "PC303",
        ("PC302",),
        "a dead end names the stages that its missing exit may have cut off",
        only_if_told=True,
    ),
    Order(
        "PC303",
        ("PC304", "PC306"),
        "without a way out there is no deadline to mend, and no trap but this one",
    ),
    Order(
        "PC303",
        ("PC312", "PC403", "PC414"),
        "a dead end is often a result that does not say so: nothing need be done in one, and "
        "without any exit there is none to give a case back by",
    ),
    Order(
        "PC315",
        ("PC304", "PC305", "PC306", "PC318"),
        "without any result every stage is part of a trap, and no way out of one is told",
        "anywhere",
    ),
    Order(
        "PC301",
        ("PC605",),
        "what cases bring when they are born is missing together with their birth",
        "anywhere",
    ),
    *(
        Order(
            winner,
            ("PC514",),
            "a case that never comes out of there keeps no promise of where it ends",
            only_if_told=True,
        )
        for winner in ("PC303", "PC304")
    ),
    Order(
        "PC402",
        ("PC314", "PC514"),
        "where nothing says how soon a case is accepted, no time can be promised",
        only_if_told=True,
    ),
    Order(
        "PC514",
        ("PC305", "PC306", "PC407"),
        "where a promise breaks for want of a deadline or a limit, it is worth more than the advice "
        "to have one",
        only_if_told=True,
    ),
    *(
        Order(
            winner,
            ("PC314",),
            "without a deadline, or a limit of what leads round, there is no worst time to shorten",
            only_if_told=True,
        )
        for winner in ("PC305", "PC306", "PC407")
    ),
    Order("PC304", ("PC305",), "a circle that nothing leads out of has no end to limit yet"),
    Order(
        "PC203",
        ("PC209",),
        "a role that nobody holds is most likely that of somebody who is said to have none",
        "anywhere",
    ),
    Order("PC201", ("PC4",), "without an owner nobody can hand over or receive"),
    Order(
        "PC303",
        ("PC503", "PC504", "PC505", "PC506", "PC510", "PC515", "PC517"),
        "a stage without any way out has no exits to prove anything of",
    ),
    Order(
        "PC503",
        ("PC306", "PC312", "PC517"),
        "a case that fits no exit stays for ever because of that, and where it is to wait, nothing need be "
        "done; the deadline that is missing, too, would only end its waiting",
    ),
    Order(
        "PC401",
        ("PC512",),
        "an exit that asks for nothing sends every case straight back; it is told that it asks for nothing",
    ),
    Order(
        "PC605",
        ("PC507", "PC519"),
        "a field that nobody records may be anything at any door, and is missing everywhere",
        "about",
    ),
    Order("PC601", ("PC507",), "the same holds for a field that some way does not record", "about"),
    Order(
        "PC515",
        ("PC306",),
        "the same holds for a case in a crack between two bands",
    ),
    Order(
        "PC306",
        ("PC517",),
        "the case that is not judged fit is shown with the deadline that is missing: with one, it would move on",
    ),
    Order(
        "PC201",
        ("PC509",),
        "who owns the stage judges there, where nobody else is named; where the missing owner is "
        "accepted, nobody does",
        only_if_told=True,
    ),
    Order(
        "PC520",
        ("PC509",),
        "what a criterion means has to be known before somebody can judge it",
        "about",
    ),
    Order(
        "PC403",
        ("PC517",),
        "the return that is missing is where a case would go that is not judged fit",
        "about",
    ),
    Order("PC414", ("PC517",), "the same holds for a return that is only planned", "about"),
    Order(
        "PC415",
        ("PC504",),
        "that two exits to one stage overlap matters for nothing but what they say differently",
        "about",
    ),
    Order(
        "PC516",
        ("PC401", "PC415"),
        "the condition that one of several exits lacks is also the one that its handoff lacks, or "
        "that would tell it from its twin",
    ),
    Order(
        "PC406",
        ("PC403", "PC405", "PC414"),
        "given back to the right team, the case would have its way back to the giver too; nor are "
        "reasons told to a team that should not have got it",
        "about",
    ),
    *(
        Order(
            winner,
            ("PC102",),
            "the condition, or the exit, that is missing may be what was to use it",
            "anywhere",
            within=("fields", "criteria", "segments"),
        )
        for winner in ("PC302", "PC303", "PC401", "PC402", "PC404", "PC516", "PC605")
    ),
    *(
        Order(
            winner,
            ("PC102",),
            "where an owner or an acceptor is missing, that is what was to be named",
            "anywhere",
            within=("roles", "teams"),
        )
        for winner in ("PC201", "PC202", "PC402")
    ),
    Order(
        "PC403",
        ("PC811",),
        "what is left of the shares is the share of the return that is missing",
    ),
    Order("PC414", ("PC811",), "the same holds for a return that is only planned"),
    Order("PC701", ("PC405",), "reasons cannot be heard where nothing is told at all", "about"),
    Order("PC702", ("PC405",), "reasons cannot be heard where nothing is told that way", "about"),
    Order(
        "PC701",
        ("PC709",),
        "a team that tells those it has its cases from nothing tells them nothing of its results",
        "about",
    ),
    Order("PC702", ("PC709",), "nor does a team that only listens to them", "about"),
    Order(
        "PC706",
        ("PC707", "PC708"),
        "a meeting that is never held needs no chair and no agenda yet; the finding names them with "
        "what it lacks",
        "about",
    ),
    Order(
        "PC801",
        ("PC804", "PC806", "PC807"),
        "teams without a common goal are told to share a metric of the result; how far each one's own "
        "metrics look, and for what, shows when they have it",
        "about",
    ),
    Order(
        "PC806",
        ("PC807",),
        "a metric of what comes after the handoff says how good the cases were, too",
        "about",
    ),
    Order(
        "PC813",
        ("PC912",),
        "nothing can be in time for a day that has passed",
        "about",
    ),
    Order("PC607", ("PC608",), "who names the basis is asked in one go how long it holds", "about"),
)

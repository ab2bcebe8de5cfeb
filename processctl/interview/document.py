"""A process of the answers, as plain data in the order in which it is to be read.

The way itself is the usual one: new lead, sales, customer. Stages that only an answer calls for (those
who are not ready, those who are lost) are there only with that answer.
"""

from __future__ import annotations

from processctl.interview.ask import Answers, listed
from processctl.interview.names import Names
from processctl.model.parse import is_id
from processctl.reading.data_text import Data, Map, given
from processctl.texts import Message, Translator, say

_TEAMS: dict[str, Message] = {
    "marketing": say("Marketing"),
    "sales": say("Sales"),
    "care": say("Customer care"),
}
_PURSUED, _READY, _BOUGHT = "worth_pursuing", "ready_for_sales", "has_bought"


def document(answers: Answers, speaker: Translator) -> Map:
    """The sections of the process; those that nothing was said for are left out."""
    return _Document(answers, speaker).sections()


class _Document:
    def __init__(self, answers: Answers, speaker: Translator) -> None:
        self._answers = {
            key: joined for key, words in answers.items() if (joined := " ".join(words.split()))
        }
        self._speaker = speaker
        self._names = Names(set(_TEAMS))
        self._fields = Names({_PURSUED, _READY, _BOUGHT})
        self._roles: Map = {}

    def sections(self) -> Map:
        """Roles and teams come of what the others name, so they are made last and stand first."""
        owner = self._role("owner")
        stages, systems = self._stages(), self._systems()
        defaults = self._defaults(systems)
        found: Map = {
            "processctl": 1,
            "process": given(
                name=self._said("name"), owner=owner, languages=[self._speaker.language]
            ),
            "teams": self._teams(),
            "roles": self._roles,
            "systems": systems,
            "defaults": defaults,
            "fields": self._data_dictionary(),
            "criteria": self._criteria(),
            "stages": stages,
            "feedback": self._feedback(),
            "forums": self._forums(),
            "improvements": given(renewal=given(says=self._said("renewal")) or None),
        }
        return {name: section for name, section in found.items() if section != {}}

    def _said(self, key: str) -> str | None:
        return self._answers.get(key)

    def _list(self, key: str) -> list[Data] | None:
        said = self._said(key)
        return list(listed(said)) if said is not None else None

    def _things(self, key: str) -> list[Data] | None:
        """A list of fields or words: a word that looks like an id would be taken for one."""
        said = self._list(key)
        if said is None:
            return None
        known = {str(one).casefold() for one in self._list("fields") or ()}
        return [self._thing(str(one), known) for one in said]

    def _thing(self, words: str, known: set[str]) -> str:
        if words.casefold() in known:
            return self._fields.of(words, "field")
        return words[0].upper() + words[1:] if is_id(words) else words

    def _title(self, words: Message) -> str:
        return self._speaker.render(words)

    def _teams(self) -> Map:
        """Those that are named, have a role, or talk to each other."""
        talking = {"marketing", "sales"} if self._talks() else set()
        having = {role.get("team") for role in self._roles.values() if isinstance(role, dict)}
        return {
            team: {"name": self._said(team) or self._title(name)}
            for team, name in _TEAMS.items()
            if self._said(team) is not None or team in having | talking
        }

    def _talks(self) -> bool:
        return self._said("lead_quality") is not None or self._said("behaviour") is not None

    def _role(self, key: str, team: str | None = None) -> str | None:
        """The id of a title, declared at its first mention; what it does says which team it is of."""
        said = self._said(key)
        if said is None:
            return None
        name = self._names.of(said, "role")
        known = self._roles.setdefault(name, given(name=said))
        if team is not None and isinstance(known, dict):
            known.setdefault("team", team)
        return name

    def _told(self, key: str) -> Data:
        role = self._role(key)
        return {"tell": role} if role is not None else None

    def _criteria(self) -> Map:
        """Judgements of people: by which data they could be replaced is theirs to find out."""
        named = (("qualified", _PURSUED), ("ready", _READY), ("buys", _BOUGHT))
        return {
            name: {"says": said} for key, name in named if (said := self._said(key)) is not None
        }

    def _criterion(self, key: str, name: str) -> str | None:
        return name if self._said(key) is not None else None

    def _stages(self) -> Map:
        """In the order in which a lead meets them."""
        made: Map = {
            "new_lead": self._new_lead(),
            "qualified_lead": self._qualified_lead() if self._said("qualified") else None,
            "nurtured": self._nurtured() if self._said("nurture") else None,
            "in_sales": self._in_sales(),
            "customer": self._customer(),
            "more_sales": self._more_sales() if self._sells_more() else None,
            "closed_lost": self._closed_lost() if self._lets_go() else None,
        }
        return given(**made)

    def _lets_go(self) -> bool:
        """Whether anything that was said ends with letting a lead go."""
        return any(self._said(key) for key in ("lost_reasons", "return_limit", "nurture_within"))

    def _sells_more(self) -> bool:
        return any(self._said(key) for key in ("more_seller", "more_sign"))

    def _new_lead(self) -> Map:
        short = given(do=self._said("shortage"), owner=self._role("shortage_owner"))
        start = given(
            **{"from": self._list("sources")}, expects=self._said("expects"), short=short or None
        )
        pursued: Map = {"to": "qualified_lead", "when": _PURSUED}
        return given(
            name=self._title(say("New lead")),
            start=start or True,
            owner=self._role("first_contact", "marketing"),
            does=self._list("preparation"),
            captures=self._captures(),
            within=self._said("contact_within"),
            late=self._told("contact_late"),
            exits=[pursued if self._said("qualified") else self._to_sales(), *self._not_ready()],
        )

    def _qualified_lead(self) -> Map:
        return given(
            name=self._title(say("Lead worth pursuing")),
            owner=self._role("first_contact", "marketing"),
            exits=[self._to_sales(), *self._not_ready()],
        )

    def _to_sales(self) -> Map:
        return given(to="in_sales", when=self._criterion("ready", _READY))

    def _not_ready(self) -> list[Data]:
        """Where a lead goes that does not go on: to be nurtured, if anybody said how."""
        return [{"to": "nurtured", "when": "otherwise"}] if self._said("nurture") else []

    def _nurtured(self) -> Map:
        limit = self._said("nurture_within")
        return given(
            name=self._title(say("Not ready yet")),
            owner=self._role("nurture_owner", "marketing"),
            waits=True,
            does=self._list("nurture"),
            within=limit,
            late={"to": "closed_lost"} if limit is not None else None,
            exits=[self._to_sales()],
        )

    def _in_sales(self) -> Map:
        exits: list[Data] = [given(to="customer", when=self._criterion("buys", _BOUGHT))]
        if self._said("return_reasons"):
            exits.append(self._return())
        if self._said("lost_reasons"):
            reasons = self._list("lost_reasons")
            exits.append({"to": "closed_lost", "when": "otherwise", "reasons": reasons})
        return given(
            name=self._title(say("In sales")),
            owner=self._role("seller", "sales"),
            accepts=self._contract("needs", "acceptor", "sales", "accept_within", "silent"),
            does=self._list("selling"),
            within=self._said("selling_within"),
            late=self._told("selling_late"),
            exits=exits,
        )

    def _return(self) -> Map:
        limit = self._said("return_limit")
        return given(
            to="nurtured" if self._said("nurture") else "new_lead",
            when={"says": self._title(say("Sales gives the lead back"))},
            **{"return": True},
            reasons=self._list("return_reasons"),
            at_most=int(limit) if limit is not None else None,
            then="closed_lost" if limit is not None else None,
        )

    def _contract(self, needs: str, by: str, team: str, within: str, silent: str) -> Data:
        found = given(
            needs=self._things(needs),
            by=self._role(by, team),
            within=self._said(within),
            silent=self._told(silent),
        )
        return found or None

    def _customer(self) -> Map:
        more = given(
            to="more_sales",
            when=given(says=self._said("more_sign")) or None,
        )
        return given(
            name=self._title(say("Customer")),
            owner=self._role("carer", "care"),
            outcome="won",
            accepts=self._contract(
                "handover_needs", "carer", "care", "handover_within", "handover_silent"
            ),
            touch=given(every=self._said("care_every"), does=self._list("caring")) or None,
            exits=[more] if self._sells_more() else None,
        )

    def _more_sales(self) -> Map:
        return given(
            name=self._title(say("More to a customer")),
            owner=self._role("more_seller", "sales"),
            exits=[given(to="customer", when=self._criterion("buys", _BOUGHT))],
        )

    def _closed_lost(self) -> Map:
        name = self._title(say("Lost"))
        return given(name=name, owner=self._role("seller", "sales"), outcome="lost")

    def _captures(self) -> list[Data] | None:
        names = [self._fields.of(str(one), "field") for one in self._list("fields") or ()]
        return list(dict.fromkeys(names)) or None

    def _data_dictionary(self) -> Map:
        said = self._list("fields") or ()
        return {self._fields.of(str(one), "field"): {"name": str(one)} for one in said}

    def _systems(self) -> Map:
        said = self._said("system")
        if said is None:
            return {}
        name = Names(set()).of(said, "system")
        return {name: given(name=said, problems=self._told("data_problems"))}

    def _defaults(self, systems: Map) -> Map:
        fields = given(system=next(iter(systems), None), owner=self._role("data_owner"))
        return {"fields": fields} if fields else {}

    def _feedback(self) -> Map:
        meeting = "meeting" if self._said("meeting") else None
        ways = (
            ("lead_quality", "sales", "marketing"),
            ("behaviour", "marketing", "sales"),
        )
        return {
            key: given(**{"from": giver, "to": hearer, "carries": self._things(key), "in": meeting})
            for key, giver, hearer in ways
            if self._said(key)
        }

    def _forums(self) -> Map:
        said = self._said("meeting")
        members: list[Data] | None = ["marketing", "sales"] if self._talks() else None
        made = given(name=said, every=self._said("meeting_every"), members=members)
        return {"meeting": made} if said is not None else {}

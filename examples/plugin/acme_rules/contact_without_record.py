"""A talk with the customer is recorded nowhere.

## What it checks
A stage with the tag `contact` says under `systems` where the talk is recorded.

## Why it matters
The next one who calls asks the customer the same questions again.

## Where
On the id of the stage.

## Bad
```yaml
stages:
  first_call: {start: true, tags: [contact]}
```

## Good
```yaml
systems: {crm: {}}
stages:
  first_call: {start: true, tags: [contact], systems: [crm]}
```

## When to disagree
A talk of which nothing need be known: then it is no contact, and the tag can go.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.plugin import Found, Given, Journey, Rule, say_in, stage_at, word_list

FINNISH = """Keskustelua asiakkaan kanssa ei kirjata mihinkään.

## What it checks
Vaihe, jolla on tunniste `contact`, kertoo avaimessa `systems`, mihin keskustelu kirjataan.

## Why it matters
Seuraava soittaja kysyy asiakkaalta samat asiat uudelleen.

## Where
Vaiheen tunnuksessa.

## When to disagree
Keskustelu, josta ei tarvitse jäädä mitään talteen: silloin se ei ole kontakti, ja tunniste joutaa pois.
"""

TAGS = word_list(
    "tags",
    say_in(
        {
            "en": "The tags of stages in which somebody talks to a customer.",
            "fi": "Tunnisteet vaiheille, joissa asiakkaan kanssa keskustellaan.",
        }
    ),
    ("contact",),
)


def judge(journey: Journey, given: Given) -> Iterator[Found]:
    """Find stages of contact that name no system."""
    tags = set(given.value(TAGS))
    for name, stage in journey.stages.items():
        if tags.intersection(stage.tags) and stage.lacks("systems"):
            yield Found(
                say_in(
                    {
                        "en": 'The talk in stage "{stage}" is recorded nowhere.',
                        "fi": 'Keskustelua vaiheessa "{stage}" ei kirjata mihinkään.',
                    },
                    stage=stage.title,
                ),
                stage_at(name),
                hint=say_in(
                    {
                        "en": 'Name the system: "systems: [crm]".',
                        "fi": 'Nimeä järjestelmä: "systems: [crm]".',
                    }
                ),
            )


RULE = Rule(
    "ACME001",
    "contact-without-record",
    "warning",
    __doc__,
    judge=judge,
    options=(TAGS,),
    since="1.0.0",
    pages={"fi": FINNISH},
)

"""A small process to walk through, with a gap, a door and two judgements."""

PROCESS = """\
processctl: 1
teams: {sales: {}}
roles: {ann: {team: sales}}
fields:
  score: {type: integer, min: 0, max: 100}
  size: {type: choice, options: [small, large]}
  topics: {type: list, options: [price, support], optional: true}
criteria:
  agreed: {says: {en: The customer agrees, fi: Asiakas suostuu}, judged_by: ann}
stages:
  new_lead:
    name: {en: New lead, fi: Uusi liidi}
    owner: ann
    start: {brings: [size]}
    captures: [score]
    within: 2 business days
    late: {to: closed_lost}
    exits:
      - {to: offer, when: score >= 50}
      - {to: closed_lost, when: score < 40}
  offer:
    name: {en: Offer, fi: Tarjous}
    owner: ann
    entry: size == "large"
    within: 30 days
    exits:
      - {to: won_deal, when: agreed}
      - {to: closed_lost, when: {says: {en: The customer declines, fi: Asiakas kieltäytyy}}}
  won_deal: {name: {en: Customer, fi: Asiakas}, outcome: won}
  closed_lost: {name: {en: Deal lost, fi: Kauppa hävitty}, outcome: lost}
"""
CASES = """\
cases:
  buys:
    name: {en: Buys, fi: Ostaa}
    from: new_lead
    has: {size: large}
    steps:
      - {in: new_lead, has: {score: 70}, after: 1 hour}
      - {in: offer, yes: [agreed], after: 3 days}
    path: [new_lead, offer, won_deal]
    ends: won
"""

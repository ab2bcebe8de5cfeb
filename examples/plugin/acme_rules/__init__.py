"""Acme's own rules."""

from acme_rules import contact_without_record

RULES = (contact_without_record.RULE,)

"""What a package that brings rules of its own may rely on.

Everything here keeps its meaning within a major version of processctl; the modules behind it may
change. ``docs/plugins.md`` tells how to write, document and install a rule.
"""

from processctl.journey import Edge, Handoff, Journey, Owner
from processctl.rules.option import Option, rhythm, whole_number, word_list
from processctl.rules.rule import Also, Everywhere, Found, Given, Place, Rule, stage_at
from processctl.texts import Listing, Message, Quantity, Text, say_in

__all__ = [
    "Also",
    "Edge",
    "Everywhere",
    "Found",
    "Given",
    "Handoff",
    "Journey",
    "Listing",
    "Message",
    "Option",
    "Owner",
    "Place",
    "Quantity",
    "Rule",
    "Text",
    "rhythm",
    "say_in",
    "stage_at",
    "whole_number",
    "word_list",
]

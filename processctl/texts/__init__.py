"""What users read: messages with arguments, names in several languages, and their translation."""

from processctl.texts.message import Argument, Listing, Message, Quantity, Text, say
from processctl.texts.translate import LANGUAGES, Translator, translator

__all__ = [
    "LANGUAGES",
    "Argument",
    "Listing",
    "Message",
    "Quantity",
    "Text",
    "Translator",
    "say",
    "translator",
]

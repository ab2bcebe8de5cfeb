"""What users read: messages with arguments, names in several languages, and their translation."""

from processctl.texts.message import (
    LEFT_OUT,
    Argument,
    Listing,
    Message,
    Quantity,
    Text,
    say,
    say_in,
)
from processctl.texts.translate import (
    LANGUAGES,
    Translator,
    catalogues,
    help_translator,
    page_translator,
    schema_translator,
    translator,
    usage_translator,
)

__all__ = [
    "LANGUAGES",
    "LEFT_OUT",
    "Argument",
    "Listing",
    "Message",
    "Quantity",
    "Text",
    "Translator",
    "catalogues",
    "help_translator",
    "page_translator",
    "say",
    "say_in",
    "schema_translator",
    "translator",
    "usage_translator",
]

"""Formatting: one canonical form for process files, with every comment where it belongs."""

from processctl.fmt.document import Formatted, NotProvedError, format_text

__all__ = ["Formatted", "NotProvedError", "format_text"]

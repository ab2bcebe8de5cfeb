"""The commands. One module each, loaded when it is called."""

from processctl.cli.group import main

__all__ = ["main"]

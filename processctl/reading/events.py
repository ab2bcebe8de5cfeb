"""The events of a YAML text, from libyaml's parser or from PyYAML's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml import events as ev


def has_c_parser() -> bool:
    """Whether PyYAML was built with libyaml."""
    return bool(yaml.__with_libyaml__)


def events(text: str, *, pure: bool) -> Iterator[ev.Event]:
    """The events in order.

    Raises:
        yaml.YAMLError: the text is not YAML.
    """
    parser: Any  # PyYAML's two parsers share no base class
    if pure or not has_c_parser():
        parser = yaml.Loader(text)
    else:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs hide it

        parser = CParser(text)
    try:
        while True:
            event = parser.get_event()
            yield event
            if isinstance(event, ev.StreamEndEvent):
                return
    finally:
        parser.dispose()

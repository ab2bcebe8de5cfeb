"""What can go wrong while drawing."""

from __future__ import annotations

from processctl.texts import Message


class LayoutFailed(Exception):  # noqa: N818 - reads as what happened, as in "raise LayoutFailed"
    """The layout engine gave no drawing; ``message`` says why, and what helps."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.template)
        self.message = message

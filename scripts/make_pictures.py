"""Draws every picture of README and docs anew: ``make pictures``. A test says when one is stale."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
IMAGES = REPOSITORY / "docs" / "images"
_BEFORE = ("render", "examples/before", "--lang", "en")
_AFTER = ("render", "examples/after", "--lang", "en")
_WON = "web_contact,mql,sal,opportunity,offer,onboarding,customer"
PICTURES: dict[str, tuple[str, ...]] = {
    "before.svg": _BEFORE,
    "before-dark.svg": (*_BEFORE, "--theme", "dark"),
    "before-findings.svg": (*_BEFORE, "--findings"),
    "before-feedback.svg": (*_BEFORE, "--view", "feedback"),
    "before-feedback-dark.svg": (*_BEFORE, "--view", "feedback", "--theme", "dark"),
    "after.svg": _AFTER,
    "after-won.svg": (*_AFTER, "--highlight", _WON),
    "after-stage.svg": (*_AFTER, "--view", "stage:offer"),
    "after-role.svg": (*_AFTER, "--view", "role:care"),
    "after-feedback.svg": (*_AFTER, "--view", "feedback"),
    "after-data.svg": (*_AFTER, "--view", "data"),
    "after-goals.svg": (*_AFTER, "--view", "goals"),
    "assess.svg": (
        "assess",
        "examples/before",
        "--today",
        "2026-11-23",
        "--format",
        "svg",
        "--lang",
        "en",
    ),
}
"""What draws each picture: a command line, to which the file is added."""


def main() -> None:
    """Draw them all."""
    for name, command in PICTURES.items():
        draw(IMAGES / name, command)


def draw(file: Path, command: tuple[str, ...]) -> None:
    """Let processctl draw one picture into a file."""
    subprocess.run(  # noqa: S603 - the program of this repository with the arguments above
        [sys.executable, "-m", "processctl", *command, "--force", "-o", str(file)],
        cwd=REPOSITORY,
        check=True,
    )


if __name__ == "__main__":
    main()

"""Finds Chromium, and installs it where that needs nobody: ``python -m tests.browser.chromium``."""

from __future__ import annotations

import shutil
import sys

from tests import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "Chromium is missing, which draws what tests look at: "
    "install it (apt-get install chromium), and run the tests again."
)
# Nothing of it may ask a network, or for a graphics card.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """The full path of the browser; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def install() -> None:
    """Install it, on Debian and as root.

    Raises:
        RuntimeError: it cannot be installed here; the message says what to do.
    """
    debian.install(["chromium"], MISSING)


if __name__ == "__main__":
    try:
        if chromium() is None:
            install()
    except RuntimeError as error:
        sys.exit(str(error))

"""The extension for Visual Studio Code, made in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY
from tests.editors.fetch import EXTENSION, extension

MADE = ("node_modules", "dist", "out", "*.vsix")


def copy(folder: Path) -> Path:
    """The extension's sources with its packages: making it leaves no trace in the checkout."""
    made = shutil.copytree(EXTENSION, folder / "vscode", ignore=shutil.ignore_patterns(*MADE))
    (made / "node_modules").symlink_to(extension())
    return made


def run(folder: Path, *command: str) -> str:
    """What a command of the extension's says; it has to end well."""
    ours = {
        "PROCESSCTL": str(Path(sys.executable).with_name("processctl")),
        "PROCESSCTL_EXAMPLES": str(REPOSITORY / "examples"),
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **ours}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return done.stdout

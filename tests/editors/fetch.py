"""Fetches what the editors' tests need, once: ``python -m tests.editors.fetch``.

The packages of the extension and the YAML server come by npm, and are kept below ``build/``; Neovim and
Emacs are Debian's.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests import npm
from tests.conftest import REPOSITORY
from tests.debian import install

EXTENSION = REPOSITORY / "editors" / "vscode"
HERE = Path(__file__).parent
KEPT = REPOSITORY / "build" / "editors"
EMACS_PACKAGES = (
    "(progn (require 'package) (package-initialize) (require 'eglot) (require 'yaml-mode))"
)
MISSING_NEOVIM = (
    "Neovim is missing, which starts the language server as docs/editor.md says: "
    "install it (apt-get install neovim), and run the tests again."
)
MISSING_EMACS = (
    "Emacs with eglot is missing, which starts the language server as docs/editor.md says: "
    "install it (apt-get install emacs-nox elpa-yaml-mode, before version 29 elpa-eglot too), "
    "and run the tests again."
)


def extension(kept: Path = KEPT / "vscode") -> Path:
    """The folder of the packages that the extension is made with, fetched if they are not there yet.

    Raises:
        RuntimeError: they cannot be fetched; the message says what to do.
    """
    return npm.packages(EXTENSION, kept, "The packages of the extension")


def yaml_server(kept: Path = KEPT / "yaml") -> Path:
    """The program of the YAML server that many editors have, fetched if it is not there yet.

    Raises:
        RuntimeError: it cannot be fetched; the message says what to do.
    """
    modules = npm.packages(HERE, kept, "The YAML server")
    return modules / "yaml-language-server" / "bin" / "yaml-language-server"


def neovim() -> str | None:
    """The full path of Neovim; None where there is none."""
    return shutil.which("nvim")


def emacs() -> str | None:
    """The full path of an Emacs that has eglot and a mode for YAML; None where there is none."""
    program = shutil.which("emacs")
    if program is None:
        return None
    done = subprocess.run(
        [program, "--batch", "--eval", EMACS_PACKAGES], capture_output=True, check=False
    )
    return program if done.returncode == 0 else None


def everything() -> None:
    """Fetch all of it.

    Raises:
        RuntimeError: something cannot be fetched; the message says what to do.
    """
    extension()
    yaml_server()
    if neovim() is None:
        install(["neovim"], MISSING_NEOVIM)
    if emacs() is None:
        install(["emacs-nox", "elpa-yaml-mode"], MISSING_EMACS)
    if emacs() is None:  # before version 29
        install(["elpa-eglot"], MISSING_EMACS)


if __name__ == "__main__":
    npm.as_command(everything)

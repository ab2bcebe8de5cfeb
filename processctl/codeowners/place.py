"""Which service keeps a repository, and where the file lies that it reads."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import which

from processctl.codeowners.handles import HOSTS, Host
from processctl.git.repository import Repository
from processctl.model.model import Model

# In the order in which each service looks for it; the first one counts.
_PLACES: Mapping[Host, tuple[str, ...]] = {
    "github": (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
    "gitlab": ("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"),
}
_USUAL: Mapping[Host, str] = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS"}
_TRACES: Mapping[Host, tuple[str, ...]] = {
    "github": (".github",),
    "gitlab": (".gitlab", ".gitlab-ci.yml"),
}


def place_in(repository: Path, host: Host) -> Path:
    """The file that the host reads, else where it is to be."""
    there = (repository / place for place in _PLACES[host])
    return next(filter(os.path.lexists, there), repository / _USUAL[host])


def guessed_host(repository: Path, output: Path | None, models: Iterable[Model]) -> Host | None:
    """The one service that something speaks for; None where nothing does, or as much for another.

    Asked in this order: the folder of the file that is to be written, the address of ``origin``, files of
    the services in the repository, the accounts that people and teams have.
    """
    folder = output.absolute().parent.name if output is not None else ""
    held = [
        one.accounts or {}
        for model in models
        for section in (model.people, model.teams)
        for one in section.values()
    ]
    signs = (
        {host for host in HOSTS if folder == f".{host}"},
        _of_origin(repository),
        {host for host in HOSTS if any(os.path.lexists(repository / one) for one in _TRACES[host])},
        {host for host in HOSTS if any(host in accounts for accounts in held)},
    )
    return next((next(iter(sign)) for sign in signs if len(sign) == 1), None)


def _of_origin(repository: Path) -> set[Host]:
    git = which("git")
    if git is None:
        return set()
    answer = Repository(repository, git).run("config", "--get", "remote.origin.url")
    server = re.match(r"(?:\w+://)?(?:[^@/]*@)?([^/:]*)", answer.stdout.decode("utf-8", "replace"))
    words = re.split(r"[.-]", server[1].lower()) if server else []
    return {host for host in HOSTS if host in words}

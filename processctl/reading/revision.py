"""A repository as it was: the process files of an earlier git revision, put into a folder."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path, PurePosixPath
from shutil import which

from processctl.reading.files import git_environment, repository_above
from processctl.texts import Message, say


class NoRevision(Exception):  # noqa: N818 - no error of ours: what was asked for is not there
    """An earlier state cannot be had; ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.template)
        self.message = message


def put_revision(workspace: Path, revision: str, target: Path) -> Path:
    """Put all YAML files of a git revision into the empty folder ``target``.

    Returns:
        The workspace's folder there; it need not exist.

    Raises:
        NoRevision: no git, no repository, or no such revision.
    """
    repository, git = repository_above(workspace), which("git")
    if git is None:
        raise NoRevision(say("git is not installed, and earlier states are kept by git."))
    if repository is None:
        raise NoRevision(say("This folder is in no git repository, so it has no earlier state."))
    # "--end-of-options": a revision is never taken for an option, whatever it looks like.
    names = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    found = _run([git, *names], repository)
    if found.returncode != 0:
        raise NoRevision(say('git knows no revision "{revision}" here.', revision=revision))
    commit = found.stdout.decode().strip()
    archive = _run([git, "archive", "--format=tar", commit], repository)
    if archive.returncode != 0:
        raise NoRevision(say('git cannot read the revision "{revision}".', revision=revision))
    _unpack(archive.stdout, target)
    _run([git, "init", "--quiet"], target)  # nothing may lead out of it, as out of any repository
    return target / workspace.resolve().relative_to(repository.resolve())


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - git's own path, no shell
        command, cwd=folder, env=git_environment(), capture_output=True, check=False
    )


def _unpack(archive: bytes, target: Path) -> None:
    """Write the YAML files and all links of an archive.

    git keeps paths that lead out of a repository out of it, and nothing is written through a link:
    they are made last. Where one leads is looked at when it is read, as ever.
    """
    links: list[tuple[Path, str]] = []
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            name = PurePosixPath(member.name)
            if name.is_absolute() or ".." in name.parts:
                continue
            file = target / name
            if member.issym():
                links.append((file, member.linkname))
            elif member.isfile() and name.suffix in (".yaml", ".yml"):
                content = tar.extractfile(member)
                assert content is not None  # noqa: S101 - it is a file
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.read())
    for file, leads_to in links:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.symlink_to(leads_to)

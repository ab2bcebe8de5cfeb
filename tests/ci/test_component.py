"""The component for GitLab, run in a real repository; its note goes to a server that is really there."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tests.ci.component import run_job
from tests.cli.program import NO_ESCALATION, NO_OWNER, git, needed, starter
from tests.packaging.checkout import copy_of_the_checkout, execute


@dataclass
class Server:
    """What was posted: path, token, body."""

    url: str
    posted: list[tuple[str, str, str]] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Server]:
    seen = Server("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            seen.posted.append(
                (self.path, self.headers["PRIVATE-TOKEN"], parse_qs(body)["body"][0])
            )
            self.send_response(201 if self.headers["PRIVATE-TOKEN"] == "right" else 401)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        seen.url = f"http://127.0.0.1:{http.server_port}/api/v4"
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        yield seen
        http.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a runner keeps, and the wheel that is installed."""
    folder = tmp_path_factory.mktemp("home")
    source = copy_of_the_checkout(folder / "source")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, source)
    execute(*build, cwd=source)
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    starter(folder / "our sales")
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def commit(folder: Path) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")
    return git(folder, "rev-parse", "HEAD").strip()


def inputs(home: Path, **more: str) -> dict[str, str]:
    (wheel,) = home.glob("*.whl")
    return {"package": str(wheel), **more}


def test_reports(home: Path, repository: Path) -> None:
    starter(repository / "our sales", NO_OWNER)
    status, log = run_job(repository, home, inputs(home, path="our sales"))
    assert status == 1, log
    quality = json.loads((repository / "gl-code-quality-report.json").read_text("utf-8"))
    assert "our sales/processctl.yaml" in {one["location"]["path"] for one in quality}
    assert "PC201" in (repository / "processctl-junit.xml").read_text("utf-8")
    assert "PC201" in (repository / "processctl.md").read_text("utf-8")


def test_inputs(home: Path, repository: Path) -> None:
    starter(repository / "our sales", NO_ESCALATION)
    status, log = run_job(repository, home, inputs(home))
    assert status == 0, log
    status, log = run_job(repository, home, inputs(home, fail_on="warning"))
    assert status == 1, log
    status, log = run_job(repository, home, inputs(home, path="$(touch sprung); nowhere"))
    assert status == 2, log
    assert not (repository / "sprung").exists()


def test_a_merge_request(home: Path, repository: Path, server: Server) -> None:
    needed("curl", "install it (apt-get install curl)")
    base = git(repository, "rev-parse", "HEAD").strip()
    git(repository, "checkout", "--quiet", "-b", "$(touch${IFS}sprung)")
    starter(repository / "our sales", NO_OWNER)
    commit(repository)
    request = {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
        "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "$(touch${IFS}sprung)",
        "CI_MERGE_REQUEST_TITLE": "`touch sprung`",
        "CI_PROJECT_ID": "42",
        "CI_API_V4_URL": server.url,
    }
    status, log = run_job(repository, home, inputs(home), **request)
    assert status == 1, log
    assert server.posted == []  # without a token nothing is sent anywhere
    summary = (repository / "processctl.md").read_text("utf-8")
    findings = (repository / "processctl-findings.md").read_text("utf-8")
    assert summary.endswith(findings)
    assert "In sales" in summary.removesuffix(findings)

    status, log = run_job(repository, home, inputs(home), **request, PROCESSCTL_TOKEN="right")  # noqa: S106 - of the server above
    assert status == 1, log
    assert "right" not in log
    (posted,) = server.posted
    assert posted == ("/api/v4/projects/42/merge_requests/7/notes", "right", summary)

    status, log = run_job(repository, home, inputs(home), **request, PROCESSCTL_TOKEN="wrong")  # noqa: S106 - of the server above
    assert status == 1, log
    assert "The note could not be written" in log
    assert not (repository / "sprung").exists()


def test_nothing_of_the_repository_is_run(home: Path, repository: Path) -> None:
    for name in ("yaml", "venv", "pip", "click", "processctl"):
        (repository / name).mkdir()
        (repository / name / "__init__.py").write_text("open('sprung', 'w')\n")
    status, log = run_job(repository, home, inputs(home))
    assert status == 0, log
    assert not (repository / "sprung").exists()

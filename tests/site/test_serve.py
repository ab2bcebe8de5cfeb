"""``site serve`` as a server: what it answers, whom it refuses, and how it ends."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from processctl.site.build import LIST
from tests.cli.program import call, files_below, run, starter
from tests.site.served import Site, served

EVERYWHERE = "0.0.0.0"  # noqa: S104 - on purpose


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = starter(tmp_path_factory.mktemp("served"), ("[en]", "[en, fi]"))
    with served(folder) as found:
        yield found
        status, err = found.end()
        assert (status, err) == (0, "Watching; Ctrl-C ends it.\n")
        assert set(files_below(folder)) == {"processctl.yaml"}  # nothing is written


def test_every_file_of_the_site_is_there(site: Site, tmp_path: Path) -> None:
    assert call("site", "build", site.folder, "-o", tmp_path / "built", cwd=tmp_path).status == 0
    for name, content in files_below(tmp_path / "built").items():
        status, headers, body = site.ask(f"/{name}")
        assert status == 200, name
        if not name.endswith(".html") or name == "index.html":
            assert body == content, name
        else:
            assert body.startswith(content.split(b'<meta http-equiv="Content-Sec')[0])
            assert content.split(b"<body")[1].split(b"</body>")[0] in body
        assert int(headers["Content-Length"]) == len(body)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/en/index.html", "text/html; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/assets/regular.ttf", "font/ttf"),
        (f"/{LIST}", "text/plain; charset=utf-8"),
        ("/_live/live.js", "text/javascript; charset=utf-8"),
        ("/_live/live.css", "text/css; charset=utf-8"),
    ],
)
def test_what_is_answered_says_what_it_is_and_is_kept_by_nobody(
    path: str, kind: str, site: Site
) -> None:
    status, headers, _ = site.ask(path)
    assert (status, headers["Content-Type"]) == (200, kind)
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert site.ask(path, "HEAD") == (
        200,
        {**headers, "Date": site.ask(path, "HEAD")[1]["Date"]},
        b"",
    )


@pytest.mark.parametrize(
    "path",
    [
        "/../processctl.yaml", "/en/../../processctl.yaml", "/%2e%2e/processctl.yaml", "/..%2f..%2fetc/passwd",
        "//etc/passwd", "/etc/passwd", "/processctl.yaml", "/en/", "/en/stages/../index.html", "/%00", "/C:/x",
        "http://evil.example/processctl.yaml", "/_live/../live.py", "/_live/state.py", "/<script>alert(1)</script>",
    ],
)  # fmt: skip
def test_nothing_but_the_site_can_be_had(path: str, site: Site) -> None:
    status, _, body = site.ask(path, Host="localhost")
    assert status == 404
    assert b"There is no such page" in body
    assert b"alert(1)" not in body
    assert b'href="/en/index.html"' in body


@pytest.mark.parametrize("path", ["/%ff", "http://[", "/%E4"])
def test_what_is_no_address_is_refused(path: str, site: Site) -> None:
    assert site.ask(path, Host="localhost")[0] == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_it_can_be_read_and_nothing_else(method: str, site: Site) -> None:
    assert site.ask("/", method)[0] == 501


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200), ("localhost:80", 200), ("127.0.0.1", 200), ("[::1]:8000", 200), ("LOCALHOST", 200),
        ("evil.example", 421), ("evil.example:8000", 421), ("localhost.evil.example", 421), ("127.0.0.1.evil", 421),
        ("", 421), ("192.168.0.7", 421), ("localhost:evil", 421), ("[::1", 421), ("[::1]evil", 421),
    ],
)  # fmt: skip
def test_a_name_that_is_not_of_this_machine_is_refused(host: str, status: int, site: Site) -> None:
    assert site.ask("/en/index.html", Host=host)[0] == status
    if status == 421:
        assert site.ask("/_live/events?path=/en/index.html", Host=host)[0] == status


def test_who_goes_away_early_is_no_trouble(site: Site) -> None:
    place = urlsplit(site.address)
    for request in (
        b"GET /assets/regular.ttf HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /_live/events?path=/en/index.html HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /",
        b"\x16\x03\x01\x02",
        b"\r\n\r\n",
    ):
        with socket.create_connection((place.hostname or "", place.port or 0)) as line:
            line.sendall(request)
            # What is still on its way back is thrown away.
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    assert site.ask("/")[0] == 200  # and the fixture sees that nothing was said of it


def test_a_page_is_told_when_there_is_a_newer_one(tmp_path: Path) -> None:
    with served(starter(tmp_path)) as site:
        place = urlsplit(site.address)
        with socket.create_connection((place.hostname or "", place.port or 0), timeout=30) as line:
            line.sendall(
                b"GET /_live/events?path=/en/stages/nurtured.html HTTP/1.1\r\nHost: localhost\r\n\r\n"
            )
            news = line.makefile("rb")
            while news.readline().strip():
                continue
            first = news.readline()
            assert first.startswith(b"data: ")
            page = site.ask("/en/stages/nurtured.html")[2]
            assert f'data-mark="{first[6:].decode().strip()}"'.encode() in page
            site.change("Not ready to talk to sales yet", "Somebody who may buy one day")
            told = next(line for line in iter(news.readline, b"") if line.startswith(b"data: "))
            assert told != first


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    starter(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("site", "serve", "--port", str(port), cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        f"Error: Port {port} is in use by another program. Name another one with --port, or leave --port out.\n"
    )


def test_without_a_wish_the_next_free_port_is_taken(tmp_path: Path) -> None:
    with (
        served(starter(tmp_path), "--lang", "en") as one,
        served(tmp_path, "--lang", "en") as other,
    ):
        assert urlsplit(one.address).port != urlsplit(other.address).port
        assert other.ask("/")[0] == 200
        assert one.end()[0] == other.end()[0] == 0


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.name.invalid", "::ffff:192.0.2.1"])
def test_an_address_of_another_machine(host: str, tmp_path: Path) -> None:
    starter(tmp_path)
    done = run("site", "serve", "--host", host, "--port", "0", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert f'"{host}" is no address of this machine.' in done.err


def test_who_opens_it_to_the_network_is_warned(tmp_path: Path) -> None:
    with served(starter(tmp_path), "--host", EVERYWHERE, "--port", "0") as site:
        assert urlsplit(site.address).hostname == "127.0.0.1"
        assert site.ask("/", Host="192.168.0.7:8000")[0] == 200
        assert site.ask("/", Host="evil.example")[0] == 421
        status, err = site.end()
    assert status == 0
    assert 'Whoever reaches "0.0.0.0" over the network can read it' in err


def test_it_opens_a_browser(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{seen}"\n')
    browser.chmod(0o755)
    folder = starter(tmp_path / "ours")
    with served(folder, "--open", "--port", "0", env={"BROWSER": f"{browser} %s"}) as site:
        until = time.monotonic() + 30
        while not (seen.exists() and seen.read_text()) and time.monotonic() < until:
            time.sleep(0.02)
        assert seen.read_text().strip() == site.address


def test_ctrl_c_ends_it_while_somebody_listens(tmp_path: Path) -> None:
    with served(starter(tmp_path)) as site:
        place = urlsplit(site.address)
        with socket.create_connection((place.hostname or "", place.port or 0)) as line:
            line.sendall(b"GET /_live/events?path=/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert line.recv(4).startswith(b"HTTP")
            assert site.end() == (0, "Watching; Ctrl-C ends it.\n")


def test_in_finnish(tmp_path: Path) -> None:
    with served(starter(tmp_path), "--lang", "fi", "--port", "0") as site:
        assert "Tätä sivua ei ole" in site.ask("/nothing")[2].decode()
        assert site.end() == (0, "Seurataan muutoksia; Ctrl-C lopettaa.\n")

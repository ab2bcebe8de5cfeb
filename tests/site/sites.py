"""Sites of the examples on the disk, each built once, and how a browser opens them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal, TypeAlias

from playwright.sync_api import Browser, Page, Request

Theme: TypeAlias = Literal["light", "dark"]
Sites: TypeAlias = Callable[[str], Path]


def written(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The files of a site below a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a site by their paths."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*") if file.is_file()
    }  # fmt: skip


def pages(folder: Path, language: str = "*") -> list[Path]:
    """All pages of a site, or those of a language, but for the one that only leads on."""
    return sorted(folder.glob(f"{language}/**/*.html"))


def of_each_kind(folder: Path, language: str) -> list[Path]:
    """All pages of which there is one, and of the stages, roles and so on one each."""
    files = pages(folder, language)
    first = {file.parent: file for file in reversed(files)}
    return [file for file in files if file.parent.name == language or first[file.parent] == file]


@contextmanager
def opened(
    browser: Browser,
    width: int = 1280,
    *,
    scripts: bool = True,
    touch: bool = False,
    theme: Theme = "light",
) -> Iterator[tuple[Page, list[str]]]:
    """An empty page on a screen of some width, and what the browser complains of while it is open."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        java_script_enabled=scripts,
        has_touch=touch,
        color_scheme=theme,
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda message: complaints.append(f"{message.location['url']}: {message.text}")
    )
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: complaints.extend(_refused(request)))
    yield page, complaints
    context.close()


def _refused(request: Request) -> list[str]:
    """A request that came to nothing; not one that its page did not wait for."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]


class _Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Browsers ask for an icon that no page has named."""
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        del format, args


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on a server of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()

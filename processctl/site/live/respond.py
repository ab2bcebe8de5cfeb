"""What a browser gets for a path: a file of the site, or a page that says why there is none.

Every page is that of ``site build``, with a script that asks whether there is a newer one, and what the
linter found below it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from processctl.reports.page import environment
from processctl.site.live.state import State
from processctl.site.policy import LIVE_POLICY, POLICY
from processctl.texts import Translator, say, translator

if TYPE_CHECKING:
    from processctl.texts import Message

EVENTS = "_live/events"
"""Where a page asks for the mark of its newest form, as ``text/event-stream``."""
_SCRIPT, _STYLE = "_live/live.js", "_live/live.css"
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ttf": "font/ttf",
    ".ics": "text/calendar; charset=utf-8",
}
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"{LIVE_POLICY}; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What goes with every answer."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer of HTTP: its status, the type of its content, and that content."""

    status: int
    kind: str
    body: bytes


def respond(state: State, path: str) -> Response:
    """The answer for a path below the root of the site, without the slash before it."""
    own = {_SCRIPT: "live.js", _STYLE: "live.css"}.get(path)
    if own is not None:
        return Response(200, _kind(path), _asset(own))
    status, page = _page(state, path)
    if status == 200 and (not path.endswith(".html") or path == "index.html"):
        return Response(status, _kind(path), page)
    return Response(status, _kind(".html"), _living(state, path, page))


def mark(state: State, path: str) -> str:
    """The same as long as the page at a path is: what it holds, and the findings below it."""
    told = state.findings.get(state.language_of(path))
    parts = (_page(state, path)[1], repr(told).encode(), state.looks.encode())
    return sha256(b"\0".join(parts)).hexdigest()[:16]


def _page(state: State, path: str) -> tuple[int, bytes]:
    """A status, and a file of the site as it was built, or the page that stands for it."""
    found = state.files.get(path)
    if found is not None:
        return 200, found
    language = state.language_of(path)
    said = translator(language)
    if state.refusal is not None:
        comes = say("As soon as this is mended, the page comes back by itself.")
        return 503, _notice(said, state.refusal, comes, findings=state.findings.get(language))
    gone = say("It may have another name now.")
    home = f"/{language if language in state.languages else state.languages[0]}/index.html"
    return 404, _notice(said, say("There is no such page"), gone, home=home)


def _notice(said: Translator, title: Message, *lines: Message, **values: Any) -> bytes:
    """A page of our own, in place of one of the site."""
    words = {"home": None, "findings": None, **values}
    return _filled(
        "notice.html.j2",
        language=said.language,
        policy=POLICY,
        title=said.render(title),
        lines=[said.render(line) for line in lines],
        to_home=said.render(say("To the first page")),
        **words,
    ).encode()


def _living(state: State, path: str, page: bytes) -> bytes:
    """A page with what keeps it up to date, and with the findings at its lower edge."""
    language = state.language_of(path)
    said = translator(language)
    foot = _filled(
        "foot.html.j2",
        mark=mark(state, path),
        findings=state.findings.get(language) if state.refusal is None else None,
        labels={
            "findings": said.render(say("What the linter found")),
            "close": said.render(say("Close")),
            "page": said.render(say("To its page")),
        },
    )
    head = f'<link rel="stylesheet" href="/{_STYLE}">\n</head>'
    page = page.replace(POLICY.encode(), LIVE_POLICY.encode(), 1)
    page = page.replace(b"</head>", head.encode(), 1)
    before, _, after = page.rpartition(b"</body>")
    return before + foot.encode() + b"</body>" + after


def _kind(path: str) -> str:
    return _KINDS.get(PurePosixPath(f"x{path}").suffix, "application/octet-stream")


def _filled(template: str, **values: object) -> str:
    return environment("site").get_template(f"live/templates/{template}").render(**values)


@cache
def _asset(name: str) -> bytes:
    return (resources.files("processctl") / "site" / "live" / name).read_bytes()

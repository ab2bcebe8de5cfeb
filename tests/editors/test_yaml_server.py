"""The YAML server that many editors have, with the schema that ``processctl schema`` prints."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from processctl.reading.files import MARKER
from tests.cli.program import run as processctl
from tests.conftest import REPOSITORY
from tests.editors.fetch import yaml_server
from tests.lsp.client import place
from tests.lsp.client import run as soon

EXAMPLES = sorted(path.parent.name for path in (REPOSITORY / "examples").glob(f"*/{MARKER}"))
MODELINE = "# yaml-language-server: $schema="


class Editor(LanguageClient):
    """An editor that has the YAML server: what it answers when it is asked, and what it is told."""

    def __init__(self, schemas: Mapping[str, list[str]]) -> None:
        super().__init__("tests", "1")
        # Nothing is fetched from the catalogue that it reads otherwise.
        self.settings: dict[str, Any] = {
            "yaml": {"schemaStore": {"enable": False}, "schemas": schemas, "validate": True,
                     "hover": True, "completion": True},
        }  # fmt: skip
        self.told: dict[str, list[types.Diagnostic]] = {}
        self._heard = asyncio.Condition()
        for method, answer in (
            (types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self._publish),
            (types.WORKSPACE_CONFIGURATION, self._configure),
        ):
            self.protocol.fm.feature(method)(partial(answer))  # pygls marks what it is given

    async def _publish(self, params: types.PublishDiagnosticsParams) -> None:
        self.told[params.uri] = list(params.diagnostics)
        async with self._heard:
            self._heard.notify_all()

    async def _configure(self, params: types.ConfigurationParams) -> list[Any]:
        return [self.settings.get(item.section or "", {}) for item in params.items]

    async def open(self, file: Path, text: str) -> list[types.Diagnostic]:
        """Open a file with some text; the answer is what is told of it."""
        uri = file.as_uri()
        item = types.TextDocumentItem(uri, "yaml", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        async with self._heard:
            await self._heard.wait_for(lambda: uri in self.told)
        return self.told[uri]


@asynccontextmanager
async def editor(
    root: Path, schemas: Mapping[str, list[str]] | None = None
) -> AsyncIterator[Editor]:
    """An editor with a folder open, and schemas for the files that patterns mean."""
    client = Editor(schemas or {})
    await client.start_io("node", str(yaml_server()), "--stdio")
    capabilities = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(configuration=True)
    )
    await client.initialize_async(
        types.InitializeParams(capabilities=capabilities, root_uri=root.as_uri())
    )
    client.initialized(types.InitializedParams())
    client.workspace_did_change_configuration(
        types.DidChangeConfigurationParams(settings=client.settings)
    )
    yield client
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]  # pygls says nothing of it


def test_every_example_is_sound_and_what_is_misspelt_is_not() -> None:
    async def whole() -> None:
        async with editor(REPOSITORY / "examples") as client:
            for name in EXAMPLES:
                file = REPOSITORY / "examples" / name / MARKER
                text = file.read_text("utf-8")
                assert text.startswith(MODELINE), name
                assert await client.open(file, text) == [], name
                wrong = text.replace("\nprocess:\n", "\nprocess:\n  ovner: nobody\n", 1)
                assert wrong != text
                (found, *more) = await client.open(file.with_name("other.yaml"), wrong)
                assert "ovner" in found.message
                assert not more

    assert len(EXAMPLES) >= 6
    soon(whole())


@pytest.fixture(params=["en", "fi"])
def begun(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """What ``init`` writes: a process with the line that names its schema, and the schema beside it."""
    done = processctl("init", "ours", "--starter", "--lang", request.param, cwd=tmp_path)
    assert done.status == 0, done.err
    yield tmp_path / "ours", request.param
    shutil.rmtree(tmp_path / "ours")


def test_what_init_writes_is_helped_with_names_and_meanings(begun: tuple[Path, str]) -> None:
    root, language = begun
    told = processctl("schema", "--lang", language, cwd=root).out
    assert json.loads(told) == json.loads((root / "processctl.schema.json").read_text("utf-8"))
    meaning = json.loads(told)["$defs"]["stage"]["properties"]["within"]["description"]

    async def whole() -> None:
        text = (root / MARKER).read_text("utf-8")
        stage = re.search(r"^stages:\n(?:  #.*\n)*  \w+:\n", text, re.M)
        assert stage is not None
        written = f"{text[: stage.end()]}    con\n{text[stage.end() :]}"
        async with editor(root) as client:
            assert await client.open(root / MARKER, text) == []
            other = root / "other.yaml"
            await client.open(other, written)
            document = types.TextDocumentIdentifier(other.as_uri())
            at = place(written, stage.end() + len("    con"))
            offered = await client.text_document_completion_async(
                types.CompletionParams(document, at)
            )
            assert isinstance(offered, types.CompletionList)
            names = {item.label for item in offered.items}
            assert "consulted" in names
            assert "within" not in names  # the stage has it already
            known = types.TextDocumentIdentifier((root / MARKER).as_uri())
            where = place(text, text.index("    within:") + 6)
            hovered = await client.text_document_hover_async(types.HoverParams(known, where))
            assert hovered is not None
            assert isinstance(hovered.contents, types.MarkupContent)
            assert squeezed(meaning) in squeezed(hovered.contents.value)

    soon(whole())


def test_settings_and_the_catalogue_name_the_schema_for_the_right_files(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "editor.md").read_text("utf-8")
    shown = [json.loads(found) for found in re.findall(r"^```json\n(.*?)^```", page, re.M | re.S)]
    (settings,) = [one["yaml.schemas"] for one in shown if "yaml.schemas" in one]
    (entry,) = [one for one in shown if "fileMatch" in one]
    assert set(entry) == {"name", "description", "fileMatch", "url"}
    assert entry["fileMatch"] == [MARKER]
    assert (REPOSITORY / entry["url"].removeprefix("REPOSITORY/raw/main/")).is_file()

    folder = tmp_path / "our-process"
    folder.mkdir()
    schema = processctl("schema", cwd=tmp_path).out
    (tmp_path / "processctl.schema.json").write_text(schema, "utf-8")
    text = "processctl: 1\nprocess: {name: Sales, ovner: nobody}\n"

    async def whole() -> None:
        # The editor's own settings are relative to the folder that is open, the server's are addresses.
        ((name, pattern),) = settings.items()
        address = (tmp_path / name).as_uri()
        async with editor(tmp_path, {address: [pattern]}) as client:
            (found,) = await client.open(folder / MARKER, text)
            assert "ovner" in found.message
            assert await client.open(tmp_path / "docker-compose.yaml", "services: {}\n") == []

    soon(whole())


def squeezed(words: str) -> str:
    """The letters alone: Markdown has signs of its own, and escapes some."""
    return re.sub(r"\W", "", words)

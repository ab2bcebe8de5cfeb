"""Findings: those of ``processctl lint``, of every file, while somebody types."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from lsprotocol import types

from processctl.lint.run import lint_workspace
from tests.lsp.client import TODAY, Client, with_client

EXAMPLES = Path(__file__).parents[2] / "examples"
GOOD = """processctl: 1
process: {name: A process, owner: boss}
roles: {boss: {name: Boss}}
stages:
  new_lead:
    start: true
    owner: boss
"""


def codes(found: list[types.Diagnostic]) -> list[str]:
    return sorted(str(one.code) for one in found)


def linted(root: Path, uri: Path) -> list[str]:
    result = lint_workspace(root, date.fromisoformat(TODAY))
    return sorted(one.code for one in result.findings if one.span.source.path == uri)


def test_an_example_has_the_findings_that_lint_has(tmp_path: Path) -> None:
    root = shutil.copytree(EXAMPLES / "before", tmp_path / "before")

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(root / "processctl.yaml")
        found = await client.heard(uri)
        assert codes(found) == linted(root, root / "processctl.yaml")
        first = found[0]
        assert first.source == "processctl"
        assert "\nhelp: " in first.message
        assert any(one.related_information for one in found)
        assert client.said == []

    with_client(test)


def test_a_client_that_speaks_finnish_reads_finnish(tmp_path: Path) -> None:
    root = shutil.copytree(EXAMPLES / "before", tmp_path / "before")

    async def test(client: Client) -> None:
        await client.begin(tmp_path, locale="fi-FI")
        found = await client.heard(client.open(root / "processctl.yaml"))
        assert any("\nohje: " in one.message for one in found)

    with_client(test)


def test_what_is_mended_is_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "processctl.yaml"
    file.write_text(GOOD)

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(file)
        await client.heard(uri)
        client.write(uri, GOOD.replace("owner: boss\n", "owner: bos\n"))
        assert "PC101" in codes(await client.heard(uri))
        client.write(uri, GOOD)
        assert "PC101" not in codes(await client.heard(uri))

    with_client(test)


def test_a_broken_line_is_told_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "processctl.yaml"
    file.write_text(GOOD)

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(file)
        client.write(uri, GOOD + "    within: [1 day\n")
        found = await client.heard(uri)
        assert [one.code for one in found if one.severity == types.DiagnosticSeverity.Error]
        assert any(str(one.code).startswith("PC0") for one in found)

    with_client(test)


def test_places_are_counted_in_utf_16(tmp_path: Path) -> None:
    file = tmp_path / "processctl.yaml"
    text = GOOD + "  äö: {name: 🎉🎉 juhla, owner: nobody}\n"
    file.write_text(text, encoding="utf-8")

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(file)
        found = {one.code: one for one in await client.heard(uri)}
        line = text.splitlines().index("  äö: {name: 🎉🎉 juhla, owner: nobody}")
        name = "  äö: {name: 🎉🎉 juhla, owner: "
        units = len(name.encode("utf-16-le")) // 2
        assert found["PC101"].range.start == types.Position(line, units)
        # And what is typed behind an emoji is typed where the client means.
        client.type(uri, text.index("nobody"), "boss", over=len("nobody"))
        assert "PC101" not in codes(await client.heard(uri))

    with_client(test)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-32"])
def test_a_client_may_count_otherwise(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "processctl.yaml"
    text = GOOD + "  ä: {name: 🎉 juhla, owner: nobody}\n"
    file.write_text(text, encoding="utf-8")

    async def test(client: Client) -> None:
        hello = await client.begin(tmp_path, encodings=[encoding])
        assert hello.capabilities.position_encoding == encoding
        found = {one.code: one for one in await client.heard(client.open(file))}
        name = "  ä: {name: 🎉 juhla, owner: "
        wanted = len(name) if encoding == "utf-32" else len(name.encode())
        assert found["PC101"].range.start.character == wanted

    with_client(test)


def test_two_workspaces_are_judged_each_for_itself(tmp_path: Path) -> None:
    for name, owner in (("one", "boss"), ("two", "bos")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "processctl.yaml").write_text(
            GOOD.replace("    owner: boss", f"    owner: {owner}")
        )

    async def test(client: Client) -> None:
        await client.begin(tmp_path / "one", tmp_path / "two")
        await client.caught_up()
        one, two = (
            client.told[(tmp_path / name / "processctl.yaml").as_uri()].diagnostics
            for name in ("one", "two")
        )
        assert "PC101" in codes(list(two))
        assert "PC101" not in codes(list(one))
        assert list(two)
        client.workspace_did_change_workspace_folders(
            types.DidChangeWorkspaceFoldersParams(
                types.WorkspaceFoldersChangeEvent(
                    [], [types.WorkspaceFolder((tmp_path / "two").as_uri(), "two")]
                )
            )
        )
        await client.is_empty((tmp_path / "two" / "processctl.yaml").as_uri())

    with_client(test)


def test_a_document_without_a_file_is_judged_when_it_says_that_it_is_a_process(
    tmp_path: Path,
) -> None:
    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open("untitled:Untitled-1", "stages:\n  a: {owner: nobody}\n")
        await client.caught_up()
        assert uri not in client.told
        client.write(uri, "processctl: 1\nroles: {}\nstages:\n  a: {owner: nobody}\n")
        assert "PC101" in codes(await client.heard(uri))
        client.close(uri)
        await client.is_empty(uri)

    with_client(test)


def test_yaml_of_other_tools_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "processctl.yaml").write_text(GOOD)
    other = tmp_path / "mkdocs.yml"
    other.write_text("site_name: Docs\nnav: [index.md\n")

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(other)
        await client.heard(uri)
        assert uri not in client.told
        asked = types.CompletionParams(**client.at(uri, "site_name"))
        assert await client.text_document_completion_async(asked) is None

    with_client(test)


def test_what_others_save_delete_and_rename_is_seen(tmp_path: Path) -> None:
    (tmp_path / "processctl.yaml").write_text(GOOD)
    more = tmp_path / "more.yaml"
    more.write_text("stages:\n  second: {owner: nobody}\n")

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        await client.caught_up()
        assert "PC101" in codes(list(client.told[more.as_uri()].diagnostics))
        assert [one.method for one in client.registered] == ["workspace/didChangeWatchedFiles"]
        later = tmp_path / "later.yaml"
        more.rename(later)
        changes = [
            types.FileEvent(more.as_uri(), types.FileChangeType.Deleted),
            types.FileEvent(later.as_uri(), types.FileChangeType.Created),
        ]
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(changes))
        await client.caught_up()
        assert client.told[more.as_uri()].diagnostics == ()
        assert "PC101" in codes(list(client.told[later.as_uri()].diagnostics))

    with_client(test)


def test_a_workspace_without_its_marker_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "inner" / "processctl.yaml"
    file.parent.mkdir()
    for one in (tmp_path / "processctl.yaml", file):
        one.write_text(GOOD.replace("owner: boss\n", "owner: bos\n"))

    async def test(client: Client) -> None:
        await client.begin(tmp_path, tmp_path / "inner")  # one folder inside of the other
        await client.caught_up()
        assert "PC101" in codes(list(client.told[file.as_uri()].diagnostics))
        file.unlink()
        gone = types.FileEvent(file.as_uri(), types.FileChangeType.Deleted)
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([gone]))
        await client.is_empty(file.as_uri())
        await client.caught_up()
        assert client.told[file.as_uri()].diagnostics == ()

    with_client(test)


def test_what_is_closed_without_saving_is_as_the_file_says(tmp_path: Path) -> None:
    file = tmp_path / "processctl.yaml"
    file.write_text(GOOD.replace("owner: boss\n", "owner: bos\n"))

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(file, GOOD)
        assert "PC101" not in codes(await client.heard(uri))
        client.close(uri)
        await client.until(lambda: "PC101" in codes(list(client.told[uri].diagnostics)))

    with_client(test)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_a_byte_order_mark_takes_the_place_that_the_client_gives_it(
    tmp_path: Path, encoding: str
) -> None:
    file = tmp_path / "processctl.yaml"
    text = "\ufeffprocess: {owner: nobody}\n" + GOOD.replace(
        "process: {name: A process, owner: boss}\n", ""
    )
    file.write_text(text, encoding="utf-8")
    before = len(
        "\ufeffprocess: {owner: ".encode(f"{encoding}-le" if encoding != "utf-8" else encoding)
    )

    async def test(client: Client) -> None:
        await client.begin(tmp_path, encodings=[encoding])
        uri = client.open(file, text)
        told = {one.code: one for one in await client.heard(uri)}
        width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
        assert told["PC101"].range.start == types.Position(0, before // width)
        over = types.Range(told["PC101"].range.start, told["PC101"].range.end)
        change = types.TextDocumentContentChangePartial(range=over, text="boss")
        client._changed(uri, text.replace("nobody", "boss"), change)
        found = codes(await client.heard(uri))
        assert not {"PC101", "PC202"} & {*found}
        # And the mark itself can be written over: the first line is a comment then.
        width = {"utf-8": 3}.get(encoding, 1)
        over = types.Range(types.Position(0, 0), types.Position(0, width))
        change = types.TextDocumentContentChangePartial(range=over, text="# ")
        client._changed(uri, "", change)
        assert "PC202" in codes(await client.heard(uri))

    with_client(test)


def test_what_is_ignored_does_not_show(tmp_path: Path) -> None:
    file = tmp_path / "processctl.yaml"
    file.write_text(GOOD)

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(file)
        before = await client.heard(uri)
        assert "PC303" in codes(before)
        client.write(uri, f"{GOOD}    ignore: {{dead-end: {{because: so}}}}\n")
        assert "PC303" not in codes(await client.heard(uri))

    with_client(test)


def test_windows_uris_are_understood(tmp_path: Path) -> None:
    async def test(client: Client) -> None:
        await client.begin(tmp_path, uris=("file:///c%3A/no%20such/place",))
        uri = client.open(
            "file:///c%3A/no%20such/place/processctl.yaml",
            "processctl: 1\nroles: {}\nstages:\n  a: {owner: nobody}\n",
        )
        assert "PC101" in codes(await client.heard(uri))

    with_client(test)


def test_a_server_that_was_killed_is_started_again(tmp_path: Path) -> None:
    file = tmp_path / "processctl.yaml"
    file.write_text(GOOD.replace("owner: boss\n", "owner: bos\n"))

    async def first(client: Client) -> None:
        await client.begin(tmp_path)
        await client.heard(client.open(file))
        process = client._server
        assert process is not None
        process.kill()
        await process.wait()
        await client.stop()  # type: ignore[no-untyped-call]  # pygls says nothing of it

    async def second(client: Client) -> None:
        await client.begin(tmp_path)
        assert "PC101" in codes(await client.heard(client.open(file)))

    with_client(first)
    with_client(second)

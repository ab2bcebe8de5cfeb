"""Workspaces that use each other's words, and documents that are in none."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types

from tests.lsp.client import Client, edited, with_client

COMPANY = """processctl: 1
teams: {sales: {name: Sales, lead: boss}}
roles: {boss: {name: The boss, team: sales, held_by: [anna]}}
people: {anna: {name: Anna}}
"""
SALES = """processctl: 1
uses: [../company]
process: {name: Selling, owner: boss}
stages:
  first: {start: {from: [web]}, owner: boss, outcome: won}
"""


def write(root: Path) -> tuple[Path, Path]:
    for name, text in (("company", COMPANY), ("sales", SALES)):
        (root / name).mkdir()
        (root / name / "processctl.yaml").write_text(text)
    return root / "company" / "processctl.yaml", root / "sales" / "processctl.yaml"


def test_what_a_shared_word_means_is_judged_anew_in_those_that_use_it(tmp_path: Path) -> None:
    company, sales = write(tmp_path)

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        shared, own = client.open(company), client.open(sales)
        await client.heard(own)
        assert "PC101" not in [one.code for one in client.told[own].diagnostics]
        client.write(shared, COMPANY.replace("boss", "chief"))
        await client.until(lambda: "PC101" in [one.code for one in client.told[own].diagnostics])

    with_client(test)


def test_a_shared_word_is_found_and_renamed_everywhere(tmp_path: Path) -> None:
    company, sales = write(tmp_path)

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        own = client.open(sales)
        await client.caught_up()
        await client.heard(own)
        at = client.at(own, "owner: boss, outcome")
        at["position"].character += len("owner: ")
        found = await client.text_document_definition_async(types.DefinitionParams(**at))
        assert isinstance(found, types.Location)
        assert found.uri == company.as_uri()
        context = types.ReferenceContext(include_declaration=True)
        places = await client.text_document_references_async(
            types.ReferenceParams(context=context, **at)
        )
        assert {one.uri for one in places or ()} == {company.as_uri(), own}
        assert len(places or ()) == 4
        edit = await client.text_document_rename_async(types.RenameParams(new_name="chief", **at))
        assert edit is not None
        after = {}
        for one in edit.document_changes or ():
            assert isinstance(one, types.TextDocumentEdit)
            file = Path(one.text_document.uri.removeprefix("file://"))
            edits = [each for each in one.edits if isinstance(each, types.TextEdit)]
            after[file] = edited(file.read_text(), edits)
        assert after[company] == COMPANY.replace("boss:", "chief:").replace(
            "lead: boss", "lead: chief"
        )
        assert after[sales] == SALES.replace("boss", "chief")

    with_client(test)


def test_a_workspace_that_somebody_uses_can_be_opened(tmp_path: Path) -> None:
    company, sales = write(tmp_path)

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        own = client.open(sales)
        await client.heard(own)
        asked = types.DocumentLinkParams(types.TextDocumentIdentifier(own))
        links = await client.text_document_document_link_async(asked)
        assert [one.target for one in links or ()] == [company.as_uri()]

    with_client(test)


def test_an_unsaved_document_has_names_of_its_own(tmp_path: Path) -> None:
    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(
            "untitled:Untitled-1", "roles: {boss: {}}\nstages:\n  first: {owner: x}\n"
        )
        asked = types.CompletionParams(**client.at(uri, "owner: ", behind=True))
        found = await client.text_document_completion_async(asked)
        assert isinstance(found, types.CompletionList)
        assert "boss" in [one.label for one in found.items]

    with_client(test)


def test_an_unsaved_document_has_names_while_a_line_is_half_written(tmp_path: Path) -> None:
    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(
            "untitled:Untitled-1", "roles: {boss: {}}\nstages:\n  first:\n    responsible: [bo"
        )
        found = await client.offers(uri, len(client.texts[uri]))
        assert "boss" in [one.label for one in found]  # that line is left out
        client.type(uri, client.texts[uri].index("stages"), "teams: {a: [\n")
        found = await client.offers(uri, len(client.texts[uri]))
        assert "boss" in [one.label for one in found]  # and here the last text that could be read

    with_client(test)


def test_a_new_file_is_helped_from_its_first_letter(tmp_path: Path) -> None:
    (tmp_path / "processctl.yaml").write_text(SALES.replace("uses: [../company]\n", ""))

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        await client.caught_up()
        uri = client.open((tmp_path / "data.yaml").as_uri(), "fi")
        await client.heard(uri)
        assert "fields" in [one.label for one in await client.offers(uri, 2)]
        client.write(uri, "site_name: x\nfi")  # a file of something else
        await client.heard(uri)
        assert await client.offers(uri, len("site_name: x\nfi")) == []

    with_client(test)


def test_a_new_workspace_is_helped_before_it_has_been_judged(tmp_path: Path) -> None:
    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open((tmp_path / "processctl.yaml").as_uri(), "")
        assert [one.label for one in await client.offers(uri, 0)][:2] == ["processctl", "process"]

    with_client(test)


def test_a_file_in_no_workspace_is_not_judged_and_still_helped(tmp_path: Path) -> None:
    file = tmp_path / "alone.yaml"
    file.write_text("stages:\n  first: {}\n  second: {exits: [{to: first}]}\n")

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(file)
        asked = types.CompletionParams(**client.at(uri, "to: ", behind=True))
        found = await client.text_document_completion_async(asked)
        assert isinstance(found, types.CompletionList)
        assert "second" in [one.label for one in found.items]
        assert uri not in client.told

    with_client(test)


def test_line_ends_of_windows_count_as_one(tmp_path: Path) -> None:
    file = tmp_path / "processctl.yaml"
    text = SALES.replace("uses: [../company]\n", "roles: {boss: {}}\n").replace("\n", "\r\n")
    file.write_text(text, newline="")

    async def test(client: Client) -> None:
        await client.begin(tmp_path)
        uri = client.open(file, text)
        await client.heard(uri)
        client.type(uri, text.index("boss, outcome"), "nobody", over=len("boss"))
        told = {one.code: one for one in await client.heard(uri)}
        start = told["PC101"].range.start
        assert start.line == 4
        assert client.texts[uri].split("\r\n")[4][start.character :].startswith("nobody")

    with_client(test)


def test_a_client_without_versions_gets_plain_changes(tmp_path: Path) -> None:
    _, sales = write(tmp_path)

    async def test(client: Client) -> None:
        await client.begin(tmp_path, edits=False)
        uri = client.open(sales)
        await client.heard(uri)
        at = client.at(uri, "first")
        edit = await client.text_document_rename_async(types.RenameParams(new_name="one", **at))
        assert edit is not None
        assert list(edit.changes or ()) == [uri]

    with_client(test)


def test_pages_of_rules_are_linked_where_the_client_says_where_they_are(tmp_path: Path) -> None:
    _, sales = write(tmp_path)

    async def test(client: Client) -> None:
        await client.begin(tmp_path, options={"rulePages": "https://example.com/rules/"})
        found = await client.heard(client.open(sales))
        assert found
        for one in found:
            assert one.code_description is not None
            assert one.code_description.href.startswith("https://example.com/rules/")
            assert one.code_description.href.endswith(".md")

    with_client(test)

"""Every request that an editor makes, of a real server with a real process."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from processctl.fmt import Formatted, format_text
from processctl.lint.run import read_journey
from processctl.reading.limits import Limits
from processctl.reading.schema_text import schema_in
from tests.lsp.client import Client, edited, with_client

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLES / "after", tmp_path / "after")


def in_sell(
    root: Path,
    test: Callable[[Client, str], Awaitable[None]],
    locale: str = "en",
    file: str = "sell",
) -> None:
    """Run a test with one of the files open, when all has been judged."""

    async def whole(client: Client) -> None:
        await client.begin(root, locale=locale)
        uri = client.open(root / f"{file}.yaml")
        await client.heard(uri)
        await test(client, uri)
        assert client.said == []

    with_client(whole)


class TestCompletion:
    def test_roles_are_offered_for_an_owner_while_the_line_is_no_yaml(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            at = client.texts[uri].index("    owner: sdr")
            client.type(uri, at, "    owner: {sa")
            client.type(uri, at, "", over=len("    owner: {sa"))
            client.type(uri, at, "    responsible: [sd\n")
            asked = types.CompletionParams(**client.at(uri, "responsible: [sd", behind=True))
            found = await client.text_document_completion_async(asked)
            assert isinstance(found, types.CompletionList)
            roles = {one.label: one for one in found.items}
            assert {"sdr", "sales_manager", "marketing_lead"} <= roles.keys()
            assert roles["sdr"].detail == "Liidien kvalifioija"
            full = await client.completion_item_resolve_async(roles["sdr"])
            assert isinstance(full.documentation, types.MarkupContent)
            assert "`roles.sdr`" in full.documentation.value

        in_sell(root, test, "fi")

    def test_what_is_chosen_is_written_over_what_was_begun(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            client.type(uri, client.texts[uri].index("    owner: sdr"), "    wai\n")
            asked = types.CompletionParams(**client.at(uri, "    wai", behind=True))
            found = await client.text_document_completion_async(asked)
            assert isinstance(found, types.CompletionList)
            item = next(one for one in found.items if one.label == "waits")
            assert isinstance(item.text_edit, types.TextEdit)
            after = edited(client.texts[uri], [item.text_edit])
            assert "\n    waits: \n    owner: sdr" in after
            assert isinstance(item.documentation, types.MarkupContent)

        in_sell(root, test)

    def test_keys_are_explained_in_the_reader_s_language(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            client.type(uri, client.texts[uri].index("    owner: sdr"), "    ret\n")
            asked = types.CompletionParams(**client.at(uri, "    ret", behind=True))
            found = await client.text_document_completion_async(asked)
            assert isinstance(found, types.CompletionList)
            waits = next(one for one in found.items if one.label == "waits")
            assert waits.detail == schema_at("fi")["title"]
            assert waits.detail != schema_at("en")["title"]

        in_sell(root, test, "fi")


class TestLooking:
    def test_hover_tells_what_a_key_means_and_who_a_role_is(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.HoverParams(**client.at(uri, "entry:"))
            found = await client.text_document_hover_async(asked)
            assert found is not None
            assert isinstance(found.contents, types.MarkupContent)
            assert "**Entry condition**" in found.contents.value
            asked = types.HoverParams(**client.at(uri, "sales_manager, to"))
            found = await client.text_document_hover_async(asked)
            assert found is not None
            assert isinstance(found.contents, types.MarkupContent)
            assert "`roles.sales_manager`" in found.contents.value
            assert "- Team: " in found.contents.value

        in_sell(root, test)

    def test_hover_on_a_stage_tells_where_it_leads(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.HoverParams(**client.at(uri, "opportunity"))
            found = await client.text_document_hover_async(asked)
            assert found is not None
            assert isinstance(found.contents, types.MarkupContent)
            assert "Omistaja: " in found.contents.value
            assert "`stages.opportunity`" in found.contents.value

        in_sell(root, test, "fi")

    def test_hover_on_a_finding_tells_why_it_matters(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            at = client.texts[uri].index("    owner: sdr")
            client.type(uri, at, "    owner: nobody\n", over=len("    owner: sdr\n"))
            await client.heard(uri)
            found = await client.text_document_hover_async(
                types.HoverParams(**client.at(uri, "nobody"))
            )
            assert found is not None
            assert isinstance(found.contents, types.MarkupContent)
            assert "PC101" in found.contents.value

        in_sell(root, test)

    @pytest.mark.parametrize(
        ("file", "word", "said"),
        [
            ("data", 'talk" or', "**Keskustelu myynnin kanssa** `talk`\n\n- Vaihtoehto kentässä"),
            ("data", "at_least(2", "Täyttyykö vähintään näin moni"),
            ("data", "fits and", "- Täyttyy, kun: `employees >= 20 and industry in"),
            ("sell", "lost\n    again", "**hävitty** `outcomes.lost`\n\n- Vaiheet: "),
        ],
    )
    def test_hover_tells_what_stands_in_conditions_and_of_outcomes(
        self, root: Path, file: str, word: str, said: str
    ) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.HoverParams(**client.at(uri, word))
            found = await client.text_document_hover_async(asked)
            assert found is not None
            assert isinstance(found.contents, types.MarkupContent)
            assert said in found.contents.value

        in_sell(root, test, "fi", file)

    def test_hover_on_an_ignored_rule_tells_what_it_checks(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            at = client.texts[uri].index("    owner: sdr")
            client.type(uri, at, "    ignore: {dead-end: {because: so}}\n")
            asked = types.HoverParams(**client.at(uri, "end: {because"))
            found = await client.text_document_hover_async(asked)
            assert found is not None
            assert isinstance(found.contents, types.MarkupContent)
            assert found.contents.value.startswith("**PC303 dead-end**\n\n")
            line = client.texts[uri].splitlines()[2:][found.range.start.line - 2]  # type: ignore[union-attr]  # it has one
            assert line.strip().startswith("ignore: {dead-end")

        in_sell(root, test)

    def test_names_of_strangers_are_shown_as_they_are(self, root: Path) -> None:
        """No link, no picture and no HTML comes out of a process, in a hover or beside an offer."""

        async def test(client: Client, uri: str) -> None:
            evil = '"<img src=x> ![i](http://x) [a](command:b) ``c 🎉"'
            client.write(uri, client.texts[uri].replace("Accepted by sales", evil))
            await client.heard(uri)
            found = await client.text_document_hover_async(
                types.HoverParams(**client.at(uri, "sal:"))
            )
            assert found is not None
            assert isinstance(found.contents, types.MarkupContent)
            head = found.contents.value.splitlines()[0]
            assert head == (
                "**\\<img src=x\\> \\!\\[i\\](http:&#8203;//x) \\[a\\](command:b) "
                "\\`\\`c 🎉** `stages.sal`"
            )
            assert found.range is not None
            assert found.range.end.character == len("  sal")

        in_sell(root, test)

    def test_a_name_leads_to_its_declaration(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            for name, file in (("sdr", "people.yaml"), ("ready_for_sales", "data.yaml")):
                asked = types.DefinitionParams(**client.at(uri, name))
                found = await client.text_document_definition_async(asked)
                assert isinstance(found, types.Location)
                assert found.uri == (root / file).as_uri()
                line = (root / file).read_text().splitlines()[found.range.start.line]
                assert line.strip().startswith(f"{name}:")

        in_sell(root, test)

    def test_a_half_written_file_still_leads_there(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            client.type(uri, client.texts[uri].index("    owner: sdr"), "    own [\n")
            await client.heard(uri)
            asked = types.DefinitionParams(**client.at(uri, "opportunity"))
            found = await client.text_document_definition_async(asked)
            assert isinstance(found, types.Location)
            line = client.texts[uri].splitlines()[found.range.start.line]
            assert line.strip() == "opportunity:"

        in_sell(root, test)

    def test_references_are_those_that_the_model_knows(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            context = types.ReferenceContext(include_declaration=False)
            asked = types.ReferenceParams(context=context, **client.at(uri, "sdr"))
            found = await client.text_document_references_async(asked)
            assert found
            model = read_journey(root).model
            known = [one for one in model.references if (one.section, one.id) == ("roles", "sdr")]
            assert len(found) == len(known)
            for one in found:
                path = Path(one.uri.removeprefix("file://"))
                line = path.read_text().splitlines()[one.range.start.line]
                assert line[one.range.start.character : one.range.end.character] == "sdr"
            marked = await client.text_document_document_highlight_async(
                types.DocumentHighlightParams(**client.at(uri, "sdr"))
            )
            assert len(marked or []) == len([one for one in found if one.uri == uri])

        in_sell(root, test)

    def test_addresses_can_be_opened(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.DocumentLinkParams(types.TextDocumentIdentifier(uri))
            found = await client.text_document_document_link_async(asked)
            assert "https://example.com/handbook#first-call" in [one.target for one in found or []]

        in_sell(root, test)


class TestChanging:
    def test_renaming_changes_all_files_and_nothing_of_what_is_meant(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            at = client.at(uri, "sdr")
            prepared = await client.text_document_prepare_rename_async(
                types.PrepareRenameParams(**at)
            )
            assert isinstance(prepared, types.PrepareRenamePlaceholder)
            assert prepared.placeholder == "sdr"
            edit = await client.text_document_rename_async(
                types.RenameParams(new_name="first_caller", **at)
            )
            assert edit is not None
            assert edit.document_changes
            changed = {}
            for one in edit.document_changes:
                assert isinstance(one, types.TextDocumentEdit)
                assert one.text_document.version == (1 if one.text_document.uri == uri else None)
                path = Path(one.text_document.uri.removeprefix("file://"))
                edits = [each for each in one.edits if isinstance(each, types.TextEdit)]
                changed[path] = edited(path.read_text(), edits)
            assert len(changed) > 1
            for path, text in changed.items():
                path.write_text(text)
            after = read_journey(root)
            assert "first_caller" in after.model.roles
            assert "sdr" not in after.model.roles
            assert all(one.known for one in after.model.references)

        in_sell(root, test)

    def test_a_name_that_is_taken_is_refused_with_a_reason(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.RenameParams(new_name="sales_manager", **client.at(uri, "sdr"))
            with pytest.raises(JsonRpcException, match="sales_manager"):
                await client.text_document_rename_async(asked)

        in_sell(root, test)

    def test_a_role_that_is_nowhere_can_be_created(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            at = client.texts[uri].index("    owner: sdr")
            client.type(uri, at, "    owner: caller\n", over=len("    owner: sdr\n"))
            await client.heard(uri)
            found = await act(client, uri, "caller")
            made = next(one for one in found if one.title == 'Create the role "caller"')
            apply(root, client, made)
            assert "caller" in read_journey(root).model.roles

        in_sell(root, test)

    def test_what_was_most_likely_meant_comes_first(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            at = client.texts[uri].index("    owner: sdr")
            client.type(uri, at, "    owner: 'sales_manger'\n", over=len("    owner: sdr\n"))
            client.write(
                uri, client.texts[uri].replace("    systems: [crm]", "    sytems: [crm]", 1)
            )
            await client.heard(uri)
            found = await act(client, uri, "sales_manger")
            assert found[0].title == 'Write "sales_manager" instead'
            apply(root, client, found[0])
            client.write(uri, (root / "sell.yaml").read_text())
            assert "    owner: 'sales_manager'\n" in client.texts[uri]
            await client.heard(uri)
            apply(root, client, (await act(client, uri, "sytems"))[0])
            assert "    systems: [crm]\n" in (root / "sell.yaml").read_text()

        in_sell(root, test)

    def test_what_a_condition_names_can_be_created_and_no_word_of_the_language(
        self, root: Path
    ) -> None:
        async def test(client: Client, uri: str) -> None:
            text = client.texts[uri].replace("when: need_confirmed", "when: urgency > 3")
            client.write(uri, text.replace("to: no_sales_case", "to: lost"))
            await client.heard(uri)
            titles = [one.title for one in await act(client, uri, "urgency")]
            assert titles[0] == 'Create the field "urgency"'
            assert 'Create the stage "lost"' not in [
                one.title for one in await act(client, uri, "lost")
            ]

        in_sell(root, test)

    def test_a_way_back_is_called_so(self, tmp_path: Path) -> None:
        root = shutil.copytree(EXAMPLES / "before", tmp_path / "before")

        async def test(client: Client, uri: str) -> None:
            titles = [one.title for one in await act(client, uri, "in_sales")]
            assert "Add a way back, to be filled in" in titles

        in_sell(root, test, file="processctl")

    def test_a_finding_can_be_ignored_with_a_reason(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            client.type(
                uri, client.texts[uri].index("    late: {tell: sales_manager}\n"), "", over=32
            )
            told = await client.heard(uri)
            stage = next(one for one in told if one.code == "PC307")
            found = await act(client, uri, "5 business days")
            title = f'Ignore "{stage.data["rule"]}" here, with a reason'  # type: ignore[index]  # a map
            ignoring = next((one for one in found if one.title == title), None)
            assert ignoring is not None, [one.title for one in found]
            apply(root, client, ignoring)
            client.write(uri, (root / "sell.yaml").read_text())
            assert "PC307" not in [one.code for one in await client.heard(uri)]

        in_sell(root, test)

    def test_what_lint_can_mend_can_be_mended_here(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            text = client.texts[uri]
            broken = text.replace("when: otherwise", "when: consent and phone != '' or consent", 1)
            client.write(uri, broken)
            told = await client.heard(uri)
            assert "PC522" in [one.code for one in told]
            mending = (await act(client, uri, "consent and phone"))[0]
            assert mending.is_preferred
            assert [one.code for one in mending.diagnostics or ()] == ["PC522"]
            kinds: list[types.CodeActionKind | str] = [types.CodeActionKind.SourceFixAll]
            found = await act(client, uri, "consent and phone", only=kinds)
            assert [one.kind for one in found] == ["source.fixAll.processctl"]
            apply(root, client, found[0])
            assert "when: (consent and phone != '') or consent" in (root / "sell.yaml").read_text()

        in_sell(root, test)

    def test_formatting_gives_what_fmt_gives(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            client.write(
                uri, client.texts[uri].replace("    owner: sdr\n", "    owner:   sdr\n\n\n")
            )
            asked = types.DocumentFormattingParams(
                types.TextDocumentIdentifier(uri), types.FormattingOptions(2, True)
            )
            edits = await client.text_document_formatting_async(asked)
            assert edits
            formatted = format_text(client.texts[uri], root / "sell.yaml", Limits())
            assert isinstance(formatted, Formatted)
            assert edited(client.texts[uri], list(edits)) == formatted.text
            assert len(edits) < 4  # and not the whole file

        in_sell(root, test)


class TestShowing:
    def test_the_outline_has_sections_and_elements(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
            found = await client.text_document_document_symbol_async(asked)
            assert found
            section = found[0]
            assert isinstance(section, types.DocumentSymbol)
            assert section.name == "stages"
            assert [one.name for one in section.children or ()][:2] == ["sal", "unclaimed"]
            assert section.children
            assert section.children[0].detail == "Myynnin hyväksymä liidi"

        in_sell(root, test, "fi")

    def test_elements_are_found_by_id_and_by_name(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            del uri
            found = await client.workspace_symbol_async(types.WorkspaceSymbolParams("accepted by"))
            assert [one.name for one in found or ()] == ["sal"]

        in_sell(root, test)

    def test_stages_can_be_folded(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.FoldingRangeParams(types.TextDocumentIdentifier(uri))
            found = await client.text_document_folding_range_async(asked)
            lines = client.texts[uri].splitlines()
            starts = {lines[one.start_line].strip(): one.end_line for one in found or ()}
            assert {"stages:", "sal:", "exits:"} <= starts.keys()
            assert starts["stages:"] == len(lines) - 1

        in_sell(root, test)

    def test_conditions_are_coloured(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.SemanticTokensParams(types.TextDocumentIdentifier(uri))
            found = await client.text_document_semantic_tokens_full_async(asked)
            assert found is not None
            words = coloured_words(client.texts[uri].splitlines(), found.data)
            assert words[0] == "ready_for_sales 2"

        in_sell(root, test)

    def test_above_a_stage_stands_what_is_known_of_it(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.CodeLensParams(types.TextDocumentIdentifier(uri))
            found = await client.text_document_code_lens_async(asked)
            line = client.texts[uri].splitlines().index("  sal:")
            titles = [
                one.command.title
                for one in found or ()
                if one.range.start.line == line and one.command
            ]
            assert titles[-1] == "show the diagram"

        in_sell(root, test)

    def test_nothing_jumps_while_a_line_is_half_written(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            async def shown() -> tuple[list[str], dict[str, str], list[str]]:
                document = types.TextDocumentIdentifier(uri)
                lines = client.texts[uri].splitlines()
                whole = types.Range(types.Position(0, 0), types.Position(len(lines), 0))
                hints = await client.text_document_inlay_hint_async(
                    types.InlayHintParams(document, whole)
                )
                lenses = await client.text_document_code_lens_async(types.CodeLensParams(document))
                tokens = await client.text_document_semantic_tokens_full_async(
                    types.SemanticTokensParams(document)
                )
                assert tokens is not None
                return (
                    [lines[one.range.start.line] for one in lenses or ()],
                    {lines[one.position.line]: str(one.label) for one in hints or ()},
                    coloured_words(lines, tokens.data),
                )

            before = await shown()
            at = client.texts[uri].index("    owner: sdr")
            client.type(uri, at, "    own [\n")
            assert [one.code for one in await client.heard(uri)] == ["PC001"]
            assert await shown() == before

        in_sell(root, test)

    def test_above_a_stage_stands_how_many_cases_come(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            assert (await lens_of(client, uri, "  web_contact:"))[0] == "about 40 cases a month"
            for expected, said in (
                ("1 per month", "about one case a month"),
                ("1 per quarter", "about 4 cases a year"),
                ("100 per day", "about 3040 cases a month"),
            ):
                text = client.texts[uri]
                at = text.index("expects: ") + len("expects: ")
                client.type(uri, at, expected, over=text.index("\n", at) - at)
                assert (await lens_of(client, uri, "  web_contact:"))[0] == said

        in_sell(root, test, file="attract")

    def test_behind_an_owner_stands_the_team(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            whole = types.Range(types.Position(0, 0), types.Position(60, 0))
            asked = types.InlayHintParams(types.TextDocumentIdentifier(uri), whole)
            found = await client.text_document_inlay_hint_async(asked)
            lines = client.texts[uri].splitlines()
            hints = {lines[one.position.line].strip(): one for one in found or ()}
            assert hints["owner: sdr"].label == "Sales"
            assert hints["owner: sdr"].tooltip == "The team of the owner."
            time = hints["sal:"]
            assert str(time.label).startswith("⏱ from the start at most 12 months")
            assert str(time.tooltip).startswith("The longest time from the start")

        in_sell(root, test)


class TestMuch:
    def test_a_very_large_document_is_answered(self, tmp_path: Path) -> None:
        (tmp_path / "x").mkdir()
        file = tmp_path / "x" / "processctl.yaml"
        stages = "".join(
            f"  s{one}:\n    owner: boss\n    means: {'x' * 100}\n    exits: [{{to: s{one + 1}}}]\n"
            for one in range(6_000)
        )
        file.write_text(
            f"processctl: 1\nroles: {{boss: {{}}}}\nstages:\n{stages}  s6000: {{outcome: won}}\n"
        )

        async def test(client: Client) -> None:
            await client.begin(tmp_path)
            uri = client.open(file)
            assert len(client.texts[uri]) > 900_000
            await client.heard(uri)
            asked = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
            found = await client.text_document_document_symbol_async(asked)
            assert found
            last = found[-1]
            assert isinstance(last, types.DocumentSymbol)
            assert len(last.children or ()) == 6_001
            hovered = await client.text_document_hover_async(
                types.HoverParams(**client.at(uri, "boss\n"))
            )
            assert hovered is not None
            assert isinstance(hovered.contents, types.MarkupContent)
            assert hovered.contents.value.splitlines()[-1].endswith(" …")  # and not 6000 names

        with_client(test)


class TestWalking:
    def test_what_leads_to_a_stage_and_on_from_it(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            asked = types.CallHierarchyPrepareParams(**client.at(uri, "  sal:", behind=True) | {
                "position": types.Position(2, 3)})  # fmt: skip
            found = await client.text_document_prepare_call_hierarchy_async(asked)
            assert found
            item = found[0]
            assert item.name == "sal"
            into = await client.call_hierarchy_incoming_calls_async(
                types.CallHierarchyIncomingCallsParams(item)
            )
            out = await client.call_hierarchy_outgoing_calls_async(
                types.CallHierarchyOutgoingCallsParams(item)
            )
            journey = read_journey(root)
            assert [one.from_.name for one in into or ()] == list(
                dict.fromkeys(edge.source for edge in journey.edges if edge.target == "sal")
            )
            assert [one.to.name for one in out or ()] == list(
                dict.fromkeys(edge.target for edge in journey.edges if edge.source == "sal")
            )

        in_sell(root, test)


class TestDrawing:
    def test_the_diagram_is_that_of_render_with_places(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            found = await client.protocol.send_request_async("processctl/diagram", {"uri": uri})
            assert "<svg" in found.svg[:200]
            place = found.stages.sal
            assert place.uri == uri
            assert client.texts[uri].splitlines()[place.range.start.line] == "  sal:"
            assert '<a href="#sal"' in found.svg
            assert found.folder == root.as_uri()
            whole = await client.protocol.send_request_async(
                "processctl/diagram", {"uri": found.folder}
            )
            assert (whole.svg, whole.version) == (found.svg, None)
            dark = await client.protocol.send_request_async(
                "processctl/diagram", {"uri": uri, "view": "stage:sal", "theme": "dark"}
            )
            assert dark.svg != found.svg
            with pytest.raises(JsonRpcException, match="nowhere"):
                await client.protocol.send_request_async(
                    "processctl/diagram", {"uri": uri, "view": "nowhere"}
                )

        in_sell(root, test)

    def test_places_are_those_of_the_text_as_it_stands(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            before = await client.protocol.send_request_async("processctl/diagram", {"uri": uri})
            client.type(uri, 0, "# One more line.\n")
            after = await client.protocol.send_request_async("processctl/diagram", {"uri": uri})
            assert after.svg == before.svg
            assert after.stages.sal.range.start.line == before.stages.sal.range.start.line + 1
            client.type(uri, client.texts[uri].index("Accepted by sales"), "Newly ")
            other = await client.protocol.send_request_async("processctl/diagram", {"uri": uri})
            assert "Newly" in other.svg

        in_sell(root, test)

    def test_the_client_hears_when_it_has_changed(self, root: Path) -> None:
        async def test(client: Client, uri: str) -> None:
            await client.protocol.send_request_async("processctl/diagram", {"uri": uri})
            before = len(client.redrawn)
            client.type(uri, client.texts[uri].index("# Stages of sales"), "# Words.\n")
            await client.heard(uri)
            await client.protocol.send_request_async("processctl/diagram", {"uri": uri})
            assert client.redrawn == [root.as_uri()] * before
            at = client.texts[uri].index("Accepted by sales")
            client.type(uri, at, "Taken", over=len("Accepted"))
            await client.heard(uri)
            await client.protocol.send_request_async("processctl/diagram", {"uri": uri})
            assert client.redrawn == [root.as_uri()] * (before + 1)

        in_sell(root, test)


def schema_at(language: str) -> dict[str, str]:
    """What the schema says of the key ``waits`` of a stage."""
    found: Any = schema_in(language)
    waits: dict[str, str] = found["$defs"]["stage"]["properties"]["waits"]
    return waits


def coloured_words(lines: list[str], data: Sequence[int]) -> list[str]:
    """The words that are coloured, each with its kind."""
    words, line, character = [], 0, 0
    for at in range(0, len(data), 5):
        moved, since, length, kind, _ = data[at : at + 5]
        line, character = line + moved, since if moved else character + since
        words.append(f"{lines[line][character : character + length]} {kind}")
    return words


async def lens_of(client: Client, uri: str, line: str) -> list[str]:
    """The words above a line."""
    asked = types.CodeLensParams(types.TextDocumentIdentifier(uri))
    found = await client.text_document_code_lens_async(asked)
    number = client.texts[uri].splitlines().index(line)
    return [
        one.command.title for one in found or () if one.range.start.line == number and one.command
    ]


async def act(
    client: Client, uri: str, text: str, only: list[types.CodeActionKind | str] | None = None
) -> list[types.CodeAction]:
    """What can be done where some text stands."""
    at = client.at(uri, text)["position"]
    asked = types.CodeActionParams(
        types.TextDocumentIdentifier(uri),
        types.Range(at, at),
        types.CodeActionContext(diagnostics=[], only=only),
    )
    found = await client.text_document_code_action_async(asked)
    return [one for one in found or () if isinstance(one, types.CodeAction)]


def apply(root: Path, client: Client, action: types.CodeAction) -> None:
    """Do what an action does, and save all."""
    for uri, text in client.texts.items():
        Path(uri.removeprefix("file://")).write_text(text)
    assert action.edit is not None
    for one in action.edit.document_changes or ():
        assert isinstance(one, types.TextDocumentEdit)
        path = Path(one.text_document.uri.removeprefix("file://"))
        assert path.is_relative_to(root)
        edits = [each for each in one.edits if isinstance(each, types.TextEdit)]
        path.write_text(edited(path.read_text(), edits))

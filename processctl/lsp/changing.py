"""What is changed on demand: names, findings that can be mended, the form of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from processctl.editor.actions import Action, actions, changed_files
from processctl.editor.notes import Note
from processctl.editor.renaming import RefusedError, renamed
from processctl.editor.session import State
from processctl.fmt import NotProvedError, format_text
from processctl.lint.fix import Wanted, fix
from processctl.lint.result import Result
from processctl.lsp.documents import Document
from processctl.lsp.looking import named_at, target_of, users
from processctl.lsp.server import Server
from processctl.lsp.told import SOURCE
from processctl.lsp.uris import uri_of
from processctl.reading.edit import TextEdit
from processctl.reading.source import Source, Span
from processctl.reports.renamed import refused_lines
from processctl.texts import say

_REQUEST_FAILED = -32803
FIX_ALL_WORDS = say("Mend all that can be mended for certain")
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{SOURCE}"


def register(server: Server) -> None:
    """Let the server change texts where somebody asks it to."""
    feature = server.feature

    @feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(
        ls: Server, params: types.PrepareRenameParams
    ) -> types.PrepareRenamePlaceholder | None:
        document = await ls.settled(params.text_document.uri)
        found = target_of(ls, document, params.position) if document is not None else None
        if found is None or found.named is None:
            return None
        positions = ls.documents.positions
        return types.PrepareRenamePlaceholder(positions.range(found.span), found.word)

    @feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def rename(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
        await ls.judging.settled()
        found = named_at(ls, params.text_document.uri, params.position)
        if found is None:
            return None
        roots = [state.root for state in users(ls, *found)]
        texts = ls.documents.texts
        try:
            edits = await ls.judging.in_thread(
                lambda: renamed(roots, found[1], params.new_name, texts, ls.around.limits)
            )
        except RefusedError as refused:
            words = "\n".join(refused_lines(refused, found[0].root, ls.spoken))
            raise JsonRpcException(words, _REQUEST_FAILED) from None  # it holds whole texts
        return workspace_edit(ls, edits)

    options = types.CodeActionOptions(
        [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]
    )

    @feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def act(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        document = await ls.settled(params.text_document.uri)
        state = ls.state_of(document.path) if document is not None else None
        if document is None or state is None:
            return None
        only = params.context.only
        found: list[types.CodeAction] = []
        if _wants(only, types.CodeActionKind.QuickFix.value):
            notes = _notes_in(ls, document, params.range)
            found += [_action(ls, one) for one in actions(notes, state.journey, ls.spoken)]
        if only and _wants(only, FIX_ALL):
            found += await _fix_all(ls, document, state)
        return found

    @feature(types.TEXT_DOCUMENT_FORMATTING)
    def format_(ls: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        document = ls.document(params.text_document.uri)
        if document is None or not ls.is_part(document):
            return None
        try:
            done = format_text(document.text, document.path, ls.around.limits)
        except NotProvedError as error:
            raise JsonRpcException(ls.words(error.message), _REQUEST_FAILED) from error
        if isinstance(done, tuple):
            return None  # what cannot be read has been told as a finding
        return [_one_edit(ls, edit) for edit in _difference(document.source, done.text)]


def workspace_edit(ls: Server, edits: Iterable[TextEdit]) -> types.WorkspaceEdit:
    """Edits of files, those of open documents for the version that they were made for."""
    changes = changed_files(edits)
    workspace = ls.client_capabilities.workspace
    edit = workspace.workspace_edit if workspace else None
    if edit is None or not edit.document_changes:
        by_uri = {
            ls.told.location(made[0].span).uri: [_one_edit(ls, one) for one in made]
            for made in changes.values()
        }
        return types.WorkspaceEdit(changes=by_uri)
    versioned: list[types.TextDocumentEdit] = []
    for path, made in changes.items():
        document = ls.documents.at(path)
        identifier = types.OptionalVersionedTextDocumentIdentifier(
            uri=document.uri if document is not None else uri_of(path),
            version=document.version if document is not None else None,
        )
        versioned.append(types.TextDocumentEdit(identifier, [_one_edit(ls, one) for one in made]))
    return types.WorkspaceEdit(document_changes=list(versioned))


def _one_edit(ls: Server, edit: TextEdit) -> types.TextEdit:
    return types.TextEdit(ls.documents.positions.range(edit.span), edit.text)


def _wants(only: Iterable[types.CodeActionKind | str] | None, kind: str) -> bool:
    """Whether a kind of action is asked for: its name, or the beginning of it up to a dot."""
    if only is None:
        return True
    names = [str(getattr(one, "value", one)) for one in only]
    return any(name == "" or kind == name or kind.startswith(f"{name}.") for name in names)


def _notes_in(ls: Server, document: Document, asked: types.Range) -> list[Note]:
    positions = ls.documents.positions
    start = positions.offset(document.source, asked.start)
    end = positions.offset(document.source, asked.end)
    return [
        note
        for note in ls.told.notes(document.path)
        if note.span.source.text == document.text
        and note.span.start <= max(start, end)
        and min(start, end) <= note.span.end
    ]


def _action(ls: Server, action: Action) -> types.CodeAction:
    return types.CodeAction(
        title=action.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[ls.told.diagnostic(action.note)],
        is_preferred=action.safe or None,
        edit=workspace_edit(ls, action.edits),
    )


async def _fix_all(ls: Server, document: Document, state: State) -> list[types.CodeAction]:
    """Everything that ``lint --fix`` mends in this document."""

    def lint(texts: Mapping[Path, str]) -> Result:
        now = {**ls.documents.texts, **texts}
        return ls.judging.session.judge(state.root, now, ls.around.today()).result

    wanted = Wanted(frozenset({"safe"}), only=document.path)
    done = await ls.judging.in_thread(lambda: fix(lint, wanted, lint({})))
    after = done.after.get(document.path)
    if after is None:
        return []
    edits = _difference(document.source, after)
    return [
        types.CodeAction(
            title=ls.words(FIX_ALL_WORDS),
            kind=FIX_ALL,
            edit=workspace_edit(ls, edits),
        )
    ]


def _difference(source: Source, after: str) -> list[TextEdit]:
    """The lines that differ, as edits: an editor keeps the cursor where nothing changes."""
    from difflib import SequenceMatcher

    before = source.text.splitlines(keepends=True)
    later = after.splitlines(keepends=True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    return [
        TextEdit(Span(source, starts[first], starts[last]), "".join(later[begin:end]))
        for kind, first, last, begin, end in SequenceMatcher(
            None, before, later, autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]

"""What a client tells of itself, its documents and its files."""

from __future__ import annotations

from lsprotocol import types

from processctl.lsp.server import WATCHED, Server
from processctl.lsp.uris import is_untitled, path_of


def register(server: Server) -> None:
    """Let the server follow what the client does."""
    feature = server.feature

    @feature(types.INITIALIZE)
    def initialize(ls: Server, params: types.InitializeParams) -> None:
        ls.begin(params)

    @feature(types.INITIALIZED)
    def initialized(ls: Server, _params: types.InitializedParams) -> None:
        _watch(ls)
        ls.look_around()

    @feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        document = ls.documents.open(params.text_document)
        if document.is_yaml:
            ls.look_around()
            ls.changed([document.path])

    @feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        document = ls.documents.change(params.text_document, params.content_changes)
        if document is not None and document.is_yaml:
            ls.changed([document.path])

    @feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        document = ls.documents.close(params.text_document.uri)
        if document is None or not document.is_yaml:
            return
        ls.lone.forget(document.path)
        ls.changed([document.path])
        ls.look_around()

    @feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        if not is_untitled(path):
            ls.changed([path])

    @feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
        paths = [path_of(change.uri) for change in params.changes]
        ls.look_around()
        if any(path.name == ".gitignore" for path in paths):
            ls.judging.changed(list(ls.judging.states))
        ls.changed(paths)

    @feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
        gone = {path_of(folder.uri) for folder in params.event.removed}
        ls.folders = [folder for folder in ls.folders if folder not in gone]
        ls.folders += [
            path_of(one.uri) for one in params.event.added if one.uri.startswith("file:")
        ]
        ls.look_around()

    @feature(types.SHUTDOWN)
    def shutdown(ls: Server, *_params: object) -> None:
        ls.judging.close()


def _watch(ls: Server) -> None:
    """Ask to hear of files that others change, of a client that can tell."""
    workspace = ls.client_capabilities.workspace
    files = workspace.did_change_watched_files if workspace else None
    if files is None or not files.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions(
        [types.FileSystemWatcher(glob) for glob in WATCHED]
    )
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    ls.client_register_capability(
        types.RegistrationParams([types.Registration("watched-files", method, options)])
    )

"""The language server: what ``processctl/editor/`` knows, said in the Language Server Protocol.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

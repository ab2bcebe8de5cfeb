"""Questions about a process as it stands in an editor: half written, and newer than the disk.

Everything here is a pure function of texts. Places are offsets in characters; how an editor counts is
the business of ``processctl/lsp/``.
"""

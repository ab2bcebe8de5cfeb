"""``processctl schema``."""

from __future__ import annotations

import json

import click

from processctl.cli.language import language_option
from processctl.cli.write import put


@click.command(name="schema", short_help="Print the JSON Schema of the language, for editors.")
@language_option
def command(lang: str | None) -> None:
    """Print the JSON Schema of a workspace file, for editors.

    \b
    Examples:
      processctl schema > processctl.schema.json
      processctl schema --lang fi > processctl.schema.json
    """
    from processctl.lint.plugins import registry
    from processctl.reports.editor_schema import editor_schema

    put(json.dumps(editor_schema(lang or "en", registry().rules), ensure_ascii=False, indent=2))

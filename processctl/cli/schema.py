"""``processctl schema``."""

from __future__ import annotations

import json

import click

from processctl.cli.language import language_option
from processctl.cli.write import put


@click.command(name="schema", short_help="Print the JSON Schema of the language, for editors.")
@click.option("--of", "of", type=click.Choice(["workspace", "report"]), default="workspace",
              show_default=True, help="Of what: a file of a workspace, or the JSON report of lint.")  # fmt: skip
@language_option
def command(of: str, lang: str | None) -> None:
    """Print the JSON Schema of a workspace file, for editors; or that of a report, for programs.

    \b
    Examples:
      processctl schema > processctl.schema.json
      processctl schema --lang fi > processctl.schema.json
      processctl schema --of report > report.schema.json
    """
    from processctl.lint.plugins import registry
    from processctl.reading.schema_file import schema_file
    from processctl.reports.editor_schema import editor_schema

    if of == "report":
        schema = schema_file("report-v1.json")
    else:
        schema = editor_schema(lang or "en", registry().rules)
    put(json.dumps(schema, ensure_ascii=False, indent=2))

"""For Jenkins, SonarQube and others: the result as Checkstyle's XML, file by file."""

from __future__ import annotations

from processctl.lint.finding import Finding
from processctl.reports.telling import Telling
from processctl.reports.xml_text import attribute

# The form has had this number since Checkstyle 4.3; readers ask for one.
VERSION = "4.3"


def checkstyle_report(telling: Telling) -> str:
    """The results as XML; files without findings are in it too, as Checkstyle has them."""
    files: dict[str, list[str]] = {}
    for result in telling.results:
        for source in result.scope.sources:
            files.setdefault(telling.path(source), [])
        for finding in result.findings:
            files.setdefault(telling.path(finding.span.source), []).append(_error(telling, finding))
    told = "".join(_file(name, errors) for name, errors in sorted(files.items()))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="{VERSION}">\n{told}</checkstyle>'


def _file(name: str, errors: list[str]) -> str:
    if not errors:
        return f"  <file name={attribute(name)}/>\n"
    return f"  <file name={attribute(name)}>\n{''.join(errors)}  </file>\n"


def _error(telling: Telling, finding: Finding) -> str:
    line, column = finding.span.first
    said = telling.words(finding.message)
    if finding.hint is not None:
        said = f"{said} {telling.words(finding.hint)}"
    return (
        f'    <error line="{line}" column="{column}" severity="{finding.severity}"'
        f' message={attribute(said)} source="processctl.{finding.code}.{finding.name}"/>\n'
    )

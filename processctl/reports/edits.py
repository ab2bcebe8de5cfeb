"""The edits that mend a finding safely, for reports that others apply."""

from __future__ import annotations

from itertools import pairwise

from processctl.lint.finding import Finding
from processctl.reading.edit import TextEdit


def safe_edits(finding: Finding) -> tuple[TextEdit, ...]:
    """What ``--fix`` would do about a finding, by file and place; none where one member needs more.

    Where edits of two members overlap there are none either: only one of them can be made at once.
    """
    mends = [one.mend for one in finding.each]
    made = [mend for mend in mends if mend is not None and mend.kind == "safe"]
    if len(made) < len(mends):
        return ()
    edits = sorted(
        (edit for mend in made for edit in mend.splice.edits),
        key=lambda one: (one.span.source.path, one.span.start, one.span.end),
    )
    overlapping = any(
        a.span.source.path == b.span.source.path and b.span.start < a.span.end
        for a, b in pairwise(edits)
    )
    return () if overlapping else tuple(edits)

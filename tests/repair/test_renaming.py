"""An element gets another id wherever it is named, and the process says the same."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processctl.model.model import SECTIONS, Model
from processctl.repair.portrait import Renaming
from processctl.repair.refused import RefusedError
from processctl.repair.rename import Renamed, rename
from tests.cli.program import REPOSITORY, files_below, git, write
from tests.repair.mending import lint, read

EVERYWHERE = """\
# offer stands here, and lead_score
processctl: 1
process:
  owner: sdr
  phases: {attract: Attract, sell: Sell}
  outcomes: {paused: {counts_as: neutral}}
  review: {every: quarter, in: weekly}
change: {led_by: sdr, reports_to: weekly, participants: [sales, sdr]}
teams: {sales: {lead: sdr, members: [anna, sdr]}}
roles: {sdr: {team: sales, held_by: [anna], backup: anna, assigns: {how: queue, fallback: sdr}}}
people: {anna: {name: sdr, away: {stand_in: sdr}}}
systems: {crm: {owner: sdr, problems: {tell: [sdr], in: weekly}}, old_crm: {replaces: crm}}
defaults: {fields: {system: crm, owner: sdr}}
fields:
  lead_score: {type: integer, system: [crm]}
  doubled: {type: integer, is: 2 * lead_score}
  signed: {type: date}
  why_not: {type: choice, options: [offer, sdr]}
criteria:
  ready:
    says: lead_score and offer
    test: >-
      lead_score >= 50 and
      has(lead_score) or small
    examples:
      - {case: {lead_score: 60, why_not: offer}, holds: true}
  agreed: {judged_by: [sdr, sales]}
segments: {small: {test: "lead_score < 10 and why_not == \\"offer\\""}}
stages:
  "lead":
    phase: attract
    owner: sdr
    start: {brings: [lead_score], from: [offer], when: ready, short: {do: offer, owner: sdr}}
    does: [offer, {says: sdr, by: crm}]
    within: 30 days since signed
    late: {tell: [sdr], to: offer, at_most: 1, then: gone}
    varies: {small: {owner: sdr, within: 3 days since lead}}
    captures: [lead_score, 'doubled']
    exits:
      - to: "offer"
        when: 'ready and not small'
        reasons: why_not
        handoff: {needs: [lead_score, an offer], by: sdr, silent: {to: offer, tell: sdr}}
        resets: [lead_score]
      - {to: gone, when: otherwise, at_most: 2, then: offer}
  offer:
    entry: |
      ready
    accepts: {needs: [lead_score], by: sdr}
    phase: sell
    owner: sdr
    value: lead_score
    within: 30 days since offer
    holds: {at_most: 3, full: {to: lead, tell: sdr}}
    touch: {every: week, owner: sdr}
    exits: [{to: lead, return: true, when: agreed, reasons: [offer]}, {to: gone, when: otherwise}]
  gone: {outcome: paused, owner: sdr, again: lead}
  done: {outcome: won, continues: {in: offer, owner: sdr}}
feedback:
  loop: {from: sales, to: sdr, about: [offer], carries: [lead_score, offer sums], when: lead_score > 3, in: weekly}
forums: {weekly: {every: week, members: [sdr, sales], chair: sdr, agenda: [offer, sdr]}}
goals:
  g: {target: {metric: m}, segments: [small], owner: sdr, parent: h}
  h: {}
metrics:
  m: {counts: paused, times: [lead, offer], ratio: [lead, won], reads: [lead_score], goal: g, system: crm}
campaigns: {c: {segment: small, goal: g, feeds: lead, teams: [sales]}}
promises:
  p: {from: lead, reaches: [offer, paused], assuming: lead_score > 5, within: 3 days}
  q: {to: offer, passes: lead}
  r: {from: lead, never: paused}
cases:
  k:
    from: lead
    has: {lead_score: 5, why_not: sdr}
    steps: [{in: offer, has: {lead_score: 3}, yes: [agreed, gone], after: 1 day}]
    path: [lead, offer]
    ends: paused
skills: {s: {needed_in: [offer], held_by: [anna]}}
improvements: {i: {owner: sdr, stages: [offer], goal: g}}
x_notes: {offer: lead_score}
"""
# How often each is named by a reference, its declaration counted.
PLACES = {
    ("stages", "offer"): 14,
    ("stages", "lead"): 13,
    ("roles", "sdr"): 29,
    ("fields", "lead_score"): 18,
    ("fields", "signed"): 2,
    ("fields", "why_not"): 5,
    ("criteria", "ready"): 4,
    ("criteria", "agreed"): 3,
    ("segments", "small"): 6,
    ("people", "anna"): 5,
    ("teams", "sales"): 7,
    ("systems", "crm"): 6,
    ("forums", "weekly"): 5,
    ("goals", "g"): 4,
    ("goals", "h"): 2,
    ("metrics", "m"): 2,
    ("outcomes", "paused"): 6,
    ("phases", "sell"): 2,
}


def renamed(root: Path, section: str, old: str, new: str = "brand_new") -> Renamed:
    return rename([root], Renaming(section, old, new), read)


def after(root: Path, section: str, old: str, new: str = "brand_new") -> str:
    (text,) = renamed(root, section, old, new).after.values()
    return text


@pytest.mark.parametrize(("section", "old"), PLACES)
def test_every_place_and_no_other(section: str, old: str, tmp_path: Path) -> None:
    write(tmp_path, processctl=EVERYWHERE)
    assert read(tmp_path, {}).workspace.problems == ()
    done = renamed(tmp_path, section, old)
    assert done.places == PLACES[section, old]
    (text,) = done.after.values()
    assert text.count("brand_new") == PLACES[section, old]
    assert text.replace("brand_new", old) == EVERYWHERE


def test_texts_that_look_alike_stay(tmp_path: Path) -> None:
    write(tmp_path, processctl=EVERYWHERE)
    text = after(tmp_path, "stages", "offer")
    for line in (
        "# offer stands here, and lead_score",
        "says: lead_score and offer",
        "options: [offer, sdr]",
        "why_not: offer}",
        'why_not == \\"offer\\"',
        "from: [offer]",
        "does: [offer,",
        "an offer",
        "reasons: [offer]",
        "in: offer, owner",
        "agenda: [offer, sdr]",
        "x_notes: {offer: lead_score}",
    ):
        assert line in text
    assert "within: 30 days since brand_new" in text
    assert 'to: "brand_new"' in text
    assert renamed(tmp_path, "stages", "offer").left == 14


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_there_and_back_again(line_end: str, tmp_path: Path) -> None:
    text = EVERYWHERE.replace("\n", line_end)
    for section, old in PLACES:
        (tmp_path / "processctl.yaml").write_bytes(text.encode())
        (tmp_path / "processctl.yaml").write_bytes(after(tmp_path, section, old).encode())
        assert after(tmp_path, section, "brand_new", old) == text


PROCESSES = [REPOSITORY / "examples" / "before", REPOSITORY / "examples" / "posthog",
             REPOSITORY / "tests" / "rules" / "clean"]  # fmt: skip
IDS = [
    (root, section, name)
    for root in PROCESSES
    for section in SECTIONS
    for name in getattr(read(root, {}), section)
]


@given(st.sampled_from(IDS))
@settings(max_examples=25)
def test_laws_of_renaming(one: tuple[Path, str, str]) -> None:
    """The same findings but for the name, and the same bytes after renaming back."""
    root, section, old = one
    done = renamed(root, section, old)
    texts = dict(done.after)

    def read_renamed(folder: Path, newer: Mapping[Path, str]) -> Model:
        return read(folder, {**texts, **newer})

    back = rename([root], Renaming(section, "brand_new", old), read_renamed)
    assert back.after == {path: source.text for path, source in done.before.items()}
    assert _codes(root, {}) == _codes(root, texts)


def _codes(root: Path, texts: Mapping[Path, str]) -> Counter[tuple[str, int]]:
    found = lint(root, texts)
    return Counter((one.code, one.span.first[0]) for each in found.findings for one in each.each)


REFUSED = {
    ("stages", "offfer", "x"): 'There is no "{name}" under "{section}".',
    ("outcomes", "won", "x"): '"{name}" belongs to the language and keeps its name.',
    ("stages", "offer", "Offer"): '"{name}" is no id:',
    ("stages", "offer", "9x"): '"{name}" is no id:',
    ("stages", "offer", ""): '"{name}" is no id:',
    ("stages", "offer", "a" * 65): '"{name}" is no id:',
    ("stages", "offer", "x_offer"): '"{name}" begins with "x_"',
    ("stages", "offer", "otherwise"): '"{name}" is a word of the language itself.',
    ("stages", "offer", "origin"): '"{name}" is a word of the language itself.',
    ("stages", "offer", "true"): '"{name}" is a word of the language itself.',
    ("roles", "sdr", "null"): '"{name}" is a word of the language itself.',
    ("fields", "signed", "and"): '"{name}" is a word of the language of conditions.',
    ("fields", "signed", "for"): '"{name}" is a word of the language of conditions.',
    ("stages", "offer", "won"): '"{name}" is taken:',
    ("stages", "offer", "paused"): '"{name}" is taken:',
    ("outcomes", "paused", "offer"): '"{name}" is taken:',
    ("stages", "offer", "lead"): '"{name}" is taken:',
    ("roles", "sdr", "anna"): '"{name}" is taken:',
    ("people", "anna", "sales"): '"{name}" is taken:',
    ("fields", "signed", "small"): '"{name}" is taken:',
    ("phases", "sell", "attract"): '"{name}" is taken:',
    # "30 days since signed" would count from the stage
    ("fields", "signed", "offer"): 'With the id "{name}" the process would not mean the same.',
}


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: "-".join(case)[:40])
def test_refused(case: tuple[str, str, str], tmp_path: Path) -> None:
    write(tmp_path, processctl=EVERYWHERE)
    with pytest.raises(RefusedError) as refused:
        renamed(tmp_path, *case)
    assert refused.value.message.template.startswith(REFUSED[case])


def test_the_nearest_is_named(tmp_path: Path) -> None:
    write(tmp_path, processctl=EVERYWHERE)
    with pytest.raises(RefusedError) as refused:
        renamed(tmp_path, "stages", "ofer")
    assert refused.value.hint is not None
    assert dict(refused.value.hint.arguments) == {"name": "offer"}


UNREADABLE = {
    "a file": ("other", "stages:\n  - a: [b\n", "Not all can be read"),
    "a form": ("other", "goals: {z: {onwer: sdr}}\n", "Not all can be read"),
    "twice": ("other", "roles: {sdr: {}}\n", "Not all can be read"),
    "a condition": (
        "other",
        "criteria: {z: {test: lead_score >=}}\n",
        "This condition cannot be read",
    ),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_may_name_it_too(case: str, tmp_path: Path) -> None:
    name, text, message = UNREADABLE[case]
    write(tmp_path, processctl=EVERYWHERE, **{name: text})
    with pytest.raises(RefusedError) as refused:
        renamed(tmp_path, "fields", "lead_score")
    assert refused.value.message.template.startswith(message)
    assert refused.value.span is not None
    assert refused.value.span.source.path.name == "other.yaml"


def test_a_bad_condition_that_does_not_hold_the_word_is_no_hindrance(tmp_path: Path) -> None:
    write(tmp_path, processctl=EVERYWHERE, other="criteria: {z: {test: doubled >=}}\n")
    assert renamed(tmp_path, "fields", "signed").places == 2


def test_a_text_that_an_anchor_shares_is_refused(tmp_path: Path) -> None:
    text = (
        EVERYWHERE.replace("anna: {name: sdr,", "anna: {name: &s sdr,")
        .replace("process:\n  owner: sdr", "improvements_: 1\nprocess:\n  owner: sdr")
        .replace("improvements_: 1\n", "")
        .replace("goal: g}}", "goal: g}, j: {owner: *s}}")
    )
    write(tmp_path, processctl=text)
    with pytest.raises(RefusedError) as refused:
        renamed(tmp_path, "roles", "sdr")
    assert refused.value.message.template.startswith("With the id")


def test_a_new_id_that_is_named_already_is_welcome(tmp_path: Path) -> None:
    """So a renaming that was stopped between two files can be done again."""
    write(tmp_path, processctl=EVERYWHERE, other="improvements: {j: {owner: hunter}}\n")
    done = renamed(tmp_path, "roles", "sdr", "hunter")
    assert [path.name for path in done.after] == ["processctl.yaml"]


def test_the_file_with_the_declaration_is_written_last(tmp_path: Path) -> None:
    roles = "roles: {sdr: {}}\n"
    write(
        tmp_path,
        processctl="processctl: 1\nprocess: {owner: sdr}\n",
        a_roles=roles,
        b="teams: {t: {lead: sdr}}\n",
    )
    assert [path.name for path in renamed(tmp_path, "roles", "sdr").after][-1] == "a_roles.yaml"


# Workspaces that use others


def company(folder: Path) -> Path:
    git(folder, "init", "-q")
    write(
        folder / "company",
        processctl="processctl: 1\nprocess: {owner: boss}\n",
        people_="roles: {boss: {}}\n",
    )
    write(
        folder / "sales", processctl="processctl: 1\nuses: [../company]\nprocess: {owner: boss}\n"
    )
    write(
        folder / "deep" / "care",
        processctl="processctl: 1\nuses: [../../sales]\nteams: {t: {lead: boss}}\n",
    )
    write(folder / "alone", processctl="processctl: 1\nprocess: {owner: boss}\nroles: {boss: {}}\n")
    return folder


NAMED = Renaming("roles", "boss", "chief")


def test_all_workspaces_that_name_it_are_changed_together(tmp_path: Path) -> None:
    folder = company(tmp_path)
    roots = [folder / "sales", folder / "company", folder / "deep" / "care"]
    done = rename(roots, NAMED, read)
    assert [path.relative_to(folder).as_posix() for path in done.after] == [
        "company/processctl.yaml", "deep/care/processctl.yaml", "sales/processctl.yaml", "company/people_.yaml",
    ]  # fmt: skip
    assert all("boss" not in text and "chief" in text for text in done.after.values())


def test_none_of_them_may_be_left_out(tmp_path: Path) -> None:
    folder = company(tmp_path)
    with pytest.raises(RefusedError) as refused:
        rename([folder / "company"], NAMED, read)
    assert dict(refused.value.message.arguments) == {"name": "boss", "folders": "deep/care, sales"}


def test_without_git_those_beside_it_are_looked_at(tmp_path: Path) -> None:
    write(tmp_path / "company", processctl="processctl: 1\nroles: {boss: {}}\n")
    write(
        tmp_path / "sales", processctl="processctl: 1\nuses: [../company]\nprocess: {owner: boss}\n"
    )
    write(tmp_path / "alone", processctl="processctl: 1\nuses: [../sales]\n")
    with pytest.raises(RefusedError) as refused:
        rename([tmp_path / "company"], NAMED, read)
    assert dict(refused.value.message.arguments) == {"name": "boss", "folders": "sales"}


def test_another_workspace_s_element_is_renamed_there(tmp_path: Path) -> None:
    folder = company(tmp_path)
    before = files_below(folder)
    with pytest.raises(RefusedError) as refused:
        rename([folder / "sales"], NAMED, read)
    assert refused.value.message.template.startswith('"{name}" belongs to another workspace')
    assert refused.value.span is not None
    assert refused.value.span.source.path.name == "people_.yaml"
    assert files_below(folder) == before


def test_two_workspaces_that_declare_the_same(tmp_path: Path) -> None:
    folder = company(tmp_path)
    with pytest.raises(RefusedError) as refused:
        rename([folder / "company", folder / "alone"], NAMED, read)
    assert refused.value.message.template.startswith("Several of these workspaces")


def test_what_is_taken_in_a_workspace_that_uses_it(tmp_path: Path) -> None:
    folder = company(tmp_path)
    write(folder / "sales", more="people: {chief: {}}\n")
    roots = [folder / "sales", folder / "company", folder / "deep" / "care"]
    with pytest.raises(RefusedError) as refused:
        rename(roots, NAMED, read)
    assert refused.value.message.template.startswith('"{name}" is taken')


def test_a_stage_is_nobody_else_s_matter(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as other:
        write(Path(other), processctl="processctl: 1\n")
        write(tmp_path, processctl=EVERYWHERE)
        assert (
            rename([tmp_path, Path(other)], Renaming("stages", "offer", "quote"), read).places == 14
        )

"""Conditions in words: by the names of what they ask about, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.journey.expression_words import expression_in_words
from processctl.texts import translator
from tests.views.reading import written

PROCESS = """
process: {{currency: EUR, languages: [en, fi]}}
fields:
  size: {{name: {{en: Employees, fi: Henkilöstö}}, type: integer, unit: {{en: people, fi: henkilöä}}}}
  sum: {{name: Sum, type: money}}
  branch: {{name: {{en: Industry, fi: Toimiala}}, type: choice, options: {{food: {{en: Food, fi: Elintarvikkeet}}, energy: {{en: Energy, fi: Energia}}}}}}
  wishes: {{name: Wishes, type: list, options: [heat, noise]}}
  met: {{name: Met, type: boolean}}
  said: {{name: Said, type: text}}
  until: {{name: Valid until, type: date}}
  talked: {{name: Last talk, type: date}}
criteria:
  ours: {{name: {{en: Our kind, fi: Sopiva}}, says: Good, test: '{test}'}}
  known: {{name: Known, says: Known, test: has(sum)}}
"""


@pytest.mark.parametrize(
    ("test", "english"),
    [
        ("size >= 20", '"Employees" is at least 20 people'),
        ("20 > size", '"Employees" is less than 20 people'),
        ("size != 20", '"Employees" is not 20 people'),
        ("sum <= 1000000", '"Sum" is at most 1\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 EUR'),
        ('branch == "food"', '"Industry" is Food'),
        ('branch in ["food", "energy"]', '"Industry" is Food or Energy'),
        ('"noise" in wishes', '"Wishes" has noise'),
        ("met", '"Met"'),
        ("met == false", '"Met" is no'),
        ('said == "yes, please"', '"Said" is yes, please'),
        ("has(sum)", '"Sum" is known'),
        ("not has(sum)", '"Sum" is not known'),
        ("not known", 'not "Known"'),
        ("days_until(until) < 0", '"Valid until" has passed'),
        ("days_until(until) <= 0", '"Valid until" has come'),
        ("days_until(until) <= 90", 'at most 90 days until "Valid until"'),
        ("days_since(talked) > 120", 'more than 120 days since "Last talk"'),
        ("days_since(talked) == 1", '1 day since "Last talk"'),
        ("met and known", '"Met" and "Known"'),
        ("met or known or size > 1", '"Met", "Known" or "Employees" is more than 1 people'),
        (
            'met and (known or branch in ["food", "energy"])',
            '"Met" and ("Known" or ("Industry" is Food or Energy))',
        ),
        (
            "at_least(2, met, known, has(branch))",
            'at least 2 of these: "Met", "Known" and "Industry" is known',
        ),
        ("size < sum", '"Employees" is less than "Sum"'),
        ("size + 1 > 20", '"Employees" + 1 is more than 20'),
        ("size + sum * 2 >= 20", '"Employees" + ("Sum" * 2) is at least 20'),
        ("size > sum - 1", "size > sum - 1"),
    ],
)
def test_a_condition_reads_like_a_sentence(test: str, english: str, tmp_path: Path) -> None:
    assert said(test, "en", tmp_path) == english


def test_finnish_names_are_not_inflected(tmp_path: Path) -> None:
    test = 'not has(sum) or size >= 20 and branch in ["food", "energy"]'
    assert said(test, "fi", tmp_path) == (
        '"Sum" ei ole tiedossa tai ("Henkilöstö" on vähintään 20 henkilöä '
        'ja ("Toimiala" on Elintarvikkeet tai Energia))'
    )


def said(test: str, language: str, folder: Path) -> str:
    model = written(folder, PROCESS.format(test=test.replace("'", "''"))).model
    expression = model.criteria["ours"].test
    assert expression is not None
    assert expression.tree is not None
    return translator(language).render(expression_in_words(model, expression.tree))

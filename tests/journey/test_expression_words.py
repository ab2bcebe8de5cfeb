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
  budget: {{name: {{en: Budget, fi: Budjetti}}, type: money, optional: true}}
  left: {{name: Left over, is: budget - 100}}
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
        # The contrary, as people say it.
        ("not (size < 20)", '"Employees" is at least 20 people'),
        ("not (20 > size)", '"Employees" is at least 20 people'),
        ("not (size >= 20)", '"Employees" is less than 20 people'),
        ("not (size <= 20)", '"Employees" is more than 20 people'),
        ("not (size > 20)", '"Employees" is at most 20 people'),
        ("not (size == 20)", '"Employees" is not 20 people'),
        ("not (size != 20)", '"Employees" is 20 people'),
        ("not not (size < 20)", '"Employees" is less than 20 people'),
        ("not met", 'not "Met"'),
        ('not ("noise" in wishes)', '"Wishes" does not have noise'),
        ('not (branch in ["food", "energy"])', '"Industry" is not Food or Energy'),
        ('met and not (branch in ["food"])', '"Met" and "Industry" is not Food'),
        ("not (days_until(until) < 0)", '"Valid until" has not passed'),
        ("not (days_until(until) <= 0)", '"Valid until" has not come'),
        ("not (days_since(talked) > 120)", 'at most 120 days since "Last talk"'),
        ("not (size + 1 > 20)", '"Employees" + 1 is at most 20'),
        ("not (met and size < 3)", 'not "Met" or "Employees" is at least 3 people'),
        ("not (met or size < 3)", 'not "Met" and "Employees" is at least 3 people'),
        ("not (met or known)", 'none of these: "Met" and "Known"'),
        ("met and not (met and known)", '"Met" and (not all of these: "Met" and "Known")'),
        ("not at_least(1, met, known)", 'none of these: "Met" and "Known"'),
        ("not at_least(2, met, known)", 'fewer than 2 of these: "Met" and "Known"'),
        ("not (size > sum - 1)", 'size <= sum - 1 or "Sum" is not known'),
        # Where a value may be missing, no comparison with it holds.
        ("not (budget < 1000)", '"Budget" is at least 1\N{NO-BREAK SPACE}000 EUR or is not known'),
        ("met and not (budget < 1)", '"Met" and ("Budget" is at least 1 EUR or is not known)'),
        (
            "not (budget == sum)",
            '"Budget" is not "Sum", "Budget" is not known or "Sum" is not known',
        ),
        ("not (left < 5)", '"Left over" is at least 5 or is not known'),
        ("not (sum < 5)", '"Sum" is at least 5 EUR or is not known'),
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


def test_finnish_contraries(tmp_path: Path) -> None:
    for test, finnish in (
        ("not (size < 20)", '"Henkilöstö" on vähintään 20 henkilöä'),
        ("not (budget < 20)", '"Budjetti" on vähintään 20 EUR tai ei ole tiedossa'),
        ("not known", '"Known" ei toteudu'),
        ("not (met or known)", 'ei mikään näistä: "Met" ja "Known"'),
        ("not (days_until(until) < 0)", 'päivä "Valid until" ei ole mennyt'),
    ):
        assert said(test, "fi", tmp_path) == finnish


def said(test: str, language: str, folder: Path) -> str:
    model = written(folder, PROCESS.format(test=test.replace("'", "''"))).model
    expression = model.criteria["ours"].test
    assert expression is not None
    assert expression.tree is not None
    return translator(language).render(expression_in_words(model, expression.tree))

"""From an error of the schema to words that say what is wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from processctl.reading import form_key_words as keys
from processctl.reading import form_value_words as values
from processctl.reading.form_keywords import BAD_KEY, FORBIDDEN_KEY, UNKNOWN_KEY
from processctl.reading.form_trouble import FormProblem, Trouble

_WORDS: Mapping[str, Callable[[Trouble], FormProblem]] = {
    UNKNOWN_KEY: keys.unknown_key,
    FORBIDDEN_KEY: keys.forbidden_key,
    BAD_KEY: keys.bad_key,
    "required": keys.missing_key,
    "dependentRequired": keys.missing_companion,
    "type": values.wrong_kind,
    "enum": values.wrong_word,
    "pattern": values.bad_form,
    "format": values.bad_form,
    "not": values.bad_form,
    "const": values.wrong_version,
    "minLength": values.empty,
    "minProperties": values.empty,
    "minimum": values.out_of_range,
    "maximum": values.out_of_range,
    "minItems": values.wrong_count,
    "maxItems": values.wrong_count,
    "uniqueItems": values.twice,
}


def explain(trouble: Trouble) -> FormProblem:
    """The words for an error of the schema."""
    return _WORDS[trouble.keyword](trouble)

"""The linter: runs the rules, silences, grades, groups and orders what they find."""

from processctl.lint.engine import Result, lint
from processctl.lint.finding import Finding, Relation
from processctl.lint.settings import Request

__all__ = ["Finding", "Relation", "Request", "Result", "lint"]

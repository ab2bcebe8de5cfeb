"""The rules, in the order of their codes. This tuple is the only list of them.

What needs a list of rules (``processctl rules``, ``explain``, tables in reports, tests) is derived
from it.
"""

from processctl.rules.pc0_reading import (
    declared_twice,
    duplicate_key,
    invalid_yaml,
    over_limit,
    refused_yaml_feature,
    schema_violation,
    unreadable_file,
    unsupported_language_version,
    uses_cycle,
    uses_outside_repository,
)
from processctl.rules.pc2_ownership import stage_without_owner
from processctl.rules.pc99_linter import (
    ignore_expired,
    ignore_without_effect,
    internal_failure,
    unknown_rule_in_config,
)
from processctl.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    invalid_yaml.RULE,
    duplicate_key.RULE,
    schema_violation.RULE,
    unsupported_language_version.RULE,
    over_limit.RULE,
    unreadable_file.RULE,
    declared_twice.RULE,
    refused_yaml_feature.RULE,
    uses_outside_repository.RULE,
    uses_cycle.RULE,
    stage_without_owner.RULE,
    ignore_without_effect.RULE,
    ignore_expired.RULE,
    unknown_rule_in_config.RULE,
    internal_failure.RULE,
)

__all__ = ["RULES", "Rule"]

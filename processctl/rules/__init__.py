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
from processctl.rules.pc1_names import (
    unknown_reference,
    wrong_kind_of_reference,
)
from processctl.rules.pc2_ownership import (
    duplicated_work,
    no_stand_in,
    nobody_in_particular,
    overloaded_owner,
    person_in_no_role,
    process_without_owner,
    queue_without_fallback,
    several_owners,
    stage_without_owner,
    system_without_owner,
    team_without_lead,
)
from processctl.rules.pc3_flow import (
    customer_left_alone,
    dead_end,
    no_outcome_at_all,
    no_start,
    no_way_to_lose,
    stage_without_deadline,
    stage_without_escalation,
    stage_without_work,
    trap,
    unreachable_stage,
)
from processctl.rules.pc4_handoffs import (
    handoff_without_contract,
    handoff_without_criteria,
    missing_return_path,
    ping_pong,
    return_past_the_giver,
    return_without_reasons,
    returns_only_planned,
    silent_receiver,
    unheard_reasons,
    wrong_acceptor,
)
from processctl.rules.pc5_criteria import (
    and_or_without_parentheses,
    bad_expression,
    circular_criteria,
    exit_without_condition,
)
from processctl.rules.pc6_data import (
    captured_nowhere,
)
from processctl.rules.pc7_feedback import (
    forum_misses_a_party,
    no_feedback_across_handoff,
    one_way_feedback,
)
from processctl.rules.pc8_goals import (
    no_shared_goal,
)
from processctl.rules.pc9_change import (
    campaign_of_one_team,
    campaign_without_goal,
    change_without_leader,
    change_without_reporting,
    change_without_target_state,
    improvement_overdue,
    improvement_without_owner,
    no_review_rhythm,
    plans_out_of_step,
    review_overdue,
    skill_nobody_has,
    unsettled_conflict,
)
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
    unknown_reference.RULE,
    wrong_kind_of_reference.RULE,
    stage_without_owner.RULE,
    process_without_owner.RULE,
    nobody_in_particular.RULE,
    no_stand_in.RULE,
    overloaded_owner.RULE,
    team_without_lead.RULE,
    system_without_owner.RULE,
    duplicated_work.RULE,
    person_in_no_role.RULE,
    queue_without_fallback.RULE,
    several_owners.RULE,
    no_start.RULE,
    unreachable_stage.RULE,
    dead_end.RULE,
    trap.RULE,
    stage_without_deadline.RULE,
    stage_without_escalation.RULE,
    no_way_to_lose.RULE,
    customer_left_alone.RULE,
    stage_without_work.RULE,
    no_outcome_at_all.RULE,
    handoff_without_criteria.RULE,
    handoff_without_contract.RULE,
    missing_return_path.RULE,
    return_without_reasons.RULE,
    unheard_reasons.RULE,
    return_past_the_giver.RULE,
    ping_pong.RULE,
    wrong_acceptor.RULE,
    silent_receiver.RULE,
    returns_only_planned.RULE,
    bad_expression.RULE,
    circular_criteria.RULE,
    exit_without_condition.RULE,
    and_or_without_parentheses.RULE,
    captured_nowhere.RULE,
    no_feedback_across_handoff.RULE,
    one_way_feedback.RULE,
    forum_misses_a_party.RULE,
    no_shared_goal.RULE,
    change_without_leader.RULE,
    change_without_reporting.RULE,
    change_without_target_state.RULE,
    review_overdue.RULE,
    no_review_rhythm.RULE,
    improvement_without_owner.RULE,
    improvement_overdue.RULE,
    campaign_without_goal.RULE,
    campaign_of_one_team.RULE,
    skill_nobody_has.RULE,
    unsettled_conflict.RULE,
    plans_out_of_step.RULE,
    ignore_without_effect.RULE,
    ignore_expired.RULE,
    unknown_rule_in_config.RULE,
    internal_failure.RULE,
)

__all__ = ["RULES", "Rule"]

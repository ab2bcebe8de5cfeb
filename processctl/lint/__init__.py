"""The linter: runs the rules, silences, grades, groups and orders what they find."""

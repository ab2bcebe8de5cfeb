"""Repairs: what a rule says would mend a finding, made into edits of text, tried, and kept or undone."""

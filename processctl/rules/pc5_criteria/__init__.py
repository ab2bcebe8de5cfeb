"""Criteria: the conditions that decide where a case goes."""

"""Ownership: who answers for what."""

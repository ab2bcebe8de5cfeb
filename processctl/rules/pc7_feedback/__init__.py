"""Feedback and forums: how teams learn from each other."""

"""Sheets of paper: parts of a scene, and what stands around them."""

"""X."""
x: int = 1

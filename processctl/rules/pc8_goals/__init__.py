"""Goals and metrics: whether all pull in one direction."""

"""Customer data: what is recorded and read."""

"""Names: what is referred to exists, and is of the right kind."""

"""Programs for those who work on processctl."""

"""What stands on the pages: one module for each kind of page, from a journey to plain data."""

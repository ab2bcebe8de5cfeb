"""A real browser for tests: Chromium of the system, driven by playwright."""

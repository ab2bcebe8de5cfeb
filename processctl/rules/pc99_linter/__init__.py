"""The linter's own findings: about silencing, settings, and rules that broke down."""

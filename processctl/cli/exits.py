"""What the exit statuses mean."""

CLEAN = 0
FINDINGS = 1
BAD_USAGE = 2
OWN_FAILURE = 3

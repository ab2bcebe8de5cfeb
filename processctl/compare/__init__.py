"""Two states of a process beside each other: what a change does to those who travel through it."""

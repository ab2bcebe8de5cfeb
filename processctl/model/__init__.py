"""The typed model of a process."""

"""BPMN: what others read of ours, and what we read of others'."""

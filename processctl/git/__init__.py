"""What git keeps of a process: its earlier states, and who changed them. Nothing is checked out."""

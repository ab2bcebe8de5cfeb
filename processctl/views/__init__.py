"""What is drawn of a process: the journey, one stage, one role, the loops, the data, the goals.

A view turns a journey into plain data in one language: a sketch of boxes and lines, or a table. It
says nothing of places, colours or sizes; those are the diagrams' matter.
"""

"""The interview: the questions of the second phase, asked one by one, and a process of the answers.

What was answered is written, and nothing else: where nothing was answered nothing stands, so that the
linter says what is missing, and no file says what nobody has said.
"""

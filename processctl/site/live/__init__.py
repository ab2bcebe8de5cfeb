"""The site while somebody writes: what is answered to a browser, from a state in plain data.

Nothing here opens a socket or watches a file; ``processctl/cli/`` does.
"""

"""The process as a site for people who join the company: pages that need no server and no script.

A site is plain data: the bytes of every file by its path, all made from a journey. The same journey gives
the same bytes.
"""

"""Who reviews which file, as the services that keep repositories read it: CODEOWNERS.

The last pattern that matches a file counts, so what is general stands first.
"""

from processctl.codeowners.block import MisplacedMarks, block, put_into
from processctl.codeowners.handles import HOSTS, Host
from processctl.codeowners.notes import Note
from processctl.codeowners.part import Part, part_of

__all__ = ["HOSTS", "Host", "MisplacedMarks", "Note", "Part", "block", "part_of", "put_into"]

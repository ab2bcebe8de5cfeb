"""``python -m processctl``."""

from processctl.cli import main

main()

"""Where everything of a sketch stands: boxes in columns and rows, lines around them, words beside those."""

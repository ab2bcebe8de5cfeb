"""How a result is told: one module a format, all over the same immutable result."""

"""Flow: where cases come from, where they get stuck, how they end."""

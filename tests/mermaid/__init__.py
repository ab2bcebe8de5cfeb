"""Our Mermaid files drawn by Mermaid's own command."""

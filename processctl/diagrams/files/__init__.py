"""The formats that drawings are written in: one module each."""

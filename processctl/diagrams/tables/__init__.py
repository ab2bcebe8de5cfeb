"""Drawings in rows and columns: tables, and charts of who tells whom what."""

"""Handoffs: how a case goes from one owner to another, and back."""

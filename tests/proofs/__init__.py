"""Proofs, and the brute force that they are held against."""

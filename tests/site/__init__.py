"""The site that newcomers read."""

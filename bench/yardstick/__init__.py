"""A small Django site that does the least that such a system must do.

What Raccordo costs is said as a multiple of it.
"""

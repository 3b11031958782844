"""Raccordo: the shared information system of a network of family centres."""

__version__ = "0.1.0"

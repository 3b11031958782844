"""Indicators that explain themselves, and the returns made of them. Leans on intake and network."""

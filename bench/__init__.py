"""Measurements: Raccordo beside a yardstick on the same machine, in turns, as ratios of CPU and of medians.

Never part of a test.
"""

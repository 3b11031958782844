"""The trail: who wrote what and who read whom, one sealed row after another. Leans on kernel alone.

Pages stand in workspace.
"""

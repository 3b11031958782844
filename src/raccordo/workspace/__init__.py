"""Pages that mix apps or belong to a lower floor: the staff home, the network, the trail.

No models. Leans on everything below.
"""

"""Networks of family centres as data: bodies, access points, hours, staff, periods, code lists, the network file.

Leans on audit.
"""

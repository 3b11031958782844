"""Who may do what: roles as sets of rights, grants with scope and dates, the actor of a request.

Leans on network and accounts.
"""

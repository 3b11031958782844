"""The desk: contacts, the requests in them, hand-overs between points. Leans on permissions and network."""

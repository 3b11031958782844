"""Sessions in the database, asked for by well-formed keys alone."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore


class SessionStore(DatabaseStore):
    """A cookie may hold anything, NUL included, which PostgreSQL answers with an error: such a key is no session."""

    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(session_key if session_key and session_key.isascii() and session_key.isalnum() else None)

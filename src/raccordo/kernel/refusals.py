"""A refusal is a "no" with the sentence that the person reads."""

from django.core.exceptions import PermissionDenied


class Refusal(Exception):
    """Raised by operations and policies, caught only in views, which show `message`."""

    message = "Operazione non possibile."

    def __init__(self, message: str | None = None) -> None:
        self.message = message or self.message
        super().__init__(self.message)


class StateChanged(Refusal):
    """Somebody was faster: the state is not the one that the person saw."""

    message = "Nel frattempo la situazione è cambiata: ricarica la pagina."


class NotAllowed(Refusal, PermissionDenied):
    """The actor sees the thing but lacks the right; uncaught it answers 403."""

    message = "Non hai il permesso di compiere questa operazione."

"""What intake objects to when a network file would drop a point."""

from uuid import UUID

from raccordo.intake.models import Contact


def point_without_contacts(point_id: UUID) -> str | None:
    """A point where somebody was received stays, whatever became of the contact."""
    number = Contact.objects.filter(point_id=point_id).count()
    if not number:
        return None
    return f"ha {number} {'accesso registrato' if number == 1 else 'accessi registrati'}."

"""The rows of the trail."""

from uuid import UUID

from django.db import models
from django.db.models import F, Q

from raccordo.audit.querysets import EntryQuerySet

INSTALLATION = UUID(int=0)  # the chain of what belongs to no network: users, settings, sign-ins


class Entry(models.Model):
    """One thing that somebody did or read, sealed together with the row before it.

    It holds identifiers and codes, never names or texts, so that the trail itself is no leak; and no foreign keys,
    so that it outlives what it speaks of.
    """

    chain = models.UUIDField("catena")
    seq = models.PositiveBigIntegerField("numero")
    at = models.DateTimeField("quando")
    action = models.CharField("azione", max_length=80)
    user_id = models.UUIDField("persona", null=True)
    role = models.CharField("ruolo", max_length=40, blank=True)
    organisation_id = models.UUIDField("ente", null=True)
    about = models.UUIDField("oggetto", null=True)
    changed = models.JSONField("dati", default=dict)
    previous = models.CharField("sigillo precedente", max_length=64, blank=True)
    seal = models.CharField("sigillo", max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "riga del registro"
        verbose_name_plural = "righe del registro"
        ordering = ["chain", "-seq"]
        constraints = [
            models.UniqueConstraint(
                name="entry_one_number_per_chain",
                fields=["chain", "seq"],
                violation_error_message="In una catena ogni riga ha il suo numero.",
            ),
            models.CheckConstraint(
                name="entry_sealed_to_previous",
                condition=Q(seq=1, previous="") | (Q(seq__gt=1) & ~Q(previous="")),
                violation_error_message="Solo la prima riga di una catena non ha un sigillo precedente.",
            ),
            models.CheckConstraint(
                name="entry_not_its_own_previous",
                condition=~Q(seal=F("previous")),
                violation_error_message="Il sigillo di una riga non può essere quello della riga precedente.",
            ),
        ]
        indexes = [
            models.Index(name="entry_about", fields=["about", "chain"]),
            models.Index(name="entry_at", fields=["chain", "at"]),
        ]

    def __str__(self) -> str:
        return f"{self.seq} · {self.action}"

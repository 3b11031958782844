"""Grants: who holds which role, where, from when to when."""

import uuid

from django.db import models
from django.db.models import F, Q

from raccordo.accounts.models import User
from raccordo.network.models import AccessPoint, Network, Organisation
from raccordo.permissions.enums import Role
from raccordo.permissions.querysets import GrantQuerySet


class Grant(models.Model):
    """One role given to one person over a scope, from a day to a day.

    The only thing that decides what a person may reach.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="grants", verbose_name="persona")
    role = models.CharField("ruolo", max_length=20, choices=Role)
    network = models.ForeignKey(
        Network, models.PROTECT, related_name="grants", null=True, blank=True, verbose_name="rete"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="grants", null=True, blank=True, verbose_name="ente"
    )
    points: models.ManyToManyField[AccessPoint, "GrantPoint"] = models.ManyToManyField(
        AccessPoint, through="GrantPoint", related_name="grants", blank=True, verbose_name="punti"
    )
    first_day = models.DateField("dal")
    last_day = models.DateField("al", null=True, blank=True)
    tutor = models.ForeignKey(User, models.PROTECT, related_name="+", null=True, blank=True, verbose_name="tutor")

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = "incarico"
        verbose_name_plural = "incarichi"
        ordering = ["user", "first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                name="grant_in_order",
                condition=Q(last_day=None) | Q(last_day__isnull=False, last_day__gte=F("first_day")),
                violation_error_message="Un incarico finisce il giorno in cui comincia o dopo.",
            ),
            models.CheckConstraint(
                name="grant_network_unless_administrator",
                condition=Q(role=Role.ADMINISTRATOR, network=None)
                | (~Q(role=Role.ADMINISTRATOR) & Q(network__isnull=False)),
                violation_error_message=(
                    "Ogni incarico vale in una rete, tranne quello di amministratore, che non vale in nessuna."
                ),
            ),
            models.CheckConstraint(
                name="grant_trainee_has_tutor_and_end",
                condition=~Q(role=Role.TRAINEE) | Q(tutor__isnull=False, last_day__isnull=False),
                violation_error_message="Tirocinanti e volontari hanno sempre un tutor e una data di fine.",
            ),
            models.CheckConstraint(
                name="grant_tutor_is_somebody_else",
                condition=Q(tutor=None) | ~Q(tutor=F("user")),
                violation_error_message="Nessuno è tutor di sé stesso.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} · {self.user_id}"


class GrantPoint(models.Model):
    """One access point inside the scope of a grant."""

    grant = models.ForeignKey(Grant, models.CASCADE, related_name="grant_points")
    point = models.ForeignKey(AccessPoint, models.PROTECT, related_name="grant_points")

    class Meta:
        verbose_name = "punto di un incarico"
        verbose_name_plural = "punti di un incarico"
        ordering = ["grant", "point"]
        constraints = [
            models.UniqueConstraint(
                name="grantpoint_once",
                fields=["grant", "point"],
                violation_error_message="Il punto è già in questo incarico.",
            )
        ]

    def __str__(self) -> str:
        return str(self.point_id)

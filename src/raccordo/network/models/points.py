"""Access points, their hours and who is promised to them."""

import uuid

from django.db import models
from django.db.models import F, Q

from raccordo.kernel.localised import pick
from raccordo.network.enums import ClosureReason, PointKind, Weekday
from raccordo.network.models.networks import Municipality, Network, Organisation
from raccordo.network.querysets import AccessPointQuerySet, ClosureQuerySet, OpeningRuleQuerySet


class AccessPoint(models.Model):
    """A place that families can turn to: the hub, a spoke, a detached or experimental site."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="points")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="points", verbose_name="ente responsabile"
    )
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="points")
    parent = models.ForeignKey("self", models.PROTECT, related_name="branches", null=True, blank=True)
    code = models.CharField("codice", max_length=10)
    slug = models.SlugField("indirizzo della pagina")
    name = models.CharField("nome", max_length=150)
    kind = models.CharField("tipo", max_length=15, choices=PointKind)
    position = models.PositiveSmallIntegerField("ordine")
    sector = models.CharField("settore", max_length=150, blank=True)
    street = models.CharField("via", max_length=200, blank=True)
    postal_code = models.CharField("CAP", max_length=5, blank=True)
    phone = models.CharField("telefono", max_length=30, blank=True)
    email = models.EmailField("e-mail", blank=True)
    texts = models.JSONField("testi pubblici", default=dict, blank=True)
    published = models.BooleanField("visibile ai cittadini", default=True)
    retired_on = models.DateField("fino al", null=True, blank=True)

    objects = AccessPointQuerySet.as_manager()

    class Meta:
        verbose_name = "punto di accesso"
        verbose_name_plural = "punti di accesso"
        ordering = ["network", "position"]
        constraints = [
            models.UniqueConstraint(
                name="accesspoint_code_once",
                fields=["network", "code"],
                violation_error_message="In questa rete c’è già un punto con questo codice.",
            ),
            models.UniqueConstraint(
                name="accesspoint_slug_once",
                fields=["network", "slug"],
                violation_error_message="In questa rete c’è già un punto con questo indirizzo.",
            ),
            models.CheckConstraint(
                name="accesspoint_branch_has_parent",
                condition=~Q(kind=PointKind.DECENTRALISED) | Q(parent__isnull=False),
                violation_error_message="Una sede distaccata dipende da un altro punto.",
            ),
            models.CheckConstraint(
                name="accesspoint_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("id")),
                violation_error_message="Un punto non dipende da sé stesso.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def text(self, key: str) -> str:
        """The public text `key` (summary, audience, people, reach, bring…) in the language of the page."""
        return pick(self.texts.get(key))


class PointAlias(models.Model):
    """The name that one article of the protocol gives to a point; numbers are reused there, codes never."""

    point = models.ForeignKey(AccessPoint, models.CASCADE, related_name="aliases")
    source = models.CharField("dove", max_length=60)
    name = models.CharField("nome usato", max_length=150)

    class Meta:
        verbose_name = "altro nome di un punto"
        verbose_name_plural = "altri nomi dei punti"
        ordering = ["point", "source"]
        constraints = [
            models.UniqueConstraint(
                name="pointalias_once",
                fields=["point", "source", "name"],
                violation_error_message="Questo nome è già segnato per questo articolo.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.source})"


class OpeningRule(models.Model):
    """Hours of one weekday on which a point is open, from a day to a day."""

    point = models.ForeignKey(AccessPoint, models.PROTECT, related_name="opening_rules")
    weekday = models.PositiveSmallIntegerField("giorno", choices=Weekday)
    opens_at = models.TimeField("apre")
    closes_at = models.TimeField("chiude")
    valid_from = models.DateField("dal", null=True, blank=True)
    valid_until = models.DateField("al", null=True, blank=True)
    draft = models.BooleanField("in bozza", default=False)
    source = models.CharField("dove è scritto", max_length=60, blank=True)

    objects = OpeningRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "orario di apertura"
        verbose_name_plural = "orari di apertura"
        ordering = ["point", "weekday", "opens_at"]
        constraints = [
            models.CheckConstraint(
                name="openingrule_closes_after_it_opens",
                condition=Q(closes_at__gt=F("opens_at")),
                violation_error_message="Un punto chiude dopo che ha aperto.",
            ),
            models.CheckConstraint(
                name="openingrule_weekday_known",
                condition=Q(weekday__range=(0, 6)),
                violation_error_message="I giorni della settimana sono sette.",
            ),
            models.CheckConstraint(
                name="openingrule_valid_in_order",
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                violation_error_message="Un orario non finisce prima di cominciare.",
            ),
            models.UniqueConstraint(
                name="openingrule_once",
                fields=["point", "weekday", "opens_at", "valid_from"],
                violation_error_message="Questo orario c’è già.",
            ),
            # nulls are distinct in a unique constraint, so "always valid" needs its own
            models.UniqueConstraint(
                name="openingrule_once_when_undated",
                fields=["point", "weekday", "opens_at"],
                condition=Q(valid_from=None),
                violation_error_message="Questo orario senza scadenza c’è già.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens_at:%H.%M}–{self.closes_at:%H.%M}"


class Closure(models.Model):
    """Days on which a point stays shut although its hours say otherwise; feast days need no row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    point = models.ForeignKey(AccessPoint, models.PROTECT, related_name="closures")
    first_day = models.DateField("dal")
    last_day = models.DateField("al")
    reason = models.CharField("motivo", max_length=10, choices=ClosureReason)
    entered_by = models.UUIDField("segnata da", null=True)
    withdrawn_at = models.DateTimeField("ritirata", null=True, blank=True)

    objects = ClosureQuerySet.as_manager()

    class Meta:
        verbose_name = "chiusura"
        verbose_name_plural = "chiusure"
        ordering = ["first_day", "point"]
        constraints = [
            models.CheckConstraint(
                name="closure_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_message="L’ultimo giorno di chiusura viene dopo il primo.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.point}: chiuso dal {self.first_day:%d/%m/%Y} al {self.last_day:%d/%m/%Y}"


class StaffPosting(models.Model):
    """Weekly hours of a professional figure that a body promises to a point."""

    point = models.ForeignKey(AccessPoint, models.PROTECT, related_name="postings")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="postings", verbose_name="ente che mette la figura"
    )
    profession = models.CharField("figura", max_length=60)
    people = models.PositiveSmallIntegerField(
        "persone", null=True, blank=True
    )  # empty where the protocol gives hours alone
    weekly_hours = models.DecimalField("ore alla settimana", max_digits=5, decimal_places=2, null=True, blank=True)
    source = models.CharField("dove è scritto", max_length=60)
    position = models.PositiveSmallIntegerField("ordine")

    class Meta:
        verbose_name = "figura assegnata"
        verbose_name_plural = "figure assegnate"
        ordering = ["point", "position"]
        constraints = [
            models.UniqueConstraint(
                name="staffposting_position_once",
                fields=["point", "position"],
                violation_error_message="L’ordine delle figure di un punto non si ripete.",
            ),
            models.CheckConstraint(
                name="staffposting_somebody",
                condition=Q(people=None) | Q(people__isnull=False, people__gte=1),
                violation_error_message="Una figura assegnata è almeno una persona.",
            ),
            models.CheckConstraint(
                name="staffposting_hours_possible",
                condition=Q(weekly_hours=None)
                | Q(weekly_hours__isnull=False, weekly_hours__gt=0)
                & (Q(people=None) | Q(people__isnull=False, weekly_hours__lte=F("people") * 48)),
                violation_error_message="Le ore settimanali sono più di zero e non più di 48 a persona.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profession} · {self.point}"

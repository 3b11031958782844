"""What the desk writes down. No name, no free text: a contact is anonymous by its shape."""

import uuid

from django.db import models
from django.db.models import F, Q

from raccordo.accounts.models import User
from raccordo.intake.querysets import ContactQuerySet
from raccordo.network.models import AccessPoint, Network, Organisation


class Contact(models.Model):
    """One person turning to one point on one day, for self or for others."""

    # the browser makes the id, so that a form sent twice is one contact
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    network = models.ForeignKey(Network, models.PROTECT, related_name="+", verbose_name="rete")
    point = models.ForeignKey(AccessPoint, models.PROTECT, related_name="contacts", verbose_name="punto")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="ente titolare")
    happened_on = models.DateField("giorno")
    month = models.PositiveIntegerField("mese", editable=False)
    channel = models.CharField("canale", max_length=20)
    contact_type = models.CharField("tipo di contatto", max_length=20)
    visitor_type = models.CharField("chi si rivolge al punto", max_length=20)
    professional = models.BooleanField("per lavoro", editable=False)
    for_whom = models.CharField("per chi", max_length=20)
    life_phase = models.CharField("fase di vita", max_length=20, blank=True)
    service = models.CharField("che cosa si è fatto", max_length=20)
    outcome = models.CharField("esito", max_length=20)
    source = models.CharField("inviante", max_length=20, blank=True)
    interlocutor = models.CharField("interlocutore", max_length=20, blank=True)
    accompanied = models.BooleanField("era accompagnato", null=True, blank=True)
    seen_today = models.BooleanField("già contato oggi in questo punto", default=False)
    handed_to = models.ForeignKey(
        AccessPoint, models.PROTECT, related_name="handed_contacts", null=True, blank=True, verbose_name="passato a"
    )
    handed_from = models.ForeignKey(
        "self", models.PROTECT, related_name="received_as", null=True, blank=True, verbose_name="ricevuto da"
    )
    recorded_at = models.DateTimeField("registrato")
    days_to_record = models.PositiveIntegerField("giorni fra accesso e registrazione", default=0, editable=False)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="registrato da")
    changed_at = models.DateTimeField("ultima modifica")
    version = models.PositiveIntegerField("versione", default=1)
    voided_at = models.DateTimeField("annullato", null=True, blank=True)
    void_reason = models.CharField("motivo dell’annullamento", max_length=20, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = "accesso"
        verbose_name_plural = "accessi"
        ordering = ["-happened_on", "-recorded_at", "pk"]
        indexes = [
            models.Index(  # what the list counts stands in it whole
                name="contact_report",
                fields=["network", "happened_on", "point", "handed_to", "voided_at", "seen_today"],
            ),
            models.Index(name="contact_desk", fields=["point", "-happened_on", "-recorded_at"]),
            models.Index(name="contact_waiting", fields=["handed_to", "voided_at", "happened_on", "recorded_at"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="contact_month_is_its_days",
                condition=Q(month=F("happened_on__year") * 100 + F("happened_on__month")),
                violation_error_message="Il mese non corrisponde al giorno.",
            ),
            models.CheckConstraint(
                name="contact_coded",
                condition=~Q(channel="")
                & ~Q(contact_type="")
                & ~Q(visitor_type="")
                & ~Q(for_whom="")
                & ~Q(service="")
                & ~Q(outcome=""),
                violation_error_message=(
                    "Di un accesso servono canale, chi viene, per chi, che cosa si è fatto ed esito."
                ),
            ),
            models.CheckConstraint(
                name="contact_handed_over_somewhere",
                condition=Q(outcome="E7", handed_to__isnull=False) | (~Q(outcome="E7") & Q(handed_to=None)),
                violation_error_message=(
                    "Se l’esito è il passaggio a un altro punto, scegli quale; altrimenti nessuno."
                ),
            ),
            models.CheckConstraint(
                name="contact_handed_over_elsewhere",
                condition=Q(handed_to=None) | ~Q(handed_to=F("point")),
                violation_error_message="Il passaggio è verso un altro punto, non verso lo stesso.",
            ),
            models.CheckConstraint(
                name="contact_void_has_reason",
                condition=Q(voided_at=None, void_reason="") | (Q(voided_at__isnull=False) & ~Q(void_reason="")),
                violation_error_message="Un accesso annullato ha il suo motivo.",
            ),
            models.CheckConstraint(
                name="contact_not_before_it_happened",
                condition=Q(recorded_at__date__gte=F("happened_on")),
                violation_error_message="Un accesso si registra il giorno in cui avviene o dopo.",
            ),
            models.UniqueConstraint(
                name="contact_received_once",
                fields=["handed_from"],
                condition=Q(voided_at=None, handed_from__isnull=False),
                violation_error_message="Questo passaggio è già stato accolto.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visitor_type} · {self.happened_on:%d/%m/%Y}"


class Request(models.Model):
    """One need expressed in a contact, in the words of the network's list."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="requests")
    need = models.CharField("bisogno espresso", max_length=20)
    position = models.PositiveSmallIntegerField("ordine")

    class Meta:
        verbose_name = "richiesta"
        verbose_name_plural = "richieste"
        ordering = ["contact", "position"]
        constraints = [
            models.UniqueConstraint(
                name="request_need_once",
                fields=["contact", "need"],
                violation_error_message="Lo stesso bisogno è segnato due volte.",
            ),
            models.CheckConstraint(
                name="request_at_most_three",
                condition=Q(position__range=(1, 3)),
                violation_error_message="Di un accesso si segnano da uno a tre bisogni.",
            ),
            models.UniqueConstraint(
                name="request_position_once",
                fields=["contact", "position"],
                violation_error_message="L’ordine dei bisogni non si ripete.",
            ),
        ]

    def __str__(self) -> str:
        return self.need


class Revision(models.Model):
    """What a contact said before a correction, who corrected it and why."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField("versione sostituita")
    before = models.JSONField("com’era")
    reason = models.CharField("motivo", max_length=20)
    made_at = models.DateTimeField("quando")
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="chi")

    class Meta:
        verbose_name = "correzione"
        verbose_name_plural = "correzioni"
        ordering = ["contact", "-version"]
        constraints = [
            models.UniqueConstraint(
                name="revision_once_per_version",
                fields=["contact", "version"],
                violation_error_message="Questa versione è già stata corretta.",
            ),
            models.CheckConstraint(
                name="revision_has_reason",
                condition=~Q(reason=""),
                violation_error_message="Una correzione ha il suo motivo.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} v{self.version}"

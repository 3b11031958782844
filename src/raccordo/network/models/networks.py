"""Networks, their bodies, municipalities, periods and code lists."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

from raccordo.kernel.localised import pick
from raccordo.kernel.periods import Period
from raccordo.network.enums import OrganisationKind, PartnershipRole
from raccordo.network.querysets import NetworkQuerySet, ReportingPeriodQuerySet


class Network(models.Model):
    """A funded network with its protocol, for instance HUG 2."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.SlugField("codice", unique=True)
    name = models.CharField("nome", max_length=200)
    texts = models.JSONField("testi pubblici", default=dict, blank=True)
    is_demo = models.BooleanField("di prova", default=False)
    version = models.PositiveIntegerField("versione del file di rete", default=0)
    counting_rule = models.TextField("regola di conteggio", blank=True)
    created_at = models.DateTimeField("creata", auto_now_add=True)

    objects = NetworkQuerySet.as_manager()

    class Meta:
        verbose_name = "rete"
        verbose_name_plural = "reti"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="network_named", condition=~Q(name=""), violation_error_message="Una rete ha un nome."
            )
        ]

    def __str__(self) -> str:
        return self.name


class NetworkVersion(models.Model):
    """A network file as it was applied: what the network was said to be from that day."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("numero")
    text = models.TextField("testo del file")
    digest = models.CharField("SHA-256 del testo", max_length=64)
    document = models.JSONField("contenuto letto")
    findings = models.JSONField("osservazioni del controllo", default=list)
    applied_on = models.DateField("applicata il")
    applied_by = models.UUIDField("applicata da", null=True)

    class Meta:
        verbose_name = "versione del file di rete"
        verbose_name_plural = "versioni del file di rete"
        ordering = ["network", "-number"]
        constraints = [
            models.UniqueConstraint(
                name="networkversion_numbered",
                fields=["network", "number"],
                violation_error_message="Ogni versione di una rete ha il suo numero.",
            )
        ]

    def __str__(self) -> str:
        return f"versione {self.number}"


class Organisation(models.Model):
    """A legal body: a municipality, a health agency, a company, a cooperative."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.SlugField("codice", unique=True)
    name = models.CharField("nome", max_length=200)
    kind = models.CharField("natura", max_length=20, choices=OrganisationKind, default=OrganisationKind.OTHER)
    networks: models.ManyToManyField[Network, "Partnership"] = models.ManyToManyField(
        Network, through="Partnership", related_name="organisations"
    )

    class Meta:
        verbose_name = "ente"
        verbose_name_plural = "enti"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="organisation_named", condition=~Q(name=""), violation_error_message="Un ente ha un nome."
            )
        ]

    def __str__(self) -> str:
        return self.name


class Partnership(models.Model):
    """The role of a body in one network."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="partnerships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partnerships")
    role = models.CharField("ruolo", max_length=10, choices=PartnershipRole)
    position = models.PositiveSmallIntegerField("ordine")
    aliases = models.JSONField("altri nomi usati nel protocollo", default=list, blank=True)
    retired_on = models.DateField("fino al", null=True, blank=True)

    class Meta:
        verbose_name = "partecipazione"
        verbose_name_plural = "partecipazioni"
        ordering = ["network", "position"]
        constraints = [
            models.UniqueConstraint(
                name="partnership_once",
                fields=["network", "organisation"],
                violation_error_message="L’ente fa già parte di questa rete.",
            ),
            models.UniqueConstraint(
                name="partnership_one_lead",
                fields=["network"],
                condition=Q(role=PartnershipRole.LEAD, retired_on=None),
                violation_error_message="Una rete ha un solo capofila.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_role_display()})"


class Municipality(models.Model):
    """A municipality where points stand, with its own feast day, on which they are closed."""

    network = models.ForeignKey(Network, models.PROTECT, related_name="municipalities")
    code = models.SlugField("codice")
    name = models.CharField("nome", max_length=100)
    istat_code = models.CharField("codice ISTAT", max_length=6, blank=True)
    province = models.CharField("provincia", max_length=2, blank=True)
    patron_month = models.PositiveSmallIntegerField("mese del patrono", null=True, blank=True)
    patron_day = models.PositiveSmallIntegerField("giorno del patrono", null=True, blank=True)
    patron_name = models.CharField("patrono", max_length=100, blank=True)

    class Meta:
        verbose_name = "comune"
        verbose_name_plural = "comuni"
        ordering = ["network", "name"]
        constraints = [
            models.UniqueConstraint(
                name="municipality_code_once",
                fields=["network", "code"],
                violation_error_message="Il comune è già nella rete.",
            ),
            models.CheckConstraint(
                name="municipality_patron_whole",
                condition=Q(patron_month=None, patron_day=None)
                | Q(
                    patron_month__isnull=False,
                    patron_day__isnull=False,
                    patron_month__range=(1, 12),
                    patron_day__range=(1, 31),
                ),
                violation_error_message="Del patrono servono giorno e mese.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ReportingPeriod(models.Model):
    """A span of days on which the network reports to the agency.

    It belongs to the funded call, not to the calendar.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="periods")
    code = models.CharField("codice", max_length=10)
    name = models.CharField("nome", max_length=120)
    first_day = models.DateField("primo giorno")
    last_day = models.DateField("ultimo giorno")
    note = models.CharField("nota", max_length=200, blank=True)

    objects = ReportingPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "periodo di rendiconto"
        verbose_name_plural = "periodi di rendiconto"
        ordering = ["network", "first_day"]
        constraints = [
            models.UniqueConstraint(
                name="reportingperiod_code_once",
                fields=["network", "code"],
                violation_error_message="In questa rete c’è già un periodo con questo codice.",
            ),
            models.CheckConstraint(
                name="reportingperiod_in_order",
                condition=Q(last_day__gte=F("first_day")),
                violation_error_message="Un periodo finisce il giorno in cui comincia o dopo.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def span(self) -> Period:
        return Period(self.first_day, self.last_day)

    def began_by(self, day: date) -> bool:
        return self.first_day <= day


class CodeListEntry(models.Model):
    """One code of one list of a network, with its words. Rows elsewhere keep the code.

    The words may be improved, the code not.
    """

    network = models.ForeignKey(Network, models.PROTECT, related_name="code_list_entries")
    list_code = models.SlugField("lista")
    code = models.CharField("codice", max_length=20)
    labels = models.JSONField("parole")
    parent_code = models.CharField("codice superiore", max_length=20, blank=True)
    group = models.CharField("gruppo", max_length=30, blank=True)
    restricted = models.BooleanField("riservato", default=False)
    extra = models.JSONField("altro", default=dict, blank=True)
    position = models.PositiveSmallIntegerField("ordine")
    retired_on = models.DateField("fino al", null=True, blank=True)

    class Meta:
        verbose_name = "voce di una lista"
        verbose_name_plural = "voci delle liste"
        ordering = ["network", "list_code", "position"]
        constraints = [
            models.UniqueConstraint(
                name="codelistentry_once",
                fields=["network", "list_code", "code"],
                violation_error_message="Il codice è già in questa lista.",
            )
        ]

    def __str__(self) -> str:
        return pick(self.labels)

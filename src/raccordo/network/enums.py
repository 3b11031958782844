"""Choices of the network."""

from django.db import models


class OrganisationKind(models.TextChoices):
    MUNICIPALITY = "municipality", "Comune"
    HEALTH_AGENCY = "health_agency", "Azienda sociosanitaria"
    SOCIAL_COMPANY = "social_company", "Azienda sociale"
    CONSORTIUM = "consortium", "Consorzio"
    COOPERATIVE = "cooperative", "Cooperativa sociale"
    ASSOCIATION = "association", "Associazione o fondazione"
    SCHOOL = "school", "Scuola"
    OTHER = "other", "Altro ente"


class PartnershipRole(models.TextChoices):
    LEAD = "lead", "Capofila"
    PARTNER = "partner", "Partner"
    ALLY = "ally", "Alleato esterno"
    AGENCY = "agency", "Agenzia che riceve il rendiconto"


class PointKind(models.TextChoices):
    HUB = "hub", "Hub"
    SPOKE = "spoke", "Spoke"
    DECENTRALISED = "decentralised", "Sede distaccata"
    EXPERIMENTAL = "experimental", "Sede sperimentale"


class Weekday(models.IntegerChoices):
    """As in `date.weekday()`."""

    MONDAY = 0, "lunedì"
    TUESDAY = 1, "martedì"
    WEDNESDAY = 2, "mercoledì"
    THURSDAY = 3, "giovedì"
    FRIDAY = 4, "venerdì"
    SATURDAY = 5, "sabato"
    SUNDAY = 6, "domenica"


class ClosureReason(models.TextChoices):
    HOLIDAYS = "holidays", "Ferie o vacanze scolastiche"
    STAFF = "staff", "Operatore assente"
    PREMISES = "premises", "Sede non disponibile"
    MEETING = "meeting", "Riunione o formazione"
    OTHER = "other", "Altro motivo"

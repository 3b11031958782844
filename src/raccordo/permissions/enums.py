"""Roles, and how wide each may reach."""

from django.db import models


class Role(models.TextChoices):
    """The roles of the protocol and of security.md; what each may do stands in roles.py."""

    OPERATOR = "operator", "Operatore di punto"
    PROFESSIONAL = "professional", "Professionista dell’équipe"
    TEAM_COORDINATOR = "team_coordinator", "Coordinatore dell’équipe"
    POINT_COORDINATOR = "point_coordinator", "Coordinatore di punto"
    TRAINEE = "trainee", "Tirocinante o volontario"
    BOARD_MEMBER = "board_member", "Componente del Tavolo"
    BOARD_CHAIR = "board_chair", "Presidente del Tavolo"
    BOARD_SECRETARY = "board_secretary", "Segreteria del Tavolo"
    LEAD_COORDINATOR = "lead_coordinator", "Coordinamento del capofila"
    ACCOUNTANT = "accountant", "Referente contabile dell’ente"
    ATS_OBSERVER = "ats_observer", "Osservatore dell’ATS"
    PRIVACY_OFFICER = "privacy_officer", "Responsabile della protezione dei dati"
    ADMINISTRATOR = "administrator", "Amministratore del sistema"


class Reach(models.TextChoices):
    """What a grant of a role must name."""

    POINTS = "points", "uno o più punti"
    ORGANISATION = "organisation", "un ente della rete"
    NETWORK = "network", "la rete"
    INSTALLATION = "installation", "l’intera installazione"

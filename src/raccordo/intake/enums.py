"""The few codes on which the program itself decides; every other code is only data of the network's lists."""

from typing import Final

from django.db import models


class CodeList(models.TextChoices):
    """The lists of the network file that a contact uses."""

    CHANNEL = "channel", "Canale"
    CONTACT_TYPE = "contact_type", "Tipo di contatto"
    VISITOR = "visitor_type", "Chi si rivolge al punto"
    FOR_WHOM = "for_whom", "Per chi"
    LIFE_PHASE = "life_phase", "Fase di vita"
    NEED = "need_area", "Bisogno espresso"
    SERVICE = "service", "Che cosa si è fatto"
    OUTCOME = "outcome", "Esito"
    SOURCE = "source", "Inviante"
    INTERLOCUTOR = "interlocutor", "Interlocutore"
    CORRECTION = "correction_reason", "Motivo della correzione"
    VOID = "void_reason", "Motivo dell’annullamento"


PROFESSIONALS: Final = "professionals"  # group of the visitor types who come for their work
FIRST: Final = "PRIMO"
CONSULTATION: Final = "CONS"
PASSED_ON: Final = "PASS"
HANDED_OVER: Final = "E7"
UNDONE: Final = "SUBITO"  # void reason of the undo of two minutes
UNDO_SECONDS: Final = 120
MOST_NEEDS: Final = 3

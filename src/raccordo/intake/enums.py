"""The few codes on which the program itself decides; every other code is only data of the network's lists."""

from typing import Final

from django.db import models


class CodeList(models.TextChoices):
    """The lists of the network file that a contact uses."""

    CHANNEL = "CANALE", "Canale"
    CONTACT_TYPE = "TIPO_CONTATTO", "Tipo di contatto"
    VISITOR = "TIPO_UTENTE", "Chi si rivolge al punto"
    FOR_WHOM = "PER_CHI", "Per chi"
    LIFE_PHASE = "FASE_CICLO_VITA", "Momento della vita"
    NEED = "AREE_BISOGNO", "Bisogno espresso"
    SERVICE = "SERVIZI", "Che cosa si è fatto"
    OUTCOME = "ESITO_ACCESSO", "Esito"
    SOURCE = "ORIGINE", "Chi ha indirizzato la persona"
    INTERLOCUTOR = "INTERLOCUTORE", "Con chi abbiamo parlato"
    CORRECTION = "MOTIVI_CORREZIONE", "Motivo della correzione"
    VOID = "MOTIVI_ANNULLO", "Motivo dell’annullamento"


PROFESSIONALS: Final = "professionisti"  # group of the visitor types who come for their work
FIRST: Final = "PRIMO"
CONSULTATION: Final = "CONS"
PASSED_ON: Final = "PASS"
HANDED_OVER: Final = "E7"
UNDONE: Final = "SUBITO"  # void reason of the undo of two minutes
UNDO_SECONDS: Final = 120
MOST_NEEDS: Final = 3

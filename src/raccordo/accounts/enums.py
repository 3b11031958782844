"""What is counted when somebody guesses."""

from django.db import models


class TryKind(models.TextChoices):
    """What a counter counts failures of."""

    PAIR = "pair", "un nome da un indirizzo"
    ADDRESS = "address", "un indirizzo"
    ACCOUNT = "account", "un nome"
    CODE = "code", "il secondo fattore di una persona"
    MAIL = "mail", "richieste di una nuova password"

"""The people who work with the system."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from raccordo.accounts.enums import TryKind
from raccordo.accounts.querysets import UserQuerySet


class UserManager(BaseUserManager["User"]):
    """Looks users up the way that they type themselves."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=(username or "").lower())


class User(AbstractBaseUser):
    """A person who signs in; what they may do stands in their grants, never here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(
        "nome utente", max_length=60, unique=True, error_messages={"unique": "Questo nome utente esiste già."}
    )
    full_name = models.CharField("nome e cognome", max_length=120)
    email = models.EmailField("e-mail", blank=True)
    is_active = models.BooleanField("attivo", default=True)
    is_demo = models.BooleanField("di prova", default=False)
    created_at = models.DateTimeField("creato", auto_now_add=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    objects = UserManager.from_queryset(UserQuerySet)()

    class Meta:
        verbose_name = "persona che usa il sistema"
        verbose_name_plural = "persone che usano il sistema"
        ordering = ["username"]
        constraints = [
            models.CheckConstraint(
                name="user_username_lower_case",
                condition=Q(username__regex=r"^[a-z0-9][a-z0-9._-]*$"),
                violation_error_message="Il nome utente ha solo lettere minuscole, cifre, punti e trattini.",
            ),
            models.CheckConstraint(
                name="user_named",
                condition=~Q(full_name=""),
                violation_error_message="Scrivi nome e cognome.",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        return self.full_name


class TryCounter(models.Model):
    """How often somebody failed of late, from one address, for one name, or both; neither is stored readable."""

    kind = models.CharField("che cosa conta", max_length=10, choices=TryKind)
    digest = models.CharField("impronta", max_length=64)
    failures = models.PositiveIntegerField("tentativi falliti", default=0)
    last_at = models.DateTimeField("ultimo")

    class Meta:
        verbose_name = "contatore di tentativi"
        verbose_name_plural = "contatori di tentativi"
        ordering = ["kind", "digest"]
        constraints = [
            models.UniqueConstraint(
                name="trycounter_once",
                fields=["kind", "digest"],
                violation_error_message="Ogni cosa che si conta ha un solo contatore.",
            ),
            models.CheckConstraint(
                name="trycounter_never_readable",
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"),
                violation_error_message="Un contatore conserva un’impronta, mai un nome o un indirizzo.",
            ),
        ]
        indexes = [models.Index(name="trycounter_last_at", fields=["last_at"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.failures}"

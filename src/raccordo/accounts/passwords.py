"""What a good password is, and the link with which a person sets one."""

from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from raccordo.accounts.models import User

OWN_WORDS = (
    "raccordo", "hug", "cremona", "cremonese", "soresina", "castelverde", "vescovato", "famiglia",
    "famiglie", "accesso", "operatore",
    "comune", "consultorio", "password", "benvenuto", "benvenuta",
)  # fmt: skip
LONGEST = 128


def link_for(user: User, origin: str) -> str:
    """A link that works once, for three days, until the password changes or the person signs in."""
    key = {"uidb64": urlsafe_base64_encode(force_bytes(user.pk)), "token": default_token_generator.make_token(user)}
    return f"{origin}{reverse('account_new_password', kwargs=key)}"


class LocalWordsValidator:
    """Refuses what is made of a word that everybody here would try first, and a number."""

    def validate(self, password: str, user: User | None = None) -> None:
        letters = "".join(character for character in password.lower() if character.isalpha())
        if any(letters == word * (len(letters) // len(word)) for word in OWN_WORDS if letters):
            raise ValidationError("Questa parola è la prima che proverebbero: scegline altre.", code="password_local")

    def get_help_text(self) -> str:
        return "Non basta il nome di un luogo o del servizio con un numero."


class LengthValidator:
    """At least twelve characters and at most 128; no rules on which ones."""

    shortest = 12

    def validate(self, password: str, user: User | None = None) -> None:
        if len(password) < self.shortest:
            raise ValidationError("La password ha almeno 12 caratteri: va bene una frase.", code="password_short")
        if len(password) > LONGEST:
            raise ValidationError("La password ha al massimo 128 caratteri.", code="password_long")

    def get_help_text(self) -> str:
        return "Almeno 12 caratteri: va bene anche una frase, con gli spazi."

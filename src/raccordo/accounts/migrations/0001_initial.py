"""The first tables of this app."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "Questo nome utente esiste già."},
                        max_length=60,
                        unique=True,
                        verbose_name="nome utente",
                    ),
                ),
                ("full_name", models.CharField(max_length=120, verbose_name="nome e cognome")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("is_active", models.BooleanField(default=True, verbose_name="attivo")),
                ("is_demo", models.BooleanField(default=False, verbose_name="di prova")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="creato")),
            ],
            options={
                "verbose_name": "persona che usa il sistema",
                "verbose_name_plural": "persone che usano il sistema",
                "ordering": ["username"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("username__regex", "^[a-z0-9][a-z0-9._-]*$")),
                        name="user_username_lower_case",
                        violation_error_message="Il nome utente ha solo lettere minuscole, cifre, punti e trattini.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("full_name", ""), _negated=True),
                        name="user_named",
                        violation_error_message="Scrivi nome e cognome.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TryCounter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pair", "un nome da un indirizzo"),
                            ("address", "un indirizzo"),
                            ("account", "un nome"),
                            ("code", "il secondo fattore di una persona"),
                            ("mail", "richieste di una nuova password"),
                        ],
                        max_length=10,
                        verbose_name="che cosa conta",
                    ),
                ),
                ("digest", models.CharField(max_length=64, verbose_name="impronta")),
                ("failures", models.PositiveIntegerField(default=0, verbose_name="tentativi falliti")),
                ("last_at", models.DateTimeField(verbose_name="ultimo")),
            ],
            options={
                "verbose_name": "contatore di tentativi",
                "verbose_name_plural": "contatori di tentativi",
                "ordering": ["kind", "digest"],
                "indexes": [models.Index(fields=["last_at"], name="trycounter_last_at")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "digest"),
                        name="trycounter_once",
                        violation_error_message="Ogni cosa che si conta ha un solo contatore.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("digest__regex", "^[0-9a-f]{64}$")),
                        name="trycounter_never_readable",
                        violation_error_message="Un contatore conserva un’impronta, mai un nome o un indirizzo.",
                    ),
                ],
            },
        ),
    ]

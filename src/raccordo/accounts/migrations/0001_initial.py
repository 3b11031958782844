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
    ]

"""The first tables of this app."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("network", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Grant",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("operator", "Operatore di punto"),
                            ("professional", "Professionista dell’équipe"),
                            ("team_coordinator", "Coordinatore dell’équipe"),
                            ("point_coordinator", "Coordinatore di punto"),
                            ("trainee", "Tirocinante o volontario"),
                            ("board_member", "Componente del Tavolo"),
                            ("board_chair", "Presidente del Tavolo"),
                            ("board_secretary", "Segreteria del Tavolo"),
                            ("lead_coordinator", "Coordinamento del capofila"),
                            ("accountant", "Referente contabile dell’ente"),
                            ("ats_observer", "Osservatore dell’ATS"),
                            ("privacy_officer", "Responsabile della protezione dei dati"),
                            ("administrator", "Amministratore del sistema"),
                        ],
                        max_length=20,
                        verbose_name="ruolo",
                    ),
                ),
                ("first_day", models.DateField(verbose_name="dal")),
                ("last_day", models.DateField(blank=True, null=True, verbose_name="al")),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="network.network",
                        verbose_name="rete",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="network.organisation",
                        verbose_name="ente",
                    ),
                ),
                (
                    "tutor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="tutor",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="persona",
                    ),
                ),
            ],
            options={
                "verbose_name": "incarico",
                "verbose_name_plural": "incarichi",
                "ordering": ["user", "first_day", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GrantPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "grant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grant_points",
                        to="permissions.grant",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grant_points",
                        to="network.accesspoint",
                    ),
                ),
            ],
            options={
                "verbose_name": "punto di un incarico",
                "verbose_name_plural": "punti di un incarico",
                "ordering": ["grant", "point"],
            },
        ),
        migrations.AddField(
            model_name="grant",
            name="points",
            field=models.ManyToManyField(
                blank=True,
                related_name="grants",
                through="permissions.GrantPoint",
                to="network.accesspoint",
                verbose_name="punti",
            ),
        ),
        migrations.AddConstraint(
            model_name="grantpoint",
            constraint=models.UniqueConstraint(
                fields=("grant", "point"),
                name="grantpoint_once",
                violation_error_message="Il punto è già in questo incarico.",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_day", None),
                    models.Q(("last_day__gte", models.F("first_day")), ("last_day__isnull", False)),
                    _connector="OR",
                ),
                name="grant_in_order",
                violation_error_message="Un incarico finisce il giorno in cui comincia o dopo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("network", None), ("role", "administrator")),
                    models.Q(models.Q(("role", "administrator"), _negated=True), ("network__isnull", False)),
                    _connector="OR",
                ),
                name="grant_network_unless_administrator",
                violation_error_message="Ogni incarico vale in una rete, tranne quello di amministratore, che non vale in nessuna.",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("role", "trainee"), _negated=True),
                    models.Q(("last_day__isnull", False), ("tutor__isnull", False)),
                    _connector="OR",
                ),
                name="grant_trainee_has_tutor_and_end",
                violation_error_message="Tirocinanti e volontari hanno sempre un tutor e una data di fine.",
            ),
        ),
        migrations.AddConstraint(
            model_name="grant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("tutor", None), models.Q(("tutor", models.F("user")), _negated=True), _connector="OR"
                ),
                name="grant_tutor_is_somebody_else",
                violation_error_message="Nessuno è tutor di sé stesso.",
            ),
        ),
    ]

"""The first tables of this app."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("chain", models.UUIDField(verbose_name="catena")),
                ("seq", models.PositiveBigIntegerField(verbose_name="numero")),
                ("at", models.DateTimeField(verbose_name="quando")),
                ("action", models.CharField(max_length=80, verbose_name="azione")),
                ("user_id", models.UUIDField(null=True, verbose_name="persona")),
                ("role", models.CharField(blank=True, max_length=40, verbose_name="ruolo")),
                ("organisation_id", models.UUIDField(null=True, verbose_name="ente")),
                ("about", models.UUIDField(null=True, verbose_name="oggetto")),
                ("changed", models.JSONField(default=dict, verbose_name="dati")),
                ("previous", models.CharField(blank=True, max_length=64, verbose_name="sigillo precedente")),
                ("seal", models.CharField(max_length=64, verbose_name="sigillo")),
            ],
            options={
                "verbose_name": "riga del registro",
                "verbose_name_plural": "righe del registro",
                "ordering": ["chain", "-seq"],
                "indexes": [
                    models.Index(fields=["about", "chain"], name="entry_about"),
                    models.Index(fields=["chain", "at"], name="entry_at"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chain", "seq"),
                        name="entry_one_number_per_chain",
                        violation_error_message="In una catena ogni riga ha il suo numero.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("previous", ""), ("seq", 1)),
                            models.Q(("seq__gt", 1), models.Q(("previous", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="entry_sealed_to_previous",
                        violation_error_message="Solo la prima riga di una catena non ha un sigillo precedente.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("seal", models.F("previous")), _negated=True),
                        name="entry_not_its_own_previous",
                        violation_error_message="Il sigillo di una riga non può essere quello della riga precedente.",
                    ),
                ],
            },
        ),
    ]

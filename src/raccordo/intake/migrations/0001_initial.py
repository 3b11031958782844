"""The first tables of this app."""

import django.db.models.deletion
import django.db.models.expressions
import uuid
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
            name="Contact",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("happened_on", models.DateField(verbose_name="giorno")),
                ("month", models.PositiveIntegerField(editable=False, verbose_name="mese")),
                ("channel", models.CharField(max_length=20, verbose_name="canale")),
                ("contact_type", models.CharField(max_length=20, verbose_name="tipo di contatto")),
                ("visitor_type", models.CharField(max_length=20, verbose_name="chi si rivolge al punto")),
                ("professional", models.BooleanField(editable=False, verbose_name="per lavoro")),
                ("for_whom", models.CharField(max_length=20, verbose_name="per chi")),
                ("life_phase", models.CharField(blank=True, max_length=20, verbose_name="fase di vita")),
                ("service", models.CharField(max_length=20, verbose_name="che cosa si è fatto")),
                ("outcome", models.CharField(max_length=20, verbose_name="esito")),
                ("source", models.CharField(blank=True, max_length=20, verbose_name="inviante")),
                ("interlocutor", models.CharField(blank=True, max_length=20, verbose_name="interlocutore")),
                ("accompanied", models.BooleanField(blank=True, null=True, verbose_name="era accompagnato")),
                ("seen_today", models.BooleanField(default=False, verbose_name="già contato oggi in questo punto")),
                ("recorded_at", models.DateTimeField(verbose_name="registrato")),
                (
                    "days_to_record",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="giorni fra accesso e registrazione"
                    ),
                ),
                ("changed_at", models.DateTimeField(verbose_name="ultima modifica")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="versione")),
                ("voided_at", models.DateTimeField(blank=True, null=True, verbose_name="annullato")),
                ("void_reason", models.CharField(blank=True, max_length=20, verbose_name="motivo dell’annullamento")),
                (
                    "handed_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="received_as",
                        to="intake.contact",
                        verbose_name="ricevuto da",
                    ),
                ),
                (
                    "handed_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handed_contacts",
                        to="network.accesspoint",
                        verbose_name="passato a",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.network",
                        verbose_name="rete",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.organisation",
                        verbose_name="ente titolare",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="network.accesspoint",
                        verbose_name="punto",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrato da",
                    ),
                ),
            ],
            options={
                "verbose_name": "accesso",
                "verbose_name_plural": "accessi",
                "ordering": ["-happened_on", "-recorded_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("need", models.CharField(max_length=20, verbose_name="bisogno espresso")),
                ("position", models.PositiveSmallIntegerField(verbose_name="ordine")),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="requests", to="intake.contact"
                    ),
                ),
            ],
            options={
                "verbose_name": "richiesta",
                "verbose_name_plural": "richieste",
                "ordering": ["contact", "position"],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(verbose_name="versione sostituita")),
                ("before", models.JSONField(verbose_name="com’era")),
                ("reason", models.CharField(max_length=20, verbose_name="motivo")),
                ("made_at", models.DateTimeField(verbose_name="quando")),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="revisions", to="intake.contact"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="chi",
                    ),
                ),
            ],
            options={
                "verbose_name": "correzione",
                "verbose_name_plural": "correzioni",
                "ordering": ["contact", "-version"],
            },
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                fields=["network", "happened_on", "point", "handed_to", "voided_at", "seen_today"],
                name="contact_report",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["point", "-happened_on", "-recorded_at"], name="contact_desk"),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                fields=["handed_to", "voided_at", "happened_on", "recorded_at"], name="contact_waiting"
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "month",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("happened_on__year"), "*", models.Value(100)
                            ),
                            "+",
                            models.F("happened_on__month"),
                        ),
                    )
                ),
                name="contact_month_is_its_days",
                violation_error_message="Il mese non corrisponde al giorno.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("channel", ""), _negated=True),
                    models.Q(("contact_type", ""), _negated=True),
                    models.Q(("visitor_type", ""), _negated=True),
                    models.Q(("for_whom", ""), _negated=True),
                    models.Q(("service", ""), _negated=True),
                    models.Q(("outcome", ""), _negated=True),
                ),
                name="contact_coded",
                violation_error_message="Di un accesso servono canale, chi viene, per chi, che cosa si è fatto ed esito.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("handed_to__isnull", False), ("outcome", "E7")),
                    models.Q(models.Q(("outcome", "E7"), _negated=True), ("handed_to", None)),
                    _connector="OR",
                ),
                name="contact_handed_over_somewhere",
                violation_error_message="Se l’esito è il passaggio a un altro punto, scegli quale; altrimenti nessuno.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("handed_to", None), models.Q(("handed_to", models.F("point")), _negated=True), _connector="OR"
                ),
                name="contact_handed_over_elsewhere",
                violation_error_message="Il passaggio è verso un altro punto, non verso lo stesso.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("void_reason", ""), ("voided_at", None)),
                    models.Q(("voided_at__isnull", False), models.Q(("void_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="contact_void_has_reason",
                violation_error_message="Un accesso annullato ha il suo motivo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("recorded_at__date__gte", models.F("happened_on"))),
                name="contact_not_before_it_happened",
                violation_error_message="Un accesso si registra il giorno in cui avviene o dopo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                condition=models.Q(("handed_from__isnull", False), ("voided_at", None)),
                fields=("handed_from",),
                name="contact_received_once",
                violation_error_message="Questo passaggio è già stato accolto.",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.UniqueConstraint(
                fields=("contact", "need"),
                name="request_need_once",
                violation_error_message="Lo stesso bisogno è segnato due volte.",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(("position__range", (1, 3))),
                name="request_at_most_three",
                violation_error_message="Di un accesso si segnano da uno a tre bisogni.",
            ),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.UniqueConstraint(
                fields=("contact", "position"),
                name="request_position_once",
                violation_error_message="L’ordine dei bisogni non si ripete.",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                fields=("contact", "version"),
                name="revision_once_per_version",
                violation_error_message="Questa versione è già stata corretta.",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="revision_has_reason",
                violation_error_message="Una correzione ha il suo motivo.",
            ),
        ),
    ]

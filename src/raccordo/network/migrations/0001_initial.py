"""The first tables of this app."""

import django.db.models.deletion
import django.db.models.expressions
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.SlugField(unique=True, verbose_name="codice")),
                ("name", models.CharField(max_length=200, verbose_name="nome")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("municipality", "Comune"),
                            ("health_agency", "Azienda sociosanitaria"),
                            ("social_company", "Azienda sociale"),
                            ("consortium", "Consorzio"),
                            ("cooperative", "Cooperativa sociale"),
                            ("association", "Associazione o fondazione"),
                            ("school", "Scuola"),
                            ("other", "Altro ente"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="natura",
                    ),
                ),
            ],
            options={
                "verbose_name": "ente",
                "verbose_name_plural": "enti",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Network",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.SlugField(unique=True, verbose_name="codice")),
                ("name", models.CharField(max_length=200, verbose_name="nome")),
                ("texts", models.JSONField(blank=True, default=dict, verbose_name="testi pubblici")),
                ("is_demo", models.BooleanField(default=False, verbose_name="di prova")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="versione del file di rete")),
                ("counting_rule", models.TextField(blank=True, verbose_name="regola di conteggio")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="creata")),
            ],
            options={
                "verbose_name": "rete",
                "verbose_name_plural": "reti",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="network_named",
                        violation_error_message="Una rete ha un nome.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Municipality",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(verbose_name="codice")),
                ("name", models.CharField(max_length=100, verbose_name="nome")),
                ("istat_code", models.CharField(blank=True, max_length=6, verbose_name="codice ISTAT")),
                ("province", models.CharField(blank=True, max_length=2, verbose_name="provincia")),
                (
                    "patron_month",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="mese del patrono"),
                ),
                (
                    "patron_day",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="giorno del patrono"),
                ),
                ("patron_name", models.CharField(blank=True, max_length=100, verbose_name="patrono")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="municipalities",
                        to="network.network",
                    ),
                ),
            ],
            options={
                "verbose_name": "comune",
                "verbose_name_plural": "comuni",
                "ordering": ["network", "name"],
            },
        ),
        migrations.CreateModel(
            name="CodeListEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("list_code", models.SlugField(verbose_name="lista")),
                ("code", models.CharField(max_length=20, verbose_name="codice")),
                ("labels", models.JSONField(verbose_name="parole")),
                ("parent_code", models.CharField(blank=True, max_length=20, verbose_name="codice superiore")),
                ("group", models.CharField(blank=True, max_length=30, verbose_name="gruppo")),
                ("restricted", models.BooleanField(default=False, verbose_name="riservato")),
                ("extra", models.JSONField(blank=True, default=dict, verbose_name="altro")),
                ("position", models.PositiveSmallIntegerField(verbose_name="ordine")),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="fino al")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="code_list_entries",
                        to="network.network",
                    ),
                ),
            ],
            options={
                "verbose_name": "voce di una lista",
                "verbose_name_plural": "voci delle liste",
                "ordering": ["network", "list_code", "position"],
            },
        ),
        migrations.CreateModel(
            name="AccessPoint",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=10, verbose_name="codice")),
                ("slug", models.SlugField(verbose_name="indirizzo della pagina")),
                ("name", models.CharField(max_length=150, verbose_name="nome")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hub", "Hub"),
                            ("spoke", "Spoke"),
                            ("decentralised", "Sede distaccata"),
                            ("experimental", "Sede sperimentale"),
                        ],
                        max_length=15,
                        verbose_name="tipo",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="ordine")),
                ("sector", models.CharField(blank=True, max_length=150, verbose_name="settore")),
                ("street", models.CharField(blank=True, max_length=200, verbose_name="via")),
                ("postal_code", models.CharField(blank=True, max_length=5, verbose_name="CAP")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefono")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("texts", models.JSONField(blank=True, default=dict, verbose_name="testi pubblici")),
                ("published", models.BooleanField(default=True, verbose_name="visibile ai cittadini")),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="fino al")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="branches",
                        to="network.accesspoint",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="points", to="network.municipality"
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="points", to="network.network"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="network.organisation",
                        verbose_name="ente responsabile",
                    ),
                ),
            ],
            options={
                "verbose_name": "punto di accesso",
                "verbose_name_plural": "punti di accesso",
                "ordering": ["network", "position"],
            },
        ),
        migrations.CreateModel(
            name="NetworkVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="numero")),
                ("text", models.TextField(verbose_name="testo del file")),
                ("digest", models.CharField(max_length=64, verbose_name="SHA-256 del testo")),
                ("document", models.JSONField(verbose_name="contenuto letto")),
                ("findings", models.JSONField(default=list, verbose_name="osservazioni del controllo")),
                ("applied_on", models.DateField(verbose_name="applicata il")),
                ("applied_by", models.UUIDField(null=True, verbose_name="applicata da")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="network.network"
                    ),
                ),
            ],
            options={
                "verbose_name": "versione del file di rete",
                "verbose_name_plural": "versioni del file di rete",
                "ordering": ["network", "-number"],
            },
        ),
        migrations.CreateModel(
            name="OpeningRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "lunedì"),
                            (1, "martedì"),
                            (2, "mercoledì"),
                            (3, "giovedì"),
                            (4, "venerdì"),
                            (5, "sabato"),
                            (6, "domenica"),
                        ],
                        verbose_name="giorno",
                    ),
                ),
                ("opens_at", models.TimeField(verbose_name="apre")),
                ("closes_at", models.TimeField(verbose_name="chiude")),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="dal")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="al")),
                ("draft", models.BooleanField(default=False, verbose_name="in bozza")),
                ("source", models.CharField(blank=True, max_length=60, verbose_name="dove è scritto")),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opening_rules",
                        to="network.accesspoint",
                    ),
                ),
            ],
            options={
                "verbose_name": "orario di apertura",
                "verbose_name_plural": "orari di apertura",
                "ordering": ["point", "weekday", "opens_at"],
            },
        ),
        migrations.CreateModel(
            name="Partnership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lead", "Capofila"),
                            ("partner", "Partner"),
                            ("ally", "Alleato esterno"),
                            ("agency", "Agenzia che riceve il rendiconto"),
                        ],
                        max_length=10,
                        verbose_name="ruolo",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="ordine")),
                (
                    "aliases",
                    models.JSONField(blank=True, default=list, verbose_name="altri nomi usati nel protocollo"),
                ),
                ("retired_on", models.DateField(blank=True, null=True, verbose_name="fino al")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="partnerships", to="network.network"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerships",
                        to="network.organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "partecipazione",
                "verbose_name_plural": "partecipazioni",
                "ordering": ["network", "position"],
            },
        ),
        migrations.AddField(
            model_name="organisation",
            name="networks",
            field=models.ManyToManyField(
                related_name="organisations", through="network.Partnership", to="network.network"
            ),
        ),
        migrations.CreateModel(
            name="PointAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=60, verbose_name="dove")),
                ("name", models.CharField(max_length=150, verbose_name="nome usato")),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="aliases", to="network.accesspoint"
                    ),
                ),
            ],
            options={
                "verbose_name": "altro nome di un punto",
                "verbose_name_plural": "altri nomi dei punti",
                "ordering": ["point", "source"],
            },
        ),
        migrations.CreateModel(
            name="ReportingPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=10, verbose_name="codice")),
                ("name", models.CharField(max_length=120, verbose_name="nome")),
                ("first_day", models.DateField(verbose_name="primo giorno")),
                ("last_day", models.DateField(verbose_name="ultimo giorno")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="nota")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="periods", to="network.network"
                    ),
                ),
            ],
            options={
                "verbose_name": "periodo di rendiconto",
                "verbose_name_plural": "periodi di rendiconto",
                "ordering": ["network", "first_day"],
            },
        ),
        migrations.CreateModel(
            name="StaffPosting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("profession", models.CharField(max_length=60, verbose_name="figura")),
                ("people", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="persone")),
                (
                    "weekly_hours",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="ore alla settimana"
                    ),
                ),
                ("source", models.CharField(max_length=60, verbose_name="dove è scritto")),
                ("position", models.PositiveSmallIntegerField(verbose_name="ordine")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="postings",
                        to="network.organisation",
                        verbose_name="ente che mette la figura",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="postings", to="network.accesspoint"
                    ),
                ),
            ],
            options={
                "verbose_name": "figura assegnata",
                "verbose_name_plural": "figure assegnate",
                "ordering": ["point", "position"],
            },
        ),
        migrations.CreateModel(
            name="Closure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("first_day", models.DateField(verbose_name="dal")),
                ("last_day", models.DateField(verbose_name="al")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("holidays", "Ferie o vacanze scolastiche"),
                            ("staff", "Operatore assente"),
                            ("premises", "Sede non disponibile"),
                            ("meeting", "Riunione o formazione"),
                            ("other", "Altro motivo"),
                        ],
                        max_length=10,
                        verbose_name="motivo",
                    ),
                ),
                ("entered_by", models.UUIDField(null=True, verbose_name="segnata da")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ritirata")),
                (
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="closures", to="network.accesspoint"
                    ),
                ),
            ],
            options={
                "verbose_name": "chiusura",
                "verbose_name_plural": "chiusure",
                "ordering": ["first_day", "point"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="closure_in_order",
                        violation_error_message="L’ultimo giorno di chiusura viene dopo il primo.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="municipality",
            constraint=models.UniqueConstraint(
                fields=("network", "code"),
                name="municipality_code_once",
                violation_error_message="Il comune è già nella rete.",
            ),
        ),
        migrations.AddConstraint(
            model_name="municipality",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("patron_day", None), ("patron_month", None)),
                    models.Q(
                        ("patron_day__isnull", False),
                        ("patron_day__range", (1, 31)),
                        ("patron_month__isnull", False),
                        ("patron_month__range", (1, 12)),
                    ),
                    _connector="OR",
                ),
                name="municipality_patron_whole",
                violation_error_message="Del patrono servono giorno e mese.",
            ),
        ),
        migrations.AddConstraint(
            model_name="codelistentry",
            constraint=models.UniqueConstraint(
                fields=("network", "list_code", "code"),
                name="codelistentry_once",
                violation_error_message="Il codice è già in questa lista.",
            ),
        ),
        migrations.AddConstraint(
            model_name="networkversion",
            constraint=models.UniqueConstraint(
                fields=("network", "number"),
                name="networkversion_numbered",
                violation_error_message="Ogni versione di una rete ha il suo numero.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openingrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                name="openingrule_closes_after_it_opens",
                violation_error_message="Un punto chiude dopo che ha aperto.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openingrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekday__range", (0, 6))),
                name="openingrule_weekday_known",
                violation_error_message="I giorni della settimana sono sette.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openingrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from", None),
                    ("valid_until", None),
                    ("valid_until__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="openingrule_valid_in_order",
                violation_error_message="Un orario non finisce prima di cominciare.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openingrule",
            constraint=models.UniqueConstraint(
                fields=("point", "weekday", "opens_at", "valid_from"),
                name="openingrule_once",
                violation_error_message="Questo orario c’è già.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openingrule",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_from", None)),
                fields=("point", "weekday", "opens_at"),
                name="openingrule_once_when_undated",
                violation_error_message="Questo orario senza scadenza c’è già.",
            ),
        ),
        migrations.AddConstraint(
            model_name="accesspoint",
            constraint=models.UniqueConstraint(
                fields=("network", "code"),
                name="accesspoint_code_once",
                violation_error_message="In questa rete c’è già un punto con questo codice.",
            ),
        ),
        migrations.AddConstraint(
            model_name="accesspoint",
            constraint=models.UniqueConstraint(
                fields=("network", "slug"),
                name="accesspoint_slug_once",
                violation_error_message="In questa rete c’è già un punto con questo indirizzo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="accesspoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "decentralised"), _negated=True), ("parent__isnull", False), _connector="OR"
                ),
                name="accesspoint_branch_has_parent",
                violation_error_message="Una sede distaccata dipende da un altro punto.",
            ),
        ),
        migrations.AddConstraint(
            model_name="accesspoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent", None), models.Q(("parent", models.F("id")), _negated=True), _connector="OR"
                ),
                name="accesspoint_not_its_own_parent",
                violation_error_message="Un punto non dipende da sé stesso.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnership",
            constraint=models.UniqueConstraint(
                fields=("network", "organisation"),
                name="partnership_once",
                violation_error_message="L’ente fa già parte di questa rete.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("retired_on", None), ("role", "lead")),
                fields=("network",),
                name="partnership_one_lead",
                violation_error_message="Una rete ha un solo capofila.",
            ),
        ),
        migrations.AddConstraint(
            model_name="organisation",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="organisation_named",
                violation_error_message="Un ente ha un nome.",
            ),
        ),
        migrations.AddConstraint(
            model_name="pointalias",
            constraint=models.UniqueConstraint(
                fields=("point", "source", "name"),
                name="pointalias_once",
                violation_error_message="Questo nome è già segnato per questo articolo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingperiod",
            constraint=models.UniqueConstraint(
                fields=("network", "code"),
                name="reportingperiod_code_once",
                violation_error_message="In questa rete c’è già un periodo con questo codice.",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingperiod",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))),
                name="reportingperiod_in_order",
                violation_error_message="Un periodo finisce il giorno in cui comincia o dopo.",
            ),
        ),
        migrations.AddConstraint(
            model_name="staffposting",
            constraint=models.UniqueConstraint(
                fields=("point", "position"),
                name="staffposting_position_once",
                violation_error_message="L’ordine delle figure di un punto non si ripete.",
            ),
        ),
        migrations.AddConstraint(
            model_name="staffposting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("people", None), models.Q(("people__gte", 1), ("people__isnull", False)), _connector="OR"
                ),
                name="staffposting_somebody",
                violation_error_message="Una figura assegnata è almeno una persona.",
            ),
        ),
        migrations.AddConstraint(
            model_name="staffposting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("weekly_hours", None),
                    models.Q(
                        ("weekly_hours__gt", 0),
                        ("weekly_hours__isnull", False),
                        models.Q(
                            ("people", None),
                            models.Q(
                                ("people__isnull", False),
                                (
                                    "weekly_hours__lte",
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("people"), "*", models.Value(48)
                                    ),
                                ),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="staffposting_hours_possible",
                violation_error_message="Le ore settimanali sono più di zero e non più di 48 a persona.",
            ),
        ),
    ]

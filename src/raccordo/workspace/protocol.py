"""The network as the protocol writes it, put in order for the page that shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from raccordo.intake.enums import CodeList
from raccordo.kernel.actors import Actor
from raccordo.kernel.localised import pick
from raccordo.network.codelists import CodeLists
from raccordo.network.models import AccessPoint, NetworkVersion, OpeningRule, Partnership
from raccordo.ui import formats
from raccordo.workspace.scope import network_of

SEVERITIES = (
    ("error", "Errori", "bad", "Finché ci sono, il file non si applica."),
    ("warning", "Da chiarire", "waiting", "Il protocollo dice cose diverse, o tace su qualcosa che serve."),
    ("notice", "Da sapere", "quiet", "Piccole differenze di scrittura e documenti che mancano."),
)
CADENCES = {
    "twice_a_month": "due volte al mese",
    "monthly": "una volta al mese",
    "every_two_months": "ogni due mesi",
}
TITLES = {  # of lists that no access uses yet, and whose code cannot say it well
    "ATTIVITA": "Attività",
    "FASCE_ETA": "Fasce di età",
    "FINALITA_FONDO": "Finalità del fondo",
    "INTENSITA": "Intensità",
}
COFUNDING = {"cash": "in denaro", "in_kind": "in natura", "mixed": "in parte in denaro, in parte in natura"}


@dataclass(frozen=True)
class Findings:
    """What the check found of one severity."""

    title: str
    kind: str
    sentence: str
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Money:
    """The lines of the table of resources, added up again."""

    lines: list[dict[str, Any]]
    grant: Decimal
    cofunding: Decimal
    declared_grant: Decimal
    declared_cofunding: Decimal

    @property
    def whole(self) -> Decimal:
        return self.grant + self.cofunding

    @property
    def grant_share(self) -> Decimal:
        return 100 * self.grant / self.whole if self.whole else Decimal(0)

    @property
    def agrees(self) -> bool:
        return (self.grant, self.cofunding) == (self.declared_grant, self.declared_cofunding)


@dataclass(frozen=True)
class Listed:
    """One list of codes with its words."""

    title: str
    entries: list[dict[str, Any]]


@dataclass(frozen=True)
class Protocol:
    """The parsed file of the version in force; empty for a network that has none."""

    document: Mapping[str, Any] = field(default_factory=dict)
    findings: list[dict[str, Any]] = field(default_factory=list)

    def body(self, code: str | None) -> str:
        """The name of a body by its code in the file."""
        for body in self.document.get("organisations", ()):
            if body["code"] == code:
                return str(body["name"])
        return code or ""

    def acts(self) -> list[dict[str, Any]]:
        return [
            {**act, "adopted_on": date.fromisoformat(act["adopted_on"]), "cited": cited([act["article"]])}
            for act in self.document.get("network", {}).get("acts", ())
        ]

    def terms(self) -> list[tuple[str, str]]:
        """What the protocol says, or does not say, about its own life."""
        if not self.document:
            return []
        network = self.document["network"]
        duration = network["duration"]
        return [
            ("Territorio", pick(network["territory"])),
            ("Comincia", _day_or_silence(duration["starts_on"])),
            ("Finisce", _day_or_silence(duration["ends_on"])),
            ("Firmato", _day_or_silence(network["signature"]["signed_on"])),
            ("Sulla protezione dei dati", network["privacy_clause"] or "il protocollo non dice nulla"),
            ("Come si contano gli accessi", pick(self.document["counting"]["sentence"])),
        ]

    def bodies(self) -> list[dict[str, Any]]:
        """How each article writes the name of each body, and what it is asked to do."""
        return [
            {
                "name": body["name"],
                "task": pick(body["task"]),
                "names": [(name["text"], cited(name["articles"])) for name in body["names"]],
            }
            for body in self.document.get("organisations", ())
        ]

    def table(self) -> dict[str, Any] | None:
        """The Table: its members with body and role, how often it meets and what its rules must still settle."""
        table = self.document.get("table")
        if not table:
            return None
        cadence = table["cadence"]
        members = [
            {**member, "body_name": self.body(member["body"]), "role_text": pick(member["role"])}
            for member in table["members"]
        ]
        return {
            "article": table["article"],
            "members": members,
            "cadence": CADENCES[cadence["value"]],
            "word": cadence["word"],
            "source": cadence["source"],
            "notice": pick(cadence["notice"]),
            "missing": [name for key, name in RULES.items() if table["rules"][key] is None],
        }

    def money(self) -> Money | None:
        budget = self.document.get("budget")
        if not budget:
            return None
        lines = [
            {
                "body": self.body(line["body"]),
                "written": line["written"],
                "grant": Decimal(line["grant"]),
                "cofunding": Decimal(line["cofunding"]),
            }
            for line in budget["lines"]
        ]
        return Money(
            lines=lines,
            grant=sum((line["grant"] for line in lines), Decimal(0)),
            cofunding=sum((line["cofunding"] for line in lines), Decimal(0)),
            declared_grant=Decimal(budget["declared"]["grant"]),
            declared_cofunding=Decimal(budget["declared"]["cofunding"]),
        )

    def grouped_findings(self) -> list[Findings]:
        groups = []
        for severity, title, kind, sentence in SEVERITIES:
            rows = [
                {**finding, "cited": cited([finding["article"]]) if finding["article"] else "protocollo"}
                for finding in self.findings
                if finding["severity"] == severity
            ]
            if rows:
                groups.append(Findings(title, kind, sentence, rows))
        return groups

    def other_decisions(self) -> list[dict[str, Any]]:
        """Decisions that stand beside no finding of the check."""
        shown = {finding["decided"] for finding in self.findings}
        return [each for each in self.document.get("decisions", ()) if each["decided"] not in shown]


RULES = {
    "deadline": "entro quando si danno le regole",
    "quorum": "quanti devono essere presenti",
    "deputies": "chi può sostituire un componente",
    "decision_rule": "come si decide",
}


def cited(articles: Iterable[str]) -> str:
    """`articoli 3, 4 · premesse`: numbers together, the parts that have a name after them."""
    articles = list(articles)
    numbers = [each for each in articles if each[:1].isdigit()]
    names = [each for each in articles if not each[:1].isdigit()]
    told = f"{'articolo' if len(numbers) == 1 else 'articoli'} {', '.join(numbers)}" if numbers else ""
    return " · ".join(filter(None, [told, *names]))


def _day_or_silence(text: str | None) -> str:
    return formats.day(date.fromisoformat(text)) if text else "il protocollo non dà una data"


def in_force(actor: Actor) -> tuple[list[NetworkVersion], Protocol]:
    """Every version of the file, newest first, and the newest one read: two queries."""
    versions = list(
        NetworkVersion.objects.filter(network_id=network_of(actor))
        .defer("text", "document", "findings")
        .order_by("-number")
    )
    if not versions:
        return [], Protocol()
    document, findings = NetworkVersion.objects.values_list("document", "findings").get(pk=versions[0].pk)
    return versions, Protocol(document, findings)


def partnerships(actor: Actor) -> QuerySet[Partnership]:
    """The bodies of the network with their role, the lead first."""
    return Partnership.objects.filter(network_id=network_of(actor)).select_related("organisation").order_by("position")


def points(actor: Actor) -> QuerySet[AccessPoint]:
    """The points with their hours, other names and promised staff: four queries."""
    return (
        AccessPoint.objects.visible_to(actor)
        .for_list()
        .select_related("network")
        .prefetch_related(
            Prefetch("opening_rules", OpeningRule.objects.order_by("weekday", "opens_at")), "aliases", "postings"
        )
        .order_by("position")
    )


def lists(known: CodeLists) -> list[Listed]:
    """The lists of codes, each with its title in words."""
    titles = TITLES | {each.value: str(each.label) for each in CodeList}
    return [
        Listed(titles.get(code, code.replace("_", " ").capitalize()), _entries(entries.values()))
        for code, entries in known.entries.items()
    ]


def _entries(codes: Iterable[Any]) -> list[dict[str, Any]]:
    return [
        {"code": code.code, "label": code.label, "parent": code.parent, "retired": code.retired, "group": code.group}
        for code in codes
    ]


@dataclass(frozen=True)
class Hours:
    """Hours that are valid over the same days, one line for each weekday."""

    days: list[str]
    validity: str
    draft: bool


def hours_in_words(rules: Iterable[OpeningRule]) -> list[Hours]:
    """`martedì 8:30–9:30 e 15–17`, with from when to when, drafts apart."""
    spans: dict[tuple[date | None, date | None, bool], dict[str, list[str]]] = {}
    for rule in rules:
        days = spans.setdefault((rule.valid_from, rule.valid_until, rule.draft), {})
        told = f"{formats.hour(rule.opens_at)}–{formats.hour(rule.closes_at)}"
        days.setdefault(str(rule.get_weekday_display()), []).append(told)
    return [
        Hours([f"{day} {' e '.join(told)}" for day, told in days.items()], _validity(first, last), draft)
        for (first, last, draft), days in spans.items()
    ]


def _validity(first: date | None, last: date | None) -> str:
    words = [f"dal {formats.day(first)}" if first else "", f"fino al {formats.day(last)}" if last else ""]
    return " ".join(filter(None, words))


def point_row(point: AccessPoint, mine: frozenset[UUID]) -> dict[str, Any]:
    """One point as its row on the page of the network shows it."""
    return {
        "point": point,
        "hours": hours_in_words(point.opening_rules.all()),
        "aliases": list(point.aliases.all()),
        "postings": list(point.postings.all()),
        "mine": point.pk in mine,
    }

"""From the facts of a period to its return. Pure once the facts are read: same facts, same document."""

from typing import Any

from django.utils import translation

from raccordo.kernel.clock import ROME
from raccordo.kernel.periods import Period
from raccordo.network.enums import PartnershipRole
from raccordo.network.models import Partnership
from raccordo.reporting.returns.document import ReturnDocument, Section
from raccordo.reporting.returns.material import Material
from raccordo.reporting.returns.sections import accesses, annex, network, opening, quality, summary, work
from raccordo.ui import formats


def build(material: Material) -> ReturnDocument:
    """The document, in Italian whatever the language of the page: it is an act."""
    with translation.override("it"):
        period = material.period
        changed = material.changed_at
        return ReturnDocument(
            network_code=material.network.code,
            network=material.network.name,
            lead=_lead(material.partnerships),
            territory=_text(material.protocol, "territory"),
            is_demo=material.network.is_demo,
            period_code=period.code,
            period=period.name,
            span=in_words(period.span),
            note=period.note,
            first_day=period.first_day,
            as_of=changed.astimezone(ROME) if changed else None,
            as_of_words=(
                f"{formats.day(changed.astimezone(ROME))}, {formats.at_hour(changed)}"
                if changed
                else "nessun accesso registrato"
            ),
            acts=tuple(_acts(material.protocol)),
            sections=tuple(_numbered(material)),
        )


def _numbered(material: Material) -> list[Section]:
    return [
        summary.section(material),
        network.section(material),
        opening.section(material),
        accesses.section(material),
        work.requests(material),
        work.services(material),
        work.outcomes(material),
        work.sources(material),
        quality.section(material),
        annex.section(material),
    ]


def in_words(span: Period) -> str:
    """dal 1º ottobre 2026 al 31 marzo 2027"""
    return f"dal {formats.day(span.first)} al {formats.day(span.last)}"


def _lead(partnerships: tuple[Partnership, ...]) -> str:
    return next((each.organisation.name for each in partnerships if each.role == PartnershipRole.LEAD), "")


def _text(protocol: dict[str, Any], key: str) -> str:
    return str((protocol.get("network", {}).get(key) or {}).get("it", ""))


def _acts(protocol: dict[str, Any]) -> list[str]:
    return [
        " ".join(filter(None, (act.get("body"), act.get("kind"), act.get("number")))) + _subject(act)
        for act in protocol.get("network", {}).get("acts", [])
    ]


def _subject(act: dict[str, Any]) -> str:
    return f" – {act['subject']}" if act.get("subject") else ""

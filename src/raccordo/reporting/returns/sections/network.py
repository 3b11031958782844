"""The network: its bodies, its points, and the names that the protocol gives them."""

from raccordo.kernel.tables import Column
from raccordo.network.enums import PartnershipRole
from raccordo.network.models import Partnership
from raccordo.reporting.returns.document import ReturnTable, Row, Section
from raccordo.reporting.returns.material import Material
from raccordo.reporting.returns.sections.parts import shown_points


def section(material: Material) -> Section:
    points = shown_points(material.facts)
    bodies = [each for each in material.partnerships if each.role in (PartnershipRole.LEAD, PartnershipRole.PARTNER)]
    text = f"La rete ha {len(points)} punti di accesso, gestiti da {len({p.organisation_id for p in points})} enti."
    return Section("2", "La rete e i suoi punti", [text], [_points(material), _bodies(bodies), *_names(material)])


def _points(material: Material) -> ReturnTable:
    columns = [
        Column("luogo", "Luogo"),
        Column("tipo", "Tipo"),
        Column("ente", "Ente responsabile"),
        Column("indirizzo", "Indirizzo"),
        Column("comune", "Comune"),
    ]
    rows = [
        Row(
            point.code,
            point.code,
            (point.name, point.get_kind_display(), point.organisation.name, point.street, point.municipality.name),
        )
        for point in shown_points(material.facts)
    ]
    return ReturnTable("punti", "2.1 Punti", "I punti di accesso", "Codice", columns, rows)


def _bodies(bodies: list[Partnership]) -> ReturnTable:
    columns = [Column("ruolo", "Ruolo"), Column("altri-nomi", "Altri nomi nel protocollo")]
    rows = [
        Row(
            each.organisation.code,
            each.organisation.name,
            (each.get_role_display(), ", ".join(dict.fromkeys(alias["name"] for alias in each.aliases))),
        )
        for each in bodies
    ]
    return ReturnTable("enti", "2.2 Enti", "Gli enti della rete", "Ente", columns, rows)


def _names(material: Material) -> list[ReturnTable]:
    """Nothing is known by its number alone: two places are called spoke 1 and two spoke 3."""
    codes = material.facts.points
    rows = [
        Row(f"{codes[each.point_id].code}-{place}", codes[each.point_id].code, (each.name, each.source))
        for place, each in enumerate(material.aliases, start=1)
        if each.point_id in codes
    ]
    if not rows:
        return []
    note = "Il protocollo numera gli spoke in due modi: in questo rendiconto vale soltanto il codice."
    title = "Come gli articoli del protocollo chiamano gli stessi punti"
    columns = [Column("nome", "Nome usato"), Column("dove", "Dove")]
    return [ReturnTable("nomi", "2.3 Altri nomi", title, "Codice", columns, rows, notes=[note])]

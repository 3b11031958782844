"""Codes that point at something: each must exist, and none may be given twice."""

from collections.abc import Iterable, Iterator

from raccordo.network.file.expected import suggestion
from raccordo.network.file.findings import SEVERITIES
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.schema.base import Located, Place

TABLE = "TAVOLO"  # the Table itself, where a duty may be given to a body or to it
REQUIRED_LISTS = (
    "CANALE",
    "TIPO_CONTATTO",
    "ORIGINE",
    "INTERLOCUTORE",
    "TIPO_UTENTE",
    "PER_CHI",
    "FASE_CICLO_VITA",
    "AREE_BISOGNO",
    "SERVIZI",
    "ESITO_ACCESSO",
    "RUOLI",
    "FUNZIONI",
    "DESTINATARI",
    "MOTIVI_CORREZIONE",
    "MOTIVI_ANNULLO",
)

Problem = tuple[Place, str]


class _Known:
    """What codes exist, by kind, and what a sentence calls the kind."""

    def __init__(self, file: NetworkFile) -> None:
        self.articles = ("un articolo", [article.code for article in file.articles])
        self.bodies = ("un ente", [body.code for body in file.organisations])
        self.points = ("un punto", [point.code for point in file.points])
        self.places = ("un comune", [place.istat for place in file.municipalities])
        self._lists = {
            name: (f"un codice della lista {name}", codes.codes()) for name, codes in file.code_lists.items()
        }

    def list(self, name: str) -> tuple[str, list[str]]:
        return self._lists.get(name, (f"un codice della lista {name}", []))


def faulty_references(file: NetworkFile) -> Iterator[Problem]:
    """Every code that points nowhere, every code given twice, every list that the desk needs and is not there."""
    known = _Known(file)
    yield from _missing_lists(file)
    yield from _repeated(file)
    yield from _articles(file, known)
    yield from _settled(file)
    for owner, key, codes, (kind, existing) in _pointers(file, known):
        for code in codes:
            if code not in existing:
                yield owner.place_of(key), f"«{code}» non è {kind} di questo file{suggestion(code, existing)}"


Pointer = tuple[Located, str, Iterable[str], tuple[str, list[str]]]


def _pointers(file: NetworkFile, known: _Known) -> Iterator[Pointer]:
    yield from _body_pointers(file, known)
    yield from _point_pointers(file, known)
    yield file.network, "municipality", [file.network.municipality], known.places
    for line in file.budget.lines:
        yield line, "body", [line.body], known.bodies
    for default in file.desk_defaults:
        yield default, "visitor", [default.visitor], known.list("TIPO_UTENTE")
        yield default, "for_whom", [default.for_whom], known.list("PER_CHI")
        yield default, "kind", [default.kind], known.list("TIPO_CONTATTO")
        yield default, "service", [default.service], known.list("SERVIZI")
        yield default, "outcome", [default.outcome], known.list("ESITO_ACCESSO")
        yield default, "phase", _some(default.phase), known.list("FASE_CICLO_VITA")
        yield default, "needs", default.needs, known.list("AREE_BISOGNO")


def _body_pointers(file: NetworkFile, known: _Known) -> Iterator[Pointer]:
    sectors = {
        body.code: (f"un settore di {body.code}", [sector.code for sector in body.sectors])
        for body in file.organisations
    }
    for body in file.organisations:
        yield body, "members", body.members, known.bodies
    for listed in file.partner_lists:
        yield listed, "order", listed.order, known.bodies
    for claim in file.claims:
        yield claim, "to", [] if claim.to == TABLE else _some(claim.to), known.bodies
    for member in file.table.members:
        yield member, "body", [member.body], known.bodies
        yield member, "sector", _some(member.sector), sectors.get(member.body, ("un settore", []))
        yield member, "coordinates", member.coordinates, known.points
    for point in file.points:
        yield point, "body", [point.body], known.bodies
        yield point, "sector", _some(point.sector), sectors.get(point.body, ("un settore", []))


def _point_pointers(file: NetworkFile, known: _Known) -> Iterator[Pointer]:
    for point in file.points:
        yield point, "parent", _some(point.parent), known.points
        yield point, "services", point.services, known.list("SERVIZI")
        yield point.address, "municipality", [point.address.municipality], known.places
        if point.premises:
            yield point.premises, "owner", [point.premises.owner], known.bodies
        for statement in point.statements:
            yield statement, "functions", statement.functions or (), known.list("FUNZIONI")
            yield statement, "targets", statement.targets or (), known.list("DESTINATARI")
    for post in file.staffing:
        yield post, "point", [post.point], known.points
        yield post, "body", [post.body], known.bodies
        yield post, "role", [post.role], known.list("RUOLI")
        for said in post.statements:
            yield said, "also_at", said.also_at, known.points


def _some(code: str | None) -> list[str]:
    return [] if code is None else [code]


def _missing_lists(file: NetworkFile) -> Iterator[Problem]:
    for name in REQUIRED_LISTS:
        if name not in file.code_lists:
            yield file.place_of("code_lists"), f"manca la lista {name}"


def _repeated(file: NetworkFile) -> Iterator[Problem]:
    families: list[tuple[Iterable[Located], str]] = [
        (file.organisations, "code"),
        (file.points, "code"),
        (file.points, "slug"),
        (file.municipalities, "istat"),
        (file.periods, "code"),
        (file.staffing, "code"),
        (file.articles, "code"),
        (file.decisions, "number"),
        (file.desk_defaults, "visitor"),
        *((body.sectors, "code") for body in file.organisations),
    ]
    for codes in file.code_lists.values():
        families += [((*codes.entries, *(item for entry in codes.entries for item in entry.items)), "code")]
    for things, key in families:
        seen: set[object] = set()
        for thing in things:
            value = getattr(thing, key)
            if value in seen:
                yield thing.place_of(key), f"«{value}» è già usato da un’altra voce"
            seen.add(value)


def _articles(thing: object, known: _Known) -> Iterator[Problem]:
    """Every `article` and `articles` anywhere in the file names an article that the file knows."""
    if isinstance(thing, Located):
        kind, existing = known.articles
        for key in ("article", "articles"):
            cited = getattr(thing, key, ())
            for code in (cited,) if isinstance(cited, str) else cited:
                if isinstance(code, str) and code not in existing:
                    yield thing.place_of(key), f"«{code}» non è {kind} di questo file{suggestion(code, existing)}"
        for name in type(thing).model_fields:
            yield from _articles(getattr(thing, name), known)
    elif isinstance(thing, tuple | dict):
        for inner in thing.values() if isinstance(thing, dict) else thing:
            yield from _articles(inner, known)


def _settled(file: NetworkFile) -> Iterator[Problem]:
    """A decision settles findings by their code, alone or followed by what they are about."""
    for decision in file.decisions:
        for settled in decision.settles:
            code = settled.split("/")[0]
            if code not in SEVERITIES:
                hint = suggestion(code, list(SEVERITIES))
                yield decision.place_of("settles"), f"«{code}» non è un’osservazione del controllo{hint}"

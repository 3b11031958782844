"""Points: how many, how numbered, for whom, doing what, according to which article."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from raccordo.network.file.findings import Finding, found
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.schema.points import AccessPoint, Alias, PointStatement
from raccordo.network.file.words import joined, squeezed


def spokes_announced(file: NetworkFile) -> Iterator[Finding]:
    """A part of the protocol counts spokes, and others are listed."""
    listed = [point.code for point in file.points if point.kind == "spoke"]
    for said in file.announcements:
        if said.spokes != len(listed):
            words = f" («{said.quote}»)" if said.quote else ""
            sentence = (
                f"L’articolo {said.article} annuncia {said.spokes} spoke{words}, ma ne sono elencati "
                f"{len(listed)}: {joined(listed)}."
            )
            yield found("spokes_announced", f"articolo {said.article}", said, "spokes", sentence)


def numbered_differently(file: NetworkFile) -> Iterator[Finding]:
    for point in file.points:
        numbers = _numbers(point)
        if len(numbers) > 1:
            said = joined([f"{number} ({_articles(aliases)})" for number, aliases in numbers.items()])
            odd = min(numbers.values(), key=len)[0]
            sentence = f"{point.name.it} ({point.code}) porta numeri diversi secondo l’articolo: {said}."
            yield found("point_numbered_differently", point.code, odd, "number", sentence)


def number_on_two_points(file: NetworkFile) -> Iterator[Finding]:
    places: dict[int, list[tuple[AccessPoint, list[Alias]]]] = defaultdict(list)
    for point in file.points:
        for number, aliases in _numbers(point).items():
            places[number].append((point, aliases))
    for number, named in sorted(places.items()):
        if len(named) > 1:
            said = joined([f"{point.name.it} ({_articles(aliases)})" for point, aliases in named])
            odd = min((aliases for _, aliases in named), key=len)[0]
            yield found(
                "number_on_two_points",
                f"spoke {number}",
                odd,
                "number",
                f"«Spoke {number}» nomina due luoghi: {said}.",
            )


def _numbers(point: AccessPoint) -> dict[int, list[Alias]]:
    numbers: dict[int, list[Alias]] = defaultdict(list)
    for alias in point.aliases:
        if alias.number is not None:
            numbers[alias.number].append(alias)
    return numbers


def _articles(aliases: list[Alias]) -> str:
    word = "articolo" if len(aliases) == 1 else "articoli"
    return f"{word} {joined([alias.article for alias in aliases])}"


def functions_differ(file: NetworkFile) -> Iterator[Finding]:
    yield from _differ(file, "functions", "fa cose diverse", lambda statement: statement.functions)


def targets_differ(file: NetworkFile) -> Iterator[Finding]:
    yield from _differ(file, "targets", "è per persone diverse", lambda statement: statement.targets)


def _differ(
    file: NetworkFile, key: str, words: str, codes_of: Callable[[PointStatement], tuple[str, ...] | None]
) -> Iterator[Finding]:
    """Two articles both say it, and not the same; an article that is silent contradicts nobody."""
    labels = {entry.code: entry.it for name in ("FUNZIONI", "DESTINATARI") for entry in file.code_lists[name].entries}
    for point in file.points:
        said = [(statement, codes) for statement in point.statements if (codes := codes_of(statement)) is not None]
        if len({frozenset(codes) for _, codes in said}) > 1:
            per_article = "; ".join(
                f"articolo {statement.article}: {joined([labels[code].lower() for code in codes])}"
                for statement, codes in said
            )
            sentence = f"{point.name.it} {words} secondo l’articolo ({per_article})."
            articles = joined([statement.article for statement, _ in said])
            yield found(f"{key}_differ", point.code, said[-1][0], key, sentence, article=articles)


def address_written_differently(file: NetworkFile) -> Iterator[Finding]:
    for point in file.points:
        written = point.address.as_written
        if len({squeezed(address.text) for address in written}) > 1:
            said = joined([f"«{address.text}» (articolo {address.article})" for address in written])
            sentence = f"L’indirizzo di {point.name.it} è scritto in più modi: {said}."
            yield found("address_written_differently", point.code, written[0], "text", sentence)


def without_status(file: NetworkFile) -> Iterator[Finding]:
    """A place where work is done and that is neither hub, nor spoke, nor branch of one."""
    for point in file.points:
        if point.kind == "experimental":
            sentence = (
                f"{point.name.it} è in prova e non è uno spoke: non si sa come contarne gli accessi nel rendiconto."
            )
            yield found("point_without_status", point.code, point, "kind", sentence)


def without_contacts(file: NetworkFile) -> Iterator[Finding]:
    missing = [point for point in file.points if not (point.contacts.phone or point.contacts.email)]
    if missing:
        sentence = f"Nessun telefono né e-mail per: {joined([point.code for point in missing])}."
        yield found("points_without_contacts", "recapiti", missing[0], "contacts", sentence)


def without_address(file: NetworkFile) -> Iterator[Finding]:
    missing = [point for point in file.points if not point.address.street]
    if missing:
        sentence = f"Nessuna via per: {joined([point.code for point in missing])}."
        yield found(
            "points_without_address", "indirizzi", missing[0].address, "street", sentence, article=missing[0].article
        )

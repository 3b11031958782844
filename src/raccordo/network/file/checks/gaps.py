"""What the protocol does not say, or says by half."""

from collections import defaultdict
from collections.abc import Iterator

from raccordo.network.file.findings import Finding, found
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.schema.terms import Figure
from raccordo.network.file.words import joined


def duration(file: NetworkFile) -> Iterator[Finding]:
    said = file.network.duration
    missing = [
        (key, name) for key, name in (("starts_on", "inizio"), ("ends_on", "fine")) if getattr(said, key) is None
    ]
    if missing:
        sentence = f"Il protocollo non ha una data di {joined([name for _, name in missing])}."
        yield found("duration_missing", "durata", said, missing[0][0], sentence)


def signature(file: NetworkFile) -> Iterator[Finding]:
    if file.network.signature.signed_on is None:
        sentence = "La data della firma è rimasta in bianco."
        yield found("signature_date_missing", "firma", file.network.signature, "signed_on", sentence)


def privacy_clause(file: NetworkFile) -> Iterator[Finding]:
    if not file.network.privacy_clause:
        sentence = (
            "Il protocollo non dice nulla sui dati personali: chi ne è titolare, con quali consensi, chi li vede."
        )
        yield found("no_privacy_clause", "dati personali", file.network, "privacy_clause", sentence, article="1–7")


def wordings(file: NetworkFile) -> Iterator[Finding]:
    for wording in file.wordings:
        if wording.written != wording.meant:
            sentence = f"«{wording.written}» sta per «{wording.meant}»."
            yield found("wording_shortened", wording.written, wording, "written", sentence)


def documents(file: NetworkFile) -> Iterator[Finding]:
    for document in file.documents:
        if not document.attached:
            sentence = f"Il protocollo cita «{document.title}», che non è allegato."
            yield found("document_not_attached", document.title, document, "attached", sentence)


def figures(file: NetworkFile) -> Iterator[Finding]:
    """Sources that give different numbers for the same thing."""
    said: dict[str, list[Figure]] = defaultdict(list)
    for figure in file.figures:
        said[figure.about].append(figure)
    for about, given in said.items():
        if len({figure.value for figure in given}) > 1:
            numbers = joined([f"{figure.value} ({figure.source})" for figure in given])
            other = next(figure for figure in given if figure.value != given[0].value)
            yield found("figures_differ", about, other, "value", f"{about}: le fonti dicono {numbers}.")

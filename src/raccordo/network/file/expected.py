"""What was expected, in the words of somebody who mends a network file by hand."""

from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from raccordo.network.file.schema import NetworkFile

Path = tuple[str | int, ...]

_SENTENCES: dict[str, str] = {
    "string_type": "serve un testo fra virgolette",
    "string_too_short": "il testo non può essere vuoto",
    "string_too_long": "il testo è troppo lungo: al massimo {max_length} caratteri",
    "int_type": "serve un numero intero",
    "int_from_float": "serve un numero intero",
    "bool_type": "serve true oppure false",
    "none_required": "qui si può scrivere soltanto null",
    "decimal_type": 'serve un importo fra virgolette, per esempio "2000.00"',
    "decimal_parsing": 'serve un importo fra virgolette, per esempio "2000.00"',
    "decimal_max_places": "un importo ha al massimo {decimal_places} decimali",
    "decimal_max_digits": "il numero ha troppe cifre",
    "decimal_whole_digits": "il numero ha troppe cifre",
    "date_type": "serve una data nella forma 2026-09-30",
    "date_parsing": "serve una data nella forma 2026-09-30",
    "date_from_datetime_parsing": "serve una data nella forma 2026-09-30",
    "time_type": 'serve un’ora fra virgolette, per esempio "14:00"',
    "time_parsing": 'serve un’ora fra virgolette, per esempio "14:00"',
    "tuple_type": "serve un elenco: una voce per riga, ciascuna con il trattino",
    "dict_type": "servono coppie «nome: valore»",
    "model_type": "servono coppie «nome: valore»",
    "model_attributes_type": "servono coppie «nome: valore»",
    "literal_error": "i valori ammessi sono: {expected}",
    "greater_than": "serve un numero maggiore di {gt}",
    "greater_than_equal": "serve un numero non minore di {ge}",
    "less_than_equal": "serve un numero non maggiore di {le}",
}

_PATTERNS: dict[str, str] = {
    r"^[A-Z0-9][A-Z0-9_-]{0,19}$": "serve un codice di lettere maiuscole e cifre, per esempio SP1",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "servono lettere minuscole, cifre e trattini, per esempio hug-2",
    r"^[A-Z][A-Z_]{1,29}$": "il nome di una lista è in maiuscolo, per esempio CANALE",
    r"^\d{6}$": 'serve un codice ISTAT di sei cifre fra virgolette, per esempio "019036"',
    r"^\d{5}$": "serve un CAP di cinque cifre fra virgolette",
    r"^[A-Z]{2}$": "serve la sigla della provincia, per esempio CR",
    r"^\d{4}-S\d$": "il codice di un periodo è come 2026-S1",
    r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$": 'serve il giorno nella forma mese-giorno, per esempio "11-13"',
}


def sentence_for(error: ErrorDetails) -> str:
    """One validation error as «voce: che cosa serviva»."""
    path: Path = error["loc"]
    kind, key = error["type"], _name_of(path)
    if kind == "missing":
        return f"manca la voce «{key}»"
    if kind == "extra_forbidden":
        return _unknown_key(key, allowed_keys(path[:-1]))
    return f"«{key}»: {_expectation(kind, error.get('ctx', {}))}{_given(error['input'])}"


def suggestion(value: str, known: list[str]) -> str:
    """A hint that ends a sentence about a word nobody knows."""
    close = get_close_matches(value, known, n=1, cutoff=0.5)
    return f" (forse «{close[0]}»?)" if close else ""


def allowed_keys(path: Path) -> list[str]:
    """The keys that may be written in the mapping at `path`."""
    model: type[BaseModel] = NetworkFile
    for step in path:
        field = model.model_fields.get(str(step))
        inner = _model_in(field.annotation) if field else None
        model = inner or model
    return list(model.model_fields)


def _unknown_key(key: str, allowed: list[str]) -> str:
    return f"«{key}» non è una voce prevista qui{suggestion(key, allowed)}; le voci sono: {', '.join(allowed)}"


def _expectation(kind: str, context: dict[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(str(context.get("pattern")), "il testo non ha la forma prevista")
    words = {name: str(value).replace("'", "").replace(" or ", ", ") for name, value in context.items()}
    return _SENTENCES.get(kind, "il valore non è di quelli previsti").format_map(words)


def _given(value: object) -> str:
    if value is None:
        return ", ma è vuoto"
    return f", non «{value}»" if isinstance(value, str | int | float) else ""


def _name_of(path: Path) -> str:
    names = [str(step) for step in path if isinstance(step, str) and step != "[key]"]
    return names[-1] if names else "file"


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The mapping inside an annotation such as `tuple[AccessPoint, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)

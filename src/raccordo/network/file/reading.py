"""From the text of a network file to the model, with the line and column of whatever is wrong."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, StringMark

from raccordo.network.file.expected import Path, sentence_for
from raccordo.network.file.references import faulty_references
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.schema.base import Located, Place

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None


@dataclass(frozen=True, order=True)
class Fault:
    """Why a file cannot be read, and where."""

    line: int
    column: int
    sentence: str

    def __str__(self) -> str:
        return f"riga {self.line}, colonna {self.column}: {self.sentence}."


class Unreadable(Exception):
    """The file has faults that keep it from being understood at all."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True)
class Places:
    """Where each path of the file stands: its key (or list item), and its value."""

    keys: dict[Path, Place]
    values: dict[Path, Place]
    seen: set[int]  # mappings and lists met so far: one met twice stands in no single place

    def of_value(self, path: Path) -> Place:
        return self._nearest(self.values, path)

    def of_key(self, path: Path) -> Place:
        return self._nearest(self.keys, path)

    def _nearest(self, places: dict[Path, Place], path: Path) -> Place:
        while path and path not in places:
            path = path[:-1]
        return places.get(path, (1, 1))


def read_path(path: FilePath) -> NetworkFile:
    """The network file at `path`; raises Unreadable, also where the file is not UTF-8."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise Unreadable([Fault(line, 1, "il file non è scritto in UTF-8")]) from error
    return read(text)


def read(text: str) -> NetworkFile:
    """The network that `text` describes; raises Unreadable with every fault found."""
    plain, places = _parse(text)
    try:
        file = NetworkFile.model_validate_json(json.dumps(plain))
    except ValidationError as error:
        raise Unreadable([_fault(detail, places) for detail in error.errors()]) from error
    _locate(file, (), places)
    faults = [Fault(*place, sentence) for place, sentence in faulty_references(file)]
    if faults:
        raise Unreadable(faults)
    return file


def _parse(text: str) -> tuple[Plain, Places]:
    yaml = YAML(typ="rt", pure=True)
    try:
        root = yaml.load(text)
    except MarkedYAMLError as error:
        raise Unreadable([_syntax_fault(error)]) from error
    if not isinstance(root, CommentedMap):
        raise Unreadable([Fault(1, 1, "un file di rete comincia con una voce, per esempio «format: 1»")])
    places = Places({(): (1, 1)}, {(): (1, 1)}, set())
    return _plain(root, (), places), places


_SYNTAX = (
    ("cannot start any token", "il carattere non può stare qui; per i rientri servono spazi, non tabulazioni"),
    (
        "mapping values are not allowed",
        "qui non ci può essere un «:»; il testo va fra virgolette o il rientro è sbagliato",
    ),
    ("could not find expected ':'", "dopo il nome della voce serve «:»"),
    ("unexpected end of stream", "il testo finisce prima che si chiudano le virgolette o le parentesi"),
    ("expected <block end>", "il rientro non è quello delle voci vicine, o mancano le virgolette"),
    ("did not find expected", "il rientro non è quello delle voci vicine, o mancano le virgolette"),
    ("expected ',' or", "in un elenco fra parentesi serve una virgola o la parentesi che chiude"),
)


def _syntax_fault(error: MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if isinstance(mark, StringMark) or mark else (1, 1)
    problem = error.problem or ""
    if isinstance(error, DuplicateKeyError):
        key = problem.split('"')[1] if '"' in problem else ""
        return Fault(line, column, f"la voce «{key}» è scritta due volte")
    for words, sentence in _SYNTAX:
        if words in problem:
            return Fault(line, column, sentence)
    return Fault(line, column, "il testo non è YAML: controlla rientri, virgolette e due punti")


def _plain(node: object, path: Path, places: Places) -> Plain:
    """The node without ruamel's types; on the way every place is written down."""
    if isinstance(node, CommentedMap | CommentedSeq):
        _refuse_anchors(node, path, places)
    if isinstance(node, CommentedMap):
        result: dict[str, Plain] = {}
        for key, value in node.items():
            inner = (*path, str(key))
            places.keys[inner] = _from_one(node.lc.key(key))
            places.values[inner] = _from_one(node.lc.value(key))
            result[str(key)] = _plain(value, inner, places)
        return result
    if isinstance(node, CommentedSeq):
        for index in range(len(node)):
            places.keys[(*path, index)] = places.values[(*path, index)] = _from_one(node.lc.item(index))
        return [_plain(value, (*path, index), places) for index, value in enumerate(node)]
    return _plain_scalar(node)


def _plain_scalar(node: object) -> Plain:
    if isinstance(node, bool) or node is None:
        return node
    if isinstance(node, date):
        return node.isoformat()
    if isinstance(node, int):
        return int(node)
    return float(node) if isinstance(node, float) else str(node)


def _refuse_anchors(node: CommentedMap | CommentedSeq, path: Path, places: Places) -> None:
    """What is written once and read in two places has no line of its own."""
    if id(node) in places.seen or getattr(node, "merge", None):
        raise Unreadable(
            [Fault(*places.of_value(path), "le ancore di YAML (& e *) qui non si usano: riscrivi la voce")]
        )
    places.seen.add(id(node))


def _from_one(place: tuple[int, int]) -> Place:
    return place[0] + 1, place[1] + 1


def _fault(detail: ErrorDetails, places: Places) -> Fault:
    path: Path = detail["loc"]
    on_key = detail["type"] in {"missing", "extra_forbidden"} or "[key]" in path
    line, column = places.of_key(path) if on_key else places.of_value(path)
    return Fault(line, column, sentence_for(detail))


def _locate(model: BaseModel, path: Path, places: Places) -> None:
    """Tell every mapping of the model where it stands."""
    if isinstance(model, Located):
        names = type(model).model_fields
        model.put(
            places.of_key(path), {name: places.keys[(*path, name)] for name in names if (*path, name) in places.keys}
        )
    for name in type(model).model_fields:
        _locate_value(getattr(model, name), (*path, name), places)


def _locate_value(value: object, path: Path, places: Places) -> None:
    if isinstance(value, BaseModel):
        _locate(value, path, places)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _locate_value(item, (*path, index), places)
    elif isinstance(value, dict):
        for key, item in value.items():
            _locate_value(item, (*path, key), places)

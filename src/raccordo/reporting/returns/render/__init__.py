"""The five ways in which a return is written; each has every cell."""

from collections.abc import Callable

from raccordo.reporting.enums import FileFormat
from raccordo.reporting.returns.document import ReturnDocument
from raccordo.reporting.returns.render.json import to_json
from raccordo.reporting.returns.render.pdf import to_pdf
from raccordo.reporting.returns.render.sheets import to_csv, to_ods, to_xlsx

RENDERERS: dict[FileFormat, Callable[[ReturnDocument], bytes]] = {
    FileFormat.PDF: to_pdf,
    FileFormat.XLSX: to_xlsx,
    FileFormat.ODS: to_ods,
    FileFormat.CSV: to_csv,
    FileFormat.JSON: to_json,
}

__all__ = ["RENDERERS"]

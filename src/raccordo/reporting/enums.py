"""The codes of the network's lists on which an indicator decides."""

from enum import StrEnum
from typing import Final

MOTHER: Final = "MADRE"
FATHER: Final = "PADRE"
COUPLE: Final = "COPPIA"
PARENTS: Final = (FATHER, MOTHER, COUPLE)
IN_PERSON: Final = ("PERS", "APPU")
NOT_GIVEN: Final = ("", "ND", "NR", "ANON")
DAYS_TO_RECORD: Final = 3


class Aspect(StrEnum):
    """What contacts are grouped by, beside point, body and month."""

    CHANNEL = "channel"
    VISITOR = "visitor"
    FOR_WHOM = "for_whom"
    LIFE_PHASE = "life_phase"
    SERVICE = "service"
    OUTCOME = "outcome"
    SOURCE = "source"
    QUALITY = "quality"
    NEED = "need"


class FileFormat(StrEnum):
    """How a return can be taken away."""

    PDF = "pdf"
    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"
    JSON = "json"

    @property
    def label(self) -> str:
        return {"pdf": "PDF", "xlsx": "Excel (XLSX)", "ods": "LibreOffice (ODS)", "csv": "CSV", "json": "JSON"}[self]

    @property
    def content_type(self) -> str:
        return {
            "pdf": "application/pdf",
            "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ods": "application/vnd.oasis.opendocument.spreadsheet",
            "csv": "text/csv; charset=utf-8",
            "json": "application/json",
        }[self]

"""The return for programs: every cell under its key, numbers as numbers."""

import json
from typing import Any

from raccordo.reporting.returns.document import ReturnDocument, ReturnTable, json_value

SCHEMA = "raccordo-return-1"


def to_json(document: ReturnDocument) -> bytes:
    """UTF-8, keys always in the same order."""
    return (json.dumps(as_dict(document), ensure_ascii=False, indent=1) + "\n").encode()


def as_dict(document: ReturnDocument) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "title": document.title,
        "network": {"code": document.network_code, "name": document.network, "demo": document.is_demo},
        "lead": document.lead,
        "period": {
            "code": document.period_code,
            "name": document.period,
            "days": document.span,
            "note": document.note,
        },
        "as_of": document.as_of.isoformat() if document.as_of else None,
        "acts": list(document.acts),
        "sections": [
            {
                "number": section.number,
                "title": section.title,
                "text": list(section.text),
                "tables": [_table(table) for table in section.tables],
            }
            for section in document.sections
        ],
    }


def _table(table: ReturnTable) -> dict[str, Any]:
    return {
        "key": table.key,
        "title": table.title,
        "head": table.head,
        "columns": [{"key": column.key, "label": column.label, "kind": column.kind} for column in table.columns],
        "rows": [
            {
                "key": row.key,
                "label": row.label,
                "cells": {
                    column.key: json_value(value) for column, value in zip(table.columns, row.cells, strict=True)
                },
            }
            for row in table.rows
        ],
        "notes": list(table.notes),
    }

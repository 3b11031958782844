"""The return of a period beside the bare work that it cannot do without: the statements, the typesetting."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings

from bench.turns import in_turns
from raccordo.accounts.models import User
from raccordo.kernel import clock
from raccordo.kernel.actors import Actor
from raccordo.network.models import ReportingPeriod
from raccordo.permissions.acting import actor_of
from raccordo.reporting.enums import FileFormat
from raccordo.reporting.operations import build_return
from raccordo.reporting.returns.building import build
from raccordo.reporting.returns.material import read
from raccordo.reporting.returns.render import pdf
from raccordo.reporting.scopes import Scope
from raccordo.reporting.tallies import tallies

BARE = Path(__file__).parent / "bare.sql"
ALONE = Path(__file__).parent / "typst_alone.py"


def _who_and_when() -> tuple[Actor, ReportingPeriod]:
    period = ReportingPeriod.objects.filter(first_day__lte=clock.today()).order_by("-first_day")[0]
    return actor_of(User.objects.get(username="coordinamento"), clock.today()), period


def _spent(work: Callable[[], object]) -> float:
    """Milliseconds of processor, of this process and of those that it starts."""
    before = os.times()
    work()
    after = os.times()
    return 1000 * sum(after[place] - before[place] for place in range(4))


def return_beside_sql(rounds: int) -> dict[str, Any]:
    """Milliseconds of the return as its figures leave (JSON) and of the bare statements; are the figures the same?"""
    by, period = _who_and_when()
    statements = _statements()
    bare = sqlite3.connect(settings.DATABASES["default"]["NAME"])
    given = {"network": period.network_id.hex, "first": str(period.first_day), "last": str(period.last_day)}

    def ask() -> dict[str, list[tuple[Any, ...]]]:
        return {name: bare.execute(sql, given).fetchall() for name, sql in statements.items()}

    def ours() -> object:
        return build_return(period_id=period.pk, file_format=FileFormat.JSON, by=by)

    scope = Scope(period.network_id, period.span)
    taken = in_turns({"ours": lambda: _spent(ours), "sql": lambda: _spent(ask)}, rounds)
    rows = sum(row[6] for row in ask()["channel"])
    return taken | {"same": _cells(ask()) == _our_cells(scope), "rows": rows}


def _statements() -> dict[str, str]:
    parts = re.split(r"^-- (\w+)\n(?=SELECT)", BARE.read_text(), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _cells(found: dict[str, list[tuple[Any, ...]]]) -> set[tuple[Any, ...]]:
    return {(aspect, *row) for aspect, rows in found.items() for row in rows}


def _our_cells(scope: Scope) -> set[tuple[Any, ...]]:
    return {
        (
            *(str(each.aspect), each.point_id.hex, each.organisation_id.hex, each.month, each.code, each.second),
            *(each.other_id.hex if each.other_id else None, each.entered, each.standing, each.counted),
        )
        for each in tallies(scope)
    }


def pdf_beside_typst(rounds: int) -> dict[str, float]:
    """Milliseconds of the PDF as it is taken away, figures and trail included, and of typesetting alone.

    Typst keeps what it worked out; both sides are therefore measured on a Typst that has not seen the document.
    """
    by, period = _who_and_when()
    document = build(read(period))
    given = {"data": json.dumps(pdf.payload(document), ensure_ascii=False), "template": str(pdf.TEMPLATE)}
    told = json.dumps(given | {"fonts": pdf.fonts()})

    def bare() -> float:
        alone = [sys.executable, "-I", str(ALONE)]
        return float(subprocess.run(alone, input=told, capture_output=True, text=True, check=True).stdout)

    def ours() -> float:
        return _spent(lambda: build_return(period_id=period.pk, file_format=FileFormat.PDF, by=by))

    return in_turns({"ours": ours, "typst": bare}, rounds)

"""The return of a period beside the bare work that it cannot do without: the statements, the typesetting."""

import json
import re
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import typst
from django.conf import settings

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


def _who_and_when() -> tuple[Actor, ReportingPeriod]:
    period = ReportingPeriod.objects.filter(first_day__lte=clock.today()).order_by("-first_day")[0]
    return actor_of(User.objects.get(username="coordinamento"), clock.today()), period


def _turns(sides: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median milliseconds of processor of each side, in turns; the first run of each does not count."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, work in sides.items():
            before = time.process_time()
            work()
            if number:
                taken[name].append(1000 * (time.process_time() - before))
    return {name: median(values) for name, values in taken.items()}


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
    taken = _turns({"ours": ours, "sql": ask, "statement": lambda: tallies(scope)}, rounds)
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
    """Milliseconds of the PDF as it is taken away, figures and trail included, and of typesetting alone."""
    by, period = _who_and_when()
    document = build(read(period))
    data = json.dumps(pdf.payload(document), ensure_ascii=False)

    def bare() -> object:
        return typst.compile(
            str(pdf.TEMPLATE),
            font_paths=pdf._fonts(),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=["ua-1", "a-2a"],
            sys_inputs={"data": data},
        )

    def ours() -> object:
        return build_return(period_id=period.pk, file_format=FileFormat.PDF, by=by)

    return _turns({"ours": ours, "typst": bare}, rounds)

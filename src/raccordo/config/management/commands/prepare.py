"""`prepare`: everything that an installation needs before it serves, in one process."""

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from raccordo.config.preparation import require_no_public_demo, steps, summary


class Command(BaseCommand):
    help = "Prepara traduzioni, tabelle, file statici, rete e anno di prova: fa solo ciò che manca."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--no-demo", action="store_true", help="non caricare l’anno di prova in una banca dati vuota"
        )
        parser.add_argument(
            "--json", action="store_true", help="righe JSON, una per passo, per chi chiama da un programma"
        )

    def handle(self, *, no_demo: bool, json: bool, **options: Any) -> None:
        plan = steps(demo=not no_demo)
        for number, step in enumerate(plan, start=1):
            if not step.needed():
                continue
            started = time.monotonic()
            if json:
                self._line(begins=step.title, number=number, total=len(plan))
            step.do()
            if json:
                self._line(ends=step.title)
            else:
                self.stdout.write(f"[{number}/{len(plan)}] {step.title}: {time.monotonic() - started:.1f} s")
        require_no_public_demo()
        if json:
            self._line(summary=summary())

    def _line(self, **words: object) -> None:
        self.stdout.write(json.dumps(words, ensure_ascii=False))
        self.stdout.flush()

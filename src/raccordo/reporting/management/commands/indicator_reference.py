"""Print docs/reporting.md."""

from typing import Any

from django.core.management.base import BaseCommand

from raccordo.reporting.reference import reference


class Command(BaseCommand):
    help = "Stampa la pagina degli indicatori (docs/reporting.md)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(reference(), ending="")

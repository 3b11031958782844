"""Write the return of a period to a file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from raccordo.kernel import clock
from raccordo.kernel.actors import SYSTEM
from raccordo.network.models import Network, ReportingPeriod
from raccordo.reporting.enums import FileFormat
from raccordo.reporting.operations import build_return, network_actor

CURRENT = "current"


class Command(BaseCommand):
    help = "Scrive il rendiconto di un periodo in un file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--network", required=True, help="codice della rete, per esempio hug-2")
        parser.add_argument("--period", default=CURRENT, help=f"codice del periodo, oppure {CURRENT}")
        parser.add_argument("--format", required=True, choices=[each.value for each in FileFormat], dest="file_format")
        parser.add_argument("--output", required=True, type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        network = Network.objects.filter(code=options["network"]).first()
        if network is None:
            raise CommandError(f"Nessuna rete con codice {options['network']}.")
        period = self._period(network, options["period"])
        built = build_return(
            period_id=period.pk, file_format=FileFormat(options["file_format"]), by=network_actor(network.pk, SYSTEM)
        )
        try:
            options["output"].write_bytes(built.content)
        except OSError as error:
            raise CommandError(f"Non posso scrivere in {options['output']}: {error.strerror}.") from error
        self.stdout.write(f"{built.document.title}: {options['output']} ({len(built.content)} byte).")

    def _period(self, network: Network, code: str) -> ReportingPeriod:
        periods = ReportingPeriod.objects.filter(network=network)
        period = periods.current(clock.today()) if code == CURRENT else periods.filter(code=code).first()
        if period is None:
            known = ", ".join(periods.order_by("first_day").values_list("code", flat=True)) or "nessuno"
            raise CommandError(f"Nessun periodo {code}: la rete ha {known}.")
        return period

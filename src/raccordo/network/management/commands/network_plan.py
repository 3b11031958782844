"""Show what applying a network file would change. Writes nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from raccordo.kernel import clock
from raccordo.network.applying import digest_of, version_in_force
from raccordo.network.file.checks import findings_of
from raccordo.network.file.plan import Plan, plan_for
from raccordo.network.file.reading import Unreadable, read_path


class Command(BaseCommand):
    help = "Mostra che cosa cambierebbe applicando un file di rete. Non scrive nulla."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            file = read_path(options["file"])
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}.") from error
        except Unreadable as error:
            raise CommandError(str(error)) from error
        plan = plan_for(file, clock.today())
        blocking = [finding for finding in findings_of(file) if finding.blocks]
        for line in in_words(plan):
            self.stdout.write(line)
        last = version_in_force(file.network.code)
        if last and not plan.changes and last.digest != digest_of(options["file"].read_text(encoding="utf-8")):
            self.stdout.write(f"Cambia il testo del file: dopo la versione {last.number} ne nasce un’altra.")
        for finding in blocking:
            self.stdout.write(f"! errore, riga {finding.line}: {finding.sentence}")
        if plan.refusals or blocking:
            raise CommandError("Così il file non si può applicare.")


def in_words(plan: Plan) -> list[str]:
    """The plan, one line per row, refusals last."""
    lines = [change.in_words() for change in plan.changes] or ["Nessuna modifica."]
    return lines + [f"! rifiutato: {sentence}" for sentence in plan.refusals]

"""Read a network file and list everything that contradicts itself, with the line. Needs no database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from raccordo.network.file.checks import computed, findings_of
from raccordo.network.file.findings import Finding
from raccordo.network.file.reading import Unreadable, read_path


class Command(BaseCommand):
    help = "Controlla un file di rete: contraddizioni, somme, lacune, con la riga. Esce con 1 se c’è un errore."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            file = read_path(path)
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.") from error
        except Unreadable as error:
            lines = "\n".join(f"{path}, {fault}" for fault in error.faults)
            raise CommandError(f"Il file non si può leggere.\n{lines}") from error
        findings = findings_of(file)
        for finding in findings:
            self.stdout.write(in_words(finding))
        for line in computed(file):
            self.stdout.write(f"          {line}")
        errors = sum(finding.blocks for finding in findings)
        total = f"{count(len(findings), 'osservazione', 'osservazioni')}, {count(errors, 'errore', 'errori')}"
        self.stdout.write(f"\n{file.network.short_name}: {total}.")
        if errors:
            raise CommandError(f"{path}: con {count(errors, 'errore', 'errori')} il file non si può applicare.")


def in_words(finding: Finding) -> str:
    """One finding as the terminal shows it."""
    article = f"art. {finding.article}" if (finding.article or "")[:1].isdigit() else finding.article or "altre fonti"
    line = f"riga {finding.line:>4}  {finding.severity.label}  {article}: {finding.sentence} [{finding.code}]"
    return f"{line}\n           deciso: {finding.decided}" if finding.decided else line


def count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"

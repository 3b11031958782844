"""Apply a network file: the network becomes what the file says."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from raccordo.kernel import clock
from raccordo.kernel.actors import SYSTEM
from raccordo.kernel.refusals import Refusal
from raccordo.network.applying import apply_network_file
from raccordo.network.models import NetworkVersion


class Command(BaseCommand):
    help = "Applica un file di rete, tutto o niente. Applicarlo due volte non cambia nulla."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        before = NetworkVersion.objects.count()
        try:
            version = apply_network_file(text=path.read_text(encoding="utf-8"), by=SYSTEM, on=clock.today())
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.") from error
        except UnicodeDecodeError as error:
            raise CommandError(f"{path}: il file non è scritto in UTF-8.") from error
        except Refusal as refusal:
            raise CommandError(f"{path}: il file non si applica.\n{refusal.message}") from refusal
        name = version.network.name
        if NetworkVersion.objects.count() == before:
            self.stdout.write(f"{name}: nessuna modifica, resta la versione {version.number}.")
        else:
            self.stdout.write(f"{name}: applicata la versione {version.number}.")

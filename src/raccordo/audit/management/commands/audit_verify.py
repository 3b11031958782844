"""Check the seals of the trail."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from raccordo.audit.operations import verify


class Command(BaseCommand):
    """Prints a line per chain and exits 1 at the first row that does not hold."""

    help = "Controlla i sigilli del registro e dice dove una catena si spezza."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = []
        for chain in verify():
            if chain.broken:
                broken.append(chain.broken)
                self.stdout.write(f"✗ catena {chain.chain}: riga {chain.broken.seq}. {chain.broken.sentence}")
            else:
                self.stdout.write(f"✓ catena {chain.chain}: {chain.rows} righe, ultimo sigillo {chain.head}")
        if broken:
            raise CommandError(
                "Il registro è stato alterato: conserva una copia e avvisa il responsabile della protezione dei dati."
            )

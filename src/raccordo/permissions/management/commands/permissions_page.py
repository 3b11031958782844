"""Writes docs/permissions.md."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from raccordo.permissions.reference import page

PAGE = Path(__file__).resolve().parents[5] / "docs" / "permissions.md"


class Command(BaseCommand):
    help = "Write docs/permissions.md from the roles and rights in the code."

    def handle(self, *arguments: Any, **options: Any) -> None:
        PAGE.write_text(page())
        self.stdout.write(str(PAGE))

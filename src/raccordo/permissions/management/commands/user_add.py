"""The first administrator of an installation, who then adds everybody else from the page of the people."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from raccordo.accounts.operations import add_user
from raccordo.accounts.passwords import link_for
from raccordo.kernel import clock
from raccordo.kernel.actors import SYSTEM
from raccordo.kernel.refusals import Refusal
from raccordo.permissions.enums import Role
from raccordo.permissions.operations import Scope, give_grant


class Command(BaseCommand):
    help = "Add a person and print the link with which they choose their password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username", help="the name to sign in with: lower-case letters, digits, dots")
        parser.add_argument("--name", required=True, help="first name and surname")
        parser.add_argument("--email", default="")
        parser.add_argument("--administrator", action="store_true", help="may add people and give them roles")
        parser.add_argument("--origin", default=_origin(), help="how the link begins (default: %(default)s)")

    def handle(self, *arguments: Any, **options: Any) -> None:
        today = clock.today()
        try:
            with transaction.atomic():
                names = {"username": options["username"], "full_name": options["name"], "email": options["email"]}
                user = add_user(**names, by=SYSTEM, on=today)
                if options["administrator"]:
                    give_grant(user_id=user.pk, role=Role.ADMINISTRATOR, scope=Scope(today), by=SYSTEM, on=today)
        except Refusal as refusal:
            raise CommandError(refusal.message) from None
        self.stdout.write(f"{user.full_name} sceglie la password qui (il link vale tre giorni, una volta sola):")
        self.stdout.write(link_for(user, options["origin"]))


def _origin() -> str:
    if not settings.HTTPS:
        return "http://127.0.0.1:8000"
    return f"https://{settings.ALLOWED_HOSTS[0]}"

"""Fill a network with a believable year."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from raccordo.accounts.models import User
from raccordo.config.demo.closures import close_for_holidays
from raccordo.config.demo.contacts import open_desk, record_year
from raccordo.config.demo.people import add_people
from raccordo.kernel import clock
from raccordo.kernel.actors import SYSTEM
from raccordo.kernel.demo import demo_password
from raccordo.kernel.periods import Period
from raccordo.network.codelists import code_lists
from raccordo.network.models import AccessPoint, Network
from raccordo.network.operations import mark_as_demo


class Command(BaseCommand):
    """Refuses a network that people already work in: a demo must never mix with real families."""

    help = "Riempie la rete con un anno di prova, credibile e sempre uguale, e la segna come rete di prova."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--year", type=int, help="l’anno da riempire; senza, i dodici mesi fino a oggi")
        parser.add_argument("--network", default="hug-2", help="il codice della rete")

    @transaction.atomic
    def handle(self, *args: Any, year: int | None, network: str, **options: Any) -> None:
        if not settings.DEMO_ALLOWED:
            raise CommandError(
                "Questa installazione risponde ad altri (RACCORDO_HOSTS o RACCORDO_HTTPS): "
                "l’anno di prova ha una password nota a tutti e si carica solo su un computer che parla con sé stesso."
            )
        if Network.objects.exclude(code=network).exists():
            raise CommandError("C’è un’altra rete: un’installazione di prova ha solo la sua.")
        place = Network.objects.filter(code=network).first()
        if place is None:
            raise CommandError(f"La rete «{network}» non c’è: applica prima il suo file con network_apply.")
        if User.objects.exists():
            raise CommandError(
                "Ci sono già persone che usano il sistema: l’anno di prova si carica solo su un’installazione vuota."
            )
        period = demo_period(year, clock.today())
        mark_as_demo(network_id=place.pk, by=SYSTEM)
        users = add_people(place, password=demo_password(), on=period.first)
        points = {point.code: point for point in AccessPoint.objects.filter(network=place).current()}
        close_for_holidays(points, period)
        made = record_year(open_desk(period, code_lists(place.pk), points, users))
        self.stdout.write(
            f"Anno di prova dal {period.first:%d/%m/%Y} al {period.last:%d/%m/%Y}: "
            f"{made} accessi, {len(users)} persone."
        )


def demo_period(year: int | None, today: date) -> Period:
    """The calendar year asked for, without one the twelve months; either ends yesterday at the latest.

    Today is left to who tries the desk: nobody finds a contact that happens in an hour's time.
    """
    yesterday = today - timedelta(days=1)
    if year is None:
        return Period(today - timedelta(days=365), yesterday)
    first = date(year, 1, 1)
    if first > yesterday:
        raise CommandError(f"Il {year} non è ancora cominciato.")
    return Period(first, min(date(year, 12, 31), yesterday))

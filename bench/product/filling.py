"""More contacts than a demo year has, drawn from it: the same people, on other days."""

import random
import uuid
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from raccordo.intake.models import Contact, Request, Revision
from raccordo.kernel import clock
from raccordo.kernel.periods import month_number

AT_ONCE = 2000
FIRST_DAY = date(2025, 10, 31)  # of the network's first period
OF_ITS_OWN = ("id", "happened_on", "month", "recorded_at", "changed_at", "voided_at", "handed_from")


@transaction.atomic
def fill(rows: int) -> dict[str, int]:
    """Write as many contacts as are missing to `rows`, spread evenly over the days since the first period began."""
    dice = random.Random(100)
    models = list(Contact.objects.filter(handed_from=None).order_by("pk").prefetch_related("requests"))
    missing = rows - Contact.objects.count()
    for begin in range(0, missing, AT_ONCE):
        contacts, requests = [], []
        for model in dice.choices(models, k=min(AT_ONCE, missing - begin)):
            contact = _on_another_day(model, dice)
            contacts.append(contact)
            requests += [
                Request(contact=contact, need=one.need, position=one.position) for one in model.requests.all()
            ]
        Contact.objects.bulk_create(contacts)
        Request.objects.bulk_create(requests)
    return {"contacts": Contact.objects.count(), "requests": Request.objects.count()}


def _on_another_day(model: Contact, dice: random.Random) -> Contact:
    fields = {field.attname: getattr(model, field.attname) for field in Contact._meta.concrete_fields}
    for name in OF_ITS_OWN:
        fields.pop(name, None)
    fields.pop("handed_from_id")
    day = FIRST_DAY + timedelta(days=dice.randrange((clock.today() - FIRST_DAY).days))
    later = day - model.happened_on
    return Contact(
        pk=uuid.UUID(int=dice.getrandbits(128), version=4),
        happened_on=day,
        month=month_number(day),
        recorded_at=model.recorded_at + later,
        changed_at=model.changed_at + later,
        voided_at=model.voided_at + later if model.voided_at else None,
        **fields,
    )


@transaction.atomic
def shrink(rows: int) -> dict[str, int]:
    """Leave the latest `rows` contacts only."""
    kept = list(Contact.objects.values_list("pk", flat=True)[:rows])
    gone = Contact.objects.exclude(pk__in=kept)
    Request.objects.filter(contact__in=gone).delete()
    Revision.objects.filter(contact__in=gone).delete()
    Contact.objects.filter(pk__in=kept).exclude(handed_from=None).update(handed_from=None)
    gone.exclude(handed_from=None).delete()
    gone.delete()
    return {"contacts": Contact.objects.count()}


def stored(ids: list[str]) -> dict[str, Any]:
    """How many of these contacts are there, each with its two needs."""
    return {"whole": sum(_whole(ids[begin : begin + 500]) for begin in range(0, len(ids), 500))}


def _whole(ids: list[str]) -> int:
    found: Iterator[Contact] = iter(Contact.objects.filter(pk__in=ids).prefetch_related("requests"))
    return sum(1 for contact in found if len(contact.requests.all()) == 2)

"""What is written, and when it is not."""

import json
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.forms.models import model_to_dict

from raccordo.accounts.models import User
from raccordo.audit.models import Entry
from raccordo.audit.operations import record, verify
from raccordo.kernel.actors import SYSTEM, Actor
from raccordo.kernel.refusals import Refusal
from tests.cast import a_contact

NETWORK = uuid4()


@pytest.mark.django_db
def test_a_row_says_who_in_which_role_for_which_body_did_what_to_what():
    actor = Actor(user_id=uuid4(), name="Anna Bianchi", role="operator", network_id=NETWORK, organisation_id=uuid4())
    about = uuid4()
    record("intake.contact.read", by=actor, about=about, changed={"reason": "ERRORE"})
    row = Entry.objects.get()
    assert (row.chain, row.user_id, row.role, row.organisation_id) == (
        NETWORK, actor.user_id, "operator", actor.organisation_id,
    )  # fmt: skip
    assert (row.action, row.about, row.changed) == ("intake.contact.read", about, {"reason": "ERRORE"})


@pytest.mark.django_db
def test_no_row_is_left_of_what_was_rolled_back():
    @transaction.atomic
    def fails_late():
        record("intake.contact.read", by=SYSTEM)
        raise Refusal

    with pytest.raises(Refusal):
        fails_late()
    assert not Entry.objects.exists()


def test_rows_hold_no_names(anna, serena):
    """Whoever reads the trail alone learns of identifiers and codes, never of people, points or networks."""
    a_contact(anna, serena["HUB"])
    written = json.dumps([model_to_dict(row) for row in Entry.objects.all()], cls=DjangoJSONEncoder)
    names = [
        *User.objects.values_list("full_name", "username").get(pk=anna.pk),
        serena.network.name,
        serena["HUB"].name,
    ]
    assert str(anna.pk) in written
    assert [name for name in names if name.casefold() in written.casefold()] == []


@pytest.mark.django_db(transaction=True)
def test_rows_written_at_once_get_a_number_each():
    def write(_):
        try:
            with transaction.atomic():
                return record("intake.contact.read", by=SYSTEM, network_id=NETWORK).seq
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=6) as pool:
        numbers = list(pool.map(write, range(24)))
    assert sorted(numbers) == list(range(1, 25))
    assert next(iter(verify(NETWORK))).broken is None

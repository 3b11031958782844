"""The list: what I may see, filtered, in words; what waits; what it costs."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from raccordo.intake.models import Contact, Request
from raccordo.intake.operations import void_contact
from raccordo.kernel import clock
from tests.cast import a_contact, acting
from tests.support.pages import said

LIST = "intake:list"


def days(response):
    return [row[0] for row in said(response).rows if len(row) > 3 and row[0] != "Giorno"]


def test_i_see_the_contacts_of_my_points_and_no_others(as_user, anna, carla, serena, zoe, costa):
    mine = a_contact(anna, serena["HUB"])
    a_contact(carla, serena["SP2"])
    a_contact(zoe, costa["HUB"])
    links = said(as_user(anna).get(reverse(LIST))).links
    details = [link for link in links if link.startswith("/accessi/") and len(link) == len("/accessi/") + 37]
    assert details == [reverse("intake:detail", args=[mine.pk])]


def test_a_trainee_sees_only_their_own_of_today(as_user, anna, tito, serena):
    a_contact(anna, serena["HUB"])
    mine = a_contact(tito, serena["HUB"])
    yesterday = clock.now() - timedelta(days=1)
    a_contact(tito, serena["HUB"], happened_on=yesterday.date(), at=yesterday)
    page = said(as_user(tito).get(reverse(LIST)))
    assert [link for link in page.links if str(mine.pk) in link]
    assert len([row for row in page.rows if "Madre" in row]) == 1


@pytest.mark.parametrize("person", ["dario", "elena", "gino", "olga"])
def test_who_sees_numbers_sees_no_rows(as_user, request, person):
    assert as_user(request.getfixturevalue(person)).get(reverse(LIST)).status_code == 403


@pytest.mark.parametrize(
    ("query", "words", "found"),
    [
        ("", "annullati esclusi", 4),
        ("chi=professionals", "chi viene per lavoro", 1),
        ("chi=citizens", "famiglie e cittadini", 3),
        ("chi=PADRE", "padre", 1),
        ("bisogno=GEN", "bisogno «Funzione genitoriale»", 3),
        ("esito=E4", "esito «Appuntamento in équipe»", 1),
        ("canale=TEL", "come «Telefono»", 1),
        ("stato=annullati", "solo annullati", 1),
        ("stato=tutti", "annullati compresi", 5),
        ("dal={today}&al={today}", "Oggi", 3),
        ("al={yesterday}", "Fino al", 1),
    ],
)
def test_filters_are_told_in_words_and_count_what_they_say(as_user, anna, serena, query, words, found):
    hub, today = serena["HUB"], clock.today()
    a_contact(anna, hub, needs=("GEN2",), outcome="E4")
    a_contact(anna, hub, visitor_type="PADRE", channel="TEL")
    a_contact(anna, hub, visitor_type="INSEG", needs=("PRO",))
    a_contact(anna, hub, happened_on=today - timedelta(days=1))
    voided = a_contact(anna, hub)
    void_contact(contact_id=voided.pk, reason="DOPPIO", by=acting(anna), at=clock.now())
    query = query.format(today=today, yesterday=today - timedelta(days=1))
    response = as_user(anna).get(f"{reverse(LIST)}?{query}")
    assert words in said(response).text
    assert len(days(response)) == found


def test_the_count_is_told_raw_and_by_the_rule(as_user, anna, serena):
    serena.network.counting_rule = "Una persona, un punto, un giorno."
    serena.network.save()
    a_contact(anna, serena["HUB"])
    a_contact(anna, serena["HUB"], seen_today=True)
    page = said(as_user(anna).get(reverse(LIST))).text
    assert "2 accessi · 1 secondo la regola di conteggio" in page
    assert "Una persona, un punto, un giorno." in page


def test_a_voided_contact_shows_why_and_is_not_counted(as_user, anna, serena):
    contact = a_contact(anna, serena["HUB"])
    void_contact(contact_id=contact.pk, reason="DOPPIO", by=acting(anna), at=clock.now())
    page = said(as_user(anna).get(f"{reverse(LIST)}?stato=tutti"))
    assert "annullato: scritto due volte" in page.text
    assert "0 accessi" in page.text


def test_a_day_that_cannot_be_read_is_said(as_user, anna):
    page = said(as_user(anna).get(f"{reverse(LIST)}?dal=ieri"))
    assert (page.status, "Scrivi il giorno così" in page.text) == (200, True)


def test_an_empty_list_says_how_to_begin(as_user, anna):
    page = said(as_user(anna).get(reverse(LIST)))
    assert "Nessun accesso in questi giorni." in page.text
    assert reverse("intake:add") in page.links


def test_an_empty_search_says_how_to_widen(as_user, anna, serena):
    a_contact(anna, serena["HUB"])
    assert "Nessun accesso con questi filtri." in said(as_user(anna).get(f"{reverse(LIST)}?canale=MAIL")).text


def test_pages_of_twenty_five(as_user, anna, serena):
    many(anna, serena["HUB"], 26)
    client = as_user(anna)
    assert len(days(client.get(reverse(LIST)))) == 25
    assert len(days(client.get(f"{reverse(LIST)}?page=2"))) == 1


def many(user, point, number):
    """Contacts like the first one, without the operation, which two thousand times would take long."""
    first = a_contact(user, point, needs=("GEN", "INF"))
    rows = []
    for _ in range(number - 1):
        copy = Contact.objects.get(pk=first.pk) if not rows else rows[-1]
        values = {field.attname: getattr(copy, field.attname) for field in Contact._meta.concrete_fields}
        rows.append(Contact(**values | {"id": uuid4()}))
    Contact.objects.bulk_create(rows)
    Request.objects.bulk_create(
        Request(contact=row, need=need, position=place)
        for row in rows
        for place, need in enumerate(("GEN", "INF"), start=1)
    )


def test_the_list_costs_the_same_for_two_rows_and_for_two_thousand(as_user, anna, bruno, serena, count_queries):
    client = as_user(anna)
    many(anna, serena["HUB"], 2)
    handed(bruno, serena)
    few = count_queries(client, reverse(LIST))
    many(anna, serena["HUB"], 1998)
    handed(bruno, serena)
    assert count_queries(client, reverse(LIST)) == few <= 10


def handed(bruno, serena):
    return a_contact(bruno, serena["SP1"], outcome="E7", handed_to_id=serena["HUB"].pk)

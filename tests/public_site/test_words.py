"""What the page says of a point at a moment."""

from datetime import date, time, timedelta

import pytest
from django.utils import translation

from raccordo.kernel.clock import at
from raccordo.kernel.periods import Period
from raccordo.network.enums import Weekday
from raccordo.network.schedule import schedules_of
from raccordo.public_site.words import State, closures, coming_changes, span_in_words, status_of, week_rows
from tests.public_site.places import closes, make_network, make_point, opens

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def hub():
    point = make_point(make_network(), "hub")
    opens(point, Weekday.TUESDAY, "10:00", "12:00")
    opens(point, Weekday.THURSDAY, "16:00", "18:30")
    return point


def read(point, today=TUESDAY):
    return schedules_of([point], Period(today, today))[point.pk]


def plain(sentence):
    return sentence.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("day", "hour", "sentence"),
    [
        (TUESDAY, time(9, 59), "Apre oggi alle 10"),
        (TUESDAY, time(10), "Aperto ora, fino alle 12"),
        (TUESDAY, time(11, 29), "Aperto ora, fino alle 12"),
        (TUESDAY, time(11, 30), "Chiude tra poco, alle 12"),
        (TUESDAY, time(12), "Apre giovedì 26 novembre, alle 16"),
        (date(2026, 11, 25), time(8), "Apre domani, giovedì 26 novembre, alle 16"),
        (date(2026, 11, 26), time(16), "Aperto ora, fino alle 18:30"),
    ],
)
def test_the_sentence_follows_the_clock(hub, day, hour, sentence):
    assert plain(status_of(read(hub, day), at(day, hour)).sentence) == sentence


def test_in_english_too(hub):
    with translation.override("en"):
        assert plain(status_of(read(hub), at(TUESDAY, time(9))).sentence) == "Opens today at 10:00"
        wednesday = date(2026, 11, 25)
        sentence = status_of(read(hub, wednesday), at(wednesday, time(9))).sentence
        assert plain(sentence) == "Opens tomorrow, Thursday 26 November, at 16:00"


def test_a_closed_day_says_why(hub):
    closes(hub, TUESDAY, TUESDAY)
    status = status_of(read(hub), at(TUESDAY, time(10, 30)))
    assert status.state == State.LATER
    assert status.note == "Oggi è chiuso: Ferie o vacanze scolastiche."


def test_a_long_closure_promises_nothing(hub):
    closes(hub, TUESDAY, TUESDAY + timedelta(days=90))
    status = status_of(read(hub), at(TUESDAY, time(9)))
    assert (status.state, plain(status.sentence)) == (State.CLOSED, "Chiuso per i prossimi 60 giorni")


def test_hours_in_draft_are_not_told(hub):
    point = make_point(hub.network, "bozza")
    opens(point, Weekday.MONDAY, "09:00", "11:00", draft=True)
    status = status_of(read(point), at(TUESDAY, time(9)))
    assert (status.state, status.sentence) == (State.UNDECIDED, "Gli orari non sono ancora stati decisi")
    assert week_rows(read(point), TUESDAY) == []


def test_the_week_begins_on_monday_and_marks_today(hub):
    opens(hub, Weekday.MONDAY, "08:30", "09:30")
    opens(hub, Weekday.MONDAY, "15:00", "17:00")
    rows = week_rows(read(hub), TUESDAY)
    assert [row.name.lower() for row in rows] == ["lunedì", "martedì", "giovedì"]
    assert [row.is_today for row in rows] == [False, True, False]
    assert plain(rows[0].hours) == "dalle 8:30 alle 9:30 e dalle 15 alle 17"


def test_hours_that_begin_later_are_announced(hub):
    opens(hub, Weekday.FRIDAY, "09:00", "11:00", valid_from=date(2026, 12, 10), valid_until=date(2026, 12, 31))
    assert [plain(change) for change in coming_changes(read(hub), TUESDAY)] == [
        "Da venerdì 11 dicembre: dalle 9 alle 11",
        "Questi orari valgono fino a giovedì 31 dicembre",
    ]


def test_closures_of_sixty_days_in_words(hub):
    closes(hub, date(2026, 12, 21), date(2027, 1, 8))
    spans = closures(read(hub), TUESDAY)
    words = [span_in_words(span) for span in spans]
    assert words == ["martedì 8 dicembre", "da lunedì 21 dicembre a venerdì 8 gennaio"]

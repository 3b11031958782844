"""Applying a network file: once, whole or not at all, with history kept, and without touching another network."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from raccordo.audit.models import Entry
from raccordo.kernel.actors import NOBODY, SYSTEM, Actor
from raccordo.kernel.refusals import NotAllowed
from raccordo.network import guards
from raccordo.network.applying import FileRefused, apply_network_file
from raccordo.network.codelists import code_lists
from raccordo.network.file.plan import plan_for
from raccordo.network.file.reading import read
from raccordo.network.models import (
    AccessPoint,
    CodeListEntry,
    Network,
    NetworkVersion,
    OpeningRule,
    Organisation,
    Partnership,
    ReportingPeriod,
    StaffPosting,
)
from tests.network.files import HUG2, SERENA, changed, neighbour

pytestmark = pytest.mark.django_db
FIRST_DAY = date(2026, 2, 2)
LATER = date(2026, 9, 1)
MONTELIETO_SCHOOL = SERENA[SERENA.index('  - code: "SP2B"') : SERENA.index("\nopening_hours:")]
SCHOOL_HOURS = next(line for line in SERENA.splitlines() if '{point: "SP2B"' in line) + "\n"


def apply(text, on=FIRST_DAY, by=SYSTEM):
    return apply_network_file(text=text, by=by, on=on)


def without_school():
    """Valle Serena without its detached site, its hours, and the two mentions of it in the hours of others."""
    text = changed(MONTELIETO_SCHOOL, "", changed(SCHOOL_HOURS, ""))
    return text.replace(', also_at: ["SP2B"]', "")


@pytest.fixture
def serena():
    return apply(SERENA).network


def test_the_network_becomes_what_the_file_says(serena):
    assert (serena.name, serena.version) == ("Centro per le Famiglie Valle Serena", 1)
    assert [(point.code, point.kind) for point in serena.points.all()] == [
        ("HUB", "hub"), ("SP1", "spoke"), ("SP2", "spoke"), ("SP2B", "decentralised"),
    ]  # fmt: skip
    school = serena.points.get(code="SP2B")
    assert (school.parent.code, school.municipality.name, school.text("reach")) == ("SP2", "Montelieto", "Piazza 4.")
    assert [(str(rule), rule.draft) for rule in serena.points.get(code="HUB").opening_rules.all()] == [
        ("lunedì 09.00–12.00", False),
        ("lunedì 14.00–16.00", False),
    ]
    roles = [(row.organisation.code, row.role) for row in serena.partnerships.select_related("organisation")]
    assert roles[0] == ("COMUNE-SERENA", "lead")
    assert roles[3] == ("COOP-PRATO", "ally")


def test_lists_carry_groups_parents_and_what_one_tap_fills_in(serena):
    lists = code_lists(serena.pk)
    assert lists.of("AREE_BISOGNO")["GEN2"].parent == "GEN"
    assert lists.of("AREE_BISOGNO")["TUT"].restricted
    teacher = lists.of("TIPO_UTENTE")["INSEG"]
    assert teacher.group == "professionisti"
    assert teacher.extra["needs"] == ["GEN"]
    assert teacher.extra["contact_type"] == "CONS"


def test_hug2_is_applied_whole():
    network = apply(HUG2).network
    assert network.points.count() == 7
    assert StaffPosting.objects.get(point__code="SP1").weekly_hours == Decimal(20)
    assert not OpeningRule.objects.filter(
        point__code="SP2"
    ).exists()  # "from March", without day or hour, stays a draft


def test_a_file_applied_twice_changes_nothing_and_leaves_no_trace(serena):
    rows = Entry.objects.count()
    again = apply(SERENA, on=LATER)
    assert (again.number, NetworkVersion.objects.count(), Entry.objects.count()) == (1, 1, rows)
    assert plan_for(read(SERENA), LATER).changes == ()


def test_a_comment_makes_a_version_and_changes_no_row(serena):
    version = apply(SERENA + "# riletto\n")
    assert version.number == 2
    assert Entry.objects.latest("seq").changed["change"] == 0


def test_each_version_is_kept_with_its_text_findings_and_author(serena):
    person = Actor(user_id=None, role="lead", rights=SYSTEM.rights)
    text = changed("spokes: 2", "spokes: 3")
    second = apply(text, on=LATER, by=person)
    first = NetworkVersion.objects.get(number=1)
    assert (first.text, first.findings) == (SERENA, [])
    assert (second.text, second.applied_on, second.findings[0]["code"]) == (text, LATER, "spokes_announced")
    assert second.document["network"]["code"] == "valle-serena"


def test_one_row_of_the_trail_tells_the_version_and_no_name(serena):
    entry = Entry.objects.get(action="network.file.applied")
    assert entry.about == serena.pk
    assert set(entry.changed) == {"version", "digest", "create", "change", "retire", "remove"}


def test_what_changes_is_said_old_and_new(serena):
    plan = plan_for(read(changed("0999 1002", "0999 2222")), LATER)
    assert [change.in_words() for change in plan.changes] == [
        "~ cambia punto di accesso SP2: telefono «0999 1002» → «0999 2222»"
    ]


def test_texts_that_change_are_named_not_printed(serena):
    plan = plan_for(read(changed("Vieni e chiedi.", "Passa quando vuoi.")), LATER)
    assert [change.in_words() for change in plan.changes] == [
        "~ cambia punto di accesso HUB: testi pubblici (summary)"
    ]


def test_words_of_a_code_are_improved_and_the_desk_reads_them_at_once(serena):
    assert code_lists(serena.pk).label("CANALE", "TEL") == "Telefono"
    apply(changed('it: "Telefono"', 'it: "Al telefono"'))
    assert code_lists(serena.pk).label("CANALE", "TEL") == "Al telefono"


def test_a_dropped_code_is_retired_not_deleted(serena):
    apply(changed('      - {code: "TEL", it: "Telefono", en: "Telephone"}\n', ""), on=LATER)
    assert CodeListEntry.objects.get(network=serena, list_code="CANALE", code="TEL").retired_on == LATER
    assert "TEL" not in dict(code_lists(serena.pk).choices("CANALE"))


def test_a_dropped_point_is_retired_with_its_hours_ended_the_day_before(serena):
    apply(without_school(), on=LATER)
    school = AccessPoint.objects.get(network=serena, code="SP2B")
    assert school.retired_on == LATER
    assert school.opening_rules.get().valid_until == date(2026, 8, 31)
    assert apply(without_school(), on=date(2026, 10, 1)).number == 2


def test_a_point_that_comes_back_is_the_same_point(serena):
    before = AccessPoint.objects.get(network=serena, code="SP2B").pk
    apply(without_school(), on=LATER)
    apply(SERENA, on=LATER)
    after = AccessPoint.objects.get(network=serena, code="SP2B")
    assert (after.pk, after.retired_on) == (before, None)


def test_a_point_that_somebody_needs_is_not_dropped(serena, monkeypatch):
    monkeypatch.setattr(guards, "POINT_GUARDS", [lambda point_id: "ha 3 accessi registrati."])
    with pytest.raises(FileRefused, match="SP2B non si può togliere: ha 3 accessi registrati"):
        apply(without_school())
    assert AccessPoint.objects.get(network=serena, code="SP2B").retired_on is None


def test_new_hours_from_a_day_leave_the_old_ones_as_they_were(serena):
    old = 'weekday: tuesday, opens: "08:00", closes: "18:00", published: true'
    new = 'weekday: tuesday, opens: "09:00", closes: "13:00", valid_from: 2026-09-01, published: true'
    apply(changed(old, new), on=LATER)
    rules = OpeningRule.objects.filter(point__code="SP1").order_by("opens_at")
    assert [(rule.opens_at, rule.valid_from, rule.valid_until) for rule in rules] == [
        (time(8), None, date(2026, 8, 31)),
        (time(9), date(2026, 9, 1), None),
    ]


def test_a_period_that_began_is_not_dropped_and_one_to_come_is(serena):
    second = next(line for line in SERENA.splitlines() if '{code: "2026-S2"' in line) + "\n"
    with pytest.raises(FileRefused, match="2026-S2 è già cominciato"):
        apply(changed(second, ""), on=LATER)
    apply(changed(second, ""), on=FIRST_DAY)
    assert [period.code for period in ReportingPeriod.objects.filter(network=serena)] == ["2026-S1"]


def test_the_lead_passes_from_one_body_to_another(serena):
    text = changed("role: lead\n", "role: partner\n").replace(
        '"COOP-LIETA"\n    role: partner', '"COOP-LIETA"\n    role: lead'
    )
    apply(text, on=LATER)
    assert [row.organisation.code for row in Partnership.objects.filter(network=serena, role="lead")] == ["COOP-LIETA"]


def test_a_body_of_two_networks_is_not_renamed_from_one(serena):
    apply(neighbour())
    renamed = SERENA.replace("Cooperativa Lieta", "Cooperativa Contenta")
    with pytest.raises(FileRefused, match="COOP-LIETA"):
        apply(renamed)
    assert Organisation.objects.get(code="COOP-LIETA").name == "Cooperativa Lieta"


def test_a_body_of_one_network_is_renamed(serena):
    apply(
        changed('short_name: "Comune"', 'short_name: "Il Comune"').replace("Comune di Serena", "Comune di Serena Alta")
    )
    assert Organisation.objects.get(code="COMUNE-SERENA").name == "Comune di Serena Alta"


def test_two_networks_are_sealed_from_each_other(serena):
    other = apply(neighbour()).network
    mine = {point.pk for point in serena.points.all()}
    apply(without_school(), on=LATER)
    apply(changed("0999 1002", "0999 2222"), on=LATER)
    assert other.points.filter(retired_on=None).count() == 4
    assert not other.points.filter(phone="0999 2222").exists()
    assert not other.points.filter(pk__in=mine).exists()
    assert other.versions.count() == 1
    assert set(AccessPoint.objects.visible_to(Actor(network_id=other.pk))) == set(other.points.all())


def test_an_error_keeps_everything_as_it_was(serena):
    with pytest.raises(FileRefused, match=r"Riga \d+: Il totale del finanziamento"):
        apply(changed('grant: "35000.50"', 'grant: "35000.60"').replace("0999 1002", "0999 2222"))
    assert not AccessPoint.objects.filter(phone="0999 2222").exists()
    assert serena.versions.count() == 1


def test_a_broken_file_is_refused_with_its_line():
    with pytest.raises(FileRefused, match=r"riga \d+, colonna \d+"):
        apply(changed("kind: hub", "kind: capanno"))
    assert not Network.objects.exists()


def test_a_value_too_long_for_its_column_is_refused_in_words(serena):
    with pytest.raises(FileRefused, match="punto di accesso HUB"):
        apply(changed('street: "Via Lunga 1"', f'street: "{"Via Lunga " * 30}"'))


def test_who_has_no_right_applies_nothing():
    with pytest.raises(NotAllowed):
        apply(SERENA, by=NOBODY)


def test_planning_costs_the_same_for_a_few_codes_and_for_many(serena):
    """One query per table."""
    item = '          - {code: "GEN2", it: "Regole", en: "Rules"}\n'
    more = "".join(
        f'          - {{code: "GEN{number}", it: "Voce {number}", en: "Entry"}}\n' for number in range(3, 60)
    )
    few = _queries(changed(item, item.replace("Regole", "Regola")))
    assert few == _queries(changed(item, item.replace("Regole", "Regola") + more)) == 10


def _queries(text):
    file = read(text)
    with CaptureQueriesContext(connection) as queries:
        plan_for(file, LATER)
    return len(queries)


@pytest.mark.parametrize("new", ['opens: "08:00", closes: "19:00"', 'opens: "07:00", closes: "18:00"'])
def test_hours_do_not_change_for_days_that_passed(serena, new):
    with pytest.raises(FileRefused, match="valid_from"):
        apply(changed('opens: "08:00", closes: "18:00"', new), on=LATER)
    assert OpeningRule.objects.get(point__code="SP1").closes_at == time(18)

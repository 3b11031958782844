"""Every page that somebody of the demo network can open, at three widths: axe finds nothing, nothing sticks out."""

import pytest
from playwright.sync_api import Page

from raccordo.accounts.models import User
from raccordo.config.demo.people import PEOPLE
from raccordo.intake.models import Contact
from raccordo.network.models import AccessPoint, Closure, ReportingPeriod
from raccordo.reporting.indicators import INDICATORS
from tests.journeys.walking import go, sign_in

PUBLIC = ("/", "/punti/", "/accessibilita/", "/privacy/", "/calendario/")
PERIOD = "2026-S2"
ALONE_WITH_THE_DESK = (  # roles whose other pages somebody else of the list opens
    "psicologa", "operatore.sp4", "tavolo.comune", "tavolo.asst", "segreteria.tavolo", "contabile.cosper",
)  # fmt: skip


def visitor() -> list[str]:
    slugs = AccessPoint.objects.published().values_list("slug", flat=True)
    italian = [*PUBLIC, *(f"/punti/{slug}/" for slug in slugs)]
    forgotten = "/accedi/password-dimenticata/"
    return [*italian, *(f"/en{path}" for path in italian), "/accedi/", forgotten, f"{forgotten}inviata/"]


def operator() -> list[str]:
    mine = Contact.objects.standing().filter(point__code="HUB", handed_to=None, handed_from=None).first()
    assert mine
    own = [f"/accessi/{mine.pk}/{page}" for page in ("", "correggi/", "annulla/")]
    hub = AccessPoint.objects.get(code="HUB")
    return ["/accessi/", "/accessi/nuovo/", *own, f"/rete/punti/{hub.pk}/"]


def arriving() -> tuple[str, list[str]]:
    """Somebody whom a point waits for, and who receives them there."""
    at_points = {code: person.username for person in reversed(PEOPLE) for code in person.points}
    standing = Contact.objects.standing().filter(handed_to__code__in=at_points, received_as=None)
    contact = standing.select_related("handed_to").latest("happened_on", "pk")
    assert contact.handed_to
    return at_points[contact.handed_to.code], [f"/accessi/{contact.pk}/accogli/"]


def coordinator() -> list[str]:
    closure = Closure.objects.filter(point__code__in=["SP3", "SP3B"], withdrawn_at=None).first()
    point = f"/rete/punti/{closure.point_id if closure else AccessPoint.objects.get(code='SP3').pk}/"
    withdrawn = [f"{point}chiusure/{closure.pk}/ritira/"] if closure else []
    return [point, f"{point}chiusure/nuova/", *withdrawn, "/accessi/?stato=tutti"]


def lead() -> list[str]:
    whys = [f"/monitoraggio/perche/{code}/" for code in INDICATORS]
    assert ReportingPeriod.objects.filter(code=PERIOD).exists()
    return ["/monitoraggio/", "/monitoraggio/?periodo=fuori", *whys, "/rendiconti/", f"/rendiconti/{PERIOD}/"]


def administrator() -> list[str]:
    person = User.objects.get(username="operatore.hub")
    grant = person.grants.get()
    about = f"/persone/{person.pk}/"
    return ["/persone/", "/persone/nuova/", about, f"{about}incarichi/nuovo/", f"{about}incarichi/{grant.pk}/fine/"]


PAGES = {
    "operatore.hub": operator,
    "coordinatore.sp3": coordinator,
    "coordinamento": lead,
    "osservatore.ats": lambda: ["/rete/"],
    "dpo": lambda: ["/registro/", "/registro/?last=9999-12-31"],
    "amministratore": administrator,
    "assistente.sociale": lambda: ["/ruolo/", "/profilo/"],
} | dict.fromkeys(ALONE_WITH_THE_DESK, list)


def test_every_page_is_accessible_at_every_width(demo_year: None, page: Page) -> None:
    found = wrong_among(page, visitor())
    for username, paths in [*((username, pages()) for username, pages in PAGES.items()), arriving()]:
        try:
            sign_in(page, username)  # which looks at the desk
        except AssertionError as error:
            found.append(f"{username}: {error}")
        found += wrong_among(page, paths)
    if found:
        pytest.fail("\n".join(found))


def wrong_among(page: Page, paths: list[str]) -> list[str]:
    """What is wrong with each page; the others are looked at all the same."""
    found = []
    for path in paths:
        try:
            go(page, path)
        except AssertionError as error:
            found.append(f"{path}: {error}")
    return found

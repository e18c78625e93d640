"""The page that maps the columns of a wide file: once, with the keyboard, and remembered per source."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from monitor.models import Aanlevering, Bronindeling
from monitor.models.enums import Rol
from tests.invoer_bestanden import csv_van
from tests.make import make_gemeente, make_indicator, make_user
from tests.test_beheer_browser import log_in
from tests.test_breed import cijfers

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
RIJEN = [["Jeugdhulp", 748, 751, "x"], ["Totaal", 748, 751, ""]]


@pytest.fixture
def anna(live_server, page):
    gemeente = make_gemeente("demodam")
    make_indicator(gemeente, "clienten-jeugd", naam="Jongeren met hulp")
    make_indicator(gemeente, "clienten-wmo", naam="Ouderen met hulp")
    make_user(gemeente, Rol.INVOERDER, username="anna")
    log_in(page, live_server, "anna")
    return page


def lever_in(page, live_server, *maanden: str) -> None:
    page.goto(f"{live_server}/admin/monitor/aanlevering/import/")
    inhoud = csv_van(*RIJEN, kop=["Voorziening", *maanden, "Opmerking"])
    bestand = {"name": "zorg.csv", "mimeType": "text/csv", "buffer": inhoud}
    page.set_input_files("#id_import_file", bestand)
    page.get_by_role("button", name="Controleer het bestand").press("Enter")


def kies(page, veld: str, keuze: str) -> None:
    """As a keyboard does: the choice is typed in the list."""
    lijst = page.get_by_label(veld, exact=True)
    lijst.focus()
    page.keyboard.type(keuze)
    expect(lijst.locator("option:checked")).to_have_text(keuze)


def test_mapped_once_and_remembered(anna, live_server):
    page = anna
    lever_in(page, live_server, "jan-21", "feb-21")
    expect(page.get_by_label("Voorziening").locator("option:checked")).to_contain_text(
        "Welk cijfer"
    )
    page.get_by_role("button", name="Bekijk de cijfers").press("Enter")
    expect(page.get_by_role("heading", name="Zo wordt het gelezen")).to_be_visible()
    assert [f["id"] for f in Axe().run(page).response["violations"]] == []
    kies(page, "Jeugdhulp", "Jongeren met hulp")
    kies(page, "Totaal", "Sla deze rijen over")
    page.get_by_label("Naam van deze indeling").fill("Zorgsysteem")
    page.get_by_role("button", name="Bewaar de indeling").press("Enter")
    page.get_by_role("button", name="Bevestig en lees in").press("Enter")
    expect(page.get_by_text("Verwerkt: 2 nieuw")).to_be_visible()

    lever_in(page, live_server, "mrt-21", "apr-21")
    expect(page.get_by_text("Gelezen met de indeling ‘Zorgsysteem’: 2 cijfers.")).to_be_visible()
    page.get_by_role("button", name="Bevestig en lees in").press("Enter")
    expect(page.get_by_text("Verwerkt: 2 nieuw")).to_be_visible()
    perioden = [(i, p, w) for i, _, p, w in cijfers()]
    maanden = zip(("01", "02", "03", "04"), (748, 751, 748, 751), strict=True)
    assert perioden == [("clienten-jeugd", f"2021-{m}", w) for m, w in maanden]
    assert Bronindeling.objects.count() == 1


def test_it_fits_a_phone_and_says_what_misses(anna, live_server):
    page = anna
    page.set_viewport_size({"width": 390, "height": 844})
    lever_in(page, live_server, "jan-21", "feb-21")
    page.get_by_label("Voorziening").select_option("")
    page.get_by_label("Naam van deze indeling").fill("Zorgsysteem")
    page.get_by_role("button", name="Bewaar de indeling").press("Enter")
    melding = page.get_by_role("alert")
    expect(melding).to_contain_text("Er is nog niet gezegd welk cijfer het is.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert [f["id"] for f in Axe().run(page).response["violations"]] == []
    assert (Aanlevering.objects.get().stand, Bronindeling.objects.count()) == ("indelen", 0)


def test_errors_and_differences_fit_a_phone(anna, live_server):
    page = anna
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server}/admin/monitor/aanlevering/import/")
    kop = ["indicator", "soort", "periode", "waarde"]
    rijen = [["clienten-jeugd", "realisatie", f"2021-0{m}", w] for m, w in enumerate("1x", 1)]
    bestand = {"name": "c.csv", "mimeType": "text/csv", "buffer": csv_van(*rijen, kop=kop)}
    page.set_input_files("#id_import_file", bestand)
    page.get_by_role("button", name="Controleer het bestand").press("Enter")
    expect(page.get_by_role("region", name="Fouten")).to_be_visible()
    page.goto(f"{live_server}/admin/monitor/aanlevering/{Aanlevering.objects.get().pk}/change/")
    expect(page.get_by_role("region", name="Verschillen")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert [f["id"] for f in Axe().run(page).response["violations"]] == []

"""A large delivery as people see it: the real web, worker and planner, and a browser beside them.

The worker is held after its first rows by a file, so that nothing here depends on how fast it is.
"""

import re
import shutil
import socket

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.opzet_levering import INHOUD
from tests.processen import start, stop, tot
from tests.test_achtergrond_uitval import SNEL, doe, gemigreerd_voor_leveringen

pytestmark = [pytest.mark.browser]
LANG = 60_000
__all__ = ["gemigreerd_voor_leveringen"]


@pytest.fixture(scope="module")
def wereld(gemigreerd_voor_leveringen, tmp_path_factory):
    """The folder of a running program, and the address where it is."""
    data = tmp_path_factory.mktemp("achtergrond")
    shutil.copy(gemigreerd_voor_leveringen, data)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        poort = s.getsockname()[1]
    sessie = doe(data, "sessie")["sessie"]
    toezicht = start(data, "-m", "tests.opzet_toezicht", PROEF_POORT=str(poort), **SNEL)
    try:
        tot(lambda: luistert(poort), zolang=toezicht)
        yield data, f"http://localhost:{poort}", sessie
    finally:
        stop(toezicht)


def luistert(poort: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", poort), timeout=1).close()
    except OSError:
        return False
    return True


@pytest.fixture
def anna(wereld, browser):
    """Opens a browser of somebody who is logged in; the worker waits at its first rows."""
    data, adres, sessie = wereld
    (data / "door").unlink(missing_ok=True)
    (data / "houd-rij").touch()
    open_ = []

    def open_browser():
        context = browser.new_context(locale="nl-NL", base_url=adres)
        context.set_default_timeout(LANG)
        context.add_cookies([{"name": "sessionid", "value": sessie, "url": adres}])
        open_.append(context)
        return context.new_page()

    yield open_browser
    (data / "door").touch()
    for context in open_:
        context.close()


def lever_in(page, naam: str) -> None:
    page.goto("/admin/monitor/aanlevering/import/")
    bestand = {"name": naam, "mimeType": "text/csv", "buffer": INHOUD}
    page.set_input_files("#id_import_file", bestand)
    page.get_by_role("button", name="Controleer het bestand").press("Enter")
    page.wait_for_url("**/change/")


def rijen(page):
    return expect(page.locator(".voortgang-rijen"))


def test_progress_closing_the_browser_and_the_result_that_waits(wereld, anna):
    data, *_ = wereld
    page = anna()
    lever_in(page, "groot.csv")
    rijen(page).to_have_text(
        re.compile(r"^500 van 1\.200 rijen, nog (ongeveer|enkele)"), timeout=LANG
    )
    assert page.locator("#voortgang progress").get_attribute("value") is not None
    assert [f["id"] for f in Axe().run(page).response["violations"]] == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    levering = page.url
    page.context.close()

    (data / "door").touch()
    page = anna()
    page.goto("/admin/")
    page.get_by_role("link", name="groot.csv").first.press("Enter")
    expect(page).to_have_url(levering)
    page.get_by_role("button", name="Bevestig en lees in").press("Enter")
    stand = page.locator("dt:text-is('Stand') + dd")
    expect(stand).to_have_text("Verwerkt", timeout=LANG)
    expect(page.locator("dt:text-is('Uitkomst') + dd")).to_contain_text("1.200 nieuw")


def test_stopping_it_changes_nothing(wereld, anna):
    page = anna()
    lever_in(page, "gestopt.csv")
    rijen(page).to_contain_text("van 1.200 rijen", timeout=LANG)
    page.get_by_role("button", name="Stop").press("Enter")
    melding = page.locator(".voortgang-tekst")
    expect(melding).to_have_text("Gestopt op verzoek. Er is niets veranderd.", timeout=LANG)
    expect(page.locator("dt:text-is('Stand') + dd")).to_have_text("Ingetrokken")
    assert page.get_by_role("button", name="Bevestig en lees in").count() == 0

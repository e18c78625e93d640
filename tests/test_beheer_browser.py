"""Every page of the admin in a browser, under the strict policy: no violation, no error, accessible."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib import admin

from monitor.models.enums import Rol
from tests.adressen_wereld import Wereld, maak_wereld

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def wereld() -> Wereld:
    return maak_wereld()


def paginas(wereld: Wereld) -> list[str]:
    """Every list and form, with one object, and the pages of an edition."""
    uit = ["", "monitor/aanlevering/import/", "monitor/aanlevering/export/"]
    for model in admin.site._registry:
        meta = model._meta
        begin = f"{meta.app_label}/{meta.model_name}/"
        nummer = wereld.object_van("aadorp", model).pk
        uit += [begin, f"{begin}add/", f"{begin}{nummer}/change/", f"{begin}{nummer}/history/"]
        uit += [f"{begin}{nummer}/delete/"]
    uitgave = wereld.uitgaven["aadorp", "concept"].pk
    stappen = ("opbouw", "voorbeeld", "voorbeeld/jeugd", "vervolg", "publiceren", "intrekken")
    stappen += ("weg", "teksten", "naast", "correctie")
    stappen += ("cockpit", "twijfels")
    uit += [f"monitor/uitgave/{uitgave}/{stap}/" for stap in stappen]
    user = wereld.users[Rol.INVOERDER].pk
    return [*uit, f"auth/user/{user}/inloglink/"]


def test_no_violation_on_any_page(wereld, live_server, client, page):
    meldingen: list[str] = []
    page.on(
        "console",
        lambda m: meldingen.append(f"{page.url}: {m.text}") if m.type == "error" else None,
    )
    page.on("pageerror", lambda fout: meldingen.append(f"{page.url}: {fout}"))
    log_in(page, live_server, wereld.users["support"].username)
    for pad in paginas(wereld):
        page.goto(f"{live_server}/admin/{pad}", wait_until="load")
    echt = [m for m in meldingen if not re.search(r"status of 40[34]", m)]
    assert echt == []


def test_main_pages_are_accessible(wereld, live_server, page):
    log_in(page, live_server, wereld.users["alles"].username)
    uitgave = wereld.uitgaven["aadorp", "concept"].pk
    for pad in (
        "",
        "monitor/waarneming/",
        "monitor/waarneming/add/",
        f"monitor/uitgave/{uitgave}/opbouw/",
        f"monitor/uitgave/{uitgave}/cockpit/",
        f"monitor/uitgave/{uitgave}/twijfels/",
        "monitor/controleregel/add/",
        "monitor/twijfel/",
        f"monitor/uitgave/{uitgave}/publiceren/",
    ):
        page.goto(f"{live_server}/admin/{pad}")
        fouten = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
        assert [f"{pad}: {f['id']} {f['nodes'][0]['html'][:200]}" for f in fouten] == []


def log_in(page, live_server, username: str) -> None:
    page.goto(f"{live_server}/inloggen/")
    page.fill("#id_username", username)
    page.fill("#id_password", "geheim-1234")
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def test_entering_a_figure_as_an_invoerder(wereld, live_server, page):
    """Choose by typing, write the value as one would, see it in the list."""
    log_in(page, live_server, wereld.users[Rol.INVOERDER].username)
    page.click("text=Cijfer invullen")
    page.click(".select2-selection")
    page.fill(".select2-search__field", "aadorp")
    page.click(".select2-results__option >> text=Cijfer aadorp")
    page.fill("#id_periode_tekst", "juli 2021")
    page.fill("#id_waarde_tekst", "1.135")
    page.click("input[name=_save]")
    assert "1.135" in page.inner_text("#result_list")

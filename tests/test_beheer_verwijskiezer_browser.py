"""Putting a figure in a sentence from the list: with the mouse, the keyboard, on a phone, without a script."""

import pytest

from monitor.models import Uitgave
from monitor.models.enums import Rol, Telt
from monitor.publiceren.nota.vormen import begin_vorm
from tests.make import (
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)
from tests.test_beheer_browser import log_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]


@pytest.fixture
def adres(live_server):
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente)
    hoofdstuk = make_hoofdstuk(uitgave, toelichting="Er zijn  cliënten.")
    clienten = make_indicator(gemeente, naam="Cliënten jeugd")
    make_waarneming(clienten, "2021-04", 748)
    klein = make_indicator(gemeente, "dakloos", naam="Dakloze jongeren", telt=Telt.PERSONEN)
    make_waarneming(klein, "2021-04", 4)
    make_indicator(gemeente, "per-maand", naam="Gemiddeld per maand", formule="clienten-jeugd / 4")
    make_user(gemeente, Rol.REDACTEUR, username="redacteur", is_staff=True)
    return f"{live_server}/admin/monitor/hoofdstuk/{hoofdstuk.pk}/change/"


def open_lijst(page, live_server, adres):
    log_in(page, live_server, "redacteur")
    page.goto(adres)
    page.click("[data-verwijskiezer] summary")


def zet_cursor(page, plek):
    page.focus("#id_toelichting")
    page.evaluate(f"document.querySelector('#id_toelichting').setSelectionRange({plek}, {plek})")


def test_with_the_mouse_at_the_cursor(adres, live_server, page):
    open_lijst(page, live_server, adres)
    zet_cursor(page, 8)
    page.click("button[data-verwijzing='{clienten-jeugd}']")
    page.keyboard.type("!")

    assert page.input_value("#id_toelichting") == "Er zijn {clienten-jeugd}! cliënten."
    assert "staat in" in page.inner_text("[data-melding]")


def test_with_the_keyboard_alone(adres, live_server, page):
    """Search, then Tab to the difference and Enter: the form is not sent, the text is filled."""
    log_in(page, live_server, "redacteur")
    page.goto(adres)
    zet_cursor(page, 8)
    page.focus("[data-verwijskiezer] summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("cliënten")
    page.keyboard.press("Enter")
    assert page.inner_text("[data-melding]") == "1 gevonden"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.input_value("#id_toelichting") == "Er zijn {clienten-jeugd | verschil} cliënten."
    assert page.evaluate("document.activeElement.id") == "id_toelichting"


def test_on_a_phone_nothing_sticks_out_and_buttons_are_large_enough(adres, live_server, page):
    page.set_viewport_size({"width": 390, "height": 844})
    open_lijst(page, live_server, adres)
    knop = "button[data-verwijzing='{clienten-jeugd}']"
    page.click(knop)
    assert page.inner_text("[data-melding]") == "Zet eerst de cursor in een tekstveld."
    zet_cursor(page, 18)
    page.click(knop)

    breed = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(breed) <= 0
    maat = page.locator(knop).bounding_box()
    assert min(maat["width"], maat["height"]) >= 24
    assert page.input_value("#id_toelichting").endswith("{clienten-jeugd}")


def test_code_of_a_chapter_takes_no_reference(adres, live_server, page):
    open_lijst(page, live_server, adres)
    zet_cursor(page, 8)
    page.focus("#id_code")
    page.click("button[data-verwijzing='{clienten-jeugd}']")

    assert page.input_value("#id_code") == "jeugd"
    assert "{clienten-jeugd}" in page.input_value("#id_toelichting")


def test_small_number_is_named_but_not_offered(adres, live_server, page):
    open_lijst(page, live_server, adres)

    rij = page.locator("[data-verwijskiezer] li", has_text="Dakloze jongeren")
    assert "klein aantal" in rij.inner_text()
    assert rij.locator("button:visible").count() == 0


def test_derived_figure_is_in_the_list(adres, live_server, page):
    open_lijst(page, live_server, adres)
    zet_cursor(page, 8)
    page.click("button[data-verwijzing='{per-maand}']")

    assert "{per-maand}" in page.input_value("#id_toelichting")


def test_in_the_cover_note_too(adres, live_server, page):
    uitgave = Uitgave.objects.get()
    begin_vorm(uitgave.gemeente, "Informatienota")
    open_lijst(page, live_server, f"{live_server}/admin/monitor/uitgave/{uitgave.pk}/nota/")
    page.fill("#tekst-inleiding", "Er zijn ")
    page.click("button[data-verwijzing='{clienten-jeugd}']")

    assert page.input_value("#tekst-inleiding") == "Er zijn {clienten-jeugd}"


def test_without_script_the_codes_are_there_to_copy(adres, live_server, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_lijst(page, live_server, adres)

    assert page.locator(".vk-lijst code:visible").first.inner_text() == "{clienten-jeugd}"
    assert page.locator("[data-verwijskiezer] button:visible").count() == 0
    assert page.locator(".vk-filter:visible").count() == 0
    context.close()

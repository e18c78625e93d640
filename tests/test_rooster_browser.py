"""The grid in a browser: from an empty period to a complete one with the keyboard, and by spreadsheet.

Demodam's edition 2026-K3, with all that was known of the quarters before. The robot's time is printed; what
a person needs follows from the keystrokes, and that is what is bounded (keystroke-level model: 0.28 s a
key, 1.35 s to look at each figure, 1.1 s to point and click. Source: Card, Moran, Newell 1980).
"""

from __future__ import annotations

import csv
import time
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook

from monitor.invoer.aanleveren import lever
from monitor.invoer.perioden import periode_voor
from monitor.invoer.rooster import rijen_voor, telling
from monitor.invoer.rooster_bewaren import bewaar
from monitor.invoer.soorten import get_soort
from monitor.models import Aanlevering, Uitgave, Waarneming
from monitor.models.enums import Rol
from monitor.regels.sleutels import lees_sleutel
from sociaaldomein.demo.demodam.maak import maak_bestanden
from tests.make import make_gemeente, make_user
from tests.rooster import invoerder, make_overgenomen_prognose, make_rooster, rij, typ

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
TOETS, KIJKEN, KLIK, WACHTEN = 0.28, 1.35, 1.1, 10.0  # seconds; a program that opens or saves
TOT_NU = ("indicatoren", "cijfers-2025-K4", "cijfers-2026-K1", "cijfers-2026-K2")


@pytest.fixture
def demodam(tmp_path) -> tuple[Uitgave, dict[tuple, str]]:
    """The third quarter of 2026 before anything was delivered, and what there is to deliver."""
    maak_bestanden(tmp_path)
    gemeente = make_gemeente("demodam", naam="Demodam")
    for stam in (*TOT_NU, "uitgave-2026-K2", "uitgave-2026-K3"):
        soort = get_soort(
            {"cijfers": "waarnemingen"}.get(stam.partition("-")[0], stam.partition("-")[0])
        )
        if stam == "uitgave-2026-K2":
            _zonder_vorige(tmp_path / f"{stam}.csv")
        pad = tmp_path / f"{stam}.csv"
        _, controle = lever(gemeente, soort, pad.name, pad.read_bytes())
        assert not controle.fouten, controle.fouten[:3]
    uitgave = Uitgave.objects.get(periode=periode_voor("2026-K3"))
    return uitgave, _te_leveren(tmp_path / "cijfers-2026-K3.csv")


def _zonder_vorige(pad: Path) -> None:
    pad.write_text(pad.read_text(encoding="utf-8-sig").replace(";2026-K1;", ";;"), encoding="utf-8")


def _te_leveren(pad: Path) -> dict[tuple, str]:
    """By indicator, kind, period and breakdown: the value as staff would type it."""
    vast = {"gemeente", "indicator", "soort", "periode", "waarde", "status", "voetnoot"}
    with pad.open(encoding="utf-8-sig") as bestand:
        rijen = list(csv.DictReader(bestand, delimiter=";"))
    return {
        (r["indicator"], r["soort"], r["periode"],
         frozenset((k, v) for k, v in r.items() if k not in vast and v)): r["waarde"]
        for r in rijen
    }  # fmt: skip


def waarde_van(rij_, waarheid: dict[tuple, str]) -> str:
    delen = frozenset(lees_sleutel(rij_.uitsplitsing).items())
    plek = (rij_.indicator.code, rij_.soort, rij_.periode.code, delen)
    return waarheid.get(plek, "nog niet bekend (2026-K4)")


def log_in(page, live_server, user, pad: str) -> None:
    page.goto(f"{live_server}/inloggen/?next={pad}")
    page.fill("#id_username", user.username)
    page.fill("#id_password", "geheim-1234")
    page.keyboard.press("Enter")
    page.wait_for_selector("#rooster")
    page.wait_for_load_state("load")  # its script runs


STAPPEN = 6  # fetch, open, save, choose the file, check, confirm
PROGRAMMA = 2  # opening and saving in a spreadsheet program


def met_de_hand(waarden: list[str]) -> tuple[float, int]:
    """The seconds that a person needs to look at each value, type it and press Enter; the keys."""
    toetsen = sum(len(str(w)) + 1 for w in waarden)
    return toetsen * TOETS + len(waarden) * KIJKEN, toetsen


def rooster(uitgave, vraag="") -> str:
    return f"/admin/monitor/uitgave/{uitgave.pk}/rooster/{vraag}"


def bewaard(page) -> None:
    page.wait_for_selector("tr.bezig", state="detached")


def test_from_empty_to_complete_with_the_keyboard_alone(
    demodam, live_server, page, record_property
):
    uitgave, waarheid = demodam
    open_ = [r for r in rijen_voor(uitgave) if r.is_open]
    begin = telling(rijen_voor(uitgave))
    log_in(page, live_server, invoerder(uitgave), rooster(uitgave, "?toon=open"))
    waarden = [waarde_van(r, waarheid) for r in open_]
    page.locator("input.cel").first.focus()
    sinds = time.monotonic()
    for waarde in waarden:
        page.keyboard.type(waarde)
        page.keyboard.press("Enter")
    page.wait_for_selector("#rooster-open:text-is('0')", timeout=120_000)
    bewaard(page)
    seconden = time.monotonic() - sinds
    assert page.locator("tr.mis").count() == 0
    na = telling(rijen_voor(uitgave))
    assert (na["open"], na["klaar"]) == (0, begin["verwacht"])
    assert Aanlevering.objects.filter(bestandsnaam="").count() == 1
    mens, toetsen = met_de_hand(waarden)
    per60 = mens * 60 / len(waarden)
    record_property("rooster", f"{len(waarden)} cijfers, {toetsen} toetsen, {seconden:.0f} s")
    print(f"\nrooster: {len(waarden)} cijfers, {toetsen} toetsen; robot {seconden:.0f} s; mens naar "
          f"schatting {mens / 60:.1f} min, 60 cijfers {per60 / 60:.1f} min")  # fmt: skip
    assert per60 < 10 * 60
    assert mens < 10 * 60  # all that Demodam has to deliver in a quarter


def test_from_empty_to_complete_by_spreadsheet(demodam, live_server, page, tmp_path):
    uitgave, waarheid = demodam
    log_in(page, live_server, invoerder(uitgave), rooster(uitgave))
    sinds, ingevuld = time.monotonic(), []
    with page.expect_download() as ophalen:
        page.get_by_role("link", name="haal het rekenblad op (XLSX)").press("Enter")
    boek = load_workbook(BytesIO(Path(ophalen.value.path()).read_bytes()))
    ws = boek.active
    kop = {c.value: c.column for c in ws[3]}
    volgorde = iter(rijen_voor(uitgave))
    for nummer in range(4, ws.max_row + 1):
        r = next(volgorde)
        assert ws.cell(nummer, kop["indicator"]).value == r.indicator.code
        if ws.cell(nummer, kop["waarde"]).value is None and r.is_verwacht:
            ws.cell(nummer, kop["waarde"]).value = waarde_van(r, waarheid).split(" (")[0]
            ingevuld.append(ws.cell(nummer, kop["waarde"]).value)
            if "niet bekend" in ws.cell(nummer, kop["waarde"]).value:
                ws.cell(nummer, kop["beloofd_voor"]).value = "2026-K4"
                ingevuld.append("2026-K4")
    boek.save(tmp_path / "ingevuld.xlsx")
    page.set_input_files("#id_bestand", tmp_path / "ingevuld.xlsx")
    page.get_by_role("button", name="Controleer het rekenblad").press("Enter")
    page.get_by_role("button", name="Bevestig en lees in").press("Enter")
    page.wait_for_selector("text=Verwerkt:")
    seconden = time.monotonic() - sinds
    assert telling(rijen_voor(uitgave))["open"] == 0
    mens, toetsen = met_de_hand(ingevuld)
    vast = STAPPEN * (KLIK + KIJKEN) + PROGRAMMA * WACHTEN
    per60 = vast + mens * 60 / len(ingevuld)
    print(f"\nrekenblad: {len(ingevuld)} cellen, {toetsen} toetsen, {STAPPEN} stappen; robot {seconden:.0f} s; "
          f"mens naar schatting {(vast + mens) / 60:.1f} min, 60 cijfers {per60 / 60:.1f} min")  # fmt: skip
    assert per60 < 5 * 60


# -- behaviour of the grid -------------------------------------------------------------------------


@pytest.fixture
def klein():
    return make_rooster("een", "twee", "drie", telt="gebeurtenissen")


def veld(page, uitgave, code, kolom="w"):
    return page.locator(f"[name='{kolom}-{rij(uitgave, code).sleutel}']")


def test_moving_and_going_back(klein, live_server, page):
    log_in(page, live_server, invoerder(klein), rooster(klein))
    namen = [page.evaluate("document.activeElement.name")]
    veld(page, klein, "een").focus()
    for toets in (
        "Enter",
        "ArrowDown",
        "ArrowUp",
        "Shift+Enter",
        "ArrowRight",
        "ArrowRight",
        "Tab",
    ):
        page.keyboard.press(toets)
        namen.append(page.evaluate("document.activeElement.name"))
    s = {code: rij(klein, code).sleutel for code in ("een", "twee", "drie")}
    assert namen[1:] == [
        f"w-{s['twee']}", f"w-{s['drie']}", f"w-{s['twee']}", f"w-{s['een']}", f"s-{s['een']}",
        f"n-{s['een']}", f"w-{s['twee']}"]  # fmt: skip
    page.keyboard.type("12")
    page.keyboard.press("Escape")
    assert veld(page, klein, "twee").input_value() == ""


def test_a_block_is_pasted_over_cells(klein, live_server, page):
    log_in(page, live_server, invoerder(klein), rooster(klein))
    plak(page, veld(page, klein, "een"), "1.135\tvoorlopig\tZonder PGB\r\n7\t\t\r\nacht\r\n9\r\n")
    bewaard(page)
    page.wait_for_selector("tr.mis")
    gevonden = Waarneming.objects.order_by("pk").values_list("waarde", "status", "voetnoot")
    assert list(gevonden) == [(1135, "voorlopig", "Zonder PGB"), (7, "definitief", "")]
    assert veld(page, klein, "drie").input_value() == "acht"
    assert "geen getal" in page.locator("tr.mis .melding").inner_text()


def test_a_block_asks_the_reason_only_where_a_figure_stood(klein, live_server, page):
    user = invoerder(klein)
    bewaar(klein, {rij(klein, "een").sleutel: typ("5")}, by=user)
    log_in(page, live_server, user, rooster(klein))
    plak(page, veld(page, klein, "een"), "6\r\n7\r\n8\r\n")
    page.wait_for_selector("tr.bewaard >> nth=1")
    assert page.locator("tr.mis").count() == 1
    waarden = Waarneming.objects.order_by("pk").values_list("waarde", flat=True)
    assert list(waarden) == [5, 7, 8]


def test_what_a_block_holds_and_the_grid_does_not_take_is_told(klein, live_server, page):
    log_in(page, live_server, invoerder(klein), rooster(klein))
    plak(page, veld(page, klein, "een"), "1\tconcept\r\n2\t\t\trest\r\n3\r\n4\r\n")
    page.wait_for_selector("tr.bewaard >> nth=1")
    assert "‘concept’ is niet bekend" in page.locator("tr.mis .melding").inner_text()
    melding = page.locator("#rooster-melding").inner_text()
    assert "1 regel paste" in melding and "rechts van de voetnoot" in melding
    assert Waarneming.objects.count() == 2


def plak(page, doel, tekst: str) -> None:
    doel.focus()
    doel.evaluate(
        """(el, tekst) => {
            const data = new DataTransfer();
            data.setData("text/plain", tekst);
            el.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        tekst,
    )


def test_reason_is_asked_and_the_hand_goes_on(klein, live_server, page):
    user = invoerder(klein)
    bewaar(klein, {rij(klein, "een").sleutel: typ("5")}, by=user)
    log_in(page, live_server, user, rooster(klein))
    veld(page, klein, "een").focus()
    page.keyboard.type("6")
    page.keyboard.press("Enter")
    page.wait_for_selector("#reden:focus")
    page.keyboard.type("Nalevering")
    page.keyboard.press("Enter")
    page.wait_for_selector("tr.bewaard")
    assert page.evaluate("document.activeElement.name") == f"w-{rij(klein, 'twee').sleutel}"
    assert Waarneming.objects.get().waarde == 6


def test_a_new_forecast_is_not_asked_again(live_server, page):
    """What was asked about the forecast of the previous edition goes away when it is answered."""
    uitgave = make_overgenomen_prognose()
    log_in(page, live_server, invoerder(uitgave), rooster(uitgave))
    vraag = page.get_by_text("Typ de nieuwe prognose")
    assert vraag.is_visible()
    page.fill("#reden", "Nieuwe raming")
    page.get_by_label("Waarde van Lasten, Prognose, 2026").fill("110")
    page.keyboard.press("Enter")
    page.wait_for_selector("tr.bewaard")
    assert not vraag.is_visible()


def test_somebody_else_was_first(klein, live_server, page):
    log_in(page, live_server, invoerder(klein), rooster(klein))
    anna = invoerder(klein, username="anna")
    bewaar(klein, {rij(klein, "een").sleutel: typ("5")}, by=anna)
    veld(page, klein, "een").focus()
    page.keyboard.type("6")
    page.keyboard.press("Enter")
    page.wait_for_selector("tr.mis")
    assert (
        "anna heeft dit cijfer intussen veranderd" in page.locator("tr.mis .melding").inner_text()
    )
    page.fill("#reden", "Anna telde dubbel")
    page.keyboard.press("Enter")
    page.wait_for_selector("tr.bewaard")
    assert Waarneming.objects.get().waarde == 6


def test_unsaved_work_is_guarded(klein, live_server, page):
    log_in(page, live_server, invoerder(klein), rooster(klein))
    page.wait_for_load_state("load")
    veld(page, klein, "een").click()  # a browser only asks after a person touched the page
    page.keyboard.type("vijf")
    with page.expect_event("dialog") as gevraagd:
        page.once("dialog", lambda d: d.accept())
        page.evaluate("() => setTimeout(() => location.assign('/admin/'), 0)")
    assert gevraagd.value.type == "beforeunload"
    page.wait_for_url("**/admin/")
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("deel", ["cockpit", "twijfels"])
def test_cockpit_and_doubts_fit_a_phone(klein, live_server, page, deel):
    page.set_viewport_size({"width": 390, "height": 800})
    log_in(page, live_server, make_user(klein.gemeente, Rol.REDACTEUR), rooster(klein))
    page.goto(f"{live_server}/admin/monitor/uitgave/{klein.pk}/{deel}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_grid_is_accessible_and_fits_a_phone(klein, live_server, page):
    log_in(page, live_server, make_user(klein.gemeente, Rol.REDACTEUR), rooster(klein))
    assert [f["id"] for f in Axe().run(page).response["violations"]] == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert [f["id"] for f in Axe().run(page).response["violations"]] == []


def test_without_a_script_the_form_saves(klein, live_server, browser):
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    log_in(page, live_server, invoerder(klein), rooster(klein))
    veld(page, klein, "een").fill("5")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=1 cijfer opgeslagen.")
    context.close()
    assert Waarneming.objects.get().waarde == 5

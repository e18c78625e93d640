"""The admin of a programme in a browser: accessible on every page, and enough for a programme of another shape."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from monitor.invoer.perioden import periode_voor
from monitor.models.enums import Rol
from monitor.publiceren.bevriezen import publish_uitgave
from programma.models import (
    Beslisregel,
    Besluit,
    Functiehouder,
    Mijlpaal,
    Onderdeel,
    OnderdeelIndicator,
    Programma,
    Risico,
)
from programma.standen import verplaats
from tests.make import make_blok, make_gemeente, make_hoofdstuk, make_uitgave, make_user
from tests.test_beheer_browser import WCAG, log_in
from tests.test_programma_standen import VERSLAG
from tests.test_programma_velden import maak_vol, met_cijfers

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
MODELLEN = (Programma, Onderdeel, Mijlpaal, OnderdeelIndicator, Risico, Beslisregel, Besluit)


def paginas(programma):
    """Every page of the admin about a programme: lists, new, one, its history, and its own pages."""
    for model in MODELLEN:
        begin = f"/admin/programma/{model._meta.model_name}/"
        yield begin
        if model is not Besluit:
            yield f"{begin}add/"
        yield f"{begin}{model.objects.order_by('pk').first().pk}/change/"
        yield f"{begin}{model.objects.order_by('pk').first().pk}/history/"
    yield f"/admin/programma/programma/{programma.pk}/indeling/"
    for deel in ("", "hiaten/", "links/"):
        yield f"/admin/programma/bijwerken/{programma.pk}/{deel}"


@pytest.fixture
def vol():
    programma = maak_vol(met_cijfers("hier"))
    user = make_user(programma.gemeente, Rol.PROGRAMMAMANAGER, username="manager")
    Functiehouder.objects.create(programma=programma, functie="teamleider", gebruiker=user)
    verplaats(Mijlpaal.objects.get(), nieuw="2023", reden="Later.", besloten_door="raad", besloten_op=VERSLAG)  # fmt: skip
    Besluit.objects.create(beslisregel=Beslisregel.objects.get(), periode=periode_voor("2019"))
    return programma


@pytest.mark.parametrize("breedte", [1440, 390])
def test_every_page_is_accessible_also_with_a_row_that_was_added(vol, live_server, page, breedte):
    page.set_viewport_size({"width": breedte, "height": 900})
    log_in(page, live_server, "manager")
    fouten = []
    for pad in paginas(vol):
        assert page.goto(f"{live_server}{pad}", wait_until="load").status == 200, pad
        for knop in page.query_selector_all(".add-row a"):
            if knop.is_visible():  # a full table offers none
                knop.click()
        page.wait_for_function("!document.querySelector('select.admin-autocomplete:not(.select2-hidden-accessible):not([name*=__prefix__])')")  # fmt: skip
        gevonden = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
        fouten += [f"{pad}: {f['id']} {f['nodes'][0]['html'][:160]}" for f in gevonden]
    assert fouten == []


def vul(page, **velden):
    for naam, waarde in velden.items():
        page.fill(f"[name={naam}]", waarde)


def bewaar(page):
    """Save and stay on the page; what is wrong fails here with its words."""
    page.click("[name=_continue]")
    page.wait_for_load_state()
    assert page.query_selector(".errornote, .errorlist") is None, page.inner_text("#content")


def voeg_toe(page, nummer, titel, ouder="", gepland=""):
    """A part in the table on the page of the programme, as a newcomer would."""
    page.click("#onderdelen-group .add-row a")
    rij = "[name=onderdelen-{}-{}]"
    page.fill(rij.format(nummer, "titel"), titel)
    page.keyboard.press("Tab")
    page.fill(rij.format(nummer, "gepland_tekst"), gepland)
    if ouder:
        page.fill(rij.format(nummer, "ouder"), ouder)
    bewaar(page)


def test_a_programme_of_another_shape_through_the_admin_alone(live_server, page):
    """Portfolio ▸ project ▸ phase ▸ gate: made, reported on and read, with no code and no file."""
    gemeente = make_gemeente()
    make_user(gemeente, Rol.PROGRAMMAMANAGER, username="manager")
    log_in(page, live_server, "manager")
    page.goto(f"{live_server}/admin/programma/programma/add/")
    page.fill("[name=naam]", "Bouwen")
    niveaus = "portfolio, portfolio's\nproject, projecten\nfase, fasen\npoort, poorten"
    vul(page, niveaus=niveaus, telniveau="4", start="01-01-2021")
    bewaar(page)
    for nummer, rij in enumerate(
        (("Wonen",), ("Dorpshuis", "Wonen"), ("Ontwerp", "Dorpshuis"), ("Poort 1", "Ontwerp", "Q3 2031"))
    ):  # fmt: skip
        voeg_toe(page, nummer, *rij)
    programma = Programma.objects.get()
    page.goto(f"{live_server}/admin/programma/bijwerken/{programma.pk}/")
    page.click(".lijn.vraagt summary")
    page.select_option(".lijn select[name$=-status]", "op_schema")
    page.select_option(".lijn select[name$=-kwaliteit]", "let_op")
    page.fill(".lijn [name$=-gedaan]", "Het ontwerp ligt er.")
    page.click(".lijn button[name=bewaar]")
    page.wait_for_selector("text=/[Bb]ewaard/")
    html = lees(page, live_server, gemeente)
    for woorden in ("Poort van Bouwen", "Het ontwerp ligt er.", "Kwaliteit: let op"):
        assert woorden in html, woorden


def lees(page, live_server, gemeente):
    """The page of the gate as readers see it."""
    uitgave = make_uitgave(gemeente, "2031-04", peildatum="2031-04-30")
    make_blok(make_hoofdstuk(uitgave), "programma", verwijst_naar="bouwen")
    publish_uitgave(uitgave, by=None)
    page.goto(f"{live_server}/{gemeente.slug}/2031-04/programma/bouwen/poort-1/")
    return page.inner_text("body") + page.title()

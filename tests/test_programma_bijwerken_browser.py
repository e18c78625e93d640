"""Six lines updated with the keyboard alone, on a phone, with a colleague on the same line in between."""

import time
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from monitor.models.enums import Rol
from programma.links import hash_van
from programma.models import Bijwerklink, Stand
from tests.make import make_gemeente, make_user
from tests.test_beheer_browser import WCAG, log_in
from tests.test_programma_standen import make_mijlpaal, make_programma, make_stand

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
JAAR = timezone.localdate().year
REGELS = 6
BREEDTES = (320, 390)


@pytest.fixture
def programma():
    programma = make_programma(make_gemeente())
    make_user(programma.gemeente, Rol.PROGRAMMAMANAGER, username="manager")
    for i in range(REGELS):
        mijlpaal = make_mijlpaal(
            programma,
            code=f"m{i}",
            volgorde=i,
            titel=f"Mijlpaal {i}",
            gepland=f"medio {JAAR + 1 + i}",
        )
        make_stand(
            mijlpaal, timezone.localdate() - timedelta(days=300), status="loopt", gedaan="Toen."
        )
    return programma


def adres_van(live_server, programma):
    return f"{live_server}/admin/programma/bijwerken/{programma.pk}/"


def tab_naar(page, keuze: str) -> None:
    """Press Tab until the element has the focus, as a person does."""
    for _ in range(40):
        if page.evaluate("k => document.activeElement.matches(k)", keuze):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{keuze} is met Tab niet te bereiken")


def vul_regel(page, nummer: int) -> None:
    """The open line with the focus on its title: status, date, what was done, Opslaan."""
    tab_naar(page, "select[name$=-status]")
    page.keyboard.type("Op sch")
    page.keyboard.press("Tab")
    page.keyboard.type(f"medio {JAAR + 1 + nummer}")
    tab_naar(page, "textarea[name$=-gedaan]")
    page.keyboard.type(f"Gedaan aan {nummer}.")
    page.keyboard.press("Control+Enter")


def test_six_lines_with_the_keyboard_on_a_phone_and_a_colleague_in_between(
    programma, live_server, page
):
    page.set_viewport_size({"width": 390, "height": 844})
    log_in(page, live_server, "manager")
    page.goto(adres_van(live_server, programma))
    ander = make_user(programma.gemeente, Rol.PROGRAMMAMANAGER, username="collega")
    derde = programma.mijlpalen.get(code="m2")
    begin = time.monotonic()
    tab_naar(page, ".lijn.vraagt summary")
    page.keyboard.press("Enter")
    for nummer in range(REGELS):
        if nummer == 2:  # a colleague was first
            make_stand(
                derde,
                timezone.localdate(),
                status="loopt",
                gedaan="Van de collega.",
                gemaakt_door=ander,
            )
        vul_regel(page, nummer)
        if nummer == 2:
            page.wait_for_selector(".botsing")
            assert "Van de collega." in page.inner_text(".botsing")
            assert page.input_value(f"[name=m{derde.pk}-gedaan]") == "Gedaan aan 2."
            tab_naar(page, "[name$=-bevestig]")
            page.keyboard.press("Space")
            page.keyboard.press("Control+Enter")
        page.wait_for_selector(f"#bijwerken-melding >> text=/^Bewaard: Mijlpaal {nummer}/")
    duur = time.monotonic() - begin
    print(f"\nzes regels, alleen toetsen, 390×844, met een collega ertussen: {duur:.1f} s")
    nieuw = Stand.objects.filter(datum=timezone.localdate()).order_by("pk")
    assert [s.gedaan for s in nieuw if s.mijlpaal == derde] == ["Van de collega.", "Gedaan aan 2."]
    assert sorted(s.gedaan for s in nieuw if s.gemaakt_door != ander) == [
        f"Gedaan aan {i}." for i in range(REGELS)
    ]
    assert Stand.objects.count() == 2 * REGELS + 1


def test_without_a_script_it_works_too(programma, live_server, browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    log_in(page, live_server, "manager")
    page.goto(adres_van(live_server, programma))
    page.click(".lijn.vraagt summary")
    page.select_option(".lijn select", "op_schema")
    page.fill(".lijn textarea[name$=-gedaan]", "Zonder script.")
    page.click(".lijn button[name=bewaar]")
    assert "1 bericht bewaard." in page.inner_text("body")
    context.close()
    assert Stand.objects.filter(gedaan="Zonder script.").count() == 1


@pytest.mark.parametrize("pagina", ["", "links/", "hiaten/", "partner"])
def test_it_fits_on_a_phone_and_is_accessible(programma, live_server, page, pagina):
    meldingen = []
    page.on("console", lambda m: meldingen.append(m.text) if m.type == "error" else None)
    if pagina == "partner":
        Bijwerklink.objects.create(
            programma=programma, functie="partner", email="a@example.org", hash=hash_van("geheim"),
            regels=[f"m{m.pk}" for m in programma.mijlpalen.all()],
            verloopt_op=timezone.now() + timedelta(days=1),
        )  # fmt: skip
        adres = f"{live_server}/bijwerken/geheim/"
    else:
        log_in(page, live_server, "manager")
        adres = adres_van(live_server, programma) + pagina
    for breedte in BREEDTES:
        page.set_viewport_size({"width": breedte, "height": 844})
        page.goto(adres)
        for summary in page.query_selector_all("summary"):
            page.evaluate("s => { s.parentElement.open = true; }", summary)
        breder = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert breder <= 0, f"{breedte}: {breder} px te breed"
    fouten = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    assert [f"{f['id']} {f['nodes'][0]['html'][:200]}" for f in fouten] == []
    assert meldingen == []


def test_the_words_of_a_date_are_read_back_while_typing(programma, live_server, page):
    log_in(page, live_server, "manager")
    page.goto(adres_van(live_server, programma))
    page.click(".lijn summary")
    page.fill("[name$=-verwacht_tekst] >> nth=0", "medio 2031")
    page.wait_for_selector(".gelezen:has-text('1 juni 2031 tot en met 31 juli 2031')")
    page.fill("[name$=-verwacht_tekst] >> nth=0", "straks")
    page.wait_for_selector(".gelezen.mis:has-text('is niet te lezen')")

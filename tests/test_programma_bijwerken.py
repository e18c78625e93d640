"""The update page: what wants word, added and never edited, and nothing of anybody is lost."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from monitor.models.enums import Rol
from programma.bijwerken.lijst import maak_lijst
from programma.models import Mijlpaal, Stand
from programma.regels.rapportage import begin_periode, vraagt_bericht
from tests.make import make_gemeente, make_user
from tests.test_programma_standen import make_mijlpaal, make_onderdeel, make_programma, make_stand

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate()
JAAR = VANDAAG.year


@pytest.fixture
def manager(client):
    gemeente = make_gemeente()
    client.force_login(make_user(gemeente, Rol.PROGRAMMAMANAGER, username="eerste"))
    return gemeente


@pytest.fixture
def mijlpaal(manager):
    return make_mijlpaal(make_programma(manager), gepland=f"eind {JAAR + 1}")


def adres_van(programma, deel=""):
    return f"/admin/programma/bijwerken/{programma.pk}/{deel}"


def rij(regel, soort="m", **velden):
    """What the form of one line sends; `gezien` is what stood on the page."""
    sleutel = f"{soort}{regel.pk}"
    standaard = {"gezien": "0", "status": "op_schema", "gedaan": "Wij zijn begonnen."}
    return {f"{sleutel}-{k}": v for k, v in (standaard | velden).items()}


def stuur(client, regel, soort="m", knop="", **velden):
    data = {"bewaar": knop or f"{soort}{regel.pk}"} | rij(regel, soort, **velden)
    return client.post(adres_van(regel.programma), data)


@pytest.mark.parametrize(
    ("woorden", "vorige", "begin"),
    [
        ("elk kwartaal", date(2021, 6, 22), date(2021, 7, 1)),
        ("Maandelijks", None, date(2021, 8, 1)),
        ("ieder half jaar", None, date(2021, 7, 1)),
        ("per jaar", None, date(2021, 1, 1)),
        ("september 2020 tot en met maart 2021", date(2021, 6, 22), date(2021, 6, 23)),
        ("", None, date(2021, 7, 1)),
    ],
)
def test_the_reporting_period_begins(woorden, vorige, begin):
    assert begin_periode(woorden, vandaag=date(2021, 8, 17), vorige=vorige) == begin


def test_a_report_of_an_earlier_period_is_no_word_for_this_one():
    vanaf = date(2021, 7, 1)
    assert vraagt_bericht("loopt", date(2021, 6, 30), vanaf=vanaf)
    assert not vraagt_bericht("loopt", date(2021, 7, 1), vanaf=vanaf)
    assert not vraagt_bericht("gestopt", None, vanaf=vanaf)


def test_what_wants_word_comes_first_and_what_is_late_before_it(manager):
    programma = make_programma(manager, rapportageperiode="elk kwartaal")
    make_mijlpaal(programma, code="straks", gepland=f"eind {JAAR + 1}")
    make_mijlpaal(programma, code="laat", gepland="maart 2021")
    make_stand(make_mijlpaal(programma, code="klaar"), status="gereed", opgeleverd="Ja.")
    make_stand(make_mijlpaal(programma, code="nu", gepland=f"{JAAR + 1}"), VANDAAG, status="loopt")
    lijst = maak_lijst(programma, vandaag=VANDAAG)
    assert [(x.onderwerp.code, x.vraagt) for x in lijst] == [
        ("laat", True),
        ("straks", True),
        ("klaar", False),
        ("nu", False),
    ]
    assert lijst[0].regel["status_tekst"] == "Over tijd, geen bericht"


def test_a_report_is_added_and_the_words_of_last_time_are_never_filled_in(client, mijlpaal):
    oud = make_stand(mijlpaal, date(2021, 4, 30), status="loopt", gedaan="Woorden van toen.")
    pagina = client.get(adres_van(mijlpaal.programma))
    form = pagina.context["pagina"].forms[0]
    assert "Woorden van toen." in pagina.content.decode()
    assert [form[v].value() for v in ("status", "gedaan", "verwacht_tekst")] == [None] * 3
    antwoord = stuur(client, mijlpaal, gezien=oud.pk, verwacht_tekst=f"medio {JAAR + 1}")
    assert antwoord.status_code == 302
    stand = Stand.objects.exclude(pk=oud.pk).get()
    assert (stand.datum, stand.status, stand.gemaakt_door.username) == (
        VANDAAG, "op_schema", "eerste",
    )  # fmt: skip
    html = client.get(adres_van(mijlpaal.programma)).content.decode()
    assert f"(1 juni {JAAR + 1} tot en met 31 juli {JAAR + 1} (ongeveer))" in html


def test_all_at_once_keeps_what_is_wrong_in_the_form(client, manager):
    programma = make_programma(manager)
    goed = make_mijlpaal(programma, code="a", gepland=f"eind {JAAR + 1}")
    fout = make_onderdeel(programma, gepland=f"eind {JAAR + 1}")
    data = {"bewaar": "alles"} | rij(goed) | rij(fout, "o", verwacht_tekst="straks een keer")
    antwoord = client.post(adres_van(programma), data)
    assert [s.regel for s in Stand.objects.all()] == [goed]
    html = antwoord.content.decode()
    assert "is niet te lezen" in html
    assert "straks een keer" in html
    assert (
        html.count("Wij zijn begonnen.") == 2
    )  # the saved one as last word, the other in its form


def test_saving_one_line_keeps_the_text_of_the_others(client, manager):
    programma = make_programma(manager)
    een = make_mijlpaal(programma, code="a", gepland=f"{JAAR + 1}")
    twee = make_mijlpaal(programma, code="b", gepland=f"{JAAR + 1}")
    data = {"bewaar": f"m{een.pk}"} | rij(een) | rij(twee, gedaan="Nog niet af")
    html = client.post(adres_van(programma), data).content.decode()
    assert Stand.objects.count() == 1
    assert "Nog niet af</textarea>" in html


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"status": ""}, "status"),
        ({"status": "gereed"}, "toelichting"),
        ({"verwacht_tekst": f"{JAAR + 3}", "status": "vertraagd"}, "reden"),
        ({"status": "gestopt"}, "reden"),
        ({"gerealiseerd_tekst": f"{JAAR + 1}"}, "gerealiseerd_tekst"),
    ],
)
def test_what_is_missing_is_asked_at_its_field(client, mijlpaal, velden, veld):
    form = stuur(client, mijlpaal, **velden).context["pagina"].forms[0]
    assert list(form.errors) == [veld]
    assert not Stand.objects.exists()


def test_another_status_needs_words_that_readers_see(client, mijlpaal):
    antwoord = stuur(client, mijlpaal, status="vertraagd", reden="Ziekte.")
    assert "Uit de data volgt ‘Op schema’" in antwoord.content.decode()
    stuur(
        client, mijlpaal, status="vertraagd", reden="Ziekte.", toelichting="Wij zien het aankomen."
    )
    assert Stand.objects.get().voorgesteld == "op_schema"


def test_an_empty_line_is_not_a_report(client, mijlpaal):
    antwoord = stuur(client, mijlpaal, knop="alles", status="", gedaan="")
    assert not Stand.objects.exists()
    assert "Er was niets ingevuld" in client.get(antwoord.url).content.decode()


# -- two persons ---------------------------------------------------------------------------------


@pytest.fixture
def tweede(mijlpaal):
    """A colleague who reported after our page was opened."""
    ander = make_user(mijlpaal.programma.gemeente, Rol.PROGRAMMAMANAGER, username="tweede")
    return make_stand(mijlpaal, VANDAAG, status="loopt", gedaan="Van de ander.", gemaakt_door=ander)


def test_the_second_sees_the_report_of_the_first_and_loses_nothing(client, mijlpaal, tweede):
    html = stuur(client, mijlpaal, gedaan="Van mij.").content.decode()
    assert Stand.objects.count() == 1
    assert "Van de ander." in html
    assert "door tweede" in html
    assert "Van mij.</textarea>" in html
    assert "zet het vinkje" in html


def test_confirmed_it_comes_beside_the_first(client, mijlpaal, tweede):
    stuur(client, mijlpaal, gedaan="Van mij.")
    opnieuw = {"gezien": tweede.pk, "botsing": tweede.pk, "gedaan": "Van mij."}
    stuur(client, mijlpaal, **opnieuw)
    assert Stand.objects.count() == 1  # without the tick it stays
    stuur(client, mijlpaal, **opnieuw, bevestig="on")
    assert [s.gedaan for s in Stand.objects.order_by("pk")] == ["Van de ander.", "Van mij."]


def test_a_third_report_in_between_is_shown_again(client, mijlpaal, tweede):
    derde = make_stand(mijlpaal, VANDAAG, status="loopt", gedaan="Nog een.")
    velden = {"gezien": tweede.pk, "botsing": tweede.pk, "bevestig": "on"}
    html = stuur(client, mijlpaal, **velden).content.decode()
    assert "Nog een." in html
    assert Stand.objects.latest("pk") == derde


@pytest.mark.parametrize("gedaan", ["Het plan ligt er.", "Eerst dit.\r\nToen dat.", "Cafe\u0301"])
def test_the_same_form_sent_twice_is_one_report(client, mijlpaal, gedaan):
    stuur(client, mijlpaal, gedaan=gedaan)
    assert stuur(client, mijlpaal, gedaan=gedaan).status_code == 302
    assert Stand.objects.count() == 1


# -- who, and how much ---------------------------------------------------------------------------


@pytest.mark.parametrize("deel", ["", "links/", "hiaten/"])
def test_a_programme_of_another_gemeente_is_not_there(client, manager, deel):
    ander = make_programma(make_gemeente("elders"))
    assert client.get(adres_van(ander, deel)).status_code == 404


def test_who_only_enters_figures_may_not_report(client):
    gemeente = make_gemeente()
    client.force_login(make_user(gemeente, Rol.INVOERDER))
    mijlpaal = make_mijlpaal(make_programma(gemeente))
    assert client.get(adres_van(mijlpaal.programma)).status_code == 403
    assert stuur(client, mijlpaal).status_code == 403
    assert client.get(adres_van(mijlpaal.programma, "hiaten/")).status_code == 200


def test_one_programme_is_opened_at_once_and_the_start_page_leads_there(client, mijlpaal):
    assert "Mijn mijlpalen bijwerken" in client.get("/admin/").content.decode()
    antwoord = client.get("/admin/programma/bijwerken/")
    assert antwoord.url == adres_van(mijlpaal.programma)


def test_a_track_leader_sees_his_own_lines(client, manager):
    programma = make_programma(manager)
    make_onderdeel(programma, gepland="2030", code="a", titel="Van mij", eigenaar="trekker jeugd")
    make_onderdeel(programma, gepland="2030", code="b", titel="Van een ander")
    html = client.get(adres_van(programma) + "?eigenaar=trekker+jeugd").content.decode()
    assert "Van mij" in html
    assert "Van een ander" not in html


def test_queries_do_not_grow_with_the_lines(client, manager):
    programma = make_programma(manager)
    make_stand(make_mijlpaal(programma, code="a"), status="loopt")
    with CaptureQueriesContext(connection) as een:
        client.get(adres_van(programma))
    for code in "bcd":
        make_stand(make_mijlpaal(programma, code=code), status="loopt")
    with CaptureQueriesContext(connection) as vier:
        client.get(adres_van(programma))
    assert len(een) == len(vier)


@pytest.mark.parametrize(
    ("tekst", "antwoord"),
    [
        (
            "medio 2022",
            {"gelezen": "1 juni 2022 tot en met 31 juli 2022 (ongeveer)", "melding": ""},
        ),
        ("", {"gelezen": "", "melding": ""}),
    ],
)
def test_words_are_read_back_while_typing(client, tekst, antwoord):
    response = client.get("/bijwerken/datum/", {"tekst": tekst})
    assert response.json() == antwoord
    assert "no-store" in response["Cache-Control"]


def test_the_parts_of_a_split_line_are_lines_of_their_own(client, manager):
    from programma.standen import maak_delen

    onderdeel = make_onderdeel(
        make_programma(manager), gepland=f"eind {JAAR + 1} Noord, {JAAR + 2} Zuid"
    )
    noord = maak_delen(onderdeel)[0]
    stuur(client, noord, "d", gezien="0")
    stand = Stand.objects.get()
    assert (stand.onderdeel, stand.deel) == (onderdeel, noord)
    assert Mijlpaal.objects.count() == 0

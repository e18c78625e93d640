"""The programme manager's pages: report, move, add; each only in the own gemeente."""

from datetime import date

import pytest

from monitor.models.enums import Rol
from programma.models import (
    Budgetregel,
    Herplanning,
    Mijlpaal,
    Mijlpaaldeel,
    Onderdeel,
    Programma,
    Risico,
    Stand,
)
from tests.make import make_gemeente, make_indicator, make_reeks, make_user
from tests.test_programma_standen import (
    make_mijlpaal,
    make_onderdeel,
    make_programma,
    make_stand,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    gemeente = make_gemeente()
    client.force_login(make_user(gemeente, Rol.PROGRAMMAMANAGER))
    return gemeente


def velden_van(client, adres):
    """The form as a browser would send it back."""
    context = client.get(adres).context
    form, formsets = context["adminform"].form, context["inline_admin_formsets"]
    data = {naam: form[naam].value() for naam in form.fields}
    for formset in (f.formset for f in formsets):
        beheer = formset.management_form
        data |= {beheer.add_prefix(naam): beheer[naam].value() for naam in beheer.fields}
        for rij in formset.forms:
            data |= {rij.add_prefix(naam): rij[naam].value() for naam in rij.fields}
    return {
        k: ("on" if v is True else v) for k, v in data.items() if v is not None and v is not False
    }


def adres_van(obj, pagina="change"):
    return f"/admin/programma/{obj._meta.model_name}/{obj.pk}/{pagina}/"


def test_a_milestone_is_moved_on_its_own_page(client, manager):
    mijlpaal = make_mijlpaal(make_programma(manager))
    adres = adres_van(mijlpaal)
    nieuw = {
        "nieuw_tekst": "medio 2022",
        "nieuw_reden": "Door ziekte.",
        "nieuw_door": "college",
        "nieuw_op": "30-04-2021",
    }
    response = client.post(adres, velden_van(client, adres) | nieuw, follow=True)
    assert "Gelezen als 1 juni 2022 tot en met 31 juli 2022 (ongeveer)" in response.content.decode()
    assert Herplanning.objects.get().oud_tekst == "1 juli 2021"
    stand = Stand.objects.get()
    assert (stand.status, stand.verwacht_tekst, stand.reden) == (
        "vertraagd",
        "medio 2022",
        "Door ziekte.",
    )
    assert Mijlpaal.objects.get().gepland_tekst == "1 juli 2021"


def test_a_decision_of_before_the_newest_forecast_says_that_the_forecast_stands(client, manager):
    mijlpaal = make_mijlpaal(make_programma(manager))
    make_stand(
        mijlpaal, date(2021, 5, 20), status="vertraagd", verwacht_tekst="eind 2021", reden="x"
    )
    adres = adres_van(mijlpaal)
    nieuw = {"nieuw_tekst": "medio 2022", "nieuw_reden": "x", "nieuw_door": "raad"}
    for op, melding in (("30-04-2021", True), ("21-05-2021", False)):
        data = velden_van(client, adres) | nieuw | {"nieuw_op": op}
        html = client.post(adres, data, follow=True).content.decode()
        assert ("op 20-05-2021: verwacht ‘eind 2021’" in html) is melding


@pytest.mark.parametrize(
    ("weg", "veld"),
    [("nieuw_reden", "nieuw_reden"), ("nieuw_door", "nieuw_door"), ("nieuw_op", "nieuw_op")],
)
def test_moving_asks_for_everything(client, manager, weg, veld):
    adres = adres_van(make_mijlpaal(make_programma(manager)))
    nieuw = {
        "nieuw_tekst": "2022",
        "nieuw_reden": "x",
        "nieuw_door": "raad",
        "nieuw_op": "30-04-2021",
    }
    response = client.post(adres, velden_van(client, adres) | nieuw | {weg: ""})
    assert list(response.context["adminform"].form.errors) == [veld]
    assert not Herplanning.objects.exists()


def test_a_date_that_can_not_be_read_is_explained(client, manager):
    adres = adres_van(make_mijlpaal(make_programma(manager)))
    nieuw = {
        "nieuw_tekst": "straks",
        "nieuw_reden": "x",
        "nieuw_door": "raad",
        "nieuw_op": "30-04-2021",
    }
    response = client.post(adres, velden_van(client, adres) | nieuw)
    assert "niet te lezen" in str(response.context["adminform"].form.errors["nieuw_tekst"])


def stand_rij(**velden):
    rij = {"datum": "30-04-2021", "status": "loopt", "gedaan": "Er is begonnen."} | velden
    return {"standen-TOTAL_FORMS": "1"} | {f"standen-0-{k}": v for k, v in rij.items()}


def test_a_report_is_added_and_the_old_ones_can_only_be_read(client, manager):
    onderdeel = make_onderdeel(make_programma(manager))
    adres = adres_van(onderdeel)
    client.post(adres, velden_van(client, adres) | stand_rij())
    stand = Stand.objects.get()
    assert (stand.programma, stand.gedaan, stand.voorgesteld) == (
        onderdeel.programma, "Er is begonnen.", "loopt",
    )  # fmt: skip
    poging = velden_van(client, adres) | {
        "standen-TOTAL_FORMS": "1",
        "standen-INITIAL_FORMS": "1",
        "standen-0-id": str(stand.pk),
        "standen-0-gedaan": "Iets anders.",
    }
    client.post(adres, poging)
    assert Stand.objects.get().gedaan == "Er is begonnen."


def test_a_status_that_flatters_is_refused_without_words(client, manager):
    mijlpaal = make_mijlpaal(make_programma(manager), gepland="maart 2021")
    adres = adres_van(mijlpaal)
    rij = stand_rij(status="op_schema", verwacht_tekst="november 2021")
    response = client.post(adres, velden_van(client, adres) | rij)
    assert "8 maanden later" in response.content.decode()
    assert not Stand.objects.exists()


def test_the_interval_is_shown_back(client, manager):
    adres = adres_van(
        make_mijlpaal(make_programma(manager), gepland="Q3/Q4", gepland_op=date(2021, 4, 30))
    )
    assert "1 juli 2021 tot en met 31 december 2021 (reeks)" in client.get(adres).content.decode()


def test_a_programme_of_another_shape_is_made_with_its_parts(client, manager):
    nieuw = {"gemeente": manager.pk, "naam": "Nieuw huis", "slug": "nieuw-huis", "telniveau": "2",
             "niveaus": "portfolio, portfolio's\nproject, projecten", "_continue": "1"}  # fmt: skip
    client.post("/admin/programma/programma/add/", nieuw)
    programma = Programma.objects.get()
    adres = adres_van(programma)
    rij = {"titel": "Fase een", "code": "fase-een", "volgorde": "1",
           "gepland_tekst": "begin 2021 Noord, eind 2021 Zuid"}  # fmt: skip
    data = velden_van(client, adres) | {"onderdelen-TOTAL_FORMS": "1"}
    client.post(adres, data | {f"onderdelen-0-{k}": v for k, v in rij.items()})
    assert Onderdeel.objects.get().gepland_precisie == "delen"
    assert [d.naam for d in Mijlpaaldeel.objects.all()] == ["Noord", "Zuid"]
    assert "Fase een" in client.get(adres).content.decode()


@pytest.mark.parametrize("soort", ["programma", "onderdeel", "mijlpaal", "risico"])
def test_only_the_own_gemeente_is_listed(client, manager, soort):
    ander = make_programma(make_gemeente("elders"), naam="Geheim elders")
    make_onderdeel(ander, titel="Geheim elders")
    make_mijlpaal(ander, titel="Geheim elders")
    html = client.get(f"/admin/programma/{soort}/").content.decode()
    assert "Geheim elders" not in html


@pytest.mark.parametrize("pagina", ["change", "delete", "history"])
def test_a_line_of_another_gemeente_is_not_there(client, manager, pagina):
    ander = make_programma(make_gemeente("elders"))
    for obj in (ander, make_onderdeel(ander), make_mijlpaal(ander)):
        assert client.get(adres_van(obj, pagina)).status_code == 404


def test_who_only_enters_figures_may_look_and_not_move(client):
    gemeente = make_gemeente()
    client.force_login(make_user(gemeente, Rol.INVOERDER))
    adres = adres_van(make_mijlpaal(make_programma(gemeente)))
    assert "Opnieuw plannen" not in client.get(adres).content.decode()
    nieuw = {
        "nieuw_tekst": "2022",
        "nieuw_reden": "x",
        "nieuw_door": "raad",
        "nieuw_op": "30-04-2021",
    }
    assert client.post(adres, nieuw).status_code == 403


def test_the_first_plan_can_not_be_rewritten_once_there_was_a_report(client, manager):
    mijlpaal = make_mijlpaal(make_programma(manager))
    make_stand(mijlpaal, status="loopt")
    adres = adres_van(mijlpaal)
    client.post(
        adres, velden_van(client, adres) | {"gepland_tekst": "2030", "titel": "Nieuwe titel"}
    )
    mijlpaal.refresh_from_db()
    assert (mijlpaal.titel, mijlpaal.gepland_tekst) == ("Nieuwe titel", "1 juli 2021")


def test_an_open_term_and_a_proposed_status_are_shown_in_words(client, manager):
    mijlpaal = make_mijlpaal(make_programma(manager), "vanaf Q4-2021")
    Stand.objects.create(
        programma=mijlpaal.programma,
        mijlpaal=mijlpaal,
        datum="2021-04-30",
        status="niet_gestart",
        voorgesteld="niet_gestart",
    )

    html = client.get(adres_van(mijlpaal)).content.decode()

    assert ">vanaf 1 oktober 2021<" in html
    assert "geen einde" not in html
    assert ">niet_gestart<" not in html


def test_a_report_or_a_decision_of_a_day_to_come_is_refused(client, manager):
    adres = adres_van(make_mijlpaal(make_programma(manager)))
    stand = {"standen-TOTAL_FORMS": "1", "standen-0-datum": "01-01-2100", "standen-0-status": "op_schema"}  # fmt: skip
    besluit = {"nieuw_tekst": "2101", "nieuw_reden": "x", "nieuw_door": "raad", "nieuw_op": "01-01-2100"}  # fmt: skip
    response = client.post(adres, velden_van(client, adres) | stand | besluit)
    assert response.content.decode().count("Die dag moet nog komen. Kijk de datum na.") == 2
    assert (Stand.objects.count(), Herplanning.objects.count()) == (0, 0)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_of_a_programme_asks_as_much_with_many_rows(
    client, manager, django_assert_max_num_queries, aantal
):
    programma = make_programma(manager)
    reeks = make_reeks(make_indicator(manager, eenheid="euro"))
    for i in range(aantal):
        make_onderdeel(programma, code=f"o{i}", titel=f"Deel {i}")
        Risico.objects.create(programma=programma, code=f"r{i}", omschrijving="x")
        Budgetregel.objects.create(programma=programma, soort="begroot", omschrijving=f"b{i}", reeks=reeks)  # fmt: skip
    client.get(adres_van(programma))
    with django_assert_max_num_queries(48):
        assert client.get(adres_van(programma)).status_code == 200


@pytest.mark.parametrize(("soort", "van"), [("onderdeel", "titel"), ("mijlpaal", "titel"), ("risico", "omschrijving")])  # fmt: skip
def test_the_address_follows_from_the_title(client, manager, soort, van):
    pagina = client.get(f"/admin/programma/{soort}/add/")
    velden = pagina.context["adminform"].prepopulated_fields
    assert [(v["field"].name, [d.name for d in v["dependencies"]]) for v in velden] == [("code", [van])]  # fmt: skip

"""The gap report: what the real programmes lack comes out by itself; the rules are pure."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitor.models.enums import Eenheid, Richting, Rol, Soort
from monitor.publiceren.samenstellen import compose
from programma.hiaten import hiaten_van
from programma.models import OnderdeelIndicator, Programma
from programma.regels.datums import lees_datum
from programma.regels.hiaten import Cijfer, Knoop, Plan, Regel, datums_in, is_reden, vind_hiaten
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)
from tests.test_programma_invoer import GRIP, JEUGDHULP, TRANSFORMATIE, importeer_pad
from tests.test_programma_standen import make_mijlpaal, make_onderdeel, make_programma

VERSLAG = date(2021, 4, 16)


def soorten(plan: Plan) -> list[str]:
    return [h.soort for h in vind_hiaten(plan)]


def d(tekst: str):
    return lees_datum(tekst, referentie=date(2021, 1, 1))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Het plan noemt 31 december 2022. De nota noemt eind 2021.", ["31 december 2022", "eind 2021"]),
        ("Tot en met 2021-12-31 (eerst: medio 2020)", ["2021-12-31", "medio 2020"]),
        ("Twee jaar, zonder datum.", []),
        ("", []),
    ],
)  # fmt: skip
def test_dates_are_found_in_a_sentence(tekst, verwacht):
    gevonden = [x.tekst for x in datums_in(tekst, referentie=date(2022, 12, 31))]
    assert [x.removeprefix("Tot en met ").removeprefix("tot en met ") for x in gevonden] == verwacht


@pytest.mark.parametrize(
    ("tekst", "is_er_een"),
    [
        ("Ziekte in het team.", True),
        ("", False),
        ("Het verslag noemt geen reden.", False),
        ("Een andere reden noemt het verslag niet.", False),
        ("Reden onbekend", False),
        ("n.v.t.", False),
        ("De reden is dat er geen geld was.", True),
    ],
)
def test_words_that_give_no_reason_are_none(tekst, is_er_een):
    assert is_reden(tekst) is is_er_een


def test_dates_outside_the_programme_contradict():
    plan = Plan(
        start=date(2020, 9, 1),
        eind=date(2021, 12, 31),
        regels=[
            Regel("a", "Na het eind", gepland=d("1-1-2022")),
            Regel("b", "Verwacht na het eind", gepland=d("2021"), verwacht=d("medio 2022")),
            Regel("c", "Voor het begin", gepland=d("juni 2020")),
            Regel("d", "Klaar voor het begon", gepland=d("vanaf mei 2021"), gerealiseerd=d("maart 2021")),
            Regel("e", "Precies goed", gepland=d("eind 2021")),
        ],
    )  # fmt: skip
    assert [(h.soort, h.sleutel) for h in vind_hiaten(plan)] == [
        ("tegenspraak", sleutel) for sleutel in "abcd"
    ]


def test_a_gap_of_every_goal_is_said_once_and_that_of_a_parent_not_again():
    kind = Knoop("b", "Subdoel", is_doel=True)
    top = Knoop("a", "Doel", is_doel=True, is_top=True, kinderen=[kind])
    alle = vind_hiaten(Plan(toppen=[top], heeft_budget=True))
    assert [(h.soort, h.sleutel) for h in alle] == [
        ("doel_zonder_cijfer", ""),
        ("doel_zonder_mijlpaal", ""),
    ]
    ander = Knoop("c", "Ander", is_doel=True, regels=[Regel("r", "R", gepland=d("2021"))])
    deels = vind_hiaten(Plan(toppen=[top, ander], heeft_budget=True))
    assert [(h.soort, h.sleutel) for h in deels] == [
        ("doel_zonder_cijfer", ""),
        ("doel_zonder_mijlpaal", "a"),
    ]


def test_every_gap_says_what_to_do():
    plan = Plan(toppen=[Knoop("a", "Doel", is_doel=True, is_top=True)])
    gevonden = vind_hiaten(plan)
    assert gevonden
    assert [h for h in gevonden if not (h.melding and h.advies)] == []


# -- the real programmes -------------------------------------------------------------------------


@pytest.fixture
def grip(db) -> Programma:
    importeer_pad(make_gemeente("dalfsen"), GRIP)
    return Programma.objects.get()


def van_soort(programma, soort, peildatum=VERSLAG):
    return [x.hiaat for x in hiaten_van(programma, peildatum=peildatum) if x.hiaat.soort == soort]


@pytest.mark.parametrize("dag", [VERSLAG, date(2023, 1, 1), date(2026, 11, 22)])
def test_grip_slipped_without_a_reason_at_three_places(grip, dag):
    """Also years later, when there was no word since."""
    titels = [h.titel.split()[0] for h in van_soort(grip, "geen_reden", dag)]
    assert titels == ["3.8", "3.9", "4.3"]


def test_grip_ends_at_two_days(grip):
    tegenspraken = van_soort(grip, "tegenspraak")
    assert "maar de stukken noemen ook ‘eind 2021’" in tegenspraken[0].melding
    assert tegenspraken[0].sleutel == ""


@pytest.mark.django_db
@pytest.mark.parametrize("pad", [GRIP, JEUGDHULP, TRANSFORMATIE])
def test_each_real_programme_has_a_report_with_pages_to_mend_it(pad, client):
    gemeente = make_gemeente()
    importeer_pad(gemeente, pad)
    gevonden = hiaten_van(Programma.objects.get(), peildatum=date(2021, 4, 30))
    assert len(gevonden) >= 3
    client.force_login(make_user(gemeente, Rol.PROGRAMMAMANAGER))
    assert {client.get(adres).status_code for adres in {x.adres for x in gevonden}} == {200}


def test_the_page_shows_it(grip, client):
    client.force_login(make_user(grip.gemeente, Rol.PROGRAMMAMANAGER))
    html = client.get(f"/admin/programma/bijwerken/{grip.pk}/hiaten/").content.decode()
    assert "Later zonder reden (" in html
    assert "3.8 Sturen op het effect van welzijn" in html


@pytest.mark.django_db
def test_a_figure_is_complete_with_target_baseline_and_counter_figure():
    gemeente = make_gemeente()
    onderdeel = make_onderdeel(make_programma(gemeente), gepland="medio 2021")
    kosten = make_indicator(
        gemeente, "lasten", eenheid=Eenheid.EURO, richting=Richting.MINDER, naam="Lasten"
    )
    wacht = make_indicator(gemeente, "wachttijd")
    koppeling = OnderdeelIndicator.objects.create(onderdeel=onderdeel, indicator=kosten)
    eerst = {h.hiaat.soort for h in hiaten_van(onderdeel.programma, peildatum=VERSLAG)}
    make_waarneming(kosten, "2021", Decimal(5), soort=Soort.STREEFWAARDE)
    koppeling.nulmeting, koppeling.tegenindicator = "2019", wacht
    koppeling.save()
    daarna = {h.hiaat.soort for h in hiaten_van(onderdeel.programma, peildatum=VERSLAG)}
    assert eerst - daarna == {
        "cijfer_zonder_streefwaarde", "cijfer_zonder_nulmeting", "kosten_zonder_tegencijfer",
    }  # fmt: skip


@pytest.mark.django_db
def test_queries_do_not_grow_with_the_programme():
    programma = make_programma()

    def maak(nummers):
        for i in nummers:
            onderdeel = make_onderdeel(programma, gepland="2021", code=f"o{i}")
            make_mijlpaal(programma, code=f"m{i}", onderdeel=onderdeel)
            indicator = make_indicator(programma.gemeente, f"i{i}")
            OnderdeelIndicator.objects.create(onderdeel=onderdeel, indicator=indicator)

    maak([0])
    with CaptureQueriesContext(connection) as een:
        hiaten_van(programma, peildatum=VERSLAG)
    maak([1, 2])
    with CaptureQueriesContext(connection) as drie:
        hiaten_van(programma, peildatum=VERSLAG)
    assert len(drie) == len(een)


@pytest.mark.django_db
def test_a_counter_figure_stands_beside_the_costs():
    gemeente = make_gemeente()
    onderdeel = make_onderdeel(make_programma(gemeente), gepland="2021")
    kosten = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, naam="Lasten")
    wacht = make_indicator(gemeente, "wachttijd", naam="Wachttijd")
    for indicator in (kosten, wacht):
        make_waarneming(indicator, "2021-04", 5)
    OnderdeelIndicator.objects.create(onderdeel=onderdeel, indicator=kosten, tegenindicator=wacht)
    uitgave = make_uitgave(gemeente)
    make_blok(make_hoofdstuk(uitgave), "programma", verwijst_naar="proef")
    inhoud = compose(uitgave)
    assert {"lasten", "wachttijd"} <= set(inhoud["indicatoren"])
    cijfers = inhoud["programmas"]["proef"]["boom"][0]["cijfers"]
    assert [(c["naam"], c["schakel_tekst"]) for c in cijfers][1] == (
        "Wachttijd",
        "Tegencijfer bij Lasten",
    )


@pytest.mark.django_db
def test_the_tree_says_where_something_is_missing(client):
    onderdeel = make_onderdeel(make_programma(make_gemeente()), code="a")
    make_onderdeel(onderdeel.programma, code="b", gepland="eind 2099")
    client.force_login(make_user(onderdeel.programma.gemeente, Rol.PROGRAMMAMANAGER))
    html = client.get(f"/admin/programma/programma/{onderdeel.programma.pk}/change/").content
    assert "Wat ontbreekt er? (" in html.decode()
    assert "1 keer iets dat ontbreekt" in html.decode()


def test_what_is_shown_twice_lacks_something_once():
    cijfers = [Cijfer("Wachttijd", heeft_streefwaarde=True)]
    top = Knoop("a", "A", True, is_top=True, cijfers=cijfers)
    plan = Plan(toppen=[top, Knoop("b", "B", False, is_spiegel=True, cijfers=cijfers)])
    gaten = [(h.soort, h.sleutel) for h in vind_hiaten(plan)]
    assert gaten.count(("cijfer_zonder_nulmeting", "a")) == 1
    assert ("cijfer_zonder_nulmeting", "b") not in gaten

"""Which figures an edition expects, and what the grid shows beside each."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.invoer.cockpit import zet_leeg
from monitor.invoer.perioden import periode_voor
from monitor.invoer.rooster import reden_dicht, rijen_voor, telling
from monitor.invoer.rooster_bewaren import bewaar
from monitor.invoer.rooster_lezen import Invoer
from monitor.invoer.toepassen import leg_vast
from monitor.models import BewustLeeg, Blokregel, Categorie, Dimensie
from monitor.models.enums import BlokSoort, Frequentie, Soort, UitgaveStand
from monitor.regels.getallen import Getal
from monitor.regels.perioden import lees_periode
from monitor.regels.verwachting import Venster, is_verwacht, verwachte_perioden
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_periode,
    make_reeks,
    make_uitgave,
    make_user,
    make_waarneming,
)
from tests.rooster import make_overgenomen_prognose

KWARTAAL = Venster(date(2026, 6, 30), date(2026, 9, 30), lees_periode("2026-K3"))


def codes(keuze="", frequentie="maand", gewoonten=(), **opties):
    vakken = [lees_periode(code) for code in gewoonten]
    gevonden = verwachte_perioden(
        KWARTAAL, keuze=keuze, frequentie=frequentie, gewoonten=vakken, **opties
    )
    return [t.code for t in gevonden]


@pytest.mark.parametrize(
    ("verwacht", "vraag"),
    [
        (["2026-09"], {}),
        (["2026-07", "2026-08", "2026-09"], {"keuze": "laatste 12"}),
        (["2026-08", "2026-09"], {"keuze": "laatste 2"}),
        (["2026-09"], {"keuze": "zelfde maand 3"}),
        (["2026-08"], {"keuze": "2025-08, 2026-08"}),
        (["2026-K3"], {"frequentie": "kwartaal"}),
        (["2025"], {"frequentie": "jaar"}),
        (["2026-H1"], {"frequentie": "halfjaar"}),
        (["2026-K3"], {"frequentie": "onregelmatig"}),
        (["2026-K3"], {"gewoonten": ["2026-K2"]}),
        (["2026-01_2026-09"], {"gewoonten": ["2026-01_2026-06"]}),
        (["2026-09-01"], {"gewoonten": ["2026-06-01"]}),
        (["2026-01-01"], {"gewoonten": ["2025-01-01"], "frequentie": "jaar"}),
        (["2026"], {"is_gepland": True}),
        (["2026-09"], {"is_gepland": True, "gewoonten": ["2026-06"]}),
        (["2026-07", "2026-08", "2026-09"], {"keuze": "alles", "gewoonten": ["2026-06", "2026-01_2026-06"]}),
        ([".._2026-09"], {"gewoonten": [".._2026-06"]}),
        (["2021_.."], {"gewoonten": ["2021_.."]}),
    ],
)  # fmt: skip
def test_periods_follow_choice_rhythm_and_habit(verwacht, vraag):
    assert codes(**vraag) == verwacht


@given(
    st.dates(date(2000, 1, 1), date(2090, 12, 31)),
    st.integers(1, 800),
    st.sampled_from(Frequentie.values),
    st.sampled_from(["", "alles", "laatste 5", "zelfde maand 3"]),
)
def test_nothing_is_expected_about_time_to_come(tot, dagen, frequentie, keuze):
    na = date.fromordinal(tot.toordinal() - dagen)
    venster = Venster(na, tot, lees_periode(tot.isoformat()))
    gevonden = verwachte_perioden(venster, keuze=keuze, frequentie=frequentie)
    assert gevonden
    assert all(t.eind <= tot for t in gevonden)
    assert len({t.code for t in gevonden}) == len(gevonden)


def test_accounts_of_last_year_are_expected_from_mid_july():
    assert not is_verwacht("jaar", "jaarrekening", date(2026, 6, 30))
    assert is_verwacht("jaar", "jaarrekening", date(2026, 9, 30))
    assert not is_verwacht("onregelmatig", "realisatie", date(2026, 9, 30))


# -- the rows --------------------------------------------------------------------------------------


@pytest.fixture
def uitgave(db):
    gemeente = make_gemeente()
    vorige = make_uitgave(gemeente, "2026-K2")
    return make_uitgave(gemeente, "2026-K3", vorige=vorige)


def maandcijfer(uitgave, code="clienten-jeugd", **velden):
    return make_indicator(uitgave.gemeente, code, frequentie=Frequentie.MAAND, **velden)


def test_row_shows_what_was_before_and_a_year_ago(uitgave):
    indicator = maandcijfer(uitgave, eigenaar="Team Jeugd")
    make_waarneming(indicator, "2025-09", 1100)
    make_waarneming(indicator, "2026-08", 1135)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)

    [rij] = rijen_voor(uitgave)
    assert (rij.hoofdstuk, rij.eigenaar, rij.periode.code) == ("Jeugd", "Team Jeugd", "2026-09")
    assert (rij.vorig, rij.vorig_periode, rij.jaar_eerder) == ("1.135", "augustus 2026", "1.100")
    assert (rij.tekst, rij.versie, rij.is_open) == ("", 0, True)


def test_a_figure_that_two_blocks_name_is_one_row(uitgave):
    indicator = maandcijfer(uitgave)
    make_waarneming(indicator, "2026-09", 5)
    for code in ("jeugd", "wmo"):
        make_blok(make_hoofdstuk(uitgave, code), BlokSoort.TEGELS, indicator)

    assert telling(rijen_voor(uitgave)) == {
        "rijen": 1, "verwacht": 1, "klaar": 1, "open": 0, "bewust_leeg": 0, "twijfel": 0}  # fmt: skip


def test_a_breakdown_expects_the_categories_in_use(uitgave):
    indicator = maandcijfer(uitgave)
    dimensie = Dimensie.objects.create(gemeente=uitgave.gemeente, code="wijk", naam="Wijk")
    for code in ("noord", "zuid", "west"):
        Categorie.objects.create(dimensie=dimensie, code=code, naam=code.title())
    blok = make_blok(make_hoofdstuk(uitgave), BlokSoort.TABEL)
    Blokregel.objects.create(blok=blok, indicator=indicator, per_dimensie=dimensie)
    assert len(rijen_voor(uitgave)) == 3
    for code in ("noord", "zuid"):
        make_waarneming(indicator, "2026-08", 5, sleutel=f"wijk={code}")
    assert [r.uitsplitsing for r in rijen_voor(uitgave)] == ["wijk=noord", "wijk=zuid"]


def test_finance_table_expects_its_kinds(uitgave):
    indicator = maandcijfer(uitgave, "lasten-jeugd", eenheid="euro", telt="euro")
    make_blok(make_hoofdstuk(uitgave), BlokSoort.FINANCIEEL, indicator)

    assert [(r.soort, r.periode.code) for r in rijen_voor(uitgave)] == [
        ("begroting_primitief", "2026"),
        ("prognose", "2026"),
        ("realisatie", "2026-01_2026-09"),
        ("jaarrekening", "2025"),
    ]


def test_run_off_triangle_expects_the_new_diagonal_only(uitgave):
    indicator = maandcijfer(uitgave, "betaald", eenheid="euro", telt="euro")
    dimensie = Dimensie.objects.create(gemeente=uitgave.gemeente, code="betaalmaand", naam="Maand")
    for maand in range(1, 13):
        code = f"2026-{maand:02}"
        Categorie.objects.create(dimensie=dimensie, code=code, naam=code)
    blok = make_blok(make_hoofdstuk(uitgave), BlokSoort.TABEL, perioden="laatste 2")
    Blokregel.objects.create(blok=blok, indicator=indicator, per_dimensie=dimensie)

    paren = [(r.uitsplitsing[-2:], r.periode.code[-2:]) for r in rijen_voor(uitgave)]
    assert paren == [("08", "08"), ("09", "08"), ("09", "09")]


def test_derived_and_retired_figures_are_not_asked(uitgave):
    rekenen = maandcijfer(uitgave, "per-client", formule="a / b")
    weg = maandcijfer(uitgave, "oud", is_actief=False)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, rekenen, weg)
    assert rijen_voor(uitgave) == []


@pytest.mark.parametrize("aantal", [1, 30])
def test_queries_do_not_grow(uitgave, aantal, django_assert_num_queries):
    hoofdstuk = make_hoofdstuk(uitgave)
    for i in range(aantal):
        indicator = maandcijfer(uitgave, f"cijfer-{i}")
        make_waarneming(indicator, "2026-09", i)
        make_blok(hoofdstuk, BlokSoort.TEGELS, indicator)
    make_waarneming(indicator, "2019-09", 1, sleutel="wijk=noord")  # quiet for years
    with django_assert_num_queries(8):
        assert len(rijen_voor(uitgave, met_twijfels=False)) == aantal


def test_a_published_edition_is_closed(uitgave):
    assert reden_dicht(uitgave) == ""
    uitgave.stand = UitgaveStand.GEPUBLICEERD
    assert "publiceer daarna een correctie" in reden_dicht(uitgave)


def test_another_gemeente_is_not_in_the_grid(uitgave):
    ander = make_gemeente("anderdam")
    vreemd = make_indicator(ander, "clienten-jeugd", frequentie=Frequentie.MAAND)
    make_waarneming(vreemd, "2026-08", 777, soort=Soort.REALISATIE)
    indicator = maandcijfer(uitgave)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)
    [rij] = rijen_voor(uitgave)
    assert rij.vorig == ""


def test_a_figure_of_years_ago_is_still_the_previous_one(uitgave):
    indicator = make_indicator(uitgave.gemeente, "enquete", frequentie=Frequentie.JAAR)
    make_waarneming(indicator, "2021", 42)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)
    [rij] = rijen_voor(uitgave)
    assert (rij.periode.code, rij.vorig, rij.vorig_periode) == ("2025", "42", "2021")


def test_what_stays_empty_on_purpose_is_not_open(uitgave):
    indicator = maandcijfer(uitgave)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, indicator)
    BewustLeeg.objects.create(
        uitgave=uitgave,
        indicator=indicator,
        soort=Soort.REALISATIE,
        periode=make_periode("2026-09"),
        reden="De registratie ligt stil",
    )
    [rij] = rijen_voor(uitgave)
    assert (rij.is_leeg, rij.is_open, rij.bewust_leeg) == (True, False, "De registratie ligt stil")
    assert telling([rij])["bewust_leeg"] == 1


# -- a forecast of the edition before --------------------------------------------------------------


@pytest.fixture
def met_prognose():
    return make_overgenomen_prognose()


def prognose(uitgave):
    return next(r for r in rijen_voor(uitgave) if r.soort == "prognose")


@pytest.mark.django_db
def test_a_forecast_of_the_previous_edition_is_open_until_it_is_new(met_prognose):
    rij = prognose(met_prognose)
    assert (rij.is_overgenomen, rij.is_open, rij.tekst) == (True, True, "€\xa0100")
    reeks = make_reeks(rij.indicator, "prognose")
    leg_vast(
        reeks, periode_voor("2026"), Getal(waarde=Decimal(110)), by=None, reden="Nieuwe raming"
    )
    assert not prognose(met_prognose).is_open


@pytest.mark.django_db
def test_a_forecast_typed_in_the_grid_is_no_longer_open(met_prognose):
    sleutel = prognose(met_prognose).sleutel
    cel = Invoer("€ 110", "definitief", "", versie=1)
    uitslag = bewaar(met_prognose, {sleutel: cel}, by=make_user(), reden="Nieuwe raming")
    assert (uitslag.cellen[sleutel].uitkomst, uitslag.cellen[sleutel].rij.is_open) == (
        "opgeslagen",
        False,
    )


@pytest.mark.django_db
def test_a_forecast_may_stay_with_a_reason(met_prognose):
    zet_leeg(
        met_prognose, prognose(met_prognose).sleutel, "De raming is niet veranderd", by=make_user()
    )
    rij = prognose(met_prognose)
    assert (rij.is_open, rij.bewust_leeg) == (False, "De raming is niet veranderd")


@pytest.mark.django_db
def test_a_forecast_that_nobody_published_is_filled_in(met_prognose):
    met_prognose.vorige = None
    assert not prognose(met_prognose).is_open

"""Tiles: value, difference, state and date."""

from datetime import date

import pytest

from monitor.models import Definitieversie
from monitor.models.enums import (
    Aard,
    BlokSoort,
    Eenheid,
    Frequentie,
    GrafiekVorm,
    Richting,
    Soort,
    StroomOfStand,
    Telt,
    WaarnemingStatus,
)
from monitor.publiceren.samenstellen import compose
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.publiceren import tegel

pytestmark = pytest.mark.django_db


@pytest.fixture
def gemeente():
    return make_gemeente("steenwijkerland", naam="Steenwijkerland", cbs_code="GM1708")


@pytest.fixture
def uitgave(gemeente):
    vorige = make_uitgave(gemeente, "2021-01_2021-02", peildatum=date(2021, 2, 28))
    return make_uitgave(gemeente, "2021-03_2021-04", vorige=vorige, peildatum=date(2021, 4, 30))


@pytest.fixture
def hoofdstuk(uitgave):
    return make_hoofdstuk(uitgave, "jeugd")


def test_tile_of_clients_says_27_more_than_in_february(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente, telt=Telt.PERSONEN, naam="Cliënten jeugd")
    make_waarneming(clienten, "2021-02", 721)
    make_waarneming(clienten, "2021-04", 748)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    gevonden = tegel(uitgave)

    assert (gevonden["groot"], gevonden["achter"]) == ("748", "")
    assert gevonden["verschil"]["teken_tekst"] == "+27"
    assert gevonden["verschil"]["tekst"] == "27 meer dan in februari 2021 (721)"
    assert gevonden["verschil"]["groei_tekst"] == "3,7%"
    assert gevonden["stand"] == "Stand april 2021"
    assert gevonden["toestand"] == "normaal"


@pytest.mark.parametrize(
    ("velden", "toestand"),
    [
        ({"waarde": 50}, "normaal"),
        ({"waarde": 9}, "onderdrukt"),
        ({"waarde": 50, "status": WaarnemingStatus.VOORLOPIG}, "voorlopig"),
        ({"waarde": 50, "status": WaarnemingStatus.GESCHAT}, "geschat"),
        ({"aard": Aard.NIET_GEMETEN}, "geen_gegevens"),
        ({"aard": Aard.KLEINER_DAN, "boven": 10}, "onderdrukt"),
        ({"aard": Aard.ZIE_TOELICHTING}, "normaal"),
    ],
)
def test_states_of_a_tile(gemeente, uitgave, hoofdstuk, velden, toestand):
    clienten = make_indicator(gemeente, telt=Telt.PERSONEN)
    make_waarneming(clienten, "2021-04", **velden)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    assert tegel(uitgave)["toestand"] == toestand


def test_tile_without_any_figure(gemeente, uitgave, hoofdstuk):
    make_blok(hoofdstuk, BlokSoort.TEGELS, make_indicator(gemeente))

    assert (tegel(uitgave)["toestand"], tegel(uitgave)["groot"]) == ("geen_gegevens", "–")


def test_figure_behind_its_rhythm_is_not_updated(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente, frequentie=Frequentie.MAAND)
    make_waarneming(clienten, "2021-02", 700)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    assert tegel(uitgave)["toestand"] == "niet_bijgewerkt"
    assert [n["stand"] for n in compose(uitgave)["niet_bijgewerkt"]] == ["februari 2021"]


@pytest.mark.parametrize(
    ("periode", "laat"),
    [("2021-02", ["februari 2021"]), ("2021-03", []), ("2020", []), ("2021-02-28", [])],
)
def test_figure_without_a_rhythm_of_before_the_edition_is_not_updated(
    gemeente, uitgave, hoofdstuk, periode, laat
):
    clienten = make_indicator(gemeente, frequentie=Frequentie.ONREGELMATIG)
    make_waarneming(clienten, periode, 700)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    lijst = compose(uitgave)["niet_bijgewerkt"]

    assert [(n["stand"], n["nieuw_cijfer"]) for n in lijst] == [(stand, "") for stand in laat]


def test_table_of_something_that_was_once_is_not_late(gemeente, uitgave, hoofdstuk):
    eenmalig = make_indicator(gemeente, frequentie=Frequentie.ONREGELMATIG)
    make_waarneming(eenmalig, "2020-04", 700)
    make_blok(hoofdstuk, BlokSoort.TABEL, eenmalig)

    assert compose(uitgave)["niet_bijgewerkt"] == []


def test_promised_figure_names_when_it_comes(gemeente, uitgave, hoofdstuk):
    cijfer = make_indicator(gemeente, "tevredenheid", eenheid=Eenheid.CIJFER, telt=Telt.OVERIG)
    make_waarneming(cijfer, "2020", "7.8")
    make_waarneming(cijfer, "2021-K1", aard=Aard.NOG_NIET_BEKEND, beloofd_voor="2021-K3")
    make_blok(hoofdstuk, BlokSoort.TEGELS, cijfer)

    gevonden = tegel(uitgave)

    assert gevonden["groot"] == "7,8"
    assert gevonden["toestand"] == "niet_bijgewerkt"
    assert gevonden["nieuw_cijfer"] == "3e kwartaal 2021"
    assert gevonden["verschil"] is None


def test_break_in_the_definition_is_not_compared(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2021-02", 700)
    make_waarneming(clienten, "2021-04", 500)
    Definitieversie.objects.create(indicator=clienten, vanaf=date(2021, 3, 1), definitie="anders")
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)
    make_blok(hoofdstuk, BlokSoort.GRAFIEK, clienten, vorm=GrafiekVorm.LIJN)

    inhoud = compose(uitgave)
    tegels, grafiek = (b["inhoud"] for b in inhoud["hoofdstukken"][0]["blokken"])

    assert tegels["tegels"][0]["toestand"] == "niet_vergelijkbaar"
    assert tegels["tegels"][0]["geen_verschil"] == "Niet te vergelijken (andere telling)"
    assert [n["indicator"] for n in inhoud["andere_telling"]] == ["clienten-jeugd"]
    assert grafiek["breuken"] == [1]


def test_flow_over_a_longer_time_is_not_compared(gemeente, uitgave, hoofdstuk):
    instroom = make_indicator(gemeente, stroom_of_stand=StroomOfStand.STROOM)
    make_waarneming(instroom, "2021-01_2021-02", 100)
    make_waarneming(instroom, "2021-01_2021-04", 250)
    make_blok(hoofdstuk, BlokSoort.TEGELS, instroom)

    assert tegel(uitgave)["stand"] == "Januari tot en met april 2021"
    assert tegel(uitgave)["geen_verschil"] == "Niet te vergelijken (over een andere duur)"


def test_traffic_light_only_against_a_target(gemeente, uitgave, hoofdstuk):
    cijfer = make_indicator(
        gemeente, eenheid=Eenheid.CIJFER, telt=Telt.OVERIG, richting=Richting.MEER, decimalen=1
    )
    make_waarneming(cijfer, "2021-04", "7.2")
    make_blok(hoofdstuk, BlokSoort.TEGELS, cijfer)
    assert tegel(uitgave)["stoplicht"] is None

    make_waarneming(cijfer, "2021", "7.5", soort=Soort.STREEFWAARDE)

    assert tegel(uitgave)["stoplicht"] == {
        "code": "let_op",
        "tekst": "Let op",
        "streefwaarde_tekst": "7,5 of hoger",
    }
    assert [r["soort"] for r in compose(uitgave)["indicatoren"][cijfer.code]["reeksen"]] == [
        "realisatie"
    ]


def test_same_figure_is_said_to_be_the_same(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    for maand in ("2021-02", "2021-04"):
        make_waarneming(clienten, maand, 40)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    assert tegel(uitgave)["verschil"]["tekst"] == "gelijk aan februari 2021 (40)"

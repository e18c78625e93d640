"""What is pointed out to the writer of a text."""

from datetime import date
from decimal import Decimal

import pytest

from monitor.models.enums import BlokSoort, Eenheid, Soort, Telt
from monitor.publiceren.samenstellen import compose, stel_samen
from monitor.publiceren.tekstcontrole import getallen, kleine_aantallen
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Het tekort is circa € 50.000.", ["50.000"]),
        ("Dat is 0,3% van € 12,99 mln", ["0,3%", "12,99 mln"]),
        ("In 2021, op 22 juni 2021, 8 weken lang, jonger dan 18 jaar", []),
        ("Transformatie 2.0, 70-plussers, H2, 1e kwartaal, 3/4", []),
        ("{clienten-jeugd @ 2021-04} en [nota 12345](https://x.nl/99999)", []),
        ("27 per 1.000 inwoners, 12 van de 100", ["27", "12"]),
        ("684 aanmeldingen, gemiddeld 191.", ["684", "191"]),
    ],
)
def test_typed_numbers_that_look_like_figures(tekst, verwacht):
    assert [g for g, _, _ in getallen(tekst)] == verwacht


def test_value_of_millions():
    assert [w for _, w, _ in getallen("12,99 mln")] == [Decimal(12990000)]


@pytest.fixture
def uitgave(db):
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente, peildatum=date(2021, 4, 30))
    lasten = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    make_waarneming(lasten, "2021", 12994629, soort=Soort.BEGROTING_PRIMITIEF)
    make_waarneming(lasten, "2021", 13046000, soort=Soort.PROGNOSE)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.FINANCIEEL, lasten)
    return uitgave


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("Een tekort van € 51.371, 0,4% van de begroting van € 12,99 mln.", 0),
        ("Een tekort van circa € 50.000, ofwel 0,3%.", 2),
    ],
)
def test_number_that_no_figure_supports_is_pointed_out(uitgave, tekst, aantal):
    uitgave.wat_zien_we = tekst
    uitgave.save()

    assert len(stel_samen(uitgave).waarschuwingen) == aantal


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("Voor 5 inwoners is geld betaald.", 1),
        ("Eén inwoner nam hulp aan; twee jonge kinderen ook.", 2),
        ("Voor 15 inwoners, 1,5 cliënt en 5 procent.", 0),
    ],
)
def test_small_number_of_people_is_pointed_out(uitgave, tekst, aantal):
    uitgave.anders = tekst
    uitgave.save()

    assert len(list(kleine_aantallen(compose(uitgave)))) == aantal

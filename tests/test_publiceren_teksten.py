"""What is pointed out to the writer of a text."""

from datetime import date

import pytest

from monitor.models.enums import BlokSoort, Eenheid, Soort, Telt
from monitor.publiceren.samenstellen import compose
from monitor.publiceren.tekstcontrole import kleine_aantallen
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)


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
        ("Voor 5 inwoners is geld betaald.", 1),
        ("Eén inwoner nam hulp aan; twee jonge kinderen ook.", 2),
        ("Voor 15 inwoners, 1,5 cliënt en 5 procent.", 0),
    ],
)
def test_small_number_of_people_is_pointed_out(uitgave, tekst, aantal):
    uitgave.anders = tekst
    uitgave.save()

    assert len(list(kleine_aantallen(compose(uitgave)))) == aantal

"""Figures in sentences: what they become, and when they are refused."""

import pytest

from monitor.models.enums import Telt
from monitor.publiceren.samenstellen import stel_samen
from tests.make import make_gemeente, make_hoofdstuk, make_indicator, make_uitgave, make_waarneming
from tests.publiceren import make_delen, toon

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoofdstuk():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente, vorige=make_uitgave(gemeente, "2021-01_2021-02"))
    clienten = make_indicator(gemeente)
    for periode, waarde in (("2020-04", 700), ("2021-02", 721), ("2021-04", 748)):
        make_waarneming(clienten, periode, waarde)
    klein = make_indicator(gemeente, "klein", telt=Telt.PERSONEN)
    make_waarneming(klein, "2021-02", 50)
    make_waarneming(klein, "2021-04", 4)
    groot = make_indicator(gemeente, "groot", telt=Telt.PERSONEN)
    make_waarneming(groot, "2021-02", 4)
    make_waarneming(groot, "2021-04", 50)
    nieuw = make_indicator(gemeente, "nieuw")
    make_waarneming(nieuw, "2021-04", 12)
    nul = make_indicator(gemeente, "nul")
    make_waarneming(nul, "2021-02", 0)
    make_waarneming(nul, "2021-04", 12)
    return make_hoofdstuk(uitgave)


def schrijf(hoofdstuk, tekst):
    hoofdstuk.toelichting = tekst
    hoofdstuk.save()
    gemaakt = stel_samen(hoofdstuk.uitgave)
    return gemaakt.inhoud["hoofdstukken"][0]["toelichting"], gemaakt.fouten


@pytest.mark.parametrize(
    ("tekst", "gevuld"),
    [
        ("{clienten-jeugd}", "748"),
        ("{clienten-jeugd | verschil}", "27 meer"),
        ("{clienten-jeugd | groei}", "3,7%"),
        ("{clienten-jeugd | vorige}", "721"),
        ("{clienten-jeugd | vorig-jaar}", "700"),
        ("{clienten-jeugd @ februari 2021}", "721"),
        ("{clienten-jeugd | periode}", "april 2021"),
        ("{klein | naam}", "Klein"),
    ],
)
def test_reference_is_filled_in(hoofdstuk, tekst, gevuld):
    assert schrijf(hoofdstuk, tekst) == (gevuld, [])


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("{onbekend}", "dit cijfer bestaat niet"),
        ("{klein}", "dit is een klein aantal"),
        ("{klein | verschil}", "dit is een klein aantal"),
        ("{klein | groei}", "dit is een klein aantal"),
        ("{klein | vorig-jaar}", "dit is een klein aantal"),
        ("{groot | verschil}", "geen eerder cijfer om mee te vergelijken"),
        ("{groot | groei}", "geen eerder cijfer om mee te vergelijken"),
        ("{groot | vorige}", "geen eerder cijfer om mee te vergelijken"),
        ("{nieuw | verschil}", "geen eerder cijfer om mee te vergelijken"),
        ("{nul | groei}", "groei vanaf nul"),
        ("{clienten-jeugd @ 2021-03}", "er is geen cijfer over deze periode"),
        ("{clienten-jeugd ; vorm=pgb}", "er is geen cijfer over deze periode"),
        ("{clienten-jeugd | omhoog}", "‘omhoog’ kennen wij niet"),
    ],
)
def test_reference_is_refused(hoofdstuk, tekst, reden):
    _, fouten = schrijf(hoofdstuk, tekst)

    assert [f for f in fouten if reden in f] == fouten != []


def test_figure_that_covers_a_small_one_is_refused_too(hoofdstuk):
    uitgave = hoofdstuk.uitgave
    mensen, deel = make_delen(uitgave.gemeente, {"a": 4, "b": 40, "c": 300})
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen)
    tekst, fouten = schrijf(
        hoofdstuk, "Er zijn er {mensen ; deel=b}, {mensen ; deel=a} en {mensen}."
    )

    assert "40" not in tekst
    assert tekst.endswith("en 344.")
    assert len(fouten) == 2

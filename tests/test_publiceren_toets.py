"""The last look before freezing sees what the shield would have let through."""

import copy

import pytest

from monitor.models import Blokregel, Categorie, Dimensie
from monitor.models.enums import BlokSoort, Telt
from monitor.publiceren.samenstellen import compose
from monitor.publiceren.toets import lekken
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitgave():
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente)
    dimensie = Dimensie.objects.create(gemeente=gemeente, code="deel", naam="Deel")
    mensen = make_indicator(gemeente, "mensen", telt=Telt.PERSONEN, is_optelbaar=True)
    for code, waarde in (("a", 4), ("b", 40), ("c", 300)):
        Categorie.objects.create(dimensie=dimensie, code=code, naam=code)
        make_waarneming(mensen, "2021-04", waarde, sleutel=f"deel={code}")
    make_waarneming(mensen, "2021-04", 344)
    blok = make_blok(make_hoofdstuk(uitgave), BlokSoort.TABEL, mensen)
    Blokregel.objects.create(blok=blok, indicator=mensen, per_dimensie=dimensie)
    return uitgave


def cel_van(inhoud, sleutel):
    reeksen = inhoud["indicatoren"]["mensen"]["reeksen"]
    return next(r for r in reeksen if r["sleutel"] == sleutel)["cellen"][0]


def test_what_the_shield_made_is_safe(uitgave):
    assert lekken(uitgave, compose(uitgave)) == []


def test_small_count_in_a_series_is_seen(uitgave):
    inhoud = compose(uitgave)
    cel_van(inhoud, "deel=a")["waarde"] = "4"

    assert "een klein aantal is zichtbaar" in lekken(uitgave, inhoud)[0]


def test_small_count_in_a_block_is_seen(uitgave):
    inhoud = compose(uitgave)
    rij = inhoud["hoofdstukken"][0]["blokken"][0]["inhoud"]["rijen"][1]
    rij["cellen"][0]["waarde"] = "4"

    assert "een klein aantal is zichtbaar" in lekken(uitgave, inhoud)[0]


def test_count_that_follows_from_the_total_is_seen(uitgave):
    inhoud = copy.deepcopy(compose(uitgave))
    cel_van(inhoud, "deel=b")["waarde"] = "40"

    assert "is een klein aantal af te leiden" in lekken(uitgave, inhoud)[0]

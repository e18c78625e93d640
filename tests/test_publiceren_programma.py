"""A programme's figures come into the snapshot as any other: named, shielded, with a definition."""

import pytest

from monitor.models.enums import BlokSoort, Telt
from monitor.publiceren.samenstellen import compose
from programma.models import Onderdeel, OnderdeelIndicator, Programma
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)

pytestmark = pytest.mark.django_db


def test_linked_indicator_is_named_by_the_programme():
    gemeente = make_gemeente()
    mensen = make_indicator(gemeente, "geholpen", telt=Telt.PERSONEN)
    make_waarneming(mensen, "2021-03", 12)
    make_waarneming(mensen, "2021-04", 4)
    programma = Programma.objects.create(
        gemeente=gemeente, slug="grip", naam="Grip", niveaus="doel, doelen"
    )
    onderdeel = Onderdeel.objects.create(programma=programma, titel="Doel 1")
    OnderdeelIndicator.objects.create(onderdeel=onderdeel, indicator=mensen)
    uitgave = make_uitgave(gemeente)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.PROGRAMMA, verwijst_naar="grip")

    inhoud = compose(uitgave)

    assert [c["tekst"] for c in inhoud["indicatoren"]["geholpen"]["reeksen"][0]["cellen"]] == [
        "12",
        "<10",
    ]

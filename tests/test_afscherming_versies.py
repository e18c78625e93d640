"""Percentages of two versions of which one was corrected: what the shown ones say of the hidden parts."""

import pytest
from django.utils import timezone

from monitor.models import Waarneming, Wijziging
from monitor.models.enums import Eenheid, Telt
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.samenstellen import compose
from monitor.publiceren.toets import lekken
from tests.make import make_gemeente, make_hoofdstuk, make_indicator, make_uitgave, make_waarneming
from tests.publiceren import make_delen, toon

pytestmark = pytest.mark.django_db


def corrigeer(indicator, waarde, sleutel=""):
    eigen = Waarneming.objects.get(reeks__indicator=indicator, reeks__sleutel=sleutel)
    Wijziging.objects.create(
        waarneming=eigen, oud={"waarde": str(eigen.waarde)}, nieuw={"waarde": str(waarde)},
        gewijzigd_op=timezone.now(),
    )  # fmt: skip
    eigen.waarde = waarde
    eigen.save()


@pytest.fixture
def gecorrigeerd():
    """Content: 17 of 77 people, all four of a and all of c. After a correction of a: 13 of 213. So at least
    four of the few that a had."""
    gemeente = make_gemeente()
    mensen, deel = make_delen(gemeente, {"a": 4, "b": 60, "c": 13})
    blij = make_indicator(gemeente, "blij", eenheid=Eenheid.PERCENTAGE, telt=Telt.OVERIG,
                          decimalen=1, achterliggend="mensen")  # fmt: skip
    for sleutel, waarde in {"": "22.1", "deel=a": 100, "deel=b": 0, "deel=c": 100}.items():
        make_waarneming(blij, "2021-04", waarde, sleutel=sleutel)
    uitgave = make_uitgave(gemeente)
    hoofdstuk = make_hoofdstuk(uitgave)
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen)
    toon(hoofdstuk, blij)
    publish_uitgave(uitgave, by=None)
    corrigeer(mensen, 140, "deel=a")
    corrigeer(mensen, 213)
    corrigeer(blij, 0, "deel=a")
    corrigeer(blij, "6.1")
    return uitgave


def totaal(inhoud):
    reeksen = inhoud["indicatoren"]["blij"]["reeksen"]
    return next(r for r in reeksen if not r["sleutel"])["cellen"][-1]


def test_percentage_of_the_next_version_is_hidden_for_what_both_say(gecorrigeerd):
    assert totaal(compose(gecorrigeerd))["tekst"] == "·"


def test_attacker_finds_what_percentages_of_two_versions_say(gecorrigeerd):
    inhoud = compose(gecorrigeerd)
    assert lekken(gecorrigeerd, inhoud) == []
    totaal(inhoud).update(waarde="6.1", tekst="6,1%", toestand="getal")

    assert [r.partition(":")[0] for r in lekken(gecorrigeerd, inhoud)] == ["Mensen"]


def test_a_correction_that_tells_nothing_hides_nothing(gecorrigeerd):
    """30 of 213: the same two totals leave a anything."""
    corrigeer(gecorrigeerd.gemeente.indicatoren.get(code="blij"), "14.1")

    assert totaal(compose(gecorrigeerd))["tekst"] == "14,1%"

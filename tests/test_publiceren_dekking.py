"""Disclosure control: nothing lets a small count be computed from what is shown."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.models import Blokregel
from monitor.models.enums import BlokSoort, GrafiekVorm, StroomOfStand, Telt
from monitor.publiceren.blokken import cellen_in
from monitor.publiceren.samenstellen import compose
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.publiceren import cellen, make_delen, toon

DELEN = ("a", "b", "c", "d")


@pytest.fixture
def gemeente(db):
    return make_gemeente()


@pytest.fixture
def uitgave(gemeente):
    return make_uitgave(gemeente, vorige=make_uitgave(gemeente, "2021-01_2021-02"))


@pytest.fixture
def hoofdstuk(uitgave):
    return make_hoofdstuk(uitgave)


# What follows from adding and subtracting


def test_single_hidden_part_gets_the_smallest_that_protects_it(gemeente, uitgave, hoofdstuk):
    mensen, dimensie = make_delen(gemeente, {"a": 4, "b": 40, "c": 300})
    toon(hoofdstuk, mensen, dimensie)
    toon(hoofdstuk, mensen)

    assert cellen(uitgave) == {"": "344", "A": "<10", "B": "·", "C": "300"}
    blok = compose(uitgave)["hoofdstukken"][0]["blokken"][0]
    assert blok["voetnoten"][-1].startswith("·: dit aantal tonen wij niet")


def test_part_that_is_not_in_the_edition_cannot_be_computed_either(gemeente, uitgave, hoofdstuk):
    mensen, _ = make_delen(gemeente, {"a": 4, "b": 40})
    blok = make_blok(hoofdstuk, BlokSoort.TABEL)
    for sleutel in ("", "deel=b"):
        Blokregel.objects.create(blok=blok, indicator=mensen, sleutel=sleutel)

    assert cellen(uitgave) == {"": "44", "B": "·"}


def test_without_the_total_nothing_more_is_hidden(gemeente, uitgave, hoofdstuk):
    mensen, dimensie = make_delen(gemeente, {"a": 4, "b": 40, "c": 300})
    toon(hoofdstuk, mensen, dimensie)

    assert cellen(uitgave) == {"A": "<10", "B": "40", "C": "300"}


@pytest.mark.parametrize(
    ("perioden", "over"),
    [
        ({"2021-01": 20, "2021-02": 30, "2021-03": 4, "2021-K1": 54}, ["·", "30", "54", "<10"]),
        ({"2021-01_2021-03": 50, "2021-04": 4, "2021-01_2021-04": 54}, ["·", "54", "<10"]),
        ({"2021-01": 20, "2021-03": 4, "2021-K1": 54}, ["20", "54", "<10"]),
    ],
)
def test_month_of_a_flow_does_not_follow_from_the_rest_of_the_year(
    gemeente, uitgave, hoofdstuk, perioden, over
):
    instroom = make_indicator(gemeente, telt=Telt.PERSONEN, stroom_of_stand=StroomOfStand.STROOM)
    for periode, waarde in perioden.items():
        make_waarneming(instroom, periode, waarde)
    toon(hoofdstuk, instroom)

    gevonden = compose(uitgave)["indicatoren"][instroom.code]["reeksen"][0]["cellen"]

    assert [c["tekst"] for c in gevonden] == over


# Everything at once


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    nu=st.lists(st.integers(0, 40), min_size=4, max_size=4),
    toen=st.lists(st.integers(0, 40), min_size=4, max_size=4),
)
def test_no_block_of_any_kind_tells_a_small_count(db, nu, toen):
    from django.db import transaction

    with transaction.atomic():
        inhoud = _alles(dict(zip(DELEN, toen, strict=True)), dict(zip(DELEN, nu, strict=True)))
        transaction.set_rollback(True)

    assert not [c for c in cellen_in(inhoud) if c["waarde"] and 0 < Decimal(c["waarde"]) < 10]
    for periode, waarden in (("2021-02", toen), ("2021-04", nu)):
        reeksen = inhoud["indicatoren"]["mensen"]["reeksen"]
        shown = {
            r["sleutel"]: c["waarde"]
            for r in reeksen
            for c in r["cellen"]
            if c["periode"] == periode and c["waarde"] is not None
        }
        if "" in shown and len(shown) < 5:
            rest = int(shown.pop("")) - sum(map(int, shown.values()))
            assert not 0 < rest < 10, (waarden, shown)
    for verschil in _verschillen(inhoud):
        assert "<" not in verschil["oud_tekst"]
        assert "·" not in verschil["oud_tekst"]


def _alles(toen, nu):
    gemeente = make_gemeente()
    vorige = make_uitgave(gemeente, "2021-01_2021-02")
    hoofdstuk = make_hoofdstuk(make_uitgave(gemeente, vorige=vorige))
    mensen, dimensie = make_delen(gemeente, nu)
    for code, waarde in toen.items():
        make_waarneming(mensen, "2021-02", waarde, sleutel=f"deel={code}")
    make_waarneming(mensen, "2021-02", sum(toen.values()))
    for soort in (BlokSoort.TEGELS, BlokSoort.TABEL, BlokSoort.RANGLIJST):
        toon(hoofdstuk, mensen, dimensie, soort, totaal="Totaal" if soort == "tabel" else "")
        toon(hoofdstuk, mensen, None, soort)
    for vorm in GrafiekVorm.values:
        toon(hoofdstuk, mensen, dimensie, BlokSoort.GRAFIEK, vorm=vorm)
    return compose(hoofdstuk.uitgave)


def _verschillen(inhoud):
    if isinstance(inhoud, list):
        return [v for deel in inhoud for v in _verschillen(deel)]
    if not isinstance(inhoud, dict):
        return []
    return ([inhoud] if "teken_tekst" in inhoud else []) + _verschillen(list(inhoud.values()))

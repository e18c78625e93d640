"""The snapshot as a whole: what is in it, texts, derived figures, the previous edition."""

from datetime import date

import pytest

from monitor.models import Blokregel, Waarneming
from monitor.models.enums import (
    BlokSoort,
    Eenheid,
    Telt,
)
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.samenstellen import compose, stel_samen
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.publiceren import make_delen, make_dimensie, make_per_dimensie, tegel, toon

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


def test_only_named_series_are_in_the_snapshot(gemeente, uitgave, hoofdstuk):
    clienten = make_per_dimensie(gemeente, hoofdstuk)
    make_waarneming(make_indicator(gemeente, "geheim"), "2021-04", 1234567)

    inhoud = compose(uitgave)

    assert list(inhoud["indicatoren"]) == [clienten.code]
    assert [r["sleutel"] for r in inhoud["indicatoren"][clienten.code]["reeksen"]] == [
        "vorm=pgb",
        "vorm=zin",
    ]


def test_nothing_after_the_cut_off_date(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2021-04", 1)
    make_waarneming(clienten, "2021-05", 2)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)

    cellen = compose(uitgave)["indicatoren"][clienten.code]["reeksen"][0]["cellen"]

    assert [c["periode"] for c in cellen] == ["2021-04"]


def test_text_block_has_its_figures_filled_in(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    make_waarneming(clienten, "2020-04", 700)
    make_waarneming(clienten, "2021-02", 721)
    make_waarneming(clienten, "2021-04", 1748)
    make_blok(
        hoofdstuk,
        BlokSoort.TEKST,
        tekst="{clienten-jeugd}, {clienten-jeugd | verschil}, {clienten-jeugd | groei}, "
        "{clienten-jeugd | vorig-jaar}, {clienten-jeugd @ 2021-02}",
    )

    inhoud = compose(uitgave)

    assert inhoud["hoofdstukken"][0]["blokken"][0]["tekst"] == "1.748, 1.027 meer, 142,4%, 700, 721"
    assert list(inhoud["indicatoren"]) == ["clienten-jeugd"]


@pytest.mark.parametrize("tekst", ["{bestaat-niet}", "{klein}", "{leeg}", "{Fout Geschreven}"])
def test_reference_that_cannot_be_filled_in_is_a_fault(gemeente, uitgave, hoofdstuk, tekst):
    make_waarneming(make_indicator(gemeente, "klein", telt=Telt.PERSONEN), "2021-04", 4)
    make_indicator(gemeente, "leeg")
    make_blok(hoofdstuk, BlokSoort.TEKST, tekst=tekst, code="blok")

    gemaakt = stel_samen(uitgave)

    assert len(gemaakt.fouten) == 1
    assert "4" not in gemaakt.fouten[0]


def test_derived_figure_is_computed_and_none_stays_none(gemeente, uitgave, hoofdstuk):
    lasten = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    clienten = make_indicator(gemeente, "clienten")
    per_client = make_indicator(
        gemeente,
        "per-client",
        eenheid=Eenheid.EURO,
        telt=Telt.EURO,
        formule="lasten / clienten",
    )
    for maand, a, b in (("03", 1000, None), ("04", 1000, 3)):
        make_waarneming(lasten, f"2021-{maand}", a)
        make_waarneming(clienten, f"2021-{maand}", b)
    make_blok(hoofdstuk, BlokSoort.TEGELS, per_client)

    inhoud = compose(uitgave)
    cellen = inhoud["indicatoren"]["per-client"]["reeksen"][0]["cellen"]

    assert [(c["toestand"], c["waarde"]) for c in cellen] == [
        ("onbekend", None),
        ("getal", "333"),
    ]
    assert list(inhoud["indicatoren"]) == ["per-client"]


def test_previous_edition_is_what_was_published(gemeente, uitgave, hoofdstuk):
    clienten = make_indicator(gemeente)
    oud = make_waarneming(clienten, "2021-02", 721)
    make_waarneming(clienten, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave.vorige), BlokSoort.TEGELS, clienten)
    make_blok(hoofdstuk, BlokSoort.TEGELS, clienten)
    publish_uitgave(uitgave.vorige, by=None)
    oud.waarde = 725
    oud.save()

    inhoud = compose(uitgave)

    assert tegel(uitgave)["verschil"]["tekst"] == "27 meer dan in februari 2021 (721)"
    revisie = inhoud["indicatoren"][clienten.code]["revisies"][0]
    assert (revisie["oud_tekst"], revisie["nieuw_tekst"]) == ("721", "725")
    assert inhoud["correcties"] == []


@pytest.mark.parametrize("aantal", [1, 30])
def test_constant_number_of_queries(gemeente, uitgave, aantal, django_assert_num_queries):
    for n in range(aantal):
        blok = make_blok(make_hoofdstuk(uitgave, f"h{n}"), BlokSoort.TEGELS)
        indicator = make_indicator(gemeente, f"i{n}")
        make_waarneming(indicator, "2021-04", n)
        Blokregel.objects.create(blok=blok, indicator=indicator)

    with django_assert_num_queries(18):
        compose(uitgave)


def test_a_total_that_two_breakdowns_pass_is_one_objection(gemeente, uitgave, hoofdstuk):
    mensen, deel = make_delen(gemeente, {"a": 20, "b": 30})
    vorm = make_dimensie(gemeente, "vorm", "zin", "pgb")
    for code in ("zin", "pgb"):
        make_waarneming(mensen, "2021-04", 30, sleutel=f"vorm={code}")
    Waarneming.objects.filter(reeks__sleutel="").update(waarde=44)
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen, vorm)

    fouten = stel_samen(uitgave).fouten
    assert len(fouten) == 1 and "samen meer dan het totaal" in fouten[0]

"""Disclosure control: a small count is hidden, and so is all that rests on it."""

import json

import pytest

from monitor.models import Blokregel
from monitor.models.enums import Aard, BlokSoort, Eenheid, GrafiekVorm, Soort, Telt
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


@pytest.fixture
def gemeente(db):
    return make_gemeente()


@pytest.fixture
def uitgave(gemeente):
    return make_uitgave(gemeente, vorige=make_uitgave(gemeente, "2021-01_2021-02"))


@pytest.fixture
def hoofdstuk(uitgave):
    return make_hoofdstuk(uitgave)


# One figure


@pytest.mark.parametrize(("waarde", "tekst"), [(0, "0"), (1, "<10"), (9, "<10"), (10, "10")])
def test_count_below_the_threshold_is_hidden(gemeente, uitgave, hoofdstuk, waarde, tekst):
    mensen = make_indicator(gemeente, telt=Telt.PERSONEN)
    make_waarneming(mensen, "2021-04", waarde)
    toon(hoofdstuk, mensen)

    assert cellen(uitgave, mensen.code) == {"": tekst}


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({"telt": Telt.GEBEURTENISSEN}, "4"),
        ({"telt": Telt.EURO, "eenheid": Eenheid.EURO}, "€\u00a04"),
        ({"telt": Telt.PERSONEN, "eenheid": Eenheid.PERCENTAGE}, "4%"),
        ({"telt": Telt.HUISHOUDENS}, "<10"),
        ({"telt": Telt.PERSONEN, "drempel": 3}, "4"),
        ({"telt": Telt.PERSONEN, "drempel": 5}, "<5"),
    ],
)
def test_what_is_counted_decides(gemeente, uitgave, hoofdstuk, velden, tekst):
    indicator = make_indicator(gemeente, **velden)
    make_waarneming(indicator, "2021-04", 4)
    toon(hoofdstuk, indicator)

    assert cellen(uitgave, indicator.code) == {"": tekst}


@pytest.mark.parametrize(
    ("velden", "tekst", "toestand"),
    [
        ({"aard": Aard.KLEINER_DAN, "boven": 10}, "<10", "kleiner_dan"),
        ({"aard": Aard.KLEINER_DAN, "boven": 5}, "<10", "onderdrukt"),
        ({"aard": Aard.KLEINER_DAN, "boven": 25}, "<25", "kleiner_dan"),
        ({"aard": Aard.BEREIK, "onder": 15, "boven": 20}, "15-20", "bereik"),
        ({"aard": Aard.BEREIK, "onder": 5, "boven": 20}, "·", "onderdrukt"),
        ({"aard": Aard.BEREIK, "onder": 2, "boven": 3}, "<10", "onderdrukt"),
    ],
)
def test_what_the_source_narrowed_down(gemeente, uitgave, hoofdstuk, velden, tekst, toestand):
    mensen = make_indicator(gemeente, telt=Telt.PERSONEN)
    make_waarneming(mensen, "2021-04", **velden)
    toon(hoofdstuk, mensen)

    cel = compose(uitgave)["indicatoren"][mensen.code]["reeksen"][0]["cellen"][0]

    assert (cel["tekst"], cel["toestand"], cel["waarde"]) == (tekst, toestand, None)


@pytest.mark.parametrize(
    ("noot", "over"), [("Het waren er 4", ""), ("Vier gezinnen", ""), ("Voorlopig", "Voorlopig")]
)
def test_footnote_of_a_hidden_figure_tells_no_number(gemeente, uitgave, hoofdstuk, noot, over):
    mensen = make_indicator(gemeente, telt=Telt.PERSONEN)
    make_waarneming(mensen, "2021-04", 4, voetnoot=noot)
    toon(hoofdstuk, mensen)

    assert (
        compose(uitgave)["indicatoren"][mensen.code]["reeksen"][0]["cellen"][0]["voetnoot"] == over
    )


# What rests on it


def test_hidden_figure_has_no_difference_and_no_growth(gemeente, uitgave, hoofdstuk):
    mensen = make_indicator(gemeente, telt=Telt.PERSONEN)
    make_waarneming(mensen, "2021-02", 4)
    make_waarneming(mensen, "2021-04", 51)
    toon(hoofdstuk, mensen, soort=BlokSoort.TEGELS)

    tekst = json.dumps(compose(uitgave), ensure_ascii=False)

    assert '"geen_verschil": "Niet te vergelijken (<10)"' in tekst
    assert "47" not in tekst


def test_formula_over_a_hidden_figure_is_hidden(gemeente, uitgave, hoofdstuk):
    mensen = make_indicator(gemeente, "mensen", telt=Telt.PERSONEN)
    euro = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    each = make_indicator(
        gemeente, "per-mens", eenheid=Eenheid.EURO, telt=Telt.EURO, formule="lasten / mensen"
    )
    make_waarneming(mensen, "2021-04", 4)
    make_waarneming(euro, "2021-04", 1000)
    toon(hoofdstuk, each)

    assert cellen(uitgave, "per-mens") == {"": "·"}


def test_small_difference_between_two_shown_figures_hides_one(gemeente, uitgave, hoofdstuk):
    """`a - b` that comes out at 4 is hidden, and would follow if both a and b were shown."""
    for code, waarde in (("met-hulp", 104), ("met-zware-hulp", 100)):
        make_waarneming(make_indicator(gemeente, code, telt=Telt.PERSONEN), "2021-04", waarde)
    rest = make_indicator(
        gemeente, "met-lichte-hulp", telt=Telt.PERSONEN, formule="met-hulp - met-zware-hulp"
    )
    alle = [*gemeente.indicatoren.exclude(pk=rest.pk), rest]
    make_blok(hoofdstuk, BlokSoort.TABEL, *alle)

    inhoud = compose(uitgave)["indicatoren"]

    getoond = {c: i["reeksen"][0]["cellen"][0]["waarde"] for c, i in inhoud.items()}
    assert getoond == {"met-hulp": "104", "met-zware-hulp": None, "met-lichte-hulp": None}


def test_ranking_and_bars_put_hidden_ones_last_by_name(gemeente, uitgave, hoofdstuk):
    waarden = {"a": 3, "b": 9, "c": 200, "d": 1, "e": 300, "f": 40}
    mensen, dimensie = make_delen(gemeente, waarden, is_optelbaar=False)
    toon(hoofdstuk, mensen, dimensie, BlokSoort.RANGLIJST)
    toon(hoofdstuk, mensen, dimensie, BlokSoort.GRAFIEK, vorm=GrafiekVorm.STAAF)

    ranglijst, staven = (b["inhoud"] for b in compose(uitgave)["hoofdstukken"][0]["blokken"])

    assert [(r["plaats"], r["label"]) for r in ranglijst["rijen"]] == [
        (1, "E"),
        (2, "C"),
        (3, "F"),
        (4, "A"),
        (4, "B"),
        (4, "D"),
    ]
    assert staven["labels"] == ["E", "C", "F", "A", "B", "D"]
    assert staven["toon_grafiek"] is False
    assert "Laagste: F" in staven["alt"]


def test_total_of_a_table_with_a_hidden_row_is_hidden(gemeente, uitgave, hoofdstuk):
    mensen, dimensie = make_delen(gemeente, {"a": 4, "b": 50})
    toon(hoofdstuk, mensen, dimensie, totaal="Samen")

    rijen = compose(uitgave)["hoofdstukken"][0]["blokken"][0]["inhoud"]["rijen"]

    assert [(r["label"], r["cellen"][0]["tekst"]) for r in rijen] == [
        ("A", "<10"),
        ("B", "50"),
        ("Samen", "·"),
    ]


def test_budgeted_numbers_of_people_are_counts_too(gemeente, uitgave, hoofdstuk):
    mensen = make_indicator(gemeente, telt=Telt.PERSONEN)
    make_waarneming(mensen, "2021", 3, soort=Soort.PROGNOSE)
    blok = make_blok(hoofdstuk, BlokSoort.TABEL)
    Blokregel.objects.create(blok=blok, indicator=mensen, soort=Soort.PROGNOSE)

    assert cellen(uitgave, mensen.code) == {"": "<10"}

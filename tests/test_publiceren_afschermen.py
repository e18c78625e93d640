"""Disclosure control: nothing in the snapshot tells a small count, and nothing lets it be computed."""

import itertools
import json
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.models import Blokregel, Categorie, Dimensie
from monitor.models.enums import Aard, BlokSoort, Eenheid, GrafiekVorm, Soort, StroomOfStand, Telt
from monitor.publiceren.blokken import cellen_in
from monitor.publiceren.dekking import Cellen, Lijn, dek_lijnen, is_veilig
from monitor.publiceren.gegevens import ReeksId
from monitor.publiceren.samenstellen import compose
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)

DELEN = ("a", "b", "c", "d")
TOTAAL = (ReeksId("x", "realisatie"), "2021-04")


@pytest.fixture
def gemeente(db):
    return make_gemeente()


@pytest.fixture
def uitgave(gemeente):
    return make_uitgave(gemeente, vorige=make_uitgave(gemeente, "2021-01_2021-02"))


@pytest.fixture
def hoofdstuk(uitgave):
    return make_hoofdstuk(uitgave)


def make_delen(gemeente, waarden, periode="2021-04", **velden):
    """An additive breakdown in persons: `waarden` by category, and their sum as the total."""
    dimensie, _ = Dimensie.objects.get_or_create(gemeente=gemeente, code="deel", naam="Deel")
    standaard = {"telt": Telt.PERSONEN, "is_optelbaar": True}
    indicator = make_indicator(gemeente, velden.pop("code", "mensen"), **(standaard | velden))
    for code in waarden:
        Categorie.objects.get_or_create(dimensie=dimensie, code=code, naam=code.upper())
        make_waarneming(indicator, periode, waarden[code], sleutel=f"deel={code}")
    make_waarneming(indicator, periode, sum(waarden.values()))
    return indicator, dimensie


def toon(hoofdstuk, indicator, dimensie=None, soort=BlokSoort.TABEL, **velden):
    blok = make_blok(hoofdstuk, soort, **velden)
    Blokregel.objects.create(blok=blok, indicator=indicator, per_dimensie=dimensie)
    return blok


def cellen(uitgave, code="mensen"):
    """Breakdown -> text, of the newest period."""
    reeksen = compose(uitgave)["indicatoren"][code]["reeksen"]
    return {r["label"]: r["cellen"][-1]["tekst"] for r in reeksen}


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


def maak_lijn(waarden, drempel=10):
    delen = tuple((ReeksId("x", "realisatie", f"deel={d}"), "2021-04") for d in waarden)
    waarde = {c: Decimal(w) for c, w in zip(delen, waarden.values(), strict=True)}
    klein = {c for c, w in waarde.items() if 0 < w < drempel}
    totaal = sum(waarden.values())
    if 0 < totaal < drempel:
        klein.add(TOTAAL)
    else:
        waarde[TOTAAL] = Decimal(totaal)
    waarde = {c: w for c, w in waarde.items() if c not in klein}
    cellen_ = Cellen(waarde, klein, {TOTAAL[0], *(c[0] for c in delen)})
    return Lijn(TOTAAL, delen, drempel), cellen_


def mogelijk(lijn, cellen_, weg):
    """What a reader who knows the marks can still think each small count is: brute force."""
    if not cellen_.getoond(lijn.totaal, weg):
        return {}
    vast = sum(cellen_.waarde[c] for c in lijn.delen if cellen_.getoond(c, weg))
    rest = int(cellen_.waarde[lijn.totaal] - vast)
    klein = [c for c in lijn.delen if c in cellen_.klein]
    dekking = sum(c in weg for c in lijn.delen)
    kan = {c: set() for c in klein}
    for keus in itertools.product(range(1, lijn.drempel), repeat=len(klein)):
        over = rest - sum(keus)
        if over >= lijn.drempel * dekking if dekking else over == 0:
            for c, v in zip(klein, keus, strict=True):
                kan[c].add(v)
    return kan


@given(st.lists(st.integers(0, 60), min_size=1, max_size=4))
def test_every_small_count_keeps_its_full_range(waarden):
    lijn, cellen_ = maak_lijn(dict(zip(DELEN, waarden, strict=False)))

    weg = dek_lijnen([lijn], cellen_)

    assert is_veilig(lijn, cellen_, weg)
    assert all(kan == set(range(1, 10)) for kan in mogelijk(lijn, cellen_, weg).values())


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


def test_budgeted_numbers_of_people_are_counts_too(gemeente, uitgave, hoofdstuk):
    mensen = make_indicator(gemeente, telt=Telt.PERSONEN)
    make_waarneming(mensen, "2021", 3, soort=Soort.PROGNOSE)
    blok = make_blok(hoofdstuk, BlokSoort.TABEL)
    Blokregel.objects.create(blok=blok, indicator=mensen, soort=Soort.PROGNOSE)

    assert cellen(uitgave, mensen.code) == {"": "<10"}

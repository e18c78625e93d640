"""Doubts about figures: properties, and the findings of a real edition (bronnen/tegenstrijdigheden)."""

from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.regels.perioden import lees_periode
from monitor.regels.twijfel import (
    FOUT,
    INGEBOUWD,
    LET_OP,
    Groep,
    Instelling,
    Meting,
    Onderwerp,
    Regel,
    beoordeel,
    beoordeel_groep,
    toets,
)

CLIENTEN = Onderwerp("aantal", telt="personen", is_optelbaar=True)
UNIEK = Onderwerp("aantal", telt="personen")
LASTEN = Onderwerp("euro", telt="euro", is_optelbaar=True)
BEGROOT = Onderwerp("euro", soort="begroting_primitief", telt="euro", is_optelbaar=True)
AANDEEL = Onderwerp("percentage", is_optelbaar=True)
CIJFER = Onderwerp("cijfer", decimalen=2)


def maanden(*waarden, begin=2019):
    """Metings from January on, one a month."""
    return [
        Meting(lees_periode(f"{begin + i // 12}-{i % 12 + 1:02}"), None if w is None else D(w))
        for i, w in enumerate(waarden)
    ]


def regels(o, *waarden, **inst):
    *eerder, nu = maanden(*waarden)
    return [b.regel for b in beoordeel(o, nu, eerder, inst)]


def groep(o, totaal, volledig=True, inst=None, **delen):
    g = Groep(None if totaal is None else D(totaal), {n: D(w) for n, w in delen.items()}, volledig)
    return list(beoordeel_groep(o, g, inst))


# -- one figure ------------------------------------------------------------------------------------

ALS_ALTIJD = [740, 744, 751, 748, 739, 745, 750, 742]


@pytest.mark.parametrize(
    ("verwacht", "o", "waarden"),
    [
        ([], CLIENTEN, [*ALS_ALTIJD, 755]),
        (["sprong"], CLIENTEN, [*ALS_ALTIJD, 1100]),
        (["sprong"], CLIENTEN, [100, 300]),
        ([], CLIENTEN, [4, 9]),
        (["eenheid"], LASTEN, [12_994_629, 13_046_000, 13_046]),
        (["eenheid"], LASTEN, [13_046, 12_994_629]),
        (["teken"], CLIENTEN, [-3]),
        (["teken"], LASTEN, [500, 510, 505, -505]),
        ([], LASTEN, [500, -20, 505, -15]),
        (["bereik"], CIJFER, ["78"]),
        (["bereik"], Onderwerp("percentage"), ["140"]),
        (["decimalen"], CLIENTEN, ["748.5"]),
        ([], Onderwerp("aantal", decimalen=1), ["748.5"]),
    ],
)
def test_one_figure(verwacht, o, waarden):
    assert regels(o, *waarden) == verwacht


SEIZOEN = [100, 105, 98, 102, 99, 103, 60, 55, 101, 104, 100, 180]


def test_a_peak_of_every_december_is_no_jump():
    drie_jaar = [w * (100 + 3 * jaar) // 100 for jaar in range(3) for w in SEIZOEN]
    assert regels(LASTEN, *(1000 * w for w in drie_jaar)) == []


def test_a_december_without_its_peak_is_one():
    drie_jaar = [1000 * w * (100 + 3 * jaar) // 100 for jaar in range(3) for w in SEIZOEN]
    assert regels(LASTEN, *drie_jaar[:-1], 105_000) == ["seizoen"]


def test_a_word_where_a_number_was():
    *eerder, _ = maanden(748, None)
    [bevinding] = beoordeel(CLIENTEN, Meting(lees_periode("2019-02"), None, "niet_gemeten"), eerder)
    assert bevinding.ernst == LET_OP
    assert bevinding.som == "Hier staat ‘niet gemeten’; over januari 2019 stond er 748."


def test_arithmetic_is_in_words():
    *eerder, nu = maanden(*ALS_ALTIJD, 1100)
    [bevinding] = beoordeel(CLIENTEN, nu, eerder)
    assert bevinding.som == (
        "1.100 is 358 meer dan 742 over augustus 2019 (48,2%); gewoon is een stap tot 82."
    )


@pytest.mark.parametrize("regel", ["sprong", "bereik", "decimalen", "teken", "eenheid"])
def test_a_rule_can_be_off(regel):
    for o, waarden in (
        (CLIENTEN, [*ALS_ALTIJD, "1100.5"]),
        (CIJFER, ["-78"]),
        (LASTEN, [13_046_000, 13_046]),
    ):
        assert regel not in regels(o, *waarden, **{regel: Instelling(is_aan=False)})


def test_bounds_and_severity_are_of_the_gemeente():
    inst = {"bereik": Instelling(onder=D(1), boven=D(5), ernst=FOUT)}
    *_, nu = maanden(7)
    [bevinding] = beoordeel(CIJFER, nu, [], inst)
    assert (bevinding.regel, bevinding.ernst) == ("bereik", FOUT)


def test_a_margin_makes_a_jump_of_less():
    assert regels(CLIENTEN, *ALS_ALTIJD, 790, sprong=Instelling(marge=D(5))) == ["sprong"]


getallen = st.integers(0, 10**8).map(D)


@settings(deadline=None)  # a busy machine is no fault
@given(getallen, st.integers(1, 30))
def test_what_never_moves_gives_no_doubt(waarde, keer):
    assert regels(CLIENTEN, *[waarde] * keer) == []


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(st.integers(-(10**9), 10**9).map(D), max_size=30), st.sampled_from(list(INGEBOUWD)))
def test_any_history_is_judged_with_arithmetic(waarden, _):
    *eerder, nu = maanden(0, *waarden)
    for o in (CLIENTEN, LASTEN, CIJFER, AANDEEL):
        for bevinding in beoordeel(o, nu, eerder):
            assert bevinding.som.endswith(".") and bevinding.advies
            assert bevinding.regel in INGEBOUWD


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(st.integers(900, 1100), min_size=8, max_size=24), st.integers(2, 9))
def test_a_doubt_does_not_depend_on_the_unit_of_money(waarden, macht):
    duizend = regels(LASTEN, *waarden, 2000)
    assert regels(LASTEN, *(w * 10**macht for w in waarden), 2000 * 10**macht) == duizend


@settings(deadline=None)  # a busy machine is no fault
@given(getallen, getallen)
def test_the_fingerprint_is_of_the_values(a, b):
    def vingers(waarde):
        *eerder, nu = maanden(*ALS_ALTIJD, waarde)
        return {x.vingerafdruk for x in beoordeel(CLIENTEN, nu, eerder)}

    assert (vingers(a) == vingers(b)) or a != b
    if a != b and vingers(a):
        assert not vingers(a) & vingers(b)


# -- parts and their whole -------------------------------------------------------------------------


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(st.integers(1, 10**6).map(D), min_size=2, max_size=8))
def test_parts_that_add_up_are_no_doubt(delen):
    g = Groep(sum(delen, D(0)), {str(i): w for i, w in enumerate(delen)})
    for o in (CLIENTEN, LASTEN, BEGROOT):
        assert [b.regel for b in beoordeel_groep(o, g)] == []


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(st.integers(1, 10**6).map(D), min_size=2, max_size=8), st.integers(100, 10**6))
def test_parts_that_do_not_add_up_are(delen, scheelt):
    totaal = sum(delen, D(0)) + scheelt
    g = Groep(totaal, {str(i): w for i, w in enumerate(delen)})
    assert "delen" in [b.regel for b in beoordeel_groep(CLIENTEN, g)]
    assert "begroting" in [b.regel for b in beoordeel_groep(BEGROOT, g)]
    assert "delen" not in [b.regel for b in beoordeel_groep(UNIEK, g)]


def test_unique_people_may_be_less_than_their_parts():
    assert groep(UNIEK, 55, zin=40, pgb=20) == []


def test_a_part_above_the_whole_is_wrong_everywhere():
    [bevinding] = groep(UNIEK, 55, zin=60, pgb=20)
    assert (bevinding.regel, bevinding.mag_verklaard) == ("deel_boven", False)


def test_missing_parts_can_not_make_too_little():
    assert groep(CLIENTEN, 55, volledig=False, zin=40) == []
    assert next(b.regel for b in groep(CLIENTEN, 55, volledig=False, zin=60)) == "delen"


def test_a_hidden_part_leaves_room():
    g = Groep(D(55), {"zin": D(48)}, onbekend=(D(1), D(9)))
    assert list(beoordeel_groep(CLIENTEN, g)) == []


def test_shares_to_a_hundred():
    assert groep(AANDEEL, None, a=60, b=25, c=15) == []
    [bevinding] = groep(AANDEEL, None, a=60, b=25, c=25)
    assert bevinding.som == "60% + 25% + 25% = 110%. Dat is 10% meer dan 100%."


# -- what one real edition held --------------------------------------------------------------------


def rekenregel(links, operator, rechts, **rest):
    return Regel.lees("regel", links, operator, rechts, **rest)


TEGELS = "pw * pw-bedrag * 12 + ioaw * ioaw-bedrag * 12 + ioaz * ioaz-bedrag * 12"


def tegels(*waarden):
    namen = ("pw", "pw-bedrag", "ioaw", "ioaw-bedrag", "ioaz", "ioaz-bedrag")
    return {(naam, None): D(w) for naam, w in zip(namen, waarden, strict=True)}


def test_a12_tiles_do_not_close_the_budget():
    regel = rekenregel(TEGELS, "=", "uitkeringen", marge_procent=D(1))
    begroting = tegels(815, 1190, 41, 1260, 9, 1292) | {("uitkeringen", None): D(13_260_000)}
    prognose = tegels(734, 1153, 38, 1173, 4, 1451) | {("uitkeringen", None): D(10_768_000)}
    bevinding = toets(regel, begroting)
    assert bevinding.som.startswith(
        "815 × 1.190 × 12 + 41 × 1.260 × 12 + 9 × 1.292 × 12 = 12.397.656;"
    )
    assert "het scheelt 862.344 (6,5%)" in bevinding.som
    assert toets(regel, prognose) is None


def test_a13_ioaw_and_ioaz():
    regel = rekenregel("a * b * 12 + c * d * 12", "=", "totaal", marge=D(100))
    begroting = {"a": 41, "b": 1260, "c": 9, "d": 1292, "totaal": 759_500}
    prognose = {"a": 38, "b": 1173, "c": 4, "d": 1451, "totaal": 577_500}
    assert toets(regel, {(n, None): D(w) for n, w in begroting.items()}) is None
    assert "604.536" in toets(regel, {(n, None): D(w) for n, w in prognose.items()}).som


def test_a14_the_total_stands_in_a_part():
    regel = rekenregel("pw[prognose]", "!=", "pw + ioaw + ioaz")
    waarden = {("pw", "prognose"): D(734), ("pw", None): D(697)}
    waarden |= {("ioaw", None): D(35), ("ioaz", None): D(2)}
    assert "697 + 35 + 2 = 734" in toets(regel, waarden).som


@pytest.mark.parametrize(
    ("begroting", "prognose", "saldo", "scheelt"),
    [
        (13_260_000, 10_768_000, 1_340_000, "1.152.000"),  # A3
        (23_813_358, 21_489_000, 1_170_000, "1.154.358"),  # A4
        (47_973_987, 45_704_000, 1_115_000, "1.154.987"),  # A6
    ],
)
def test_a3_a4_a6_balance_of_the_text(begroting, prognose, saldo, scheelt):
    regel = rekenregel("begroot[begroting_primitief] - begroot[prognose]", "=", "saldo")
    waarden = {
        ("begroot", "begroting_primitief"): D(begroting),
        ("begroot", "prognose"): D(prognose),
        ("saldo", None): D(saldo),
    }
    assert scheelt in toets(regel, waarden).som


def test_a5_three_amounts_and_their_sum():
    g = {"uitkeringen": 1_340_000, "minima": -308_223, "sociale-werkvoorziening": 438_488}
    [bevinding] = groep(LASTEN, 1_170_000, **g)
    assert "1.470.265" in bevinding.som.replace("\u00a0", " ")


def test_a27_nothing_is_left_for_the_fourth():
    vier = groep(AANDEEL, None, a=60, b=25, c=15, d=10)
    assert [b.regel for b in vier] == ["honderd"]


def test_a41_and_a_total_in_the_wrong_tile():
    assert [b.regel for b in groep(CLIENTEN, 734, pw=734, ioaw=35, ioaz=2)] == [
        "delen",
        "deel_is_al",
    ]


# -- own rules -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operator", "a", "b", "klopt"),
    [("=", 5, 5, True), ("=", 5, 6, False), ("!=", 5, 5, False), ("!=", 5, 6, True),
     ("<=", 5, 6, True), ("<=", 7, 6, False), (">=", 7, 6, True), (">=", 5, 6, False)],
)  # fmt: skip
def test_operators(operator, a, b, klopt):
    uitkomst = toets(rekenregel("a", operator, "b"), {("a", None): D(a), ("b", None): D(b)})
    assert (uitkomst is None) == klopt


@pytest.mark.parametrize(("bij_leeg", "gevonden"), [("overslaan", 0), ("nul", 1), ("melden", 1)])
def test_what_to_do_with_missing(bij_leeg, gevonden):
    uitkomst = toets(rekenregel("a", "=", "b", bij_leeg=bij_leeg), {("a", None): D(4)})
    assert (uitkomst is not None) == bool(gevonden)


@pytest.mark.parametrize(("bij_leeg", "gevonden"), [("overslaan", 0), ("nul", 0), ("melden", 1)])
def test_a_division_by_zero_is_told_where_missing_is(bij_leeg, gevonden):
    waarden = {("a", None): D(4), ("b", None): D(0)}
    uitkomst = toets(rekenregel("a / b", "=", "1", bij_leeg=bij_leeg), waarden)
    assert (uitkomst is not None) == bool(gevonden)


@settings(deadline=None)  # a busy machine is no fault
@given(getallen, getallen, st.integers(0, 100))
def test_within_the_margin_is_no_doubt(a, b, marge):
    regel = rekenregel("a", "=", "b", marge_procent=D(marge))
    uitkomst = toets(regel, {("a", None): a, ("b", None): b})
    assert (uitkomst is None) == (abs(a - b) <= b * marge / 100)

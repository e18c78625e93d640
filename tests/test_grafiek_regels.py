"""The rules of the charts: axes, gaps, dashes, breaks, labels, colours."""

import pytest

from monitor.weergave.grafieken.assen import as_voor
from monitor.weergave.grafieken.gegevens import lees, voor_vorm
from monitor.weergave.grafieken.kleuren import PALET, STREEP, stijlen
from monitor.weergave.grafieken.kolommen import mediaan_plek
from monitor.weergave.grafieken.stapels import totaal
from monitor.weergave.grafieken.svg import teken_svg
from monitor.weergave.grafieken.tekenen import teken
from monitor.weergave.grafieken.tekening import BREED, SMAL, Merk, Pad, Tekst, Vak
from monitor.weergave.grafieken.tekst import breek, kort, nl
from tests.grafiek_maak import ONDERDRUKT, grafiek, voorlopig

WIT = "#ffffff"


def paden(inhoud, reeks=0):
    return [e for e in teken(inhoud).merken if isinstance(e, Pad) and e.reeks == reeks]


def teksten(inhoud, maat=BREED):
    return [e.tekst for e in teken(inhoud, maat).alles if isinstance(e, Tekst)]


@pytest.mark.parametrize(
    ("waarden", "merken"),
    [
        ([143, 187, 120], [0, 50, 100, 150, 200]),
        ([12994629, 13046000], [0, 5e6, 10e6, 15e6]),
        ([3], [0, 1, 2, 3]),
        ([-12, 30], [-20, 0, 20, 40]),
        ([0, 0], [0, 1]),
        ([0.3, 0.7], [0, 0.2, 0.4, 0.6, 0.8]),
        ([], [0, 1]),
    ],
)
def test_an_axis_has_round_numbers_and_holds_zero(waarden, merken):
    assert (
        as_voor(
            waarden, eenheid="aantal" if all(float(w).is_integer() for w in waarden) else ""
        ).merken
        == merken
    )


def test_people_are_never_counted_in_halves():
    assert as_voor([2, 1], eenheid="aantal").merken == [0, 1, 2]


def test_a_flat_line_gets_a_torn_axis_and_a_sentence():
    tekening = teken(grafiek("lijn", [100, 101, 103, 102]))
    assert tekening.zin == "De as begint bij 100."
    assert tekening.vlakken[0].as_.is_gescheurd
    golf = [e for e in tekening.onder if isinstance(e, Pad) and len(e.punten) > 2]
    assert len(golf) == 1


@pytest.mark.parametrize("vorm", ["kolom", "gestapeld", "histogram", "cumulatief", "in_uit"])
def test_bars_and_sums_always_start_at_zero(vorm):
    tekening = teken(grafiek(vorm, [100, 101, 103, 102], [100, 101, 103, 102]))
    assert tekening.vlakken
    assert max(v.as_.laag for v in tekening.vlakken) <= 0
    assert tekening.zin == ""


def test_a_line_never_crosses_a_gap():
    assert [len(p.punten) for p in paden(grafiek("lijn", [1, 2, 3, None, 5, 6]))] == [3, 2]


def test_a_line_never_crosses_a_break():
    inhoud = grafiek("lijn", [1, 2, 3, 4, 5], breuken=[2])
    assert [len(p.punten) for p in paden(inhoud)] == [2, 3]
    assert "andere telling" in teksten(inhoud)


def test_the_piece_towards_a_provisional_point_is_dashed_and_named():
    inhoud = grafiek("lijn", [1, 2, voorlopig(3)])
    assert [p.streep for p in paden(inhoud)] == ["", STREEP["voorlopig"]]
    assert teken(inhoud).merken[-1].vulling == WIT
    assert "3 (voorlopig)" in teksten(inhoud)


def test_an_estimated_piece_has_its_own_dash_and_word():
    inhoud = grafiek("lijn", [1, voorlopig(2), voorlopig(3, "geschat")])
    assert [p.streep for p in paden(inhoud)] == ["7 5", "2 3"]
    assert "3 (geschat)" in teksten(inhoud)


def test_a_dash_means_nothing_else():
    inhoud = grafiek("lijn", [1, 2, 3], [2, 3, 4], soorten=("prognose", "begroting_primitief"))
    assert {p.streep for p in teken(inhoud).merken if isinstance(p, Pad)} == {""}


@pytest.mark.parametrize(("status", "streep"), [("voorlopig", "7 5"), ("geschat", "2 3")])
def test_a_column_that_is_not_final_is_never_solid(status, streep):
    inhoud = grafiek("kolom", [12, voorlopig(14, status)])
    vakken = [e for e in teken(inhoud).merken if isinstance(e, Vak)]
    assert [e.streep for e in vakken] == ["", streep]
    assert vakken[1].vulling != vakken[0].vulling
    assert status in teksten(inhoud)


def test_a_forecast_is_lighter_with_an_outline():
    inhoud = grafiek("kolom", [12, 13], [14, 15], soorten=("begroting_primitief", "prognose"))
    vak = next(e for e in teken(inhoud).merken if isinstance(e, Vak) and e.reeks == 1)
    assert (vak.rand, vak.streep) == (PALET[0], "")
    assert vak.vulling != PALET[0]


def test_the_current_year_is_dark_and_thick_and_older_ones_are_grey():
    namen = ("2018", "2019", "2020", "2021")
    s = stijlen(lees(grafiek("jaren", *[[1, 2]] * 4, namen=namen)))
    assert [(x.kleur, x.dikte) for x in s] == [
        ("#84909c", 2.2), ("#84909c", 2.2), ("#5c7893", 2.2), ("#182f56", 3.5),
    ]  # fmt: skip


def test_parts_beyond_four_are_overig():
    g = voor_vorm(lees(grafiek("gestapeld", *[[w] for w in (50, 5, 40, 30, 20, 10)])))
    assert [r.naam for r in g.reeksen] == ["Instroom", "Stand", "Vierde", "Vijfde", "Overig"]
    assert g.reeksen[-1].waarden == [15]
    assert stijlen(g)[-1].kleur == "#8b8680"


def test_the_total_stands_on_top_unless_a_part_misses():
    inhoud = grafiek("gestapeld", [5, 6], [7, None])
    g = lees(inhoud)
    assert (totaal(g, 0).tekst, totaal(g, 1)) == ("12", None)
    assert "12" in teksten(inhoud)


def test_columns_with_long_names_lie_down():
    labels = ["Gecertificeerde instelling", "Medisch specialist", "Rechter", "Huisarts"]
    inhoud = grafiek("kolom", [4, 8, 15, 16], labels=labels)
    for reeks in inhoud["reeksen"]:
        for cel in reeks["punten"]:
            cel["periode"] = "2021-04"
    assert teken(inhoud, BREED).mag_over
    assert not teken(inhoud, SMAL).mag_over


def test_labels_at_the_end_keep_their_order_and_twenty_apart():
    inhoud = grafiek("lijn", [9, 100], [8, 99], [7, 98], [6, 97])
    tekening = teken(inhoud)
    eind = {e.tekst: e.y for e in tekening.boven if isinstance(e, Tekst) and ": " in e.tekst}
    ys = list(eind.values())
    assert [t.split(":")[0] for t in sorted(eind, key=eind.get)] == [
        "Instroom", "Uitstroom", "Stand", "Vierde",
    ]  # fmt: skip
    assert all(b - a >= 19.9 for a, b in zip(sorted(ys), sorted(ys)[1:], strict=False))


def test_outflow_goes_down_with_a_plain_number():
    inhoud = grafiek("in_uit", [20, 25], [10, 15], [500, 510])
    tekening = teken(inhoud)
    v = tekening.vlakken[1]
    uit = [e for e in tekening.merken if isinstance(e, Vak) and e.reeks == 1]
    assert all(e.y >= v.y(0) - 0.01 for e in uit)
    assert not any(t.startswith("−") for t in teksten(inhoud))


def test_a_budget_is_one_straight_line():
    inhoud = grafiek(
        "cumulatief", [100] * 4, [10, 20, None, None], soorten=("begroting_primitief", "realisatie")
    )
    (lijn,) = paden(inhoud)
    assert len({y for _, y in lijn.punten}) == 1


def test_a_budget_of_one_figure_runs_the_whole_width():
    inhoud = grafiek(
        "cumulatief", [100, None, None], [10, 20, 30], soorten=("begroting_primitief", "realisatie")
    )
    v = teken(inhoud).vlakken[0]
    assert [x for x, _ in paden(inhoud)[0].punten] == [v.x0, v.x1]


def test_the_median_falls_in_the_class_that_holds_the_half():
    assert mediaan_plek(lees(grafiek("histogram", [10, 20, 10]))) == 1.5
    assert mediaan_plek(lees(grafiek("histogram", [10, ONDERDRUKT, 10]))) is None


def test_the_own_gemeente_is_the_dark_dot():
    inhoud = grafiek("stippen", [92, 71, 88], labels=["Eigen", "Ander", "Derde"])
    donker = [e for e in teken(inhoud).merken if isinstance(e, Merk) and e.vulling == PALET[0]]
    assert len(donker) == 1
    assert "Eigen: 92" in teksten(inhoud)
    assert "middelste: 88" in teksten(inhoud)


def test_shares_are_left_out_when_a_part_is_hidden():
    zin = teksten(grafiek("deel", [60, 40], labels=["Zin", "Pgb"]))
    assert "Zin: 60 (60%)" in zin
    assert not any(
        "%" in t for t in teksten(grafiek("deel", [60, ONDERDRUKT], labels=["Zin", "Pgb"]))
    )


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(1135, "1.135"), (-40, "−40"), (0.005, "0"), (-0.2, "0"), (88.5, "89")],
)
def test_numbers_are_dutch(waarde, tekst):
    assert nl(waarde) == tekst


def test_large_amounts_are_short_without_thousands_marks_of_letters():
    g = lees(grafiek("kolom", [13046000], eenheid="euro"))
    assert kort(13046000, g) == "13,0\u00a0mln"
    assert kort(985000, g) == "985.000"


def test_a_text_breaks_between_words_and_ends_in_dots():
    assert breek("Hulp bij het huishouden", 90, 15, regels=2) == ["Hulp bij het", "huishouden"]
    assert breek("Woningaanpassingen", 60, 15, regels=1)[0].endswith("…")


def test_hidden_points_leave_a_word_and_no_height():
    assert "<10" in teksten(grafiek("lijn", [12, ONDERDRUKT, 15]))
    assert "<10" in teksten(grafiek("kolom", [12, ONDERDRUKT, 15]))
    assert teken_svg(grafiek("kolom", [12, ONDERDRUKT, 15])).count("<rect") == 3


def test_in_a_comparison_the_own_gemeente_is_dark_and_the_others_grey():
    inhoud = grafiek("staaf", [26, 23, 12], labels=["Nederland", "Eigen", "Ander"])
    kleuren = [e.vulling for e in teken(inhoud, eigen="Eigen").merken]
    assert kleuren == ["#84909c", PALET[0], "#84909c"]
    assert {e.vulling for e in teken(inhoud).merken} == {PALET[0]}

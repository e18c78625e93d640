"""The attacker finds every planted leak, and gives no alarm where there is none."""

import pytest

from monitor.regels.aanvaller import Tegenspraak, attack, lekken

BELEID = {"threshold": 10, "zero": "show", "floor": 5, "min_width": None}


def cel(waarde=None, merk=""):
    return {"value": waarde, "mark": merk, "threshold": 10, "min": None, "max": None}


def foto(relaties=(), **cellen):
    gemaakt = {naam: cel(None, w) if isinstance(w, str) else cel(w) for naam, w in cellen.items()}
    return {"cells": gemaakt, "relations": list(relaties), "policy": BELEID}


def som(totaal, *delen):
    return {"kind": "sum", "total": totaal, "parts": list(delen)}


def recht(lo, hi, **termen):
    return {"kind": "linear", "terms": termen, "lo": lo, "hi": hi}


def bereik(fotos, extra=()):
    return {i: (v.lo, v.hi) for i, v in attack(fotos, extra).items()}


LIJN = [som("t", "a", "b", "c")]
VEILIG = foto(LIJN, a="small", b="cover", c=300, t=344)


def test_safe_line_gives_no_alarm():
    assert lekken([VEILIG]) == []
    assert bereik([VEILIG]) == {"a": (1, 9), "b": (35, 43)}


def test_lone_hidden_count_is_exact():
    gevonden = lekken([foto(LIJN, a="small", b=40, c=300, t=344)])

    assert [(lek.id, lek.interval.lo, lek.interval.hi) for lek in gevonden] == [("a", 4, 4)]


@pytest.mark.parametrize(
    ("cellen", "verwacht"),
    [
        ({"a": "small", "b": "cover", "t": 15}, (1, 5)),
        ({"a": "small", "b": "small", "t": 18}, (9, 9)),
        ({"a": "small", "b": "small", "t": 12}, (3, 9)),
    ],
)
def test_marks_narrow_the_interval(cellen, verwacht):
    gevonden = lekken([foto([som("t", "a", "b")], **cellen)])

    assert (gevonden[0].interval.lo, gevonden[0].interval.hi) == verwacht


def test_marks_alone_are_no_alarm_until_fewer_than_five_values_are_left():
    ruim = foto([som("t", "a", "b")], a="small", b="small", t="small")
    krap = foto([som("t", *"abcdef")], **dict.fromkeys("abcdef", "small"), t="small")

    assert lekken([ruim]) == []
    assert {lek.id for lek in lekken([krap])} == {*"abcdef", "t"}


def test_earlier_edition_gives_away_what_is_hidden_now():
    assert [lek.id for lek in lekken([VEILIG, foto(b=40)])] == ["a"]


def test_earlier_total_over_other_parts_is_a_sum_too():
    eerder = foto([som("ab", "a", "b")], ab=44, b=40)

    assert [lek.id for lek in lekken([VEILIG, eerder])] == ["a"]


def test_difference_gives_the_count_away():
    nu = foto(a="small", vorig=12)

    assert lekken([nu], [recht(-8, -8, a=1, vorig=-1)])[0].interval.lo == 4


def test_share_narrows_down_to_what_rounds_to_it():
    """1.2% of 344: 4 persons."""
    gevonden = lekken([VEILIG], [recht(4, 4, a=1)])

    assert gevonden[0].interval.n_values == 1


def test_average_is_no_help_when_it_leaves_the_range():
    assert lekken([VEILIG], [recht(1, 9, a=1)]) == []


def test_stock_and_flows_give_the_outflow_away():
    stroom = recht(0, 0, eind=1, begin=-1, erin=-1, eruit=1)

    assert lekken([foto([stroom], eind=116, begin=100, erin=20, eruit="small")])[0].id == "eruit"


def test_unique_total_gives_a_lower_bound():
    uniek = {"kind": "unique", "total": "t", "parts": ["a", "b", "c"]}

    gevonden = lekken([foto([uniek], a=40, b=12, c="small", t=55)])

    assert (gevonden[0].interval.lo, gevonden[0].interval.hi) == (3, 9)


def test_count_that_nobody_prints_follows():
    gevonden = lekken([foto([som("t", "a", "rest")], t=104, a=100, rest="none")])

    assert [(lek.id, lek.waarom) for lek in gevonden] == [("rest", "follows")]


def test_large_count_that_nobody_prints_is_no_alarm():
    assert lekken([foto([som("t", "a", "rest")], t=150, a=100, rest="none")]) == []


def test_whole_numbers_say_more_than_fractions():
    """a + b, b + c, c + a are all 10 or more only in halves: whole numbers leave less."""
    relaties = [recht(25, 25, a=2, b=2, c=1), recht(1, 9, a=1), recht(1, 9, b=1)]

    gevonden = attack([foto(relaties, a="small", b="small", c="small")])

    assert (gevonden["c"].lo, gevonden["c"].hi) == (1, 9)
    assert (gevonden["a"].lo, gevonden["a"].hi) == (1, 9)


def test_cover_without_a_roof_is_unbounded():
    assert bereik([foto([som("t", "a", "b")], t="cover", a="cover", b=20)])["t"] == (30, None)


def test_figures_that_clash_are_said_so_without_values():
    with pytest.raises(Tegenspraak) as fout:
        attack([foto(LIJN, a="small", b="cover", c=300, t=305)])

    assert "300" not in str(fout.value)
    with pytest.raises(Tegenspraak):
        attack([foto(a=12), foto(a=13)])


def test_only_the_targets_are_sought():
    assert set(attack([VEILIG], targets=["a"])) == {"a"}

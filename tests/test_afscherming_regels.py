"""What is hidden is enough, by trying everything; and it is the least that is enough."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.regels.aanvaller import attack, lekken
from monitor.regels.afscherming import (
    Cell,
    Linear,
    Policy,
    SdcError,
    Sum,
    Unique,
    derived_visible,
    protect,
    publish,
)
from monitor.regels.afscherming.model import Pattern
from tests.afscherming import gekoppeld, genest, goedkoper, margins, mogelijk, tabel

SNEL = Policy(exact_cells=0)
VORMEN = {
    "lijn": lambda zaad: tabel(1, 4, zaad),
    "tabel": lambda zaad: tabel(2, 3, zaad, hoog=25),
    "genest": lambda zaad: genest(zaad, 2, 3),
    "gekoppeld": gekoppeld,
}


def lijn(*waarden, **velden):
    cellen = [Cell(f"d{i}", w) for i, w in enumerate(waarden)]
    cellen.append(Cell("t", sum(waarden), level=1, **velden))
    return cellen, [Sum("t", tuple(f"d{i}" for i in range(len(waarden))))]


def statussen(cellen, sommen, beleid=Policy(), **rest):  # noqa: B008
    return dict(sorted(protect(cellen, sommen, beleid, **rest).status.items()))


# Safe


@pytest.mark.parametrize("beleid", [Policy(), SNEL], ids=["precies", "snel"])
@pytest.mark.parametrize("vorm", VORMEN)
@settings(max_examples=25, deadline=None)
@given(zaad=st.integers(0, 10**6))
def test_every_small_count_keeps_its_range_by_brute_force(vorm, beleid, zaad):
    cellen, sommen = VORMEN[vorm](zaad)

    patroon = protect(cellen, sommen, beleid)

    for id_, waarden in mogelijk(cellen, sommen, patroon).items():
        laag, hoog = patroon.interval[id_]
        assert waarden == set(range(laag, hoog + 1))
        assert hoog - laag >= 4


@pytest.mark.parametrize("beleid", [Policy(), SNEL], ids=["precies", "snel"])
@settings(max_examples=25, deadline=None)
@given(zaad=st.integers(0, 10**6))
def test_attacker_finds_what_brute_force_finds(beleid, zaad):
    cellen, sommen = tabel(2, 3, zaad, hoog=25)
    patroon = protect(cellen, sommen, beleid)

    gevonden = attack([publish(cellen, patroon)])

    kan = mogelijk(cellen, sommen, patroon)
    assert {i: (gevonden[i].lo, gevonden[i].hi) for i in kan} == {
        i: (min(w), max(w)) for i, w in kan.items()
    }


@pytest.mark.parametrize("maat", [(9, 3), (8, 6), (20, 12)])
@pytest.mark.parametrize("zaad", range(3))
def test_larger_tables_withstand_the_attacker(maat, zaad):
    cellen, sommen = tabel(*maat, zaad, klein=0.08)

    patroon = protect(cellen, sommen, Policy(seconds=1))

    assert lekken([publish(cellen, patroon)]) == []


@settings(max_examples=10, deadline=None)
@given(zaad=st.integers(0, 10**6))
def test_exact_loses_the_least(zaad):
    cellen, sommen = tabel(2, 2, zaad, hoog=25)
    patroon = protect(cellen, sommen)
    klein = {i for i, s in patroon.status.items() if s == "small"}

    for weg in goedkoper(cellen, patroon):
        status = {c.id: "small" if c.id in klein else "shown" for c in cellen}
        status |= dict.fromkeys(weg, "cover")
        ander = Pattern(status, {}, "none", False, tuple(sommen))
        assert lekken([publish(cellen, ander)]), weg


@pytest.mark.parametrize("beleid", [Policy(min_width=3, floor=3), Policy(min_width=5)])
@pytest.mark.parametrize("zaad", range(5))
def test_narrower_demand_hides_no_more(beleid, zaad):
    cellen, sommen = tabel(4, 4, zaad, klein=0.2)

    patroon = protect(cellen, sommen, beleid)

    assert lekken([publish(cellen, patroon)]) == []
    assert patroon.n_cover <= protect(cellen, sommen).n_cover


@pytest.mark.parametrize("zaad", range(5))
def test_one_mark_for_all_is_safe_too(zaad):
    cellen, sommen = tabel(4, 4, zaad)
    foto = publish(cellen, protect(cellen, sommen, Policy(marking="uniform")))

    assert lekken([foto]) == []
    assert {c["mark"] for c in foto["cells"].values()} <= {"", "hidden"}


# What the marks themselves say


def test_cover_is_known_to_be_ten_or_more():
    """3 hidden with cover 12 leaves 1..5: one more is needed."""
    cellen, sommen = lijn(3, 12, 40)

    assert statussen(cellen, sommen) == {"d0": "small", "d1": "shown", "d2": "cover", "t": "shown"}


def test_two_nines_are_not_exact():
    patroon = protect(*lijn(9, 9, 30))

    assert patroon.n_cover == 1
    assert patroon.interval == {"d0": (1, 9), "d1": (1, 9)}


def test_small_total_asks_no_more_than_its_mark_allows():
    """1 + 2 under a total below ten: none of them can be nine."""
    patroon = protect(*lijn(1, 2))

    assert patroon.interval == {"d0": (1, 8), "d1": (1, 8), "t": (2, 9)}


def test_marks_that_say_everything_are_refused():
    with pytest.raises(SdcError) as fout:
        protect(*lijn(1, 1, 1, 1, 1, 1))

    assert fout.value.code == "marks_disclose"


MAG = Policy(mask=True)


def test_one_mark_for_what_the_marks_would_tell():
    """Six parts of one: `<10` under `<10` says all; a mark that says nothing leaves everything open."""
    cellen, sommen = lijn(1, 1, 1, 1, 1, 1)
    patroon = protect(cellen, sommen, MAG)

    assert set(patroon.status.values()) == {"masked"}
    assert lekken([publish(cellen, patroon)]) == []
    assert set(patroon.interval.values()) == {(1, 9)}


def test_marks_that_tell_more_come_first():
    assert statussen(*lijn(3, 12, 40), MAG) == statussen(*lijn(3, 12, 40))


def test_what_no_mark_can_save_is_refused():
    """b is five at most, whatever is hidden: a is known to be ten or more, and all together fifteen."""
    cellen = [Cell("a", 11, min=10, public="never"), Cell("b", 4), Cell("c", 0), Cell("d", 30),
              Cell("ab", 15, level=1, public="always"), Cell("t", 45, level=2, public="always")]  # fmt: skip
    sommen = [Sum("ab", ("a", "b", "c")), Sum("t", ("ab", "d"))]
    for beleid in (Policy(), MAG):
        with pytest.raises(SdcError) as fout:
            protect(cellen, sommen, beleid)
        assert fout.value.code == "not_protectable"


def test_count_of_nobody_that_nobody_prints_is_nought_or_wide():
    """rest = t - a - b: with a hidden it could be one to five, which looks like a small count."""
    cellen = [Cell("a", 4), Cell("b", 30), Cell("rest", 0, public="never"), Cell("t", 34, level=1),
              Cell("c", 200), Cell("tt", 234, level=2)]  # fmt: skip
    patroon = protect(cellen, [Sum("t", ("a", "b", "rest")), Sum("tt", ("t", "c"))])
    gevonden = attack([publish(cellen, patroon)])

    assert gevonden["rest"].hi is None or gevonden["rest"].hi >= 9
    assert lekken([publish(cellen, patroon)]) == []


# What the policy and the past ask


def test_public_before_is_no_cover():
    cellen, sommen = lijn(4, 40, 300)
    cellen[1] = Cell("d1", 40, public="always")

    assert statussen(cellen, sommen)["d2"] == "cover"


def test_hidden_before_is_hidden_again():
    assert statussen(*lijn(4, 40, 300), sticky=frozenset({"d2"}))["d2"] == "cover"


def test_small_count_that_must_stay_public_is_refused():
    with pytest.raises(SdcError) as fout:
        protect([Cell("a", 4, public="always", label="Cliënten")], [])

    assert fout.value.code == "primary_forced_public"
    assert str(fout.value) == "een klein aantal moet openbaar blijven: Cliënten"


def test_what_nobody_prints_but_follows_is_protected():
    cellen = [Cell("heel", 104), Cell("deel", 100), Cell("rest", 4, public="never")]
    status = statussen(cellen, [Sum("heel", ("deel", "rest"))])

    assert status == {"heel": "shown", "deel": "cover", "rest": "virtual"}


def test_zero_is_shown_and_is_never_a_cover():
    assert statussen(*lijn(4, 0, 40)) == {
        "d0": "small",
        "d1": "shown",
        "d2": "cover",
        "t": "shown",
    }


def test_zero_is_hidden_when_the_policy_asks():
    patroon = protect(*lijn(0, 40, 40), Policy(zero="hide"))

    assert patroon.status["d0"] == "small"
    assert patroon.interval["d0"] == (0, 9)


def test_source_that_keeps_a_count_is_protected():
    cellen = [Cell("a", None, max=9), Cell("b", 40), Cell("c", 300), Cell("t", 344, level=1)]

    assert statussen(cellen, [Sum("t", ("a", "b", "c"))])["b"] == "cover"


def test_unique_total_bounds_its_parts():
    """40, 12 and '<10' with 55 unique: the hidden one is at least 3."""
    cellen = [Cell("a", 40), Cell("b", 12), Cell("c", 5), Cell("t", 55, level=1)]
    patroon = protect(cellen, [Unique("t", ("a", "b", "c"))])

    assert patroon.n_cover == 1
    assert patroon.interval["c"] == (1, 9)


def test_stock_and_flows_hang_together():
    cellen = [Cell("begin", 100), Cell("in", 20), Cell("uit", 4), Cell("eind", 116)]
    stroom = Linear({"eind": 1, "begin": -1, "in": -1, "uit": 1}, 0, 0)

    assert statussen(cellen, [stroom]) == {
        "begin": "shown",
        "eind": "shown",
        "in": "cover",
        "uit": "small",
    }


# What is refused


@pytest.mark.parametrize(
    ("cellen", "relaties", "code"),
    [
        ([Cell("a", -1)], [], "negative"),
        ([Cell("a", 1.5)], [], "not_integer"),
        ([Cell("a", True)], [], "not_a_count"),
        ([Cell("a", "10-12")], [], "not_a_count"),
        ([Cell("a", 20), Cell("a", 20)], [], "duplicate_cell"),
        ([Cell("a", 20)], [Sum("t", ("a",))], "unknown_cell"),
        ([Cell("a", 20), Cell("t", 21)], [Sum("t", ("a",))], "does_not_add_up"),
        ([Cell("a", 4, public="never"), Cell("t", 4, public="known")], [Sum("t", ("a",))], None),
    ],
)
def test_what_is_no_table_of_counts_is_refused(cellen, relaties, code):
    with pytest.raises(SdcError) as fout:
        protect(cellen, relaties)

    assert fout.value.code == (code or "not_protectable")


def test_error_holds_no_values():
    with pytest.raises(SdcError) as fout:
        protect([Cell("a", 7341), Cell("t", 9218)], [Sum("t", ("a",))])

    assert "7341" not in repr(fout.value) + str(vars(fout.value))
    assert "9218" not in repr(fout.value) + str(vars(fout.value))


# What leaves


def test_snapshot_holds_no_hidden_value_and_is_the_same_each_time():
    cellen, sommen = margins({(0, 0): 4, (0, 1): 48, (1, 0): 37, (1, 1): 91})
    foto = publish(cellen, protect(cellen, sommen))

    assert foto == publish(reversed(cellen), protect(reversed(cellen), sommen))
    weg = {i for i, c in foto["cells"].items() if c["mark"]}
    assert weg == {"0.0", "0.1", "1.0", "1.1"}
    assert all(foto["cells"][i]["value"] is None for i in weg)


def test_derived_is_shown_only_when_all_operands_are():
    cellen, sommen = lijn(4, 40, 300)
    foto = publish(cellen, protect(cellen, sommen))

    assert derived_visible(["d2", "t"], foto)
    assert not derived_visible(["d1", "t"], foto)
    assert not derived_visible(["d2", "onbekend"], foto)

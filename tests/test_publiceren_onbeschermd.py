"""An amount by group that nobody tied to a count of people is pointed out before publishing."""

import pytest

from monitor.models.enums import Aard, Eenheid, Telt
from monitor.publiceren.bezwaren import waarschuwingen
from monitor.publiceren.onbeschermd import zonder_aantal
from monitor.publiceren.samenstellen import compose, stel_samen
from tests.make import (
    make_domein,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_reeks,
    make_uitgave,
    make_waarneming,
)
from tests.publiceren import make_delen, toon

pytestmark = pytest.mark.django_db


@pytest.fixture
def uitgave():
    return make_uitgave(make_gemeente())


def make_geld(uitgave, mensen=None, **velden):
    """Amounts by part, shown in a table, beside a count of people of these parts."""
    telling, deel = make_delen(uitgave.gemeente, mensen or {"a": 4, "b": 40})
    standaard = {"eenheid": Eenheid.EURO, "telt": Telt.EURO}
    geld = make_indicator(uitgave.gemeente, "lasten", **(standaard | velden))
    for code in ("a", "b"):
        make_waarneming(geld, "2021-04", 12_345, sleutel=f"deel={code}")
    toon(make_hoofdstuk(uitgave), geld, deel)
    return telling


def gezegd(uitgave):
    return list(zonder_aantal(uitgave, compose(uitgave)))


@pytest.mark.parametrize("eenheid", [Eenheid.EURO, Eenheid.PERCENTAGE])
def test_figure_by_group_without_a_count_is_pointed_out(uitgave, eenheid):
    make_geld(uitgave, eenheid=eenheid)

    assert gezegd(uitgave) == [
        "Lasten staat er per groep, en bij Mensen is 1 groep klein. Vul bij de indicator lasten ‘aantal "
        "erachter’ in (bijvoorbeeld mensen); anders wordt dit cijfer niet afgeschermd."
    ]
    assert gezegd(uitgave)[0] in waarschuwingen(uitgave, stel_samen(uitgave))


def test_code_that_is_no_count_of_people_is_pointed_out(uitgave):
    make_geld(uitgave, achterliggend="mennsen")

    assert "‘mennsen’ is geen aantal mensen van deze gemeente." in gezegd(uitgave)[0]


def test_count_behind_it_settles_the_matter(uitgave):
    make_geld(uitgave, achterliggend="mensen")

    assert gezegd(uitgave) == []


def test_large_groups_are_left_alone(uitgave):
    make_geld(uitgave, {"a": 10, "b": 40})

    assert gezegd(uitgave) == []


def test_count_of_another_subject_is_left_alone(uitgave):
    make_geld(uitgave, domein=make_domein(uitgave.gemeente, "wmo"))

    assert gezegd(uitgave) == []


@pytest.mark.parametrize(
    "klein",
    [{"aard": Aard.KLEINER_DAN, "boven": 10}, {"aard": Aard.BEREIK, "onder": 5, "boven": 12}],
)
def test_small_group_of_the_source_counts(uitgave, klein):
    telling = make_geld(uitgave, {"a": 20, "b": 40})
    make_waarneming(telling, "2021-03", sleutel="deel=a", **klein)

    assert len(gezegd(uitgave)) == 1


def test_number_of_queries_does_not_grow(uitgave, django_assert_max_num_queries):
    make_geld(uitgave)
    make_reeks(make_indicator(uitgave.gemeente, "meer", telt=Telt.PERSONEN), sleutel="deel=b")
    inhoud = compose(uitgave)

    with django_assert_max_num_queries(2):
        assert len(list(zonder_aantal(uitgave, inhoud))) == 1

"""An amount by group that nobody tied to a count of people is pointed out before publishing."""

import pytest

from monitor.models import Blokregel
from monitor.models.enums import Aard, Eenheid, Soort, Telt
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.bezwaren import waarschuwingen
from monitor.publiceren.onbeschermd import zonder_aantal
from monitor.publiceren.samenstellen import compose, stel_samen
from monitor.publiceren.toets import lekken
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
        "erachter’ in (bijvoorbeeld mensen), of ‘geen’ als er geen aantal mensen achter zit; zolang er niets "
        "staat, wordt dit cijfer niet afgeschermd."
    ]
    assert gezegd(uitgave)[0] in waarschuwingen(uitgave, stel_samen(uitgave))


def test_code_that_is_no_count_of_people_is_pointed_out(uitgave):
    make_geld(uitgave, achterliggend="mennsen")

    assert "‘mennsen’ is geen aantal mensen van deze gemeente." in gezegd(uitgave)[0]


def test_count_behind_it_settles_the_matter(uitgave):
    make_geld(uitgave, achterliggend="mensen")

    assert gezegd(uitgave) == []


def test_editor_may_say_that_no_people_stand_behind_it(uitgave):
    make_geld(uitgave, achterliggend="geen")

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


# Beside the count in the same edition


def getoond(uitgave, code="lasten"):
    reeksen = compose(uitgave)["indicatoren"][code]["reeksen"]
    return {r["label"]: r["cellen"][-1]["tekst"] for r in reeksen}


def make_naast_mensen(uitgave, mensen=None, **velden):
    """The amounts by part, their total, and the people of these parts in one edition."""
    telling = make_geld(uitgave, mensen or {"a": 4, "b": 40, "c": 300}, **velden)
    geld = uitgave.gemeente.indicatoren.get(code="lasten")
    make_waarneming(geld, "2021-04", 90_000, sleutel="deel=c")
    toon(uitgave.hoofdstukken.get(), telling, uitgave.gemeente.dimensies.get())
    return telling, geld


@pytest.mark.parametrize("eenheid", [Eenheid.PERCENTAGE, Eenheid.CIJFER, Eenheid.PER_1000])
def test_figure_beside_a_hidden_group_is_hidden_until_someone_says(uitgave, eenheid):
    make_naast_mensen(uitgave, eenheid=eenheid, telt=Telt.OVERIG)

    assert [label for label, tekst in getoond(uitgave).items() if tekst == "·"] == ["A"]
    assert any(
        w.startswith(
            "Lasten: 1 cijfer per groep tonen wij niet, want bij Mensen is die groep klein"
        )
        and "‘geen’ als er geen aantal mensen achter zit" in w
        for w in waarschuwingen(uitgave, stel_samen(uitgave))
    )


def test_amount_beside_a_hidden_group_does_not_follow_from_the_total(uitgave):
    _, geld = make_naast_mensen(uitgave, is_optelbaar=True)
    make_waarneming(geld, "2021-04", 114_690)
    toon(uitgave.hoofdstukken.get(), geld)

    assert [label for label, tekst in getoond(uitgave).items() if tekst == "·"] == ["A", "B"]


@pytest.mark.parametrize(
    "velden", [{"achterliggend": "geen"}, {"soort": Soort.BEGROTING_PRIMITIEF}]
)
def test_figure_that_is_not_about_these_people_stays(uitgave, velden):
    soort = velden.pop("soort", None)
    _, geld = make_naast_mensen(uitgave, **velden)
    if soort:
        uitgave.gemeente.reeksen.filter(indicator=geld).update(soort=soort)
        Blokregel.objects.filter(indicator=geld).update(soort=soort)

    assert "·" not in getoond(uitgave).values()


def test_two_counts_of_one_subject_both_hide(uitgave):
    make_naast_mensen(uitgave)
    wachtend = make_indicator(uitgave.gemeente, "wachtend", telt=Telt.PERSONEN)
    for deel, aantal in {"a": 20, "b": 3, "c": 30}.items():
        make_waarneming(wachtend, "2021-04", aantal, sleutel=f"deel={deel}")
    toon(uitgave.hoofdstukken.get(), wachtend, uitgave.gemeente.dimensies.get())

    assert {label for label, tekst in getoond(uitgave).items() if tekst == "·"} == {"A", "B"}


def test_amount_that_readers_have_already_stops_nothing(uitgave):
    telling = make_geld(uitgave, {"a": 4, "b": 40})
    publish_uitgave(uitgave, by=None)
    toon(uitgave.hoofdstukken.get(), telling, uitgave.gemeente.dimensies.get())

    assert publish_uitgave(uitgave, by=None, note="met de aantallen erbij").versie == 2


@pytest.mark.parametrize("label", ["A", "B"])
def test_attacker_finds_a_figure_beside_a_hidden_group_by_itself(uitgave, label):
    """B hides A beside the total: what tells of either tells of A."""
    telling, _ = make_naast_mensen(uitgave)
    toon(uitgave.hoofdstukken.get(), telling)
    inhoud = compose(uitgave)
    cellen = {r["label"]: r["cellen"][-1] for r in inhoud["indicatoren"]["lasten"]["reeksen"]}
    assert lekken(uitgave, inhoud) == []
    assert cellen[label]["tekst"] == "·"
    cellen[label].update(waarde="4321", tekst="€ 4.321", toestand="getal")

    assert [r.partition(":")[0] for r in lekken(uitgave, inhoud)] == ["Lasten"]

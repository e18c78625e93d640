"""Leaks planted in a finished snapshot, of the kinds that stand in no table: the attack finds each."""

import json

import pytest

from monitor.models import Waarneming
from monitor.models.enums import BlokSoort, Eenheid, GrafiekVorm, StroomOfStand, Telt
from monitor.publiceren.samenstellen import compose
from monitor.publiceren.toets import lekken
from tests.make import (
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.publiceren import make_delen, toon

pytestmark = pytest.mark.django_db
STROOM = {"stroom_of_stand": StroomOfStand.STROOM}


@pytest.fixture
def gemeente():
    return make_gemeente()


@pytest.fixture
def uitgave(gemeente):
    return make_uitgave(gemeente)


@pytest.fixture
def hoofdstuk(uitgave):
    return make_hoofdstuk(uitgave)


def mensen(gemeente, code="mensen", **velden):
    return make_indicator(gemeente, code, **({"telt": Telt.PERSONEN} | velden))


@pytest.fixture
def geldtafel(gemeente, uitgave, hoofdstuk):
    m, deel = make_delen(gemeente, {"a": 3, "b": 40, "c": 300}, is_optelbaar=False)
    geld = make_indicator(
        gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO, achterliggend="mensen"
    )
    for d, w in {"a": 31234, "b": 400555, "c": 3000000, "": 3431789}.items():
        make_waarneming(geld, "2021-04", w, sleutel=f"deel={d}" if d else "")
    aandeel = make_indicator(
        gemeente, "aandeel", eenheid=Eenheid.PERCENTAGE, telt=Telt.PERSONEN, achterliggend="mensen"
    )
    make_waarneming(aandeel, "2021-04", 2)
    for indicator in (m, geld):
        toon(hoofdstuk, indicator, deel)
        toon(hoofdstuk, indicator)
    toon(hoofdstuk, aandeel)
    return compose(uitgave)


def zet_terug(inhoud, code, sleutel, waarde):
    reeksen = inhoud["indicatoren"][code]["reeksen"]
    doel = next(r for r in reeksen if r["sleutel"] == sleutel)["cellen"][-1]
    doel["waarde"], doel["toestand"], doel["tekst"] = waarde, "getal", waarde


def test_amounts_as_hidden_are_safe(uitgave, geldtafel):
    assert {r["label"]: r["cellen"][-1]["tekst"] for r in geldtafel["indicatoren"]["lasten"]["reeksen"]} == {
        "": "€\u00a03.431.789", "A": "·", "B": "·", "C": "€\u00a03.000.000",
    }  # fmt: skip
    assert lekken(uitgave, geldtafel) == []


@pytest.mark.parametrize(
    ("code", "sleutel", "waarde", "labels"),
    [
        ("lasten", "deel=a", "31234", ["Lasten: A, april 2021"]),
        ("lasten", "deel=b", "400555", ["Lasten: B, april 2021", "Lasten: A, april 2021"]),
        ("aandeel", "", "2", ["Aandeel, april 2021"]),
    ],
)
def test_planted_figure_about_few_people_is_found(
    uitgave, geldtafel, code, sleutel, waarde, labels
):
    zet_terug(geldtafel, code, sleutel, waarde)

    assert [r.split(": dit zegt")[0] for r in lekken(uitgave, geldtafel)] == labels


def test_planted_flow_is_found(gemeente, uitgave, hoofdstuk):
    stand = mensen(gemeente, "stand", verloop="erin - eruit")
    erin, eruit = mensen(gemeente, "erin", **STROOM), mensen(gemeente, "eruit", **STROOM)
    for maand, s, i, u in (("02", 100, None, None), ("03", 116, 20, 4)):
        make_waarneming(stand, f"2021-{maand}", s)
        if i:
            make_waarneming(erin, f"2021-{maand}", i)
            make_waarneming(eruit, f"2021-{maand}", u)
    for indicator in (stand, erin, eruit):
        toon(hoofdstuk, indicator, perioden="alles")
    inhoud = compose(uitgave)
    assert lekken(uitgave, inhoud) == []
    for reeksen in (inhoud["indicatoren"][c]["reeksen"] for c in ("stand", "erin")):
        for c in reeksen[0]["cellen"]:
            if c["waarde"] is None:
                waarden = (
                    {"2021-02": "100", "2021-03": "116"}
                    if "stand" in reeksen[0]["id"]
                    else {"2021-03": "20"}
                )
                c["waarde"], c["toestand"] = waarden[c["periode"]], "getal"

    assert [r.split(":")[0] for r in lekken(uitgave, inhoud)] == ["Eruit, maart 2021"]


def test_planted_difference_that_nobody_prints_is_found(gemeente, uitgave, hoofdstuk):
    alle, zonder = mensen(gemeente, "alle"), mensen(gemeente, "zonder")
    mensen(gemeente, "alleen", formule="alle - zonder")
    make_waarneming(alle, "2021-04", 104)
    make_waarneming(zonder, "2021-04", 100)
    toon(hoofdstuk, alle)
    toon(hoofdstuk, zonder)
    inhoud = compose(uitgave)
    assert lekken(uitgave, inhoud) == []
    zet_terug(inhoud, "alle", "", "104")
    zet_terug(inhoud, "zonder", "", "100")

    assert len(lekken(uitgave, inhoud)) == 1


# A chart's axis, and everything else that is drawn


def teken_alles(hoofdstuk, m, deel):
    for vorm in GrafiekVorm.values:
        toon(hoofdstuk, m, deel, BlokSoort.GRAFIEK, vorm=vorm, perioden="alles")
    for soort in (BlokSoort.TEGELS, BlokSoort.TABEL, BlokSoort.RANGLIJST):
        toon(hoofdstuk, m, deel, soort)
    toon(hoofdstuk, m)


@pytest.mark.parametrize(("a", "b"), [(1, 439), (9, 431), (7, 433)])
def test_nothing_in_the_snapshot_depends_on_what_is_hidden(gemeente, uitgave, hoofdstuk, a, b):
    """B is by far the largest, and hidden: no axis, order, height or word may follow it."""
    m, deel = make_delen(gemeente, {"a": 4, "b": 436, "c": 300, "d": 500})
    make_delen_eerder = {"a": 12, "b": 430, "c": 290, "d": 480}
    for code, waarde in make_delen_eerder.items():
        make_waarneming(m, "2021-03", waarde, sleutel=f"deel={code}")
    teken_alles(hoofdstuk, m, deel)
    een = compose(uitgave)
    assert {r["label"] for r in een["indicatoren"]["mensen"]["reeksen"]
            if r["cellen"][-1]["waarde"] is None} >= {"A"}  # fmt: skip
    weg = {r["sleutel"] for r in een["indicatoren"]["mensen"]["reeksen"]
           if r["cellen"][-1]["waarde"] is None} - {"deel=a"}  # fmt: skip
    dekking = Waarneming.objects.get(reeks__sleutel=weg.pop(), periode__code="2021-04")
    Waarneming.objects.filter(pk=dekking.pk).update(waarde=dekking.waarde + 4 - a)
    Waarneming.objects.filter(reeks__sleutel="deel=a", periode__code="2021-04").update(waarde=a)

    assert json.dumps(compose(uitgave)) == json.dumps(een)


@pytest.mark.parametrize("sleutel", ["as", "hoogste", "gemiddelde_lijn"])
def test_planted_axis_of_a_chart_is_found(gemeente, uitgave, hoofdstuk, sleutel):
    m, deel = make_delen(gemeente, {"a": 4, "b": 436, "c": 300})
    toon(hoofdstuk, m, deel, BlokSoort.GRAFIEK, vorm=GrafiekVorm.STAAF)
    toon(hoofdstuk, m)
    inhoud = compose(uitgave)
    assert lekken(uitgave, inhoud) == []
    grafiek = inhoud["hoofdstukken"][0]["blokken"][0]["inhoud"]
    grafiek[sleutel] = {"max": 450} if sleutel == "as" else 436

    assert [r.split(":")[0] for r in lekken(uitgave, inhoud)] == ["Grafiek ‘Mensen’"]

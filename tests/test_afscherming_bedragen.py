"""Amounts of few people: wide enough by our own count, over breakdowns, over time and after import."""

import csv
import io
import random

import highspy
import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.models.enums import Eenheid, StroomOfStand, Telt
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.samenstellen import compose
from monitor.publiceren.toets import lekken
from monitor.regels.afscherming import Bedragen, dek_bedragen
from tests.make import make_gemeente, make_hoofdstuk, make_indicator, make_uitgave, make_waarneming
from tests.publiceren import make_delen, toon


def grenzen(waarden, lijnen, weg, doel):
    """The least and the most, by a program of our own."""
    uit = []
    for teken in (1, -1):
        h = highspy.Highs()
        h.silent()
        x = {i: h.addVariable(lb=0) for i in sorted(weg)}
        for totaal, delen in lijnen:
            termen = {totaal: 1} | dict.fromkeys(delen, -1)
            bekend = sum(k * waarden[i] for i, k in termen.items() if i not in weg)
            if open_ := [k * x[i] for i, k in termen.items() if i in weg]:
                h.addConstr(sum(open_) == -bekend)
        h.minimize(teken * x[doel])
        klaar = h.getModelStatus() == highspy.HighsModelStatus.kOptimal
        uit.append(h.val(x[doel]) if klaar else float("inf"))
    return uit


@settings(max_examples=60, deadline=None)
@given(zaad=st.integers(0, 10**6))
def test_random_amounts_stay_a_fifth_wide(zaad):
    kans = random.Random(zaad)
    waarden = {f"{r}{k}": kans.choice([900, 31_000, 250_000, 1_400_000]) + kans.randint(0, 999)
               for r in "abc" for k in "xyz"}  # fmt: skip
    lijnen = [(r, tuple(f"{r}{k}" for k in "xyz")) for r in "abc"]
    lijnen += [(k, tuple(f"{r}{k}" for r in "abc")) for k in "xyz"]
    lijnen += [("t", tuple("abc")), ("t", tuple("xyz"))]
    for totaal, delen in lijnen:
        waarden[totaal] = sum(waarden[d] for d in delen)
    geheim = set(kans.sample([i for i in waarden if len(i) == 2], kans.randint(1, 3)))

    erbij, krap = dek_bedragen(Bedragen(waarden, lijnen), geheim)

    for doel in geheim - set(krap):
        laag, hoog = grenzen(waarden, lijnen, geheim | erbij, doel)
        assert laag <= waarden[doel] * 0.8 + 1e-3
        assert hoog >= waarden[doel] * 1.2 - 1e-3
    assert krap == []


def test_nothing_left_to_hide_is_said():
    b = Bedragen({"t": 900, "a": 300, "b": 600}, [("t", ("a", "b"))], vast={"t", "b"})

    assert dek_bedragen(b, {"a"}) == (set(), ["a"])


def test_amount_of_a_month_does_not_follow_from_the_quarter(db):
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente)
    stroom = {"stroom_of_stand": StroomOfStand.STROOM}
    mensen = make_indicator(gemeente, "mensen", telt=Telt.PERSONEN)
    geld = make_indicator(
        gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO, achterliggend="mensen", **stroom
    )
    for maand, n, w in (("01", 30, 90_000), ("02", 3, 12_345), ("03", 40, 120_000)):
        make_waarneming(mensen, f"2021-{maand}", n)
        make_waarneming(geld, f"2021-{maand}", w)
    make_waarneming(geld, "2021-K1", 222_345)
    for indicator in (mensen, geld):
        toon(make_hoofdstuk(uitgave, indicator.code), indicator, perioden="alles")

    inhoud = compose(uitgave)

    tekst = {
        c["periode"]: c["waarde"] for c in inhoud["indicatoren"]["lasten"]["reeksen"][0]["cellen"]
    }
    assert tekst == {"2021-01": None, "2021-02": None, "2021-03": "120000", "2021-K1": "222345"}
    assert lekken(uitgave, inhoud) == []


def test_amount_that_was_public_is_no_cover(db):
    """B was shown in an earlier edition: another one must hide A now."""
    gemeente = make_gemeente()
    uitgave = make_uitgave(gemeente)
    mensen, deel = make_delen(gemeente, {"b": 40, "c": 300}, is_optelbaar=False)
    geld = make_indicator(
        gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO, achterliggend="mensen"
    )
    for d, w in {"b": 400_555, "c": 3_000_000}.items():
        make_waarneming(geld, "2021-04", w, sleutel=f"deel={d}")
    hoofdstuk = make_hoofdstuk(uitgave)
    toon(hoofdstuk, geld, deel)
    publish_uitgave(uitgave, by=None)
    deel.categorieen.create(code="a", naam="A")
    make_waarneming(mensen, "2021-04", 3, sleutel="deel=a")
    make_waarneming(geld, "2021-04", 31_234, sleutel="deel=a")
    make_waarneming(geld, "2021-04", 3_431_789)
    toon(hoofdstuk, geld)

    reeksen = compose(uitgave)["indicatoren"]["lasten"]["reeksen"]

    weg = {r["label"] for r in reeksen if r["cellen"][0]["waarde"] is None}
    assert weg == {"A", ""}


@pytest.mark.django_db
def test_both_fields_come_in_with_a_file_of_indicators(tmp_path):
    gemeente = make_gemeente()
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";")
    schrijver.writerow(["rijsoort", "code", "naam", "domein", "definitie", "eenheid", "telt",
                        "stroom_of_stand", "verloop", "achterliggend"])  # fmt: skip
    schrijver.writerow(["domein", "jeugd", "Jeugd", "", "", "", "", "", "", ""])
    for code, eenheid, telt, soort, verloop, achter in (
        ("stand", "aantal", "personen", "stand", "erin - eruit", ""),
        ("erin", "aantal", "personen", "stroom", "", ""),
        ("eruit", "aantal", "personen", "stroom", "", ""),
        ("lasten", "euro", "euro", "stroom", "", "stand"),
    ):
        schrijver.writerow(["indicator", code, code.title(), "jeugd", "Wat het is.", eenheid, telt,
                            soort, verloop, achter])  # fmt: skip
    bestand = tmp_path / "indicatoren.csv"
    bestand.write_text(uit.getvalue(), encoding="utf-8")

    call_command("importeer", "indicatoren", str(bestand), gemeente=gemeente.slug)

    velden = {i.code: (i.verloop, i.achterliggend) for i in gemeente.indicatoren.all()}
    assert velden["stand"] == ("erin - eruit", "")
    assert velden["lasten"] == ("", "stand")

"""Editions against the attacker: random ones are safe, planted leaks are found, the past counts."""

import copy
import random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.models import Blokregel, Categorie, Dimensie, Waarneming
from monitor.models.enums import BlokSoort, Eenheid, GrafiekVorm, StroomOfStand, Telt
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave
from monitor.publiceren.blokken import cellen_in
from monitor.publiceren.samenstellen import compose, stel_samen
from monitor.publiceren.toets import lekken
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.publiceren import cellen, make_delen, make_dimensie, toon

pytestmark = pytest.mark.django_db


@pytest.fixture
def gemeente():
    return make_gemeente()


@pytest.fixture
def uitgave(gemeente):
    return make_uitgave(gemeente)


@pytest.fixture
def hoofdstuk(uitgave):
    return make_hoofdstuk(uitgave)


def zet(indicator, periode, waarde, sleutel=""):
    Waarneming.objects.filter(
        reeks__indicator=indicator, reeks__sleutel=sleutel, periode__code=periode
    ).delete()
    make_waarneming(indicator, periode, waarde, sleutel=sleutel)


def publiceer(uitgave):
    return publish_uitgave(uitgave, by=None, note="voor de proef")


# Shapes


def make_kruistabel(gemeente, waarden, periode="2021-04"):
    """Age by form: `waarden` by (age, form), with both margins and the total."""
    mensen = make_indicator(gemeente, "mensen", telt=Telt.PERSONEN, is_optelbaar=True)
    leeftijd, vorm = (make_dimensie(gemeente, d, *"abc") for d in ("leeftijd", "vorm"))
    for rij in ("", *"abc"):
        for kolom in ("", *"abc"):
            som = sum(w for (i, j), w in waarden.items() if rij in ("", i) and kolom in ("", j))
            delen = [f"leeftijd={rij}" if rij else "", f"vorm={kolom}" if kolom else ""]
            make_waarneming(mensen, periode, som, sleutel=";".join(filter(None, delen)))
    return mensen, leeftijd, vorm


def toon_kruistabel(hoofdstuk, mensen, leeftijd, vorm):
    blok = make_blok(hoofdstuk, BlokSoort.TABEL, mensen)
    Blokregel.objects.create(blok=blok, indicator=mensen, per_dimensie=leeftijd)
    Blokregel.objects.create(blok=blok, indicator=mensen, per_dimensie=vorm)
    for kolom in "abc":
        Blokregel.objects.create(
            blok=blok, indicator=mensen, per_dimensie=leeftijd, sleutel=f"vorm={kolom}"
        )


def test_table_with_both_margins_hides_four(gemeente, uitgave, hoofdstuk):
    waarden = {(i, j): 20 + n for n, (i, j) in enumerate((i, j) for i in "abc" for j in "abc")}
    toon_kruistabel(hoofdstuk, *make_kruistabel(gemeente, waarden | {("b", "b"): 4}))

    tekst = cellen(uitgave)

    assert [t for t in tekst.values() if not t.isdigit()] == ["·", "·", "·", "<10"]
    assert lekken(uitgave, compose(uitgave)) == []


def test_category_within_a_category(gemeente, uitgave, hoofdstuk):
    mensen = make_indicator(gemeente, "mensen", telt=Telt.PERSONEN, is_optelbaar=True)
    deel = Dimensie.objects.create(gemeente=gemeente, code="deel", naam="Deel")
    boven = {c: Categorie.objects.create(dimensie=deel, code=c, naam=c) for c in "pq"}
    for code, waarde, ouder in (("p1", 4, "p"), ("p2", 60, "p"), ("q1", 70, "q"), ("q2", 80, "q")):
        Categorie.objects.create(dimensie=deel, code=code, naam=code, ouder=boven[ouder])
        make_waarneming(mensen, "2021-04", waarde, sleutel=f"deel={code}")
    for sleutel, waarde in (("deel=p", 64), ("deel=q", 150), ("", 214)):
        make_waarneming(mensen, "2021-04", waarde, sleutel=sleutel)
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen)

    assert {n for n, t in cellen(uitgave).items() if t in ("·", "<10")} == {"p1", "p2"}
    assert lekken(uitgave, compose(uitgave)) == []


def test_parts_that_leave_a_few_people_over(gemeente, uitgave, hoofdstuk):
    """44 in total and 40 in the parts: four people without a part."""
    mensen, deel = make_delen(gemeente, {"a": 20, "b": 20})
    zet(mensen, "2021-04", 44)
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen)

    assert sorted(cellen(uitgave).values()) == ["20", "44", "·"]


def test_parts_that_are_more_than_the_total_are_refused(gemeente, uitgave, hoofdstuk):
    mensen, deel = make_delen(gemeente, {"a": 20, "b": 30})
    zet(mensen, "2021-04", 44)
    toon(hoofdstuk, mensen, deel)

    assert stel_samen(uitgave).fouten == [
        "Mensen, april 2021: de delen zijn samen meer dan het totaal. "
        "Verbeter de cijfers, of zet bij het cijfer ‘delen tellen op’ uit."
    ]


def test_total_that_counts_people_once_bounds_its_parts(gemeente, uitgave, hoofdstuk):
    mensen, deel = make_delen(gemeente, {"a": 40, "b": 12, "c": 5}, is_optelbaar=False)
    zet(mensen, "2021-04", 55)
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen)

    assert cellen(uitgave) == {"": "55", "A": "40", "B": "·", "C": "<10"}


def test_last_month_does_not_follow_from_two_spans(gemeente, uitgave, hoofdstuk):
    """January to April minus January to March, while April itself is nowhere."""
    instroom = make_indicator(
        gemeente, "in", telt=Telt.PERSONEN, stroom_of_stand=StroomOfStand.STROOM
    )
    make_waarneming(instroom, "2021-01_2021-03", 50)
    make_waarneming(instroom, "2021-01_2021-04", 54)
    toon(hoofdstuk, instroom)

    reeks = compose(uitgave)["indicatoren"]["in"]["reeksen"][0]["cellen"]

    assert sorted(c["tekst"] for c in reeks) == ["54", "·"]


# The past


def test_what_was_public_is_no_cover(gemeente, uitgave, hoofdstuk):
    mensen, deel = make_delen(gemeente, {"b": 40})
    toon(hoofdstuk, mensen, deel)
    publiceer(uitgave)
    for sleutel, waarde in (("deel=a", 4), ("deel=c", 300)):
        Categorie.objects.create(dimensie=deel, code=sleutel[-1], naam=sleutel[-1].upper())
        make_waarneming(mensen, "2021-04", waarde, sleutel=sleutel)
    zet(mensen, "2021-04", 344)
    toon(hoofdstuk, mensen)

    assert cellen(uitgave) == {"": "344", "A": "<10", "B": "40", "C": "·"}
    publiceer(uitgave)


def test_what_cannot_be_hidden_any_more_stops_publication(gemeente, uitgave, hoofdstuk):
    mensen, deel = make_delen(gemeente, {"b": 40, "c": 300}, is_optelbaar=False)
    zet(mensen, "2021-04", 344)
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen)
    publiceer(uitgave)
    mensen.is_optelbaar = True
    mensen.save()
    Categorie.objects.create(dimensie=deel, code="a", naam="A")
    make_waarneming(mensen, "2021-04", 4, sleutel="deel=a")

    with pytest.raises(PubliceerFout) as fout:
        publiceer(uitgave)

    assert "Mensen: A, april 2021" in fout.value.redenen[0]
    assert "4" not in fout.value.redenen[0]


def test_small_count_that_was_public_is_pointed_out(gemeente, uitgave, hoofdstuk):
    mensen = make_indicator(gemeente, "mensen", telt=Telt.PERSONEN, drempel=3)
    make_waarneming(mensen, "2021-04", 4)
    toon(hoofdstuk, mensen)
    publiceer(uitgave)
    mensen.drempel = None
    mensen.save()

    gemaakt = stel_samen(uitgave)

    assert cellen(uitgave) == {"": "<10"}
    assert any("in een eerdere publicatie al te lezen" in w for w in gemaakt.waarschuwingen)


def test_correction_does_not_tell_what_stays_hidden(gemeente, uitgave, hoofdstuk):
    """Then 344 - 300 = 44, now 345 - 301 = 44: the hidden ones are the same two."""
    mensen, deel = make_delen(gemeente, {"a": 4, "b": 40, "c": 300})
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen)
    publiceer(uitgave)
    zet(mensen, "2021-04", 301, "deel=c")
    zet(mensen, "2021-04", 345)
    publiceer(uitgave)

    assert cellen(uitgave) == {"": "345", "A": "<10", "B": "·", "C": "301"}


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(zaad=st.integers(0, 10**6))
def test_two_random_editions_withstand_the_attack_together(db, zaad):
    kans = random.Random(zaad)
    with transaction.atomic():
        vorige, nu = _twee_edities(kans)
        publiceer(vorige)
        assert not [c for c in cellen_in(compose(nu)) if c["waarde"] in set("123456789")]
        publiceer(nu)
        transaction.set_rollback(True)


def _twee_edities(kans):
    gemeente = make_gemeente()
    waarden = {(i, j): kans.choice([0, 3, 8, 12, 25, 40]) for i in "abc" for j in "abc"}
    mensen, leeftijd, vorm = make_kruistabel(gemeente, waarden)
    instroom = make_indicator(
        gemeente, "in", telt=Telt.PERSONEN, stroom_of_stand=StroomOfStand.STROOM
    )
    som = 0
    for maand in range(1, 7):
        waarde = kans.choice([0, 2, 7, 15, 30])
        som += waarde
        make_waarneming(instroom, f"2021-0{maand}", waarde)
        if maand in (3, 4, 6):
            make_waarneming(instroom, f"2021-01_2021-0{maand}", som)
    vorige = make_uitgave(gemeente)
    nu = make_uitgave(gemeente, "2021-05_2021-06", vorige=vorige)
    for uitgave in (vorige, nu):
        hoofdstuk = make_hoofdstuk(uitgave)
        toon_kruistabel(hoofdstuk, mensen, leeftijd, vorm)
        toon(hoofdstuk, instroom, perioden="alles")
    return vorige, nu


# Planted leaks


@pytest.fixture
def veilig(gemeente, uitgave, hoofdstuk):
    """A table, a tile, a chart, a share and an average over 4 + 40 + 300, shielded."""
    mensen, deel = make_delen(gemeente, {"a": 4, "b": 40, "c": 300})
    vorige = make_uitgave(gemeente, "2021-01_2021-02")
    make_waarneming(mensen, "2021-02", 50, sleutel="deel=b")
    uitgave.vorige = vorige
    uitgave.save()
    toon(make_hoofdstuk(vorige), mensen, deel)
    publiceer(vorige)
    lasten = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO)
    make_waarneming(lasten, "2021-04", 1000, sleutel="deel=b")
    aandeel = make_indicator(
        gemeente, "aandeel", eenheid=Eenheid.PERCENTAGE, telt=Telt.OVERIG, decimalen=1,
        formule="mensen / mensen[referentie] * 100",
    )  # fmt: skip
    make_waarneming(mensen, "2021-04", 344, soort="referentie", sleutel="deel=b")
    per = make_indicator(
        gemeente, "per-mens", eenheid=Eenheid.EURO, telt=Telt.EURO, formule="lasten / mensen"
    )
    toon(hoofdstuk, mensen, deel, BlokSoort.TEGELS)
    toon(hoofdstuk, mensen, deel, totaal="Samen")
    toon(hoofdstuk, mensen, deel, BlokSoort.GRAFIEK, vorm=GrafiekVorm.LIJN)
    toon(hoofdstuk, mensen, deel, BlokSoort.GRAFIEK, vorm=GrafiekVorm.STAAF)
    toon(hoofdstuk, mensen, deel, BlokSoort.RANGLIJST)
    toon(hoofdstuk, mensen)
    for indicator in (aandeel, per, lasten):
        blok = make_blok(hoofdstuk, BlokSoort.TABEL)
        Blokregel.objects.create(blok=blok, indicator=indicator, sleutel="deel=b")
    referentie = make_blok(hoofdstuk, BlokSoort.TABEL)
    Blokregel.objects.create(
        blok=referentie, indicator=mensen, soort="referentie", sleutel="deel=b"
    )
    return compose(uitgave)


def blok(inhoud, i):
    return inhoud["hoofdstukken"][0]["blokken"][i]["inhoud"]


def cel_van(inhoud, code, sleutel):
    reeksen = inhoud["indicatoren"][code]["reeksen"]
    eigen = next(r for r in reeksen if r["sleutel"] == sleutel and r["soort"] == "realisatie")
    return eigen["cellen"][-1]


def plant_reeks(inhoud):
    cel_van(inhoud, "mensen", "deel=b")["waarde"] = "40"


def plant_verschil(inhoud):
    tegel = next(t for t in blok(inhoud, 0)["tegels"] if t["label"] == "B")
    tegel["verschil"] = {
        "waarde": "-10",
        "oud_tekst": "50",
        "oud_periode_tekst": "februari 2021",
        "teken_tekst": "−10",
    }


def plant_lijn(inhoud):
    reeks = next(r for r in blok(inhoud, 2)["reeksen"] if r["naam"] == "B")
    reeks["punten"][-1]["waarde"] = "40"


def plant_staaf(inhoud):
    staaf = blok(inhoud, 3)
    staaf["reeksen"][0]["punten"][staaf["labels"].index("B")]["waarde"] = "40"


def plant_ranglijst(inhoud):
    rij = next(r for r in blok(inhoud, 4)["rijen"] if r["label"] == "B")
    rij["cel"]["waarde"] = "40"


def plant_aandeel(inhoud):
    cel = cel_van(inhoud, "aandeel", "deel=b")
    cel["waarde"], cel["toestand"] = "11.6", "getal"


def plant_gemiddelde(inhoud):
    """With the amount, which is hidden together with its count."""
    lasten = cel_van(inhoud, "lasten", "deel=b")
    lasten["waarde"], lasten["toestand"] = "1000", "getal"
    cel = cel_van(inhoud, "per-mens", "deel=b")
    cel["waarde"], cel["toestand"] = "25", "getal"


def test_nothing_planted_nothing_found(uitgave, veilig):
    assert {r["label"]: r["cellen"][-1]["tekst"] for r in veilig["indicatoren"]["mensen"]["reeksen"]
            if r["soort"] == "realisatie"} == {"": "344", "A": "<10", "B": "·", "C": "300"}  # fmt: skip
    assert cel_van(veilig, "per-mens", "deel=b")["tekst"] == "·"
    assert lekken(uitgave, veilig) == []


@pytest.mark.parametrize(
    "plant",
    [
        plant_reeks,
        plant_verschil,
        plant_lijn,
        plant_staaf,
        plant_ranglijst,
        plant_aandeel,
        plant_gemiddelde,
    ],
)
def test_planted_leak_is_found(uitgave, veilig, plant):
    inhoud = copy.deepcopy(veilig)
    plant(inhoud)

    gevonden = [g for g in lekken(uitgave, inhoud) if "af te leiden" in g]

    assert len(gevonden) == 1
    assert gevonden[0].startswith("Mensen: A, april 2021: hier is een klein aantal af te leiden")


def test_earlier_edition_that_tells_is_found(uitgave, veilig):
    publicatie = publiceer(uitgave)
    assert publicatie.versie == 1
    inhoud = copy.deepcopy(veilig)
    cel_van(inhoud, "mensen", "deel=b")["waarde"] = "40"
    del inhoud["indicatoren"]["mensen"]["reeksen"][1]  # A is not even in this one

    assert [r.split(":")[1] for r in lekken(uitgave, inhoud)] == [" A, april 2021"]


def test_total_of_a_table_that_tells_is_found(gemeente, uitgave, hoofdstuk):
    mensen, deel = make_delen(gemeente, {"a": 4, "b": 50})
    toon(hoofdstuk, mensen, deel, totaal="Samen")
    inhoud = compose(uitgave)
    assert lekken(uitgave, inhoud) == []
    totaal = blok(inhoud, 0)["rijen"][-1]["cellen"][0]
    totaal["waarde"], totaal["toestand"] = "54", "getal"

    assert len(lekken(uitgave, inhoud)) == 1


def test_running_total_past_a_hidden_month_is_found(gemeente, uitgave, hoofdstuk):
    instroom = make_indicator(
        gemeente, "in", telt=Telt.PERSONEN, stroom_of_stand=StroomOfStand.STROOM
    )
    for maand, waarde in enumerate((20, 4, 30), 1):
        make_waarneming(instroom, f"2021-0{maand}", waarde)
    toon(hoofdstuk, instroom, None, BlokSoort.GRAFIEK, vorm=GrafiekVorm.CUMULATIEF)
    inhoud = compose(uitgave)
    assert lekken(uitgave, inhoud) == []
    punt = blok(inhoud, 0)["reeksen"][0]["punten"][1]
    assert punt["waarde"] is None
    punt["waarde"] = "24"

    assert len(lekken(uitgave, inhoud)) == 1

"""Roundabout ways to a small count or amount: shares of shown counts, rounded sums, percentages of parts."""

import pytest

from monitor.models import Waarneming
from monitor.models.enums import Eenheid, Telt
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.samenstellen import compose
from monitor.publiceren.toets import lekken
from tests.make import make_gemeente, make_hoofdstuk, make_indicator, make_uitgave, make_waarneming
from tests.publiceren import make_delen, toon

pytestmark = pytest.mark.django_db


@pytest.fixture
def gemeente():
    return make_gemeente()


@pytest.fixture
def hoofdstuk(gemeente):
    return make_hoofdstuk(make_uitgave(gemeente))


def tekst(uitgave, code):
    reeksen = compose(uitgave)["indicatoren"][code]["reeksen"]
    return {r["label"]: r["cellen"][-1]["tekst"] for r in reeksen}


def test_share_of_two_counts_leaves_a_few_people(gemeente, hoofdstuk):
    """98 of 100: that two are left follows from both counts, and from 98% beside either."""
    for code, waarde in (("totaal", 100), ("zin", 98)):
        make_waarneming(make_indicator(gemeente, code, telt=Telt.PERSONEN), "2021-04", waarde)
    make_indicator(gemeente, "deel", eenheid=Eenheid.PERCENTAGE, telt=Telt.OVERIG,
                   formule="zin / totaal * 100")  # fmt: skip
    for code in ("totaal", "zin", "deel"):
        toon(hoofdstuk, gemeente.indicatoren.get(code=code))

    getoond = [tekst(hoofdstuk.uitgave, c)[""] for c in ("totaal", "zin", "deel")]

    assert sum(t in ("100", "98", "98%") for t in getoond) <= 1


def test_amounts_in_round_thousands_do_not_give_the_small_one_away(gemeente, hoofdstuk):
    """31 + 401 + 3,000 thousand is printed beside 3,433 thousand: rounded, but it tells."""
    mensen, deel = make_delen(gemeente, {"a": 3, "b": 40, "c": 300}, is_optelbaar=False)
    geld = make_indicator(gemeente, "lasten", eenheid=Eenheid.EURO, telt=Telt.EURO,
                          achterliggend="mensen")  # fmt: skip
    for d, w in {"a": 31_000, "b": 401_000, "c": 3_000_000}.items():
        make_waarneming(geld, "2021-04", w, sleutel=f"deel={d}")
    make_waarneming(geld, "2021-04", 3_433_000)
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, geld, deel)
    toon(hoofdstuk, geld)

    weg = [label for label, t in tekst(hoofdstuk.uitgave, "lasten").items() if t == "·"]

    assert "A" in weg and len(weg) >= 2


def test_percentages_of_parts_and_of_the_whole(gemeente, hoofdstuk):
    """Satisfied: 10% of 400, 10% of the 380 in b and c. So two of the twenty in a."""
    mensen, deel = make_delen(gemeente, {"a": 20, "b": 130, "c": 250})
    pct = make_indicator(gemeente, "tevreden", eenheid=Eenheid.PERCENTAGE, telt=Telt.OVERIG,
                         decimalen=1, achterliggend="mensen")  # fmt: skip
    for sleutel, waarde in {"": 10, "deel=b": 10, "deel=c": 10, "deel=a": 10}.items():
        make_waarneming(pct, "2021-04", waarde, sleutel=sleutel)
    for indicator in (mensen, pct):
        toon(hoofdstuk, indicator, deel)
        toon(hoofdstuk, indicator)

    weg = [label for label, t in tekst(hoofdstuk.uitgave, "tevreden").items() if t == "·"]

    assert "A" in weg and len(weg) >= 2


def test_rate_of_an_earlier_edition_makes_no_cover(gemeente, hoofdstuk):
    """11.8 per 1,000 of 3,400: forty people in b. Hiding that forty now hides nothing."""
    mensen, deel = make_delen(gemeente, {"b": 40, "c": 300})
    Waarneming.objects.filter(reeks__sleutel="").delete()
    make_waarneming(make_indicator(gemeente, "inwoners", telt=Telt.PERSONEN), "2021-04", 3400)
    rate = make_indicator(gemeente, "rate", eenheid=Eenheid.PER_1000, telt=Telt.OVERIG, decimalen=1,
                          formule="mensen / inwoners * 1000")  # fmt: skip
    toon(hoofdstuk, rate, deel)
    publish_uitgave(hoofdstuk.uitgave, by=None)
    deel.categorieen.create(code="a", naam="A")
    make_waarneming(mensen, "2021-04", 4, sleutel="deel=a")
    make_waarneming(mensen, "2021-04", 344)
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen)

    getoond = tekst(hoofdstuk.uitgave, "mensen")

    assert getoond["A"] == "<10"
    assert "·" in (getoond[""], getoond["C"])


# The attacker finds the same without the shield


def plant(inhoud, code, label, waarde):
    reeksen = inhoud["indicatoren"][code]["reeksen"]
    cel = next(r for r in reeksen if r["label"] == label)["cellen"][-1]
    cel["waarde"], cel["tekst"], cel["toestand"] = str(waarde), str(waarde), "getal"


def test_attacker_finds_what_a_share_leaves(gemeente, hoofdstuk):
    test_share_of_two_counts_leaves_a_few_people(gemeente, hoofdstuk)
    inhoud = compose(hoofdstuk.uitgave)
    assert lekken(hoofdstuk.uitgave, inhoud) == []
    plant(inhoud, "totaal", "", 100)
    plant(inhoud, "zin", "", 98)

    assert "rest van" in lekken(hoofdstuk.uitgave, inhoud)[0]


def test_attacker_finds_what_percentages_leave(gemeente, hoofdstuk):
    test_percentages_of_parts_and_of_the_whole(gemeente, hoofdstuk)
    inhoud = compose(hoofdstuk.uitgave)
    assert lekken(hoofdstuk.uitgave, inhoud) == []
    plant(inhoud, "tevreden", "B", 10)

    assert [r.split(",")[0] for r in lekken(hoofdstuk.uitgave, inhoud)] == ["Tevreden: A"]


def test_attacker_finds_an_amount_in_round_thousands(gemeente, hoofdstuk):
    test_amounts_in_round_thousands_do_not_give_the_small_one_away(gemeente, hoofdstuk)
    inhoud = compose(hoofdstuk.uitgave)
    assert lekken(hoofdstuk.uitgave, inhoud) == []
    plant(inhoud, "lasten", "B", 401_000)

    assert [r.split(",")[0] for r in lekken(hoofdstuk.uitgave, inhoud)] == ["Lasten: A"]


def test_attacker_finds_an_average_of_an_earlier_edition(gemeente, hoofdstuk):
    """€ 100,000 at € 2,500 each: forty people in b, that the next edition hides."""
    mensen, deel = make_delen(gemeente, {"b": 40, "c": 300})
    Waarneming.objects.filter(reeks__sleutel="").delete()
    geld = {"eenheid": Eenheid.EURO, "telt": Telt.EURO}
    lasten = make_indicator(gemeente, "lasten", **geld)
    for code, waarde in {"b": 100_000, "c": 600_000}.items():
        make_waarneming(lasten, "2021-04", waarde, sleutel=f"deel={code}")
    per_mens = make_indicator(gemeente, "per-mens", formule="lasten / mensen", **geld)
    toon(hoofdstuk, lasten, deel)
    toon(hoofdstuk, per_mens, deel)
    publish_uitgave(hoofdstuk.uitgave, by=None)
    deel.categorieen.create(code="a", naam="A")
    make_waarneming(mensen, "2021-04", 4, sleutel="deel=a")
    make_waarneming(mensen, "2021-04", 344)
    toon(hoofdstuk, mensen, deel)
    toon(hoofdstuk, mensen)
    inhoud = compose(hoofdstuk.uitgave)
    assert lekken(hoofdstuk.uitgave, inhoud) == []
    hoofdstuk.blokken.filter(regels__indicator__in=[lasten, per_mens]).delete()
    inhoud = compose(hoofdstuk.uitgave)
    assert lekken(hoofdstuk.uitgave, inhoud) == []
    verwissel(inhoud, "B", "", "344")

    assert [r.split(",")[0] for r in lekken(hoofdstuk.uitgave, inhoud)] == ["Mensen: A"]


def verwissel(inhoud, weg, terug, waarde):
    """Hide the one that is public already, and show the one that hid."""
    cellen = {r["label"]: r["cellen"][-1] for r in inhoud["indicatoren"]["mensen"]["reeksen"]}
    for veld in ("waarde", "tekst", "toestand"):
        cellen[weg][veld], cellen[terug][veld] = cellen[terug][veld], cellen[weg][veld]
    cellen[terug]["waarde"] = cellen[terug]["tekst"] = waarde

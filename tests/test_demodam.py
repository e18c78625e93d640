"""The invented gemeente: the same bytes each time, parts that add up, a mistake and its correction."""

import csv
from collections import defaultdict

import pytest

from sociaaldomein.demo.demodam.cijfers import DUBBEL, correctie, levering
from sociaaldomein.demo.demodam.getallen import VOORRADEN, waarheid
from sociaaldomein.demo.demodam.maak import maak_bestanden
from sociaaldomein.demo.demodam.register import CIJFERS
from sociaaldomein.demo.demodam.tijd import EDITIES, maanden

IDENTITEIT_NIET = ("waarde", "status", "voetnoot")


def sleutel(rij):
    return tuple(sorted((k, v) for k, v in rij.items() if k not in IDENTITEIT_NIET))


def test_sixty_indicators_in_five_domains_over_36_months():
    assert len(CIJFERS) == 60
    assert {c.domein for c in CIJFERS} == {
        "algemeen", "jeugd", "wmo", "participatie", "sociale-basis"}  # fmt: skip
    assert len(maanden()) == 36


def test_two_runs_write_the_same_bytes(tmp_path):
    maak_bestanden(tmp_path / "a")
    maak_bestanden(tmp_path / "b")
    een, twee = (
        {b.name: b.read_bytes() for b in (tmp_path / map_).iterdir()} for map_ in ("a", "b")
    )
    assert een
    assert een == twee


@pytest.mark.parametrize("editie", EDITIES, ids=lambda e: e.code)
def test_no_figure_is_delivered_twice_in_one_file(editie):
    sleutels = [sleutel(rij) for rij in levering(editie)]
    assert len(sleutels) == len(set(sleutels))


@pytest.mark.parametrize("editie", EDITIES, ids=lambda e: e.code)
def test_parts_add_up_where_they_should(editie):
    optelbaar = {c.code: c for c in CIJFERS if c.optelbaar and "betaalmaand" not in c.delen}
    totaal, delen = {}, defaultdict(int)
    for rij in levering(editie):
        if rij["indicator"] not in optelbaar or rij["soort"] != "realisatie":
            continue
        waarde = int(rij["waarde"].replace(".", ""))
        dimensies = [d for d in optelbaar[rij["indicator"]].delen if d in rij]
        if dimensies:
            delen[rij["indicator"], rij["periode"], dimensies[0]] += waarde
        else:
            totaal[rij["indicator"], rij["periode"]] = waarde
    assert delen
    assert {k: v for k, v in delen.items() if totaal[k[:2]] != v} == {}


def test_stock_follows_from_its_flows():
    w = waarheid()
    for voorraad, (erbij, eraf) in VOORRADEN.items():
        for i in range(1, 36):
            assert w[voorraad][i] == w[voorraad][i - 1] + round(w[erbij][i]) - round(w[eraf][i])


def test_correction_takes_back_the_double_count():
    teveel = DUBBEL[3]
    fout = {sleutel(r): r["waarde"] for r in levering(EDITIES[1])}
    goed = {sleutel(r): r["waarde"] for r in correctie()}
    assert {int(fout[k]) - int(goed[k]) for k in goed} == {teveel}
    assert len(goed) == 5  # the total and one part of each breakdown


def test_later_deliveries_bring_late_invoices(tmp_path):
    def betaald(editie):
        return {sleutel(r): int(r["waarde"].replace(".", "")) for r in levering(editie)
                if r["indicator"] == "lasten-jeugd" and r["soort"] == "realisatie"
                and len(r["periode"]) == 7}  # fmt: skip

    eerst, later = betaald(EDITIES[0]), betaald(EDITIES[1])
    opnieuw = set(eerst) & set(later)
    assert opnieuw
    assert all(later[k] >= eerst[k] for k in opnieuw)


def test_there_are_small_counts_to_hide(tmp_path):
    maak_bestanden(tmp_path)
    with (tmp_path / "cijfers-2026-K3.csv").open(encoding="utf-8-sig") as bestand:
        rijen = list(csv.DictReader(bestand, delimiter=";"))
    klein = [r for r in rijen if r["wijk"] == "buitengebied" and r["waarde"] in set("123456789")]
    assert klein

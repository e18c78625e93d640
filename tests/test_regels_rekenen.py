"""Differences, formulas, references, traffic lights, small counts, and that rules know no Django."""

import ast
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.regels.afscherming import is_klein, tweede_cel
from monitor.regels.formules import bereken, lees_formule
from monitor.regels.fouten import NotatieFout
from monitor.regels.sleutels import lees_sleutel, maak_sleutel
from monitor.regels.stoplichten import stoplicht
from monitor.regels.verschillen import aandeel, groei, in_woorden, met_teken, saldo, verschil
from monitor.regels.verwijzingen import Verwijzing, vind, vul_in

D = Decimal


def test_rules_import_no_django():
    for bestand in Path("monitor/regels").glob("*.py"):
        for knoop in ast.walk(ast.parse(bestand.read_text())):
            if isinstance(knoop, ast.ImportFrom):
                assert not (knoop.module or "").startswith(("django", "monitor.models")), bestand


def test_differences():
    assert verschil(D(748), D(721)) == 27
    assert verschil(D(748), None) is None
    assert round(groei(D(985), D(684)), 1) == D("44.0")
    assert groei(D(5), D(0)) is None
    assert saldo(D(12994629), D(13046000)) == -51371
    assert round(aandeel(D(51371), D(12994629)), 2) == D("0.40")


@pytest.mark.parametrize(
    ("bedrag", "eenheid", "woorden", "teken"),
    [
        (D(27), "aantal", "27 meer", "+27"),
        (D(-18), "aantal", "18 minder", "−18"),
        (D(0), "aantal", "gelijk", "gelijk"),
        (D("0.2"), "cijfer", "0,2 hoger", "+0,2"),
        (D(-9), "percentage", "9 procentpunt lager", "−9 procentpunt"),
        (D(51371), "euro", "€\u00a051.371 meer", "+€\u00a051.371"),
    ],
)
def test_differences_in_words(bedrag, eenheid, woorden, teken):
    assert in_woorden(bedrag, eenheid=eenheid) == woorden
    assert met_teken(bedrag, eenheid=eenheid) == teken


def test_formula():
    formule = lees_formule("(lasten-jeugd[prognose] - 1000) / clienten-jeugd * 2")
    assert formule.namen == {("lasten-jeugd", "prognose"), ("clienten-jeugd", None)}
    waarden = {("lasten-jeugd", "prognose"): D(5000), ("clienten-jeugd", None): D(4)}
    assert bereken(formule, waarden) == 2000
    assert bereken(formule, waarden | {("clienten-jeugd", None): D(0)}) is None
    assert bereken(formule, {}) is None


@pytest.mark.parametrize(
    "tekst", ["", "a +", "(a", "a b", "a ** b", "__import__('os')", "a]", "1.5"]
)
def test_wrong_formula_is_refused(tekst):
    with pytest.raises(NotatieFout):
        lees_formule(tekst)


@given(st.text(alphabet="ab-+*/()[] 0123456789,_", max_size=40))
def test_any_formula_is_read_or_refused(tekst):
    try:
        formule = lees_formule(tekst)
    except NotatieFout:
        return
    bereken(formule, dict.fromkeys(formule.namen, D(1)))


def test_references():
    tekst = "Er zijn {a} en {b [prognose] ; x=y @ april 2021 | groei}."
    assert vind(tekst) == [
        Verwijzing("a", "a"),
        Verwijzing("b [prognose] ; x=y @ april 2021 | groei", "b", "prognose", "x=y", "2021-04",
                   "groei"),
    ]  # fmt: skip
    assert vul_in("{a} en {a}", lambda v: v.code.upper()) == "A en A"


@pytest.mark.parametrize("tekst", ["{A B}", "{a | omhoog}", "{a ; x}", "{a @ morgen}"])
def test_wrong_reference_is_refused(tekst):
    with pytest.raises(NotatieFout):
        vind(tekst)


@pytest.mark.parametrize(
    ("waarde", "streef", "richting", "verwacht"),
    [
        (D(8), D("7.5"), "meer", "op_koers"),
        (D("7.4"), D("7.5"), "meer", "let_op"),
        (D(5), D("7.5"), "meer", "actie_nodig"),
        (D(40), D(40), "minder", "op_koers"),
        (D(42), D(40), "minder", "let_op"),
        (D(60), D(40), "minder", "actie_nodig"),
        (D(1), D(1), "neutraal", None),
        (None, D(1), "meer", None),
        (D(1), None, "meer", None),
    ],
)
def test_traffic_light(waarde, streef, richting, verwacht):
    assert stoplicht(waarde, streef, richting) == verwacht


@pytest.mark.parametrize(("waarde", "klein"), [(0, False), (1, True), (9, True), (10, False)])
def test_small_counts(waarde, klein):
    assert is_klein(D(waarde), 10) is klein


def test_second_cell_is_the_smallest_shown():
    delen = {"pw": D(697), "ioaw": D(35), "ioaz": D(2), "nul": D(0)}
    assert tweede_cel(delen, ["ioaz"]) == "ioaw"
    assert tweede_cel(delen, ["ioaz", "ioaw"]) is None
    assert tweede_cel({"a": D(3)}, ["a"]) is None


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True),
                       st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), max_size=4))  # fmt: skip
def test_key_of_a_breakdown_is_read_back(delen):
    assert lees_sleutel(maak_sleutel(delen)) == delen

"""The claim check on whole documents: the training set, and one that it was not made for."""

from collections import Counter

import pytest

from monitor.regels.beweringen import FOUT, controleer
from tests.bevindingen import steenwijkerland, tweede

DOEL = 0.9  # of the findings of kinds SUM, PCT, AVG, SALDO, STALE and DATE


def hoort_bij(bevinding, soort, stuk):
    plek = f"{bevinding.plek} {bevinding.citaat} {bevinding.som}"
    return bevinding.soort == soort and stuk in plek


def tafel(gevonden, verwacht):
    """Found and missed, a line each, for who reads a failing test."""
    regels = []
    for code, (soort, stuk) in verwacht.items():
        hier = next((b for b in gevonden if hoort_bij(b, soort, stuk)), None)
        regels.append(
            f"{code:5} {soort:6} {'gevonden' if hier else 'GEMIST  '} {hier.som if hier else stuk}"
        )
    return "\n".join(regels)


@pytest.fixture(scope="module")
def gevonden():
    return controleer(steenwijkerland.DOCUMENT)


def test_nine_in_ten_of_the_known_findings_are_found(gevonden):
    verwacht = steenwijkerland.VERWACHT
    raak = [k for k, v in verwacht.items() if any(hoort_bij(b, *v) for b in gevonden)]

    assert len(raak) / len(verwacht) >= DOEL, f"\n{tafel(gevonden, verwacht)}"


def test_at_most_one_false_alarm_a_page(gevonden):
    """Every loose number counts as a false alarm here: the source printed it on purpose."""
    bekend = [*steenwijkerland.VERWACHT.values(), *steenwijkerland.HERHAALD.values()]
    vals = [b for b in gevonden if not any(hoort_bij(b, *v) for v in bekend)]
    per_pagina = Counter(b.plek for b in vals)

    assert max(per_pagina.values(), default=0) <= 1, vals
    assert len(vals) <= 21, vals


def test_no_false_alarm_blocks(gevonden):
    bekend = [*steenwijkerland.VERWACHT.values(), *steenwijkerland.HERHAALD.values()]

    assert [
        b for b in gevonden if b.ernst == FOUT and not any(hoort_bij(b, *v) for v in bekend)
    ] == []


@pytest.mark.parametrize("naam", tweede.FOUTEN)
def test_mistake_of_an_unknown_document_is_found(naam):
    soort, zin = naam.split()[0], tweede.FOUTEN[naam][1]

    assert [b.citaat for b in controleer(tweede.maak(True)) if b.soort == soort and b.citaat == zin]


def test_right_sentences_of_an_unknown_document_are_left_alone():
    vals = controleer(tweede.maak(False))

    assert [b for b in vals if b.soort != "LOS"] == []
    assert max(Counter(b.plek for b in vals).values()) <= 1


def test_mistakes_do_not_make_right_sentences_suspect():
    fout = {zin for _, zin in tweede.FOUTEN.values()}

    assert {b.citaat for b in controleer(tweede.maak(True)) if b.soort != "LOS"} == fout


def test_the_same_document_gives_the_same_fingerprints(gevonden):
    nog_eens = controleer(steenwijkerland.DOCUMENT)

    assert [b.vingerafdruk for b in nog_eens] == [b.vingerafdruk for b in gevonden]
    assert len({b.vingerafdruk for b in gevonden}) == len(gevonden)

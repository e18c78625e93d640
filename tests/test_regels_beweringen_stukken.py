"""The claim check on five invented documents of other gemeenten: what it must find, and leave alone.

How they scored before any check was mended on them stands in docs/tekstcontrole.md.
"""

from collections import Counter

import pytest

from monitor.regels.beweringen import FOUT, controleer
from tests.bevindingen import derde, vierde, vijfde, zesde, zevende

STUKKEN = [derde, vierde, vijfde, zesde, zevende]
ALLE = [(stuk, naam) for stuk in STUKKEN for naam in stuk.FOUTEN]
TABELLEN = [(s, *v) for s in STUKKEN for v in getattr(s, "IN_TABEL", {}).values()]


def naam_van(waarde):
    return waarde.__name__.rpartition(".")[2] if hasattr(waarde, "__name__") else str(waarde)


@pytest.fixture(scope="module")
def uitslagen():
    return {s: (controleer(s.maak(False)), controleer(s.maak(True))) for s in STUKKEN}


@pytest.mark.parametrize(("stuk", "naam"), ALLE, ids=naam_van)
def test_mistake_is_found(uitslagen, stuk, naam):
    zin = stuk.FOUTEN[naam][1]
    gevonden = {b.soort for b in uitslagen[stuk][1] if b.citaat == zin}

    assert gevonden & set(naam.split()[0].split("|"))


@pytest.mark.parametrize(("stuk", "soort", "wat"), TABELLEN, ids=naam_van)
def test_mistake_in_a_table_is_found(uitslagen, stuk, soort, wat):
    assert [b for b in uitslagen[stuk][1] if b.soort == soort and wat in b.citaat]


@pytest.mark.parametrize("stuk", STUKKEN, ids=naam_van)
def test_right_sentences_get_at_most_one_remark_a_page_and_none_blocks(uitslagen, stuk):
    vals = uitslagen[stuk][0]

    assert [b for b in vals if b.ernst == FOUT or b.soort != "LOS"] == []
    assert max(Counter(b.plek for b in vals).values()) <= 1


@pytest.mark.parametrize("stuk", STUKKEN, ids=naam_van)
def test_a_mistake_does_not_make_a_right_sentence_wrong(uitslagen, stuk):
    goed = {zin for zinnen in stuk.GOED.values() for zin in zinnen}

    assert [b for b in uitslagen[stuk][1] if b.citaat in goed and b.ernst == FOUT] == []

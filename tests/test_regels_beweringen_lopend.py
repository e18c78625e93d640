"""The claim check on whole documents whose mistakes stand in the run of the text."""

import pytest

from monitor.regels.beweringen import FOUT, controleer
from tests.bevindingen import (
    bergschoor,
    eilandrijk,
    grensland,
    heuveloord,
    hoogstede,
    kanaalmond,
    lindewold,
    meerhaven,
    rivierstad,
    waterrijk,
    zandpolder,
    zuiderveen,
)
from tests.bevindingen.bouwen import Fout

STUKKEN = [
    bergschoor, eilandrijk, grensland, heuveloord, kanaalmond, lindewold, meerhaven, rivierstad, waterrijk, zandpolder,
    hoogstede, zuiderveen,
]  # fmt: skip
ALLE = [
    (s, r) for s in STUKKEN for _, _, regels in s.PAGINAS for r in regels if isinstance(r, Fout)
]
TABELLEN = [(s, *v) for s in STUKKEN for v in getattr(s, "IN_TABEL", {}).values()]


def naam_van(waarde):
    return waarde.__name__.rpartition(".")[2] if hasattr(waarde, "__name__") else str(waarde)


def kern(tekst):
    return " ".join(tekst.lstrip("- ").split())


def over(bevinding, zin):
    a, b = kern(bevinding.citaat), kern(zin)
    return a in b or b in a


@pytest.fixture(scope="module")
def uitslagen():
    return {s: (controleer(s.maak(False)), controleer(s.maak(True))) for s in STUKKEN}


@pytest.mark.parametrize(("stuk", "mis"), ALLE, ids=naam_van)
def test_mistake_is_found(uitslagen, stuk, mis):
    gevonden = {b.soort for b in uitslagen[stuk][1] if over(b, mis.fout)}

    assert gevonden & set(mis.soort.split("|"))


@pytest.mark.parametrize(("stuk", "soort", "wat"), TABELLEN, ids=naam_van)
def test_mistake_in_a_table_is_found(uitslagen, stuk, soort, wat):
    assert [b for b in uitslagen[stuk][1] if b.soort == soort and wat in b.citaat]


@pytest.mark.parametrize("stuk", STUKKEN, ids=naam_van)
def test_right_text_gets_at_most_one_remark_a_page_and_none_blocks(uitslagen, stuk):
    goed = uitslagen[stuk][0]

    assert [b for b in goed if b.ernst == FOUT or b.soort != "LOS"] == []
    assert len(goed) <= len(stuk.PAGINAS)


@pytest.mark.parametrize("stuk", STUKKEN, ids=naam_van)
def test_a_mistake_does_not_make_a_right_sentence_wrong(uitslagen, stuk):
    zinnen = [mis.fout for s, mis in ALLE if s is stuk]
    zinnen += [wat for s, _, wat in TABELLEN if s is stuk]

    assert [
        b for b in uitslagen[stuk][1] if b.ernst == FOUT and not any(over(b, z) for z in zinnen)
    ] == []

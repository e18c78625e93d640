"""The claim check on short pieces of text: each mistake is found, each right piece is left alone."""

import pytest

from monitor.regels.beweringen import controleer
from tests.bevindingen.losse_fouten import FOUTEN
from tests.bevindingen.losse_goede import GOED
from tests.bevindingen.losse_uitgave import maak

ALLE_FOUT = [(h, *rij) for h, rijen in FOUTEN.items() for rij in rijen]
ALLE_GOED = [(h, tekst) for h, rijen in GOED.items() for tekst in rijen]


@pytest.mark.parametrize(("hoofdstuk", "soorten", "tekst"), ALLE_FOUT)
def test_mistake_is_found(hoofdstuk, soorten, tekst):
    gevonden = {b.soort for b in controleer(maak(hoofdstuk, tekst))}

    assert gevonden & set(soorten.split("|"))


@pytest.mark.parametrize(("hoofdstuk", "tekst"), ALLE_GOED)
def test_right_text_is_left_alone(hoofdstuk, tekst):
    """A number without a figure of its own may be pointed out, and only that."""
    assert [b for b in controleer(maak(hoofdstuk, tekst)) if b.soort != "LOS"] == []


def test_every_finding_says_its_arithmetic():
    gevonden = [b for h, _, tekst in ALLE_FOUT for b in controleer(maak(h, tekst))]

    assert len(gevonden) >= len(ALLE_FOUT)
    assert [b for b in gevonden if not (b.som and b.advies)] == []

"""Every vorm, with anything that may be in it: it draws, inside its frame, and says what is missing."""

import math
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.weergave.grafieken.svg import teken_svg
from monitor.weergave.grafieken.tekenen import teken
from monitor.weergave.grafieken.tekening import BREED, SMAL, Merk, Pad, Tekst, Vak
from monitor.weergave.grafieken.tekst import breedte
from tests.grafiek_maak import ONDERDRUKT, VORMEN, grafiek, voorlopig

LANG = "Onafhankelijke cliëntondersteuning en gecertificeerde jeugdbeschermingsinstellingen"
GEVALLEN = {
    "een punt": [5],
    "twee punten": [5, 9],
    "zesendertig punten": list(range(36)),
    "alleen gaten": [None] * 4,
    "nullen": [0, 0, 0],
    "negatief": [-5, 12, -700],
    "biljoen": [1e12, 2.5e12, 9e11],
    "klein": [0.004, 0.011],
    "verborgen": [ONDERDRUKT, 12, ONDERDRUKT],
    "niet definitief": [11, voorlopig(14), voorlopig(17, "geschat")],
}
SOORTEN = st.sampled_from(("realisatie", "prognose", "begroting_primitief", "referentie"))
WAARDEN = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 4)),
    st.just(ONDERDRUKT),
    st.integers(10, 10**6).map(voorlopig),
    st.integers(10, 10**6).map(lambda w: voorlopig(w, "geschat")),
)


def plekken(tekening):
    for e in tekening.alles:
        if isinstance(e, Pad):
            yield from e.punten
        elif isinstance(e, Vak):
            yield from ((e.x, e.y), (e.x + e.breed, e.y + e.hoog))
        elif isinstance(e, Merk):
            yield e.x, e.y
        else:
            yield from _randen(e)


def _randen(e: Tekst):
    breed = breedte(e.tekst, e.grootte, vet=e.vet)
    links = {"start": 0.0, "middle": breed / 2, "end": breed}[e.anker]
    yield e.x - links, e.y
    yield e.x - links + breed, e.y


def assert_inside(tekening):
    for x, y in plekken(tekening):
        assert math.isfinite(x) and math.isfinite(y)
        assert -14 <= x <= tekening.breed + 14, x
        assert -6 <= y <= tekening.hoog + 6, y


@pytest.mark.parametrize("maat", [BREED, SMAL], ids=lambda m: m.naam)
@pytest.mark.parametrize("geval", GEVALLEN)
@pytest.mark.parametrize("vorm", VORMEN)
def test_every_vorm_draws_whatever_comes(vorm, geval, maat):
    waarden = GEVALLEN[geval]
    for aantal in (1, 3, 6):
        inhoud = grafiek(vorm, *[waarden] * aantal)
        assert_inside(teken(inhoud, maat))
        ElementTree.fromstring(teken_svg(inhoud, maat))


@pytest.mark.parametrize("vorm", VORMEN)
def test_long_names_stay_inside(vorm):
    inhoud = grafiek(vorm, [5, 9, 12], [4, 8, 11], namen=(LANG, LANG + " II"), labels=[LANG] * 3)
    for maat in (BREED, SMAL):
        assert_inside(teken(inhoud, maat))


@given(
    st.sampled_from(VORMEN),
    st.lists(st.tuples(SOORTEN, st.lists(WAARDEN, min_size=5, max_size=5)), min_size=1, max_size=6),
    st.sampled_from((BREED, SMAL)),
    st.sets(st.integers(0, 5)),
)
def test_the_geometry_stays_finite_and_inside(vorm, reeksen, maat, breuken):
    inhoud = grafiek(
        vorm,
        *[waarden for _, waarden in reeksen],
        soorten=[soort for soort, _ in reeksen],
        breuken=sorted(breuken),
    )
    assert_inside(teken(inhoud, maat))


@pytest.mark.parametrize("vorm", VORMEN)
def test_no_points_at_all_are_no_error(vorm):
    assert teken(grafiek(vorm), BREED).merken == []


@pytest.mark.parametrize("vorm", ["lijn", "jaren", "kolom", "gestapeld", "in_uit", "stippen"])
def test_nothing_to_draw_is_said(vorm):
    assert "Geen cijfer om te tekenen" in teken_svg(grafiek(vorm, [None, None], [None, None]))


@pytest.mark.parametrize("vorm", VORMEN)
def test_only_presentation_attributes(vorm):
    svg = teken_svg(grafiek(vorm, *[GEVALLEN["niet definitief"]] * 3))
    assert "style=" not in svg and "<style" not in svg and " id=" not in svg and "url(" not in svg


def test_the_title_is_the_alternative_text():
    svg = teken_svg(grafiek("lijn", [1, 2], alt="Van <10 naar 'meer' & \"veel\""))
    boom = ElementTree.fromstring(svg)
    assert boom.get("role") == "img"
    assert boom[0].text == "Van <10 naar 'meer' & \"veel\""


@pytest.mark.parametrize("vorm", VORMEN)
def test_text_is_at_least_fourteen_pixels_where_the_layout_shows(vorm):
    """Narrow from 288 px, wide from 44rem: see static/css/grafiek.css."""
    inhoud = grafiek(vorm, [5, 9, 12], [4, 8, 11], [40, 41, 42])
    for maat, kleinste in ((SMAL, 288), (BREED, 704)):
        teksten = [e for e in teken(inhoud, maat).alles if isinstance(e, Tekst)]
        assert min(e.grootte for e in teksten) * kleinste / maat.breed >= 14


def test_the_same_block_draws_the_same_bytes():
    inhoud = grafiek("gestapeld", [5, 9], [1, 2], [3, 4])
    assert teken_svg(inhoud) == teken_svg(inhoud)

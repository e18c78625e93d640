"""Colours of a gemeente: readable or refused."""

import re

import pytest

from monitor.weergave.thema import STANDAARD, contrast, thema_css, thema_fouten
from tests.make import make_gemeente


def test_contrast_by_the_definition():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_our_own_colours_pass():
    assert thema_fouten(STANDAARD) == []
    assert thema_fouten({}) == []


@pytest.mark.parametrize(
    ("thema", "deel"),
    [
        ({"accent": "#ffd400"}, "te weinig contrast"),
        ({"accent": "rood"}, "als #rrggbb"),
        ({"accent": 3}, "als #rrggbb"),
        ({"achtergrond": "#000000"}, "geen onderdeel"),
        ({"tint": "#10545e"}, "Link op de tint"),
    ],
)
def test_what_can_not_be_read_is_refused_in_words(thema, deel):
    [fout, *_] = thema_fouten(thema)

    assert deel in fout
    assert not re.search(r"\d\.\d", fout)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "kwaad", ["#fff;} body{display:none", "red", "url(//elders.nl)", {"x": 1}, None]
)
def test_stored_nonsense_never_reaches_the_style_sheet(client, kwaad):
    make_gemeente("dalfsen", thema={"accent": kwaad})
    response = client.get("/dalfsen/thema.css")

    assert response.content.decode() == thema_css({})
    assert response["Content-Type"] == "text/css"
    assert not response.cookies


def test_an_accent_gives_the_rest():
    assert "--rm-link:#4a2a6b;" in thema_css({"accent": "#4A2A6B"})
    assert "--rm-tint:#f" in thema_css({"accent": "#4a2a6b"})

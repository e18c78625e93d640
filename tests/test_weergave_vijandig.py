"""Hostile texts in every place where staff can write: they are shown, never run."""

import json

import pytest
from django.test import RequestFactory

from monitor.weergave.concept import render_concept
from monitor.weergave.opmaak import regel_html, tekst_html
from tests.lezen import Pagina, pagina, publiceer
from tests.momentopname import galerij

pytestmark = pytest.mark.django_db
KWAAD = '<script>alert(1)</script>"><img src=x onerror=alert(1)>[k](javascript:alert(1))'
U = "/steenwijkerland/2021-03_2021-04/"


def vergiftig(deel):
    """Every text becomes hostile, except what is an address, a code or a number."""
    vast = {
        "slug", "code", "waarde", "periode", "soort", "toestand", "status", "hoofdstuk", "blok",
        "indicator", "reeks", "richting", "vorm", "eenheid", "begin", "eind", "peildatum", "op",
        "college_op", "raad_op", "vanaf", "cbs_code", "sleutel", "id", "domein", "telt", "woord",
        "stroom_of_stand", "benadering", "gecorrigeerd", "thema", "onder", "boven",
    }  # fmt: skip
    if isinstance(deel, dict):
        return {
            k: v if k in vast and not isinstance(v, dict | list) else vergiftig(v)
            for k, v in deel.items()
        }
    if isinstance(deel, list):
        return [vergiftig(d) for d in deel]
    return deel + KWAAD if isinstance(deel, str) else deel


@pytest.mark.parametrize(
    "adres",
    [U, f"{U}jeugd/", f"{U}toestanden/", f"{U}cijfers/", f"{U}cijfers/clienten/",
     "/steenwijkerland/over/", "/steenwijkerland/zoeken/?q=script",
     "/steenwijkerland/zoeken/?q=<script>alert(1)</script>", "/steenwijkerland/toegankelijkheid/"],
)  # fmt: skip
def test_no_page_lets_a_text_become_markup(client, adres):
    publiceer(inhoud=vergiftig(galerij()))
    p = pagina(client, adres)

    assert all((s.get("src") or "").startswith("/static/") for s in p.alle("script"))
    assert not p.alle("img")
    assert not [a for a in p.alle("a") if (a.get("href") or "").startswith("javascript")]
    assert not [t for t, a in p.tags if any(k.startswith("on") for k in a)]


@pytest.mark.parametrize("maak", [tekst_html, regel_html])
@pytest.mark.parametrize(
    "kwaad",
    [
        "<script>x</script>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "![x](https://elders.nl/volg.png)",
        '<a href="x" onclick="y">z</a>',
        "<style>*{}</style>",
        "<iframe src=x></iframe>",
        "[x](//elders.nl)",
    ],
)
def test_markdown_is_cleaned(maak, kwaad):
    p = Pagina(str(maak(kwaad)))

    assert {t for t, _ in p.tags} <= {"p", "a"}
    assert all(set(a) <= {"href", "rel", "title"} for _, a in p.tags)
    assert not [a for a in p.alle("a") if (a["href"] or "").startswith(("javascript", "data"))]


def test_markdown_headings_keep_the_order_of_the_page():
    assert "<h4>Kop</h4>" in tekst_html("# Kop", 4)
    assert '<div class="rm-tablewrap"' in tekst_html("| a | b |\n|---|--:|\n| 1 | 2 |")


# -- the preview draws the same pages and stays within itself ------------------------------------

BASIS = "/admin/monitor/uitgave/3/voorbeeld/"


@pytest.mark.parametrize("pad", ["", "jeugd/", "toestanden/", "cijfers/", "cijfers/clienten/"])
def test_preview_says_concept_and_its_links_stay(pad):
    response = render_concept(RequestFactory().get("/"), galerij(), pad, basis=BASIS)
    p = Pagina(response.content.decode())

    assert "Concept, niet vastgesteld." in p.tekst
    assert "no-store" in response["Cache-Control"]
    assert not [a for a in p.alle("a") if (a.get("href") or "").startswith(U)]
    assert f"{BASIS}jeugd/" in {a.get("href") for a in p.alle("a")}


def test_preview_serves_the_data_of_its_charts():
    pad = "grafiek/jeugd/kosten.json"
    response = render_concept(RequestFactory().get("/"), galerij(), pad, basis=BASIS)

    assert json.loads(response.content)["labels"]

"""The read API: the Dutch design rules, the shapes it promises, and never more than a page tells."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from monitor.models.enums import Rol
from monitor.publiceren.bestanden import rijen
from monitor.weergave.publicaties import geheugen
from tests.lezen import publiceer
from tests.make import make_gemeente, make_user
from tests.momentopname import galerij, momentopname

pytestmark = pytest.mark.django_db
V = "/api/v1"
G = f"{V}/gemeenten/steenwijkerland"
U = f"{G}/uitgaven/2021-03_2021-04"
BRONNEN = {
    f"{V}/gemeenten": "/gemeenten",
    G: "/gemeenten/{gemeente}",
    f"{G}/uitgaven": "/gemeenten/{gemeente}/uitgaven",
    U: "/gemeenten/{gemeente}/uitgaven/{uitgave}",
    f"{U}/versies": "/gemeenten/{gemeente}/uitgaven/{uitgave}/versies",
    f"{U}/hoofdstukken": "/gemeenten/{gemeente}/uitgaven/{uitgave}/hoofdstukken",
    f"{U}/hoofdstukken/jeugd": "/gemeenten/{gemeente}/uitgaven/{uitgave}/hoofdstukken/{hoofdstuk}",
    f"{U}/indicatoren": "/gemeenten/{gemeente}/uitgaven/{uitgave}/indicatoren",
    f"{U}/indicatoren/zaken": "/gemeenten/{gemeente}/uitgaven/{uitgave}/indicatoren/{indicator}",
    f"{U}/cijfers": "/gemeenten/{gemeente}/uitgaven/{uitgave}/cijfers",
    f"{U}/programmas": "/gemeenten/{gemeente}/uitgaven/{uitgave}/programmas",
}


@pytest.fixture(autouse=True)
def _koud():
    geheugen.clear()


@pytest.fixture
def monitor(db):
    return publiceer(inhoud=galerij())


@pytest.fixture
def document(client):
    return client.get(f"{V}/openapi.json").json()


def test_the_document_is_valid_openapi_3_1(document):
    validate(document)
    assert document["openapi"] == "3.1.0"


def test_the_document_follows_the_design_rules(document):
    assert set(document["info"]["contact"]) == {"name", "email", "url"}
    assert re.fullmatch(r"\d+\.\d+\.\d+", document["info"]["version"])
    assert document["servers"][0]["url"].endswith("/api/v1")
    for adres, pad in document["paths"].items():
        assert re.fullmatch(r"(/([a-z-]+|\{[a-z]+\}))+", adres)
        assert set(pad) <= {"parameters", "get"}
        assert {"200", "404"} <= set(pad["get"]["responses"])
        assert not pad["get"]["parameters"] or "400" in pad["get"]["responses"]


def test_every_address_of_the_document_is_there_and_no_other(document):
    assert set(document["paths"]) == {*BRONNEN.values(), f"{BRONNEN[U]}/programmas/{{programma}}"}


@pytest.mark.parametrize("adres", BRONNEN)
def test_an_answer_has_the_shape_that_the_document_promises(client, monitor, document, adres):
    schema = document["paths"][BRONNEN[adres]]["get"]["responses"]["200"]["content"]
    keurder = Draft202012Validator(
        {**schema["application/json"]["schema"], "components": document["components"]}
    )
    response = client.get(adres)

    assert response.status_code == 200
    assert [f.message for f in keurder.iter_errors(response.json())] == []


@pytest.mark.parametrize("adres", BRONNEN)
def test_headers_and_the_number_of_queries(client, monitor, adres):
    with CaptureQueriesContext(connection) as vangst:
        response = client.get(adres)

    assert len(vangst) <= 2
    assert response["API-Version"] == "1.0.0"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "public, max-age=60"
    assert "Vary" not in response or "Cookie" not in response["Vary"]


@pytest.mark.parametrize("adres", BRONNEN)
def test_no_slash_at_the_end(client, monitor, adres):
    response = client.get(f"{adres}/")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_304_when_the_asker_has_it(client, monitor):
    etag = client.get(U)["ETag"]
    response = client.get(U, headers={"If-None-Match": etag})

    assert (response.status_code, response.content) == (304, b"")
    assert response["API-Version"] == "1.0.0"


@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete"])
def test_only_reading_and_told_so_without_a_token_of_a_form(monitor, methode):
    response = getattr(Client(enforce_csrf_checks=True), methode)(U)

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response.json()["status"] == 405


def test_another_site_may_ask_what_it_may(client, monitor):
    response = client.options(U)

    assert (response.status_code, response.content) == (204, b"")
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    ("vraag", "naam"),
    [
        ("pagina=0", "pagina"),
        ("pagina=-1", "pagina"),
        ("pagina=1e3", "pagina"),
        ("pagina=%D9%A1", "pagina"),
        ("aantal=1001", "aantal"),
        ("versie=x", "versie"),
        ("soort=alles", "soort"),
        ("soort=", "soort"),
        ("periode=april", "periode"),
        ("periode=2021-02-31", "periode"),
        ("indicatorr=zaken", "indicatorr"),
        ("pagina=99999999999999999999", "pagina"),
    ],
)
def test_a_question_that_cannot_be_is_refused_by_name(client, monitor, vraag, naam):
    response = client.get(f"{U}/cijfers?{vraag}")

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["errors"][0]["location"] == {"name": naam}


def alle(client, adres):
    """All rows, by following the addresses of the pages."""
    uit = []
    while adres:
        pagina = client.get(adres).json()
        uit += pagina["resultaten"]
        adres = pagina["volgende"]
    return uit


def test_the_figures_are_those_of_the_file_page_by_page(client, monitor):
    rijen_ = [(r["indicator"], r["periode"], (r["waarde"] or "").replace(".", ","), r["tekst"])
              for r in alle(client, f"{U}/cijfers?aantal=3")]  # fmt: skip

    verwacht = [(r["indicator"], r["periode"], r["waarde"], r["tekst"]) for r in rijen(galerij())]
    assert sorted(rijen_) == sorted(verwacht)


@pytest.mark.parametrize(
    ("vraag", "aantal"),
    [("indicator=clienten", 2), ("indicator=clienten&periode=2021-02", 1), ("soort=prognose", 1), ("indicator=niets", 0)],
)  # fmt: skip
def test_filters_choose_from_what_is_published(client, monitor, vraag, aantal):
    assert client.get(f"{U}/cijfers?{vraag}").json()["totaal"] == aantal


def test_a_hidden_figure_has_no_number(client):
    inhoud = momentopname()
    geheim = inhoud["indicatoren"]["zaken"]["reeksen"][0]["cellen"][0]
    geheim |= {"toestand": "onderdrukt", "tekst": "<10", "waarde": "7", "onder": "7", "boven": "7"}
    publiceer(inhoud=inhoud)
    (rij,) = client.get(f"{U}/cijfers?indicator=zaken").json()["resultaten"]

    assert (rij["waarde"], rij["onder"], rij["boven"], rij["tekst"]) == (None, None, None, "<10")


def test_an_old_version_can_be_asked_for(client, monitor):
    publiceer(inhoud=galerij(veranderd=[]), notitie="Dubbele telling.")

    assert client.get(U).json()["notitie"] == "Dubbele telling."
    assert client.get(f"{U}?versie=1").json()["versie"] == 1
    assert [v["versie"] for v in client.get(f"{U}/versies").json()["resultaten"]] == [2, 1]
    assert client.get(f"{U}?versie=3").status_code == 404


@pytest.mark.parametrize("rest", ["", "/versies", "/hoofdstukken", "/cijfers", "/indicatoren"])
def test_council_only_is_not_there_not_even_for_the_council(client, rest):
    besloten = publiceer(openbaarheid="raad")
    client.force_login(make_user(besloten.uitgave.gemeente, Rol.RAADSLID))

    assert client.get(f"{U}{rest}").status_code == 404
    assert client.get(f"{G}/uitgaven").json()["totaal"] == 0
    assert client.get(f"{V}/gemeenten").json()["totaal"] == 0


@pytest.mark.parametrize(("seconden", "status"), [(1, 404), (-1, 200)])
def test_embargo_ends_by_the_clock(client, seconden, status):
    publiceer(vanaf=timezone.now() + timedelta(seconds=seconden))

    assert client.get(U).status_code == status


def test_what_is_not_there_is_a_problem_in_dutch(client, monitor):
    for adres in (f"{V}/", f"{V}/gemeente", f"{V}/gemeenten/nergens", f"{U}/hoofdstukken/x", f"{U}/programmas/x"):  # fmt: skip
        response = client.get(adres)
        assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
        assert {"status", "title", "detail"} <= set(json.loads(response.content))


def test_a_gemeente_without_an_edition_is_there(client):
    make_gemeente("dalfsen", eerste_uitgave_verwacht="mei 2022")

    assert client.get(f"{V}/gemeenten/dalfsen").json()["nieuwsteUitgave"] is None
    assert client.get(f"{V}/gemeenten/dalfsen/uitgaven").json()["resultaten"] == []

"""The data of a chart stand behind the same door as its page."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from monitor.models import Gemeente
from monitor.models.enums import Rol
from monitor.weergave.concept import render_concept
from tests.grafiek_maak import grafiek
from tests.lezen import publiceer
from tests.make import make_gemeente, make_user
from tests.test_grafiek_gelijk import ADRES, data, met_grafiek

pytestmark = pytest.mark.django_db


def zet(waarde, **velden):
    return publiceer(inhoud=met_grafiek(grafiek("lijn", [1, waarde])), **velden)


def laatste(response):
    return response.json()["datasets"][0]["data"][-1]


def test_everybody_reads_an_open_edition(client):
    zet(12)
    response = data(client)
    assert response["Content-Type"] == "application/json"
    assert "public" in response["Cache-Control"]
    assert laatste(response) == 12


def test_an_old_version_keeps_its_own_data(client):
    zet(12)
    zet(13)
    assert laatste(data(client)) == 13
    assert laatste(client.get(f"{ADRES}grafiek/jeugd/proef.json?versie=1")) == 12
    pagina = client.get(f"{ADRES}jeugd/?versie=1").content.decode()
    assert f'data-bron="{ADRES}grafiek/jeugd/proef.json?versie=1"' in pagina


def test_an_embargo_holds_for_the_data_too(client):
    zet(12, vanaf=timezone.now() + timedelta(days=1))
    assert data(client).status_code == 404


def test_council_only_data_are_for_its_members(client):
    zet(12, openbaarheid="raad")
    eigen = Gemeente.objects.get(slug="steenwijkerland")
    assert data(client).status_code == 404

    client.force_login(make_user(make_gemeente("elders"), Rol.RAADSLID))
    assert data(client).status_code == 404

    client.force_login(make_user(eigen, Rol.RAADSLID))
    response = data(client)
    assert laatste(response) == 12
    assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("naam", ["jeugd/bestaat-niet", "nergens/proef", "jeugd/kern"])
def test_what_is_not_a_chart_is_not_found(client, naam):
    zet(12)
    assert client.get(f"{ADRES}grafiek/{naam}.json").status_code == 404


def test_a_chart_that_may_not_be_drawn_has_no_data(client):
    publiceer(inhoud=met_grafiek(grafiek("lijn", [1, 2], toon_grafiek=False)))
    assert data(client).status_code == 404


def test_only_reading(client):
    zet(12)
    assert client.post(f"{ADRES}grafiek/jeugd/proef.json").status_code == 405


def test_the_data_cost_two_queries(client, django_assert_num_queries):
    from monitor.weergave.publicaties import geheugen

    zet(12)
    geheugen.clear()
    with django_assert_num_queries(2):
        data(client)


def test_a_preview_has_the_data_of_its_draft_and_says_that_it_is_one(rf, client):
    inhoud = met_grafiek(grafiek("lijn", [1, 12]))
    vraag = rf.get("/")
    vraag.user = AnonymousUser()
    response = render_concept(vraag, inhoud, "grafiek/jeugd/proef.json", basis="/proef/")
    assert json.loads(response.content)["datasets"][0]["data"] == [1, 12]
    assert "no-store" in response["Cache-Control"]

    pagina = render_concept(vraag, inhoud, "jeugd/", basis="/proef/").content.decode()
    assert 'data-bron="/proef/grafiek/jeugd/proef.json"' in pagina
    assert "rm-grafiek--concept" in pagina


def test_a_preview_has_a_chapter_that_is_named_as_an_own_page(rf):
    inhoud = met_grafiek(grafiek("lijn", [1, 12]))
    inhoud["hoofdstukken"][0]["code"] = "programma"
    vraag = rf.get("/")
    vraag.user = AnonymousUser()

    pagina = render_concept(vraag, inhoud, "programma/", basis="/proef/")

    assert inhoud["hoofdstukken"][0]["titel"] in pagina.content.decode()


def test_the_milestones_of_a_draft_say_concept_in_their_name(rf):
    pad = Path(__file__).parent / "momentopnamen" / "schema-1" / "inhoud.json"
    inhoud = json.loads(pad.read_text(encoding="utf-8"))
    (slug,) = inhoud["programmas"]

    antwoord = render_concept(rf.get("/"), inhoud, f"programma/{slug}/mijlpalen.csv", basis="/p/")

    assert antwoord["Content-Disposition"] == f'attachment; filename="concept-mijlpalen-{slug}.csv"'
    assert antwoord["Cache-Control"] == "no-store, private"

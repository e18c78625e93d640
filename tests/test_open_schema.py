"""The published JSON Schema: valid itself, and what snapshots are held against."""

import json
from copy import deepcopy
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from jsonschema import Draft202012Validator

from monitor.models import Publicatie
from monitor.publiceren.jsonschema import ADRES, maak_schema
from tests.momentopname import galerij, momentopname

pytestmark = pytest.mark.eens

ALLES = Draft202012Validator(maak_schema())
STRENG = Draft202012Validator(maak_schema(streng=True))


def fouten(inhoud, keurder=STRENG):
    return [f"{list(f.absolute_path)}: {f.message}" for f in keurder.iter_errors(inhoud)]


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The snapshots of the whole demo, made by the code of today."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("laad_demo", stdout=StringIO())
        yield {str(p): json.loads(p.inhoud) for p in Publicatie.objects.all()}
        transaction.set_rollback(True)


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(maak_schema())
    assert maak_schema()["$schema"].endswith("2020-12/schema")


def test_every_snapshot_of_the_demo_fits_and_has_no_key_that_is_not_described(demo):
    assert len(demo) >= 8
    assert {naam: fouten(inhoud)[:3] for naam, inhoud in demo.items() if fouten(inhoud)} == {}


def test_the_snapshots_of_the_tests_fit():
    assert fouten(momentopname()) == []
    assert fouten(galerij()) == []


def test_a_key_of_a_later_day_is_accepted():
    inhoud = momentopname() | {"nieuw": 1}

    assert fouten(inhoud, ALLES) == []
    assert fouten(inhoud) != []


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        (("schema",), 2),
        (("gemeente", "drempel"), "10"),
        (("uitgave", "peildatum"), "30 april 2021"),
        (("indicatoren", "zaken", "reeksen", 0, "cellen", 0, "waarde"), "1.234,5"),
        (("indicatoren", "zaken", "reeksen", 0, "cellen", 0, "toestand"), "verzonnen"),
        (("hoofdstukken", 0, "blokken", 0, "inhoud"), {}),
    ],
)
def test_what_is_wrong_is_found(pad, waarde):
    inhoud = deepcopy(momentopname())
    deel = inhoud
    for stap in pad[:-1]:
        deel = deel[stap]
    deel[pad[-1]] = waarde

    assert fouten(inhoud, ALLES) != []


@pytest.mark.django_db
def test_it_stands_at_its_own_address_for_everybody(client):
    response = client.get(ADRES)

    assert response.json() == maak_schema() | {"$id": f"http://testserver{ADRES}"}
    assert response["Content-Type"] == "application/schema+json"
    assert response["Access-Control-Allow-Origin"] == "*"

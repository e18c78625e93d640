"""The accessibility statement: filled in by the gemeente, shown at once, and asked again after a year."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from monitor.models import Gemeente
from monitor.models.enums import Rol
from tests.lezen import pagina, publiceer
from tests.make import make_gemeente, make_user

pytestmark = pytest.mark.django_db
G = "/steenwijkerland/"
ADRES = "https://www.toegankelijkheidsverklaring.nl/register/1"


def verklaar(dagen=10, **velden):
    waarden = {
        "toegankelijkheid_status": "b",
        "toegankelijkheid_op": timezone.localdate() - timedelta(days=dagen),
        "toegankelijkheid_link": ADRES,
        "toegankelijkheid_contact": "webredactie@voorbeeld.nl",
    }
    Gemeente.objects.filter(slug="steenwijkerland").update(**(waarden | velden))


def test_it_is_shown_at_once_also_on_a_page_that_was_kept(client):
    publiceer()
    assert (
        "onderzoek naar deze monitor is er nog niet"
        in pagina(client, f"{G}toegankelijkheid/").tekst
    )
    verklaar()

    p = pagina(client, f"{G}toegankelijkheid/")
    assert "Status B: voldoet gedeeltelijk . De verklaring is van" in p.tekst
    assert "webredactie@voorbeeld.nl" in p.tekst
    assert ADRES in [a.get("href") for tag, a in p.tags if tag == "a"]
    assert "herzien" not in p.tekst


def test_the_foot_of_every_page_says_the_status(client):
    publiceer()
    assert "Toegankelijkheid: " not in pagina(client, G).tekst
    verklaar()

    for adres in (G, f"{G}2021-03_2021-04/jeugd/", f"{G}over/"):
        assert "Toegankelijkheid: voldoet gedeeltelijk" in pagina(client, adres).tekst


def test_after_a_year_readers_and_staff_are_told(client):
    publiceer()
    verklaar(dagen=400)
    gemeente = Gemeente.objects.get()

    assert "ouder dan een jaar en wordt herzien" in pagina(client, f"{G}toegankelijkheid/").tekst
    client.force_login(make_user(gemeente, Rol.BEHEERDER))
    beheer = client.get(f"/admin/monitor/gemeente/{gemeente.pk}/change/").content.decode()
    assert "Herzie haar en vul de nieuwe datum in" in beheer
    assert "Toegankelijkheidsverklaring" in beheer


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"toegankelijkheid_op": None}, "toegankelijkheid_op"),
        ({"toegankelijkheid_op": timezone.localdate() + timedelta(days=2)}, "toegankelijkheid_op"),
        ({"toegankelijkheid_link": ""}, "toegankelijkheid_link"),
    ],
)
def test_a_status_asks_a_day_and_an_address(velden, fout):
    gemeente = make_gemeente("steenwijkerland")
    verklaar(**velden)
    gemeente.refresh_from_db()

    with pytest.raises(ValidationError) as gevangen:
        gemeente.full_clean()
    assert set(gevangen.value.message_dict) == {fout}


@pytest.mark.parametrize("status", ["", "e"])
def test_without_a_statement_nothing_more_is_asked(status):
    gemeente = make_gemeente("steenwijkerland")
    gemeente.toegankelijkheid_status = status

    gemeente.full_clean()

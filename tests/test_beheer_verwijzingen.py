"""A figure that a text names and that is not there: told when the text is saved, and at Tekstcontrole."""

import pytest

from monitor.models import Hoofdstuk
from monitor.models.enums import Rol
from monitor.publiceren.nalopen import Invulling, markeer, merkteken, verwerk
from monitor.publiceren.teksten import onbekend
from tests.make import make_gemeente, make_hoofdstuk, make_indicator, make_uitgave, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoofdstuk(client):
    uitgave = make_uitgave(make_gemeente("aadorp"))
    make_indicator(uitgave.gemeente)
    client.force_login(make_user(uitgave.gemeente, Rol.REDACTEUR))
    return make_hoofdstuk(uitgave, kop="Kop")


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("{clienten-jeugd}", None),
        ("{clienten-jeud}", "Het cijfer ‘clienten-jeud’ bestaat niet. Bedoelt u ‘clienten-jeugd’?"),
        ("{clienten-jeugd | som}", "‘{clienten-jeugd | som}’: ‘som’ kennen wij niet."),
        ("Een zin.", None),
    ],
)
def test_what_is_unknown(hoofdstuk, tekst, reden):
    gevonden = onbekend(hoofdstuk.uitgave.gemeente, {"kop": tekst}).get("kop")

    assert (gevonden or "")[: len(reden or "")] == (reden or "")
    assert bool(gevonden) == bool(reden)


def bewaar(client, hoofdstuk, **velden):
    vast = {
        "code": "jeugd",
        "titel": "Jeugd",
        "kop": hoofdstuk.kop,
        "volgorde": 0,
        "blokken-TOTAL_FORMS": 0,
        "blokken-INITIAL_FORMS": 0,
    }
    return client.post(f"/admin/monitor/hoofdstuk/{hoofdstuk.pk}/change/", vast | velden)


def test_the_form_tells_it_at_the_field(client, hoofdstuk):
    antwoord = bewaar(client, hoofdstuk, waardoor="Er waren {clienten-jeud} cliënten.")

    assert set(antwoord.context["adminform"].form.errors) == {"waardoor"}
    assert Hoofdstuk.objects.get().waardoor == ""


def test_what_was_wrong_already_does_not_stop_other_work(client, hoofdstuk):
    Hoofdstuk.objects.update(kop="{weg}")
    hoofdstuk.refresh_from_db()

    assert bewaar(client, hoofdstuk, waardoor="Een oorzaak.").status_code == 302


def test_tekstcontrole_shows_it(client, hoofdstuk):
    Hoofdstuk.objects.update(kop="{weg}")
    html = client.get(f"/admin/monitor/uitgave/{hoofdstuk.uitgave_id}/beweringen/").content.decode()

    assert "Hierdoor kan de uitgave niet worden gepubliceerd" in html
    assert "dit cijfer bestaat niet" in html


def test_a_rewritten_copied_text_is_looked_at_too(hoofdstuk):
    [rij] = markeer(hoofdstuk.uitgave, [hoofdstuk], [])
    gedaan, mis = verwerk(
        hoofdstuk.uitgave, [Invulling(rij.pk, "Nu {weg}", False, merkteken("Kop"))], by=None
    )

    assert (gedaan, "bestaat niet" in mis[0]) == (0, True)

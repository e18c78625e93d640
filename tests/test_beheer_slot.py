"""What the college adopted is read-only in every screen, with the reason and the way back."""

import pytest

from monitor.models import Blok, Hoofdstuk, Uitgave
from monitor.models.enums import BlokSoort, Frequentie, Rol, UitgaveStand
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_user,
    make_waarneming,
)

pytestmark = pytest.mark.django_db
LIJST = "/admin/monitor/uitgave/"


@pytest.fixture
def uitgave():
    uitgave = make_uitgave(make_gemeente("aadorp"), kop="Kop", stand=UitgaveStand.VASTGESTELD)
    indicator = make_indicator(uitgave.gemeente, frequentie=Frequentie.MAAND)
    make_waarneming(indicator, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave, kop="Kop"), BlokSoort.TEGELS, indicator, titel="Titel")
    return uitgave


@pytest.fixture
def redacteur(client, uitgave):
    user = make_user(uitgave.gemeente, Rol.REDACTEUR)
    client.force_login(user)
    return client


@pytest.mark.parametrize(("model", "naam"), [(Hoofdstuk, "hoofdstuk"), (Blok, "blok")])
def test_chapter_and_block_are_read_only(redacteur, model, naam):
    obj = model.objects.get()
    adres = f"/admin/monitor/{naam}/{obj.pk}"
    html = redacteur.get(f"{adres}/change/").content.decode()

    assert "Vastgesteld: alleen lezen" in html
    assert 'name="titel"' not in html
    assert redacteur.post(f"{adres}/change/", {"titel": "Anders"}).status_code == 403
    assert redacteur.post(f"{adres}/delete/", {"post": "yes"}).status_code == 403


def test_a_new_block_in_it_is_refused_with_the_reason(redacteur):
    velden = {
        "hoofdstuk": Hoofdstuk.objects.get().pk,
        "code": "nieuw",
        "soort": "tekst",
        "volgorde": 1,
        "regels-TOTAL_FORMS": 0,
        "regels-INITIAL_FORMS": 0,
    }
    antwoord = redacteur.post("/admin/monitor/blok/add/", velden)

    assert "Het college heeft deze uitgave vastgesteld" in antwoord.content.decode()
    assert Blok.objects.count() == 1


def test_texts_of_the_edition_are_read_only_and_planning_is_not(client, uitgave):
    client.force_login(make_user(uitgave.gemeente, Rol.REDACTEUR, Rol.PUBLICIST))
    velden = {
        "kop": "Anders",
        "volgende_verwacht": "augustus 2021",
        "openbaarheid": "openbaar",
        "hoofdstukken-TOTAL_FORMS": 0,
        "hoofdstukken-INITIAL_FORMS": 0,
    }
    assert client.post(f"{LIJST}{uitgave.pk}/change/", velden).status_code == 302
    nu = Uitgave.objects.get()

    assert (nu.kop, nu.volgende_verwacht) == ("Kop", "augustus 2021")


@pytest.mark.parametrize("pagina", ["opbouw", "teksten", "nota"])
def test_other_screens_refuse_too(redacteur, uitgave, pagina):
    adres = f"{LIJST}{uitgave.pk}/{pagina}/"

    assert "Vastgesteld: alleen lezen" in redacteur.get(adres).content.decode()
    assert redacteur.post(adres, {"wat": "blok", "id": "1"}).status_code in (302, 403)


def test_the_grid_is_closed(redacteur, uitgave):
    html = redacteur.get(f"{LIJST}{uitgave.pk}/rooster/").content.decode()

    assert "Het college heeft deze uitgave vastgesteld" in html
    assert '<input type="text" name="w-' not in html


def test_after_a_step_back_it_opens_again(redacteur, uitgave):
    Uitgave.objects.update(stand=UitgaveStand.IN_CONTROLE)
    html = redacteur.get(f"/admin/monitor/blok/{Blok.objects.get().pk}/change/").content.decode()

    assert 'name="titel"' in html

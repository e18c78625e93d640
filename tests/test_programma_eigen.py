"""A programme manager or track leader signs in, sees his own lines, and reports on those."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from monitor.models.enums import Rol
from monitor.publiceren.bevriezen import publish_uitgave
from programma.bijwerken.eigen import functies_in
from programma.invoer.uitvoer import maak_bestand
from programma.models import Functiehouder, Stand
from tests.make import make_blok, make_gemeente, make_hoofdstuk, make_uitgave, make_user
from tests.test_programma_standen import make_mijlpaal, make_onderdeel, make_programma

pytestmark = pytest.mark.django_db
NAAM = "Petronella Voorbeeld"


@pytest.fixture
def programma():
    """Two tracks with a milestone each, of two functions, and one of the whole programme."""
    programma = make_programma(programmamanager="manager Proef")
    for code, eigenaar in (("jeugd", "Teamleider Jeugd"), ("wmo", "teamleider Wmo")):
        spoor = make_onderdeel(programma, code=code, titel=f"Spoor {code}", eigenaar=eigenaar)
        make_mijlpaal(programma, code=f"m-{code}", titel=f"Mijlpaal {code}", onderdeel=spoor)
    make_mijlpaal(programma, code="heel", titel="Mijlpaal heel")
    return programma


def lid(client, programma, rol, *functies):
    user = make_user(programma.gemeente, rol, username=f"{rol}-eigen", first_name=NAAM)
    for functie in functies:
        Functiehouder.objects.create(programma=programma, functie=functie, gebruiker=user)
    client.force_login(user)
    return user


def regels(client, programma, vraag=""):
    html = client.get(f"/admin/programma/bijwerken/{programma.pk}/{vraag}").content.decode()
    return [x for x in ("heel", "jeugd", "wmo") if f">Mijlpaal {x}<" in html]


def meld(client, programma, code):
    sleutel = f"m{programma.mijlpalen.get(code=code).pk}"
    data = {"bewaar": sleutel, f"{sleutel}-status": "loopt", f"{sleutel}-gezien": "0",
            f"{sleutel}-toelichting": "Het gaat door.", f"{sleutel}-reden": "Ziekte."}  # fmt: skip
    client.post(f"/admin/programma/bijwerken/{programma.pk}/", data)
    return Stand.objects.filter(mijlpaal__code=code).count()


def test_a_track_leader_sees_his_own_lines_and_no_others(client, programma):
    lid(client, programma, Rol.TREKKER, "teamleider  jeugd")
    assert regels(client, programma) == ["jeugd"]
    for vraag in ("?eigenaar=", "?eigenaar=teamleider+Wmo", "?eigenaar=mijn"):
        assert "wmo" not in regels(client, programma, vraag)


def test_a_track_leader_reports_on_his_own_lines_alone(client, programma):
    lid(client, programma, Rol.TREKKER, "Teamleider Jeugd")
    assert (meld(client, programma, "m-jeugd"), meld(client, programma, "m-wmo")) == (1, 0)


def test_a_track_leader_without_a_line_is_told_what_to_do(client, programma):
    lid(client, programma, Rol.TREKKER)
    html = client.get("/admin/programma/bijwerken/").content.decode()
    assert "Vraag de programmamanager" in html
    assert regels(client, programma) == []


def test_who_holds_the_function_of_manager_has_every_line(client, programma):
    lid(client, programma, Rol.TREKKER, "Manager proef")
    assert regels(client, programma) == ["heel", "jeugd", "wmo"]


def test_a_manager_sees_his_own_first_and_may_report_on_all(client, programma):
    lid(client, programma, Rol.PROGRAMMAMANAGER, "teamleider Wmo")
    assert regels(client, programma) == ["wmo"]
    assert regels(client, programma, "?eigenaar=") == ["heel", "jeugd", "wmo"]
    assert meld(client, programma, "m-jeugd") == 0  # not among the lines that the page shows
    sleutel = f"m{programma.mijlpalen.get(code='m-jeugd').pk}"
    data = {"bewaar": sleutel, f"{sleutel}-status": "loopt", f"{sleutel}-gezien": "0",
            f"{sleutel}-toelichting": "Het gaat door.", f"{sleutel}-reden": "Ziekte."}  # fmt: skip
    client.post(f"/admin/programma/bijwerken/{programma.pk}/?eigenaar=", data)
    assert Stand.objects.filter(mijlpaal__code="m-jeugd").count() == 1


def test_a_manager_without_a_function_sees_everything(client, programma):
    lid(client, programma, Rol.PROGRAMMAMANAGER)
    assert regels(client, programma) == ["heel", "jeugd", "wmo"]


def test_his_own_programmes_come_first(client, programma):
    user = lid(client, programma, Rol.PROGRAMMAMANAGER)
    tweede = make_programma(programma.gemeente, slug="z", naam="Zorg", programmamanager="Chef")
    Functiehouder.objects.create(programma=tweede, functie="Chef", gebruiker=user)
    html = client.get("/admin/programma/bijwerken/").content.decode()
    assert html.index(">Zorg<") < html.index(">Proef<")
    assert "u bent Chef" in html


def test_a_function_is_chosen_from_what_the_programme_names(client, programma):
    user = lid(client, programma, Rol.PROGRAMMAMANAGER)
    assert functies_in(programma) == ["manager Proef", "Teamleider Jeugd", "teamleider Wmo"]
    vreemd = make_user(make_gemeente("elders"), Rol.TREKKER, username="elders")
    html = client.get(f"/admin/programma/programma/{programma.pk}/change/").content.decode()
    veld = html[html.index('name="functiehouders-__prefix__-gebruiker"') :].split("</select>")[0]
    assert f'value="{user.pk}"' in veld
    assert f'value="{vreemd.pk}"' not in veld
    with pytest.raises(ValidationError):
        Functiehouder(programma=programma, functie="x", gebruiker=vreemd).full_clean()


def test_no_name_of_a_person_goes_to_readers_or_into_a_file(client, programma):
    lid(client, programma, Rol.TREKKER, "Teamleider Jeugd")
    meld(client, programma, "m-jeugd")
    uitgave = make_uitgave(programma.gemeente, "2021-04", peildatum=timezone.localdate())
    make_blok(make_hoofdstuk(uitgave), "programma", verwijst_naar=programma.slug)
    inhoud = str(publish_uitgave(uitgave, by=None).inhoud)
    assert "Teamleider Jeugd" in inhoud
    assert NAAM not in inhoud and "trekker-eigen" not in inhoud
    assert NAAM not in maak_bestand(programma, "csv").decode()


def test_the_first_page_of_a_track_leader_offers_nothing_that_is_refused(client, programma):
    lid(client, programma, Rol.TREKKER, "Teamleider Jeugd")
    html = client.get("/admin/").content.decode()
    adressen = set(re.findall(r'href="(/admin/[^"#?]*)"', html))
    assert "/admin/programma/bijwerken/" in adressen
    assert {
        a: client.get(a).status_code for a in adressen if client.get(a).status_code >= 400
    } == {}

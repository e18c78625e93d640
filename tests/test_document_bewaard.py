"""The PDF of a publication: made once in the background, served as kept, closed as the pages are."""

import json

import pytest
from django.urls import reverse

from monitor import taken
from monitor.models import Publicatie, PublicatieBestand, Taak
from monitor.models.enums import BlokSoort, Openbaarheid, Rol, TaakStand
from monitor.publiceren import documenten
from monitor.publiceren.bevriezen import intrekken, publish_uitgave
from monitor.publiceren.documenten import WERK, maak_bestanden, ontbrekend, vraag_ontbrekende
from monitor.weergave.document import pdf
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


@pytest.fixture
def uitgave():
    uitgave = make_uitgave(make_gemeente())
    clienten = make_indicator(uitgave.gemeente)
    make_waarneming(clienten, "2021-04", 748)
    make_blok(make_hoofdstuk(uitgave), BlokSoort.TEGELS, clienten)
    return uitgave


@pytest.fixture
def publicatie(uitgave):
    return publish_uitgave(uitgave, by=None)


def adres(uitgave):
    delen = {"gemeente": uitgave.gemeente.slug, "uitgave": uitgave.slug, "formaat": "pdf"}
    return reverse("weergave:bestand", kwargs=delen)


def test_publishing_asks_for_the_files_once(uitgave, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        publicatie = publish_uitgave(uitgave, by=None)
    vraag_ontbrekende()

    assert [t.argumenten for t in Taak.objects.filter(naam=WERK)] == [{"publicatie": publicatie.pk}]


def test_the_work_keeps_the_bytes_and_does_it_once(client, uitgave, publicatie):
    vraag_ontbrekende()
    taak = Taak.objects.get(naam=WERK)
    assert taken.voer_uit(taak.pk)
    rij = PublicatieBestand.objects.get(publicatie=publicatie)

    assert client.get(adres(uitgave)).content == bytes(rij.inhoud)
    assert [b.pk for b in maak_bestanden(publicatie)] == [rij.pk]
    assert not ontbrekend().exists()


def test_the_first_reader_gets_it_made_at_once(client, uitgave, publicatie):
    antwoord = client.get(adres(uitgave))

    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    assert antwoord.content == bytes(PublicatieBestand.objects.get().inhoud)


def test_a_fault_in_drawing_costs_the_reader_a_page_that_says_wait(client, uitgave, monkeypatch):
    publish_uitgave(uitgave, by=None)
    monkeypatch.setitem(documenten.BEWAARD, "pdf", (lambda inhoud: 1 / 0, pdf.SOORT))

    assert client.get(adres(uitgave)).status_code == 202


def test_while_another_is_drawn_the_page_says_so_and_asks_again(client, uitgave, publicatie):
    with documenten._tekent:
        antwoord = client.get(adres(uitgave))

    assert antwoord.status_code == 202
    assert (antwoord["Retry-After"], antwoord["Refresh"]) == ("10", "10")
    assert antwoord["Cache-Control"] == "no-store"
    assert "De PDF wordt gemaakt" in antwoord.content.decode()
    assert not Taak.objects.filter(naam=WERK).exists()


def test_where_it_can_not_be_made_the_rest_works(client, uitgave, publicatie, monkeypatch):
    monkeypatch.setattr(pdf, "BIBLIOTHEKEN", ("libbestaatniet.so.0",))
    pdf.kan_pdf.cache_clear()
    try:
        antwoord = client.get(adres(uitgave))
        assert antwoord.status_code == 404
        assert "libpango-1.0-0" in antwoord.content.decode()
        pagina = client.get(reverse("weergave:uitgave", args=["demodam", uitgave.slug]))
        assert "monitor.pdf" not in pagina.content.decode()
        assert not vraag_ontbrekende()
    finally:
        pdf.kan_pdf.cache_clear()


def test_work_that_failed_is_not_asked_again_and_again(publicatie):
    Taak.objects.create(
        naam=WERK, stand=TaakStand.MISLUKT, argumenten={"publicatie": publicatie.pk}
    )

    assert not vraag_ontbrekende()


def test_one_at_a_time_the_newest_of_each_gemeente_first(uitgave, publicatie):
    ander = make_uitgave(make_gemeente("ander"))
    make_hoofdstuk(ander, toelichting="Tekst")
    eerste, tweede = (publish_uitgave(ander, by=None, note=n) for n in ("", "Nog eens"))
    volgorde = []
    while vraag_ontbrekende():
        taak = Taak.objects.filter(naam=WERK).latest("pk")
        volgorde.append(taak.argumenten["publicatie"])
        assert not vraag_ontbrekende()
        Taak.objects.filter(pk=taak.pk).update(stand=TaakStand.KLAAR)
        maak_bestanden(Publicatie.objects.get(pk=volgorde[-1]))

    assert volgorde == [tweede.pk, publicatie.pk, eerste.pk]


def test_the_end_of_one_asks_for_the_next(uitgave, publicatie):
    publish_uitgave(uitgave, by=None, note="Nog eens")
    vraag_ontbrekende()
    taken.voer_uit(Taak.objects.get(naam=WERK).pk)

    assert [t.stand for t in Taak.objects.filter(naam=WERK).order_by("pk")] == ["klaar", "wacht"]


def test_a_file_of_the_council_is_closed_for_others(client, uitgave):
    uitgave.openbaarheid = Openbaarheid.RAAD
    uitgave.save()
    maak_bestanden(publish_uitgave(uitgave, by=None))

    assert client.get(adres(uitgave)).status_code == 404
    client.force_login(make_user(uitgave.gemeente, Rol.RAADSLID))
    antwoord = client.get(adres(uitgave))
    assert antwoord.status_code == 200
    assert antwoord["Cache-Control"] == "private, no-cache"


def test_a_withdrawn_file_is_gone_and_not_made(client, uitgave, publicatie):
    intrekken(publicatie, by=None, reden="Proef met intrekken")

    assert client.get(adres(uitgave)).status_code == 404
    assert not ontbrekend().exists()


def test_the_preview_gives_documents_of_the_draft(client, uitgave):
    client.force_login(make_user(uitgave.gemeente, Rol.REDACTEUR))
    for formaat in ("odt", "docx", "pdf"):
        pad = f"monitor.{formaat}"
        antwoord = client.get(
            reverse("admin:monitor_uitgave_voorbeeld_pagina", args=[uitgave.pk, pad])
        )
        assert antwoord.status_code == 200
        assert f"concept-monitor-{uitgave.gemeente.slug}" in antwoord["Content-Disposition"]
        assert "no-store" in antwoord["Cache-Control"]


def test_bytes_are_those_of_the_frozen_snapshot(uitgave, publicatie):
    uitgave.titel = "Later veranderd"
    uitgave.save()
    (rij,) = maak_bestanden(Publicatie.objects.get(pk=publicatie.pk))

    assert bytes(rij.inhoud) == pdf.maak_pdf(json.loads(publicatie.inhoud))

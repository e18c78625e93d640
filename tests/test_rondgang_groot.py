"""The spreadsheet that goes round, when it is large: checked and applied by a worker, marked all the same."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from monitor.models import Aanlevering, Waarneming
from monitor.models.enums import AanleveringStand, TaakStand, UitgaveStand
from tests.achtergrond import werk_af
from tests.make import make_uitgave
from tests.rooster import invoerder, make_rooster
from tests.test_rooster_rondgang import inhoud_van, vul

BEVESTIG = reverse("admin:monitor_aanlevering_process_import")
GOED = {"clienten": {"waarde": "12"}, "wachtlijst": {"waarde": "15"}}


@pytest.fixture
def uitgave(db, settings):
    settings.INVOER_ACHTERGROND_RIJEN = 1
    return make_rooster("clienten", "wachtlijst")


@pytest.fixture
def anna(client, uitgave):
    user = invoerder(uitgave, username="anna")
    client.force_login(user)
    return user


def adres(levering, naam="change"):
    return reverse(f"admin:monitor_aanlevering_{naam}", args=[levering.pk])


def lever_in(client, uitgave, formaat="xlsx", naar=None, **cellen) -> Aanlevering:
    bestand = SimpleUploadedFile(
        f"cijfers.{formaat}", vul(inhoud_van(uitgave, formaat), formaat, **cellen)
    )
    inleveren = reverse("admin:monitor_uitgave_rooster_inleveren", args=[(naar or uitgave).pk])
    antwoord = client.post(inleveren, {"bestand": bestand})
    levering = Aanlevering.objects.latest("pk")
    assert antwoord.url == adres(levering)
    return levering


def na_controle(client, uitgave, **meer) -> Aanlevering:
    levering = lever_in(client, uitgave, **meer)
    werk_af()
    levering.refresh_from_db()
    return levering


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
def test_it_waits_for_a_worker_is_shown_and_applied(client, uitgave, anna, formaat):
    levering = lever_in(client, uitgave, formaat, **GOED)
    assert (levering.stand, levering.uitgave) == (AanleveringStand.ONTVANGEN, uitgave)
    assert "Wacht op een vrije plaats" in client.get(adres(levering)).content.decode()
    werk_af()
    form = client.get(adres(levering)).context["confirm_form"]
    client.post(BEVESTIG, {naam: form[naam].value() or "" for naam in form.fields})
    assert Waarneming.objects.count() == 0
    werk_af()
    levering.refresh_from_db()
    assert (levering.stand, levering.uitgave) == (AanleveringStand.VERWERKT, uitgave)
    assert set(Waarneming.objects.values_list("waarde", flat=True)) == {12, 15}


def test_its_errors_come_back_in_the_whole_workbook(client, uitgave, anna):
    levering = na_controle(client, uitgave, **GOED | {"clienten": {"waarde": "twaalf"}})
    assert levering.stand == AanleveringStand.AFGEKEURD
    uit = client.get(adres(levering, "meldingen"))
    ws = load_workbook(BytesIO(uit.content)).active
    kop = {c.value: c.column for c in ws[3]}
    cellen = [ws.cell(n, kop["waarde"]) for n in (4, 5)]
    assert [c.value for c in cellen] == ["twaalf", "15"]
    assert [bool(c.comment) for c in cellen] == [True, False]


def test_another_edition_is_refused_by_the_worker_too(client, uitgave, anna):
    ander = make_uitgave(uitgave.gemeente, "2026-K4", vorige=uitgave)
    levering = na_controle(client, uitgave, naar=ander, **GOED)
    assert levering.stand == AanleveringStand.AFGEKEURD
    assert "gemaakt voor uitgave 2026-K3, niet voor 2026-K4" in levering.fouten[0]["melding"]


def test_an_edition_that_closed_in_between_is_not_written(client, uitgave, anna):
    levering = na_controle(client, uitgave, **GOED)
    form = client.get(adres(levering)).context["confirm_form"]
    client.post(BEVESTIG, {naam: form[naam].value() or "" for naam in form.fields})
    uitgave.stand = UitgaveStand.GEPUBLICEERD
    uitgave.save()
    [taak] = werk_af()
    levering.refresh_from_db()
    assert (levering.stand, taak.stand) == (AanleveringStand.AFGEKEURD, TaakStand.KLAAR)
    assert taak.melding == "Afgekeurd: 1 fouten. Er is niets veranderd."
    assert Waarneming.objects.count() == 0

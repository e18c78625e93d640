"""Every damaged and hostile file of the corpus: refused in plain Dutch, or read right; nothing written."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from monitor.invoer.aanleveren import controleer_bestand
from monitor.invoer.soorten import get_soort, soorten
from monitor.models import Aanlevering, Indicator, Periode, Reeks, Uitgave, Waarneming
from monitor.models.enums import AanleveringStand, Rol, Telt
from tests.corpus import GEVALLEN
from tests.corpus.cellen import PERIODEN, WAARDEN
from tests.corpus.maak import GOED, WEIGER
from tests.invoer_bestanden import csv_van
from tests.make import make_gemeente, make_indicator, make_user
from tests.processen import WORTEL, omgeving

pytestmark = [pytest.mark.django_db, pytest.mark.eens]
GEWOON = [naam for naam, geval in GEVALLEN.items() if not geval.is_bom]
MEEST_MB = 200
KLAAR = (AanleveringStand.GECONTROLEERD, AanleveringStand.VERWERKT)
TALIG = re.compile(
    r"\b(None|True|False|Traceback|\w+Error|\w+Exception|invalid|codec|decode|object|NoneType|str|int|"
    r"Decimal|repr|self|lambda|expected|token|line \d|byte)\b|<class|0x[0-9a-f]{6}|\{\}|\[\]"
)


@pytest.fixture
def gemeente():
    gemeente = make_gemeente("demodam")
    make_indicator(gemeente, telt=Telt.PERSONEN)
    return gemeente


def tel() -> list[int]:
    return [
        m.objects.count() for m in (Waarneming, Reeks, Periode, Indicator, Uitgave, Aanlevering)
    ]


def figuren(controle) -> list[tuple]:
    return [(c.indicator.code, *c.reeks[1:], c.periode, c.staat) for c in controle.plan]


def is_gewoon_nederlands(controle) -> None:
    """What a person reads of a refusal; the file's own words are between ‘’ or in the value."""
    for fout in controle.fouten:
        zin = re.sub(r"‘.*?’", "", f"{fout.melding} {fout.advies}".strip(), flags=re.S)
        assert not TALIG.search(zin), fout
        assert zin.endswith((".", "?")), fout
        assert len(fout.melding) < 600, fout
        assert len(fout.waarde) <= 120, fout
    tekst = json.dumps(controle.voor_aanlevering(), ensure_ascii=False)
    assert "\\u0000" not in tekst
    tekst.encode()  # what no database takes is not in it


def test_corpus_is_large_and_the_same_each_time():
    assert len(GEVALLEN) >= 300
    assert [g.maak() for g in GEVALLEN.values() if not g.is_bom] == [
        g.maak() for g in GEVALLEN.values() if not g.is_bom
    ]


@pytest.mark.parametrize("naam", GEWOON)
def test_refused_in_dutch_or_read_right(gemeente, naam):
    geval, voor = GEVALLEN[naam], tel()
    controle = controleer_bestand(
        gemeente, get_soort("waarnemingen"), geval.bestandsnaam, geval.maak()
    )
    is_gewoon_nederlands(controle)
    assert tel() == voor
    if geval.verwacht == GOED:
        assert (controle.fouten, [f[0] for f in figuren(controle)]) == ([], ["clienten-jeugd"])
        assert figuren(controle)[0][-1].waarde == 748
    elif geval.verwacht == WEIGER:
        assert controle.fouten
    elif geval.als and controle.kan:
        heel = controleer_bestand(
            gemeente, get_soort("waarnemingen"), "a" + geval.bestandsnaam, geval.als()
        )
        assert figuren(controle) == figuren(heel)


def test_a_bomb_costs_a_refusal_and_little_memory(tmp_path):
    opdracht = [sys.executable, "-m", "tests.corpus.kind"]
    env = omgeving(tmp_path, INVOER_MAX_BYTES_UITGEPAKT=str(12 * 1024 * 1024))
    uit = subprocess.run(opdracht, capture_output=True, check=True, cwd=WORTEL, env=env)
    gemeten = json.loads(uit.stdout)
    assert len(gemeten) == len(GEVALLEN) - len(GEWOON)
    te_veel = {naam: mb for naam, (_, mb) in gemeten.items() if mb > MEEST_MB}
    gevallen = [naam for naam, (geweigerd, _) in gemeten.items() if geweigerd == "gevallen"]
    gelezen = [naam for naam, (geweigerd, _) in gemeten.items() if not geweigerd]
    assert (te_veel, gevallen) == ({}, [])
    assert [n for n in gelezen if GEVALLEN[n].verwacht == WEIGER] == []


@pytest.mark.parametrize("soort", [s for s in soorten() if s != "waarnemingen"])
def test_no_other_kind_of_import_falls_over(gemeente, soort):
    voor = tel()
    for naam in GEWOON:
        geval = GEVALLEN[naam]
        inhoud = geval.maak()
        controle = controleer_bestand(gemeente, get_soort(soort), geval.bestandsnaam, inhoud)
        is_gewoon_nederlands(controle)
        assert controle.fouten, naam
    assert tel() == voor


@pytest.mark.parametrize("soort", [s for s in soorten() if s != "rondgang"])
def test_an_odd_cell_in_any_column(gemeente, soort):
    """The template's own example row, with each column in turn filled with each odd text."""
    voor, kind = tel(), get_soort(soort)
    kop = [k.naam for k in kind.kolommen(gemeente)]
    for voorbeeld in kind.voorbeelden(gemeente):
        for nummer, kolom in enumerate(kop):
            for waarde in (*WAARDEN.values(), *PERIODEN)[nummer % 4 :: 4]:
                rij = [(voorbeeld | {kolom: waarde}).get(k, "") for k in kop]
                inhoud = csv_van(['"' + w.replace('"', '""') + '"' for w in rij], kop=kop)
                is_gewoon_nederlands(controleer_bestand(gemeente, kind, "a.csv", inhoud))
    assert tel() == voor


@pytest.mark.parametrize("naam", [n for n in GEWOON if GEVALLEN[n].bestandsnaam][::7])
def test_upload_answers_with_a_page(gemeente, client, naam):
    geval = GEVALLEN[naam]
    client.force_login(make_user(gemeente, Rol.INVOERDER))
    bestand = SimpleUploadedFile("x", geval.maak())
    bestand._name = geval.bestandsnaam
    velden = {"gemeente": gemeente.pk, "soort": "waarnemingen", "import_file": bestand}
    antwoord = client.post(reverse("admin:monitor_aanlevering_import"), velden, follow=True)
    assert antwoord.status_code == 200
    assert not Waarneming.objects.exists()
    assert "<script>alert" not in antwoord.content.decode()
    if geval.verwacht == WEIGER:
        assert not Aanlevering.objects.filter(stand__in=KLAAR).exists()
        assert "confirm_form" not in antwoord.context

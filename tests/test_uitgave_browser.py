"""The walk of an edition in a browser: from the published March-April 2021 of Steenwijkerland the next
one is made, filled from one spreadsheet, gone over, decided on, published, corrected, published again.

The time of the robot is printed, and what a person needs besides: reading every text that came along at
238 words a minute (Brysbaert 2019), 1.35 s to judge each, 5 s to point at what is rewritten and 0.28 s for
each key of it (Card, Moran, Newell 1980), and 8 s to look at each screen.
"""

from __future__ import annotations

import time
from datetime import date
from io import BytesIO

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from monitor.models import Publicatie, Uitgave, Waarneming
from monitor.models.enums import Aard, Soort
from monitor.models.enums import UitgaveStand as S
from monitor.regels.sleutels import lees_sleutel
from sociaaldomein.demo.gebruikers import WACHTWOORD
from tests.achtergrond import werk_af

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LIJST = "/admin/monitor/uitgave/"
EERST, NIEUW = "2021-03_2021-04", "2021-05_2021-06"
PER_WOORD, OORDEEL, WIJZEN, TOETS, KIJKEN = 60 / 238, 1.35, 5, 0.28, 8


@pytest.fixture
def vorige() -> Uitgave:
    call_command("laad_demo", "--gemeente", "steenwijkerland", verbosity=0)
    return Uitgave.objects.get(gemeente__slug="steenwijkerland", periode__code=EERST)


class Mens:
    """Somebody at the screen, who counts the screens."""

    def __init__(self, page, server) -> None:
        self.page, self.server, self.schermen = page, server, 0
        self.teksten = self.woorden = self.herschreven = self.toetsen = 0

    def tijd(self) -> float:
        """Seconds that a person needs beside the machine."""
        lezen = self.woorden * PER_WOORD + self.teksten * OORDEEL
        schrijven = self.herschreven * WIJZEN + self.toetsen * TOETS
        return lezen + schrijven + self.schermen * KIJKEN

    def naar(self, pad: str) -> None:
        self.schermen += 1
        self.page.goto(f"{self.server}{pad}")

    def klik(self, wat: str) -> None:
        self.schermen += 1
        with self.page.expect_navigation():
            self.page.click(wat)

    def wacht_op_het_werk(self) -> None:
        """The page of the progress; the worker does it meanwhile, and the page goes on by itself."""
        adres = self.page.url
        assert adres.endswith("/voortgang/"), self.page.inner_text("#content-main")
        self.zonder_gebreken()
        self.page.goto("about:blank")  # server and worker of a test share one connection
        assert [t.melding for t in werk_af() if t.stand == "mislukt"] == []
        self.page.goto(adres)

    def als(self, rol: str) -> None:
        self.page.context.clear_cookies()
        self.naar("/inloggen/")
        self.page.fill("#id_username", f"{rol}-steenwijkerland")
        self.page.fill("#id_password", WACHTWOORD)
        self.klik("button[type=submit]")

    def zonder_gebreken(self) -> None:
        fouten = Axe().run(self.page, options={"runOnly": WCAG}).response["violations"]
        assert [f"{self.page.url}: {f['id']} {f['nodes'][0]['html'][:200]}" for f in fouten] == []


def rekenblad() -> bytes:
    """May and June of every monthly figure that April had, a little more each month."""
    boek = openpyxl.Workbook()
    rijen = _rijen()
    dims = sorted({d for *_, delen in rijen for d in delen})
    boek.active.append(["gemeente", "indicator", "soort", "periode", "waarde", *dims])
    for code, soort, periode, waarde, delen in rijen:
        vast = ["steenwijkerland", code, soort, periode, waarde]
        boek.active.append([*vast, *(delen.get(d, "") for d in dims)])
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _rijen() -> list[tuple]:
    april = Waarneming.objects.filter(
        reeks__gemeente__slug="steenwijkerland",
        reeks__soort=Soort.REALISATIE,
        reeks__indicator__formule="",
        periode__code="2021-04",
        aard=Aard.GETAL,
    ).select_related("reeks__indicator")
    rijen = []
    for w in april:
        decimalen = w.reeks.indicator.decimalen
        for i, periode in enumerate(("2021-05", "2021-06"), start=1):
            waarde = round(float(w.waarde) * (1 + 0.01 * i), decimalen)
            waarde = waarde if decimalen else int(waarde)
            delen = lees_sleutel(w.reeks.sleutel)
            rijen.append((w.reeks.indicator.code, "realisatie", periode, waarde, delen))
    return rijen


def test_from_the_published_edition_to_a_corrected_next_one(vorige, live_server, page, capsys):
    mens, begin = Mens(page, live_server), time.monotonic()
    nieuw = _maak(mens, vorige)
    figuren = _vul(mens)
    _loop_na(mens, nieuw)
    _besluit_en_publiceer(mens, nieuw)
    _corrigeer(mens, nieuw)
    duur = time.monotonic() - begin
    minuten = mens.tijd() / 60
    with capsys.disabled():
        print(
            f"\n{mens.schermen} schermen, {figuren} cijfers, {mens.teksten} teksten van {mens.woorden} "
            f"woorden, {mens.herschreven} herschreven: robot {duur:.0f} s, mens {minuten:.1f} minuten"
        )
    # under half an hour with three seconds of machine for each screen, however busy this one is
    assert minuten + mens.schermen * 3 / 60 < 30


def _maak(mens: Mens, vorige: Uitgave) -> Uitgave:
    mens.als("redacteur")
    mens.naar(f"{LIJST}{vorige.pk}/change/")
    mens.klik("text=Nieuwe uitgave op basis van deze")
    mens.page.fill("#id_periode", "mei en juni 2021")
    mens.page.fill("#id_titel", "Monitor mei-juni 2021")
    mens.page.fill("#id_peildatum", "30-06-2021")
    mens.klik("button.knop[type=submit]")
    assert "nog niet nagelopen" in mens.page.inner_text("#content-main")
    return Uitgave.objects.get(vorige=vorige)


def _vul(mens: Mens) -> int:
    inhoud = rekenblad()
    mens.als("invoerder")
    mens.naar("/admin/monitor/aanlevering/import/")
    mens.page.select_option("#id_soort", "waarnemingen")
    mens.page.set_input_files(
        "input[type=file]",
        {"name": "mei-juni.xlsx", "mimeType": "application/zip", "buffer": inhoud},
    )
    mens.klik("text=Controleer het bestand")
    mens.klik("text=Bevestig en lees in")
    aantal = Waarneming.objects.filter(periode__code__in=("2021-05", "2021-06")).count()
    assert aantal > 50
    return aantal


def _loop_na(mens: Mens, nieuw: Uitgave) -> None:
    """Look beside the previous edition, rewrite one text, confirm the others chapter by chapter."""
    mens.als("redacteur")
    mens.naar(f"{LIJST}{nieuw.pk}/naast/")
    mens.zonder_gebreken()
    mens.naar(f"{LIJST}{nieuw.pk}/teksten/")
    mens.zonder_gebreken()
    while mens.page.locator(".tekstgroep").count():
        for veld in mens.page.locator(".tekstgroep >> nth=0 >> textarea").all():
            oud = veld.input_value()
            mens.teksten, mens.woorden = mens.teksten + 1, mens.woorden + len(oud.split())
            if (tekst := herschrijf(oud)) != oud:
                mens.herschreven += 1
                mens.toetsen += sum(len(w) + 1 for w in tekst.split() if w not in oud.split())
                veld.fill(tekst)
        mens.klik(".tekstgroep >> nth=0 >> button[value=alles]")
    assert "Alles nagelopen" in mens.page.inner_text("#content-main")


def herschrijf(tekst: str) -> str:
    """As a writer would: of another month, and without what cannot be said this time."""
    if "{clienten-wmo | vorig-jaar}" in tekst:
        return "In juni waren er {clienten-wmo} cliënten met hulp vanuit de Wmo."
    return tekst.replace("april 2021", "juni 2021").replace("In april ", "In juni ")


def _besluit_en_publiceer(mens: Mens, nieuw: Uitgave) -> None:
    weg = f"{LIJST}{nieuw.pk}/weg/"
    mens.naar(weg)
    mens.zonder_gebreken()
    mens.klik("button:has-text('Naar controle')")
    mens.als("publicist")
    mens.naar(weg)
    mens.page.fill("#id_vastgesteld_college_op", "31-08-2021")
    mens.page.fill("#id_vastgesteld_zaaknummer", "2021-1234")
    mens.page.fill("#id_vastgesteld_beslispunten", "De monitor aanbieden aan de raad.")
    mens.klik("button:has-text('Leg het besluit')")
    mens.zonder_gebreken()
    mens.klik("a.knop:has-text('Publiceren')")
    assert not mens.page.locator("text=Zo kan de uitgave niet").count(), mens.page.inner_text(
        "#content-main"
    )
    mens.klik("button.knop:has-text('Publiceer')")
    mens.wacht_op_het_werk()
    assert "Versie 1 is gepubliceerd." in mens.page.inner_text(".messagelist")
    nieuw.refresh_from_db()
    assert (nieuw.stand, nieuw.college_op) == (S.GEPUBLICEERD, date(2021, 8, 31))


def _corrigeer(mens: Mens, nieuw: Uitgave) -> None:
    """A figure of April turns out wrong: the edition of March-April and this one both change."""
    eerste = {p.pk: (p.inhoud, p.sha256) for p in Publicatie.objects.all()}
    mens.naar(f"{LIJST}{nieuw.vorige_id}/correctie/")
    mens.page.fill("#zoek", "cliënten jeugd april 2021")
    mens.klik("button:has-text('Zoek')")
    mens.zonder_gebreken()
    mens.page.check("input[value='clienten-jeugd|realisatie|@2021-04']")
    mens.klik("button:has-text('Kies deze cijfers')")
    mens.page.fill("#id_nieuw-0", "751")
    mens.page.fill("#id_oorzaak", "Drie jongeren waren niet meegeteld.")
    mens.page.fill("#id_bekend_sinds", "06-09-2021")
    mens.klik("button:has-text('Verder')")
    mens.zonder_gebreken()
    assert mens.page.locator("input[name=uitgave]").count() == 2
    mens.klik("button:has-text('Corrigeer en publiceer')")
    mens.wacht_op_het_werk()
    assert "Gecorrigeerd en gepubliceerd" in mens.page.inner_text(".messagelist")
    assert [p.versie for p in nieuw.publicaties.all()] == [2, 1]
    _lees(mens)
    for pk, was in eerste.items():
        p = Publicatie.objects.get(pk=pk)
        assert (p.inhoud, p.sha256) == was


def _lees(mens: Mens) -> None:
    """As a reader: what it is now, what was published then, and the old version as it was."""
    mens.page.context.clear_cookies()
    mens.naar(f"/steenwijkerland/{NIEUW}/jeugd/")
    mens.zonder_gebreken()
    assert "April 2021: toen gepubliceerd 748, nu 751." in mens.page.inner_text("main")
    mens.naar(f"/steenwijkerland/{NIEUW}/jeugd/?versie=1")
    assert "toen gepubliceerd 748" not in mens.page.inner_text("main")
    assert "Drie jongeren waren niet meegeteld." in mens.page.inner_text("body")
    mens.naar(f"/steenwijkerland/{EERST}/jeugd/")
    assert "751" in mens.page.inner_text("main")
    mens.naar(f"/steenwijkerland/{EERST}/jeugd/?versie=1")
    assert "748" in mens.page.inner_text("main")

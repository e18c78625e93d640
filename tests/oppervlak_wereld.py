"""A gemeente with figures that may not be known, planted so that a text with them can be found again.

The threshold is 30,000, so that a hidden count has five odd digits. `schuif` makes the same world with
other hidden counts and the same published ones: whatever differs between the two tells of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from monitor.models import Blokregel, Gemeente, Indicator, Publicatie, Uitgave, Waarneming
from monitor.models.enums import BlokSoort, Eenheid, GrafiekVorm, Soort, Telt
from monitor.publiceren.bevriezen import publish_uitgave
from monitor.publiceren.documenten import maak_bestanden
from monitor.weergave.document.pdf import kan_pdf
from programma.models import Onderdeel, OnderdeelIndicator, Programma
from tests.make import (
    make_blok,
    make_gemeente,
    make_hoofdstuk,
    make_indicator,
    make_uitgave,
    make_waarneming,
)
from tests.publiceren import make_dimensie

DREMPEL = 30_000
EERDER, NU = "2021-02", "2021-04"
# By period, by part: "pgb" is hidden because it is small, another part to cover it.
DELEN = {
    EERDER: {"pgb": 24_103, "mix": 47_717, "zin": 81_937},
    NU: {"pgb": 23_417, "mix": 48_211, "zin": 82_979},
}
ENKEL = {EERDER: 51_239, NU: 27_893}  # shown first, hidden now: so no difference between the two
DRIE = 3  # three persons, under a threshold of ten
LASTEN = 987_654_321
BEVOLKING = 112_903


@dataclass
class Geheimen:
    """What may stand nowhere, by name."""

    gemeente: Gemeente
    uitgave: Uitgave
    getallen: dict[str, Decimal] = field(default_factory=dict)

    @property
    def publicaties(self) -> list[Publicatie]:
        return list(Publicatie.objects.filter(uitgave__gemeente=self.gemeente).order_by("pk"))


def maak_wereld(*, schuif: int = 0) -> Geheimen:
    """Two editions and a correction, published by the program itself. `schuif` is added to every
    hidden count, and taken off what covers it."""
    gemeente = make_gemeente("zandmeer", cbs_code="GM1708", contact="griffie@voorbeeld.nl")
    indicatoren = _indicatoren(gemeente, schuif)
    programma = Programma.objects.create(
        gemeente=gemeente, slug="plan", naam="Plan", niveaus="doel, doelen"
    )
    doel = Onderdeel.objects.create(programma=programma, code="doel", titel="Minder hulp")
    OnderdeelIndicator.objects.create(onderdeel=doel, indicator=indicatoren["enkel"])
    eerder = _uitgave(gemeente, EERDER, indicatoren, None)
    publish_uitgave(eerder, by=None)
    uitgave = _uitgave(gemeente, NU, indicatoren, eerder)
    publish_uitgave(uitgave, by=None)
    Waarneming.objects.filter(reeks__indicator=indicatoren["lasten"]).update(waarde=LASTEN + 2)
    publish_uitgave(uitgave, by=None, note="Een boeking stond er twee keer in.")
    if kan_pdf():
        maak_bestanden(uitgave.publicaties.get(versie=2))
    return Geheimen(gemeente, uitgave, _geheimen(schuif))


def _geheimen(schuif: int) -> dict[str, Decimal]:
    nu, toen = DELEN[NU], DELEN[EERDER]
    enkel = ENKEL[NU] + schuif
    return {
        "primair": Decimal(nu["pgb"] + schuif),
        "secundair": Decimal(nu["mix"] - schuif),
        "primair, eerdere uitgave": Decimal(toen["pgb"] + schuif),
        "secundair, eerdere uitgave": Decimal(toen["mix"] - schuif),
        "enkel": Decimal(enkel),
        "verschil met de vorige uitgave": Decimal(ENKEL[EERDER] - enkel),
        "gemiddelde": round(Decimal(LASTEN) / enkel, 1),
        "gemiddelde na correctie": round(Decimal(LASTEN + 2) / enkel, 1),
        "percentage": round(Decimal(enkel) / BEVOLKING * 100, 3),
    }


def _indicatoren(gemeente: Gemeente, schuif: int) -> dict[str, Indicator]:
    groot = {"telt": Telt.PERSONEN, "drempel": DREMPEL}
    euro = {"telt": Telt.EURO, "eenheid": Eenheid.EURO}
    uit = {
        "delen": make_indicator(gemeente, "delen", is_optelbaar=True, **groot),
        "enkel": make_indicator(gemeente, "enkel", definitie="Cliënten, elk één keer.", **groot),
        "drie": make_indicator(gemeente, "drie", telt=Telt.PERSONEN),
        "bevolking": make_indicator(gemeente, "bevolking", telt=Telt.OVERIG),
        "lasten": make_indicator(gemeente, "lasten", **euro),
        "gemiddeld": make_indicator(gemeente, "gemiddeld", formule="lasten / enkel", decimalen=1, **euro),
        "aandeel": make_indicator(
            gemeente, "aandeel", formule="enkel / bevolking * 100", decimalen=3, eenheid=Eenheid.PERCENTAGE
        ),
    }  # fmt: skip
    make_dimensie(gemeente, "vorm", "zin", "pgb", "mix")
    weg = {"pgb": schuif, "mix": -schuif, "zin": 0}
    for periode, delen in DELEN.items():
        for code, waarde in delen.items():
            make_waarneming(uit["delen"], periode, waarde + weg[code], sleutel=f"vorm={code}")
        make_waarneming(uit["delen"], periode, sum(delen.values()))
        make_waarneming(uit["enkel"], periode, ENKEL[periode] + (schuif if periode == NU else 0))
        make_waarneming(uit["drie"], periode, DRIE if periode == NU else 14)
        make_waarneming(uit["bevolking"], periode, BEVOLKING)
    for soort in (Soort.REALISATIE, Soort.PROGNOSE, Soort.BEGROTING_PRIMITIEF):
        periode = NU if soort == Soort.REALISATIE else "2021"
        make_waarneming(uit["lasten"], periode, LASTEN, soort=soort)
    return uit


def _uitgave(
    gemeente: Gemeente, periode: str, i: dict[str, Indicator], vorige: Uitgave | None
) -> Uitgave:
    uitgave = make_uitgave(gemeente, periode, vorige=vorige, kop="Hoe gaat het?")
    hoofdstuk = make_hoofdstuk(
        uitgave, "jeugd", titel="Jeugd", kop="Hoe gaat het met jeugd?", toelichting="Zie de tabel."
    )
    tellend = [i[c] for c in ("delen", "enkel", "drie", "bevolking")]
    make_blok(hoofdstuk, BlokSoort.TEGELS, *tellend, i["gemiddeld"], i["aandeel"], code="tegels")
    make_blok(hoofdstuk, BlokSoort.TABEL, *tellend, i["gemiddeld"], i["aandeel"], code="tabel", perioden="alles")  # fmt: skip
    make_blok(hoofdstuk, BlokSoort.FINANCIEEL, i["lasten"], code="geld")
    make_blok(hoofdstuk, BlokSoort.TEKST, code="tekst", tekst="Wat hier staat: {delen}.")
    make_blok(hoofdstuk, BlokSoort.PROGRAMMA, code="plan", verwijst_naar="plan")
    _lijn(hoofdstuk, i["enkel"], i["bevolking"])
    for soort, vorm in (
        (BlokSoort.TABEL, ""),
        (BlokSoort.RANGLIJST, ""),
        (BlokSoort.GRAFIEK, GrafiekVorm.STAAF),
        (BlokSoort.GRAFIEK, GrafiekVorm.GESTAPELD),
        (BlokSoort.GRAFIEK, GrafiekVorm.LIJN),
    ):
        code = f"per-vorm-{vorm or soort}"
        blok = make_blok(hoofdstuk, soort, code=code, vorm=vorm, perioden="alles" if vorm else "")
        dimensie = gemeente.dimensies.get()
        Blokregel.objects.create(blok=blok, indicator=i["delen"], per_dimensie=dimensie)
    return uitgave


def _lijn(hoofdstuk, *indicatoren: Indicator) -> None:
    """Drawn: of eight points one is hidden, which is less than a quarter."""
    for n, maand in enumerate(("2020-10", "2020-11", "2020-12", "2021-01"), 1):
        for indicator in indicatoren:
            if not Waarneming.objects.filter(
                reeks__indicator=indicator, periode__code=maand
            ).exists():
                make_waarneming(indicator, maand, 90_000 + 1_111 * n)
    make_blok(hoofdstuk, BlokSoort.GRAFIEK, *indicatoren, code="lijn", vorm=GrafiekVorm.LIJN, perioden="alles")  # fmt: skip

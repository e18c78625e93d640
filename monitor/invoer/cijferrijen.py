"""The rows of a file of figures, read and checked one by one. Look-ups are in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from monitor.invoer.cellen import Datum, Procent
from monitor.invoer.fouten import Fout
from monitor.invoer.keuzes import CelFout, lees_dag, lees_keus, lees_soort, lees_tekst
from monitor.invoer.register import Register
from monitor.invoer.rijsoorten import fout_in_gemeente
from monitor.invoer.staat import Staat
from monitor.invoer.tabel import Kolom, Rij, Tabel
from monitor.invoer.toepassen import Cijfer
from monitor.models import Categorie, Gemeente, Indicator
from monitor.models.enums import Aard, Eenheid, Telt, WaarnemingStatus
from monitor.models.enums import Soort as Waarheid
from monitor.regels.fouten import NotatieFout
from monitor.regels.getallen import Getal, lees_cel
from monitor.regels.perioden import Tijdvak, lees_periode
from monitor.regels.sleutels import maak_sleutel

T = TypeVar("T")
VOORBEELDNOOT = "Voorbeeldrij: vervang of verwijder deze rij."
VAST = [
    Kolom("gemeente", "Adres van de gemeente. Mag leeg: dan de gemeente van deze levering."),
    Kolom("indicator", "Code van het cijfer, zoals bij Indicatoren.", True, "clienten-jeugd"),
    Kolom(
        "soort",
        "Begroting primitief, begroting na wijziging, prognose, realisatie, verplichting, "
        "jaarrekening, streefwaarde of referentie.",
        True,
        "realisatie",
    ),
    Kolom("periode", "Bijvoorbeeld 2021-04, 2021-K1, 2021 of 2021-04-30.", True, "2021-04"),
    Kolom(
        "waarde",
        "Het getal in Nederlandse notatie, of: <10, 15-20, zie toelichting, niet gemeten, "
        "nog niet bekend, niet bekend, niet van toepassing, vervallen.",
        True,
        "123",
    ),
    Kolom("status", "Definitief, voorlopig of geschat. Leeg: definitief.", False, "definitief"),
    Kolom("voetnoot", "Noot bij dit ene cijfer, voor lezers.", False, VOORBEELDNOOT),
    Kolom("beloofd_voor", "Bij ‘nog niet bekend’: de periode waarin het komt, zoals 2021-K3."),
    Kolom("brondatum", "Dag waarop de bron is geraadpleegd, zoals 2021-05-03."),
]
VASTE_NAMEN = frozenset(k.naam for k in VAST)
_OPTIONEEL = ("status", "voetnoot", "beloofd_voor", "brondatum")
_INGEVOERD = (Waarheid.STREEFWAARDE, Waarheid.REFERENTIE)  # also for a derived figure


class Lezing:
    """The rows as figures; every error of every row gathers in `fouten`."""

    def __init__(self, tabel: Tabel, gemeente: Gemeente) -> None:
        self.gemeente, self.register = gemeente, Register(gemeente)
        self.dimensies = [k for k in tabel.kolommen if k not in VASTE_NAMEN]
        self.open_velden = frozenset(k for k in _OPTIONEEL if k not in tabel.kolommen)
        self.tijdvakken: dict[str, Tijdvak | NotatieFout] = {}
        self.fouten: list[Fout] = []
        self.cijfers: list[Cijfer] = []
        self._gezien: dict[tuple[int, str, str, str], int] = {}
        for rij in tabel.rijen:
            self._lees_rij(rij)

    def _lees_rij(self, rij: Rij) -> None:
        voor = len(self.fouten)
        if fout := fout_in_gemeente(rij, self.gemeente):
            self.fouten.append(fout)
        if rij.tekst("voetnoot") == VOORBEELDNOOT:
            advies = "Verwijder de rij, of vul uw eigen cijfer in en maak de voetnoot leeg."
            self.fouten.append(rij.fout("voetnoot", "Dit is de voorbeeldrij.", advies))
        indicator = self._probeer(self.register.indicator, rij)
        soort, status = self._probeer(lees_soort, rij) or ("", "")
        periode = self._probeer(self._periode, rij)
        delen = self._delen(rij)
        getal = self._probeer(self._getal, rij, indicator) if indicator else None
        rest = self._probeer(self._rest, rij, status, getal)
        if len(self.fouten) == voor and indicator and getal and periode and rest is not None:
            if fout := _ongerijmd(rij, indicator, soort, getal):
                self.fouten.append(fout)
                return
            sleutel = maak_sleutel({c.dimensie.code: c.code for c in delen})
            open_velden = self.open_velden - ({"status"} if status else set())
            staat = Staat.van_getal(getal, **rest)
            cijfer = Cijfer(
                rij.nummer, indicator, soort, sleutel, delen, periode.code, staat, open_velden
            )
            self._voeg_toe(rij, cijfer)

    def _probeer(self, functie: Callable[..., T], *args: object) -> T | None:
        try:
            return functie(*args)
        except CelFout as fout:
            self.fouten.append(fout.fout)
        return None

    def _periode(self, rij: Rij) -> Tijdvak:
        tekst = rij.tekst("periode")
        if tekst not in self.tijdvakken:
            try:
                self.tijdvakken[tekst] = lees_periode(tekst)
            except NotatieFout as fout:
                self.tijdvakken[tekst] = fout
        tijdvak = self.tijdvakken[tekst]
        if isinstance(tijdvak, NotatieFout):
            raise CelFout(rij.fout("periode", tijdvak.melding))
        return tijdvak

    def _delen(self, rij: Rij) -> tuple[Categorie, ...]:
        gevuld = [(d, rij.tekst(d)) for d in self.dimensies if rij.tekst(d)]
        delen = [self._probeer(self.register.categorie, rij, d, d, t) for d, t in gevuld]
        return tuple(c for c in delen if c is not None)

    def _getal(self, rij: Rij, indicator: Indicator) -> Getal:
        cel = rij.cellen.get("waarde")
        is_percentcel = isinstance(cel, Procent)
        kaal = cel.waarde if isinstance(cel, Procent) else cel
        kaal = kaal.dag if isinstance(kaal, Datum) else kaal
        stijl = {"eenheid": indicator.eenheid, "decimalen": indicator.decimalen}
        try:
            return lees_cel(kaal, is_percentcel=is_percentcel, **stijl)
        except NotatieFout as fout:
            advies = f"Dit cijfer is in: {indicator.get_eenheid_display()}."
            raise CelFout(rij.fout("waarde", fout.melding, advies)) from fout

    def _rest(self, rij: Rij, status: str, getal: Getal | None) -> dict[str, object]:
        gelezen = lees_keus(rij, "status", WaarnemingStatus, status or WaarnemingStatus.DEFINITIEF)
        if status and gelezen != status:
            melding = f"De soort zegt ‘{status}’ en de status ‘{gelezen}’."
            raise CelFout(rij.fout("status", melding, "Kies een van beide."))
        return {
            "status": gelezen,
            "voetnoot": lees_tekst(rij, "voetnoot", 400),
            "beloofd_voor": _belofte(rij, getal),
            "brondatum": lees_dag(rij, "brondatum"),
        }

    def _voeg_toe(self, rij: Rij, cijfer: Cijfer) -> None:
        plek = (*cijfer.reeks, cijfer.periode)
        if plek in self._gezien:
            melding = f"Dit cijfer staat ook in rij {self._gezien[plek]}."
            self.fouten.append(rij.fout("waarde", melding, "Laat één van de twee rijen staan."))
            return
        self._gezien[plek] = rij.nummer
        self.cijfers.append(cijfer)


def _belofte(rij: Rij, getal: Getal | None) -> str:
    tekst = rij.tekst("beloofd_voor")
    if not tekst:
        return ""
    if getal is not None and getal.aard != Aard.NOG_NIET_BEKEND:
        advies = "Maak de cel leeg, of zet ‘nog niet bekend’ bij de waarde."
        raise CelFout(rij.fout("beloofd_voor", "De waarde is al bekend.", advies))
    try:
        return lees_periode(tekst).code
    except NotatieFout as fout:
        raise CelFout(rij.fout("beloofd_voor", fout.melding)) from fout


def _ongerijmd(rij: Rij, indicator: Indicator, soort: str, getal: Getal) -> Fout | None:
    """What is a number, but can not be this figure."""
    if indicator.formule and soort not in _INGEVOERD:
        advies = "Verwijder de rij; lever de cijfers waaruit het wordt berekend."
        return rij.fout("indicator", "Dit cijfer wordt berekend, niet ingevoerd.", advies)
    if minder_dan_niemand(indicator, getal):
        return rij.fout("waarde", MINDER_DAN_NIEMAND, "Kijk het na.")
    return None


MINDER_DAN_NIEMAND = "Een aantal mensen is niet kleiner dan nul."


def minder_dan_niemand(indicator: Indicator, getal: Getal) -> bool:
    """A count of people below zero."""
    telt_mensen = indicator.telt in (Telt.PERSONEN, Telt.HUISHOUDENS)
    laagste = getal.onder if getal.waarde is None else getal.waarde
    in_aantallen = indicator.eenheid == Eenheid.AANTAL
    return telt_mensen and in_aantallen and laagste is not None and laagste < 0

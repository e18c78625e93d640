"""A row of a file of figures, read and checked by every rule. Look-ups are in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from monitor.invoer.cellen import Datum, Procent
from monitor.invoer.cijfers import Reeksplek
from monitor.invoer.fouten import Fout
from monitor.invoer.keuzes import CelFout, lees_dag, lees_keus, lees_soort, lees_tekst
from monitor.invoer.register import Register
from monitor.invoer.rijsoorten import fout_in_gemeente
from monitor.invoer.staat import Staat
from monitor.invoer.tabel import Kolom, Rij
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
INGEVOERD = (Waarheid.STREEFWAARDE, Waarheid.REFERENTIE)  # typed in, also for a derived figure


class Rijlezer:
    """Reads a row with every rule there is; what is wrong gathers in `fouten`."""

    def __init__(self, kolommen: Sequence[str], gemeente: Gemeente) -> None:
        self.gemeente, self.register = gemeente, Register(gemeente)
        self.dimensies = [k for k in kolommen if k not in VASTE_NAMEN]
        self.open_velden = frozenset(k for k in _OPTIONEEL if k not in kolommen)
        self.tijdvakken: dict[str, Tijdvak | NotatieFout] = {}
        self.fouten: list[Fout] = []

    def lees(self, rij: Rij) -> tuple[Reeksplek, str, Staat] | None:
        """The series, the period and the state that the row says; None when something is wrong."""
        voor = len(self.fouten)
        if fout := fout_in_gemeente(rij, self.gemeente):
            self.fouten.append(fout)
        self._probeer(self._voorbeeldnoot, rij)
        indicator = self._probeer(self.register.indicator, rij)
        soort, status = self._probeer(lees_soort, rij) or ("", "")
        periode = self._probeer(self.periode, rij)
        delen = self.delen(rij)
        getal = self._probeer(self.getal, rij, indicator) if indicator else None
        rest = self._probeer(self.rest, rij, status, getal)
        if len(self.fouten) > voor or not (indicator and getal and periode and rest is not None):
            return None
        if fout := _ongerijmd(rij, indicator, soort, getal):
            self.fouten.append(fout)
            return None
        plek = self.maak_plek(indicator, soort, status, delen)
        return plek, periode.code, Staat.van_getal(getal, **rest)

    def maak_plek(
        self, indicator: Indicator, soort: str, status: str, delen: tuple[Categorie, ...]
    ) -> Reeksplek:
        sleutel = maak_sleutel({c.dimensie.code: c.code for c in delen})
        open_velden = self.open_velden - ({"status"} if status else set())
        reeks = (indicator.pk, soort, sleutel)
        return Reeksplek(indicator, soort, sleutel, delen, open_velden, reeks, status)

    def _voorbeeldnoot(self, rij: Rij) -> None:
        if rij.tekst("voetnoot") == VOORBEELDNOOT:
            advies = "Verwijder de rij, of vul uw eigen cijfer in en maak de voetnoot leeg."
            raise CelFout(rij.fout("voetnoot", "Dit is de voorbeeldrij.", advies))

    def _probeer(self, functie: Callable[..., T], *args: object) -> T | None:
        try:
            return functie(*args)
        except CelFout as fout:
            self.fouten.append(fout.fout)
        return None

    def periode(self, rij: Rij) -> Tijdvak:
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

    def delen(self, rij: Rij) -> tuple[Categorie, ...]:
        gevuld = [(d, rij.tekst(d)) for d in self.dimensies if rij.tekst(d)]
        delen = [self._probeer(self.register.categorie, rij, d, d, t) for d, t in gevuld]
        return tuple(c for c in delen if c is not None)

    def getal(self, rij: Rij, indicator: Indicator) -> Getal:
        cel = rij.cellen.get("waarde")
        is_percentcel = isinstance(cel, Procent)
        kaal: Any = cel.waarde if isinstance(cel, Procent) else cel
        kaal = kaal.dag if isinstance(kaal, Datum) else kaal
        stijl: dict[str, Any] = {"eenheid": indicator.eenheid, "decimalen": indicator.decimalen}
        try:
            return lees_cel(kaal, is_percentcel=is_percentcel, **stijl)
        except NotatieFout as fout:
            advies = f"Dit cijfer is in: {indicator.get_eenheid_display()}."
            raise CelFout(rij.fout("waarde", fout.melding, advies)) from fout

    def rest(self, rij: Rij, status: str, getal: Getal | None) -> dict[str, object]:
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
    if indicator.formule and soort not in INGEVOERD:
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

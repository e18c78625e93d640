"""Tiles: the newest figure of a series, how it moved, and in which state it is."""

from dataclasses import dataclass

from monitor.models import Blok
from monitor.models.enums import Richting, Soort, StroomOfStand
from monitor.publiceren.gegevens import Cijfer, ReeksId
from monitor.publiceren.noemen import Rij, rijen
from monitor.publiceren.schema import Stoplicht, Tegel, TegelsInhoud, Verschil
from monitor.publiceren.vergelijken import ANDERE_BASIS, ANDERE_TELLING
from monitor.publiceren.werk import Werk
from monitor.regels.peildatum import GEPLAND
from monitor.regels.stoplichten import WOORDEN, stoplicht, streefwaarde_tekst
from monitor.regels.tonen import toon_groot

GEEN_GEGEVENS = frozenset({"ontbreekt", "niet_gemeten", "onbekend", "nvt", "vervallen"})
NIET_VERGELIJKBAAR = (ANDERE_TELLING, ANDERE_BASIS)


@dataclass(frozen=True)
class Vergeleken:
    verschil: Verschil | None
    reden: str


def maak_tegels(werk: Werk, blok: Blok) -> TegelsInhoud:
    return {"tegels": [maak_tegel(werk, rij) for rij in rijen(werk.bron, blok)]}


def maak_tegel(werk: Werk, rij: Rij) -> Tegel:
    cijfer = werk.nieuwste(rij.reeks)
    achter = werk.loopt_achter(rij.reeks) or werk.is_van_eerder(rij.reeks)
    vergeleken = vergelijk(werk, cijfer, achter)
    groot, woord = _groot(werk, cijfer)
    cel = werk.cel(cijfer)
    stand = toestand(cijfer, achter, vergeleken, bool(cel["gecorrigeerd"]))
    wacht = achter or cijfer is None
    return {
        "indicator": rij.reeks.indicator,
        "reeks": str(rij.reeks),
        "label": rij.label,
        "groot": groot,
        "achter": woord,
        "cel": cel,
        "toestand": stand,
        "verschil": vergeleken.verschil,
        "geen_verschil": vergeleken.reden,
        "stoplicht": None if achter else _stoplicht(werk, cijfer),
        "stand": stand_tekst(werk, rij.reeks, cijfer),
        "nieuw_cijfer": werk.nieuw_cijfer(rij.reeks) if wacht else "",
    }


def vergelijk(werk: Werk, cijfer: Cijfer | None, achter: bool) -> Vergeleken:
    """The difference with the previous edition; an old figure has none."""
    verschil, reden = werk.vergelijking.verschil(cijfer)
    if achter and verschil is not None:
        return Vergeleken(None, "Nog niet bijgewerkt")
    return Vergeleken(verschil, reden)


def toestand(
    cijfer: Cijfer | None, achter: bool, vergeleken: Vergeleken, gecorrigeerd: bool
) -> str:
    """The state a reader must know first."""
    if cijfer is None or cijfer.toestand in GEEN_GEGEVENS:
        return "geen_gegevens"
    if cijfer.is_verborgen:
        return "onderdrukt"
    if achter:
        return "niet_bijgewerkt"
    if gecorrigeerd:
        return "gecorrigeerd"
    if vergeleken.reden in NIET_VERGELIJKBAAR:
        return "niet_vergelijkbaar"
    return cijfer.status if cijfer.status in ("voorlopig", "geschat") else "normaal"


def stand_tekst(werk: Werk, reeks: ReeksId, cijfer: Cijfer | None) -> str:
    """ "Stand april 2021" for a stock, "Januari tot en met april 2021" for a flow, "Prognose 2021"."""
    if cijfer is None:
        return ""
    tekst = cijfer.tijdvak.tekst
    if reeks.soort in GEPLAND:
        return f"{Soort(reeks.soort).label} {tekst}"
    if werk.indicator(reeks).stroom_of_stand == StroomOfStand.STAND:
        return f"Stand {tekst}"
    return tekst[:1].upper() + tekst[1:]


def _groot(werk: Werk, cijfer: Cijfer | None) -> tuple[str, str]:
    if cijfer is None:
        return "–", ""
    if cijfer.waarde is None:
        return cijfer.tekst, ""
    indicator = werk.indicator(cijfer.reeks)
    groot, achter = toon_groot(
        cijfer.waarde, eenheid=indicator.eenheid, decimalen=indicator.decimalen
    )
    woord = {"ongeveer": "ongeveer ", "meer_dan": "meer dan ", "minder_dan": "bijna "}
    return woord.get(cijfer.benadering, "") + groot, achter


def _stoplicht(werk: Werk, cijfer: Cijfer | None) -> Stoplicht | None:
    """Only against a target that was set for this time, never for an estimate."""
    if cijfer is None or cijfer.waarde is None or cijfer.status == "geschat":
        return None
    indicator = werk.indicator(cijfer.reeks)
    doel = werk.nieuwste(cijfer.reeks._replace(soort=Soort.STREEFWAARDE))
    if doel is None or indicator.richting == Richting.NEUTRAAL:
        return None
    code = stoplicht(cijfer.waarde, doel.waarde, indicator.richting)
    if code is None:
        return None
    return {
        "code": code,
        "tekst": WOORDEN[code],
        "streefwaarde_tekst": streefwaarde_tekst(doel.tekst, indicator.richting),
    }

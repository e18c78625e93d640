"""A block in the snapshot: its content by its kind, and the lines around it."""

from collections.abc import Callable, Iterable
from typing import Any

from monitor.models import Blok, Hoofdstuk
from monitor.models.enums import BlokSoort, Soort
from monitor.publiceren.afschermen import NIET_GETOOND, UITLEG_DEKKING, UITLEG_GEHEIM
from monitor.publiceren.bloktypen import get_bloktype
from monitor.publiceren.financieel import maak_financieel
from monitor.publiceren.gegevens import Cijfer
from monitor.publiceren.grafieken import maak_grafiek
from monitor.publiceren.noemen import Rij, rijen
from monitor.publiceren.schema import Blok as BlokInhoud
from monitor.publiceren.schema import Inhoud
from monitor.publiceren.tabellen import maak_ranglijst, maak_tabel
from monitor.publiceren.tegels import maak_tegels
from monitor.publiceren.teksten import vul
from monitor.publiceren.veilig import GEHEIM
from monitor.publiceren.werk import Werk
from monitor.regels.keuze import tijdvolgorde

_MAKERS: dict[str, Callable[[Werk, Blok], Any]] = {
    BlokSoort.TEGELS: maak_tegels,
    BlokSoort.FINANCIEEL: maak_financieel,
    BlokSoort.TABEL: maak_tabel,
    BlokSoort.GRAFIEK: maak_grafiek,
    BlokSoort.RANGLIJST: maak_ranglijst,
    BlokSoort.TEKST: lambda werk, blok: {},
}
ZONDER_REGELS = frozenset({BlokSoort.TEKST, BlokSoort.PROGRAMMA})


def maak_blok(werk: Werk, hoofdstuk: Hoofdstuk, blok: Blok, inhoud: Inhoud) -> BlokInhoud:
    lijst = [] if blok.soort in ZONDER_REGELS else rijen(werk.bron, blok)
    waar = f"hoofdstuk {hoofdstuk.titel}, blok {blok.code}"
    gemaakt = _inhoud(werk, blok, inhoud)
    indicatoren = [werk.indicator(r.reeks) for r in lijst]
    return {
        "code": blok.code,
        "soort": blok.soort,
        "kop": vul(werk, blok.kop, waar),
        "titel": vul(werk, blok.titel, waar),
        "ondertitel": vul(werk, blok.ondertitel, waar),
        "tekst": vul(werk, blok.tekst, waar),
        "bron": blok.bron or _samen(i.bronsysteem for i in indicatoren),
        "eigenaar": _samen(i.eigenaar for i in indicatoren),
        "stand": _stand(werk, lijst),
        "niet_bijgewerkt": _niet_bijgewerkt(werk, lijst),
        "voetnoten": voetnoten(gemaakt),
        "inhoud": gemaakt,
    }


def _inhoud(werk: Werk, blok: Blok, inhoud: Inhoud) -> dict[str, Any]:
    """By the kind of block; a registered kind (programme) may replace one of ours."""
    geregistreerd = get_bloktype(blok.soort)
    if geregistreerd is not None:
        return geregistreerd(blok, inhoud)  # type: ignore[arg-type]
    maker = _MAKERS.get(blok.soort)
    if maker is None:
        werk.fout(
            f"Blok {blok.code}: de soort ‘{blok.soort}’ is niet ingericht. Haal het blok weg."
        )
        return {}
    return dict(maker(werk, blok))


def _samen(teksten: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(t for t in teksten if t))


def _gerealiseerd(werk: Werk, lijst: list[Rij]) -> list[Cijfer]:
    """The newest counted figures of a block; budgets and forecasts have no date of their own."""
    nieuwste = [werk.nieuwste(r.reeks) for r in lijst if r.reeks.soort == Soort.REALISATIE]
    return sorted((c for c in nieuwste if c), key=lambda c: tijdvolgorde(c.tijdvak))


def _stand(werk: Werk, lijst: list[Rij]) -> str:
    cijfers = _gerealiseerd(werk, lijst)
    return cijfers[-1].tijdvak.tekst if cijfers else ""


def _niet_bijgewerkt(werk: Werk, lijst: list[Rij]) -> str:
    """ "stand februari 2021; nieuw cijfer in augustus 2021", when every series of the block is late."""
    tellend = [r.reeks for r in lijst if r.reeks.soort == Soort.REALISATIE]
    cijfers = _gerealiseerd(werk, lijst)
    if not cijfers or not all(werk.loopt_achter(r) for r in tellend):
        return ""
    beloofd = next((n for r in tellend if (n := werk.nieuw_cijfer(r))), "")
    stand = f"stand {cijfers[-1].tijdvak.tekst}"
    return f"{stand}; nieuw cijfer: {beloofd}" if beloofd else stand


def voetnoten(inhoud: object) -> list[str]:
    """The footnotes of all cells within, once each, in the order in which they are met."""
    gevonden: dict[str, None] = {}
    for c in cellen_in(inhoud):
        if c["voetnoot"]:
            gevonden[c["voetnoot"]] = None
    tekens = {c["tekst"] for c in cellen_in(inhoud)}
    for teken, uitleg in ((NIET_GETOOND, UITLEG_DEKKING), (GEHEIM, UITLEG_GEHEIM)):
        if teken in tekens:
            gevonden[uitleg] = None
    return list(gevonden)


def cellen_in(inhoud: object) -> Iterable[dict[str, Any]]:
    """Every cell in a piece of snapshot."""
    if isinstance(inhoud, dict):
        if "toestand" in inhoud and "periode_tekst" in inhoud:
            yield inhoud
        else:
            for deel in inhoud.values():
                yield from cellen_in(deel)
    elif isinstance(inhoud, list):
        for deel in inhoud:
            yield from cellen_in(deel)

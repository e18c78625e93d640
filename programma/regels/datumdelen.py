"""A planning in parts, each with its own date: ‘eind 2020 Nieuwleusen, eind 2021 Dalfsen en Lemelerveld’."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from programma.regels.datumgroepen import atoom
from programma.regels.datumwoorden import GEEN_NAAM, TIJDWOORD


@dataclass(frozen=True)
class Datumdeel:
    naam: str
    begin: date | None
    eind: date | None
    precisie: str
    tekst: str


@dataclass(frozen=True)
class Datum:
    """Words and the interval they mean, both ends inclusive; None is open or unknown.

    `precisie` is a value of `Precisie`.
    """

    tekst: str
    begin: date | None = None
    eind: date | None = None
    precisie: str = "onbekend"
    delen: tuple[Datumdeel, ...] = ()

    @property
    def is_bekend(self) -> bool:
        return self.begin is not None or self.eind is not None


Lezer = Callable[[str], Datum | None]  # one date, None when it is none


def lees_delen(tekst: str, lees: Lezer) -> Datum | None:
    """All pieces of the text must be a date, with or without a name; None when one is not."""
    stukken = [stuk.strip() for stuk in re.split(r"[,;]", tekst) if stuk.strip()]
    delen = [_deel(stuk, lees, is_een=len(stukken) == 1) for stuk in stukken]
    gevonden = [deel for deel in delen if deel is not None]
    if not gevonden or len(gevonden) != len(delen):
        return None
    if len(gevonden) == 1:
        enig = gevonden[0]
        return Datum(tekst, enig.begin, enig.eind, enig.precisie, (enig,) if enig.naam else ())
    begin, eind = [x.begin for x in gevonden if x.begin], [x.eind for x in gevonden if x.eind]
    precisie = "delen" if all(x.naam for x in gevonden) else "reeks"
    heeft_open = any(x.eind is None for x in gevonden)
    return Datum(
        tekst,
        min(begin, default=None),
        None if heeft_open else max(eind, default=None),
        precisie,
        tuple(gevonden) if precisie == "delen" else (),
    )


def _deel(stuk: str, lees: Lezer, *, is_een: bool) -> Datumdeel | None:
    """The date in front and the name behind it, in brackets or not; or the name in front."""
    haakjes = re.search(r"\(([^)]+)\)\s*$", stuk)
    woorden = stuk.split()
    for lengte in range(len(woorden), 0, -1):
        voor, naam = " ".join(woorden[:lengte]), " ".join(woorden[lengte:]).strip(" :()-?!.")
        if (datum := lees(voor)) is None:
            continue
        if GEEN_NAAM.search(naam) or any(_is_datum(woord) for woord in naam.split()):
            return None
        if not naam and haakjes and not is_een:
            naam, voor = haakjes[1].strip(), stuk[: haakjes.start()].strip()
        return _maak(naam, datum, voor)
    return _naam_voorop(stuk, lees, is_een=is_een)


def _naam_voorop(stuk: str, lees: Lezer, *, is_een: bool) -> Datumdeel | None:
    """‘Noord: Q2 2022’; without the colon only where there are more parts."""
    naam, dubbelepunt, tekst = stuk.partition(":")
    if dubbelepunt:
        datum = lees(tekst.strip())
        return _maak(naam.strip(), datum, tekst.strip()) if datum and naam.strip() else None
    woorden = [] if is_een else stuk.split()
    for lengte in range(1, len(woorden)):
        naam, tekst = " ".join(woorden[:lengte]), " ".join(woorden[lengte:])
        if TIJDWOORD.search(naam.lower()):
            return None
        if (datum := lees(tekst)) is not None:
            return _maak(naam, datum, tekst)
    return None


def _maak(naam: str, datum: Datum, tekst: str) -> Datumdeel:
    return Datumdeel(naam, datum.begin, datum.eind, datum.precisie, tekst)


def _is_datum(woord: str) -> bool:
    """Whether this word alone is a date: then it is no name."""
    try:
        return atoom(woord.lower().strip("().,")) is not None
    except ValueError:
        return True

"""Which periods of a series an edition expects: from its rhythm, its habit and the edition's window.

A figure keeps the shape of time in which it was delivered before (a month, the year so far, a day);
without a habit the rhythm of the indicator decides. Planned kinds are about the year that runs.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from monitor.regels import perioden as p
from monitor.regels.keuze import lees_keuze, tijdvolgorde
from monitor.regels.perioden import Tijdvak

ONREGELMATIG = "onregelmatig"
_RITMES = ("vier_weken", "maand", "kwartaal", "halfjaar", "jaar")  # from fine to coarse
_VERS = timedelta(days=400)
JAARREKENING_KLAAR = (7, 15)  # Gemeentewet art. 200: sent to the province before 15 July


@dataclass(frozen=True)
class Venster:
    """The time an edition reports: after `na`, up to and including `tot`; `eigen` is its period."""

    na: date
    tot: date
    eigen: Tijdvak

    def bevat(self, tijdvak: Tijdvak) -> bool:
        return tijdvak.eind is not None and self.na < tijdvak.eind <= self.tot


def verwachte_perioden(
    venster: Venster,
    *,
    keuze: str,
    frequentie: str,
    gewoonten: Sequence[Tijdvak] = (),
    is_gepland: bool = False,
) -> list[Tijdvak]:
    """The periods that a block with this choice wants filled, in order of time.

    `gewoonten` is the newest known period of each kind. Raises `NotatieFout` for an unreadable choice.
    """
    gekozen = lees_keuze(keuze)
    if gekozen.soort == "genoemd":
        genoemd = [t for code in gekozen.codes if (t := p.tijdvak(code)) and venster.bevat(t)]
        return sorted(genoemd, key=tijdvolgorde)
    veel = gekozen.soort in ("laatste", "alles")
    vorm = _gewoonte(gewoonten, venster, fijnste=veel)
    if is_gepland and (vorm is None or vorm.soort == "jaar"):
        return [p.jaar_(venster.tot.year)]
    alle = _in_vorm(venster, vorm, frequentie)
    if not veel:
        return alle[-1:]
    return alle if gekozen.soort == "alles" else alle[-gekozen.aantal :]


def is_verwacht(frequentie: str, soort: str, tot: date) -> bool:
    """Whether an empty cell is work to do: irregular figures may be there, others must."""
    if soort == "jaarrekening":
        return (tot.month, tot.day) >= JAARREKENING_KLAAR
    return frequentie != ONREGELMATIG and soort not in ("streefwaarde", "referentie")


def tot_nu_toe(tot: date) -> Tijdvak:
    """The year so far: `2026-01_2026-09`."""
    return p.reeks(p.maand(tot.year, 1), p.maand(tot.year, tot.month))


def is_tot_nu_toe(t: Tijdvak) -> bool:
    """A span that starts on 1 January and is no single month, quarter or year."""
    return t.soort == "reeks" and t.begin is not None and (t.begin.month, t.begin.day) == (1, 1)


def _gewoonte(gewoonten: Sequence[Tijdvak], venster: Venster, *, fijnste: bool) -> Tijdvak | None:
    """The shape of time to keep; a list over time wants the finest one that is still in use."""
    in_tijd = sorted(gewoonten, key=tijdvolgorde)
    if not in_tijd:
        return None
    vers = [t for t in in_tijd if (t.eind or date.max) >= venster.tot - _VERS]
    if fijnste and (ritmes := [t for t in vers if t.soort in _RITMES]):
        return min(ritmes, key=lambda t: _RITMES.index(t.soort))
    return (vers or in_tijd)[-1]


def _in_vorm(venster: Venster, vorm: Tijdvak | None, frequentie: str) -> list[Tijdvak]:
    soort = vorm.soort if vorm else frequentie
    if soort in _RITMES:
        return list(_in_ritme(soort, venster))
    if vorm is not None and soort == "peildatum":
        return [_dag(vorm, venster.tot, frequentie)]
    if vorm is not None and soort == "reeks":
        return [_reeks(vorm, venster)]
    return [venster.eigen]


@lru_cache(64)
def _in_ritme(soort: str, venster: Venster) -> tuple[Tijdvak, ...]:
    """The complete periods in the window; when it holds none, the newest before it."""
    if binnen := tuple(t for t in _alle(soort, venster) if venster.bevat(t)):
        return binnen
    nieuwste = p.verwachte_periode(soort, venster.tot)
    return (nieuwste,) if nieuwste else ()


def _alle(soort: str, venster: Venster) -> list[Tijdvak]:
    jaren = range(venster.na.year, venster.tot.year + 1)
    makers = {
        "maand": (p.maand, 12),
        "vier_weken": (p.vier_weken, 13),
        "kwartaal": (p.kwartaal, 4),
        "halfjaar": (p.halfjaar, 2),
    }
    if soort == "jaar":
        return [p.jaar_(j) for j in jaren]
    maker, aantal = makers[soort]
    return [maker(j, n) for j in jaren for n in range(1, aantal + 1)]


def _dag(vorm: Tijdvak, tot: date, frequentie: str) -> Tijdvak:
    """A yearly count keeps its day and month; one on a first of the month keeps the first."""
    begin = vorm.begin or tot
    if frequentie == "jaar":
        jaar = tot.year if (begin.month, begin.day) <= (tot.month, tot.day) else tot.year - 1
        return p.peildatum(jaar, begin.month, min(begin.day, monthrange(jaar, begin.month)[1]))
    return p.peildatum(tot.year, tot.month, 1 if begin.day == 1 else tot.day)


def _reeks(vorm: Tijdvak, venster: Venster) -> Tijdvak:
    if vorm.eind is None:
        return vorm  # runs on
    if vorm.begin is None:
        return p.reeks(None, p.maand(venster.tot.year, venster.tot.month))
    return tot_nu_toe(venster.tot) if is_tot_nu_toe(vorm) else venster.eigen

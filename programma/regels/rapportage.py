"""Which lines want word in this reporting period.

The period begins: of a rhythm in words (‘elk kwartaal’, ‘maandelijks’) on its first day; else on the day after the
peildatum of the newest edition; else on the first day of this quarter. A line wants word when it is not closed and
nothing was reported since the period began. A report of an earlier period is never word for this one.
"""

import re
from datetime import date, timedelta

from programma.regels.status import GEREED, GESTOPT, INGETROKKEN

GESLOTEN = frozenset({GEREED, GESTOPT, INGETROKKEN})
_ELK = r"\b(?:elke?|iedere?|ieder|per)\s+"
_RITMES = (
    (re.compile(rf"{_ELK}maand\b|\bmaandelijks"), 1),
    (re.compile(rf"{_ELK}kwartaal\b|\bkwartaalverslag"), 3),
    (re.compile(rf"{_ELK}half\s?jaar\b|\bhalfjaarlijks|\btwee\s?keer per jaar"), 6),
    (re.compile(rf"{_ELK}jaar\b|\bjaarlijks"), 12),
)


def begin_periode(woorden: str, *, vandaag: date, vorige: date | None = None) -> date:
    """First day of the reporting period of `vandaag`; `vorige` is the peildatum of the newest edition."""
    tekst = woorden.lower()
    maanden = next((m for patroon, m in _RITMES if patroon.search(tekst)), None)
    if maanden is None and vorige is not None and vorige < vandaag:
        return vorige + timedelta(days=1)
    maanden = maanden or 3
    return date(vandaag.year, (vandaag.month - 1) // maanden * maanden + 1, 1)


def vraagt_bericht(status: str, gemeld_op: date | None, *, vanaf: date) -> bool:
    return status not in GESLOTEN and (gemeld_op is None or gemeld_op < vanaf)

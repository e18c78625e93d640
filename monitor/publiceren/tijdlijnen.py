"""Which spans of time together are another span."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from monitor.regels.perioden import Tijdvak

DAG = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Stuk:
    """A closed span of time."""

    begin: date
    eind: date
    code: str
    soort: str


def stukken(vakken: Sequence[Tijdvak]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """(span, spans within it, whether these together are exactly it): all of one kind, or any two.

    Those that leave a part open are the parts of one kind, and the longest at either end.
    """
    alle = sorted({Stuk(v.begin, v.eind, v.code, v.soort) for v in vakken if v.begin and v.eind})
    gezien: set[tuple[str, tuple[str, ...]]] = set()
    for geheel in alle:
        binnen = [
            s for s in alle if s != geheel and geheel.begin <= s.begin and s.eind <= geheel.eind
        ]
        for keuze in _keuzen(geheel, binnen):
            heel = _sluit_aan(geheel, keuze)
            vondst = (geheel.code, tuple(s.code for s in keuze))
            if vondst not in gezien and (heel or _los(keuze)):
                gezien.add(vondst)
                yield (*vondst, heel)


def _keuzen(geheel: Stuk, binnen: list[Stuk]) -> Iterator[list[Stuk]]:
    for soort in sorted({s.soort for s in binnen}):
        yield [s for s in binnen if s.soort == soort]
    vooraan = [s for s in binnen if s.begin == geheel.begin]
    achteraan = [s for s in binnen if s.eind == geheel.eind]
    for een in vooraan:
        for twee in achteraan:
            if _sluit_aan(geheel, [een, twee]):
                yield [een, twee]
    for rand in (vooraan, achteraan):
        if rand:
            langste = max(rand, key=lambda s: (s.eind - s.begin, s.code))
            if not any(_sluit_aan(geheel, sorted([langste, s])) for s in binnen):
                yield [langste]


def _los(keuze: list[Stuk]) -> bool:
    """Whether the parts do not overlap."""
    return bool(keuze) and all(a.eind < b.begin for a, b in pairwise(keuze))


def _sluit_aan(geheel: Stuk, delen: list[Stuk]) -> bool:
    """Whether the parts, in order of time, lie end to end over the whole."""
    volgend = geheel.begin
    for deel in delen:
        if deel.begin != volgend:
            return False
        volgend = deel.eind + DAG
    return volgend == geheel.eind + DAG

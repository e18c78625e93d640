"""PCT and SUM: a part of a whole, and the percentage beside them: "251 van de 277 aanvragen (91%)"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from monitor.regels.beweringen import woorden as w
from monitor.regels.beweringen.breuken import in_breuk
from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import meld, noem, procent
from monitor.regels.beweringen.paren import is_los
from monitor.regels.beweringen.wijzigingen import HERSTEL
from monitor.regels.beweringen.zinnen import Noemer, Zin, past
from monitor.regels.verschillen import aandeel

_VAN_HET = re.compile(r"^\s*(?:van|op)\s+(?:(?:de|het|alle|in totaal|totaal)\s+)*$")
_VAN_DE = re.compile(
    r"(?:^|[.,:;]\s+|\bdat\s+)van (?:de|alle|het|deze)(?: in totaal)?\s+$", re.IGNORECASE
)
_ZIJN_ER = re.compile(r"^[^.;,(]{0,60}$")


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """The checks on one text."""
    for zin in alle:
        if not zin.is_geciteerd:
            yield from _delen(zin)


def _delen(zin: Zin) -> Iterator[Bevinding]:
    """ "251 van de 277 aanvragen (91%)", "van de 80 aanvragen zijn er 60 toegekend (70%)"."""
    for deel, geheel in _deelparen(zin):
        echt = aandeel(deel.waarde, geheel.waarde)
        if echt is None:
            continue
        if deel.waarde > geheel.waarde > 0:
            yield meld(
                zin, "SUM", f"{noem(deel)} is meer dan {noem(geheel)} waar het een deel van is", HERSTEL
            )  # fmt: skip
        elif (g := _procent_bij(zin, deel, geheel)) and not past(g, echt):
            yield meld(
                zin, "PCT",
                f"{noem(deel)} van {noem(geheel)} is {procent(echt)}, de tekst zegt {noem(g)}", HERSTEL,
            )  # fmt: skip


def _deelparen(zin: Zin) -> Iterator[tuple[Noemer, Noemer]]:
    for a, b in pairwise(zin.getallen):
        if a.vorm != b.vorm or a.vorm not in ("aantal", "euro") or in_breuk(zin, a):
            continue
        if _VAN_HET.match(zin.tussen(a, b)):
            yield a, b
        elif _VAN_DE.search(zin.voor(a)) and _ZIJN_ER.match(zin.tussen(a, b)):
            yield b, a


def _procent_bij(zin: Zin, a: Noemer, b: Noemer) -> Noemer | None:
    """The one percentage of the sentence, when it speaks of the share and not of a change."""
    alle = zin.van_vorm("procent")
    delen = [p for p in zin.getallen if p not in (a, b) and p.vorm == a.vorm and not is_los(p)]
    if len(alle) != 1 or delen:
        return None
    rond_om = zin.voor(alle[0], 30) + zin.na(alle[0], 30)
    return None if w.OP.search(rond_om) or w.NEER.search(rond_om) else alle[0]

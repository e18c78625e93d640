"""One figure against its own past: another unit, a jump, a break with the season.

Robust: the median and the median absolute deviation, so that one odd month of long ago neither
hides nor makes a doubt. With too little history a check says nothing, or only the gross cases.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from statistics import median

from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import Tijdvak, een_jaar_eerder
from monitor.regels.tonen import cijfers
from monitor.regels.twijfel.gegevens import (
    GEWOON,
    LET_OP,
    Bevinding,
    Instellingen,
    Meting,
    Onderwerp,
    maak,
    procent,
)
from monitor.regels.verschillen import in_woorden

MIN_HISTORIE = 6  # changes that must be known before their spread says anything
LENGTE = 24  # no further back than this
KEER = Decimal(5)  # so many robust standard deviations is a jump
SCHAAL = Decimal("1.4826")  # makes the median absolute deviation a standard deviation
MIN_STAP = Decimal(10)  # percent below which nothing is a jump
GROF = Decimal(50)  # percent, while there is little history
FACTOREN = (Decimal(1000), Decimal(100), Decimal(10))
SPELING = Decimal("1.15")


def eenheid(
    o: Onderwerp, nu: Decimal, eerder: Sequence[Decimal], inst: Instellingen
) -> Iterator[Bevinding]:
    """Close to ten, a hundred or a thousand times what it usually is, or a part of it."""
    gewoon = median(eerder[-MIN_HISTORIE:]) if eerder else Decimal(0)
    if gewoon == 0 or nu == 0 or (gewoon < 0) != (nu < 0):
        return
    if o.eenheid in ("percentage", "cijfer", "rang") or (abs(gewoon) < 10 and abs(nu) < 100):
        return
    for factor in FACTOREN:
        if factor == 10 and len(eerder) < 3:
            continue
        for keer, woord in ((nu / gewoon, "groot"), (gewoon / nu, "klein")):
            if factor / SPELING <= keer <= factor * SPELING:
                som = (
                    f"{o.schrijf(nu)} is ongeveer {cijfers(factor)} keer zo {woord} als gewoonlijk "
                    f"({o.schrijf(gewoon)})."
                )
                advies = "Kijk of het getal in dezelfde eenheid staat als eerder."
                yield maak("eenheid", som, advies, inst, nu)
                return


def sprong(
    o: Onderwerp, nu: Meting, eerder: Sequence[Meting], inst: Instellingen
) -> Iterator[Bevinding]:
    """A larger step from the previous figure than its usual steps allow."""
    waarden = [m.waarde for m in eerder if m.waarde is not None][-LENGTE:]
    if nu.waarde is None or not waarden or nu.tijdvak.soort == "reeks":
        return
    vorig, stap = waarden[-1], nu.waarde - waarden[-1]
    grens, ernst = _grens(o, waarden, inst.get("sprong", GEWOON).marge)
    if grens is None or abs(stap) <= grens:
        return
    vak = next(m.tijdvak for m in reversed(eerder) if m.waarde is not None)
    deel = f" ({procent(stap / vorig * 100)})" if vorig else ""
    som = (
        f"{o.schrijf(nu.waarde)} is {_verschil(o, stap)} dan {o.schrijf(vorig)} "
        f"over {vak.tekst}{deel}; gewoon is een stap tot {o.schrijf(_rond(grens, o))}."
    )
    yield maak("sprong", som, VRAAG, inst, nu.waarde, vorig, ernst=ernst)


def _grens(
    o: Onderwerp, waarden: Sequence[Decimal], marge: Decimal | None
) -> tuple[Decimal | None, str]:
    """The largest usual step, and the severity of a larger one; None when nothing can be said."""
    vorig = abs(waarden[-1])
    if marge is not None:
        return vorig * marge / 100, ""
    ruis = 3 * max(vorig, Decimal(1)).sqrt() if o.eenheid == "aantal" else Decimal(0)
    stappen = [b - a for a, b in itertools.pairwise(waarden)]
    if len(stappen) < MIN_HISTORIE:
        grootste = max((abs(s) for s in stappen), default=Decimal(0))
        return (max(vorig * GROF / 100, ruis, grootste), LET_OP) if vorig else (None, "")
    midden = median(stappen)
    spreiding = SCHAAL * median([abs(s - midden) for s in stappen])
    return max(abs(midden) + KEER * spreiding, vorig * MIN_STAP / 100, ruis), ""


def seizoen(
    o: Onderwerp, nu: Meting, eerder: Sequence[Meting], inst: Instellingen
) -> tuple[bool, Bevinding | None]:
    """Whether the season can be judged, and the doubt: another growth over the year than usual."""
    per_code = {m.tijdvak.code: m.waarde for m in eerder}
    if nu.tijdvak.soort == "jaar" or nu.waarde is None or nu.waarde <= 0:
        return False, None
    jaar = _jaar_terug(nu.tijdvak)
    toen = per_code.get(jaar.code) if jaar else None
    if jaar is None or toen is None or toen <= 0:
        return False, None
    verhoudingen = list(_verhoudingen(eerder[-LENGTE:], per_code))
    if len(verhoudingen) < MIN_HISTORIE:
        return False, None
    midden = median(verhoudingen)
    spreiding = SCHAAL * median([abs(v - midden) for v in verhoudingen])
    ruimte = max(KEER * spreiding, (inst.get("seizoen", GEWOON).marge or MIN_STAP) / 100)
    if o.eenheid == "aantal":
        ruimte = max(ruimte, 3 / toen.sqrt())
    if abs(nu.waarde / toen - midden) <= ruimte:
        return True, None
    verwacht = toen * midden
    som = (
        f"{o.schrijf(nu.waarde)}; over {jaar.tekst} was het {o.schrijf(toen)}. Met het gewone "
        f"verschil van jaar op jaar zou het ongeveer {o.schrijf(_rond(verwacht, o))} zijn."
    )
    return True, maak("seizoen", som, VRAAG, inst, nu.waarde, toen)


def _verhoudingen(
    eerder: Sequence[Meting], per_code: dict[str, Decimal | None]
) -> Iterator[Decimal]:
    for m in eerder:
        jaar = _jaar_terug(m.tijdvak)
        toen = per_code.get(jaar.code) if jaar else None
        if m.waarde is not None and m.waarde > 0 and toen is not None and toen > 0:
            yield m.waarde / toen


@lru_cache(maxsize=4096)
def _jaar_terug(t: Tijdvak) -> Tijdvak | None:
    """None before the first year that there is a notation for."""
    try:
        return een_jaar_eerder(t)
    except NotatieFout:
        return None


VRAAG = "Klopt het getal? Leg dan kort uit waardoor het komt. Anders: verbeter het."


def _rond(waarde: Decimal, o: Onderwerp) -> Decimal:
    return waarde.quantize(Decimal(1).scaleb(-o.decimalen))


def _verschil(o: Onderwerp, stap: Decimal) -> str:
    return in_woorden(stap, eenheid=o.eenheid, decimalen=o.decimalen)

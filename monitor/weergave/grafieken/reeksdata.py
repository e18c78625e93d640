"""What Chart.js gets: labels and datasets, numbers and gaps, and the look of each series."""

from typing import Any

from monitor.weergave.grafieken.gegevens import Gegevens, Reeks
from monitor.weergave.grafieken.kleuren import STREEP, Stijl, rollen, tint
from monitor.weergave.grafieken.kolommen import mediaan_plek

ZUILEN = frozenset({"kolom", "histogram", "gestapeld", "in_uit"})


def getal(waarde: float | None) -> int | float | None:
    """A number as JSON should have it: `748`, not `748.0`; a gap is null."""
    return int(waarde) if waarde is not None and waarde == int(waarde) else waarde


def streep(status: str) -> list[int]:
    return [int(n) for n in STREEP.get(status, "").split()]


def opties(g: Gegevens, i: int, stijl: Stijl) -> dict[str, Any]:
    """Options of one dataset. What is not final differs by dash and marker, never by colour alone."""
    reeks = g.reeksen[i]
    rol = rollen(g)[i] if g.vorm == "in_uit" else ""
    statussen = [p.status for p in reeks.punten]
    uit: dict[str, Any] = {"stack": "totaal"} if g.vorm == "gestapeld" else {}
    if rol in {"in", "uit"}:
        uit |= {"grouped": False, "omlaag": rol == "uit"}
    return uit | {
        "type": "bar" if g.vorm in ZUILEN and rol != "voorraad" else "line",
        "yAxisID": "y1" if rol in {"in", "uit"} and "voorraad" in rollen(g) else "y0",
        "borderColor": stijl.kleur,
        "backgroundColor": stijl.vulling,
        "lichteKleur": tint(stijl.kleur),
        "borderWidth": stijl.dikte,
        "borderDash": streep(_alle(reeks)),
        "pointStyle": stijl.punt,
        "tension": 0,
        "spanGaps": False,
        "status": statussen,
        "licht": stijl.is_licht,
        "maatlat": stijl.is_lijn,
        "breuken": sorted(g.breuken),
        "mediaan": mediaan_plek(g) if g.vorm == "histogram" else None,
    }


def _alle(reeks: Reeks) -> str:
    """The status that every visible point shares, "" when they differ."""
    statussen = {p.status for p in reeks.punten if p.waarde is not None}
    return statussen.pop() if len(statussen) == 1 else ""

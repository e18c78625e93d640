"""On paper the bars of one figure stand in its table: one row says and shows it, and is heard once."""

from dataclasses import dataclass
from decimal import Decimal

from monitor.weergave.grafieken.figuur import Cel, Figuur
from monitor.weergave.indeling import breedte


@dataclass(frozen=True)
class Balkrij:
    label: str
    cel: Cel
    breed: int | None  # percents of the longest; None: no bar, for there is no figure to show
    soort: str  # `eigen`, `ander`, or `open` for what is not final


def balkrijen(figuur: Figuur) -> list[Balkrij]:
    """The rows with their bars. Empty where bars from zero can not stand in a table."""
    g = figuur.gegevens
    if g.vorm != "staaf" or len(g.reeksen) != 1 or min(g.zichtbaar, default=-1) < 0:
        return []
    punten = g.reeksen[0].punten
    grootste = Decimal(max(g.zichtbaar))
    waarden = [None if p.waarde is None else Decimal(p.waarde) for p in punten]
    open_ = [bool(p.woord) or g.reeksen[0].soort == "prognose" for p in punten]
    is_ander = [figuur.eigen in g.labels and label != figuur.eigen for label in g.labels]
    return [
        Balkrij(label, cellen[0], breedte(w, grootste), "open" if o else "ander" if a else "eigen")
        for (label, cellen), w, o, a in zip(figuur.rijen, waarden, open_, is_ander, strict=True)
    ]

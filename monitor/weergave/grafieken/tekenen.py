"""From a `GrafiekInhoud` to a drawing: which geometry belongs to which vorm."""

from collections.abc import Callable, Mapping
from typing import Any

from monitor.weergave.grafieken.gegevens import Gegevens, lees, voor_vorm
from monitor.weergave.grafieken.in_uit import teken_in_uit
from monitor.weergave.grafieken.kolommen import teken_kolommen
from monitor.weergave.grafieken.lijnen import teken_lijnen
from monitor.weergave.grafieken.stapels import teken_stapels
from monitor.weergave.grafieken.staven import teken_deel, teken_staven
from monitor.weergave.grafieken.stippen import teken_stippen
from monitor.weergave.grafieken.tekening import BREED, Maat, Tekening
from monitor.weergave.grafieken.tekst import breedte

GEOMETRIE: dict[str, Callable[[Gegevens, Maat], Tekening]] = {
    "lijn": teken_lijnen,
    "jaren": teken_lijnen,
    "cumulatief": teken_lijnen,
    "kolom": teken_kolommen,
    "histogram": teken_kolommen,
    "gestapeld": teken_stapels,
    "staaf": teken_staven,
    "deel": teken_deel,
    "in_uit": teken_in_uit,
    "stippen": teken_stippen,
}


def teken(inhoud: Mapping[str, Any], maat: Maat = BREED, eigen: str = "") -> Tekening:
    """The drawing of a chart block in this layout."""
    return teken_gegevens(voor_vorm(lees(inhoud, eigen)), maat)


def teken_gegevens(g: Gegevens, maat: Maat) -> Tekening:
    geometrie = GEOMETRIE.get(g.vorm, teken_lijnen)
    if geometrie is teken_kolommen and not _labels_passen(g, maat):
        geometrie = teken_staven
    return geometrie(g, maat)


def _labels_passen(g: Gegevens, maat: Maat) -> bool:
    """Whether category names fit under their columns; if not, the columns lie down."""
    if g.heeft_tijd or not g.labels:
        return True
    ruimte = (maat.breed - 60) / len(g.labels) - 6
    woorden = [w for label in g.labels for w in label.replace("-", " ").replace("/", " ").split()]
    return all(breedte(w, maat.grootte) <= ruimte for w in woorden)

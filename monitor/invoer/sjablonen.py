"""Templates to download, and the figures of a gemeente in the same columns."""

from __future__ import annotations

from collections.abc import Iterator

from monitor.invoer.cijferrijen import VAST
from monitor.invoer.schrijver import Waarde, schrijf
from monitor.invoer.soorten import Soort
from monitor.models import Dimensie, Gemeente, Waarneming
from monitor.models.enums import Aard
from monitor.regels.getallen import Getal
from monitor.regels.sleutels import lees_sleutel
from monitor.regels.tonen import toon

UITLEG = "Uitleg"


def maak_sjabloon(soort: Soort, formaat: str, gemeente: Gemeente | None = None) -> bytes:
    """Header row and example rows; a workbook has a second sheet that explains the columns."""
    kolommen = soort.kolommen(gemeente)
    rijen: list[list[Waarde]] = [[k.naam for k in kolommen]]
    rijen += [[rij.get(k.naam, "") for k in kolommen] for rij in soort.voorbeelden(gemeente)]
    uitleg: list[list[Waarde]] = [["kolom", "verplicht", "uitleg"]]
    uitleg += [[k.naam, "ja" if k.is_verplicht else "nee", k.uitleg] for k in kolommen]
    return schrijf(formaat, [(soort.code, rijen), (UITLEG, uitleg)])


def cijferrijen(gemeenten: list[Gemeente]) -> Iterator[list[Waarde]]:
    """The figures of these gemeenten in tidy columns, header first; what is read is what was."""
    dimensies = sorted(
        set(Dimensie.objects.filter(gemeente__in=gemeenten).values_list("code", flat=True))
    )
    yield [*(k.naam for k in VAST), *dimensies]
    waarnemingen = (
        Waarneming.objects.filter(reeks__gemeente__in=gemeenten)
        .select_related("reeks__gemeente", "reeks__indicator", "periode")
        .order_by(
            "reeks__gemeente__slug",
            "reeks__indicator__code",
            "reeks__soort",
            "reeks__sleutel",
            "periode__eind",
            "periode__code",
        )
    )
    for w in waarnemingen.iterator(2000):
        delen = lees_sleutel(w.reeks.sleutel)
        yield _rij(w) + [delen.get(d, "") for d in dimensies]


def _rij(w: Waarneming) -> list[Waarde]:
    reeks = w.reeks
    return [
        reeks.gemeente.slug,
        reeks.indicator.code,
        reeks.soort,
        w.periode.code,
        _waarde(w),
        w.status,
        w.voetnoot,
        w.beloofd_voor,
        w.brondatum.isoformat() if w.brondatum else "",
    ]


def _waarde(w: Waarneming) -> Waarde:
    """A number as a number; what is not exactly one, in the words that are read back."""
    if w.aard == Aard.GETAL and not w.benadering and w.waarde is not None:
        return w.waarde
    getal = Getal(w.aard, w.waarde, w.onder, w.boven, w.benadering)
    return toon(getal, eenheid=w.reeks.indicator.eenheid)

"""The entry grid: every figure that an edition expects, beside what is known of it.

    rijen = rijen_voor(uitgave)          # a constant number of queries
    [r for r in rijen if r.is_open]      # what is still to do

The cockpit, the screen and the spreadsheet that goes round all start here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from monitor.invoer.reeksen import Cijferplek
from monitor.invoer.rooster_laden import Kennis, laad, sinds_vorige_gelijk
from monitor.invoer.rooster_wensen import Wens, wensen
from monitor.invoer.staat import Staat
from monitor.models import Categorie, Indicator, Publicatie, Uitgave
from monitor.models.enums import Aard, Soort, UitgaveStand
from monitor.regels.keuze import tijdvolgorde
from monitor.regels.perioden import Tijdvak, een_jaar_eerder, lees_periode
from monitor.regels.verwachting import Venster

OPEN = (UitgaveStand.CONCEPT, UitgaveStand.IN_CONTROLE, UitgaveStand.VASTGESTELD)
ZONDER_EIGENAAR = "Geen eigenaar"


@dataclass
class Roosterrij:
    """One figure of the grid. `huidig` is None when nothing is known; `vorig` and `jaar_eerder` are texts."""

    hoofdstuk: str
    label: str
    indicator: Indicator
    soort: str
    uitsplitsing: str
    delen: tuple[Categorie, ...]
    periode: Tijdvak
    is_verwacht: bool
    huidig: Staat | None = None
    versie: int = 0
    cijfer: int = 0  # primary key of the figure, for its history; 0 when there is none
    vorig: str = ""
    vorig_periode: str = ""
    jaar_eerder: str = ""
    bewust_leeg: str = ""  # the reason why it stays empty, or as it was, in this edition
    is_overgenomen: bool = False  # a forecast that the previous edition showed already
    twijfels: list[Any] = field(default_factory=list)

    @property
    def sleutel(self) -> str:
        """Names the row in a form; the same as long as series and period are the same."""
        delen = (self.indicator.code, self.soort, self.uitsplitsing, self.periode.code)
        return sha256("|".join(delen).encode()).hexdigest()[:12]

    @property
    def plek(self) -> Cijferplek:
        return (self.indicator.pk, self.soort, self.uitsplitsing, self.periode.code)

    @property
    def eigenaar(self) -> str:
        return self.indicator.eigenaar or ZONDER_EIGENAAR

    @property
    def soort_tekst(self) -> str:
        """The kind, when it is another than what was measured."""
        return "" if self.soort == Soort.REALISATIE else str(Soort(self.soort).label)

    @property
    def is_leeg(self) -> bool:
        """No figure, and no reason with a promise in its place; or a forecast of the edition before."""
        huidig = self.huidig
        return (
            huidig is None
            or self.is_overgenomen
            or (
                huidig.aard == Aard.NOG_NIET_BEKEND
                and not huidig.beloofd_voor
                and not huidig.voetnoot
            )
        )

    @property
    def is_open(self) -> bool:
        return self.is_verwacht and self.is_leeg and not self.bewust_leeg

    @property
    def stijl(self) -> dict[str, Any]:
        return {"eenheid": self.indicator.eenheid, "decimalen": self.indicator.decimalen}

    @property
    def tekst(self) -> str:
        """What stands in the cell: read back by `rooster_lezen.lees_waarde`."""
        return "" if self.huidig is None else invultekst(self.huidig, **self.stijl)


def invultekst(staat: Staat, *, eenheid: str, decimalen: int) -> str:
    """ "1.135", "<10", "nog niet bekend (2026-K4)"."""
    kaal = Staat(staat.aard, staat.waarde, staat.onder, staat.boven, staat.benadering)
    tekst = kaal.tekst(eenheid=eenheid, decimalen=decimalen)
    return f"{tekst} ({staat.beloofd_voor})" if staat.beloofd_voor else tekst


def venster_van(uitgave: Uitgave) -> Venster:
    """What the edition reports: what came since the previous one, else its own period."""
    eigen = lees_periode(uitgave.periode.code)
    begin = uitgave.vorige.peildatum if uitgave.vorige else None
    if begin is None or begin >= uitgave.peildatum:
        begin = (eigen.begin or uitgave.peildatum) - timedelta(days=1)
    return Venster(begin, uitgave.peildatum, eigen)


def rijen_voor(uitgave: Uitgave, *, met_twijfels: bool = True) -> list[Roosterrij]:
    """The expected figures, by chapter and owner, in a constant number of queries."""
    kennis = laad(uitgave)
    gezien: dict[Cijferplek, Roosterrij] = {}
    volgorde: dict[str, int] = {}
    for wens in wensen(uitgave, venster_van(uitgave), kennis):
        rij = _rij(wens, kennis)
        volgorde.setdefault(rij.hoofdstuk, len(volgorde))
        eerder = gezien.setdefault(rij.plek, rij)
        eerder.is_verwacht = eerder.is_verwacht or wens.is_verwacht
    rijen = sorted(gezien.values(), key=lambda r: (volgorde[r.hoofdstuk], r.eigenaar.casefold()))
    _merk_overgenomen(uitgave, rijen)
    if met_twijfels:
        zet_twijfels(uitgave, rijen)
    return rijen


def _merk_overgenomen(uitgave: Uitgave, rijen: Sequence[Roosterrij]) -> None:
    """Forecasts that were not touched since the previous edition was published are asked again."""
    prognoses = {
        r.cijfer: r for r in rijen if r.cijfer and r.is_verwacht and r.soort == Soort.PROGNOSE
    }
    for pk in sinds_vorige_gelijk(uitgave, prognoses):
        prognoses[pk].is_overgenomen = True


def reden_dicht(uitgave: Uitgave) -> str:
    """Why figures of this edition can not be filled in any more; "" when they can."""
    if uitgave.reden_vast:
        return uitgave.reden_vast
    if uitgave.stand not in OPEN:
        stand = uitgave.get_stand_display().lower()
        return (
            f"De uitgave over {uitgave.periode.code} heeft de stand ‘{stand}’. Verbeter een cijfer "
            "bij Cijfers, met een reden, en publiceer daarna een correctie."
        )
    levend = Publicatie.objects.filter(uitgave=uitgave, ingetrokken_op__isnull=True)
    if levend.exists():
        return (
            f"De uitgave over {uitgave.periode.code} is al gepubliceerd. Verbeter een cijfer bij "
            "Cijfers, met een reden, en publiceer daarna een correctie."
        )
    return ""


def zet_twijfels(uitgave: Uitgave, rijen: Sequence[Roosterrij]) -> None:
    """Messages of another module beside the cells, when it is there: a list for each row's key."""
    if find_spec("monitor.invoer.twijfels") is None:
        return
    module = import_module("monitor.invoer.twijfels")
    if not hasattr(module, "bij"):
        return
    gevonden = module.bij(rijen)
    for rij in rijen:
        rij.twijfels = list(gevonden.get(rij.sleutel, ()))


def telling(rijen: Iterable[Roosterrij]) -> dict[str, int]:
    alle = list(rijen)
    verwacht = [r for r in alle if r.is_verwacht]
    return {
        "rijen": len(alle),
        "verwacht": len(verwacht),
        "klaar": sum(not r.is_leeg for r in verwacht),
        "open": sum(r.is_open for r in verwacht),
        "bewust_leeg": sum(r.is_leeg and not r.is_open for r in verwacht),
        "twijfel": sum(bool(r.twijfels) for r in alle),
    }


def _rij(wens: Wens, kennis: Kennis) -> Roosterrij:
    rij = Roosterrij(
        wens.hoofdstuk,
        wens.label,
        wens.indicator,
        wens.soort,
        wens.uitsplitsing,
        wens.delen,
        wens.periode,
        wens.is_verwacht,
    )
    rij.bewust_leeg = kennis.bewust_leeg.get(rij.plek, "")
    bekend = kennis.cijfers.get((wens.indicator.pk, wens.soort, wens.uitsplitsing), {})
    if nu := bekend.get(rij.periode.code):
        rij.huidig, rij.versie, rij.cijfer = nu.staat, nu.versie, nu.pk
    eerder = [
        b
        for b in bekend.values()
        if b.tijdvak.soort == rij.periode.soort
        and tijdvolgorde(b.tijdvak) < tijdvolgorde(rij.periode)
    ]
    if eerder:
        laatste = max(eerder, key=lambda b: tijdvolgorde(b.tijdvak))
        rij.vorig = invultekst(laatste.staat, **rij.stijl)
        rij.vorig_periode = laatste.tijdvak.tekst
    jaar = bekend.get(een_jaar_eerder(rij.periode).code)
    rij.jaar_eerder = invultekst(jaar.staat, **rij.stijl) if jaar else ""
    return rij

"""Take a whole delivery back, by a new delivery that restores what was before it.

Nothing is deleted: a figure that the delivery brought becomes ‘nog niet bekend’ again, and the grid asks
for it. Refused while a published edition rests on it, or when later work changed the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from monitor.invoer.cijfers import Cijfers
from monitor.invoer.fouten import InvoerFout
from monitor.invoer.reeksen import Cijferplek
from monitor.invoer.staat import Staat
from monitor.invoer.stand import op_slot, stand_van
from monitor.invoer.terugdraaien_lezen import Geraakt, geraakte, reeksplekken
from monitor.invoer.toepassen import Cijfer, pas_toe
from monitor.invoer.voortgang import Voortgang
from monitor.models import Aanlevering, Indicator, Publicatie, Wijziging
from monitor.models.enums import AanleveringSoort, AanleveringStand
from monitor.regels.peildatum import GEPLAND, hoort_erin
from monitor.regels.perioden import lees_periode

SOORTEN = (AanleveringSoort.WAARNEMINGEN, AanleveringSoort.RONDGANG)
MEEST = 50  # lines in a list of reasons
GETOOND = 200  # figures that are shown
WORDT = "Deze levering wordt al teruggedraaid."
GEEN_REDEN = "Vul in waarom u de levering terugdraait."


class TerugdraaiFout(InvoerFout):
    """Every reason at once, in `redenen`."""

    def __init__(self, redenen: list[str]) -> None:
        super().__init__(" ".join(redenen))
        self.redenen = redenen


@dataclass(frozen=True, slots=True)
class Stap:
    """One figure that goes back."""

    cijfer: Cijfer
    nu: Staat

    @property
    def naam(self) -> str:
        c = self.cijfer
        return _naam(c.indicator, c.soort, c.sleutel, c.periode)

    @property
    def nu_tekst(self) -> str:
        return _tekst(self.nu, self.cijfer.indicator)

    @property
    def wordt_tekst(self) -> str:
        return _tekst(self.cijfer.staat, self.cijfer.indicator)

    def als_verschil(self) -> dict[str, Any]:
        velden = {"rij": self.cijfer.rij, "wat": self.naam, "uitkomst": "gewijzigd"}
        return velden | {"oud": self.nu_tekst, "nieuw": self.wordt_tekst}


@dataclass(slots=True)
class Voorstel:
    """What taking back would do, and why it can not be done.

    `stappen` are the first figures, to be shown. `sinds` says when the oldest figure came, by whether
    it is of a planned kind and by its period.
    """

    aantal: int = 0
    cijfers: Cijfers = field(default_factory=Cijfers)
    stappen: list[Stap] = field(default_factory=list)
    redenen: list[str] = field(default_factory=list)
    sinds: dict[tuple[bool, str], datetime] = field(default_factory=dict)
    stand: int = 0  # of the figures when it was made


def aantal_geraakt(aanlevering: Aanlevering) -> int:
    """How many figures the delivery changed."""
    eigen = Wijziging.objects.filter(aanlevering=aanlevering)
    return eigen.aggregate(n=Count("waarneming", distinct=True))["n"] or 0


def bekijk(
    aanlevering: Aanlevering,
    *,
    hooguit: int | None = None,
    voor: Aanlevering | None = None,
    voortgang: Voortgang | None = None,
) -> Voorstel:
    """What would happen, in a fixed number of queries; with `hooguit` of the first figures only.

    `voor` is the delivery that is to take it back, when it was made already.
    """
    if reden := _kan_niet(aanlevering, voor):
        return Voorstel(redenen=[reden])
    voorstel = Voorstel(stand=stand_van(aanlevering.gemeente))
    geraakt = list(geraakte(aanlevering, hooguit, voortgang))
    voorstel.aantal = len(geraakt) if hooguit is None else aantal_geraakt(aanlevering)
    if not geraakt:
        voorstel.redenen = ["Deze levering heeft geen cijfers veranderd."]
        return voorstel
    _vul(voorstel, geraakt)
    voorstel.redenen = gepubliceerd(aanlevering, voorstel) + _later(geraakt)
    return voorstel


def _vul(voorstel: Voorstel, geraakt: Sequence[Geraakt]) -> None:
    plekken = reeksplekken(geraakt)
    for nummer, g in enumerate(geraakt, 1):
        voorstel.cijfers.voeg_toe(nummer, plekken[g.plek[:3]], g.plek[3], g.wordt)
        deel = (g.plek[1] in GEPLAND, g.plek[3])
        voorstel.sinds[deel] = min(g.sinds, voorstel.sinds.get(deel, g.sinds))
    eerste = zip(voorstel.cijfers, geraakt, strict=True)
    voorstel.stappen = [Stap(c, g.nu) for c, g in islice(eerste, GETOOND)]


@transaction.atomic
def draai_terug(aanlevering: Aanlevering, *, by: Any, reden: str) -> Aanlevering:
    """Restore all figures of the delivery, with the reason in their history.

    Raises `TerugdraaiFout` with every reason why it can not.
    """
    eis_reden(reden)
    op_slot(aanlevering.gemeente_id)
    voorstel = bekijk(aanlevering)
    if voorstel.redenen:
        raise TerugdraaiFout(voorstel.redenen)
    terug = maak_tegenhanger(aanlevering, by, reden, AanleveringStand.VERWERKT)
    schrijf(terug, voorstel, by=by)
    return terug


def eis_reden(reden: str) -> None:
    if not reden.strip():
        raise TerugdraaiFout([GEEN_REDEN])


def maak_tegenhanger(
    aanlevering: Aanlevering, by: Any, reden: str, stand: AanleveringStand
) -> Aanlevering:
    """The delivery that takes the other one back."""
    return Aanlevering.objects.create(
        gemeente=aanlevering.gemeente,
        uitgave=aanlevering.uitgave,
        soort=AanleveringSoort.WAARNEMINGEN,
        stand=stand,
        draait_terug=aanlevering,
        reden=reden[:400],
        gemaakt_door=by,
    )


def schrijf(
    terug: Aanlevering, voorstel: Voorstel, *, by: Any, voortgang: Voortgang | None = None
) -> None:
    """Write what was proposed. Called in a transaction, under the lock of the gemeente."""
    wie: dict[str, Any] = {"aanlevering": terug, "by": by, "reden": terug.reden}
    pas_toe(terug.gemeente, voorstel.cijfers, **wie, voortgang=voortgang)
    terug.verschillen = [s.als_verschil() for s in voorstel.stappen]
    terug.stand, terug.verwerkt_op = AanleveringStand.VERWERKT, timezone.now()
    terug.save(update_fields=["verschillen", "stand", "verwerkt_op"])


def _kan_niet(aanlevering: Aanlevering, voor: Aanlevering | None) -> str:
    if aanlevering.soort not in SOORTEN:
        return "Alleen een levering van cijfers kan worden teruggedraaid."
    if aanlevering.stand != AanleveringStand.VERWERKT:
        stand = aanlevering.get_stand_display().lower()
        return f"Deze levering heeft de stand ‘{stand}’. Er valt niets terug te draaien."
    terug = Aanlevering.objects.filter(draait_terug=aanlevering).first()
    if terug is None or terug == voor:
        return ""
    is_klaar = terug.stand == AanleveringStand.VERWERKT
    return "Deze levering is al teruggedraaid." if is_klaar else WORDT


def gepubliceerd(aanlevering: Aanlevering, voorstel: Voorstel) -> list[str]:
    """The editions that were published after the delivery, over the time of one of its figures."""
    rijen = Publicatie.objects.filter(
        uitgave__gemeente_id=aanlevering.gemeente_id,
        ingetrokken_op__isnull=True,
        gepubliceerd_op__gte=min(voorstel.sinds.values()),
    ).order_by("uitgave_id", "versie")
    redenen = {}
    for titel, versie, op, peildatum in rijen.values_list(
        "uitgave__titel", "versie", "gepubliceerd_op", "uitgave__peildatum"
    ):
        delen = (deel for deel, sinds in voorstel.sinds.items() if sinds <= op)
        if any(hoort_erin(lees_periode(p), peildatum, is_gepland=g) for g, p in delen):
            redenen[titel] = (
                f"‘{titel}’ (versie {versie}) is gepubliceerd met deze cijfers. Verbeter wat fout is "
                "bij Cijfers, en publiceer een correctie."
            )
    return list(redenen.values())


def _later(geraakt: Sequence[Geraakt]) -> list[str]:
    """What others changed since, a line each."""
    alle = [g for g in geraakt if g.later]
    eerste = alle[:MEEST]
    indicatoren = Indicator.objects.in_bulk({g.plek[0] for g in eerste}) if eerste else {}
    redenen = [f"{_plek_tekst(indicatoren, g.plek)}: daarna veranderd {g.later}." for g in eerste]
    return [*redenen, f"En nog {len(alle) - MEEST} andere cijfers."] if alle[MEEST:] else redenen


def _plek_tekst(indicatoren: dict[int, Indicator], plek: Cijferplek) -> str:
    return _naam(indicatoren[plek[0]], *plek[1:])


def _naam(indicator: Indicator, *delen: str) -> str:
    return " · ".join(filter(None, (indicator.naam, *delen)))


def _tekst(staat: Staat, indicator: Indicator) -> str:
    return staat.tekst(eenheid=indicator.eenheid, decimalen=indicator.decimalen)

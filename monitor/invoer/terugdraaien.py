"""Take a whole delivery back, by a new delivery that restores what was before it.

Nothing is deleted: a figure that the delivery brought becomes ‘nog niet bekend’ again, and the grid asks
for it. Refused while a published edition rests on it, or when later work changed the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db import transaction
from django.utils import timezone

from monitor.invoer.fouten import InvoerFout
from monitor.invoer.rooster_wensen import GEPLAND
from monitor.invoer.staat import Staat
from monitor.invoer.toepassen import Cijfer, pas_toe
from monitor.models import Aanlevering, Gemeente, Indicator, Publicatie, Waarneming, Wijziging
from monitor.models.enums import AanleveringSoort, AanleveringStand, Aard
from monitor.regels.perioden import lees_periode

SOORTEN = (AanleveringSoort.WAARNEMINGEN, AanleveringSoort.RONDGANG)
LEEG = Staat(str(Aard.NOG_NIET_BEKEND))
MEEST = 50  # lines in a list of reasons


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
    wordt: Staat

    @property
    def naam(self) -> str:
        c = self.cijfer
        return " · ".join(filter(None, (c.indicator.naam, c.soort, c.sleutel, c.periode)))

    @property
    def nu_tekst(self) -> str:
        return _tekst(self.nu, self.cijfer.indicator)

    @property
    def wordt_tekst(self) -> str:
        return _tekst(self.wordt, self.cijfer.indicator)


@dataclass(slots=True)
class Voorstel:
    """What taking back would do, and why it can not be done."""

    stappen: list[Stap] = field(default_factory=list)
    redenen: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Geraakt:
    """A figure that the delivery changed: what it was before, and what came after."""

    plek: tuple[int, str, str, str]
    nu: Staat
    wordt: Staat
    sinds: datetime
    later: str = ""


def bekijk(aanlevering: Aanlevering) -> Voorstel:
    """What would happen, in a fixed number of queries."""
    if reden := _kan_niet(aanlevering):
        return Voorstel(redenen=[reden])
    geraakt = list(_geraakt(aanlevering))
    indicatoren = Indicator.objects.in_bulk({g.plek[0] for g in geraakt})
    voorstel = Voorstel()
    for nummer, g in enumerate(geraakt, 1):
        indicator, soort, sleutel, periode = g.plek
        cijfer = Cijfer(nummer, indicatoren[indicator], soort, sleutel, (), periode, g.wordt)
        stap = Stap(cijfer, g.nu, g.wordt)
        if g.later:
            voorstel.redenen.append(f"{stap.naam}: daarna veranderd {g.later}.")
        else:
            voorstel.stappen.append(stap)
    voorstel.redenen = _gepubliceerd(aanlevering, geraakt) + _kort(voorstel.redenen)
    if not geraakt:
        voorstel.redenen = ["Deze levering heeft geen cijfers veranderd."]
    return voorstel


@transaction.atomic
def draai_terug(aanlevering: Aanlevering, *, by: Any, reden: str) -> Aanlevering:
    """Restore all figures of the delivery, with the reason in their history.

    Raises `TerugdraaiFout` with every reason why it can not.
    """
    if not reden.strip():
        raise TerugdraaiFout(["Vul in waarom u de levering terugdraait."])
    Gemeente.objects.select_for_update(no_key=True).only("pk").get(pk=aanlevering.gemeente_id)
    voorstel = bekijk(aanlevering)
    if voorstel.redenen:
        raise TerugdraaiFout(voorstel.redenen)
    terug = Aanlevering.objects.create(
        gemeente=aanlevering.gemeente,
        uitgave=aanlevering.uitgave,
        soort=AanleveringSoort.WAARNEMINGEN,
        stand=AanleveringStand.VERWERKT,
        draait_terug=aanlevering,
        reden=reden[:400],
        gemaakt_door=by,
        verwerkt_op=timezone.now(),
        verschillen=[
            {"rij": s.cijfer.rij, "wat": s.naam, "uitkomst": "gewijzigd", "oud": s.nu_tekst,
             "nieuw": s.wordt_tekst}
            for s in voorstel.stappen[:200]
        ],
    )  # fmt: skip
    cijfers = [s.cijfer for s in voorstel.stappen]
    pas_toe(aanlevering.gemeente, cijfers, aanlevering=terug, by=by, reden=terug.reden)
    return terug


def _kan_niet(aanlevering: Aanlevering) -> str:
    if aanlevering.soort not in SOORTEN:
        return "Alleen een levering van cijfers kan worden teruggedraaid."
    if aanlevering.stand != AanleveringStand.VERWERKT:
        stand = aanlevering.get_stand_display().lower()
        return f"Deze levering heeft de stand ‘{stand}’. Er valt niets terug te draaien."
    if Aanlevering.objects.filter(draait_terug=aanlevering).exists():
        return "Deze levering is al teruggedraaid."
    return ""


def _geraakt(aanlevering: Aanlevering) -> Iterator[_Geraakt]:
    """The figures of the delivery with their history, the newest change first."""
    eigen = Waarneming.objects.filter(wijzigingen__aanlevering=aanlevering).values("pk")
    plek = ("reeks__indicator_id", "reeks__soort", "reeks__sleutel", "periode__code")
    regels = (
        Wijziging.objects.filter(waarneming__in=eigen)
        .order_by("waarneming_id", "-pk")
        .values_list(
            "waarneming_id",
            *(f"waarneming__{p}" for p in plek),
            "aanlevering_id",
            "oud",
            "nieuw",
            "gewijzigd_op",
            "gewijzigd_door__username",
        )
    )
    for _, groep in groupby(regels.iterator(2000), key=lambda r: r[0]):
        yield _van_verloop(aanlevering.pk, list(groep))


def _van_verloop(levering: int, verloop: list[Any]) -> _Geraakt:
    """Back to before the last unbroken run of changes by this delivery."""
    eerste = verloop[0]
    nu = Staat.van_json(eerste[7])
    plek = (eerste[1], eerste[2], eerste[3], eerste[4])
    if eerste[5] != levering:
        op = timezone.localtime(eerste[8])
        door = f" door {eerste[9]}" if eerste[9] else ""
        later = f"op {op:%d-%m-%Y om %H:%M}{door}"
        return _Geraakt(plek, nu, nu, eerste[8], later)
    laatste = eerste
    for regel in verloop:
        if regel[5] != levering:
            break
        laatste = regel
    wordt = Staat.van_json(laatste[6]) if laatste[6] else LEEG
    return _Geraakt(plek, nu, wordt, laatste[8])


def _gepubliceerd(aanlevering: Aanlevering, geraakt: list[_Geraakt]) -> list[str]:
    """The editions that were published after the delivery, over the time of one of its figures."""
    if not geraakt:
        return []
    rijen = Publicatie.objects.filter(
        uitgave__gemeente_id=aanlevering.gemeente_id,
        ingetrokken_op__isnull=True,
        gepubliceerd_op__gte=min(g.sinds for g in geraakt),
    ).order_by("uitgave_id", "versie")
    redenen = {}
    for titel, versie, op, peildatum in rijen.values_list(
        "uitgave__titel", "versie", "gepubliceerd_op", "uitgave__peildatum"
    ):
        if any(g.sinds <= op and _hoort_erin(g.plek, peildatum) for g in geraakt):
            redenen[titel] = (
                f"‘{titel}’ (versie {versie}) is gepubliceerd met deze cijfers. Verbeter wat fout is "
                "bij Cijfers, en publiceer een correctie."
            )
    return list(redenen.values())


def _hoort_erin(plek: tuple[int, str, str, str], peildatum: Any) -> bool:
    """Whether an edition with this cut-off day may show the figure."""
    tijdvak = lees_periode(plek[3])
    if plek[1] in GEPLAND or tijdvak.eind is None:
        return tijdvak.begin is None or tijdvak.begin <= peildatum
    return tijdvak.eind <= peildatum


def _kort(redenen: list[str]) -> list[str]:
    if len(redenen) <= MEEST:
        return redenen
    return [*redenen[:MEEST], f"En nog {len(redenen) - MEEST} andere cijfers."]


def _tekst(staat: Staat, indicator: Indicator) -> str:
    return staat.tekst(eenheid=indicator.eenheid, decimalen=indicator.decimalen)

"""The figures that a writer can put in a text, with what they are now.

For staff while writing: the newest figure of each series up to the cut-off date, and the figures that
are worked out with a formula, in three queries. What is a small number of people is listed without its
value, because a text may not say it.
"""

from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from monitor.models import Reeks, Uitgave, Waarneming
from monitor.models.enums import Aard, Soort
from monitor.regels.afscherming import is_klein
from monitor.regels.peildatum import GEPLAND
from monitor.regels.perioden import lees_periode
from monitor.regels.tonen import toon_getal

HOOGUIT = 800


@dataclass(frozen=True)
class Keuze:
    """One reference: as it is typed, what it is called, and its present value in words."""

    code: str  # "clienten-wmo ; leveringsvorm=pgb"
    naam: str
    waarde: str
    periode: str
    heeft_vorige: bool  # a difference can be asked of what was counted
    mag: bool = True  # False: a small number of people, which no text may say


def keuzes(uitgave: Uitgave) -> list[Keuze]:
    """In the order of the register: by subject, then by name."""
    rijen = [(r, getattr(r, "nieuwste", None)) for r in _reeksen(uitgave)[:HOOGUIT]]
    nieuwste = Waarneming.objects.select_related("periode").in_bulk([pk for _, pk in rijen if pk])
    geteld = [_keuze(uitgave, r, nieuwste[pk]) for r, pk in rijen if pk in nieuwste]
    return geteld + [
        Keuze(i.code, i.naam, "wordt berekend", "", heeft_vorige=True)
        for i in uitgave.gemeente.indicatoren.exclude(formule="").order_by("naam")
    ]


def _reeksen(uitgave: Uitgave) -> QuerySet[Reeks]:
    op = uitgave.peildatum
    gepland = Q(reeks__soort__in=sorted(GEPLAND)) & (
        Q(periode__begin__isnull=True) | Q(periode__begin__lte=op)
    )
    cijfers = (
        Waarneming.objects.filter(reeks=OuterRef("pk"), aard=Aard.GETAL)
        .filter(Q(periode__eind__lte=op) | gepland)
        .order_by("-periode__eind", "-periode__begin")
    )
    return (
        Reeks.objects.filter(gemeente_id=uitgave.gemeente_id)
        .select_related("indicator__domein")
        .annotate(nieuwste=Subquery(cijfers.values("pk")[:1]))
        .order_by("indicator__domein__volgorde", "indicator__naam", "sleutel", "soort")
    )


def _keuze(uitgave: Uitgave, reeks: Reeks, w: Waarneming) -> Keuze:
    indicator = reeks.indicator
    code = indicator.code
    if reeks.soort != Soort.REALISATIE:
        code += f" [{reeks.soort}]"
    if reeks.sleutel:
        code += f" ; {reeks.sleutel}"
    drempel = indicator.drempel or uitgave.gemeente.drempel
    verborgen = indicator.is_afgeschermd and is_klein(w.waarde, drempel)
    naam = f"{indicator.naam} ({reeks.sleutel})" if reeks.sleutel else indicator.naam
    return Keuze(
        code=code,
        naam=naam if reeks.soort == Soort.REALISATIE else f"{naam}, {reeks.get_soort_display()}",
        waarde="klein aantal, mag niet in een tekst"
        if verborgen or w.waarde is None
        else toon_getal(w.waarde, eenheid=indicator.eenheid, decimalen=indicator.decimalen),
        periode=lees_periode(w.periode.code).tekst,
        heeft_vorige=reeks.soort == Soort.REALISATIE and not verborgen,
        mag=not verborgen,
    )

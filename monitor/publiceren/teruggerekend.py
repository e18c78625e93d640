"""Counts that no earlier publication printed, but that follow from a percentage, rate or average in it.

What came out of a formula was shown only when nothing it rests on was hidden. Who has the other operands,
such as the number of inhabitants, works the count out: it is as public as a printed one.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from monitor.models.enums import Aard
from monitor.publiceren.gegevens import Bron, ReeksId, Ruw
from monitor.publiceren.grootboek import CelId, Editie
from monitor.regels.formules import lees_formule
from monitor.regels.fouten import NotatieFout


def vul_grootboek_aan(bron: Bron) -> None:
    """Add to each earlier publication the counts that its results of formulas give, as they were then."""
    bron.grootboek = [
        _aangevuld(bron, editie, op)
        for editie, op in zip(bron.grootboek, bron.momenten, strict=True)
    ]


def _aangevuld(bron: Bron, editie: Editie, op: datetime) -> Editie:
    erbij: dict[CelId, Decimal | None] = {}
    for formule, cel in editie.uitkomsten:
        for operand, ruw in _operanden(bron, formule, cel):
            if operand not in editie.cellen and (w := _toen(bron, operand, ruw, op)) is not None:
                erbij[operand] = w
    return replace(editie, cellen={**editie.cellen, **erbij}) if erbij else editie


def _operanden(bron: Bron, formule: str, cel: CelId) -> Iterator[tuple[CelId, Ruw]]:
    """The counts of people that it was computed with; of a breakdown, else of the whole."""
    try:
        namen = lees_formule(formule).namen
    except NotatieFout:
        return
    reeks, periode = cel
    for code, soort in sorted(namen, key=str):
        indicator = bron.indicatoren.get(code)
        if indicator is None or not indicator.is_afgeschermd or indicator.formule:
            continue
        eigen = ReeksId(code, soort or reeks.soort, reeks.sleutel)
        for kan in (eigen, eigen._replace(sleutel="")):
            if ruw := next((r for r in bron.ruw.get(kan, ()) if r.tijdvak.code == periode), None):
                yield (kan, periode), ruw
                break


def _toen(bron: Bron, cel: CelId, ruw: Ruw, op: datetime) -> Decimal | None:
    later = bron.wijzigingen.get(cel, ())
    if gevonden := [oud for moment, oud in later if moment > op]:
        return gevonden[0]
    return ruw.waarde if ruw.aard == Aard.GETAL else None

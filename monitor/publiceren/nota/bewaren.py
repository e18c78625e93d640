"""Keeping what somebody wrote in the note of an edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from monitor.models import Notatekst, Uitgave
from monitor.publiceren.nalopen import merkteken
from monitor.publiceren.nota.vormen import Notabron
from monitor.publiceren.stappen import Wie


@dataclass(frozen=True)
class Geschreven:
    """One section as it was posted. `getoond` is the merkteken of the text that the page showed."""

    tekst: str
    getoond: str


@transaction.atomic
def bewaar_nota(
    uitgave: Uitgave, bron: Notabron, geschreven: Mapping[str, Geschreven], *, by: Wie
) -> tuple[int, list[str]]:
    """Keep the texts by code of their section; returns how many changed, and what was refused.

    A text that somebody else changed since the page was shown is left alone.
    """
    Uitgave.objects.select_for_update(of=("self",)).get(pk=uitgave.pk)
    rijen = {t.sectie_id: t for t in Notatekst.objects.filter(uitgave=uitgave)}
    gedaan, mis = 0, []
    for sectie in bron.secties:
        if (nieuw := geschreven.get(sectie.code)) is None:
            continue
        rij = rijen.get(sectie.pk) or Notatekst(uitgave=uitgave, sectie=sectie)
        tekst = schoon(nieuw.tekst)
        if tekst == schoon(rij.tekst):
            continue
        if merkteken(rij.tekst) != nieuw.getoond:
            mis.append(f"‘{sectie.kop}’ is intussen door iemand anders veranderd. Kijk opnieuw.")
            continue
        rij.tekst, rij._history_user = tekst, by  # type: ignore[attr-defined]
        rij.save()
        gedaan += 1
    return gedaan, mis


def schoon(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").strip()

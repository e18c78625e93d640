"""What was moved, renumbered or archived in a tree, newest first, and putting the newest back.

Read from the history that every part keeps. Only the newest change of a part can be put back: an older one would undo
what somebody did after it.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from programma.models import Onderdeel, Programma

VORM = ("ouder_id", "nummer", "is_gearchiveerd")
TERUG_IN = 400  # newest rows of history that are looked at
TOON = 15


@dataclass(frozen=True)
class Wijziging:
    """One change of the shape: of which part, what, by whom; `kan_terug` when it is the newest of that part."""

    historie: int
    onderdeel: int
    titel: str
    wat: str
    op: datetime
    door: str
    kan_terug: bool


def wijzigingen(programma: Programma) -> list[Wijziging]:
    """The newest changes of the shape, in a constant number of queries."""
    rijen = Onderdeel.history.filter(programma=programma).select_related("history_user")
    namen = {o.pk: str(o) for o in programma.onderdelen.all()}
    per: dict[int, list[Any]] = {}
    for rij in rijen.order_by("-history_date", "-history_id")[:TERUG_IN]:
        per.setdefault(rij.id, []).append(rij)
    uit = [w for pk, h in per.items() if pk in namen for w in _van_onderdeel(h, namen)]
    return sorted(uit, key=lambda w: (w.op, w.historie), reverse=True)[:TOON]


def _van_onderdeel(historie: list[Any], namen: dict[int, str]) -> list[Wijziging]:
    """Pairs of a row and the one before it, newest first."""
    uit: list[Wijziging] = []
    for nieuw, oud in pairwise(historie):
        if wat := _wat(oud, nieuw, namen):
            door = nieuw.history_user
            uit.append(
                Wijziging(
                    historie=nieuw.history_id,
                    onderdeel=nieuw.id,
                    titel=namen[nieuw.id],
                    wat=wat,
                    op=nieuw.history_date,
                    door=(door.get_full_name() or door.get_username()) if door else "een bestand",
                    kan_terug=not uit,
                )
            )
    return uit


def _wat(oud: Any, nieuw: Any, namen: dict[int, str]) -> str:
    def plek(rij: Any) -> str:
        return f"‘{namen.get(rij.ouder_id, 'een ander onderdeel')}’" if rij.ouder_id else "het bovenste niveau"  # fmt: skip

    delen = []
    if oud.ouder_id != nieuw.ouder_id:
        delen.append(f"van {plek(oud)} naar {plek(nieuw)}")
    if oud.nummer != nieuw.nummer:
        delen.append(f"nummer ‘{oud.nummer or 'geen'}’ werd ‘{nieuw.nummer or 'geen'}’")
    if oud.is_gearchiveerd != nieuw.is_gearchiveerd:
        delen.append("gearchiveerd" if nieuw.is_gearchiveerd else "weer getoond")
    return ", ".join(delen)


@transaction.atomic
def maak_ongedaan(programma: Programma, historie: int) -> Onderdeel:
    """Put a part back as it was before its newest change. Raises `ValidationError` when something came after it."""
    keuze = next((w for w in wijzigingen(programma) if w.historie == historie), None)
    if keuze is None or not keuze.kan_terug:
        raise ValidationError("Dit kan niet meer terug: er is daarna iets veranderd. Kijk in de lijst.")  # fmt: skip
    onderdeel = Onderdeel.objects.select_for_update().get(pk=keuze.onderdeel)
    nieuw = Onderdeel.history.get(history_id=historie)
    eerder = nieuw.prev_record
    for veld in VORM:
        if getattr(nieuw, veld) != getattr(eerder, veld):
            setattr(onderdeel, veld, getattr(eerder, veld))
    onderdeel.full_clean()
    onderdeel.save()
    return onderdeel

"""Which figures were corrected between publications: the attacker is told, also of hidden ones.

Of each publication and each figure only a number: the same number means that the figure was the same. What
it was is not told. No reader knows more than this. See ADR 0016, 0022.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation

from monitor.models import Gemeente, Wijziging

Versies = Mapping[str, int]  # id of a figure -> which of its versions; not in it: as it is now
_Gang = list[tuple[datetime, str]]  # (until when, what it was), oldest first


def lees_versies(
    gemeente: Gemeente, momenten: Sequence[datetime], codes: Iterable[str]
) -> list[Versies]:
    """For each publication, in the order of `momenten`. At most one query."""
    if not momenten:
        return []
    uit: list[dict[str, int]] = [{} for _ in momenten]
    for (id_, nu), gang in _gangen(gemeente, min(momenten), codes).items():
        gezien = {nu: 0}
        for versies, moment in zip(uit, momenten, strict=True):
            toen = next((oud for tot, oud in gang if tot > moment), nu)
            if nummer := gezien.setdefault(toen, len(gezien)):
                versies[id_] = nummer
    return list(uit)


def _gangen(
    gemeente: Gemeente, sinds: datetime, codes: Iterable[str]
) -> dict[tuple[str, str], _Gang]:
    """(id, what it is now) -> its history."""
    rijen = (
        Wijziging.objects.filter(
            waarneming__reeks__gemeente=gemeente,
            waarneming__reeks__indicator__code__in=sorted(codes),
            gewijzigd_op__gt=sinds,
        )
        .order_by("gewijzigd_op", "pk")
        .values_list(
            "waarneming__reeks__indicator__code",
            "waarneming__reeks__soort",
            "waarneming__reeks__sleutel",
            "waarneming__periode__code",
            "gewijzigd_op",
            "oud",
            "waarneming__waarde",
        )
    )
    uit: dict[tuple[str, str], _Gang] = defaultdict(list)
    for code, soort, sleutel, periode, op, oud, nu in rijen:
        if oud and "waarde" in oud:
            id_ = f"{code}|{soort}|{sleutel}@{periode}"
            uit[id_, _gelijk(nu)].append((op, _gelijk(oud["waarde"])))
    return uit


def _gelijk(waarde: object) -> str:
    """One notation of a number."""
    try:
        return str(Decimal(str(waarde)).normalize()) if waarde is not None else ""
    except InvalidOperation:
        return ""

"""The list of gemeenten on the first page."""

from typing import Any

from django.contrib.auth.models import AnonymousUser

from monitor.models import Gemeente, Publicatie
from monitor.weergave.koppen import Kop


def gemeenten_met_monitor() -> list[dict[str, Any]]:
    """Gemeenten with an open edition and its header, then those that have announced their first.

    Two queries, whatever their number.
    """
    nieuwste: dict[int, Kop] = {}
    rijen = (
        Publicatie.objects.published()
        .visible_to(AnonymousUser())
        .select_related("uitgave__periode")
        .defer("inhoud")
        .order_by("-uitgave__peildatum", "-uitgave_id", "-versie")
    )
    for p in rijen:
        nieuwste.setdefault(p.uitgave.gemeente_id, Kop.van(p))
    gemeenten = Gemeente.objects.order_by("is_fictief", "naam")
    return [
        {"gemeente": g, "kop": nieuwste.get(g.pk)}
        for g in gemeenten
        if g.pk in nieuwste or g.eerste_uitgave_verwacht
    ]

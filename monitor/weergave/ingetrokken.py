"""What to say of a publication that was taken back."""

from django.db.models import F
from django.utils import timezone

from monitor.models import Publicatie
from monitor.regels.perioden import dag_in_woorden


def ingetrokken(user: object, gemeente: str, uitgave: str | None, versie: int | None) -> str:
    """What to say of a publication that this reader could read once and that was taken back; else "".

    Its title was taken back too. One that was taken back before its embargo ended was never there.
    """
    rijen = Publicatie.objects.visible_to(user).filter(
        uitgave__gemeente__slug=gemeente,
        uitgave__periode__code=uitgave,
        openbaar_vanaf__lte=F("ingetrokken_op"),
    )
    if versie is not None:
        rijen = rijen.filter(versie=versie)
    p = rijen.defer("inhoud").order_by("-versie").first()
    if p is None or p.ingetrokken_op is None:
        return ""
    dag = dag_in_woorden(timezone.localdate(p.ingetrokken_op))
    return (
        f"Versie {p.versie} van deze uitgave is ingetrokken op {dag}. {p.reden_ingetrokken}".strip()
    )

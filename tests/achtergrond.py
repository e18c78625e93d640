"""Background work in tests: do what waits, as a worker would."""

from monitor import taken
from monitor.models import Taak
from monitor.models.enums import TaakStand


def werk_af() -> list[Taak]:
    """Do every piece of work that waits, also what it asks for itself; returns the rows, as they ended."""
    gedaan: list[int] = []
    while wachten := list(Taak.objects.filter(stand=TaakStand.WACHT).order_by("pk")[:50]):
        for taak in wachten:
            taken.voer_uit(taak.pk)
            gedaan.append(taak.pk)
    return list(Taak.objects.filter(pk__in=gedaan).order_by("pk"))

"""How often the figures of a gemeente were written: while it is the same, they are the same."""

from django.db.models import F

from monitor.models import Cijferstand, Gemeente


def stand_van(gemeente: Gemeente) -> int:
    rij = Cijferstand.objects.filter(gemeente=gemeente).values_list("stand", flat=True).first()
    return rij or 0


def tel_op(gemeente: Gemeente) -> None:
    """Called by who writes figures, in his transaction and under the lock of the gemeente."""
    if not Cijferstand.objects.filter(gemeente=gemeente).update(stand=F("stand") + 1):
        Cijferstand.objects.create(gemeente=gemeente, stand=1)

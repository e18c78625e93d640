"""Who may write figures now, and how often it was done: while that is the same, the figures are."""

from django.db.models import F

from monitor.models import Cijferstand, Gemeente


def stand_van(gemeente: Gemeente) -> int:
    rij = Cijferstand.objects.filter(gemeente=gemeente).values_list("stand", flat=True).first()
    return rij or 0


def op_slot(gemeente: int) -> None:
    """Writers of one gemeente come one after the other (SQLite: the transaction itself does it)."""
    Gemeente.objects.select_for_update(no_key=True).only("pk").get(pk=gemeente)


def tel_op(gemeente: Gemeente) -> None:
    """Called by who writes figures, in his transaction and under the lock of the gemeente."""
    if not Cijferstand.objects.filter(gemeente=gemeente).update(stand=F("stand") + 1):
        Cijferstand.objects.create(gemeente=gemeente, stand=1)

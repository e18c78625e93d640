"""Which figures of the monitor a programme shows: they enter the snapshot with their own shield."""

from collections.abc import Iterable

from monitor.models import Blok, Reeks
from monitor.models.enums import Soort
from programma.models import Budgetregel, OnderdeelIndicator


def noem(blok: Blok) -> Iterable[tuple[str, str, str]]:
    """(indicator, soort, breakdown) of the linked indicators, their targets, and of the budget lines."""
    van = {
        "programma__gemeente": blok.hoofdstuk.uitgave.gemeente_id,
        "programma__slug": blok.verwijst_naar,
        "programma__is_gearchiveerd": False,
    }
    gekoppeld = OnderdeelIndicator.objects.filter(**{f"onderdeel__{k}": v for k, v in van.items()})
    paren = gekoppeld.values_list("indicator__code", "tegenindicator__code").order_by("pk")
    codes = list(dict.fromkeys(code for paar in paren for code in paar if code))
    yield from ((code, Soort.REALISATIE, "") for code in codes)
    doelen = Reeks.objects.filter(
        gemeente=blok.hoofdstuk.uitgave.gemeente_id,
        indicator__code__in=codes,
        soort=Soort.STREEFWAARDE,
        sleutel="",
    )
    yield from doelen.values_list("indicator__code", "soort", "sleutel")
    budget = Budgetregel.objects.filter(reeks__isnull=False, **van)
    yield from budget.values_list("reeks__indicator__code", "reeks__soort", "reeks__sleutel")

"""From indicator, soort and breakdown to the row of the series, made when it is new."""

from collections.abc import Mapping

from monitor.invoer.perioden import STAP
from monitor.models import Categorie, Gemeente, Reeks, ReeksCategorie

Reekssleutel = tuple[int, str, str]  # indicator, soort, breakdown in canonical form


def reeksen_voor(
    gemeente: Gemeente, gevraagd: Mapping[Reekssleutel, tuple[Categorie, ...]]
) -> dict[Reekssleutel, int]:
    """The series by what names them, in a fixed number of statements apart from the batches."""
    bekend = _bekende(gemeente, gevraagd)
    nieuw = [s for s in gevraagd if s not in bekend]
    if not nieuw:
        return bekend
    rijen = [
        Reeks(gemeente=gemeente, indicator_id=indicator, soort=soort, sleutel=sleutel)
        for indicator, soort, sleutel in nieuw
    ]
    Reeks.objects.bulk_create(rijen, STAP)
    delen = [
        ReeksCategorie(reeks=rij, categorie=categorie)
        for rij, sleutel in zip(rijen, nieuw, strict=True)
        for categorie in gevraagd[sleutel]
    ]
    ReeksCategorie.objects.bulk_create(delen, STAP)
    return bekend | {s: rij.pk for s, rij in zip(nieuw, rijen, strict=True)}


def _bekende(
    gemeente: Gemeente, gevraagd: Mapping[Reekssleutel, tuple[Categorie, ...]]
) -> dict[Reekssleutel, int]:
    rijen = Reeks.objects.filter(gemeente=gemeente).order_by()
    indicatoren = {indicator for indicator, _, _ in gevraagd}
    if len(indicatoren) <= STAP:
        rijen = rijen.filter(indicator_id__in=indicatoren)
    velden = rijen.values_list("indicator_id", "soort", "sleutel", "pk")
    return {(i, so, sl): pk for i, so, sl, pk in velden}

"""From indicator, soort and breakdown to the row of the series, made when it is new."""

from collections.abc import Collection, Mapping

from monitor.invoer.bulk import neem_sleutels, voeg_in, zelfde
from monitor.invoer.perioden import STAP
from monitor.models import Categorie, Gemeente, Reeks, ReeksCategorie

Reekssleutel = tuple[int, str, str]  # indicator, soort, breakdown in canonical form
Cijferplek = tuple[int, str, str, str]  # the same, and the notation of a period


def bekende_reeksen(gemeente: Gemeente, indicatoren: Collection[int]) -> dict[Reekssleutel, int]:
    """The series of these indicators by what names them, in one query."""
    rijen = Reeks.objects.filter(gemeente=gemeente).order_by()
    if len(indicatoren) <= STAP:
        rijen = rijen.filter(indicator_id__in=indicatoren)
    velden = rijen.values_list("indicator_id", "soort", "sleutel", "pk")
    return {(i, so, sl): pk for i, so, sl, pk in velden}


def reeksen_voor(
    gemeente: Gemeente, gevraagd: Mapping[Reekssleutel, tuple[Categorie, ...]]
) -> dict[Reekssleutel, int]:
    """The series by what names them, made when they are new."""
    bekend = bekende_reeksen(gemeente, {indicator for indicator, _, _ in gevraagd})
    nieuw = {sleutel: delen for sleutel, delen in gevraagd.items() if sleutel not in bekend}
    return bekend | maak_reeksen(gemeente, nieuw)


def maak_reeksen(
    gemeente: Gemeente, nieuw: Mapping[Reekssleutel, tuple[Categorie, ...]]
) -> dict[Reekssleutel, int]:
    """Make these series, in a fixed number of statements. The caller knows that they are new."""
    if not nieuw:
        return {}
    pks = neem_sleutels(Reeks, len(nieuw))
    indicatoren, soorten, sleutels = zip(*nieuw, strict=True)
    voeg_in(
        Reeks,
        {
            "id": pks,
            "gemeente_id": zelfde(gemeente.pk, len(pks)),
            "indicator_id": indicatoren,
            "soort": soorten,
            "sleutel": sleutels,
        },
    )
    delen = [(pk, c.pk) for pk, cs in zip(pks, nieuw.values(), strict=True) for c in cs]
    if delen:
        reeksen, categorieen = zip(*delen, strict=True)
        voeg_in(ReeksCategorie, {"reeks_id": reeksen, "categorie_id": categorieen})
    return dict(zip(nieuw, pks, strict=True))

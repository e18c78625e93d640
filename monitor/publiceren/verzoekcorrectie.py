"""A correction as a request keeps it, and the carrying out of it: figures, oldest edition first, once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from monitor.models import Publicatie, Publicatieverzoek, Uitgave
from monitor.publiceren.bevriezen import PubliceerFout
from monitor.publiceren.corrigeren import Herstel, corrigeer, kies, nieuwste, waarneming_van
from monitor.regels.fouten import NotatieFout
from monitor.regels.getallen import lees_getal


def als_gegevens(
    invoer: Iterable[tuple[Herstel, str]],
    *,
    oorzaak: str,
    bekend_sinds: date,
    uitgaven: Sequence[Uitgave],
) -> dict[str, Any]:
    """What a request keeps: each figure by its key, as it was typed, with the version it corrects; and in
    words, for whoever confirms it."""
    return {
        "cijfers": [
            {"sleutel": h.vondst.sleutel, "nieuw": tekst, "versie": h.verwachte_versie}
            | {"naam": f"{h.vondst.naam}, {h.vondst.periode}", "was": h.vondst.tekst}
            for h, tekst in invoer
        ],
        "titels": [u.titel for u in uitgaven],
        "oorzaak": oorzaak,
        "bekend_sinds": bekend_sinds.isoformat(),
        "uitgaven": [u.pk for u in uitgaven],
    }


def voer_correctie_uit(verzoek: Publicatieverzoek, *, besluit: Mapping[str, Any]) -> str:
    """Correct and publish, in one transaction with the end of the request. Raises `PubliceerFout`."""
    with transaction.atomic():
        rij = Publicatieverzoek.objects.select_for_update(of=("self",)).get(pk=verzoek.pk)
        if rij.publicatie_id is not None:
            return "Deze correctie is al gepubliceerd."
        gemaakt = _corrigeer(rij, besluit)
        rij.publicatie, rij.gesloten_op = gemaakt[0], timezone.now()
        rij.save(update_fields=["publicatie", "gesloten_op"])
    return f"Gecorrigeerd en gepubliceerd: {', '.join(str(p) for p in gemaakt)}."


def _corrigeer(verzoek: Publicatieverzoek, besluit: Mapping[str, Any]) -> list[Publicatie]:
    gegevens, gemeente = verzoek.gegevens, verzoek.uitgave.gemeente
    uitgaven = Uitgave.objects.filter(gemeente=gemeente, pk__in=gegevens["uitgaven"])
    return corrigeer(
        gemeente,
        _herstel(verzoek),
        oorzaak=gegevens["oorzaak"],
        bekend_sinds=date.fromisoformat(gegevens["bekend_sinds"]),
        uitgaven=list(uitgaven.select_related("gemeente", "periode")),
        by=verzoek.gevraagd_door,
        tweede=verzoek.bevestigd_door,
        ook=besluit,
    )


def _herstel(verzoek: Publicatieverzoek) -> list[Herstel]:
    publicatie = nieuwste(verzoek.uitgave)
    if publicatie is None:
        raise PubliceerFout(
            ["Van deze uitgave is niets meer gepubliceerd. Er valt dus niets te corrigeren."]
        )
    gevraagd = {c["sleutel"]: c for c in verzoek.gegevens["cijfers"]}
    herstel = []
    for vondst in kies(publicatie, gevraagd):
        waarneming = waarneming_van(verzoek.uitgave.gemeente, vondst.sleutel)
        cijfer = gevraagd[vondst.sleutel]
        if waarneming is None:
            wat = f"{vondst.naam}, {vondst.periode}"
            raise PubliceerFout([f"{wat} is er niet meer. Begin opnieuw, zonder dit cijfer."])
        indicator = waarneming.reeks.indicator
        try:
            getal = lees_getal(
                cijfer["nieuw"], eenheid=indicator.eenheid, decimalen=indicator.decimalen
            )
        except NotatieFout as fout:
            raise PubliceerFout([f"{vondst.naam}: {fout.melding}"]) from fout
        herstel.append(Herstel(vondst, waarneming, getal, cijfer["versie"]))
    return herstel

"""The file of a delivery, kept as it came."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile

from monitor.invoer.fouten import InvoerFout
from monitor.invoer.soorten import Soort
from monitor.models import Aanlevering, Gemeente


def bewaar(
    gemeente: Gemeente,
    soort: Soort,
    naam: str,
    inhoud: bytes,
    by: Any,
    velden: dict[str, object],
) -> Aanlevering:
    """Keep a file and its row. Raises `InvoerFout` when there is no room; then nothing stays."""
    aanlevering = Aanlevering(
        gemeente=gemeente,
        soort=soort.code,
        bestandsnaam=naam[-200:],
        sha256=sha256(inhoud).hexdigest(),
        gemaakt_door=by,
        **velden,
    )
    # The stored name can not be guessed, and holds nothing of the name that was sent.
    veld = aanlevering.bestand
    naam = veld.field.generate_filename(aanlevering, f"{uuid4().hex}.bin")
    try:
        veld.name = veld.storage.save(naam, ContentFile(inhoud))
    except OSError as fout:
        veld.storage.delete(naam)  # what was written of it
        raise InvoerFout(GEEN_RUIMTE) from fout
    try:
        aanlevering.save()
    except Exception:
        veld.storage.delete(naam)
        raise
    return aanlevering


def lees_bewaard(aanlevering: Aanlevering) -> bytes:
    """The file as it came. Raises `InvoerFout` when it is gone or not the same any more."""
    try:
        with aanlevering.bestand.open("rb") as bestand:
            inhoud: bytes = bestand.read()
    except (OSError, ValueError) as fout:
        raise InvoerFout("Het bewaarde bestand is weg. Lever het opnieuw aan.") from fout
    if sha256(inhoud).hexdigest() != aanlevering.sha256:
        raise InvoerFout("Het bewaarde bestand is beschadigd. Lever het opnieuw aan.")
    return inhoud


GEEN_RUIMTE = (
    "Het bestand kan niet worden bewaard: de schijf is vol of niet bereikbaar. Er is niets veranderd. "
    "Waarschuw de beheerder en lever het bestand daarna opnieuw aan."
)

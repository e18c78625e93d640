"""The file of a delivery, kept as it came."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from monitor.invoer.fouten import InvoerFout
from monitor.invoer.soorten import Soort
from monitor.models import Aanlevering, Gemeente

MAP = "aanlevering"


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
        with suppress(OSError):  # a disk that takes nothing may not remove either
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


def ruim_wezen(*, at: datetime | None = None) -> int:
    """Remove stored files older than a day that no delivery knows: a process ended between keeping the
    file and its row. The number removed."""
    grens, weg = (at or timezone.now()) - timedelta(days=1), 0
    if not default_storage.exists(MAP):
        return 0
    for jaar in default_storage.listdir(MAP)[0]:
        map_ = f"{MAP}/{jaar}/"
        rijen = Aanlevering.objects.filter(bestand__startswith=map_)
        bekend = set(rijen.values_list("bestand", flat=True))
        for naam in default_storage.listdir(map_)[1]:
            pad = f"{map_}{naam}"
            if pad not in bekend and default_storage.get_modified_time(pad) < grens:
                default_storage.delete(pad)
                weg += 1
    return weg

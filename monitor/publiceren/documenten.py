"""Files that take seconds to make: once for each publication, in the background or for who asks first, kept as bytes.

What is missing is decided by looking, never by a message: a publication without its files is found
again by `vraag_ontbrekende`, also one from before this program could make them.
"""

import hashlib
import json
import logging
from collections.abc import Callable
from threading import Lock
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet

from monitor import taken
from monitor.models import Publicatie, PublicatieBestand, Taak
from monitor.models.enums import TaakStand
from monitor.weergave.document import pdf

WERK = "bestanden"
logger = logging.getLogger(__name__)
_tekent = Lock()
# what stands after the dot -> (maker, content type)
BEWAARD: dict[str, tuple[Callable[[dict[str, Any]], bytes], str]] = {
    "pdf": (pdf.maak_pdf, pdf.SOORT),
}


def maak_bestanden(publicatie: Publicatie) -> list[PublicatieBestand]:
    """Make the files that this publication does not have yet. A second call makes nothing.

    The bytes are those of the first who made them. Raises `pdf.GeenPdf` where it can not be done.
    """
    er = set(publicatie.bestanden.values_list("formaat", flat=True))
    inhoud = json.loads(publicatie.inhoud)
    nieuw = []
    for formaat, (maker, _) in BEWAARD.items():
        if formaat not in er:
            data = maker(inhoud)
            sha256 = hashlib.sha256(data).hexdigest()
            nieuw.append(
                PublicatieBestand(
                    publicatie=publicatie, formaat=formaat, sha256=sha256, inhoud=data
                )
            )
    PublicatieBestand.objects.bulk_create(nieuw, ignore_conflicts=True)
    return list(publicatie.bestanden.all())


def bewaarde_bytes(publicatie: int, formaat: str) -> bytes | None:
    """The file as it was kept; None when it was not made yet. Who may read it is decided elsewhere."""
    rij = PublicatieBestand.objects.filter(publicatie_id=publicatie, formaat=formaat).first()
    return bytes(rij.inhoud) if rij else None


def nu_maken(publicatie: int, formaat: str) -> bytes | None:
    """The file, made at once for the reader who asks before it was made in the background.

    None when this process is already making one, so that drawing never takes all its threads, and
    when making it was given up or fails: the background work then tells what is wrong.
    """
    if not pdf.kan_pdf() or not _tekent.acquire(blocking=False):
        return None
    try:
        gevraagd = ontbrekend().filter(pk=publicatie).first()
        if gevraagd is None:
            return bewaarde_bytes(publicatie, formaat)
        maak_bestanden(gevraagd)
    except Exception:
        logger.exception("bestand niet gemaakt", extra={"publicatie": publicatie})
        return None
    finally:
        _tekent.release()
    return bewaarde_bytes(publicatie, formaat)


def ontbrekend() -> QuerySet[Publicatie]:
    """Publications that readers may ask for, without a file, whose making was not given up."""
    eigen = Publicatie.objects.filter(ingetrokken_op__isnull=True)
    for formaat in BEWAARD:
        er = PublicatieBestand.objects.filter(publicatie=OuterRef("pk"), formaat=formaat)
        eigen = eigen.filter(~Exists(er))
    mislukt = Taak.objects.filter(naam=WERK, stand=TaakStand.MISLUKT)
    opgegeven = {t.get("publicatie") for t in mislukt.values_list("argumenten", flat=True)}
    return eigen.exclude(pk__in=opgegeven - {None})


def vraag_ontbrekende(*, na: Taak | None = None) -> bool:
    """Ask for the next file that is missing, unless one is being made. True when it asked.

    One at a time, so that drawing never holds up the other work of a worker; `na` is the work that
    ends now. The newest of each gemeente goes first.
    """
    bezig = Taak.objects.filter(naam=WERK, stand__in=[TaakStand.WACHT, TaakStand.BEZIG])
    if not pdf.kan_pdf() or bezig.exclude(pk__in=[na.pk] if na else []).exists():
        return False
    klaar = Count("uitgave__gemeente__uitgaven__publicaties__bestanden")
    rijen = ontbrekend().select_related("uitgave__gemeente").defer("inhoud")
    volgende = rijen.annotate(klaar=klaar).order_by("klaar", "-pk").first()
    if volgende is not None:
        taken.start(WERK, gemeente=volgende.uitgave.gemeente, publicatie=volgende.pk)
    return volgende is not None


def bij_publicatie(created: bool = False, **_: object) -> None:
    """Only a wake-up, when it is really published: what is missing is found by looking."""
    if created:
        transaction.on_commit(vraag_ontbrekende)


def werk(loop: taken.Loop, *, publicatie: int) -> str:
    """The work of one task row. May be done twice."""
    gevonden = Publicatie.objects.get(pk=publicatie)
    try:
        bestanden = maak_bestanden(gevonden)
    except pdf.GeenPdf as fout:
        raise taken.WerkFout(str(fout)) from fout
    vraag_ontbrekende(na=loop.taak)
    return f"{gevonden}: {', '.join(b.formaat for b in bestanden)} staat klaar."


taken.register_werk(WERK, werk, transactie=None, titel="Bestanden van een publicatie maken")

"""What was read of a file a moment ago, so that confirming it need not read it again.

How a file of figures reads depends on its bytes, its kind, and what the gemeente has registered. Their
fingerprint is the key of a reading: nothing kept can be stale. What was known beside it carries the
state of the figures (`Cijferstand`); `vergelijk` looks whether that still holds.
"""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from threading import Lock
from typing import Any

from monitor.invoer.controle import ONGEWIJZIGD, Controle, maak_vingerafdruk
from monitor.invoer.stand import stand_van
from monitor.models import Aanlevering, Categorie, Dimensie, Gemeente, Indicator
from monitor.models.enums import AanleveringStand

PLAATSEN = 2  # a reading of 100,000 rows takes some 30 MB
HOUDBAAR = 15 * 60  # seconds
NIETS_TE_DOEN = (
    "Dit bestand is al verwerkt en daarna is er niets veranderd. Er is niets meer te doen."
)


def maak_sleutel(gemeente: Gemeente, soort: str, naam: str, inhoud: bytes) -> str:
    """The fingerprint of all that the reading of a file depends on."""
    register = [
        list(model._default_manager.filter(**{pad: gemeente}).order_by("pk").values_list())
        for model, pad in (
            (Indicator, "gemeente"),
            (Dimensie, "gemeente"),
            (Categorie, "dimensie__gemeente"),
        )
    ]
    som = sha256(inhoud).hexdigest()
    delen = [gemeente.pk, gemeente.slug, soort, PurePath(naam).suffix.lower(), som, register]
    return sha256(repr(delen).encode()).hexdigest()


def herkenning(sleutel: str, gemeente: Gemeente) -> str:
    """The mark of a file that was applied while the figures stand as they do now."""
    return sha256(f"{sleutel}:{stand_van(gemeente)}".encode()).hexdigest()


def al_verwerkt(gemeente: Gemeente, soort: str, inhoud: bytes, sleutel: str) -> Controle | None:
    """The outcome for a file that was applied before, when no figure changed since; else None."""
    zelfde = Aanlevering.objects.filter(
        gemeente=gemeente,
        soort=soort,
        sha256=sha256(inhoud).hexdigest(),
        stand=AanleveringStand.VERWERKT,
    )
    eerder = zelfde.order_by("-pk").first()
    if eerder is None or eerder.herkenning != herkenning(sleutel, gemeente):
        return None
    aantal = eerder.nieuw + eerder.gewijzigd + eerder.ongewijzigd
    return Controle(
        rijen=eerder.rijen,
        tellingen=Counter({ONGEWIJZIGD: aantal} if aantal else {}),
        opmerkingen=[NIETS_TE_DOEN],
        vingerafdruk=maak_vingerafdruk(""),
        sleutel=sleutel,
        is_al_verwerkt=True,
    )


@dataclass(frozen=True, slots=True)
class _Lezing:
    rijen: int
    opmerkingen: tuple[str, ...]
    plan: Any
    naast: Any
    op: float


class _Geheugen:
    """The last readings of this process that had no error."""

    def __init__(self) -> None:
        self._lezingen: OrderedDict[str, _Lezing] = OrderedDict()
        self._slot = Lock()

    def zoek(self, sleutel: str) -> Controle | None:
        """The reading as a fresh outcome, still to be put beside what is known."""
        with self._slot:
            lezing = self._lezingen.get(sleutel)
        if lezing is None or time.monotonic() - lezing.op > HOUDBAAR:
            return None
        opmerkingen = list(lezing.opmerkingen)
        return Controle(
            rijen=lezing.rijen,
            opmerkingen=opmerkingen,
            plan=lezing.plan,
            naast=lezing.naast,
            sleutel=sleutel,
        )

    def onthoud(self, controle: Controle, opmerkingen: list[str]) -> None:
        gelezen = (controle.plan, controle.naast)
        lezing = _Lezing(controle.rijen, tuple(opmerkingen), *gelezen, time.monotonic())
        with self._slot:
            self._lezingen[controle.sleutel] = lezing
            self._lezingen.move_to_end(controle.sleutel)
            while len(self._lezingen) > PLAATSEN:
                self._lezingen.popitem(last=False)

    def wis(self) -> None:
        with self._slot:
            self._lezingen.clear()


geheugen = _Geheugen()

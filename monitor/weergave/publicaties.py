"""The one door: which publication this reader may see, and its snapshot."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from django.http import Http404

from monitor.models import Gemeente, Publicatie
from monitor.publiceren.schema import SCHEMA
from monitor.weergave.adressen import Adressen
from monitor.weergave.ingetrokken import ingetrokken
from monitor.weergave.koppen import Kop, kies_kop, lees_koppen, nieuwste_versies
from monitor.weergave.toegankelijkheid import Toegankelijkheid


@dataclass(frozen=True)
class Gelezen:
    """One publication as it is read now: its header, its content, and its place among the others."""

    kop: Kop | None  # None: a preview that was not published
    inhoud: dict[str, Any]
    koppen: tuple[Kop, ...] = ()  # all this reader may see of the gemeente, newest first
    adressen: Adressen = field(default_factory=Adressen)
    heeft_besloten: bool = False  # the gemeente also has council-only publications
    verklaring: Toegankelijkheid | None = None  # as it is today
    weg: tuple[Kop, ...] = ()  # versions that this reader could read once, and that were withdrawn

    @property
    def is_concept(self) -> bool:
        return self.kop is None

    @property
    def uitgave(self) -> dict[str, Any]:
        return self.inhoud["uitgave"]

    @property
    def versies(self) -> list[Kop]:
        """All versions of this edition, newest first."""
        return [k for k in self.koppen if self.kop and k.uitgave == self.kop.uitgave]

    @property
    def nieuwste_versie(self) -> Kop | None:
        """The newer version, when this is an old one."""
        return next((k for k in self.versies if self.kop and k.versie > self.kop.versie), None)

    @property
    def ingetrokken(self) -> list[Kop]:
        """The versions of this edition that were withdrawn, newest first."""
        return [k for k in self.weg if self.kop and k.uitgave == self.kop.uitgave]

    @property
    def nieuwer_ingetrokken(self) -> list[Kop]:
        """Those newer than this one, where no newer version is left: why an older one is read."""
        return [
            k
            for k in self.ingetrokken
            if self.kop and k.versie > self.kop.versie and not self.nieuwste_versie
        ]

    @property
    def nieuwste_uitgave(self) -> Kop | None:
        """The newest edition, when this is an old one."""
        eerste = self.koppen[0] if self.koppen else None
        return eerste if eerste and self.kop and eerste.uitgave != self.kop.uitgave else None

    @property
    def vorige(self) -> Kop | None:
        """The edition this one compares with, when this reader may open it."""
        slug = (self.inhoud["uitgave"]["vorige"] or {}).get("slug")
        return next((k for k in self.koppen if k.uitgave == slug), None)

    @property
    def uitgaven(self) -> list[Kop]:
        """The newest version of every edition, newest edition first."""
        return nieuwste_versies(self.koppen)

    @property
    def correctienoten(self) -> list[Kop]:
        """The versions up to this one that carry a note, newest first."""
        return [k for k in self.versies if k.notitie and self.kop and k.versie <= self.kop.versie]

    def hoofdstuk(self, code: str) -> dict[str, Any]:
        for hoofdstuk in self.inhoud["hoofdstukken"]:
            if hoofdstuk["code"] == code:
                return hoofdstuk
        raise Http404("Dit hoofdstuk staat niet in deze uitgave.")

    def indicator(self, code: str) -> dict[str, Any]:
        try:
            return self.inhoud["indicatoren"][code]
        except KeyError:
            raise Http404("Dit cijfer staat niet in deze uitgave.") from None


class _Geheugen:
    """Parsed snapshots by fingerprint: bounded, shared by the threads of this process.

    A snapshot never changes, so nothing ever has to be taken out because it is stale.
    """

    def __init__(self, plaatsen: int = 24) -> None:
        self._plaatsen = plaatsen
        self._inhoud: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self._slot = Lock()

    def get(self, sha256: str) -> dict[str, Any] | None:
        with self._slot:
            if sha256 in self._inhoud:
                self._inhoud.move_to_end(sha256)
            return self._inhoud.get(sha256)

    def put(self, sha256: str, inhoud: dict[str, Any]) -> None:
        with self._slot:
            self._inhoud[sha256] = inhoud
            while len(self._inhoud) > self._plaatsen:
                self._inhoud.popitem(last=False)

    def clear(self) -> None:
        with self._slot:
            self._inhoud.clear()


geheugen = _Geheugen()


class NieuwereVorm(Http404):
    """A snapshot of a later release than this one: better no page than a wrong one."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            "Deze monitor is gemaakt met een nieuwere versie van dit programma. Probeer het later opnieuw."
        )


def ontleed(tekst: str) -> dict[str, Any]:
    """A stored snapshot as plain values. Raises `NieuwereVorm` when its shape is not known yet."""
    inhoud: dict[str, Any] = json.loads(tekst)
    if inhoud["schema"] > SCHEMA:
        raise NieuwereVorm
    return inhoud


def lees_inhoud(koppen: Iterable[Kop]) -> dict[str, dict[str, Any]]:
    """The snapshots of these publications by fingerprint, at most one query together."""
    koppen = list(koppen)
    gelezen = {k.sha256: geheugen.get(k.sha256) for k in koppen}
    if missend := [k.pk for k in koppen if gelezen[k.sha256] is None]:
        rijen = Publicatie.objects.filter(pk__in=missend).values_list("sha256", "inhoud")
        for sha256, tekst in rijen:
            gelezen[sha256] = ontleed(tekst)
            geheugen.put(sha256, gelezen[sha256])
    return {sha: inhoud for sha, inhoud in gelezen.items() if inhoud is not None}


class GeenPublicatie(Http404):
    """There is none for this reader; `koppen` is what he may read instead."""

    def __init__(self, reden: str, koppen: tuple[Kop, ...] = ()) -> None:
        super().__init__(reden)
        self.koppen = koppen


def get_publicatie(
    user: object,
    gemeente_slug: str,
    uitgave_slug: str | None = None,
    versie: int | None = None,
    *,
    ook: Callable[[Sequence[Kop]], Iterable[Kop]] | None = None,
) -> Gelezen:
    """The publication this reader may see: one query for the headers, one for the snapshot.

    Without an edition: the newest; without a version: its newest. `ook` names more publications
    whose snapshots the page will need, so that they come in the same query. Raises `Http404` when
    there is none, and equally when there is one that this reader may not see.
    """
    gezien = lees_koppen(user, gemeente_slug)
    koppen = gezien.zichtbaar
    kop = kies_kop(koppen, uitgave_slug, versie)
    if kop is None:
        reden = ingetrokken(user, gemeente_slug, uitgave_slug, versie)
        raise GeenPublicatie(reden or "Deze uitgave is er niet, of nog niet.", koppen)
    inhoud = lees_inhoud([kop, *(ook(koppen) if ook else ())])[kop.sha256]
    is_oud = any(k.uitgave == kop.uitgave and k.versie > kop.versie for k in koppen)
    adressen = Adressen(gemeente_slug, kop.uitgave, versie=kop.versie if is_oud else None)
    return Gelezen(
        kop,
        inhoud,
        koppen,
        adressen,
        heeft_besloten=gezien.heeft_besloten,
        verklaring=gezien.verklaring,
        weg=gezien.weg,
    )


def get_gemeente(slug: str) -> Gemeente:
    """The gemeente itself, for the page that says when its first monitor will come."""
    gemeente = Gemeente.objects.filter(slug=slug).first()
    if gemeente is None:
        raise Http404("Deze gemeente staat hier niet.")
    return gemeente

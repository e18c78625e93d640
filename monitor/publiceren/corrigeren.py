"""Correcting what was published: figures, cause, since when, and a next version of each edition.

The figures go through `monitor.invoer.toepassen`, the versions through `bevriezen`, all in one
transaction: every edition is right, or nothing changed. Source: docs/adr/0010.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from monitor import rechten
from monitor.invoer.fouten import InmiddelsGewijzigd
from monitor.invoer.toepassen import leg_vast
from monitor.models import Gemeente, Publicatie, Uitgave, Waarneming
from monitor.models.enums import UitgaveStand
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave
from monitor.publiceren.canoniek import canoniek
from monitor.publiceren.samenstellen import stel_samen
from monitor.publiceren.stappen import Wie
from monitor.regels.getallen import Getal
from monitor.regels.perioden import dag_in_woorden

GEPUBLICEERD = (UitgaveStand.GEPUBLICEERD, UitgaveStand.BEHANDELD)
MEEST = 60  # figures that one search shows


@dataclass(frozen=True)
class Vondst:
    """A published figure. `sleutel` is series and period: "clienten-jeugd|realisatie|@2021-04"."""

    sleutel: str
    naam: str
    periode: str
    tekst: str


@dataclass(frozen=True)
class Herstel:
    """One figure to correct: where it is kept, and what it becomes."""

    vondst: Vondst
    waarneming: Waarneming
    getal: Getal
    verwachte_versie: int


@dataclass(frozen=True)
class Geraakt:
    """An edition that changes by a correction, whether other changes would come along, and why it
    could not be published then."""

    uitgave: Uitgave
    versie: int
    komt_mee: bool
    bezwaren: Sequence[str] = ()


def nieuwste(uitgave: Uitgave) -> Publicatie | None:
    return uitgave.publicaties.filter(ingetrokken_op__isnull=True).order_by("-versie").first()


def zoek(publicatie: Publicatie, vraag: str) -> list[Vondst]:
    """The figures of a publication whose name, breakdown or period holds every word."""
    woorden = vraag.casefold().split()
    gevonden = [
        v
        for v in _vondsten(json.loads(publicatie.inhoud))
        if all(w in f"{v.naam} {v.periode} {v.sleutel}".casefold() for w in woorden)
    ]
    return gevonden[:MEEST]


def kies(publicatie: Publicatie, sleutels: Iterable[str]) -> list[Vondst]:
    gekozen = set(sleutels)
    return [v for v in _vondsten(json.loads(publicatie.inhoud)) if v.sleutel in gekozen]


def _vondsten(inhoud: dict[str, Any]) -> Iterator[Vondst]:
    """Every figure that somebody entered, newest first within its series; no derived ones."""
    for indicator in inhoud["indicatoren"].values():
        if indicator["formule"]:
            continue
        for reeks in indicator["reeksen"]:
            deel = ", ".join(
                filter(None, (reeks["label"], reeks["soort_tekst"].replace("Realisatie", "")))
            )
            naam = f"{indicator['naam']}: {deel}" if deel else indicator["naam"]
            for cel in reversed(reeks["cellen"]):
                sleutel = f"{reeks['id']}@{cel['periode']}"
                yield Vondst(sleutel, naam, cel["periode_tekst"], cel["tekst"])


def waarneming_van(gemeente: Gemeente, sleutel: str) -> Waarneming | None:
    """The living figure behind a published one."""
    reeks, _, periode = sleutel.rpartition("@")
    indicator, soort, delen = reeks.split("|", 2)
    return (
        Waarneming.objects.filter(
            reeks__gemeente=gemeente,
            reeks__indicator__code=indicator,
            reeks__soort=soort,
            reeks__sleutel=delen,
            periode__code=periode,
        )
        .select_related("reeks__indicator", "reeks__gemeente", "periode")
        .first()
    )


@transaction.atomic
def geraakt(gemeente: Gemeente, herstel: Sequence[Herstel], *, by: Wie) -> list[Geraakt]:
    """Which published editions would become another one. Tried and rolled back."""
    kandidaten = list(_kandidaten(gemeente, herstel))
    voor = {u.pk: canoniek(stel_samen(u).inhoud) for u, _ in kandidaten}
    punt = transaction.savepoint()
    _schrijf(herstel, by=by, reden="Proef")
    na = {u.pk: stel_samen(u) for u, _ in kandidaten}
    transaction.savepoint_rollback(punt)
    return [
        Geraakt(u, p.versie, _wijkt_af(voor[u.pk], p.inhoud), na[u.pk].fouten)
        for u, p in kandidaten
        if voor[u.pk] != canoniek(na[u.pk].inhoud)
    ]


def _kandidaten(
    gemeente: Gemeente, herstel: Sequence[Herstel]
) -> Iterator[tuple[Uitgave, Publicatie]]:
    """Published editions that name one of the figures at all, in order of time."""
    codes = {h.waarneming.reeks.indicator.code for h in herstel}
    uitgaven = Uitgave.objects.filter(gemeente=gemeente, stand__in=GEPUBLICEERD)
    for uitgave in uitgaven.select_related("periode").order_by("peildatum"):
        publicatie = nieuwste(uitgave)
        if publicatie and any(code in publicatie.inhoud for code in codes):
            yield uitgave, publicatie


def _wijkt_af(nu: str, toen: str) -> bool:
    """Whether a new version made today would differ even without the correction."""
    a, b = json.loads(nu), json.loads(toen)
    return any(
        a[k] != b.get(k) for k in ("hoofdstukken", "indicatoren") if _kaal(a[k]) != _kaal(b[k])
    )


def _kaal(deel: Any) -> Any:
    """Without what only a newer program writes: keys that an older snapshot can not have."""
    if isinstance(deel, list):
        return [_kaal(d) for d in deel]
    if isinstance(deel, dict):
        weg = {"toen", "brug", "revisies", "verklaringen", "gecorrigeerd"}
        return {k: _kaal(v) for k, v in deel.items() if k not in weg}
    return deel


@transaction.atomic
def corrigeer(
    gemeente: Gemeente,
    herstel: Sequence[Herstel],
    *,
    oorzaak: str,
    bekend_sinds: date,
    uitgaven: Sequence[Uitgave],
    by: Wie,
    tweede: Wie = None,
    ook: Mapping[str, Any] | None = None,
) -> list[Publicatie]:
    """Write the figures and publish the next version of each edition, oldest first; all or nothing.

    `tweede` confirmed it; `ook` goes into the steps. Raises `PubliceerFout` with every reason: no right,
    no cause, a figure that somebody else changed, or an edition that cannot be published.
    """
    if redenen := list(_bezwaren(gemeente, herstel, oorzaak, bekend_sinds, uitgaven, by)):
        raise PubliceerFout(redenen)
    notitie = maak_notitie(herstel, oorzaak, bekend_sinds)
    _schrijf(herstel, by=by, reden=oorzaak.strip()[:400])
    besluit = dict(ook or {}) | {
        "bekend_sinds": bekend_sinds.isoformat(),
        "cijfers": [{"naam": h.vondst.naam, "periode": h.vondst.periode} for h in herstel],
    }
    gemaakt = []
    for uitgave in sorted(uitgaven, key=lambda u: u.peildatum):
        try:
            gemaakt.append(
                publish_uitgave(uitgave, by=by, note=notitie, besluit=besluit, tweede=tweede)
            )
        except PubliceerFout as fout:
            raise PubliceerFout([f"{uitgave}: {r}" for r in fout.redenen]) from fout
    return gemaakt


def _bezwaren(
    gemeente: Gemeente,
    herstel: Sequence[Herstel],
    oorzaak: str,
    bekend_sinds: date,
    uitgaven: Sequence[Uitgave],
    by: Wie,
) -> Iterator[str]:
    if by is not None and not rechten.mag(by, "monitor.correct_uitgave", gemeente.pk):
        yield "U mag geen gepubliceerde cijfers corrigeren. Vraag het een publicist."
    if not herstel:
        yield "Kies minstens één cijfer om te corrigeren."
    if not oorzaak.strip():
        yield "Schrijf op waardoor het cijfer fout was; lezers zien dat."
    if bekend_sinds > timezone.localdate():
        yield "De dag waarop de fout bekend werd, ligt in de toekomst."
    if not uitgaven:
        yield "Kies minstens één uitgave om opnieuw te publiceren."
    van = {u.gemeente_id for u in uitgaven} | {h.waarneming.reeks.gemeente_id for h in herstel}
    if van - {gemeente.pk}:
        yield "Kies alleen cijfers en uitgaven van de eigen gemeente."
    for uitgave in uitgaven:
        if uitgave.stand not in GEPUBLICEERD:
            yield f"{uitgave} is niet gepubliceerd en heeft dus geen correctie nodig."


def maak_notitie(herstel: Sequence[Herstel], oorzaak: str, bekend_sinds: date) -> str:
    """For readers. No figures: those stand, shielded, in the list of corrections itself."""
    wat = "; ".join(f"{h.vondst.naam} ({h.vondst.periode})" for h in herstel[:10])
    rest = f" en nog {len(herstel) - 10}" if len(herstel) > 10 else ""
    zin = oorzaak.strip()
    punt = "" if zin.endswith((".", "!", "?")) else "."
    return f"{zin}{punt} Gecorrigeerd: {wat}{rest}. Bekend sinds {dag_in_woorden(bekend_sinds)}."


def _schrijf(herstel: Sequence[Herstel], *, by: Wie, reden: str) -> None:
    for h in herstel:
        w = h.waarneming
        try:
            leg_vast(
                w.reeks,
                w.periode,
                h.getal,
                by=by,
                status=w.status,
                voetnoot=w.voetnoot,
                brondatum=w.brondatum,
                reden=reden,
                verwachte_versie=h.verwachte_versie,
            )
        except InmiddelsGewijzigd as fout:
            raise PubliceerFout([f"{h.vondst.naam}, {h.vondst.periode}: {fout}"]) from fout

"""What a person asked of publishing: kept as a row, confirmed when the gemeente wants so, done once.

The button makes a `Publicatieverzoek`; the work behind it is a `Taak`. A request is closed in the
transaction that freezes, so a retake finds it done.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from monitor import rechten, taken
from monitor.models import Publicatieverzoek, Uitgave
from monitor.models.enums import TaakStand, VerzoekSoort
from monitor.publiceren.bevriezen import PubliceerFout, publish_uitgave
from monitor.publiceren.verzoekcorrectie import voer_correctie_uit

WERK = "publiceer"
STAPPEN = ("Samenstellen", "Afschermen", "Toetsen", "Bevriezen")
_RECHT = {
    VerzoekSoort.PUBLICATIE: "monitor.publish_uitgave",
    VerzoekSoort.CORRECTIE: "monitor.correct_uitgave",
}


@transaction.atomic
def vraag(
    uitgave: Uitgave,
    *,
    by: User,
    na_versie: int = 0,
    notitie: str = "",
    soort: str = VerzoekSoort.PUBLICATIE,
    gegevens: Mapping[str, Any] | None = None,
) -> Publicatieverzoek:
    """Ask to publish or correct; a second press gives the request that is there already.

    Raises `PubliceerFout` when this person may not, or when another request waits.
    """
    uitgave = (
        Uitgave.objects.select_for_update(of=("self",))
        .select_related("gemeente")
        .get(pk=uitgave.pk)
    )
    if not mag(by, soort, uitgave):
        raise PubliceerFout(["U mag dit niet vragen. Vraag het een publicist van de gemeente."])
    if (loopt := lopend(uitgave)) is not None:
        if (loopt.soort, loopt.gevraagd_door_id) == (soort, by.pk):
            return loopt
        raise PubliceerFout(
            [f"Er loopt al een verzoek van {loopt.gevraagd_door}. Wacht tot dat klaar is."]
        )
    verzoek = Publicatieverzoek.objects.create(
        uitgave=uitgave,
        soort=soort,
        na_versie=na_versie,
        notitie=notitie.strip(),
        gegevens=dict(gegevens or {}),
        gevraagd_door=by,
    )
    if not uitgave.gemeente.tweede_persoon:
        _begin(verzoek, by)
    return verzoek


@transaction.atomic
def bevestig(verzoek: Publicatieverzoek, *, by: User) -> Publicatieverzoek:
    """The second person says yes; then the work begins. Raises `PubliceerFout`."""
    verzoek = Publicatieverzoek.objects.select_for_update(of=("self",)).get(pk=verzoek.pk)
    if verzoek.gesloten_op or verzoek.bevestigd_op:
        return verzoek
    if not mag(by, verzoek.soort, verzoek.uitgave):
        raise PubliceerFout(["U mag dit niet bevestigen. Vraag het een publicist."])
    if by.pk == verzoek.gevraagd_door_id:
        raise PubliceerFout(["U vroeg dit zelf. Een ander moet het bevestigen."])
    _begin(verzoek, by)
    return verzoek


@transaction.atomic
def trek_terug(verzoek: Publicatieverzoek, *, by: User) -> None:
    """Take back what nobody confirmed yet. Raises `PubliceerFout` when the work has begun."""
    verzoek = Publicatieverzoek.objects.select_for_update(of=("self",)).get(pk=verzoek.pk)
    if not mag(by, verzoek.soort, verzoek.uitgave):
        raise PubliceerFout(["U mag dit niet terugtrekken. Vraag het een publicist."])
    if verzoek.bevestigd_op:
        raise PubliceerFout(["Het publiceren is al begonnen."])
    _sluit(verzoek, [f"Teruggetrokken door {by}."])


def mag(by: User, soort: str, uitgave: Uitgave) -> bool:
    return rechten.mag(by, _RECHT[VerzoekSoort(soort)], uitgave.gemeente_id)


def lopend(uitgave: Uitgave) -> Publicatieverzoek | None:
    """The open request of an edition; one whose work was given up is closed first."""
    verzoek = uitgave.verzoeken.lopend().select_related("taak", "gevraagd_door").first()
    if verzoek and verzoek.taak and verzoek.taak.stand == TaakStand.MISLUKT:
        _sluit(verzoek, [verzoek.taak.melding])
        return None
    return verzoek


def laatste(uitgave: Uitgave) -> Publicatieverzoek | None:
    """The newest request that was closed, for who comes back to see what came of it."""
    gesloten = uitgave.verzoeken.filter(gesloten_op__isnull=False).order_by("-pk")
    return gesloten.select_related("publicatie", "gevraagd_door").first()


def _begin(verzoek: Publicatieverzoek, by: User) -> None:
    uitgave = verzoek.uitgave
    verzoek.bevestigd_door, verzoek.bevestigd_op = by, timezone.now()
    stap = "correctie" if verzoek.soort == VerzoekSoort.CORRECTIE else "publiceren"
    verzoek.taak = taken.start(
        WERK,
        gemeente=uitgave.gemeente,
        by=by,
        adres=reverse(f"admin:monitor_uitgave_{stap}", args=[uitgave.pk]),
        verzoek=verzoek.pk,
    )
    verzoek.save(update_fields=["bevestigd_door", "bevestigd_op", "taak"])


def _sluit(verzoek: Publicatieverzoek, redenen: Iterable[str]) -> None:
    verzoek.redenen, verzoek.gesloten_op = list(redenen), timezone.now()
    verzoek.save(update_fields=["redenen", "gesloten_op"])


def voer_uit(loop: taken.Loop, *, verzoek: int) -> str:
    """Do what was asked. Done before: say so again. Refused: close it with every reason."""
    rij = Publicatieverzoek.objects.select_related(
        "uitgave__gemeente", "publicatie__uitgave", "gevraagd_door", "bevestigd_door"
    ).get(pk=verzoek)
    try:
        if rij.soort == VerzoekSoort.CORRECTIE:
            loop.meld("Bevriezen", 40)
            loop.adres = reverse("admin:monitor_uitgave_weg", args=[rij.uitgave_id])
            return voer_correctie_uit(rij, besluit=tweede(rij))
        publicatie = rij.publicatie or publish_uitgave(
            rij.uitgave,
            by=rij.gevraagd_door,
            note=rij.notitie,
            besluit=tweede(rij),
            verzoek=rij,
            tweede=rij.bevestigd_door,
            meld=loop.meld,
        )
    except PubliceerFout as fout:
        _sluit(rij, fout.redenen)
        loop.adres = ""
        raise taken.WerkFout("\n".join(fout.redenen)) from fout
    loop.adres = reverse("admin:monitor_publicatie_change", args=[publicatie.pk])
    return f"Versie {publicatie.versie} is gepubliceerd."


def tweede(verzoek: Publicatieverzoek) -> dict[str, str]:
    """Who confirmed it, for the step, when that was somebody else."""
    if verzoek.bevestigd_door_id in (None, verzoek.gevraagd_door_id):
        return {}
    return {"bevestigd_door": str(verzoek.bevestigd_door)}


taken.register_werk(WERK, voer_uit, transactie=None, titel="Publiceren", stappen=STAPPEN)

"""Mailed links: asked for by a manager, mailed by the worker, used once by a partner.

The token is made by the worker at the moment of mailing and stored nowhere, also not with the work itself. A retry of
the work makes a new one, so that at most the newest mail holds a link that works.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from monitor.taken import Loop, start
from programma.mail import stuur
from programma.models import Bijwerklink, Programma

WERK = "programma.mail_link"
GELDIG = timedelta(days=14)


def hash_van(token: str) -> str:
    return sha256(token.encode()).hexdigest()


@transaction.atomic
def vraag_link(
    programma: Programma,
    *,
    functie: str,
    email: str,
    regels: Sequence[str],
    basis: str,
    by: User | None,
    geldig: timedelta = GELDIG,
) -> Bijwerklink:
    """Ask for a link about exactly these lines; `basis` is the address of the site (https://…/).

    Raises ValidationError.
    """
    link = Bijwerklink(
        programma=programma, functie=functie, email=email, regels=list(regels), gemaakt_door=by,
        verloopt_op=timezone.now() + geldig,
    )  # fmt: skip
    link.full_clean()
    link.save()
    start(WERK, gemeente=programma.gemeente, by=by, link=link.pk, basis=basis)
    return link


def mail_link(loop: Loop, *, link: int, basis: str) -> str:
    """The work: make the token, keep its hash, mail the link."""
    rij = Bijwerklink.objects.select_for_update().select_related("programma").get(pk=link)
    if not rij.is_open:
        return "De link is al ingetrokken of verlopen; er is niets gemaild."
    token = secrets.token_urlsafe(32)
    rij.hash = hash_van(token)
    rij.save(update_fields=["hash"])
    adres = basis.rstrip("/") + reverse("bijwerklink", args=[token])
    sleutel = f"bijwerklink-{rij.pk}-{rij.hash[:16]}"
    onderwerp = f"Uw bericht over {rij.programma}"
    stuur(sleutel, rij.programma.gemeente, rij.email, onderwerp, "link.txt", link=rij, adres=adres)
    return "De link is gemaild."


def zoek(token: str) -> Bijwerklink | None:
    """The link of this token when it can be used; None for whatever reason, after the same work."""
    eigen = hash_van(token)
    rij = Bijwerklink.objects.filter(hash=eigen).select_related("programma").first()
    bekend = rij.hash if rij is not None and rij.hash else hash_van("")
    is_gelijk = hmac.compare_digest(bekend, eigen)
    return rij if is_gelijk and rij is not None and rij.is_open else None


def verbruik(link: Bijwerklink) -> bool:
    """Spend the link; False when somebody did so just before, or it was withdrawn meanwhile."""
    bruikbaar = Bijwerklink.objects.bruikbaar().filter(pk=link.pk)
    return bool(bruikbaar.update(gebruikt_op=timezone.now()))


def trek_in(link: Bijwerklink) -> None:
    Bijwerklink.objects.filter(
        pk=link.pk, ingetrokken_op__isnull=True, gebruikt_op__isnull=True
    ).update(ingetrokken_op=timezone.now())

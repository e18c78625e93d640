"""Questions of readers at a published figure: to the owner, answered, made public without who asked.

Personal data: an e-mail address, only when the reader gives it. It is wiped when the question is dealt
with (the outbox keeps it until the answer went), and the text after `LEZERSVRAAG_DAGEN`.
"""

import re
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from monitor import rechten
from monitor.models import Eigenaar, Hoofdstuk, Inbreng, Lezersvraag, Uitgave
from monitor.models.enums import InbrengSoort, LezersvraagStand
from monitor.post import verstuur

RECHT = "monitor.change_lezersvraag"
NOOIT_AFGEHANDELD = timedelta(days=180)
_ADRES = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


class VraagFout(Exception):
    """Why it cannot be done; the text is for people."""


@transaction.atomic
def stel_vraag(
    publicatie: int, *, indicator: str, naam: str, eigenaar: str, tekst: str, e_mail: str = ""
) -> Lezersvraag:
    """Keep the question and tell the owner that there is one. The mail holds nothing of the asker.

    `publicatie` is the key of what was read.
    """
    uitgave = Uitgave.objects.select_related("gemeente").get(publicaties=publicatie)
    vraag = Lezersvraag.objects.create(
        uitgave=uitgave,
        indicator_code=indicator[:80],
        indicator_naam=naam[:200],
        eigenaar=eigenaar[:120],
        vraag=tekst.strip(),
        e_mail=e_mail.strip(),
    )
    if aan := _adres_van(uitgave, eigenaar):
        verstuur(
            f"lezersvraag-{vraag.pk}-eigenaar",
            aan=aan,
            onderwerp=f"Vraag van een lezer bij {naam}",
            tekst=_bericht(vraag),
            gemeente=uitgave.gemeente,
        )
    return vraag


def _adres_van(uitgave: Uitgave, eigenaar: str) -> str:
    """Of the owner of the figure, else of the gemeente; "" when there is none: the cockpit shows it."""
    if eigenaar:
        rijen = Eigenaar.objects.filter(gemeente=uitgave.gemeente, functie__iexact=eigenaar)
        if adres := rijen.values_list("e_mail", flat=True).first():
            return str(adres)
    gevonden = _ADRES.search(uitgave.gemeente.contact)
    return gevonden[0] if gevonden else ""


def _bericht(vraag: Lezersvraag) -> str:
    adres = reverse("admin:monitor_lezersvraag_change", args=[vraag.pk])
    return "\n".join(
        [
            f"Een lezer stelt een vraag bij ‘{vraag.indicator_naam}’ in ‘{vraag.uitgave.titel}’.",
            "",
            "Lees en beantwoord de vraag hier (u moet ingelogd zijn):",
            settings.BASIS_ADRES.rstrip("/") + adres,
            "",
            "In deze mail staat niets van de vraag of van wie hem stelde.",
        ]
    )


@transaction.atomic
def beantwoord(vraag: Lezersvraag, antwoord: str, *, by: User) -> bool:
    """Answer; by e-mail when the reader gave an address. True when a mail goes. Raises `VraagFout`."""
    vraag = _neem(vraag, by)
    if not antwoord.strip():
        raise VraagFout("Schrijf eerst het antwoord.")
    heeft_adres = bool(vraag.e_mail)
    if heeft_adres:
        verstuur(
            f"lezersvraag-{vraag.pk}-antwoord",
            aan=vraag.e_mail,
            onderwerp=f"Antwoord op uw vraag over {vraag.indicator_naam}",
            tekst=_brief(vraag, antwoord.strip()),
            gemeente=vraag.uitgave.gemeente,
        )
    vraag.antwoord = antwoord.strip()
    _handel_af(vraag, LezersvraagStand.BEANTWOORD, by)
    return heeft_adres


def _brief(vraag: Lezersvraag, antwoord: str) -> str:
    return "\n".join(
        [
            f"U stelde een vraag over ‘{vraag.indicator_naam}’ in ‘{vraag.uitgave.titel}’:",
            "",
            *(f"> {regel}" for regel in vraag.vraag.splitlines()),
            "",
            antwoord,
            "",
            f"Gemeente {vraag.uitgave.gemeente.naam}",
            "Uw e-mailadres is nu uit de raadsmonitor gewist.",
        ]
    )


@transaction.atomic
def sluit(vraag: Lezersvraag, *, by: User) -> None:
    """Close without an answer. Raises `VraagFout`."""
    _handel_af(_neem(vraag, by), LezersvraagStand.GESLOTEN, by)


@transaction.atomic
def maak_openbaar(vraag: Lezersvraag, tekst: str, *, by: User) -> Inbreng:
    """A public question of ‘een lezer’, in the words that staff chose. Raises `VraagFout`.

    The answer of the mail is not taken along: it was written to one person.
    """
    vraag = Lezersvraag.objects.select_for_update(of=("self",)).get(pk=vraag.pk)
    gemeente = vraag.uitgave.gemeente
    if not rechten.mag(by, "monitor.add_inbreng", gemeente.pk):
        raise VraagFout("U mag geen openbare vraag maken. Vraag het een redacteur of griffier.")
    if vraag.inbreng_id is not None:
        raise VraagFout("Van deze vraag is al een openbare vraag gemaakt.")
    if not tekst.strip() or _ADRES.search(tekst):
        raise VraagFout("Schrijf de openbare tekst van de vraag, zonder naam of e-mailadres.")
    vraag.inbreng = Inbreng.objects.create(
        uitgave=vraag.uitgave,
        hoofdstuk=_hoofdstuk(vraag),
        indicator=gemeente.indicatoren.filter(code=vraag.indicator_code).first(),
        soort=InbrengSoort.VRAAG,
        van="een lezer",
        gesteld_op=timezone.localdate(vraag.gesteld_op),
        tekst=tekst.strip(),
        eigenaar=vraag.eigenaar,
    )
    vraag.save(update_fields=["inbreng"])
    return vraag.inbreng


def _hoofdstuk(vraag: Lezersvraag) -> Hoofdstuk | None:
    """The chapter in which the figure stands, when it stands in one."""
    return Hoofdstuk.objects.filter(
        uitgave=vraag.uitgave, blokken__regels__indicator__code=vraag.indicator_code
    ).first()


def _neem(vraag: Lezersvraag, by: User) -> Lezersvraag:
    vraag = Lezersvraag.objects.select_for_update(of=("self",)).get(pk=vraag.pk)
    if not rechten.mag(by, RECHT, vraag.uitgave.gemeente_id):
        raise VraagFout(
            "U mag deze vraag niet afhandelen. Vraag het een redacteur, publicist of griffier."
        )
    if vraag.stand != LezersvraagStand.NIEUW:
        raise VraagFout("Deze vraag is al afgehandeld.")
    return vraag


def _handel_af(vraag: Lezersvraag, stand: str, by: User | None) -> None:
    vraag.stand, vraag.afgehandeld_op, vraag.afgehandeld_door = stand, timezone.now(), by
    vraag.e_mail = ""
    vraag.save()


@transaction.atomic
def ruim_op(*, at: datetime | None = None) -> int:
    """Wipe what was dealt with long enough ago, and close what nobody dealt with. How many."""
    at = at or timezone.now()
    grens = at - timedelta(days=settings.LEZERSVRAAG_DAGEN)
    oud = Lezersvraag.objects.filter(afgehandeld_op__lt=grens).exclude(vraag="")
    vergeten = Lezersvraag.objects.filter(
        stand=LezersvraagStand.NIEUW, gesteld_op__lt=at - NOOIT_AFGEHANDELD
    )
    gewist = oud.update(vraag="", antwoord="")
    return gewist + vergeten.update(
        stand=LezersvraagStand.GESLOTEN, afgehandeld_op=at, e_mail="", vraag=""
    )

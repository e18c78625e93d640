"""The outbox: every mail is a row first, and sent from there by background work.

The row is written with what it is about, in one transaction; so no mail is lost, and none tells of what
was rolled back. Asked again under the same key, it is the same mail. A worker that dies between the mail
server's yes and ours sends it a second time with the same Message-ID, which mail servers keep once.
"""

import hashlib
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from monitor import taken
from monitor.models import Gemeente, Mailbericht, Taak
from monitor.models.enums import TaakStand

WERK = "mail"
# Minutes until the next try, after each one that failed; after the last the mail is given up (3 days).
WACHTTIJDEN = (1, 5, 15, 60, 180, 360, 720, 1440, 1440)


def verstuur(
    sleutel: str, *, aan: str, onderwerp: str, tekst: str, gemeente: Gemeente | None = None
) -> Mailbericht:
    """Put one mail in the outbox; it goes after this transaction. The same key is the same mail."""
    bericht, is_nieuw = Mailbericht.objects.get_or_create(
        sleutel=sleutel[:120],
        defaults={
            "aan": aan,
            "onderwerp": " ".join(onderwerp.split())[:200],
            "tekst": tekst,
            "gemeente": gemeente,
        },
    )
    if is_nieuw:
        taken.start(WERK, gemeente=gemeente, bericht=bericht.pk)
    return bericht


def ronde(*, at: datetime | None = None) -> int:
    """Ask for work for every mail whose turn it is and that no work waits for. How many."""
    at = at or timezone.now()
    open_ = Taak.objects.filter(naam=WERK, stand__in=[TaakStand.WACHT, TaakStand.BEZIG])
    bezig = {taak.argumenten.get("bericht") for taak in open_}
    berichten = Mailbericht.objects.te_doen(at=at, stil=at - taken.stil())
    rijen = [
        b for b in berichten.select_related("gemeente").order_by("pk")[:500] if b.pk not in bezig
    ]
    for bericht in rijen:
        taken.start(WERK, gemeente=bericht.gemeente, bericht=bericht.pk)
    return len(rijen)


def verzend(pk: int, *, at: datetime | None = None) -> str:
    """Send one mail, if nobody else does. Returns what became of it, for people."""
    at = at or timezone.now()
    te_doen = Mailbericht.objects.te_doen(at=at, stil=at - taken.stil()).filter(pk=pk)
    if not te_doen.update(bezig_op=at, pogingen=F("pogingen") + 1):
        return "Deze mail is al verstuurd, of een ander is ermee bezig."
    bericht = Mailbericht.objects.get(pk=pk)
    try:
        _mail(bericht).send()
    except SMTPRecipientsRefused as fout:
        return _mislukt(bericht, fout, at, definitief=_is_definitief(fout))
    except (SMTPException, OSError) as fout:
        return _mislukt(bericht, fout, at)
    _eindig(bericht, verstuurd_op=timezone.now(), fout="")
    return "De mail is verstuurd."


def _mail(bericht: Mailbericht) -> EmailMessage:
    kenmerk = hashlib.sha256(f"{settings.SECRET_KEY}{bericht.sleutel}".encode()).hexdigest()[:32]
    domein = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
    kop = {"Message-ID": f"<{kenmerk}@{domein}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(bericht.onderwerp, bericht.tekst, to=[bericht.aan], headers=kop)


def _is_definitief(fout: SMTPRecipientsRefused) -> bool:
    """The mail server said that this address does not exist (a code of 500 and above)."""
    return all(code >= 500 for code, _ in fout.recipients.values())


def _mislukt(bericht: Mailbericht, fout: Exception, at: datetime, definitief: bool = False) -> str:
    tekst = f"{type(fout).__name__}: de mailserver nam de mail niet aan."[:200]
    if definitief or bericht.pogingen > len(WACHTTIJDEN):
        _eindig(bericht, opgegeven_op=timezone.now(), fout=tekst)
        return f"De mail is opgegeven. {tekst}"
    volgende = at + timedelta(minutes=WACHTTIJDEN[bericht.pogingen - 1])
    Mailbericht.objects.filter(pk=bericht.pk).update(
        bezig_op=None, volgende_op=volgende, fout=tekst
    )
    return f"{tekst} Nieuwe poging om {timezone.localtime(volgende):%H:%M}."


def _eindig(bericht: Mailbericht, **velden: object) -> None:
    """Close it, and keep no longer whom it was for and what it said."""
    Mailbericht.objects.filter(pk=bericht.pk).update(aan="", tekst="", bezig_op=None, **velden)


def _werk(loop: taken.Loop, *, bericht: int) -> str:
    return verzend(bericht)


@transaction.atomic
def wis(sleutel: str) -> None:
    """Take back a mail that did not go yet."""
    Mailbericht.objects.filter(
        sleutel=sleutel, verstuurd_op__isnull=True, bezig_op__isnull=True
    ).update(opgegeven_op=timezone.now(), aan="", tekst="", fout="Teruggenomen.")


taken.register_werk(WERK, _werk, transactie=None, titel="Mail versturen")

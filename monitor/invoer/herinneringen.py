"""Reminders to owners who still owe figures: at most one a day for each edition, never with figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from monitor import taken
from monitor.invoer.cockpit import Cockpit, Deel, stel_op
from monitor.models import Eigenaar, Herinnering, Taak, Uitgave
from monitor.regels.perioden import dag_in_woorden

WERK = "herinneringen"
DAGEN_VOORAF = frozenset({14, 7, 3, 1, 0})
DAGEN_TE_LAAT = 14


def vraag_aan(*, dag: date | None = None) -> None:
    """Once a day, whoever asks and however often."""
    dag = dag or timezone.localdate()
    if not Taak.objects.filter(naam=WERK, argumenten__dag=dag.isoformat()).exists():
        taken.start(WERK, dag=dag.isoformat())


def herinner(dag: date) -> int:
    """Send what is due on this day; how many mails went out."""
    marge = timedelta(max(DAGEN_VOORAF)), timedelta(DAGEN_TE_LAAT)
    uitgaven = Uitgave.objects.filter(
        aanleveren_voor__range=(dag - marge[1], dag + marge[0])
    ).select_related("gemeente", "periode", "vorige")
    return sum(_herinner_uitgave(u, dag) for u in uitgaven.order_by("pk"))


def is_dag(uitgave: Uitgave, dag: date) -> bool:
    """Two weeks, one week, three days and one day ahead, on the day, and each day that it is late."""
    if uitgave.aanleveren_voor is None:
        return False
    nog = (uitgave.aanleveren_voor - dag).days
    return nog in DAGEN_VOORAF or -DAGEN_TE_LAAT <= nog < 0


def _herinner_uitgave(uitgave: Uitgave, dag: date) -> int:
    if not is_dag(uitgave, dag):
        return 0
    stand = stel_op(uitgave, vandaag=dag)
    if stand.dicht:
        return 0
    return sum(_stuur(stand, eigenaar, deel) for eigenaar, deel in te_herinneren(stand))


def te_herinneren(stand: Cockpit) -> Iterator[tuple[Eigenaar, Deel]]:
    """The owners with an address for whom something is open."""
    eigenaren = Eigenaar.objects.filter(gemeente_id=stand.uitgave.gemeente_id, wil_herinnering=True)
    per_naam = {e.functie.casefold(): e for e in eigenaren}
    for deel in stand.eigenaren:
        eigenaar = per_naam.get(deel.naam.casefold())
        if eigenaar is not None and (deel.open or not deel.is_zuiver):
            yield eigenaar, deel


def _stuur(stand: Cockpit, eigenaar: Eigenaar, deel: Deel) -> int:
    """Claim the day first, then send: a worker that dies between sends nothing twice."""
    rij = _claim(stand, eigenaar, deel)
    if rij is None:
        return 0
    try:
        EmailMessage(onderwerp(stand), brief(stand, deel), to=[eigenaar.e_mail]).send()
    except (SMTPException, OSError) as fout:
        rij.fout = f"{type(fout).__name__}: de mailserver nam de mail niet aan."[:200]
        rij.save(update_fields=["fout"])
        return 0
    rij.verstuurd_op, rij.fout = timezone.now(), ""
    rij.save(update_fields=["verstuurd_op", "fout"])
    return 1


def _claim(stand: Cockpit, eigenaar: Eigenaar, deel: Deel) -> Herinnering | None:
    """The row of today, when nobody has it; or one whose mail was refused, to try again."""
    plek = {"uitgave": stand.uitgave, "eigenaar": eigenaar, "dag": stand.vandaag}
    try:
        with transaction.atomic():
            return Herinnering.objects.create(
                **plek, open_cijfers=deel.open, twijfels=deel.twijfels + deel.fouten
            )
    except IntegrityError:
        geweigerd = Herinnering.objects.filter(**plek, verstuurd_op=None).exclude(fout="")
        if geweigerd.update(fout=""):
            return Herinnering.objects.get(**plek)
        return None


def onderwerp(stand: Cockpit) -> str:
    return f"Cijfers aanleveren voor {stand.uitgave.titel}: {stand.aftellen}".replace("\n", " ")


def brief(stand: Cockpit, deel: Deel) -> str:
    """Counts of open work and where to do it. No figure, no name of a figure, no person."""
    voor = stand.uitgave.aanleveren_voor
    regels = [
        f"Beste collega's van {deel.naam},",
        "",
        f"Voor ‘{stand.uitgave.titel}’ van de gemeente {stand.uitgave.gemeente} leveren jullie cijfers aan.",
        f"Dat kan tot en met {dag_in_woorden(voor)} ({stand.aftellen})." if voor else "",
        "",
        "Dit staat nog open:",
    ]
    if deel.open:
        regels.append(f"- {deel.open} {'cijfer' if deel.open == 1 else 'cijfers'} om in te vullen")
    if twijfels := deel.twijfels + deel.fouten:
        regels.append(f"- {twijfels} {'cijfer' if twijfels == 1 else 'cijfers'} om na te kijken")
    regels += [
        "",
        "Vul ze in bij:" if settings.BASIS_ADRES else "Log in bij de raadsmonitor en open:",
        settings.BASIS_ADRES.rstrip("/")
        + reverse("admin:monitor_uitgave_rooster", args=[stand.uitgave.pk]),
        "",
        "Komt een cijfer er niet? Zeg dan in de raadsmonitor waarom niet.",
        "Deze mail komt vanzelf, hooguit één keer per dag. Er staan nooit cijfers in.",
    ]
    return "\n".join(regels)


def _werk(loop: taken.Loop, *, dag: str) -> str:
    aantal = herinner(date.fromisoformat(dag))
    return f"{aantal} {'herinnering' if aantal == 1 else 'herinneringen'} verstuurd."


taken.register_werk(WERK, _werk, transactie=None)

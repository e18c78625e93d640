"""Reminders to owners who still owe figures: at most one a day for each edition, never with figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from monitor import taken
from monitor.invoer.cockpit import stel_op
from monitor.invoer.cockpitdelen import Cockpit, Deel
from monitor.models import Eigenaar, Herinnering, Taak, Uitgave
from monitor.post import verstuur
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
    """Put what is due on this day in the outbox; how many mails."""
    marge = timedelta(max(DAGEN_VOORAF)), timedelta(DAGEN_TE_LAAT)
    uitgaven = Uitgave.objects.filter(
        aanleveren_voor__range=(dag - marge[1], dag + marge[0])
    ).select_related("gemeente", "periode", "vorige")
    return sum(_herinner_uitgave(u, dag) for u in uitgaven.order_by("pk"))


def is_dag(uitgave: Uitgave, dag: date) -> bool:
    """Two weeks, one week, three days and one day ahead, on the day, and each day of two weeks after it."""
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


@transaction.atomic
def _stuur(stand: Cockpit, eigenaar: Eigenaar, deel: Deel) -> int:
    """The row of today and its mail in one; none when somebody made it already."""
    rij, is_nieuw = Herinnering.objects.get_or_create(
        uitgave=stand.uitgave,
        eigenaar=eigenaar,
        dag=stand.vandaag,
        defaults={"open_cijfers": deel.open, "twijfels": deel.twijfels + deel.fouten},
    )
    if is_nieuw:
        rij.bericht = verstuur(
            f"herinnering-{rij.pk}",
            aan=eigenaar.e_mail,
            onderwerp=onderwerp(stand),
            tekst=brief(stand, deel),
            gemeente=stand.uitgave.gemeente,
        )
        rij.save(update_fields=["bericht"])
    return int(is_nieuw)


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
    return f"{aantal} {'herinnering' if aantal == 1 else 'herinneringen'} klaargezet."


taken.register_werk(WERK, _werk, transactie=None, titel="Herinneringen klaarzetten")

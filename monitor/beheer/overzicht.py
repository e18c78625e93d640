"""What the start page of the admin tells: own gemeenten, open work, deliveries, what is late."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from monitor import rechten
from monitor.invoer.aanleveren import zichtbare_leveringen
from monitor.models import Gemeente, Indicator, Uitgave
from monitor.models.enums import Aard, Frequentie, Rol, Soort, UitgaveStand
from monitor.regels.perioden import verwachte_periode

OPEN = (UitgaveStand.CONCEPT, UitgaveStand.IN_CONTROLE, UitgaveStand.VASTGESTELD)
_BEKEND = (Aard.GETAL, Aard.KLEINER_DAN, Aard.BEREIK, Aard.ZIE_TOELICHTING)
_GEMETEN = (Soort.REALISATIE, Soort.PROGNOSE)
MEEST = 8  # lines in a list of the page
VEEL_GEMEENTEN = 5  # who looks after more (support) gets no list of late figures

# Text, right, name of the address.
SNEL = (
    ("Cijfer invullen", "monitor.add_waarneming", "admin:monitor_waarneming_add"),
    ("Bestand aanleveren", "monitor.add_aanlevering", "admin:monitor_aanlevering_add"),
    ("Uitgave maken", "monitor.add_uitgave", "admin:monitor_uitgave_changelist"),
    ("Uitgave publiceren", "monitor.publish_uitgave", "admin:monitor_uitgave_changelist"),
    ("Vraag of toezegging van de raad", "monitor.add_inbreng", "admin:monitor_inbreng_add"),
    ("Mijn mijlpalen bijwerken", "programma.add_stand", "admin_bijwerken:overzicht"),
    ("Programma's bijwerken", "programma.change_programma", "admin:programma_programma_changelist"),
    ("Gebruiker toevoegen", "auth.add_user", "admin:auth_user_add"),
)


@dataclass(frozen=True)
class Achterstand:
    """A figure that should be here by now."""

    indicator: Indicator
    laatste: date | None
    verwacht: str


def overzicht(user: Any) -> dict[str, Any]:
    uitgaven = Uitgave.objects.filter(
        gemeente__in=rechten.gemeenten_met(user, "monitor.view_uitgave"), stand__in=OPEN
    ).select_related("gemeente", "periode")
    leveringen = zichtbare_leveringen(user).select_related("gemeente", "gemaakt_door", "taak")
    achter = achterstand(user)
    return {
        "gemeenten": eigen_gemeenten(user),
        "open_uitgaven": list(uitgaven.order_by("-peildatum")[:MEEST]),
        "leveringen": list(leveringen[:MEEST]),
        "achterstand": achter[:MEEST],
        "achterstand_meer": max(len(achter) - MEEST, 0),
        "mag_invullen": rechten.mag(user, "monitor.add_waarneming"),
        "mag_uitgaven": rechten.mag(user, "monitor.view_uitgave"),
        "mag_voorbeeld": rechten.mag(user, "monitor.preview_uitgave"),
        "snel": snelkoppelingen(user),
        "meer_gemeenten": rechten.werkt_in_meer_gemeenten(user),
    }


def eigen_gemeenten(user: Any) -> list[dict[str, Any]]:
    """The gemeenten of the user, with what he is there."""
    rollen = rechten.rollen_van(user)
    return [
        {
            "gemeente": gemeente,
            "rollen": ", ".join(sorted(Rol(rol).label for rol in rollen.get(gemeente.pk, ()))),
        }
        for gemeente in Gemeente.objects.for_user(user)[:50]
    ]


def snelkoppelingen(user: Any) -> list[tuple[str, str]]:
    uit = []
    for tekst, recht, naam in SNEL:
        try:
            adres = reverse(naam)
        except NoReverseMatch:
            continue
        if rechten.mag(user, recht):
            uit.append((tekst, adres))
    return uit


def achterstand(user: Any) -> list[Achterstand]:
    """Figures whose newest period ended before what their rhythm promises, oldest first."""
    gemeenten = list(rechten.gemeenten_met(user, "monitor.view_waarneming")[: VEEL_GEMEENTEN + 1])
    if len(gemeenten) > VEEL_GEMEENTEN:
        return []
    peildata = _peildata(gemeenten)
    bekend = Q(
        reeksen__waarnemingen__aard__in=_BEKEND,
        reeksen__soort__in=_GEMETEN,
    )
    indicatoren = (
        Indicator.objects.filter(gemeente__in=gemeenten, is_actief=True, formule="")
        .exclude(frequentie=Frequentie.ONREGELMATIG)
        .select_related("gemeente")
        .annotate(laatste=Max("reeksen__waarnemingen__periode__eind", filter=bekend))
        .order_by()
    )
    laat = []
    for indicator in indicatoren:
        verwacht = verwachte_periode(indicator.frequentie, peildata[indicator.gemeente_id])
        if verwacht is None or (indicator.laatste and indicator.laatste >= verwacht.eind):
            continue
        laat.append(Achterstand(indicator, indicator.laatste, verwacht.tekst))
    return sorted(laat, key=lambda a: (a.laatste or date.min, a.indicator.naam))


def _peildata(gemeenten: list[Gemeente]) -> dict[int, date]:
    """By gemeente the day to look from: that of its open edition, else today."""
    vandaag = timezone.localdate()
    rijen = Uitgave.objects.filter(gemeente__in=gemeenten, stand__in=OPEN)
    open_ = dict(rijen.order_by().values_list("gemeente").annotate(dag=Max("peildatum")))
    return {g.pk: min(open_.get(g.pk, vandaag), vandaag) for g in gemeenten}

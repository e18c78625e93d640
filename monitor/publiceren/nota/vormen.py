"""The sections of a note: those of the gemeente, or the usual ones while it chose none."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction

from monitor.models import Gemeente, Notasectie, Notatekst, Notavorm, Raadsmoment, Uitgave
from monitor.models.enums import NotaDeel

NVT = "Niet van toepassing."
# code, heading, what fills itself, standard text
Regel = tuple[str, str, str, str]
SETS: dict[str, tuple[Regel, ...]] = {
    "Informatienota": (
        ("samenvatting", "Samenvatting", NotaDeel.SAMENVATTING, ""),
        ("inleiding", "Inleiding", "", ""),
        ("hoogtepunten", "Hoogtepunten", NotaDeel.HOOGTEPUNTEN, ""),
        ("anders", "Wat is nieuw of anders", NotaDeel.WIJZIGINGEN, "Er is niets gewijzigd."),
        (
            "niet-bijgewerkt",
            "Nog niet bijgewerkt",
            NotaDeel.NIET_BIJGEWERKT,
            "Alle cijfers zijn bijgewerkt.",
        ),
        ("kernboodschap", "Kernboodschap", "", ""),
        ("consequenties", "Consequenties", "", NVT),
        ("communicatie", "Communicatie", "", NVT),
        ("vervolg", "Vervolg", NotaDeel.KALENDER, NVT),
        ("besluit", "Besluit", NotaDeel.BESLUIT, "Er is nog geen besluit van het college."),
        ("bijlagen", "Bijlagen", NotaDeel.BIJLAGEN, ""),
    ),
    "Informatie voor de raad": (
        ("kernboodschap", "Kernboodschap", NotaDeel.SAMENVATTING, ""),
        ("toelichting", "Toelichting", NotaDeel.HOOGTEPUNTEN, ""),
        ("anders", "Wat is nieuw of anders", NotaDeel.WIJZIGINGEN, ""),
        ("niet-bijgewerkt", "Nog niet bijgewerkt", NotaDeel.NIET_BIJGEWERKT, ""),
        ("besluit", "Besluit", NotaDeel.BESLUIT, "De raad wordt geïnformeerd."),
        ("vervolg", "Vervolg", NotaDeel.KALENDER, NVT),
        ("bijlagen", "Bijlagen", NotaDeel.BIJLAGEN, ""),
    ),
}
STANDAARD = "Informatienota"


@dataclass
class Notabron:
    """What the maker of the note needs, read in three queries."""

    vorm: Notavorm
    secties: list[Notasectie]
    teksten: dict[str, Notatekst] = field(default_factory=dict)  # by code of the section
    momenten: list[Raadsmoment] = field(default_factory=list)


def standaardsecties(vorm: Notavorm, welke: str) -> list[Notasectie]:
    """The usual sections, not stored."""
    return [
        Notasectie(
            vorm=vorm,
            code=code,
            kop=kop,
            automatisch=deel,
            standaardtekst=standaard,
            volgorde=10 * i,
        )
        for i, (code, kop, deel, standaard) in enumerate(SETS[welke], 1)
    ]


def lees_nota(uitgave: Uitgave) -> Notabron:
    """Sections of the gemeente with the texts of this edition, and the moments of the council."""
    vorm = (
        Notavorm.objects.filter(gemeente_id=uitgave.gemeente_id).prefetch_related("secties").first()
    )
    if vorm is None:
        vorm = Notavorm(gemeente=uitgave.gemeente)
        secties = standaardsecties(vorm, STANDAARD)
    else:
        vorm.gemeente = uitgave.gemeente
        secties = [s for s in vorm.secties.all() if s.is_in_gebruik]
    teksten = uitgave.notateksten.select_related("sectie") if vorm.pk else ()
    momenten = Raadsmoment.objects.filter(
        gemeente_id=uitgave.gemeente_id, datum__gt=uitgave.peildatum
    )
    return Notabron(vorm, secties, {t.sectie.code: t for t in teksten}, list(momenten))


@transaction.atomic
def begin_vorm(gemeente: Gemeente, welke: str) -> Notavorm:
    """Store the usual sections for a gemeente, to change them afterwards.

    Raises ValidationError for a set that does not exist, or when the gemeente has its sections.
    """
    if welke not in SETS:
        raise ValidationError("Kies een van de indelingen op deze pagina.")
    Gemeente.objects.select_for_update().get(pk=gemeente.pk)
    if Notavorm.objects.filter(gemeente=gemeente).exists():
        raise ValidationError("Deze gemeente heeft al een indeling. Pas die aan.")
    vorm = Notavorm.objects.create(gemeente=gemeente, naam=welke)
    Notasectie.objects.bulk_create(standaardsecties(vorm, welke))
    return vorm


def kopieer_teksten(vorige: Uitgave, nieuw: Uitgave) -> list[Notatekst]:
    """The texts of the previous note for the next one. One read, one write."""
    rijen = list(Notatekst.objects.filter(uitgave=vorige).select_related("sectie"))
    for rij in rijen:
        rij.pk, rij.uitgave = None, nieuw
    return Notatekst.objects.bulk_create(rijen)

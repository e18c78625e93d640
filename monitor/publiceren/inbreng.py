"""What the council said: which of it comes up in an edition, as its readers see it, and when it is done.

An item is said of one edition and comes up in every later one, open, until one of them carries the
answer; from then on it stands in that one as answered, and in no later one.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from monitor.models import Inbreng, Uitgave
from monitor.models.enums import InbrengSoort
from monitor.publiceren.cijfers import belofte
from monitor.publiceren.schema import Besluit, InbrengRegel, Inhoud
from monitor.publiceren.teksten import vul

if TYPE_CHECKING:
    from monitor.publiceren.werk import Werk


def lees_inbreng(uitgave: Uitgave) -> list[Inbreng]:
    """What comes up in this edition, oldest first. One query."""
    rijen = Inbreng.objects.voor(uitgave).select_related(
        "uitgave__periode", "hoofdstuk", "indicator"
    )
    return list(rijen.order_by("gesteld_op", "pk"))


def is_beantwoord(rij: Inbreng, uitgave: Uitgave) -> bool:
    """Whether this edition carries the answer; one that a later edition gave is not known here."""
    return bool(rij.antwoord.strip()) and rij.behandeld_in_id in (None, uitgave.pk)


def vul_inbreng(werk: "Werk", inhoud: Inhoud) -> None:
    """Add the list, and the decision of the college, when there is any."""
    regels = [_regel(werk, rij) for rij in werk.bron.inbreng]
    if regels:
        inhoud["inbreng"] = regels
    if besluit := _besluit(werk.bron.uitgave):
        inhoud["besluit"] = besluit


def _regel(werk: "Werk", rij: Inbreng) -> InbrengRegel:
    waar = f"{rij.get_soort_display().lower()} van {rij.van}"
    klaar = is_beantwoord(rij, werk.bron.uitgave)
    return {
        "soort": rij.soort,
        "soort_tekst": rij.get_soort_display(),
        "van": rij.van,
        "gesteld_op": rij.gesteld_op.isoformat(),
        "uitgave": rij.uitgave.slug,
        "uitgave_titel": rij.uitgave.titel,
        "hoofdstuk": rij.hoofdstuk.code if rij.hoofdstuk else "",
        "hoofdstuk_titel": rij.hoofdstuk.titel if rij.hoofdstuk else "",
        "indicator": rij.indicator.code if rij.indicator else "",
        "indicator_naam": rij.indicator.naam if rij.indicator else "",
        "tekst": vul(werk, rij.tekst, waar),
        "antwoord": vul(werk, rij.antwoord, f"het antwoord op de {waar}") if klaar else "",
        "eigenaar": rij.eigenaar,
        "beloofd_voor": belofte(rij.beloofd_voor) if rij.beloofd_voor else "",
        "is_open": not klaar,
    }


def _besluit(uitgave: Uitgave) -> Besluit | None:
    punten = [r.strip() for r in uitgave.beslispunten.splitlines() if r.strip()]
    if not punten:
        return None
    op = uitgave.college_op.isoformat() if uitgave.college_op else None
    return {"op": op, "zaaknummer": uitgave.zaaknummer, "punten": punten}


def sluit_af(uitgave: Uitgave) -> None:
    """The answered items of an edition that is being published are dealt with in it."""
    klaar = [r.pk for r in lees_inbreng(uitgave) if is_beantwoord(r, uitgave)]
    Inbreng.objects.filter(pk__in=klaar, behandeld_in=None).update(behandeld_in=uitgave)


def openstaand(uitgave: Uitgave) -> Iterator[str]:
    """What a publicist should look at: what is still open, and what was promised for this edition."""
    rijen = [r for r in lees_inbreng(uitgave) if not is_beantwoord(r, uitgave)]
    for rij in rijen:
        if rij.soort == InbrengSoort.TOEZEGGING and rij.beloofd_voor == uitgave.slug:
            yield f"Voor deze uitgave is toegezegd: ‘{rij.tekst[:120]}’. Schrijf wat ervan kwam."
    if rijen:
        woord = (
            "1 vraag of toezegging staat"
            if len(rijen) == 1
            else f"{len(rijen)} vragen en toezeggingen staan"
        )
        yield (
            f"Van de raad: {woord} nog open. Zo komen ze in de uitgave. Antwoorden schrijft u bij "
            "‘Vragen en toezeggingen’."
        )

"""Demodam's next edition, half way: some figures are in, some are late, a few raise a doubt.

Made as staff would: the edition from the previous one, the figures in the grid. Readers see nothing of it.
"""

from __future__ import annotations

from datetime import date

from django.contrib.auth import get_user_model
from django.db import transaction

from monitor.invoer.perioden import periode_voor
from monitor.invoer.rooster import Roosterrij, rijen_voor
from monitor.invoer.rooster_bewaren import bewaar
from monitor.invoer.rooster_lezen import Invoer
from monitor.models import Eigenaar, Gemeente, Indicator, Uitgave
from monitor.models.enums import Rol
from monitor.publiceren.vervolg import volgende_uitgave
from monitor.regels.getallen import lees_getal
from monitor.regels.tonen import toon_getal
from sociaaldomein.demo.gebruikers import naam_van

CODE, TITEL, PEILDATUM = "2026-K4", "Monitor 4e kwartaal 2026", date(2026, 12, 31)
AANLEVEREN_VOOR = date(2027, 1, 22)
AL_INGEVULD = {"Jeugd": "2026-12", "Participatie": "2026-12", "Wmo": "2026-11"}  # up to which month
LAATST = "2026-12"
MAAL = {"wachtlijst-jeugd": 10, "aanvragen-bijstand": 2}  # a slip of the hand, and a jump
ERBIJ = {"uitkeringen": 25}  # its parts do not add up to it
BELOFTE = ("gemiddelde-uitkering", "nog niet bekend (2026-K4)")
EIGENAREN = {
    "Beleidsadviseur Jeugd": "jeugd@example.nl",
    "Beleidsadviseur Wmo": "wmo@example.nl",
    "Teamleider Participatie": "participatie@example.nl",
}


@transaction.atomic
def maak_concept(gemeente: Gemeente) -> int:
    """Make the draft of `CODE` with its figures, unless it is there; the number of figures filled in."""
    if Uitgave.objects.filter(gemeente=gemeente, periode__code=CODE).exists():
        return 0
    users = get_user_model().objects
    redacteur = users.get(username=naam_van(Rol.REDACTEUR, gemeente.slug))
    vorige = Uitgave.objects.filter(gemeente=gemeente).latest("peildatum")
    uitgave = volgende_uitgave(
        vorige, periode=periode_voor(CODE), titel=TITEL, peildatum=PEILDATUM, by=redacteur
    )
    uitgave.aanleveren_voor = AANLEVEREN_VOOR
    uitgave.save(update_fields=["aanleveren_voor"])
    _adressen(gemeente)
    invoer = {r.sleutel: Invoer(t, "", "", 0) for r in rijen_voor(uitgave) if (t := _tekst(r))}
    invoerder = users.get(username=naam_van(Rol.INVOERDER, gemeente.slug))
    return bewaar(uitgave, invoer, by=invoerder).opgeslagen


def _adressen(gemeente: Gemeente) -> None:
    functies = set(Indicator.objects.filter(gemeente=gemeente).values_list("eigenaar", flat=True))
    for functie in functies & EIGENAREN.keys():
        Eigenaar.objects.get_or_create(
            gemeente=gemeente, functie=functie, defaults={"e_mail": EIGENAREN[functie]}
        )


def _tekst(rij: Roosterrij) -> str:
    """What the owner typed in this row; "" when it is still to come. As a year ago, so parts add up."""
    tot = AL_INGEVULD.get(rij.hoofdstuk, "")
    gewoon = rij.jaar_eerder or rij.vorig
    if not (gewoon and rij.is_open and rij.periode.soort == "maand" and rij.periode.code <= tot):
        return ""
    code = rij.indicator.code
    if rij.periode.code != LAATST or rij.uitsplitsing:
        return gewoon
    if code == BELOFTE[0]:
        return BELOFTE[1]
    return _anders(rij, gewoon, MAAL.get(code, 1), ERBIJ.get(code, 0))


def _anders(rij: Roosterrij, tekst: str, maal: int, erbij: int) -> str:
    if maal == 1 and not erbij:
        return tekst
    waarde = lees_getal(tekst, **rij.stijl).waarde
    return tekst if waarde is None else toon_getal(waarde * maal + erbij, **rij.stijl)

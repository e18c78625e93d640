"""Rows that are added and never change: reports and decisions. The same row twice is one report."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import TextChoices

from monitor.invoer.controle import NIEUW, ONGEWIJZIGD
from monitor.invoer.keuzes import CelFout, lees_dag, lees_keus
from monitor.invoer.tabel import Rij
from programma.invoer.lopend import Lopend
from programma.models import (
    Aannamestand,
    Herplanning,
    OnderdeelIndicator,
    Risico,
    Risicostand,
    Stand,
)
from programma.models.enums import (
    Aannameoordeel,
    Effect,
    Omvang,
    Oordeel,
    Orgaan,
    Schakel,
    Status,
)
from programma.regels.status import GEEN_BERICHT
from programma.standen import controleer_stand

_TEKSTEN = {
    "toelichting": "toelichting", "verwacht_tekst": "verwacht", "gerealiseerd_tekst": "gerealiseerd",
    "gedaan": "gedaan", "opgeleverd": "opgeleverd", "reden": "reden", "nodig": "nodig", "bron": "vindplaats",
}  # fmt: skip
_KEUZES: dict[str, type[TextChoices]] = {
    "status": Status,
    "effect": Effect,
    "kwaliteit": Oordeel,
    "tijd": Oordeel,
    "geld": Oordeel,
}


def _dag(rij: Rij) -> object:
    if (dag := lees_dag(rij, "datum")) is None:
        raise CelFout(
            rij.fout("datum", "Deze cel is leeg.", "Vul de dag in, bijvoorbeeld 2021-04-30.")
        )
    return dag


def _lijn(lopend: Lopend, rij: Rij) -> dict[str, object]:
    """About which line; without a code about the whole programme."""
    leeg: dict[str, object] = {"onderdeel": None, "mijlpaal": None, "deel": None}
    if not rij.tekst("code"):
        return leeg
    regel = lopend.regel(rij)
    soort = regel._meta.model_name
    return leeg | {str(soort): regel, "deel": lopend.deel(rij, regel)}


def stand(lopend: Lopend, rij: Rij) -> None:
    velden: dict[str, Any] = {"programma": lopend.p, "datum": _dag(rij), **_lijn(lopend, rij)}
    velden |= {veld: rij.tekst(kolom) for veld, kolom in _TEKSTEN.items()}
    velden |= {
        v: lees_keus(rij, v, keuzes) if rij.tekst(v) else "" for v, keuzes in _KEUZES.items()
    }
    nieuw = Stand(**velden)
    wat = f"Stand van {nieuw.deel or nieuw.regel or lopend.p}"
    if Stand.objects.filter(**velden).exists():
        lopend.bewerking.noteer(rij, wat, ONGEWIJZIGD)
        return
    nieuw.voorgesteld = _voorgesteld(rij)
    _voeg_toe(lopend, rij, nieuw, wat)


def _voorgesteld(rij: Rij) -> str:
    """What was proposed when it was reported; only a file that went out before says so."""
    tekst = rij.tekst("voorgesteld")
    if tekst and tekst not in (*Status.values, GEEN_BERICHT):
        melding = "Hier staat geen status."
        raise CelFout(rij.fout("voorgesteld", melding, "Laat deze cel leeg."))
    return tekst


def herplanning(lopend: Lopend, rij: Rij) -> None:
    velden: dict[str, Any] = {"programma": lopend.p, "besloten_op": _dag(rij), **_lijn(lopend, rij)}
    velden |= {
        "nieuw_tekst": rij.tekst("gepland"),
        "reden": rij.tekst("reden"),
        "bron": rij.tekst("vindplaats"),
    }
    velden["besloten_door"] = lees_keus(rij, "besloten_door", Orgaan)
    wat = f"Herplanning van {velden['onderdeel'] or velden['mijlpaal']}"
    if Herplanning.objects.filter(**velden).exists():
        lopend.bewerking.noteer(rij, wat, ONGEWIJZIGD)
        return
    eerder = Herplanning.objects.filter(
        **{k: velden[k] for k in ("programma", "onderdeel", "mijlpaal", "deel")},
        besloten_op__lte=velden["besloten_op"],
    ).last()
    regel = velden["deel"] or velden["onderdeel"] or velden["mijlpaal"]
    oud = eerder.nieuw_tekst if eerder else getattr(regel, "gepland_tekst", "")
    oud = rij.tekst("was") or oud
    _voeg_toe(lopend, rij, Herplanning(**velden, oud_tekst=oud), wat)


def risicostand(lopend: Lopend, rij: Rij) -> None:
    """How large a risk was on a day."""
    code = rij.tekst("code")
    risico = Risico.objects.filter(programma=lopend.p, code=code).first()
    if risico is None:
        raise CelFout(
            rij.fout("code", "Dit risico is niet bekend.", "Zet de rij van het risico erboven.")
        )
    velden = {"risico": risico, "datum": _dag(rij), "toelichting": rij.tekst("toelichting")}
    velden |= {v: lees_keus(rij, v, Omvang) for v in ("kans", "gevolg")}
    _eenmaal(lopend, rij, Risicostand, velden, f"Stand van risico {code}")


def aanname(lopend: Lopend, rij: Rij) -> None:
    """What was thought of an assumption on a day."""
    regel, cijfer = lopend.regel(rij), lopend.cijfer(rij)
    schakel = lees_keus(rij, "schakel", Schakel, Schakel.OUTPUT)
    koppeling = OnderdeelIndicator.objects.filter(
        onderdeel_id=regel.pk, onderdeel__programma=lopend.p, indicator=cijfer, schakel=schakel
    ).first()
    if koppeling is None:
        melding = f"‘{cijfer}’ is hier niet gekoppeld als ‘{Schakel(schakel).label}’."
        advies = "Zet de rij ‘indicator’ met hetzelfde onderdeel en dezelfde schakel erboven."
        raise CelFout(rij.fout("indicator", melding, advies))
    velden = {"koppeling": koppeling, "datum": _dag(rij), "toelichting": rij.tekst("toelichting")}
    velden["oordeel"] = lees_keus(rij, "status", Aannameoordeel)
    _eenmaal(lopend, rij, Aannamestand, velden, f"Oordeel over {koppeling}")


def _eenmaal(
    lopend: Lopend, rij: Rij, model: type[models.Model], velden: dict[str, Any], wat: str
) -> None:
    """The same row twice is one."""
    if model._default_manager.filter(**velden).exists():
        lopend.bewerking.noteer(rij, wat, ONGEWIJZIGD)
        return
    _voeg_toe(lopend, rij, model(**velden), wat)


def _voeg_toe(lopend: Lopend, rij: Rij, nieuw: models.Model, wat: str) -> None:
    try:
        controleer_stand(nieuw) if isinstance(nieuw, Stand) else nieuw.full_clean()
    except ValidationError as fout:
        lopend.weiger(rij, fout)
        return
    nieuw.save()
    lopend.bewerking.noteer(rij, wat, NIEUW)

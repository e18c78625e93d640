"""Rows that are added and never change: reports and decisions. The same row twice is one report."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices

from monitor.invoer.controle import NIEUW, ONGEWIJZIGD
from monitor.invoer.keuzes import CelFout, lees_dag, lees_keus
from monitor.invoer.tabel import Rij
from programma.invoer.lopend import Lopend
from programma.models import Herplanning, Stand
from programma.models.enums import Effect, Oordeel, Orgaan, Status
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
    _voeg_toe(lopend, rij, nieuw, wat)


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
    _voeg_toe(lopend, rij, Herplanning(**velden, oud_tekst=oud), wat)


def _voeg_toe(lopend: Lopend, rij: Rij, nieuw: Stand | Herplanning, wat: str) -> None:
    try:
        controleer_stand(nieuw) if isinstance(nieuw, Stand) else nieuw.full_clean()
    except ValidationError as fout:
        lopend.weiger(rij, fout)
        return
    nieuw.save()
    lopend.bewerking.noteer(rij, wat, NIEUW)

"""What the screen of the grid shows: groups of rows, filters, counts; and the answer to a saved cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.http import HttpRequest

from monitor.invoer.rooster import Roosterrij, telling
from monitor.invoer.rooster_bewaren import ONGEWIJZIGD, OPGESLAGEN, Celuitslag, Uitslag
from monitor.invoer.rooster_lezen import Invoer
from monitor.models import Eigenaar
from monitor.models.enums import Aard, WaarnemingStatus
from monitor.regels.afscherming import is_klein

KEUZES = (("alles", "Alle"), ("mijn", "Mijn cijfers"), ("open", "Nog open"), ("twijfel", "Twijfel"))
ONTHOUDEN = "rooster_eigenaar"


@dataclass
class Regel:
    """A row as the screen shows it: what is known, or what was typed and could not be saved."""

    rij: Roosterrij
    waarde: str
    status: str
    voetnoot: str
    versie: int
    melding: str = ""

    @property
    def naam(self) -> str:
        """For who hears the grid: the figure, its kind and its period."""
        rij = self.rij
        return ", ".join(filter(None, (rij.label, rij.soort_tekst, rij.periode.tekst)))

    @property
    def statussen(self) -> list[tuple[str, str, bool]]:
        return [(w, label, w == self.status) for w, label in WaarnemingStatus.choices]


@dataclass
class Groep:
    hoofdstuk: str
    eigenaar: str
    regels: list[Regel]
    is_nieuw_hoofdstuk: bool


@dataclass
class Beeld:
    groepen: list[Groep]
    telling: dict[str, int]
    toon: str
    eigenaren: list[str]
    gekozen: set[str]  # owners that are shown; empty for all
    reden: str = ""
    mis: list[Regel] = field(default_factory=list)

    @property
    def aantal(self) -> int:
        return sum(len(g.regels) for g in self.groepen)


def maak_beeld(
    request: HttpRequest,
    rijen: list[Roosterrij],
    *,
    uitslag: Uitslag | None = None,
    invoer: Mapping[str, Invoer] | None = None,
    reden: str = "",
) -> Beeld:
    """The rows of the chosen filter; what could not be saved is shown whatever the filter."""
    eigenaren = sorted({r.eigenaar for r in rijen}, key=str.casefold)
    toon = request.GET.get("toon", "alles")
    gekozen_van = _gekozen(request, rijen, toon)
    mis = uitslag.mis if uitslag else {}
    gekozen = [r for r in rijen if r.sleutel in mis or _hoort_bij(r, toon, gekozen_van)]
    getypt = {s: i for s, i in (invoer or {}).items() if not _is_gelijk(uitslag, s)}
    regels = [_regel(r, mis.get(r.sleutel), getypt.get(r.sleutel)) for r in gekozen]
    return Beeld(
        _groepeer(regels),
        telling(rijen),
        toon,
        eigenaren,
        gekozen_van,
        reden,
        [r for r in regels if r.melding],
    )


def als_json(uitslag: Uitslag, drempel: int) -> dict[str, Any]:
    """The answer to saved cells: each figure as it now stands, and the doubts of all rows."""
    return {
        "cellen": {sleutel: _cel_json(cel, drempel) for sleutel, cel in uitslag.cellen.items()},
        "telling": telling(uitslag.rijen),
        "twijfels": {r.sleutel: [str(t) for t in r.twijfels] for r in uitslag.rijen if r.twijfels},
    }


def lezers_zien(rij: Roosterrij, drempel: int) -> str:
    """The figure as readers see it: a small count of people is not shown to them."""
    huidig = rij.huidig
    if huidig is None:
        return ""
    grens = rij.indicator.drempel or drempel
    klein = huidig.aard == Aard.GETAL and huidig.waarde is not None
    if klein and rij.indicator.is_afgeschermd and is_klein(huidig.waarde, grens):
        return f"<{grens}"
    return rij.tekst


def _cel_json(cel: Celuitslag, drempel: int) -> dict[str, Any]:
    antwoord: dict[str, Any] = {"uitkomst": cel.uitkomst, "melding": cel.melding}
    if cel.rij is not None:
        nu = cel.rij.huidig
        antwoord |= {
            "waarde": cel.rij.tekst,
            "status": nu.status if nu else WaarnemingStatus.DEFINITIEF.value,
            "voetnoot": nu.voetnoot if nu else "",
            "versie": cel.rij.versie,
            "lezers": lezers_zien(cel.rij, drempel) if cel.uitkomst == OPGESLAGEN else "",
            "open": cel.rij.is_open,
        }
    return antwoord


def _gekozen(request: HttpRequest, rijen: list[Roosterrij], toon: str) -> set[str]:
    """The owners to show; empty for all. Who chooses one is known by it from then on.

    "Mijn cijfers" are those of the owner with the user's own address, else of the one chosen before.
    """
    gevraagd = request.GET.get("eigenaar", "")
    if gevraagd and any(r.eigenaar == gevraagd for r in rijen):
        request.session[ONTHOUDEN] = gevraagd
        return {gevraagd}
    if toon != "mijn" or not rijen:
        return set()
    adres = getattr(request.user, "email", "")
    eigen = Eigenaar.objects.filter(gemeente=rijen[0].indicator.gemeente_id, e_mail__iexact=adres)
    namen = set(eigen.values_list("functie", flat=True)) if adres else set()
    return namen or {n for n in [request.session.get(ONTHOUDEN)] if n}


def _hoort_bij(rij: Roosterrij, toon: str, eigenaren: set[str]) -> bool:
    if eigenaren and rij.eigenaar not in eigenaren:
        return False
    if toon == "open":
        return rij.is_open
    return bool(rij.twijfels) if toon == "twijfel" else True


def _regel(rij: Roosterrij, cel: Celuitslag | None, invoer: Invoer | None) -> Regel:
    if invoer is not None:
        melding = cel.melding if cel else ""
        return Regel(rij, invoer.waarde, invoer.status, invoer.voetnoot, rij.versie, melding)
    nu = rij.huidig
    status = nu.status if nu else WaarnemingStatus.DEFINITIEF.value
    return Regel(rij, rij.tekst, status, nu.voetnoot if nu else "", rij.versie)


def _is_gelijk(uitslag: Uitslag | None, sleutel: str) -> bool:
    """Whether what was sent says nothing new, so that what is known can be shown."""
    cel = uitslag.cellen.get(sleutel) if uitslag else None
    return cel is not None and cel.uitkomst == ONGEWIJZIGD


def _groepeer(regels: list[Regel]) -> list[Groep]:
    groepen: list[Groep] = []
    for (hoofdstuk, eigenaar), delen in groupby(
        regels, key=lambda r: (r.rij.hoofdstuk, r.rij.eigenaar)
    ):
        is_nieuw = not groepen or groepen[-1].hoofdstuk != hoofdstuk
        groepen.append(Groep(hoofdstuk, eigenaar, list(delen), is_nieuw))
    return groepen

"""The lines that a person reports on: what wants word first, with the words of last time beside it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from monitor.models import Publicatie
from programma.models import Mijlpaal, Mijlpaaldeel, Onderdeel, Programma, Stand
from programma.momentopname.laden import Gegevens, Sleutel, laad
from programma.momentopname.regels import maak_regels
from programma.momentopname.schema import Regel
from programma.regels.rapportage import begin_periode, vraagt_bericht

Onderwerp = Onderdeel | Mijlpaal | Mijlpaaldeel


@dataclass(frozen=True)
class Lijn:
    """One line: `sleutel` is "o12", "m3" or "d5"; `laatste` its newest report, `gezien` the newest row."""

    sleutel: str
    onderwerp: Onderwerp
    regel: Regel
    laatste: Stand | None
    gezien: int
    vraagt: bool
    eigenaar: str

    @property
    def titel(self) -> str:
        return f"{self.regel['nummer']} {self.regel['titel']}".strip()


def periode_vanaf(programma: Programma, vandaag: date) -> date:
    """First day of the reporting period."""
    publicaties = Publicatie.objects.published().filter(
        uitgave__gemeente_id=programma.gemeente_id, uitgave__peildatum__lt=vandaag
    )
    vorige = publicaties.aggregate(dag=Max("uitgave__peildatum"))["dag"]
    return begin_periode(programma.rapportageperiode, vandaag=vandaag, vorige=vorige)


def maak_lijst(
    programma: Programma, *, vandaag: date, sleutels: Container[str] | None = None
) -> list[Lijn]:
    """In a constant number of queries; those past their date without word first, then by first plan."""
    vanaf = periode_vanaf(programma, vandaag)
    g = laad(programma, vandaag)
    wie = _onderwerpen(g)
    laatste, gezien = _standen(programma)
    lijnen = []
    for regel in maak_regels(g):
        sleutel, onderwerp = wie[regel["soort"], regel["id"]]
        if sleutels is not None and sleutel not in sleutels:
            continue
        over = over_regel(onderwerp)
        stand = laatste.get(over)
        vraagt = vraagt_bericht(regel["status"], stand.datum if stand else None, vanaf=vanaf)
        eigenaar = _eigenaar(g, regel["pad"])
        lijnen.append(Lijn(sleutel, onderwerp, regel, stand, gezien.get(over, 0), vraagt, eigenaar))
    return sorted(lijnen, key=_plek)


def _plek(lijn: Lijn) -> tuple[bool, bool, str]:
    gepland = lijn.regel["gepland"]
    wanneer = (gepland["eind"] or gepland["begin"] if gepland else None) or "9999"
    return not lijn.vraagt, not lijn.regel["is_over_tijd"], wanneer if lijn.vraagt else ""


def _onderwerpen(g: Gegevens) -> dict[tuple[str, str], tuple[str, Onderwerp]]:
    """By kind and id of a line: its key, and the row that it is about."""
    uit: dict[tuple[str, str], tuple[str, Onderwerp]] = {}
    rijen: list[Onderdeel | Mijlpaal] = [*g.onderdelen.values(), *g.mijlpalen]
    for rij in rijen:
        soort = "mijlpaal" if isinstance(rij, Mijlpaal) else "onderdeel"
        uit[soort, rij.code] = (f"{soort[0]}{rij.pk}", rij)
        for i, deel in enumerate(g.delen.get((soort, rij.pk), []), 1):
            uit[soort, f"{rij.code}.{i}"] = (f"d{deel.pk}", deel)
    return uit


def over_regel(onderwerp: Onderwerp) -> Sleutel:
    if isinstance(onderwerp, Mijlpaaldeel):
        return onderwerp.onderdeel_id, onderwerp.mijlpaal_id, onderwerp.pk
    if isinstance(onderwerp, Mijlpaal):
        return None, onderwerp.pk, None
    return onderwerp.pk, None, None


def _standen(programma: Programma) -> tuple[dict[Sleutel, Stand], dict[Sleutel, int]]:
    """Of each line the newest report, and the highest row number (what somebody has seen)."""
    laatste: dict[Sleutel, Stand] = {}
    gezien: dict[Sleutel, int] = {}
    for stand in programma.standen.select_related("gemaakt_door", "via_link"):
        over = (stand.onderdeel_id, stand.mijlpaal_id, stand.deel_id)
        laatste[over] = stand
        gezien[over] = max(gezien.get(over, 0), stand.pk)
    return laatste, gezien


def _eigenaar(g: Gegevens, pad: list[str]) -> str:
    """The function that leads this line: its own, else that of what is above it."""
    op_code = {o.code: o for o in g.onderdelen.values()}
    namen = (op_code[code].eigenaar for code in reversed(pad) if code in op_code)
    return next((naam for naam in namen if naam), "")

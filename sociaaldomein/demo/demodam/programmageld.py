"""The money of the programme Dichtbij: its figures in the monitor, and by which document each amount came."""

from collections.abc import Iterator

from sociaaldomein.demo.demodam.rijen import Rij
from sociaaldomein.demo.demodam.tijd import EDITIES, Editie

_EURO = {
    "rijsoort": "indicator", "domein": "algemeen", "eenheid": "euro", "telt": "euro", "stroom_of_stand": "stroom",
    "richting": "neutraal", "decimalen": "0", "is_optelbaar": "nee", "bron": "Financiële administratie",
    "eigenaar": "Team Financiën", "frequentie": "jaar",
}  # fmt: skip
DEFINITIES: list[Rij] = [
    _EURO | {"code": "kosten-dichtbij", "naam": "Kosten programma Dichtbij",
             "definitie": "Wat het programma Dichtbij kost: extra mensen, ruimten en onderzoek."},
    _EURO | {"code": "extra-dichtbij", "naam": "Extra geld voor Dichtbij",
             "definitie": "Wat bovenop de begroting voor Dichtbij is gevraagd en toegekend."},
]  # fmt: skip

# From which edition on, indicator, kind, period, whole euros.
_BEDRAGEN = [
    ("2025-K4", "kosten-dichtbij", "begroting_primitief", "2025", 70_000),
    ("2025-K4", "kosten-dichtbij", "realisatie", "2025", 61_400),
    ("2026-K1", "kosten-dichtbij", "begroting_primitief", "2026", 130_000),
    ("2026-K1", "kosten-dichtbij", "realisatie", "2026-01_2026-03", 24_800),
    ("2026-K2", "extra-dichtbij", "prognose", "2026", 45_000),
    ("2026-K2", "kosten-dichtbij", "realisatie", "2026-01_2026-06", 58_900),
    ("2026-K3", "extra-dichtbij", "begroting_na_wijziging", "2026", 30_000),
    ("2026-K3", "kosten-dichtbij", "realisatie", "2026-01_2026-09", 101_700),
]
_REGELS = [
    ("2025-K4", "begroot", "Het programma", "PPN 2026", "kosten-dichtbij", "begroting_primitief"),
    ("2025-K4", "gerealiseerd", "Het programma", "Financiële administratie", "kosten-dichtbij", "realisatie"),
    ("2026-K2", "aangevraagd", "Extra mensen voor de toegang", "1e Berap 2026", "extra-dichtbij", "prognose"),
    ("2026-K3", "toegekend", "Extra mensen voor de toegang", "Raadsbesluit bij de 1e Berap 2026", "extra-dichtbij", "begroting_na_wijziging"),
]  # fmt: skip


def _is_bekend(sinds: str, e: Editie) -> bool:
    codes = [x.code for x in EDITIES]
    return codes.index(sinds) <= codes.index(e.code)


def bedragen(e: Editie) -> Iterator[Rij]:
    """The figures that are new with this edition."""
    for sinds, indicator, soort, periode, waarde in _BEDRAGEN:
        if sinds == e.code:
            yield {"gemeente": "demodam", "indicator": indicator, "soort": soort, "periode": periode, "waarde": str(waarde)}  # fmt: skip


def budgetregels(e: Editie) -> Iterator[Rij]:
    """The lines of money that are known by this edition."""
    for sinds, soort, waarvoor, stuk, indicator, reeks in _REGELS:
        if _is_bekend(sinds, e):
            yield {"rijsoort": "budget", "soort": soort, "titel": waarvoor, "document": stuk, "indicator": indicator, "reeks": reeks}  # fmt: skip

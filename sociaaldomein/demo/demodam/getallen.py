"""The invented truth of Demodam: for each figure and month one value, from one seed."""

import math
import random

from sociaaldomein.demo.demodam.register import CIJFERS, Cijfer
from sociaaldomein.demo.demodam.tijd import maanden

ZAAD = 20260930
VOORRADEN = {
    "clienten-jeugd": ("instroom-jeugd", "uitstroom-jeugd"),
    "clienten-wmo": ("instroom-wmo", "uitstroom-wmo"),
    "uitkeringen": ("instroom-uitkering", "uitstroom-uitkering"),
}
BREUK = ("schuldhulp-dossiers", "2025-07", 1.22)  # from here budget coaching counts too


def waarheid() -> dict[str, list[float]]:
    """Per indicator 36 monthly values; counts are whole, a stock follows from its flows."""
    uit = {c.code: _reeks(c) for c in CIJFERS if not c.formule and c.niveau}
    for voorraad, (erbij, eraf) in VOORRADEN.items():
        stand = round(uit[voorraad][0])
        for i in range(len(uit[voorraad])):
            stand += round(uit[erbij][i]) - round(uit[eraf][i])
            uit[voorraad][i] = stand
    code, vanaf, factor = BREUK
    start = maanden().index(vanaf)
    uit[code] = [w if i < start else float(round(w * factor)) for i, w in enumerate(uit[code])]
    return uit


def _reeks(c: Cijfer) -> list[float]:
    kans = random.Random(f"{ZAAD}-{c.code}")  # noqa: S311  figures for show, not secrets
    uit, afwijking = [], 0.0
    for i, maand in enumerate(maanden()):
        afwijking = 0.6 * afwijking + c.ruis * (kans.random() + kans.random() + kans.random() - 1.5)
        golf = c.seizoen * math.cos((int(maand[5:]) - 2) / 12 * 2 * math.pi)
        waarde = c.niveau * (1 + c.groei) ** (i / 12) * (1 + golf) * (1 + afwijking)
        uit.append(_afgerond(max(waarde, 0.0), c))
    return uit


def _afgerond(waarde: float, c: Cijfer) -> float:
    return float(round(waarde, c.decimalen)) if c.eenheid != "euro" else float(round(waarde, -2))


def verdeel(totaal: int, delen: tuple[tuple[str, float], ...], naam: str) -> dict[str, int]:
    """Split a whole number over parts so that they add up to it; a little noise, then rest by size."""
    kans = random.Random(f"{ZAAD}-{naam}")  # noqa: S311
    gewicht = {code: deel * (0.92 + 0.16 * kans.random()) for code, deel in delen}
    som = sum(gewicht.values())
    exact = {code: totaal * w / som for code, w in gewicht.items()}
    uit = {code: int(w) for code, w in exact.items()}
    rest = sorted(exact, key=lambda code: (uit[code] - exact[code], code))
    for code in rest[: totaal - sum(uit.values())]:
        uit[code] += 1
    return uit

"""The months of Demodam, its four editions, and what was known when."""

from dataclasses import dataclass

EERSTE = (2023, 10)
AANTAL_MAANDEN = 36


def maanden() -> list[str]:
    """ "2023-10" up to and including "2026-09"."""
    jaar, maand = EERSTE
    alle = [(jaar * 12 + maand - 1 + i) for i in range(AANTAL_MAANDEN)]
    return [f"{m // 12}-{m % 12 + 1:02}" for m in alle]


@dataclass(frozen=True)
class Editie:
    """One quarterly edition: what it reports, until when, and with which budget."""

    code: str  # "2026-K1"
    titel: str
    peildatum: str
    vorige: str
    basis: str  # primitief · na_wijziging
    volgende: str

    @property
    def laatste_maand(self) -> str:
        return self.peildatum[:7]

    @property
    def jaar(self) -> str:
        return self.code[:4]

    @property
    def kwartaal(self) -> int:
        return int(self.code[-1])


EDITIES = [
    Editie("2025-K4", "Monitor 4e kwartaal 2025", "2025-12-31", "", "primitief", "mei 2026"),
    Editie("2026-K1", "Monitor 1e kwartaal 2026", "2026-03-31", "2025-K4", "primitief", "augustus 2026"),
    Editie("2026-K2", "Monitor 2e kwartaal 2026", "2026-06-30", "2026-K1", "na_wijziging", "november 2026"),
    Editie("2026-K3", "Monitor 3e kwartaal 2026", "2026-09-30", "2026-K2", "na_wijziging", "februari 2027"),
]  # fmt: skip

BETAALD_NA = (0.0, 0.52, 0.75, 0.87, 0.93, 0.96, 0.98, 0.985, 0.99, 0.994, 0.997, 0.999, 1.0)


def betaald_deel(maanden_later: int) -> float:
    """Share of a month's care that is paid so many months later (METHODEN B1)."""
    return BETAALD_NA[max(0, min(maanden_later, len(BETAALD_NA) - 1))]

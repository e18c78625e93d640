"""How fast is disclosure control? Ten tables of a thousand cells, hidden and attacked.

    python deploy/bench/afscherming.py

Synthetic tables, always the same. The demand is under 10 seconds for ten tables of 30 x 30 with both
margins (961 cells); nested ones of 50 x 20 (1,196 cells) are measured beside it.
"""

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from monitor.regels.aanvaller import lekken
from monitor.regels.afscherming import Cell, Policy, Sum, protect, publish

GRENS = 10.0


def tabel(rijen: int, kolommen: int, zaad: int, groep: int = 0) -> tuple[list[Cell], list[Sum]]:
    """Counts with both margins; `groep` rows at a time add up to a group between row and total."""
    kans = random.Random(zaad)  # noqa: S311 - no secret
    kol = [str(j) for j in range(kolommen)]
    waarde = {
        (str(i), j): kans.randint(1, 9) if kans.random() < 0.07 else kans.randint(10, 400)
        for i in range(rijen)
        for j in kol
    }
    niveau = dict.fromkeys(waarde, 0)
    sommen = []

    def tel_op(naam: str, delen: list[str], hoogte: int) -> None:
        for j in kol:
            waarde[naam, j] = sum(waarde[d, j] for d in delen)
            niveau[naam, j] = hoogte
            sommen.append(Sum(f"{naam}.{j}", tuple(f"{d}.{j}" for d in delen)))

    bovenste = [str(i) for i in range(rijen)]
    if groep:
        for g in range(0, rijen, groep):
            tel_op(f"g{g}", bovenste[g : g + groep], 1)
        bovenste = [f"g{g}" for g in range(0, rijen, groep)]
    tel_op("T", bovenste, 2)
    for i in sorted({i for i, _ in waarde}):
        waarde[i, "T"] = sum(waarde[i, j] for j in kol)
        niveau[i, "T"] = niveau[i, kol[0]] + 1
        sommen.append(Sum(f"{i}.T", tuple(f"{i}.{j}" for j in kol)))
    cellen = [Cell(f"{i}.{j}", w, level=niveau[i, j]) for (i, j), w in waarde.items()]
    return cellen, sommen


def meet(naam: str, rijen: int, kolommen: int, groep: int) -> float:
    hele_tijd, begin_rekentijd = 0.0, time.process_time()
    for zaad in range(10):
        cellen, sommen = tabel(rijen, kolommen, zaad, groep)
        begin = time.perf_counter()
        patroon = protect(cellen, sommen, Policy())
        verborgen = time.perf_counter()
        gevonden = lekken([publish(cellen, patroon)])
        klaar = time.perf_counter()
        hele_tijd += klaar - begin
        klein = sum(s == "small" for s in patroon.status.values())
        print(
            f"{naam:8} {len(cellen):5} cells {klein:4} small {patroon.n_cover:4} covers "
            f"{verborgen - begin:6.2f} s hide {klaar - verborgen:6.2f} s attack {len(gevonden)} leaks"
        )
    rekentijd = time.process_time() - begin_rekentijd
    print(f"{naam:8} ten tables: {hele_tijd:.1f} s ({rekentijd:.1f} s of one core)\n")
    return hele_tijd


if __name__ == "__main__":
    vlak = meet("30x30", 30, 30, 0)
    meet("nested", 50, 20, 10)
    sys.exit(vlak > GRENS)

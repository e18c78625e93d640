"""Random tables and brute force for the tests of disclosure control."""

import itertools
import math
import random

from monitor.regels.afscherming import Cell, Policy, Sum

BELEID = Policy()


def waarde(kans, klein=0.25, nul=0.1, hoog=60):
    worp = kans.random()
    return (
        kans.randint(1, 9) if worp < klein else 0 if worp < klein + nul else kans.randint(10, hoog)
    )


def tabel(rijen, kolommen, zaad, klein=0.25, hoog=60):
    """A table with both margins."""
    kans = random.Random(zaad)
    v = [[waarde(kans, klein, hoog=hoog) for _ in range(kolommen)] for _ in range(rijen)]
    return margins({(i, j): v[i][j] for i in range(rijen) for j in range(kolommen)})


def margins(v):
    """Cells and sums of {(row, column): value}; `T` is the margin."""
    rijen, kolommen = sorted({i for i, _ in v}), sorted({j for _, j in v})
    alle = {(str(i), str(j)): w for (i, j), w in v.items()}
    alle |= {(str(i), "T"): sum(v[i, j] for j in kolommen) for i in rijen}
    alle |= {("T", str(j)): sum(v[i, j] for i in rijen) for j in kolommen}
    alle["T", "T"] = sum(v.values())
    namen_r, namen_k = [str(i) for i in rijen], [str(j) for j in kolommen]
    sommen = [Sum(f"{i}.T", tuple(f"{i}.{j}" for j in namen_k)) for i in [*namen_r, "T"]]
    sommen += [Sum(f"T.{j}", tuple(f"{i}.{j}" for i in namen_r)) for j in [*namen_k, "T"]]
    cellen = [Cell(f"{i}.{j}", w, level=(i == "T") + (j == "T")) for (i, j), w in alle.items()]
    return cellen, sommen


def genest(zaad, groepen=3, delen=3):
    """A total, groups, and parts within groups."""
    kans = random.Random(zaad)
    cellen, sommen, totaal = [], [], 0
    for g in range(groepen):
        waarden = [waarde(kans, hoog=20) for _ in range(delen)]
        cellen += [Cell(f"g{g}.{d}", w) for d, w in enumerate(waarden)]
        cellen.append(Cell(f"g{g}", sum(waarden), level=1))
        sommen.append(Sum(f"g{g}", tuple(f"g{g}.{d}" for d in range(delen))))
        totaal += sum(waarden)
    cellen.append(Cell("t", totaal, level=2))
    return cellen, [*sommen, Sum("t", tuple(f"g{g}" for g in range(groepen)))]


def gekoppeld(zaad):
    """Two tables that share a margin: the same people by age and by form."""
    kans = random.Random(zaad)
    jaren = [waarde(kans, hoog=20) for _ in range(3)]
    totaal = sum(jaren)
    eerste = kans.randint(0, totaal)
    vormen = [eerste, totaal - eerste]
    cellen = [Cell(f"jaar{i}", w) for i, w in enumerate(jaren)]
    cellen += [Cell(f"vorm{i}", w) for i, w in enumerate(vormen)]
    cellen.append(Cell("t", totaal, level=1))
    return cellen, [
        Sum("t", ("jaar0", "jaar1", "jaar2")),
        Sum("t", ("vorm0", "vorm1")),
    ]


def mogelijk(cellen, sommen, patroon, beleid=BELEID):
    """All values that each hidden small count can have, by trying everything: no solver."""
    weg = {i for i, s in patroon.status.items() if s in ("small", "cover")}
    top = max(c.value for c in cellen) + 30
    vast = {c.id: c.value for c in cellen if c.id not in weg}
    kan = {i: set() for i, s in patroon.status.items() if s == "small"}
    grens = {
        i: (1, beleid.threshold - 1) if patroon.status[i] == "small" else (beleid.threshold, top)
        for i in weg
    }
    for vulling in _vul(vast, grens, [(r.total, r.parts) for r in sommen]):
        for i in kan:
            kan[i].add(vulling[i])
    return kan


def _vul(vast, grens, sommen):
    """Every table that fits: fill in what follows, then try one cell."""
    vast = dict(vast)
    klaar = False
    while not klaar:
        klaar = True
        for totaal, delen in sommen:
            open_ = [i for i in (totaal, *delen) if i not in vast]
            if len(open_) == 1:
                rest = vast.get(totaal, 0) - sum(vast.get(d, 0) for d in delen)
                vast[open_[0]] = rest if open_[0] != totaal else -rest
                klaar = False
                laag, hoog = grens[open_[0]]
                if not laag <= vast[open_[0]] <= hoog:
                    return
            elif not open_ and vast[totaal] != sum(vast[d] for d in delen):
                return
    open_ = [i for i in grens if i not in vast]
    if not open_:
        yield vast
        return
    kleinste = min(open_, key=lambda i: (grens[i][1] - grens[i][0], i))
    for w in range(grens[kleinste][0], grens[kleinste][1] + 1):
        yield from _vul(vast | {kleinste: w}, grens, sommen)


def prijs(cellen, weg):
    """What is lost: few cells first, totals last, small values before large."""
    return sum(4**c.level * (1 + math.log(1 + c.value) / 50) for c in cellen if c.id in weg)


def goedkoper(cellen, patroon):
    """Every choice of covers that loses less than this pattern."""
    kan = [c.id for c in cellen if c.value >= 10]
    grens = prijs(cellen, [i for i, s in patroon.status.items() if s == "cover"])
    for n in range(len(kan)):
        for weg in itertools.combinations(kan, n):
            if prijs(cellen, weg) < grens - 1e-6:
                yield weg

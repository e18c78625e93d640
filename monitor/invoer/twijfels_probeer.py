"""What a rule would find now, before it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.invoer.twijfels_laden import als_regel, instelling, laad
from monitor.invoer.twijfels_oordeel import oordeel
from monitor.models import Controleregel, Indicator
from monitor.regels.formules import Naam
from monitor.regels.keuze import tijdvolgorde
from monitor.regels.perioden import lees_periode
from monitor.regels.twijfel import Regel, toets, uit_te_rekenen

MEEST = 20
NIET_UIT_TE_REKENEN = (
    "niet uit te rekenen, want er wordt gedeeld door nul. De regel zegt dan niets."
)


@dataclass(frozen=True)
class Proef:
    """What the rule says over one period; `som` is empty when it holds."""

    wat: str
    periode: str
    som: str = ""


def probeer(rij: Controleregel) -> tuple[int, list[Proef]]:
    """How many figures or periods were looked at, and the newest outcomes."""
    return _ingebouwd(rij) if rij.ingebouwd else _eigen(rij)


def _eigen(rij: Controleregel) -> tuple[int, list[Proef]]:
    regel = als_regel(rij)
    if regel is None:
        return 0, []
    codes = {code for code, _ in regel.namen}
    eigen = Indicator.objects.filter(gemeente_id=rij.gemeente_id, code__in=codes)
    kennis = laad(rij.gemeente, set(eigen.values_list("pk", flat=True)))

    def waarden(periode: str) -> dict[Naam, object]:
        return {naam: kennis.waarde(naam, periode) for naam in regel.namen}

    perioden = sorted(kennis.perioden, key=lambda c: tijdvolgorde(lees_periode(c)), reverse=True)
    uit = []
    for periode in perioden:
        bekend = waarden(periode)
        if not _telt_mee(regel, bekend):
            continue
        bevinding = toets(regel, bekend)  # type: ignore[arg-type]
        som = bevinding.som if bevinding else ""
        if not som and not uit_te_rekenen(regel, bekend):  # type: ignore[arg-type]
            som = NIET_UIT_TE_REKENEN
        uit.append(Proef(rij.naam, lees_periode(periode).tekst, som))
    return len(uit), sorted(uit, key=lambda p: not p.som)[:MEEST]


def _telt_mee(regel: Regel, bekend: dict[Naam, object]) -> bool:
    """All figures are there; with ‘melden’ and ‘nul’ one is enough."""
    er = [w is not None for w in bekend.values()]
    return all(er) if regel.bij_leeg == "overslaan" else any(er)


def _ingebouwd(rij: Controleregel) -> tuple[int, list[Proef]]:
    eigen = Indicator.objects.filter(gemeente_id=rij.gemeente_id)
    if rij.indicator_id:
        eigen = eigen.filter(pk=rij.indicator_id)
    kennis = laad(rij.gemeente, set(eigen.values_list("pk", flat=True)))
    kennis.instellingen.setdefault(rij.indicator_id, {})[rij.ingebouwd] = instelling(rij)
    plekken = {(reeks, p) for reeks, per in kennis.cijfers.items() for p in per}
    uit = []
    for (reeks, periode), bevindingen in oordeel(kennis, plekken).items():
        naam = kennis.indicatoren[reeks[0]].naam
        sommen = [b.som for b in bevindingen if b.regel == rij.ingebouwd]
        uit += [
            (lees_periode(periode), Proef(naam, lees_periode(periode).tekst, s)) for s in sommen
        ]
    uit.sort(key=lambda p: tijdvolgorde(p[0]), reverse=True)
    return len(plekken), [proef for _, proef in uit[:MEEST]]

"""Risks and money in the snapshot. Amounts only by reference, so that what is hidden there stays hidden."""

from monitor.regels.perioden import dag_in_woorden
from programma.models import Risico, Risicostand
from programma.models.enums import Budgetsoort, Omvang, Trend
from programma.momentopname.laden import Gegevens
from programma.momentopname.schema import BudgetInhoud, RisicoInhoud, RisicoMoment
from programma.regels.risico import trend, zwaarte

_VOLGORDE = {soort: i for i, soort in enumerate(Budgetsoort.values)}


def maak_risicos(g: Gegevens) -> list[RisicoInhoud]:
    """The largest first, numbered as in the matrix; those of which no size is known last."""
    levend = [r for r in g.risicos if _leeft(r, g)]
    inhoud = [_risico(r, [s for s in r.standen.all() if s.datum <= g.peildatum]) for r in levend]
    inhoud.sort(key=lambda r: -zwaarte(r["kans_code"], r["gevolg_code"]))
    for nummer, risico in enumerate(inhoud, 1):
        risico["nummer"] = nummer
    return inhoud


def _leeft(r: Risico, g: Gegevens) -> bool:
    return (r.gemeld_op is None or r.gemeld_op <= g.peildatum) and (
        r.vervallen_op is None or r.vervallen_op > g.peildatum
    )


def _risico(r: Risico, standen: list[Risicostand]) -> RisicoInhoud:
    verloop = _verloop(r, standen)
    laatste = verloop[-1]
    richting = trend([(m["kans_code"], m["gevolg_code"]) for m in verloop], gemeld=r.trend)
    return {
        "nummer": 0,
        "code": r.code,
        "omschrijving": r.omschrijving,
        "kans": laatste["kans"],
        "gevolg": laatste["gevolg"],
        "kans_code": laatste["kans_code"],
        "gevolg_code": laatste["gevolg_code"],
        "maatregel": r.maatregel,
        "eigenaar": r.eigenaar,
        "trend": str(Trend(richting).label).lower() if richting else "",
        "trend_code": richting,
        "verloop": verloop if len(verloop) > 1 else [],
    }


def _verloop(r: Risico, standen: list[Risicostand]) -> list[RisicoMoment]:
    """Each size that was reported, oldest first; the first one stands on the risk itself."""
    eerste = r.gemeld_op
    punten = [(eerste, r.kans, r.gevolg, "")] if r.kans or r.gevolg or not standen else []
    punten += [(s.datum, s.kans, s.gevolg, s.toelichting) for s in standen]
    return [
        {
            "op": op.isoformat() if op else "",
            "op_tekst": dag_in_woorden(op) if op else "",
            "kans": str(Omvang(kans).label).lower() if kans else "",
            "gevolg": str(Omvang(gevolg).label).lower() if gevolg else "",
            "kans_code": kans,
            "gevolg_code": gevolg,
            "toelichting": toelichting,
        }
        for op, kans, gevolg, toelichting in punten
    ]


def maak_budget(g: Gegevens) -> list[BudgetInhoud]:
    """In the order of the money: in the budget, asked, granted, spent."""
    return [
        {
            "soort": b.get_soort_display(),
            "omschrijving": b.omschrijving,
            "document": b.document,
            "indicator": b.reeks.indicator.code if b.reeks else "",
            "reeks": f"{b.reeks.indicator.code}|{b.reeks.soort}|{b.reeks.sleutel}"
            if b.reeks
            else "",
        }
        for b in sorted(g.budget, key=lambda b: _VOLGORDE.get(b.soort, 9))
    ]

"""Milestone trend: what was expected at each report. Level is stable, rising is slip."""

from datetime import date

from monitor.regels.perioden import dag_in_woorden
from programma.momentopname.laden import Gegevens
from programma.momentopname.regels import maak_regels
from programma.momentopname.schema import Regel, Trendlijn, Trendpunt
from programma.regels.uitloop import hele_maanden, in_maanden

VANAF = 3  # with fewer reports there is no trend to see


def maak_trend(g: Gegevens) -> list[Trendlijn]:
    """A line for each line of work with a date; empty when there are fewer than three report dates.

    Each point is what readers were told on that day: the snapshot's own rule, applied to what was known then.
    """
    momenten = sorted({s.datum for s in g.alle_standen if s.datum <= g.peildatum})
    if len(momenten) < VANAF:
        return []
    per: dict[str, tuple[Regel, list[Trendpunt]]] = {}
    for moment in momenten:
        for regel in maak_regels(g.op(moment)):
            if punt := _punt(regel, moment):
                punten = per[regel["id"]][1] if regel["id"] in per else []
                per[regel["id"]] = (regel, [*punten, punt])
    return [_lijn(r, punten) for r, punten in per.values() if len(punten) >= VANAF - 1]


def _punt(regel: Regel, moment: date) -> Trendpunt | None:
    if not regel["gemeld_op"] or regel["categorie"] == "gestopt":
        return None
    verwacht = regel["verwacht"]
    is_klaar = regel["categorie"] == "klaar"
    # Done without a day that was named: it was done when that was reported.
    eind = (verwacht["eind"] if verwacht else None) or (regel["gemeld_op"] if is_klaar else None)
    if not eind:
        return None
    return {
        "op": moment.isoformat(),
        "op_tekst": dag_in_woorden(moment),
        "eind": eind,
        "tekst": verwacht["tekst"] if verwacht and verwacht["eind"] else "klaar",
        "is_klaar": is_klaar,
    }


def _lijn(regel: Regel, punten: list[Trendpunt]) -> Trendlijn:
    """Until it is done; after that there is nothing to expect."""
    klaar = next((i for i, p in enumerate(punten) if p["is_klaar"]), len(punten) - 1)
    punten = punten[: klaar + 1]
    eerste, laatste = (date.fromisoformat(p["eind"]) for p in (punten[0], punten[-1]))
    later, eerder = hele_maanden(eerste, laatste), hele_maanden(laatste, eerste)
    return {
        "id": regel["id"],
        "nummer": regel["nummer"],
        "titel": regel["titel"],
        "onderdeel": regel["onderdeel"],
        "gepland": regel["gepland"]["tekst"] if regel["gepland"] else "",
        "gepland_eind": regel["gepland"]["eind"] if regel["gepland"] else None,
        "punten": punten,
        "maanden": later or -eerder,
        "verschuiving": _woorden(later, eerder),
    }


def _woorden(later: int, eerder: int) -> str:
    if later:
        return f"{in_maanden(later)} later"
    return f"{in_maanden(eerder)} eerder" if eerder else "stabiel"

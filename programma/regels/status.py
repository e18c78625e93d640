"""The status that the facts propose, with its reason. It can not flatter.

In this order, at the day of the edition:

1. Stopped or withdrawn was reported: that stays; only people decide it.
2. Done: a day of completion was reported, or ‘gereed’ with what it brought. Only ‘gereed’, without a day and
   without a result, is not enough: it is still running.
3. Its date has passed and nothing was reported since: late, ‘over tijd, geen bericht’. Its date is the last day of
   what was said: of the first plan, or of a later forecast or decision. ‘Datum volgt’ names no date, so then it is
   still the plan's. Who reported in October that it will be June is not without word in January, and is in July.
4. Expected at least a whole month after the first plan: late. Re-planning does not change this.
5. The end of the first plan has passed and it is not done, or a new date is not known: late, also when the new date is
   less than a month away or was decided. So re-planning never turns a light green.
6. Nothing was ever said: not started, or no word yet when it should have begun.
7. Not begun: not started. Begun and planned: on schedule. Begun without a plan: running.

A line that was first planned without any date (‘datum volgt’, or not at all) is promised by the first decision that names
an end: from then on that is its first plan.

A person may choose otherwise and then says why; readers see both. Without a reason the less rosy of both holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from programma.regels.datums import Datum
from programma.regels.uitloop import (
    GEEN,
    Moment,
    Uitloop,
    eerste_belofte,
    laatste_besluit,
    uitloop,
    verwachting,
)

GEREED, OP_SCHEMA, VERTRAAGD, LOOPT = "gereed", "op_schema", "vertraagd", "loopt"
NIET_GESTART, GESTOPT, INGETROKKEN = "niet_gestart", "gestopt", "ingetrokken"
GEEN_BERICHT = "geen_bericht"
OVER_TIJD = "Over tijd, geen bericht"
_BEGONNEN = frozenset({GEREED, OP_SCHEMA, VERTRAAGD, LOOPT})


@dataclass(frozen=True)
class Feiten:
    """What is known of one line on a day. `besluiten` in order of time, `stand` the newest report."""

    gepland: Datum | None = None
    besluiten: Sequence[Moment] = ()
    verwacht: Moment | None = None
    gemeld: str = ""  # status of the newest report, "" when there is none
    gemeld_op: date | None = None
    gerealiseerd: Datum | None = None
    heeft_resultaat: bool = False


@dataclass(frozen=True)
class Voorstel:
    status: str
    reden: str
    is_over_tijd: bool = False
    verwacht: Datum | None = None
    tegen_eerste: Uitloop = field(default=GEEN)
    tegen_besluit: Uitloop = field(default=GEEN)


def stel_voor(f: Feiten, *, peildatum: date) -> Voorstel:
    """The proposed status of a line with its reason, its expectation and both slips."""
    f = replace(f, gepland=eerste_belofte(f.gepland, f.besluiten))
    klaar = _is_klaar(f, peildatum)
    verwacht = f.gerealiseerd if klaar else verwachting(f.gepland, f.besluiten, f.verwacht)
    besluit = laatste_besluit(f.besluiten) or f.gepland
    loopt_nog = not klaar and f.gemeld not in (GESTOPT, INGETROKKEN)
    nu = peildatum if loopt_nog else None
    eerste = uitloop(f.gepland, verwacht, nu=nu)
    tweede = uitloop(besluit, verwacht, nu=nu)
    status, reden, over_tijd = _bepaal(f, peildatum, klaar, verwacht, eerste)
    return Voorstel(status, reden, over_tijd, verwacht, eerste, tweede)


_GUNST = (GEREED, OP_SCHEMA, LOOPT, NIET_GESTART, GEEN_BERICHT, VERTRAAGD)


def geldend(v: Voorstel, *, gemeld: str, toelichting: str) -> str:
    """The status that readers see: the reported one when it is explained, else the less rosy of both.

    Past its date without word is late, whatever was reported before.
    """
    if not gemeld or v.is_over_tijd or gemeld == v.status:
        return v.status
    if toelichting or not {gemeld, v.status} <= set(_GUNST):
        return gemeld
    return max(gemeld, v.status, key=_GUNST.index)


def _is_klaar(f: Feiten, peildatum: date) -> bool:
    if f.gerealiseerd is not None:
        dag = f.gerealiseerd.eind or f.gerealiseerd.begin
        # "juni 2021", written in June, is done: a report can not be about a later day.
        return dag is None or (f.gerealiseerd.begin or dag) <= peildatum
    return f.gemeld == GEREED and f.heeft_resultaat


def _bepaal(
    f: Feiten, peildatum: date, klaar: bool, verwacht: Datum | None, eerste: Uitloop
) -> tuple[str, str, bool]:
    if f.gemeld in (GESTOPT, INGETROKKEN):
        return f.gemeld, f"Gemeld als {f.gemeld}.", False
    if klaar:
        return GEREED, _reden_klaar(f, eerste), False
    eind = f.gepland.eind if f.gepland else None
    voorbij = eind is not None and eind < peildatum
    plan = f.gepland.tekst if f.gepland else ""
    dag = _laatste_dag(f.gepland, verwacht)
    if dag and dag < peildatum and (f.gemeld_op is None or f.gemeld_op <= dag):
        return VERTRAAGD, _over_tijd(f, verwacht), True
    if eerste.maanden and verwacht and verwacht.eind and verwacht.eind >= peildatum:
        return VERTRAAGD, f"Nu verwacht: {verwacht.tekst}, {eerste.tekst} later dan gepland.", False
    if f.verwacht is not None and not f.verwacht.datum.is_bekend and f.gepland and eind:
        return _zonder_datum(f, voorbij)
    if voorbij:
        nieuw = verwacht.tekst if verwacht and (verwacht.eind or peildatum) >= peildatum else ""
        daarna = f" Nu verwacht: {nieuw}." if nieuw and nieuw != plan else ""
        return VERTRAAGD, f"Gepland was {plan}. Die datum is voorbij.{daarna}", False
    return _op_weg(f, peildatum)


def _laatste_dag(gepland: Datum | None, verwacht: Datum | None) -> date | None:
    """The last day of what was said; None when no day was ever named."""
    return max((d.eind for d in (gepland, verwacht) if d is not None and d.eind), default=None)


def _over_tijd(f: Feiten, verwacht: Datum | None) -> str:
    plan = f.gepland.tekst if f.gepland else ""
    later = verwacht.tekst if verwacht and verwacht.eind and verwacht != f.gepland else ""
    gezegd = [f"gepland was {plan}"] if plan else []
    return f"{OVER_TIJD}: {', '.join([*gezegd, *([f'verwacht werd {later}'] if later else [])])}."


def _zonder_datum(f: Feiten, voorbij: bool) -> tuple[str, str, bool]:
    if f.gemeld == NIET_GESTART and not voorbij:
        return NIET_GESTART, "Nog niet begonnen en een nieuwe datum is niet bekend.", False
    return VERTRAAGD, "Een nieuwe datum is niet bekend.", False


def _op_weg(f: Feiten, peildatum: date) -> tuple[str, str, bool]:
    plan = f.gepland.tekst if f.gepland else ""
    if not f.gemeld:
        begin = f.gepland.begin if f.gepland else None
        if begin is None or begin > peildatum:
            return NIET_GESTART, "Er is nog niets gemeld.", False
        return GEEN_BERICHT, f"Nog geen bericht. Gepland: {plan}.", False
    if f.gemeld not in _BEGONNEN:
        wanneer = f" Gepland: {plan}." if plan else ""
        return NIET_GESTART, f"Nog niet begonnen.{wanneer}", False
    if f.gemeld == GEREED:
        return LOOPT, "Gemeld als klaar, maar zonder datum en zonder resultaat.", False
    if f.gepland is not None and f.gepland.eind is not None:
        return OP_SCHEMA, f"Begonnen en binnen de planning: {f.gepland.tekst}.", False
    return LOOPT, "Begonnen. Er is geen einddatum afgesproken.", False


def _reden_klaar(f: Feiten, eerste: Uitloop) -> str:
    wanneer = f" ({f.gerealiseerd.tekst})" if f.gerealiseerd and f.gerealiseerd.is_bekend else ""
    later = f", {eerste.tekst} later dan gepland" if eerste.maanden else ""
    return f"Klaar{wanneer}{later}."

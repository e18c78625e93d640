"""Amounts and percentages by group of which nobody said how many people stand behind them.

Beside a count of people with small groups in the same edition they are hidden by themselves (`vermoed`).
Where the count is kept but stands in no block, readers do not know which groups are small: what is still
shown then is pointed out. Source: METHODEN A6 (amounts), ADR 0020.
"""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from monitor.models import Indicator, Uitgave, Waarneming
from monitor.models.enums import Aard, Eenheid
from monitor.publiceren.achter import GEEN, achterliggend
from monitor.publiceren.feiten import MENSEN
from monitor.publiceren.schema import Inhoud
from monitor.publiceren.vermoed import OVER_MENSEN


def zonder_aantal(uitgave: Uitgave, inhoud: Inhoud) -> Iterator[str]:
    """One sentence for each figure by group that stays open while a group is small. Two queries."""
    verdacht = _uitgesplitst(inhoud)
    if not verdacht:
        return
    indicatoren = {i.code: i for i in uitgave.gemeente.indicatoren.all()}
    bekend = achterliggend(indicatoren)
    klein = _kleine_groepen(uitgave, set().union(*verdacht.values()))
    geen = {c for c, i in indicatoren.items() if i.achterliggend == GEEN}
    for code in sorted(verdacht.keys() - bekend.keys() - geen):
        kandidaten = {c: klein[c] & verdacht[code] for c in klein if klein[c] & verdacht[code]}
        if gekozen := _waarschijnlijk(indicatoren, code, kandidaten):
            yield _zin(indicatoren[code], indicatoren[gekozen], len(kandidaten[gekozen]))


def _uitgesplitst(inhoud: Inhoud) -> dict[str, set[str]]:
    """Figure -> its breakdowns that show a value. What a formula makes follows from its operands."""
    uit: dict[str, set[str]] = {}
    for code, indicator in inhoud["indicatoren"].items():
        if indicator["eenheid"] in OVER_MENSEN and not indicator["formule"]:
            met = {
                r["sleutel"]
                for r in indicator["reeksen"]
                if r["sleutel"] and any(c["waarde"] not in (None, "0") for c in r["cellen"])
            }
            uit |= {code: met} if met else {}
    return uit


def _kleine_groepen(uitgave: Uitgave, sleutels: set[str]) -> dict[str, set[str]]:
    """Count of people -> the breakdowns in which it is ever small, up to the cut-off date."""
    rijen = Waarneming.objects.filter(
        reeks__gemeente_id=uitgave.gemeente_id,
        reeks__sleutel__in=sorted(sleutels),
        reeks__indicator__telt__in=MENSEN,
        reeks__indicator__eenheid=Eenheid.AANTAL,
        periode__eind__lte=uitgave.peildatum,
    )
    uit: dict[str, set[str]] = defaultdict(set)
    for code, sleutel in _klein(rijen, uitgave.gemeente.drempel):
        uit[code].add(sleutel)
    return dict(uit)


def _klein(rijen: QuerySet[Waarneming], drempel: int) -> QuerySet[Waarneming, tuple[str, str]]:
    """As `is_gevoelig` says it of one figure."""
    grens = Coalesce(F("reeks__indicator__drempel"), drempel)
    getal = Q(aard=Aard.GETAL, waarde__gt=0, waarde__lt=F("grens"))
    kleiner = Q(aard=Aard.KLEINER_DAN, boven__lte=F("grens"))
    bereik = Q(aard=Aard.BEREIK, onder__lt=F("grens"), boven__gt=0)
    gevonden = rijen.alias(grens=grens).filter(getal | kleiner | bereik).order_by()
    return gevonden.values_list("reeks__indicator__code", "reeks__sleutel").distinct()


def _waarschijnlijk(
    indicatoren: dict[str, Indicator], code: str, kandidaten: dict[str, set[str]]
) -> str:
    """The count that is most likely behind it: of the same subject, with most of its groups."""
    domein = indicatoren[code].domein_id
    eigen = [c for c in kandidaten if indicatoren[c].domein_id == domein]
    return min(eigen, key=lambda c: (-len(kandidaten[c]), c), default="")


def _zin(indicator: Indicator, mensen: Indicator, groepen: int) -> str:
    hoeveel = "1 groep" if groepen == 1 else f"{groepen} groepen"
    fout = (
        f"‘{indicator.achterliggend}’ is geen aantal mensen van deze gemeente. "
        if indicator.achterliggend
        else ""
    )
    return (
        f"{indicator.naam} staat er per groep, en bij {mensen.naam} is {hoeveel} klein. {fout}Vul bij de "
        f"indicator {indicator.code} ‘aantal erachter’ in (bijvoorbeeld {mensen.code}), of ‘{GEEN}’ als er geen "
        "aantal mensen achter zit; zolang er niets staat, wordt dit cijfer niet afgeschermd."
    )

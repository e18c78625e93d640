"""Which count of people stands behind an amount, an average or a percentage.

Said by `Indicator.achterliggend`, or by a formula that divides an amount by a count.
"""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from monitor.models import Indicator
from monitor.models.enums import Eenheid, Soort, StroomOfStand
from monitor.publiceren.afschermen import drempel_van, is_gevoelig
from monitor.publiceren.gegevens import Bron, ReeksId, Ruw
from monitor.regels.afscherming import is_klein
from monitor.regels.formules import lees_formule
from monitor.regels.fouten import NotatieFout
from monitor.regels.peildatum import GEPLAND

GEEN = "geen"  # said by the editor: no count of people stands behind it
JAAR = timedelta(days=366)
NOEMER = {Eenheid.PERCENTAGE: 100, Eenheid.PER_1000: 1000}


def achterliggend(indicatoren: Mapping[str, Indicator]) -> dict[str, str]:
    """Code of a figure -> code of the count of people behind it."""
    mensen = {c for c, i in indicatoren.items() if i.is_afgeschermd and i.eenheid == Eenheid.AANTAL}
    uit = {}
    for indicator in indicatoren.values():
        paar = _gedeeld(indicator.formule)
        geld = indicatoren.get(paar[0]) if paar and paar[1] in mensen else None
        if paar and geld and geld.eenheid == Eenheid.EURO:
            uit[geld.code] = paar[1]
    gezegd = {c: i.achterliggend for c, i in indicatoren.items() if i.achterliggend in mensen}
    uit |= gezegd
    return {c: t for c, t in uit.items() if indicatoren[c].achterliggend != GEEN}


def _gedeeld(formule: str) -> tuple[str, str] | None:
    """(amount, count) of `amount / count`."""
    try:
        boom = lees_formule(formule).boom if formule else None
    except NotatieFout:
        return None
    match boom:
        case ("/", ("naam", (str(boven), _)), ("naam", (str(onder), _))):
            return boven, onder
    return None


def verborgen_door(
    bron: Bron, code: str, achter: str, weg: set[tuple[ReeksId, str]], *, vermoed: bool = False
) -> dict[tuple[ReeksId, str], bool]:
    """The figures of one indicator that would tell of a hidden count of people; True when that count
    is a small one, False when it is hidden to cover another. `achter`: that count; `vermoed`: it may be
    another one, so a share of it says nothing."""
    eigen, telling = bron.indicatoren[code], bron.indicatoren[achter]
    drempel = drempel_van(telling, bron.uitgave.gemeente.drempel)
    uit = {}
    for reeks, rijen in bron.ruw.items():
        for ruw in rijen if reeks.indicator == code else ():
            gevonden = _aantal(bron, reeks, ruw, telling)
            if gevonden is None or drempel is None:
                continue
            aantal_reeks, aantal = gevonden
            klein = is_gevoelig(aantal, drempel)
            dekt = (aantal_reeks, aantal.tijdvak.code) in weg
            deel = not vermoed and _deel_is_klein(eigen, ruw, aantal, drempel)
            if klein or dekt or deel:
                uit[reeks, ruw.tijdvak.code] = klein
    return uit


def _aantal(bron: Bron, reeks: ReeksId, ruw: Ruw, telling: Indicator) -> tuple[ReeksId, Ruw] | None:
    """The count over the same time and breakdown; of a stock, else its newest within the year."""
    if reeks.soort in GEPLAND and reeks.soort != Soort.PROGNOSE:
        soorten = [reeks.soort]
    else:
        soorten = [reeks.soort, Soort.REALISATIE]
    for soort in soorten:
        eigen = ReeksId(telling.code, soort, reeks.sleutel)
        rijen = bron.ruw.get(eigen, ())
        precies = [r for r in rijen if r.tijdvak.code == ruw.tijdvak.code]
        eind = ruw.tijdvak.eind
        if not precies and eind and telling.stroom_of_stand == StroomOfStand.STAND:
            precies = [r for r in rijen if r.tijdvak.eind and eind - JAAR < r.tijdvak.eind <= eind]
        if precies:
            return eigen, precies[-1]
    return None


def _deel_is_klein(indicator: Indicator, ruw: Ruw, aantal: Ruw, drempel: int) -> bool:
    """1.2% of 344 people is four of them; 98.8% leaves four."""
    noemer = NOEMER.get(Eenheid(indicator.eenheid))
    if noemer is None or indicator.formule or None in (ruw.waarde, aantal.waarde):
        return False
    deel = Decimal(round(ruw.waarde * aantal.waarde / noemer))  # type: ignore[operator]
    rest = aantal.waarde - deel if noemer == 100 else Decimal(0)  # type: ignore[operator]
    return is_klein(deel, drempel) or is_klein(rest, drempel)

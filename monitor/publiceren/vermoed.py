"""Figures by group of which nobody said how many people stand behind them, beside small groups of people.

Until the editor says which count it is, or that there is none (`geen`), every count of people of the same
subject in the edition may be the one: where its group is hidden, the figure is hidden. See ADR 0020.
"""

from collections.abc import Iterator

from monitor.models import Indicator
from monitor.models.enums import Eenheid
from monitor.publiceren.achter import GEEN, achterliggend
from monitor.publiceren.afschermen import drempel_van, is_gevoelig
from monitor.publiceren.gegevens import Bron
from monitor.publiceren.noemen import formule_van

OVER_MENSEN = frozenset(
    {Eenheid.EURO, Eenheid.PERCENTAGE, Eenheid.PER_1000, Eenheid.CIJFER, Eenheid.UREN}
    | {Eenheid.DAGEN, Eenheid.MAANDEN}
)


def vermoedelijk_achter(bron: Bron) -> dict[str, list[str]]:
    """Code of a figure -> codes of the counts of people that may be behind it."""
    klein = _kleine_groepen(bron)
    bekend = achterliggend(bron.indicatoren)
    uit: dict[str, list[str]] = {}
    for code in sorted({r.indicator for r in bron.genoemd} - bekend.keys()):
        indicator = bron.indicatoren.get(code)
        if indicator is None or not _gaat_over_mensen(bron, indicator):
            continue
        groepen = {r.sleutel for r in bron.genoemd if r.indicator == code and r.sleutel}
        kan = [
            telling
            for telling, sleutels in sorted(klein.items())
            if bron.indicatoren[telling].domein_id == indicator.domein_id and sleutels & groepen
        ]
        uit |= {code: kan} if kan else {}
    return uit


def _gaat_over_mensen(bron: Bron, indicator: Indicator) -> bool:
    soort = indicator.eenheid in OVER_MENSEN and formule_van(bron, indicator.code) is None
    return soort and indicator.achterliggend != GEEN


def _kleine_groepen(bron: Bron) -> dict[str, set[str]]:
    """Count of people in this edition -> its groups that are somewhere small."""
    uit: dict[str, set[str]] = {}
    for code, sleutel in _klein(bron):
        uit.setdefault(code, set()).add(sleutel)
    return uit


def _klein(bron: Bron) -> Iterator[tuple[str, str]]:
    for reeks, rijen in bron.ruw.items():
        indicator = bron.indicatoren[reeks.indicator]
        drempel = drempel_van(indicator, bron.uitgave.gemeente.drempel)
        in_beeld = drempel and reeks.sleutel and reeks in bron.genoemd
        if in_beeld and any(is_gevoelig(ruw, drempel) for ruw in rijen):
            yield reeks.indicator, reeks.sleutel


def melding(bron: Bron, code: str, tellingen: list[str], aantal: int) -> str:
    """What the editor reads: what is hidden, why, and both ways to settle it."""
    eigen = bron.indicatoren[code]
    namen = ", ".join(bron.indicatoren[t].naam for t in tellingen[:3])
    hoeveel = "1 cijfer" if aantal == 1 else f"{aantal} cijfers"
    return (
        f"{eigen.naam}: {hoeveel} per groep tonen wij niet, want bij {namen} is die groep klein en ‘aantal "
        f"erachter’ is niet ingevuld. Vul bij de indicator {code} in welk aantal mensen erachter zit "
        f"(bijvoorbeeld {tellingen[0]}), of ‘{GEEN}’ als er geen aantal mensen achter zit."
    )

"""Differences: with the previous edition, growth, balance and share. None in is None out."""

from decimal import Decimal

from monitor.regels.getallen import rond
from monitor.regels.tonen import MIN, toon_getal

_NAAM_BIJ_HOEVEELHEID = frozenset({"aantal", "euro", "uren", "maanden", "dagen"})


def verschil(nu: Decimal | None, oud: Decimal | None) -> Decimal | None:
    """`nu - oud` in the unit of both; None when either is not known."""
    return None if nu is None or oud is None else nu - oud


def groei(nu: Decimal | None, oud: Decimal | None) -> Decimal | None:
    """Growth in percent of the old value, unrounded; None from zero or below, where it says nothing."""
    if nu is None or oud is None or oud <= 0:
        return None
    return (nu - oud) / oud * 100


def saldo(begroting: Decimal | None, prognose: Decimal | None) -> Decimal | None:
    """Budget minus forecast in euros: above zero is money left, below zero is a shortfall."""
    return verschil(begroting, prognose)


def saldo_woord(bedrag: Decimal) -> str:
    """ "overschot", "tekort" or "gelijk"."""
    if bedrag == 0:
        return "gelijk"
    return "overschot" if bedrag > 0 else "tekort"


def aandeel(deel: Decimal | None, geheel: Decimal | None) -> Decimal | None:
    """The part in percent of the whole, unrounded; None when the whole is zero or unknown."""
    if deel is None or geheel is None or geheel == 0:
        return None
    return deel / geheel * 100


def richting(bedrag: Decimal) -> str:
    """ "meer", "minder" or "gelijk"."""
    if bedrag == 0:
        return "gelijk"
    return "meer" if bedrag > 0 else "minder"


def in_woorden(bedrag: Decimal, *, eenheid: str, decimalen: int = 0) -> str:
    """A difference without a minus sign: "27 meer", "0,2 hoger", "9 procentpunt lager", "gelijk"."""
    if bedrag == 0:
        return "gelijk"
    kaal = toon_getal(abs(bedrag), eenheid=eenheid, decimalen=decimalen)
    if eenheid == "percentage":
        kaal = f"{kaal.removesuffix('%')} procentpunt"
    if eenheid in _NAAM_BIJ_HOEVEELHEID:
        return f"{kaal} {'meer' if bedrag > 0 else 'minder'}"
    return f"{kaal} {'hoger' if bedrag > 0 else 'lager'}"


def met_teken(bedrag: Decimal, *, eenheid: str, decimalen: int = 0) -> str:
    """A difference with its sign first, for tables and tiles: "+27", "−18", "gelijk"."""
    if bedrag == 0:
        return "gelijk"
    kaal = toon_getal(abs(bedrag), eenheid=eenheid, decimalen=decimalen)
    if eenheid == "percentage":
        kaal = f"{kaal.removesuffix('%')} procentpunt"
    return f"{'+' if bedrag > 0 else MIN}{kaal}"


def procent_tekst(waarde: Decimal | None, decimalen: int = 1) -> str:
    """A percentage without sign for a sentence, one decimal: "0,4%"; empty when there is none."""
    if waarde is None:
        return ""
    return toon_getal(rond(abs(waarde), decimalen), eenheid="percentage")

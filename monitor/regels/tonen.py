"""Numbers as readers see them, nl-NL: "1.135", "€ 13.046.000" (no-break space), "2,2%".

What is written here is read back by `getallen.lees_getal`, for every kind of value.
"""

import re
from decimal import Decimal

from monitor.regels.getallen import Getal, rond

SPATIE = "\u00a0"
MIN = "\u2212"

ZONDER_GETAL = {
    "zie_toelichting": "zie toelichting",
    "niet_gemeten": "niet gemeten",
    "nog_niet_bekend": "nog niet bekend",
    "onbekend": "niet bekend",
    "nvt": "niet van toepassing",
    "vervallen": "vervallen",
}
_VOORAF = {"": "", "ongeveer": "ongeveer ", "meer_dan": "meer dan ", "minder_dan": "bijna "}


def cijfers(waarde: Decimal, decimalen: int = 0) -> str:
    """Digits with Dutch marks; at least `decimalen` decimals, and never fewer than the value has."""
    getal = rond(waarde, 4).normalize()
    achter = max(decimalen, -int(getal.as_tuple().exponent)) if getal else decimalen
    tekst = f"{rond(abs(getal), achter):,f}"
    return tekst.replace(",", "\0").replace(".", ",").replace("\0", ".")


def toon_getal(waarde: Decimal, *, eenheid: str, decimalen: int = 0) -> str:
    """A value in its unit: `toon_getal(Decimal(12994629), eenheid="euro")` → "€ 12.994.629"."""
    teken = MIN if waarde < 0 else ""
    kern = cijfers(waarde, _decimalen(waarde, eenheid, decimalen))
    if eenheid in ("euro", "euro_per_inwoner"):
        return f"€{SPATIE}{teken}{kern}"
    if eenheid not in ("aantal", "rang") and re.fullmatch(r"\d{1,3}\.\d{3}", kern):
        kern = kern.replace(".", "")  # ‘1.234 uur’ could be read in two ways
    return f"{teken}{kern}%" if eenheid == "percentage" else f"{teken}{kern}"


def toon(getal: Getal, *, eenheid: str, decimalen: int = 0) -> str:
    """Every kind of value: a number, `<10`, `15-20`, or the words for why there is none."""

    def een(waarde: Decimal | None) -> str:
        return toon_getal(waarde or Decimal(0), eenheid=eenheid, decimalen=decimalen)

    if getal.aard == "getal":
        return _VOORAF[getal.benadering] + een(getal.waarde)
    if getal.aard == "kleiner_dan":
        return f"<{een(getal.boven)}"
    if getal.aard == "bereik":
        if min(getal.onder or 0, getal.boven or 0) < 0:
            return f"{een(getal.onder)} tot {een(getal.boven)}"
        return f"{een(getal.onder)}-{een(getal.boven)}"
    return ZONDER_GETAL[getal.aard]


def toon_groot(waarde: Decimal, *, eenheid: str, decimalen: int = 0) -> tuple[str, str]:
    """For a tile: the large text and the small word behind it. € 13.046.000 → ("€ 13,05", "mln")."""
    if eenheid == "euro" and abs(waarde) >= 1_000_000:
        miljoenen = waarde / 1_000_000
        achter = 2 if abs(miljoenen) < 100 else 0
        kern = rond(miljoenen, achter)
        teken = MIN if kern < 0 else ""
        tekst = f"{abs(kern):,.{achter}f}".replace(",", "\0").replace(".", ",").replace("\0", ".")
        return f"€{SPATIE}{teken}{tekst}", "mln"
    achter_woord = {"uren": "uur", "maanden": "maanden", "dagen": "dagen", "per_1000": "per 1.000"}
    return toon_getal(waarde, eenheid=eenheid, decimalen=decimalen), achter_woord.get(eenheid, "")


def _decimalen(waarde: Decimal, eenheid: str, decimalen: int) -> int:
    """Euros show cents with two digits or not at all."""
    heeft_centen = waarde != waarde.to_integral_value()
    return max(decimalen, 2) if eenheid == "euro" and heeft_centen else decimalen

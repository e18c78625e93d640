"""Notations of numbers: what stands in a cell, read as Dutch, and written back the same.

For counts and euros dots in groups of three are thousands marks. For grades, hours, percentages and
other units `1.234` can be read in two ways and is refused with both. English notation is refused with
the question what was meant. A count has no decimals, unless its indicator says so.
Source: DESIGN, Notations. Amounts are whole `Decimal`s, never floats.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

from monitor.regels.fouten import NotatieFout
from monitor.regels.getallen_uitleg import geen_getal, noot_of_niets

__all__ = ["Getal", "NotatieFout", "lees_cel", "lees_getal", "rond"]

GRENS = Decimal(10) ** 15
DECIMALEN = 4  # what a stored figure holds
LANGST = 200  # characters; what is longer is no figure


@dataclass(frozen=True)
class Getal:
    """What a cell says: a number, or why there is none. `aard` is a value of `Aard`."""

    aard: str = "getal"
    waarde: Decimal | None = None
    onder: Decimal | None = None
    boven: Decimal | None = None
    benadering: str = ""  # "" · ongeveer · meer_dan · minder_dan


WOORDEN = {
    "zie toelichting": "zie_toelichting",
    "niet gemeten": "niet_gemeten",
    "nog niet bekend": "nog_niet_bekend",
    "volgt": "nog_niet_bekend",
    "niet bekend": "onbekend",
    "onbekend": "onbekend",
    "niet van toepassing": "nvt",
    "vervallen": "vervallen",
}
AFKORTINGEN = {"nb": "onbekend", "nvt": "nvt", "nnb": "nog_niet_bekend"}  # with or without dots
_ONGEVEER = re.compile(r"(?:ongeveer|circa|ca\.?|rond(?: de)?|±|~|om en nabij)\s*")
_MEER = re.compile(r"(?:ruim|meer dan|iets meer dan|boven|>)\s*")
_MINDER = re.compile(r"(?:bijna|net geen|krap)\s*")
_KLEINER = re.compile(r"(?:<|minder dan|kleiner dan|onder de)\s*")
_BEREIK = re.compile(r"(?P<a>.*[\d%])\s*(?:-|t/m|tot en met|tot)\s*(?P<b>-?(?:€\s*)?-?\d.*)")
_MAAL = {"miljard": 10**9, "mld": 10**9, "miljoen": 10**6, "mln": 10**6, "ton": 10**5}
_MAALWOORD = re.compile(r"\s*(" + "|".join(_MAAL) + r")\.?$")
_STREEPJES = str.maketrans(dict.fromkeys("−–‑‒—", "-") | dict.fromkeys("\u00a0\u202f\u2009", " "))
_STUUR = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_EURO_ACHTER = re.compile(r"\s*(?:€|\beuro|\beur)$", re.IGNORECASE)
_ENGELS = re.compile(r"[1-9]\d{0,2},\d{3}")
_GEWOON = re.compile(r"[0-9]{1,15}")
_GEGROEPEERD = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,4}")
_KOMMA = re.compile(r"(?:[0-9]{1,12}|[0-9]{1,3}(?:\.[0-9]{3}){1,3}),[0-9]{1,2}")
_HEEL = frozenset({"aantal", "rang"})
_GELD = frozenset({"euro", "euro_per_inwoner"})


def lees_getal(tekst: str, *, eenheid: str, decimalen: int = 0) -> Getal:
    """Read the text of a cell. `decimalen` above zero lets a count have decimals (km², density).

    Raises `NotatieFout` naming the text, what to do, and both readings when there are two.
    """
    vlot = lees_vlot(tekst, eenheid, decimalen)
    return lees_voluit(tekst, eenheid, decimalen) if vlot is None else vlot


def lees_vlot(tekst: str, eenheid: str, decimalen: int = 0) -> Getal | None:
    """The plainest of notations, which most cells have; None says nothing: read it in full."""
    if _GEWOON.fullmatch(tekst):
        return Getal(waarde=Decimal(int(tekst)))
    if (eenheid in _HEEL or eenheid == "euro") and _GEGROEPEERD.fullmatch(tekst):
        return Getal(waarde=Decimal(int(tekst.replace(".", ""))))
    if not (eenheid in _HEEL and decimalen == 0) and _KOMMA.fullmatch(tekst):
        return Getal(waarde=_netjes(Decimal(tekst.replace(".", "").replace(",", "."))))
    return None


def lees_voluit(tekst: str, eenheid: str, decimalen: int = 0) -> Getal:
    """Every notation there is. Raises `NotatieFout`."""
    if len(tekst) > LANGST:
        raise NotatieFout(f"In de cel staan {len(tekst)} tekens. Vul alleen het getal in.")
    if any(teken.isdigit() and not teken.isascii() for teken in tekst):
        if noot := noot_of_niets(tekst.strip()):
            raise noot
        raise NotatieFout(f"‘{tekst}’ heeft cijfers van een ander schrift. Typ ze opnieuw.")
    if _STUUR.search(tekst):
        raise NotatieFout("In de cel staat een onzichtbaar teken. Typ de waarde opnieuw.")
    schoon = " ".join(tekst.translate(_STREEPJES).split())
    if schoon[:1] in ("'", "’") and schoon[1:2].isalnum():  # how a spreadsheet marks text
        schoon = schoon[1:]
    klein = schoon.casefold()
    if not schoon:
        raise NotatieFout("De cel is leeg. Vul een getal in, of bijvoorbeeld ‘niet bekend’.")
    if klein.strip("€ ") in ("-", "--", "---"):
        raise NotatieFout(
            f"‘{tekst}’ kan op twee manieren worden gelezen: als 0 of als ‘niet bekend’. "
            "Schrijf een van beide.",
            ("0", "niet bekend"),
        )
    if aard := WOORDEN.get(klein) or AFKORTINGEN.get(re.sub("[. ]", "", klein)):
        return Getal(aard=aard)
    heel = eenheid in _HEEL and decimalen == 0
    if gevonden := _KLEINER.match(klein):
        grens = _lees_kern(schoon[gevonden.end() :], tekst, eenheid, heel)
        return Getal(aard="kleiner_dan", boven=grens)
    for patroon, naam in ((_ONGEVEER, "ongeveer"), (_MEER, "meer_dan"), (_MINDER, "minder_dan")):
        if gevonden := patroon.match(klein):
            kern = _lees_kern(schoon[gevonden.end() :], tekst, eenheid, heel)
            return Getal(waarde=kern, benadering=naam)
    if gevonden := _BEREIK.fullmatch(schoon):
        return _lees_bereik(gevonden["a"], gevonden["b"], tekst, eenheid, heel)
    return Getal(waarde=_lees_kern(schoon, tekst, eenheid, heel))


def lees_cel(
    waarde: object, *, eenheid: str, decimalen: int = 0, is_percentcel: bool = False
) -> Getal:
    """Read a typed cell of a workbook: a number counts as it is, a text as `lees_getal` reads it.

    A cell in percent format is multiplied by a hundred. Raises `NotatieFout`.
    """
    if waarde is None:
        return lees_getal("", eenheid=eenheid)
    if isinstance(waarde, str):
        return lees_getal(waarde, eenheid=eenheid, decimalen=decimalen)
    if isinstance(waarde, bool):
        raise NotatieFout("In de cel staat WAAR of ONWAAR. Vul een getal in.")
    if isinstance(waarde, date | time):
        raise NotatieFout(
            "Het rekenblad heeft van deze cel een datum of tijd gemaakt. "
            "Maak de cel op als tekst en typ de waarde opnieuw."
        )
    if not isinstance(waarde, int | float | Decimal):
        raise NotatieFout(f"‘{waarde}’ is geen getal. Vul een getal in.")
    getal = _exact(waarde)
    if is_percentcel:
        if eenheid != "percentage":
            raise NotatieFout(
                "De cel is opgemaakt als percentage, maar dit cijfer is dat niet. "
                "Haal de opmaak van de cel weg en typ het getal opnieuw."
            )
        getal = _exact(float(getal * 100)) if isinstance(waarde, float) else getal * 100
    heel = eenheid in _HEEL and decimalen == 0
    return Getal(waarde=_begrensd(getal, str(waarde), heel))


def rond(waarde: Decimal, decimalen: int) -> Decimal:
    """Round half up, as people do."""
    return waarde.quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)


def _exact(waarde: int | float | Decimal) -> Decimal:
    """The decimal a person meant: a float is taken at fifteen digits, as spreadsheets show it."""
    getal = Decimal(f"{waarde:.15g}") if isinstance(waarde, float) else Decimal(waarde)
    if not getal.is_finite():
        raise NotatieFout(f"‘{waarde}’ is geen getal dat wij kunnen bewaren. Vul een getal in.")
    return getal


def _lees_bereik(a: str, b: str, tekst: str, eenheid: str, heel: bool) -> Getal:
    procent = a.endswith("%") or b.endswith("%")
    if procent and eenheid == "percentage":
        a, b = a.removesuffix("%"), b.removesuffix("%")
    onder, boven = (_lees_kern(deel, tekst, eenheid, heel) for deel in (a, b))
    if onder > boven:
        raise NotatieFout(f"‘{tekst}’: het eerste getal is hoger dan het tweede. Draai ze om.")
    return Getal(aard="bereik", onder=onder, boven=boven)


def _lees_kern(kern: str, tekst: str, eenheid: str, heel: bool) -> Decimal:
    """The number itself, without words around it."""
    kern = _zonder_tekens(kern.strip(), tekst, eenheid)
    maal = 1
    if gevonden := _MAALWOORD.search(kern.casefold()):
        maal, kern = _MAAL[gevonden[1]], kern[: gevonden.start()].strip()
    teken = -1 if kern.startswith("-") else 1
    cijfers = kern[1:].strip() if kern[:1] in ("-", "+") else kern
    mag_groeperen = maal == 1 and (eenheid in _HEEL or eenheid == "euro" or "€" in tekst)
    waarde = _lees_cijfers(cijfers, tekst, mag_groeperen=mag_groeperen, heel=heel and maal == 1)
    if eenheid == "euro" and maal == 1 and _ENGELS.fullmatch(cijfers):
        raise _engels(tekst, cijfers.replace(",", "."))
    if eenheid == "euro" and waarde * maal != rond(waarde * maal, 2):
        raise NotatieFout(f"‘{tekst}’: een bedrag heeft hooguit twee cijfers achter de komma.")
    return _begrensd(teken * waarde * maal, tekst, heel)


def _zonder_tekens(kern: str, tekst: str, eenheid: str) -> str:
    """Take off € and %, and the empty cents of `€ 300.000,-`; refuse them at another unit."""
    negatief = kern.startswith("-")
    heeft_euro = False
    kaal = kern.removeprefix("-").strip()
    if kaal.startswith("€") or kaal.casefold().startswith("eur "):
        if eenheid not in _GELD:
            raise NotatieFout(f"‘{tekst}’ is een bedrag, maar dit cijfer is geen geld.")
        heeft_euro = True
        kaal = kaal.removeprefix("€").strip()
        kaal = kaal[4:].strip() if kaal.casefold().startswith("eur ") else kaal
    if heeft_euro and not negatief and kaal.startswith("-"):
        negatief, kaal = True, kaal[1:].strip()
    if _EURO_ACHTER.search(kaal):
        if eenheid not in _GELD:
            raise NotatieFout(f"‘{tekst}’ is een bedrag, maar dit cijfer is geen geld.")
        kaal = _EURO_ACHTER.sub("", kaal)
    if eenheid in _GELD:
        kaal = re.sub(r",-{1,2}$", "", kaal)
    if kaal.endswith("%"):
        if eenheid != "percentage":
            raise NotatieFout(f"‘{tekst}’ is een percentage, maar dit cijfer is dat niet.")
        kaal = kaal[:-1].strip()
    return f"-{kaal}" if negatief else kaal


def _lees_cijfers(cijfers: str, tekst: str, *, mag_groeperen: bool, heel: bool) -> Decimal:
    kaal = re.sub(r"(?<=\d) (?=\d{3}(?:\D|$))", ".", cijfers)  # 12 994 629
    if re.fullmatch(r"\d+", kaal):
        return Decimal(kaal)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", kaal):
        zonder = kaal.replace(".", "")
        if kaal != cijfers or mag_groeperen or kaal.count(".") > 1:
            return Decimal(zonder)
        min_ = "-" if tekst.translate(_STREEPJES).lstrip("€ '").startswith("-") else ""
        lezingen = (f"{min_}{zonder}", f"{min_}{kaal.replace('.', ',')}")
        raise NotatieFout(
            f"‘{tekst}’ kan op twee manieren worden gelezen: als {lezingen[0]} of als "
            f"{lezingen[1]}. Schrijf een van beide.",
            lezingen,
        )
    if re.fullmatch(r"(?:\d+|\d{1,3}(?:\.\d{3})+),\d+", kaal):
        if heel and _ENGELS.fullmatch(kaal):
            raise _engels(tekst, kaal.replace(",", "."))
        return Decimal(kaal.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", kaal):
        heeltal, _, rest = kaal.partition(".")
        bedoeld = heeltal.replace(",", ".") + (f",{rest}" if rest else "")
        raise _engels(tekst, bedoeld)
    if re.fullmatch(r"\d+\.\d+", kaal):
        return Decimal(kaal)
    raise geen_getal(tekst)


def _engels(tekst: str, bedoeld: str) -> NotatieFout:
    return NotatieFout(f"‘{tekst}’ is Engelse notatie. Bedoelt u {bedoeld}?", (bedoeld,))


def _begrensd(waarde: Decimal, tekst: str, heel: bool) -> Decimal:
    if abs(waarde) >= GRENS:
        raise NotatieFout(f"‘{tekst}’ is te groot voor een cijfer van een gemeente.")
    if heel and waarde != waarde.to_integral_value():
        raise NotatieFout(f"‘{tekst}’ is geen heel getal, en dit cijfer telt hele dingen.")
    if waarde != rond(waarde, DECIMALEN):
        raise NotatieFout(f"‘{tekst}’ heeft te veel cijfers achter de komma. Rond af op vier.")
    return _netjes(waarde)


def _netjes(waarde: Decimal) -> Decimal:
    """Without zeros at the end, a whole number as one, and nothing below zero that is zero."""
    netjes = waarde.normalize() + 0
    return netjes.quantize(Decimal(1)) if netjes == netjes.to_integral_value() else netjes

"""Periods as people write them: "april 2021", "apr-21", "Q1 2022", "t/m april 2021", "1-4-2022".

What can be read in two ways is refused with both readings.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import (
    MAANDEN,
    Tijdvak,
    dag_in_woorden,
    halfjaar,
    jaar_,
    kwartaal,
    maand,
    peildatum,
    reeks,
    tijdvak,
    vier_weken,
)

_MAANDNAMEN = {naam: i for i, naam in enumerate(MAANDEN, 1)}
_MAANDNAMEN |= {naam[:3]: i for i, naam in enumerate(MAANDEN, 1)}
_MAANDNAMEN |= {"mrt": 3, "sept": 9, "okt": 10, "oct": 10}
_M = r"(?:" + "|".join(sorted(_MAANDNAMEN, key=len, reverse=True)) + r")\.?"
_TELWOORD = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_N = r"(?P<n>[1-4])(?:e|ste|de)?|(?P<woord>eerste|tweede|derde|vierde)"
_JAAR = r"(?P<jaar>(?:19|20|21)\d\d)"
_KORT = r"(?:'|’)?(?P<kort>\d\d)"
_TM = r"\s*(?:t/m|tm|tot en met|tot|–|-|en|/)\s*"

VOORBEELDEN = "2021, 2021-H2, 2021-K1, 2021-04, ‘april 2021’, ‘1e kwartaal 2021’ of ‘1 april 2021’"


def lees_gewoon(tekst: str, jaar: int | None) -> Tijdvak:
    """Read what is not canonical. Raises `NotatieFout`."""
    klein = tekst.casefold()
    _weiger_dagnummer(tekst)
    _weiger_dubbelzinnig(tekst, klein)
    for patroon, lees in _VORMEN:
        if gevonden := patroon.fullmatch(klein):
            return lees(gevonden.groupdict(), jaar, tekst)
    raise NotatieFout(
        f"‘{tekst}’ is geen periode die wij kennen. Schrijf bijvoorbeeld {VOORBEELDEN}."
    )


def _weiger_dagnummer(tekst: str) -> None:
    """The number in which a spreadsheet keeps a date; which day it is depends on the program."""
    if re.fullmatch(r"[2-6]\d{4}(?:[.,]\d+)?", tekst):
        dag = date(1899, 12, 30) + timedelta(days=int(tekst[:5]))
        raise NotatieFout(
            f"‘{tekst}’ lijkt het getal waarmee een rekenblad een datum bewaart (meestal "
            f"{dag_in_woorden(dag)}). Maak de cel op als datum, of schrijf de periode."
        )


def _weiger_dubbelzinnig(tekst: str, klein: str) -> None:
    if g := re.fullmatch(r"(\d\d)[-/.](\d\d)[-/.](\d\d)", klein):
        a, b, c = g.groups()
        raise _twee(tekst, f"20{c}-{b}-{a}", f"20{a}-{b}-{c}")
    if g := re.fullmatch(r"((?:19|20)\d\d)[-/]((?:19|20)\d\d)", klein):
        a, b = g.groups()
        if int(b) - int(a) == 1:
            raise _twee(tekst, f"{a}_{b} (twee hele jaren)", f"{a}-08_{b}-07 (een schooljaar)")
    if g := re.fullmatch(r"((?:19|20)\d\d)/(1[0-2])", klein):
        a, b = g.groups()
        if int(a) % 100 + 1 == int(b):
            raise _twee(tekst, f"{a}-{b} (een maand)", f"{a}-08_20{b}-07 (een schooljaar)")
    if g := re.fullmatch(r"(\d\d)[-/.](\d\d)", klein):
        a, b = g.groups()
        raise _twee(tekst, f"maand {b} van 20{a}", f"dag {a} van maand {b}")


def _twee(tekst: str, een: str, twee: str) -> NotatieFout:
    return NotatieFout(
        f"‘{tekst}’ kan op twee manieren worden gelezen: als {een} of als {twee}. "
        "Schrijf het voluit.",
        (een, twee),
    )


Groepen = dict[str, str | None]


def _jaartal(g: Groepen, jaar: int | None, tekst: str) -> int:
    if g.get("jaar"):
        return int(g["jaar"] or 0)
    if g.get("kort"):
        return 2000 + int(g["kort"] or 0)
    if jaar is None:
        raise NotatieFout(f"‘{tekst}’ noemt geen jaar. Schrijf het jaar erbij.")
    return jaar


def _nummer(g: Groepen) -> int:
    return int(n) if (n := g.get("n")) else _TELWOORD[g["woord"] or ""]


def _maandnummer(naam: str | None) -> int:
    return _MAANDNAMEN[(naam or "").rstrip(".")]


def _maand(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    return maand(_jaartal(g, jaar, tekst), _maandnummer(g["m"]))


def _maandcijfer(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    nummer = int(g["m"] or g.get("m2") or 0)
    if not 1 <= nummer <= 12:
        raise NotatieFout(f"‘{tekst}’: maand {nummer} bestaat niet.")
    return maand(_jaartal(g, jaar, tekst), nummer)


def _kwartaal(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    return kwartaal(_jaartal(g, jaar, tekst), _nummer(g))


def _halfjaar(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    nummer = _nummer(g)
    if nummer > 2:
        raise NotatieFout(f"‘{tekst}’: een jaar heeft twee helften.")
    return halfjaar(_jaartal(g, jaar, tekst), nummer)


def _vier(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    nummer = int(g["p"] or 0)
    if not 1 <= nummer <= 13:
        raise NotatieFout(f"‘{tekst}’: een jaar heeft dertien perioden van vier weken.")
    return vier_weken(_jaartal(g, jaar, tekst), nummer)


def _dag(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    nummer = _maandnummer(g["m"]) if (g["m"] or "")[:1].isalpha() else int(g["m"] or 0)
    if not 1 <= nummer <= 12:
        raise NotatieFout(f"‘{tekst}’: maand {nummer} bestaat niet. Schrijf dag-maand-jaar.")
    return peildatum(_jaartal(g, jaar, tekst), nummer, int(g["d"] or 0))


def _tot_en_met(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    j = _jaartal(g, jaar, tekst)
    return reeks(maand(j, 1), maand(j, _maandnummer(g["m"])))


def _heel_jaar(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    return jaar_(_jaartal(g, jaar, tekst))


def _maanden(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    j = _jaartal(g, jaar, tekst)
    eerste = int(jaar1) if (jaar1 := g.get("jaar1")) else j
    return reeks(maand(eerste, _maandnummer(g["m1"])), maand(j, _maandnummer(g["m"])))


def _jaren(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    return reeks(jaar_(int(g["jaar1"] or 0)), jaar_(int(g["jaar"] or 0)))


def _interval(g: Groepen, jaar: int | None, tekst: str) -> Tijdvak:
    delen = [None if d in ("..", "") else _deel(d or "", tekst) for d in (g["van"], g["tot"])]
    if delen == [None, None]:
        raise NotatieFout(f"‘{tekst}’ noemt geen begin en geen eind. Noem er ten minste een.")
    return reeks(delen[0], delen[1])


def _deel(deel: str, tekst: str) -> Tijdvak:
    gevonden = tijdvak(deel.upper().replace("Q", "K"))
    if gevonden is None:
        raise NotatieFout(f"‘{deel}’ in ‘{tekst}’ is geen periode. Schrijf {VOORBEELDEN}.")
    return gevonden


_Lezer = Callable[[Groepen, int | None, str], Tijdvak]
_D = r"(?P<d>\d{1,2})"
_VORMEN: list[tuple[re.Pattern[str], _Lezer]] = [
    (re.compile(patroon), lees)
    for patroon, lees in [
        (rf"(?P<m>{_M})(?:\s*[-/ ]\s*(?:{_JAAR}|{_KORT}))?", _maand),
        (rf"{_JAAR}\s+(?P<m>{_M})", _maand),
        (rf"(?P<m>\d{{1,2}})[-/.]{_JAAR}", _maandcijfer),
        (rf"{_JAAR}(?:[-/](?P<m>\d)|/(?P<m2>1[0-2]))", _maandcijfer),
        (rf"[qk](?P<n>[1-4])(?:[ -]*(?:van )?(?:{_JAAR}|{_KORT}))?", _kwartaal),
        (rf"{_JAAR}[ -]*[qk](?P<n>[1-4])", _kwartaal),
        (rf"(?:{_N})\s*(?:kwartaal|kw\.?)(?:\s*(?:van )?{_JAAR})?", _kwartaal),
        (rf"(?:kwartaal|kw\.?) (?P<n>[1-4])(?:\s*(?:van )?{_JAAR})?", _kwartaal),
        (rf"(?:jaar|boekjaar|kalenderjaar) {_JAAR}", _heel_jaar),
        (rf"h(?P<n>[12])(?:[ -]*(?:{_JAAR}|{_KORT}))?", _halfjaar),
        (rf"{_JAAR}[ -]*h(?P<n>[12])", _halfjaar),
        (rf"(?:{_N})\s*(?:helft|half\s*jaar|jaarhelft)(?:\s*(?:van )?{_JAAR})?", _halfjaar),
        (rf"(?:periode |p)(?P<p>\d{{1,2}})[ -]*(?:van )?{_JAAR}", _vier),
        (rf"{_JAAR}[ -]*p(?P<p>\d{{1,2}})", _vier),
        (rf"{_D} (?P<m>{_M}) {_JAAR}", _dag),
        (rf"{_D}[-/.](?P<m>\d{{1,2}})[-/.]{_JAAR}", _dag),
        (rf"(?:t/m|tot en met) (?P<m>{_M})(?: {_JAAR})?", _tot_en_met),
        (rf"(?P<m1>{_M})(?: (?P<jaar1>(?:19|20)\d\d))?{_TM}(?P<m>{_M})(?: {_JAAR})?", _maanden),
        (r"(?P<jaar1>(?:19|20)\d\d)\s*(?:t/m|tot en met)\s*(?P<jaar>(?:19|20)\d\d)", _jaren),
        (r"(?P<van>\.\.|\d{4}[\w-]*)\s*[/_]\s*(?P<tot>\.\.|\d{4}[\w-]*)", _interval),
    ]
]

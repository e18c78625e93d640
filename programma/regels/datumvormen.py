"""The forms of one date, as patterns; `programma.regels.datums` tells which rule stands where."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import MAANDEN

Interval = tuple[date, date]

_KORT = {"jan": 1, "feb": 2, "febr": 2, "mrt": 3, "maa": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
         "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12}  # fmt: skip
MAAND = {naam: nummer for nummer, naam in enumerate(MAANDEN, 1)} | _KORT
RANG = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "laatste": 0,
         "1e": 1, "2e": 2, "3e": 3, "4e": 4, "5e": 5, "1ste": 1, "2de": 2, "3de": 3, "4de": 4}  # fmt: skip
SEIZOEN = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9}
VAN_JAARDEEL = (1, 6, 11)  # the month in which ‘begin’, ‘medio’ and ‘eind’ of a year begin
DEEL = {"begin": 0, "start": 0, "medio": 1, "midden": 1, "halverwege": 1, "mid": 1, "half": 1,
         "eind": 2, "einde": 2, "ultimo": 2}  # fmt: skip

J = r"(?P<jaar>(?:19|20)\d\d|'\d\d)"
EVT_J = rf"(?:[\s/,-]*(?:van\s+)?{J})?"
M = rf"(?P<maand>{'|'.join(sorted(MAAND, key=len, reverse=True))})\.?"
R = rf"(?P<rang>{'|'.join(sorted(RANG, key=len, reverse=True))})"


@dataclass(frozen=True)
class Vorm:
    """A date found: `maak` gives the interval of a year (`per_jaar`), else of the report's day."""

    maak: Callable[[Any], Interval]
    precisie: str
    jaar: int | None = None
    per_jaar: bool = True


def maand(jaar: int, nummer: int) -> Interval:
    return date(jaar, nummer, 1), date(jaar, nummer, monthrange(jaar, nummer)[1])


def maanden(jaar: int, van: int, aantal: int) -> Interval:
    """`aantal` whole months from month `van` (which may lie past 12)."""
    eerste, laatste = van - 1, van + aantal - 2
    return (
        maand(jaar + eerste // 12, eerste % 12 + 1)[0],
        maand(jaar + laatste // 12, laatste % 12 + 1)[1],
    )


def jaar_van(m: re.Match[str]) -> int | None:
    tekst = m.groupdict().get("jaar")
    if not tekst:
        return None
    return 2000 + int(tekst[1:]) if tekst.startswith("'") else int(tekst)


def nummer_van(m: re.Match[str], groep: str, laatste: int) -> int:
    """Which one it is, in figures (`groep`) or as a rank: ‘Q3’, ‘derde’, ‘laatste’."""
    return int(m[groep]) if m.groupdict().get(groep) else RANG[m["rang"]] or laatste


def dag_van(jaar: int, maand_: int, dag: int) -> Interval:
    try:
        return date(jaar, maand_, dag), date(jaar, maand_, dag)
    except ValueError:
        raise NotatieFout(
            f"{dag}-{maand_}-{jaar} bestaat niet. Kijk de dag en de maand na; de dag staat voorop."
        ) from None


def _dag_getal(m: re.Match[str]) -> Vorm:
    kort = int(m["j"].lstrip("'"))
    jaar = kort if len(m["j"]) == 4 else 2000 + kort
    if not 1900 <= jaar <= 2199:
        raise NotatieFout(f"Het jaar {jaar} kan niet kloppen. Schrijf de datum als 1-1-2023.")
    return Vorm(lambda j: dag_van(j, int(m["m"]), int(m["d"])), "dag", jaar)


def _dag_woord(m: re.Match[str]) -> Vorm:
    return Vorm(lambda j: dag_van(j, MAAND[m["maand"]], int(m["dag"])), "dag", jaar_van(m))


def _maandvorm(m: re.Match[str]) -> Vorm:
    return Vorm(lambda j: maand(j, MAAND[m["maand"]]), "maand", jaar_van(m))


def maand_getal(m: re.Match[str]) -> Vorm:
    nummer = int(m["m"])
    if not 1 <= nummer <= 12:
        raise NotatieFout(f"Maand {nummer} bestaat niet. Schrijf bijvoorbeeld 2021-04.")
    return Vorm(lambda j: maand(j, nummer), "maand", jaar_van(m))


def _kwartaalnummer(m: re.Match[str]) -> int:
    q = nummer_van(m, "q", 4)
    if not 1 <= q <= 4:
        raise NotatieFout(f"Kwartaal {q} bestaat niet. Een jaar heeft vier kwartalen.")
    return q


def _kwartaal(m: re.Match[str]) -> Vorm:
    q = _kwartaalnummer(m)
    return Vorm(lambda j: maanden(j, 3 * q - 2, 3), "kwartaal", jaar_van(m))


def halfjaarnummer(m: re.Match[str]) -> int:
    h = nummer_van(m, "h", 2)
    if h > 2:
        raise NotatieFout("Een jaar heeft twee helften. Schrijf H1 of H2.")
    return h


def _halfjaar(m: re.Match[str]) -> Vorm:
    h = halfjaarnummer(m)
    return Vorm(lambda j: maanden(j, 6 * h - 5, 6), "halfjaar", jaar_van(m))


def _heel_jaar(m: re.Match[str]) -> Vorm:
    return Vorm(lambda j: maanden(j, 1, 12), "jaar", jaar_van(m))


def _deel_van_jaar(m: re.Match[str]) -> Vorm:
    van = VAN_JAARDEEL[DEEL[m["deel"]]]
    return Vorm(lambda j: maanden(j, van, 2), "ongeveer", jaar_van(m))


def _deel_van_dit_jaar(m: re.Match[str]) -> Vorm:
    van, erbij = VAN_JAARDEEL[DEEL[m["deel"]]], STAP[m["welk"]]
    return Vorm(lambda d: maanden(d.year + erbij, van, 2), "ongeveer", per_jaar=False)


def deel_van_kwartaal(m: re.Match[str]) -> Vorm:
    q, deel = _kwartaalnummer(m), DEEL[m["deel"]]
    return Vorm(lambda j: maand(j, 3 * q - 2 + deel), "ongeveer", jaar_van(m))


def _deel_van_maand(m: re.Match[str]) -> Vorm:
    nummer, deel = MAAND[m["maand"]], DEEL[m["deel"]]

    def interval(jaar: int) -> Interval:
        laatste = maand(jaar, nummer)[1]
        return date(jaar, nummer, 1 + 10 * deel), (
            laatste if deel == 2 else date(jaar, nummer, 10 + 10 * deel)
        )

    return Vorm(interval, "ongeveer", jaar_van(m))


def _seizoen(m: re.Match[str]) -> Vorm:
    return Vorm(lambda j: maanden(j, SEIZOEN[m["seizoen"]], 3), "ongeveer", jaar_van(m))


def _winter(m: re.Match[str]) -> Vorm:
    jaar = jaar_van(m)
    if not m["tot"] or jaar is None or int(m["tot"]) % 100 != (jaar + 1) % 100:
        raise NotatieFout(
            "Een winter valt in twee jaren. Schrijf ‘winter 2020-2021’, of noem een maand."
        )
    return Vorm(lambda j: maanden(j, 12, 3), "ongeveer", jaar)


def _week_van_maand(m: re.Match[str]) -> Vorm:
    nummer, rang = MAAND[m["maand"]], RANG[m["rang"]]

    def interval(jaar: int) -> Interval:
        eerste, laatste = maand(jaar, nummer)
        maandag = eerste - timedelta(days=eerste.weekday())
        if rang == 0:
            maandag = laatste - timedelta(days=laatste.weekday())
        else:
            maandag += timedelta(weeks=rang - 1)
        if maandag > laatste:
            raise NotatieFout(
                f"{MAANDEN[nummer - 1].capitalize()} {jaar} heeft geen {rang}e week. Kijk het na."
            )
        return max(maandag, eerste), min(maandag + timedelta(days=6), laatste)

    return Vorm(interval, "week", jaar_van(m))


def _weeknummer(m: re.Match[str]) -> Vorm:
    def interval(jaar: int) -> Interval:
        try:
            maandag = date.fromisocalendar(jaar, int(m["week"]), 1)
        except ValueError:
            raise NotatieFout(
                f"Week {m['week']} van {jaar} bestaat niet. Kijk het nummer na."
            ) from None
        return maandag, maandag + timedelta(days=6)

    return Vorm(interval, "week", jaar_van(m))


STAP = {"dit": 0, "deze": 0, "huidig": 0, "huidige": 0, "lopend": 0, "lopende": 0, "volgend": 1, "volgende": 1,
         "komend": 1, "komende": 1, "vorig": -1, "vorige": -1, "afgelopen": -1}  # fmt: skip


def _relatief(m: re.Match[str]) -> Vorm:
    stap, eenheid = STAP[m["welk"]], m["eenheid"]

    def interval(d: date) -> Interval:
        if eenheid == "week":
            maandag = d - timedelta(days=d.weekday()) + timedelta(weeks=stap)
            return maandag, maandag + timedelta(days=6)
        lengte = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "half jaar": 6, "jaar": 12}[eenheid]
        begin = (d.month - 1) // lengte * lengte + 1 + stap * lengte
        return maanden(d.year, begin, lengte)

    return Vorm(interval, eenheid.replace(" ", ""), per_jaar=False)


DEELWOORD = (
    rf"(?P<deel>{'|'.join(sorted(DEEL, key=len, reverse=True))})\s+(?:van\s+)?(?:het\s+|de\s+)?"
)
WELK = rf"(?P<welk>{'|'.join(sorted(STAP, key=len, reverse=True))})"
_VORMEN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Vorm]], ...] = tuple(
    (re.compile(patroon), maak)
    for patroon, maak in (
        (r"(?P<j>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", _dag_getal),
        (r"(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<j>\d{4}|'?\d{2})", _dag_getal),
        (rf"(?P<dag>\d{{1,2}})(?:e|ste|de)?[\s-]+{M}{EVT_J}", _dag_woord),
        (rf"{M}{EVT_J}", _maandvorm),
        (r"(?P<maand>[a-z]{3,4})\.?-(?P<kort>\d\d)", lambda m: _kort_jaar(m)),
        (rf"{J}-(?P<m>\d\d)", maand_getal),
        (rf"(?:q|k|kw|kwartaal)\s?(?P<q>\d){EVT_J}", _kwartaal),
        (rf"{J}[\s/-]?(?:q|k)(?P<q>\d)", _kwartaal),
        (rf"(?P<q>[1-4])q{EVT_J}", _kwartaal),
        (rf"{R}\s+(?:kwartaal|kw\.?){EVT_J}", _kwartaal),
        (rf"h(?P<h>\d){EVT_J}", _halfjaar),
        (rf"{J}[\s-]?h(?P<h>\d)", _halfjaar),
        (rf"{R}\s+(?:half\s?jaar|helft|half){EVT_J}", _halfjaar),
        (rf"(?:heel\s+|geheel\s+)?{J}", _heel_jaar),
        (rf"{DEELWOORD}{J}", _deel_van_jaar),
        (rf"{DEELWOORD}{WELK}\s+jaar", _deel_van_dit_jaar),
        (rf"{DEELWOORD}q(?P<q>[1-4]){EVT_J}", deel_van_kwartaal),
        (rf"{DEELWOORD}{M}{EVT_J}", _deel_van_maand),
        (rf"(?P<seizoen>{'|'.join(SEIZOEN)}){EVT_J}", _seizoen),
        (rf"(?:deze\s+)?winter(?:\s+{J}(?:\s?[-/]\s?(?P<tot>\d{{4}}|\d\d))?)?", _winter),
        (rf"{R}\s+week\s+(?:van\s+|in\s+)?{M}{EVT_J}", _week_van_maand),
        (rf"(?:week|wk\.?)\s?(?P<week>\d{{1,2}}){EVT_J}", _weeknummer),
        (rf"{WELK}\s+(?P<eenheid>week|maand|kwartaal|half\s?jaar|jaar)", _relatief),
    )
)


def _kort_jaar(m: re.Match[str]) -> Vorm:
    if m["maand"] not in MAAND:
        raise NotatieFout(f"‘{m[0]}’ is geen maand. Schrijf bijvoorbeeld ‘april 2021’.")
    return Vorm(lambda j: maand(j, MAAND[m["maand"]]), "maand", 2000 + int(m["kort"]))


def atoom(tekst: str) -> Vorm | None:
    """The form of one date, or None. Raises `NotatieFout` when it names a day that does not exist."""
    for patroon, maak in _VORMEN:
        if (gevonden := patroon.fullmatch(tekst)) is not None:
            return maak(gevonden)
    return None

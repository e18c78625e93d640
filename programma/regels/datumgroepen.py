"""Dates that take in more than one day, month or quarter in a word, or a part of one; a school year, a holiday.

- ‘1e en 2e kwartaal 2022’, ‘10 t/m 20 mei’, ‘week 12-14 2022’: from the begin of the first to the end of the second.
- ‘eind tweede kwartaal’, ‘begin H2’: the first, middle or last third. ‘tweede helft juni’: from the 16th.
- ‘schooljaar 2021-2022’: 1 August to 31 July. ‘zomervakantie’, ‘zomerreces’, ‘bouwvak’: July and August. ‘kerst’: 25 and 26
  December.
- ‘1e tertaal 2022’: four months. ‘eind van het jaar’, ‘begin volgende maand’, ‘komend voorjaar’: from the day of the report.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import MAANDEN
from programma.regels import datumvormen as v
from programma.regels.datumvormen import Interval, Vorm, dag_van, jaar_van, maand, maanden


def _dag_maand(m: re.Match[str]) -> Vorm:
    return Vorm(lambda j: dag_van(j, int(m["m"]), int(m["d"])), "dag")


def _dag_kort(m: re.Match[str]) -> Vorm:
    jaar = 2000 + int(m["kort"])
    return Vorm(lambda j: dag_van(j, v.MAAND[m["maand"]], int(m["dag"])), "dag", jaar)


def _maand_of_dag(m: re.Match[str]) -> Vorm:
    naam, getal = MAANDEN[v.MAAND[m["maand"]] - 1], int(m["kort"])
    lezing = (
        f"{getal} {naam} of {naam} {2000 + getal}" if 1 <= getal <= 31 else f"{naam} {2000 + getal}"
    )
    raad = "Schrijf het jaar met vier cijfers."
    raise NotatieFout(f"‘{m[0]}’ is op meer manieren te lezen: {lezing}. {raad}")  # fmt: skip


def _kwartaal_kort(m: re.Match[str]) -> Vorm:
    if m["streep"] != "-":
        raise NotatieFout(
            f"‘{m[0]}’: is {m['kort']} een jaar? Schrijf het voluit: Q{m['q']} 20{m['kort']}."
        )
    q = int(m["q"])
    return Vorm(lambda j: maanden(j, 3 * q - 2, 3), "kwartaal", 2000 + int(m["kort"]))


def _kwartalen(m: re.Match[str]) -> Vorm:
    van, tot = (v.RANG[m[naam]] or 4 for naam in ("rang", "rang2"))
    if not 1 <= van < tot <= 4:
        raise NotatieFout("Een jaar heeft vier kwartalen. Schrijf het eerste kwartaal voorop.")
    return Vorm(lambda j: maanden(j, 3 * van - 2, 3 * (tot - van + 1)), "reeks", jaar_van(m))


def _dagen(m: re.Match[str]) -> Vorm:
    nummer, van, tot = v.MAAND[m["maand"]], int(m["d"]), int(m["d2"])
    if tot < van:
        raise NotatieFout(f"‘{m[0]}’ eindigt voordat het begint. Draai begin en eind om.")
    return Vorm(
        lambda j: (dag_van(j, nummer, van)[0], dag_van(j, nummer, tot)[1]), "reeks", jaar_van(m)
    )


def _weken(m: re.Match[str]) -> Vorm:
    van, tot = int(m["w"]), int(m["w2"])

    def interval(jaar: int) -> Interval:
        try:
            begin, eind = (date.fromisocalendar(jaar, week, 1) for week in (van, tot))
        except ValueError:
            raise NotatieFout(
                f"Week {van} of {tot} van {jaar} bestaat niet. Kijk het na."
            ) from None
        if eind < begin:
            raise NotatieFout(f"‘{m[0]}’ valt in twee jaren. Schrijf bij elke week het jaar.")
        return begin, eind + timedelta(days=6)

    return Vorm(interval, "reeks", jaar_van(m))


def _helft_van_maand(m: re.Match[str]) -> Vorm:
    nummer, helft = v.MAAND[m["maand"]], v.RANG[m["rang"]] or 2
    if helft > 2:
        raise NotatieFout("Een maand heeft twee helften. Schrijf ‘eerste helft’ of ‘tweede helft’.")

    def interval(jaar: int) -> Interval:
        eerste, laatste = maand(jaar, nummer)
        return (eerste, eerste.replace(day=15)) if helft == 1 else (eerste.replace(day=16), laatste)

    return Vorm(interval, "ongeveer", jaar_van(m))


def _tertaal(m: re.Match[str]) -> Vorm:
    t = v.nummer_van(m, "t", 3)
    if t > 3:
        raise NotatieFout("Een jaar heeft drie tertalen. Schrijf T1, T2 of T3.")
    return Vorm(lambda j: maanden(j, 4 * t - 3, 4), "reeks", jaar_van(m))


def _deel_van_helft(m: re.Match[str]) -> Vorm:
    h = v.halfjaarnummer(m)
    van = 6 * h - 5 + 2 * v.DEEL[m["deel"]]
    return Vorm(lambda j: maanden(j, van, 2), "ongeveer", jaar_van(m))


def _deel_van_het_jaar(m: re.Match[str]) -> Vorm:
    van = v.VAN_JAARDEEL[v.DEEL[m["deel"]]]
    return Vorm(lambda d: maanden(d.year, van, 2), "ongeveer", per_jaar=False)


def _deel_van_nu(m: re.Match[str]) -> Vorm:
    """‘begin volgende maand’, ‘eind dit kwartaal’."""
    stap, deel = v.STAP[m["welk"]], v.DEEL[m["deel"]]

    def interval(d: date) -> Interval:
        if m["eenheid"] == "kwartaal":
            return maanden(d.year, (d.month - 1) // 3 * 3 + 1 + 3 * stap + deel, 1)
        eerste, laatste = maanden(d.year, d.month + stap, 1)
        begin = eerste.replace(day=1 + 10 * deel)
        return begin, laatste if deel == 2 else eerste.replace(day=10 + 10 * deel)

    return Vorm(interval, "ongeveer", per_jaar=False)


def _seizoen_nu(m: re.Match[str]) -> Vorm:
    """‘dit voorjaar’ is of this year; ‘komend voorjaar’ the first that begins after the report."""
    van, stap = v.SEIZOEN[m["seizoen"]], v.STAP[m["welk"]]

    def interval(d: date) -> Interval:
        begin, eind = maanden(d.year, van, 3)
        if stap > 0 and begin <= d:
            return maanden(d.year + 1, van, 3)
        if stap < 0 and eind >= d:
            return maanden(d.year - 1, van, 3)
        return begin, eind

    return Vorm(interval, "ongeveer", per_jaar=False)


_IN_SCHOOLJAAR = {"": (8, 12), 0: (8, 2), 1: (13, 2), 2: (18, 2)}  # from which month, how many


def _schooljaar(m: re.Match[str]) -> Vorm:
    jaar, tot = jaar_van(m), m["tot"]
    if jaar is None or not tot or int(tot.lstrip("'")) % 100 != (jaar + 1) % 100:
        raise NotatieFout("Een schooljaar valt in twee jaren. Schrijf ‘schooljaar 2021-2022’.")
    van, aantal = _IN_SCHOOLJAAR[v.DEEL[m["deel"]] if m["deel"] else ""]
    return Vorm(lambda j: maanden(j, van, aantal), "ongeveer" if m["deel"] else "reeks", jaar)


def _schooljaar_nu(m: re.Match[str]) -> Vorm:
    stap = 1 if m["welk"].startswith("nieuw") else v.STAP[m["welk"]]
    van, aantal = _IN_SCHOOLJAAR[v.DEEL[m["deel"]] if m["deel"] else ""]
    return Vorm(
        lambda d: maanden(d.year - (d.month < 8) + stap, van, aantal),
        "ongeveer" if m["deel"] else "reeks",
        per_jaar=False,
    )


def _vakantie(m: re.Match[str]) -> Vorm:
    return Vorm(lambda j: maanden(j, 7, 2), "ongeveer", jaar_van(m))


def _kerst(m: re.Match[str]) -> Vorm:
    return Vorm(lambda j: (date(j, 12, 25), date(j, 12, 26)), "ongeveer", jaar_van(m))


_EN = r"\s*(?:/|-|&|\+|t/m|tot en met|tot|en|of)\s*"
_R2 = v.R.replace("<rang>", "<rang2>")
_KORT = r"(?P<kort>\d\d)"
_EVT_DEEL = rf"(?:{v.DEELWOORD})?"
_NIEUW = v.WELK.replace("(?P<welk>", "(?P<welk>nieuwe|nieuw|")
_GROEPEN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Vorm]], ...] = tuple(
    (re.compile(patroon), maak)
    for patroon, maak in (
        (rf"(?P<m>\d{{1,2}})\s?[-/]\s?{v.J}", v.maand_getal),
        (rf"{v.J}/(?P<m>\d\d)", v.maand_getal),
        (r"(?P<d>\d{1,2})\s?[-/]\s?(?P<m>\d{1,2})", _dag_maand),
        (rf"(?P<dag>\d{{1,2}})[\s-]+{v.M}[\s-]+{_KORT}", _dag_kort),
        (rf"{v.M}\s+{_KORT}", _maand_of_dag),
        (rf"(?:q|k)(?P<q>[1-4])(?P<streep>-|\s+){_KORT}", _kwartaal_kort),
        (rf"{v.R}(?:\s+kwartaal)?{_EN}{_R2}\s+(?:kwartaal|kw\.?){v.EVT_J}", _kwartalen),
        (rf"(?P<d>\d{{1,2}}){_EN}(?P<d2>\d{{1,2}})\s+{v.M}{v.EVT_J}", _dagen),
        (rf"(?:week|wk\.?)\s?(?P<w>\d{{1,2}}){_EN}(?:(?:week|wk\.?)\s?)?(?P<w2>\d{{1,2}}){v.EVT_J}", _weken),
        (rf"{v.R}\s+helft\s+(?:van\s+)?{v.M}{v.EVT_J}", _helft_van_maand),
        (rf"t(?P<t>[1-3]){v.EVT_J}", _tertaal),
        (rf"{v.R}\s+(?:tertaal|trimester){v.EVT_J}", _tertaal),
        (rf"{v.DEELWOORD}{v.R}\s+(?:kwartaal|kw\.?){v.EVT_J}", v.deel_van_kwartaal),
        (rf"{v.DEELWOORD}h(?P<h>[12]){v.EVT_J}", _deel_van_helft),
        (rf"{v.DEELWOORD}{v.R}\s+(?:half\s?jaar|helft){v.EVT_J}", _deel_van_helft),
        (rf"{v.DEELWOORD}(?:v\.?h\.?\s+)?jaar", _deel_van_het_jaar),
        (rf"{v.DEELWOORD}{v.WELK}\s+(?P<eenheid>maand|kwartaal)", _deel_van_nu),
        (rf"{v.WELK}\s+(?P<seizoen>{'|'.join(v.SEIZOEN)})", _seizoen_nu),
        (rf"{_EVT_DEEL}schooljaar(?:\s+{v.J}(?:\s?[-/]\s?(?P<tot>\d{{4}}|'?\d\d))?)?", _schooljaar),
        (rf"{_EVT_DEEL}{_NIEUW}\s+schooljaar", _schooljaar_nu),
        (rf"(?:zomervakantie|zomerreces|bouwvak(?:antie)?){v.EVT_J}", _vakantie),
        (rf"kerst{v.EVT_J}", _kerst),
    )
)  # fmt: skip


def atoom(tekst: str) -> Vorm | None:
    """The form of one date, or None. Raises `NotatieFout` when it names a day that does not exist."""
    if (vorm := v.atoom(tekst)) is not None:
        return vorm
    for patroon, maak in _GROEPEN:
        if (gevonden := patroon.fullmatch(tekst)) is not None:
            return maak(gevonden)
    return None

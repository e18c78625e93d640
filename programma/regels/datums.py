"""The dates people write, read as an interval. The words are kept; the interval is computed.

The rules, in the order in which they are tried (D is the day of the report in which the words stand):

- Not known yet: ‘datum volgt’, ‘nog niet bekend’, ‘?’ → no begin, no end (`onbekend`).
  ‘doorlopend’, ‘structureel’ → no begin, no end (`doorlopend`).
- ‘vanaf X’, ‘sinds X’ → from the first day of X, no end (`vanaf`). ‘uiterlijk X’, ‘tot en met X’ → until
  the last day of X; ‘voor X’, ‘tot X’ → until the day before X; no begin (`uiterlijk`).
- One date: a day (1-1-2023, 1/5/2021, 1 juli 2021), a week (tweede week van juni: the second calendar week,
  Monday to Sunday, with a day in that month), a month, a quarter (Q3, K3, derde kwartaal), a half year
  (H2, tweede helft), a year. Day stands before month, as the Dutch write it.
- About: ‘medio 2021’ is June and July, ‘begin’ January and February, ‘eind’ November and December; of a month
  the days 1-10, 11-20, 21-end; of a quarter its first, second, third month. ‘voorjaar’ March to May, ‘zomer’ June to
  August, ‘najaar’ September to November, ‘winter 2020-2021’ December to February (`ongeveer`).
- Relative to D: ‘dit kwartaal’, ‘volgende maand’, ‘komend jaar’.
- Two dates: ‘Q3/Q4’, ‘april-mei 2021’, ‘eind 2021 of begin 2022’ → from the begin of the first to the end of
  the second (`reeks`); a missing year is that of the other one.
- ‘X en verder’, ‘X e.v.’, ‘X of later’ → as ‘vanaf X’.
- Parts, each with its own date: ‘eind 2020 Nieuwleusen, eind 2021 Dalfsen en Lemelerveld’ → `delen`; the
  interval is that of all parts together. One date with words after it (‘november 2021 raad’) is
  that date; a bare number after it (‘Q2 22’) may be a year and is refused.
- A date without a year is of D's year, or of the next when it would lie over half a year before D.
- ‘in’, ‘per’, ‘op’ and words of hope (‘naar verwachting’) change nothing; ‘ongeveer’, ‘rond’ make a date `ongeveer`.

An interval never ends before it begins. What can not be read is a `NotatieFout` that says what to write.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import MAANDEN, dag_in_woorden
from programma.regels.datumvormen import Interval, Vorm, atoom

__all__ = ["Datum", "Datumdeel", "NotatieFout", "lees_datum", "toon", "toon_kort", "toon_uitleg"]

RAAD = (
    "Schrijf bijvoorbeeld ‘september 2020’, ‘medio 2022’, ‘Q3 2021’, ‘1-1-2023’ of ‘datum volgt’."
)
MAX_LENGTE = 200

_ONBEKEND = frozenset(
    ["?", "-", "onbekend", "nog onbekend", "datum onbekend", "niet bekend", "nog niet bekend", "datum volgt",
     "volgt", "volgt nog", "nader te bepalen", "n.t.b.", "ntb", "nnb", "n.n.b.", "nieuwe datum volgt",
     "nog te bepalen", "later", "later te bepalen"]
)  # fmt: skip
_DOORLOPEND = frozenset(
    ["doorlopend", "continu", "structureel", "lopend", "permanent", "heel de looptijd"]
)
_VULWOORD = re.compile(
    r"^(?:naar verwachting|waarschijnlijk|gepland|verwacht|in|per|op|de|het|voor het einde van)\s+"
)
_ONGEVEER = re.compile(r"^(?:ongeveer|circa|ca\.?|rond|omstreeks|om en nabij|±|~)\s*")
_VANAF = re.compile(r"^(?:vanaf|sinds|met ingang van|m\.i\.v\.|ingaande|start|na)\s+")
_EN_VERDER = re.compile(r"[\s,]+(?:en verder|e\.?\s?v|en later|of later|en daarna)$")
_GETAL = re.compile(r"'?\d{1,4}")
_TOT_MET = re.compile(r"^(?:uiterlijk|t/m|tot en met|voor eind|vóór eind|ultimo)\s+")
_VOOR = re.compile(r"^(?:voor|vóór|tot)\s+")
_TUSSEN = re.compile(r"\s*(?:\bt/m\b|\btot en met\b|\ben\b|\bof\b|\btot\b|/|-|\+|&)\s*")
_TEKENS = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "‑": "-", "’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "}
)


@dataclass(frozen=True)
class Datumdeel:
    naam: str
    begin: date | None
    eind: date | None
    precisie: str
    tekst: str


@dataclass(frozen=True)
class Datum:
    """Words and the interval they mean, both ends inclusive; None is open or unknown.

    `precisie` is a value of `Precisie`.
    """

    tekst: str
    begin: date | None = None
    eind: date | None = None
    precisie: str = "onbekend"
    delen: tuple[Datumdeel, ...] = ()

    @property
    def is_bekend(self) -> bool:
        return self.begin is not None or self.eind is not None


def lees_datum(tekst: str, *, referentie: date) -> Datum:
    """Read the words; `referentie` is the day of the report in which they stand.

    Raises `NotatieFout` that names the words and what to write instead.
    """
    woorden = " ".join(tekst.translate(_TEKENS).split())
    if not woorden or len(woorden) > MAX_LENGTE:
        raise NotatieFout(f"Hier staat geen datum. {RAAD}")
    gelezen = _lees(_schoon(woorden), referentie) or _lees_delen(woorden, referentie)
    if gelezen is None:
        raise NotatieFout(f"De datum ‘{tekst.strip()}’ is niet te lezen. {RAAD}")
    if gelezen.begin and gelezen.eind and gelezen.begin > gelezen.eind:
        raise NotatieFout(f"‘{tekst.strip()}’ eindigt voordat het begint. Draai begin en eind om.")
    return replace(gelezen, tekst=tekst.strip())


def _schoon(tekst: str) -> str:
    """Lower case, without a remark in brackets, a full stop or a word that changes nothing."""
    tekst = re.sub(r"\s*\([^)]*\)", "", tekst).lower().rstrip(" .!;,").strip()
    while (korter := _VULWOORD.sub("", tekst)) != tekst:
        tekst = korter
    return tekst


def _lees(tekst: str, d: date) -> Datum | None:
    if tekst in _ONBEKEND:
        return Datum(tekst)
    if tekst in _DOORLOPEND:
        return Datum(tekst, precisie="doorlopend")
    if verder := _EN_VERDER.search(tekst):
        begin = _enkel(tekst[: verder.start()], d)
        return _open_eind(begin, "vanaf") if begin else None
    for patroon, maak in _VOORVOEGSELS:
        if gevonden := patroon.match(tekst):
            kern = _enkel(_schoon(tekst[gevonden.end() :]), d)
            return maak(kern, gevonden[0].strip()) if kern and kern.is_bekend else None
    return _enkel(tekst, d)


def _enkel(tekst: str, d: date) -> Datum | None:
    """One date, or two that make a span; no prefix."""
    return _atoom(tekst, d) or _tussen(tekst, d)


def _atoom(tekst: str, d: date) -> Datum | None:
    vorm = atoom(tekst)
    return Datum(tekst, *_van_vorm(vorm, vorm.jaar, d), vorm.precisie) if vorm else None


def _van_vorm(vorm: Vorm, jaar: int | None, d: date) -> Interval:
    """The interval of a form: of its own year, else of the year given, else near the report's day."""
    if not vorm.per_jaar:
        return vorm.maak(d)
    jaar = vorm.jaar or jaar
    return vorm.maak(jaar) if jaar is not None else _nabij(vorm.maak, d)


def _nabij(maak: Callable[[int], Interval], d: date) -> Interval:
    """In the year of the report, or the next when that lies over half a year back."""
    begin, eind = maak(d.year)
    return (begin, eind) if eind >= d - timedelta(days=183) else maak(d.year + 1)


def _tussen(tekst: str, d: date) -> Datum | None:
    """Two dates with a word or mark between; the year of one holds for the other."""
    for naad in _TUSSEN.finditer(tekst):
        links, rechts = tekst[: naad.start()].strip(), tekst[naad.end() :].strip()
        paar = _paar(links, rechts, d)
        if paar:
            return Datum(tekst, paar[0].begin, paar[1].eind, "reeks")
    return None


def _paar(links: str, rechts: str, d: date) -> tuple[Datum, Datum] | None:
    """Two dates; december-januari: the one without a year takes the year before or after."""
    a, b = atoom(_schoon(links)), atoom(_schoon(rechts))
    if a is None or b is None:
        return None
    jaar = a.jaar or b.jaar
    eerste, tweede = _van_vorm(a, jaar, d), _van_vorm(b, jaar, d)
    if tweede[1] < eerste[0]:
        if b.per_jaar and b.jaar is None:
            tweede = b.maak(tweede[0].year + 1)
        elif a.per_jaar and a.jaar is None:
            eerste = a.maak(eerste[0].year - 1)
    return Datum("", *eerste), Datum("", *tweede)


def _open_eind(kern: Datum, woord: str) -> Datum:
    begin = kern.begin
    if woord == "na" and kern.eind:
        begin = kern.eind + timedelta(days=1)
    return Datum(kern.tekst, begin, None, "vanaf")


def _tot_met(kern: Datum, woord: str) -> Datum:
    return Datum(kern.tekst, None, kern.eind, "uiterlijk")


def _tot(kern: Datum, woord: str) -> Datum:
    eind = kern.begin - timedelta(days=1) if kern.begin else kern.eind
    return Datum(kern.tekst, None, eind, "uiterlijk")


def _omstreeks(kern: Datum, woord: str) -> Datum:
    return replace(kern, precisie="ongeveer")


_VOORVOEGSELS = ((_VANAF, _open_eind), (_TOT_MET, _tot_met), (_VOOR, _tot), (_ONGEVEER, _omstreeks))


def _lees_delen(tekst: str, d: date) -> Datum | None:
    """Parts with a name each: the longest beginning of a piece that is a date, then the name."""
    delen = [_deel(stuk, d) for stuk in re.split(r"[,;]", tekst) if stuk.strip()]
    gevonden = [deel for deel in delen if deel is not None]
    if not gevonden or len(gevonden) != len(delen):
        return None
    if len(gevonden) == 1:
        enig = gevonden[0]
        return Datum(tekst, enig.begin, enig.eind, enig.precisie, (enig,) if enig.naam else ())
    begin, eind = [x.begin for x in gevonden if x.begin], [x.eind for x in gevonden if x.eind]
    precisie = "delen" if all(x.naam for x in gevonden) else "reeks"
    alles = tuple(gevonden) if precisie == "delen" else ()
    heeft_open = any(x.eind is None for x in gevonden)
    return Datum(
        tekst,
        min(begin, default=None),
        None if heeft_open else max(eind, default=None),
        precisie,
        alles,
    )


def _deel(stuk: str, d: date) -> Datumdeel | None:
    woorden = stuk.strip().split()
    for lengte in range(len(woorden), 0, -1):
        datum = _lees(_schoon(" ".join(woorden[:lengte])), d)
        if datum is not None:
            naam = " ".join(woorden[lengte:]).strip(" :()-")
            tekst = " ".join(woorden[:lengte])
            if _GETAL.fullmatch(naam):
                return None
            return Datumdeel(naam, datum.begin, datum.eind, datum.precisie, tekst)
    return None


def toon(datum: Datum) -> str:
    """For readers: a day in full, words as they were written, and the time when they name no year."""
    uitleg = toon_uitleg(datum)
    if uitleg and datum.precisie == "maand":
        return f"{toon_kort(datum)} {uitleg}"
    return f"{toon_kort(datum)} ({uitleg})" if uitleg else toon_kort(datum)


def toon_kort(datum: Datum) -> str:
    """The words alone; a day in full."""
    if datum.precisie == "onbekend":
        return "datum onbekend"
    if datum.precisie == "dag" and datum.begin:
        return dag_in_woorden(datum.begin)
    return datum.tekst[0].lower() + datum.tekst[1:] if datum.tekst[1:2].islower() else datum.tekst


def toon_uitleg(datum: Datum) -> str:
    """What words without a year mean: "juli tot en met december 2021", of a month its year."""
    heeft_jaar = re.search(r"(?:19|20)\d\d|'\d\d|-\d\d$", datum.tekst.translate(_TEKENS))
    if heeft_jaar or datum.precisie == "dag" or not datum.is_bekend:
        return ""
    if datum.precisie == "maand" and datum.begin:
        return str(datum.begin.year)
    return _van_tot(datum)


def _van_tot(datum: Datum) -> str:
    if datum.begin is None or datum.eind is None:
        dag = datum.begin or datum.eind
        return f"{'vanaf' if datum.begin else 'tot en met'} {dag_in_woorden(dag)}" if dag else ""
    begin, eind = datum.begin, datum.eind
    if begin.day == 1 and (eind + timedelta(days=1)).day == 1:
        van, tot = MAANDEN[begin.month - 1], f"{MAANDEN[eind.month - 1]} {eind.year}"
        if (begin.year, begin.month) == (eind.year, eind.month):
            return tot
        return f"{van}{'' if begin.year == eind.year else f' {begin.year}'} tot en met {tot}"
    if (begin.year, begin.month) == (eind.year, eind.month):
        return f"{begin.day} tot en met {dag_in_woorden(eind)}"
    return f"{dag_in_woorden(begin)} tot en met {dag_in_woorden(eind)}"

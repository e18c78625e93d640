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
- ‘van X tot Y’, ‘tussen X en Y’, ‘start X, gereed Y’ → from the begin of X to the end of Y. Three or more
  (‘Q1, Q2 en Q3 2022’) → from the first to the last, all of one year when one is named.
- ‘X en verder’, ‘X e.v.’, ‘X of later’, ‘X - doorlopend’, ‘niet eerder dan X’ → as ‘vanaf X’.
- Parts, each with its own date: ‘eind 2020 Nieuwleusen, eind 2021 Dalfsen en Lemelerveld’ → `delen`; the
  interval is that of all parts together. The name may stand in front (‘Noord: Q2 2022; Zuid: Q3 2022’). One date with
  words after it (‘november 2021 raad’) is that date; a number, a date or ‘t/m’ after it means that it was not read whole, and
  is refused: ‘Q2 22’, ‘jan 22’ (a day or a year?), ‘week 3 van juni’.
- School years, holidays, tertalen, parts of quarters: see `programma.regels.datumgroepen`.
- A date without a year is of D's year, or of the next when it would lie over half a year before D.
- ‘in’, ‘per’, ‘op’ and words of hope (‘naar verwachting’) change nothing; ‘ongeveer’, ‘rond’ make a date `ongeveer`.

An interval never ends before it begins. What can not be read is a `NotatieFout` that says what to write.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import MAANDEN, dag_in_woorden
from programma.regels import datumwoorden as w
from programma.regels.datumdelen import Datum, Datumdeel, lees_delen
from programma.regels.datumgroepen import atoom
from programma.regels.datumvormen import Interval, Vorm

__all__ = [
    "Datum",
    "Datumdeel",
    "NotatieFout",
    "gelezen_als",
    "lees_datum",
    "toon",
    "toon_kort",
    "toon_uitleg",
]

RAAD = (
    "Schrijf bijvoorbeeld ‘september 2020’, ‘medio 2022’, ‘Q3 2021’, ‘1-1-2023’ of ‘datum volgt’."
)
MAX_LENGTE = 200


def lees_datum(tekst: str, *, referentie: date) -> Datum:
    """Read the words; `referentie` is the day of the report in which they stand.

    Raises `NotatieFout` that names the words and what to write instead.
    """
    woorden = " ".join(tekst.translate(w.TEKENS).split())
    if not woorden or len(woorden) > MAX_LENGTE:
        raise NotatieFout(f"Hier staat geen datum. {RAAD}")
    gelezen = _lees(_schoon(woorden), referentie) or lees_delen(
        woorden, lambda stuk: _lees(_schoon(stuk), referentie)
    )
    if gelezen is None:
        raise NotatieFout(f"De datum ‘{tekst.strip()}’ is niet te lezen. {RAAD}")
    if gelezen.begin and gelezen.eind and gelezen.begin > gelezen.eind:
        raise NotatieFout(f"‘{tekst.strip()}’ eindigt voordat het begint. Draai begin en eind om.")
    return replace(gelezen, tekst=tekst.strip())


def _schoon(tekst: str) -> str:
    """Lower case, without a remark in brackets, a full stop or a word that changes nothing."""
    tekst = re.sub(r"\s*\([^)]*\)", "", tekst).lower().rstrip(" .!;,").strip()
    while (korter := w.VULWOORD.sub("", tekst)) != tekst:
        tekst = korter
    return tekst.rstrip(" ?") or tekst


def _lees(tekst: str, d: date) -> Datum | None:
    if tekst.replace(".", "") in w.ONBEKEND:
        return Datum(tekst)
    if tekst in w.DOORLOPEND:
        return Datum(tekst, precisie="doorlopend")
    if verder := w.EN_VERDER.search(tekst):
        begin = _enkel(_schoon(w.VANAF.sub("", tekst[: verder.start()])), d)
        return _open_eind(begin, "vanaf") if begin else None
    if (beide := w.VAN_TOT.match(tekst)) and (paar := _van_tot_datum(beide, d)):
        return paar
    for patroon, maak in _VOORVOEGSELS:
        if gevonden := patroon.match(tekst):
            kern = _enkel(_schoon(tekst[gevonden.end() :]), d)
            return maak(kern, gevonden[0].strip()) if kern and kern.is_bekend else None
    return _enkel(tekst, d)


def _van_tot_datum(beide: re.Match[str], d: date) -> Datum | None:
    """‘van maart tot mei 2022’, ‘tussen maart en mei’, ‘start mei 2021, gereed mei 2022’."""
    links, rechts = (tekst for tekst in beide.groups() if tekst is not None)
    paar = _paar(links, rechts, d)
    return Datum(beide[0], paar[0].begin, paar[1].eind, "reeks") if paar else None


def _enkel(tekst: str, d: date) -> Datum | None:
    """One date, or more that make a span; no prefix."""
    return _atoom(tekst, d) or _tussen(tekst, d) or _opsomming(tekst, d)


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
    for naad in w.TUSSEN.finditer(tekst):
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


def _opsomming(tekst: str, d: date) -> Datum | None:
    """Three or more: ‘Q1, Q2 en Q3 2022’. Who has no year has that of the next one that does."""
    vormen = [atoom(_schoon(stuk)) for stuk in w.OPSOMMING.split(tekst)]
    if len(vormen) < 3 or any(vorm is None for vorm in vormen):
        return None
    jaar, tijden = next((v.jaar for v in vormen if v and v.jaar), None), []
    for vorm in reversed([v for v in vormen if v]):
        jaar = vorm.jaar or jaar
        tijden.append(_van_vorm(vorm, jaar, d))
    return Datum(tekst, min(t[0] for t in tijden), max(t[1] for t in tijden), "reeks")


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


_VOORVOEGSELS = (
    (w.VANAF, _open_eind), (w.TOT_MET, _tot_met), (w.VOOR, _tot), (w.ONGEVEER, _omstreeks),
)  # fmt: skip


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
    heeft_jaar = re.search(r"(?:19|20)\d\d|'\d\d|-\d\d$", datum.tekst.translate(w.TEKENS))
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


def gelezen_als(datum: Datum | None) -> str:
    """ "medio 2021" → "1 juni 2021 tot en met 31 juli 2021 (ongeveer)"."""
    if datum is None:
        return "–"
    if datum.begin and datum.begin == datum.eind:
        return dag_in_woorden(datum.begin)
    if not datum.is_bekend:
        return f"geen datum ({datum.precisie})"
    if datum.begin is None or datum.eind is None:
        woord, dag = ("vanaf", datum.begin) if datum.begin else ("tot en met", datum.eind)
        return f"{woord} {dag_in_woorden(dag)}" if dag else f"geen datum ({datum.precisie})"
    van, tot = dag_in_woorden(datum.begin), dag_in_woorden(datum.eind)
    return f"{van} tot en met {tot} ({datum.precisie})"

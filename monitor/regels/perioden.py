"""Spans of time and their notations.

Canonical: `2021` `2021-H2` `2021-K1` `2021-04` `2021-P09` (four weeks) `2021-01_2021-04` (span)
`2022-04-01` (peildatum); a span may be made of any two of these, with `..` for an unknown start
(`.._2021-04`) or an open end (`2021_..`). What people write is read by `perioden_lezen`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from monitor.regels.fouten import NotatieFout

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

LANGST = 200  # characters; what is longer is no period
_ZOALS_GETYPT = dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " ") | dict.fromkeys(
    map(ord, "–‑‒−"), "-"
)
_MIDDERNACHT = re.compile(r"(?<=\d)[T ]0{1,2}:00(?::00(?:\.0+)?)?$")  # of a day in an export
_CANONIEK = re.compile(
    r"(?P<jaar>(?:19|20|21)\d\d)"
    r"(?:-(?:H(?P<half>[12])|K(?P<kwartaal>[1-4])|P(?P<vier>0[1-9]|1[0-3])"
    r"|(?P<maand>0[1-9]|1[0-2])(?:-(?P<dag>0[1-9]|[12]\d|3[01]))?))?"
)


@dataclass(frozen=True)
class Tijdvak:
    """A span of time. `begin` is None when unknown, `eind` is None when open; both inclusive."""

    code: str
    soort: str  # jaar · halfjaar · kwartaal · maand · vier_weken · reeks · peildatum
    begin: date | None
    eind: date | None

    @property
    def tekst(self) -> str:
        """The span in words for readers: "april 2021", "maart en april 2021"."""
        return _in_woorden(self)


def tijdvak(code: str) -> Tijdvak | None:
    """The span of a canonical code, or None when it is not one."""
    if not code.isascii():
        return None
    if "_" in code:
        return _reeks(code)
    gevonden = _CANONIEK.fullmatch(code)
    if gevonden is None:
        return None
    jaar = int(gevonden["jaar"])
    if gevonden["dag"]:
        return _peildatum(jaar, int(gevonden["maand"]), int(gevonden["dag"]))
    for groep, maker in (("half", halfjaar), ("kwartaal", kwartaal), ("maand", maand)):
        if gevonden[groep]:
            return maker(jaar, int(gevonden[groep]))
    if gevonden["vier"]:
        return vier_weken(jaar, int(gevonden["vier"]))
    return Tijdvak(code, "jaar", date(jaar, 1, 1), date(jaar, 12, 31))


def lees_periode(tekst: str, *, jaar: int | None = None) -> Tijdvak:
    """Read a period, canonical or as people write it. `jaar` is used when the text names none.

    Raises `NotatieFout` naming the text, and both readings when there are two.
    """
    from monitor.regels.perioden_lezen import lees_gewoon

    schoon = _MIDDERNACHT.sub("", " ".join(tekst.translate(_ZOALS_GETYPT).split()))
    if len(schoon) > LANGST:
        raise NotatieFout(f"In de cel staan {len(schoon)} tekens. Vul alleen de periode in.")
    if any(teken.isdigit() and not teken.isascii() for teken in schoon):
        raise NotatieFout(f"‘{tekst}’ heeft cijfers van een ander schrift. Typ ze opnieuw.")
    if not schoon:
        raise NotatieFout("De periode is leeg. Schrijf bijvoorbeeld 2021-04 of ‘april 2021’.")
    return tijdvak(schoon.upper()) or lees_gewoon(schoon, jaar)


def maand(jaar: int, nummer: int) -> Tijdvak:
    eind = date(jaar, nummer, monthrange(jaar, nummer)[1])
    return Tijdvak(f"{jaar}-{nummer:02}", "maand", date(jaar, nummer, 1), eind)


def kwartaal(jaar: int, nummer: int) -> Tijdvak:
    eind = maand(jaar, 3 * nummer).eind
    return Tijdvak(f"{jaar}-K{nummer}", "kwartaal", date(jaar, 3 * nummer - 2, 1), eind)


def halfjaar(jaar: int, nummer: int) -> Tijdvak:
    eind = maand(jaar, 6 * nummer).eind
    return Tijdvak(f"{jaar}-H{nummer}", "halfjaar", date(jaar, 6 * nummer - 5, 1), eind)


def jaar_(jaar: int) -> Tijdvak:
    return Tijdvak(str(jaar), "jaar", date(jaar, 1, 1), date(jaar, 12, 31))


def vier_weken(jaar: int, nummer: int) -> Tijdvak:
    """Accounting period of four ISO weeks; the thirteenth also takes week 53 when there is one."""
    begin = date.fromisocalendar(jaar, 4 * nummer - 3, 1)
    volgend = date.fromisocalendar(jaar + 1, 1, 1)
    eind = volgend if nummer == 13 else begin + timedelta(weeks=4)
    return Tijdvak(f"{jaar}-P{nummer:02}", "vier_weken", begin, eind - timedelta(days=1))


def reeks(van: Tijdvak | None, tot: Tijdvak | None) -> Tijdvak:
    """The span from the start of one to the end of the other; None is unknown or open.

    Raises `NotatieFout` when the end lies before the start.
    """
    code = f"{van.code if van else '..'}_{tot.code if tot else '..'}"
    begin, eind = (van.begin if van else None), (tot.eind if tot else None)
    if begin and eind and begin > eind:
        raise NotatieFout(f"‘{code}’ eindigt voordat het begint. Draai begin en eind om.")
    return Tijdvak(code, "reeks", begin, eind)


def _reeks(code: str) -> Tijdvak | None:
    van, _, tot = code.partition("_")
    delen = [None if deel == ".." else tijdvak(deel) for deel in (van, tot) if "_" not in deel]
    if len(delen) != 2 or (van, tot) == ("..", ".."):
        return None
    if (delen[0] is None) != (van == "..") or (delen[1] is None) != (tot == ".."):
        return None
    return reeks(delen[0], delen[1])


def _peildatum(jaar: int, maand_: int, dag: int) -> Tijdvak:
    try:
        datum = date(jaar, maand_, dag)
    except ValueError:
        raise NotatieFout(f"{dag} {MAANDEN[maand_ - 1]} {jaar} bestaat niet.") from None
    return Tijdvak(datum.isoformat(), "peildatum", datum, datum)


peildatum = _peildatum


def verwachte_periode(frequentie: str, peildatum: date) -> Tijdvak | None:
    """The newest complete period of that rhythm that ended on or before the date.

    None for an irregular rhythm: then nothing is expected.
    """
    j = peildatum.year
    keus = {
        "maand": [maand(jr, m) for jr in (j - 1, j) for m in range(1, 13)],
        "vier_weken": [vier_weken(jr, n) for jr in (j - 1, j) for n in range(1, 14)],
        "kwartaal": [kwartaal(jr, n) for jr in (j - 1, j) for n in range(1, 5)],
        "halfjaar": [halfjaar(jr, n) for jr in (j - 1, j) for n in (1, 2)],
        "jaar": [jaar_(j - 1), jaar_(j)],
    }.get(frequentie, [])
    return next((t for t in reversed(keus) if t.eind and t.eind <= peildatum), None)


def is_van_eerder(t: Tijdvak, nu: Tijdvak) -> bool:
    """Whether `t` is over before `nu` begins, and is not of a slower rhythm: a year beside a month.

    A reference date has no rhythm, and is never of before.
    """
    if t.soort == "peildatum" or None in (t.begin, t.eind, nu.begin, nu.eind):
        return False
    korter = t.eind - t.begin <= nu.eind - nu.begin  # type: ignore[operator]
    return korter and t.eind < nu.begin  # type: ignore[operator]


def een_jaar_eerder(t: Tijdvak) -> Tijdvak:
    """The same span one year before; 29 February becomes 28 February."""

    def terug(code: str) -> str:
        if code == "..":
            return code
        nieuw = f"{int(code[:4]) - 1:04}{code[4:]}"
        return nieuw.replace("-02-29", "-02-28")

    eerder = tijdvak("_".join(terug(deel) for deel in t.code.split("_")))
    if eerder is None:  # pragma: no cover - a canonical code stays canonical
        raise NotatieFout(f"‘{t.code}’ heeft geen jaar om terug te gaan.")
    return eerder


def dag_in_woorden(datum: date) -> str:
    """ "1 april 2022"."""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def _in_woorden(t: Tijdvak) -> str:
    if t.soort == "reeks":
        return _reeks_in_woorden(t)
    jaar, _, deel = t.code.partition("-")
    if t.soort == "peildatum" and t.begin:
        return dag_in_woorden(t.begin)
    if t.soort == "maand":
        return f"{MAANDEN[int(deel) - 1]} {jaar}"
    if t.soort == "kwartaal":
        return f"{deel[1]}e kwartaal {jaar}"
    if t.soort == "halfjaar":
        return f"{deel[1]}e helft van {jaar}"
    if t.soort == "vier_weken":
        return f"periode {int(deel[1:])} van {jaar} (vier weken)"
    return jaar


def _reeks_in_woorden(t: Tijdvak) -> str:
    van, tot = t.code.split("_")
    if van == "..":
        return f"tot en met {_woord(tot)}"
    if tot == "..":
        return f"vanaf {_woord(van)}"
    a, b = tijdvak(van), tijdvak(tot)
    if a and b and a.soort == b.soort == "maand" and van[:4] == tot[:4]:
        eerste, laatste = int(van[5:]), int(tot[5:])
        voeg = "en" if laatste - eerste == 1 else "tot en met"
        return f"{MAANDEN[eerste - 1]} {voeg} {MAANDEN[laatste - 1]} {tot[:4]}"
    return f"{_woord(van)} tot en met {_woord(tot)}"


def _woord(code: str) -> str:
    gevonden = tijdvak(code)
    return gevonden.tekst if gevonden else code

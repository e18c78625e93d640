"""The timeline of a row: planned as outline, re-planned as a diamond, expected as fill, slip as a line. Shapes, no figures.

All numbers are text, so that no template writes them with a comma. Coordinates are within `BREED` × `HOOG`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

BREED, HOOG, MIDDEN = 260, 36, 18
RAND = 8  # room left and right for round ends and the question mark
KLAAR, SCHEMA, LATER, GRIJS = "#1b6b3a", "#2c5f8a", "#a85200", "#56616b"
MAX_JAREN = 8

Vorm = dict[str, str]


@dataclass(frozen=True)
class As:
    """The span of time of all rows of a table, in whole years."""

    begin: date
    eind: date
    peildatum: date

    @property
    def jaren(self) -> list[int]:
        return list(range(self.begin.year, self.eind.year + 1))

    def x(self, dag: date) -> float:
        """The place of a day; what lies outside is put at the edge."""
        deel = (dag - self.begin).days / max(1, (self.eind - self.begin).days + 1)
        return RAND + min(max(deel, 0.0), 1.0) * (BREED - 3 * RAND)


def maak_as(regels: list[dict[str, Any]], peildatum: date) -> As:
    """From the first to the last year in the dates; a date far off does not squeeze the rest."""
    dagen = [
        date.fromisoformat(datum[kant])
        for r in regels
        for datum in (r["gepland"], r.get("besluit"), r["verwacht"])
        if datum
        for kant in ("begin", "eind")
        if datum[kant]
    ]
    eerste = min([d.year for d in dagen] + [peildatum.year])
    laatste = max([d.year for d in dagen] + [peildatum.year])
    eerste = max(eerste, peildatum.year - MAX_JAREN // 2)
    laatste = min(laatste, eerste + MAX_JAREN - 1)
    return As(date(eerste, 1, 1), date(laatste, 12, 31), peildatum)


def raster(as_: As) -> dict[str, Any]:
    """Lines and names of the years, and the line of the peildatum."""
    stap = 1 if len(as_.jaren) <= 5 else 2
    jaren = [
        {"x": _g(as_.x(date(jaar, 1, 1))), "naam": str(jaar) if i % stap == 0 else ""}
        for i, jaar in enumerate(as_.jaren)
    ]
    return {"jaren": jaren, "peil": _g(as_.x(as_.peildatum)), "eind": _g(BREED - RAND)}


def teken(regel: dict[str, Any], as_: As) -> list[Vorm]:
    """The shapes of one row, from back to front; the last decision to re-plan is a diamond on top."""
    besluit = _vak(regel.get("besluit"), as_)
    return _teken(regel, as_) + ([_ruit(besluit[1])] if besluit else [])


def _teken(regel: dict[str, Any], as_: As) -> list[Vorm]:
    vormen: list[Vorm] = []
    gepland, verwacht = _vak(regel["gepland"], as_), _vak(regel["verwacht"], as_)
    code = regel["categorie"]
    if code == "klaar":
        return [*_klaar(gepland, verwacht)]
    if code == "later" and gepland and verwacht and verwacht[1] > gepland[1]:
        begin = max(verwacht[0], gepland[1])
        vormen.append(_lijn(gepland[1], begin, LATER, "2.5"))
        vormen.append(_balk(begin, max(verwacht[1], begin + 8), LATER, vol=True, rond="1"))
    if gepland:
        vormen.append(_omtrek(gepland))
    if regel["gepland"] and regel["gepland"]["precisie"] == "vanaf" and gepland:
        vormen.append(_stippels(gepland[1], BREED - RAND))
    if code == "gestopt" and gepland:
        return [*vormen, _letter(gepland[1] + 8, "×")]
    if regel["verwacht_tekst"] in ("datum onbekend", "geen bericht") and gepland:
        return [*vormen, _stippels(gepland[1] + 2, gepland[1] + 14), _letter(gepland[1] + 21, "?")]
    if code in ("op_schema", "loopt") and (einde := verwacht or gepland):
        vormen.append(_stip(einde[1], vol=code == "op_schema"))
    return vormen


def _klaar(gepland: tuple[float, float] | None, verwacht: tuple[float, float] | None) -> list[Vorm]:
    vak = verwacht or gepland
    if vak is None:
        return []
    vormen = []
    if gepland and vak[0] > gepland[1] + 1:
        vormen = [_omtrek(gepland), _lijn(gepland[1], vak[0], KLAAR, "2.5")]
    midden = (vak[0] + vak[1]) / 2
    breed = max(12.0, vak[1] - vak[0])
    vormen.append(
        _balk(midden - breed / 2, midden + breed / 2, KLAAR, vol=True, rond="5.5", hoog=11)
    )
    vormen.append({"soort": "vink", "d": f"M{_g(midden - 3)} {MIDDEN}l2 2.2 4-4.4"})
    return vormen


def _vak(datum: dict[str, Any] | None, as_: As) -> tuple[float, float] | None:
    """Where a date begins and ends on the axis; an open side is a point."""
    if not datum or not (datum["begin"] or datum["eind"]):
        return None
    begin = as_.x(date.fromisoformat(datum["begin"] or datum["eind"]))
    eind = as_.x(date.fromisoformat(datum["eind"] or datum["begin"]))
    return begin, max(begin, eind)


def _omtrek(vak: tuple[float, float]) -> Vorm:
    begin, eind = vak
    if eind - begin < 10:
        midden = (begin + eind) / 2
        return {"soort": "cirkel", "x": _g(midden), "r": "4.5", "vulling": "#fff", "lijn": GRIJS}
    return _balk(begin, eind, GRIJS, vol=False, rond="5")


def _balk(begin: float, eind: float, kleur: str, *, vol: bool, rond: str, hoog: int = 10) -> Vorm:
    return {
        "soort": "balk", "x": _g(begin), "y": _g(MIDDEN - hoog / 2), "breed": _g(eind - begin), "hoog": str(hoog),
        "rond": rond, "vulling": kleur if vol else "#fff", "lijn": kleur,
    }  # fmt: skip


def _lijn(van: float, tot: float, kleur: str, dikte: str) -> Vorm:
    return {
        "soort": "lijn",
        "x1": _g(van),
        "x2": _g(tot),
        "lijn": kleur,
        "dikte": dikte,
        "stippel": "",
    }


def _stippels(van: float, tot: float) -> Vorm:
    return {
        "soort": "lijn",
        "x1": _g(van),
        "x2": _g(tot),
        "lijn": GRIJS,
        "dikte": "1.5",
        "stippel": "2 3",
    }


def _stip(x: float, *, vol: bool) -> Vorm:
    return {
        "soort": "cirkel",
        "x": _g(x),
        "r": "5",
        "vulling": SCHEMA if vol else "#fff",
        "lijn": SCHEMA,
    }


def _ruit(x: float) -> Vorm:
    return {"soort": "ruit", "d": f"M{_g(x)} {MIDDEN - 15}l5 5-5 5-5-5z"}


def _letter(x: float, tekst: str) -> Vorm:
    return {"soort": "tekst", "x": _g(min(x, BREED - 4)), "tekst": tekst}


def _g(getal: float) -> str:
    return f"{getal:.1f}".rstrip("0").rstrip(".")

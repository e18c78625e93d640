"""What opens and closes the page of a programme: the headline, what is coming, what changed."""

from datetime import date, timedelta

from programma.momentopname.laden import Gegevens
from programma.momentopname.schema import DatumInhoud, InHetKortInhoud, Komend, Regel
from programma.regels.tellen import ALTIJD, CATEGORIEEN, kop, tel

HORIZON = timedelta(days=366)
SCHERP = timedelta(days=186)  # a wider period is no date to look out for
AF = frozenset({"klaar", "gestopt"})


def in_het_kort(g: Gegevens, regels: list[Regel], komend: list[Komend]) -> InHetKortInhoud:
    geteld = [r for r in regels if r["telt"]]
    telling = tel(r["categorie"] for r in geteld)
    woord = g.programma.telwoord
    zinnen = kop(telling, woord) + _mijlpaalzin(regels)
    laat = [r for r in regels if r["categorie"] == "later" and (r["telt"] or r["in_tabel"])]
    # An exact slip before a possible one of the same length.
    laat.sort(key=lambda r: (-r["uitloop"]["maanden"], not r["uitloop"]["tekst"][:1].isdigit()))
    return {
        "kop": " ".join(zinnen),
        "zinnen": zinnen,
        "tellingen": [
            {"code": c.code, "woord": c.woord, "aantal": telling.per[c.code]}
            for c in CATEGORIEEN
            if telling.per[c.code] or c.code in ALTIJD
        ],
        "totaal": telling.totaal,
        "woord": woord.meer,
        "goed": _goed(g, geteld),
        "later": [{"titel": r["titel"], "uitloop": _hoeveel_later(r)} for r in laat[:2]],
        "raad": [{"wanneer": k["wanneer"], "titel": k["titel"]} for k in komend if k["naar_raad"]],
    }


def _mijlpaalzin(regels: list[Regel]) -> list[str]:
    """Milestones beside the counted lines are named only when some are late."""
    mijlpalen = [r for r in regels if r["soort"] == "mijlpaal" and r["in_tabel"]]
    later = sum(r["categorie"] == "later" for r in mijlpalen)
    if not later:
        return []
    if len(mijlpalen) == 1:
        return ["Er is 1 mijlpaal, en die loopt later dan gepland."]
    werkwoord = "loopt" if later == 1 else "lopen"
    return [f"Van de {len(mijlpalen)} mijlpalen {werkwoord} er {later} later dan gepland."]


def _hoeveel_later(regel: Regel) -> str:
    if regel["uitloop"]["maanden"]:
        return f"{regel['uitloop']['tekst']} later"
    return "nieuwe datum niet bekend" if regel["verwacht_tekst"] == "datum onbekend" else ""


def _goed(g: Gegevens, geteld: list[Regel]) -> str:
    """The programme's own words on what goes well, else the titles of what is done."""
    for stand in reversed(g.standen.get((None, None, None), [])):
        if stand.gedaan:
            return stand.gedaan
    klaar = [r["titel"] for r in geteld if r["categorie"] == "klaar"][:3]
    return f"Klaar: {opsomming(klaar)}." if klaar else ""


def opsomming(delen: list[str]) -> str:
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"


def komt_eraan(g: Gegevens, regels: list[Regel]) -> list[Komend]:
    """What has a date in the coming year, in order of time. A line whose own result has that same date
    is not named twice."""
    open_ = [r for r in regels if r["categorie"] not in AF and _is_scherp(g, r)]
    dieper = {(code, _datum(r)["tekst"]) for r in open_ for code in r["pad"][:-1]}
    gekozen = [
        r
        for r in open_
        if r["soort"] == "mijlpaal" or (r["onderdeel"], _datum(r)["tekst"]) not in dieper
    ]
    gekozen.sort(key=lambda r: (_begin(r), _datum(r)["eind"] or "", not r["naar_raad"]))
    return [
        {
            "wanneer": _datum(r)["tekst"],
            "titel": r["titel"],
            "onderdeel": r["onderdeel"],
            "naar_raad": r["naar_raad"],
            "begin": _begin(r),
        }
        for r in gekozen
    ]


def _datum(regel: Regel) -> DatumInhoud:
    datum = regel["verwacht"] or regel["gepland"]
    return datum or {
        "tekst": "",
        "kort": "",
        "uitleg": "",
        "woorden": "",
        "begin": None,
        "eind": None,
        "precisie": "",
    }


def _begin(regel: Regel) -> str:
    datum = _datum(regel)
    return datum["begin"] or datum["eind"] or ""


def _is_scherp(g: Gegevens, regel: Regel) -> bool:
    """Within the horizon, not past, and no wider than half a year."""
    if not _begin(regel):
        return False
    begin = date.fromisoformat(_begin(regel))
    eind = date.fromisoformat(_datum(regel)["eind"] or _begin(regel))
    is_open = _datum(regel)["precisie"] == "vanaf"
    return (
        g.peildatum <= max(begin, eind)
        and begin <= g.peildatum + HORIZON
        and (is_open or eind - begin <= SCHERP)
    )


def vooruitblik(regels: list[Regel], komend: list[Komend]) -> list[dict[str, str]]:
    """Milestones of the whole programme that were announced, and about which nothing was said yet."""
    genoemd = {k["titel"] for k in komend}
    return [
        {
            "titel": r["titel"],
            "resultaat": r["resultaat"],
            "wanneer": r["gepland"]["tekst"] if r["gepland"] else "datum volgt",
        }
        for r in regels
        if r["soort"] == "mijlpaal" and not r["in_tabel"] and r["titel"] not in genoemd
    ]


def veranderd(nu: list[Regel], vorige: list[Regel]) -> list[dict[str, str]]:
    """Lines whose status or expectation differs from the previous edition's."""
    eerder = {r["id"]: r for r in vorige}
    uit = []
    for r in nu:
        oud = eerder.get(r["id"])
        if (r["telt"] or r["in_tabel"]) and (
            oud is None or staat_in_woorden(oud) != staat_in_woorden(r)
        ):
            uit.append(
                {
                    "id": r["id"],
                    "titel": r["titel"],
                    "oud": staat_in_woorden(oud) if oud else "",
                    "nieuw": staat_in_woorden(r),
                }
            )
    return uit


def staat_in_woorden(regel: Regel) -> str:
    """Status and expectation: "Later dan gepland, verwacht: medio 2021"."""
    if regel["is_over_tijd"] or regel["verwacht_tekst"] in (
        "klaar",
        "vervallen",
        "geen datum afgesproken",
    ):
        return regel["status_tekst"]
    wanneer = regel["verwacht_tekst"]
    if wanneer == "ongewijzigd" and regel["gepland"]:
        wanneer = regel["gepland"]["tekst"]
    return f"{regel['status_tekst']}, verwacht: {wanneer}"

"""What stands on the pages of a programme, as a function of the snapshot alone."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from monitor.weergave.publicaties import Gelezen
from programma.effect import keten_context, maatregelen_context, met_cijfers, toon_cel
from programma.regels.tellen import CATEGORIE, CATEGORIEEN
from programma.tekeningen.matrix import matrix_context
from programma.tekeningen.sporen import sporen_context
from programma.tekeningen.trend import trend_context
from programma.tijdlijn import maak_as, raster, teken

TOON = (("", "Alle"), ("later", "Later of niet gestart"), ("klaar", "Klaar"))
_LATER = frozenset({"later", "niet_gestart", "geen_bericht"})


@dataclass
class Groep:
    titel: str
    rijen: list[dict[str, Any]]


def get_programma(gelezen: Gelezen, slug: str) -> dict[str, Any]:
    try:
        return gelezen.inhoud["programmas"][slug]
    except KeyError:
        raise Http404("Dit programma staat niet in deze uitgave.") from None


def programma_context(gelezen: Gelezen, slug: str, toon: str) -> dict[str, Any]:
    """The page of a programme. `toon` filters the table of milestones."""
    p = get_programma(gelezen, slug)
    gekozen = toon if toon in dict(TOON) else ""
    tabel = [r for r in p["regels"] if r["in_tabel"]]
    return {
        "programma": p,
        "niveau": p["niveaus"][0],
        "aantal_woord": aantal_in_woorden(len(p["boom"])),
        "keuzes": [
            {
                "code": code,
                "naam": naam,
                "aantal": len(_kies(tabel, code)),
                "is_gekozen": code == gekozen,
            }
            for code, naam in TOON
        ],
        "gekozen": gekozen,
        "heeft_tabel": bool(tabel),
        "is_herpland": any(r.get("besluit") for r in tabel),
        "legenda": _legenda(p),
        "komend": _per_moment(p["komt_eraan"]),
        "budget": [b | {"cijfer": _bedrag(gelezen, b)} for b in p["budget"]],
        "maatregelen": maatregelen_context(gelezen, p),
        "keten": keten_context(gelezen, p),
        "sporen": sporen_context(p),
        "veranderd": _verder_veranderd(p),
        "trend": trend_context(p),
        "matrix": matrix_context(p),
        **tijdlijn_context(p, _kies(tabel, gekozen), tabel),
    }


def tijdlijn_context(
    p: dict[str, Any], regels: list[dict[str, Any]], alle: list[dict[str, Any]]
) -> dict[str, Any]:
    """Rows with their drawing, in groups; the axis is that of all rows, so that a filter does not move it."""
    as_ = maak_as(alle, date.fromisoformat(p["peildatum"]))
    groepen: list[Groep] = []
    for r in regels:
        if not groepen or groepen[-1].titel != r["groep"]:
            groepen.append(Groep(r["groep"], []))
        groepen[-1].rijen.append(r | {"vormen": teken(r, as_)})
    return {"groepen": groepen, "raster": raster(as_)}


def onderdeel_context(gelezen: Gelezen, slug: str, code: str) -> dict[str, Any]:
    """The page of one node: its state, lines, linked figures and the history of what was reported."""
    p = get_programma(gelezen, slug)
    pad = zoek_pad(p["boom"], code)
    if not pad:
        raise Http404("Dit onderdeel staat niet in deze uitgave.")
    knoop = pad[-1]
    eigen = knoop["zelfde_als"] or knoop["code"]
    regels = [
        r for r in p["regels"] if eigen in r["pad"] and (r["gepland"] or r["soort"] == "mijlpaal")
    ]
    return {
        "programma": p,
        "knoop": knoop,
        "boven": pad[:-1],
        "staat": [r for r in p["regels"] if r["id"] in knoop["regels"]],
        "nieuwste": nieuwste_verslagen(knoop),
        "hierna": [k for k in p["komt_eraan"] if k["onderdeel"] in codes_onder(knoop) | {eigen}],
        "cijfers": met_cijfers(gelezen, knoop["cijfers"]),
        **tijdlijn_context(p, regels, [r for r in p["regels"] if r["in_tabel"]] or regels),
    }


def zoek_pad(knopen: list[dict[str, Any]], code: str) -> list[dict[str, Any]]:
    """The nodes from the top down to this one; empty when it is not there."""
    for knoop in knopen:
        if knoop["code"] == code:
            return [knoop]
        if onder := zoek_pad(knoop["kinderen"], code):
            return [knoop, *onder]
    return []


def nieuwste_verslagen(knoop: dict[str, Any]) -> list[dict[str, Any]]:
    """The newest report on the whole, or on each of its parts."""
    per: dict[str, dict[str, Any]] = {}
    for verslag in knoop["verslagen"]:
        per.setdefault(verslag["deel"], verslag)
    return sorted(per.values(), key=lambda v: v["deel"])


def codes_onder(knoop: dict[str, Any]) -> set[str]:
    return {knoop["code"]}.union(*(codes_onder(k) for k in knoop["kinderen"]))


def _kies(regels: list[dict[str, Any]], toon: str) -> list[dict[str, Any]]:
    if toon == "later":
        return [r for r in regels if r["categorie"] in _LATER]
    return [r for r in regels if not toon or r["categorie"] == toon]


def _legenda(p: dict[str, Any]) -> list[Any]:
    gebruikt = {r["categorie"] for r in p["regels"] if r["telt"] or r["in_tabel"]}
    return [c for c in CATEGORIEEN if c.code in gebruikt]


def _per_moment(komend: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What comes at the same moment stands together."""
    momenten: list[dict[str, Any]] = []
    for k in komend:
        if not momenten or momenten[-1]["wanneer"] != k["wanneer"]:
            momenten.append({"wanneer": k["wanneer"], "punten": []})
        momenten[-1]["punten"].append(k)
    return momenten


def _verder_veranderd(p: dict[str, Any]) -> list[dict[str, str]]:
    """What changed and does not stand with its track: milestones that are not counted."""
    genoemd = {r["id"] for spoor in p.get("sporen") or [] for r in spoor["regels"]}
    return [v for v in p["veranderd"] if v["id"] not in genoemd]


def _bedrag(gelezen: Gelezen, regel: dict[str, str]) -> dict[str, Any] | None:
    indicator = gelezen.inhoud["indicatoren"].get(regel["indicator"])
    reeks = next(
        (r for r in (indicator or {}).get("reeksen", []) if r["id"] == regel["reeks"]), None
    )
    return toon_cel(reeks["cellen"][-1]) if reeks and reeks["cellen"] else None


_WOORDEN = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


def aantal_in_woorden(aantal: int) -> str:
    return _WOORDEN[aantal] if aantal < len(_WOORDEN) else str(aantal)


def woord_van(code: str) -> str:
    return CATEGORIE[code].woord if code in CATEGORIE else code

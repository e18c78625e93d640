"""A row of signs for each track: what it was in the previous edition above what it is now."""

from collections import Counter
from typing import Any

from programma.regels.tellen import CATEGORIE, CATEGORIEEN
from programma.tekeningen.vormen import GRIJS, INKT, Vorm, pad, teken, tekst

STAP, PER_RIJ, LINKS = 28, 9, 56


def sporen_context(p: dict[str, Any]) -> dict[str, Any] | None:
    """The rows of the table, each with its drawing; None for a snapshot that has no tracks."""
    sporen = p.get("sporen") or []
    if not sporen:
        return None
    is_vervolg = not p["is_eerste"]
    return {
        "is_vervolg": is_vervolg,
        "rijen": [
            spoor
            | {"tekening": _teken(spoor["regels"], is_vervolg)}
            | {"veranderd": [r for r in spoor["regels"] if r["is_veranderd"]]}
            for spoor in sporen
        ],
    }


def _teken(regels: list[dict[str, Any]], is_vervolg: bool) -> dict[str, Any]:
    links = LINKS if is_vervolg else 0
    hoog_rij = 66 if is_vervolg else 28
    vormen: list[Vorm] = []
    for begin in range(0, len(regels), PER_RIJ):
        y = begin // PER_RIJ * (hoog_rij + 8)
        vormen += _rij(regels[begin : begin + PER_RIJ], links, y, is_vervolg)
    rijen = -(-len(regels) // PER_RIJ)
    return {
        "breed": links + STAP * min(PER_RIJ, len(regels)),
        "hoog": rijen * (hoog_rij + 8) - 8,
        "vormen": vormen,
        "zin": _zin(regels, is_vervolg),
    }


def _rij(regels: list[dict[str, Any]], links: int, y: float, is_vervolg: bool) -> list[Vorm]:
    vormen: list[Vorm] = []
    if is_vervolg:
        vormen = [tekst(0, y + 16, "vorige", kleur=GRIJS), tekst(0, y + 58, "nu", vet=True)]
    for i, r in enumerate(regels):
        x = links + i * STAP + 2.0
        if is_vervolg:
            vormen.append(teken(x, y, r["eerder"]))
            vormen += _pijl(x + 11, y + 26) if r["is_veranderd"] else []
        vormen.append(teken(x, y + (42 if is_vervolg else 2), r["categorie"]))
    return vormen


def _pijl(x: float, y: float) -> list[Vorm]:
    """Only below a sign of which something changed."""
    return [
        pad([(x, y), (x, y + 11)], INKT, dikte="2"),
        pad([(x - 4, y + 7), (x, y + 12), (x + 4, y + 7)], INKT, dikte="2"),
    ]


def _zin(regels: list[dict[str, Any]], is_vervolg: bool) -> str:
    nu = f"Nu: {_tel(r['categorie'] for r in regels)}."
    return f"Vorige monitor: {_tel(r['eerder'] for r in regels)}. {nu}" if is_vervolg else nu


def _tel(codes: Any) -> str:
    geteld = Counter(codes)
    delen = [f"{geteld[c.code]} {CATEGORIE[c.code].kort.lower()}" for c in CATEGORIEEN if geteld[c.code]]  # fmt: skip
    return ", ".join(delen + ([f"{geteld['']} nog niet genoemd"] if geteld[""] else []))

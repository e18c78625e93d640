"""How a snapshot is laid out on a page: sections of a chapter, cards and money on the home page.

Pure functions of the snapshot; no figure is computed here, only chosen, ordered and scaled to a bar.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from monitor.weergave.opmaak import anker

LICHTEN = ("actie_nodig", "let_op", "op_koers")


@dataclass
class Sectie:
    """Blocks under one heading. The first section of a chapter may have none."""

    kop: str
    anker: str
    blokken: list[dict[str, Any]] = field(default_factory=list)

    @property
    def niet_bijgewerkt(self) -> str:
        """Said once at the heading when it holds for every block under it."""
        zinnen = {b["niet_bijgewerkt"] for b in self.blokken}
        return zinnen.pop() if len(zinnen) == 1 else ""


def secties(hoofdstuk: dict[str, Any]) -> list[Sectie]:
    """Blocks in order; a new `kop` starts a section, an empty one continues it."""
    uit: list[Sectie] = []
    gebruikt = {b["code"] for b in hoofdstuk["blokken"]} | {
        "toelichting",
        "uitleg",
        "bronnen",
        "kort",
    }
    for blok in hoofdstuk["blokken"]:
        if not uit or (blok["kop"] and blok["kop"] != uit[-1].kop):
            naam = anker(blok["kop"])
            while naam in gebruikt:
                naam += "-deel"
            gebruikt.add(naam)
            uit.append(Sectie(blok["kop"], naam))
        uit[-1].blokken.append(blok)
    return uit


def niet_bijgewerkt(hoofdstuk: dict[str, Any], namen: dict[str, Any]) -> list[dict[str, str]]:
    """What is not up to date, each named once: a late tile by its own name, a section by its
    heading when all of it is late, and any other block by its first figure. `namen` is
    `inhoud["indicatoren"]`."""
    laat = {plek["blok"]: plek["titel"] for plek in hoofdstuk["niet_bijgewerkt"]}
    uit: dict[str, dict[str, str]] = {}
    for sectie in secties(hoofdstuk):
        for blok in sectie.blokken:
            if blok["code"] not in laat:
                continue
            for titel in _late_namen(blok, sectie, namen) or [laat[blok["code"]]]:
                uit.setdefault(titel, {"blok": blok["code"], "titel": titel})
    return list(uit.values())


def _late_namen(blok: dict[str, Any], sectie: Sectie, namen: dict[str, Any]) -> list[str]:
    if blok["soort"] == "tegels":
        tegels = blok["inhoud"]["tegels"]
        return [t["label"] for t in tegels if t["toestand"] == "niet_bijgewerkt"]
    if sectie.kop and sectie.niet_bijgewerkt:
        return [sectie.kop]
    rijen = blok["inhoud"].get("rijen") or blok["inhoud"].get("reeksen") or []
    codes = [r["indicator"] for r in rijen if r.get("indicator") in namen]
    return [namen[code]["naam"] for code in codes[:1]]


def streefwaarden(hoofdstuk: dict[str, Any]) -> tuple[list[str], bool]:
    """Labels of tiles with a figure and without a target, and whether others do have one."""
    tegels = [t for t in _tegels(hoofdstuk) if t["cel"]["toestand"] == "getal"]
    zonder = [t["label"] for t in tegels if not t["stoplicht"]]
    return zonder, len(zonder) < len(tegels)


def cijferlijst(hoofdstuk: dict[str, Any], namen: dict[str, Any]) -> list[tuple[str, str]]:
    """The figures of a chapter that have a page of their own, each once: code and name."""
    codes = [
        deel.get("indicator")
        for blok in hoofdstuk["blokken"]
        for soort in ("tegels", "rijen", "reeksen")
        for deel in blok["inhoud"].get(soort) or ()
    ]
    return [(code, namen[code]["naam"]) for code in dict.fromkeys(codes) if code in namen]


def buren(hoofdstukken: list[Any], dit: Any) -> tuple[Any | None, Any | None]:
    """The chapters before and after this one."""
    i = hoofdstukken.index(dit)
    vorig = hoofdstukken[i - 1] if i else None
    return vorig, hoofdstukken[i + 1] if i + 1 < len(hoofdstukken) else None


def _tegels(hoofdstuk: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        t for b in hoofdstuk["blokken"] if b["soort"] == "tegels" for t in b["inhoud"]["tegels"]
    ]


def kaarten(inhoud: dict[str, Any]) -> list[dict[str, Any]]:
    """A card for each chapter: its sentence, its first real figure, and what is not up to date."""
    uit = []
    for hoofdstuk in inhoud["hoofdstukken"]:
        tegels = _tegels(hoofdstuk)
        lichten = [t["stoplicht"]["code"] for t in tegels if t["stoplicht"]]
        uit.append(
            {
                "hoofdstuk": hoofdstuk,
                "tegel": next((t for t in tegels if t["cel"]["waarde"] is not None), None),
                "niet_bijgewerkt": len(niet_bijgewerkt(hoofdstuk, inhoud["indicatoren"])),
                "lichten": [(code, lichten.count(code)) for code in LICHTEN if code in lichten],
                "is_leeg": not hoofdstuk["blokken"] and bool(hoofdstuk["reden_leeg"]),
            }
        )
    return uit


def waarde(cel: dict[str, Any] | None) -> Decimal | None:
    return Decimal(cel["waarde"]) if cel and cel["waarde"] is not None else None


def breedte(getal: Decimal | None, grootste: Decimal) -> int | None:
    """The length of a bar in whole percents of the longest; bars start at zero, always."""
    if getal is None or grootste <= 0 or getal < 0:
        return None
    return max(1, round(getal / grootste * 100)) if getal else 0


def balken(inhoud_blok: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a finance table with the lengths of their bars, on one scale; total apart."""
    rijen, kolommen = inhoud_blok["rijen"], [k["code"] for k in inhoud_blok["kolommen"]]
    delen = [r for r in rijen if not r["is_totaal"]] or rijen
    getallen = [waarde(r[k]) for r in delen for k in kolommen]
    grootste = max((g for g in getallen if g is not None), default=Decimal(0))
    return [
        {
            "rij": rij,
            "cellen": [(kolom, rij[kolom["code"]]) for kolom in inhoud_blok["kolommen"]],
            "balken": {
                k: None if rij not in delen else breedte(waarde(rij[k]), grootste) for k in kolommen
            },
        }
        for rij in rijen
    ]


def geld(inhoud: dict[str, Any]) -> dict[str, Any] | None:
    """Money per domain for the home page: the block that already compares domains, or else the
    total of each chapter's own finance table; the largest shortfall first."""
    blokken = [
        (h, b) for h in inhoud["hoofdstukken"] for b in h["blokken"] if b["soort"] == "financieel"
    ]
    for hoofdstuk, blok in blokken:
        domeinen = {
            inhoud["indicatoren"].get(r["indicator"], {}).get("domein")
            for r in blok["inhoud"]["rijen"]
            if r["indicator"]
        }
        if len(domeinen) > 1:
            return {"blok": blok, "inhoud": blok["inhoud"], "hoofdstuk": hoofdstuk}
    rijen = [r for h, b in blokken if (r := _totaalrij(h, b))]
    if not rijen:
        return None
    rijen.sort(key=lambda r: Decimal(r["saldo"]["waarde"]) if r["saldo"] else Decimal(0))
    eerste = blokken[0][1]["inhoud"] | {"kolommen": _gevuld(blokken[0][1]["inhoud"], rijen)}
    return {
        "blok": blokken[0][1],
        "inhoud": eerste | {"rijen": rijen, "zin": "", "basiswissel": ""},
    }


def _gevuld(inhoud_blok: dict[str, Any], rijen: list[dict[str, Any]]) -> list[dict[str, str]]:
    """The columns that hold something in any row."""
    return [
        k
        for k in inhoud_blok["kolommen"]
        if any(rij[k["code"]]["toestand"] != "ontbreekt" for rij in rijen)
    ]


def _totaalrij(hoofdstuk: dict[str, Any], blok: dict[str, Any]) -> dict[str, Any] | None:
    rijen = blok["inhoud"]["rijen"]
    totaal = next((r for r in rijen if r["is_totaal"]), rijen[0] if len(rijen) == 1 else None)
    if totaal is None:
        return None
    return totaal | {
        "label": hoofdstuk["titel"],
        "is_totaal": False,
        "hoofdstuk": hoofdstuk["code"],
    }


def per_hoofdstuk(inhoud: dict[str, Any], regels: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines that name a chapter, grouped in the order of the chapters; the rest at the end."""
    groepen = [
        {"titel": h["titel"], "code": h["code"], "regels": []} for h in inhoud["hoofdstukken"]
    ]
    op_code = {g["code"]: g for g in groepen}
    overig = {"titel": "Overig", "code": "", "regels": []}
    for regel in regels:
        op_code.get(regel["hoofdstuk"], overig)["regels"].append(regel)
    return [g for g in [*groepen, overig] if g["regels"]]

"""From means to effect on the pages: each linked figure with its baseline, target and assumption.

Figures come from the snapshot by reference, so that what is suppressed there is suppressed here.
"""

from collections.abc import Iterator
from typing import Any

from monitor.weergave.opmaak import cel_tekst
from monitor.weergave.publicaties import Gelezen
from programma.models.enums import Effect, Schakel

_PLEK = {code: i for i, code in enumerate(Schakel.values)}
TEKEN = {
    Effect.GEMETEN: "✓",
    Effect.NOG_NIET_MEETBAAR: "…",
    Effect.NIET_TOE_TE_WIJZEN: "?",
    Effect.GEEN_DOEL: "–",
    Effect.GESTOPT: "×",
}
OORDEELTEKEN = {"houdt_stand": "✓", "twijfelachtig": "?", "weerlegd": "×"}


def maatregelen_context(gelezen: Gelezen, p: dict[str, Any]) -> list[dict[str, Any]]:
    """The measures with their sign and figures; empty for a snapshot without."""
    per = {k["code"]: k for k in knopen(p["boom"])}
    return [
        m
        | {
            "teken": TEKEN.get(m["effect"], ""),
            "cijfers": met_cijfers(gelezen, per[m["onderdeel"]]["cijfers"])
            if m["effect"] == Effect.GEMETEN and m["onderdeel"] in per
            else [],
        }
        for m in p.get("maatregelen") or []
    ]


def keten_context(gelezen: Gelezen, p: dict[str, Any]) -> list[dict[str, Any]]:
    """Every linked figure of a programme, in the order of the reasoning, each group with its name."""
    rijen = [
        c | {"bij": k["titel"], "onderdeel": k["code"]}
        for k in knopen(p["boom"])
        if not k["zelfde_als"]
        for c in met_cijfers(gelezen, k["cijfers"])
    ]
    return [
        {"naam": str(Schakel(code).label), "rijen": groep}
        for code in Schakel.values
        if (groep := [r for r in rijen if r["schakel"] == code])
    ]


def knopen(boom: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for knoop in boom:
        yield knoop
        yield from knopen(knoop["kinderen"])


def met_cijfers(gelezen: Gelezen, koppelingen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Linked figures from means to effect, with what the snapshot has of each."""
    rijen = [
        c
        | _meting(gelezen, c["indicator"], c.get("nulmeting", ""))
        | {"oordeelteken": OORDEELTEKEN.get(c.get("oordeel", ""), "")}
        for c in koppelingen
    ]
    return sorted(rijen, key=lambda c: _PLEK.get(c["schakel"], 9))


def _meting(gelezen: Gelezen, code: str, nulmeting: str) -> dict[str, Any]:
    """Newest total, baseline and target; None for what is not in this edition."""
    indicator = gelezen.inhoud["indicatoren"].get(code)
    reeksen = [r for r in indicator["reeksen"] if r["cellen"]] if indicator else []
    metingen = [r for r in reeksen if r["soort"] != "streefwaarde"]
    metingen.sort(key=lambda r: (r["sleutel"] != "", r["soort"] != "realisatie"))
    doelen = [r for r in reeksen if r["soort"] == "streefwaarde" and r["sleutel"] == ""]
    cellen = metingen[0]["cellen"] if metingen else []
    begin = next((c for c in cellen if c["periode"] == nulmeting), None) if nulmeting else None
    return {
        "cijfer": toon_cel(cellen[-1]) if cellen else None,
        "begin": toon_cel(begin) if begin else None,
        "doel": toon_cel(doelen[0]["cellen"][-1]) if doelen else None,
    }


def toon_cel(cel: dict[str, Any]) -> dict[str, str]:
    return {"tekst": cel_tekst(cel), "periode": cel["periode_tekst"], "toestand": cel["toestand"]}

"""Two editions beside each other: what moved? Figures as published, or as now known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest

from monitor.regels.perioden import lees_periode
from monitor.regels.verschillen import in_woorden, richting
from monitor.weergave.cijferpagina import nieuwste_cel
from monitor.weergave.koppen import Kop, kies_kop, nieuwste_versies
from monitor.weergave.opmaak import cel_tekst
from monitor.weergave.publicaties import Gelezen, lees_inhoud


def keuze(koppen: Sequence[Kop], vraag: Mapping[str, str]) -> tuple[Kop, Kop | None]:
    """The newer and the older publication that are asked; by default the newest and the one
    before it. Raises `Http404` for an edition that is not there."""
    uitgaven = nieuwste_versies(koppen)
    nu = _kies(koppen, vraag.get("nu"), uitgaven[0])
    eerder = uitgaven[[k.uitgave for k in uitgaven].index(nu.uitgave) + 1 :]
    return nu, _kies(koppen, vraag.get("toen"), eerder[0] if eerder else None)


def ook_nodig(request: HttpRequest, koppen: Sequence[Kop]) -> list[Kop]:
    try:
        return [kop for kop in keuze(koppen, request.GET) if kop]
    except Http404:
        return []


def _kies(koppen: Sequence[Kop], slug: str | None, anders: Kop | None) -> Kop | None:
    if not slug:
        return anders
    kop = kies_kop(koppen, slug, None)
    if kop is None:
        raise Http404("Deze uitgave is er niet, of nog niet.")
    return kop


def vergelijk_context(gelezen: Gelezen, vraag: Mapping[str, str]) -> dict[str, Any]:
    """Choices and rows for the page. At most one query more, for the older snapshot."""
    nu, toen = keuze(gelezen.koppen, vraag)
    alleen = vraag.get("alleen") == "veranderd"
    nu_bekend = vraag.get("stand") == "nu"
    gekozen = {"nu": nu, "toen": toen, "alleen": alleen, "nu_bekend": nu_bekend}
    gekozen["met_delen"] = vraag.get("delen") == "ja"
    if toen is None or toen.uitgave == nu.uitgave:
        return gekozen | {"groepen": []}
    snapshots = lees_inhoud([nu, toen])
    groepen = vergelijk(snapshots[nu.sha256], snapshots[toen.sha256], nu_bekend=nu_bekend)
    if not gekozen["met_delen"]:
        for groep in groepen:
            groep["regels"] = [r for r in groep["regels"] if r["is_totaal"]]
    if alleen:
        for groep in groepen:
            groep["regels"] = [r for r in groep["regels"] if r["is_anders"]]
    return gekozen | {"groepen": [g for g in groepen if g["regels"]]}


def vergelijk(nu: dict[str, Any], toen: dict[str, Any], *, nu_bekend: bool = False) -> list[Any]:
    """Rows per chapter of the newer edition: each series that stands in both, in its order."""
    oud = {i["code"]: {r["id"]: r for r in i["reeksen"]} for i in toen["indicatoren"].values()}
    groepen = {h["code"]: {"titel": h["titel"], "regels": []} for h in nu["hoofdstukken"]}
    overig: dict[str, Any] = {"titel": "Overig", "regels": []}
    for indicator in nu["indicatoren"].values():
        plek = indicator["vindplaatsen"][0]["hoofdstuk"] if indicator["vindplaatsen"] else ""
        for reeks in indicator["reeksen"]:
            eerder = oud.get(indicator["code"], {}).get(reeks["id"])
            if eerder and reeks["cellen"] and eerder["cellen"]:
                regel = _regel(indicator, reeks, eerder, nu_bekend)
                groepen.get(plek, overig)["regels"].append(regel)
    return [g for g in [*groepen.values(), overig] if g["regels"]]


def _regel(
    indicator: dict[str, Any], reeks: dict[str, Any], eerder: dict[str, Any], nu_bekend: bool
) -> dict[str, Any]:
    a, b = nieuwste_cel(reeks), nieuwste_cel(eerder)
    if nu_bekend:
        b = next((c for c in reeks["cellen"] if c["periode"] == b["periode"]), b)
    delen = [d for d in (reeks["label"], reeks["soort_tekst"]) if d and d != "Realisatie"]
    verschil, woorden = _verschil(indicator, a, b)
    return {
        "indicator": indicator,
        "toevoeging": ", ".join(delen),
        "is_totaal": not reeks["sleutel"] or all(r["sleutel"] for r in indicator["reeksen"]),
        "a": a,
        "b": b,
        "richting": richting(verschil) if verschil is not None else "",
        "woorden": woorden,
        "is_anders": cel_tekst(a) != cel_tekst(b) or a["periode"] != b["periode"],
    }


def _verschil(
    indicator: dict[str, Any], a: dict[str, Any], b: dict[str, Any]
) -> tuple[Decimal | None, str]:
    """The difference and its words; no difference of what is hidden, unknown or counted otherwise."""
    if "onderdrukt" in (a["toestand"], b["toestand"]):
        return None, "niet te vergelijken (te klein om te tonen)"
    if a["waarde"] is None or b["waarde"] is None:
        return None, "geen cijfer om mee te vergelijken"
    if a["periode"] == b["periode"] and a["waarde"] == b["waarde"]:
        return None, f"zelfde cijfer, over {a['periode_tekst']}"
    if _breuk_tussen(indicator, b["periode"], a["periode"]):
        return None, "andere telling"
    verschil = Decimal(a["waarde"]) - Decimal(b["waarde"])
    return verschil, in_woorden(
        verschil, eenheid=indicator["eenheid"], decimalen=indicator["decimalen"]
    )


def _breuk_tussen(indicator: dict[str, Any], oud: str, nieuw: str) -> bool:
    """Whether another definition began after the first day of `oud` and by the last of `nieuw`."""
    van, tot = lees_periode(oud).begin, lees_periode(nieuw).eind
    return any(
        (van is None or date.fromisoformat(v["vanaf"]) > van)
        and (tot is None or date.fromisoformat(v["vanaf"]) <= tot)
        for v in indicator["versies"]
        if v["is_breuk"]
    )

"""‘Over deze cijfers’: made from the snapshot, never typed."""

from __future__ import annotations

from typing import Any

from monitor.weergave.publicaties import Gelezen
from monitor.weergave.toestanden import WOORDENLIJST


def _bronnen(inhoud: dict[str, Any]) -> list[dict[str, Any]]:
    """A row for each source: how often it comes, who keeps it, which figures, what is late."""
    laat = {r["indicator"] for r in inhoud["niet_bijgewerkt"]}
    bronnen: dict[str, dict[str, Any]] = {}
    for indicator in inhoud["indicatoren"].values():
        rij = bronnen.setdefault(
            indicator["bron"] or "Bron niet genoemd",
            {"ritmes": set(), "eigenaren": set(), "cijfers": [], "laat": []},
        )
        rij["ritmes"].add(indicator["frequentie"])
        rij["eigenaren"].add(indicator["eigenaar"])
        rij["cijfers"].append(indicator)
        if indicator["code"] in laat:
            rij["laat"].append(indicator)
    return [
        {
            "naam": naam,
            "ritme": ", ".join(sorted(r for r in rij["ritmes"] if r)),
            "eigenaar": ", ".join(sorted(e for e in rij["eigenaren"] if e)),
            "cijfers": rij["cijfers"],
            "laat": rij["laat"],
        }
        for naam, rij in sorted(bronnen.items(), key=lambda item: item[0].lower())
    ]


def _methoden(inhoud: dict[str, Any]) -> list[dict[str, Any]]:
    """Changes of a definition, newest first; a break in the series is named as such."""
    regels = [
        {"indicator": indicator, **versie}
        for indicator in inhoud["indicatoren"].values()
        for versie in indicator["versies"]
        if versie["is_breuk"] or versie["toelichting"]
    ]
    return sorted(regels, key=lambda r: r["vanaf"], reverse=True)


def _revisies(inhoud: dict[str, Any]) -> list[dict[str, Any]]:
    regels = [
        {"indicator": indicator, **revisie}
        for indicator in inhoud["indicatoren"].values()
        for revisie in indicator["revisies"]
    ]
    return sorted(regels, key=lambda r: r["op"], reverse=True)


def over_context(gelezen: Gelezen) -> dict[str, Any]:
    inhoud = gelezen.inhoud
    drempel = inhoud["gemeente"]["drempel"]
    return {
        "bronnen": _bronnen(inhoud),
        "methoden": _methoden(inhoud),
        "revisies": _revisies(inhoud),
        "woorden": [
            tuple(deel.replace("{drempel}", str(drempel)) for deel in regel)
            for regel in WOORDENLIJST
        ],
        "tellingen": [i for i in inhoud["indicatoren"].values() if not i["is_optelbaar"]],
    }

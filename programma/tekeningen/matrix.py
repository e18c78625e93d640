"""Risk matrix: chance upward, impact to the right, three by three; numbers as in the table."""

from typing import Any

from programma.regels.risico import MAAT, zwaarte
from programma.tekeningen.vormen import GRIJS, INKT, WIT, Vorm, cirkel, tekst, vlak

BREED, HOOG = 360, 306
LINKS, BOVEN, CEL_B, CEL_H = 72, 8, 92, 84
NAMEN = {1: "klein", 2: "middel", 3: "groot"}
PER_CEL = 6


def matrix_context(p: dict[str, Any]) -> dict[str, Any] | None:
    """The shapes, and how many risks have no place; None when none has."""
    risicos = p["risicos"]
    geplaatst = [r for r in risicos if zwaarte(r.get("kans_code", ""), r.get("gevolg_code", ""))]
    if not geplaatst:
        return None
    return {
        "breed": BREED,
        "hoog": HOOG,
        "vormen": _vakken() + _nummers(geplaatst),
        "zonder_plek": len(risicos) - len(geplaatst),
        "zin": samenvatting(geplaatst),
    }


def samenvatting(risicos: list[dict[str, Any]]) -> str:
    groot = [str(r["nummer"]) for r in risicos if zwaarte(r["kans_code"], r["gevolg_code"]) >= 6]
    aantal = f"{len(risicos)} risico{'’s' if len(risicos) != 1 else ''}"
    return f"{aantal}. Het grootst: nummer {', '.join(groot)}." if groot else f"{aantal}. Geen groot risico."  # fmt: skip


def _vakken() -> list[Vorm]:
    vormen: list[Vorm] = []
    for kans in (1, 2, 3):
        for gevolg in (1, 2, 3):
            x, y = _hoek(kans, gevolg)
            woord, kleur, rand = _ernst(kans * gevolg)
            vormen.append(vlak(x, y, CEL_B - 4, CEL_H - 4, kleur, rand))
            vormen.append(tekst(x + 6, y + 15, woord, kleur=GRIJS, grootte="12"))
        _, y = _hoek(kans, 1)
        vormen.append(tekst(LINKS - 10, y + CEL_H / 2 + 2, NAMEN[kans], anker="end"))
    for gevolg in (1, 2, 3):
        x, _ = _hoek(1, gevolg)
        vormen.append(tekst(x + CEL_B / 2 - 2, BOVEN + 3 * CEL_H + 14, NAMEN[gevolg], anker="middle"))  # fmt: skip
    midden = LINKS + 1.5 * CEL_B
    vormen.append(tekst(midden, BOVEN + 3 * CEL_H + 36, "Gevolg →", anker="middle", vet=True))
    vormen.append(tekst(LINKS - 10, BOVEN + 14, "↑ Kans", anker="end", vet=True))
    return vormen


def _ernst(maat: int) -> tuple[str, str, str]:
    if maat >= 6:
        return "hoog", "#fdeaea", "#8a1c1c"
    return ("midden", "#fdefd9", "#a85200") if maat >= 3 else ("laag", "#f4f6f8", "#84909c")


def _hoek(kans: int, gevolg: int) -> tuple[float, float]:
    return LINKS + (gevolg - 1) * CEL_B, BOVEN + (3 - kans) * CEL_H


def _nummers(risicos: list[dict[str, Any]]) -> list[Vorm]:
    per: dict[tuple[int, int], list[str]] = {}
    for r in risicos:
        plek = (MAAT[r["kans_code"]], MAAT[r["gevolg_code"]])
        per.setdefault(plek, []).append(str(r["nummer"]))
    vormen: list[Vorm] = []
    for (kans, gevolg), nummers in per.items():
        if len(nummers) > PER_CEL:
            nummers = [*nummers[: PER_CEL - 1], f"+{len(nummers) - PER_CEL + 1}"]
        for i, nummer in enumerate(nummers):
            x, y = _hoek(kans, gevolg)
            x, y = x + 18 + 27 * (i % 3), y + 36 + 27 * (i // 3)
            vormen.append(cirkel(x, y, "12", INKT, WIT))
            vormen.append(tekst(x, y + 4.5, nummer, kleur=WIT, anker="middle", vet=True))
    return vormen

"""The lines of a programme as a file: a function of the snapshot alone."""

from typing import Any

from monitor.invoer.schrijver import Waarde, schrijf
from programma.momentopname.oordelen import NAMEN

KOLOMMEN = (
    "id", "nummer", "titel", "groep", "soort", "telt_mee", "status", "toelichting", "gepland", "gepland_begin",
    "gepland_eind", "verwacht", "verwacht_begin", "verwacht_eind", "maanden_later", "maanden_later_dan_besluit",
    "opnieuw_gepland", "naar_raad", "gemeld_op", "resultaat", "reden", "kwaliteit", "tijd", "geld",
)  # fmt: skip


def mijlpalen_csv(programma: dict[str, Any]) -> bytes:
    """One row for each line that readers follow, in the order of the page."""
    rijen = [list[Waarde](KOLOMMEN), *(_rij(r) for r in programma["regels"])]
    return schrijf("csv", [("mijlpalen", rijen)])


def _rij(r: dict[str, Any]) -> list[Waarde]:
    oordeel = {o["naam"]: o["tekst"] for o in r.get("oordelen", [])}
    gepland, verwacht = r["gepland"] or {}, r["verwacht"] or {}
    return [
        r["id"], r["nummer"], r["titel"], r["groep"], r["soort"], _ja(r["telt"]), r["status_tekst"], r["toelichting"],
        gepland.get("woorden", ""), gepland.get("begin") or "", gepland.get("eind") or "",
        r["verwacht_tekst"], verwacht.get("begin") or "", verwacht.get("eind") or "",
        r["uitloop"]["maanden"], r["uitloop_besluit"]["maanden"], _ja(r["is_herpland"]), _ja(r["naar_raad"]),
        r["gemeld_op"], r["resultaat"], r["reden"], *(oordeel.get(n, "") for _, n in NAMEN),
    ]  # fmt: skip


def _ja(waarde: bool) -> str:
    return "ja" if waarde else "nee"

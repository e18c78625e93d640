"""Rows that are lists of a programme: roles, principles, partners and sources."""

from monitor.invoer.keuzes import CelFout
from monitor.invoer.tabel import Rij, norm
from programma.invoer.lopend import Lopend

ROLLEN = {
    "programmamanager": "programmamanager",
    "ambtelijk": "ambtelijk_opdrachtgever",
    "ambtelijk_opdrachtgever": "ambtelijk_opdrachtgever",
    "bestuurlijk": "bestuurlijk_opdrachtgever",
    "bestuurlijk_opdrachtgever": "bestuurlijk_opdrachtgever",
}
_VELD = {"uitgangspunt": "uitgangspunten", "partner": "partners", "bron": "bronnen"}


def verzamel(rijsoort: str, lopend: Lopend, rij: Rij) -> None:
    """Keep the text of the row; all rows of a programme are written together at the end."""
    tekst = rij.tekst("titel")
    if not tekst:
        raise CelFout(rij.fout("titel", "Deze cel is leeg.", "Schrijf hier de tekst."))
    veld = _VELD.get(rijsoort) or ROLLEN.get(norm(rij.tekst("soort")))
    if veld is None:
        raise CelFout(
            rij.fout(
                "soort",
                "Deze rol is niet bekend.",
                "Kies programmamanager, ambtelijk of bestuurlijk.",
            )
        )
    lopend.lijsten[lopend.p.pk][2].setdefault(veld, []).append(tekst)


def bewaar_lijsten(lopend: Lopend) -> None:
    for rij, programma, lijsten in lopend.lijsten.values():
        velden = {
            veld: "\n".join(lijsten.get(veld, []))
            if veld in _VELD.values()
            else ", ".join(lijsten.get(veld, []))
            for veld in (*_VELD.values(), *dict.fromkeys(ROLLEN.values()))
        }
        if any(getattr(programma, veld) != waarde for veld, waarde in velden.items()):
            lopend.bewaar(rij, programma, velden, f"Lijsten van {programma}")

"""The claim check: what the sentences of an edition say, against its figures and each other.

Pure rules, and `controle` runs them all. By kind of finding (some files find more than one):

- PCT: `procenten`, `aandelen`, `breuken`, `wijzigingen`. RICHTING: `richtingen`, `vergelijkingen`, `kennelijk`.
- SUM: `optellen`, `tabellen`, `stromen`, `uitkomsten`. AVG: `gemiddelden`. SALDO: `saldi`, `begrotingen`.
- STALE: `verouderd`, `maandnamen`. DATE: `datums`. XREF, UNIT, DUP: `vorm`. LOS: `los`.

They read with `zinnen`, `tijden` and `woorden`, and find of what a number speaks with `onderwerp`, `reeksen`,
`paren`, `mutaties`, `perstuk`, `buiten` and `samenhang`. Deterministic: the same edition gives the same findings.
"""

from monitor.regels.beweringen.controle import controleer
from monitor.regels.beweringen.gegevens import (
    FOUT,
    LET_OP,
    SOORTEN,
    TOT,
    VAN,
    Bevinding,
    Cijferfeit,
    Document,
    Geldrij,
    Tabel,
    Tekst,
)

__all__ = [
    "FOUT",
    "LET_OP",
    "SOORTEN",
    "TOT",
    "VAN",
    "Bevinding",
    "Cijferfeit",
    "Document",
    "Geldrij",
    "Tabel",
    "Tekst",
    "controleer",
]

"""The claim check: what the sentences of an edition say, against its figures and each other.

Pure rules, a file a family: `procenten` (PCT), `gemiddelden` (AVG), `optellen` and `tabellen` (SUM),
`saldi` (SALDO), `verouderd` (STALE), `datums` (DATE), `vorm` (XREF, UNIT, DUP), `los` (LOS). They read
with `zinnen`, `tijden` and `woorden`. Deterministic: the same edition gives the same findings.
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

"""Doubts about figures, not bans: checks on plain values that say their arithmetic in words.

    beoordeel(onderwerp, nu, eerder)          # one figure against its own past
    beoordeel_groep(onderwerp, groep)         # parts against their total
    toets(regel, waarden)                     # a rule that a gemeente wrote itself

A finding has a severity. `fout` can only be corrected; `twijfel` and `let_op` may be explained too.
"""

from monitor.regels.twijfel.gegevens import (
    FOUT,
    INGEBOUWD,
    LET_OP,
    TWIJFEL,
    Bevinding,
    Instelling,
    Meting,
    Onderwerp,
)
from monitor.regels.twijfel.groep import Groep, beoordeel_groep
from monitor.regels.twijfel.plaats import JAAR_EERDER, VORIGE, Plaats, lees_plaats
from monitor.regels.twijfel.regel import Regel, toets, uit_te_rekenen
from monitor.regels.twijfel.samen import beoordeel

__all__ = [
    "FOUT",
    "INGEBOUWD",
    "JAAR_EERDER",
    "LET_OP",
    "TWIJFEL",
    "VORIGE",
    "Bevinding",
    "Groep",
    "Instelling",
    "Meting",
    "Onderwerp",
    "Plaats",
    "Regel",
    "beoordeel",
    "beoordeel_groep",
    "lees_plaats",
    "toets",
    "uit_te_rekenen",
]

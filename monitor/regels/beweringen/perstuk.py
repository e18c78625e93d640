"""Averages and rates: which number a sentence calls one."""

import re

from monitor.regels.beweringen.zinnen import Noemer, Zin

_GEM_VOOR = re.compile(r"\bgemiddeld(?:e)?(?:\s+[a-zë]+){0,4}\s*\(?$", re.IGNORECASE)
_GEM_NA = re.compile(
    r"^\s*(?:[a-zë]+\s+){0,2}gemiddeld\b(?!\s+(?:circa\s+|ongeveer\s+|ruim\s+|bijna\s+)?[€\d])",
    re.IGNORECASE,
)


_DUS = re.compile(
    r"(?:\b(?:dat|dit)\s+(?:zijn|is|betekent|komt neer op)\s+(?:er\s+)?|\b(?:neerkom(?:t|en)|neerkwam|neer)\s+op\s+|\bomgerekend\s+|\b(?:ofwel|oftewel|dus|dat wil zeggen)\s+|[:,]\s*)"
    r"(?:er\s+|circa\s+|ongeveer\s+|ruim\s+|bijna\s+)*$",
    re.IGNORECASE,
)
_PER_IETS = re.compile(r"^\s*(?:[a-zë-]+\s+){0,3}?(?:per|elke|iedere)\s+[a-zë]+", re.IGNORECASE)
_ELK = re.compile(r", (?:elk|ieder)\s+(?:gemiddeld\s+|dus\s+)?$", re.IGNORECASE)
_PER_VOOR = re.compile(
    r"\bper\s+(?!saldo|abuis|direct|definitie|ultimo|eind|begin|mail|post|brief|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)[a-zë]+\s+(?:[a-zë]+\s+){1,3}$",
    re.IGNORECASE,
)


def is_gemiddelde(zin: Zin, g: Noemer) -> bool:
    """Whether the sentence calls this number an average: in a word, or as "dat zijn er 142 per maand"."""
    voor, na = zin.voor(g, 50), zin.na(g, 40)
    if _GEM_VOOR.search(voor) or _GEM_NA.match(na) or _PER_VOOR.search(voor):
        return True
    if _ELK.search(voor):
        return True
    return bool(_DUS.search(voor) and _PER_IETS.match(na))

"""SUM over time: begin plus in minus out is end."""

import re
from collections.abc import Iterator, Sequence

from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import meld, noem, schrijf
from monitor.regels.beweringen.optellen import HERSTEL
from monitor.regels.beweringen.zinnen import Noemer, Zin, is_gemiddelde

_IN = re.compile(
    r"\binstroom\b[^\d]{0,24}$|\bstroomden(?: er)?\s+$|\bkwamen(?: er)?\s+$", re.IGNORECASE
)
_UIT = re.compile(r"\buitstroom\b[^\d]{0,24}$", re.IGNORECASE)
_SALDO = re.compile(r"\b(?:saldo|netto)\b[^.;]{0,16}$", re.IGNORECASE)
_ERIN = re.compile(r"^\s*(?:[a-zë]+\s+){0,2}(?:in\b|erbij\b|bij\b|toegekend\b)", re.IGNORECASE)
_ERUIT = re.compile(r"^\s*(?:[a-zë]+\s+){0,2}(?:uit\b|eraf\b|af\b|beëindigd\b)", re.IGNORECASE)


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """Begin plus in minus out is end, in one sentence or in two."""
    for i, zin in enumerate(alle):
        if zin.is_geciteerd or not re.search(r"\buit\w*|\bbeëindigd\b", zin.tekst, re.IGNORECASE):
            continue
        samen = [zin, alle[i - 1]] if i and len(zin.van_vorm("aantal")) < 4 else [zin]
        tel = [
            (z, g) for z in samen[::-1] for g in z.van_vorm("aantal")
            if not is_gemiddelde(z, g) and not (g.is_woord and g.waarde < 10)
        ]  # fmt: skip
        erin = [
            (z, g)
            for z, g in tel
            if (_IN.search(z.voor(g)) and not _ERUIT.match(z.na(g))) or _ERIN.match(z.na(g))
        ]
        eruit = [
            p
            for p in tel
            if p not in erin and (_UIT.search(p[0].voor(p[1])) or _ERUIT.match(p[0].na(p[1])))
        ]
        if len(erin) == len(eruit) == 1:
            yield from _saldo(zin, erin[0][1], eruit[0][1])
        rest = [g for p in tel if p not in erin and p not in eruit for g in p[1:]]
        if len(erin) == len(eruit) == 1 and len(rest) == 2:
            op, af = erin[0][1].waarde, eruit[0][1].waarde
            begin, eind = rest
            if begin.waarde + op - af != eind.waarde and begin.waarde > op and eind.waarde > op:
                yield meld(
                    zin, "SUM",
                    f"{schrijf(begin.waarde)} + {schrijf(op)} − {schrijf(af)} = "
                    f"{schrijf(begin.waarde + op - af)}, de tekst zegt {noem(eind)}",
                    HERSTEL,
                )  # fmt: skip


def _saldo(zin: Zin, op: Noemer, af: Noemer) -> Iterator[Bevinding]:
    """ "Instroom 17, uitstroom 28 (saldo -11)": in minus out."""
    for g in zin.van_vorm("aantal"):
        teken = zin.mutaties.get(g.begin)
        verschil = op.waarde - af.waarde
        if g in (op, af) or teken is None or not _SALDO.search(zin.voor(g, 24)):
            continue
        if teken.teken * abs(g.waarde) != verschil:
            yield meld(
                zin, "SUM", f"{schrijf(op.waarde)} − {schrijf(af.waarde)} = {schrijf(verschil)}, de tekst zegt {noem(g)}",
                HERSTEL,
            )  # fmt: skip

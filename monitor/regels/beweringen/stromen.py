"""SUM over time: begin plus in minus out is end."""

import re
from collections.abc import Iterator, Sequence

from monitor.regels.beweringen.gegevens import Bevinding
from monitor.regels.beweringen.melden import meld, noem, schrijf
from monitor.regels.beweringen.optellen import HERSTEL
from monitor.regels.beweringen.perstuk import is_gemiddelde
from monitor.regels.beweringen.zinnen import Noemer, Zin

Plek = tuple[Zin, Noemer]
_IN = re.compile(
    r"\binstroom\b[^\d]{0,24}$|\bstroomden(?: er)?\s+$|\bkwamen(?: er)?\s+$", re.IGNORECASE
)
_UIT = re.compile(r"\buitstroom\b[^\d]{0,24}$", re.IGNORECASE)
_ERIN = re.compile(r"^\s*(?:[a-zë]+\s+){0,2}(?:in\b|erbij\b|bij\b|toegekend\b)", re.IGNORECASE)
_ERUIT = re.compile(
    r"^\s*(?:[a-zë]+\s+){0,2}(?:uit\b|eraf\b|af\b|weg\b|vertrokken\b|beëindigd\b)", re.IGNORECASE
)
_STROOM = re.compile(
    r"\buit\w*|\bbeëindigd\b|\baf\b|\beraf\b|\bweg\b|\bvertrokken\b", re.IGNORECASE
)
_DUS = re.compile(r"\b(?:zodat|waardoor|daardoor|dus|daarmee|per saldo|netto)\b", re.IGNORECASE)
_TERUGBLIK = re.compile(
    r"\b(?:jaar geleden|jaar eerder|vorig jaar|vergeleken|20\d\d)\b", re.IGNORECASE
)
_SALDO = re.compile(r"\b(?:saldo|netto)\b[^.;]{0,16}$", re.IGNORECASE)


def controleer(alle: Sequence[Zin]) -> Iterator[Bevinding]:
    """Begin plus in minus out is end, in one sentence or in the two before it too."""
    for i, zin in enumerate(alle):
        if zin.is_geciteerd:
            continue
        erin, eruit, _ = _verdeel([zin])
        if len(erin) == len(eruit) == 1:
            yield from _saldo(zin, erin[0], eruit[0])
        for terug in range(3):
            samen = alle[max(0, i - terug) : i + 1]
            if any(_STROOM.search(z.tekst) for z in samen) and zin.van_vorm("aantal"):
                gevonden = _sluit(zin, samen) if not terug or _zelfde_tijd(samen) else None
                if gevonden is not None:
                    yield gevonden
                    break


def _zelfde_tijd(samen: Sequence[Zin]) -> bool:
    """Whether the sentences tell one span: none looks back at another year, the last has the outcome."""
    erin, eruit, _ = _verdeel(samen[-1:])
    if not (erin and eruit) and len(samen[-1].van_vorm("aantal")) != 1:
        return False
    if not any(op and af for op, af, _ in (_verdeel([z]) for z in samen)):
        return False
    return not any(_TERUGBLIK.search(z.tekst) for z in samen)


def _verdeel(samen: Sequence[Zin]) -> tuple[list[Noemer], list[Noemer], list[Noemer]]:
    """What came in, what went out, and the other counts."""
    tel: list[Plek] = [
        (z, g) for z in samen for g in z.van_vorm("aantal")
        if not is_gemiddelde(z, g) and not (g.is_woord and g.waarde < 10)
    ]  # fmt: skip
    erin = [
        p for p in tel
        if (_IN.search(p[0].voor(p[1])) and not _ERUIT.match(p[0].na(p[1]))) or _ERIN.match(p[0].na(p[1]))
    ]  # fmt: skip
    eruit = [
        p for p in tel
        if p not in erin and (_UIT.search(p[0].voor(p[1])) or _ERUIT.match(p[0].na(p[1])))
    ]  # fmt: skip
    rest = [g for p in tel if p not in erin and p not in eruit for g in p[1:]]
    return [g for _, g in erin], [g for _, g in eruit], rest


def _sluit(zin: Zin, samen: Sequence[Zin]) -> Bevinding | None:
    erin, eruit, rest = _verdeel(samen)
    if len(erin) != 1 or len(eruit) != 1 or len(rest) != 2:
        return None
    op, af, (begin, eind) = erin[0].waarde, eruit[0].waarde, rest
    verwacht = begin.waarde + op - af
    if verwacht == eind.waarde or begin.waarde <= op or eind.waarde <= op:
        return None
    if begin.waarde == eind.waarde + op - af:
        return None  # told from now to then
    return meld(
        zin, "SUM",
        f"{schrijf(begin.waarde)} + {schrijf(op)} − {schrijf(af)} = {schrijf(verwacht)}, de tekst zegt {noem(eind)}",
        HERSTEL,
    )  # fmt: skip


def _saldo(zin: Zin, op: Noemer, af: Noemer) -> Iterator[Bevinding]:
    """ "Instroom 17, uitstroom 28 (saldo -11)", "zodat het bestand met 30 daalde": in minus out."""
    for g in zin.van_vorm("aantal"):
        stap = zin.mutaties.get(g.begin)
        verschil = op.waarde - af.waarde
        gesteld = (
            _SALDO.search(zin.voor(g, 24))
            or _DUS.search(zin.tekst)
            or g.begin > max(op.begin, af.begin)
        )
        if g in (op, af) or stap is None or not gesteld:
            continue
        som = f"{schrijf(op.waarde)} − {schrijf(af.waarde)} = {schrijf(verschil)}, de tekst zegt {noem(g)}"
        if abs(g.waarde) != abs(verschil):
            yield meld(zin, "SUM", som, HERSTEL)
        elif stap.teken * verschil < 0:
            yield meld(zin, "RICHTING", f"{som} ({stap.woord})", HERSTEL)

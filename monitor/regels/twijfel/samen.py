"""All checks on one figure, in their order: what explains a deviation goes before the deviation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import localcontext

from monitor.regels.twijfel import sprongen, vorm
from monitor.regels.twijfel.gegevens import GEWOON, Bevinding, Instellingen, Meting, Onderwerp

RUIM = 60  # digits: a ratio of a huge and a tiny figure still has its decimals


def beoordeel(
    o: Onderwerp,
    nu: Meting,
    eerder: Sequence[Meting] = (),
    instellingen: Instellingen | None = None,
) -> list[Bevinding]:
    """Findings about one figure; `eerder` holds older figures of the same kind, in order of time."""
    inst = instellingen or {}
    with localcontext() as context:
        context.prec = RUIM
        return [b for b in _alle(o, nu, eerder, inst) if inst.get(b.regel, GEWOON).is_aan]


def _alle(
    o: Onderwerp, nu: Meting, eerder: Sequence[Meting], inst: Instellingen
) -> Iterator[Bevinding]:
    if nu.waarde is None:
        yield from vorm.tekst(o, nu, eerder, inst)
        return
    waarden = [m.waarde for m in eerder if m.waarde is not None]
    yield from vorm.decimalen(o, nu.waarde, inst)
    buiten_bereik = [*vorm.teken(o, nu.waarde, waarden, inst), *vorm.bereik(o, nu.waarde, inst)]
    yield from buiten_bereik
    if any(inst.get(b.regel, GEWOON).is_aan for b in buiten_bereik):
        return  # what can not be needs no comparison
    andere = list(sprongen.eenheid(o, nu.waarde, waarden, inst))
    if andere and inst.get("eenheid", GEWOON).is_aan:
        yield from andere  # says more than that it jumped
        return
    bekend, buiten = sprongen.seizoen(o, nu, eerder, inst)
    if bekend and inst.get("seizoen", GEWOON).is_aan:
        if buiten:
            yield buiten
        return  # a step that every year makes is no jump
    yield from sprongen.sprong(o, nu, eerder, inst)

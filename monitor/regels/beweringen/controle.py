"""The claim check as a whole: every text and table of one edition, all families of checks."""

from collections.abc import Iterator

from monitor.regels.beweringen import (
    aandelen,
    begrotingen,
    breuken,
    datums,
    gemiddelden,
    kennelijk,
    los,
    maandnamen,
    optellen,
    procenten,
    richtingen,
    saldi,
    stromen,
    tabellen,
    uitkomsten,
    vergelijkingen,
    verouderd,
    vorm,
    wijzigingen,
)
from monitor.regels.beweringen.gegevens import FOUT, Bevinding, Document
from monitor.regels.beweringen.reeksen import Reeksen
from monitor.regels.beweringen.zinnen import Zin, zinnen

# Of two findings in one sentence the first of these says most.
_VOORRANG = (
    "RICHTING",
    "PCT",
    "AVG",
    "SALDO",
    "SUM",
    "DATE",
    "XREF",
    "STALE",
    "UNIT",
    "DUP",
    "LOS",
)


def controleer(doc: Document) -> list[Bevinding]:
    """Every finding, in the order of the edition; each sentence is said once for each kind."""
    per_tekst = [zinnen(t, _jaar(doc), doc.geschreven_op) for t in doc.teksten]
    alle = [z for deel in per_tekst for z in deel]
    bekend, producten = los.Bekend(doc), tabellen.producten(doc)
    reeksen = Reeksen(doc)
    gevonden: list[Bevinding] = []
    for deel in per_tekst:
        gevonden += _tekst(doc, deel, bekend, producten, reeksen)
    gevonden += datums.controleer_samen(doc, alle)
    gevonden += vorm.dubbel(alle)
    gevonden += tabellen.controleer(doc)
    gevonden += verouderd.controleer_tabellen(doc)
    return _op_orde(doc, _zonder_dubbel(gevonden))


def _jaar(doc: Document) -> int:
    return (doc.periode.eind or doc.peildatum).year


def _maanden(doc: Document) -> list[int]:
    """How many months the edition is about: its own period, and the year so far."""
    begin, eind = doc.periode.begin, doc.periode.eind
    if begin is None or eind is None or begin == eind:
        return []
    return [(eind.year - begin.year) * 12 + eind.month - begin.month + 1, eind.month]


def _tekst(
    doc: Document,
    deel: list[Zin],
    bekend: los.Bekend,
    producten: list[tabellen.Product],
    reeksen: Reeksen,
) -> Iterator[Bevinding]:
    yield from wijzigingen.controleer(reeksen, deel)
    yield from procenten.controleer(deel)
    yield from richtingen.controleer(deel)
    yield from vergelijkingen.controleer(deel)
    yield from kennelijk.controleer(reeksen, deel)
    yield from breuken.controleer(deel)
    yield from aandelen.controleer(deel)
    yield from gemiddelden.controleer(deel, _maanden(doc))
    yield from saldi.controleer(doc, deel)
    yield from begrotingen.controleer(doc, deel)
    yield from tabellen.controleer_tekst(producten, deel)
    yield from optellen.controleer(deel)
    yield from uitkomsten.controleer(deel)
    yield from stromen.controleer(deel)
    yield from datums.controleer(doc, deel)
    yield from vorm.verwijzingen(doc, deel)
    yield from verouderd.controleer(doc, deel)
    yield from maandnamen.controleer(doc, reeksen, deel)
    yield from vorm.eenheden(deel)
    yield from los.controleer(bekend, deel)


def _zonder_dubbel(alle: list[Bevinding]) -> list[Bevinding]:
    """One of each fingerprint; a loose number is not told again in a sentence that has a fault."""
    fout_in = {(b.plek, b.citaat) for b in alle if b.ernst == FOUT}
    uniek: dict[str, Bevinding] = {}
    for b in alle:
        if b.soort == "LOS" and (b.plek, b.citaat) in fout_in:
            continue
        uniek.setdefault(b.vingerafdruk, b)
    return list(uniek.values())


def _op_orde(doc: Document, alle: list[Bevinding]) -> list[Bevinding]:
    plekken = {t.plek: i for i, t in enumerate(doc.teksten)}
    hoofdstuk = {code: i for i, (code, _) in enumerate(doc.hoofdstukken)}
    return sorted(
        alle,
        key=lambda b: (
            hoofdstuk.get(b.hoofdstuk, -1),
            plekken.get(b.plek, len(plekken)),
            _VOORRANG.index(b.soort),
        ),
    )

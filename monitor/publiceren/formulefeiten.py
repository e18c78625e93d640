"""What shown percentages, averages and other results of formulas tell about hidden counts."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from monitor.publiceren.feiten import Feiten, Termen
from monitor.regels.formules import Formule, Naam, bereken, lees_formule
from monitor.regels.fouten import NotatieFout
from monitor.regels.getallen import rond

MAX_PROBEREN = 5000


def lees_formules(inhoud: Mapping[str, Any], feiten: Feiten) -> None:
    """Add to the facts what each shown result leaves of its one hidden operand."""
    waarden = {
        f"{r['id']}@{c['periode']}": Decimal(c["waarde"])
        for i in inhoud["indicatoren"].values()
        for r in i["reeksen"]
        for c in r["cellen"]
        if c["waarde"] is not None
    }
    for code, indicator in inhoud["indicatoren"].items():
        formule = _formule(indicator["formule"])
        for reeks in indicator["reeksen"] if formule else ():
            for cel in reeks["cellen"]:
                assert formule is not None
                ids = {
                    naam: _operand(naam, reeks, cel["periode"], feiten, waarden)
                    for naam in formule.namen
                }
                if cel["waarde"] is not None:
                    uitkomst = Decimal(cel["waarde"])
                    _keer_om(feiten, formule, ids, waarden, uitkomst, indicator["decimalen"])
                eigen = f"{code}|{reeks['soort']}|{reeks['sleutel']}@{cel['periode']}"
                feiten.gelijk += _recht(formule, ids, eigen, feiten)


def _formule(tekst: str) -> Formule | None:
    try:
        return lees_formule(tekst) if tekst else None
    except NotatieFout:
        return None


def _operand(
    naam: Naam,
    reeks: Mapping[str, Any],
    periode: str,
    feiten: Feiten,
    waarden: Mapping[str, Decimal],
) -> str:
    soort = naam[1] or reeks["soort"]
    eigen = f"{naam[0]}|{soort}|{reeks['sleutel']}@{periode}"
    totaal = f"{naam[0]}|{soort}|@{periode}"
    return eigen if eigen in feiten.cellen or eigen in waarden else totaal


def _keer_om(
    feiten: Feiten,
    formule: Formule,
    ids: Mapping[Naam, str],
    waarden: Mapping[str, Decimal],
    uitkomst: Decimal,
    decimalen: int,
) -> None:
    """Try every count the hidden operand can be, and keep those that give what is shown."""
    verborgen = [n for n, i in ids.items() if i not in waarden]
    if len(verborgen) != 1 or ids[verborgen[0]] not in feiten.cellen:
        return
    feit = feiten.cellen[ids[verborgen[0]]]
    bekend: dict[Naam, Decimal | None] = {n: waarden[i] for n, i in ids.items() if i in waarden}
    begin = feit.drempel if feit.merk == "cover" else feit.laag or 0
    eind = MAX_PROBEREN if feit.hoog is None else feit.hoog
    past = [
        x
        for x in range(begin, eind + 1)
        if (w := bereken(formule, {**bekend, verborgen[0]: Decimal(x)})) is not None
        and rond(w, decimalen) == uitkomst
    ]
    if past and past[-1] < MAX_PROBEREN:
        feiten.gelijk.append(({ids[verborgen[0]]: 1}, past[0], past[-1]))


def _recht(
    formule: Formule, ids: Mapping[Naam, str], eigen: str, feiten: Feiten
) -> Iterator[tuple[Termen, int, int]]:
    """A result of pluses and minuses of people is a count by itself."""
    termen = _termen(formule.boom)
    if eigen in feiten.cellen and termen and all(ids[n] in feiten.cellen for n in termen):
        yield {eigen: 1} | {ids[n]: -k for n, k in termen.items()}, 0, 0


def _termen(boom: object) -> dict[Naam, int]:
    if not isinstance(boom, tuple):
        return {}
    if boom[0] == "naam":
        return {boom[1]: 1}
    links, rechts = _termen(boom[1]), _termen(boom[2])
    if boom[0] not in "+-" or not links or not rechts or links.keys() & rechts.keys():
        return {}
    return links | {n: k if boom[0] == "+" else -k for n, k in rechts.items()}

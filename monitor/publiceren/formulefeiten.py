"""What shown percentages, averages and other results of formulas tell about hidden counts."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from monitor.publiceren.feiten import Feit, Feiten, Termen
from monitor.regels.formules import Formule, Naam, bereken, lees_formule
from monitor.regels.fouten import NotatieFout
from monitor.regels.getallen import rond

MAX_PROBEREN = 5000


Bestaat = Mapping[tuple[str, str], frozenset[str]]  # (count of people, kind) -> breakdowns kept


def lees_formules(
    inhoud: Mapping[str, Any], feiten: Feiten, bestaat: Bestaat, drempels: Mapping[str, int]
) -> None:
    """Add to the facts what each shown result leaves of its one hidden operand; also of a count of people
    that this publication does not have: another may hide it."""
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
                    _noem_ontbrekend(feiten, ids, (reeks, cel), waarden, bestaat, drempels)
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


def _noem_ontbrekend(
    feiten: Feiten,
    ids: dict[Naam, str],
    plek: tuple[Mapping[str, Any], Mapping[str, Any]],
    waarden: Mapping[str, Decimal],
    bestaat: Bestaat,
    drempels: Mapping[str, int],
) -> None:
    """A cell for the one operand that stands nowhere here; its mark says nothing."""
    reeks, cel = plek
    mist = [n for n, i in ids.items() if i not in waarden and i not in feiten.cellen]
    if len(mist) != 1 or any(i in feiten.cellen and i not in waarden for i in ids.values()):
        return
    code, soort = mist[0][0], mist[0][1] or reeks["soort"]
    sleutels = bestaat.get((code, soort), frozenset())
    sleutel = next((s for s in (reeks["sleutel"], "") if s in sleutels), None)
    if sleutel is None:
        return
    id_ = f"{code}|{soort}|{sleutel}@{cel['periode']}"
    deel = f": {reeks['label']}" if sleutel else ""
    feiten.cellen.setdefault(id_, Feit(None, "masked", drempels.get(code) or drempels[""]))
    feiten.labels.setdefault(id_, f"{code}{deel}, {cel['periode_tekst']}")
    ids[mist[0]] = id_


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

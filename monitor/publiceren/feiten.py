"""What one finished publication says of counts of people, read from its JSON alone.

For the attacker: nothing here knows how figures were hidden, or what they were. Every place counts:
series, blocks, differences, totals of tables, running totals, results of formulas.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from math import ceil, floor
from typing import Any

from monitor.models.enums import Eenheid, Telt
from monitor.regels.formules import Naam
from monitor.regels.fouten import NotatieFout
from monitor.regels.getallen import lees_getal

GEHEIM = "x"  # the mark that does not say whether a count is small
Termen = dict[str, int]
MENSEN = frozenset({Telt.PERSONEN, Telt.HUISHOUDENS})
OP_CATEGORIEEN = frozenset({"staaf", "histogram", "deel", "stippen", "kolom"})


@dataclass
class Feit:
    """A cell: shown, or marked. `laag` and `hoog` are what a published range says."""

    waarde: int | None
    merk: str  # "" · small · cover · masked (small or not) · none
    drempel: int
    laag: int | None = None
    hoog: int | None = None


@dataclass
class Feiten:
    titel: str
    cellen: dict[str, Feit] = field(default_factory=dict)
    gelijk: list[tuple[Termen, int, int]] = field(default_factory=list)  # lower and upper bound
    labels: dict[str, str] = field(default_factory=dict)
    plekken: dict[tuple[str, str], set[str]] = field(default_factory=dict)  # label, period -> ids
    verloop: dict[str, dict[Naam, int]] = field(default_factory=dict)  # stock series -> its flows
    # label, period -> what figures that count no people show there, by code
    anders: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def zegt(self, id_: str, waarde: str | None) -> None:
        """A number that stands beside the series: it tells, also where the series is silent."""
        feit = self.cellen.get(id_)
        if feit is not None and feit.waarde is None and waarde is not None:
            self.gelijk.append(({id_: 1}, int(Decimal(waarde)), int(Decimal(waarde))))


def telt_mensen(indicator: Mapping[str, Any]) -> bool:
    return indicator["telt"] in MENSEN and indicator["eenheid"] == Eenheid.AANTAL


def lees_feiten(inhoud: Mapping[str, Any], drempels: Mapping[str, int]) -> Feiten:
    """`drempels`: of indicators that have their own."""
    feiten = Feiten(inhoud["uitgave"]["titel"])
    for code, indicator in inhoud["indicatoren"].items():
        if telt_mensen(indicator):
            drempel = drempels.get(code) or inhoud["gemeente"]["drempel"]
            for reeks in indicator["reeksen"]:
                for cel in reeks["cellen"]:
                    _lees_cel(feiten, indicator, reeks, cel, drempel)
        else:
            _onthoud(feiten, code, indicator)
    for hoofdstuk in inhoud["hoofdstukken"]:
        for blok in hoofdstuk["blokken"]:
            _lees_blok(feiten, blok)
    return feiten


def _onthoud(feiten: Feiten, code: str, indicator: Mapping[str, Any]) -> None:
    for reeks in indicator["reeksen"]:
        namen = {reeks["label"] or indicator["naam"], f"{indicator['naam']}: {reeks['label']}"}
        for cel in reeks["cellen"]:
            for naam in namen if cel["waarde"] is not None else ():
                feiten.anders.setdefault((naam, cel["periode"]), {})[code] = cel["waarde"]


def _lees_cel(
    feiten: Feiten, indicator: Mapping[str, Any], reeks: Any, cel: Any, drempel: int
) -> None:
    id_ = f"{reeks['id']}@{cel['periode']}"
    feit = _feit(cel, drempel, afgeleid=bool(indicator["formule"]))
    if feit is None:
        return
    feiten.cellen[id_] = feit
    deel = f": {reeks['label']}" if reeks["label"] else ""
    feiten.labels[id_] = f"{indicator['naam']}{deel}, {cel['periode_tekst']}"
    for naam in {reeks["label"] or indicator["naam"], f"{indicator['naam']}{deel}"}:
        feiten.plekken.setdefault((naam, cel["periode"]), set()).add(id_)


def _feit(cel: Mapping[str, Any], drempel: int, *, afgeleid: bool) -> Feit | None:
    if cel["toestand"] == "getal" or cel["waarde"] is not None:
        waarde = Decimal(cel["waarde"])
        if cel["benadering"] or waarde != int(waarde):
            ruim = waarde / 2 if cel["benadering"] else Decimal(1)
            return Feit(None, "", drempel, max(0, floor(waarde - ruim)), ceil(waarde + ruim))
        return Feit(int(waarde), "", drempel)
    if cel["toestand"] in ("onderdrukt", "kleiner_dan"):
        if afgeleid:
            return Feit(None, "none", drempel)
        if not cel["tekst"].startswith("<"):
            return Feit(None, "masked" if cel["tekst"] == GEHEIM else "cover", drempel)
        grens = int(Decimal(cel["boven"])) if cel["boven"] else int(cel["tekst"][1:])
        if grens > drempel:
            return Feit(None, "", drempel, 0, grens - 1)
        van_bron = cel["toestand"] == "kleiner_dan"
        return Feit(None, "none" if van_bron else "small", drempel, 0, drempel - 1)
    if cel["toestand"] == "bereik" and cel["onder"] and cel["boven"]:
        return Feit(None, "", drempel, floor(Decimal(cel["onder"])), ceil(Decimal(cel["boven"])))
    return None


def _lees_blok(feiten: Feiten, blok: Mapping[str, Any]) -> None:
    inhoud = blok["inhoud"]
    if blok["soort"] == "tabel":
        _lees_tabel(feiten, inhoud["rijen"])
    elif blok["soort"] == "grafiek":
        _lees_grafiek(feiten, inhoud)
    elif blok["soort"] == "ranglijst":
        _bij_labels(feiten, [(rij["label"], rij["cel"]) for rij in inhoud["rijen"]])
    elif blok["soort"] == "tegels":
        for tegel in inhoud["tegels"]:
            _lees_tegel(feiten, tegel)


def _bij_labels(feiten: Feiten, rijen: list[tuple[str, Any]]) -> None:
    """Unless some other figure is all that stands here: a rate of 41 per 1,000 is no 41 people."""
    gevuld = [(naam, cel) for naam, cel in rijen if cel and cel["waarde"] is not None]
    ander = [
        {c for c, w in feiten.anders.get((naam, cel["periode"]), {}).items() if w == cel["waarde"]}
        for naam, cel in gevuld
    ]
    if not gevuld or set.intersection(*ander):
        return
    for naam, cel in gevuld:
        _bij_label(feiten, naam, cel)


def _bij_label(feiten: Feiten, label: str, cel: Mapping[str, Any] | None) -> None:
    """A value with only a name beside it: of the one hidden series of that name, unless a shown one
    has it."""
    ids = feiten.plekken.get((label, cel["periode"]), set()) if cel else set()
    if cel is None or cel["waarde"] is None:
        return
    if any(feiten.cellen[i].waarde == Decimal(cel["waarde"]) for i in ids):
        return
    verborgen = [i for i in ids if feiten.cellen[i].waarde is None]
    if len(verborgen) == 1:
        feiten.zegt(verborgen[0], cel["waarde"])


def _lees_tabel(feiten: Feiten, rijen: list[Any]) -> None:
    gewoon = [r for r in rijen if r["reeks"]]
    for rij in gewoon:
        for cel in rij["cellen"]:
            feiten.zegt(f"{rij['reeks']}@{cel['periode']}", cel["waarde"])
    for rij in (r for r in rijen if r["is_totaal"] and not r["reeks"]):
        for i, cel in enumerate(rij["cellen"]):
            if cel["waarde"] is not None:
                ids = [f"{r['reeks']}@{r['cellen'][i]['periode']}" for r in gewoon]
                _telt_op(feiten, ids, cel["waarde"])


def _telt_op(feiten: Feiten, ids: list[str], waarde: str) -> None:
    """A sum beside its rows. Says nothing new when all rows are shown."""
    verborgen = [i for i in ids if i in feiten.cellen and feiten.cellen[i].waarde is None]
    if verborgen and all(i in feiten.cellen for i in ids):
        getoond = sum(feiten.cellen[i].waarde or 0 for i in ids)
        rest = int(Decimal(waarde)) - getoond
        feiten.gelijk.append((dict.fromkeys(verborgen, 1), rest, rest))


def _lees_grafiek(feiten: Feiten, inhoud: Mapping[str, Any]) -> None:
    for reeks in inhoud["reeksen"]:
        punten = reeks["punten"]
        if inhoud["vorm"] == "cumulatief":
            jaar = next((p["periode"][:4] for p in punten if p["periode"]), "")
            ids = [f"{reeks['reeks']}@{jaar}-{m:02}" for m in range(1, len(punten) + 1)]
            for i, punt in enumerate(punten):
                if punt["waarde"] is not None:
                    _telt_op(feiten, ids[: i + 1], punt["waarde"])
        elif inhoud["vorm"] in OP_CATEGORIEEN and len(inhoud["reeksen"]) == 1:
            _bij_labels(feiten, list(zip(inhoud["labels"], punten, strict=True)))
        else:
            for punt in punten:
                feiten.zegt(f"{reeks['reeks']}@{punt['periode']}", punt["waarde"])
    if inhoud["vorm"] == "in_uit" and len(inhoud["reeksen"]) == 3:
        namen = [r["reeks"].split("|") for r in inhoud["reeksen"]]
        if "uit" in inhoud["reeksen"][0]["naam"].casefold().split(maxsplit=1)[0]:
            namen[:2] = namen[1::-1]
        stromen = {(namen[0][0], namen[0][1]): 1, (namen[1][0], namen[1][1]): -1}
        feiten.verloop[inhoud["reeksen"][2]["reeks"]] = stromen


def _lees_tegel(feiten: Feiten, tegel: Mapping[str, Any]) -> None:
    """The figure itself, and the difference with what stood in the previous edition."""
    cel, verschil = tegel["cel"], tegel["verschil"]
    id_ = f"{tegel['reeks']}@{cel['periode']}"
    feiten.zegt(id_, cel["waarde"])
    if verschil is None or id_ not in feiten.cellen:
        return
    if (oud := _getal(verschil["oud_tekst"])) is not None:
        feiten.zegt(id_, str(oud + Decimal(verschil["waarde"])))
    if cel["waarde"] is not None:
        toen = Decimal(cel["waarde"]) - Decimal(verschil["waarde"])
        for ander in _zelfde_reeks(feiten, tegel["reeks"], verschil["oud_periode_tekst"]):
            feiten.zegt(ander, str(toen))


def _zelfde_reeks(feiten: Feiten, reeks: str, periode_tekst: str) -> Iterator[str]:
    for id_, label in feiten.labels.items():
        if id_.rpartition("@")[0] == reeks and label.endswith(f", {periode_tekst}"):
            yield id_


def _getal(tekst: str) -> Decimal | None:
    try:
        return lees_getal(tekst, eenheid=Eenheid.AANTAL).waarde
    except NotatieFout:
        return None

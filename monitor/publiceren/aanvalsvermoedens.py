"""The attack on figures by group of which nobody said how many people stand behind them.

A reader guesses: an amount for a group stands beside a count of people of the same subject that is hidden for
that group, so it is about these few. Reads JSON alone; how figures were hidden it does not know. ADR 0020.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from monitor.publiceren.feiten import telt_mensen

GAAT_OVER = {"euro", "percentage", "per_1000", "cijfer", "uren", "dagen", "maanden"}
PLANNEN = ("begroting", "streef", "verplichting")
Inhoud = Mapping[str, Any]
Plek = tuple[str, str, str]  # kind, breakdown, period


@dataclass
class _Telling:
    """A count of people, as readers see it."""

    weg: set[Plek] = field(default_factory=set)
    klein: set[str] = field(default_factory=set)  # breakdowns in which it is somewhere small


def lekken_vermoed(
    inhoud: Inhoud, eerder: Sequence[Inhoud], gezegd: Collection[str], drempels: Mapping[str, int]
) -> Iterator[str]:
    """Labels of figures shown beside a hidden group. `gezegd`: those of which it is known what stands behind
    them, or that nothing does. What readers had already is nothing new."""
    tellingen = _tellingen(inhoud, drempels)
    for code, indicator in inhoud["indicatoren"].items():
        over = indicator["eenheid"] in GAAT_OVER and not indicator["formule"]
        if code in gezegd or not over or not (bij := tellingen.get(indicator["domein"])):
            continue
        groepen = {r["sleutel"] for r in indicator["reeksen"] if r["sleutel"]}
        weg = {p for t in bij if t.klein & groepen for p in t.weg}
        gelezen = {g for e in eerder for g in _getoond(e["indicatoren"].get(code))}
        for reeks in indicator["reeksen"]:
            for cel in reeks["cellen"] if reeks["sleutel"] else ():
                nieuw = (reeks["id"], cel["periode"], cel["waarde"]) not in gelezen
                if cel["waarde"] not in (None, "0") and nieuw and _naast(reeks, cel, weg):
                    yield f"{indicator['naam']}: {reeks['label']}, {cel['periode_tekst']}"


def _tellingen(inhoud: Inhoud, drempels: Mapping[str, int]) -> dict[str, list[_Telling]]:
    """By subject."""
    uit: dict[str, list[_Telling]] = defaultdict(list)
    for code, indicator in inhoud["indicatoren"].items():
        if not telt_mensen(indicator) or indicator["formule"]:
            continue
        drempel = drempels.get(code) or inhoud["gemeente"]["drempel"]
        telling = _Telling()
        for reeks in indicator["reeksen"]:
            for cel in reeks["cellen"]:
                klein = cel["tekst"] == f"<{drempel}"
                if klein or cel["toestand"] == "onderdrukt":
                    telling.weg.add((reeks["soort"], reeks["sleutel"], cel["periode"]))
                if klein:
                    telling.klein.add(reeks["sleutel"])
        uit[indicator["domein"]].append(telling)
    return uit


def _getoond(indicator: Mapping[str, Any] | None) -> Iterator[tuple[str, str, str]]:
    for reeks in indicator["reeksen"] if indicator else ():
        for cel in reeks["cellen"]:
            if cel["waarde"] is not None:
                yield reeks["id"], cel["periode"], cel["waarde"]


def _naast(reeks: Mapping[str, Any], cel: Mapping[str, Any], weg: set[Plek]) -> bool:
    """A budget is about no people yet; what was spent or is expected is about those of its time."""
    soorten = {reeks["soort"]}
    if not reeks["soort"].startswith(PLANNEN):
        soorten.add("realisatie")
    return any((soort, reeks["sleutel"], cel["periode"]) in weg for soort in soorten)

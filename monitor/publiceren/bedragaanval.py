"""The attack on figures about few people: amounts, averages and percentages beside hidden counts.

Its input is JSON and the structure that everybody can see. Source: METHODEN A6 (amounts), A7.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from monitor.publiceren.aanval import Structuur, delingen, tijdlijnen
from monitor.regels.aanvaller import Tegenspraak, attack

VERBORGEN = ("onderdrukt", "kleiner_dan")
NOEMER = {"percentage": 100, "per_1000": 1000}
Inhoud = Mapping[str, Any]


@dataclass
class Beeld:
    """What all publications together show. The newest says what a figure is now."""

    waarden: dict[str, Decimal] = field(default_factory=dict)
    verborgen: dict[str, str] = field(default_factory=dict)  # with what stands there
    labels: dict[str, str] = field(default_factory=dict)
    eenheden: dict[str, str] = field(default_factory=dict)
    marges: dict[str, Decimal] = field(default_factory=dict)  # half of the last decimal


def lekken_achter(
    inhoud: Inhoud,
    eerder: Sequence[Inhoud],
    structuur: Structuur,
    achter: Mapping[str, str],
    drempels: Mapping[str, int],
) -> list[str]:
    """Labels of the figures that tell of few people. `achter`: code -> code of the count behind it."""
    if not achter:
        return []
    beeld, los = Beeld(), []
    for editie in (inhoud, *eerder):
        los.append(Beeld())
        for b in (beeld, los[-1]):
            _kijk(b, editie, set(achter) | set(achter.values()))
    gevonden: list[str] = []
    for code, telling in sorted(achter.items()):
        drempel = drempels.get(telling) or inhoud["gemeente"]["drempel"]
        eigen = [i for i in beeld.labels if i.startswith(f"{code}|")]
        gevonden += [i for i in eigen if any(_zegt(b, beeld, i, telling, drempel) for b in los)]
        if beeld.eenheden.get(code) in NOEMER:
            gevonden += _uit_aandelen(beeld, code, telling, structuur, drempel)
        if beeld.eenheden.get(code) == "euro":
            gevonden += _uit_sommen(beeld, code, telling, structuur)
    return [beeld.labels[i] for i in dict.fromkeys(gevonden)]


def _kijk(beeld: Beeld, inhoud: Inhoud, codes: set[str]) -> None:
    for code, indicator in inhoud["indicatoren"].items():
        for reeks in indicator["reeksen"] if code in codes else ():
            for cel in reeks["cellen"]:
                id_ = f"{reeks['id']}@{cel['periode']}"
                deel = f": {reeks['label']}" if reeks["label"] else ""
                beeld.labels.setdefault(id_, f"{indicator['naam']}{deel}, {cel['periode_tekst']}")
                beeld.eenheden.setdefault(code, indicator["eenheid"])
                beeld.marges.setdefault(code, Decimal(1).scaleb(-indicator["decimalen"]) / 2)
                if cel["toestand"] in VERBORGEN and cel["waarde"] is None:
                    if id_ not in beeld.waarden:
                        beeld.verborgen.setdefault(id_, cel["tekst"])
                elif cel["waarde"] is not None:
                    beeld.waarden.setdefault(id_, Decimal(cel["waarde"]))


def _telling(id_: str, telling: str) -> Iterator[str]:
    """The count over the same time: of the same kind, else what was realised."""
    reeks, _, periode = id_.rpartition("@")
    _, soort, sleutel = reeks.split("|", 2)
    for eigen in dict.fromkeys((soort, "realisatie")):
        yield f"{telling}|{eigen}|{sleutel}@{periode}"


def _zegt(editie: Beeld, alles: Beeld, id_: str, telling: str, drempel: int) -> bool:
    """A shown figure beside a hidden count, or a share that is a few people. Beside the count of its own
    edition, if that has it: what was shown together says nothing of a count that is hidden later."""
    waarde = editie.waarden.get(id_)
    if waarde is None or id_.split("|")[1].startswith(("begroting", "streef")):
        return False
    for beeld in (editie, alles):
        gezien = beeld.verborgen.keys() | beeld.waarden.keys()
        if aantallen := [a for a in _telling(id_, telling) if a in gezien]:
            break
    else:
        return False
    if aantallen[0] in beeld.verborgen:
        # in another edition than the figure: a cover is no small count, and hides another
        return beeld is editie or beeld.verborgen[aantallen[0]] != "·"
    noemer = NOEMER.get(beeld.eenheden[id_.split("|")[0]])
    if noemer is None:
        return False
    geheel = beeld.waarden[aantallen[0]]
    deel = round(waarde * geheel / noemer)
    rest = geheel - deel if noemer == 100 else 0
    return 0 < deel < drempel or 0 < rest < drempel


def _uit_sommen(beeld: Beeld, code: str, telling: str, structuur: Structuur) -> Iterator[str]:
    """Hidden amounts that follow from totals and other parts."""
    ids = [i for i in beeld.labels if i.startswith(f"{code}|")]
    lijnen = [(t, d) for t, d in _lijnen(ids, code, structuur) if _kan(beeld, t, d)]
    in_lijn = {i for t, d in lijnen for i in (t, *d)}
    doelen = [
        i for i in sorted(in_lijn) if i in beeld.verborgen and _van_weinigen(beeld, i, telling)
    ]
    if not doelen:
        return
    if any(beeld.waarden.get(i, 0) < 0 for i in in_lijn):
        for totaal, delen in lijnen:
            open_ = [i for i in (totaal, *delen) if i in beeld.verborgen]
            yield from open_ if len(open_) == 1 else ()
        return
    gevonden = (
        attack([_momentopname(beeld, in_lijn, lijnen)], targets=doelen)
        if _past(beeld, in_lijn, lijnen)
        else {}
    )
    for id_, v in gevonden.items():
        ruim = any(a in beeld.verborgen for a in _telling(id_, telling))
        if v.hi is not None and (v.hi < 1.5 * v.lo if ruim else v.hi - v.lo <= 1):
            yield id_


def _uit_aandelen(
    beeld: Beeld, code: str, telling: str, structuur: Structuur, drempel: int
) -> Iterator[str]:
    """A hidden percentage whose people are what the whole leaves of the shown parts."""
    if telling not in structuur.optelbaar:
        return
    ids = [i for i in beeld.labels if i.startswith(f"{code}|")]
    noemer = NOEMER[beeld.eenheden[code]]
    for totaal, delen in _lijnen(ids, code, structuur):
        weg = [i for i in delen if i in beeld.verborgen]
        samen = [_mensen(beeld, i, telling) for i in (totaal, *(d for d in delen if d not in weg))]
        if not weg or any(m is None for m in samen):
            continue
        heel, *deel = [
            (w * n / noemer, n, beeld.marges[code] * n / noemer) for w, n in filter(None, samen)
        ]
        rest = round(heel[0] - sum(d[0] for d in deel))
        anderen = heel[1] - sum(d[1] for d in deel) - rest if noemer == 100 else 0
        zeker = 2 * (heel[2] + sum(d[2] for d in deel)) < drempel
        if zeker and (0 < rest < drempel or 0 < anderen < drempel):
            yield from weg


def _mensen(beeld: Beeld, id_: str, telling: str) -> tuple[Decimal, Decimal] | None:
    """The percentage, and of how many people it is."""
    aantal = next((a for a in _telling(id_, telling) if a in beeld.waarden), None)
    if id_ not in beeld.waarden or aantal is None:
        return None
    return beeld.waarden[id_], beeld.waarden[aantal]


def _van_weinigen(beeld: Beeld, id_: str, telling: str) -> bool:
    """Not one whose count is there to read, or hidden as a cover: that was hidden for another."""
    tellingen = list(_telling(id_, telling))
    tekst = next((t for a in tellingen if (t := beeld.verborgen.get(a))), "<")
    return tekst.startswith("<") and not any(a in beeld.waarden for a in tellingen)


def _lijnen(ids: list[str], code: str, structuur: Structuur) -> Iterator[tuple[str, list[str]]]:
    tafels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for id_ in ids:
        reeks, _, periode = id_.rpartition("@")
        _, soort, sleutel = reeks.split("|", 2)
        tafels[soort, periode].add(sleutel)
    for (soort, periode), sleutels in sorted(tafels.items()):
        alle = delingen(structuur, structuur.sleutels.get((code, soort), ()))
        for groep, delen in sorted(delingen(structuur, sleutels).items()):
            if groep[0] in sleutels and alle.get(groep, delen) <= delen:
                namen = [f"{code}|{soort}|{d}@{periode}" for d in (groep[0], *sorted(delen))]
                yield namen[0], namen[1:]
    if code in structuur.stroom:
        yield from tijdlijnen(ids)


def _kan(beeld: Beeld, totaal: str, delen: list[str]) -> bool:
    """Lines with something hidden in them that the shown amounts do not deny."""
    return any(i in beeld.verborgen for i in (totaal, *delen))


def _past(beeld: Beeld, ids: set[str], lijnen: list[tuple[str, list[str]]]) -> bool:
    try:
        attack(
            [_momentopname(beeld, ids, lijnen)], targets=sorted(ids & beeld.verborgen.keys())[:1]
        )
    except Tegenspraak:
        return False
    return True


def _momentopname(
    beeld: Beeld, ids: set[str], lijnen: list[tuple[str, list[str]]]
) -> dict[str, Any]:
    return {
        "cells": {
            i: {
                "value": round(beeld.waarden[i]) if i in beeld.waarden else None,
                "mark": "none",
                "threshold": 1,
                "min": None,
                "max": None,
            }
            for i in sorted(ids)
        },
        "relations": [
            {"kind": "linear", "terms": {t: 1} | dict.fromkeys(d, -1), "lo": -1, "hi": 1}
            for t, d in lijnen
        ],
        "policy": {"threshold": 1, "zero": "show", "floor": 1, "min_width": None},
    }

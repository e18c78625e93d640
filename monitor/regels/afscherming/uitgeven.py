"""What leaves: ids, shown values and marks, with the structure that everybody can see."""

from collections.abc import Iterable
from typing import Any

from monitor.regels.afscherming.model import Cell, Linear, Pattern, Relation, Sum

Snapshot = dict[str, Any]  # plain values, as JSON has them


def publish(cells: Iterable[Cell], pattern: Pattern) -> Snapshot:
    """The publication: no true value of a hidden cell is in it.

    `cells` id -> {value, mark, threshold, min, max}; mark is "" (shown), "small", "cover", "masked"
    (small or not, or nought), "hidden" (one mark for all) or "none" (not published, but it exists).
    `known` says that the value was public before.
    """
    beleid = pattern.policy
    return {
        "cells": {c.id: _cel(c, pattern) for c in sorted(cells, key=lambda c: c.id)},
        "relations": [_relatie(r) for r in pattern.relations],
        "policy": {
            "threshold": beleid.threshold,
            "zero": beleid.zero,
            "marking": beleid.marking,
            "min_width": beleid.min_width,
            "floor": beleid.floor,
        },
    }


def _cel(c: Cell, pattern: Pattern) -> dict[str, Any]:
    status = pattern.status[c.id]
    getoond = status == "shown" or c.public == "known"
    merk = {"shown": "", "virtual": "none"}.get(status, status)
    if pattern.policy.marking == "uniform" and merk in ("small", "cover"):
        merk = "hidden"
    return {
        "value": c.value if getoond else None,
        "mark": "" if getoond else merk,
        "threshold": c.threshold or pattern.policy.threshold,
        "min": c.min,
        "max": c.max,
    }


def _relatie(r: Relation) -> dict[str, Any]:
    if isinstance(r, Linear):
        return {"kind": "linear", "terms": dict(r.terms), "lo": r.lo, "hi": r.hi}
    soort = "sum" if isinstance(r, Sum) else "unique"
    return {"kind": soort, "total": r.total, "parts": list(r.parts)}


def derived_visible(operand_ids: Iterable[str], snapshot: Snapshot) -> bool:
    """A difference, share, average or index is shown only when everything it rests on is shown."""
    cellen = snapshot["cells"]
    return all(i in cellen and cellen[i]["value"] is not None for i in operand_ids)
